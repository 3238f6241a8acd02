/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies at a point of the chart. */
#include "core/chart/uk-chart-private.h"

#include <math.h>
#include <string.h>

/* An area is looked at in this many rows and columns. */
#define REASON_GRID 16

/* How finely a point is pulled into an area. */
#define PULL_STEPS 40

static const UkChartShape *
hit_shape (const UkChart *self, UkShapeKind kind, double x, double y)
{
  guint i;

  for (i = self->shapes[kind]->len; i-- > 0;) {
    const UkChartShape *shape = &g_array_index (self->shapes[kind], UkChartShape, i);

    if (uk_outline_contains (shape->outline, x, y))
      return shape;
  }
  return NULL;
}

/* The areas that may lie under a point, from top to bottom. */
static const guint16 *
list_candidates (const UkChart *self, double x, double y, guint *n)
{
  double column = floor ((x - self->box.x) / UK_CHART_CELL),
         row = floor ((y - self->box.y) / UK_CHART_CELL);
  const guint *cells;
  guint cell;

  *n = 0;
  if (!(column >= 0 && row >= 0 && column < self->n_columns && row < self->n_rows))
    return NULL;
  cells = (const guint *)(gpointer)self->cells->data;
  cell = (guint)row * self->n_columns + (guint)column;
  *n = cells[cell + 1] - cells[cell];
  return (const guint16 *)(gpointer)self->hits->data + cells[cell];
}

/**
 * uk_chart_list_hits:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 * @areas: (out) (array length=max_areas): filled with the areas under the point, the topmost first
 * @max_areas: room in @areas
 *
 * Unlike uk_chart_hit() it also looks below places without treatment.
 *
 * Returns: how many areas were filled in
 */
guint
uk_chart_list_hits (
    const UkChart *self, double x, double y, const UkChartArea **areas, guint max_areas)
{
  const guint16 *candidates;
  guint n_candidates, n = 0, i;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (areas != NULL, 0);

  candidates = list_candidates (self, x, y, &n_candidates);
  for (i = 0; i < n_candidates && n < max_areas; i++) {
    const UkChartArea *area = &uk_chart_get_item (self, candidates[i])->area;

    if (uk_outline_contains (area->outline, x, y))
      areas[n++] = area;
  }
  return n;
}

/**
 * uk_chart_hit:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: (transfer none) (nullable): the topmost area at the point; %NULL outside the body and on
 * a place without treatment
 */
const UkChartArea *
uk_chart_hit (const UkChart *self, double x, double y)
{
  const UkChartArea *area;

  if (uk_chart_list_hits (self, x, y, &area, 1) == 0
      || hit_shape (self, UK_SHAPE_PART, x, y) != NULL)
    return NULL;
  return area;
}

/* How far an area that is narrower than a finger reaches into its neighbours. */
static double
get_reach (const UkChartItem *item, double slop)
{
  return MAX (0, (slop - item->width) / 2);
}

static gboolean
may_reach (const UkBox *bounds, double x, double y, double reach)
{
  return x >= bounds->x - reach && x <= bounds->x + bounds->width + reach && y >= bounds->y - reach
         && y <= bounds->y + bounds->height + reach;
}

/* A narrower area close by that wins over the one right under the point. */
static const UkChartArea *
find_narrower (const UkChart *self, const UkChartItem *under, double x, double y, double slop)
{
  const UkChartArea *best = NULL;
  double best_distance = 1;
  guint i;

  for (i = 0; i < self->items->len; i++) {
    const UkChartItem *item = uk_chart_get_item (self, i);
    double reach = get_reach (item, slop), distance;

    if (item == under || reach <= 0 || item->width >= under->width
        || !may_reach (&item->area.bounds, x, y, reach))
      continue;
    distance = uk_outline_get_distance (item->area.outline, x, y) / reach;
    if (distance < best_distance) {
      best_distance = distance;
      best = &item->area;
    }
  }
  return best;
}

static const UkChartArea *
find_nearest (const UkChart *self, double x, double y, double slop)
{
  const UkChartArea *best = NULL;
  guint i;

  for (i = 0; i < self->items->len; i++) {
    const UkChartArea *area = &uk_chart_get_item (self, i)->area;
    double distance;

    if (!may_reach (&area->bounds, x, y, slop))
      continue;
    distance = uk_outline_get_distance (area->outline, x, y);
    if (distance <= slop) {
      slop = distance;
      best = area;
    }
  }
  return best;
}

/**
 * uk_chart_hit_near:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 * @slop: how far off the pointer may be, in chart units
 *
 * Like uk_chart_hit(), but easier: where the point misses all areas the nearest one within @slop is
 * taken, and an area that is narrower than @slop reaches into wider ones around it until it is as
 * wide.  Neither happens at a place that must not be pressed.
 *
 * Returns: (transfer none) (nullable): the area
 */
const UkChartArea *
uk_chart_hit_near (const UkChart *self, double x, double y, double slop)
{
  const UkChartArea *under = uk_chart_hit (self, x, y), *narrower;

  if (uk_chart_hit_no_press (self, x, y) != NULL)
    return under;
  if (under == NULL)
    return find_nearest (self, x, y, slop);
  narrower = find_narrower (self, (const UkChartItem *)under, x, y, slop);
  return narrower != NULL ? narrower : under;
}

/**
 * uk_chart_pull_in:
 * @area: an area
 * @point: a point beside it, such as one of uk_chart_hit_near(), in chart units
 *
 * Returns: the first point in the area on the way to its middle; @point if that is in it
 */
UkPoint
uk_chart_pull_in (const UkChartArea *area, UkPoint point)
{
  UkPoint at = point;
  guint i;

  g_return_val_if_fail (area != NULL, point);

  for (i = 1; i <= PULL_STEPS && !uk_outline_contains (area->outline, at.x, at.y); i++) {
    at.x = point.x + (area->label.x - point.x) * i / PULL_STEPS;
    at.y = point.y + (area->label.y - point.y) * i / PULL_STEPS;
  }
  return at;
}

/**
 * uk_chart_contains:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: whether the point is on the body
 */
gboolean
uk_chart_contains (const UkChart *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hit_shape (self, UK_SHAPE_OUTLINE, x, y) != NULL;
}

/**
 * uk_chart_hit_part:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: (transfer none) (nullable): the place without treatment at the point
 */
const UkChartShape *
uk_chart_hit_part (const UkChart *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hit_shape (self, UK_SHAPE_PART, x, y);
}

/**
 * uk_chart_hit_no_press:
 * @self: a chart
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: (transfer none) (nullable): the place at the point that must not be pressed; it may lie
 * on an area
 */
const UkChartShape *
uk_chart_hit_no_press (const UkChart *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, NULL);

  return uk_chart_contains (self, x, y) ? hit_shape (self, UK_SHAPE_NO_PRESS, x, y) : NULL;
}

/**
 * uk_chart_find_press:
 * @self: a chart
 * @area: one of its areas
 *
 * Returns: (transfer none) (nullable): what may be pressed of the area, and why not the rest; %NULL
 * if all of it but the places that must never be pressed
 */
const UkChartShape *
uk_chart_find_press (const UkChart *self, const UkChartArea *area)
{
  const UkChartItem *item = (const UkChartItem *)area;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);

  return item->press >= 0
             ? &g_array_index (self->shapes[UK_SHAPE_PRESS], UkChartShape, (guint)item->press)
             : NULL;
}

/**
 * uk_chart_why_not_press:
 * @self: a chart
 * @area: (nullable): the area that is to be treated, of which only the press area may be pressed
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: (transfer none) (nullable): a reason for uk_no_press_get_name() and
 * uk_no_press_get_why(); %NULL if nothing forbids to press the point
 */
const char *
uk_chart_why_not_press (const UkChart *self, const UkChartArea *area, double x, double y)
{
  const UkChartShape *shape;

  g_return_val_if_fail (self != NULL, NULL);

  shape = uk_chart_hit_no_press (self, x, y);
  if (shape != NULL)
    return shape->name;
  shape = area != NULL ? uk_chart_find_press (self, area) : NULL;
  if (shape != NULL && uk_outline_contains (area->outline, x, y)
      && !uk_outline_contains (shape->outline, x, y))
    return shape->why;
  return NULL;
}

/**
 * uk_chart_list_reasons:
 * @self: a chart
 * @area: one of its areas
 * @reasons: (out) (array length=max_reasons) (element-type utf8): filled with reasons for
 *   uk_no_press_get_name() and uk_no_press_get_why(), each once
 * @max_reasons: room in @reasons
 *
 * What stands against pressing parts of an area, however small they are as long as they can be
 * seen.
 *
 * Returns: how many reasons were filled in
 */
guint
uk_chart_list_reasons (const UkChart *self,
                       const UkChartArea *area,
                       const char **reasons,
                       guint max_reasons)
{
  const UkBox *box;
  guint n = 0, column, row, i;

  g_return_val_if_fail (self != NULL && area != NULL, 0);
  g_return_val_if_fail (reasons != NULL, 0);

  box = &area->bounds;
  for (row = 0; row < REASON_GRID; row++) {
    for (column = 0; column < REASON_GRID; column++) {
      double x = box->x + (column + 0.5) / REASON_GRID * box->width;
      double y = box->y + (row + 0.5) / REASON_GRID * box->height;
      const char *reason = NULL;

      if (uk_outline_contains (area->outline, x, y))
        reason = uk_chart_why_not_press (self, area, x, y);
      for (i = 0; i < n && reason != NULL; i++) {
        if (strcmp (reasons[i], reason) == 0)
          reason = NULL;
      }
      if (reason != NULL && n < max_reasons)
        reasons[n++] = reason;
    }
  }
  return n;
}
