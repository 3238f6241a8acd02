/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-region-picture.h"
#include "app/widgets/uk-place-row.h"

#include <glib/gi18n.h>

struct _UkPlaceRow {
  GtkListBoxRow parent_instance;

  const UkRegion *region; /* of the catalogue */
  UkSide side;
  UkRegionPicture *picture; /* of the template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *end;
};

G_DEFINE_FINAL_TYPE (UkPlaceRow, uk_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (uk_place_row_parent_class)->dispose (object);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate (widget);
}

static void
uk_place_row_class_init (UkPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_REGION_PICTURE);
  /* The toolkit gives assistive tools an action for buttons only. */
  gtk_widget_class_install_action (widget_class, "place.open", NULL, open_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/widgets/uk-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPlaceRow, picture);
  gtk_widget_class_bind_template_child (widget_class, UkPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, UkPlaceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UkPlaceRow, end);
}

static void
uk_place_row_init (UkPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @subtitle: (nullable): what stands below the name.  The catalogue must outlive the row. */
GtkWidget *
uk_place_row_new (const UkRegion *region, UkSide side, const char *subtitle)
{
  UkPlaceRow *self = g_object_new (UK_TYPE_PLACE_ROW, NULL);

  self->region = region;
  self->side = region->sided ? side : UK_SIDE_NONE;
  uk_region_picture_set_region (self->picture, region->id, side);
  gtk_label_set_label (self->title, region->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, region->name, -1);
  if (subtitle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  /* The name comes last: an action without its target is refused with a warning. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", region->id, uk_side_to_id (self->side));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-region");
  return GTK_WIDGET (self);
}

const UkRegion *
uk_place_row_get_region (UkPlaceRow *self)
{
  g_return_val_if_fail (UK_IS_PLACE_ROW (self), NULL);
  return self->region;
}

static void
replace_end (UkPlaceRow *self, GtkWidget *widget)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->end))) != NULL)
    gtk_box_remove (self->end, old);
  gtk_box_append (self->end, widget);
}

/* Shows a number instead of the arrow, as on the chart. */
void
uk_place_row_set_rank (UkPlaceRow *self, guint rank)
{
  g_autofree char *text = g_strdup_printf ("%u", rank);
  GtkWidget *label = gtk_label_new (text);

  g_return_if_fail (UK_IS_PLACE_ROW (self));

  gtk_widget_add_css_class (label, "rank");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  replace_end (self, label);
}

/* Shows a start button instead of the arrow. */
void
uk_place_row_add_start (UkPlaceRow *self, const char *routine, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");

  g_return_if_fail (UK_IS_PLACE_ROW (self));

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "play");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", routine, self->region->id,
                                    uk_side_to_id (self->side));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-run");
  replace_end (self, button);
}
