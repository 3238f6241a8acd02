/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the line network of half a body into an SVG of the whole: chartgen IN.net BODY OUT.svg
 *
 *   view front|back                    which picture this is
 *   side left|right                    the person's side that lies at x > 0
 *   box X Y WIDTH HEIGHT               the picture's frame
 *   curve NAME PT PT …                 a smooth curve; PT is x,y or NODE=x,y or NODE; a trailing ! makes a corner
 *   area ID region=R [over] N c N …    a clickable outline that walks curve c from node N to node N; over: it
 *                                      lies on other areas on purpose
 *   next ID up=A down=A in=A out=A     where the arrow keys lead from area ID; in (towards the midline) is the
 *                                      same area of the other side unless given
 *   part NAME [whole] N c N            a place without treatment
 *   nopress REASON [whole] N c N       a place that must not be pressed
 *   nopress REASON loop PT PT …        the same, a smooth closed curve through the points
 *   press AREA why=REASON PT PT …      what may be pressed of AREA, a smooth closed curve that may reach beyond
 *                                      it; REASON says why the rest must not be
 *   outline|patch|ink NAME [whole]     silhouette, hair and ears, drawn silhouette: walks too
 *   line NAME [whole] PT PT …          a drawn line
 *   fibres AREA COUNT PT … / PT …      COUNT lines between two guide lines of four points, kept inside AREA
 *   only BODY[,BODY] STATEMENT …       a statement for these bodies alone
 *
 * The coordinates are the neutral body's; src/core/chart/uk-body-warp.c bends them for the others.
 * Only x >= 0 is described; everything is mirrored.  A `whole` walk starts and ends on the midline
 * and becomes one outline together with its mirror image; a `whole` line is not mirrored.
 * Neighbours that walk the same curve share its pieces exactly, so that there is neither gap nor
 * overlap. */
#include "core/chart/uk-body-warp.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 160
#define MAX_POINTS 64
#define MAX_NODES 500
#define MAX_CURVES 400
#define MAX_AREAS 100
#define NAME_SIZE 40

enum { UP, DOWN, IN, OUT, N_WAYS };

typedef struct {
  double x, y;
} Point;

typedef struct {
  char name[NAME_SIZE];
  Point at;
} Node;

/* Points with the handles that leave (a) and enter (b) the piece that starts at each of them. */
typedef struct {
  char name[NAME_SIZE];
  Point p[MAX_POINTS], a[MAX_POINTS], b[MAX_POINTS];
  char node[MAX_POINTS][NAME_SIZE];
  bool corner[MAX_POINTS];
  int n;
} Curve;

typedef struct {
  char id[NAME_SIZE], region[NAME_SIZE];
  char next[N_WAYS][NAME_SIZE];
  bool over;
  int line, next_line;
  char *walk[2]; /* the path at x > 0 and its mirror image */
} Area;

static const char *const way_names[N_WAYS] = { "up", "down", "in", "out" };
static const char *const body_names[UK_N_BODY_WARPS] = {
  [UK_BODY_WARP_NEUTRAL] = "neutral",
  [UK_BODY_WARP_FEMALE] = "female",
  [UK_BODY_WARP_MALE] = "male",
};

static Node nodes[MAX_NODES];
static Curve curves[MAX_CURVES];
static Area areas[MAX_AREAS];
static int n_nodes, n_curves, n_areas, line_number, body;
static const char *file_name;
static char view[NAME_SIZE], plus[NAME_SIZE];
static double box[4];

/* What follows the areas in the picture, in this order. */
enum { BELOW, FIBRES, LINES, PARTS, NO_PRESS, PRESS, N_LAYERS };
static FILE *layers[N_LAYERS];
static char *layer_texts[N_LAYERS];
static size_t layer_sizes[N_LAYERS];

__attribute__ ((noreturn, format (printf, 2, 3))) static void
fail (int line, const char *format, ...)
{
  va_list args;

  fprintf (stderr, "%s:%d: ", file_name, line);
  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
  exit (1);
}

static void
copy_name (char *to, const char *from)
{
  if (strlen (from) >= NAME_SIZE)
    fail (line_number, "name “%s” is longer than %d letters", from, NAME_SIZE - 1);
  strcpy (to, from);
}

static Node *
find_node (const char *name)
{
  int i;

  for (i = 0; i < n_nodes; i++) {
    if (strcmp (nodes[i].name, name) == 0)
      return &nodes[i];
  }
  return NULL;
}

static const Curve *
find_curve (const char *name)
{
  int i;

  for (i = 0; i < n_curves; i++) {
    if (strcmp (curves[i].name, name) == 0)
      return &curves[i];
  }
  fail (line_number, "there is no curve “%s” above this line", name);
}

static Area *
find_area (const char *id)
{
  int i;

  for (i = 0; i < n_areas; i++) {
    if (strcmp (areas[i].id, id) == 0)
      return &areas[i];
  }
  return NULL;
}

static const char *
side_name (int mirrored)
{
  bool left = strcmp (plus, "left") == 0;

  return left != (mirrored != 0) ? "left" : "right";
}

static double
parse_number (const char *text)
{
  char *end;
  double value = strtod (text, &end);

  if (end == text || *end != '\0')
    fail (line_number, "“%s” is not a number", text);
  return value;
}

static Point
parse_coordinates (char *text)
{
  char *comma = strchr (text, ',');
  Point p;

  if (comma == NULL)
    fail (line_number, "“%s” is not a point x,y", text);
  *comma = '\0';
  p.x = parse_number (text);
  p.y = parse_number (comma + 1);
  uk_body_warp (body, strcmp (view, "back") == 0, &p.x, &p.y);
  return p;
}

static void
parse_point (Curve *curve, char *word)
{
  size_t length = strlen (word);
  int i = curve->n;
  char *equals;
  Node *node;

  if (i >= MAX_POINTS)
    fail (line_number, "more than %d points in one curve", MAX_POINTS);
  curve->corner[i] = word[length - 1] == '!';
  if (curve->corner[i])
    word[length - 1] = '\0';
  equals = strchr (word, '=');
  if (equals == NULL && strchr (word, ',') != NULL) {
    curve->p[i] = parse_coordinates (word);
  } else {
    if (equals != NULL)
      *equals = '\0';
    copy_name (curve->node[i], word);
    node = find_node (word);
    if (equals != NULL) {
      if (node != NULL)
        fail (line_number, "node “%s” is placed twice", word);
      if (n_nodes == MAX_NODES)
        fail (line_number, "more than %d nodes", MAX_NODES);
      node = &nodes[n_nodes++];
      copy_name (node->name, word);
      node->at = parse_coordinates (equals + 1);
    }
    if (node == NULL)
      fail (line_number, "node “%s” is not placed above this line", word);
    curve->p[i] = node->at;
  }
  curve->n++;
}

/* The handle of a centripetal Catmull-Rom spline at `p`, on the way from `before` to `after`. */
static Point
make_handle (Point before, Point p, Point after)
{
  double d1 = sqrt (hypot (p.x - before.x, p.y - before.y));
  double d2 = sqrt (hypot (after.x - p.x, after.y - p.y));
  double q = 3 * d1 * (d1 + d2), c = 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2;

  if (d1 < 1e-6)
    return (Point){ p.x + (after.x - p.x) / 3, p.y + (after.y - p.y) / 3 };
  return (Point){ (d1 * d1 * after.x - d2 * d2 * before.x + c * p.x) / q,
                  (d1 * d1 * after.y - d2 * d2 * before.y + c * p.y) / q };
}

static void
make_handles (Curve *c)
{
  int i;

  if (c->n < 2)
    fail (line_number, "a curve needs two points");
  for (i = 0; i + 1 < c->n; i++) {
    Point before = i == 0 || c->corner[i] ? c->p[i] : c->p[i - 1];
    Point after = i + 2 >= c->n || c->corner[i + 1] ? c->p[i + 1] : c->p[i + 2];

    c->a[i] = make_handle (before, c->p[i], c->p[i + 1]);
    c->b[i] = make_handle (after, c->p[i + 1], c->p[i]);
  }
}

/* A curve that ends where it starts, smooth there as well. */
static void
parse_loop (Curve *c, char **words, int n)
{
  int i;

  memset (c, 0, sizeof *c);
  for (i = 0; i < n; i++)
    parse_point (c, words[i]);
  if (c->n < 3)
    fail (line_number, "a loop needs three points");
  if (c->n == MAX_POINTS)
    fail (line_number, "more than %d points in one loop", MAX_POINTS - 1);
  for (i = 0; i < c->n; i++) {
    const Point *before = &c->p[(i + c->n - 1) % c->n], *next = &c->p[(i + 1) % c->n];

    c->a[i] = make_handle (*before, c->p[i], *next);
    c->b[i] = make_handle (c->p[(i + 2) % c->n], *next, c->p[i]);
  }
  c->p[c->n] = c->p[0];
  c->n++;
}

static void
parse_curve (Curve *curve, char **words, int n)
{
  int i;

  memset (curve, 0, sizeof *curve);
  for (i = 0; i < n; i++)
    parse_point (curve, words[i]);
  make_handles (curve);
}

static int
find_on_curve (const Curve *curve, const char *node)
{
  int i;

  for (i = 0; i < curve->n; i++) {
    if (strcmp (curve->node[i], node) == 0)
      return i;
  }
  fail (line_number, "node “%s” is not on curve “%s”", node, curve->name);
}

static void
write_piece (FILE *out, Point a, Point b, Point p, double sign)
{
  /* Adding nothing turns a minus zero into a zero. */
  fprintf (out, "C%.2f %.2f %.2f %.2f %.2f %.2f", sign * a.x + 0.0, a.y, sign * b.x + 0.0, b.y,
           sign * p.x + 0.0, p.y);
}

static void
write_curve (FILE *out, const Curve *c, int from, int to, double sign)
{
  int k;

  if (from < to) {
    for (k = from; k < to; k++)
      write_piece (out, c->a[k], c->b[k], c->p[k + 1], sign);
  } else {
    for (k = from; k > to; k--)
      write_piece (out, c->b[k - 1], c->a[k - 1], c->p[k - 1], sign);
  }
}

/* Words N c N c … N: writes the pieces between the nodes, forwards or backwards. */
static void
write_walk (FILE *out, char **words, int n, double sign, bool backwards)
{
  int i;

  for (i = 0; i + 2 < n; i += 2) {
    int k = backwards ? n - 1 - i : i, step = backwards ? -1 : 1;
    const Curve *c = find_curve (words[k + step]);

    write_curve (out, c, find_on_curve (c, words[k]), find_on_curve (c, words[k + 2 * step]), sign);
  }
}

static char *
make_path (char **words, int n, int mirrored, bool whole, bool open)
{
  double sign = mirrored ? -1 : 1;
  const Node *start;
  char *text;
  size_t size;
  FILE *out = open_memstream (&text, &size);

  if (n < 3 || n % 2 == 0)
    fail (line_number, "a walk is: node curve node curve … node");
  start = find_node (words[0]);
  if (start == NULL)
    fail (line_number, "there is no node “%s” above this line", words[0]);
  if (!open && !whole && strcmp (words[0], words[n - 1]) != 0)
    fail (line_number, "the walk starts at “%s” but ends at “%s”", words[0], words[n - 1]);
  fprintf (out, "M%.2f %.2f", sign * start->at.x + 0.0, start->at.y);
  write_walk (out, words, n, sign, false);
  if (whole) {
    const Node *end = find_node (words[n - 1]);

    if (fabs (start->at.x) > 1e-6 || end == NULL || fabs (end->at.x) > 1e-6)
      fail (line_number, "a whole walk starts and ends at x = 0");
    write_walk (out, words, n, -sign, true);
  }
  if (!open)
    fputc ('Z', out);
  fclose (out);
  return text;
}

static char *
make_loop_path (const Curve *loop, int mirrored)
{
  double sign = mirrored ? -1 : 1;
  char *text;
  size_t size;
  FILE *out = open_memstream (&text, &size);

  fprintf (out, "M%.2f %.2f", sign * loop->p[0].x + 0.0, loop->p[0].y);
  write_curve (out, loop, 0, loop->n - 1, sign);
  fputc ('Z', out);
  fclose (out);
  return text;
}

static void
write_shape (int layer, const char *class, const char *name, const char *side, const char *path)
{
  fprintf (layers[layer], "<path id=\"%s-%s%s%s\" class=\"%s\" data-name=\"%s\" d=\"%s\"/>\n",
           class, name, *side != '\0' ? "-" : "", side, class, name, path);
}

/* Takes an option off the front of the words. */
static bool
take_word (char ***words, int *n, const char *word)
{
  if (*n < 1 || strcmp (**words, word) != 0)
    return false;
  (*words)++;
  (*n)--;
  return true;
}

static void
read_area (char **words, int n)
{
  Area *area = &areas[n_areas];
  int i;

  if (n < 2 || strncmp (words[1], "region=", 7) != 0)
    fail (line_number, "an area is: area ID region=REGION [over] walk");
  if (find_area (words[0]) != NULL)
    fail (line_number, "area “%s” is there twice", words[0]);
  if (n_areas == MAX_AREAS)
    fail (line_number, "more than %d areas", MAX_AREAS);
  copy_name (area->id, words[0]);
  copy_name (area->region, words[1] + 7);
  words += 2;
  n -= 2;
  area->over = take_word (&words, &n, "over");
  area->line = line_number;
  for (i = 0; i < 2; i++)
    area->walk[i] = make_path (words, n, i, false, false);
  n_areas++;
}

static void
read_next (char **words, int n)
{
  Area *area = n > 0 ? find_area (words[0]) : NULL;
  int i, way;

  if (area == NULL)
    fail (line_number, "there is no area “%s” above this line", n > 0 ? words[0] : "");
  if (area->next_line != 0)
    fail (line_number, "area “%s” has its neighbours on line %d", words[0], area->next_line);
  area->next_line = line_number;
  for (i = 1; i < n; i++) {
    char *equals = strchr (words[i], '=');

    if (equals != NULL)
      *equals = '\0';
    for (way = 0; way < N_WAYS && strcmp (words[i], way_names[way]) != 0; way++)
      ;
    if (way == N_WAYS || equals == NULL)
      fail (line_number, "“%s” is none of up= down= in= out=", words[i]);
    copy_name (area->next[way], equals + 1);
  }
}

static void
read_shape (int layer, const char *class, char **words, int n)
{
  const char *name = n > 0 ? words[0] : "";
  bool open = strcmp (class, "ink") == 0, whole;
  int i;

  words++;
  n--;
  whole = take_word (&words, &n, "whole");
  for (i = 0; i < (whole ? 1 : 2); i++) {
    char *path = make_path (words, n, i, whole, open);

    write_shape (layer, class, name, whole ? "" : side_name (i), path);
    free (path);
  }
}

static void
read_no_press (char **words, int n)
{
  static Curve loop;
  int i;

  if (n < 2 || strcmp (words[1], "loop") != 0) {
    read_shape (NO_PRESS, "nopress", words, n);
    return;
  }
  parse_loop (&loop, words + 2, n - 2);
  for (i = 0; i < 2; i++) {
    char *path = make_loop_path (&loop, i);

    write_shape (NO_PRESS, "nopress", words[0], side_name (i), path);
    free (path);
  }
}

static void
read_press (char **words, int n)
{
  static Curve loop;
  int i;

  if (n < 2 || strncmp (words[1], "why=", 4) != 0)
    fail (line_number, "what may be pressed is: press AREA why=REASON points");
  if (find_area (words[0]) == NULL)
    fail (line_number, "there is no area “%s” above this line", words[0]);
  parse_loop (&loop, words + 2, n - 2);
  for (i = 0; i < 2; i++) {
    char *path = make_loop_path (&loop, i);

    fprintf (layers[PRESS], "<path id=\"press-%s-%s\" class=\"press\" data-name=\"%s-%s\" data-why=\"%s\" d=\"%s\"/>\n",
             words[0], side_name (i), words[0], side_name (i), words[1] + 4, path);
    free (path);
  }
}

static void
read_line (char **words, int n)
{
  static Curve curve;
  const char *name = n > 0 ? words[0] : "";
  bool whole;
  int i;

  words++;
  n--;
  whole = take_word (&words, &n, "whole");
  parse_curve (&curve, words, n);
  for (i = 0; i < (whole ? 1 : 2); i++) {
    char *text;
    size_t size;
    FILE *out = open_memstream (&text, &size);

    fprintf (out, "M%.2f %.2f", (i ? -1 : 1) * curve.p[0].x + 0.0, curve.p[0].y);
    write_curve (out, &curve, 0, curve.n - 1, i ? -1 : 1);
    fclose (out);
    write_shape (LINES, "line", name, whole ? "" : side_name (i), text);
    free (text);
  }
}

/* The place at `t`, 0 to 1, along a curve. */
static Point
get_along (const Curve *c, double t)
{
  double x = t * (c->n - 1), u;
  int i = (int)x;
  Point a, b, d, e;

  if (i > c->n - 2)
    i = c->n - 2;
  x -= i;
  u = 1 - x;
  a = c->p[i];
  b = c->a[i];
  d = c->b[i];
  e = c->p[i + 1];
  return (Point){ u * u * u * a.x + 3 * u * u * x * b.x + 3 * u * x * x * d.x + x * x * x * e.x,
                  u * u * u * a.y + 3 * u * u * x * b.y + 3 * u * x * x * d.y + x * x * x * e.y };
}

static void
read_fibres (char **words, int n)
{
  static Curve guides[2], fibre;
  const char *id = n > 0 ? words[0] : "";
  int count, i, k, split = 2;

  if (find_area (id) == NULL)
    fail (line_number, "there is no area “%s” above this line", id);
  count = n > 1 ? atoi (words[1]) : 0;
  if (count < 1 || count > 20)
    fail (line_number, "1 to 20 fibres, please");
  while (split < n && strcmp (words[split], "/") != 0)
    split++;
  if (split >= n)
    fail (line_number, "a / must stand between the two guide lines");
  parse_curve (&guides[0], words + 2, split - 2);
  parse_curve (&guides[1], words + split + 1, n - split - 1);
  for (i = 0; i < 2; i++) {
    double sign = i ? -1 : 1;

    fprintf (layers[FIBRES], "<path id=\"fibre-%s-%s\" class=\"fibre\" data-name=\"%s-%s\" d=\"",
             id, side_name (i), id, side_name (i));
    for (k = 0; k < count; k++) {
      double m = (k + 0.5) / count;
      int j;

      memset (&fibre, 0, sizeof fibre);
      for (j = 0; j < 5; j++) {
        Point a = get_along (&guides[0], j / 4.0), b = get_along (&guides[1], j / 4.0);

        fibre.p[fibre.n++] = (Point){ a.x + (b.x - a.x) * m, a.y + (b.y - a.y) * m };
      }
      make_handles (&fibre);
      fprintf (layers[FIBRES], "M%.2f %.2f", sign * fibre.p[0].x + 0.0, fibre.p[0].y);
      write_curve (layers[FIBRES], &fibre, 0, fibre.n - 1, sign);
    }
    fputs ("\"/>\n", layers[FIBRES]);
  }
}

/* Whether a list such as "neutral,female" names the body that is drawn. */
static bool
is_for_body (char *list)
{
  char *save = NULL, *word;
  bool found = false;

  for (word = strtok_r (list, ",", &save); word != NULL; word = strtok_r (NULL, ",", &save)) {
    int i;

    for (i = 0; i < UK_N_BODY_WARPS && strcmp (word, body_names[i]) != 0; i++)
      ;
    if (i == UK_N_BODY_WARPS)
      fail (line_number, "there is no body “%s”", word);
    found = found || i == body;
  }
  return found;
}

static void
read_statement (char **words, int n)
{
  const char *what;
  int i;

  if (n > 2 && strcmp (words[0], "only") == 0) {
    if (!is_for_body (words[1]))
      return;
    words += 2;
    n -= 2;
  }
  what = words[0];

  words++;
  n--;
  if (strcmp (what, "view") == 0 && n == 1) {
    copy_name (view, words[0]);
  } else if (strcmp (what, "side") == 0 && n == 1) {
    copy_name (plus, words[0]);
    if (strcmp (plus, "left") != 0 && strcmp (plus, "right") != 0)
      fail (line_number, "a side is left or right, not “%s”", plus);
  } else if (strcmp (what, "box") == 0 && n == 4) {
    for (i = 0; i < 4; i++)
      box[i] = parse_number (words[i]);
  } else if (strcmp (what, "curve") == 0 && n > 2) {
    if (n_curves == MAX_CURVES)
      fail (line_number, "more than %d curves", MAX_CURVES);
    parse_curve (&curves[n_curves], words + 1, n - 1);
    copy_name (curves[n_curves].name, words[0]);
    n_curves++;
  } else if (strcmp (what, "area") == 0) {
    read_area (words, n);
  } else if (strcmp (what, "next") == 0) {
    read_next (words, n);
  } else if (strcmp (what, "part") == 0) {
    read_shape (PARTS, what, words, n);
  } else if (strcmp (what, "nopress") == 0) {
    read_no_press (words, n);
  } else if (strcmp (what, "press") == 0) {
    read_press (words, n);
  } else if (strcmp (what, "outline") == 0 || strcmp (what, "patch") == 0) {
    read_shape (BELOW, what, words, n);
  } else if (strcmp (what, "ink") == 0) {
    read_shape (LINES, what, words, n);
  } else if (strcmp (what, "line") == 0) {
    read_line (words, n);
  } else if (strcmp (what, "fibres") == 0) {
    read_fibres (words, n);
  } else {
    fail (line_number, "“%s” is not known, or something is missing after it", what);
  }
}

static void
write_area (FILE *out, const Area *area, int mirrored)
{
  static const char *const attributes[2][N_WAYS]
      = { { "up", "down", "left", "right" }, { "up", "down", "right", "left" } };
  int way;

  fprintf (out, "<path id=\"%s-%s\" class=\"area\" data-region=\"%s\" data-side=\"%s\"", area->id,
           side_name (mirrored), area->region, side_name (mirrored));
  for (way = 0; way < N_WAYS; way++) {
    const char *next = area->next[way];
    /* Towards the midline and over it, unless something lies between. */
    bool across = way == IN && *next == '\0';

    if (across)
      next = area->id;
    if (*next == '\0')
      continue;
    fprintf (out, " data-%s=\"%s-%s\"", attributes[mirrored][way], next,
             side_name (across ? !mirrored : mirrored));
  }
  fprintf (out, "%s d=\"%s\"/>\n", area->over ? " data-over=\"yes\"" : "", area->walk[mirrored]);
}

static void
write_picture (FILE *out)
{
  int over, i, k;

  fprintf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%g %g %g %g\" data-view=\"%s\" data-body=\"%s\">\n"
      "<style>.outline,.part{fill:#f2e4d8}.patch{fill:#94796b}.area{fill:#edc3b4;stroke:#fbf4ed}"
      ".fibre,.line,.ink{fill:none;stroke:#8a6256}.nopress{fill:#0002}"
      ".press{fill:none}</style>\n",
      box[0], box[1], box[2], box[3], view, body_names[body]);
  fputs (layer_texts[BELOW], out);
  for (over = 0; over < 2; over++) {
    for (i = 0; i < n_areas; i++) {
      for (k = 0; k < 2 && areas[i].over == (over == 1); k++)
        write_area (out, &areas[i], k);
    }
  }
  for (i = FIBRES; i < N_LAYERS; i++)
    fputs (layer_texts[i], out);
  fputs ("</svg>\n", out);
}

static void
check_neighbours (void)
{
  int i, way;

  for (i = 0; i < n_areas; i++) {
    for (way = 0; way < N_WAYS; way++) {
      const char *next = areas[i].next[way];

      if (*next != '\0' && find_area (next) == NULL)
        fail (areas[i].next_line, "there is no area “%s”", next);
    }
  }
}

static void
read_file (FILE *in)
{
  char *line = NULL, *words[MAX_WORDS];
  size_t size = 0;

  while (getline (&line, &size, in) >= 0) {
    char *hash = strchr (line, '#'), *save = NULL, *word;
    int n = 0;

    line_number++;
    if (hash != NULL)
      *hash = '\0';
    for (word = strtok_r (line, " \t\r\n", &save); word != NULL;
         word = strtok_r (NULL, " \t\r\n", &save)) {
      if (n == MAX_WORDS)
        fail (line_number, "more than %d words", MAX_WORDS);
      words[n++] = word;
    }
    if (n > 0)
      read_statement (words, n);
  }
  free (line);
  if (*view == '\0' || *plus == '\0' || box[2] <= 0 || box[3] <= 0)
    fail (line_number, "view, side or box is missing");
  check_neighbours ();
}

int
main (int argc, char **argv)
{
  FILE *in, *out;
  int i;

  for (body = 0; argc == 4 && body < UK_N_BODY_WARPS && strcmp (argv[2], body_names[body]) != 0; body++)
    ;
  if (argc != 4 || body == UK_N_BODY_WARPS) {
    fprintf (stderr, "usage: chartgen IN.net neutral|female|male OUT.svg\n");
    return 2;
  }
  file_name = argv[1];
  in = fopen (argv[1], "r");
  if (in == NULL) {
    fprintf (stderr, "%s: %s\n", argv[1], strerror (errno));
    return 1;
  }
  for (i = 0; i < N_LAYERS; i++)
    layers[i] = open_memstream (&layer_texts[i], &layer_sizes[i]);
  read_file (in);
  fclose (in);
  for (i = 0; i < N_LAYERS; i++)
    fclose (layers[i]);

  out = fopen (argv[3], "w");
  if (out == NULL) {
    fprintf (stderr, "%s: %s\n", argv[3], strerror (errno));
    return 1;
  }
  write_picture (out);
  if (fclose (out) != 0) {
    fprintf (stderr, "%s: %s\n", argv[3], strerror (errno));
    return 1;
  }
  for (i = 0; i < N_LAYERS; i++)
    free (layer_texts[i]);
  for (i = 0; i < n_areas; i++) {
    free (areas[i].walk[0]);
    free (areas[i].walk[1]);
  }
  return 0;
}
