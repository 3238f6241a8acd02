/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the next days hold: a tile for each day that has reminders, beside their times. */
#define UK_TYPE_WEEK_VIEW (uk_week_view_get_type ())
G_DECLARE_FINAL_TYPE (UkWeekView, uk_week_view, UK, WEEK_VIEW, GtkWidget)

void uk_week_view_set_coming (UkWeekView *self, GPtrArray *coming);

G_END_DECLS
