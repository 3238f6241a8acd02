/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run.h"

#include <stdlib.h>
#include <string.h>

/* A step without side, two on each side. */
static const UkStep steps[] = {
  { .seconds = 10, .sides = UK_SIDES_NONE },
  { .seconds = 20, .sides = UK_SIDES_EACH },
  { .seconds = 30, .sides = UK_SIDES_EACH },
};

static const UkRoutine routine = { .id = "test", .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

/* What is done, word by word: a number lets seconds pass frame by frame, "sleep" is a computer that
 * slept for a minute, the others are commands; "jump", "add" and "wait-ticks" take a number behind
 * them. */
typedef struct {
  const char *name;
  const char *script;
  const char *state;
  guint leg;
  double left;
  double total_left;
} Case;

/* Right only: 5 + 10, 3 + 20, 3 + 30 seconds. */
static const Case cases[] = {
  { "waits until started", "4", "new", 0, 5, 71 },
  { "gets ready before the first step", "start 2", "ready", 0, 3, 69 },
  { "performs the step after that", "start 5", "step", 0, 10, 66 },
  { "starts at once when asked", "start 1 start", "step", 0, 10, 66 },
  { "gets ready for the next", "start 15", "ready", 1, 3, 56 },
  { "carries on into the step", "start 20.5", "step", 1, 17.5, 50.5 },
  { "finishes after the last", "start 71", "finished", 2, 0, 0 },
  { "stays finished", "start 80 resume back skip start", "finished", 2, 0, 0 },

  { "pauses", "start 7 pause 60", "paused", 0, 8, 64 },
  { "pauses while getting ready", "start 2 pause 60", "paused", 0, 3, 69 },
  { "resumes where it was", "start 7 pause 60 resume 1", "step", 0, 7, 63 },
  { "resumes getting ready", "start 2 pause 60 resume 1", "ready", 0, 2, 68 },
  { "pause twice is pause", "start 7 pause 1 pause", "paused", 0, 8, 64 },
  { "resume without pause does nothing", "start 7 resume", "step", 0, 8, 64 },
  { "start does not leave a pause", "start 7 pause start", "paused", 0, 8, 64 },
  { "start does not restart a step", "start 7 start", "step", 0, 8, 64 },

  { "sleep pauses instead of racing on", "start 7 sleep 20", "paused", 0, 8, 64 },
  { "sleep in a pause changes nothing", "start 7 pause sleep resume 1", "step", 0, 7, 63 },
  { "a command after sleep finds it paused", "start 7 sleep-then-skip", "paused", 1, 3, 56 },

  { "back restarts the step", "start 9 back", "ready", 0, 5, 71 },
  { "back early goes to the one before", "start 20 back", "ready", 0, 5, 71 },
  { "back while getting ready, too", "start 16 back", "ready", 0, 5, 71 },
  { "back late restarts a later step", "start 25 back", "ready", 1, 3, 56 },
  { "back has an end", "start 2 back back", "ready", 0, 5, 71 },
  { "back in a pause stays paused", "start 25 pause back", "paused", 1, 3, 56 },
  { "skip goes on", "start 7 skip", "ready", 1, 3, 56 },
  { "skip while getting ready leaves the step", "start 1 skip", "ready", 1, 3, 56 },
  { "skip of the last finishes", "start 45 skip", "finished", 2, 0, 0 },
  { "skip in a pause stays paused", "start 7 pause skip", "paused", 1, 3, 56 },
  { "jump forward", "start 7 jump 2", "ready", 2, 3, 33 },
  { "jump back", "start 45 jump 0", "ready", 0, 5, 71 },
  { "jump before the start does nothing", "jump 2", "new", 0, 5, 71 },
  { "skip before the start does nothing", "skip back", "new", 0, 5, 71 },

  { "ten more", "start 7 add 10", "step", 0, 18, 74 },
  { "never more than twice", "start 7 add 10 add 10 add 10", "step", 0, 18, 74 },
  { "ten less", "start 19 add -10", "step", 1, 9, 42 },
  { "never below five left", "start 22 add -10 add -10", "step", 1, 5, 38 },
  { "less does not add to what is nearly over", "start 35 add -10", "step", 1, 3, 36 },
  { "more while getting ready", "start 2 add 10", "ready", 0, 3, 79 },
  { "less in a pause", "start 19 pause add -10", "paused", 1, 9, 42 },
  { "more before the start does nothing", "add 10", "new", 0, 5, 71 },

  { "too much halves what is left", "start 7 soften", "step", 0, 4, 60 },
  { "too much counts once", "start 7 soften soften", "step", 0, 4, 60 },
  { "too much while getting ready", "start 2 soften", "ready", 0, 3, 64 },
  { "undo gives it back", "start 7 soften 1 undo", "step", 0, 7, 63 },
  { "undo in the next step does nothing", "start 7 soften 4 undo", "ready", 1, 3, 56 },
  { "undo never passes twice the time", "start 7 soften add 10 add 10 undo", "step", 0, 18, 74 },
  { "undo without too much does nothing", "start 7 undo", "step", 0, 8, 64 },

  { "gentler from the start", "gentle start", "ready", 0, 5, 52 },
  { "gentler in a step", "gentle start 5", "step", 0, 7, 47 },
  { "gentler in the last step", "gentle start 32", "step", 2, 20, 20 },
  { "gentle is soft enough", "gentle start 5 soften", "step", 0, 7, 47 },
  { "back to the usual step", "gentle start 5 undo", "step", 0, 10, 50 },

  { "end", "start 7 end", "ended-early", 0, 0, 0 },
  { "end in a pause", "start 7 pause end", "ended-early", 0, 0, 0 },
  { "end before the start", "end", "ended-early", 0, 0, 0 },
  { "nothing after the end", "start 7 end resume start skip jump 1 add 10 soften 5", "ended-early",
    0, 0, 0 },
};

static void
let_pass (UkRun *run, double seconds, gint64 *now)
{
  const gint64 frame = 16667;
  gint64 rest = (gint64)(seconds * G_USEC_PER_SEC);

  while (rest > 0) {
    *now += MIN (rest, frame);
    rest -= frame;
    uk_run_advance (run, *now);
  }
}

static void
do_word (UkRun *run, const char *word, int number, gint64 *now)
{
  static const struct {
    const char *word;
    void (*command) (UkRun *run, gint64 now);
  } commands[] = {
    { "start", uk_run_start }, { "pause", uk_run_pause }, { "resume", uk_run_resume },
    { "back", uk_run_back },   { "skip", uk_run_skip },   { "end", uk_run_end },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (word, commands[i].word)) {
      commands[i].command (run, *now);
      return;
    }
  }
  if (g_str_equal (word, "jump"))
    uk_run_jump (run, (guint)number, *now);
  else if (g_str_equal (word, "add"))
    uk_run_add_seconds (run, number, *now);
  else if (g_str_equal (word, "soften"))
    uk_run_soften (run, *now);
  else if (g_str_equal (word, "gentle"))
    uk_run_soften_all (run);
  else if (g_str_equal (word, "undo"))
    uk_run_undo_soften (run, *now);
  else if (g_str_equal (word, "sleep"))
    uk_run_advance (run, *now += 60 * G_USEC_PER_SEC);
  else if (g_str_equal (word, "sleep-then-skip"))
    uk_run_skip (run, *now += 60 * G_USEC_PER_SEC);
  else
    let_pass (run, g_ascii_strtod (word, NULL), now);
}

static void
play (UkRun *run, const char *script, gint64 *now)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++) {
    const gboolean takes_number = g_str_equal (words[i], "jump") || g_str_equal (words[i], "add");
    const char *word = words[i];

    do_word (run, word, takes_number ? atoi (words[++i]) : 0, now);
  }
}

static const char *
get_state_nick (UkRun *run)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (UK_TYPE_RUN_STATE);

  return g_enum_get_value (states, (int)uk_run_get_state (run))->value_nick;
}

static void
test_script (gconstpointer data)
{
  const Case *c = data;
  UkRun *run = uk_run_new (&routine, "upper-trapezius", UK_SIDE_RIGHT, FALSE);
  gint64 now = 1000;

  play (run, c->script, &now);
  g_assert_cmpstr (get_state_nick (run), ==, c->state);
  g_assert_cmpuint (uk_run_get_leg_index (run), ==, c->leg);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (run), c->left, 1e-3);
  g_assert_cmpfloat_with_epsilon (uk_run_get_total_left (run), c->total_left, 1e-3);
  g_assert_finalize_object (run);
}

static void
test_other_side (void)
{
  UkRun *run = uk_run_new (&routine, NULL, UK_SIDE_LEFT, TRUE);
  gint64 now = 0;

  g_assert_cmpuint (uk_run_get_n_legs (run), ==, 5);
  play (run, "start 5 skip skip skip", &now);
  g_assert_cmpstr (get_state_nick (run), ==, "side-change");
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (run), 6, 1e-6);
  g_assert_cmpint (uk_run_get_current_leg (run)->side, ==, UK_SIDE_RIGHT);
  g_assert_false (uk_run_get_current_leg (run)->mirrored);
  g_assert_cmpuint (uk_run_get_next_leg (run)->step_index, ==, 2);

  play (run, "2 pause", &now);
  g_assert_cmpint (uk_run_get_phase (run), ==, UK_RUN_SIDE_CHANGE);
  play (run, "resume", &now);
  g_assert_cmpstr (get_state_nick (run), ==, "side-change");
  play (run, "4 start 20 skip", &now);
  g_assert_cmpstr (get_state_nick (run), ==, "finished");
  g_assert_null (uk_run_get_next_leg (run));
  g_assert_finalize_object (run);
}

static void
count_cb (UkRun *run, guint second, gpointer data)
{
  g_string_append_printf (data, "%u ", second);
}

static void
leg_cb (UkRun *run, guint leg, gpointer data)
{
  g_string_append_printf (data, "[%u] ", leg);
}

static void
finished_cb (UkRun *run, gpointer data)
{
  g_string_append (data, "done");
}

/* Sounds and speech hang on these: each second once, each leg once, the end once. */
static void
test_signals (void)
{
  static const UkStep two[]
      = { { .seconds = 4, .sides = UK_SIDES_NONE }, { .seconds = 2, .sides = UK_SIDES_NONE } };
  static const UkRoutine short_routine = { .id = "short", .steps = two, .n_steps = 2 };
  UkRun *run = uk_run_new (&short_routine, NULL, UK_SIDE_NONE, FALSE);
  g_autoptr (GString) told = g_string_new (NULL);
  gint64 now = 0;

  g_signal_connect (run, "tick-second", G_CALLBACK (count_cb), told);
  g_signal_connect (run, "leg-changed", G_CALLBACK (leg_cb), told);
  g_signal_connect (run, "finished", G_CALLBACK (finished_cb), told);
  play (run, "start 6.5 pause 2 resume 20", &now);
  g_assert_cmpstr (told->str, ==, "[0] 5 4 3 2 1 4 3 2 1 [1] 3 2 1 2 1 done");
  g_assert_finalize_object (run);
}

static void
notify_cb (GObject *run, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  UkRun *run = uk_run_new (&routine, "upper-trapezius", UK_SIDE_RIGHT, FALSE);
  g_autofree char *region = NULL;
  gint64 now = 0;
  guint count = 0;
  guint leg;
  guint n_legs;
  int side;
  int state;
  gboolean both_sides;
  double left;
  double fraction;
  double total;

  g_signal_connect (run, "notify::seconds-left", G_CALLBACK (notify_cb), &count);
  play (run, "start 7.5", &now);
  g_object_get (run, "region", &region, "side", &side, "both-sides", &both_sides, "state", &state,
                "leg", &leg, "n-legs", &n_legs, "seconds-left", &left, "fraction", &fraction,
                "total-left", &total, NULL);
  g_assert_cmpstr (region, ==, "upper-trapezius");
  g_assert_cmpint (side, ==, UK_SIDE_RIGHT);
  g_assert_false (both_sides);
  g_assert_cmpint (state, ==, UK_RUN_STEP);
  g_assert_cmpuint (leg, ==, 0);
  g_assert_cmpuint (n_legs, ==, 3);
  g_assert_cmpfloat_with_epsilon (left, 7.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (fraction, 0.25, 1e-3);
  g_assert_cmpfloat_with_epsilon (total, 63.5, 1e-3);
  g_assert_cmpuint (count, >, 400);

  play (run, "pause", &now);
  count = 0;
  play (run, "10", &now);
  g_assert_cmpuint (count, ==, 0);
  g_assert_finalize_object (run);
}

/* The log tells what was really done: waiting and skipped time do not count, repeated time does. */
static void
test_done (void)
{
  UkRun *run = uk_run_new (&routine, NULL, UK_SIDE_RIGHT, FALSE);
  gint64 now = 0;

  play (run, "start 15", &now);
  g_assert_cmpuint (uk_run_get_legs_done (run), ==, 1);
  play (run, "3 8 skip", &now);
  g_assert_cmpuint (uk_run_get_legs_done (run), ==, 1);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_done (run), 18, 1e-3);
  play (run, "3 5 back 3 30", &now);
  g_assert_true (uk_run_is_over (run));
  g_assert_cmpuint (uk_run_get_legs_done (run), ==, 2);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_done (run), 53, 1e-3);
  g_assert_finalize_object (run);
}

/* A clock that stands still or runs backwards must not move anything. */
static void
test_odd_clock (void)
{
  UkRun *run = uk_run_new (&routine, NULL, UK_SIDE_RIGHT, FALSE);

  uk_run_start (run, 10 * G_USEC_PER_SEC);
  uk_run_advance (run, 10 * G_USEC_PER_SEC);
  uk_run_advance (run, 5 * G_USEC_PER_SEC);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (run), 5, 1e-6);
  uk_run_advance (run, 6 * G_USEC_PER_SEC);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (run), 4, 1e-6);
  g_assert_finalize_object (run);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/run/script/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_script);
  }
  g_test_add_func ("/run/other-side", test_other_side);
  g_test_add_func ("/run/signals", test_signals);
  g_test_add_func ("/run/properties", test_properties);
  g_test_add_func ("/run/done", test_done);
  g_test_add_func ("/run/odd-clock", test_odd_clock);
  return g_test_run ();
}
