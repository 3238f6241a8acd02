/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-day-strip.h"

#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

struct _UkDayStrip {
  GtkWidget parent_instance;

  guint n_days; /* as many children */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (UkDayStrip, uk_day_strip, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clicked_cb (UkDayStrip *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && !self->updating)
    g_signal_emit (self, signals[PICKED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number")));
}

static GtkWidget *
find_day (UkDayStrip *self, guint number)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && --number > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
make_days (UkDayStrip *self, guint n_days)
{
  GtkWidget *child, *first = NULL;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (i = 1; i <= n_days; i++) {
    g_autofree char *label = g_strdup_printf ("%u", i);

    child = gtk_toggle_button_new_with_label (label);
    if (first == NULL)
      first = child;
    else
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (child), GTK_TOGGLE_BUTTON (first));
    g_object_set_data (G_OBJECT (child), "number", GUINT_TO_POINTER (i));
    g_signal_connect_object (child, "toggled", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  }
  self->n_days = n_days;
}

static void
mark_day (GtkWidget *day, guint number, const UkCourse *course)
{
  static const char *const classes[] = { "part", "full", "now", NULL };
  gboolean now = course != NULL && course->number == number && course->starts_in == 0;
  UkDayMark mark = course != NULL ? (UkDayMark)course->marks[number - 1] : UK_DAY_MARK_NONE;
  g_autofree char *label = NULL;
  guint i;

  for (i = 0; classes[i] != NULL; i++)
    gtk_widget_remove_css_class (day, classes[i]);
  if (now)
    gtk_widget_add_css_class (day, "now");
  else if (mark != UK_DAY_MARK_NONE)
    gtk_widget_add_css_class (day, mark == UK_DAY_MARK_FULL ? "full" : "part");
  if (now)
    label = g_strdup_printf (_ ("Day %u, today"), number);
  else if (mark == UK_DAY_MARK_FULL)
    label = g_strdup_printf (_ ("Day %u, done"), number);
  else if (mark == UK_DAY_MARK_PART)
    label = g_strdup_printf (_ ("Day %u, partly done"), number);
  else
    label = g_strdup_printf (_ ("Day %u"), number);
  gtk_widget_set_tooltip_text (day, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (uk_day_strip_parent_class)->dispose (object);
}

static void
uk_day_strip_class_init (UkDayStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);

  signals[PICKED] = g_signal_new ("picked", UK_TYPE_DAY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
uk_day_strip_init (UkDayStrip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "strip");
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Days of the plan"), -1);
}

/* @course: (nullable): where the person stands; %NULL: the plan does not run */
void
uk_day_strip_set (UkDayStrip *self, guint n_days, const UkCourse *course)
{
  GtkWidget *day;
  guint i;

  g_return_if_fail (UK_IS_DAY_STRIP (self) && n_days > 0);
  g_return_if_fail (course == NULL || course->n_days == n_days);

  if (self->n_days != n_days)
    make_days (self, n_days);
  for (i = 1, day = gtk_widget_get_first_child (GTK_WIDGET (self)); day != NULL;
       i++, day = gtk_widget_get_next_sibling (day))
    mark_day (day, i, course);
}

/* Shows a day as the one that is seen, without telling. */
void
uk_day_strip_pick (UkDayStrip *self, guint number)
{
  g_return_if_fail (UK_IS_DAY_STRIP (self) && number >= 1 && number <= self->n_days);

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_day (self, number)), TRUE);
  self->updating = FALSE;
}
