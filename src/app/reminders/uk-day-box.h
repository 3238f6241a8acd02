/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which days: of the week, every so many, of the month, or one.  Signal `changed`. */
#define UK_TYPE_DAY_BOX (uk_day_box_get_type ())
G_DECLARE_FINAL_TYPE (UkDayBox, uk_day_box, UK, DAY_BOX, GtkWidget)

void uk_day_box_set_spec (UkDayBox *self, const UkRecurrenceSpec *spec);
void uk_day_box_fill_spec (UkDayBox *self, UkRecurrenceSpec *spec);
gboolean uk_day_box_is_once (UkDayBox *self);

G_END_DECLS
