/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-equipment.h"
#include "core/catalogue/uk-filter.h"

typedef struct {
  const char *name;
  UkFilter filter;
  guint seconds;
  gboolean quiet;
  const char *equipment[4];
  const char *place;
  const char *posture;
  UkLevel level;
  UkCriteria against;
} Case;

static const char *const no_ball[] = { "ball", NULL };
static const char *const no_bath_no_floor[] = { "bath", "floor", NULL };

static const Case cases[] = {
  { "anything", .seconds = 900, .equipment = { "ball", "wall" } },
  { "short enough", { .minutes = 3 }, 180, TRUE },
  { "slightly longer", { .minutes = 3 }, 200, TRUE },
  { "too long", { .minutes = 3 }, 201, TRUE, .against = UK_CRITERION_TIME },
  { "without a ball", { .lacking = no_ball }, 60, .equipment = { "wall", "ball" },
    .against = UK_CRITERION_EQUIPMENT },
  { "two balls count as ball", { .lacking = no_ball }, 60, .equipment = { "twin-ball" },
    .against = UK_CRITERION_EQUIPMENT },
  { "other tools stay", { .lacking = no_ball }, 60, .equipment = { "roller" } },
  { "shower counts as bath", { .lacking = no_bath_no_floor }, 60, .equipment = { "shower" },
    .against = UK_CRITERION_EQUIPMENT },
  { "no room on the floor", { .lacking = no_bath_no_floor }, 60, .equipment = { "floor" },
    .against = UK_CRITERION_EQUIPMENT },
  { "a towel is never lacking", { .lacking = no_bath_no_floor }, 60, .equipment = { "towel" } },
  { "quiet", { .quiet = TRUE }, 60, TRUE },
  { "not quiet", { .quiet = TRUE }, 60, .against = UK_CRITERION_QUIET },
  { "desk sitting", { .situation = UK_SITUATION_DESK }, 60, .equipment = { "chair" },
    .place = "chair", .posture = "sitting" },
  { "desk on the floor", { .situation = UK_SITUATION_DESK }, 60, .equipment = { "floor" },
    .place = "floor", .posture = "sitting", .against = UK_CRITERION_PLACE },
  { "desk lying", { .situation = UK_SITUATION_DESK }, 60, .posture = "lying",
    .against = UK_CRITERION_PLACE },
  { "desk in the bath", { .situation = UK_SITUATION_DESK }, 60, .equipment = { "bath" },
    .against = UK_CRITERION_PLACE },
  { "home on the floor", { .situation = UK_SITUATION_HOME }, 60, .place = "floor", .posture = "lying" },
  { "home is no pool", { .situation = UK_SITUATION_HOME }, 60, .place = "pool",
    .against = UK_CRITERION_PLACE },
  { "lying", { .situation = UK_SITUATION_LYING }, 60, .place = "bed", .posture = "lying" },
  { "sitting is not lying", { .situation = UK_SITUATION_LYING }, 60, .posture = "sitting",
    .against = UK_CRITERION_PLACE },
  { "perhaps not lying", { .situation = UK_SITUATION_LYING }, 60, .against = UK_CRITERION_PLACE },
  { "standing", { .situation = UK_SITUATION_STANDING }, 60, .place = "wall", .posture = "standing" },
  { "walking", { .situation = UK_SITUATION_STANDING }, 60, .place = "outdoors", .posture = "moving" },
  { "standing by a chair", { .situation = UK_SITUATION_STANDING }, 60, .equipment = { "chair" },
    .posture = "standing", .against = UK_CRITERION_PLACE },
  { "a ball in the pocket", { .situation = UK_SITUATION_ON_THE_GO }, 60, .equipment = { "ball", "wall" },
    .place = "wall", .posture = "standing" },
  { "no roller in the pocket", { .situation = UK_SITUATION_ON_THE_GO }, 60,
    .equipment = { "roller", "wall" }, .against = UK_CRITERION_PLACE },
  { "gentle", { .effort = UK_EFFORT_GENTLE }, 60, .level = UK_LEVEL_GENTLE },
  { "usual is not gentle", { .effort = UK_EFFORT_GENTLE }, 60, .level = UK_LEVEL_USUAL,
    .against = UK_CRITERION_EFFORT },
  { "usual", { .effort = UK_EFFORT_USUAL }, 60, .level = UK_LEVEL_USUAL },
  { "strong", { .effort = UK_EFFORT_USUAL }, 60, .level = UK_LEVEL_STRONG,
    .against = UK_CRITERION_EFFORT },
  { "everything",
    { 1, no_ball, TRUE, UK_SITUATION_LYING, UK_EFFORT_GENTLE },
    900,
    .equipment = { "ball" },
    .posture = "sitting",
    .level = UK_LEVEL_STRONG,
    .against = UK_ALL_CRITERIA },
};

static const char *const no_regions[] = { NULL };
static const char *const poses[] = { "stand", NULL };

/* Warmth lasts as long as it says, so that the time is just what is written here. */
static UkRoutine
make_routine (const Case *c, UkStep *step)
{
  *step = (UkStep){ .seconds = c->seconds, .sides = UK_SIDES_EACH, .poses = poses, .act = "Stand." };
  return (UkRoutine){ .id = c->name,
                      .technique = UK_TECHNIQUE_HEAT,
                      .regions = no_regions,
                      .equipment = c->equipment,
                      .place = c->place,
                      .posture = c->posture,
                      .level = c->level,
                      .quiet = c->quiet,
                      .steps = step,
                      .n_steps = 1 };
}

static void
test_check (gconstpointer data)
{
  const Case *c = data;
  UkStep step;
  const UkRoutine routine = make_routine (c, &step);

  g_assert_cmphex (uk_filter_check (&c->filter, &routine), ==, c->against);
  g_assert_cmpint (uk_filter_accepts (&c->filter, &routine), ==, c->against == UK_CRITERION_NONE);
}

/* What is dropped does not speak against anything any more. */
static void
test_drop (gconstpointer data)
{
  const Case *c = data;
  UkStep step;
  const UkRoutine routine = make_routine (c, &step);
  guint criteria;

  for (criteria = 0; criteria <= UK_ALL_CRITERIA; criteria++) {
    UkFilter filter = c->filter;

    uk_filter_drop (&filter, criteria);
    g_assert_cmphex (uk_filter_check (&filter, &routine), ==, c->against & ~criteria);
  }
}

static const Case long_case = { "long", .seconds = 600, .quiet = TRUE };
static const Case long_too = { "long too", .seconds = 900, .quiet = TRUE };
static const Case loud_case = { "loud", .seconds = 30 };
static const Case loud_long = { "loud and long", .seconds = 600 };
static const Case short_case = { "short", .seconds = 60, .quiet = TRUE };

static const struct {
  const char *name;
  UkFilter filter;
  const Case *there[4];
  UkCriteria blockers;
} blocked[] = {
  { "nothing there", { .minutes = 1 }, { NULL }, UK_CRITERION_NONE },
  { "one fits", { .minutes = 1 }, { &long_case, &short_case }, UK_CRITERION_NONE },
  { "time", { .minutes = 1 }, { &long_case }, UK_CRITERION_TIME },
  { "most", { 1, NULL, TRUE }, { &loud_case, &long_case, &long_too }, UK_CRITERION_TIME },
  { "fewest", { 1, NULL, TRUE }, { &loud_long, &loud_long, &loud_case }, UK_CRITERION_QUIET },
  { "two", { 1, NULL, TRUE }, { &loud_long }, UK_CRITERION_TIME | UK_CRITERION_QUIET },
};

static void
test_blockers (void)
{
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (blocked); i++) {
    g_autoptr (GPtrArray) routines = g_ptr_array_new ();
    UkRoutine made[4];
    UkStep steps[4];

    for (j = 0; j < 4 && blocked[i].there[j] != NULL; j++) {
      made[j] = make_routine (blocked[i].there[j], &steps[j]);
      g_ptr_array_add (routines, &made[j]);
    }
    g_test_message ("%s", blocked[i].name);
    g_assert_cmphex (uk_filter_find_blockers (&blocked[i].filter, routines), ==, blocked[i].blockers);
  }
}

static void
test_names (void)
{
  static const UkFilter filter = { 1, no_ball, TRUE, UK_SITUATION_LYING, UK_EFFORT_GENTLE };
  g_autofree char *one = uk_filter_describe (&filter, UK_CRITERION_TIME);
  g_autofree char *two = uk_filter_describe (&filter, UK_CRITERION_PLACE | UK_CRITERION_QUIET);
  g_autofree char *any = uk_minutes_describe (0);

  g_assert_cmpstr (one, ==, "“1 minute”");
  g_assert_cmpstr (two, ==, "“Lying down” and “Quiet”");
  g_assert_cmpstr (any, ==, "Any length");
  g_assert_null (uk_filter_describe (&filter, UK_CRITERION_NONE));
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
    g_autofree char *path = g_strdup_printf ("/catalogue/filter/check/%s", cases[i].name);
    g_autofree char *drop = g_strdup_printf ("/catalogue/filter/drop/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_check);
    g_test_add_data_func (drop, &cases[i], test_drop);
  }
  g_test_add_func ("/catalogue/filter/blockers", test_blockers);
  g_test_add_func ("/catalogue/filter/names", test_names);
  g_test_add_func ("/catalogue/equipment/describe", test_describe);
  g_test_add_func ("/catalogue/equipment/groups", test_groups);
  return g_test_run ();
}
