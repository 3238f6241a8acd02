/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-reminder.h"

/**
 * uk_reminder_new:
 * @routine: routine id
 * @title: what to do, as shown to the person
 * @recurrence: when
 *
 * Returns: (transfer full): a new reminder, enabled, without region, with the usual grace
 */
UkReminder *
uk_reminder_new (const char *routine, const char *title, UkRecurrence *recurrence)
{
  UkReminder *self;

  g_return_val_if_fail (routine != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (recurrence != NULL, NULL);

  self = g_new0 (UkReminder, 1);
  self->routine = g_strdup (routine);
  self->title = g_strdup (title);
  self->recurrence = uk_recurrence_ref (recurrence);
  self->enabled = TRUE;
  self->grace = UK_GRACE_DEFAULT;
  return self;
}

/**
 * uk_reminder_copy:
 *
 * Returns: (transfer full): a copy
 */
UkReminder *
uk_reminder_copy (const UkReminder *reminder)
{
  UkReminder *self;

  g_return_val_if_fail (reminder != NULL, NULL);

  self = g_memdup2 (reminder, sizeof *reminder);
  self->routine = g_strdup (reminder->routine);
  self->title = g_strdup (reminder->title);
  self->region = g_strdup (reminder->region);
  self->recurrence = uk_recurrence_ref (reminder->recurrence);
  return self;
}

/**
 * uk_reminder_free:
 * @reminder: (nullable):
 */
void
uk_reminder_free (UkReminder *reminder)
{
  if (reminder == NULL)
    return;
  g_free (reminder->routine);
  g_free (reminder->title);
  g_free (reminder->region);
  uk_recurrence_unref (reminder->recurrence);
  g_free (reminder);
}
