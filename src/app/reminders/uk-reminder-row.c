/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-reminder-row.h"

#include "app/figure/uk-figure-view.h"
#include "core/catalogue/uk-describe.h"

#include <glib/gi18n.h>

struct _UkReminderRow {
  GtkListBoxRow parent_instance;

  gint64 id;
  gboolean updating;

  /* of the template */
  UkFigureView *picture;
  GtkLabel *sentence;
  GtkLabel *title;
  GtkSwitch *enabled;
};

G_DEFINE_FINAL_TYPE (UkReminderRow, uk_reminder_row, GTK_TYPE_LIST_BOX_ROW)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
state_set_cb (GtkSwitch *widget, gboolean state, gpointer data)
{
  UkReminderRow *self = UK_REMINDER_ROW (data);

  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0, state);
  return GDK_EVENT_PROPAGATE;
}

/* A row of a list cannot be pressed by what reads the screen; what it names can. */
static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "reminders.edit", "x", UK_REMINDER_ROW (widget)->id);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REMINDER_ROW);
  G_OBJECT_CLASS (uk_reminder_row_parent_class)->dispose (object);
}

static void
uk_reminder_row_class_init (UkReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkReminderRow, picture);
  gtk_widget_class_bind_template_child (widget_class, UkReminderRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, UkReminderRow, title);
  gtk_widget_class_bind_template_child (widget_class, UkReminderRow, enabled);
  gtk_widget_class_bind_template_callback (widget_class, state_set_cb);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_action);

  signals[TOGGLED] = g_signal_new ("toggled", UK_TYPE_REMINDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
uk_reminder_row_init (UkReminderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->sentence,
                                  self->title, NULL, -1);
}

GtkWidget *
uk_reminder_row_new (gint64 id)
{
  UkReminderRow *self = g_object_new (UK_TYPE_REMINDER_ROW, NULL);

  self->id = id;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", id);
  return GTK_WIDGET (self);
}

gint64
uk_reminder_row_get_id (UkReminderRow *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_ROW (self), 0);

  return self->id;
}

static char *
describe_what (const UkReminder *reminder, const UkRoutine *routine, UkCatalogue *catalogue)
{
  const char *title = routine != NULL ? routine->title : reminder->title;
  const UkRegion *region = NULL;
  g_autofree char *place = NULL;

  if (reminder->region != NULL)
    region = uk_catalogue_get_region (catalogue, reminder->region);
  if (region == NULL)
    return g_strdup (title);
  place = uk_region_describe (region, reminder->side);
  /* Translators: a place of the body and what to do for it: "Top of the shoulder, left: Shoulder
   * pinch" */
  return g_strdup_printf (_ ("%s: %s"), place, title);
}

/* Shows what @reminder, the one with the id of the row, says now. */
void
uk_reminder_row_update (UkReminderRow *self, const UkReminder *reminder, UkCatalogue *catalogue)
{
  g_autofree char *sentence = NULL;
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  const UkRoutine *routine;

  g_return_if_fail (UK_IS_REMINDER_ROW (self));
  g_return_if_fail (reminder != NULL);

  routine = uk_catalogue_get_routine (catalogue, reminder->routine);
  sentence = uk_recurrence_to_sentence (reminder->recurrence);
  what = describe_what (reminder, routine, catalogue);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->title, what);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), routine != NULL);
  if (routine != NULL) {
    uk_figure_view_set_thumbnail_of (self->picture, routine);
    uk_figure_view_set_mirrored (self->picture, reminder->side == UK_SIDE_LEFT);
  }
  self->updating = TRUE;
  gtk_switch_set_active (self->enabled, reminder->enabled);
  self->updating = FALSE;
  if (reminder->enabled)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "off");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "off");
  name = g_strdup_printf (_ ("%s, %s"), sentence, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: name of a switch: "Remind: Weekdays at 10:00, One-minute reset" */
  label = g_strdup_printf (_ ("Remind: %s, %s"), sentence, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->enabled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
