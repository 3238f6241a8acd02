/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-programme-reminders.h"
#include "core/plans/uk-programme-summary.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

#define FIRST 20000
#define NOON (12 * 3600)

typedef struct {
  char *folder;
  UkStore *store;
  UkSafetyBook *safety;
  UkProgrammeBook *book;
  GTimeZone *zone;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 10, 4, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  fixture->folder = uk_test_make_folder ();
  fixture->store = uk_store_open (fixture->folder, now, NULL, &error);
  g_assert_no_error (error);
  fixture->safety = uk_safety_book_new (catalogue, fixture->store);
  fixture->book = uk_programme_book_new (fixture->safety, fixture->store);
  fixture->zone = g_time_zone_new_utc ();
  fixture->n_changes = 0;
  g_signal_connect_swapped (fixture->book, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
  g_assert_finalize_object (fixture->safety);
  g_assert_finalize_object (fixture->store);
  g_time_zone_unref (fixture->zone);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gint64
at (int day, int second)
{
  return ((gint64)FIRST + day) * 86400 + second;
}

static void
start (Fixture *fixture, const char *id, const char *programme)
{
  const UkEnrolment enrolment = {
    .id = (char *)id,
    .programme = (char *)programme,
    .region = (char *)"calf",
    .side = UK_SIDE_LEFT,
    .started = FIRST,
    .first = 1,
    .times = { 480, 750, 1170 },
    .reminds = TRUE,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_programme_book_start (fixture->book, &enrolment, &error));
  g_assert_no_error (error);
}

static UkProgrammeStatus *
get (Fixture *fixture, int day)
{
  g_autoptr (GPtrArray) running
      = uk_programme_book_list_running (fixture->book, at (day, NOON), fixture->zone);

  g_assert_cmpuint (running->len, ==, 1);
  return g_ptr_array_steal_index (running, 0);
}

static void
save_run (Fixture *fixture, const char *id, const char *routine, gint64 ended, int seconds, gboolean completed)
{
  const UkRunRecord run = { (char *)id, (char *)routine, (char *)"calf", UK_SIDE_LEFT,
                            ended - 60, ended, seconds, 1, completed, NULL };
  g_autoptr (GError) error = NULL;

  uk_store_save_run (fixture->store, &run, &error);
  g_assert_no_error (error);
}

static guint
count_done (Fixture *fixture, int day)
{
  g_autoptr (UkProgrammeStatus) status = NULL;
  guint i, n = 0;

  g_assert_true (uk_programme_book_note_runs (fixture->book, at (day, NOON), fixture->zone, NULL));
  status = get (fixture, day);
  for (i = 0; i < status->agenda->len; i++)
    n += g_array_index (status->agenda, UkDue, i).done_at != 0;
  return n;
}

/* A run of a plan's routine is done in it, once, if half of it was done, today. */
static void
test_runs (Fixture *fixture, gconstpointer data)
{
  start (fixture, "e", "pg-acute-3");
  g_assert_cmpuint (count_done (fixture, 0), ==, 0);
  save_run (fixture, "yesterday", "st-shin-ankle", at (0, -3600), 500, TRUE);
  save_run (fixture, "short", "st-shin-ankle", at (0, 3600), 5, FALSE);
  save_run (fixture, "other", "calf-hand", at (0, 3700), 500, TRUE);
  g_assert_cmpuint (count_done (fixture, 0), ==, 0);
  fixture->n_changes = 0;
  save_run (fixture, "half", "st-shin-ankle", at (0, 3800), 400, FALSE);
  g_assert_cmpuint (count_done (fixture, 0), ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  /* The same routine stands in the evening, too: another run is needed for that. */
  g_assert_cmpuint (count_done (fixture, 0), ==, 1);
  save_run (fixture, "again", "st-shin-ankle", at (0, 3900), 400, TRUE);
  g_assert_cmpuint (count_done (fixture, 0), ==, 2);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkProgrammeStatus) before = NULL;
  g_autoptr (UkProgrammeStatus) done = NULL;
  g_autoptr (UkProgrammeStatus) undone = NULL;
  g_autoptr (UkProgrammeStatus) tomorrow = NULL;

  start (fixture, "e", "pg-acute-3");
  before = get (fixture, 0);
  g_assert_true (uk_programme_book_set_done (
      fixture->book, before, &g_array_index (before->agenda, UkDue, 0), TRUE, at (0, NOON), NULL));
  done = get (fixture, 0);
  g_assert_cmpint (g_array_index (done->agenda, UkDue, 0).done_at, ==, at (0, NOON));
  tomorrow = get (fixture, 1);
  g_assert_cmpuint (tomorrow->course->number, ==, 2);
  g_assert_true (uk_programme_book_set_done (
      fixture->book, done, &g_array_index (done->agenda, UkDue, 0), FALSE, at (0, NOON), NULL));
  undone = get (fixture, 0);
  g_assert_cmpint (g_array_index (undone->agenda, UkDue, 0).done_at, ==, 0);
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkProgrammeStatus) running = NULL;
  g_autoptr (UkProgrammeStatus) paused = NULL;
  g_autoptr (UkProgrammeStatus) resumed = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) times = NULL;

  start (fixture, "e", "pg-acute-3");
  running = get (fixture, 0);
  g_assert_true (uk_programme_book_note (fixture->book, running, UK_MARK_PAUSED, at (0, NOON), NULL));
  list = uk_programme_book_list_running (fixture->book, at (0, NOON), fixture->zone);
  times = uk_programme_book_list_times (fixture->book, list);
  g_assert_cmpuint (times->len, ==, 0);
  paused = get (fixture, 0);
  g_assert_true (paused->course->paused);
  g_assert_cmpuint (paused->agenda->len, ==, 0);
  g_assert_true (uk_programme_book_note (fixture->book, paused, UK_MARK_RESUMED, at (0, NOON), NULL));
  resumed = get (fixture, 0);
  g_assert_false (resumed->course->paused);
  g_assert_cmpuint (resumed->marks->len, ==, 0);
}

static void
test_restart_and_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkProgrammeStatus) first = NULL;
  g_autoptr (UkProgrammeStatus) again = NULL;
  g_autoptr (UkEnrolment) old = NULL;
  g_autoptr (GPtrArray) none = NULL;

  start (fixture, "e", "pg-acute-3");
  first = get (fixture, 2);
  g_assert_true (uk_programme_book_restart (fixture->book, first, at (2, NOON), NULL));
  again = get (fixture, 2);
  g_assert_cmpstr (again->enrolment->id, !=, "e");
  g_assert_cmpint (again->enrolment->started, ==, FIRST + 2);
  g_assert_cmpuint (again->enrolment->times[UK_DAY_PART_MIDDAY], ==, 750);
  old = uk_store_find_enrolment (fixture->store, "e", NULL);
  g_assert_cmpint (old->state, ==, UK_ENROLMENT_STOPPED);
  g_assert_cmpint (old->ended, ==, at (2, NOON));
  g_assert_true (uk_programme_book_end (fixture->book, again, UK_ENROLMENT_FINISHED, at (2, NOON), NULL));
  none = uk_programme_book_list_running (fixture->book, at (2, NOON), fixture->zone);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
rate (Fixture *fixture, int day, int value)
{
  UkKnot knot = { .id = (char *)"k", .region = (char *)"calf", .side = UK_SIDE_LEFT, .opened = 1 };
  UkRating rating = { .knot = (char *)"k", .at = at (day, 3600), .value = value, .moment = UK_MOMENT_LOG };

  g_assert_true (uk_store_save_knot (fixture->store, &knot, NULL));
  g_assert_cmpint (uk_store_add_rating (fixture->store, &rating, NULL), >, 0);
}

/* Ratings of the place change the day; those from before the plan do not. */
static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkProgrammeStatus) first = NULL;
  g_autoptr (UkProgrammeStatus) sore = NULL;
  g_autoptr (UkProgrammeStatus) rest = NULL;
  g_autofree char *words = NULL;

  start (fixture, "e", "pg-acute-3");
  rate (fixture, -1, 9);
  first = get (fixture, 0);
  g_assert_cmpint (first->advice.kind, ==, UK_ADVICE_AS_PLANNED);
  rate (fixture, 0, 6);
  sore = get (fixture, 0);
  g_assert_cmpint (sore->advice.kind, ==, UK_ADVICE_GENTLE);
  g_assert_cmpuint (sore->agenda->len, <, first->agenda->len);
  words = uk_advice_describe (&sore->advice);
  g_assert_nonnull (g_strrstr (words, "6"));
  rate (fixture, 0, 9);
  rest = get (fixture, 0);
  g_assert_cmpuint (rest->agenda->len, ==, 0);
}

/* Today what is left, on the other days of the week everything; two plans, two sets. */
static void
test_times (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (GArray) more = NULL;
  UkProgrammeStatus *status;

  start (fixture, "e", "pg-acute-3");
  running = uk_programme_book_list_running (fixture->book, at (0, NOON), fixture->zone);
  status = g_ptr_array_index (running, 0);
  times = uk_programme_book_list_times (fixture->book, running);
  g_assert_cmpuint (times->len, ==, 9);
  g_assert_cmpint (g_array_index (times, UkProgrammeTime, 0).day, ==, FIRST);
  g_assert_cmpuint (g_array_index (times, UkProgrammeTime, 0).minute, ==, 480);
  g_array_index (status->agenda, UkDue, 0).done_at = 1;
  g_array_index (status->agenda, UkDue, 1).done_at = 1;
  g_array_unref (times);
  times = uk_programme_book_list_times (fixture->book, running);
  g_assert_cmpuint (times->len, ==, 8);
  status->enrolment->reminds = FALSE;
  start (fixture, "f", "pg-legs-feet-14");
  both = uk_programme_book_list_running (fixture->book, at (0, NOON), fixture->zone);
  g_assert_cmpuint (both->len, ==, 2);
  more = uk_programme_book_list_times (fixture->book, both);
  g_assert_cmpuint (more->len, >, 20);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  static const struct {
    int before, after;
    const char *words;
  } cases[] = {
    { 5, 2, "From 5 to 2 of 10." },
    { 3, 3, "Still 3 of 10" },
    { 2, 4, "From 2 to 4 of 10" },
    { 4, -1, "too rarely" },
  };
  g_autoptr (UkProgrammeStatus) status = NULL;
  g_autofree char *today = NULL;
  g_autofree char *length = NULL;
  UkProgrammeSummary summary;
  guint i;

  start (fixture, "e", "pg-acute-3");
  rate (fixture, 0, 5);
  rate (fixture, 1, 3);
  status = get (fixture, 1);
  summary = uk_programme_summary_get (status);
  g_assert_cmpint (summary.before, ==, 5);
  g_assert_cmpint (summary.after, ==, 3);
  g_assert_cmpuint (summary.days, ==, 3);
  today = uk_programme_status_describe (status);
  g_assert_cmpstr (today, ==, "Today is day 1 of 3");
  length = uk_programme_describe_length (status->programme);
  g_assert_cmpstr (length, ==, "3 days");
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkProgrammeSummary made = { 1, 3, 2, cases[i].before, cases[i].after };
    g_autofree char *change = uk_programme_summary_describe_change (&made);
    g_autofree char *days = uk_programme_summary_describe_days (&made);

    g_assert_nonnull (g_strrstr (change, cases[i].words));
    g_assert_cmpstr (days, ==, "1 day, 2 routines");
  }
}

/* Without a store nothing runs, and it says so; a plan that is not known is not shown. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkProgrammeBook) book = uk_programme_book_new (fixture->safety, NULL);
  g_autoptr (GPtrArray) running = uk_programme_book_list_running (book, at (0, 0), fixture->zone);
  g_autoptr (GPtrArray) unknown = NULL;
  const UkEnrolment enrolment = { .id = (char *)"e", .programme = (char *)"p" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (running->len, ==, 0);
  g_assert_true (uk_programme_book_note_runs (book, at (0, 0), fixture->zone, NULL));
  g_assert_false (uk_programme_book_start (book, &enrolment, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_FAILED);
  start (fixture, "e", "of-another-version");
  unknown = uk_programme_book_list_running (fixture->book, at (0, 0), fixture->zone);
  g_assert_cmpuint (unknown->len, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/programme-book/runs", test_runs },         { "/programme-book/by-hand", test_by_hand },
    { "/programme-book/pause", test_pause },       { "/programme-book/restart-and-end", test_restart_and_end },
    { "/programme-book/ratings", test_ratings },   { "/programme-book/times", test_times },
    { "/programme-book/summary", test_summary },   { "/programme-book/nothing", test_nothing },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
