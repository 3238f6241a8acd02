/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: fills many small convex shapes faster than cairo can, into an image that
 * cairo paints on as well. */

#include "art/figure/uk-figure-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct {
  double x, y;
} UkPoint;

#define UK_OUTLINE_MAX 320

/* A closed polygon. */
typedef struct {
  UkPoint points[UK_OUTLINE_MAX];
  int n;
} UkOutline;

typedef enum {
  UK_RASTER_OVER,
  UK_RASTER_ATOP,  /* only where something is */
  UK_RASTER_UNDER, /* only where nothing is */
} UkRasterOperator;

typedef struct {
  int x0, y0, x1, y1;
} UkPixelBox;

/**
 * UkRaster:
 * @memory: (owned): of all the following
 * @surface: (owned): ARGB32; what is drawn between calls with cairo stays
 * @pixels: of the surface
 * @scale: pixels per unit of outlines
 * @ox, @oy: the unit at the upper left corner
 * @mask: what outlines cover since the last fill
 * @stencil: what fills are held within, if @held
 * @cells: changes of coverage along a few rows
 * @touched, @stencilled: where the mask and the stencil are not empty
 * @clip: where outlines count
 */
typedef struct {
  gpointer memory;
  cairo_surface_t *surface;
  guint32 *pixels;
  int width, height, pitch;
  double scale, ox, oy;
  guint8 *mask, *stencil;
  int mask_pitch;
  float *cells;
  UkPixelBox touched, stencilled, clip;
  gboolean held;
} UkRaster;

void uk_raster_init (UkRaster *raster, int width, int height, double scale, double ox, double oy);
void uk_raster_clear (UkRaster *raster);
void uk_raster_add (UkRaster *raster, const UkOutline *outline);
void uk_raster_fill (UkRaster *raster, UkRgba color, UkRasterOperator op);
void uk_raster_set_clip (UkRaster *raster, double x0, double y0, double x1, double y1);
void uk_raster_unset_clip (UkRaster *raster);
void uk_raster_add_glow (UkRaster *raster, double x, double y, double r, UkRgba color);
void uk_raster_fade_down (UkRaster *raster, double from, double to);
void uk_raster_fade_out (UkRaster *raster, double x, double y, double inner, double outer);
void uk_raster_hold (UkRaster *raster);
void uk_raster_release (UkRaster *raster);

G_END_DECLS
