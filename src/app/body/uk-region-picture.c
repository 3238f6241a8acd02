/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-region-picture.h"
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

/* The chart that shows the region best: the back, where most knots are, unless it is only in front. */
static UkChart *
get_chart (const char *region)
{
  static UkChart *charts[UK_N_VIEWS];
  UkView view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    if (charts[view] == NULL)
      charts[view] = uk_chart_new_from_resource (view, NULL);
  }
  if (charts[UK_VIEW_BACK] != NULL
      && (uk_chart_find_region (charts[UK_VIEW_BACK], region, UK_SIDE_LEFT) != NULL
          || uk_chart_find_region (charts[UK_VIEW_BACK], region, UK_SIDE_NONE) != NULL))
    return charts[UK_VIEW_BACK];
  return charts[UK_VIEW_FRONT];
}

static GdkTexture *
paint (UkRegionPicture *self, const UkChart *chart)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const UkChartPalette *palette
      = uk_chart_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  int width = self->width * self->scale, height = self->height * self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  uk_chart_paint_cutout (cr, chart, self->region, self->side, palette, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 cairo_image_surface_get_stride (surface));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkRegionPicture *self = UK_REGION_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  const UkChart *chart = self->region != NULL ? get_chart (self->region) : NULL;

  if (chart == NULL || width <= 0 || height <= 0)
    return;
  if (self->texture == NULL || width != self->width || height != self->height || scale != self->scale) {
    self->width = width;
    self->height = height;
    self->scale = scale;
    g_clear_object (&self->texture);
    self->texture = paint (self, chart);
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
