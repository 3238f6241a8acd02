/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-due-row.h"

#include "app/figure/uk-figure-view.h"
#include "core/catalogue/uk-describe.h"
#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n.h>

struct _UkDueRow {
  GtkListBoxRow parent_instance;

  UkDue due;    /* its region is owned here */
  char *region; /* owned, nullable */

  /* of the template */
  GtkWidget *picture;
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *easier;
  GtkToggleButton *done;
  GtkActionable *start;
};

G_DEFINE_FINAL_TYPE (UkDueRow, uk_due_row, GTK_TYPE_LIST_BOX_ROW)

enum { MARKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
done_toggled_cb (UkDueRow *self)
{
  gboolean done = gtk_toggle_button_get_active (self->done);

  if (done == (self->due.done_at != 0))
    return;
  /* Lists are filled anew in answer; the button is still at work. */
  g_idle_add_once (g_object_unref, g_object_ref (self->done));
  g_signal_emit (self, signals[MARKED], 0, done);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_DUE_ROW);
  g_clear_pointer (&UK_DUE_ROW (object)->region, g_free);
  G_OBJECT_CLASS (uk_due_row_parent_class)->dispose (object);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate (widget);
}

static void
uk_due_row_class_init (UkDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  /* For assistive technologies, which look for an action to press */
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, picture);
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, title);
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, details);
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, easier);
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, done);
  gtk_widget_class_bind_template_child (widget_class, UkDueRow, start);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);

  signals[MARKED] = g_signal_new ("marked", UK_TYPE_DUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_BOOLEAN);
}

static void
uk_due_row_init (UkDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const UkDue *due)
{
  g_autofree char *takes = uk_routine_describe (due->routine);
  g_autofree char *when = NULL;

  if (due->done_at == 0) {
    when = uk_minute_to_text (due->minute);
    /* Translators: time · what it takes: “12:45 · 2 min”. */
    return g_strdup_printf (_ ("%s · %s"), when, takes);
  } else {
    g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (due->done_at);

    when = uk_minute_to_text ((guint)(g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at)));
    /* Translators: time · what it takes: “Done at 7:52 · 4 min”. */
    return g_strdup_printf (_ ("Done at %s · %s"), when, takes);
  }
}

static void
set_targets (UkDueRow *self)
{
  const char *region = self->region != NULL ? self->region : "";
  const char *side = uk_side_to_id (self->due.side);

  /* The name comes last: an action without its target is refused with a warning. */
  gtk_actionable_set_action_target (self->start, "(sss)", self->due.routine->id, region, side);
  gtk_actionable_set_action_name (self->start, "win.start-run");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sss)", self->due.routine->id, region, side);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-routine");
}

/* @today: whether it can be started and marked as done; @easier: whether to say how to make it easier.  The catalogue
 * must outlive the row. */
GtkWidget *
uk_due_row_new (const UkDue *due, gboolean today, gboolean easier)
{
  UkDueRow *self = g_object_new (UK_TYPE_DUE_ROW, NULL);
  g_autofree char *details = describe (due);
  g_autofree char *start = g_strdup_printf (_ ("Start “%s”"), due->routine->title);
  g_autofree char *mark = g_strdup_printf (_ ("“%s” is done"), due->routine->title);
  gboolean done = due->done_at != 0;

  self->region = g_strdup (due->region);
  self->due = *due;
  self->due.region = self->region;
  gtk_label_set_label (self->title, due->routine->title);
  gtk_label_set_label (self->details, details);
  if (easier && !done && due->routine->easier != NULL) {
    g_autofree char *text = g_strdup_printf (_ ("Easier: %s"), due->routine->easier);

    gtk_label_set_label (self->easier, text);
    gtk_widget_show (GTK_WIDGET (self->easier));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, due->routine->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, start, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, mark, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->start), start);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->done), done ? _ ("Not done after all") : _ ("Done without Unknot"));
  gtk_toggle_button_set_active (self->done, done);
  gtk_widget_set_visible (GTK_WIDGET (self->done), today);
  gtk_widget_set_visible (GTK_WIDGET (self->start), today && !done);
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  uk_figure_view_set_thumbnail_of (UK_FIGURE_VIEW (self->picture), due->routine);
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->picture), due->side == UK_SIDE_LEFT);
  set_targets (self);
  return GTK_WIDGET (self);
}

/* For a list where it can only be started. */
void
uk_due_row_hide_mark (UkDueRow *self)
{
  g_return_if_fail (UK_IS_DUE_ROW (self));

  gtk_widget_hide (GTK_WIDGET (self->done));
}

const UkDue *
uk_due_row_get_due (UkDueRow *self)
{
  g_return_val_if_fail (UK_IS_DUE_ROW (self), NULL);

  return &self->due;
}
