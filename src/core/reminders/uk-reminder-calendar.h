/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

char *uk_reminder_to_calendar (GPtrArray *reminders, UkDay today, GDateTime *now);

G_END_DECLS
