/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#define TUB_STEPS 36

/* A basin or a bath: an oval rim, walls that lean in, and water in it. */
typedef struct {
  UkVec at;
  double w, d, h, water;
} Tub;

static Tub
get_tub (const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  gboolean bath = solved->prop.kind == UK_PROP_BATH;
  Tub tub
      = { solved->points[0], uk_prop_size (size->w, bath ? 160 : 46) / 2,
          uk_prop_size (size->d, bath ? 72 : 36) / 2, uk_prop_size (size->h, bath ? 56 : 20), 0 };

  tub.water = uk_prop_size (size->r, tub.h * 0.72);
  return tub;
}

/* A point of the oval at some height; a squared oval, so that a bath looks like one. */
static UkPoint
get_rim (const UkCanvas *canvas, const Tub *tub, double height, double grow, int step)
{
  double angle = 2 * G_PI * step / TUB_STEPS, c = cos (angle), s = sin (angle);
  double lean = 0.84 + 0.16 * height / tub->h;
  double x = copysign (pow (fabs (c), 0.6), c), z = copysign (pow (fabs (s), 0.6), s);

  return uk_canvas_project (canvas,
                            uk_vec (tub->at.x + (tub->w * lean + grow) * x, tub->at.y + height,
                                    tub->at.z + (tub->d * lean + grow) * z));
}

static void
add_rim (const UkCanvas *canvas, const Tub *tub, double height, double grow)
{
  cairo_new_sub_path (canvas->cr);
  for (int i = 0; i < TUB_STEPS; i++) {
    UkPoint p = get_rim (canvas, tub, height, grow, i);

    cairo_line_to (canvas->cr, p.x, p.y);
  }
  cairo_close_path (canvas->cr);
}

static void
fill_water (const UkCanvas *canvas, const Tub *tub, double alpha)
{
  cairo_new_path (canvas->cr);
  add_rim (canvas, tub, tub->water, -1.5);
  uk_canvas_set_color (canvas, canvas->palette->water, 0, alpha);
  cairo_fill (canvas->cr);
}

void
uk_prop_paint_tub_back (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Tub tub = get_tub (solved);

  cairo_new_path (canvas->cr);
  add_rim (canvas, &tub, tub.h, 1.2);
  if (canvas->palette->outline > 0) {
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (canvas->cr, 2 * canvas->palette->outline * canvas->k);
    cairo_stroke_preserve (canvas->cr);
  }
  uk_canvas_set_color (canvas, canvas->palette->porcelain.shade, 0, 1);
  cairo_fill (canvas->cr);
  fill_water (canvas, &tub, 0.75);
}

/* The near wall: from the near half of the rim down to that of the bottom. */
void
uk_prop_paint_tub_front (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Tub tub = get_tub (solved);
  cairo_t *cr = canvas->cr;
  int first = 0;
  double best = G_MAXDOUBLE;

  fill_water (canvas, &tub, 0.55);
  for (int i = 0; i < TUB_STEPS; i++) { /* the half starts where the rim is leftmost */
    double x = get_rim (canvas, &tub, tub.h, 0, i).x;

    if (x < best) {
      best = x;
      first = i;
    }
  }
  cairo_new_path (cr);
  for (int part = 0; part < 2; part++) {
    for (int i = 0; i <= TUB_STEPS / 2; i++) {
      int step = first + TUB_STEPS - (part == 0 ? i : TUB_STEPS / 2 - i);
      UkPoint p = get_rim (canvas, &tub, part == 0 ? tub.h : 0, part == 0 ? 1.2 : 0, step);

      cairo_line_to (cr, p.x, p.y);
    }
  }
  cairo_close_path (cr);
  if (canvas->palette->outline > 0) {
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (cr, 2 * canvas->palette->outline * canvas->k);
    cairo_stroke_preserve (cr);
  }
  uk_canvas_set_color (canvas, canvas->palette->porcelain.lit, 0, 1);
  cairo_fill_preserve (cr);
  uk_canvas_set_color (canvas, canvas->palette->porcelain.shade, 0, 1);
  cairo_set_line_width (cr, 0.8 * canvas->k);
  cairo_stroke (cr);
}

/* at= is where its pole stands, to= what the water falls on. */
void
uk_prop_paint_shower (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double h = uk_prop_size (solved->prop.size.h, 208);
  UkVec o = solved->points[0], top = uk_vec (o.x, h, o.z);
  UkVec to = solved->prop.n_points > 1 ? solved->points[1] : uk_vec (o.x + 30, 0, o.z);
  UkVec head = uk_vec (to.x, h - 2, to.z);
  UkTone tone = canvas->palette->metal;

  uk_canvas_fill_rod (canvas, uk_vec (o.x, 60, o.z), top, 1.4, tone);
  uk_canvas_fill_rod (canvas, top, head, 1.4, tone);
  uk_canvas_fill_rod (canvas, uk_vec (head.x - 6, h - 5, head.z),
                      uk_vec (head.x + 6, h - 5, head.z), 2.2, tone);
}

void
uk_prop_paint_shower_water (const UkCanvas *canvas,
                            const UkFigure *figure,
                            const UkSolvedProp *solved)
{
  double h = uk_prop_size (solved->prop.size.h, 208);
  UkVec o = solved->points[0];
  UkVec to = solved->prop.n_points > 1 ? solved->points[1] : uk_vec (o.x + 30, 0, o.z);
  cairo_t *cr = canvas->cr;

  cairo_new_path (cr);
  for (int i = -3; i <= 3; i++) {
    double spread = 1 + (i % 2 == 0 ? 0.5 : 0.15);
    UkPoint a = uk_canvas_project (canvas, uk_vec (to.x + i * 1.7, h - 9, to.z));
    UkPoint b = uk_canvas_project (canvas, uk_vec (to.x + i * 1.7 * 2 * spread, to.y + 1, to.z));

    cairo_move_to (cr, a.x, a.y);
    cairo_line_to (cr, b.x, b.y);
  }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 0.9 * canvas->k);
  cairo_set_dash (cr, (double[]){ 6 * canvas->k, 4 * canvas->k }, 2, 0);
  uk_canvas_set_color (canvas, canvas->palette->water, 0, 0.85);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A sheet of water across the whole picture, in waves. */
static void
fill_sheet (const UkCanvas *canvas, const UkSolvedProp *solved, gboolean front)
{
  const UkPropSize *size = &solved->prop.size;
  double k = canvas->k, y = canvas->oy - size->h * k * canvas->cos_pitch, x0, x1, ignored;
  double bottom = canvas->oy - (size->h - uk_prop_size (size->d, 60)) * k;
  double wave = (front ? 1.3 : -1.3) * k, half = 8.5 * k, alpha = front ? 0.62 : 0.35;
  UkRgba water = canvas->palette->water;
  cairo_pattern_t *pattern;
  cairo_t *cr = canvas->cr;

  cairo_clip_extents (cr, &x0, &ignored, &x1, &ignored);
  if (!front)
    y -= 1.5 * k;
  cairo_new_path (cr);
  cairo_move_to (cr, x0, bottom);
  cairo_line_to (cr, x0, y);
  for (double x = x0; x < x1 - 0.5; x += half) {
    double end = MIN (x + half, x1);

    wave = -wave;
    cairo_curve_to (cr, uk_mix (x, end, 0.37), y + wave, uk_mix (x, end, 0.63), y + wave, end, y);
  }
  cairo_line_to (cr, x1, bottom);
  cairo_close_path (cr);
  pattern = cairo_pattern_create_linear (0, y, 0, bottom);
  cairo_pattern_add_color_stop_rgba (pattern, 0, water.r, water.g, water.b, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, water.r * 0.8, water.g * 0.85, water.b,
                                     alpha * 0.2);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

void
uk_prop_paint_water_back (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  fill_sheet (canvas, solved, FALSE);
}

void
uk_prop_paint_water_front (const UkCanvas *canvas,
                           const UkFigure *figure,
                           const UkSolvedProp *solved)
{
  fill_sheet (canvas, solved, TRUE);
}
