/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notification-words.h"

#include <glib/gi18n-lib.h>

/**
 * uk_notification_new_for_occurrence:
 * @occurrence: what is due
 * @reminder: its reminder
 * @details: whether others may read what it is about
 *
 * Returns: (transfer full): what to tell the person
 */
UkNotification *
uk_notification_new_for_occurrence (const UkOccurrence *occurrence,
                                    const UkReminder *reminder,
                                    gboolean details)
{
  g_autofree char *id = NULL;
  g_autofree char *time = NULL;
  g_autofree char *body = NULL;
  UkNotification *notice;

  g_return_val_if_fail (occurrence != NULL, NULL);
  g_return_val_if_fail (reminder != NULL, NULL);

  id = uk_occurrence_to_id (occurrence);
  time = uk_minute_to_text (occurrence->slot);
  /* Translators: the body of a notification; %s is the time at which it was due */
  body = g_strdup_printf (_ ("Your reminder for %s"), time);
  notice = uk_notification_new (id, details ? reminder->title : _ ("Time for your routine"), body);
  notice->answerable = TRUE;
  return notice;
}

/**
 * uk_notification_new_for_several:
 * @n: how many reminders are due at once
 *
 * Returns: (transfer full): one notice for all of them
 */
UkNotification *
uk_notification_new_for_several (guint n)
{
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u reminder is due", "%u reminders are due", n), n);

  return uk_notification_new (UK_NOTIFICATION_SEVERAL, title,
                              _ ("Open Unknot to choose where to begin"));
}

/**
 * uk_notification_new_for_missed:
 * @n: how many reminders nobody could be told of
 *
 * Returns: (transfer full): a quiet notice
 */
UkNotification *
uk_notification_new_for_missed (guint n)
{
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u reminder was missed", "%u reminders were missed", n), n);
  UkNotification *notice
      = uk_notification_new (UK_NOTIFICATION_MISSED, title, _ ("The computer was off or asleep"));

  notice->low = TRUE;
  return notice;
}
