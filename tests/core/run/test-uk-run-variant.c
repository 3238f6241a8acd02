/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run.h"

#include <gio/gio.h>

static const UkStep steps[] = {
  { .seconds = 10, .sides = UK_SIDES_NONE },
  { .seconds = 20, .sides = UK_SIDES_EACH },
};

static const UkRoutine routine = { .id = "test", .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

static const UkRoutine shorter = { .id = "test", .steps = steps, .n_steps = 1 };
static const UkRoutine other = { .id = "other", .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

/* A run of both sides that was interrupted eight seconds into its second leg, and softened. */
static UkRun *
make_interrupted (void)
{
  UkRun *run = uk_run_new (&routine, "upper-trapezius", UK_SIDE_LEFT, TRUE);
  gint64 now;

  uk_run_start (run, 0);
  for (now = 0; now <= 26; now++)
    uk_run_advance (run, now * G_USEC_PER_SEC);
  uk_run_soften (run, 26 * G_USEC_PER_SEC);
  return run;
}

/* As text, because that is how it is stored. */
static GVariant *
save_and_read (UkRun *run)
{
  g_autoptr (GVariant) saved = g_variant_ref_sink (uk_run_to_variant (run));
  g_autofree char *text = g_variant_print (saved, TRUE);
  g_autoptr (GError) error = NULL;
  GVariant *read = g_variant_parse (NULL, text, NULL, NULL, &error);

  g_assert_no_error (error);
  return read;
}

static void
test_round_trip (void)
{
  UkRun *run = make_interrupted ();
  g_autoptr (GVariant) saved = save_and_read (run);
  g_autoptr (GError) error = NULL;
  UkRun *again = uk_run_new_from_variant (&routine, saved, &error);

  g_assert_no_error (error);
  g_assert_cmpint (uk_run_get_state (again), ==, UK_RUN_PAUSED);
  g_assert_cmpint (uk_run_get_phase (again), ==, UK_RUN_STEP);
  g_assert_cmpuint (uk_run_get_leg_index (again), ==, 1);
  g_assert_cmpstr (uk_run_get_region (again), ==, "upper-trapezius");
  g_assert_cmpint (uk_run_get_side (again), ==, UK_SIDE_LEFT);
  g_assert_true (uk_run_get_both_sides (again));
  g_assert_cmpfloat (uk_run_get_seconds_left (again), ==, uk_run_get_seconds_left (run));
  g_assert_cmpfloat (uk_run_get_total_left (again), ==, uk_run_get_total_left (run));
  g_assert_cmpfloat (uk_run_get_seconds_done (again), ==, uk_run_get_seconds_done (run));
  g_assert_cmpfloat (uk_run_get_softened_seconds (again), ==, 6);
  g_assert_cmpuint (uk_run_get_legs_done (again), ==, 1);

  /* Its clock begins anew: the time in between does not count. */
  uk_run_resume (again, G_TIME_SPAN_DAY);
  uk_run_advance (again, G_TIME_SPAN_DAY + G_USEC_PER_SEC);
  g_assert_cmpfloat (uk_run_get_seconds_left (again), ==, uk_run_get_seconds_left (run) - 1);

  g_assert_finalize_object (run);
  g_assert_finalize_object (again);
}

typedef struct {
  const char *name;
  const UkRoutine *routine;
  const char *text; /* NULL: a good one */
} Case;

#define LEGS                                                                                       \
  "[(int64 10000000, int64 0, int64 0, false), (20000000, 0, 0, false), (20000000, 0, 0, false)]"

static const Case cases[] = {
  { "another routine", &other, NULL },
  { "routine has lost a step", &shorter, NULL },
  { "another type", &routine, "{'version': <1>}" },
  { "newer version", &routine, "(uint32 2, 'test', '', 1, true, uint32 0, 1, int64 0, " LEGS ")" },
  { "no such side", &routine, "(uint32 1, 'test', '', 3, true, uint32 0, 1, int64 0, " LEGS ")" },
  { "no such leg", &routine, "(uint32 1, 'test', '', 1, true, uint32 3, 1, int64 0, " LEGS ")" },
  { "no such phase", &routine, "(uint32 1, 'test', '', 1, true, uint32 0, 77, int64 0, " LEGS ")" },
  { "nothing was counted down", &routine,
    "(uint32 1, 'test', '', 1, true, uint32 0, 5, int64 0, " LEGS ")" },
  { "more spent than there is", &routine,
    "(uint32 1, 'test', '', 1, true, uint32 0, 3, int64 10000000, " LEGS ")" },
  { "less than nothing spent", &routine,
    "(uint32 1, 'test', '', 1, true, uint32 0, 3, int64 -1, " LEGS ")" },
  { "leg without time", &routine,
    "(uint32 1, 'test', '', 1, false, uint32 0, 3, int64 0, [(int64 0, int64 0, int64 0, false), "
    "(20000000, 0, 0, false)])" },
  { "endless leg", &routine,
    "(uint32 1, 'test', '', 1, false, uint32 0, 3, int64 0, [(int64 99000000, int64 0, int64 0, "
    "false), (20000000, 0, 0, false)])" },
};

static void
test_refused (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (c->text != NULL) {
    saved = g_variant_parse (NULL, c->text, NULL, NULL, &error);
  } else {
    g_autoptr (UkRun) run = make_interrupted ();

    saved = save_and_read (run);
  }
  g_assert_no_error (error);
  g_assert_null (uk_run_new_from_variant (c->routine, saved, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run/variant/round-trip", test_round_trip);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/run/variant/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_refused);
  }
  return g_test_run ();
}
