/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/preferences/uk-skin-choice.h"

#include "app/body/uk-chart-store.h"

#include <math.h>

#define SWATCH 28

struct _UkSkinChoice {
  GtkWidget parent_instance;

  GSettings *settings;                       /* owned */
  GtkWidget *row;                            /* child */
  GtkLabel *name;                            /* child */
  GtkToggleButton *buttons[UK_N_SKIN_TONES]; /* of the row */
};

G_DEFINE_FINAL_TYPE (UkSkinChoice, uk_skin_choice, GTK_TYPE_WIDGET)

/* Skin with a muscle under it, as the chart shows them now. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const UkChartPalette *palette
      = uk_chart_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style),
                              (UkSkinTone) GPOINTER_TO_INT (data));
  double x = (double) width / 2, y = (double) height / 2, radius = MIN (x, y) - 1;

  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, palette->skin.r, palette->skin.g, palette->skin.b);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, G_PI_4, G_PI + G_PI_4);
  cairo_set_source_rgb (cr, palette->belly.r, palette->belly.g, palette->belly.b);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, palette->ink.r, palette->ink.g, palette->ink.b);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
toggled_cb (UkSkinChoice *self, GtkToggleButton *button)
{
  guint i;

  for (i = 0; i < UK_N_SKIN_TONES; i++) {
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      g_settings_set_enum (self->settings, "skin-tone", (int) i);
  }
}

static void
show_chosen (UkSkinChoice *self)
{
  UkSkinTone tone = (UkSkinTone) g_settings_get_enum (self->settings, "skin-tone");

  gtk_toggle_button_set_active (self->buttons[tone], TRUE);
  gtk_label_set_label (self->name, uk_skin_tone_get_name (tone));
}

static void
redraw (UkSkinChoice *self)
{
  guint i;

  for (i = 0; i < UK_N_SKIN_TONES; i++)
    gtk_widget_queue_draw (gtk_button_get_child (GTK_BUTTON (self->buttons[i])));
}

static void
add_swatch (UkSkinChoice *self, UkSkinTone tone)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *swatch = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, GINT_TO_POINTER (tone), NULL);
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_add_css_class (button, "swatch");
  gtk_widget_set_tooltip_text (button, uk_skin_tone_get_name (tone));
  if (tone > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, uk_skin_tone_get_name (tone),
                                  -1);
  gtk_box_append (GTK_BOX (self->row), button);
  self->buttons[tone] = GTK_TOGGLE_BUTTON (button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
dispose (GObject *object)
{
  UkSkinChoice *self = UK_SKIN_CHOICE (object);

  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->name, gtk_widget_unparent);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (uk_skin_choice_parent_class)->dispose (object);
}

static void
uk_skin_choice_class_init (UkSkinChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
uk_skin_choice_init (UkSkinChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  guint i;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim");
  gtk_widget_set_parent (GTK_WIDGET (self->name), GTK_WIDGET (self));
  for (i = 0; i < UK_N_SKIN_TONES; i++)
    add_swatch (self, (UkSkinTone) i);
}

/* To be called once. */
void
uk_skin_choice_set_settings (UkSkinChoice *self, GSettings *settings)
{
  g_return_if_fail (UK_IS_SKIN_CHOICE (self) && G_IS_SETTINGS (settings));

  self->settings = g_object_ref (settings);
  show_chosen (self);
  uk_chart_store_watch (self, G_CALLBACK (redraw));
  g_signal_connect_object (settings, "changed::skin-tone", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}
