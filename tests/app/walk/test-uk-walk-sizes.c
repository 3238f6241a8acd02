/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and dialog in the smallest window and with letters of twice the size: nothing is wider than the window,
 * and no text is cut. */
#include "app/plans/uk-programme-card.h"
#include "app/walk/uk-walk.h"

#define USUAL_DPI (96 * 1024)
#define LARGE_DPI (2 * USUAL_DPI)

/* Layouts round to whole pixels. */
#define SLACK 1


static void
complain (GtkWidget *widget, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (GtkWidget *widget, const char *format, ...)
{
  g_autofree char *words = uk_walk_describe (widget);
  g_autofree char *what = NULL;
  va_list values;

  va_start (values, format);
  what = g_strdup_vprintf (format, values);
  va_end (values);
  g_test_message ("%s: %s", what, words);
  g_test_fail ();
}

/* ---- widths ---- */

/* The deepest widget that asks for more than @limit. */
static GtkWidget *
find_widest (GtkWidget *widget, int limit)
{
  GtkWidget *child, *found;
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= limit)
    return NULL;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    found = gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) ? find_widest (child, limit) : NULL;
    if (found != NULL)
      return found;
  }
  return widget;
}

/* @limit: the width inside of the frame, which has no room of its own where there is a compositor */
static void
check_width (GtkWindow *window, int limit)
{
  int width, height, frame, least;
  GtkWidget *widest;

  gtk_window_get_default_size (window, &width, &height);
  frame = MAX (0, width - gtk_widget_get_width (GTK_WIDGET (window)));
  widest = find_widest (GTK_WIDGET (window), limit + frame);
  if (widest == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  complain (widest, "asks for %d of %d pixels", least, limit);
}

/* ---- texts ---- */

static gboolean
is_in (GtkWidget *widget, GType type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Dialogs of the toolkit are its own business. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return is_in (widget, ADW_TYPE_ABOUT_WINDOW) || is_in (widget, GTK_TYPE_SHORTCUTS_WINDOW);
}

/* What cannot be read in full by opening it: the words of a button, but for cards, which are buttons. */
static gboolean
is_essential (GtkWidget *label)
{
  return is_in (label, GTK_TYPE_BUTTON) && !is_in (label, UK_TYPE_PROGRAMME_CARD);
}

static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkPolicyType horizontal, vertical;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &horizontal, &vertical);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? horizontal : vertical) != GTK_POLICY_NEVER;
}

/* Whether @box, in @widget, sticks out of something that cuts it and cannot be scrolled. */
static gboolean
is_outside (GtkWidget *widget, GtkOrientation orientation)
{
  GtkWidget *each;
  graphene_rect_t box;

  for (each = gtk_widget_get_parent (widget); each != NULL && !scrolls (each, orientation);
       each = gtk_widget_get_parent (each)) {
    double start, end, size;

    if ((gtk_widget_get_overflow (each) == GTK_OVERFLOW_VISIBLE || GTK_IS_VIEWPORT (each)) && !GTK_IS_NATIVE (each))
      continue;
    if (!gtk_widget_compute_bounds (widget, each, &box))
      return FALSE;
    start = orientation == GTK_ORIENTATION_HORIZONTAL ? box.origin.x : box.origin.y;
    end = start + (orientation == GTK_ORIENTATION_HORIZONTAL ? box.size.width : box.size.height);
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (each) : gtk_widget_get_height (each);
    /* What is wholly outside is there for screen readers only. */
    if (end > 0 && (start < -SLACK || end > size + SLACK))
      return TRUE;
    if (GTK_IS_NATIVE (each))
      break;
  }
  return FALSE;
}

static void
check_label (GtkWidget *widget, gpointer data)
{
  PangoLayout *layout;
  PangoRectangle box;

  if (!GTK_IS_LABEL (widget) || *gtk_label_get_text (GTK_LABEL (widget)) == '\0' || is_foreign (widget))
    return;
  layout = gtk_label_get_layout (GTK_LABEL (widget));
  pango_layout_get_pixel_extents (layout, NULL, &box);
  if (pango_layout_is_ellipsized (layout) && is_essential (widget))
    complain (widget, "is shortened");
  else if (box.width > gtk_widget_get_width (widget) + SLACK || box.height > gtk_widget_get_height (widget) + SLACK)
    complain (widget, "has %d x %d for %d x %d", gtk_widget_get_width (widget), gtk_widget_get_height (widget),
              box.width, box.height);
  else if (is_outside (widget, GTK_ORIENTATION_HORIZONTAL) || is_outside (widget, GTK_ORIENTATION_VERTICAL))
    complain (widget, "is cut off");
}

/* ---- all ---- */

static void
check (UkWalk *walk, const UkScene *scene, const char *how, int width, int height)
{
  GtkWindow *window = uk_walk_open (walk, scene, width, height);

  g_test_message ("%s, %d x %d:", how, width, height);
  if (!is_foreign (GTK_WIDGET (window)))
    check_width (window, width);
  uk_walk_each (GTK_WIDGET (window), check_label, NULL);
  uk_walk_close (walk);
}

static void
test_scene (UkWalk *walk, const UkScene *scene)
{
  GtkSettings *settings = gtk_settings_get_default ();

  check (walk, scene, "usual letters", 360, 600);
  g_object_set (settings, "gtk-xft-dpi", LARGE_DPI, NULL);
  check (walk, scene, "large letters", 1100, 760);
  g_object_set (settings, "gtk-xft-dpi", USUAL_DPI, NULL);
}

int
main (int argc, char **argv)
{
  return uk_walk_run (argc, argv, "/sizes", test_scene);
}
