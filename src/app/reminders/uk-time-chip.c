/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-time-chip.h"

#include "app/widgets/uk-widget.h"
#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n.h>

struct _UkTimeChip {
  GtkWidget parent_instance;

  int minute; /* -1 for the one that adds */

  /* of the template */
  GtkMenuButton *button;
  GtkWidget *icon;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkWidget *remove;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (UkTimeChip, uk_time_chip, GTK_TYPE_WIDGET)

enum { PICKED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
read_entry (UkTimeChip *self, guint *minute)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return uk_wall_time_parse (text, minute);
}

static void
typed_cb (UkTimeChip *self)
{
  guint minute;
  gboolean ok = read_entry (self, &minute);

  gtk_widget_set_sensitive (self->apply, ok);
  if (ok || *gtk_editable_get_text (self->entry) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               ok ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
apply_cb (UkTimeChip *self)
{
  guint minute;

  if (!read_entry (self, &minute))
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, minute);
}

static void
remove_cb (UkTimeChip *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
show_cb (UkTimeChip *self)
{
  g_autofree char *text = NULL;

  if (self->minute >= 0)
    text = g_strdup_printf ("%d:%02d", self->minute / 60, self->minute % 60);
  gtk_editable_set_text (self->entry, text == NULL ? "" : text);
  gtk_editable_select_region (self->entry, 0, -1);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_TIME_CHIP);
  G_OBJECT_CLASS (uk_time_chip_parent_class)->dispose (object);
}

static void
uk_time_chip_class_init (UkTimeChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-time-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, button);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, icon);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, label);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, popover);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, entry);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, remove);
  gtk_widget_class_bind_template_child (widget_class, UkTimeChip, apply);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);

  signals[PICKED] = g_signal_new ("picked", UK_TYPE_TIME_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVED] = g_signal_new ("removed", UK_TYPE_TIME_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_time_chip_init (UkTimeChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @removable: whether the person may take it away */
GtkWidget *
uk_time_chip_new (guint minute, gboolean removable)
{
  UkTimeChip *self = g_object_new (UK_TYPE_TIME_CHIP, NULL);

  gtk_widget_hide (self->icon);
  gtk_widget_set_visible (self->remove, removable);
  gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  uk_time_chip_set_minute (self, minute);
  return GTK_WIDGET (self);
}

GtkWidget *
uk_time_chip_new_adder (void)
{
  UkTimeChip *self = g_object_new (UK_TYPE_TIME_CHIP, NULL);

  self->minute = -1;
  gtk_label_set_label (self->label, _ ("Time"));
  gtk_button_set_label (GTK_BUTTON (self->apply), _ ("Add"));
  gtk_widget_hide (self->remove);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Add a time"));
  uk_widget_name_button (GTK_WIDGET (self->button), _ ("Add a time"));
  return GTK_WIDGET (self);
}

/* Is silent; not for the one that adds. */
void
uk_time_chip_set_minute (UkTimeChip *self, guint minute)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (UK_IS_TIME_CHIP (self));
  g_return_if_fail (minute < UK_MINUTES_PER_DAY);

  self->minute = (int)minute;
  text = uk_minute_to_text (minute);
  name = g_strdup_printf (_ ("Change %s"), text);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  uk_widget_name_button (GTK_WIDGET (self->button), name);
}

guint
uk_time_chip_get_minute (UkTimeChip *self)
{
  g_return_val_if_fail (UK_IS_TIME_CHIP (self) && self->minute >= 0, 0);

  return (guint)self->minute;
}
