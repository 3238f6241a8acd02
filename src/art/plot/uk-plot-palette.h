/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"

G_BEGIN_DECLS

/**
 * UkPlotPalette:
 * @accent: line and full dots
 * @text: what is read first
 * @quiet: what is read second, and hollow dots
 * @grid: lines behind
 * @card: what the plot stands on
 * @fill_alpha: how much of @accent is below the line, at its top
 *
 * Colours of one style.
 */
typedef struct {
  UkChartColor accent, text, quiet, grid, card;
  double fill_alpha;
} UkPlotPalette;

const UkPlotPalette *uk_plot_palette_get (gboolean dark, gboolean contrast);

G_END_DECLS
