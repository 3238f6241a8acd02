/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-knots.h"

#include "core/store/uk-store-private.h"

#include <math.h>

#define SELECT "SELECT id, region, side, view, x, y, note, opened, closed FROM knots "

static gpointer
read_knot (sqlite3_stmt *statement)
{
  UkKnot *knot = g_new0 (UkKnot, 1);

  knot->id = uk_store_dup_text (statement, 0);
  knot->region = uk_store_dup_text (statement, 1);
  knot->side = (UkSide)sqlite3_column_int (statement, 2);
  knot->has_point = sqlite3_column_type (statement, 4) != SQLITE_NULL;
  knot->view = (UkView)sqlite3_column_int (statement, 3);
  knot->x = sqlite3_column_double (statement, 4);
  knot->y = sqlite3_column_double (statement, 5);
  knot->note = uk_store_dup_text (statement, 6);
  knot->opened = sqlite3_column_int64 (statement, 7);
  knot->closed = sqlite3_column_int64 (statement, 8);
  return knot;
}

/**
 * uk_knot_free:
 * @knot: (nullable) (transfer full): what to free
 */
void
uk_knot_free (UkKnot *knot)
{
  if (knot == NULL)
    return;
  g_free (knot->id);
  g_free (knot->region);
  g_free (knot->note);
  g_free (knot);
}

/**
 * uk_store_save_knot:
 * @knot: what to save; a knot with the same id is replaced
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_save_knot (UkStore *self, const UkKnot *knot, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (knot != NULL && knot->id != NULL && knot->region != NULL, FALSE);

  return uk_store_write (self, error,
                         "INSERT INTO knots (id, region, side, view, x, y, note, opened, closed)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                         " region = excluded.region, side = excluded.side, view = excluded.view,"
                         " x = excluded.x, y = excluded.y, note = excluded.note,"
                         " opened = excluded.opened, closed = excluded.closed",
                         "ssiiddsll", knot->id, knot->region, (int)knot->side, (int)knot->view,
                         knot->has_point ? knot->x : (double)NAN,
                         knot->has_point ? knot->y : (double)NAN, knot->note, knot->opened,
                         knot->closed);
}

/**
 * uk_store_delete_knot:
 * @id: id of a knot; one that is not there is no error
 * @error: return location
 *
 * Deletes the knot with its ratings.
 *
 * Returns: whether it worked
 */
gboolean
uk_store_delete_knot (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return uk_store_write (self, error, "DELETE FROM knots WHERE id = ?", "s", id);
}

/**
 * uk_store_find_knot:
 * @id: id of a knot
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the knot; %NULL without an error if there is none
 */
UkKnot *
uk_store_find_knot (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return uk_store_read_one (self, read_knot, error, SELECT "WHERE id = ?", "s", id);
}

/**
 * uk_store_find_open_knot:
 * @region: region id
 * @side: its side
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the newest knot there that is not closed; %NULL without an
 * error if there is none
 */
UkKnot *
uk_store_find_open_knot (UkStore *self, const char *region, UkSide side, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  return uk_store_read_one (self, read_knot, error,
                            SELECT "WHERE region = ? AND side = ? AND closed = 0"
                                   " ORDER BY opened DESC, rowid DESC LIMIT 1",
                            "si", region, (int)side);
}

/**
 * uk_store_list_knots:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkKnot): all knots, the newest first; %NULL
 * with an error
 */
GPtrArray *
uk_store_list_knots (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_knot, (GDestroyNotify)uk_knot_free, error,
                             SELECT "ORDER BY opened DESC, rowid DESC", "");
}
