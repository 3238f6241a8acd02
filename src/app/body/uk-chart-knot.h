/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-knots.h"
#include "core/store/uk-store-knots.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_CHART_KNOT (uk_chart_knot_get_type ())

/* A knot on the chart as a button: its latest rating on a disc. */
G_DECLARE_FINAL_TYPE (UkChartKnot, uk_chart_knot, UK, CHART_KNOT, GtkButton)

GtkWidget *uk_chart_knot_new (const UkKnot *knot, double rating, const char *name);

const char *uk_chart_knot_get_region (UkChartKnot *self);
UkSide uk_chart_knot_get_side (UkChartKnot *self);
gboolean uk_chart_knot_get_point (UkChartKnot *self, UkView *view, UkPoint *point);

void uk_chart_knot_set_palette (UkChartKnot *self, const UkChartPalette *palette);
void uk_chart_knot_set_mark (UkChartKnot *self, const UkKnotMark *mark);
UkKnotMark uk_chart_knot_get_mark (UkChartKnot *self);
void uk_chart_knot_set_selected (UkChartKnot *self, gboolean selected);

G_END_DECLS
