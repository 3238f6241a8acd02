/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/plot/uk-plot-palette.h"
#include "art/plot/uk-trend-frame.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* No point is lit. */
#define UK_TREND_NO_POINT G_MAXUINT

void uk_trend_paint (cairo_t *cr,
                     const UkTrendFrame *frame,
                     const GArray *points,
                     guint lit,
                     GDateTime *now,
                     const PangoFontDescription *font,
                     const UkPlotPalette *palette);
void uk_trend_paint_key (
    cairo_t *cr, double x, double y, double em, gboolean after, const UkPlotPalette *palette);

G_END_DECLS
