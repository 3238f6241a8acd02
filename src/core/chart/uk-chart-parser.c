/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart-private.h"

#include <math.h>
#include <string.h>

/* No real chart comes near; keeps the index of the areas small. */
#define MAX_AREAS 1000
#define MAX_BOX 10000.0

typedef struct {
  UkChart *chart;
  const char *name;
  GHashTable *ids;     /* (owned) ids of everything so far, borrowed from the chart */
  GArray *fibre_lines; /* (owned) int: the line of each fibre */
  GArray *press_lines; /* (owned) int: the line of each place to press */
  gboolean has_root;
} Parser;

static const char *const shape_classes[UK_N_SHAPE_KINDS] = {
  [UK_SHAPE_OUTLINE] = "outline",  [UK_SHAPE_PATCH] = "patch", [UK_SHAPE_FIBRE] = "fibre",
  [UK_SHAPE_LINE] = "line",        [UK_SHAPE_INK] = "ink",     [UK_SHAPE_PART] = "part",
  [UK_SHAPE_NO_PRESS] = "nopress", [UK_SHAPE_PRESS] = "press",
};

static const char *const direction_attributes[UK_N_DIRECTIONS] = {
  [UK_DIRECTION_UP] = "data-up",
  [UK_DIRECTION_DOWN] = "data-down",
  [UK_DIRECTION_LEFT] = "data-left",
  [UK_DIRECTION_RIGHT] = "data-right",
};

G_GNUC_PRINTF (4, 5)
static gboolean
set_error (GError **error, Parser *parser, int line, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_CONTENT, "%s:%d: %s", parser->name, line,
               reason);
  return FALSE;
}

static const char *
get_attribute (const char **names, const char **values, const char *name)
{
  guint i;

  for (i = 0; names[i] != NULL; i++) {
    if (strcmp (names[i], name) == 0)
      return values[i];
  }
  return NULL;
}

static gboolean
parse_box (const char *text, UkBox *box)
{
  double values[4];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (values); i++) {
    char *end;

    values[i] = g_ascii_strtod (text, &end);
    if (end == text || !(fabs (values[i]) <= MAX_BOX))
      return FALSE;
    text = end;
  }
  *box = (UkBox){ values[0], values[1], values[2], values[3] };
  return box->width >= 1 && box->height >= 1 && *text == '\0';
}

static gboolean
parse_root (Parser *parser, int line, const char **names, const char **values, GError **error)
{
  const char *view = get_attribute (names, values, "data-view");
  const char *body = get_attribute (names, values, "data-body");
  const char *box = get_attribute (names, values, "viewBox");

  if (!uk_view_from_id (view, &parser->chart->view))
    return set_error (error, parser, line, "data-view must be “front” or “back”");
  if (body != NULL && !uk_body_kind_from_nick (body, &parser->chart->body))
    return set_error (error, parser, line, "data-body must be “neutral”, “female” or “male”");
  if (box == NULL || !parse_box (box, &parser->chart->box))
    return set_error (error, parser, line, "viewBox must be four numbers");
  parser->has_root = TRUE;
  return TRUE;
}

static gboolean
add_area (Parser *parser,
          int line,
          const char *id,
          UkOutline *outline,
          const char **names,
          const char **values,
          GError **error)
{
  UkChart *chart = parser->chart;
  const char *region = get_attribute (names, values, "data-region");
  UkChartItem item = { 0 };
  guint i;

  item.area.outline = outline;
  item.area.view = chart->view;
  item.line = line;
  item.press = -1;
  if (!uk_side_from_id (get_attribute (names, values, "data-side"), &item.area.side)
      || item.area.side == UK_SIDE_NONE)
    return set_error (error, parser, line, "area “%s”: data-side must be “left” or “right”", id);
  if (region == NULL || *region == '\0')
    return set_error (error, parser, line, "area “%s” has no data-region", id);
  if (chart->items->len == MAX_AREAS)
    return set_error (error, parser, line, "more than %d areas", MAX_AREAS);

  item.area.id = id;
  item.area.region = g_string_chunk_insert_const (chart->strings, region);
  item.area.overlay = get_attribute (names, values, "data-over") != NULL;
  item.area.bounds = uk_outline_get_bounds (outline);
  for (i = 0; i < UK_N_DIRECTIONS; i++) {
    const char *next = get_attribute (names, values, direction_attributes[i]);

    item.next_ids[i] = next != NULL ? g_string_chunk_insert_const (chart->strings, next) : NULL;
    item.next[i] = -1;
  }
  g_array_append_val (chart->items, item);
  g_hash_table_insert (chart->by_id, (gpointer)id, GUINT_TO_POINTER (chart->items->len));
  return TRUE;
}

static gboolean
add_shape (Parser *parser,
           int line,
           UkShapeKind kind,
           const char *id,
           UkOutline *outline,
           const char **names,
           const char **values,
           GError **error)
{
  const char *name = get_attribute (names, values, "data-name");
  const char *why = get_attribute (names, values, "data-why");
  UkChartShape shape = { 0 };

  if (name == NULL)
    return set_error (error, parser, line, "“%s” has no data-name", id);
  if (kind == UK_SHAPE_PRESS && why == NULL)
    return set_error (error, parser, line, "“%s” has no data-why", id);
  shape.id = id;
  shape.name = g_string_chunk_insert_const (parser->chart->strings, name);
  shape.why
      = kind == UK_SHAPE_PRESS ? g_string_chunk_insert_const (parser->chart->strings, why) : NULL;
  shape.outline = outline;
  g_array_append_val (parser->chart->shapes[kind], shape);
  if (kind == UK_SHAPE_FIBRE)
    g_array_append_val (parser->fibre_lines, line);
  if (kind == UK_SHAPE_PRESS)
    g_array_append_val (parser->press_lines, line);
  return TRUE;
}

static gboolean
parse_path (Parser *parser, int line, const char **names, const char **values, GError **error)
{
  const char *id = get_attribute (names, values, "id");
  const char *class = get_attribute (names, values, "class");
  const char *d = get_attribute (names, values, "d");
  g_autoptr (UkOutline) outline = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean is_area, open, added;
  guint kind;

  if (!parser->has_root)
    return set_error (error, parser, line, "a path outside of <svg>");
  if (id == NULL || class == NULL || d == NULL)
    return set_error (error, parser, line, "a path needs id, class and d");
  if (g_hash_table_contains (parser->ids, id))
    return set_error (error, parser, line, "id “%s” is there twice", id);

  is_area = strcmp (class, "area") == 0;
  for (kind = 0; kind < UK_N_SHAPE_KINDS && strcmp (class, shape_classes[kind]) != 0; kind++)
    ;
  if (!is_area && kind == UK_N_SHAPE_KINDS)
    return set_error (error, parser, line, "“%s”: class “%s” is not known", id, class);

  outline = uk_outline_new (d, &reason);
  if (outline == NULL) {
    g_set_error (error, reason->domain, reason->code, "%s:%d: “%s”: %s", parser->name, line, id,
                 reason->message);
    return FALSE;
  }
  open = !is_area && (kind == UK_SHAPE_FIBRE || kind == UK_SHAPE_LINE || kind == UK_SHAPE_INK);
  if (!open && !uk_outline_is_closed (outline))
    return set_error (error, parser, line, "“%s” must end with Z", id);

  id = g_string_chunk_insert_const (parser->chart->strings, id);
  g_hash_table_add (parser->ids, (gpointer)id);
  if (is_area)
    added = add_area (parser, line, id, outline, names, values, error);
  else
    added = add_shape (parser, line, kind, id, outline, names, values, error);
  if (added)
    g_steal_pointer (&outline);
  return added;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Parser *parser = user_data;
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  if (get_attribute (names, values, "transform") != NULL)
    set_error (error, parser, line, "transform is not understood: apply it to the path itself");
  else if (strcmp (element, "svg") == 0)
    parse_root (parser, line, names, values, error);
  else if (strcmp (element, "path") == 0)
    parse_path (parser, line, names, values, error);
}

/* Ties fibres, or places to press, to the areas that they name. */
static gboolean
resolve_shapes (Parser *parser, UkShapeKind kind, const GArray *lines, GError **error)
{
  UkChart *chart = parser->chart;
  guint i;

  for (i = 0; i < chart->shapes[kind]->len; i++) {
    const UkChartShape *shape = &g_array_index (chart->shapes[kind], UkChartShape, i);
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (chart->by_id, shape->name));

    if (index == 0)
      return set_error (error, parser, g_array_index (lines, int, i), "“%s”: there is no area “%s”",
                        shape->id, shape->name);
    if (kind == UK_SHAPE_PRESS)
      g_array_index (chart->items, UkChartItem, index - 1).press = (int)i;
  }
  return TRUE;
}

/* Ties areas and shapes to what they name. */
static gboolean
resolve (Parser *parser, int last_line, GError **error)
{
  UkChart *chart = parser->chart;
  guint i, k;

  if (!parser->has_root)
    return set_error (error, parser, last_line, "there is no <svg>");
  if (chart->items->len == 0 || chart->shapes[UK_SHAPE_OUTLINE]->len == 0)
    return set_error (error, parser, last_line, "there is no area or no outline");
  for (i = 0; i < chart->items->len; i++) {
    UkChartItem *item = &g_array_index (chart->items, UkChartItem, i);

    for (k = 0; k < UK_N_DIRECTIONS; k++) {
      if (item->next_ids[k] == NULL)
        continue;
      item->next[k] = GPOINTER_TO_INT (g_hash_table_lookup (chart->by_id, item->next_ids[k])) - 1;
      if (item->next[k] < 0)
        return set_error (error, parser, item->line, "area “%s”: there is no neighbour “%s”",
                          item->area.id, item->next_ids[k]);
    }
  }
  return resolve_shapes (parser, UK_SHAPE_FIBRE, parser->fibre_lines, error)
         && resolve_shapes (parser, UK_SHAPE_PRESS, parser->press_lines, error);
}

/* Fills an empty chart from SVG text; @name is for messages. */
gboolean
uk_chart_parse (UkChart *self, const char *text, gsize length, const char *name, GError **error)
{
  static const GMarkupParser callbacks = { .start_element = start_element_cb };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) fibre_lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) press_lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) reason = NULL;
  Parser parser = { self, name, ids, fibre_lines, press_lines, FALSE };
  int line;

  context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &parser, NULL);
  if (!g_markup_parse_context_parse (context, text, (gssize)length, &reason)
      || !g_markup_parse_context_end_parse (context, &reason)) {
    g_markup_parse_context_get_position (context, &line, NULL);
    if (reason->domain == UK_CHART_ERROR)
      g_propagate_error (error, g_steal_pointer (&reason));
    else
      g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX, "%s:%d: %s", name, line,
                   reason->message);
    return FALSE;
  }
  g_markup_parse_context_get_position (context, &line, NULL);
  return resolve (&parser, line, error);
}
