/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/data/uk-data-tools.h"

#include "app/data/uk-report-dialog.h"
#include "app/support/uk-app-test.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <string.h>

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  GtkWidget *toasts;
  UkDataTools *tools;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
  uk_simulate_history (fixture->app.context.store, g_get_real_time () / G_USEC_PER_SEC,
                       UK_HISTORY_MONTH);
  fixture->window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  fixture->toasts = adw_toast_overlay_new ();
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), fixture->toasts);
  fixture->tools = uk_data_tools_new (ADW_APPLICATION_WINDOW (fixture->window),
                                      ADW_TOAST_OVERLAY (fixture->toasts), &fixture->app.context);
  g_signal_connect_swapped (fixture->tools, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->tools);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  uk_app_test_tear_down (&fixture->app);
}

static GFile *
make_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->app.folder, name, NULL);

  return g_file_new_for_path (path);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *found = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
      found = ADW_MESSAGE_DIALOG (window);
  }
  return found;
}

static void
answer (const char *heading, const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), heading));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static guint
count_ratings (Fixture *fixture)
{
  g_autoptr (GPtrArray) ratings = uk_store_list_all_ratings (fixture->app.context.store, NULL);

  return ratings->len;
}

static void
undo (Fixture *fixture)
{
  GtkWidget *button = uk_app_test_find (fixture->toasts, GTK_TYPE_BUTTON, "_Undo");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_exchange (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, data);
  const guint n = count_ratings (fixture);

  uk_data_tools_export (fixture->tools, file);
  g_assert_true (uk_store_delete_knot (fixture->app.context.store, "shoulder", NULL));
  uk_data_tools_import (fixture->tools, file);
  answer (data, "cancel");
  g_assert_cmpuint (count_ratings (fixture), <, n);
  uk_data_tools_import (fixture->tools, file);
  answer (data, "import");
  g_assert_cmpuint (count_ratings (fixture), ==, n);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  undo (fixture);
  g_assert_cmpuint (count_ratings (fixture), <, n);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "hostile.csv");
  const guint n = count_ratings (fixture);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "rating\n\"", -1, NULL));
  uk_data_tools_import (fixture->tools, file);
  answer ("Nothing was imported", "close");
  uk_data_tools_restore (fixture->tools, file);
  answer ("Restore hostile.csv?", "restore");
  answer ("Nothing was restored", "close");
  g_assert_cmpuint (count_ratings (fixture), ==, n);
}

/* A file that the program is opened with goes where its name says. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) diary = make_file (fixture, "all.JSON");
  g_autoptr (GFile) backup = make_file (fixture, "my.unknot");
  g_autoptr (GFile) routine = make_file (fixture, "my.xml");
  const guint n = count_ratings (fixture);

  uk_data_tools_back_up (fixture->tools, backup);
  g_assert_true (g_file_set_contents (g_file_peek_path (diary), "{", -1, NULL));
  g_assert_true (uk_data_tools_open (fixture->tools, diary));
  answer ("Nothing was imported", "close");
  g_assert_true (uk_data_tools_open (fixture->tools, backup));
  answer ("Restore my.unknot?", "cancel");
  g_assert_false (uk_data_tools_open (fixture->tools, routine));
  g_assert_cmpuint (count_ratings (fixture), ==, n);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "my.unknot");
  const guint n = count_ratings (fixture);

  uk_data_tools_back_up (fixture->tools, file);
  uk_data_tools_delete_all (fixture->tools);
  g_assert_cmpuint (count_ratings (fixture), ==, 0);
  uk_data_tools_restore (fixture->tools, file);
  answer ("Restore my.unknot?", "restore");
  g_assert_cmpuint (count_ratings (fixture), ==, n);
  undo (fixture);
  g_assert_cmpuint (count_ratings (fixture), ==, 0);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "delete-data", NULL);
  answer ("Delete all your data?", "cancel");
  g_assert_cmpuint (count_ratings (fixture), >, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "delete-data", NULL);
  answer ("Delete all your data?", "delete");
  g_assert_cmpuint (count_ratings (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "page.pdf");
  GtkWidget *dialog = uk_report_dialog_new (&fixture->app.context);
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  uk_report_dialog_save (UK_REPORT_DIALOG (dialog), file);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add ("/data-tools/csv", Fixture, "my.csv", set_up, test_exchange, tear_down);
  g_test_add ("/data-tools/json", Fixture, "my.json", set_up, test_exchange, tear_down);
  g_test_add ("/data-tools/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/data-tools/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/data-tools/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/data-tools/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/data-tools/report", Fixture, NULL, set_up, test_report, tear_down);
  return g_test_run ();
}
