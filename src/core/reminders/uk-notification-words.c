/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notification-words.h"

#include <glib/gi18n-lib.h>

/* What it is about, in words that everybody may read. */
static const char *
get_generic_title (UkReminderKind kind)
{
  switch (kind) {
  case UK_REMINDER_BREAK:
    return _ ("Time for a short break");
  case UK_REMINDER_PLAN_DAY:
    return _ ("Time for today’s plan");
  case UK_REMINDER_LOG:
    return _ ("How does it feel today?");
  case UK_REMINDER_RECHECK:
    return _ ("Time to have a look");
  case UK_REMINDER_ROUTINE:
  default:
    return _ ("Time for your routine");
  }
}

static const char *
get_start_label (const UkReminder *reminder)
{
  switch (reminder->kind) {
  case UK_REMINDER_BREAK:
    return *reminder->routine != '\0' ? _ ("Start") : _ ("Done");
  case UK_REMINDER_LOG:
    return _ ("Note it now");
  case UK_REMINDER_RECHECK:
    return _ ("Done");
  case UK_REMINDER_ROUTINE:
  case UK_REMINDER_PLAN_DAY:
  default:
    return _ ("Start");
  }
}

static char *
describe_delay (const UkOccurrence *occurrence, gint64 now)
{
  guint minutes = (guint)(MAX (now - occurrence->due, 60) / 60);

  if (minutes < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Put off for %u minute so far",
                                         "Put off for %u minutes so far", minutes),
                            minutes);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Put off for %u hour so far",
                                       "Put off for %u hours so far", minutes / 60),
                          minutes / 60);
}

static char *
make_body (const UkOccurrence *occurrence, const UkReminder *reminder, const char *tip, gint64 now)
{
  g_autofree char *time = NULL;

  if (occurrence->snoozes > 0)
    return describe_delay (occurrence, now);
  if (tip != NULL)
    return g_strdup (tip);
  if (uk_recurrence_is_interval (reminder->recurrence)) {
    guint every = uk_recurrence_peek (reminder->recurrence)->every;

    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You have been here for %u minute",
                                         "You have been here for %u minutes", every),
                            every);
  }
  time = uk_minute_to_text (occurrence->slot % UK_MINUTES_PER_DAY);
  /* Translators: the body of a notification; %s is the time at which it was due */
  return g_strdup_printf (_ ("Your reminder for %s"), time);
}

/**
 * uk_notification_new_for_occurrence:
 * @occurrence: what is due
 * @reminder: its reminder
 * @details: whether others may read what it is about
 * @tip: (nullable): what to say instead of the time
 * @now: Unix seconds
 *
 * Returns: (transfer full): what to tell the person; it cannot be put off yet
 */
UkNotification *
uk_notification_new_for_occurrence (const UkOccurrence *occurrence,
                                    const UkReminder *reminder,
                                    gboolean details,
                                    const char *tip,
                                    gint64 now)
{
  g_autofree char *id = NULL;
  g_autofree char *body = NULL;
  UkNotification *notice;

  g_return_val_if_fail (occurrence != NULL, NULL);
  g_return_val_if_fail (reminder != NULL, NULL);

  id = uk_occurrence_to_id (occurrence);
  body = make_body (occurrence, reminder, tip, now);
  notice = uk_notification_new (id, details ? reminder->title : get_generic_title (reminder->kind),
                                body);
  notice->answerable = TRUE;
  notice->start = g_strdup (get_start_label (reminder));
  return notice;
}

/**
 * uk_notification_set_snooze:
 * @minutes: by how much its button puts it off, at least 1
 */
void
uk_notification_set_snooze (UkNotification *notice, guint minutes)
{
  gboolean hours = minutes % 60 == 0;

  g_return_if_fail (notice != NULL && minutes > 0);

  g_free (notice->snooze);
  notice->snooze = g_strdup_printf (
      hours ? g_dngettext (GETTEXT_PACKAGE, "In %u hour", "In %u hours", minutes / 60)
            : g_dngettext (GETTEXT_PACKAGE, "In %u minute", "In %u minutes", minutes),
      hours ? minutes / 60 : minutes);
}

/**
 * uk_notification_new_for_several:
 * @kind: what they are about
 * @n: how many reminders are due at once
 *
 * Returns: (transfer full): one notice for all of them
 */
UkNotification *
uk_notification_new_for_several (UkReminderKind kind, guint n)
{
  g_autofree char *id = g_strconcat (UK_NOTIFICATION_SEVERAL, uk_reminder_kind_to_id (kind), NULL);
  g_autofree char *title = NULL;

  if (kind == UK_REMINDER_BREAK)
    return uk_notification_new (id, get_generic_title (kind),
                                _ ("Open Unknot to choose where to begin"));
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u reminder is due", "%u reminders are due", n), n);
  return uk_notification_new (id, title, _ ("Open Unknot to choose where to begin"));
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

/**
 * uk_notification_new_for_rest:
 * @reminder: one that follows a knot that has eased
 * @details: whether others may read what it is about
 *
 * Returns: (transfer full): a quiet notice that it does not come any more
 */
UkNotification *
uk_notification_new_for_rest (const UkReminder *reminder, gboolean details)
{
  g_autofree char *id = NULL;
  UkNotification *notice;

  g_return_val_if_fail (reminder != NULL, NULL);

  id = g_strdup_printf (UK_NOTIFICATION_RESTS "%" G_GINT64_FORMAT, reminder->id);
  notice = uk_notification_new (id, _ ("A reminder rests from today"),
                                details ? reminder->title
                                        : _ ("It comes back when you note that you need it"));
  notice->low = TRUE;
  return notice;
}
