/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-past-dialog.h"

#include "app/widgets/uk-rating-row.h"
#include "core/time/uk-wall-time.h"

#include <glib/gi18n.h>

/* What people mean by the parts of a day. */
#define MORNING (8 * 60)
#define MIDDAY (12 * 60 + 30)
#define EVENING (18 * 60)

struct _UkPastDialog {
  AdwWindow parent_instance;

  GDateTime *now; /* owned */

  /* of the template */
  GtkWidget *save;
  GtkCalendar *calendar;
  GtkToggleButton *morning;
  GtkToggleButton *midday;
  GtkWidget *future;
  UkRatingRow *rating;
};

G_DEFINE_FINAL_TYPE (UkPastDialog, uk_past_dialog, ADW_TYPE_WINDOW)

enum { RATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gint64
get_time (UkPastDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  const UkDay day = uk_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                g_date_time_get_day_of_month (date));
  guint minute = EVENING;
  gint64 at = G_MAXINT64;

  if (gtk_toggle_button_get_active (self->morning))
    minute = MORNING;
  else if (gtk_toggle_button_get_active (self->midday))
    minute = MIDDAY;
  uk_wall_time_resolve (g_date_time_get_timezone (self->now), day, minute, &at);
  return at;
}

static void
update_cb (UkPastDialog *self)
{
  gboolean past;

  if (self->now == NULL)
    return;
  past = get_time (self) <= g_date_time_to_unix (self->now);
  gtk_widget_set_visible (self->future, !past);
  gtk_widget_set_sensitive (self->save, past && uk_rating_row_get_value (self->rating) >= 0);
}

static void
save_clicked_cb (UkPastDialog *self)
{
  g_signal_emit (self, signals[RATED], 0, get_time (self), uk_rating_row_get_value (self->rating));
  gtk_window_close (GTK_WINDOW (self));
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PAST_DIALOG);
  G_OBJECT_CLASS (uk_past_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_date_time_unref (UK_PAST_DIALOG (object)->now);
  G_OBJECT_CLASS (uk_past_dialog_parent_class)->finalize (object);
}

static void
uk_past_dialog_class_init (UkPastDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  g_type_ensure (UK_TYPE_RATING_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-past-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, save);
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, morning);
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, midday);
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, future);
  gtk_widget_class_bind_template_child (widget_class, UkPastDialog, rating);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  signals[RATED] = g_signal_new ("rated", UK_TYPE_PAST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
}

static void
uk_past_dialog_init (UkPastDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @now: the present, in the person's zone; it begins with yesterday evening */
GtkWidget *
uk_past_dialog_new (GDateTime *now)
{
  UkPastDialog *self = g_object_new (UK_TYPE_PAST_DIALOG, NULL);
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  self->now = g_date_time_ref (now);
  gtk_calendar_select_day (self->calendar, yesterday);
  update_cb (self);
  return GTK_WIDGET (self);
}
