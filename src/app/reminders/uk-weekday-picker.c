/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-weekday-picker.h"

#include "app/widgets/uk-widget.h"
#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n.h>

#define N_WEEKDAYS 7
#define SPACING 6

struct _UkWeekdayPicker {
  GtkWidget parent_instance;

  GtkToggleButton *buttons[N_WEEKDAYS]; /* children */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (UkWeekdayPicker, uk_weekday_picker, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (UkWeekdayPicker *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (uk_weekday_picker_parent_class)->dispose (object);
}

static void
uk_weekday_picker_class_init (UkWeekdayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_WEEKDAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
uk_weekday_picker_init (UkWeekdayPicker *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  guint i;

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, SPACING);
  gtk_widget_add_css_class (GTK_WIDGET (self), "days");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("days to choose", "Weekdays"), -1);
  for (i = 0; i < N_WEEKDAYS; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (uk_weekday_get_short_name (i));

    self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    gtk_widget_set_hexpand (button, TRUE);
    gtk_widget_set_tooltip_text (button, uk_weekday_get_name (i));
    uk_widget_name_button (button, uk_weekday_get_name (i));
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
    gtk_widget_set_parent (button, GTK_WIDGET (self));
  }
}

/* Is silent.  @weekdays: mask of UK_WEEKDAY() */
void
uk_weekday_picker_set_weekdays (UkWeekdayPicker *self, guint weekdays)
{
  guint i;

  g_return_if_fail (UK_IS_WEEKDAY_PICKER (self));

  self->updating = TRUE;
  for (i = 0; i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->buttons[i], (weekdays & UK_WEEKDAY (i)) != 0);
  self->updating = FALSE;
}

guint
uk_weekday_picker_get_weekdays (UkWeekdayPicker *self)
{
  guint i, weekdays = 0;

  g_return_val_if_fail (UK_IS_WEEKDAY_PICKER (self), 0);

  for (i = 0; i < N_WEEKDAYS; i++) {
    if (gtk_toggle_button_get_active (self->buttons[i]))
      weekdays |= UK_WEEKDAY (i);
  }
  return weekdays;
}
