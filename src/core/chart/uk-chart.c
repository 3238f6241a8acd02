/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart.h"

#include "core/chart/uk-body-warp.h"
#include "core/chart/uk-chart-private.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* Width and height of a cell of the index, in chart units. */
#define CELL 8.0

G_DEFINE_QUARK (uk - chart - error, uk_chart_error)
G_DEFINE_BOXED_TYPE (UkChart, uk_chart, uk_chart_ref, uk_chart_unref)

static void
clear_item (gpointer data)
{
  UkChartItem *item = data;

  uk_outline_free ((UkOutline *)item->area.outline);
}

static void
clear_shape (gpointer data)
{
  UkChartShape *shape = data;

  uk_outline_free ((UkOutline *)shape->outline);
}

/* A chart for the parser to fill. */
UkChart *
uk_chart_new_empty (void)
{
  UkChart *self = g_new0 (UkChart, 1);
  guint i;

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (4096);
  self->items = g_array_new (FALSE, FALSE, sizeof (UkChartItem));
  g_array_set_clear_func (self->items, clear_item);
  for (i = 0; i < UK_N_SHAPE_KINDS; i++) {
    self->shapes[i] = g_array_new (FALSE, FALSE, sizeof (UkChartShape));
    g_array_set_clear_func (self->shapes[i], clear_shape);
  }
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint16));
  return self;
}

static const UkChartItem *
get_item (const UkChart *self, guint index)
{
  return &g_array_index (self->items, UkChartItem, index);
}

static gboolean
boxes_meet (const UkBox *a, const UkBox *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

/* Puts every label where it can be seen and clicked. */
static void
place_labels (UkChart *self)
{
  g_autoptr (GPtrArray) covers = g_ptr_array_new ();
  guint i, k;

  for (i = 0; i < self->items->len; i++) {
    UkChartArea *area = &g_array_index (self->items, UkChartItem, i).area;

    g_ptr_array_set_size (covers, 0);
    for (k = i + 1; k < self->items->len; k++) {
      const UkChartArea *other = &get_item (self, k)->area;

      if (other->overlay && boxes_meet (&area->bounds, &other->bounds))
        g_ptr_array_add (covers, (gpointer)other->outline);
    }
    for (k = 0; k < self->shapes[UK_SHAPE_PART]->len; k++) {
      const UkOutline *part = g_array_index (self->shapes[UK_SHAPE_PART], UkChartShape, k).outline;
      UkBox bounds = uk_outline_get_bounds (part);

      if (boxes_meet (&area->bounds, &bounds))
        g_ptr_array_add (covers, (gpointer)part);
    }
    area->label = uk_outline_get_centre (area->outline, (const UkOutline *const *)covers->pdata,
                                         covers->len);
  }
}

/* The width of a strip with the area's size and the length of its longest way across. */
static void
measure_widths (UkChart *self)
{
  guint i;

  for (i = 0; i < self->items->len; i++) {
    UkChartItem *item = &g_array_index (self->items, UkChartItem, i);

    item->width = uk_outline_get_size (item->area.outline)
                  / MAX (hypot (item->area.bounds.width, item->area.bounds.height), 1e-9);
  }
}

/* Sorts the areas into a grid, so that a hit test looks at the few that may be there. */
static void
make_index (UkChart *self)
{
  guint row, column, i;

  self->n_columns = (guint)ceil (self->box.width / CELL);
  self->n_rows = (guint)ceil (self->box.height / CELL);
  for (row = 0; row < self->n_rows; row++) {
    for (column = 0; column < self->n_columns; column++) {
      UkBox cell = { self->box.x + column * CELL, self->box.y + row * CELL, CELL, CELL };

      g_array_append_val (self->cells, self->hits->len);
      for (i = self->items->len; i-- > 0;) {
        guint16 index = (guint16)i;

        if (boxes_meet (&get_item (self, i)->area.bounds, &cell))
          g_array_append_val (self->hits, index);
      }
    }
  }
  g_array_append_val (self->cells, self->hits->len);
}

/**
 * uk_chart_new_from_bytes:
 * @bytes: an SVG as data/chart makes it
 * @name: what to call it in an error message, usually its file name
 * @error: where to put a #UkChartError whose message starts with "@name:line: "
 *
 * Returns: (transfer full): the chart, or %NULL with @error set
 */
UkChart *
uk_chart_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (UkChart) self = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = uk_chart_new_empty ();
  text = g_bytes_get_data (bytes, &length);
  if (!uk_chart_parse (self, text != NULL ? text : "", length, name, error))
    return NULL;
  place_labels (self);
  measure_widths (self);
  make_index (self);
  return g_steal_pointer (&self);
}

/**
 * uk_chart_make_resource_path:
 * @view: which view
 * @body: of which body
 *
 * Returns: (transfer full): where the program's data resource has this chart
 */
char *
uk_chart_make_resource_path (UkView view, UkBodyKind body)
{
  return g_strdup_printf ("/unknot/chart/%s-%s.svg", uk_view_to_id (view), uk_body_kind_to_nick (body));
}

/**
 * uk_chart_new_from_resource:
 * @view: which of the two views
 * @body: of which of the bodies that the program carries
 * @error: where to put a #UkChartError or a #GResourceError
 *
 * Returns: (transfer full): the chart, or %NULL with @error set
 */
UkChart *
uk_chart_new_from_resource (UkView view, UkBodyKind body, GError **error)
{
  g_autofree char *path = uk_chart_make_resource_path (view, body);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? uk_chart_new_from_bytes (bytes, path, error) : NULL;
}

/**
 * uk_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
UkChart *
uk_chart_ref (UkChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * uk_chart_unref:
 * @self: (transfer full): a chart
 */
void
uk_chart_unref (UkChart *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (i = 0; i < UK_N_SHAPE_KINDS; i++)
    g_array_unref (self->shapes[i]);
  g_array_unref (self->items);
  g_array_unref (self->cells);
  g_array_unref (self->hits);
  g_hash_table_unref (self->by_id);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * uk_chart_get_view:
 * @self: a chart
 *
 * Returns: from which side it shows the body
 */
UkView
uk_chart_get_view (const UkChart *self)
{
  g_return_val_if_fail (self != NULL, UK_VIEW_FRONT);

  return self->view;
}

/**
 * uk_chart_get_body:
 * @self: a chart
 *
 * Returns: whose body it shows
 */
UkBodyKind
uk_chart_get_body (const UkChart *self)
{
  g_return_val_if_fail (self != NULL, UK_BODY_NEUTRAL);

  return self->body;
}

/**
 * uk_chart_to_neutral:
 * @self: a chart
 * @point: a point of this body
 *
 * Returns: the same place on the neutral body, as it is kept for later
 */
UkPoint
uk_chart_to_neutral (const UkChart *self, UkPoint point)
{
  g_return_val_if_fail (self != NULL, point);

  uk_body_unwarp (self->body, self->view == UK_VIEW_BACK, &point.x, &point.y);
  return point;
}

/**
 * uk_chart_from_neutral:
 * @self: a chart
 * @point: a point of the neutral body
 *
 * Returns: the same place on this body
 */
UkPoint
uk_chart_from_neutral (const UkChart *self, UkPoint point)
{
  g_return_val_if_fail (self != NULL, point);

  uk_body_warp (self->body, self->view == UK_VIEW_BACK, &point.x, &point.y);
  return point;
}

/**
 * uk_chart_get_box:
 * @self: a chart
 *
 * Returns: the picture's frame in chart units: the body and a little air
 */
UkBox
uk_chart_get_box (const UkChart *self)
{
  g_return_val_if_fail (self != NULL, ((UkBox){ 0, 0, 0, 0 }));

  return self->box;
}

/**
 * uk_chart_get_n_areas:
 * @self: a chart
 *
 * Returns: how many areas there are, both sides counted
 */
guint
uk_chart_get_n_areas (const UkChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * uk_chart_get_area:
 * @self: a chart
 * @index: below uk_chart_get_n_areas(); from bottom to top
 *
 * Returns: (transfer none): the area
 */
const UkChartArea *
uk_chart_get_area (const UkChart *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &get_item (self, index)->area;
}

/**
 * uk_chart_find_area:
 * @self: a chart
 * @id: (nullable): id of an area
 *
 * Returns: (transfer none) (nullable): the area, %NULL if there is none with this id
 */
const UkChartArea *
uk_chart_find_area (const UkChart *self, const char *id)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) : 0;
  return index > 0 ? &get_item (self, index - 1)->area : NULL;
}

/**
 * uk_chart_find_region:
 * @self: a chart
 * @region: id of a region
 * @side: the person's own side; %UK_SIDE_NONE for either
 *
 * Returns: (transfer none) (nullable): the largest of the region's areas here, %NULL if it has none
 */
const UkChartArea *
uk_chart_find_region (const UkChart *self, const char *region, UkSide side)
{
  const UkChartArea *best = NULL;
  double best_size = -1;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  for (i = 0; i < self->items->len; i++) {
    const UkChartArea *area = &get_item (self, i)->area;
    double size;

    if (strcmp (area->region, region) != 0 || (side != UK_SIDE_NONE && area->side != side))
      continue;
    size = uk_outline_get_size (area->outline);
    if (size > best_size) {
      best_size = size;
      best = area;
    }
  }
  return best;
}

/**
 * uk_chart_get_neighbour:
 * @self: a chart
 * @area: one of its areas
 * @direction: on the picture
 *
 * Returns: (transfer none) (nullable): where an arrow key leads from @area, %NULL at the edge of
 * the body
 */
const UkChartArea *
uk_chart_get_neighbour (const UkChart *self, const UkChartArea *area, UkDirection direction)
{
  const UkChartItem *item = (const UkChartItem *)area;
  int next;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);
  g_return_val_if_fail ((guint)direction < UK_N_DIRECTIONS, NULL);

  next = item->next[direction];
  return next >= 0 ? &get_item (self, (guint)next)->area : NULL;
}

/**
 * uk_chart_get_shapes:
 * @self: a chart
 * @kind: which kind
 * @n_shapes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shapes): everything of this kind, in the order of
 * painting
 */
const UkChartShape *
uk_chart_get_shapes (const UkChart *self, UkShapeKind kind, guint *n_shapes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)kind < UK_N_SHAPE_KINDS, NULL);
  g_return_val_if_fail (n_shapes != NULL, NULL);

  *n_shapes = self->shapes[kind]->len;
  return (const UkChartShape *)(gpointer)self->shapes[kind]->data;
}

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
  double column = floor ((x - self->box.x) / CELL), row = floor ((y - self->box.y) / CELL);
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
    const UkChartArea *area = &get_item (self, candidates[i])->area;

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
    const UkChartItem *item = get_item (self, i);
    double reach = get_reach (item, slop), distance;

    if (item == under || reach <= 0 || item->width >= under->width || !may_reach (&item->area.bounds, x, y, reach))
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
    const UkChartArea *area = &get_item (self, i)->area;
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
 * Like uk_chart_hit(), but easier: where the point misses all areas the nearest one within @slop is taken, and an area
 * that is narrower than @slop reaches into wider ones around it until it is as wide.  Neither happens at a place that
 * must not be pressed.
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
 * Returns: (transfer none) (nullable): what may be pressed of the area, and why not the rest; %NULL if all of
 * it but the places that must never be pressed
 */
const UkChartShape *
uk_chart_find_press (const UkChart *self, const UkChartArea *area)
{
  const UkChartItem *item = (const UkChartItem *)area;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);

  return item->press >= 0 ? &g_array_index (self->shapes[UK_SHAPE_PRESS], UkChartShape, (guint)item->press) : NULL;
}

/**
 * uk_chart_why_not_press:
 * @self: a chart
 * @area: (nullable): the area that is to be treated, of which only the press area may be pressed
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: (transfer none) (nullable): a reason for uk_no_press_get_name() and uk_no_press_get_why(); %NULL if
 * nothing forbids to press the point
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
 * uk_chart_choose_area:
 * @charts: (array fixed-size=2): front and back
 * @region: id of a region
 * @side: the person's own side; %UK_SIDE_NONE for either
 *
 * Returns: (transfer none) (nullable): the largest area of the region on either view, the one to show in a
 *     small picture or to point at; %NULL if it has none
 */
const UkChartArea *
uk_chart_choose_area (UkChart *const *charts, const char *region, UkSide side)
{
  const UkChartArea *front, *back;

  g_return_val_if_fail (charts != NULL, NULL);

  front = uk_chart_find_region (charts[UK_VIEW_FRONT], region, side);
  back = uk_chart_find_region (charts[UK_VIEW_BACK], region, side);
  if (front == NULL || back == NULL)
    return front != NULL ? front : back;
  return uk_outline_get_size (front->outline) > uk_outline_get_size (back->outline) ? front : back;
}
