/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/reminders/uk-reminder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes or changes a reminder.  Signal `deleted (UkReminder)` after it took one away. */
#define UK_TYPE_REMINDER_EDITOR (uk_reminder_editor_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderEditor, uk_reminder_editor, UK, REMINDER_EDITOR, AdwWindow)

GtkWidget *uk_reminder_editor_new (const UkContext *context, const UkReminder *reminder);

G_END_DECLS
