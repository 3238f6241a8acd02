/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-chart-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_CHART_LAYOUT (uk_chart_layout_get_type ())

/* Scales the areas of a chart view from chart units, wherever the body stands and however near it
 * is. Other children get their natural size in a corner. */
G_DECLARE_FINAL_TYPE (UkChartLayout, uk_chart_layout, UK, CHART_LAYOUT, GtkLayoutManager)

GtkLayoutManager *uk_chart_layout_new (void);

const UkChartFrame *uk_chart_layout_get_frame (UkChartLayout *self);
const UkChartFrame *uk_chart_layout_get_goal (UkChartLayout *self);
GskTransform *uk_chart_layout_make_transform (UkChartLayout *self, UkView view);

void uk_chart_layout_set_view (UkChartLayout *self, UkView view);
void uk_chart_layout_set_focus (UkChartLayout *self, const UkChartFocus *focus);
gboolean uk_chart_layout_get_zoomed (UkChartLayout *self);
gboolean uk_chart_layout_is_still (UkChartLayout *self);
void uk_chart_layout_set_progress (UkChartLayout *self, double progress);
void uk_chart_layout_set_squeeze (UkChartLayout *self, double squeeze);

G_END_DECLS
