/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "core/store/uk-store-safety.h"
#include "support/uk-test.h"

typedef struct {
  char *folder;
  UkStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  fixture->folder = uk_test_make_folder ();
  fixture->store = uk_store_open (fixture->folder, now, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
save_knot (
    Fixture *fixture, const char *id, const char *region, UkSide side, gint64 opened, gint64 closed)
{
  UkKnot knot
      = { (char *)id, (char *)region, side, FALSE, UK_VIEW_BACK, 0, 0, NULL, opened, closed };
  g_autoptr (GError) error = NULL;

  uk_store_save_knot (fixture->store, &knot, &error);
  g_assert_no_error (error);
}

static void
save_run (Fixture *fixture, const char *id, gint64 started, gint64 ended, const char *progress)
{
  UkRunRecord run
      = { (char *)id, (char *)"ball-wall", (char *)"rhomboids", UK_SIDE_LEFT, started, ended, 90,
          3,          ended != 0,          (char *)progress };
  g_autoptr (GError) error = NULL;

  uk_store_save_run (fixture->store, &run, &error);
  g_assert_no_error (error);
}

static gint64
add_rating (Fixture *fixture, const char *knot, const char *run, gint64 at, int value)
{
  UkRating rating = { 0, (char *)knot, at, value, (char *)run, UK_MOMENT_BEFORE };
  g_autoptr (GError) error = NULL;
  gint64 id = uk_store_add_rating (fixture->store, &rating, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_knot_round_trip (Fixture *fixture, gconstpointer data)
{
  UkKnot knot = { (char *)"k", (char *)"rhomboids", UK_SIDE_RIGHT, TRUE, UK_VIEW_BACK, -12.5,
                  130.25,      (char *)"übel",      100,           0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (UkKnot) read = NULL;
  g_autoptr (UkKnot) changed = NULL;

  g_assert_true (uk_store_save_knot (fixture->store, &knot, &error));
  read = uk_store_find_knot (fixture->store, "k", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->region, ==, "rhomboids");
  g_assert_cmpint (read->side, ==, UK_SIDE_RIGHT);
  g_assert_true (read->has_point);
  g_assert_cmpint (read->view, ==, UK_VIEW_BACK);
  g_assert_cmpfloat (read->x, ==, -12.5);
  g_assert_cmpfloat (read->y, ==, 130.25);
  g_assert_cmpstr (read->note, ==, "übel");
  g_assert_cmpint (read->opened, ==, 100);
  g_assert_cmpint (read->closed, ==, 0);

  knot.has_point = FALSE;
  knot.note = NULL;
  knot.closed = 200;
  g_assert_true (uk_store_save_knot (fixture->store, &knot, &error));
  changed = uk_store_find_knot (fixture->store, "k", &error);
  g_assert_false (changed->has_point);
  g_assert_null (changed->note);
  g_assert_cmpint (changed->closed, ==, 200);
  g_assert_null (uk_store_find_knot (fixture->store, "unknown", &error));
  g_assert_no_error (error);
}

/* A second run for the same place goes to the same knot, until that is closed. */
static void
test_open_knot (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *region;
    UkSide side;
    const char *id;
  } cases[] = {
    { "rhomboids", UK_SIDE_LEFT, "newer" },
    { "rhomboids", UK_SIDE_RIGHT, NULL },
    { "neck", UK_SIDE_NONE, "neck" },
    { "deltoid", UK_SIDE_LEFT, NULL },
  };
  g_autoptr (GPtrArray) all = NULL;
  guint i;

  save_knot (fixture, "older", "rhomboids", UK_SIDE_LEFT, 100, 0);
  save_knot (fixture, "newer", "rhomboids", UK_SIDE_LEFT, 200, 0);
  save_knot (fixture, "gone", "rhomboids", UK_SIDE_RIGHT, 300, 400);
  save_knot (fixture, "neck", "neck", UK_SIDE_NONE, 50, 0);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (UkKnot) knot
        = uk_store_find_open_knot (fixture->store, cases[i].region, cases[i].side, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (knot != NULL ? knot->id : NULL, ==, cases[i].id);
  }
  all = uk_store_list_knots (fixture->store, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (((UkKnot *)g_ptr_array_index (all, 0))->id, ==, "gone");
}

static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) of_run = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (UkRating) last = NULL;
  g_autoptr (GError) error = NULL;
  gint64 wrong;
  gint64 gone;

  save_knot (fixture, "k", "rhomboids", UK_SIDE_LEFT, 100, 0);
  save_run (fixture, "r", 100, 0, NULL);
  add_rating (fixture, "k", "r", 300, 4);
  wrong = add_rating (fixture, "k", NULL, 200, 9);
  gone = add_rating (fixture, "k", NULL, 250, 0);
  add_rating (fixture, NULL, "r", 50, 10);

  g_assert_true (uk_store_change_rating (fixture->store, wrong, 7, &error));
  g_assert_true (uk_store_delete_rating (fixture->store, gone, &error));
  g_assert_no_error (error);

  ratings = uk_store_list_ratings (fixture->store, "k", &error);
  g_assert_cmpuint (ratings->len, ==, 2);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 0))->value, ==, 7);
  g_assert_null (((UkRating *)g_ptr_array_index (ratings, 0))->run);
  g_assert_cmpstr (((UkRating *)g_ptr_array_index (ratings, 1))->run, ==, "r");
  last = uk_store_find_last_rating (fixture->store, "k", &error);
  g_assert_cmpint (last->value, ==, 4);
  of_run = uk_store_list_ratings_of_run (fixture->store, "r", &error);
  g_assert_cmpuint (of_run->len, ==, 2);
  all = uk_store_list_all_ratings (fixture->store, &error);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_no_error (error);
}

static void
test_bad_ratings (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *knot;
    const char *run;
    int value;
    int moment;
  } cases[] = {
    { "k", NULL, -1, UK_MOMENT_LOG },
    { "k", NULL, 11, UK_MOMENT_LOG },
    { "k", NULL, 5, 3 },
    { NULL, NULL, 5, UK_MOMENT_LOG },
    { "no such knot", NULL, 5, 0 },
    { "k", "no such run", 5, 0 },
  };
  guint i;

  save_knot (fixture, "k", "rhomboids", UK_SIDE_LEFT, 100, 0);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    UkRating rating = {
      0, (char *)cases[i].knot, 1, cases[i].value, (char *)cases[i].run, (UkMoment)cases[i].moment
    };
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (uk_store_add_rating (fixture->store, &rating, &error), ==, 0);
    g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
  }
}

/* Deleting a knot or a run leaves no numbers that belong to nothing. */
static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  save_knot (fixture, "k", "rhomboids", UK_SIDE_LEFT, 100, 0);
  save_knot (fixture, "kept", "neck", UK_SIDE_NONE, 100, 0);
  save_run (fixture, "r", 100, 0, NULL);
  add_rating (fixture, "k", NULL, 1, 1);
  add_rating (fixture, "kept", "r", 2, 2);
  add_rating (fixture, "kept", NULL, 3, 3);
  g_assert_true (uk_store_delete_knot (fixture->store, "k", &error));
  g_assert_true (uk_store_delete_run (fixture->store, "r", &error));
  g_assert_no_error (error);
  left = uk_store_list_all_ratings (fixture->store, &error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (left, 0))->value, ==, 3);
}

static void
test_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (UkRunRecord) run = NULL;
  g_autoptr (GError) error = NULL;

  save_run (fixture, "third", 300, 0, NULL);
  save_run (fixture, "first", 100, 0, "half way");
  save_run (fixture, "first", 100, 190, NULL);
  save_run (fixture, "second", 200, 0, NULL);

  runs = uk_store_list_runs (fixture->store, 100, 300, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_cmpstr (((UkRunRecord *)g_ptr_array_index (runs, 0))->id, ==, "first");

  run = uk_store_find_run (fixture->store, "first", &error);
  g_assert_cmpstr (run->routine, ==, "ball-wall");
  g_assert_cmpstr (run->region, ==, "rhomboids");
  g_assert_cmpint (run->side, ==, UK_SIDE_LEFT);
  g_assert_cmpint (run->started, ==, 100);
  g_assert_cmpint (run->ended, ==, 190);
  g_assert_cmpint (run->seconds_done, ==, 90);
  g_assert_cmpint (run->legs_done, ==, 3);
  g_assert_true (run->completed);
  g_assert_null (run->progress);
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkRunRecord) none = uk_store_find_unfinished_run (fixture->store, NULL);
  g_autoptr (UkRunRecord) run = NULL;

  g_assert_null (none);
  save_run (fixture, "long ago", 100, 0, "there");
  save_run (fixture, "crashed", 200, 0, "here");
  save_run (fixture, "done", 300, 400, NULL);
  run = uk_store_find_unfinished_run (fixture->store, NULL);
  g_assert_cmpstr (run->id, ==, "crashed");
  g_assert_cmpstr (run->progress, ==, "here");
}

static void
test_safety (Fixture *fixture, gconstpointer data)
{
  UkSafetyAnswer answers[] = {
    { (char *)"N1", (char *)"", UK_ANSWER_NO, 1 },
    { (char *)"bleeding", (char *)"", UK_ANSWER_YES, 2 },
    { (char *)"N1", (char *)"calf", UK_ANSWER_NO, 2 },
    { (char *)"N1", (char *)"", UK_ANSWER_NOT_SURE, 3 },
  };
  UkSafetyAnswer good = { (char *)"N2", (char *)"", UK_ANSWER_SEEN, 4 };
  UkSafetyAnswer bad = { (char *)"N3", (char *)"", (UkAnswer)4, 4 };
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const UkSafetyAnswer *first;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (answers); i++) {
    uk_store_save_safety (fixture->store, &answers[i], &error);
    g_assert_no_error (error);
  }
  list = uk_store_list_safety (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpstr (first->id, ==, "N1");
  g_assert_cmpstr (first->scope, ==, "");
  g_assert_cmpint (first->answer, ==, UK_ANSWER_NOT_SURE);
  g_assert_cmpint (first->at, ==, 3);

  /* All or none. */
  g_ptr_array_add (both, &good);
  g_ptr_array_add (both, &bad);
  g_assert_false (uk_store_save_safety_list (fixture->store, both, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = uk_store_list_safety (fixture->store, NULL);
  g_assert_cmpuint (list->len, ==, 3);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/records/knot-round-trip", test_knot_round_trip },
    { "/store/records/open-knot", test_open_knot },
    { "/store/records/ratings", test_ratings },
    { "/store/records/bad-ratings", test_bad_ratings },
    { "/store/records/deletion", test_deletion },
    { "/store/records/runs", test_runs },
    { "/store/records/unfinished", test_unfinished },
    { "/store/records/safety", test_safety },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
