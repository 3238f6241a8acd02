/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/body/uk-chart-store.h"
#include "app/body/uk-chart-view.h"
#include "app/preferences/uk-preferences.h"
#include "app/support/uk-app-test.h"
#include "core/catalogue/uk-equipment.h"

#include <adwaita.h>

typedef struct {
  UkAppTest app;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
  uk_chart_store_set_settings (fixture->app.context.settings);
  fixture->dialog = uk_preferences_new (&fixture->app.context);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  gtk_test_widget_wait_for_draw (fixture->dialog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "body", "skin-tone", "bell", "filter-lacking", "notification-details" };
  guint i;

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->app.context.settings, keys[i]);
  uk_chart_store_set_settings (NULL);
  uk_app_test_tear_down (&fixture->app);
}

/* The button whose child shows or whose tooltip says @name. */
static GtkWidget *
find_toggle (GtkWidget *root, const char *name)
{
  GtkWidget *child;

  if (GTK_IS_TOGGLE_BUTTON (root)
      && (uk_app_test_shows_text (root, name) || g_strcmp0 (gtk_widget_get_tooltip_text (root), name) == 0))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_toggle (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
choose (Fixture *fixture, const char *name)
{
  GtkWidget *toggle = find_toggle (fixture->dialog, name);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

/* Choosing a body changes the charts that everybody gets. */
static void
test_body (Fixture *fixture, gconstpointer data)
{
  guint kind;

  for (kind = UK_N_BODY_KINDS; kind-- > 0;) {
    choose (fixture, uk_body_kind_get_name ((UkBodyKind) kind));
    g_assert_cmpint (g_settings_get_enum (fixture->app.context.settings, "body"), ==, (int) kind);
    g_assert_cmpint (uk_chart_get_body (uk_chart_store_get_charts ()[UK_VIEW_FRONT]), ==, kind);
  }
}

/* A chart that is on the screen takes up the new body; its pin stays at the same place of it. */
static void
test_body_on_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chart = uk_chart_view_new ();

  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  uk_chart_view_set_selected (UK_CHART_VIEW (chart), "upper-trapezius", UK_SIDE_LEFT);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (chart);
  choose (fixture, uk_body_kind_get_name (UK_BODY_FEMALE));
  gtk_test_widget_wait_for_draw (chart);
  g_assert_cmpstr (uk_chart_view_get_selected (UK_CHART_VIEW (chart), NULL), ==, "upper-trapezius");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_skin (Fixture *fixture, gconstpointer data)
{
  guint tone;

  for (tone = UK_N_SKIN_TONES; tone-- > 0;) {
    choose (fixture, uk_skin_tone_get_name ((UkSkinTone) tone));
    g_assert_cmpint (g_settings_get_enum (fixture->app.context.settings, "skin-tone"), ==, (int) tone);
    g_assert_true (uk_app_test_shows_text (fixture->dialog, uk_skin_tone_get_name ((UkSkinTone) tone)));
  }
}

/* What is switched off is remembered as lacking, and no longer when it is switched on again. */
static void
test_things (Fixture *fixture, gconstpointer data)
{
  const UkEquipmentGroup *group = uk_equipment_get_group (0);
  GtkWidget *label = uk_app_test_find (fixture->dialog, GTK_TYPE_LABEL, uk_equipment_group_get_name (group));
  GtkWidget *toggle;
  g_auto (GStrv) without = NULL;
  g_auto (GStrv) with = NULL;

  g_assert_nonnull (label);
  toggle = adw_action_row_get_activatable_widget (
      ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  without = g_settings_get_strv (fixture->app.context.settings, "filter-lacking");
  g_assert_true (g_strv_contains ((const char *const *) without, group->id));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  with = g_settings_get_strv (fixture->app.context.settings, "filter-lacking");
  g_assert_cmpuint (g_strv_length (with), ==, 0);
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add ("/preferences/body", Fixture, NULL, set_up, test_body, tear_down);
  g_test_add ("/preferences/body-on-screen", Fixture, NULL, set_up, test_body_on_screen, tear_down);
  g_test_add ("/preferences/skin", Fixture, NULL, set_up, test_skin, tear_down);
  g_test_add ("/preferences/things", Fixture, NULL, set_up, test_things, tear_down);
  return g_test_run ();
}
