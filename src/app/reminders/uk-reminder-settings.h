/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What holds for all reminders: quiet hours, what a notification says, and whether they survive
 * log-out. Signal `failed (message)`. */
#define UK_TYPE_REMINDER_SETTINGS (uk_reminder_settings_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderSettings, uk_reminder_settings, UK, REMINDER_SETTINGS, GtkWidget)

void uk_reminder_settings_set_context (UkReminderSettings *self, const UkContext *context);
void uk_reminder_settings_update (UkReminderSettings *self, const UkReminderStatus *status);

G_END_DECLS
