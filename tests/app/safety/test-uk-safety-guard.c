/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/safety/uk-safety-guard.h"

#include "app/safety/uk-safety-dialog.h"
#include "app/safety/uk-safety-taps.h"
#include "app/support/uk-app-test.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-test.h"

#include <adwaita.h>

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  gboolean done;
  gboolean go;
} Fixture;

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->go = uk_safety_guard_check_finish (result);
  fixture->done = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  uk_app_test_tear_down (&fixture->app);
}

static void
check (Fixture *fixture, const char *routine, const char *region)
{
  fixture->done = FALSE;
  uk_safety_guard_check_async (&fixture->app.context, GTK_WINDOW (fixture->window),
                               uk_catalogue_get_routine (fixture->app.context.catalogue, routine), region,
                               UK_SIDE_LEFT, checked_cb, fixture);
}

static gboolean
is_done (gpointer done)
{
  return *(gboolean *)done;
}

static void
assert_result (Fixture *fixture, gboolean go)
{
  uk_test_spin_until (is_done, &fixture->done, 5000);
  g_assert_cmpint (fixture->go, ==, go);
}

/* The window of @type that stands before the other. */
static GtkWidget *
find_window (Fixture *fixture, GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GList *each;

  for (each = windows; each != NULL; each = each->next) {
    if (G_OBJECT_TYPE (each->data) == type && gtk_window_get_transient_for (each->data) != NULL)
      return each->data;
  }
  return NULL;
}

static void
click (Fixture *fixture, GType type, const char *text)
{
  GtkWidget *window = find_window (fixture, type);
  GtkWidget *button;

  g_assert_nonnull (window);
  button = uk_app_test_find (window, GTK_TYPE_BUTTON, text);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
respond (Fixture *fixture, const char *heading, const char *response)
{
  GtkWidget *message = find_window (fixture, ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (message);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (message)), ==, heading);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), response);
  gtk_window_destroy (GTK_WINDOW (message));
}

/* As if asked before, with nothing but @condition (nullable). */
static void
answer_all (Fixture *fixture, const char *region, const char *condition)
{
  UkSafetyBook *book = fixture->app.context.safety;
  g_autoptr (GPtrArray) due = uk_safety_book_list_due (book, region, get_now ());
  guint i;

  for (i = 0; i < due->len; i++) {
    const UkQuestion *question = g_ptr_array_index (due, i);

    uk_safety_book_answer (book, question->id, uk_question_get_scope (question, region), UK_ANSWER_NO, get_now (),
                           NULL);
  }
  uk_safety_book_answer (book, UK_ANSWERED_CONDITIONS, "", UK_ANSWER_NO, get_now (), NULL);
  if (condition != NULL)
    uk_safety_book_answer (book, condition, "", UK_ANSWER_YES, get_now (), NULL);
}

static void
test_first_run (Fixture *fixture, gconstpointer data)
{
  check (fixture, "hc-heat-pad-15", "calf");
  g_assert_false (fixture->done);
  click (fixture, UK_TYPE_SAFETY_DIALOG, "None of these apply");
  click (fixture, UK_TYPE_SAFETY_TAPS, "Go on");
  assert_result (fixture, TRUE);

  /* The same day nothing is asked any more. */
  check (fixture, "hc-heat-pad-15", "calf");
  assert_result (fixture, TRUE);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  check (fixture, "st-calf-wall", "calf");
  gtk_window_close (GTK_WINDOW (find_window (fixture, UK_TYPE_SAFETY_DIALOG)));
  assert_result (fixture, FALSE);
}

static void
switch_on (Fixture *fixture, const char *ask)
{
  GtkWidget *label = uk_app_test_find (find_window (fixture, UK_TYPE_SAFETY_TAPS), GTK_TYPE_LABEL, ask);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

static void
test_strong_pain (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, "mid-back", NULL);
  check (fixture, "mid-back-ball-wall", "mid-back");
  switch_on (fixture, "Is the pain here 6 or more out of 10 right now?");
  click (fixture, UK_TYPE_SAFETY_TAPS, "Go on");
  respond (fixture, "Strong pain today", "close");
  assert_result (fixture, FALSE);
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, "calf", NULL);
  check (fixture, "hc-heat-pad-15", "calf");
  switch_on (fixture, "Anything new since last time? (fever, numbness, weakness, swelling, chest pain, an accident)");
  click (fixture, UK_TYPE_SAFETY_TAPS, "Go on");
  click (fixture, UK_TYPE_SAFETY_DIALOG, "None of these apply");
  assert_result (fixture, TRUE);
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, "calf", "varicose");
  check (fixture, "hc-heat-pad-15", "calf");
  click (fixture, UK_TYPE_SAFETY_TAPS, "Go on");
  respond (fixture, "Marked or sore varicose veins", "no");
  assert_result (fixture, TRUE);

  answer_all (fixture, "hamstrings", NULL);
  check (fixture, "hc-heat-pad-15", "hamstrings");
  click (fixture, UK_TYPE_SAFETY_TAPS, "Go on");
  respond (fixture, "Marked or sore varicose veins", "not-sure");
  respond (fixture, "Marked or sore varicose veins", "close");
  assert_result (fixture, FALSE);
}

static void
test_doctor (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, NULL, "heart");
  check (fixture, "ae-walk-20", NULL);
  respond (fixture, "Ask first: Heart disease, chest pain or rhythm trouble", "close");
  assert_result (fixture, FALSE);
  check (fixture, "ae-walk-20", NULL);
  respond (fixture, "Ask first: Heart disease, chest pain or rhythm trouble", "agreed");
  assert_result (fixture, TRUE);
  check (fixture, "ae-walk-20", NULL);
  assert_result (fixture, TRUE);
}

/* A sign that is open turns away at once. */
static void
test_sign (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, "calf", NULL);
  uk_safety_book_answer (fixture->app.context.safety, "N1", "", UK_ANSWER_NOT_SURE, get_now (), NULL);
  check (fixture, "hc-heat-pad-15", "calf");
  respond (fixture, "Get help now", "close");
  assert_result (fixture, FALSE);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  UkRunRecord run = {
    .id = (char *)"r", .routine = (char *)"hc-moist-heat-12", .region = (char *)"calf", .side = UK_SIDE_LEFT,
    .started = get_now () - 1800, .ended = get_now () - 600, .seconds_done = 700, .completed = TRUE,
  };

  answer_all (fixture, "calf", NULL);
  g_assert_true (uk_store_save_run (fixture->app.context.store, &run, NULL));
  check (fixture, "hc-heat-pad-15", "calf");
  respond (fixture, "Let the skin rest", "close");
  assert_result (fixture, FALSE);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/safety/guard/first-run", test_first_run }, { "/safety/guard/closed", test_closed },
    { "/safety/guard/strong-pain", test_strong_pain }, { "/safety/guard/news", test_news },
    { "/safety/guard/place", test_place }, { "/safety/guard/doctor", test_doctor },
    { "/safety/guard/lock", test_lock }, { "/safety/guard/sign", test_sign },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
