/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/body/uk-body-page.h"
#include "app/body/uk-routine-dialog.h"
#include "app/facts/uk-facts-dialog.h"
#include "app/own/uk-own-dialog.h"
#include "app/own/uk-routine-editor.h"
#include "app/progress/uk-progress-page.h"
#include "app/reminders/uk-reminders-page.h"
#include "app/run/uk-run-page.h"
#include "app/safety/uk-safety-dialog.h"
#include "app/support/uk-app-test.h"
#include "support/uk-test.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#define PATIENCE_MS 10000

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  gpointer page; /* in it, NULL once it is gone */
  GPtrArray *names; /* words that are no language's: Latin names, publications; the longest first */
  GPtrArray *escaped;
} Fixture;

/* ---- what may stay as it is ---- */

static void
allow (Fixture *f, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (f->names, g_strdup (text));
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *)a), second = strlen (*(const char *const *)b);

  return (first < second) - (first > second);
}

static void
allow_names (Fixture *f)
{
  static const char *const toolkit[] = { "Clear entry", "(None)", "Search…", "Apply" };
  GPtrArray *regions = uk_catalogue_get_regions (f->app.context.catalogue);
  GPtrArray *sources = uk_catalogue_get_sources (f->app.context.catalogue);
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (toolkit); i++)
    allow (f, toolkit[i]);
  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    for (j = 0; j < region->n_muscles; j++)
      allow (f, region->muscles[j].latin);
    for (j = 0; j < region->n_layers; j++)
      allow (f, region->layers[j].latin);
  }
  for (i = 0; i < sources->len; i++) {
    const UkSource *source = g_ptr_array_index (sources, i);

    allow (f, source->author);
    allow (f, source->title);
    allow (f, source->where);
  }
  g_ptr_array_sort (f->names, compare_lengths);
}

static gboolean
holds_plain_words (const char *text)
{
  guint run = 0;

  for (; *text != '\0'; text++) {
    run = g_ascii_isalpha (*text) ? run + 1 : 0;
    if (run == 2)
      return TRUE;
  }
  return FALSE;
}

/* @text without the names that may stand in it. */
static char *
strip_names (Fixture *f, const char *text)
{
  GString *rest = g_string_new (text);
  guint i;

  for (i = 0; i < f->names->len; i++) {
    const char *name = g_ptr_array_index (f->names, i);

    if (strstr (rest->str, name) != NULL)
      g_string_replace (rest, name, "", 0);
  }
  return g_string_free (rest, FALSE);
}

static void
look (Fixture *f, GtkWidget *widget, const char *text)
{
  g_autofree char *rest = NULL;

  if (text == NULL || !holds_plain_words (text))
    return;
  rest = strip_names (f, text);
  if (holds_plain_words (rest))
    g_ptr_array_add (f->escaped, g_strdup_printf ("%s: %s", G_OBJECT_TYPE_NAME (widget), text));
}

/* ---- what is seen ---- */

/* Words of the toolkit have translators of their own, and links are addresses. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_LINK_BUTTON (widget);
}

static void
look_at_properties (Fixture *f, GtkWidget *widget)
{
  static const char *const texts[]
      = { "label", "title", "subtitle", "text", "placeholder-text", "tooltip-text", "description" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++) {
    GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), texts[i]);
    g_autofree char *text = NULL;

    if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
      continue;
    g_object_get (widget, texts[i], &text, NULL);
    if (GTK_IS_LABEL (widget) && g_str_equal (texts[i], "label"))
      look (f, widget, gtk_label_get_text (GTK_LABEL (widget)));
    else
      look (f, widget, text);
  }
}

static void
walk (Fixture *f, GtkWidget *widget)
{
  GtkWidget *child;

  if (is_foreign (widget))
    return;
  look_at_properties (f, widget);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (f, child);
}

static void
put_into_window (Fixture *f, GtkWidget *page)
{
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (f->window), page);
  f->page = page;
  g_object_add_weak_pointer (G_OBJECT (page), &f->page);
}

static void
check (Fixture *f)
{
  guint i;

  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  walk (f, f->window);
  for (i = 0; i < f->escaped->len; i++)
    g_test_message ("not translated: %s", (const char *)g_ptr_array_index (f->escaped, i));
  if (f->escaped->len > 0)
    g_test_fail ();
  g_ptr_array_set_size (f->escaped, 0);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  uk_app_test_set_up (&f->app);
  f->names = g_ptr_array_new_with_free_func (g_free);
  f->escaped = g_ptr_array_new_with_free_func (g_free);
  allow_names (f);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *)data)->page == NULL;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  /* Answers that are under way still look at what the page works with. */
  uk_test_spin_until (is_gone, f, PATIENCE_MS);
  g_ptr_array_unref (f->names);
  g_ptr_array_unref (f->escaped);
  uk_app_test_tear_down (&f->app);
}

static const UkRoutine *
get_routine (Fixture *f, const char *id)
{
  return uk_catalogue_get_routine (f->app.context.catalogue, id);
}

/* ---- pages ---- */

static void
test_body (Fixture *f, gconstpointer data)
{
  UkBodyPage *page = g_object_new (UK_TYPE_BODY_PAGE, NULL);

  uk_body_page_set_context (page, &f->app.context);
  put_into_window (f, GTK_WIDGET (page));
  check (f);
  uk_body_page_show_region (page, "rhomboids", UK_SIDE_LEFT);
  check (f);
}

static void
test_routine (Fixture *f, gconstpointer data)
{
  f->window = uk_routine_dialog_new (&f->app.context, get_routine (f, "rhomboids-ball-wall"), NULL,
                                   UK_SIDE_LEFT);
  check (f);
}

static void
test_run (Fixture *f, gconstpointer data)
{
  GtkWidget *page = uk_run_page_new ();

  uk_run_page_set_context (UK_RUN_PAGE (page), &f->app.context);
  put_into_window (f, page);
  uk_run_page_prepare (UK_RUN_PAGE (page), get_routine (f, "rhomboids-ball-wall"), "rhomboids",
                       UK_SIDE_LEFT, FALSE);
  check (f);
}

static void
test_reminders (Fixture *f, gconstpointer data)
{
  UkRemindersPage *page = g_object_new (UK_TYPE_REMINDERS_PAGE, NULL);

  uk_reminders_page_set_context (page, &f->app.context);
  put_into_window (f, GTK_WIDGET (page));
  check (f);
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  UkProgressPage *page = g_object_new (UK_TYPE_PROGRESS_PAGE, NULL);

  uk_progress_page_set_context (page, &f->app.context);
  put_into_window (f, GTK_WIDGET (page));
  check (f);
}

static void
test_safety (Fixture *f, gconstpointer data)
{
  f->window = uk_safety_dialog_new (f->app.context.safety, "rhomboids", UK_SAFETY_ASK_EDIT);
  check (f);
}

static void
test_facts (Fixture *f, gconstpointer data)
{
  f->window = uk_facts_dialog_new (&f->app.context);
  check (f);
}

static void
test_own (Fixture *f, gconstpointer data)
{
  f->window = uk_own_dialog_new (&f->app.context);
  check (f);
}

static void
test_editor (Fixture *f, gconstpointer data)
{
  f->window = uk_routine_editor_new (&f->app.context, get_routine (f, "rhomboids-ball-wall"));
  check (f);
}

#define ADD(name, func) g_test_add ("/pseudo/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("UK_PSEUDO");

  g_setenv ("LANGUAGE", "en@pseudo", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain (UK_CATALOGUE_DOMAIN, folder);
  bind_textdomain_codeset (UK_CATALOGUE_DOMAIN, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  uk_app_test_init (&argc, &argv);
  g_assert_cmpstr (_ ("Start"), !=, "Start");
  ADD ("body", test_body);
  ADD ("routine", test_routine);
  ADD ("run", test_run);
  ADD ("reminders", test_reminders);
  ADD ("progress", test_progress);
  ADD ("safety", test_safety);
  ADD ("facts", test_facts);
  ADD ("own routines", test_own);
  ADD ("editor", test_editor);
  return g_test_run ();
}
