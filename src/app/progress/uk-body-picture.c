/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-body-picture.h"

#include "app/body/uk-chart-store.h"
#include "app/widgets/uk-texture.h"
#include "art/chart/uk-chart-brush.h"
#include "art/chart/uk-chart-paint.h"

#include <adwaita.h>
#include <math.h>

#define MINIMUM_WIDTH 220
#define MINIMUM_HEIGHT 260
#define NATURAL_SIZE 330

/* So many points are the strongest colour of a difference. */
#define MOST_CHANGE 3

/* Between front and back, in chart units. */
#define GAP 24

struct _UkBodyPicture {
  GtkWidget parent_instance;

  UkBodyHistory *history; /* owned, nullable */
  double day;
  gboolean compares; /* shows the last week against the one before */

  GdkTexture *textures[UK_N_VIEWS]; /* owned, nullable: the bare body at @pixel_scale */
  double pixel_scale;
};

G_DEFINE_FINAL_TYPE (UkBodyPicture, uk_body_picture, GTK_TYPE_WIDGET)

static double
get_rating (UkBodyPicture *self, const UkChartArea *area)
{
  double rating = uk_body_history_get (self->history, area->region, area->side, self->day);

  if (rating < 0)
    rating = uk_body_history_get (self->history, area->region, UK_SIDE_NONE, self->day);
  return rating;
}

static void
paint_bare (UkBodyPicture *self, double pixel_scale)
{
  guint view;

  self->pixel_scale = pixel_scale;
  for (view = 0; view < UK_N_VIEWS; view++) {
    const UkChart *chart = uk_chart_store_get_charts ()[view];
    const UkBox box = uk_chart_get_box (chart);
    cairo_surface_t *surface
        = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (box.width * pixel_scale),
                                      (int)ceil (box.height * pixel_scale));
    cairo_t *cr = cairo_create (surface);

    cairo_scale (cr, pixel_scale, pixel_scale);
    cairo_translate (cr, -box.x, -box.y);
    uk_chart_paint_base (cr, chart, uk_chart_store_get_palette (), UK_CHART_LOOK_REST, pixel_scale);
    cairo_destroy (cr);
    g_clear_object (&self->textures[view]);
    self->textures[view] = uk_texture_new_take_surface (surface);
  }
}

/* Teal is easier, coral is sorer, the stronger the more. */
static void
paint_change (UkBodyPicture *self, cairo_t *cr, const UkChartArea *area)
{
  static const UkChartColor easier = { 0.10, 0.53, 0.49 };
  static const UkChartColor sorer = { 0.89, 0.35, 0.17 };
  double change;

  if (!uk_body_history_get_change (self->history, area->region, area->side, &change)
      && !uk_body_history_get_change (self->history, area->region, UK_SIDE_NONE, &change))
    return;
  uk_chart_brush_trace (cr, area->outline);
  uk_chart_brush_set (cr, change < 0 ? easier : sorer,
                      0.12 + 0.76 * MIN (fabs (change) / MOST_CHANGE, 1));
  cairo_fill (cr);
}

static void
append_tint (UkBodyPicture *self, GtkSnapshot *snap, guint view, graphene_rect_t *bounds)
{
  const UkChart *chart = uk_chart_store_get_charts ()[view];
  const UkBox box = uk_chart_get_box (chart);
  const double scale = bounds->size.width / box.width;
  cairo_t *cr;
  guint i;

  if (self->history == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snap, bounds);
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box.x, -box.y);
  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);
    const UkChartAreaState state
        = { .rating = get_rating (self, area), .look = UK_CHART_LOOK_REST };

    if (self->compares)
      paint_change (self, cr, area);
    else if (state.rating >= 0)
      uk_chart_paint_area (cr, chart, area, uk_chart_store_get_palette (), &state, scale);
  }
  cairo_destroy (cr);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkBodyPicture *self = UK_BODY_PICTURE (widget);
  UkChart *const *charts = uk_chart_store_get_charts ();
  const UkBox front = uk_chart_get_box (charts[UK_VIEW_FRONT]);
  const UkBox back = uk_chart_get_box (charts[UK_VIEW_BACK]);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double both = front.width + GAP + back.width;
  const double scale = MIN (width / both, height / MAX (front.height, back.height));
  const double pixel_scale = scale * gtk_widget_get_scale_factor (widget);
  double x = (width - both * scale) / 2;
  guint view;

  if (scale <= 0)
    return;
  if (self->textures[0] == NULL || !G_APPROX_VALUE (self->pixel_scale, pixel_scale, 1e-9))
    paint_bare (self, pixel_scale);
  for (view = 0; view < UK_N_VIEWS; view++) {
    const UkBox box = view == UK_VIEW_FRONT ? front : back;
    graphene_rect_t bounds
        = GRAPHENE_RECT_INIT ((float)x, (float)((height - box.height * scale) / 2),
                              (float)(box.width * scale), (float)(box.height * scale));

    uk_texture_append (self->textures[view], snap, widget, &bounds, TRUE);
    append_tint (self, snap, view, &bounds);
    x += (box.width + GAP) * scale;
  }
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = NATURAL_SIZE;
}

static void
style_changed_cb (UkBodyPicture *self)
{
  g_clear_object (&self->textures[UK_VIEW_FRONT]);
  g_clear_object (&self->textures[UK_VIEW_BACK]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
finalize (GObject *object)
{
  UkBodyPicture *self = UK_BODY_PICTURE (object);

  g_clear_pointer (&self->history, uk_body_history_free);
  g_clear_object (&self->textures[UK_VIEW_FRONT]);
  g_clear_object (&self->textures[UK_VIEW_BACK]);
  G_OBJECT_CLASS (uk_body_picture_parent_class)->finalize (object);
}

static void
uk_body_picture_class_init (UkBodyPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uk_body_picture_init (UkBodyPicture *self)
{

  self->day = UK_BODY_DAYS;
  uk_chart_store_watch (self, G_CALLBACK (style_changed_cb));
}

/* @history: (transfer full) (nullable): the last days; %NULL for a body without colours */
void
uk_body_picture_take_history (UkBodyPicture *self, UkBodyHistory *history)
{
  g_return_if_fail (UK_IS_BODY_PICTURE (self));

  g_clear_pointer (&self->history, uk_body_history_free);
  self->history = history;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @day: 0 for the first day to %UK_BODY_DAYS for today */
void
uk_body_picture_set_day (UkBodyPicture *self, double day)
{
  g_return_if_fail (UK_IS_BODY_PICTURE (self));

  if (G_APPROX_VALUE (self->day, day, 1e-6))
    return;
  self->day = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @compares: whether to show the last week against the one before, instead of a day */
void
uk_body_picture_set_compares (UkBodyPicture *self, gboolean compares)
{
  g_return_if_fail (UK_IS_BODY_PICTURE (self));

  self->compares = compares;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
