/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-texture.h"

#define SURFACE_KEY "uk-surface"
#define EXACT_NODE_KEY "uk-node-exact"
#define NODE_KEY "uk-node"

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
  GdkTexture *texture;

  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  /* The texture keeps the bytes, and the bytes keep the image. */
  g_object_set_data (G_OBJECT (texture), SURFACE_KEY, surface);
  return texture;
}

/* GTK 4.8 turns every pixel of a texture into floating-point numbers and back for cairo, each time that it is drawn. */
static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* Not gtk_snapshot_append_cairo(), which misplaces what is drawn at a scale in GTK 4.8. */
static GskRenderNode *
make_node (GdkTexture *texture, const graphene_rect_t *bounds, gboolean exact)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, (double)bounds->origin.x, (double)bounds->origin.y);
  cairo_scale (cr, (double)bounds->size.width / gdk_texture_get_width (texture),
               (double)bounds->size.height / gdk_texture_get_height (texture));
  cairo_set_source_surface (cr, g_object_get_data (G_OBJECT (texture), SURFACE_KEY), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), exact ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/**
 * uk_texture_append:
 * @texture: made by uk_texture_new_take_surface()
 * @snapshot: what to add it to
 * @widget: the widget that is painted
 * @bounds: where
 * @exact: whether a pixel of the picture becomes one of the screen
 *
 * Adds the picture in the form that costs the renderer of @widget least.
 */
void
uk_texture_append (GdkTexture *texture, GtkSnapshot *snapshot, GtkWidget *widget, const graphene_rect_t *bounds,
                   gboolean exact)
{
  const char *key = exact ? EXACT_NODE_KEY : NODE_KEY;
  GskRenderNode *node;
  graphene_rect_t last;

  g_return_if_fail (GDK_IS_TEXTURE (texture) && GTK_IS_WIDGET (widget));

  if (!is_drawn_by_cairo (widget)) {
    gtk_snapshot_append_texture (snapshot, texture, bounds);
    return;
  }
  /* The same node again tells the renderer that nothing has changed here. */
  node = g_object_get_data (G_OBJECT (texture), key);
  if (node != NULL)
    gsk_render_node_get_bounds (node, &last);
  if (node == NULL || !graphene_rect_equal (&last, bounds)) {
    node = make_node (texture, bounds, exact);
    g_object_set_data_full (G_OBJECT (texture), key, node, (GDestroyNotify)gsk_render_node_unref);
  }
  gtk_snapshot_append_node (snapshot, node);
}

/**
 * uk_texture_snapshot_surface:
 * @surface: an ARGB32 image in device pixels
 * @widget: where it is shown; the image fills it
 * @snapshot: what to add it to
 *
 * For what changes with every frame.  The image must not be drawn on while somebody else holds it, and not in the next
 * frame.
 */
void
uk_texture_snapshot_surface (cairo_surface_t *surface, GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (GdkTexture) texture = uk_texture_new_take_surface (cairo_surface_reference (surface));

  uk_texture_append (
      texture, snapshot, widget,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)), TRUE);
}
