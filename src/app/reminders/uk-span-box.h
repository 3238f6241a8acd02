/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When a repetition begins and ends.  Signal `changed`. */
#define UK_TYPE_SPAN_BOX (uk_span_box_get_type ())
G_DECLARE_FINAL_TYPE (UkSpanBox, uk_span_box, UK, SPAN_BOX, GtkWidget)

void uk_span_box_set_countable (UkSpanBox *self, gboolean countable);
void uk_span_box_set_spec (UkSpanBox *self, const UkRecurrenceSpec *spec);
void uk_span_box_fill_spec (UkSpanBox *self, UkRecurrenceSpec *spec);

G_END_DECLS
