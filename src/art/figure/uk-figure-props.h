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

typedef void (*UkPropPaint) (const UkCanvas *canvas,
                             const UkFigure *figure,
                             const UkSolvedProp *solved);

/**
 * UkPropPainter:
 * @behind: behind everybody
 * @piece: in the order of depth, the second one `piece2_depth` cm nearer than the first
 * @front: in front of everything
 * @measure: what it adds to the box of the picture
 * @scenery: left out of the box of a close-up
 */
typedef struct {
  UkPropPaint behind, piece[2], front;
  void (*measure) (const UkCanvas *canvas, const UkSolvedProp *solved, UkFigureBox *box);
  double (*get_depth) (const UkCanvas *canvas, const UkSolvedProp *solved, int piece);
  UkPropOrder order;
  gboolean scenery;
} UkPropPainter;

extern const UkPropPainter uk_prop_painters[UK_N_PROPS];

void uk_figure_box_add (UkFigureBox *box, UkPoint p, double r);

/* The size of a prop, or what it is when the pose does not say. */
static inline double
uk_prop_size (double given, double otherwise)
{
  return given > 0 ? given : otherwise;
}

void uk_prop_paint_mat (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_wall (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_door (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_box (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_chair (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_chair_back (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved);
void
uk_prop_paint_table (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_table_legs (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved);
void
uk_prop_paint_screen (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_keyboard (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_bed (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_tub_back (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_tub_front (const UkCanvas *canvas,
                              const UkFigure *figure,
                              const UkSolvedProp *solved);
void
uk_prop_paint_shower (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_shower_water (const UkCanvas *canvas,
                                 const UkFigure *figure,
                                 const UkSolvedProp *solved);
void uk_prop_paint_water_back (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved);
void uk_prop_paint_water_front (const UkCanvas *canvas,
                                const UkFigure *figure,
                                const UkSolvedProp *solved);
void uk_prop_paint_elliptical (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved);
void uk_prop_paint_elliptical_far (const UkCanvas *canvas,
                                   const UkFigure *figure,
                                   const UkSolvedProp *solved);
void uk_prop_paint_elliptical_near (const UkCanvas *canvas,
                                    const UkFigure *figure,
                                    const UkSolvedProp *solved);

void
uk_prop_paint_ball (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_roller (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_bottle (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_round_shadow (const UkCanvas *canvas,
                                 const UkFigure *figure,
                                 const UkSolvedProp *solved);
void
uk_prop_paint_band (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_rod (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_pad (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_pillow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void uk_prop_paint_cane_shaft (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved);
void uk_prop_paint_cane_hook (const UkCanvas *canvas,
                              const UkFigure *figure,
                              const UkSolvedProp *solved);
void
uk_prop_paint_massager (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
UkVec uk_prop_get_round_axis (const UkSolvedProp *solved);
UkVec uk_prop_get_cane_point (const UkSolvedProp *solved, double t);

void
uk_prop_paint_arrow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_sweep (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);
void
uk_prop_paint_glow (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved);

G_END_DECLS
