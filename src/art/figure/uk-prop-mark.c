/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#define ARROW_WIDTH 2.0
#define HALO 1.1 /* cm of background around an arrow, so that it stands out from the shirt */

typedef struct {
  UkPoint from, control, to; /* of a line */
  gboolean round;
  double r, start, end; /* of an arc about `from`, radians on screen */
  double width;
} Arrow;

static UkPoint
mix_point (UkPoint a, UkPoint b, double t)
{
  return (UkPoint){ uk_mix (a.x, b.x, t), uk_mix (a.y, b.y, t) };
}

static void
add_arrow_head (cairo_t *cr, UkPoint at, double angle, double size)
{
  cairo_move_to (cr, at.x + size * cos (angle), at.y + size * sin (angle));
  cairo_line_to (cr, at.x + size * 0.75 * cos (angle + 2.3),
                 at.y + size * 0.75 * sin (angle + 2.3));
  cairo_line_to (cr, at.x + size * 0.75 * cos (angle - 2.3),
                 at.y + size * 0.75 * sin (angle - 2.3));
  cairo_close_path (cr);
}

static void
stroke_arrow (cairo_t *cr, const Arrow *a, double halo)
{
  UkPoint tip = a->to;
  double angle;

  if (a->round) {
    gboolean forward = a->end > a->start;

    if (forward)
      cairo_arc (cr, a->from.x, a->from.y, a->r, a->start, a->end);
    else
      cairo_arc_negative (cr, a->from.x, a->from.y, a->r, a->start, a->end);
    tip = (UkPoint){ a->from.x + a->r * cos (a->end), a->from.y + a->r * sin (a->end) };
    angle = a->end + (forward ? G_PI / 2 : -G_PI / 2);
  } else {
    UkPoint c0 = mix_point (a->from, a->control, 0.67), c1 = mix_point (tip, a->control, 0.67);

    cairo_move_to (cr, a->from.x, a->from.y);
    cairo_curve_to (cr, c0.x, c0.y, c1.x, c1.y, tip.x, tip.y);
    angle = atan2 (tip.y - a->control.y, tip.x - a->control.x);
  }
  cairo_set_line_width (cr, a->width + 2 * halo);
  cairo_stroke (cr);
  add_arrow_head (cr, tip, angle, a->width * 1.9);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, a->width * 0.475 + 2 * halo);
  cairo_stroke (cr);
}

static void
paint_arrow (const UkCanvas *canvas, const Arrow *arrow, double alpha)
{
  cairo_t *cr = canvas->cr;

  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  uk_canvas_set_color (canvas, canvas->palette->background, 0, 0.8 * alpha);
  stroke_arrow (cr, arrow, HALO * canvas->k);
  uk_canvas_set_color (canvas, canvas->palette->arrow, 0, alpha);
  stroke_arrow (cr, arrow, 0);
}

static double
get_width (const UkCanvas *canvas, const UkSolvedProp *solved)
{
  return MAX (2, uk_prop_size (solved->prop.size.w, ARROW_WIDTH) * canvas->k);
}

void
uk_prop_paint_arrow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  guint last = solved->prop.n_points - 1;
  Arrow arrow = { .from = uk_canvas_project (canvas, solved->points[0]),
                  .to = uk_canvas_project (canvas, solved->points[last]),
                  .width = get_width (canvas, solved) };

  arrow.control = last > 1 ? uk_canvas_project (canvas, solved->points[1])
                           : mix_point (arrow.from, arrow.to, 0.5);
  paint_arrow (canvas, &arrow, solved->alpha);
}

void
uk_prop_paint_sweep (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  Arrow arrow = { .from = uk_canvas_project (canvas, solved->points[0]),
                  .round = TRUE,
                  .r = size->r * canvas->k,
                  .start = -uk_radians (size->a),
                  .end = -uk_radians (size->b),
                  .width = get_width (canvas, solved) };

  paint_arrow (canvas, &arrow, solved->alpha);
}

void
uk_prop_paint_glow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec normal = solved->normals[0];
  double facing = uk_canvas_get_facing (canvas, normal), r = solved->prop.size.r;
  double alpha = solved->alpha * CLAMP ((facing + 0.5) / 0.4, 0, 1);
  UkRgba color = canvas->palette->glow;
  UkPoint p;

  if (alpha <= 0 || r <= 0)
    return;
  p = uk_canvas_project (canvas, uk_vec_along (solved->points[0], normal, -r * 0.25));
  color.a = 0.95 * alpha;
  uk_raster_add_glow (canvas->raster, p.x, p.y, r * canvas->k, color);
}
