/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/figure/uk-figure-palette.h"
#include "core/figure/uk-figure.h"
#include "core/figure/uk-movement.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * UkFigureBox:
 *
 * A rectangle of the picture plane in cm, y down; the floor below the hips' origin is y = 0.
 */
typedef struct {
  double x0, y0, x1, y1;
} UkFigureBox;

void uk_figure_measure (const UkFigure *figure, UkFigureBox *box);
void uk_figure_measure_movement (const UkMovement *movement, UkFigureBox *box);
void uk_figure_paint (const UkFigure *figure,
                      cairo_t *cr,
                      const UkFigurePalette *palette,
                      double ox,
                      double oy,
                      double k);
void uk_figure_paint_box (const UkFigure *figure,
                          cairo_t *cr,
                          const UkFigurePalette *palette,
                          const UkFigureBox *box,
                          double width,
                          double height);
void uk_figure_paint_fit (const UkFigure *figure,
                          cairo_t *cr,
                          const UkFigurePalette *palette,
                          double width,
                          double height);

G_END_DECLS
