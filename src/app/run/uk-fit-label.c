/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-fit-label.h"

#define SMALLEST 16.0
#define LINE_SPACING 0.9

struct _UkFitLabel {
  GtkWidget parent_instance;

  PangoLayout *layout; /* owned */
  double pixels;       /* size of the type */
};

G_DEFINE_FINAL_TYPE (UkFitLabel, uk_fit_label, GTK_TYPE_WIDGET)

static void
set_pixels (UkFitLabel *self, double pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  self->pixels = pixels;
}

static int
get_height (UkFitLabel *self)
{
  int height;

  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height;
}

/* A word that is wider than the line would be cut. */
static gboolean
fits (UkFitLabel *self, int width, int max_height)
{
  int text_width;

  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  return text_width <= width && get_height (self) <= max_height;
}

static void
uk_fit_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UkFitLabel *self = UK_FIT_LABEL (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
uk_fit_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  UkFitLabel *self = UK_FIT_LABEL (widget);

  GTK_WIDGET_CLASS (uk_fit_label_parent_class)->css_changed (widget, change);
  if (self->layout == NULL)
    return;
  pango_layout_context_changed (self->layout);
  set_pixels (self, self->pixels);
  gtk_widget_queue_resize (widget);
}

static void
uk_fit_label_dispose (GObject *object)
{
  g_clear_object (&UK_FIT_LABEL (object)->layout);

  G_OBJECT_CLASS (uk_fit_label_parent_class)->dispose (object);
}

static void
uk_fit_label_class_init (UkFitLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uk_fit_label_dispose;
  widget_class->snapshot = uk_fit_label_snapshot;
  widget_class->css_changed = uk_fit_label_css_changed;
  gtk_widget_class_set_css_name (widget_class, "fit-label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
uk_fit_label_init (UkFitLabel *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_line_spacing (self->layout, LINE_SPACING);
  set_pixels (self, SMALLEST);
}

/* A screen reader hears the new text. */
void
uk_fit_label_set_text (UkFitLabel *self, const char *text)
{
  g_return_if_fail (UK_IS_FIT_LABEL (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
uk_fit_label_set_centered (UkFitLabel *self, gboolean centered)
{
  g_return_if_fail (UK_IS_FIT_LABEL (self));

  pango_layout_set_alignment (self->layout, centered ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
}

/* Chooses the size for a space; to be called by whoever allocates the label.
 * Returns: the height that it needs there */
int
uk_fit_label_fit (UkFitLabel *self, int width, int max_height, double max_pixels)
{
  double pixels;

  g_return_val_if_fail (UK_IS_FIT_LABEL (self), 0);

  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
  for (pixels = MAX (max_pixels, SMALLEST); pixels > SMALLEST; pixels *= 0.95) {
    set_pixels (self, pixels);
    if (fits (self, width, max_height))
      return get_height (self);
  }
  set_pixels (self, SMALLEST);
  return get_height (self);
}
