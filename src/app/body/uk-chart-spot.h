/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-paint.h"
#include "core/chart/uk-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_CHART_SPOT (uk_chart_spot_get_type ())

/* One area of the chart as a widget: it can be picked by its true outline, focused and read aloud.
 */
G_DECLARE_FINAL_TYPE (UkChartSpot, uk_chart_spot, UK, CHART_SPOT, GtkWidget)

GtkWidget *uk_chart_spot_new (UkChart *chart, const UkChartArea *area);
void uk_chart_spot_set_area (UkChartSpot *self, UkChart *chart, const UkChartArea *area);

const UkChartArea *uk_chart_spot_get_area (UkChartSpot *self);
const char *uk_chart_spot_get_name (UkChartSpot *self);

/* Where the widget's 0,0 lies on the chart, and its size: it measures itself in chart units. */
UkBox uk_chart_spot_get_box (UkChartSpot *self);

void uk_chart_spot_set_name (UkChartSpot *self, const char *name);
void uk_chart_spot_set_palette (UkChartSpot *self, const UkChartPalette *palette);
void uk_chart_spot_set_scale (UkChartSpot *self, double scale);
void uk_chart_spot_set_look (UkChartSpot *self, UkChartLook look);
void uk_chart_spot_set_rating (UkChartSpot *self, double rating);
void uk_chart_spot_set_selected (UkChartSpot *self, gboolean selected);
gboolean uk_chart_spot_get_selected (UkChartSpot *self);
void uk_chart_spot_set_hovered (UkChartSpot *self, gboolean hovered);

G_END_DECLS
