/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/uk-rating-row.h"

#include "app/unknot-app.h"

#include <adwaita.h>

typedef struct {
  UkRatingRow *row;
  GString *rated; /* the numbers that were told */
} Fixture;

static void
rated_cb (Fixture *fixture, int value)
{
  g_string_append_printf (fixture->rated, "%d ", value);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->row = g_object_ref_sink (UK_RATING_ROW (uk_rating_row_new ()));
  fixture->rated = g_string_new (NULL);
  g_signal_connect_swapped (fixture->row, "rated", G_CALLBACK (rated_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->row);
  g_string_free (fixture->rated, TRUE);
}

/* The buttons are the only toggles in the row. */
static GtkToggleButton *
find_button (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)
    return GTK_TOGGLE_BUTTON (widget);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkToggleButton *found = find_button (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
tap (Fixture *fixture, const char *text)
{
  GtkToggleButton *button = find_button (GTK_WIDGET (fixture->row), text);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* Tapping the chosen number again chooses it again: nobody can end up with none by accident. */
static void
test_taps (Fixture *fixture, gconstpointer data)
{
  tap (fixture, "3");
  tap (fixture, "10");
  g_assert_false (gtk_toggle_button_get_active (find_button (GTK_WIDGET (fixture->row), "3")));
  tap (fixture, "10");
  g_assert_true (gtk_toggle_button_get_active (find_button (GTK_WIDGET (fixture->row), "10")));
  g_assert_cmpint (uk_rating_row_get_value (fixture->row), ==, 10);
  g_assert_cmpstr (fixture->rated->str, ==, "3 10 10 ");
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  uk_rating_row_set_value (fixture->row, 4);
  uk_rating_row_set_value (fixture->row, -1);
  g_assert_cmpstr (fixture->rated->str, ==, "");
  g_assert_false (gtk_toggle_button_get_active (find_button (GTK_WIDGET (fixture->row), "4")));
}

static void
test_before (Fixture *fixture, gconstpointer data)
{
  uk_rating_row_set_before (fixture->row, 5);
  uk_rating_row_set_before (fixture->row, 7);
  g_assert_false (gtk_widget_has_css_class (
      GTK_WIDGET (find_button (GTK_WIDGET (fixture->row), "5")), "before"));
  g_assert_true (gtk_widget_has_css_class (
      GTK_WIDGET (find_button (GTK_WIDGET (fixture->row), "7")), "before"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/rating-row/taps", test_taps },
    { "/rating-row/set", test_set },
    { "/rating-row/before", test_before },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_app_get_resource ());
  adw_init ();
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
