/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-sheet.h"

#include <pango/pangocairo.h>

#define LABEL_HEIGHT 24.0
#define MARGIN 4.0

static void
paint_label (cairo_t *cr, const UkFigurePalette *palette, const char *label, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 9");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, label, -1);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_set_source_rgb (cr, palette->text.r, palette->text.g, palette->text.b);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

/**
 * uk_figure_sheet_render:
 * @sheet: what to show
 * @palette: the colours
 * @box: (nullable): one box for all figures, so that they have the same size; else each is fitted
 *
 * Returns: (transfer full): the contact sheet
 */
cairo_surface_t *
uk_figure_sheet_render (const UkFigureSheet *sheet,
                        const UkFigurePalette *palette,
                        const UkFigureBox *box)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  guint columns, rows;
  double label;

  g_return_val_if_fail (sheet != NULL && palette != NULL && sheet->n > 0, NULL);

  columns = CLAMP (sheet->columns, 1, sheet->n);
  rows = (sheet->n + columns - 1) / columns;
  label = sheet->labels != NULL ? LABEL_HEIGHT : 0;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(columns * sheet->tile_width),
                                        (int)(rows * (sheet->tile_height + label)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, palette->background.r, palette->background.g, palette->background.b);
  cairo_paint (cr);
  for (guint i = 0; i < sheet->n; i++) {
    double width = sheet->tile_width - 2 * MARGIN, height = sheet->tile_height - 2 * MARGIN;

    cairo_save (cr);
    cairo_translate (cr, (i % columns) * sheet->tile_width + MARGIN,
                     (i / columns) * (sheet->tile_height + label) + MARGIN);
    if (box != NULL)
      uk_figure_paint_box (&sheet->figures[i], cr, palette, box, width, height);
    else
      uk_figure_paint_fit (&sheet->figures[i], cr, palette, width, height);
    if (sheet->labels != NULL) {
      cairo_translate (cr, 0, height + MARGIN);
      paint_label (cr, palette, sheet->labels[i], width);
    }
    cairo_restore (cr);
  }
  cairo_destroy (cr);
  return surface;
}
