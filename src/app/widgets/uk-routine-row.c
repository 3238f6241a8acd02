/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-routine-row.h"
#include "core/catalogue/uk-describe.h"

#include <glib/gi18n.h>


struct _UkRoutineRow {
  GtkListBoxRow parent_instance;

  const UkRoutine *routine; /* of the catalogue */
  char *region;             /* owned, nullable */
  UkSide side;
  GtkWidget *picture;       /* of the template */
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *reason;
  GtkActionable *start;
};

G_DEFINE_FINAL_TYPE (UkRoutineRow, uk_routine_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_targets (UkRoutineRow *self)
{
  const char *region = self->region != NULL ? self->region : "";
  const char *side = uk_side_to_id (self->side);
  const char *recipe = uk_routine_get_recipe (self->routine);

  /* The name comes last: an action without its target is refused with a warning. */
  gtk_actionable_set_action_target (self->start, "(sss)", recipe, region, side);
  gtk_actionable_set_action_name (self->start, "win.start-run");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sss)", recipe, region, side);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-routine");
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->picture), self->side == UK_SIDE_LEFT);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ROUTINE_ROW);
  g_clear_pointer (&UK_ROUTINE_ROW (object)->region, g_free);
  G_OBJECT_CLASS (uk_routine_row_parent_class)->dispose (object);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate (widget);
}

static void
uk_routine_row_class_init (UkRoutineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  /* The toolkit gives assistive tools an action for buttons only. */
  gtk_widget_class_install_action (widget_class, "routine.open", NULL, open_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/widgets/uk-routine-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRoutineRow, picture);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineRow, title);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineRow, details);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineRow, reason);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineRow, start);
}

static void
uk_routine_row_init (UkRoutineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @region: (nullable): where it is done.  The catalogue must outlive the row. */
GtkWidget *
uk_routine_row_new (const UkRoutine *routine, const char *region, UkSide side)
{
  UkRoutineRow *self = g_object_new (UK_TYPE_ROUTINE_ROW, NULL);
  g_autofree char *details = uk_routine_describe (routine);
  g_autofree char *label = g_strdup_printf (_ ("Start “%s”"), routine->title);

  self->routine = routine;
  self->region = g_strdup (region);
  self->side = side;
  gtk_label_set_label (self->title, routine->title);
  gtk_label_set_label (self->details, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, routine->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->start), label);
  uk_figure_view_set_thumbnail_of (UK_FIGURE_VIEW (self->picture), routine);
  update_targets (self);
  return GTK_WIDGET (self);
}

void
uk_routine_row_set_side (UkRoutineRow *self, UkSide side)
{
  g_return_if_fail (UK_IS_ROUTINE_ROW (self));

  if (self->side == side)
    return;
  self->side = side;
  update_targets (self);
}

/* Steps back, with @reason (nullable: not ruled out) in place of the way to start it. */
void
uk_routine_row_set_ruled_out (UkRoutineRow *self, const char *reason)
{
  g_autofree char *text = NULL;

  g_return_if_fail (UK_IS_ROUTINE_ROW (self));

  /* Translators: why a routine cannot be started, such as “Not now: Pregnancy”. */
  text = reason != NULL ? g_strdup_printf (_ ("Not now: %s"), reason) : g_strdup ("");
  gtk_label_set_label (self->reason, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->start), reason == NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "off");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "off");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
