/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#define POINT_REACH 5.5 /* cm from the point of an arrow to the edge of its head */

void
uk_figure_box_add (UkFigureBox *box, UkPoint p, double r)
{
  box->x0 = MIN (box->x0, p.x - r);
  box->x1 = MAX (box->x1, p.x + r);
  box->y0 = MIN (box->y0, p.y - r);
  box->y1 = MAX (box->y1, p.y + r);
}

void
uk_figure_box_join (UkFigureBox *box, const UkFigureBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

static void
add_vec (const UkCanvas *canvas, UkFigureBox *box, UkVec v, double r)
{
  uk_figure_box_add (box, uk_canvas_project (canvas, v), r);
}

/* A solid from its lowest corner. */
static void
add_solid (const UkCanvas *canvas, UkFigureBox *box, UkVec low, UkVec size)
{
  for (int i = 0; i < 8; i++)
    add_vec (canvas, box,
             uk_vec (low.x + (i & 1 ? size.x : 0), low.y + (i & 2 ? size.y : 0),
                     low.z + (i & 4 ? size.z : 0)),
             1);
}

/* Something that stands in the middle of its place: along x, up and along z. */
static void
add_standing (const UkCanvas *canvas,
              const UkSolvedProp *solved,
              UkFigureBox *box,
              double w,
              double h,
              double d)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];

  w = uk_prop_size (size->w, w);
  h = uk_prop_size (size->h, h);
  d = uk_prop_size (size->d, d);
  add_solid (canvas, box, uk_vec (o.x - w / 2, o.y, o.z - d / 2), uk_vec (w, h, d));
}

static void
measure_points (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  for (guint i = 0; i < solved->prop.n_points; i++)
    add_vec (canvas, box, solved->points[i], POINT_REACH);
}

static void
measure_mat (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 180, 0.1, 64);
}

static void
measure_wall (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  const UkPropSize *size = &solved->prop.size;
  double x = solved->points[0].x + size->a, d = uk_prop_size (size->d, 70);

  add_solid (canvas, box, uk_vec (size->b < 0 ? x : x - 6, 0, -d / 2),
             uk_vec (6, uk_prop_size (size->h, 196), d));
}

static void
measure_door (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  double w = uk_prop_size (solved->prop.size.w, 96) + 24;

  add_solid (canvas, box, uk_vec (solved->points[0].x - 6, 0, -w / 2),
             uk_vec (10, uk_prop_size (solved->prop.size.h, 198) + 12, w));
}

static void
measure_chair (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  const UkPropSize *size = &solved->prop.size;
  double back = size->a < 0.5 ? 44 : 0, h = uk_prop_size (size->h, 44);
  double w = uk_prop_size (size->w, 42), d = uk_prop_size (size->d, 44);
  UkVec o = solved->points[0];

  add_solid (canvas, box, uk_vec (o.x - w / 2 - 6, 0, o.z - d / 2 - 1),
             uk_vec (w + 8, h + back, d + 2));
}

static void
measure_box (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 1, 1, 1);
}

static void
measure_table (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 60, 72, 100);
}

static void
measure_screen (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  double w = uk_prop_size (solved->prop.size.w, 52), h = uk_prop_size (solved->prop.size.h, 31);
  UkVec o = solved->points[0];

  add_solid (canvas, box, uk_vec (o.x - 7, o.y, o.z - w / 2), uk_vec (16, h + 9, w));
}

static void
measure_laptop (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 34, 22, 34);
}

static void
measure_clock (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  double r = uk_prop_size (solved->prop.size.r, 9);

  add_vec (canvas, box, uk_vec_add (solved->points[0], uk_vec (0, r, 0)), r);
}

static void
measure_bag (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 34, 28, 14);
}

static void
measure_keyboard (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 13, 1.4, 40);
}

static void
measure_bed (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  const UkPropSize *size = &solved->prop.size;
  double w = uk_prop_size (size->w, 204), d = uk_prop_size (size->d, 90);
  double h = uk_prop_size (size->h, 46);
  UkVec o = solved->points[0];

  add_solid (canvas, box, uk_vec (o.x - w / 2 - 4, 0, o.z - d / 2), uk_vec (w + 4, h, d));
  add_solid (canvas, box, uk_vec (o.x - w / 2 - 4, 0, o.z - d / 2), uk_vec (4, h + 32, d));
}

static void
measure_basin (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 46, 20, 36);
}

static void
measure_bath (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_standing (canvas, solved, box, 160, 56, 72);
}

static void
measure_shower (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  UkVec o = solved->points[0];

  o.y = uk_prop_size (solved->prop.size.h, 208);
  add_vec (canvas, box, o, 3);
}

static void
measure_round (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = uk_solved_prop_get_center (solved), axis = uk_prop_get_round_axis (solved);
  double r = uk_prop_size (size->r, 6), half;

  half = solved->prop.kind == UK_PROP_BALL     ? size->twin / 2
         : solved->prop.kind == UK_PROP_BOTTLE ? uk_prop_size (size->h, 22)
                                               : uk_prop_size (size->w, 46) / 2;
  add_vec (canvas, box, uk_vec_along (o, axis, half), r);
  add_vec (canvas, box, uk_vec_along (o, axis, -half), r);
}

static void
measure_pillow (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  const UkPropSize *size = &solved->prop.size;
  double r = MAX (uk_prop_size (size->w, 34), uk_prop_size (size->d, 46)) / 2;

  if (uk_solved_prop_is_touching (solved))
    add_vec (canvas, box, solved->points[0], r);
  else
    add_standing (canvas, solved, box, 34, 11, 46);
}

static void
measure_cane (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  for (double t = -0.25; t <= 2; t += 0.125)
    add_vec (canvas, box, uk_prop_get_cane_point (solved, t), 2);
}

static void
measure_massager (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_vec (canvas, box, uk_vec_along (solved->points[0], solved->normals[0], 14), 3);
}

static void
measure_pad (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  double r = MAX (solved->prop.size.w, solved->prop.size.h) / 2;

  add_vec (canvas, box, solved->points[0], MAX (r, 3) * 0.8);
}

static void
measure_sweep (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  add_vec (canvas, box, solved->points[0], solved->prop.size.r + 4);
}

static void
measure_elliptical (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box)
{
  double x = solved->points[0].x;

  add_solid (canvas, box, uk_vec (x - 80, 0, -18), uk_vec (152, 6, 36));
  add_vec (canvas, box, uk_vec (x + 44, 128, 0), 6);
}

/* The back of the chair and the near legs of the table come before what is nearer than them. */
static double
get_chair_depth (const UkCanvas *canvas, const UkSolvedProp *solved, int piece)
{
  return uk_canvas_get_depth (canvas, uk_vec_add (solved->points[0], uk_vec (-20, 0, 0)));
}

static double
get_table_depth (const UkCanvas *canvas, const UkSolvedProp *solved, int piece)
{
  double w = uk_prop_size (solved->prop.size.w, 60) / 2,
         d = uk_prop_size (solved->prop.size.d, 100) / 2;
  double reach = fabs (canvas->sin_yaw) * w + fabs (canvas->cos_yaw) * d;

  return uk_canvas_get_depth (canvas, solved->points[0]) + (piece == 1 ? reach : 0);
}

static double
get_elliptical_depth (const UkCanvas *canvas, const UkSolvedProp *solved, int piece)
{
  return piece == 0 ? -60 : 12.5;
}

/* The part of the cane near the knob is behind the body when the skin there looks away. */
static double
get_cane_depth (const UkCanvas *canvas, const UkSolvedProp *solved, int piece)
{
  double depth = uk_canvas_get_depth (canvas, solved->points[0]);

  return depth + 14 * uk_canvas_get_facing (canvas, solved->normals[0]);
}

const UkPropPainter uk_prop_painters[UK_N_PROPS] = {
  [UK_PROP_MAT] = { .behind = uk_prop_paint_mat, .measure = measure_mat, .scenery = TRUE },
  [UK_PROP_WALL] = { .behind = uk_prop_paint_wall, .measure = measure_wall, .scenery = TRUE },
  [UK_PROP_DOOR] = { .behind = uk_prop_paint_door, .measure = measure_door, .scenery = TRUE },
  [UK_PROP_BED] = { .behind = uk_prop_paint_bed, .measure = measure_bed, .scenery = TRUE },
  [UK_PROP_CHAIR] = { .behind = uk_prop_paint_chair,
                      .piece = { uk_prop_paint_chair_back },
                      .measure = measure_chair,
                      .get_depth = get_chair_depth,
                      .scenery = TRUE },
  [UK_PROP_TABLE] = { .piece = { uk_prop_paint_table, uk_prop_paint_table_legs },
                      .measure = measure_table,
                      .get_depth = get_table_depth,
                      .scenery = TRUE },
  [UK_PROP_SCREEN]
  = { .piece = { uk_prop_paint_screen }, .measure = measure_screen, .scenery = TRUE },
  [UK_PROP_LAPTOP] = { .piece = { uk_prop_paint_laptop }, .measure = measure_laptop },
  [UK_PROP_CLOCK] = { .piece = { uk_prop_paint_clock }, .measure = measure_clock },
  [UK_PROP_BAG] = { .piece = { uk_prop_paint_bag }, .measure = measure_bag },
  [UK_PROP_KEYBOARD] = { .piece = { uk_prop_paint_keyboard }, .measure = measure_keyboard },
  [UK_PROP_BASIN] = { .behind = uk_prop_paint_tub_back,
                      .front = uk_prop_paint_tub_front,
                      .measure = measure_basin },
  [UK_PROP_BATH]
  = { .behind = uk_prop_paint_tub_back, .front = uk_prop_paint_tub_front, .measure = measure_bath },
  [UK_PROP_SHOWER] = { .behind = uk_prop_paint_shower,
                       .front = uk_prop_paint_shower_water,
                       .measure = measure_shower,
                       .scenery = TRUE },
  [UK_PROP_WATER] = { .behind = uk_prop_paint_water_back, .front = uk_prop_paint_water_front },
  [UK_PROP_ELLIPTICAL] = { .behind = uk_prop_paint_elliptical,
                           .piece = { uk_prop_paint_elliptical_far, uk_prop_paint_elliptical_near },
                           .measure = measure_elliptical,
                           .get_depth = get_elliptical_depth },
  [UK_PROP_BOX] = { .piece = { uk_prop_paint_box }, .measure = measure_box },
  [UK_PROP_BALL] = { .behind = uk_prop_paint_round_shadow,
                     .piece = { uk_prop_paint_ball },
                     .measure = measure_round },
  [UK_PROP_ROLLER] = { .behind = uk_prop_paint_round_shadow,
                       .piece = { uk_prop_paint_roller },
                       .measure = measure_round },
  [UK_PROP_TOWEL_ROLL] = { .behind = uk_prop_paint_round_shadow,
                           .piece = { uk_prop_paint_roller },
                           .measure = measure_round },
  [UK_PROP_BOTTLE] = { .behind = uk_prop_paint_round_shadow,
                       .piece = { uk_prop_paint_bottle },
                       .measure = measure_round },
  [UK_PROP_BAND]
  = { .piece = { uk_prop_paint_band }, .measure = measure_points, .order = UK_ORDER_MEAN },
  [UK_PROP_ROD]
  = { .piece = { uk_prop_paint_rod }, .measure = measure_points, .order = UK_ORDER_MEAN },
  [UK_PROP_ICE]
  = { .piece = { uk_prop_paint_pad }, .measure = measure_pad, .order = UK_ORDER_SKIN },
  [UK_PROP_HEAT]
  = { .piece = { uk_prop_paint_pad }, .measure = measure_pad, .order = UK_ORDER_SKIN },
  [UK_PROP_PILLOW]
  = { .piece = { uk_prop_paint_pillow }, .measure = measure_pillow, .order = UK_ORDER_SKIN },
  [UK_PROP_CANE] = { .piece = { uk_prop_paint_cane_shaft, uk_prop_paint_cane_hook },
                     .measure = measure_cane,
                     .get_depth = get_cane_depth,
                     .order = UK_ORDER_HELD },
  [UK_PROP_MASSAGER]
  = { .piece = { uk_prop_paint_massager }, .measure = measure_massager, .order = UK_ORDER_HELD },
  [UK_PROP_ARROW] = { .front = uk_prop_paint_arrow, .measure = measure_points },
  [UK_PROP_SWEEP] = { .front = uk_prop_paint_sweep, .measure = measure_sweep },
  [UK_PROP_GLOW] = { .piece = { uk_prop_paint_glow }, .order = UK_ORDER_PART },
};
