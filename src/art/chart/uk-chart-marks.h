/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-chart.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* On the body, in chart units. */
void uk_chart_paint_no_press (cairo_t *cr, const UkChart *chart, const UkChartPalette *palette);
void uk_chart_paint_press (cairo_t *cr,
                           const UkChart *chart,
                           const char *region,
                           UkSide side,
                           const UkChartPalette *palette);
void uk_chart_paint_referral (cairo_t *cr,
                              const UkChart *chart,
                              const char *const *regions,
                              UkSide side,
                              UkPoint from,
                              double reach,
                              const UkChartPalette *palette);

/* At a point, in pixels. */
void
uk_chart_paint_pin (cairo_t *cr, double x, double y, double size, const UkChartPalette *palette);
void uk_chart_paint_invite (
    cairo_t *cr, double x, double y, double breath, const UkChartPalette *palette);
void uk_chart_paint_rank (cairo_t *cr,
                          double x,
                          double y,
                          guint rank,
                          const PangoFontDescription *font,
                          const UkChartPalette *palette);

/* Behind the body, in pixels. */
void uk_chart_paint_light (cairo_t *cr, double width, double height, const UkChartPalette *palette);

G_END_DECLS
