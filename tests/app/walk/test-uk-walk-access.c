/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and dialog by keyboard and by screen reader: names, ways in and out, sizes of targets. */
#include "app/body/uk-chart-spot.h"
#include "app/progress/uk-trend-view.h"
#include "app/walk/uk-walk.h"

#define SMALLEST 24
#define MANY 1500

/* ---- names ---- */

static gboolean
has_label (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  /* What it is instead of nothing at all. */
  text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return text != NULL;
}

/* As GTK 4.8 names it: contents and tooltips are no names. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_label (widget)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* The entry around the text; and what the toolkit made is named by the toolkit. */
  return (GTK_IS_TEXT (widget) && has_name (parent)) || gtk_widget_get_ancestor (widget, ADW_TYPE_ABOUT_WINDOW) != NULL;
}

static void
complain (GtkWidget *widget, const char *what)
{
  g_autofree char *words = uk_walk_describe (widget);

  g_test_message ("%s: %s", what, words);
  g_test_fail ();
}

static void
check_name (GtkWidget *widget, gpointer data)
{
  /* What scrolls takes the focus only when nothing in it does, inner parts of the toolkit's own never. */
  if (GTK_IS_SCROLLED_WINDOW (widget)
      || (!GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
      || (!ADW_IS_COMBO_ROW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
      || (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL))
    return;
  if (gtk_widget_get_focusable (widget) && !has_name (widget))
    complain (widget, "has no name");
}

/* ---- targets ---- */

/* Text is clicked where it stands, the chart takes the nearest area within 12 pixels, and what is drawn in a trend
 * stands where its time is; the diary has the same. */
static gboolean
is_free (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_LABEL (widget) || GTK_IS_WINDOW (widget) || UK_IS_CHART_SPOT (widget)
         || GTK_IS_POPOVER (widget) || UK_IS_TREND_VIEW (gtk_widget_get_parent (widget))
         || (!ADW_IS_COMBO_ROW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL);
}

static void
check_target (GtkWidget *widget, gpointer data)
{
  g_autofree char *words = NULL;
  graphene_rect_t box;

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget) || is_free (widget)
      || !gtk_widget_compute_bounds (widget, widget, &box))
    return;
  if (box.size.width >= SMALLEST && box.size.height >= SMALLEST)
    return;
  words = uk_walk_describe (widget);
  g_test_message ("is %g x %g: %s", box.size.width, box.size.height, words);
  g_test_fail ();
}

/* ---- ways ---- */

/* Returns: (transfer full): what Tab comes to from where the focus is, until it comes to it again */
static GPtrArray *
go_round (GtkWindow *window, GtkDirectionType direction)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *focus;
  guint i;

  for (i = 0; i < MANY; i++) {
    gtk_widget_child_focus (GTK_WIDGET (window), direction);
    focus = gtk_window_get_focus (window);
    /* From one link of a text to the next */
    if (GTK_IS_LABEL (focus) && stops->len > 0 && focus == g_ptr_array_index (stops, stops->len - 1))
      continue;
    if (focus == NULL || g_ptr_array_find (stops, focus, NULL))
      break;
    g_ptr_array_add (stops, focus);
  }
  if (focus != NULL && stops->len > 0 && focus != g_ptr_array_index (stops, 0))
    complain (focus, "Tab does not leave");
  return stops;
}

/* What only holds others is no stop of its own. */
static gboolean
is_stop (GtkWidget *widget)
{
  GtkWidget *each;

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_NATIVE (widget)
      || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_LIST_BOX (widget) || ADW_IS_ENTRY_ROW (widget)
      || ADW_IS_EXPANDER_ROW (widget))
    return FALSE;
  for (each = widget; each != NULL; each = gtk_widget_get_parent (each)) {
    if (!gtk_widget_get_can_focus (each))
      return FALSE;
  }
  return TRUE;
}

static void
collect_stop (GtkWidget *widget, gpointer stops)
{
  if (is_stop (widget))
    g_ptr_array_add (stops, widget);
}

static void
add_new (GPtrArray *reached, GtkWidget *widget)
{
  if (widget != NULL && !g_ptr_array_find (reached, widget, NULL))
    g_ptr_array_add (reached, widget);
}

/* Adds what the arrow keys lead to. */
static void
follow_arrows (GtkWindow *window, GPtrArray *reached)
{
  static const GtkDirectionType arrows[] = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT, GTK_DIR_RIGHT };
  guint i, j;

  for (i = 0; i < reached->len; i++) {
    for (j = 0; j < G_N_ELEMENTS (arrows); j++) {
      gtk_widget_grab_focus (g_ptr_array_index (reached, i));
      gtk_widget_child_focus (GTK_WIDGET (window), arrows[j]);
      add_new (reached, gtk_window_get_focus (window));
    }
  }
}

/* From everywhere Tab leads back to the first stop, and everything is reached. */
static void
check_ways (GtkWindow *window)
{
  g_autoptr (GPtrArray) round = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint i, n;

  uk_walk_each (GTK_WIDGET (window), collect_stop, all);
  gtk_window_set_focus (window, NULL);
  round = go_round (window, GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus (window, NULL);
  back = go_round (window, GTK_DIR_TAB_BACKWARD);
  if (round->len == 0) {
    complain (GTK_WIDGET (window), "Tab leads nowhere");
    return;
  }
  for (i = 0; i < round->len; i++) {
    if (!has_name (g_ptr_array_index (round, i)))
      complain (g_ptr_array_index (round, i), "Tab comes to what has no name");
  }
  follow_arrows (window, round);
  for (i = 0; i < all->len; i++) {
    GtkWidget *stop = g_ptr_array_index (all, i);

    if (GTK_IS_TEXT_VIEW (stop) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (stop)))
      complain (stop, "Tab is a letter");
    if (!g_ptr_array_find (round, stop, NULL)) {
      complain (stop, "no key leads to it");
      continue;
    }
    gtk_widget_grab_focus (stop);
    for (n = 0; n < MANY && gtk_window_get_focus (window) != g_ptr_array_index (round, 0); n++)
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    if (n == MANY)
      complain (stop, "Tab does not lead away");
  }
}

/* ---- all ---- */

static void
test_scene (UkWalk *walk, const UkScene *scene)
{
  GtkWindow *window = uk_walk_open (walk, scene, 1100, 760);

  uk_walk_each (GTK_WIDGET (window), check_name, NULL);
  uk_walk_each (GTK_WIDGET (window), check_target, NULL);
  uk_walk_resize (walk, window, 360, 640);
  uk_walk_each (GTK_WIDGET (window), check_name, NULL);
  uk_walk_each (GTK_WIDGET (window), check_target, NULL);
  /* A menu holds the focus until Escape closes it. */
  if (uk_walk_find (GTK_WIDGET (window), GTK_TYPE_POPOVER) == NULL)
    check_ways (window);
}

int
main (int argc, char **argv)
{
  return uk_walk_run (argc, argv, "/access", test_scene);
}
