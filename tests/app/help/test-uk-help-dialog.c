/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/help/uk-help-dialog.h"

#include "app/support/uk-app-test.h"
#include "support/uk-test.h"

static gboolean
is_focused (GtkWidget *dialog, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return focus != NULL && uk_app_test_shows_text (focus, text);
}

static void
test_chapters (void)
{
  GtkWidget *dialog = uk_help_dialog_new ();
  GtkWidget *chip;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  uk_help_dialog_show (UK_HELP_DIALOG (dialog), "nonsense");
  uk_help_dialog_show (UK_HELP_DIALOG (dialog), "safety");
  g_assert_true (is_focused (dialog, "Stay safe"));
  chip = uk_app_test_find (dialog, GTK_TYPE_BUTTON, "Find your knot");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (is_focused (dialog, "Find your knot"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_page (void)
{
  g_autofree char *folder = uk_test_make_folder ();
  g_autofree char *english = g_build_filename (folder, "en.html", NULL);
  g_autofree char *german = g_build_filename (folder, "de.html", NULL);
  const char *const swiss[] = { "de_CH.UTF-8", "de_CH", "de", "C", NULL };
  const char *const french[] = { "fr", "C", NULL };
  g_autofree char *nothing = uk_help_dialog_find_page (folder, swiss);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_null (nothing);
  g_assert_true (g_file_set_contents (english, "", -1, NULL));
  g_assert_true (g_file_set_contents (german, "", -1, NULL));
  first = uk_help_dialog_find_page (folder, swiss);
  g_assert_cmpstr (first, ==, german);
  second = uk_help_dialog_find_page (folder, french);
  g_assert_cmpstr (second, ==, english);
  uk_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add_func ("/help-dialog/chapters", test_chapters);
  g_test_add_func ("/help-dialog/page", test_page);
  return g_test_run ();
}
