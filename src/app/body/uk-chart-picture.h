/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-paint.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The body as it is whatever is hovered or chosen, painted once for one scale. */
UkBox uk_chart_picture_get_pixels (const UkChart *chart, double scale);
cairo_surface_t *uk_chart_picture_paint (const UkChart *chart, const UkChartPalette *palette,
                                         UkChartLook look, double scale);

void uk_chart_picture_read_ahead (GSettings *settings);
void uk_chart_picture_remember (GSettings *settings);
GdkTexture *uk_chart_picture_take (const UkChart *chart, UkView view,
                                   const UkChartPalette *palette, UkChartLook look, double scale);

G_END_DECLS
