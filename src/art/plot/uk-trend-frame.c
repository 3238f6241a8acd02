/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/plot/uk-trend-frame.h"

/* The shortest time that is shown: a single rating stands in the middle of it. */
#define SHORTEST (24 * 60 * 60)

/**
 * uk_trend_frame_new:
 * @width: pixels
 * @height: pixels
 * @em: size of the letters in pixels
 * @points: (element-type UkTrendPoint): what is shown, the oldest first; may be empty
 *
 * Returns: where things are
 */
UkTrendFrame
uk_trend_frame_new (double width, double height, double em, const GArray *points)
{
  UkTrendFrame self = { .width = width, .height = height, .em = em };
  gint64 missing;

  g_return_val_if_fail (points != NULL, self);

  self.left = 2.2 * em;
  self.right = MAX (self.left + 1, width - 3 * em);
  self.top = em;
  self.bottom = MAX (self.top + 1, height - 2 * em);
  if (points->len > 0) {
    self.from = g_array_index (points, UkTrendPoint, 0).from;
    self.until = g_array_index (points, UkTrendPoint, points->len - 1).until;
  }
  missing = SHORTEST - (self.until - self.from);
  if (missing > 0) {
    self.from -= missing / 2;
    self.until = self.from + SHORTEST;
  }
  return self;
}

double
uk_trend_frame_get_x (const UkTrendFrame *self, double at)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->left
         + (at - (double)self->from) / (double)(self->until - self->from)
               * (self->right - self->left);
}

double
uk_trend_frame_get_y (const UkTrendFrame *self, double value)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bottom - value / 10 * (self->bottom - self->top);
}

/* The middle of the time for which a point stands. */
double
uk_trend_frame_get_point_x (const UkTrendFrame *self, const UkTrendPoint *point)
{
  g_return_val_if_fail (point != NULL, 0);

  return uk_trend_frame_get_x (self, ((double)point->from + (double)point->until) / 2);
}
