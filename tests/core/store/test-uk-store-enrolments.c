/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-enrolments.h"
#include "core/store/uk-store-private.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-test.h"

typedef struct {
  char *folder;
  UkStore *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  fixture->store = uk_store_open (fixture->folder, now, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  open_store (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
save (Fixture *fixture, const char *id, UkDay started, UkEnrolmentState state)
{
  char *lacking[] = { (char *)"roller", (char *)"ball", NULL };
  const UkEnrolment enrolment = {
    .id = (char *)id,
    .programme = (char *)"pg-acute-3",
    .region = (char *)"calf",
    .side = UK_SIDE_LEFT,
    .second_side = UK_SIDE_NONE,
    .started = started,
    .first = 2,
    .times = { 480, UK_NO_TIME, 1170 },
    .lacking = lacking,
    .cool = TRUE,
    .reminds = TRUE,
    .state = state,
    .ended = state == UK_ENROLMENT_RUNNING ? 0 : 99,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_store_save_enrolment (fixture->store, &enrolment, &error));
  g_assert_no_error (error);
}

static gboolean
mark (Fixture *fixture, const char *enrolment, UkMarkKind kind, UkDay day, const char *routine,
      const char *run, GError **error)
{
  const UkMark mark = { .enrolment = (char *)enrolment, .kind = kind, .at = 1000 + day, .day = day,
                        .number = 1, .part = UK_DAY_PART_EVENING, .routine = (char *)routine,
                        .run = (char *)run };

  return uk_store_add_mark (fixture->store, &mark, error);
}

static guint
count_marks (Fixture *fixture, const char *enrolment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = uk_store_list_marks (fixture->store, enrolment, &error);

  g_assert_no_error (error);
  return marks->len;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkEnrolment) read = NULL;
  g_autoptr (UkEnrolment) stopped = NULL;

  g_assert_false (uk_store_has_running_enrolment (fixture->store));
  save (fixture, "e", 20000, UK_ENROLMENT_RUNNING);
  g_assert_true (uk_store_has_running_enrolment (fixture->store));
  read = uk_store_find_enrolment (fixture->store, "e", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->programme, ==, "pg-acute-3");
  g_assert_cmpstr (read->region, ==, "calf");
  g_assert_cmpint (read->side, ==, UK_SIDE_LEFT);
  g_assert_null (read->second);
  g_assert_cmpint (read->started, ==, 20000);
  g_assert_cmpuint (read->first, ==, 2);
  g_assert_cmpuint (read->times[UK_DAY_PART_MORNING], ==, 480);
  g_assert_cmpuint (read->times[UK_DAY_PART_MIDDAY], ==, UK_NO_TIME);
  g_assert_cmpuint (read->times[UK_DAY_PART_EVENING], ==, 1170);
  g_assert_cmpuint (g_strv_length (read->lacking), ==, 2);
  g_assert_cmpstr (read->lacking[1], ==, "ball");
  g_assert_true (read->cool && read->reminds);

  g_assert_true (mark (fixture, "e", UK_MARK_PAUSED, 20001, "", NULL, &error));
  save (fixture, "e", 20000, UK_ENROLMENT_STOPPED);
  stopped = uk_store_find_enrolment (fixture->store, "e", &error);
  g_assert_cmpint (stopped->state, ==, UK_ENROLMENT_STOPPED);
  g_assert_cmpint (stopped->ended, ==, 99);
  g_assert_cmpuint (count_marks (fixture, "e"), ==, 1);
  g_assert_false (uk_store_has_running_enrolment (fixture->store));
  g_assert_null (uk_store_find_enrolment (fixture->store, "other", &error));
  g_assert_no_error (error);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "b", "a", "d", "c" };
  g_autoptr (GPtrArray) list = NULL;
  guint i;

  save (fixture, "a", 10, UK_ENROLMENT_RUNNING);
  save (fixture, "b", 20, UK_ENROLMENT_RUNNING);
  save (fixture, "c", 30, UK_ENROLMENT_FINISHED);
  save (fixture, "d", 40, UK_ENROLMENT_STOPPED);
  list = uk_store_list_enrolments (fixture->store, NULL);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < list->len; i++)
    g_assert_cmpstr (((UkEnrolment *)g_ptr_array_index (list, i))->id, ==, expected[i]);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  UkRunRecord run = { (char *)"run", (char *)"calf-hand", NULL, UK_SIDE_LEFT, 5, 9, 60, 2, TRUE, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const UkMark *first;

  save (fixture, "e", 10, UK_ENROLMENT_RUNNING);
  g_assert_true (uk_store_save_run (fixture->store, &run, &error));
  g_assert_true (mark (fixture, "e", UK_MARK_DONE, 11, "calf-hand", "run", &error));
  /* Said twice, it is there once. */
  g_assert_true (mark (fixture, "e", UK_MARK_DONE, 11, "calf-hand", NULL, &error));
  g_assert_true (mark (fixture, "e", UK_MARK_DONE, 10, "calf-hand", NULL, &error));
  g_assert_no_error (error);
  marks = uk_store_list_marks (fixture->store, "e", &error);
  g_assert_cmpuint (marks->len, ==, 2);
  first = g_ptr_array_index (marks, 0);
  g_assert_cmpint (first->day, ==, 10);
  g_assert_cmpint (first->at, ==, 1010);
  g_assert_cmpint (first->part, ==, UK_DAY_PART_EVENING);
  g_assert_cmpstr (((UkMark *)g_ptr_array_index (marks, 1))->run, ==, "run");

  /* A run that is deleted takes nothing from the plan. */
  g_assert_true (uk_store_delete_run (fixture->store, "run", &error));
  after = uk_store_list_marks (fixture->store, "e", &error);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_null (((UkMark *)g_ptr_array_index (after, 1))->run);
  g_assert_true (uk_store_delete_mark (fixture->store, first->id, &error));
  g_assert_cmpuint (count_marks (fixture, "e"), ==, 1);
  g_assert_true (uk_store_delete_enrolment (fixture->store, "e", &error));
  g_assert_cmpuint (count_marks (fixture, "e"), ==, 0);
  g_assert_no_error (error);
}

static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mark (fixture, "nobody", UK_MARK_DONE, 1, "x", NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
  g_clear_error (&error);
  save (fixture, "e", 10, UK_ENROLMENT_RUNNING);
  g_assert_false (mark (fixture, "e", (UkMarkKind)9, 1, "x", NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
}

/* A file of the version before plans keeps its knots and can hold a plan. */
static void
test_migration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, UK_STORE_FILE, NULL);
  g_autofree char *kept = NULL;
  sqlite3 *db = NULL;
  guint n = 0;

  g_clear_object (&fixture->store);
  uk_test_remove_folder (fixture->folder);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  while (n < uk_store_n_migrations && g_strrstr (uk_store_migrations[n], "CREATE TABLE enrolments") == NULL)
    n++;
  g_assert_cmpuint (n, <, uk_store_n_migrations);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (uk_store_migrate (db, uk_store_migrations, n, path, NULL));
  g_assert_true (uk_store_exec (
      db, "INSERT INTO settings (key, value) VALUES ('kept', 'yes')", NULL));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  open_store (fixture);
  kept = uk_store_dup_setting (fixture->store, "kept", NULL);
  g_assert_cmpstr (kept, ==, "yes");
  save (fixture, "e", 10, UK_ENROLMENT_RUNNING);
  g_assert_true (uk_store_has_running_enrolment (fixture->store));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/enrolments/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/store/enrolments/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/store/enrolments/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/store/enrolments/invalid", Fixture, NULL, set_up, test_invalid, tear_down);
  g_test_add ("/store/enrolments/migration", Fixture, NULL, set_up, test_migration, tear_down);
  return g_test_run ();
}
