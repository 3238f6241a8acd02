/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-knot-layout.h"

#include <math.h>

static const UkBox room = { 0, 0, 400, 600 };

static void
assert_apart (const UkKnotMark *marks, guint n)
{
  guint i, k;

  for (i = 0; i < n; i++) {
    g_assert_cmpfloat (marks[i].place.x, >=, room.x + UK_KNOT_RADIUS);
    g_assert_cmpfloat (marks[i].place.y, >=, room.y + UK_KNOT_RADIUS);
    g_assert_cmpfloat (marks[i].place.x, <=, room.x + room.width - UK_KNOT_RADIUS);
    g_assert_cmpfloat (marks[i].place.y, <=, room.y + room.height - UK_KNOT_RADIUS);
    for (k = 0; k < i; k++)
      g_assert_cmpfloat (
          hypot (marks[i].place.x - marks[k].place.x, marks[i].place.y - marks[k].place.y), >,
          uk_knot_get_radius (&marks[i]) + uk_knot_get_radius (&marks[k]) + UK_KNOT_RING);
  }
}

/* Where there is room a disc stands on its point. */
static void
test_alone (void)
{
  UkKnotMark marks[]
      = { { .at = { 100, 100 }, .rating = 3 }, { .at = { 200, 300 }, .rating = -1 } };

  uk_knot_layout (marks, G_N_ELEMENTS (marks), &room);
  g_assert_cmpfloat (marks[0].place.x, ==, 100);
  g_assert_cmpfloat (marks[1].place.y, ==, 300);
  uk_knot_layout (NULL, 0, &room);
}

static void
test_close (void)
{
  static const struct {
    UkPoint at, step;
    guint n;
  } cases[] = {
    { { 200, 300 }, { 0, 0 }, 12 }, { { 200, 300 }, { 3, 1 }, 8 }, { { 2, 2 }, { 1, 0 }, 6 },
    { { 399, 599 }, { 0, -5 }, 6 }, { { -50, 700 }, { 0, 0 }, 3 },
  };
  guint c, i;

  for (c = 0; c < G_N_ELEMENTS (cases); c++) {
    UkKnotMark marks[12] = { 0 }, again[12];

    for (i = 0; i < cases[c].n; i++) {
      marks[i].at
          = (UkPoint){ cases[c].at.x + i * cases[c].step.x, cases[c].at.y + i * cases[c].step.y };
      marks[i].rating = i;
      marks[i].selected = i == 2;
      again[i] = marks[i];
    }
    uk_knot_layout (marks, cases[c].n, &room);
    uk_knot_layout (again, cases[c].n, &room);
    if (cases[c].at.x > 0 && cases[c].at.x < 300)
      assert_apart (marks, cases[c].n);
    for (i = 0; i < cases[c].n; i++) {
      g_assert_cmpfloat (marks[i].place.x, ==, again[i].place.x);
      g_assert_cmpfloat (marks[i].place.y, ==, again[i].place.y);
    }
    /* The selected one keeps its place. */
    if (c < 2)
      g_assert_cmpfloat (marks[2].place.x, ==, marks[2].at.x);
  }
}

static void
test_find (void)
{
  UkKnotMark marks[] = { { .at = { 100, 100 } }, { .at = { 104, 100 }, .selected = TRUE } };

  uk_knot_layout (marks, G_N_ELEMENTS (marks), &room);
  g_assert_cmpint (uk_knot_find (marks, 2, 104, 100, 0), ==, 1);
  g_assert_cmpint (uk_knot_find (marks, 2, marks[0].place.x, marks[0].place.y, 0), ==, 0);
  g_assert_cmpint (uk_knot_find (marks, 2, 300, 300, 8), ==, -1);
  g_assert_cmpint (
      uk_knot_find (marks, 2, 104 + UK_KNOT_RADIUS_SELECTED + UK_KNOT_RING + 5, 100, 8), ==, 1);
  g_assert_cmpint (uk_knot_find (NULL, 0, 0, 0, 8), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knot-layout/alone", test_alone);
  g_test_add_func ("/knot-layout/close", test_close);
  g_test_add_func ("/knot-layout/find", test_find);
  return g_test_run ();
}
