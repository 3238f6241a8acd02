/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plans/uk-course.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The days of a plan in rows that wrap: done, half done, today.  Signal `picked` (guint number): the person wants to
 * see a day. */
#define UK_TYPE_DAY_STRIP (uk_day_strip_get_type ())
G_DECLARE_FINAL_TYPE (UkDayStrip, uk_day_strip, UK, DAY_STRIP, GtkWidget)

void uk_day_strip_set (UkDayStrip *self, guint n_days, const UkCourse *course);
void uk_day_strip_pick (UkDayStrip *self, guint number);

G_END_DECLS
