/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-cue.h"
#include "core/run/uk-run-media.h"

#define SECOND G_TIME_SPAN_SECOND

static const UkStep steps[] = {
  { .seconds = 10, .sides = UK_SIDES_EACH },
  { .seconds = 30, .sides = UK_SIDES_EACH },
};
static const UkRoutine routine
    = { .id = "test", .title = "A test", .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

typedef struct {
  UkRun *run;
  gint64 now;
  GString *heard; /* ids of cues */
} Fixture;

static void
hear (Fixture *fixture, UkCue cue)
{
  if (cue != UK_CUE_NONE)
    g_string_append_printf (fixture->heard, "%s ", uk_cue_to_id (cue));
}

static void
state_cb (Fixture *fixture, UkRunState state)
{
  hear (fixture, uk_run_get_state_cue (fixture->run, state));
}

static void
second_cb (Fixture *fixture, guint left)
{
  hear (fixture, uk_run_get_second_cue (fixture->run, left));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->run = uk_run_new (&routine, NULL, UK_SIDE_RIGHT, TRUE);
  fixture->now = SECOND;
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->run, "state-changed", G_CALLBACK (state_cb), fixture);
  g_signal_connect_swapped (fixture->run, "tick-second", G_CALLBACK (second_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->run);
  g_string_free (fixture->heard, TRUE);
}

static void
pass (Fixture *fixture, guint seconds)
{
  while (seconds-- > 0) {
    fixture->now += SECOND;
    uk_run_advance (fixture->run, fixture->now);
  }
}

/* One row per command: given @after seconds, in the second step of 30 seconds if that is 26. */
static const struct {
  guint after;
  UkMediaCommand command;
  gint64 offset;
  UkRunState state;
  guint leg;
  double left;
} cases[] = {
  { 26, UK_MEDIA_PAUSE, 0, UK_RUN_PAUSED, 1, 22 },
  { 26, UK_MEDIA_TOGGLE, 0, UK_RUN_PAUSED, 1, 22 },
  { 26, UK_MEDIA_PLAY, 0, UK_RUN_STEP, 1, 22 },
  { 26, UK_MEDIA_NEXT, 0, UK_RUN_SIDE_CHANGE, 2, 6 },
  { 26, UK_MEDIA_PREVIOUS, 0, UK_RUN_READY, 1, 3 },
  { 26, UK_MEDIA_STOP, 0, UK_RUN_ENDED_EARLY, 1, 0 },
  { 26, UK_MEDIA_SEEK, 10 * SECOND, UK_RUN_STEP, 1, 12 },
  { 26, UK_MEDIA_SEEK, -10 * SECOND, UK_RUN_STEP, 1, 32 },
  { 26, UK_MEDIA_SEEK, 22 * SECOND, UK_RUN_SIDE_CHANGE, 2, 6 },
  { 26, UK_MEDIA_SEEK, G_MAXINT64, UK_RUN_SIDE_CHANGE, 2, 6 },
  { 26, UK_MEDIA_SEEK, G_MININT64, UK_RUN_STEP, 1, 52 },
  { 2, UK_MEDIA_TOGGLE, 0, UK_RUN_STEP, 0, 10 },
  { 2, UK_MEDIA_PLAY, 0, UK_RUN_READY, 0, 3 },
};

static void
test_commands (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    tear_down (fixture, NULL);
    set_up (fixture, NULL);
    uk_run_start (fixture->run, fixture->now);
    pass (fixture, cases[i].after);
    g_assert_true (
        uk_run_obey (fixture->run, cases[i].command, cases[i].offset, fixture->now));
    g_assert_cmpint (uk_run_get_state (fixture->run), ==, cases[i].state);
    g_assert_cmpuint (uk_run_get_leg_index (fixture->run), ==, cases[i].leg);
    g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (fixture->run), cases[i].left, 1e-6);
  }
}

static void
test_not_running (Fixture *fixture, gconstpointer data)
{
  g_assert_false (uk_run_obey (fixture->run, UK_MEDIA_NEXT, 0, fixture->now));
  uk_run_start (fixture->run, fixture->now);
  uk_run_end (fixture->run, fixture->now);
  g_assert_false (uk_run_obey (fixture->run, UK_MEDIA_PLAY, 0, fixture->now));
}

/* Others learn what is done only if they may. */
static void
test_description (Fixture *fixture, gconstpointer data)
{
  g_auto (UkRunMedia) open = { 0 };
  g_auto (UkRunMedia) discreet = { 0 };

  uk_run_start (fixture->run, fixture->now);
  pass (fixture, 26);
  uk_run_media_init (&open, fixture->run, TRUE);
  g_assert_cmpstr (open.title, ==, "A test");
  g_assert_cmpstr (open.status, ==, "Playing");
  g_assert_cmpuint (open.track, ==, 2);
  g_assert_cmpint (open.length, ==, 30 * SECOND);
  g_assert_cmpint (open.position, ==, 8 * SECOND);
  g_assert_true (open.can_go_previous);
  uk_run_pause (fixture->run, fixture->now);
  uk_run_media_init (&discreet, fixture->run, FALSE);
  g_assert_cmpstr (discreet.title, ==, "A routine");
  g_assert_cmpstr (discreet.status, ==, "Paused");
}

static void
test_cues (Fixture *fixture, gconstpointer data)
{
  uk_run_start (fixture->run, fixture->now);
  pass (fixture, 8);
  uk_run_pause (fixture->run, fixture->now);
  uk_run_resume (fixture->run, fixture->now);
  pass (fixture, 100);
  g_assert_cmpstr (fixture->heard->str, ==,
                   "ready go ready go halfway switch go ready go halfway done ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/run/media/commands", Fixture, NULL, set_up, test_commands, tear_down);
  g_test_add ("/run/media/not-running", Fixture, NULL, set_up, test_not_running, tear_down);
  g_test_add ("/run/media/description", Fixture, NULL, set_up, test_description, tear_down);
  g_test_add ("/run/media/cues", Fixture, NULL, set_up, test_cues, tear_down);
  return g_test_run ();
}
