/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painters of the chart share. */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-outline.h"

#include <cairo.h>

G_BEGIN_DECLS

UkChartColor uk_chart_brush_mix (UkChartColor a, UkChartColor b, double t);
void uk_chart_brush_set (cairo_t *cr, UkChartColor color, double alpha);
void uk_chart_brush_trace (cairo_t *cr, const UkOutline *outline);

G_END_DECLS
