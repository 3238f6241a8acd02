/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-fit.h"
#include "support/uk-shipped.h"

/* Steps as "seconds" for a hold, "seconds/repeats" for a movement. */
typedef struct {
  const char *name;
  UkTechnique technique;
  const char *region;
  const char *written;
  guint seconds;
  const char *fitted;
} Case;

static const Case cases[] = {
  { "as written", UK_TECHNIQUE_BALL, "calf", "10 30 25/5", 0, "10 30 25/5" },
  { "exactly", UK_TECHNIQUE_BALL, "calf", "10 30 25/5", 65, "10 30 25/5" },
  { "shorter", UK_TECHNIQUE_BALL, "calf", "10 40 40/8", 60, "10 25 25/5" },
  { "no shorter than a dose", UK_TECHNIQUE_BALL, "calf", "10 30 25/5", 1, "10 15 15/3" },
  { "at least 30 s of work", UK_TECHNIQUE_BALL, "calf", "10 60", 1, "10 30" },
  { "getting ready takes its time", UK_TECHNIQUE_BALL, "calf", "15 40 10 40", 60, "15 17 10 17" },
  { "longer steps first", UK_TECHNIQUE_BALL, "calf", "10 30", 60, "10 50" },
  { "then another round", UK_TECHNIQUE_BALL, "calf", "10 30 10", 120, "10 50 50 10" },
  { "never above three minutes", UK_TECHNIQUE_BALL, "calf", "10 30 30", 600, "10 40 40 40 40" },
  { "what is longer stays", UK_TECHNIQUE_BALL, "calf", "10 90 90", 600, "10 90 90" },
  { "the neck is held for 30 s", UK_TECHNIQUE_BALL, "jaw", "10 20", 60, "10 25 25" },
  { "stretches are held for 30 s", UK_TECHNIQUE_STRETCH, "calf", "20 20", 60, "30 30" },
  { "stretches are done twice", UK_TECHNIQUE_STRETCH, "calf", "30 30", 600, "30 30 30 30" },
  { "half a march is left", UK_TECHNIQUE_AEROBIC, "calf", "120 120 120", 60, "60 60 60" },
  { "a march grows", UK_TECHNIQUE_AEROBIC, "calf", "120 120 120", 600, "200 200 200" },
  { "warmth stays", UK_TECHNIQUE_HEAT, "calf", "600", 60, "600" },
  { "posture stays", UK_TECHNIQUE_POSTURE, "calf", "60", 600, "60" },
};

static guint
read_steps (const char *text, UkStep *steps)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++) {
    char *end;

    steps[i] = (UkStep){ .seconds = (guint)g_ascii_strtoull (words[i], &end, 10),
                         .sides = UK_SIDES_EACH };
    if (*end == '/')
      steps[i].repeats = (guint)g_ascii_strtoull (end + 1, NULL, 10);
  }
  return i;
}

static char *
write_steps (const UkStep *steps, guint n_steps)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < n_steps; i++) {
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", steps[i].seconds);
    if (steps[i].repeats > 0)
      g_string_append_printf (text, "/%u", steps[i].repeats);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_fit (gconstpointer data)
{
  const Case *c = data;
  const char *regions[] = { c->region, NULL };
  UkStep written[8];
  const UkRoutine routine = { .id = "r",
                              .technique = c->technique,
                              .regions = regions,
                              .steps = written,
                              .n_steps = read_steps (c->written, written) };
  guint n_steps;
  g_autofree UkStep *steps = uk_fit_steps (&routine, c->seconds, &n_steps);
  g_autofree char *fitted = write_steps (steps, n_steps);

  g_assert_cmpstr (fitted, ==, c->fitted);
}

static guint
sum (const UkStep *steps, guint n_steps)
{
  guint seconds = 0;
  guint i;

  for (i = 0; i < n_steps; i++)
    seconds += steps[i].seconds;
  return seconds;
}

static gboolean
has_step (const UkRoutine *routine, const UkStep *step)
{
  guint i;

  for (i = 0; i < routine->n_steps; i++) {
    if (routine->steps[i].act == step->act)
      return TRUE;
  }
  return FALSE;
}

/* Whatever is asked for: never below the dose, never above the limit, no step lost, none invented. */
static void
test_shipped (void)
{
  static const guint times[] = { 1, 30, 60, 100, 180, 300, 600, 3600 };
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i, j, k;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    const guint shortest = uk_fit_get_shortest (routine), longest = uk_fit_get_longest (routine);
    const guint whole = uk_routine_get_seconds (routine, FALSE);
    guint before = 0;

    g_assert_cmpuint (shortest, <=, whole);
    g_assert_cmpuint (longest, >=, whole);
    for (j = 0; j < G_N_ELEMENTS (times); j++) {
      guint n_steps;
      g_autofree UkStep *steps = uk_fit_steps (routine, times[j], &n_steps);
      const guint seconds = sum (steps, n_steps);

      g_test_message ("%s %u", routine->id, times[j]);
      g_assert_cmpuint (seconds, >=, shortest);
      g_assert_cmpuint (seconds, <=, MAX (longest, whole));
      g_assert_cmpuint (seconds, >=, before);
      g_assert_cmpuint (n_steps, >=, routine->n_steps);
      if (times[j] >= shortest)
        g_assert_cmpuint (seconds, <=, MAX (times[j], shortest));
      for (k = 0; k < n_steps; k++)
        g_assert_true (has_step (routine, &steps[k]));
      before = seconds;
    }
  }
}

/* Most of what presses or stretches can be had in a minute. */
static void
test_minute (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint n = 0, n_fit = 0, i;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    if (routine->technique > UK_TECHNIQUE_STRETCH)
      continue;
    n++;
    n_fit += uk_fit_get_shortest (routine) <= 60 + UK_FIT_SLACK_SECONDS ? 1 : 0;
  }
  g_test_message ("%u of %u", n_fit, n);
  g_assert_cmpuint (n_fit * 10, >=, n * 7);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/compose/fit/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_fit);
  }
  g_test_add_func ("/compose/fit/shipped", test_shipped);
  g_test_add_func ("/compose/fit/minute", test_minute);
  return g_test_run ();
}
