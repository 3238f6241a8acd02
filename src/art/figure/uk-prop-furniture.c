/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

/* Seat, legs and back of a chair; a = 1: a stool. */
typedef struct {
  UkVec at;
  double height, w, d;
} Chair;

static Chair
get_chair (const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;

  return (Chair){ solved->points[0], uk_prop_size (size->h, 44), uk_prop_size (size->w, 42),
                  uk_prop_size (size->d, 44) };
}

/* The back is painted with the chair unless it stands between the viewer and the person. */
static gboolean
is_back_near (const UkCanvas *canvas)
{
  return uk_canvas_get_facing (canvas, uk_vec (-1, 0, 0)) > 0.3;
}

static void
fill_chair_back (const UkCanvas *canvas, const Chair *c)
{
  double x = c->at.x - (c->w / 2 - 2), z = c->d / 2 - 2, h = c->height, oz = c->at.z;
  UkTone tone = canvas->palette->wood;

  uk_canvas_fill_rod (canvas, uk_vec (x, h, oz - z), uk_vec (x - 6, h + 44, oz - z), 1.5, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x - 5.6, h + 40, oz - z), uk_vec (x - 5.6, h + 40, oz + z),
                      3.2, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x - 3.6, h + 26, oz - z), uk_vec (x - 3.6, h + 26, oz + z),
                      3.2, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x, h, oz + z), uk_vec (x - 6, h + 44, oz + z), 1.5, tone);
}

void
uk_prop_paint_chair (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Chair c = get_chair (solved);
  double x = c.w / 2 - 2, z = c.d / 2 - 2;
  UkTone tone = canvas->palette->wood;

  for (int i = 0; i < 4; i++) {
    double dx = i & 1 ? x : -x, dz = i & 2 ? z : -z;

    uk_canvas_fill_rod (canvas, uk_vec (c.at.x + dx, c.height - 3, c.at.z + dz),
                        uk_vec (c.at.x + dx * 1.12, 1.4, c.at.z + dz), 1.5, tone);
  }
  if (solved->prop.size.a < 0.5 && !is_back_near (canvas))
    fill_chair_back (canvas, &c);
  uk_canvas_fill_box (canvas, uk_vec (c.at.x - c.w / 2, c.height - 4, c.at.z - c.d / 2),
                      uk_vec (c.w, 4, c.d), tone);
}

void
uk_prop_paint_chair_back (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  Chair c = get_chair (solved);

  if (solved->prop.size.a < 0.5 && is_back_near (canvas))
    fill_chair_back (canvas, &c);
}

static void
fill_table_leg (const UkCanvas *canvas, const UkSolvedProp *solved, int corner)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];
  double w = uk_prop_size (size->w, 60) / 2 - 4, d = uk_prop_size (size->d, 100) / 2 - 4;
  double x = o.x + (corner & 1 ? w : -w), z = o.z + (corner & 2 ? d : -d);

  uk_canvas_fill_rod (canvas, uk_vec (x, uk_prop_size (size->h, 72) - 4, z), uk_vec (x, 1.7, z),
                      1.7, canvas->palette->wood);
}

/* Whether a corner of the table is on the side of the viewer. */
static gboolean
is_corner_near (const UkCanvas *canvas, int corner)
{
  return uk_canvas_get_depth (canvas, uk_vec (corner & 1 ? 1 : -1, 0, corner & 2 ? 1 : -1)) > 0;
}

void
uk_prop_paint_table (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double w = uk_prop_size (size->w, 60), d = uk_prop_size (size->d, 100);
  UkVec o = solved->points[0];

  for (int corner = 0; corner < 4; corner++) {
    if (!is_corner_near (canvas, corner))
      fill_table_leg (canvas, solved, corner);
  }
  uk_canvas_fill_box (canvas, uk_vec (o.x - w / 2, uk_prop_size (size->h, 72) - 3.5, o.z - d / 2),
                      uk_vec (w, 3.5, d), canvas->palette->wood);
}

void
uk_prop_paint_table_legs (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  for (int corner = 0; corner < 4; corner++) {
    if (is_corner_near (canvas, corner))
      fill_table_leg (canvas, solved, corner);
  }
}

/* A flat thing as seen by the person: its corners in the y-z plane, leaning back with its height.
 */
static void
fill_panel (const UkCanvas *canvas, UkVec low, double w, double h, double lean, UkRgba color)
{
  const UkVec corners[4] = {
    { low.x, low.y, low.z - w / 2 },
    { low.x, low.y, low.z + w / 2 },
    { low.x + lean, low.y + h, low.z + w / 2 },
    { low.x + lean, low.y + h, low.z - w / 2 },
  };
  cairo_t *cr = canvas->cr;

  cairo_new_path (cr);
  for (int i = 0; i < 4; i++) {
    UkPoint p = uk_canvas_project (canvas, corners[i]);

    cairo_line_to (cr, p.x, p.y);
  }
  cairo_close_path (cr);
  uk_canvas_set_color (canvas, color, 0, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 0.6 * canvas->k);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Stands on its place and looks at the person, who faces +x. */
void
uk_prop_paint_screen (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 52), h = uk_prop_size (solved->prop.size.h, 31);
  UkVec o = solved->points[0];
  UkTone tone = canvas->palette->dark;

  uk_canvas_fill_box (canvas, uk_vec (o.x - 7, o.y, o.z - 10), uk_vec (16, 1.2, 20), tone);
  uk_canvas_fill_rod (canvas, uk_vec (o.x + 2, o.y + 1, o.z), uk_vec (o.x + 2, o.y + 12, o.z), 1.5,
                      tone);
  uk_canvas_fill_box (canvas, uk_vec (o.x, o.y + 9, o.z - w / 2), uk_vec (2.4, h, w), tone);
  if (uk_canvas_get_facing (canvas, uk_vec (-1, 0, 0)) > 0)
    fill_panel (canvas, uk_vec (o.x - 0.2, o.y + 11, o.z), w - 4, h - 4, 0,
                canvas->palette->screen);
}

void
uk_prop_paint_laptop (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 34), h = uk_prop_size (solved->prop.size.h, 22);
  UkVec o = solved->points[0];
  gboolean seen = uk_canvas_get_facing (canvas, uk_vec (-1, 0.3, 0)) > 0;

  uk_canvas_fill_box (canvas, uk_vec (o.x - 12, o.y, o.z - w / 2), uk_vec (24, 1.4, w),
                      canvas->palette->metal);
  fill_panel (canvas, uk_vec (o.x + 12, o.y + 1.4, o.z), w, h, h * 0.3,
              seen ? canvas->palette->dark.shade : canvas->palette->metal.lit);
  if (seen)
    fill_panel (canvas, uk_vec (o.x + 12.6, o.y + 3.4, o.z), w - 3.5, h - 3.5, h * 0.26,
                canvas->palette->screen);
}

/* Looks at the viewer, whoever that is. */
void
uk_prop_paint_clock (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double r = uk_prop_size (solved->prop.size.r, 9) * canvas->k;
  UkPoint o = uk_canvas_project (canvas, solved->points[0]);
  cairo_t *cr = canvas->cr;

  o.y -= r;
  cairo_new_path (cr);
  cairo_arc (cr, o.x, o.y, r, 0, 2 * G_PI);
  uk_canvas_set_color (canvas, canvas->palette->dark.lit, 0, 1);
  cairo_fill (cr);
  cairo_arc (cr, o.x, o.y, r * 0.82, 0, 2 * G_PI);
  uk_canvas_set_color (canvas, canvas->palette->porcelain.lit, 0, 1);
  cairo_fill (cr);
  cairo_move_to (cr, o.x, o.y - r * 0.6);
  cairo_line_to (cr, o.x, o.y);
  cairo_line_to (cr, o.x + r * 0.36, o.y + r * 0.2);
  cairo_set_line_width (cr, r * 0.14);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  uk_canvas_set_color (canvas, canvas->palette->ink, 0, 1);
  cairo_stroke (cr);
}

void
uk_prop_paint_keyboard (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 13), d = uk_prop_size (solved->prop.size.d, 40);
  UkVec o = solved->points[0];

  uk_canvas_fill_box (canvas, uk_vec (o.x - w / 2, o.y, o.z - d / 2), uk_vec (w, 1.4, d),
                      canvas->palette->metal);
}
