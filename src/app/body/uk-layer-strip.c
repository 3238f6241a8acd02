/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-layer-strip.h"

#include <glib/gi18n.h>

/* More do not fit in one line; the tooltip has them all. */
#define MAX_SHOWN 3

struct _UkLayerStrip {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (UkLayerStrip, uk_layer_strip, GTK_TYPE_WIDGET)

static void
remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_label (GtkWidget *widget, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, widget);
}

static void
add_layer (GtkWidget *widget, const char *text, gboolean first)
{
  if (!first) {
    GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

    gtk_image_set_pixel_size (GTK_IMAGE (arrow), 12);
    gtk_widget_add_css_class (arrow, "dim");
    gtk_widget_set_parent (arrow, widget);
  }
  add_label (widget, text, first ? "strong" : NULL);
}

static void
dispose (GObject *object)
{
  remove_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (uk_layer_strip_parent_class)->dispose (object);
}

static void
uk_layer_strip_class_init (UkLayerStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
uk_layer_strip_init (UkLayerStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 8);
  gtk_widget_add_css_class (widget, "layers");
}

/* The layers, or where none are given the muscles of the region itself. */
void
uk_layer_strip_set_region (UkLayerStrip *self, const UkRegion *region)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GString) all = g_string_new (NULL);
  guint i, depth = 0, shown = 0;

  g_return_if_fail (UK_IS_LAYER_STRIP (self) && region != NULL);

  remove_children (widget);
  add_label (widget, _ ("Under this place"), "dim");
  for (i = 0; i < region->n_layers; i++) {
    g_string_append_printf (all, "%s%s (%s)", i > 0 ? "\n" : "", region->layers[i].name, region->layers[i].latin);
    if (region->layers[i].depth == depth || shown == MAX_SHOWN)
      continue;
    depth = region->layers[i].depth;
    add_layer (widget, region->layers[i].name, shown++ == 0);
  }
  for (i = 0; region->n_layers == 0 && i < MIN (region->n_muscles, MAX_SHOWN); i++) {
    g_string_append_printf (all, "%s%s (%s)", i > 0 ? "\n" : "", region->muscles[i].name, region->muscles[i].latin);
    add_layer (widget, region->muscles[i].name, i == 0);
  }
  gtk_widget_set_tooltip_text (widget, all->str);
}
