/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Seven toggles, Monday first.  Signal `changed`. */
#define UK_TYPE_WEEKDAY_PICKER (uk_weekday_picker_get_type ())
G_DECLARE_FINAL_TYPE (UkWeekdayPicker, uk_weekday_picker, UK, WEEKDAY_PICKER, GtkWidget)

void uk_weekday_picker_set_weekdays (UkWeekdayPicker *self, guint weekdays);
guint uk_weekday_picker_get_weekdays (UkWeekdayPicker *self);

G_END_DECLS
