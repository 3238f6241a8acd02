/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads reminders from calendar files and writes them.  Signal `told (text)`. */
#define UK_TYPE_REMINDER_FILES (uk_reminder_files_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderFiles, uk_reminder_files, UK, REMINDER_FILES, GObject)

UkReminderFiles *uk_reminder_files_new (const UkContext *context);
void uk_reminder_files_choose_import (UkReminderFiles *self, GtkWindow *parent, GPtrArray *known);
void
uk_reminder_files_import (UkReminderFiles *self, GtkWindow *parent, GPtrArray *known, GFile *file);
void
uk_reminder_files_choose_export (UkReminderFiles *self, GtkWindow *parent, GPtrArray *reminders);
void uk_reminder_files_export (UkReminderFiles *self, GPtrArray *reminders, GFile *file);

G_END_DECLS
