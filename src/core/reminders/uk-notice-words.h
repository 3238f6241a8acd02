/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"
#include "core/reminders/uk-occurrence.h"
#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

/* Ids of the notices that are not about one occurrence. */
#define UK_NOTICE_SEVERAL "several"
#define UK_NOTICE_MISSED "missed"

UkNotice *
uk_notice_new_for_occurrence (const UkOccurrence *occurrence, const UkReminder *reminder, gboolean details);
UkNotice *uk_notice_new_for_several (guint n);
UkNotice *uk_notice_new_for_missed (guint n);

G_END_DECLS
