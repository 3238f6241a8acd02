/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-hull.h"

#include <math.h>

/* Directions are counted in steps of 7.5 degrees. */
#define STEPS 48

/* cos of the first quarter of them; the rest follows by symmetry. */
static const double quarter[STEPS / 4 + 1] = {
  1,
  0.99144486137381038,
  0.96592582628906831,
  0.92387953251128674,
  0.86602540378443871,
  0.79335334029123528,
  0.70710678118654757,
  0.60876142900872066,
  0.5,
  0.38268343236508984,
  0.25881904510252074,
  0.13052619222005171,
  0,
};

typedef struct {
  double x, y;
} Way;

static inline double
get_cos (int step)
{
  int i = step % STEPS;

  if (i > STEPS / 2)
    i = STEPS - i;
  return i <= STEPS / 4 ? quarter[i] : -quarter[STEPS / 2 - i];
}

static inline double
get_sin (int step)
{
  return get_cos (step + STEPS * 3 / 4);
}

/* How many steps an arc may go straight without leaving the circle by more than the tolerance. */
static int
get_stride (double r, double tolerance)
{
  static const double sagitta[] = { 0.0341, 0.0193, 0.0086 };

  for (int i = 0; i < 3; i++) {
    if (r * sagitta[i] <= tolerance)
      return 4 - i;
  }
  return 1;
}

static void
add (UkOutline *outline, double x, double y)
{
  g_assert (outline->n < UK_OUTLINE_MAX);

  outline->points[outline->n++] = (UkPoint){ x, y };
}

/**
 * uk_hull_get:
 * @outline: (out caller-allocates): a polygon
 * @discs: (array length=n): what to enclose
 * @n: at least 1
 * @tolerance: how far the outline may be off, in pixels
 *
 * Gives the convex hull of discs, by its support points in evenly spaced directions: there are no
 * special cases, however the discs lie.
 */
void
uk_hull_get (UkOutline *outline, const UkDisc *discs, int n, double tolerance)
{
  double biggest = 0;
  int stride;

  for (int i = 0; i < n; i++)
    biggest = MAX (biggest, discs[i].r);
  stride = get_stride (biggest, tolerance);
  outline->n = 0;
  for (int a = 0; a < STEPS; a += stride) {
    double c = get_cos (a), s = get_sin (a), furthest = -G_MAXDOUBLE;
    int best = 0;

    for (int i = 0; i < n; i++) {
      double support = discs[i].x * c + discs[i].y * s + discs[i].r;

      if (support > furthest) {
        furthest = support;
        best = i;
      }
    }
    add (outline, discs[best].x + discs[best].r * c, discs[best].y + discs[best].r * s);
  }
}

/* The way out to both tangents of two discs; FALSE if one is (nearly) in the other. */
static gboolean
get_tangents (const UkDisc *a, const UkDisc *b, Way *left, Way *right)
{
  double dx = b->x - a->x, dy = b->y - a->y, distance = sqrt (dx * dx + dy * dy), c, s;

  if (distance < fabs (a->r - b->r) + 0.1)
    return FALSE;
  dx /= distance;
  dy /= distance;
  c = (a->r - b->r) / distance;
  s = sqrt (1 - c * c);
  *left = (Way){ dx * c - dy * s, dy * c + dx * s };
  *right = (Way){ dx * c + dy * s, dy * c - dx * s };
  return TRUE;
}

static void
add_point (UkOutline *outline, const UkDisc *disc, Way way)
{
  add (outline, disc->x + disc->r * way.x, disc->y + disc->r * way.y);
}

/* The arc from one way out to another, with growing angle. */
static void
add_arc (UkOutline *outline, const UkDisc *disc, Way from, Way to, int stride)
{
  double start = atan2 (from.y, from.x), angle = atan2 (to.y, to.x) - start;
  int n;

  if (angle < 0)
    angle += 2 * G_PI;
  n = (int)(angle * STEPS / (2 * G_PI) / stride) + 1;
  for (int i = 0; i <= n; i++) {
    double a = start + angle * i / n;

    add (outline, disc->x + disc->r * cos (a), disc->y + disc->r * sin (a));
  }
}

/* From one stretch of a side to the next: over the disc where the chain bends away, else by its
 * middle, so that nothing is wound the wrong way. */
static void
add_joint (UkOutline *outline, const UkDisc *disc, Way from, Way to)
{
  double turn = from.x * to.y - from.y * to.x;

  add_point (outline, disc, from);
  if (turn < -0.05)
    add (outline, disc->x, disc->y);
  else if (turn > 0.25)
    add_point (outline, disc,
               (Way){ (from.x + to.x) / sqrt (2 + 2 * (from.x * to.x + from.y * to.y)),
                      (from.y + to.y) / sqrt (2 + 2 * (from.x * to.x + from.y * to.y)) });
  add_point (outline, disc, to);
}

/**
 * uk_hull_get_chain:
 * @outline: (out caller-allocates): a polygon
 * @discs: (array length=n): a limb from end to end
 * @n: 1 to UK_HULL_MAX_DISCS
 * @tolerance: how far the outline may be off, in pixels
 *
 * Gives the union of the hulls of each disc and the next one as one polygon, which has a quarter of
 * their edges.
 *
 * Returns: %FALSE if that is not possible
 */
gboolean
uk_hull_get_chain (UkOutline *outline, const UkDisc *discs, int n, double tolerance)
{
  Way left[UK_HULL_MAX_DISCS], right[UK_HULL_MAX_DISCS];
  gboolean smooth = n > 1;
  int last = n - 1, stride;

  g_assert (n <= UK_HULL_MAX_DISCS);

  for (int i = 0; i < last && smooth; i++) {
    smooth = get_tangents (&discs[i], &discs[i + 1], &left[i], &right[i]);
    if (smooth && i > 0)
      smooth = left[i].x * left[i - 1].x + left[i].y * left[i - 1].y > 0.2
               && right[i].x * right[i - 1].x + right[i].y * right[i - 1].y > 0.2;
  }
  if (!smooth)
    return FALSE;
  stride = get_stride (MAX (discs[0].r, discs[last].r), tolerance);
  outline->n = 0;
  add_arc (outline, &discs[0], left[0], right[0], stride);
  for (int i = 1; i < last; i++)
    add_joint (outline, &discs[i], right[i - 1], right[i]);
  add_arc (outline, &discs[last], right[last - 1], left[last - 1], stride);
  for (int i = last - 1; i > 0; i--)
    add_joint (outline, &discs[i], left[i], left[i - 1]);
  return TRUE;
}
