/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"
#include "core/reminders/uk-reminder-book.h"

G_BEGIN_DECLS

/* What is on the screen about occurrences: each its own notification, or one for several of a kind.
 * Signals: `shown (UkOccurrence)`, at once or later, and `failed (why)`. */
#define UK_TYPE_NOTICE_BOARD (uk_notice_board_get_type ())
G_DECLARE_FINAL_TYPE (UkNoticeBoard, uk_notice_board, UK, NOTICE_BOARD, GObject)

UkNoticeBoard *uk_notice_board_new (UkNotifier *notifier, UkReminderBook *book);
void uk_notice_board_set_tip_func (UkNoticeBoard *self, UkTipFunc tip, gpointer data);
void uk_notice_board_set_details (UkNoticeBoard *self, gboolean details);
void uk_notice_board_set_snooze_minutes (UkNoticeBoard *self, guint minutes);
guint uk_notice_board_get_snooze_minutes (UkNoticeBoard *self);
void uk_notice_board_show (UkNoticeBoard *self, GPtrArray *occurrences, gint64 now, gboolean low);
void uk_notice_board_show_missed (UkNoticeBoard *self, guint n);
void uk_notice_board_show_rest (UkNoticeBoard *self, const UkReminder *reminder);
void uk_notice_board_withdraw (UkNoticeBoard *self, const UkOccurrence *occurrence);

G_END_DECLS
