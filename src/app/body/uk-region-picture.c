/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-region-picture.h"

#include "app/body/uk-chart-store.h"
#include "app/widgets/uk-texture.h"
#include "art/chart/uk-chart-paint.h"

#include <adwaita.h>

struct _UkRegionPicture {
  GtkWidget parent_instance;

  char *region; /* owned, nullable */
  UkSide side;
  GdkTexture *texture; /* owned, nullable: what was painted last, at this size and style */
  int width;
  int height;
  int scale;
};

G_DEFINE_FINAL_TYPE (UkRegionPicture, uk_region_picture, GTK_TYPE_WIDGET)

/* Nothing for a place that is on no chart. */
static GdkTexture *
paint (UkRegionPicture *self)
{
  UkChart *const *charts = uk_chart_store_get_charts ();
  const UkChartArea *area = uk_chart_choose_area (charts, self->region, self->side);
  int width = self->width * self->scale, height = self->height * self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  if (area != NULL)
    uk_chart_paint_cutout (cr, charts[area->view], self->region, self->side, uk_chart_store_get_palette (), width,
                           height);
  cairo_destroy (cr);
  return uk_texture_new_take_surface (surface);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkRegionPicture *self = UK_REGION_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->region == NULL || width <= 0 || height <= 0)
    return;
  if (self->texture == NULL || width != self->width || height != self->height || scale != self->scale) {
    self->width = width;
    self->height = height;
    self->scale = scale;
    g_clear_object (&self->texture);
    self->texture = paint (self);
  }
  gtk_snapshot_append_texture (snap, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
repaint (UkRegionPicture *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dispose (GObject *object)
{
  UkRegionPicture *self = UK_REGION_PICTURE (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->region, g_free);
  G_OBJECT_CLASS (uk_region_picture_parent_class)->dispose (object);
}

static void
uk_region_picture_class_init (UkRegionPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uk_region_picture_init (UkRegionPicture *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (repaint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (repaint), self, G_CONNECT_SWAPPED);
}

void
uk_region_picture_set_region (UkRegionPicture *self, const char *region, UkSide side)
{
  g_return_if_fail (UK_IS_REGION_PICTURE (self) && region != NULL);

  if (g_strcmp0 (self->region, region) == 0 && self->side == side)
    return;
  g_free (self->region);
  self->region = g_strdup (region);
  self->side = side;
  repaint (self);
}
