/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: how each kind of prop is painted, ordered and measured. */

#include "art/figure/uk-figure-canvas.h"
#include "art/figure/uk-figure-painter.h"

G_BEGIN_DECLS

typedef enum {
  UK_ORDER_DEPTH, /* by the depth of its middle */
  UK_ORDER_MEAN,  /* by the mean depth of its points */
  UK_ORDER_SKIN,  /* over the skin that it lies on, under it when that looks away */
  UK_ORDER_PART,  /* just over the part of the body that it is on */
  UK_ORDER_HELD,  /* over the trunk, under the hands */
} UkPropOrder;

typedef void
UkPropPaint (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);

/**
 * UkPropPainter:
 * @behind: behind everybody
 * @piece: in the order of depth, each by itself
 * @front: in front of everything
 * @measure: what it adds to the box of the picture
 * @scenery: left out of the box of a close-up
 */
typedef struct {
  UkPropPaint *behind, *piece[2], *front;
  void (*measure) (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box);
  double (*get_depth) (const UkCanvas *canvas, const UkSolvedProp *solved, int piece);
  UkPropOrder order;
  gboolean scenery;
} UkPropPainter;

extern const UkPropPainter uk_prop_painters[UK_N_PROPS];

void uk_figure_box_add (UkFigureBox *box, UkPoint p, double r);
void uk_figure_box_join (UkFigureBox *box, const UkFigureBox *other);

/* A box that grows with what is added. */
static inline UkFigureBox
uk_figure_box_empty (void)
{
  return (UkFigureBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
}

static inline gboolean
uk_figure_box_meets (const UkFigureBox *a, const UkFigureBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* The size of a prop, or what it is when the pose does not say. */
static inline double
uk_prop_size (double given, double otherwise)
{
  return given > 0 ? given : otherwise;
}

UkPropPaint uk_prop_paint_mat;
UkPropPaint uk_prop_paint_wall;
UkPropPaint uk_prop_paint_door;
UkPropPaint uk_prop_paint_box;
UkPropPaint uk_prop_paint_chair;
UkPropPaint uk_prop_paint_chair_back;
UkPropPaint uk_prop_paint_table;
UkPropPaint uk_prop_paint_table_legs;
UkPropPaint uk_prop_paint_screen;
UkPropPaint uk_prop_paint_keyboard;
UkPropPaint uk_prop_paint_bed;
UkPropPaint uk_prop_paint_tub_back;
UkPropPaint uk_prop_paint_tub_front;
UkPropPaint uk_prop_paint_shower;
UkPropPaint uk_prop_paint_shower_water;
UkPropPaint uk_prop_paint_water_back;
UkPropPaint uk_prop_paint_water_front;
UkPropPaint uk_prop_paint_elliptical;
UkPropPaint uk_prop_paint_elliptical_far;
UkPropPaint uk_prop_paint_elliptical_near;

UkPropPaint uk_prop_paint_ball;
UkPropPaint uk_prop_paint_roller;
UkPropPaint uk_prop_paint_bottle;
UkPropPaint uk_prop_paint_round_shadow;
UkPropPaint uk_prop_paint_band;
UkPropPaint uk_prop_paint_rod;
UkPropPaint uk_prop_paint_pad;
UkPropPaint uk_prop_paint_pillow;
UkPropPaint uk_prop_paint_cane_shaft;
UkPropPaint uk_prop_paint_cane_hook;
UkPropPaint uk_prop_paint_massager;
UkPropPaint uk_prop_paint_laptop;
UkPropPaint uk_prop_paint_clock;
UkPropPaint uk_prop_paint_bag;

UkVec uk_prop_get_round_axis (const UkSolvedProp *solved);
UkVec uk_prop_get_cane_point (const UkSolvedProp *solved, double t);

UkPropPaint uk_prop_paint_arrow;
UkPropPaint uk_prop_paint_sweep;
UkPropPaint uk_prop_paint_glow;

G_END_DECLS
