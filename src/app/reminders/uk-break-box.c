/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-break-box.h"

#include "app/reminders/uk-hours-row.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

static const UkHours usual_hours[] = {
  { UK_WORKING_DAYS, 9 * 60, 12 * 60 },
  { UK_WORKING_DAYS, 13 * 60, 17 * 60 },
};
/* What is added is for a day of its own at first. */
static const UkHours other_hours = { UK_WEEKEND, 10 * 60, 12 * 60 };

struct _UkBreakBox {
  GtkWidget parent_instance;

  gboolean updating;

  /* of the template */
  GtkSpinButton *every;
  GtkLabel *every_unit;
  GtkBox *hours;
  GtkLabel *presence;
};

G_DEFINE_FINAL_TYPE (UkBreakBox, uk_break_box, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (UkBreakBox *self)
{
  guint every = (guint)gtk_spin_button_get_value_as_int (self->every);

  /* Translators: after a number: "45 minutes at the computer" */
  gtk_label_set_label (self->every_unit,
                       ngettext ("minute at the computer", "minutes at the computer", every));
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* One must stay. */
static void
update_removable (UkBreakBox *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->hours));
  GtkWidget *row;

  for (row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    uk_hours_row_set_removable (UK_HOURS_ROW (row), gtk_widget_get_next_sibling (first) != NULL);
}

static void
removed_cb (UkBreakBox *self, GtkWidget *row)
{
  gtk_box_remove (self->hours, row);
  update_removable (self);
  gtk_widget_child_focus (GTK_WIDGET (self->hours), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static GtkWidget *
add_row (UkBreakBox *self, const UkHours *hours)
{
  GtkWidget *row = uk_hours_row_new (hours);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->hours, row);
  return row;
}

static void
add_cb (UkBreakBox *self)
{
  GtkWidget *row = add_row (self, &other_hours);

  update_removable (self);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
show_hours (UkBreakBox *self, const UkHours *hours, guint n_hours)
{
  GtkWidget *row;
  guint i;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->hours))) != NULL)
    gtk_box_remove (self->hours, row);
  for (i = 0; i < n_hours; i++)
    add_row (self, &hours[i]);
  update_removable (self);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_BREAK_BOX);
  G_OBJECT_CLASS (uk_break_box_parent_class)->dispose (object);
}

static void
uk_break_box_class_init (UkBreakBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-break-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UkBreakBox, every);
  gtk_widget_class_bind_template_child (widget_class, UkBreakBox, every_unit);
  gtk_widget_class_bind_template_child (widget_class, UkBreakBox, hours);
  gtk_widget_class_bind_template_child (widget_class, UkBreakBox, presence);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_BREAK_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_break_box_init (UkBreakBox *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_hours (self, usual_hours, G_N_ELEMENTS (usual_hours));
  changed_cb (self);
  self->updating = FALSE;
}

/* @presence: (nullable): how it is known whether the person is there */
void
uk_break_box_set_presence (UkBreakBox *self, const char *presence)
{
  g_return_if_fail (UK_IS_BREAK_BOX (self));

  gtk_label_set_label (self->presence, presence == NULL ? "" : presence);
  gtk_widget_set_visible (GTK_WIDGET (self->presence), presence != NULL);
}

/* Is silent.  @spec: of an interval */
void
uk_break_box_set_spec (UkBreakBox *self, const UkRecurrenceSpec *spec)
{
  g_return_if_fail (UK_IS_BREAK_BOX (self));
  g_return_if_fail (spec != NULL && spec->kind == UK_RECURRENCE_INTERVAL);

  self->updating = TRUE;
  gtk_spin_button_set_value (self->every, spec->every);
  show_hours (self, spec->windows, spec->n_windows);
  changed_cb (self);
  self->updating = FALSE;
}

/* Returns: (transfer full): what the windows of @spec point to now */
GArray *
uk_break_box_fill_spec (UkBreakBox *self, UkRecurrenceSpec *spec)
{
  GArray *windows;
  GtkWidget *row;
  UkHours hours;

  g_return_val_if_fail (UK_IS_BREAK_BOX (self), NULL);
  g_return_val_if_fail (spec != NULL, NULL);

  windows = g_array_new (FALSE, FALSE, sizeof (UkHours));
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->hours)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    uk_hours_row_get_hours (UK_HOURS_ROW (row), &hours);
    g_array_append_val (windows, hours);
  }
  spec->kind = UK_RECURRENCE_INTERVAL;
  spec->every = (guint)gtk_spin_button_get_value_as_int (self->every);
  spec->windows = (const UkHours *)(gconstpointer)windows->data;
  spec->n_windows = windows->len;
  return windows;
}
