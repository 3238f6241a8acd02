/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notice-board.h"

G_BEGIN_DECLS

gboolean uk_reminder_paces_update (UkReminderBook *book,
                                   UkStore *store,
                                   UkNoticeBoard *board,
                                   gint64 now,
                                   GTimeZone *zone,
                                   GError **error);

G_END_DECLS
