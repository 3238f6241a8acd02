/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-ratings.h"

#include "core/store/uk-store-private.h"

#define SELECT "SELECT id, knot, at, value, run, moment FROM ratings "
#define IN_ORDER "ORDER BY at, id"

static gpointer
read_rating (sqlite3_stmt *statement)
{
  UkRating *rating = g_new0 (UkRating, 1);

  rating->id = sqlite3_column_int64 (statement, 0);
  rating->knot = uk_store_dup_text (statement, 1);
  rating->at = sqlite3_column_int64 (statement, 2);
  rating->value = sqlite3_column_int (statement, 3);
  rating->run = uk_store_dup_text (statement, 4);
  rating->moment = (UkMoment)sqlite3_column_int (statement, 5);
  return rating;
}

/**
 * uk_rating_free:
 * @rating: (nullable) (transfer full): what to free
 */
void
uk_rating_free (UkRating *rating)
{
  if (rating == NULL)
    return;
  g_free (rating->knot);
  g_free (rating->run);
  g_free (rating);
}

/**
 * uk_store_add_rating:
 * @rating: what to save; its id is ignored
 * @error: return location; %UK_STORE_ERROR_INVALID for a value beyond 0 to 10, or an unknown knot
 * or run
 *
 * Returns: the id of the rating, 0 with an error
 */
gint64
uk_store_add_rating (UkStore *self, const UkRating *rating, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), 0);
  g_return_val_if_fail (rating != NULL, 0);

  if (!uk_store_write (
          self, error, "INSERT INTO ratings (knot, at, value, run, moment) VALUES (?, ?, ?, ?, ?)",
          "slisi", rating->knot, rating->at, rating->value, rating->run, (int)rating->moment))
    return 0;
  return sqlite3_last_insert_rowid (uk_store_get_db (self));
}

/**
 * uk_store_change_rating:
 * @id: id of a rating; one that is not there is no error
 * @value: what it should have been, 0 to 10
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
uk_store_change_rating (UkStore *self, gint64 id, int value, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error, "UPDATE ratings SET value = ? WHERE id = ?", "il", value, id);
}

/**
 * uk_store_delete_rating:
 * @id: id of a rating; one that is not there is no error
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
uk_store_delete_rating (UkStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error, "DELETE FROM ratings WHERE id = ?", "l", id);
}

/**
 * uk_store_list_ratings:
 * @knot: id of a knot
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRating): its ratings, the oldest first; %NULL
 * with an error
 */
GPtrArray *
uk_store_list_ratings (UkStore *self, const char *knot, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (knot != NULL, NULL);

  return uk_store_read_list (self, read_rating, (GDestroyNotify)uk_rating_free, error,
                             SELECT "WHERE knot = ? " IN_ORDER, "s", knot);
}

/**
 * uk_store_list_ratings_of_run:
 * @run: id of a run
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRating): its ratings, the oldest first; %NULL
 * with an error
 */
GPtrArray *
uk_store_list_ratings_of_run (UkStore *self, const char *run, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (run != NULL, NULL);

  return uk_store_read_list (self, read_rating, (GDestroyNotify)uk_rating_free, error,
                             SELECT "WHERE run = ? " IN_ORDER, "s", run);
}

/**
 * uk_store_find_last_rating:
 * @knot: id of a knot
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its newest rating; %NULL without an error if there is none
 */
UkRating *
uk_store_find_last_rating (UkStore *self, const char *knot, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (knot != NULL, NULL);

  return uk_store_read_one (self, read_rating, error,
                            SELECT "WHERE knot = ? ORDER BY at DESC, id DESC LIMIT 1", "s", knot);
}

/**
 * uk_store_list_all_ratings:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRating): every rating, the oldest first;
 * %NULL with an error
 */
GPtrArray *
uk_store_list_all_ratings (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_rating, (GDestroyNotify)uk_rating_free, error,
                             SELECT IN_ORDER, "");
}

/**
 * uk_store_list_newest_ratings:
 * @knot: (nullable): id of a knot; %NULL for all
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRating): the newest first; %NULL with an error
 */
GPtrArray *
uk_store_list_newest_ratings (UkStore *self, const char *knot, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  if (knot == NULL)
    return uk_store_read_list (self, read_rating, (GDestroyNotify)uk_rating_free, error,
                               SELECT "ORDER BY at DESC, id DESC LIMIT ?", "i", (int)limit);
  return uk_store_read_list (self, read_rating, (GDestroyNotify)uk_rating_free, error,
                             SELECT "WHERE knot = ? ORDER BY at DESC, id DESC LIMIT ?", "si", knot,
                             (int)limit);
}
