/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-movement.h"

#include "core/figure/uk-breath.h"

#include <math.h>

static const char *const lift[] = { "down", "up", NULL };
static const char *const held[] = { "down", NULL };

static UkPoseSet *
load (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkPoseSet *set = uk_pose_set_new ();

  uk_pose_set_add_text (set, "x.pose", "pose down\nseconds 1\npose up\nseconds 2\narm.r flex=90\n", -1,
                        errors);
  uk_pose_set_resolve (set, errors);
  g_assert_cmpuint (errors->len, ==, 0);
  return set;
}

/* How far the arm is up, 0 to 1. */
static double
get_height (const UkMovement *movement, double seconds)
{
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  const UkFigure *down = uk_movement_get_key (movement, 0);
  const UkFigure *up = uk_movement_get_key (movement, 1);

  uk_movement_get_at (movement, seconds, figure);
  return uk_figure_get_distance (down, figure) / uk_figure_get_distance (down, up);
}

/* The loop of the keys takes three seconds, one up and two down. */
static void
test_tempo (void)
{
  static const struct {
    double tempo;
    double length;
    double top; /* when the arm is up */
    double stays;
  } cases[] = {
    { 0, 3, 1, 0 },    { 3, 3, 1, 0 },     { 1.5, 1.5, 0.5, 0 }, { 1, 2, 2.0 / 3, 0 },
    { 4.5, 4.5, 1.5, 0 }, { 8.4, 8.4, 1.8, 3 },
  };
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkMovement) movement = uk_movement_new (set, lift, FALSE, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    uk_movement_set_tempo (movement, cases[i].tempo);
    g_assert_cmpfloat_with_epsilon (uk_movement_get_seconds (movement), cases[i].length, 1e-9);
    g_assert_cmpfloat_with_epsilon (get_height (movement, 0), 0, 1e-6);
    g_assert_cmpfloat_with_epsilon (get_height (movement, cases[i].top), 1, 1e-6);
    g_assert_cmpfloat_with_epsilon (get_height (movement, cases[i].top + cases[i].stays), 1, 1e-6);
    g_assert_cmpfloat (get_height (movement, cases[i].top + cases[i].stays + 0.3), <, 0.99);
    g_assert_cmpfloat_with_epsilon (get_height (movement, cases[i].length), 0, 1e-6);
  }
}

/* A position is held at any tempo, and breathes. */
static void
test_held (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkMovement) movement = uk_movement_new (set, held, FALSE, NULL);
  g_autofree UkFigure *figure = g_new (UkFigure, 1);

  uk_movement_set_tempo (movement, 2);
  g_assert_cmpfloat_with_epsilon (uk_movement_get_seconds (movement), UK_BREATH_SECONDS, 1e-9);
  uk_movement_get_at (movement, UK_BREATH_IN_SECONDS, figure);
  g_assert_cmpfloat_with_epsilon (figure->people[0].breath, 1, 1e-9);
}

static void
test_breath (void)
{
  double t;

  for (t = -UK_BREATH_SECONDS; t < 2 * UK_BREATH_SECONDS; t += 0.01) {
    const double change = uk_breath_at (t + 0.01) - uk_breath_at (t);

    g_assert_cmpfloat (fabs (change), <, 0.01);
    if (uk_breath_is_in (t) && uk_breath_is_in (t + 0.01))
      g_assert_cmpfloat (change, >=, 0);
    if (!uk_breath_is_in (t) && !uk_breath_is_in (t + 0.01))
      g_assert_cmpfloat (change, <=, 0);
  }
  g_assert_cmpfloat_with_epsilon (uk_breath_at (0), -1, 1e-9);
  g_assert_cmpfloat_with_epsilon (uk_breath_at (UK_BREATH_IN_SECONDS), 1, 1e-9);
}

/* What is not seen is not far, whatever moves. */
static void
test_distance (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkMovement) movement = uk_movement_new (set, lift, FALSE, NULL);
  g_autofree UkFigure *a = g_new (UkFigure, 1), *b = g_new (UkFigure, 1);

  uk_movement_get_at (movement, 0.5, a);
  uk_movement_get_at (movement, 0.5, b);
  g_assert_cmpfloat (uk_figure_get_distance (a, b), <, 1e-9);
  uk_movement_get_at (movement, 0.51, b);
  g_assert_cmpfloat (uk_figure_get_distance (a, b), >, 0.3);
  g_assert_cmpfloat (uk_figure_get_distance (a, b), <, 3);
  *b = *a;
  b->people[0].fingers[0].curl[2] += 0.5;
  g_assert_cmpfloat (uk_figure_get_distance (a, b), >, 1);
  *b = *a;
  b->people[0].mouth += 0.5;
  g_assert_cmpfloat (uk_figure_get_distance (a, b), >, 1);
  *b = *a;
  b->n_people = 2;
  g_assert_cmpfloat (uk_figure_get_distance (a, b), >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/movement/tempo", test_tempo);
  g_test_add_func ("/movement/held", test_held);
  g_test_add_func ("/movement/breath", test_breath);
  g_test_add_func ("/movement/distance", test_distance);
  return g_test_run ();
}
