/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-outline.h"

#include "core/chart/uk-chart.h"

#include <math.h>
#include <string.h>

/* No coordinate of a real chart is further out. */
#define MAX_COORDINATE 100000.0

/* How far a polygon may stray from its curve, in chart units. */
#define TOLERANCE 0.02
#define MAX_PIECES 64

/* Candidates a side in the search for the centre. */
#define CENTRE_GRID 14

struct _UkOutline {
  GArray *segments; /* UkSegment */
  GArray *points; /* UkPoint: the polygons, one after the other, each with its start repeated at the
                     end */
  GArray *contours; /* guint: where in points each polygon ends */
  UkBox bounds;
  gboolean closed;
};

static const struct {
  char letter;
  UkSegmentKind kind;
  guint n_points;
} commands[] = {
  { 'M', UK_SEGMENT_MOVE, 1 },
  { 'L', UK_SEGMENT_LINE, 1 },
  { 'C', UK_SEGMENT_CURVE, 3 },
  { 'Z', UK_SEGMENT_CLOSE, 0 },
};

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text) || *text == ',')
    text++;
  return text;
}

static gboolean
parse_number (const char **text, double *value, GError **error)
{
  const char *start = skip_space (*text);
  char *end;

  /* g_ascii_strtod() would also take words such as "nan". */
  *value = *start != '\0' && strchr ("+-.0123456789", *start) != NULL ? g_ascii_strtod (start, &end)
                                                                      : NAN;
  if (!(fabs (*value) <= MAX_COORDINATE) || end == start) {
    g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX, "expected a number at “%.12s”",
                 start);
    return FALSE;
  }
  *text = end;
  return TRUE;
}

static gboolean
parse_segments (UkOutline *self, const char *d, GError **error)
{
  const char *text = skip_space (d);
  gboolean open = FALSE;
  guint command = 0;

  self->closed = TRUE;
  while (*text != '\0') {
    UkSegment segment = { 0 };
    guint i;

    if (g_ascii_isalpha (*text)) {
      for (command = 0; command < G_N_ELEMENTS (commands); command++) {
        if (commands[command].letter == *text)
          break;
      }
      if (command == G_N_ELEMENTS (commands)) {
        g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX,
                     "command “%c” is none of the absolute M, L, C and Z", *text);
        return FALSE;
      }
      text++;
    } else if (commands[command].kind == UK_SEGMENT_CLOSE || self->segments->len == 0) {
      g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX, "expected a command at “%.12s”",
                   text);
      return FALSE;
    } else if (commands[command].kind == UK_SEGMENT_MOVE) {
      command = UK_SEGMENT_LINE; /* more points after a move are lines, says SVG */
    }

    segment.kind = commands[command].kind;
    if (segment.kind != UK_SEGMENT_MOVE && !open) {
      g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX, "a path starts with M");
      return FALSE;
    }
    for (i = 0; i < commands[command].n_points; i++) {
      if (!parse_number (&text, &segment.p[i].x, error)
          || !parse_number (&text, &segment.p[i].y, error))
        return FALSE;
    }
    if (segment.kind == UK_SEGMENT_MOVE && open)
      self->closed = FALSE;
    open = segment.kind != UK_SEGMENT_CLOSE;
    g_array_append_val (self->segments, segment);
    text = skip_space (text);
  }
  if (open)
    self->closed = FALSE;
  if (self->segments->len < 2) {
    g_set_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX, "the path is empty");
    return FALSE;
  }
  return TRUE;
}

static UkPoint
get_on_curve (UkPoint a, const UkPoint *p, double t)
{
  double u = 1 - t;
  double c0 = u * u * u, c1 = 3 * u * u * t, c2 = 3 * u * t * t, c3 = t * t * t;

  return (UkPoint){ c0 * a.x + c1 * p[0].x + c2 * p[1].x + c3 * p[2].x,
                    c0 * a.y + c1 * p[0].y + c2 * p[1].y + c3 * p[2].y };
}

static void
append_curve (UkOutline *self, UkPoint from, const UkPoint *p)
{
  /* The second differences of the control points bound the distance between curve and chord. */
  double dx = MAX (fabs (from.x - 2 * p[0].x + p[1].x), fabs (p[0].x - 2 * p[1].x + p[2].x));
  double dy = MAX (fabs (from.y - 2 * p[0].y + p[1].y), fabs (p[0].y - 2 * p[1].y + p[2].y));
  guint n = (guint)CLAMP (ceil (sqrt (0.75 * hypot (dx, dy) / TOLERANCE)), 1, MAX_PIECES);
  guint i;

  for (i = 1; i <= n; i++) {
    UkPoint point = i == n ? p[2] : get_on_curve (from, p, (double)i / n);

    g_array_append_val (self->points, point);
  }
}

static void
end_contour (UkOutline *self, guint start)
{
  if (self->points->len > start) {
    UkPoint first = g_array_index (self->points, UkPoint, start);

    g_array_append_val (self->points, first);
    g_array_append_val (self->contours, self->points->len);
  }
}

static void
flatten (UkOutline *self)
{
  UkPoint at = { 0, 0 };
  guint start = 0, i;
  double right = -MAX_COORDINATE, bottom = -MAX_COORDINATE;

  for (i = 0; i < self->segments->len; i++) {
    const UkSegment *segment = &g_array_index (self->segments, UkSegment, i);

    switch (segment->kind) {
    case UK_SEGMENT_MOVE:
      end_contour (self, start);
      start = self->points->len;
      g_array_append_val (self->points, segment->p[0]);
      at = segment->p[0];
      break;
    case UK_SEGMENT_LINE:
      g_array_append_val (self->points, segment->p[0]);
      at = segment->p[0];
      break;
    case UK_SEGMENT_CURVE:
      append_curve (self, at, segment->p);
      at = segment->p[2];
      break;
    case UK_SEGMENT_CLOSE:
    default:
      break;
    }
  }
  end_contour (self, start);

  self->bounds.x = self->bounds.y = MAX_COORDINATE;
  for (i = 0; i < self->points->len; i++) {
    const UkPoint *p = &g_array_index (self->points, UkPoint, i);

    self->bounds.x = MIN (self->bounds.x, p->x);
    self->bounds.y = MIN (self->bounds.y, p->y);
    right = MAX (right, p->x);
    bottom = MAX (bottom, p->y);
  }
  self->bounds.width = right - self->bounds.x;
  self->bounds.height = bottom - self->bounds.y;
}

/* Outlines stay for as long as the program runs, with nothing to spare. */
static void
trim (GArray **array)
{
  GArray *tight = g_array_sized_new (FALSE, FALSE, g_array_get_element_size (*array), (*array)->len);

  g_array_append_vals (tight, (*array)->data, (*array)->len);
  g_array_unref (*array);
  *array = tight;
}

/**
 * uk_outline_new:
 * @d: path data as in SVG, with absolute M, L, C and Z only
 * @error: where to put a %UK_CHART_ERROR_SYNTAX
 *
 * Returns: (transfer full): the outline, or %NULL with @error set
 */
UkOutline *
uk_outline_new (const char *d, GError **error)
{
  g_autoptr (UkOutline) self = NULL;

  g_return_val_if_fail (d != NULL, NULL);

  self = g_new0 (UkOutline, 1);
  self->segments = g_array_new (FALSE, FALSE, sizeof (UkSegment));
  self->points = g_array_new (FALSE, FALSE, sizeof (UkPoint));
  self->contours = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parse_segments (self, d, error))
    return NULL;
  flatten (self);
  trim (&self->segments);
  trim (&self->points);
  trim (&self->contours);
  return g_steal_pointer (&self);
}

/**
 * uk_outline_free:
 * @self: (transfer full): an outline
 */
void
uk_outline_free (UkOutline *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->segments);
  g_array_unref (self->points);
  g_array_unref (self->contours);
  g_free (self);
}

/**
 * uk_outline_get_segments:
 * @self: an outline
 * @n_segments: (out): how many there are, at least two
 *
 * Returns: (transfer none) (array length=n_segments): the pieces in order, the first a move
 */
const UkSegment *
uk_outline_get_segments (const UkOutline *self, guint *n_segments)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_segments != NULL, NULL);

  *n_segments = self->segments->len;
  return &g_array_index (self->segments, UkSegment, 0);
}

/**
 * uk_outline_get_bounds:
 * @self: an outline
 *
 * Returns: the box around it in chart units
 */
UkBox
uk_outline_get_bounds (const UkOutline *self)
{
  g_return_val_if_fail (self != NULL, ((UkBox){ 0, 0, 0, 0 }));

  return self->bounds;
}

/**
 * uk_outline_is_closed:
 * @self: an outline
 *
 * Returns: whether every part of it ends with a Z
 */
gboolean
uk_outline_is_closed (const UkOutline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->closed;
}

/**
 * uk_outline_contains:
 * @self: an outline
 * @x: in chart units
 * @y: in chart units
 *
 * Whether the point lies inside, by the non-zero winding rule; open parts count as closed.
 *
 * Returns: %TRUE if inside
 */
gboolean
uk_outline_contains (const UkOutline *self, double x, double y)
{
  const UkPoint *p;
  guint start = 0, c, i;
  int winding = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!(x >= self->bounds.x && y >= self->bounds.y && x <= self->bounds.x + self->bounds.width
        && y <= self->bounds.y + self->bounds.height))
    return FALSE;

  p = (const UkPoint *)(gpointer)self->points->data;
  for (c = 0; c < self->contours->len; c++) {
    guint end = g_array_index (self->contours, guint, c);

    for (i = start; i + 1 < end; i++) {
      gboolean above = p[i].y <= y;

      if (above != (p[i + 1].y <= y)) {
        double cross = (p[i + 1].x - p[i].x) * (y - p[i].y) - (x - p[i].x) * (p[i + 1].y - p[i].y);

        if (above ? cross > 0 : cross < 0)
          winding += above ? 1 : -1;
      }
    }
    start = end;
  }
  return winding != 0;
}

/**
 * uk_outline_get_distance:
 * @self: an outline
 * @x: in chart units
 * @y: in chart units
 *
 * Returns: how far the point is from the border, in chart units, on whichever side of it
 */
double
uk_outline_get_distance (const UkOutline *self, double x, double y)
{
  const UkPoint *p;
  double best = G_MAXDOUBLE;
  guint start = 0, c, i;

  g_return_val_if_fail (self != NULL, G_MAXDOUBLE);

  p = (const UkPoint *)(gpointer)self->points->data;
  for (c = 0; c < self->contours->len; c++) {
    guint end = g_array_index (self->contours, guint, c);

    for (i = start; i + 1 < end; i++) {
      double dx = p[i + 1].x - p[i].x, dy = p[i + 1].y - p[i].y, length = dx * dx + dy * dy;
      double t = length > 0 ? ((x - p[i].x) * dx + (y - p[i].y) * dy) / length : 0;

      t = CLAMP (t, 0, 1);
      dx = p[i].x + t * dx - x;
      dy = p[i].y + t * dy - y;
      best = MIN (best, dx * dx + dy * dy);
    }
    start = end;
  }
  return sqrt (best);
}

/**
 * uk_outline_get_size:
 * @self: an outline
 *
 * Returns: the surface that it encloses, in square chart units
 */
double
uk_outline_get_size (const UkOutline *self)
{
  const UkPoint *p;
  double sum = 0;
  guint start = 0, c, i;

  g_return_val_if_fail (self != NULL, 0);

  p = (const UkPoint *)(gpointer)self->points->data;
  for (c = 0; c < self->contours->len; c++) {
    guint end = g_array_index (self->contours, guint, c);

    for (i = start; i + 1 < end; i++)
      sum += p[i].x * p[i + 1].y - p[i + 1].x * p[i].y;
    start = end;
  }
  return fabs (sum) / 2;
}

/**
 * uk_outline_get_centre:
 * @self: an outline
 * @covers: (array length=n_covers) (nullable): outlines that lie on top of it
 * @n_covers: how many there are
 *
 * Looks for the point that is furthest from the border and from what covers it, on a grid; unlike a
 * centre of gravity it always lies inside.
 *
 * Returns: the point in chart units; the middle of the bounds for an outline of which next to
 * nothing is seen
 */
UkPoint
uk_outline_get_centre (const UkOutline *self, const UkOutline *const *covers, guint n_covers)
{
  UkPoint best = { 0, 0 };
  double best_distance = -1;
  guint i, j, k;

  g_return_val_if_fail (self != NULL, best);

  best.x = self->bounds.x + self->bounds.width / 2;
  best.y = self->bounds.y + self->bounds.height / 2;
  for (i = 0; i < CENTRE_GRID; i++) {
    double y = self->bounds.y + self->bounds.height * (i + 0.5) / CENTRE_GRID;

    for (j = 0; j < CENTRE_GRID; j++) {
      double x = self->bounds.x + self->bounds.width * (j + 0.5) / CENTRE_GRID;
      double distance;

      if (!uk_outline_contains (self, x, y))
        continue;
      distance = uk_outline_get_distance (self, x, y);
      for (k = 0; k < n_covers && distance > best_distance; k++) {
        double clear = uk_outline_get_distance (covers[k], x, y);

        distance = uk_outline_contains (covers[k], x, y) ? -1 : MIN (distance, clear);
      }
      if (distance > best_distance) {
        best_distance = distance;
        best = (UkPoint){ x, y };
      }
    }
  }
  return best;
}
