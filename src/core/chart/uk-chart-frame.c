/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart-frame.h"

#include <math.h>

/* The body with its hands and a little air, in chart units; crown and soles are at 0 and 757. */
#define BODY_WIDTH 400.0
#define BODY_HEIGHT 764.0
#define BODY_MIDDLE 376.0

/* Air above the head, in pixels. */
#define HEAD_ROOM 14.0

/* Two bodies stand no further apart than this, in chart units, however wide the window. */
#define MAX_APART 225.0

/* A zoomed picture starts no higher and ends no lower than this. */
#define ZOOMED_TOP (-22.0)
#define ZOOMED_BOTTOM 830.0

/* How far inside its column a zoomed region stays, in pixels: edges fade out. */
#define SIDE_ROOM 60.0

static double
mix (double a, double b, double t)
{
  return a + (b - a) * t;
}

static double
get_whole_scale (const UkChartFrame *self)
{
  return MIN ((self->body_height - HEAD_ROOM) / BODY_HEIGHT, self->column_width / BODY_WIDTH);
}

static void
set_factor (UkChartFrame *self, double factor)
{
  self->factor = CLAMP (factor, 1, UK_CHART_FRAME_MAX_FACTOR);
  self->scale = get_whole_scale (self) * self->factor;
  self->zoom = MIN (1, (self->factor - 1) / (UK_CHART_FRAME_REGION_FACTOR - 1));
}

/* Where the point in the middle of a picture is, in pixels.  Whole bodies stand together, closer
 * ones in the middle of their columns. */
static UkPoint
get_middle (const UkChartFrame *self, UkView view)
{
  gboolean both = self->shown[UK_VIEW_FRONT] && self->shown[UK_VIEW_BACK];
  double column = self->column_x[view] + self->column_width / 2, whole = column;

  if (both) {
    double apart = MIN (self->column_width / 2, MAX_APART * get_whole_scale (self));

    whole = self->column_width + (view == UK_VIEW_FRONT ? -apart : apart);
  }
  return (UkPoint){ mix (whole, column, self->zoom), (HEAD_ROOM + self->body_height) / 2 };
}

/* The point that may stand in the middle: the body stays inside, and a little air around it. */
static UkPoint
limit (const UkChartFrame *self, UkPoint point)
{
  double half = self->column_width / 2 / self->scale, visible = self->body_height / self->scale;
  double side = MAX (0, BODY_WIDTH / 2 - half + SIDE_ROOM * self->zoom / self->scale);
  double top = ZOOMED_TOP + visible / 2, bottom = MAX (top, ZOOMED_BOTTOM - visible / 2);

  return (UkPoint){ CLAMP (point.x, -side, side),
                    CLAMP (point.y, mix (BODY_MIDDLE, top, self->zoom),
                           mix (BODY_MIDDLE, bottom, self->zoom)) };
}

/* A region is moved to the side only as far as it must to be seen. */
static UkPoint
find_centre (const UkChartFrame *self, const UkChartFocus *focus)
{
  double half = self->column_width / 2 / self->scale, off;

  if (focus->centred)
    return limit (self, focus->point);
  off = MAX (0, fabs (focus->point.x) - MAX (0, half - SIDE_ROOM / self->scale));
  return limit (self, (UkPoint){ focus->point.x < 0 ? -off : off, focus->point.y });
}

static void
place (UkChartFrame *self, UkView view, UkPoint centre)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++) {
    UkPoint middle = get_middle (self, (UkView)i);
    /* The same side of the body is on the other side of the other picture. */
    double x = i == view ? centre.x : -centre.x;

    self->origin[i].x = middle.x - x * self->scale;
    self->origin[i].y = middle.y - centre.y * self->scale;
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
  for (i = 0; i < UK_N_VIEWS; i++) {
    self.shown[i] = both || i == view;
    self.column_x[i] = both ? i * self.column_width : 0;
  }
  if (focus == NULL) {
    set_factor (&self, 1);
    place (&self, view, (UkPoint){ 0, BODY_MIDDLE });
  } else {
    set_factor (&self, focus->factor > 0 ? focus->factor : UK_CHART_FRAME_REGION_FACTOR);
    place (&self, focus->view, find_centre (&self, focus));
  }
  return self;
}

/**
 * uk_chart_frame_hold:
 * @self: a frame
 * @view: a view that it shows
 * @point: a place on the body, in chart units
 * @x: where the place shall be, in pixels
 * @y: in pixels
 * @factor: how close to come; from 1 for the whole body, and no closer than
 *   %UK_CHART_FRAME_MAX_FACTOR
 *
 * For zooming at a pointer and for dragging: the place stays under the pointer, unless the body
 * would leave the picture.
 *
 * Returns: what to move to
 */
UkChartFocus
uk_chart_frame_hold (
    const UkChartFrame *self, UkView view, UkPoint point, double x, double y, double factor)
{
  UkChartFrame next;
  UkPoint middle;

  g_return_val_if_fail (self != NULL && self->scale > 0, ((UkChartFocus){ 0 }));

  next = *self;
  set_factor (&next, factor);
  middle = get_middle (&next, view);
  point.x -= (x - middle.x) / next.scale;
  point.y -= (y - middle.y) / next.scale;
  return (UkChartFocus){ view, limit (&next, point), next.factor, TRUE };
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
  self.factor = mix (from->factor, to->factor, t);
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
 * uk_chart_frame_get_visible:
 * @self: a frame
 * @view: a view that it shows
 *
 * Returns: what is seen of the picture, in chart units
 */
UkBox
uk_chart_frame_get_visible (const UkChartFrame *self, UkView view)
{
  UkPoint corner;

  g_return_val_if_fail (self != NULL && self->scale > 0, ((UkBox){ 0, 0, 0, 0 }));

  corner = uk_chart_frame_to_chart (self, view, self->column_x[view], 0);
  return (UkBox){ corner.x, corner.y, self->column_width / self->scale,
                  self->body_height / self->scale };
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
