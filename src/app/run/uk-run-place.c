/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-place.h"
#include "app/figure/uk-figure-view.h"
#include "app/run/uk-ease-disc.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"

struct _UkRunPlace {
  GtkWidget parent_instance;

  /* of the template */
  UkEaseDisc *disc;
  GtkWidget *figure;
  GtkLabel *name;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (UkRunPlace, uk_run_place, GTK_TYPE_WIDGET)

typedef enum { PROP_SMALLEST = 1 } UkRunPlaceProperty;

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
uk_run_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((UkRunPlaceProperty)id) {
  case PROP_SMALLEST:
    g_object_get_property (G_OBJECT (UK_RUN_PLACE (object)->disc), "smallest", value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((UkRunPlaceProperty)id) {
  case PROP_SMALLEST:
    g_object_set_property (G_OBJECT (UK_RUN_PLACE (object)->disc), "smallest", value);
    gtk_widget_set_size_request (UK_RUN_PLACE (object)->figure, -1, 2 * g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_place_dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RUN_PLACE);

  G_OBJECT_CLASS (uk_run_place_parent_class)->dispose (object);
}

static void
uk_run_place_class_init (UkRunPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uk_run_place_get_property;
  object_class->set_property = uk_run_place_set_property;
  object_class->dispose = uk_run_place_dispose;

  g_object_class_install_property (object_class, PROP_SMALLEST,
                                   g_param_spec_int ("smallest", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (UK_TYPE_EASE_DISC);
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/run/uk-run-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRunPlace, disc);
  gtk_widget_class_bind_template_child (widget_class, UkRunPlace, figure);
  gtk_widget_class_bind_template_child (widget_class, UkRunPlace, name);
  gtk_widget_class_bind_template_child (widget_class, UkRunPlace, detail);
}

static void
uk_run_place_init (UkRunPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @region: (nullable): NULL for the whole body; @side: none for both */
void
uk_run_place_show (UkRunPlace *self, const UkRoutine *routine, const UkRegion *region, UkSide side)
{
  g_autofree char *name = region != NULL ? uk_region_describe (region, side) : NULL;
  gboolean has_disc;

  g_return_if_fail (UK_IS_RUN_PLACE (self));
  g_return_if_fail (routine != NULL);

  set_text (self->name, name);
  uk_ease_disc_set_place (self->disc, region != NULL ? region->id : NULL, side);
  has_disc = gtk_widget_get_visible (GTK_WIDGET (self->disc));
  gtk_widget_set_visible (self->figure, !has_disc);
  gtk_widget_set_valign (GTK_WIDGET (self), has_disc ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  uk_figure_view_set_thumbnail_of (UK_FIGURE_VIEW (self->figure), routine);
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->figure), side == UK_SIDE_LEFT);
}

/* @detail: (nullable): the line below the name */
void
uk_run_place_set_detail (UkRunPlace *self, const char *detail)
{
  g_return_if_fail (UK_IS_RUN_PLACE (self));

  set_text (self->detail, detail);
}

/* @rating: 0 to 10 */
void
uk_run_place_set_rating (UkRunPlace *self, double rating)
{
  g_return_if_fail (UK_IS_RUN_PLACE (self));

  uk_ease_disc_set_rating (self->disc, rating);
}

/* Changes the colour of the place slowly to another rating. */
void
uk_run_place_ease_to (UkRunPlace *self, double rating)
{
  g_return_if_fail (UK_IS_RUN_PLACE (self));

  uk_ease_disc_ease_to (self->disc, rating);
}
