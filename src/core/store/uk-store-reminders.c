/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/store/uk-store-reminders.h"

#include "core/store/uk-store-private.h"

#include <glib/gi18n-lib.h>

#define REMINDER_COLUMNS                                                                           \
  "id, routine, title, region, side, recurrence, enabled, grace, since, kind, reference, pace,"    \
  " pace_from"
#define OCCURRENCE_COLUMNS "reminder, day, slot, due, state, until, snoozes"

/* A recurrence that this version cannot read is kept in the file and left out here. */
static gpointer
read_reminder (sqlite3_stmt *statement)
{
  g_autofree char *text = uk_store_dup_text (statement, 5);
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (text == NULL ? "" : text, NULL);
  UkReminder *reminder;

  if (recurrence == NULL || sqlite3_column_int (statement, 9) > (int)UK_REMINDER_RECHECK) {
    g_message ("Reminder %" G_GINT64_FORMAT " has a rule that this version does not know",
               (gint64)sqlite3_column_int64 (statement, 0));
    return NULL;
  }
  reminder = g_new0 (UkReminder, 1);
  reminder->id = sqlite3_column_int64 (statement, 0);
  reminder->routine = uk_store_dup_text (statement, 1);
  reminder->title = uk_store_dup_text (statement, 2);
  reminder->region = uk_store_dup_text (statement, 3);
  reminder->side = (UkSide)sqlite3_column_int (statement, 4);
  reminder->recurrence = g_steal_pointer (&recurrence);
  reminder->enabled = sqlite3_column_int (statement, 6) != 0;
  reminder->grace = (guint)sqlite3_column_int (statement, 7);
  reminder->since = sqlite3_column_int64 (statement, 8);
  reminder->kind = (UkReminderKind)sqlite3_column_int (statement, 9);
  reminder->reference = uk_store_dup_text (statement, 10);
  reminder->pace = sqlite3_column_int (statement, 11);
  reminder->pace_from = sqlite3_column_int (statement, 12);
  return reminder;
}

static gpointer
read_occurrence (sqlite3_stmt *statement)
{
  UkOccurrence *occurrence = g_new0 (UkOccurrence, 1);

  occurrence->reminder = sqlite3_column_int64 (statement, 0);
  occurrence->day = sqlite3_column_int (statement, 1);
  occurrence->slot = (guint)sqlite3_column_int (statement, 2);
  occurrence->due = sqlite3_column_int64 (statement, 3);
  occurrence->state = (UkOccurrenceState)sqlite3_column_int (statement, 4);
  occurrence->until = sqlite3_column_int64 (statement, 5);
  occurrence->snoozes = (guint)sqlite3_column_int (statement, 6);
  return occurrence;
}

static gboolean
check_changed (UkStore *self, GError **error)
{
  if (sqlite3_changes (uk_store_get_db (self)) > 0)
    return TRUE;
  g_set_error_literal (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID,
                       _ ("There is no such reminder any more"));
  return FALSE;
}

/**
 * uk_store_save_reminder:
 * @reminder: what to save; with @id 0 it is a new one
 * @error: #UkStoreError
 *
 * Returns: its id; 0 with an error
 */
gint64
uk_store_save_reminder (UkStore *self, const UkReminder *reminder, GError **error)
{
  g_autofree char *recurrence = NULL;

  g_return_val_if_fail (UK_IS_STORE (self), 0);
  g_return_val_if_fail (reminder != NULL, 0);

  recurrence = uk_recurrence_to_string (reminder->recurrence);
  if (reminder->id == 0) {
    if (!uk_store_write (self, error,
                         "INSERT INTO reminders (routine, title, region, side, recurrence, "
                         "enabled, grace, since, kind, reference, pace, pace_from)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         "sssisiilisii", reminder->routine, reminder->title, reminder->region,
                         (int)reminder->side, recurrence, (int)reminder->enabled,
                         (int)reminder->grace, reminder->since, (int)reminder->kind,
                         reminder->reference, reminder->pace, (int)reminder->pace_from))
      return 0;
    return sqlite3_last_insert_rowid (uk_store_get_db (self));
  }
  if (!uk_store_write (
          self, error,
          "UPDATE reminders SET routine = ?, title = ?, region = ?, side = ?, recurrence = ?,"
          " enabled = ?, grace = ?, since = ?, kind = ?, reference = ?, pace = ?, pace_from = ?"
          " WHERE id = ? AND deleted = 0",
          "sssisiilisiil", reminder->routine, reminder->title, reminder->region,
          (int)reminder->side, recurrence, (int)reminder->enabled, (int)reminder->grace,
          reminder->since, (int)reminder->kind, reminder->reference, reminder->pace,
          (int)reminder->pace_from, reminder->id)
      || !check_changed (self, error))
    return 0;
  return reminder->id;
}

/**
 * uk_store_delete_reminder:
 * @id: id of a reminder
 * @now: Unix seconds
 * @error: #UkStoreError
 *
 * Puts the reminder away; uk_store_restore_reminder() brings it back until it is purged.
 *
 * Returns: whether it is gone
 */
gboolean
uk_store_delete_reminder (UkStore *self, gint64 id, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error,
                         "UPDATE reminders SET deleted = ? WHERE id = ? AND deleted = 0", "ll",
                         MAX (now, 1), id)
         && check_changed (self, error);
}

/**
 * uk_store_restore_reminder:
 * @id: id of a reminder that was deleted
 * @now: Unix seconds from which it counts again
 * @error: #UkStoreError
 *
 * Returns: whether it is back, with all its occurrences
 */
gboolean
uk_store_restore_reminder (UkStore *self, gint64 id, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error,
                         "UPDATE reminders SET deleted = 0, since = ? WHERE id = ? AND deleted > 0",
                         "ll", now, id)
         && check_changed (self, error);
}

/**
 * uk_store_purge_reminders:
 * @before: Unix seconds
 * @error: #UkStoreError
 *
 * Removes what was deleted before @before, or later than ever, with all its occurrences.
 *
 * Returns: whether that worked
 */
gboolean
uk_store_purge_reminders (UkStore *self, gint64 before, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error, "DELETE FROM reminders WHERE deleted > 0 AND deleted < ?",
                         "l", before);
}

/**
 * uk_store_list_reminders:
 * @error: #UkStoreError
 *
 * Returns: (transfer full) (nullable) (element-type UkReminder): all of them, oldest first
 */
GPtrArray *
uk_store_list_reminders (UkStore *self, GError **error)
{
  GPtrArray *reminders;

  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  reminders = uk_store_read_list (
      self, read_reminder, (GDestroyNotify)uk_reminder_free, error,
      "SELECT " REMINDER_COLUMNS " FROM reminders WHERE deleted = 0 ORDER BY id", "");
  while (reminders != NULL && g_ptr_array_remove (reminders, NULL))
    ;
  return reminders;
}

/**
 * uk_store_claim_occurrence:
 * @occurrence: what to put down
 * @claimed: (out): %FALSE if its key has been put down before
 * @error: #UkStoreError
 *
 * Puts @occurrence down unless its key is taken: whoever gets @claimed may show it, and nobody
 * else.
 *
 * Returns: %FALSE if the store failed
 */
gboolean
uk_store_claim_occurrence (UkStore *self,
                           const UkOccurrence *occurrence,
                           gboolean *claimed,
                           GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (occurrence != NULL, FALSE);
  g_return_val_if_fail (claimed != NULL, FALSE);

  if (!uk_store_write (
          self, error,
          "INSERT INTO occurrences (" OCCURRENCE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (reminder, day, slot) DO NOTHING",
          "liilili", occurrence->reminder, (int)occurrence->day, (int)occurrence->slot,
          occurrence->due, (int)occurrence->state, occurrence->until, (int)occurrence->snoozes))
    return FALSE;
  *claimed = sqlite3_changes (uk_store_get_db (self)) > 0;
  return TRUE;
}

/**
 * uk_store_update_occurrence:
 * @occurrence: a new state, and its @until, for what was put down
 * @error: #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_update_occurrence (UkStore *self, const UkOccurrence *occurrence, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (occurrence != NULL, FALSE);

  return uk_store_write (self, error,
                         "UPDATE occurrences SET state = ?, until = ?, snoozes = ?"
                         " WHERE reminder = ? AND day = ? AND slot = ?",
                         "ililii", (int)occurrence->state, occurrence->until,
                         (int)occurrence->snoozes, occurrence->reminder, (int)occurrence->day,
                         (int)occurrence->slot);
}

/**
 * uk_store_delete_occurrence:
 * @occurrence: its key
 * @error: #UkStoreError
 *
 * Returns: whether it is gone
 */
gboolean
uk_store_delete_occurrence (UkStore *self, const UkOccurrence *occurrence, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (occurrence != NULL, FALSE);

  return uk_store_write (self, error,
                         "DELETE FROM occurrences WHERE reminder = ? AND day = ? AND slot = ?",
                         "lii", occurrence->reminder, (int)occurrence->day, (int)occurrence->slot);
}

/**
 * uk_store_list_occurrences:
 * @from: the first local day; open ones are listed whatever their day
 * @error: #UkStoreError
 *
 * Returns: (transfer full) (nullable) (element-type UkOccurrence): in order of their keys
 */
GPtrArray *
uk_store_list_occurrences (UkStore *self, UkDay from, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  /* Left to itself, SQLite walks through the whole history in order not to sort a few rows. */
  return uk_store_read_list (
      self, read_occurrence, g_free, error,
      "SELECT " OCCURRENCE_COLUMNS " FROM occurrences INDEXED BY occurrences_by_day"
      " WHERE day >= ? UNION SELECT " OCCURRENCE_COLUMNS
      " FROM occurrences INDEXED BY occurrences_open WHERE state IN (0, 1, 2, 9)"
      " ORDER BY reminder, day, slot",
      "i", (int)from);
}

/**
 * uk_store_list_history:
 * @before: Unix seconds; only what was due before
 * @limit: how many at most
 * @error: #UkStoreError
 *
 * Returns: (transfer full) (nullable) (element-type UkOccurrence): newest first, without those of
 * deleted reminders
 */
GPtrArray *
uk_store_list_history (UkStore *self, gint64 before, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_occurrence, g_free, error,
                             "SELECT " OCCURRENCE_COLUMNS
                             " FROM occurrences INDEXED BY occurrences_by_time WHERE due < ? AND"
                             " reminder IN (SELECT id FROM reminders WHERE deleted = 0)"
                             " ORDER BY due DESC LIMIT ?",
                             "li", before, (int)limit);
}
