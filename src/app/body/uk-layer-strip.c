/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-layer-strip.h"

#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

/* More do not fit in one line; the others are behind a button. */
#define MAX_SHOWN 3

struct _UkLayerStrip {
  GtkWidget parent_instance;

  UkCatalogue *catalogue; /* (owned) (nullable) */
  const UkRegion *region; /* whose layers are shown: of the clicked point */
  char *chosen;           /* (owned) (nullable): id of the region that is treated */
};

G_DEFINE_FINAL_TYPE (UkLayerStrip, uk_layer_strip, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static const UkLayer *
get_layer (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "layer");
}

/* Marks the muscles that are treated with the chosen region. */
static void
update_button (UkLayerStrip *self, GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                g_strcmp0 (get_layer (button)->home, self->chosen) == 0);
}

static void
update_buttons (UkLayerStrip *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_TOGGLE_BUTTON (child))
      update_button (self, child);
  }
}

static void
clicked_cb (UkLayerStrip *self, GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  const UkLayer *layer = get_layer (button);

  /* Whoever listens marks it. */
  update_button (self, button);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (g_strcmp0 (layer->home, self->chosen) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, layer->home);
}

/* What it is called, how deep it lies, where it is felt and with what it is treated. */
static char *
describe (UkLayerStrip *self, const UkLayer *layer)
{
  const UkRegion *home = uk_catalogue_get_region (self->catalogue, layer->home);
  g_autoptr (GString) text = g_string_new (layer->latin);

  /* Translators: of a muscle; 1 lies right under the skin. */
  g_string_append_printf (text, _ ("\nLayer %u below the skin"), layer->depth);
  if (layer->felt != NULL)
    g_string_append_printf (text, _ ("\nOften felt: %s"), layer->felt);
  if (home != NULL && home != self->region)
    g_string_append_printf (text, _ ("\nTreated at: %s"), home->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
build_button (UkLayerStrip *self, const UkLayer *layer)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (layer->name);
  g_autofree char *text = describe (self, layer);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  layer->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_object_set_data (G_OBJECT (button), "layer", (gpointer)layer);
  update_button (self, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Every muscle, those that lie side by side in one row. */
static void
fill_popover_cb (GtkMenuButton *menu, gpointer user_data)
{
  UkLayerStrip *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = NULL;
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();
  guint depth = 0, i;

  for (i = 0; i < self->region->n_layers; i++) {
    const UkLayer *layer = &self->region->layers[i];
    GtkWidget *button = build_button (self, layer);

    gtk_widget_add_css_class (button, "chip");
    if (row == NULL || layer->depth != depth) {
      g_autofree char *title = g_strdup_printf (_ ("Layer %u"), layer->depth);
      GtkWidget *heading = gtk_label_new (title);

      depth = layer->depth;
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_layout_manager (row, g_object_new (UK_TYPE_WRAP_LAYOUT, NULL));
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "dim");
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), row);
    }
    gtk_box_append (GTK_BOX (row), button);
  }
  gtk_widget_set_size_request (box, 280, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (menu, popover);
}

static void
add_child (UkLayerStrip *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
add_arrow (UkLayerStrip *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "pixel-size",
                                   12, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (arrow, "dim");
  add_child (self, arrow);
}

static void
add_more (UkLayerStrip *self)
{
  GtkWidget *menu = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (menu, _ ("All muscles here, layer by layer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All muscles here, layer by layer"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), fill_popover_cb, self, NULL);
  add_child (self, menu);
}

/* One muscle of each layer. */
static void
fill (UkLayerStrip *self)
{
  GtkWidget *title = gtk_label_new (_ ("Under this place"));
  guint depth = 0, shown = 0, i;

  remove_children (GTK_WIDGET (self));
  gtk_widget_add_css_class (title, "dim");
  add_child (self, title);
  for (i = 0; i < self->region->n_layers && shown < MAX_SHOWN; i++) {
    const UkLayer *layer = &self->region->layers[i];

    if (layer->depth == depth)
      continue;
    depth = layer->depth;
    if (shown++ > 0)
      add_arrow (self);
    add_child (self, build_button (self, layer));
  }
  if (shown < self->region->n_layers)
    add_more (self);
}

static void
dispose (GObject *object)
{
  UkLayerStrip *self = UK_LAYER_STRIP (object);

  remove_children (GTK_WIDGET (self));
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (uk_layer_strip_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_LAYER_STRIP (object)->chosen);
  G_OBJECT_CLASS (uk_layer_strip_parent_class)->finalize (object);
}

static void
uk_layer_strip_class_init (UkLayerStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
uk_layer_strip_init (UkLayerStrip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "layers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Under this place"), -1);
}

/* To be called once. */
void
uk_layer_strip_set_catalogue (UkLayerStrip *self, UkCatalogue *catalogue)
{
  g_return_if_fail (UK_IS_LAYER_STRIP (self) && UK_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
}

/* Shows the layers of another place, unless it was chosen from the strip itself: then it keeps the
 * layers under the point that was clicked. */
void
uk_layer_strip_set_region (UkLayerStrip *self, const UkRegion *region, gboolean from_strip)
{
  g_return_if_fail (UK_IS_LAYER_STRIP (self) && self->catalogue != NULL && region != NULL);

  g_free (self->chosen);
  self->chosen = g_strdup (region->id);
  if (from_strip) {
    update_buttons (self);
    return;
  }
  self->region = region;
  gtk_widget_set_visible (GTK_WIDGET (self), region->n_layers > 0);
  fill (self);
}
