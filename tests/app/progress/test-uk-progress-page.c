/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/progress/uk-progress-page.h"

#include "app/progress/uk-log-row.h"
#include "app/progress/uk-past-dialog.h"
#include "app/progress/uk-trend-view.h"
#include "app/progress/uk-year-row.h"
#include "app/support/uk-app-test.h"
#include "app/widgets/uk-rating-row.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <adwaita.h>
#include <string.h>

#define PATIENCE_MS 20000

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  GtkWidget *page;
  const char *text; /* waited for */
} Fixture;

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
open_page (Fixture *fixture, int width)
{
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (UK_TYPE_PROGRESS_PAGE, NULL);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  if (width < 600)
    gtk_widget_add_css_class (fixture->window, "narrow");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  uk_progress_page_set_context (UK_PROGRESS_PAGE (fixture->page), &fixture->app.context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  uk_test_spin_until (is_shown, fixture->page, PATIENCE_MS);
}

static void
open_history (Fixture *fixture, UkHistoryKind kind)
{
  uk_simulate_history (fixture->app.context.store, g_get_real_time () / G_USEC_PER_SEC, kind);
  open_page (fixture, 1100);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (G_OBJECT (page));
  uk_app_test_tear_down (&fixture->app);
}

static void
expect (Fixture *fixture, const char *text)
{
  g_test_message ("%s", text);
  g_assert_true (uk_app_test_shows_text (fixture->page, text));
}

static void
expect_no (Fixture *fixture, const char *text)
{
  g_assert_false (uk_app_test_shows_text (fixture->page, text));
}

static void
click (Fixture *fixture, GType type, const char *text)
{
  GtkWidget *button = uk_app_test_find (fixture->page, type, text);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
}

/* The first widget of a type, shown or not. */
static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *child, *found;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    found = find_type (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
rate (GtkWidget *row, const char *number)
{
  GtkWidget *button = uk_app_test_find (row, GTK_TYPE_TOGGLE_BUTTON, number);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1100);
  expect (fixture, "Nothing to show yet");
  g_assert_nonnull (uk_app_test_find (fixture->page, GTK_TYPE_BUTTON, "Show where it is sore"));
}

/* Without a file for the data there is still a page. */
static void
test_no_store (Fixture *fixture, gconstpointer data)
{
  UkStore *store = fixture->app.context.store;

  fixture->app.context.store = NULL;
  open_page (fixture, 1100);
  expect (fixture, "Nothing to show yet");
  fixture->app.context.store = store;
}

typedef struct {
  const char *name;
  UkHistoryKind kind;
  const char *headline;
  const char *effects;
  gboolean stuck;
} FindingCase;

static const FindingCase findings[] = {
  { "month", UK_HISTORY_MONTH, "From 7 to 4 in 2 weeks", "Ball helps most here", FALSE },
  { "one", UK_HISTORY_ONE, "Rated once: 5", "Too early to say what helps", FALSE },
  { "worse", UK_HISTORY_WORSE, "From 3 to 5 in 2 weeks", "Nothing stands out yet", TRUE },
  { "long", UK_HISTORY_LONG, "From 8 to 2 in 9 years", "Too early to say what helps", TRUE },
};

static void
test_finding (Fixture *fixture, gconstpointer data)
{
  const FindingCase *c = data;
  const char *advice = "Two weeks without ease: a good reason to let someone look at it.";

  open_history (fixture, c->kind);
  expect (fixture, c->headline);
  expect (fixture, c->effects);
  g_assert_cmpint (uk_app_test_shows_text (fixture->page, advice), ==, c->stuck);
}

/* Everything fits into the narrowest window, dressed as in the program. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  int minimum;

  gtk_css_provider_load_from_resource (style, "/unknot/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  uk_simulate_history (fixture->app.context.store, g_get_real_time () / G_USEC_PER_SEC,
                       UK_HISTORY_MONTH);
  open_page (fixture, 360);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (style));
}

static void
test_knots (Fixture *fixture, gconstpointer data)
{
  open_history (fixture, UK_HISTORY_MONTH);
  click (fixture, GTK_TYPE_TOGGLE_BUTTON, "All");
  expect (fixture, "2 of 2 knots are easier than at first");
  expect (fixture, "The sorest place of each day, 0 to 10");
  expect_no (fixture, "How is it now?");
  click (fixture, GTK_TYPE_TOGGLE_BUTTON, "Top of the shoulder, left");
  expect (fixture, "From 7 to 4 in 2 weeks");
}

static GtkWidget *
get_spot (GtkWidget *view, guint place)
{
  GtkWidget *spot = gtk_widget_get_first_child (view);

  for (; place > 0; place--)
    spot = gtk_widget_get_next_sibling (spot);
  return spot;
}

/* Points are one stop for Tab; the arrow keys go from one to the next, and each speaks. */
static void
test_points (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  g_autofree char *detail = NULL;
  g_autofree char *earlier = NULL;

  open_history (fixture, UK_HISTORY_MONTH);
  view = find_type (fixture->page, UK_TYPE_TREND_VIEW);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (get_spot (view, 14)));
  g_object_get (view, "detail", &detail, NULL);
  g_assert_nonnull (strstr (detail, ": 4 before, 2 after a run"));
  gtk_test_accessible_assert_property (get_spot (view, 14), GTK_ACCESSIBLE_PROPERTY_LABEL, detail);
  g_assert_true (uk_app_test_shows_text (fixture->page, detail));

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_LEFT));
  g_assert_true (gtk_widget_is_focus (get_spot (view, 13)));
  g_object_get (view, "detail", &earlier, NULL);
  g_assert_cmpstr (earlier, !=, detail);
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  open_history (fixture, UK_HISTORY_MONTH);
  click (fixture, GTK_TYPE_TOGGLE_BUTTON, "Table");
  expect (fixture, "After a run");
  expect (fixture, "When");
}

/* How it feels now is one click, and taken back by another. */
static void
test_rate_now (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_history (fixture, UK_HISTORY_ONE);
  row = find_type (fixture->page, UK_TYPE_RATING_ROW);
  g_assert_cmpint (uk_rating_row_get_before (UK_RATING_ROW (row)), ==, 5);
  rate (row, "3");
  expect (fixture, "From 5 to 3 today");
  g_assert_cmpint (uk_rating_row_get_before (UK_RATING_ROW (row)), ==, 3);
  click (fixture, GTK_TYPE_BUTTON, "_Undo");
  expect (fixture, "Rated once: 5");
}

static void
test_rate_earlier (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  open_history (fixture, UK_HISTORY_ONE);
  click (fixture, GTK_TYPE_BUTTON, "Rate an earlier time…");
  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) dialog = g_list_model_get_item (windows, i);
    GtkWidget *save;

    if (!UK_IS_PAST_DIALOG (dialog))
      continue;
    save = uk_app_test_find (dialog, GTK_TYPE_BUTTON, "_Save");
    g_assert_false (gtk_widget_get_sensitive (save));
    rate (find_type (dialog, UK_TYPE_RATING_ROW), "8");
    g_assert_true (gtk_widget_get_sensitive (save));
    g_signal_emit_by_name (save, "clicked");
    break;
  }
  expect (fixture, "Rated 8");
  expect (fixture, "Yesterday");
}

static GtkWidget *
get_first_row (Fixture *fixture)
{
  return find_type (fixture->page, UK_TYPE_LOG_ROW);
}

static gboolean
is_in_view (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (data));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (data, window, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (window);
}

/* A popover cannot open where nobody sees it. */
static void
scroll_to (GtkWidget *row)
{
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  uk_test_spin_until (is_in_view, row, PATIENCE_MS);
}

/* A wrong number in the diary is corrected and taken back. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = NULL;
  const UkLogEntry *entry;

  open_history (fixture, UK_HISTORY_MONTH);
  scroll_to (get_first_row (fixture));
  uk_log_row_edit (UK_LOG_ROW (get_first_row (fixture)));
  rate (find_type (get_first_row (fixture), UK_TYPE_RATING_ROW), "9");
  entry = uk_log_row_get_entry (UK_LOG_ROW (get_first_row (fixture)));
  g_assert_cmpint (entry->before->value, ==, 9);
  expect (fixture, "From 7 to 9 in 2 weeks");
  click (fixture, GTK_TYPE_BUTTON, "_Undo");
  expect (fixture, "From 7 to 4 in 2 weeks");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_history (fixture, UK_HISTORY_MONTH);
  g_signal_emit_by_name (get_first_row (fixture), "deleted");
  expect (fixture, "Run deleted");
  g_assert_cmpint (uk_log_row_get_entry (UK_LOG_ROW (get_first_row (fixture)))->after->value, ==,
                   3);
  click (fixture, GTK_TYPE_BUTTON, "_Undo");
  g_assert_cmpint (uk_log_row_get_entry (UK_LOG_ROW (get_first_row (fixture)))->after->value, ==,
                   2);
}

static GtkWidget *
find_toggle (Fixture *fixture, const char *tooltip)
{
  GtkWidget *found = NULL;
  GQueue queue = G_QUEUE_INIT;

  g_queue_push_tail (&queue, fixture->page);
  while (found == NULL && !g_queue_is_empty (&queue)) {
    GtkWidget *widget = g_queue_pop_head (&queue);
    GtkWidget *child;

    if (GTK_IS_TOGGLE_BUTTON (widget)
        && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
      found = widget;
    for (child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_queue_push_tail (&queue, child);
  }
  g_queue_clear (&queue);
  g_assert_nonnull (found);
  return found;
}

/* The whole year in squares, a row a month, each spoken. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *year;
  guint n_rows = 0;
  GtkWidget *row;

  open_history (fixture, UK_HISTORY_MONTH);
  year = GTK_TOGGLE_BUTTON (find_toggle (fixture, "Whole year"));
  gtk_toggle_button_set_active (year, TRUE);
  for (row = gtk_widget_get_parent (find_type (fixture->page, UK_TYPE_YEAR_ROW)),
      row = gtk_widget_get_first_child (row);
       row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += UK_IS_YEAR_ROW (row) ? 1 : 0;
  g_assert_cmpuint (n_rows, ==, 12);
  gtk_toggle_button_set_active (year, FALSE);
}

/* Two weeks side by side, in colour and in words. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  open_history (fixture, UK_HISTORY_MONTH);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_toggle (fixture, "The last week against the one before")), TRUE);
  expect (fixture, "This week and the one before");
  expect_no (fixture, "Your body today");
}

/* A knot that is gone says so and can come back. */
static void
test_close_knot (Fixture *fixture, gconstpointer data)
{
  open_history (fixture, UK_HISTORY_MONTH);
  g_assert_true (gtk_widget_activate_action (fixture->page, "progress.close-knot", NULL));
  g_assert_nonnull (
      uk_app_test_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Top of the shoulder, left (gone)"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "progress.reopen-knot", NULL));
  g_assert_nonnull (
      uk_app_test_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Top of the shoulder, left"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/progress-page/empty", test_empty },
    { "/progress-page/no-store", test_no_store },
    { "/progress-page/narrow", test_narrow },
    { "/progress-page/knots", test_knots },
    { "/progress-page/points", test_points },
    { "/progress-page/table", test_table },
    { "/progress-page/rate-now", test_rate_now },
    { "/progress-page/rate-earlier", test_rate_earlier },
    { "/progress-page/edit", test_edit },
    { "/progress-page/delete", test_delete },
    { "/progress-page/year", test_year },
    { "/progress-page/compare", test_compare },
    { "/progress-page/close-knot", test_close_knot },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (findings); i++) {
    g_autofree char *path = g_strdup_printf ("/progress-page/finding/%s", findings[i].name);

    g_test_add (path, Fixture, &findings[i], set_up, test_finding, tear_down);
  }
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
