/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-log.h"

#include <glib/gi18n-lib.h>

void
uk_log_entry_free (UkLogEntry *entry)
{
  if (entry == NULL)
    return;
  uk_run_record_free (entry->run);
  uk_rating_free (entry->before);
  uk_rating_free (entry->after);
  uk_rating_free (entry->logged);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const UkLogEntry *left = *(const UkLogEntry *const *)a;
  const UkLogEntry *right = *(const UkLogEntry *const *)b;

  return left->at < right->at ? 1 : left->at > right->at ? -1 : 0;
}

/* Takes @run. */
static UkLogEntry *
add_run (GPtrArray *entries, GHashTable *by_run, UkRunRecord *run)
{
  UkLogEntry *entry = g_new0 (UkLogEntry, 1);

  entry->at = run->started;
  entry->run = run;
  g_ptr_array_add (entries, entry);
  g_hash_table_insert (by_run, run->id, entry);
  return entry;
}

/* Takes @rating; newer ones come first and win. */
static void
put_rating (UkLogEntry *entry, UkRating *rating)
{
  UkRating **place = rating->moment == UK_MOMENT_AFTER ? &entry->after : &entry->before;

  if (*place == NULL)
    *place = rating;
  else
    uk_rating_free (rating);
}

/* Takes @rating. */
static gboolean
add_rating (
    GPtrArray *entries, GHashTable *by_run, UkStore *store, UkRating *rating, GError **error)
{
  g_autoptr (UkRating) owned = rating;
  g_autoptr (GError) local_error = NULL;
  UkLogEntry *entry = rating->run != NULL ? g_hash_table_lookup (by_run, rating->run) : NULL;

  if (entry == NULL && rating->run != NULL) {
    UkRunRecord *run = uk_store_find_run (store, rating->run, &local_error);

    if (local_error != NULL) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
    entry = run != NULL ? add_run (entries, by_run, run) : NULL;
  }
  if (entry != NULL) {
    put_rating (entry, g_steal_pointer (&owned));
  } else {
    entry = g_new0 (UkLogEntry, 1);
    entry->at = rating->at;
    entry->logged = g_steal_pointer (&owned);
    g_ptr_array_add (entries, entry);
  }
  return TRUE;
}

/**
 * uk_log_load:
 * @store: where everything is
 * @knot: (nullable): the knot that matters; %NULL for all
 * @limit: how many entries at most
 * @more: (out): whether there are more
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkLogEntry): the newest ratings and runs, the
 * newest first; %NULL with an error
 */
GPtrArray *
uk_log_load (UkStore *store, const UkKnot *knot, guint limit, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GHashTable) by_run = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (UK_IS_STORE (store) && more != NULL, NULL);

  /* A run has two ratings, so twice as many are enough. */
  ratings
      = uk_store_list_newest_ratings (store, knot != NULL ? knot->id : NULL, 2 * limit + 2, error);
  if (ratings == NULL)
    return NULL;
  runs = knot != NULL
             ? uk_store_list_newest_runs (store, knot->region, knot->side, limit + 1, error)
             : uk_store_list_newest_runs (store, NULL, UK_SIDE_NONE, limit + 1, error);
  if (runs == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_log_entry_free);
  while (runs->len > 0)
    add_run (entries, by_run, g_ptr_array_steal_index (runs, 0));
  while (ratings->len > 0) {
    if (!add_rating (entries, by_run, store, g_ptr_array_steal_index (ratings, 0), error))
      return NULL;
  }
  g_ptr_array_sort (entries, compare_entries);
  *more = entries->len > limit;
  if (*more)
    g_ptr_array_set_size (entries, (int)limit);
  return g_steal_pointer (&entries);
}

/**
 * uk_log_day_to_heading:
 * @day: a day
 * @today: the present one
 *
 * Returns: (transfer full): "Today", "Yesterday", "Tuesday, 10 November", with the year if it is
 * another one
 */
char *
uk_log_day_to_heading (UkDay day, UkDay today)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64)day * 24 * 60 * 60);
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_utc ((gint64)today * 24 * 60 * 60);

  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  if (date == NULL || present == NULL)
    return g_strdup ("");
  /* Translators: dates as g_date_time_format() writes them: "Tuesday, 10 November" */
  return g_date_time_format (date, g_date_time_get_year (date) == g_date_time_get_year (present)
                                       ? _ ("%A, %-e %B")
                                       : _ ("%A, %-e %B %Y"));
}
