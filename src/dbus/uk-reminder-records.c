/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dbus/uk-reminder-client.h"

/**
 * uk_coming_free:
 * @coming: (nullable):
 */
void
uk_coming_free (UkComing *coming)
{
  if (coming == NULL)
    return;
  g_free (coming->id);
  g_free (coming->routine);
  g_free (coming->title);
  g_free (coming);
}

/**
 * uk_past_free:
 * @past: (nullable):
 */
void
uk_past_free (UkPast *past)
{
  if (past == NULL)
    return;
  g_free (past->id);
  g_free (past->title);
  g_free (past);
}

/**
 * uk_reminder_status_free:
 * @status: (nullable):
 */
void
uk_reminder_status_free (UkReminderStatus *status)
{
  if (status == NULL)
    return;
  g_free (status->problem);
  g_free (status->presence);
  g_free (status);
}
