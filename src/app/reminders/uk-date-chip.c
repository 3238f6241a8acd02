/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-date-chip.h"

#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

#define DAY_SECONDS 86400

struct _UkDateChip {
  GtkWidget parent_instance;

  UkDay day;
  gboolean updating;

  /* of the template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkEditable *entry;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (UkDateChip, uk_date_chip, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GDateTime *
make_time (UkDay day)
{
  return g_date_time_new_from_unix_utc ((gint64)day * DAY_SECONDS);
}

static UkDay
read_entry (UkDateChip *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return uk_day_parse (text);
}

static void
typed_cb (UkDateChip *self)
{
  UkDay day = read_entry (self);
  gboolean ok = day != UK_DAY_NONE;

  gtk_widget_set_sensitive (self->apply, ok);
  if (ok)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               ok ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (ok && !self->updating) {
    g_autoptr (GDateTime) time = make_time (day);

    self->updating = TRUE;
    gtk_calendar_select_day (self->calendar, time);
    self->updating = FALSE;
  }
}

static void
selected_cb (UkDateChip *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (self->updating)
    return;
  time = gtk_calendar_get_date (self->calendar);
  text = g_date_time_format (time, "%Y-%m-%d");
  self->updating = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->updating = FALSE;
}

static void
apply_cb (UkDateChip *self)
{
  UkDay day = read_entry (self);

  if (day == UK_DAY_NONE)
    return;
  gtk_popover_popdown (self->popover);
  uk_date_chip_set_day (self, day);
  g_signal_emit (self, signals[PICKED], 0);
}

static void
show_cb (UkDateChip *self)
{
  g_autofree char *text = uk_day_to_string (self->day);

  gtk_editable_set_text (self->entry, text);
  gtk_editable_select_region (self->entry, 0, -1);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_DATE_CHIP);
  G_OBJECT_CLASS (uk_date_chip_parent_class)->dispose (object);
}

static void
uk_date_chip_class_init (UkDateChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-date-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, UkDateChip, button);
  gtk_widget_class_bind_template_child (widget_class, UkDateChip, popover);
  gtk_widget_class_bind_template_child (widget_class, UkDateChip, calendar);
  gtk_widget_class_bind_template_child (widget_class, UkDateChip, entry);
  gtk_widget_class_bind_template_child (widget_class, UkDateChip, apply);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);

  signals[PICKED] = g_signal_new ("picked", UK_TYPE_DATE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
uk_date_chip_init (UkDateChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Is silent. */
void
uk_date_chip_set_day (UkDateChip *self, UkDay day)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (UK_IS_DATE_CHIP (self));
  g_return_if_fail (day != UK_DAY_NONE);

  self->day = day;
  time = make_time (day);
  /* Translators: a date with its year, as g_date_time_format() writes it: "1 March 2026" */
  text = g_date_time_format (time, _ ("%-e %B %Y"));
  gtk_menu_button_set_label (self->button, g_strstrip (text));
  name = g_strdup_printf (_ ("Change %s"), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  uk_widget_name_button (GTK_WIDGET (self->button), name);
}

UkDay
uk_date_chip_get_day (UkDateChip *self)
{
  g_return_val_if_fail (UK_IS_DATE_CHIP (self), UK_DAY_NONE);

  return self->day;
}
