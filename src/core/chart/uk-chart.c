/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart.h"

#include "core/chart/uk-body-warp.h"
#include "core/chart/uk-chart-private.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

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
      const UkChartArea *other = &uk_chart_get_item (self, k)->area;

      if (other->overlay && uk_boxes_meet (&area->bounds, &other->bounds))
        g_ptr_array_add (covers, (gpointer)other->outline);
    }
    for (k = 0; k < self->shapes[UK_SHAPE_PART]->len; k++) {
      const UkOutline *part = g_array_index (self->shapes[UK_SHAPE_PART], UkChartShape, k).outline;
      UkBox bounds = uk_outline_get_bounds (part);

      if (uk_boxes_meet (&area->bounds, &bounds))
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

  self->n_columns = (guint)ceil (self->box.width / UK_CHART_CELL);
  self->n_rows = (guint)ceil (self->box.height / UK_CHART_CELL);
  for (row = 0; row < self->n_rows; row++) {
    for (column = 0; column < self->n_columns; column++) {
      UkBox cell = { self->box.x + column * UK_CHART_CELL, self->box.y + row * UK_CHART_CELL,
                     UK_CHART_CELL, UK_CHART_CELL };

      g_array_append_val (self->cells, self->hits->len);
      for (i = self->items->len; i-- > 0;) {
        guint16 index = (guint16)i;

        if (uk_boxes_meet (&uk_chart_get_item (self, i)->area.bounds, &cell))
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
  return g_strdup_printf ("/unknot/chart/%s-%s.svg", uk_view_to_id (view),
                          uk_body_kind_to_nick (body));
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

  return &uk_chart_get_item (self, index)->area;
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
  return index > 0 ? &uk_chart_get_item (self, index - 1)->area : NULL;
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
    const UkChartArea *area = &uk_chart_get_item (self, i)->area;
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
  return next >= 0 ? &uk_chart_get_item (self, (guint)next)->area : NULL;
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

/**
 * uk_chart_choose_area:
 * @charts: (array fixed-size=2): front and back
 * @region: id of a region
 * @side: the person's own side; %UK_SIDE_NONE for either
 *
 * Returns: (transfer none) (nullable): the largest area of the region on either view, the one to
 * show in a small picture or to point at; %NULL if it has none
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
