/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-log.h"

struct _UkUndo {
  UkRunRecord *run;   /* owned, nullable: to write again */
  GPtrArray *ratings; /* owned list of UkRating, nullable: to write again */
  UkKnot *knot;       /* owned, nullable: how it was */
  gint64 added;       /* 0 or a rating to delete */
  gint64 changed;     /* 0 or a rating whose number was @value */
  int value;
};

void
uk_undo_free (UkUndo *undo)
{
  if (undo == NULL)
    return;
  uk_run_record_free (undo->run);
  g_clear_pointer (&undo->ratings, g_ptr_array_unref);
  uk_knot_free (undo->knot);
  g_free (undo);
}

static UkRating *
copy_rating (const UkRating *rating)
{
  UkRating *copy = g_memdup2 (rating, sizeof *rating);

  copy->knot = g_strdup (rating->knot);
  copy->run = g_strdup (rating->run);
  return copy;
}

static UkRunRecord *
copy_run (const UkRunRecord *run)
{
  UkRunRecord *copy = g_memdup2 (run, sizeof *run);

  copy->id = g_strdup (run->id);
  copy->routine = g_strdup (run->routine);
  copy->region = g_strdup (run->region);
  copy->progress = g_strdup (run->progress);
  copy->helped = g_strdup (run->helped);
  return copy;
}

/**
 * uk_log_rate:
 * @store: where to write
 * @knot: id of a knot
 * @at: when it felt so, Unix seconds
 * @value: 0 to 10
 * @error: return location
 *
 * Adds a rating without a run.
 *
 * Returns: (transfer full) (nullable): how to take it back; %NULL with an error
 */
UkUndo *
uk_log_rate (UkStore *store, const char *knot, gint64 at, int value, GError **error)
{
  const UkRating rating
      = { .knot = (char *)knot, .at = at, .value = value, .moment = UK_MOMENT_LOG };
  gint64 id;
  UkUndo *undo;

  g_return_val_if_fail (UK_IS_STORE (store) && knot != NULL, NULL);

  id = uk_store_add_rating (store, &rating, error);
  if (id == 0)
    return NULL;
  undo = g_new0 (UkUndo, 1);
  undo->added = id;
  return undo;
}

/**
 * uk_log_change:
 * @store: where to write
 * @rating: a rating
 * @value: what it should have been, 0 to 10
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how to take it back; %NULL with an error
 */
UkUndo *
uk_log_change (UkStore *store, const UkRating *rating, int value, GError **error)
{
  UkUndo *undo;

  g_return_val_if_fail (UK_IS_STORE (store) && rating != NULL, NULL);

  if (!uk_store_change_rating (store, rating->id, value, error))
    return NULL;
  undo = g_new0 (UkUndo, 1);
  undo->changed = rating->id;
  undo->value = rating->value;
  return undo;
}

/**
 * uk_log_delete:
 * @store: where to write
 * @entry: what to delete: a run with its ratings, or a rating
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how to take it back; %NULL with an error
 */
UkUndo *
uk_log_delete (UkStore *store, const UkLogEntry *entry, GError **error)
{
  g_autoptr (UkUndo) undo = g_new0 (UkUndo, 1);
  gboolean ok;

  g_return_val_if_fail (UK_IS_STORE (store) && entry != NULL, NULL);

  if (entry->run != NULL) {
    undo->run = copy_run (entry->run);
    undo->ratings = uk_store_list_ratings_of_run (store, entry->run->id, error);
    ok = undo->ratings != NULL && uk_store_delete_run (store, entry->run->id, error);
  } else {
    undo->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_rating_free);
    g_ptr_array_add (undo->ratings, copy_rating (entry->logged));
    ok = uk_store_delete_rating (store, entry->logged->id, error);
  }
  return ok ? g_steal_pointer (&undo) : NULL;
}

/**
 * uk_log_save_knot:
 * @store: where to write
 * @knot: a knot as it should be: closed, opened again, with another note
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how to take it back; %NULL with an error
 */
UkUndo *
uk_log_save_knot (UkStore *store, const UkKnot *knot, GError **error)
{
  g_autoptr (UkUndo) undo = g_new0 (UkUndo, 1);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (UK_IS_STORE (store) && knot != NULL, NULL);

  undo->knot = uk_store_find_knot (store, knot->id, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  return uk_store_save_knot (store, knot, error) ? g_steal_pointer (&undo) : NULL;
}

/**
 * uk_undo_apply:
 * @store: where it was changed
 * @error: return location
 *
 * Takes the change back.
 *
 * Returns: whether it worked
 */
gboolean
uk_undo_apply (UkUndo *undo, UkStore *store, GError **error)
{
  guint i;

  g_return_val_if_fail (undo != NULL && UK_IS_STORE (store), FALSE);

  if (undo->run != NULL && !uk_store_save_run (store, undo->run, error))
    return FALSE;
  for (i = 0; undo->ratings != NULL && i < undo->ratings->len; i++) {
    if (uk_store_add_rating (store, g_ptr_array_index (undo->ratings, i), error) == 0)
      return FALSE;
  }
  if (undo->knot != NULL && !uk_store_save_knot (store, undo->knot, error))
    return FALSE;
  if (undo->added != 0 && !uk_store_delete_rating (store, undo->added, error))
    return FALSE;
  return undo->changed == 0 || uk_store_change_rating (store, undo->changed, undo->value, error);
}
