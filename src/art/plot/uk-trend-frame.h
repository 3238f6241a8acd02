/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insight/uk-trend-point.h"

G_BEGIN_DECLS

/**
 * UkTrendFrame:
 * @width: of the whole picture, in pixels
 * @height: of the whole picture
 * @em: size of the letters
 * @left: where time begins
 * @right: where it ends
 * @top: where ten is
 * @bottom: where zero is
 * @from: the first instant, Unix seconds
 * @until: the last one, later than @from
 *
 * Where things are in a plot of ratings over time.  Time always runs to the right.
 */
typedef struct {
  double width;
  double height;
  double em;
  double left;
  double right;
  double top;
  double bottom;
  gint64 from;
  gint64 until;
} UkTrendFrame;

UkTrendFrame uk_trend_frame_new (double width, double height, double em, const GArray *points);
double uk_trend_frame_get_x (const UkTrendFrame *self, double at);
double uk_trend_frame_get_y (const UkTrendFrame *self, double value);
double uk_trend_frame_get_point_x (const UkTrendFrame *self, const UkTrendPoint *point);

G_END_DECLS
