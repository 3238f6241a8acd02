/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-heat-cold.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-shipped.h"

#define HOUR (60 * 60)
#define NOW G_GINT64_CONSTANT (1764000000)

static UkCatalogue *catalogue;

static void
test_limits (void)
{
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  g_assert_cmpuint (uk_heat_cold_get_limit (uk_catalogue_get_routine (catalogue, "hc-heat-pad-15")), ==,
                    20 * 60);
  g_assert_cmpuint (uk_heat_cold_get_limit (uk_catalogue_get_routine (catalogue, "hc-cold-pack-10")), ==,
                    15 * 60);
  g_assert_cmpuint (uk_heat_cold_get_limit (uk_catalogue_get_routine (catalogue, "st-calf-wall")), ==, 0);
  /* No step of the content goes beyond what may touch the skin at a stretch. */
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    guint j;

    for (j = 0; uk_heat_cold_concerns (routine) && j < routine->n_steps; j++)
      g_assert_cmpuint (routine->steps[j].seconds, <=, 15 * 60);
  }
}

static const struct {
  const char *routine;
  double done;
  double checked;
  UkSkinCheck check;
} checks[] = {
  { "hc-heat-pad-15", 0, 0, UK_SKIN_CHECK_NONE },
  { "hc-heat-pad-15", 299.9, 0, UK_SKIN_CHECK_NONE },
  { "hc-heat-pad-15", 300, 0, UK_SKIN_CHECK_DUE },
  { "hc-heat-pad-15", 419.9, 0, UK_SKIN_CHECK_DUE },
  { "hc-heat-pad-15", 420, 0, UK_SKIN_CHECK_OVERDUE },
  { "hc-heat-pad-15", 320, 310, UK_SKIN_CHECK_NONE },
  { "hc-heat-pad-15", 610, 310, UK_SKIN_CHECK_DUE },
  { "hc-cold-pack-10", 300, 0, UK_SKIN_CHECK_DUE },
  { "hc-bath-15", 600, 0, UK_SKIN_CHECK_NONE },
  { "st-calf-wall", 9000, 0, UK_SKIN_CHECK_NONE },
};

static void
test_skin_checks (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (checks); i++) {
    const UkRoutine *routine = uk_catalogue_get_routine (catalogue, checks[i].routine);

    g_assert_cmpint (uk_heat_cold_get_skin_check (routine, checks[i].done, checks[i].checked), ==,
                     checks[i].check);
  }
}

static const struct {
  const char *name;
  const char *done;
  const char *region;
  UkSide side;
  gint64 ended_before;
  int seconds;
  const char *routine;
  gint64 lock; /* seconds from now */
} locks[] = {
  { "just-done", "hc-heat-pad-15", "calf", UK_SIDE_LEFT, 0, 900, "hc-heat-pad-15", 2 * HOUR },
  { "an-hour-ago", "hc-moist-heat-12", "calf", UK_SIDE_LEFT, HOUR, 700, "hc-heat-pad-15", HOUR },
  { "two-hours-ago", "hc-heat-pad-15", "calf", UK_SIDE_LEFT, 2 * HOUR, 900, "hc-heat-pad-15", 0 },
  { "other-kind", "hc-cold-pack-10", "calf", UK_SIDE_LEFT, 0, 600, "hc-heat-pad-15", 0 },
  { "contrast-is-both", "hc-contrast-pack-20", "calf", UK_SIDE_LEFT, 0, 600, "hc-cold-pack-10",
    2 * HOUR },
  { "other-place", "hc-heat-pad-15", "hamstrings", UK_SIDE_LEFT, 0, 900, "hc-heat-pad-15", 0 },
  { "other-side", "hc-heat-pad-15", "calf", UK_SIDE_RIGHT, 0, 900, "hc-heat-pad-15", 0 },
  { "no-side", "hc-heat-pad-15", "calf", UK_SIDE_NONE, 0, 900, "hc-heat-pad-15", 2 * HOUR },
  { "given-up-at-once", "hc-heat-pad-15", "calf", UK_SIDE_LEFT, 0, 30, "hc-heat-pad-15", 0 },
  { "clock-was-wrong", "hc-heat-pad-15", "calf", UK_SIDE_LEFT, -HOUR, 900, "hc-heat-pad-15", 0 },
  { "stretch-is-free", "hc-heat-pad-15", "calf", UK_SIDE_LEFT, 0, 900, "st-calf-wall", 0 },
};

static void
test_lock (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  UkRunRecord run = {
    .routine = (char *)locks[i].done,
    .region = (char *)locks[i].region,
    .side = locks[i].side,
    .ended = NOW - locks[i].ended_before,
    .seconds_done = locks[i].seconds,
  };
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  const gint64 wanted = locks[i].lock != 0 ? NOW + locks[i].lock : 0;

  g_ptr_array_add (runs, &run);
  g_assert_cmpint (
      uk_heat_cold_get_lock_end (catalogue, runs, uk_catalogue_get_routine (catalogue, locks[i].routine),
                                 "calf", UK_SIDE_LEFT, NOW),
      ==, wanted);
}

int
main (int argc, char **argv)
{
  guint i;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  g_test_add_func ("/safety/heat-cold/limits", test_limits);
  g_test_add_func ("/safety/heat-cold/skin-checks", test_skin_checks);
  for (i = 0; i < G_N_ELEMENTS (locks); i++) {
    g_autofree char *path = g_strdup_printf ("/safety/heat-cold/lock/%s", locks[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lock);
  }
  result = g_test_run ();
  g_object_unref (catalogue);
  return result;
}
