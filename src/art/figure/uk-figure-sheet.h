/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/figure/uk-figure-painter.h"

G_BEGIN_DECLS

/**
 * UkFigureSheet:
 * @figures: (element-type UkFigure): what to show, in rows from the upper left
 * @labels: (nullable) (element-type utf8): a line under each
 * @columns: figures per row
 * @tile_width, @tile_height: pixels of each figure without its label
 */
typedef struct {
  const UkFigure *figures;
  const char *const *labels;
  guint n;
  guint columns;
  double tile_width, tile_height;
} UkFigureSheet;

cairo_surface_t *uk_figure_sheet_render (const UkFigureSheet *sheet,
                                         const UkFigurePalette *palette,
                                         const UkFigureBox *box);

G_END_DECLS
