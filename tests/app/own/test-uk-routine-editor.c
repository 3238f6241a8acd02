/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/own/uk-routine-editor.h"
#include "app/own/uk-step-card.h"
#include "app/support/uk-app-test.h"

typedef struct {
  UkAppTest app;
  GtkWidget *editor;
  char *saved;
} Fixture;

static void
saved_cb (Fixture *f, const char *id)
{
  f->saved = g_strdup (id);
  f->editor = NULL;
}

static void
open_editor (Fixture *f, const char *id)
{
  f->editor = uk_routine_editor_new (&f->app.context,
                                     uk_catalogue_get_routine (f->app.context.catalogue, id));
  g_signal_connect_swapped (f->editor, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (f->editor));
  gtk_test_widget_wait_for_draw (f->editor);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  uk_app_test_set_up (&f->app);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (f->editor));
  g_free (f->saved);
  uk_app_test_tear_down (&f->app);
}

static gboolean
shows (Fixture *f, const char *text)
{
  return uk_app_test_shows_text (f->editor, text);
}

/* The nth widget of a type in the editor. */
static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  GtkWidget *child, *found;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    found = find_nth (child, type, n);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
get_nth (Fixture *f, GType type, guint n)
{
  GtkWidget *found = find_nth (f->editor, type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  const UkRoutine *shipped
      = uk_catalogue_get_routine (f->app.context.catalogue, "rhomboids-ball-wall");
  const UkRoutine *copy;

  open_editor (f, "rhomboids-ball-wall");
  gtk_editable_set_text (GTK_EDITABLE (get_nth (f, ADW_TYPE_ENTRY_ROW, 0)), "Mine");
  gtk_widget_activate_action (f->editor, "editor.save", NULL);
  g_assert_cmpstr (f->saved, ==, "own-mine");
  copy = uk_catalogue_get_routine (f->app.context.catalogue, "own-mine");
  g_assert_cmpstr (copy->title, ==, "Mine");
  g_assert_cmpuint (copy->n_steps, ==, shipped->n_steps);
  g_assert_cmpint (copy->evidence, ==, UK_EVIDENCE_TRADITION);
}

/* A new routine is told what it lacks once something is written, and can be saved when nothing lacks. */
static void
test_new (Fixture *f, gconstpointer data)
{
  GtkWidget *card;

  open_editor (f, NULL);
  g_assert_false (shows (f, "Give the routine a title."));
  card = get_nth (f, UK_TYPE_STEP_CARD, 0);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_nth (f, GTK_TYPE_TEXT_VIEW, 0))), "It heals.", -1);
  g_assert_true (shows (f, "Give the routine a title."));
  g_assert_true (shows (f, "Choose a picture."));
  gtk_editable_set_text (GTK_EDITABLE (get_nth (f, ADW_TYPE_ENTRY_ROW, 0)), "Wait");
  uk_step_card_set_pose (UK_STEP_CARD (card), 0, "mat-sit");
  g_assert_true (shows (f, "“heals” promises or explains what nobody knows."));
  gtk_widget_activate_action (f->editor, "editor.save", NULL);
  g_assert_null (f->saved);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_nth (f, GTK_TYPE_TEXT_VIEW, 0))), "Sit.", -1);
  gtk_widget_activate_action (f->editor, "editor.save", NULL);
  g_assert_cmpstr (f->saved, ==, "own-wait");
}

static char *
get_step_text (Fixture *f, guint n)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_nth (f, GTK_TYPE_TEXT_VIEW, n))),
                "text", &text, NULL);
  return text;
}

static void
test_order (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *now_first = NULL;
  g_autofree char *now_second = NULL;

  open_editor (f, "rhomboids-ball-wall");
  first = get_step_text (f, 0);
  gtk_widget_activate_action (get_nth (f, UK_TYPE_STEP_CARD, 0), "step.move", "i", -1); /* stays */
  gtk_widget_activate_action (get_nth (f, UK_TYPE_STEP_CARD, 0), "step.move", "i", 1);
  now_second = get_step_text (f, 1);
  g_assert_cmpstr (now_second, ==, first);
  gtk_widget_activate_action (get_nth (f, UK_TYPE_STEP_CARD, 0), "step.remove", NULL);
  now_first = get_step_text (f, 0);
  g_assert_cmpstr (now_first, ==, first);
}

/* A movement keeps the keys between its ends. */
static void
test_pictures (Fixture *f, gconstpointer data)
{
  UkStep steps[] = { { .seconds = 9,
                       .act = "Move.",
                       .poses = (const char *const[]){ "a", "b", "c", NULL } } };
  UkRoutine routine
      = *uk_catalogue_get_routine (f->app.context.catalogue, "rhomboids-ball-wall");
  const UkRoutine *saved;

  routine.steps = steps;
  routine.n_steps = 1;
  f->editor = uk_routine_editor_new (&f->app.context, &routine);
  g_signal_connect_swapped (f->editor, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (f->editor));
  uk_step_card_set_pose (UK_STEP_CARD (get_nth (f, UK_TYPE_STEP_CARD, 0)), 0, "mat-sit");
  uk_step_card_set_pose (UK_STEP_CARD (get_nth (f, UK_TYPE_STEP_CARD, 0)), 1, "mat-supine");
  gtk_widget_activate_action (f->editor, "editor.save", NULL);
  saved = uk_catalogue_get_routine (f->app.context.catalogue, f->saved);
  g_assert_cmpstr (saved->steps[0].poses[0], ==, "mat-sit");
  g_assert_cmpstr (saved->steps[0].poses[1], ==, "b");
  g_assert_cmpstr (saved->steps[0].poses[2], ==, "mat-supine");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/routine-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  ADD ("copy", test_copy);
  ADD ("new", test_new);
  ADD ("order", test_order);
  ADD ("pictures", test_pictures);
  return g_test_run ();
}
