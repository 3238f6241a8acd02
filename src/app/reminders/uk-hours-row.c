/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-hours-row.h"

#include "app/reminders/uk-time-chip.h"
#include "app/reminders/uk-weekday-picker.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkHoursRow {
  GtkWidget parent_instance;

  UkHours hours;
  UkTimeChip *from; /* children of @times */
  UkTimeChip *until;

  /* of the template */
  UkWeekdayPicker *weekdays;
  GtkBox *times;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (UkHoursRow, uk_hours_row, GTK_TYPE_WIDGET)

enum { CHANGED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
weekdays_cb (UkHoursRow *self)
{
  self->hours.weekdays = uk_weekday_picker_get_weekdays (self->weekdays);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
from_cb (UkHoursRow *self, guint minute)
{
  self->hours.from = minute;
  uk_time_chip_set_minute (self->from, minute);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Midnight is the end of the day. */
static void
until_cb (UkHoursRow *self, guint minute)
{
  self->hours.until = minute == 0 ? UK_MINUTES_PER_DAY : minute;
  uk_time_chip_set_minute (self->until, minute);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (UkHoursRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_HOURS_ROW);
  G_OBJECT_CLASS (uk_hours_row_parent_class)->dispose (object);
}

static void
uk_hours_row_class_init (UkHoursRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_WEEKDAY_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-hours-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkHoursRow, weekdays);
  gtk_widget_class_bind_template_child (widget_class, UkHoursRow, times);
  gtk_widget_class_bind_template_child (widget_class, UkHoursRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, weekdays_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_HOURS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", UK_TYPE_HOURS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_hours_row_init (UkHoursRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static UkTimeChip *
add_time (UkHoursRow *self, const char *word, guint minute, GCallback callback)
{
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *chip = uk_time_chip_new (minute, FALSE);

  gtk_widget_add_css_class (label, "between");
  g_signal_connect_swapped (chip, "picked", callback, self);
  gtk_box_append (self->times, label);
  gtk_box_append (self->times, chip);
  return UK_TIME_CHIP (chip);
}

GtkWidget *
uk_hours_row_new (const UkHours *hours)
{
  UkHoursRow *self;

  g_return_val_if_fail (hours != NULL, NULL);

  self = g_object_new (UK_TYPE_HOURS_ROW, NULL);
  self->hours = *hours;
  uk_weekday_picker_set_weekdays (self->weekdays, hours->weekdays);
  /* Translators: before a time of day */
  self->from = add_time (self, C_ ("time of day", "from"), hours->from, G_CALLBACK (from_cb));
  /* Translators: between two times of day */
  self->until = add_time (self, C_ ("time of day", "to"), hours->until % UK_MINUTES_PER_DAY,
                          G_CALLBACK (until_cb));
  return GTK_WIDGET (self);
}

void
uk_hours_row_get_hours (UkHoursRow *self, UkHours *hours)
{
  g_return_if_fail (UK_IS_HOURS_ROW (self));
  g_return_if_fail (hours != NULL);

  *hours = self->hours;
}

void
uk_hours_row_set_removable (UkHoursRow *self, gboolean removable)
{
  g_return_if_fail (UK_IS_HOURS_ROW (self));

  gtk_widget_set_visible (self->remove, removable);
}
