/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-texture.h"

/**
 * uk_texture_new_take_surface:
 * @surface: (transfer full): an ARGB32 image
 *
 * Makes a picture that the renderer can keep, without copying.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
uk_texture_new_take_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * uk_texture_snapshot_surface:
 * @surface: an ARGB32 image in device pixels
 * @widget: where it is shown; the image fills it
 * @snapshot: what to add it to
 *
 * For what changes with every frame: plain cairo would copy a texture whenever anything near it is
 * drawn again.  The image must not be drawn on while somebody else holds it, and not in the next
 * frame.
 */
void
uk_texture_snapshot_surface (cairo_surface_t *surface, GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkNative *native = gtk_widget_get_native (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  g_autoptr (GdkTexture) texture = NULL;
  cairo_t *cr;

  if (native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native))) {
    texture = uk_texture_new_take_surface (cairo_surface_reference (surface));
    gtk_snapshot_append_texture (snapshot, texture, &bounds);
    return;
  }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, (double)width / cairo_image_surface_get_width (surface),
               (double)height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}
