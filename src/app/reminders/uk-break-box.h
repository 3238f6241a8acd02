/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* After how long at the computer, and in which hours, a break is due.  Signal `changed`. */
#define UK_TYPE_BREAK_BOX (uk_break_box_get_type ())
G_DECLARE_FINAL_TYPE (UkBreakBox, uk_break_box, UK, BREAK_BOX, GtkWidget)

void uk_break_box_set_presence (UkBreakBox *self, const char *presence);
void uk_break_box_set_spec (UkBreakBox *self, const UkRecurrenceSpec *spec);
GArray *uk_break_box_fill_spec (UkBreakBox *self, UkRecurrenceSpec *spec);

G_END_DECLS
