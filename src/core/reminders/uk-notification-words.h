/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"
#include "core/reminders/uk-occurrence.h"
#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

/* Ids of the notices that are not about one occurrence; the first is followed by a kind. */
#define UK_NOTIFICATION_SEVERAL "several-"
#define UK_NOTIFICATION_RESTS "rests-"
#define UK_NOTIFICATION_MISSED "missed"

UkNotification *uk_notification_new_for_occurrence (const UkOccurrence *occurrence,
                                                    const UkReminder *reminder,
                                                    gboolean details,
                                                    const char *tip,
                                                    gint64 now);
void uk_notification_set_snooze (UkNotification *notice, guint minutes);
UkNotification *uk_notification_new_for_several (UkReminderKind kind, guint n);
UkNotification *uk_notification_new_for_missed (guint n);
UkNotification *uk_notification_new_for_rest (const UkReminder *reminder, gboolean details);

G_END_DECLS
