/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/reminders/uk-reminder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A reminder as a sentence, with its switch.  The row runs reminders.edit, the switch emits
 * `toggled (gboolean)` when the person moves it. */
#define UK_TYPE_REMINDER_ROW (uk_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderRow, uk_reminder_row, UK, REMINDER_ROW, GtkListBoxRow)

GtkWidget *uk_reminder_row_new (gint64 id);
gint64 uk_reminder_row_get_id (UkReminderRow *self);
void
uk_reminder_row_update (UkReminderRow *self, const UkReminder *reminder, UkCatalogue *catalogue);

G_END_DECLS
