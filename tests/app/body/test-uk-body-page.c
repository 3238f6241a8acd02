/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/body/uk-body-page.h"
#include "app/body/uk-chart-knot.h"
#include "app/body/uk-chart-view.h"
#include "app/body/uk-layer-strip.h"
#include "app/support/uk-app-test.h"
#include "app/widgets/uk-place-row.h"
#include "app/widgets/uk-routine-row.h"
#include "core/catalogue/uk-filter.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "support/uk-test.h"

#include <adwaita.h>

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  UkBodyPage *page;
} Fixture;

static void
open_page (Fixture *fixture, int width)
{
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (UK_TYPE_BODY_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  uk_body_page_set_context (fixture->page, &fixture->app.context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->page));
  /* The body comes first, what stands beside it with the next frame. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->page));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_settings_reset (fixture->app.context.settings, "filter-lacking");
  g_settings_reset (fixture->app.context.settings, "filter-minutes");
  g_settings_reset (fixture->app.context.settings, "filter-situation");
  g_settings_reset (fixture->app.context.settings, "invited");
  uk_app_test_tear_down (&fixture->app);
}

static UkChartView *
get_chart (GtkWidget *root)
{
  GtkWidget *child;

  if (UK_IS_CHART_VIEW (root))
    return UK_CHART_VIEW (root);
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    UkChartView *found = get_chart (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return uk_app_test_shows_text (GTK_WIDGET (fixture->page), text);
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1100);
  g_assert_true (shows (fixture, "Where is the knot?"));
  g_assert_true (shows (fixture, "Most common places"));
  g_assert_false (shows (fixture, "Your knots"));
  g_assert_true (shows (fixture, "Top of the shoulder"));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  UkChartView *chart;
  UkSide side;

  open_page (fixture, 1100);
  chart = get_chart (GTK_WIDGET (fixture->page));
  g_signal_emit_by_name (chart, "area-activated", "upper-trapezius", UK_SIDE_LEFT, UK_VIEW_BACK, -30.0, 130.0);
  g_assert_true (shows (fixture, "Top of the shoulder"));
  g_assert_true (shows (fixture, "Start here"));
  g_assert_true (shows (fixture, "Ball above the blade ridge"));
  g_assert_true (shows (fixture, "Also check") || shows (fixture, "Not quite the place? Also check"));
  g_assert_cmpstr (uk_chart_view_get_selected (chart, &side), ==, "upper-trapezius");
  g_assert_cmpint (side, ==, UK_SIDE_LEFT);
  /* The invitation has done its work for good. */
  g_assert_true (g_settings_get_boolean (fixture->app.context.settings, "invited"));
}

/* A knot stands on the body with its rating; choosing it chooses its place; a knot without a point gets the pin's. */
static void
test_knots (Fixture *fixture, gconstpointer data)
{
  const UkKnot knot = { .id = (char *) "k", .region = (char *) "upper-trapezius", .side = UK_SIDE_LEFT, .opened = 1 };
  const UkRating rating = { .knot = (char *) "k", .at = 2, .value = 4, .moment = UK_MOMENT_LOG };
  UkStore *store = fixture->app.context.store;
  g_autoptr (UkKnot) kept = NULL;
  UkChartView *chart;
  GtkWidget *mark;
  UkSide side;

  g_assert_true (uk_store_save_knot (store, &knot, NULL));
  g_assert_cmpint (uk_store_add_rating (store, &rating, NULL), !=, 0);
  open_page (fixture, 1100);
  chart = get_chart (GTK_WIDGET (fixture->page));
  mark = gtk_widget_get_last_child (GTK_WIDGET (chart));
  g_assert_true (UK_IS_CHART_KNOT (mark));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==, "Top of the shoulder, left: 4 of 10");
  g_signal_emit_by_name (mark, "clicked");
  g_assert_cmpstr (uk_chart_view_get_selected (chart, &side), ==, "upper-trapezius");
  g_assert_cmpint (side, ==, UK_SIDE_LEFT);
  g_assert_true (uk_chart_knot_get_mark (UK_CHART_KNOT (mark)).selected);

  uk_chart_view_set_pin (chart, UK_VIEW_BACK, -30, 130);
  uk_body_page_update (fixture->page);
  kept = uk_store_find_knot (store, "k", NULL);
  g_assert_true (kept->has_point);
  g_assert_cmpint (kept->view, ==, UK_VIEW_BACK);
}

static void
test_side (Fixture *fixture, gconstpointer data)
{
  UkChartView *chart;
  GtkWidget *right;
  UkSide side;

  open_page (fixture, 1100);
  chart = get_chart (GTK_WIDGET (fixture->page));
  uk_body_page_show_region (fixture->page, "rhomboids", UK_SIDE_LEFT);
  right = uk_app_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Right");
  g_assert_nonnull (right);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (right), TRUE);
  g_assert_cmpstr (uk_chart_view_get_selected (chart, &side), ==, "rhomboids");
  g_assert_cmpint (side, ==, UK_SIDE_RIGHT);
}

/* Every region opens, says what it feels like, and offers something to do or somewhere to look. */
static void
test_all_regions (Fixture *fixture, gconstpointer data)
{
  GPtrArray *regions = uk_catalogue_get_regions (fixture->app.context.catalogue);
  guint i;

  open_page (fixture, 1100);
  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    uk_body_page_show_region (fixture->page, region->id, UK_SIDE_RIGHT);
    g_assert_true (shows (fixture, region->name));
    g_assert_true (shows (fixture, region->feel));
    g_assert_true (shows (fixture, "Start here") || shows (fixture, "Not quite the place? Also check"));
  }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const char *const lacking[] = { "ball", NULL };

  open_page (fixture, 1100);
  uk_body_page_show_region (fixture->page, "upper-trapezius", UK_SIDE_LEFT);
  g_assert_true (shows (fixture, "Ball above the blade ridge"));
  g_settings_set_strv (fixture->app.context.settings, "filter-lacking", lacking);
  g_assert_false (shows (fixture, "Ball above the blade ridge"));
  g_settings_reset (fixture->app.context.settings, "filter-lacking");
  g_settings_reset (fixture->app.context.settings, "filter-minutes");
  g_settings_reset (fixture->app.context.settings, "filter-situation");
  g_assert_true (shows (fixture, "Ball above the blade ridge"));
}

static void
test_ache (Fixture *fixture, gconstpointer data)
{
  UkChartView *chart;
  GtkWidget *mode;

  open_page (fixture, 1100);
  chart = get_chart (GTK_WIDGET (fixture->page));
  mode = uk_app_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "It hurts here");
  g_assert_nonnull (mode);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mode), TRUE);
  g_signal_emit_by_name (chart, "area-activated", "temples", UK_SIDE_LEFT, UK_VIEW_FRONT, 30.0, 40.0);
  g_assert_false (shows (fixture, "Where is the knot?"));
  g_assert_true (shows (fixture, "Behind the eye"));
  g_assert_true (shows (fixture, "Temples"));
  uk_body_page_go_back (fixture->page);
  g_assert_true (shows (fixture, "Where is the knot?"));
}

static void
test_returning (Fixture *fixture, gconstpointer data)
{
  const UkKnot knot = { .id = (char *) "k", .region = (char *) "rhomboids", .side = UK_SIDE_RIGHT, .opened = 1000 };
  const UkRating rating = { .knot = (char *) "k", .at = 2000, .value = 4, .moment = UK_MOMENT_LOG };

  g_assert_true (uk_store_save_knot (fixture->app.context.store, &knot, NULL));
  g_assert_cmpint (uk_store_add_rating (fixture->app.context.store, &rating, NULL), >, 0);
  open_page (fixture, 1100);
  g_assert_true (shows (fixture, "Your knots"));
}

static GtkWidget *
find_child (GtkWidget *root, GType type, const char *label)
{
  GtkWidget *child, *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type, label);
  return found;
}

/* When nothing fits, the filter in the way is named, and dropped with one click. */
static void
test_blocked (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->app.context.settings;
  GtkWidget *drop;

  open_page (fixture, 1100);
  uk_body_page_show_region (fixture->page, "temples", UK_SIDE_LEFT);
  g_assert_true (shows (fixture, "Palm float"));
  g_settings_set_uint (settings, "filter-minutes", 1);
  g_settings_set_enum (settings, "filter-situation", UK_SITUATION_LYING);
  g_assert_false (shows (fixture, "Palm float"));
  g_assert_true (shows (fixture, "Nothing here fits “Lying down”."));
  drop = find_child (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "Drop this filter");
  g_signal_emit_by_name (drop, "clicked");
  g_assert_cmpint (g_settings_get_enum (settings, "filter-situation"), ==, UK_SITUATION_ANY);
  g_assert_cmpuint (g_settings_get_uint (settings, "filter-minutes"), ==, 1);
  g_assert_true (shows (fixture, "Palm float"));
}

/* A time that is chosen is that of the routines, and of the balanced one. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1100);
  uk_body_page_show_region (fixture->page, "upper-trapezius", UK_SIDE_LEFT);
  g_assert_true (shows (fixture, "A bit of everything in 10 minutes"));
  g_assert_true (shows (fixture, "2 min · hands only"));
  g_settings_set_uint (fixture->app.context.settings, "filter-minutes", 3);
  g_assert_true (shows (fixture, "A bit of everything in 3 minutes"));
  g_assert_true (shows (fixture, "3 min · hands only"));
  g_settings_set_uint (fixture->app.context.settings, "filter-minutes", 1);
  g_assert_false (shows (fixture, "A bit of everything in 1 minute"));
  g_assert_true (shows (fixture, "1 min · hands only"));
}

/* A muscle below the one that was clicked chooses the place where it is treated; the point and what lies under it stay.
 */
static void
test_layers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *strip, *first, *second;
  UkChartView *chart;
  UkPoint point;
  UkSide side;
  UkView view;

  open_page (fixture, 1100);
  chart = get_chart (GTK_WIDGET (fixture->page));
  g_signal_emit_by_name (chart, "area-activated", "upper-trapezius", UK_SIDE_RIGHT, UK_VIEW_BACK, 30.0, 130.0);
  strip = find_child (GTK_WIDGET (fixture->page), UK_TYPE_LAYER_STRIP, NULL);
  first = find_child (strip, GTK_TYPE_TOGGLE_BUTTON, "Upper trapezius");
  second = find_child (strip, GTK_TYPE_TOGGLE_BUTTON, "Blade lifter");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  g_assert_nonnull (find_child (strip, GTK_TYPE_MENU_BUTTON, NULL));

  g_signal_emit_by_name (second, "clicked");
  g_assert_cmpstr (uk_chart_view_get_selected (chart, &side), ==, "levator-scapulae");
  g_assert_cmpint (side, ==, UK_SIDE_RIGHT);
  g_assert_true (uk_chart_view_get_pin (chart, &view, &point));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  /* And back; choosing what is chosen changes nothing. */
  g_signal_emit_by_name (first, "clicked");
  g_signal_emit_by_name (first, "clicked");
  g_assert_cmpstr (uk_chart_view_get_selected (chart, NULL), ==, "upper-trapezius");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
}

static gboolean
has_detail (gpointer data)
{
  g_autofree char *detail = NULL;

  g_object_get (data, "detail", &detail, NULL);
  return detail != NULL;
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 360);
  g_assert_false (has_detail (fixture->page));
  uk_body_page_show_region (fixture->page, "rhomboids", UK_SIDE_LEFT);
  uk_test_spin_until (has_detail, fixture->page, 5000);
  uk_body_page_go_back (fixture->page);
  g_assert_false (has_detail (fixture->page));
}

/* Such as “90 more” */
static GtkWidget *
find_more (GtkWidget *root)
{
  GtkWidget *child, *found = NULL;
  const char *label = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (label != NULL && gtk_widget_get_visible (root) && g_str_has_suffix (label, " more"))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_more (child);
  return found;
}

#define N_OWN 150

/* Nobody's routine is left out, however many there are. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->app.folder, "many.xml", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->app.folder);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GString) text = g_string_new ("<routines technique='stretch'>");
  g_autofree char *last = g_strdup_printf ("Own stretch %u", N_OWN - 1);
  GtkWidget *more;
  guint i, pressed = 0;

  for (i = 0; i < N_OWN; i++)
    g_string_append_printf (text, "<routine id='own-%u' regions='calf' evidence='tradition'><title>Own stretch %u</title>"
                            "<summary>For the calf.</summary><avoid>Pain.</avoid><step seconds='30' pose='calf-stretch'>"
                            "<do>Lean forward and breathe.</do></step></routine>", i, i);
  g_string_append (text, "</routines>");
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  uk_catalogue_load (fixture->app.context.catalogue, folder, UK_CATALOGUE_CUSTOM, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  open_page (fixture, 1100);
  uk_body_page_show_region (fixture->page, "calf", UK_SIDE_LEFT);
  g_assert_false (shows (fixture, last));
  while ((more = find_more (GTK_WIDGET (fixture->page))) != NULL && pressed++ < N_OWN)
    g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (pressed, >, 0);
  g_assert_true (shows (fixture, last));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/body/knots", test_knots },
    { "/body/first", test_first },     { "/body/choose", test_choose },       { "/body/side", test_side },
    { "/body/filter", test_filter },   { "/body/all-regions", test_all_regions }, { "/body/ache", test_ache },
    { "/body/blocked", test_blocked }, { "/body/time", test_time },
    { "/body/layers", test_layers },       { "/body/returning", test_returning }, { "/body/narrow", test_narrow },
    { "/body/many", test_many },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
