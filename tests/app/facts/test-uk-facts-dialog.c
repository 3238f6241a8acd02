/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/facts/uk-facts-dialog.h"
#include "app/facts/uk-source-words.h"
#include "app/support/uk-app-test.h"

#include <string.h>

static gboolean
is_focused (GtkWidget *dialog, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return focus != NULL && uk_app_test_shows_text (focus, text);
}

static void
test_places (void)
{
  UkAppTest app;
  GtkWidget *dialog;
  const UkSource *source;
  const UkFact *fact;

  uk_app_test_set_up (&app);
  dialog = uk_facts_dialog_new (&app.context);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  uk_facts_dialog_show (UK_FACTS_DIALOG (dialog), "");
  g_assert_true (uk_app_test_shows_text (dialog, "What is disputed"));
  source = uk_catalogue_get_source (app.context.catalogue, "S31");
  uk_facts_dialog_show (UK_FACTS_DIALOG (dialog), "source:S31");
  g_assert_true (is_focused (dialog, source->title));
  g_assert_true (is_focused (dialog, "Pocovi and others, 2024"));
  fact = uk_catalogue_get_technique_fact (app.context.catalogue, UK_TECHNIQUE_ROLLER);
  uk_facts_dialog_show (UK_FACTS_DIALOG (dialog), "technique:roller");
  g_assert_true (is_focused (dialog, fact->text));
  uk_facts_dialog_show (UK_FACTS_DIALOG (dialog), "source:nonsense");
  gtk_window_destroy (GTK_WINDOW (dialog));
  uk_app_test_tear_down (&app);
}

/* What rests on a source is counted from the content. */
static void
test_support (void)
{
  UkAppTest app;
  g_autofree char *support = NULL;
  const char *const ids[] = { "H20", "S48", NULL };
  g_autofree char *list = NULL;

  uk_app_test_set_up (&app);
  support = uk_source_words_support (app.context.catalogue,
                                     uk_catalogue_get_source (app.context.catalogue, "S26"));
  g_assert_cmpstr (support, ==, "Cold · Cold (1 routine)");
  list = uk_source_words_list (app.context.catalogue, ids);
  g_assert_nonnull (strstr (list, "<a href=\"source:S48\">Finucane and others, 2020</a>"));
  uk_app_test_tear_down (&app);
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add_func ("/facts-dialog/places", test_places);
  g_test_add_func ("/facts-dialog/support", test_support);
  return g_test_run ();
}
