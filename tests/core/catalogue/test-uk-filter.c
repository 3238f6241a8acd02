/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-equipment.h"
#include "core/catalogue/uk-filter.h"

typedef struct {
  const char *name;
  UkFilter filter;
  guint seconds;
  gboolean quiet;
  const char *equipment[4];
  gboolean accepted;
} Case;

static const char *const nothing[] = { NULL };
static const char *const no_ball[] = { "ball", NULL };
static const char *const no_bath_no_floor[] = { "bath", "floor", NULL };

static const Case cases[] = {
  { "anything", { 0, nothing, FALSE }, 900, FALSE, { "ball", "wall", NULL }, TRUE },
  { "no list", { 0, NULL, FALSE }, 900, FALSE, { "ball", NULL }, TRUE },
  { "short enough", { 3, nothing, FALSE }, 180, TRUE, { NULL }, TRUE },
  { "slightly longer", { 3, nothing, FALSE }, 200, TRUE, { NULL }, TRUE },
  { "too long", { 3, nothing, FALSE }, 201, TRUE, { NULL }, FALSE },
  { "without a ball", { 0, no_ball, FALSE }, 60, TRUE, { "wall", "ball", NULL }, FALSE },
  { "two balls count as ball", { 0, no_ball, FALSE }, 60, TRUE, { "twin-ball", NULL }, FALSE },
  { "other tools stay", { 0, no_ball, FALSE }, 60, TRUE, { "roller", NULL }, TRUE },
  { "shower counts as bath", { 0, no_bath_no_floor, FALSE }, 60, TRUE, { "shower", NULL }, FALSE },
  { "no room on the floor", { 0, no_bath_no_floor, FALSE }, 60, TRUE, { "floor", NULL }, FALSE },
  { "a towel is never lacking", { 0, no_bath_no_floor, FALSE }, 60, TRUE, { "towel", NULL }, TRUE },
  { "quiet", { 0, nothing, TRUE }, 60, TRUE, { NULL }, TRUE },
  { "not quiet", { 0, nothing, TRUE }, 60, FALSE, { NULL }, FALSE },
};

static void
test_accepts (gconstpointer data)
{
  const Case *c = data;
  const char *regions[] = { NULL };
  const char *poses[] = { "stand", NULL };
  UkStep step = { .seconds = c->seconds, .sides = UK_SIDES_EACH, .poses = poses, .act = "Stand." };
  UkRoutine routine = {
    .id = "r", .regions = regions, .equipment = c->equipment, .quiet = c->quiet, .steps = &step, .n_steps = 1,
  };

  g_assert_cmpint (uk_filter_accepts (&c->filter, &routine), ==, c->accepted);
}

static void
test_describe (void)
{
  const char *const several[] = { "ball", "wall", NULL };
  const char *const none[] = { NULL };
  g_autofree char *text = uk_equipment_describe (several);

  g_assert_cmpstr (text, ==, "ball, wall");
  g_assert_null (uk_equipment_describe (none));
}

static void
test_groups (void)
{
  guint i, j;

  for (i = 0; i < uk_equipment_get_n_groups (); i++) {
    const UkEquipmentGroup *group = uk_equipment_get_group (i);

    for (j = 0; group->members[j] != NULL; j++) {
      g_assert_nonnull (uk_equipment_get_name (group->members[j]));
      g_assert_true (uk_equipment_find_group (group->members[j]) == group);
    }
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/catalogue/filter/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_accepts);
  }
  g_test_add_func ("/catalogue/equipment/describe", test_describe);
  g_test_add_func ("/catalogue/equipment/groups", test_groups);
  return g_test_run ();
}
