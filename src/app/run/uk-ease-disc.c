/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-ease-disc.h"

#include "app/body/uk-chart-store.h"
#include "art/chart/uk-chart-paint.h"

#include <adwaita.h>

#define LARGEST 340
#define EASE_MS 900

/* How much of the chart the disc shows, in its units, and how near to the place its middle is; the
 * rest is towards the middle of the body. */
#define SPAN 190
#define NEAR 0.7

struct _UkEaseDisc {
  GtkWidget parent_instance;

  UkChart *chart; /* owned, nullable: the view that shows the place */
  char *region;   /* owned, nullable */
  UkSide side;
  double rating; /* 0 to 10 */
  int smallest;
  AdwAnimation *easing; /* owned */
};

G_DEFINE_FINAL_TYPE (UkEaseDisc, uk_ease_disc, GTK_TYPE_WIDGET)

typedef enum { PROP_SMALLEST = 1 } UkEaseDiscProperty;

static GParamSpec *properties[PROP_SMALLEST + 1];

/* The place and enough of the body around it to be recognised. */
static void
paint (UkEaseDisc *self, cairo_t *cr, double size)
{
  const UkChartArea *place = uk_chart_find_region (self->chart, self->region, self->side);
  const UkChartAreaState state = { 0, 0, self->rating, UK_CHART_LOOK_CHOSEN };
  const double span = MAX (SPAN, 1.6 * MAX (place->bounds.width, place->bounds.height));
  const double scale = size / span;
  guint i;

  cairo_translate (cr, size / 2, size / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(place->bounds.x + place->bounds.width / 2) * NEAR,
                   -(place->bounds.y + place->bounds.height / 2));
  uk_chart_paint_base (cr, self->chart, uk_chart_store_get_palette (), UK_CHART_LOOK_CHOSEN, scale);
  for (i = 0; i < uk_chart_get_n_areas (self->chart); i++) {
    const UkChartArea *area = uk_chart_get_area (self->chart, i);

    if (g_str_equal (area->region, self->region)
        && (self->side == UK_SIDE_NONE || area->side == self->side))
      uk_chart_paint_area (cr, self->chart, area, uk_chart_store_get_palette (), &state, scale);
  }
}

static void
uk_ease_disc_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UkEaseDisc *self = UK_EASE_DISC (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const int size = MIN (MIN (width, height), LARGEST);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      (float)(width - size) / 2, (float)(height - size) / 2, (float)size, (float)size);
  GskRoundedRect disc;
  GdkRGBA card;
  cairo_t *cr;

  if (self->chart == NULL || size < 60)
    return;
  gsk_rounded_rect_init_from_rect (&disc, &bounds, (float)size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "card_bg_color",
                                      &card))
    gtk_snapshot_append_color (snapshot, &card, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  paint (self, cr, size);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
uk_ease_disc_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  UkEaseDisc *self = UK_EASE_DISC (widget);

  *minimum = self->chart != NULL ? self->smallest : 0;
  *natural = self->chart != NULL ? LARGEST : 0;
}

static void
rating_cb (double rating, gpointer data)
{
  uk_ease_disc_set_rating (data, rating);
}

static void
uk_ease_disc_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((UkEaseDiscProperty)id) {
  case PROP_SMALLEST:
    g_value_set_int (value, UK_EASE_DISC (object)->smallest);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_ease_disc_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((UkEaseDiscProperty)id) {
  case PROP_SMALLEST:
    UK_EASE_DISC (object)->smallest = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (object));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_ease_disc_dispose (GObject *object)
{
  UkEaseDisc *self = UK_EASE_DISC (object);

  g_clear_object (&self->easing);
  g_clear_pointer (&self->chart, uk_chart_unref);
  g_clear_pointer (&self->region, g_free);

  G_OBJECT_CLASS (uk_ease_disc_parent_class)->dispose (object);
}

static void
uk_ease_disc_class_init (UkEaseDiscClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uk_ease_disc_get_property;
  object_class->set_property = uk_ease_disc_set_property;
  object_class->dispose = uk_ease_disc_dispose;
  widget_class->snapshot = uk_ease_disc_snapshot;
  widget_class->measure = uk_ease_disc_measure;

  properties[PROP_SMALLEST] = g_param_spec_int ("smallest", NULL, NULL, 0, LARGEST, 0,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* The view that shows the place best; NULL if none does. */
static UkChart *
find_chart (const char *region, UkSide side)
{
  UkChart *const *charts = uk_chart_store_get_charts ();
  const UkChartArea *area;

  if (region == NULL)
    return NULL;
  area = uk_chart_choose_area (charts, region, side);
  return area != NULL ? uk_chart_ref (charts[area->view]) : NULL;
}

static void
look_changed_cb (UkEaseDisc *self)
{
  g_clear_pointer (&self->chart, uk_chart_unref);
  self->chart = find_chart (self->region, self->side);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
uk_ease_disc_init (UkEaseDisc *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (rating_cb, self, NULL);

  self->easing = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, EASE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->easing), ADW_EASE_OUT_CUBIC);
  uk_chart_store_watch (self, G_CALLBACK (look_changed_cb));
}

/* @region: (nullable): what to show; NULL or a place that is on no chart shows nothing */
void
uk_ease_disc_set_place (UkEaseDisc *self, const char *region, UkSide side)
{
  g_return_if_fail (UK_IS_EASE_DISC (self));

  g_free (self->region);
  self->region = g_strdup (region);
  self->side = side;
  g_clear_pointer (&self->chart, uk_chart_unref);
  self->chart = find_chart (region, side);
  gtk_widget_set_visible (GTK_WIDGET (self), self->chart != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* @rating: 0 to 10 */
void
uk_ease_disc_set_rating (UkEaseDisc *self, double rating)
{
  g_return_if_fail (UK_IS_EASE_DISC (self));

  self->rating = CLAMP (rating, 0, 10);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Changes its colour slowly to another rating. */
void
uk_ease_disc_ease_to (UkEaseDisc *self, double rating)
{
  AdwTimedAnimation *easing;

  g_return_if_fail (UK_IS_EASE_DISC (self));

  easing = ADW_TIMED_ANIMATION (self->easing);
  adw_timed_animation_set_value_from (easing, self->rating);
  adw_timed_animation_set_value_to (easing, CLAMP (rating, 0, 10));
  adw_animation_play (self->easing);
}
