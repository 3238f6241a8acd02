/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-knot-layout.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

void uk_chart_paint_knots (cairo_t *cr,
                           const UkKnotMark *marks,
                           guint n_marks,
                           const PangoFontDescription *font,
                           const UkChartPalette *palette);

G_END_DECLS
