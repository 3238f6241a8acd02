/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-reminder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Asks the program's window process for something; it is started if it does not run. */
void uk_window_call_start (GDBusConnection *bus, const UkReminder *reminder, const char *token);
void uk_window_call_progress (GDBusConnection *bus, const char *token);
void uk_window_call_reminders (GDBusConnection *bus, const char *token);

G_END_DECLS
