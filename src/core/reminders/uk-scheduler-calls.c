/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

/* What others ask of the scheduler. */

#include "core/reminders/uk-scheduler-private.h"

#include "core/reminders/uk-due-words.h"

#include <glib/gi18n-lib.h>

#define MOST_SNOOZE_MINUTES 1440
/* So far ahead the next reminder is looked for in order to tell of it. */
#define TOLD_DAYS 31

/* Putting off must stay quick without becoming a habit. */
static gboolean
count_snooze (UkScheduler *self, UkOccurrence *occurrence, GError **error)
{
  guint most = uk_reminder_book_get_most_snoozes (self->book);

  if (most > 0 && occurrence->snoozes >= most) {
    g_set_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "It has been put off %u time, as often as you allow",
                              "It has been put off %u times, as often as you allow", most),
                 most);
    return FALSE;
  }
  occurrence->snoozes++;
  return TRUE;
}

static gboolean
answer (UkScheduler *self, const char *id, UkOccurrenceState state, gint64 until, GError **error)
{
  UkOccurrence occurrence;

  if (!uk_reminder_book_find_answerable (self->book, id, uk_scheduler_get_now (self),
                                         uk_zone_get (self->zone), &occurrence, error)
      || (state == UK_OCCURRENCE_SNOOZED && !count_snooze (self, &occurrence, error))
      || !uk_reminder_book_put_down (self->book, &occurrence, state, until, error))
    return FALSE;
  uk_notice_board_withdraw (self->board, &occurrence);
  if (!uk_reminder_book_drop_finished (self->book, uk_scheduler_get_now (self),
                                       uk_zone_get (self->zone), error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_list_reminders:
 * @error: #UkStoreError
 *
 * Returns: (transfer none) (nullable) (element-type UkReminder): all of them, oldest first; until
 * the main loop runs again
 */
GPtrArray *
uk_scheduler_list_reminders (UkScheduler *self, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return uk_reminder_book_list (self->book, error);
}

/**
 * uk_scheduler_find_reminder:
 * @id: id of a reminder
 *
 * Returns: (transfer none) (nullable): it, until the main loop runs again
 */
const UkReminder *
uk_scheduler_find_reminder (UkScheduler *self, gint64 id)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return uk_reminder_book_find (self->book, id, NULL);
}

/* What is on the screen about a reminder that changes does not hold any more. */
static gboolean
close_open (UkScheduler *self, gint64 reminder, GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  UkPlanInput input;
  guint i;

  if (!uk_scheduler_make_input (self, &input, error))
    return FALSE;
  log = input.log;
  for (i = 0; i < log->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (log, i);

    if (occurrence->reminder != reminder || !uk_occurrence_is_open (occurrence))
      continue;
    if (!uk_reminder_book_put_down (self->book, occurrence, UK_OCCURRENCE_SKIPPED, input.now,
                                    error))
      return FALSE;
    uk_notice_board_withdraw (self->board, occurrence);
  }
  return TRUE;
}

/**
 * uk_scheduler_save_reminder:
 * @reminder: with @id 0 a new one; its @since is set to now
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: its id; 0 with an error
 */
gint64
uk_scheduler_save_reminder (UkScheduler *self, const UkReminder *reminder, GError **error)
{
  g_autoptr (UkReminder) saved = NULL;
  gint64 id;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), 0);
  g_return_val_if_fail (reminder != NULL, 0);

  if (reminder->id != 0
      && (uk_reminder_book_find (self->book, reminder->id, error) == NULL
          || !close_open (self, reminder->id, error)))
    return 0;
  saved = uk_reminder_copy (reminder);
  saved->since = uk_scheduler_get_now (self);
  id = uk_reminder_book_save (self->book, saved, error);
  if (id != 0)
    uk_scheduler_note_changed (self);
  return id;
}

/**
 * uk_scheduler_delete_reminder:
 * @id: id of a reminder
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it is gone
 */
gboolean
uk_scheduler_delete_reminder (UkScheduler *self, gint64 id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (uk_reminder_book_find (self->book, id, error) == NULL || !close_open (self, id, error)
      || !uk_reminder_book_delete (self->book, id, uk_scheduler_get_now (self), error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_restore_reminder:
 * @id: id of a reminder that was deleted within the last day
 * @error: #UkStoreError
 *
 * Returns: whether it is back
 */
gboolean
uk_scheduler_restore_reminder (UkScheduler *self, gint64 id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (!uk_reminder_book_restore (self->book, id, uk_scheduler_get_now (self), error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_set_enabled:
 * @id: id of a reminder
 * @enabled: whether it fires
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_set_enabled (UkScheduler *self, gint64 id, gboolean enabled, GError **error)
{
  g_autoptr (UkReminder) changed = NULL;
  const UkReminder *reminder;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  reminder = uk_reminder_book_find (self->book, id, error);
  if (reminder == NULL)
    return FALSE;
  if (reminder->enabled == enabled)
    return TRUE;
  changed = uk_reminder_copy (reminder);
  changed->enabled = enabled;
  return uk_scheduler_save_reminder (self, changed, error) != 0;
}

/**
 * uk_scheduler_snooze:
 * @id: id of an occurrence that is open or will come
 * @minutes: after how many minutes from now it comes back, 1 to 1440; 0: as a notification's button
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it was put off
 */
gboolean
uk_scheduler_snooze (UkScheduler *self, const char *id, guint minutes, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (minutes == 0)
    minutes = uk_notice_board_get_snooze_minutes (self->board);
  if (minutes > MOST_SNOOZE_MINUTES) {
    g_set_error_literal (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID,
                         _ ("A reminder can be put off by 1 minute to 24 hours"));
    return FALSE;
  }
  return answer (self, id, UK_OCCURRENCE_SNOOZED,
                 uk_scheduler_get_now (self) + (gint64)minutes * 60, error);
}

/**
 * uk_scheduler_skip:
 * @id: id of an occurrence that is open or will come
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it was put down as skipped
 */
gboolean
uk_scheduler_skip (UkScheduler *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  return answer (self, id, UK_OCCURRENCE_SKIPPED, uk_scheduler_get_now (self), error);
}

/**
 * uk_scheduler_done:
 * @id: id of an occurrence that is open or will come
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it was put down as done
 */
gboolean
uk_scheduler_done (UkScheduler *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  return answer (self, id, UK_OCCURRENCE_DONE, uk_scheduler_get_now (self), error);
}

/**
 * uk_scheduler_list_coming:
 * @days: how many local days, today included
 *
 * Returns: (transfer container) (element-type UkOccurrence): what will be shown, in order of time;
 * empty if the store cannot be read
 */
GPtrArray *
uk_scheduler_list_coming (UkScheduler *self, guint days)
{
  g_autoptr (GError) error = NULL;
  UkPlanInput input;
  GPtrArray *coming;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  if (!uk_scheduler_make_input (self, &input, &error)) {
    uk_scheduler_set_problem (self, error->message);
    return g_ptr_array_new_with_free_func (g_free);
  }
  coming = uk_plan_list_coming (&input, days);
  g_ptr_array_unref (input.log);
  return coming;
}

/**
 * uk_scheduler_describe_next:
 *
 * Returns: (transfer full): one line on what the service waits for, translated
 */
char *
uk_scheduler_describe_next (UkScheduler *self)
{
  g_autoptr (GPtrArray) coming = NULL;
  gint64 now;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  now = uk_scheduler_get_now (self);
  if (uk_reminder_book_get_paused_until (self->book) > now)
    return g_strdup (_ ("Reminders are paused"));
  coming = uk_scheduler_list_coming (self, TOLD_DAYS);
  if (coming->len == 0)
    return g_strdup (_ ("No reminder is due"));
  return uk_due_describe_next (((const UkOccurrence *)g_ptr_array_index (coming, 0))->due, now,
                               uk_zone_get (self->zone));
}

/**
 * uk_scheduler_list_history:
 * @before: Unix seconds; only what was due before
 * @limit: how many at most
 * @error: #UkStoreError
 *
 * Returns: (transfer full) (nullable) (element-type UkOccurrence): what became of past occurrences,
 * newest first
 */
GPtrArray *
uk_scheduler_list_history (UkScheduler *self, gint64 before, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return uk_reminder_book_list_history (self->book, before, limit, error);
}

/**
 * uk_scheduler_note_ratings:
 *
 * Somebody rated a knot: reminders that follow one may come more or less often.  Or a backup was
 * brought back, with other reminders.
 */
void
uk_scheduler_note_ratings (UkScheduler *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (UK_IS_SCHEDULER (self));

  if (self->loaded && !uk_reminder_book_load (self->book, &error))
    g_message ("The reminders cannot be read: %s", error->message);
  uk_scheduler_queue_plan (self);
}

/**
 * uk_scheduler_pause:
 * @until: Unix seconds; 0 to go on, %UK_NEVER until told to go on
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Keeps all reminders silent until @until.
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_pause (UkScheduler *self, gint64 until, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (until != 0 && until <= uk_scheduler_get_now (self)) {
    g_set_error_literal (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID,
                         _ ("A pause must end in the future"));
    return FALSE;
  }
  /* What came due in the old pause is put down as silent before it is forgotten. */
  uk_scheduler_plan (self);
  if (!uk_reminder_book_set_paused_until (self->book, until, error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_get_paused_until:
 *
 * Returns: Unix seconds; 0 if reminders are not paused now
 */
gint64
uk_scheduler_get_paused_until (UkScheduler *self)
{
  gint64 until;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), 0);

  until = uk_reminder_book_get_paused_until (self->book);
  return until > uk_scheduler_get_now (self) ? until : 0;
}

/**
 * uk_scheduler_set_quiet_hours:
 * @from: minute of the day at which they begin
 * @until: minute at which they end; equal to @from for none
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_set_quiet_hours (UkScheduler *self, guint from, guint until, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  uk_scheduler_plan (self);
  if (!uk_reminder_book_set_quiet_hours (self->book, from, until, error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_get_quiet_hours:
 * @from: (out): minute of the day
 * @until: (out): minute of the day; equal to @from if there are none
 */
void
uk_scheduler_get_quiet_hours (UkScheduler *self, guint *from, guint *until)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  uk_reminder_book_get_quiet_hours (self->book, from, until);
}

/**
 * uk_scheduler_set_limits:
 * @quiet_moves: whether what falls into quiet hours is shown when they are over
 * @most_snoozes: how often one occurrence can be put off; 0: without limit
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether both were saved
 */
gboolean
uk_scheduler_set_limits (UkScheduler *self,
                         gboolean quiet_moves,
                         guint most_snoozes,
                         GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  uk_scheduler_plan (self);
  if (!uk_reminder_book_set_most_snoozes (self->book, most_snoozes, error)
      || !uk_reminder_book_set_quiet_moves (self->book, quiet_moves, error))
    return FALSE;
  uk_scheduler_note_changed (self);
  return TRUE;
}

/**
 * uk_scheduler_get_limits:
 * @quiet_moves: (out): whether what falls into quiet hours is shown when they are over
 * @most_snoozes: (out): how often one occurrence can be put off; 0: without limit
 */
void
uk_scheduler_get_limits (UkScheduler *self, gboolean *quiet_moves, guint *most_snoozes)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));
  g_return_if_fail (quiet_moves != NULL && most_snoozes != NULL);

  *quiet_moves = uk_reminder_book_get_quiet_moves (self->book);
  *most_snoozes = uk_reminder_book_get_most_snoozes (self->book);
}
