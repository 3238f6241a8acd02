/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-log.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "support/uk-test.h"

static const UkStep steps[]
    = { { .seconds = 10, .sides = UK_SIDES_EACH }, { .seconds = 20, .sides = UK_SIDES_EACH } };
static const UkRoutine routine
    = { .id = "ball-wall", .steps = steps, .n_steps = G_N_ELEMENTS (steps) };

typedef struct {
  char *folder;
  UkStore *store;
  UkRun *run;
  UkRunLog *log;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);

  fixture->folder = uk_test_make_folder ();
  fixture->store = uk_store_open (fixture->folder, now, NULL, NULL);
  fixture->run = uk_run_new (&routine, region, UK_SIDE_LEFT, FALSE);
  fixture->log = uk_run_log_new (fixture->store, fixture->run);
}

static void
tear_down (Fixture *fixture, gconstpointer region)
{
  g_assert_finalize_object (fixture->log);
  g_assert_finalize_object (fixture->run);
  g_assert_finalize_object (fixture->store);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Lets seconds pass from @from on. */
static void
let_pass (UkRun *run, int from, int seconds)
{
  int i;

  for (i = 1; i <= seconds; i++)
    uk_run_advance (run, (from + i) * G_USEC_PER_SEC);
}

static void
test_whole_run (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRunRecord) record = NULL;
  g_autoptr (UkKnot) knot = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, 6, 1000, &error));
  uk_run_start (fixture->run, 0);
  let_pass (fixture->run, 0, 38);
  g_assert_cmpint (uk_run_get_state (fixture->run), ==, UK_RUN_FINISHED);
  g_assert_true (uk_run_log_save (fixture->log, 1038, &error));
  g_assert_true (uk_run_log_rate_after (fixture->log, 9, 1040, &error));
  g_assert_true (uk_run_log_rate_after (fixture->log, 3, 1041, &error));
  g_assert_no_error (error);

  runs = uk_store_list_runs (fixture->store, 0, G_MAXINT64, &error);
  g_assert_cmpuint (runs->len, ==, 1);
  record = uk_store_find_run (fixture->store, ((UkRunRecord *)g_ptr_array_index (runs, 0))->id,
                              &error);
  g_assert_cmpstr (record->routine, ==, "ball-wall");
  g_assert_cmpint (record->started, ==, 1000);
  g_assert_cmpint (record->ended, ==, 1038);
  g_assert_cmpint (record->seconds_done, ==, 30);
  g_assert_cmpint (record->legs_done, ==, 2);
  g_assert_true (record->completed);
  g_assert_null (record->progress);

  knot = uk_store_find_open_knot (fixture->store, "rhomboids", UK_SIDE_LEFT, &error);
  g_assert_nonnull (knot);
  ratings = uk_store_list_ratings (fixture->store, knot->id, &error);
  g_assert_cmpuint (ratings->len, ==, 2);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 0))->value, ==, 6);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 1))->value, ==, 3);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 1))->moment, ==, UK_MOMENT_AFTER);
}

static void
test_same_knot (Fixture *fixture, gconstpointer region)
{
  g_autoptr (UkRunLog) second = uk_run_log_new (fixture->store, fixture->run);
  g_autoptr (GPtrArray) knots = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, 6, 1000, NULL));
  g_assert_true (uk_run_log_begin (second, 5, 2000, NULL));
  knots = uk_store_list_knots (fixture->store, NULL);
  g_assert_cmpuint (knots->len, ==, 1);
}

static void
test_without_number (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GPtrArray) ratings = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, -1, 1000, NULL));
  g_assert_cmpint (uk_run_log_get_before (fixture->log), ==, -1);
  ratings = uk_store_list_all_ratings (fixture->store, NULL);
  g_assert_cmpuint (ratings->len, ==, 0);
}

/* A routine of the whole body has a number, but no knot. */
static void
test_whole_body (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GPtrArray) knots = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, 4, 1000, NULL));
  knots = uk_store_list_knots (fixture->store, NULL);
  ratings = uk_store_list_all_ratings (fixture->store, NULL);
  g_assert_cmpuint (knots->len, ==, 0);
  g_assert_cmpuint (ratings->len, ==, 1);
}

static void
test_crash (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRunRecord) record = NULL;
  g_autoptr (UkRunRecord) later = NULL;
  g_autoptr (GVariant) progress = NULL;
  g_autoptr (UkRun) again = NULL;
  g_autoptr (UkRunLog) log = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, 6, 1000, &error));
  uk_run_start (fixture->run, 0);
  let_pass (fixture->run, 0, 15);
  g_assert_true (uk_run_log_save (fixture->log, 1015, &error));

  record = uk_store_find_unfinished_run (fixture->store, &error);
  progress = g_variant_parse (NULL, record->progress, NULL, NULL, &error);
  g_assert_no_error (error);
  again = uk_run_new_from_variant (&routine, progress, &error);
  g_assert_no_error (error);
  log = uk_run_log_new_for_record (fixture->store, again, record);
  g_assert_cmpint (uk_run_log_get_before (log), ==, 6);

  uk_run_end (again, 0);
  g_assert_true (uk_run_log_save (log, 5000, &error));
  g_assert_true (uk_run_log_rate_after (log, 5, 5001, &error));
  later = uk_store_find_run (fixture->store, record->id, &error);
  g_assert_cmpint (later->started, ==, 1000);
  g_assert_cmpint (later->ended, ==, 5000);
  g_assert_cmpint (later->seconds_done, ==, 10);
  g_assert_false (later->completed);
  g_assert_null (uk_store_find_unfinished_run (fixture->store, &error));
}

static void
test_discard (Fixture *fixture, gconstpointer region)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  g_assert_true (uk_run_log_begin (fixture->log, 6, 1000, NULL));
  g_assert_true (uk_run_log_discard (fixture->log, NULL));
  runs = uk_store_list_runs (fixture->store, 0, G_MAXINT64, NULL);
  ratings = uk_store_list_all_ratings (fixture->store, NULL);
  g_assert_cmpuint (runs->len, ==, 0);
  g_assert_cmpuint (ratings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer region);
    const char *region;
  } tests[] = {
    { "/run/log/whole-run", test_whole_run, "rhomboids" },
    { "/run/log/same-knot", test_same_knot, "rhomboids" },
    { "/run/log/without-number", test_without_number, "rhomboids" },
    { "/run/log/whole-body", test_whole_body, NULL },
    { "/run/log/crash", test_crash, "rhomboids" },
    { "/run/log/discard", test_discard, "rhomboids" },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].region, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
