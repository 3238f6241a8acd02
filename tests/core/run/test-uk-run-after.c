/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-after.h"

#include <string.h>

static const UkStep steps[] = { { .seconds = 10 }, { .seconds = 20 } };
static const UkRoutine ball
    = { .id = "ball", .technique = UK_TECHNIQUE_BALL, .steps = steps, .n_steps = 1 };
static const UkRoutine heat
    = { .id = "heat", .technique = UK_TECHNIQUE_HEAT, .steps = steps, .n_steps = 1 };
static const UkRoutinePart parts[] = { { &ball, 0 }, { &heat, 1 } };
static const UkRoutine both = { .id = "both",
                                .technique = UK_TECHNIQUE_BALL,
                                .steps = steps,
                                .n_steps = 2,
                                .parts = parts,
                                .n_parts = 2 };

typedef struct {
  const UkRoutine *routine;
  int before;
  int after;
  const char *says;
} Case;

static const Case cases[] = {
  { &ball, -1, -1, "as after sport" },
  { &ball, 6, 4, "as after sport" },
  { &ball, 6, 6, "every second day" },
  { &heat, -1, 3, "after two hours" },
  { &ball, 4, 5, "gone by tomorrow morning" },
  { &ball, 4, 6, "gone by tomorrow morning" },
  { &ball, 4, 7, "a sign to stop" },
  { &heat, -1, 10, "after two hours" },
};

static void
test_words (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (UkRun) run = uk_run_new (cases[i].routine, NULL, UK_SIDE_NONE, FALSE);

    g_assert_nonnull (strstr (uk_run_get_after (run, cases[i].before, cases[i].after), cases[i].says));
  }
}

/* Of several routines in a row the last one that was done counts. */
static void
test_parts (void)
{
  g_autoptr (UkRun) run = uk_run_new (&both, NULL, UK_SIDE_NONE, FALSE);

  uk_run_start (run, 0);
  g_assert_nonnull (strstr (uk_run_get_after (run, -1, -1), "sport"));
  uk_run_skip (run, 1000);
  g_assert_nonnull (strstr (uk_run_get_after (run, -1, -1), "two hours"));
}

static void
test_techniques (void)
{
  guint i;

  for (i = 0; i < UK_N_TECHNIQUES; i++)
    g_assert_cmpuint (strlen (uk_technique_get_after ((UkTechnique)i)), >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-after/words", test_words);
  g_test_add_func ("/run-after/parts", test_parts);
  g_test_add_func ("/run-after/techniques", test_techniques);
  return g_test_run ();
}
