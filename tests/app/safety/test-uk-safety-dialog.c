/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/safety/uk-safety-dialog.h"

#include "app/safety/uk-question-row.h"
#include "app/support/uk-app-test.h"

#define DAY (24 * 60 * 60)

typedef struct {
  UkAppTest app;
  GtkWidget *dialog;
} Fixture;

static void
open_dialog (Fixture *fixture, const char *region, UkSafetyAsk ask)
{
  fixture->dialog = uk_safety_dialog_new (fixture->app.context.safety, region, ask);
  g_object_ref (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
close_dialog (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_finalize_object (fixture->dialog);
  fixture->dialog = NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    close_dialog (fixture);
  uk_app_test_tear_down (&fixture->app);
}

/* The row that asks the question with this id. */
static GtkWidget *
find_row (GtkWidget *root, const char *id)
{
  GtkWidget *child, *found;

  if (UK_IS_QUESTION_ROW (root)
      && g_str_equal (uk_question_row_get_question (UK_QUESTION_ROW (root))->id, id))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    found = find_row (child, id);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
click (Fixture *fixture, const char *text)
{
  GtkWidget *button = uk_app_test_find (fixture->dialog, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
answer (Fixture *fixture, const char *id, const char *text)
{
  GtkWidget *button = uk_app_test_find (find_row (fixture->dialog, id), GTK_TYPE_TOGGLE_BUTTON, text);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static const UkSafetyAnswer *
get_answer (Fixture *fixture, const char *id, const char *scope)
{
  return uk_answers_get (uk_safety_book_get_answers (fixture->app.context.safety), id, scope);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stored = NULL;
  guint i;

  open_dialog (fixture, "calf", UK_SAFETY_ASK_DUE);
  g_assert_true (uk_app_test_shows_text (fixture->dialog, "Do any of these apply to you?"));
  click (fixture, "None of these apply");
  /* A run waits, and there is nothing to tell. */
  g_assert_false (gtk_widget_get_visible (fixture->dialog));
  g_assert_true (uk_safety_dialog_is_complete (UK_SAFETY_DIALOG (fixture->dialog)));
  stored = uk_store_list_safety (fixture->app.context.store, NULL);
  g_assert_cmpuint (stored->len, >, 60);
  for (i = 0; i < stored->len; i++)
    g_assert_cmpint (((const UkSafetyAnswer *)g_ptr_array_index (stored, i))->answer, ==, UK_ANSWER_NO);
  g_assert_false (uk_safety_book_is_due (fixture->app.context.safety, "calf", g_get_real_time () / G_USEC_PER_SEC));
}

static void
test_not_sure (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "calf", UK_SAFETY_ASK_DUE);
  answer (fixture, "N1", "Not sure");
  /* Kept at once, even if the window is closed now. */
  g_assert_cmpint (get_answer (fixture, "N1", "")->answer, ==, UK_ANSWER_NOT_SURE);
  g_assert_null (get_answer (fixture, "N3", ""));
  click (fixture, "None of the others apply");
  g_assert_true (uk_app_test_shows_text (fixture->dialog, "Get help now"));
  g_assert_true (gtk_widget_get_visible (fixture->dialog));

  /* A slip of the finger can be taken back. */
  click (fixture, "Change answers");
  answer (fixture, "N1", "No");
  click (fixture, "Done");
  g_assert_false (gtk_widget_get_visible (fixture->dialog));
}

static void
test_results (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *question;
    const char *title;
    const char *button;
  } cases[] = {
    { "T6", "See a doctor today", "Close" },
    { "S1", "Book a visit", "Go on" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    open_dialog (fixture, "calf", UK_SAFETY_ASK_AFRESH);
    answer (fixture, cases[i].question, "Yes");
    click (fixture, "None of the others apply");
    g_assert_true (uk_app_test_shows_text (fixture->dialog, cases[i].title));
    g_assert_nonnull (uk_app_test_find (fixture->dialog, GTK_TYPE_BUTTON, cases[i].button));
    close_dialog (fixture);
  }
}

static void
test_condition (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label, *check;

  open_dialog (fixture, "calf", UK_SAFETY_ASK_DUE);
  label = uk_app_test_find (fixture->dialog, GTK_TYPE_LABEL, "Pregnancy");
  g_assert_nonnull (label);
  check = gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pregnancy");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (get_answer (fixture, "pregnancy", "")->answer, ==, UK_ANSWER_YES);
  click (fixture, "None of the others apply");
  g_assert_true (uk_app_test_shows_text (fixture->dialog, "Go on with changes"));
  /* What was ticked is not unticked by saying that no sign applies. */
  g_assert_cmpint (get_answer (fixture, "pregnancy", "")->answer, ==, UK_ANSWER_YES);
}

static void
age_answers (Fixture *fixture, gint64 seconds)
{
  g_autoptr (GPtrArray) stored = uk_store_list_safety (fixture->app.context.store, NULL);
  guint i;

  for (i = 0; i < stored->len; i++)
    ((UkSafetyAnswer *)g_ptr_array_index (stored, i))->at -= seconds;
  g_assert_true (uk_safety_book_answer_list (fixture->app.context.safety, stored, NULL));
}

/* A month later everything is asked again, the next day and at another place only what is new. */
static void
test_asked_again (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "calf", UK_SAFETY_ASK_DUE);
  click (fixture, "None of these apply");
  g_assert_finalize_object (fixture->dialog);

  age_answers (fixture, DAY);
  open_dialog (fixture, "posterior-neck", UK_SAFETY_ASK_DUE);
  g_assert_nonnull (find_row (fixture->dialog, "N6"));
  g_assert_null (find_row (fixture->dialog, "N1"));
  g_assert_false (uk_app_test_shows_text (fixture->dialog, "Do any of these apply to you?"));
  close_dialog (fixture);

  age_answers (fixture, 29 * DAY);
  open_dialog (fixture, "calf", UK_SAFETY_ASK_DUE);
  g_assert_nonnull (find_row (fixture->dialog, "N1"));
  g_assert_true (uk_app_test_shows_text (fixture->dialog, "Do any of these apply to you?"));
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  UkAnswer shown;

  uk_safety_book_answer (fixture->app.context.safety, "S1", "", UK_ANSWER_NOT_SURE, g_get_real_time () / G_USEC_PER_SEC,
                         NULL);
  open_dialog (fixture, NULL, UK_SAFETY_ASK_EDIT);
  g_assert_true (uk_question_row_get_answer (UK_QUESTION_ROW (find_row (fixture->dialog, "S1")), &shown));
  g_assert_cmpint (shown, ==, UK_ANSWER_NOT_SURE);
  g_assert_false (uk_question_row_get_answer (UK_QUESTION_ROW (find_row (fixture->dialog, "S9")), &shown));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/safety/dialog/none", test_none },
    { "/safety/dialog/not-sure", test_not_sure },
    { "/safety/dialog/results", test_results },
    { "/safety/dialog/condition", test_condition },
    { "/safety/dialog/asked-again", test_asked_again },
    { "/safety/dialog/edit", test_edit },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
