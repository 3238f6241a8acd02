/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Weekdays and the time from and to which a break counts on them.  Signals `changed`, `removed`. */
#define UK_TYPE_HOURS_ROW (uk_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (UkHoursRow, uk_hours_row, UK, HOURS_ROW, GtkWidget)

GtkWidget *uk_hours_row_new (const UkHours *hours);
void uk_hours_row_get_hours (UkHoursRow *self, UkHours *hours);
void uk_hours_row_set_removable (UkHoursRow *self, gboolean removable);

G_END_DECLS
