/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run.h"

#define SECOND G_TIME_SPAN_SECOND

/* Counted, held with words on the breath, held without, too short for a breath. */
static const UkStep steps[] = {
  { .seconds = 30, .repeats = 5 },
  { .seconds = 30, .breathe = "Slowly." },
  { .seconds = 30 },
  { .seconds = 5, .breathe = "Slowly." },
};
static const UkRoutine routine
    = { .id = "test", .technique = UK_TECHNIQUE_STRETCH, .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

typedef struct {
  UkRun *run;
  gint64 now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->run = uk_run_new (&routine, NULL, UK_SIDE_RIGHT, FALSE);
  fixture->now = SECOND;
  uk_run_start (fixture->run, fixture->now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->run);
}

static void
pass (Fixture *fixture, double seconds)
{
  const gint64 until = fixture->now + (gint64)(seconds * SECOND);

  while (fixture->now < until) {
    fixture->now = MIN (until, fixture->now + SECOND);
    uk_run_advance (fixture->run, fixture->now);
  }
}

static void
assert_repeat (Fixture *fixture, guint expected, guint n_expected)
{
  guint n_repeats;

  g_assert_cmpuint (uk_run_get_repeat (fixture->run, &n_repeats), ==, expected);
  g_assert_cmpuint (n_repeats, ==, n_expected);
}

/* Six seconds each, also when there is more time. */
static void
test_repeats (Fixture *fixture, gconstpointer data)
{
  assert_repeat (fixture, 0, 0);
  pass (fixture, 5);
  g_assert_cmpfloat (uk_run_get_tempo (fixture->run), ==, 6);
  assert_repeat (fixture, 1, 5);
  pass (fixture, 5.9);
  assert_repeat (fixture, 1, 5);
  pass (fixture, 0.2);
  assert_repeat (fixture, 2, 5);
  uk_run_add_seconds (fixture->run, 10, fixture->now);
  assert_repeat (fixture, 2, 7);
  uk_run_pause (fixture->run, fixture->now);
  assert_repeat (fixture, 2, 7);
  uk_run_resume (fixture->run, fixture->now);
  pass (fixture, 33.8);
  assert_repeat (fixture, 7, 7);
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  uk_run_jump (fixture->run, 1, fixture->now);
  g_assert_false (uk_run_is_breathed (fixture->run));
  g_assert_cmpfloat (uk_run_get_step_seconds (fixture->run), ==, 0);
  pass (fixture, 7);
  assert_repeat (fixture, 0, 0);
  g_assert_cmpfloat (uk_run_get_tempo (fixture->run), ==, 0);
  g_assert_true (uk_run_is_breathed (fixture->run));
  g_assert_cmpfloat_with_epsilon (uk_run_get_step_seconds (fixture->run), 4, 1e-9);
}

static void
test_not_breathed (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++) {
    uk_run_jump (fixture->run, i, fixture->now);
    pass (fixture, 6);
    g_assert_cmpint (uk_run_is_breathed (fixture->run), ==, i == 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/run/pace/repeats", Fixture, NULL, set_up, test_repeats, tear_down);
  g_test_add ("/run/pace/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/run/pace/not-breathed", Fixture, NULL, set_up, test_not_breathed, tear_down);
  return g_test_run ();
}
