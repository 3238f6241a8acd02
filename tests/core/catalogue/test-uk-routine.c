/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-routine.h"

static const char *const poses[] = { "p", NULL };

static const UkStep steps[] = {
  { .seconds = 10, .sides = UK_SIDES_NONE, .poses = poses, .act = "Sit." },
  { .seconds = 30, .sides = UK_SIDES_EACH, .poses = poses, .act = "Press." },
  { .seconds = 20, .sides = UK_SIDES_ONE, .poses = poses, .act = "Rest." },
  { .seconds = 15, .sides = UK_SIDES_BOTH, .poses = poses, .act = "Shake." },
};

static UkRoutine
make_routine (UkTechnique technique, const char *const *equipment, const char *place, guint n_steps)
{
  return (UkRoutine){ .id = "r",
                      .technique = technique,
                      .equipment = equipment,
                      .place = place,
                      .steps = steps,
                      .n_steps = n_steps };
}

static void
test_length (void)
{
  static const char *const nothing[] = { NULL };
  UkRoutine routine = make_routine (UK_TECHNIQUE_MASSAGE, nothing, NULL, 4);

  g_assert_cmpuint (uk_routine_get_seconds (&routine, FALSE), ==, 75);
  g_assert_cmpuint (uk_routine_get_seconds (&routine, TRUE), ==, 105);
}

static void
test_sided (void)
{
  static const char *const nothing[] = { NULL };
  UkRoutine whole = make_routine (UK_TECHNIQUE_MASSAGE, nothing, NULL, 1);
  UkRoutine sided = make_routine (UK_TECHNIQUE_MASSAGE, nothing, NULL, 2);

  g_assert_false (uk_routine_is_sided (&whole));
  g_assert_true (uk_routine_is_sided (&sided));
}

typedef struct {
  const char *name;
  UkTechnique technique;
  const char *equipment[4];
  const char *place;
  const char *surface;
  gboolean tool;
} Case;

static const Case cases[] = {
  { "hands", UK_TECHNIQUE_MASSAGE, { NULL }, "chair", NULL, FALSE },
  { "hands on a chair", UK_TECHNIQUE_MASSAGE, { "chair", NULL }, "chair", NULL, FALSE },
  { "helper", UK_TECHNIQUE_MASSAGE, { "helper", "table", NULL }, "chair", NULL, TRUE },
  { "massager", UK_TECHNIQUE_MASSAGE, { "massager", NULL }, "chair", "massager", TRUE },
  { "ball at the wall", UK_TECHNIQUE_BALL, { "ball", "wall", NULL }, "wall", "wall", TRUE },
  { "ball on the table",
    UK_TECHNIQUE_BALL,
    { "ball", "chair", "table", NULL },
    "desk",
    "wall",
    TRUE },
  { "ball on the floor", UK_TECHNIQUE_BALL, { "ball", "floor", NULL }, "floor", "floor", TRUE },
  { "ball on the chair", UK_TECHNIQUE_BALL, { "ball", "chair", NULL }, "chair", "floor", TRUE },
  { "ball in the hand", UK_TECHNIQUE_BALL, { "ball", NULL }, "anywhere", "wall", TRUE },
  { "ball in bed", UK_TECHNIQUE_BALL, { "ball", NULL }, "bed", "floor", TRUE },
  { "roller", UK_TECHNIQUE_ROLLER, { "roller", "floor", NULL }, "floor", "floor", TRUE },
  { "stretch on the floor", UK_TECHNIQUE_STRETCH, { "floor", NULL }, "floor", NULL, FALSE },
  { "stretch with a band", UK_TECHNIQUE_STRETCH, { "band", NULL }, "floor", NULL, TRUE },
};

static void
test_surface (gconstpointer data)
{
  const Case *c = data;
  UkRoutine routine = make_routine (c->technique, c->equipment, c->place, 1);

  g_assert_cmpstr (uk_routine_get_surface (&routine), ==, c->surface);
  g_assert_cmpint (uk_routine_needs_tool (&routine), ==, c->tool);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routine/length", test_length);
  g_test_add_func ("/routine/sided", test_sided);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/routine/surface/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_surface);
  }
  return g_test_run ();
}
