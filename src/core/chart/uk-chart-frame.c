/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart-frame.h"

#include <math.h>

/* The body with its hands and a little air, in chart units; crown and soles are at 0 and 757. */
#define BODY_WIDTH 400.0
#define BODY_HEIGHT 764.0
#define BODY_TOP (-6.0)

/* Air above the head, in pixels. */
#define HEAD_ROOM 14.0

/* How much closer a chosen region is. */
#define ZOOM 1.72

/* Two bodies stand no further apart than this, in chart units, however wide the window. */
#define MAX_APART 225.0

/* A zoomed picture starts no higher and ends no lower than this. */
#define ZOOMED_TOP (-22.0)
#define ZOOMED_BOTTOM 830.0

/* How far inside its column a zoomed region stays, in pixels: edges fade out. */
#define SIDE_ROOM 60.0

static void
place_whole (UkChartFrame *self, double width, double height, guint n_columns)
{
  double apart = MIN (self->column_width / 2, MAX_APART * self->scale) * (n_columns - 1);
  double top = HEAD_ROOM + (self->body_height - HEAD_ROOM - BODY_HEIGHT * self->scale) / 2;
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++) {
    self->origin[i].x = width / 2 + (i == UK_VIEW_FRONT ? -apart : apart);
    self->origin[i].y = top - BODY_TOP * self->scale;
  }
}

static void
place_zoomed (UkChartFrame *self, const UkChartFocus *focus)
{
  double visible = self->body_height / self->scale;
  double top
      = CLAMP (focus->point.y - visible / 2, ZOOMED_TOP, MAX (ZOOMED_TOP, ZOOMED_BOTTOM - visible));
  double half = self->column_width / 2 / self->scale;
  double off = MAX (0, fabs (focus->point.x) - MAX (0, half - SIDE_ROOM / self->scale));
  guint i;

  if (focus->point.x < 0)
    off = -off;
  for (i = 0; i < UK_N_VIEWS; i++) {
    /* The same side of the body is on the other side of the other picture. */
    double x = i == focus->view ? off : -off;

    self->origin[i].x = self->column_x[i] + self->column_width / 2 - x * self->scale;
    self->origin[i].y = HEAD_ROOM / 2 - top * self->scale;
  }
}

/**
 * uk_chart_frame_fit:
 * @width: of the rectangle, in pixels
 * @height: of the rectangle, in pixels
 * @caption_height: what is left for the words below the body, in pixels
 * @view: what to show when there is only room for one
 * @focus: (nullable): what to move closer to; %NULL for the whole body
 *
 * Returns: the frame
 */
UkChartFrame
uk_chart_frame_fit (
    double width, double height, double caption_height, UkView view, const UkChartFocus *focus)
{
  gboolean both = width >= UK_CHART_FRAME_BOTH_WIDTH;
  guint n_columns = both ? 2 : 1, i;
  UkChartFrame self = { 0 };

  width = MAX (width, 1);
  self.body_height = MAX (height - caption_height, HEAD_ROOM + 1);
  self.column_width = width / n_columns;
  self.scale = MIN ((self.body_height - HEAD_ROOM) / BODY_HEIGHT, self.column_width / BODY_WIDTH);
  for (i = 0; i < UK_N_VIEWS; i++) {
    self.shown[i] = both || i == view;
    self.column_x[i] = both ? i * self.column_width : 0;
  }
  if (focus == NULL) {
    place_whole (&self, width, height, n_columns);
  } else {
    self.zoom = 1;
    self.scale *= ZOOM;
    place_zoomed (&self, focus);
  }
  return self;
}

static double
mix (double a, double b, double t)
{
  return a + (b - a) * t;
}

/**
 * uk_chart_frame_mix:
 * @from: a frame
 * @to: another
 * @t: 0 for @from to 1 for @to
 *
 * Returns: a frame between two, for moving from one to the other; which views are shown is as in
 * @to
 */
UkChartFrame
uk_chart_frame_mix (const UkChartFrame *from, const UkChartFrame *to, double t)
{
  UkChartFrame self;
  guint i;

  g_return_val_if_fail (from != NULL, ((UkChartFrame){ 0 }));
  g_return_val_if_fail (to != NULL, ((UkChartFrame){ 0 }));

  self = *to;
  self.scale = mix (from->scale, to->scale, t);
  self.zoom = mix (from->zoom, to->zoom, t);
  for (i = 0; i < UK_N_VIEWS; i++) {
    self.origin[i].x = mix (from->origin[i].x, to->origin[i].x, t);
    self.origin[i].y = mix (from->origin[i].y, to->origin[i].y, t);
  }
  return self;
}

/**
 * uk_chart_frame_to_chart:
 * @self: a frame
 * @view: a view that it shows
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: the place in chart units
 */
UkPoint
uk_chart_frame_to_chart (const UkChartFrame *self, UkView view, double x, double y)
{
  g_return_val_if_fail (self != NULL && self->scale > 0, ((UkPoint){ 0, 0 }));

  return (UkPoint){ (x - self->origin[view].x) / self->scale,
                    (y - self->origin[view].y) / self->scale };
}

/**
 * uk_chart_frame_to_pixels:
 * @self: a frame
 * @view: a view that it shows
 * @point: in chart units
 *
 * Returns: the place in pixels
 */
UkPoint
uk_chart_frame_to_pixels (const UkChartFrame *self, UkView view, UkPoint point)
{
  g_return_val_if_fail (self != NULL, ((UkPoint){ 0, 0 }));

  return (UkPoint){ self->origin[view].x + point.x * self->scale,
                    self->origin[view].y + point.y * self->scale };
}

/**
 * uk_chart_frame_find_view:
 * @self: a frame
 * @x: in pixels
 * @y: in pixels
 * @view: (out): the view in whose column the place is
 *
 * Returns: %FALSE if it is in none, or below the body
 */
gboolean
uk_chart_frame_find_view (const UkChartFrame *self, double x, double y, UkView *view)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  if (y < 0 || y >= self->body_height)
    return FALSE;
  for (i = 0; i < UK_N_VIEWS; i++) {
    if (self->shown[i] && x >= self->column_x[i] && x < self->column_x[i] + self->column_width) {
      *view = (UkView)i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_chart_frame_shows:
 * @self: a frame
 * @view: a view
 * @point: in chart units
 *
 * Returns: whether the point can be seen, well inside its column
 */
gboolean
uk_chart_frame_shows (const UkChartFrame *self, UkView view, UkPoint point)
{
  UkPoint p;
  double room;

  g_return_val_if_fail (self != NULL, FALSE);

  p = uk_chart_frame_to_pixels (self, view, point);
  room = MIN (SIDE_ROOM, self->column_width / 4) * self->zoom / 2;
  return self->shown[view] && p.x >= self->column_x[view] + room
         && p.x <= self->column_x[view] + self->column_width - room && p.y >= room / 2
         && p.y <= self->body_height - room;
}
