/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-outline.h"

#include "core/chart/uk-chart.h"

#include <math.h>

/* A square with a square hole, a curve that bulges to x = 3, and a triangle left open. */
#define RING "M0 0L10 0L10 10L0 10ZM3 3L3 7L7 7L7 3Z"
#define BULGE "M0,0C4,0 4,10 0,10Z"
#define OPEN "M 0 0 L 4 0 4 4"

static void
test_bad (void)
{
  static const struct {
    const char *d, *message;
  } cases[] = {
    { "", "the path is empty" },
    { "M0 0", "the path is empty" },
    { "L0 0L1 1", "a path starts with M" },
    { "M0 0Z L1 1", "a path starts with M" },
    { "12 4", "expected a command at “12 4”" },
    { "M0 0Z 4 4", "expected a command at “4 4”" },
    { "m0 0l1 1", "command “m” is none of the absolute M, L, C and Z" },
    { "M0 0A1 1 0 0 0 4 4", "command “A” is none of the absolute M, L, C and Z" },
    { "M0 0C1 1 2 2 3Z", "expected a number at “Z”" },
    { "M0 nan L 1 1", "expected a number at “nan L 1 1”" },
    { "M0 1e9 L 1 1", "expected a number at “1e9 L 1 1”" },
    { "M0 0L1", "expected a number at “”" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    UkOutline *outline = uk_outline_new (cases[i].d, &error);

    g_assert_null (outline);
    g_assert_error (error, UK_CHART_ERROR, UK_CHART_ERROR_SYNTAX);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_contains (void)
{
  static const struct {
    const char *d;
    double x, y;
    gboolean inside;
  } cases[] = {
    { RING, 1, 1, TRUE },     { RING, 5, 5, FALSE },      { RING, 8, 5, TRUE },
    { RING, -1, 5, FALSE },   { RING, 5, 10.1, FALSE },   { BULGE, 2.9, 5, TRUE },
    { BULGE, 3.1, 5, FALSE }, { BULGE, 0.1, 0.05, TRUE }, { BULGE, 2.9, 1, FALSE },
    { OPEN, 3, 1, TRUE },     { OPEN, 1, 3, FALSE },      { OPEN, NAN, 1, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (UkOutline) outline = uk_outline_new (cases[i].d, NULL);

    g_test_message ("%s at %g %g", cases[i].d, cases[i].x, cases[i].y);
    g_assert_cmpint (uk_outline_contains (outline, cases[i].x, cases[i].y), ==, cases[i].inside);
  }
}

static void
test_measures (void)
{
  g_autoptr (UkOutline) bulge = uk_outline_new (BULGE, NULL);
  g_autoptr (UkOutline) ring = uk_outline_new (RING, NULL);
  g_autoptr (UkOutline) open = uk_outline_new (OPEN, NULL);
  UkBox bounds = uk_outline_get_bounds (bulge);
  UkPoint centre = uk_outline_get_centre (ring, NULL, 0);

  g_assert_cmpfloat_with_epsilon (bounds.width, 3, 0.03);
  g_assert_cmpfloat_with_epsilon (bounds.height, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (uk_outline_get_distance (bulge, 5, 5), 2, 0.03);
  g_assert_cmpfloat_with_epsilon (uk_outline_get_distance (bulge, 1, 5), 1, 0.03);
  /* The hole runs the other way round and takes its surface off. */
  g_assert_cmpfloat_with_epsilon (uk_outline_get_size (ring), 84, 1e-9);
  g_assert_cmpfloat_with_epsilon (uk_outline_get_size (bulge), 24, 0.2);
  g_assert_true (uk_outline_contains (ring, centre.x, centre.y));
  g_assert_true (uk_outline_is_closed (bulge));
  g_assert_true (uk_outline_is_closed (ring));
  g_assert_false (uk_outline_is_closed (open));
}

static void
test_segments (void)
{
  g_autoptr (UkOutline) outline = uk_outline_new (" M1,2 3,4-5-6\nC1 1 2 2 3 3Z ", NULL);
  static const UkSegmentKind kinds[]
      = { UK_SEGMENT_MOVE, UK_SEGMENT_LINE, UK_SEGMENT_LINE, UK_SEGMENT_CURVE, UK_SEGMENT_CLOSE };
  const UkSegment *segments;
  guint n, i;

  segments = uk_outline_get_segments (outline, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (kinds));
  for (i = 0; i < n; i++)
    g_assert_cmpint (segments[i].kind, ==, kinds[i]);
  g_assert_cmpfloat (segments[2].p[0].x, ==, -5);
  g_assert_cmpfloat (segments[2].p[0].y, ==, -6);
  g_assert_cmpfloat (segments[3].p[2].x, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/bad", test_bad);
  g_test_add_func ("/outline/contains", test_contains);
  g_test_add_func ("/outline/measures", test_measures);
  g_test_add_func ("/outline/segments", test_segments);
  return g_test_run ();
}
