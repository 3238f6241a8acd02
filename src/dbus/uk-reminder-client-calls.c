/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "dbus/uk-reminder-client-private.h"
#include "dbus/uk-reminders-dbus.h"

/**
 * uk_reminder_client_list_async:
 *
 * Asks for all reminders.
 */
void
uk_reminder_client_list_async (UkReminderClient *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "List", NULL, "(aa{sv})", cancellable, callback, user_data);
}

/**
 * uk_reminder_client_list_finish:
 * @error: #UkRemindersError
 *
 * Returns: (transfer container) (nullable) (element-type UkReminder): all reminders, oldest first
 */
GPtrArray *
uk_reminder_client_list_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);
  g_autoptr (GVariantIter) iter = NULL;
  GPtrArray *reminders;
  GVariant *item;

  if (answer == NULL)
    return NULL;
  reminders = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_variant_get (answer, "(aa{sv})", &iter);
  while ((item = g_variant_iter_next_value (iter)) != NULL) {
    /* One that this version does not know is left out. */
    UkReminder *reminder = uk_reminder_new_from_variant (item, NULL);

    if (reminder != NULL)
      g_ptr_array_add (reminders, reminder);
    g_variant_unref (item);
  }
  return reminders;
}

/**
 * uk_reminder_client_save_async:
 * @reminder: with @id 0 a new one
 *
 * Makes or changes a reminder.
 */
void
uk_reminder_client_save_async (UkReminderClient *self,
                               const UkReminder *reminder,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));
  g_return_if_fail (reminder != NULL);

  uk_reminder_client_call (self, "Save",
                           g_variant_new ("(@a{sv})", uk_reminder_to_variant (reminder)), "(x)",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_save_finish:
 * @error: #UkRemindersError
 *
 * Returns: the id of the reminder; 0 with an error
 */
gint64
uk_reminder_client_save_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);
  gint64 id = 0;

  if (answer != NULL)
    g_variant_get (answer, "(x)", &id);
  return id;
}

/**
 * uk_reminder_client_list_coming_async:
 * @days: how many local days, today included, 1 to 31
 *
 * Asks what will be shown on these days.
 */
void
uk_reminder_client_list_coming_async (UkReminderClient *self,
                                      guint days,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "GetNextDays", g_variant_new ("(u)", days), "(a(sxxssb))",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_list_coming_finish:
 * @error: #UkRemindersError
 *
 * Returns: (transfer container) (nullable) (element-type UkComing): in order of time
 */
GPtrArray *
uk_reminder_client_list_coming_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);
  g_autoptr (GVariantIter) iter = NULL;
  GPtrArray *list;
  UkComing item;

  if (answer == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_coming_free);
  g_variant_get (answer, "(a(sxxssb))", &iter);
  while (g_variant_iter_next (iter, "(sxxssb)", &item.id, &item.reminder, &item.due, &item.routine,
                              &item.title, &item.snoozed))
    g_ptr_array_add (list, g_memdup2 (&item, sizeof item));
  return list;
}

/**
 * uk_reminder_client_get_status_async:
 *
 * Asks what works.
 */
void
uk_reminder_client_get_status_async (UkReminderClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "GetStatus", NULL, "(a{sv})", cancellable, callback, user_data);
}

/**
 * uk_reminder_client_get_status_finish:
 * @error: #UkRemindersError
 *
 * Returns: (transfer full) (nullable): what works
 */
UkReminderStatus *
uk_reminder_client_get_status_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);
  g_autoptr (GVariant) dictionary = NULL;
  UkReminderStatus *status;

  if (answer == NULL)
    return NULL;
  status = g_new0 (UkReminderStatus, 1);
  dictionary = g_variant_get_child_value (answer, 0);
  g_variant_lookup (dictionary, "notifications", "b", &status->notifications);
  g_variant_lookup (dictionary, "autostart", "b", &status->autostart);
  g_variant_lookup (dictionary, "sandboxed", "b", &status->sandboxed);
  g_variant_lookup (dictionary, "problem", "s", &status->problem);
  g_variant_lookup (dictionary, "paused-until", "x", &status->paused_until);
  g_variant_lookup (dictionary, "quiet-from", "u", &status->quiet_from);
  g_variant_lookup (dictionary, "quiet-until", "u", &status->quiet_until);
  g_variant_lookup (dictionary, "after-quiet-hours", "b", &status->after_quiet_hours);
  g_variant_lookup (dictionary, "most-snoozes", "u", &status->most_snoozes);
  g_variant_lookup (dictionary, "presence", "s", &status->presence);
  return status;
}

/**
 * uk_reminder_client_list_history_async:
 * @before: Unix seconds; only what was due before
 * @limit: how many at most, 1 to 500
 *
 * Asks what became of past occurrences.
 */
void
uk_reminder_client_list_history_async (UkReminderClient *self,
                                       gint64 before,
                                       guint limit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "GetHistory", g_variant_new ("(xu)", before, limit),
                           "(a(sxxssxu))", cancellable, callback, user_data);
}

/**
 * uk_reminder_client_list_history_finish:
 * @error: #UkRemindersError
 *
 * Returns: (transfer container) (nullable) (element-type UkPast): newest first
 */
GPtrArray *
uk_reminder_client_list_history_finish (UkReminderClient *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);
  g_autoptr (GVariantIter) iter = NULL;
  GPtrArray *list;
  const char *state;
  UkPast item;

  if (answer == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_past_free);
  g_variant_get (answer, "(a(sxxssxu))", &iter);
  while (g_variant_iter_next (iter, "(sxxs&sxu)", &item.id, &item.reminder, &item.due, &item.title,
                              &state, &item.until, &item.snoozes)) {
    item.state = uk_occurrence_state_from_id (state);
    g_ptr_array_add (list, g_memdup2 (&item, sizeof item));
  }
  return list;
}

/**
 * uk_reminder_client_delete_async:
 * @id: id of a reminder
 */
void
uk_reminder_client_delete_async (UkReminderClient *self,
                                 gint64 id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "Delete", g_variant_new ("(x)", id), "()", cancellable, callback,
                           user_data);
}

/**
 * uk_reminder_client_restore_async:
 * @id: id of a reminder that was deleted within the last day
 */
void
uk_reminder_client_restore_async (UkReminderClient *self,
                                  gint64 id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "Restore", g_variant_new ("(x)", id), "()", cancellable, callback,
                           user_data);
}

/**
 * uk_reminder_client_set_enabled_async:
 * @id: id of a reminder
 * @enabled: whether it fires
 */
void
uk_reminder_client_set_enabled_async (UkReminderClient *self,
                                      gint64 id,
                                      gboolean enabled,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "SetEnabled", g_variant_new ("(xb)", id, enabled), "()",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_snooze_async:
 * @occurrence: id of an occurrence that is open or will come
 * @minutes: after how many minutes it comes back, 1 to 1440; 0: as a notification's button
 */
void
uk_reminder_client_snooze_async (UkReminderClient *self,
                                 const char *occurrence,
                                 guint minutes,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));
  g_return_if_fail (occurrence != NULL);

  uk_reminder_client_call (self, "Snooze", g_variant_new ("(su)", occurrence, minutes), "()",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_skip_async:
 * @occurrence: id of an occurrence that is open or will come
 */
void
uk_reminder_client_skip_async (UkReminderClient *self,
                               const char *occurrence,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));
  g_return_if_fail (occurrence != NULL);

  uk_reminder_client_call (self, "Skip", g_variant_new ("(s)", occurrence), "()", cancellable,
                           callback, user_data);
}

/**
 * uk_reminder_client_done_async:
 * @occurrence: id of an occurrence that is open or will come
 */
void
uk_reminder_client_done_async (UkReminderClient *self,
                               const char *occurrence,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));
  g_return_if_fail (occurrence != NULL);

  uk_reminder_client_call (self, "Done", g_variant_new ("(s)", occurrence), "()", cancellable,
                           callback, user_data);
}

/**
 * uk_reminder_client_pause_async:
 * @until: Unix seconds; 0 to go on, %G_MAXINT64 until told to go on
 */
void
uk_reminder_client_pause_async (UkReminderClient *self,
                                gint64 until,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "Pause", g_variant_new ("(x)", until), "()", cancellable, callback,
                           user_data);
}

/**
 * uk_reminder_client_set_quiet_hours_async:
 * @from: minute of the day at which they begin
 * @until: minute at which they end; equal to @from for none
 */
void
uk_reminder_client_set_quiet_hours_async (UkReminderClient *self,
                                          guint from,
                                          guint until,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "SetQuietHours", g_variant_new ("(uu)", from, until), "()",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_set_limits_async:
 * @after_quiet_hours: whether what falls into quiet hours is shown when they are over
 * @most_snoozes: how often one occurrence can be put off; 0: without limit
 */
void
uk_reminder_client_set_limits_async (UkReminderClient *self,
                                     gboolean after_quiet_hours,
                                     guint most_snoozes,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "SetLimits",
                           g_variant_new ("(bu)", after_quiet_hours, most_snoozes), "()",
                           cancellable, callback, user_data);
}

/**
 * uk_reminder_client_note_ratings:
 *
 * Says that a knot was rated: reminders that follow it may come more or less often.
 */
void
uk_reminder_client_note_ratings (UkReminderClient *self)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  uk_reminder_client_call (self, "NoteRatings", NULL, "()", NULL, NULL, NULL);
}

/**
 * uk_reminder_client_do_finish:
 * @error: #UkRemindersError
 *
 * Returns: whether it worked
 */
gboolean
uk_reminder_client_do_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = uk_reminder_client_call_finish (self, result, error);

  return answer != NULL;
}
