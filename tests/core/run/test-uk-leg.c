/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-leg.h"

/* One letter per step: e each, o one, b both at once, n none.  Expected: per leg the step's number
 * and L, R or - for the side; a "*" before it where the person changes sides, a "m" behind it where
 * the drawing is mirrored. */
typedef struct {
  const char *name;
  const char *steps;
  UkSide first;
  gboolean both_sides;
  const char *legs;
} Case;

static const Case cases[] = {
  { "right only", "nee", UK_SIDE_RIGHT, FALSE, "0- 1R 2R" },
  { "left only is mirrored from the start", "nee", UK_SIDE_LEFT, FALSE, "0-m 1Lm 2Lm" },
  { "a block is done on one side, then on the other", "ee", UK_SIDE_LEFT, TRUE, "0Lm 1Lm *0R 1R" },
  { "the chosen side comes first", "ee", UK_SIDE_RIGHT, TRUE, "0R 1R *0Lm 1Lm" },
  { "a step between two blocks ends the first", "ene", UK_SIDE_RIGHT, TRUE,
    "0R *0Lm 1-m *2R *2Lm" },
  { "one is done on the sore side alone", "eo", UK_SIDE_LEFT, TRUE, "0Lm *0R *1Lm" },
  { "both at once has no side", "be", UK_SIDE_LEFT, FALSE, "0-m 1Lm" },
  { "what follows keeps the way it was drawn", "en", UK_SIDE_RIGHT, TRUE, "0R *0Lm 1-m" },
  { "no side chosen means both", "e", UK_SIDE_NONE, FALSE, "0R *0Lm" },
  { "no sides at all", "nbn", UK_SIDE_NONE, FALSE, "0- 1- 2-" },
};

static UkSides
letter_to_sides (char letter)
{
  switch (letter) {
  case 'e':
    return UK_SIDES_EACH;
  case 'o':
    return UK_SIDES_ONE;
  case 'b':
    return UK_SIDES_BOTH;
  default:
    return UK_SIDES_NONE;
  }
}

static char *
describe (GArray *legs)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < legs->len; i++) {
    const UkLeg *leg = &g_array_index (legs, UkLeg, i);

    g_string_append_printf (text, "%s%s%u%c%s", i > 0 ? " " : "", leg->other_side ? "*" : "",
                            leg->step_index, "-LR"[leg->side], leg -> mirrored ? "m" : "");
  }
  return g_string_free (text, FALSE);
}

static void
test_order (gconstpointer data)
{
  const Case *c = data;
  UkStep steps[8] = { 0 };
  UkRoutine routine = { .id = "test", .steps = steps, .n_steps = (guint)strlen (c->steps) };
  g_autoptr (GArray) legs = NULL;
  g_autofree char *text = NULL;
  guint i;

  for (i = 0; i < routine.n_steps; i++) {
    steps[i].seconds = 10;
    steps[i].sides = letter_to_sides (c->steps[i]);
  }
  legs = uk_leg_list_new (&routine, c->first, c->both_sides);
  text = describe (legs);
  g_assert_cmpstr (text, ==, c->legs);
  for (i = 0; i < legs->len; i++) {
    const UkLeg *leg = &g_array_index (legs, UkLeg, i);

    g_assert_true (leg->step == &steps[leg->step_index]);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/run/leg/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_order);
  }
  return g_test_run ();
}
