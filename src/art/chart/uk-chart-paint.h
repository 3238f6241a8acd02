/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-chart.h"

#include <cairo.h>

G_BEGIN_DECLS

/* How much anatomy the body shows: nothing is chosen and it is mostly skin, or something is chosen
 * and the muscles around help to find the point. */
typedef enum {
  UK_CHART_LOOK_REST,
  UK_CHART_LOOK_CHOSEN,
} UkChartLook;

/**
 * UkChartAreaState:
 * @hover: 0 to 1: how far the pointer has coloured it
 * @selected: 0 to 1: how far it has been chosen
 * @rating: 0 to 10; negative for none
 * @look: the look of the body around
 */
typedef struct {
  double hover;
  double selected;
  double rating;
  UkChartLook look;
} UkChartAreaState;

void uk_chart_paint_base (cairo_t *cr,
                          const UkChart *chart,
                          const UkChartPalette *palette,
                          UkChartLook look,
                          double scale);
void uk_chart_paint_area (cairo_t *cr,
                          const UkChart *chart,
                          const UkChartArea *area,
                          const UkChartPalette *palette,
                          const UkChartAreaState *state,
                          double scale);
void uk_chart_paint_focus (cairo_t *cr,
                           const UkChartArea *area,
                           const UkChartPalette *palette,
                           double scale);
void uk_chart_paint_cutout (cairo_t *cr,
                            const UkChart *chart,
                            const char *region,
                            UkSide side,
                            const UkChartPalette *palette,
                            double width,
                            double height);

G_END_DECLS
