/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-runs.h"

#include "core/store/uk-store-private.h"

#define SELECT                                                                                     \
  "SELECT id, routine, region, side, started, ended, seconds_done, legs_done, completed, progress," \
  " helped FROM runs "

static gpointer
read_run (sqlite3_stmt *statement)
{
  UkRunRecord *record = g_new0 (UkRunRecord, 1);

  record->id = uk_store_dup_text (statement, 0);
  record->routine = uk_store_dup_text (statement, 1);
  record->region = uk_store_dup_text (statement, 2);
  record->side = (UkSide)sqlite3_column_int (statement, 3);
  record->started = sqlite3_column_int64 (statement, 4);
  record->ended = sqlite3_column_int64 (statement, 5);
  record->seconds_done = sqlite3_column_int (statement, 6);
  record->legs_done = sqlite3_column_int (statement, 7);
  record->completed = sqlite3_column_int (statement, 8) != 0;
  record->progress = uk_store_dup_text (statement, 9);
  record->helped = uk_store_dup_text (statement, 10);
  return record;
}

/**
 * uk_run_record_free:
 * @record: (nullable) (transfer full): what to free
 */
void
uk_run_record_free (UkRunRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->id);
  g_free (record->routine);
  g_free (record->region);
  g_free (record->progress);
  g_free (record->helped);
  g_free (record);
}

/**
 * uk_store_save_run:
 * @record: what to save; a run with the same id is replaced
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_save_run (UkStore *self, const UkRunRecord *record, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL && record->routine != NULL, FALSE);

  return uk_store_write (
      self, error,
      "INSERT INTO runs (id, routine, region, side, started, ended, seconds_done,"
      " legs_done, completed, progress, helped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (id) DO UPDATE SET routine = excluded.routine,"
      " region = excluded.region, side = excluded.side,"
      " started = excluded.started, ended = excluded.ended,"
      " seconds_done = excluded.seconds_done, legs_done = excluded.legs_done,"
      " completed = excluded.completed, progress = excluded.progress,"
      " helped = excluded.helped",
      "sssilliiiss", record->id, record->routine, record->region, (int)record->side, record->started,
      record->ended, record->seconds_done, record->legs_done, record->completed ? 1 : 0,
      record->progress, record->helped);
}

/**
 * uk_store_note_helped:
 * @id: id of a run; one that is not there is no error
 * @helped: (nullable): words of uk_helped_to_text()
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_note_helped (UkStore *self, const char *id, const char *helped, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return uk_store_write (self, error, "UPDATE runs SET helped = ? WHERE id = ?", "ss", helped, id);
}

/**
 * uk_store_delete_run:
 * @id: id of a run; one that is not there is no error
 * @error: return location
 *
 * Deletes the run with its ratings.
 *
 * Returns: whether it worked
 */
gboolean
uk_store_delete_run (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return uk_store_write (self, error, "DELETE FROM runs WHERE id = ?", "s", id);
}

/**
 * uk_store_find_run:
 * @id: id of a run
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the run; %NULL without an error if there is none
 */
UkRunRecord *
uk_store_find_run (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return uk_store_read_one (self, read_run, error, SELECT "WHERE id = ?", "s", id);
}

/**
 * uk_store_find_unfinished_run:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the newest run that neither finished nor was ended, because
 * the program went away in it; %NULL without an error if there is none
 */
UkRunRecord *
uk_store_find_unfinished_run (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_one (self, read_run, error,
                            SELECT "WHERE ended = 0 AND progress IS NOT NULL"
                                   " ORDER BY started DESC, rowid DESC LIMIT 1",
                            "");
}

/**
 * uk_store_list_runs:
 * @from: Unix seconds
 * @until: Unix seconds
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRunRecord): runs that started from @from up
 * to, not at,
 *   @until, the oldest first; %NULL with an error
 */
GPtrArray *
uk_store_list_runs (UkStore *self, gint64 from, gint64 until, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_run, (GDestroyNotify)uk_run_record_free, error,
                             SELECT "WHERE started >= ? AND started < ? ORDER BY started, rowid",
                             "ll", from, until);
}

/**
 * uk_store_list_newest_runs:
 * @region: (nullable): region id; %NULL for all
 * @side: with a region: its side; runs without one count too
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkRunRecord): the newest first; %NULL with an
 * error
 */
GPtrArray *
uk_store_list_newest_runs (
    UkStore *self, const char *region, UkSide side, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  if (region == NULL)
    return uk_store_read_list (self, read_run, (GDestroyNotify)uk_run_record_free, error,
                               SELECT "ORDER BY started DESC, rowid DESC LIMIT ?", "i",
                               (int)limit);
  return uk_store_read_list (self, read_run, (GDestroyNotify)uk_run_record_free, error,
                             SELECT "WHERE region = ? AND side IN (0, ?)"
                                    " ORDER BY started DESC, rowid DESC LIMIT ?",
                             "sii", region, (int)side, (int)limit);
}
