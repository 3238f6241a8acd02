/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#include <stdlib.h>

#define ROUND_STEPS 40
#define CANE_STEPS 18
#define SHADOW_REACH 12.0 /* cm above the floor up to which round things cast a shadow */

/* Along which axis a round thing lies; a twin ball has its partner there. */
UkVec
uk_prop_get_round_axis (const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;

  if (solved->prop.kind == UK_PROP_BOTTLE)
    return size->c >= 1.5 ? uk_vec (0, 0, 1) : size->c >= 0.5 ? uk_vec (1, 0, 0) : uk_vec (0, 1, 0);
  if (solved->prop.kind == UK_PROP_BALL)
    return uk_solved_prop_is_touching (solved) ? solved->trunk.r : uk_vec (0, 0, 1);
  return size->c >= 0.5 ? uk_vec (1, 0, 0) : uk_vec (0, 0, 1);
}

static void
paint_one_ball (const UkCanvas *canvas, UkVec at, double r)
{
  cairo_t *cr = canvas->cr;
  UkPoint q = uk_canvas_project (canvas, at);

  r *= canvas->k;
  cairo_new_path (cr);
  if (canvas->palette->outline > 0) {
    cairo_arc (cr, q.x, q.y, r + canvas->palette->outline * canvas->k, 0, 2 * G_PI);
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_fill (cr);
  }
  cairo_arc (cr, q.x, q.y, r, 0, 2 * G_PI);
  uk_canvas_set_color (canvas, canvas->palette->ball.shade, 0, 1);
  cairo_fill (cr);
  cairo_arc (cr, q.x - r * 0.13, q.y - r * 0.13, r * 0.8, 0, 2 * G_PI);
  uk_canvas_set_color (canvas, canvas->palette->ball.lit, 0, 1);
  cairo_fill (cr);
  cairo_arc (cr, q.x - r * 0.34, q.y - r * 0.36, r * 0.22, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.45);
  cairo_fill (cr);
}

/* Twin balls are two balls in a sock. */
void
uk_prop_paint_ball (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec middle = uk_solved_prop_get_center (solved), axis = uk_prop_get_round_axis (solved), a, b;
  double r = solved->prop.size.r, half = solved->prop.size.twin / 2;

  if (half <= 0) {
    paint_one_ball (canvas, middle, r);
    return;
  }
  a = uk_vec_along (middle, axis, half);
  b = uk_vec_along (middle, axis, -half);
  uk_canvas_fill_rod (canvas, a, b, r * 0.62, canvas->palette->cloth);
  if (uk_canvas_get_depth (canvas, a) > uk_canvas_get_depth (canvas, b)) {
    paint_one_ball (canvas, b, r);
    paint_one_ball (canvas, a, r);
  } else {
    paint_one_ball (canvas, a, r);
    paint_one_ball (canvas, b, r);
  }
}

static int
compare_points (const void *a, const void *b)
{
  const UkPoint *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* The convex hull of points, by Andrew's chains. */
static void
add_points_hull (cairo_t *cr, UkPoint *p, int n)
{
  UkPoint hull[4 * ROUND_STEPS];
  int k = 0;

  qsort (p, (size_t)n, sizeof *p, compare_points);
  for (int pass = 0, base = 0; pass < 2; pass++, base = k - 1) {
    for (int j = pass; j < n; j++) {
      UkPoint q = pass == 1 ? p[n - 1 - j] : p[j];

      while (k >= base + 2
             && (hull[k - 1].x - hull[k - 2].x) * (q.y - hull[k - 2].y)
                        - (hull[k - 1].y - hull[k - 2].y) * (q.x - hull[k - 2].x)
                    <= 0)
        k--;
      hull[k++] = q;
    }
  }
  cairo_new_sub_path (cr);
  for (int i = 0; i < k - 1; i++)
    cairo_line_to (cr, hull[i].x, hull[i].y);
  cairo_close_path (cr);
}

/* A cylinder from its middle; the frame's up is its axis, turned to the viewer. */
typedef struct {
  UkVec middle;
  UkFrame frame;
  double r, half;
} Cylinder;

static UkPoint
get_rim (const UkCanvas *canvas, const Cylinder *c, double end, double r, int step)
{
  double angle = 2 * G_PI * step / ROUND_STEPS;
  UkVec p = uk_frame_out (&c->frame, r * cos (angle), end * c->half, r * sin (angle));

  return uk_canvas_project (canvas, uk_vec_add (c->middle, p));
}

static void
add_end (const UkCanvas *canvas, const Cylinder *c, double r)
{
  cairo_new_sub_path (canvas->cr);
  for (int i = 0; i < ROUND_STEPS; i++) {
    UkPoint p = get_rim (canvas, c, 1, r, i);

    cairo_line_to (canvas->cr, p.x, p.y);
  }
  cairo_close_path (canvas->cr);
}

static Cylinder
make_cylinder (const UkCanvas *canvas, UkVec middle, UkVec axis, double r, double length)
{
  Cylinder c = { .middle = middle, .r = r, .half = length / 2 };

  if (uk_canvas_get_facing (canvas, axis) < 0)
    axis = uk_vec_scale (axis, -1);
  c.frame = uk_frame_make (axis, fabs (axis.x) > 0.5 ? uk_vec (0, 1, 0) : uk_vec (1, 0, 0));
  return c;
}

static void
fill_cylinder (const UkCanvas *canvas, const Cylinder *c, UkTone tone)
{
  cairo_t *cr = canvas->cr;
  UkPoint points[2 * ROUND_STEPS];

  for (int i = 0; i < ROUND_STEPS; i++) {
    points[i] = get_rim (canvas, c, -1, c->r, i);
    points[ROUND_STEPS + i] = get_rim (canvas, c, 1, c->r, i);
  }
  cairo_new_path (cr);
  add_points_hull (cr, points, 2 * ROUND_STEPS);
  if (canvas->palette->outline > 0) {
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (cr, 2 * canvas->palette->outline * canvas->k);
    cairo_stroke_preserve (cr);
  }
  uk_canvas_set_color (canvas, tone.shade, 0, 1);
  cairo_fill (cr);
  add_end (canvas, c, c->r * 0.88);
  uk_canvas_set_color (canvas, tone.lit, 0, 1);
  cairo_fill (cr);
}

/* A foam roller with its hole, or a rolled towel with its turns. */
void
uk_prop_paint_roller (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  gboolean towel = solved->prop.kind == UK_PROP_TOWEL_ROLL;
  UkTone tone = towel ? canvas->palette->cloth : canvas->palette->roller;
  double r = uk_prop_size (solved->prop.size.r, towel ? 5 : 7.5);
  Cylinder c
      = make_cylinder (canvas, uk_solved_prop_get_center (solved), uk_prop_get_round_axis (solved),
                       r, uk_prop_size (solved->prop.size.w, towel ? 40 : 46));

  fill_cylinder (canvas, &c, tone);
  if (towel) {
    for (double turn = 0.68; turn > 0.2; turn -= 0.22)
      add_end (canvas, &c, r * turn);
    uk_canvas_set_color (canvas, tone.shade, 0.05, 1);
    cairo_set_line_width (canvas->cr, 0.5 * canvas->k);
    cairo_stroke (canvas->cr);
  } else {
    add_end (canvas, &c, r * 0.42);
    uk_canvas_set_color (canvas, tone.shade, 0.15, 1);
    cairo_fill (canvas->cr);
  }
}

/* Its cap is at the end that looks at the viewer, so that it does not pass for a roller. */
void
uk_prop_paint_bottle (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double r = uk_prop_size (solved->prop.size.r, 3.4);
  double length = uk_prop_size (solved->prop.size.h, 22);
  UkVec axis = uk_prop_get_round_axis (solved), at = uk_solved_prop_get_center (solved), end;
  UkRgba ice = canvas->palette->ice;
  UkTone tone = { ice, { ice.r * 0.74, ice.g * 0.82, ice.b * 0.88, 1 } };
  Cylinder body;

  if (axis.y > 0.5 && !uk_solved_prop_is_touching (solved))
    at = uk_vec_along (at, axis, length / 2); /* stands on its place */
  body = make_cylinder (canvas, at, axis, r, length - 4);
  fill_cylinder (canvas, &body, tone);
  end = uk_vec_along (at, body.frame.u, length / 2 - 2);
  uk_canvas_fill_rod (canvas, end, uk_vec_along (end, body.frame.u, 1.5), r * 0.62, tone);
  end = uk_vec_along (end, body.frame.u, 2);
  uk_canvas_fill_rod (canvas, end, uk_vec_along (end, body.frame.u, 1.2), r * 0.42,
                      canvas->palette->dark);
}

/* A soft spot on the floor under things that roll. */
void
uk_prop_paint_round_shadow (const UkCanvas *canvas,
                            const UkFigure *figure,
                            const UkSolvedProp *solved)
{
  UkVec o = uk_solved_prop_get_center (solved), axis = uk_prop_get_round_axis (solved);
  double r = uk_prop_size (solved->prop.size.r, 5), height = o.y - r, k, wide;
  gboolean ball = solved->prop.kind == UK_PROP_BALL;
  double half = ball ? solved->prop.size.twin / 2 : uk_prop_size (solved->prop.size.w, 40) / 2;
  UkPoint p;

  if (height > SHADOW_REACH || axis.y > 0.5)
    return;
  k = 1 - MAX (0, height) / SHADOW_REACH;
  wide = r * 0.8 + half * fabs (axis.x * canvas->cos_yaw - axis.z * canvas->sin_yaw);
  o.y = 0;
  p = uk_canvas_project (
      canvas,
      ball ? o : uk_vec_along (o, axis, uk_canvas_get_facing (canvas, axis) > 0 ? half : -half));
  if (!ball)
    p.x = uk_canvas_project (canvas, o).x;
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, p.x, p.y);
  cairo_scale (canvas->cr, wide * canvas->k, 1.6 * canvas->k);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, 0, 0, MAX (k, 0.05), 0, 2 * G_PI);
  cairo_restore (canvas->cr);
  uk_canvas_set_color (canvas, canvas->palette->shadow, 0, 1);
  cairo_fill (canvas->cr);
}

void
uk_prop_paint_band (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  cairo_t *cr = canvas->cr;
  double width = uk_prop_size (solved->prop.size.r, 1.3) * 2 * canvas->k;
  double outline = canvas->palette->outline * canvas->k;

  cairo_new_path (cr);
  for (guint i = 0; i < solved->prop.n_points; i++) {
    UkPoint p = uk_canvas_project (canvas, solved->points[i]);

    cairo_line_to (cr, p.x, p.y);
  }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (outline > 0) {
    cairo_set_line_width (cr, width + 2 * outline);
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_stroke_preserve (cr);
  }
  cairo_set_line_width (cr, width);
  uk_canvas_set_color (canvas, canvas->palette->band.shade, 0, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width * 0.55);
  uk_canvas_set_color (canvas, canvas->palette->band.lit, 0, 1);
  cairo_stroke (cr);
}

void
uk_prop_paint_rod (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  uk_canvas_fill_rod (canvas, solved->points[0], solved->points[1],
                      uk_prop_size (solved->prop.size.r, 1.2), canvas->palette->metal);
}

/* Cold or warm pad on the skin: its frame has the normal as front and the body's length as up. */
void
uk_prop_paint_pad (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  gboolean hot = solved->prop.kind == UK_PROP_HEAT;
  UkRgba color = hot ? canvas->palette->heat : canvas->palette->ice;
  UkVec n = solved->normals[0], p = solved->points[0];
  UkVec up = fabs (uk_vec_dot (n, solved->trunk.u)) < 0.8 ? solved->trunk.u : solved->trunk.f;
  UkFrame f = uk_frame_make (uk_vec_reject (up, n), n);
  double w = uk_prop_size (solved->prop.size.w, 14) / 2 - 2;
  double h = uk_prop_size (solved->prop.size.h, 12) / 2 - 2;
  UkTone tone = { color, { color.r * 0.8, color.g * 0.81, color.b * 0.84, 1 } };
  UkBead corners[4];
  cairo_t *cr = canvas->cr;

  for (int i = 0; i < 4; i++)
    corners[i]
        = (UkBead){ uk_vec_add (p, uk_frame_out (&f, 0.8, i & 2 ? h : -h, i & 1 ? w : -w)), 2.0 };
  uk_canvas_fill_beads (canvas, corners, 4, tone, 0);
  if (fabs (uk_canvas_get_facing (canvas, n)) <= 0.45)
    return;
  cairo_set_line_width (cr, 0.7 * canvas->k);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = -1; i <= 1; i++) {
    UkPoint a
        = uk_canvas_project (canvas, uk_vec_add (p, uk_frame_out (&f, 1, h * 0.8, i * w * 0.6)));
    UkPoint b
        = uk_canvas_project (canvas, uk_vec_add (p, uk_frame_out (&f, 1, -h * 0.8, i * w * 0.6)));
    double wave = hot ? 2 * canvas->k : 0, dy = b.y - a.y;

    cairo_move_to (cr, a.x, a.y);
    cairo_curve_to (cr, a.x + wave, a.y + dy * 0.4, b.x - wave, a.y + dy * 0.6, b.x, b.y);
  }
  cairo_set_source_rgba (cr, 1, 1, 1, 0.65);
  cairo_stroke (cr);
}

/* A box with round corners, from its middle and half its size. */
static void
fill_soft_box (const UkCanvas *canvas, UkVec middle, UkVec half, double r, UkTone tone)
{
  UkBead corners[8];

  half = uk_vec (half.x - r, half.y - r, half.z - r);
  for (int i = 0; i < 8; i++) {
    UkVec corner
        = uk_vec (i & 1 ? half.x : -half.x, i & 2 ? half.y : -half.y, i & 4 ? half.z : -half.z);

    corners[i] = (UkBead){ uk_vec_add (middle, corner), r };
  }
  uk_canvas_fill_beads (canvas, corners, 8, tone, 0);
}

/* With at= its underside is there; with on= it lies against the skin.  The thin side is along the
 * axis of the world that is nearest to the normal. */
void
uk_prop_paint_pillow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 34) / 2;
  double d = uk_prop_size (solved->prop.size.d, 46) / 2;
  double h = uk_prop_size (solved->prop.size.h, 11) / 2;
  UkVec n = solved->normals[0], half = uk_vec (w, h, d), middle;

  if (fabs (n.x) > fabs (n.y) && fabs (n.x) > fabs (n.z))
    half = uk_vec (h, w, d);
  else if (fabs (n.z) > fabs (n.y))
    half = uk_vec (w, d, h);
  middle = uk_vec_along (solved->points[0], n, uk_solved_prop_is_touching (solved) ? h * 0.75 : h);
  fill_soft_box (canvas, middle, half, MIN (h, MIN (w, d)) * 0.6, canvas->palette->cloth);
}

/* Hangs under the hand: its underside is at its place, its handle a hand's breadth over it. */
void
uk_prop_paint_bag (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 34) / 2;
  double d = uk_prop_size (solved->prop.size.d, 14) / 2;
  double h = uk_prop_size (solved->prop.size.h, 28) / 2;
  UkVec middle = uk_vec_add (solved->points[0], uk_vec (0, h, 0));
  UkVec grip = uk_vec_add (middle, uk_vec (0, h + 6, 0));

  for (int side = -1; side <= 1; side += 2)
    uk_canvas_fill_rod (canvas, uk_vec_add (middle, uk_vec (side * w * 0.6, h - 2, 0)), grip, 0.8,
                        canvas->palette->roller);
  fill_soft_box (canvas, middle, uk_vec (w, h, d), MIN (d, 4), canvas->palette->roller);
}

/* The cane from its lower grip (0) over the upper grip (1) to the knob (2). */
UkVec
uk_prop_get_cane_point (const UkSolvedProp *solved, double t)
{
  UkVec knob = uk_vec_along (solved->points[0], solved->normals[0], 1.2);
  UkVec low = solved->points[1], high = solved->points[2];
  UkVec way = uk_vec_unit (uk_vec_sub (high, low)), a, b;
  double s = t - 1, reach = uk_vec_distance (high, knob) * 0.62;

  if (t <= 1)
    return uk_vec_mix (low, high, t);
  a = uk_vec_along (high, way, reach);
  b = uk_vec_along (knob, solved->normals[0], reach);
  return uk_vec_add (
      uk_vec_add (uk_vec_scale (high, (1 - s) * (1 - s) * (1 - s)),
                  uk_vec_scale (a, 3 * s * (1 - s) * (1 - s))),
      uk_vec_add (uk_vec_scale (b, 3 * s * s * (1 - s)), uk_vec_scale (knob, s * s * s)));
}

static void
stroke_cane (const UkCanvas *canvas, const UkSolvedProp *solved, double from, double to)
{
  cairo_t *cr = canvas->cr;
  double width = 2 * uk_prop_size (solved->prop.size.r, 1.15) * canvas->k;
  double outline = canvas->palette->outline * canvas->k;
  const UkTone *tone = &canvas->palette->dark;

  cairo_new_path (cr);
  for (int i = 0; i <= CANE_STEPS; i++) {
    double t = uk_mix (from, to, (double)i / CANE_STEPS);
    UkPoint p = uk_canvas_project (canvas, uk_prop_get_cane_point (solved, t));

    cairo_line_to (cr, p.x, p.y);
  }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (outline > 0) {
    cairo_set_line_width (cr, width + 2 * outline);
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_stroke_preserve (cr);
  }
  cairo_set_line_width (cr, width);
  uk_canvas_set_color (canvas, tone->shade, 0, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width * 0.5);
  uk_canvas_set_color (canvas, tone->lit, 0, 1);
  cairo_stroke (cr);
}

/* The straight part, a little longer than the grips, and the bow up to its highest point. */
void
uk_prop_paint_cane_shaft (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  stroke_cane (canvas, solved, -0.25, 1.5);
}

void
uk_prop_paint_cane_hook (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec knob = uk_prop_get_cane_point (solved, 2);

  stroke_cane (canvas, solved, 1.5, 2);
  uk_canvas_fill_rod (canvas, knob, knob, 2.1, canvas->palette->ball);
}

/* A barrel square to the skin with a handle down to the fist. */
void
uk_prop_paint_massager (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec n = solved->normals[0], head = uk_vec_along (solved->points[0], n, 1.4);
  UkVec joint = uk_vec_along (head, n, 10), fist = solved->points[1];
  UkVec end = uk_vec_along (fist, uk_vec_unit (uk_vec_sub (fist, joint)), 4);

  uk_canvas_fill_rod (canvas, joint, end, 2.0, canvas->palette->dark);
  uk_canvas_fill_rod (canvas, head, joint, 1.2, canvas->palette->metal);
  uk_canvas_fill_rod (canvas, uk_vec_along (head, n, 5), uk_vec_along (head, n, 13), 3.0,
                      canvas->palette->roller);
  uk_canvas_fill_rod (canvas, head, head, 2.5, canvas->palette->dark);
}
