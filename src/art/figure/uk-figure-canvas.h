/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: the camera and the drawing of hulls. */

#include "art/figure/uk-figure-palette.h"
#include "art/figure/uk-hull.h"
#include "core/figure/uk-figure.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * UkCanvas:
 * @cr: where props are painted, and hulls too if there is no @raster
 * @raster: (nullable): the same place, for hulls
 * @k: pixels per cm
 * @ox, @oy: where the origin of the world is on the surface
 * @flat: by how much hulls are pressed flat, 1 for not at all
 */
typedef struct {
  cairo_t *cr;
  UkRaster *raster;
  const UkFigurePalette *palette;
  double cos_yaw, sin_yaw, cos_pitch, sin_pitch;
  double ox, oy, k, flat;
} UkCanvas;

typedef enum {
  UK_PASS_BASE,
  UK_PASS_LIT,
  UK_PASS_OCCLUSION,
  UK_PASS_LINE,
} UkPass;

void uk_canvas_init (UkCanvas *canvas,
                     cairo_t *cr,
                     const UkFigurePalette *palette,
                     const UkFigure *figure,
                     double ox,
                     double oy,
                     double k);
UkPoint uk_canvas_project (const UkCanvas *canvas, UkVec p);
double uk_canvas_get_depth (const UkCanvas *canvas, UkVec v);
double uk_canvas_get_facing (const UkCanvas *canvas, UkVec normal);
void uk_canvas_set_color (const UkCanvas *canvas, UkRgba color, double dim, double alpha);
void uk_canvas_fill (const UkCanvas *canvas, UkRgba color, double dim, double alpha);
void uk_canvas_add_links (const UkCanvas *canvas,
                          const UkLink *links,
                          int n,
                          const UkDisc *discs,
                          int first,
                          double tolerance);
void uk_canvas_add_shape (const UkCanvas *canvas,
                          const UkFlesh *flesh,
                          const UkShape *shape,
                          UkPass pass);
void uk_canvas_fill_shapes (
    const UkCanvas *canvas, const UkFlesh *flesh, const UkShape *shapes, guint n, double dim);

/* A few spheres that are not part of a body. */
typedef struct {
  UkVec at;
  double r;
} UkBead;

void uk_canvas_add_beads (const UkCanvas *canvas, const UkBead *beads, int n, UkPass pass);
void
uk_canvas_fill_beads (const UkCanvas *canvas, const UkBead *beads, int n, UkTone tone, double dim);
void uk_canvas_fill_rod (const UkCanvas *canvas, UkVec a, UkVec b, double r, UkTone tone);
void uk_canvas_fill_box (const UkCanvas *canvas, UkVec low, UkVec size, UkTone tone);

G_END_DECLS
