/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-book.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

#define NOW G_GINT64_CONSTANT (1764000000)

static UkCatalogue *catalogue;

typedef struct {
  char *folder;
  UkStore *store;
  UkSafetyBook *book;
  guint changes;
} Fixture;

static void
changed_cb (Fixture *f)
{
  f->changes++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);

  f->folder = uk_test_make_folder ();
  f->store = uk_store_open (f->folder, now, NULL, NULL);
  g_assert_nonnull (f->store);
  f->book = uk_safety_book_new (catalogue, f->store);
  g_signal_connect_swapped (f->book, "changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->book);
  g_assert_finalize_object (f->store);
  uk_test_remove_folder (f->folder);
  g_free (f->folder);
}

static void
answer (Fixture *f, const char *id, const char *scope, UkAnswer value)
{
  g_autoptr (GError) error = NULL;

  uk_safety_book_answer (f->book, id, scope, value, NOW, &error);
  g_assert_no_error (error);
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (UkSafetyBook) again = NULL;

  answer (f, "N1", "", UK_ANSWER_NOT_SURE);
  answer (f, "T6", "calf", UK_ANSWER_YES);
  g_assert_cmpuint (f->changes, ==, 2);
  again = uk_safety_book_new (catalogue, f->store);
  g_assert_cmpint (uk_safety_book_get_urgency (again, "jaw", NULL), ==, UK_URGENCY_NOW);
  g_assert_cmpint (uk_answers_get (uk_safety_book_get_answers (again), "T6", "calf")->answer, ==,
                   UK_ANSWER_YES);
}

static void
test_seen (Fixture *f, gconstpointer data)
{
  answer (f, "T6", "calf", UK_ANSWER_YES);
  answer (f, "T6", "jaw", UK_ANSWER_YES);
  answer (f, "S1", "", UK_ANSWER_YES);
  g_assert_true (uk_safety_book_say_seen (f->book, "calf", NOW + 60, NULL));
  /* What is less urgent comes to the front, and the other place keeps its sign. */
  g_assert_cmpint (uk_safety_book_get_urgency (f->book, "calf", NULL), ==, UK_URGENCY_SOON);
  g_assert_cmpint (uk_safety_book_get_urgency (f->book, "jaw", NULL), ==, UK_URGENCY_TODAY);
  g_assert_true (uk_safety_book_say_seen (f->book, "calf", NOW + 60, NULL));
  g_assert_cmpint (uk_safety_book_get_urgency (f->book, "calf", NULL), ==, UK_URGENCY_GO);
}

static void
test_lock (Fixture *f, gconstpointer data)
{
  const UkRoutine *heat = uk_catalogue_get_routine (catalogue, "hc-heat-pad-15");
  UkRunRecord run = {
    .id = (char *)"r", .routine = (char *)heat->id, .region = (char *)"calf", .side = UK_SIDE_LEFT,
    .started = NOW - 1800, .ended = NOW - 600, .seconds_done = 900, .completed = TRUE,
  };

  g_assert_cmpint (uk_safety_book_get_lock_end (f->book, heat, "calf", UK_SIDE_LEFT, NOW), ==, 0);
  g_assert_true (uk_store_save_run (f->store, &run, NULL));
  g_assert_cmpint (uk_safety_book_get_lock_end (f->book, heat, "calf", UK_SIDE_LEFT, NOW), ==,
                   NOW - 600 + 2 * 60 * 60);
}

static void
test_without_store (void)
{
  g_autoptr (UkSafetyBook) book = uk_safety_book_new (catalogue, NULL);

  g_assert_true (uk_safety_book_is_due (book, "calf", NOW));
  g_assert_true (uk_safety_book_answer (book, "N1", "", UK_ANSWER_YES, NOW, NULL));
  g_assert_cmpint (uk_safety_book_get_urgency (book, NULL, NULL), ==, UK_URGENCY_NOW);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  g_test_add ("/safety/book/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/safety/book/seen", Fixture, NULL, set_up, test_seen, tear_down);
  g_test_add ("/safety/book/lock", Fixture, NULL, set_up, test_lock, tear_down);
  g_test_add_func ("/safety/book/without-store", test_without_store);
  result = g_test_run ();
  g_object_unref (catalogue);
  return result;
}
