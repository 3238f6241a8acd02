/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#define CORNER_STEPS 6

void
uk_prop_paint_mat (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec o = solved->points[0];
  double w = uk_prop_size (solved->prop.size.w, 180) / 2;
  double d = uk_prop_size (solved->prop.size.d, 64) / 2, r = MIN (4, MIN (w, d));
  const double x[4] = { -w + r, w - r, w - r, -w + r }, z[4] = { -d + r, -d + r, d - r, d - r };

  for (int pass = 0; pass < 2; pass++) {
    cairo_new_path (canvas->cr);
    for (int corner = 0; corner < 4; corner++) {
      for (int i = 0; i <= CORNER_STEPS; i++) {
        double t = G_PI + (corner + (double)i / CORNER_STEPS) * G_PI / 2;
        UkVec p = uk_vec (o.x + x[corner] + r * cos (t), pass == 1 ? o.y : o.y - 1.2,
                          o.z + z[corner] + r * sin (t));
        UkPoint q = uk_canvas_project (canvas, p);

        cairo_line_to (canvas->cr, q.x, q.y);
      }
    }
    cairo_close_path (canvas->cr);
    uk_canvas_set_color (canvas, pass == 1 ? canvas->palette->mat.lit : canvas->palette->mat.shade,
                         0, 1);
    cairo_fill (canvas->cr);
  }
}

/* b = -1: the wall is in front of the person, else behind. */
void
uk_prop_paint_wall (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double h = uk_prop_size (size->h, 196), d = uk_prop_size (size->d, 70);
  double x = solved->points[0].x + size->a;

  uk_canvas_fill_box (canvas, uk_vec (size->b < 0 ? x : x - 6, 0, -d / 2), uk_vec (6, h, d),
                      canvas->palette->wall);
}

void
uk_prop_paint_door (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 96), h = uk_prop_size (solved->prop.size.h, 198);
  double x = solved->points[0].x - 6;
  UkTone tone = canvas->palette->wall;

  uk_canvas_fill_box (canvas, uk_vec (x, 0, -w / 2 - 12), uk_vec (10, h, 12), tone);
  uk_canvas_fill_box (canvas, uk_vec (x, 0, w / 2), uk_vec (10, h, 12), tone);
  uk_canvas_fill_box (canvas, uk_vec (x, h, -w / 2 - 12), uk_vec (10, 12, w + 24), tone);
}

void
uk_prop_paint_box (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];

  uk_canvas_fill_box (canvas, uk_vec (o.x - size->w / 2, o.y, o.z - size->d / 2),
                      uk_vec (size->w, size->h, size->d), canvas->palette->wood);
}

/* The head of the bed is at -x. */
void
uk_prop_paint_bed (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double w = uk_prop_size (size->w, 204), d = uk_prop_size (size->d, 90);
  double h = uk_prop_size (size->h, 46);
  UkVec low = uk_vec (solved->points[0].x - w / 2, 0, solved->points[0].z - d / 2);
  UkTone wood = canvas->palette->wood;

  for (int corner = 0; corner < 4; corner++)
    uk_canvas_fill_rod (
        canvas, uk_vec (low.x + (corner & 1 ? w - 4 : 4), h - 22, low.z + (corner & 2 ? d - 4 : 4)),
        uk_vec (low.x + (corner & 1 ? w - 4 : 4), 2, low.z + (corner & 2 ? d - 4 : 4)), 2, wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x - 4, 8, low.z), uk_vec (4, h + 24, d), wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x, h - 26, low.z), uk_vec (w, 8, d), wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x, h - 18, low.z), uk_vec (w, 18, d),
                      canvas->palette->cloth);
}

#define HUB_X -52.0
#define HUB_Y 34.0

void
uk_prop_paint_elliptical (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  static const double rings[3] = { 28, 25.5, 7 };
  double x = solved->points[0].x;
  UkTone metal = canvas->palette->metal, accent = canvas->palette->roller;
  const UkRgba colors[3] = { accent.shade, accent.lit, metal.lit };
  UkPoint hub = uk_canvas_project (canvas, uk_vec (x + HUB_X, HUB_Y, 0));

  uk_canvas_fill_box (canvas, uk_vec (x - 78, 0, -18), uk_vec (150, 5, 36), metal);
  uk_canvas_fill_rod (canvas, uk_vec (x + 62, 4, 0), uk_vec (x + 44, 128, 0), 3, metal);
  uk_canvas_fill_rod (canvas, uk_vec (x + 40, 126, -9), uk_vec (x + 40, 126, 9), 5.5, accent);
  for (int i = 0; i < 3; i++) {
    cairo_new_path (canvas->cr);
    cairo_arc (canvas->cr, hub.x, hub.y, rings[i] * canvas->k, 0, 2 * G_PI);
    uk_canvas_set_color (canvas, colors[i], 0, 1);
    cairo_fill (canvas->cr);
  }
}

/* One pedal with its rods; the pedal follows the sole and the lever the fist. */
static void
fill_pedal (const UkCanvas *canvas,
            const UkFigure *figure,
            const UkSolvedProp *solved,
            gboolean near)
{
  gboolean right = (uk_canvas_get_facing (canvas, uk_vec (0, 0, 1)) >= 0) == near;
  int half = right ? UK_BODY_RIGHT : UK_BODY_LEFT;
  double x = solved->points[0].x, side = right ? 1 : -1;
  UkTone metal = canvas->palette->metal;
  UkVec sole, fist, pivot, joint;

  uk_anchor_locate (uk_anchor_find ("sole", 4), half, &figure->people[0], &sole, NULL);
  uk_anchor_locate (uk_anchor_find ("fist", 4), half, &figure->people[0], &fist, NULL);
  pivot = uk_vec (x + 56, 62, sole.z * 0.8);
  joint = uk_vec (sole.x + 30, sole.y - 4, sole.z);
  uk_canvas_fill_rod (canvas, uk_vec (x + HUB_X + 11 * side, HUB_Y - 9 * side, sole.z), joint, 2,
                      metal);
  uk_canvas_fill_rod (canvas, joint, pivot, 1.8, metal);
  uk_canvas_fill_rod (canvas, pivot, uk_vec_add (fist, uk_vec (0, 8, 0)), 1.7, metal);
  uk_canvas_fill_rod (canvas, uk_vec (sole.x - 8, sole.y - 1.8, sole.z),
                      uk_vec (sole.x + 15, sole.y - 1.8, sole.z), 2.1, canvas->palette->roller);
}

void
uk_prop_paint_elliptical_far (const UkCanvas *canvas,
                              const UkFigure *figure,
                              const UkSolvedProp *solved)
{
  fill_pedal (canvas, figure, solved, FALSE);
}

void
uk_prop_paint_elliptical_near (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved)
{
  fill_pedal (canvas, figure, solved, TRUE);
}
