/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/own/uk-own-dialog.h"
#include "app/support/uk-app-test.h"

typedef struct {
  UkAppTest app;
  GtkWidget *dialog;
  GFile *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const UkRoutine *shipped;
  g_autofree char *path = NULL;

  uk_app_test_set_up (&f->app);
  f->dialog = uk_own_dialog_new (&f->app.context);
  gtk_window_present (GTK_WINDOW (f->dialog));
  gtk_test_widget_wait_for_draw (f->dialog);
  path = g_build_filename (f->app.folder, "given.xml", NULL);
  f->file = g_file_new_for_path (path);
  shipped = uk_catalogue_get_routine (f->app.context.catalogue, "rhomboids-ball-wall");
  g_assert_true (uk_own_routines_export (f->app.context.own, shipped, f->file, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->dialog));
  g_object_unref (f->file);
  uk_app_test_tear_down (&f->app);
}

static const UkRoutine *
get_imported (Fixture *f)
{
  return uk_catalogue_get_routine (f->app.context.catalogue, "rhomboids-ball-wall-2");
}

static void
test_import (Fixture *f, gconstpointer data)
{
  g_assert_true (uk_app_test_shows_text (f->dialog, "Nothing of your own yet"));
  uk_own_dialog_import (UK_OWN_DIALOG (f->dialog), f->file);
  g_assert_nonnull (get_imported (f));
  g_assert_true (uk_app_test_shows_text (f->dialog, get_imported (f)->title));
  g_assert_false (uk_app_test_shows_text (f->dialog, "Nothing of your own yet"));
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  uk_own_dialog_import (UK_OWN_DIALOG (f->dialog), f->file);
  gtk_widget_activate_action (f->dialog, "own.delete", "s", "rhomboids-ball-wall-2");
  g_assert_null (get_imported (f));
  gtk_widget_activate_action (f->dialog, "own.undo", NULL);
  g_assert_nonnull (get_imported (f));
  gtk_widget_activate_action (f->dialog, "own.delete", "s", "rhomboids-ball-wall"); /* ours stays */
  g_assert_nonnull (
      uk_catalogue_get_routine (f->app.context.catalogue, "rhomboids-ball-wall"));
}

static GtkWindow *
find_message (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }
  return NULL;
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  GtkWindow *message;

  g_assert_true (
      g_file_set_contents (g_file_peek_path (f->file), "<routines technique='ball'>\n<x/>", -1, NULL));
  uk_own_dialog_import (UK_OWN_DIALOG (f->dialog), f->file);
  message = find_message ();
  g_assert_nonnull (message);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), ==,
                   "given.xml:2: <x> may not stand in <routines>.");
  gtk_window_destroy (message);
  g_assert_true (uk_app_test_shows_text (f->dialog, "Nothing of your own yet"));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/own-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  ADD ("import", test_import);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  return g_test_run ();
}
