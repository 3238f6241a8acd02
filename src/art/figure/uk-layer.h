/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: a part of a surface that is put together aside. */

#include "art/figure/uk-raster.h"

G_BEGIN_DECLS

/**
 * UkLayer:
 * @raster: its picture
 * @cr: (owned): paints on it in the units of the surface
 */
typedef struct {
  UkRaster raster;
  cairo_t *cr;
  double x, y, scale;
} UkLayer;

gboolean uk_layer_begin (UkLayer *layer, cairo_t *cr, double x0, double y0, double x1, double y1);
void uk_layer_end (UkLayer *layer, cairo_t *cr);

G_END_DECLS
