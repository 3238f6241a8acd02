/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-layer.h"

#include <math.h>

#define AIR 4 /* pixels around it */

/**
 * uk_layer_begin:
 * @layer: (out caller-allocates): what to paint on
 * @cr: where it will be shown
 * @x0: left, in units of @cr
 * @y0: top
 * @x1: right
 * @y1: bottom
 *
 * Its pixels are those of the surface, unless that is turned.  What is outside of the clip is left
 * out.
 *
 * Returns: %FALSE if nothing of it would be seen; otherwise finish it with uk_layer_end()
 */
gboolean
uk_layer_begin (UkLayer *layer, cairo_t *cr, double x0, double y0, double x1, double y1)
{
  double left, top, right, bottom, device = 1, ignored, air;
  cairo_matrix_t m;

  cairo_get_matrix (cr, &m);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &device, &ignored);
  layer->scale = hypot (m.xx, m.yx) * device;
  air = AIR / layer->scale;
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  left = MAX (left, x0 - air);
  top = MAX (top, y0 - air);
  right = MIN (right, x1 + air);
  bottom = MIN (bottom, y1 + air);
  if (!(left < right && top < bottom))
    return FALSE;
  layer->x = (floor (left * layer->scale + m.x0 * device) - m.x0 * device) / layer->scale;
  layer->y = (floor (top * layer->scale + m.y0 * device) - m.y0 * device) / layer->scale;
  uk_raster_init (&layer->raster, (int)ceil ((right - layer->x) * layer->scale - 1e-6),
                  (int)ceil ((bottom - layer->y) * layer->scale - 1e-6), layer->scale, layer->x,
                  layer->y);
  layer->cr = cairo_create (layer->raster.surface);
  cairo_scale (layer->cr, layer->scale, layer->scale);
  cairo_translate (layer->cr, -layer->x, -layer->y);
  return TRUE;
}

/**
 * uk_layer_end:
 * @layer: what was painted
 * @cr: where to show it
 */
void
uk_layer_end (UkLayer *layer, cairo_t *cr)
{
  cairo_destroy (layer->cr);
  cairo_save (cr);
  cairo_translate (cr, layer->x, layer->y);
  cairo_scale (cr, 1 / layer->scale, 1 / layer->scale);
  cairo_set_source_surface (cr, layer->raster.surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  uk_raster_clear (&layer->raster);
}
