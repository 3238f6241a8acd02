/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-outline.h"
#include "core/chart/uk-view.h"

G_BEGIN_DECLS

/* From this width on front and back stand side by side. */
#define UK_CHART_FRAME_BOTH_WIDTH 560

/* How much closer than the whole body a region is best seen, and how close one can come. */
#define UK_CHART_FRAME_REGION_FACTOR 1.72
#define UK_CHART_FRAME_MAX_FACTOR 8.0

/**
 * UkChartFrame:
 * @scale: pixels a chart unit
 * @factor: how much closer than the whole body
 * @shown: whether each view is shown
 * @origin: where each view's 0,0 is, in pixels
 * @column_x: the left edge of each view's column, in pixels
 * @column_width: the width of a column
 * @body_height: the height above the captions
 * @zoom: 0 for the whole body to 1 for as close as a region is best seen, or closer
 *
 * Where the body stands in a rectangle.  Nothing here is mirrored for languages that run from right
 * to left.
 */
typedef struct {
  double scale;
  double factor;
  gboolean shown[UK_N_VIEWS];
  UkPoint origin[UK_N_VIEWS];
  double column_x[UK_N_VIEWS];
  double column_width;
  double body_height;
  double zoom;
} UkChartFrame;

/**
 * UkChartFocus:
 * @view: the view of the point
 * @point: what to move closer to, in chart units
 * @factor: how much closer than the whole body; 0 for as close as a region is best seen
 * @centred: whether the point comes to the very middle; else it moves sideways only as far as it
 *   must to be seen
 */
typedef struct {
  UkView view;
  UkPoint point;
  double factor;
  gboolean centred;
} UkChartFocus;

UkChartFrame uk_chart_frame_fit (
    double width, double height, double caption_height, UkView view, const UkChartFocus *focus);
UkChartFocus uk_chart_frame_hold (
    const UkChartFrame *self, UkView view, UkPoint point, double x, double y, double factor);
UkChartFrame uk_chart_frame_mix (const UkChartFrame *from, const UkChartFrame *to, double t);
UkPoint uk_chart_frame_to_chart (const UkChartFrame *self, UkView view, double x, double y);
UkPoint uk_chart_frame_to_pixels (const UkChartFrame *self, UkView view, UkPoint point);
UkBox uk_chart_frame_get_visible (const UkChartFrame *self, UkView view);
gboolean uk_chart_frame_find_view (const UkChartFrame *self, double x, double y, UkView *view);
gboolean uk_chart_frame_shows (const UkChartFrame *self, UkView view, UkPoint point);

G_END_DECLS
