/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-knots.h"

#include "art/chart/uk-chart-brush.h"

#include <math.h>
#include <pango/pangocairo.h>

static const UkChartColor white = { 1, 1, 1 }, black = { 0, 0, 0 };

static void
paint_disc (cairo_t *cr, UkPoint at, double radius, UkChartColor color, double alpha)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  uk_chart_brush_set (cr, color, alpha);
  cairo_fill (cr);
}

/* From the very point to a disc that had to make room. */
static void
paint_leader (cairo_t *cr, const UkKnotMark *mark, const UkChartPalette *palette)
{
  double radius = uk_knot_get_radius (mark) + UK_KNOT_RING;

  if (hypot (mark->place.x - mark->at.x, mark->place.y - mark->at.y) < 1)
    return;
  cairo_new_path (cr);
  cairo_move_to (cr, mark->at.x, mark->at.y);
  cairo_line_to (cr, mark->place.x, mark->place.y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  uk_chart_brush_set (cr, white, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  uk_chart_brush_set (cr, palette->core, 1);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  if (hypot (mark->place.x - mark->at.x, mark->place.y - mark->at.y) < radius)
    return;
  paint_disc (cr, mark->at, 4.2, white, 1);
  paint_disc (cr, mark->at, 2.6, palette->core, 1);
}

static void
paint_number (cairo_t *cr, PangoLayout *layout, const UkKnotMark *mark, UkChartColor color)
{
  g_autofree char *text = g_strdup_printf ("%d", (int)lround (CLAMP (mark->rating, 0, 10)));
  PangoRectangle ink;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  uk_chart_brush_set (cr, color, 1);
  cairo_move_to (cr, mark->place.x - ink.x - ink.width / 2.0,
                 mark->place.y - ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_mark (cairo_t *cr, PangoLayout *layout, const UkKnotMark *mark, const UkChartPalette *palette)
{
  double radius = uk_knot_get_radius (mark);
  UkPoint below = { mark->place.x, mark->place.y + 1.2 };

  paint_disc (cr, below, radius + UK_KNOT_RING, black, 0.2);
  if (mark->selected) {
    paint_disc (cr, mark->place, radius + UK_KNOT_RING, palette->paper, 1);
    paint_disc (cr, mark->place, radius + UK_KNOT_RING - 0.5, palette->ring, 1);
    paint_disc (cr, mark->place, radius + 0.8, white, 1);
    radius -= 0.7;
  } else {
    paint_disc (cr, mark->place, radius + UK_KNOT_RING - 1, palette->lined ? palette->ink : white,
                1);
    if (palette->lined)
      paint_disc (cr, mark->place, radius + 0.5, palette->paper, 1);
  }
  if (mark->rating < 0) {
    paint_disc (cr, mark->place, radius, white, 1);
    paint_disc (cr, mark->place, radius * 0.55, palette->core, 1);
  } else {
    UkChartColor color = uk_chart_palette_get_rating (palette, mark->rating);

    paint_disc (cr, mark->place, radius, color, 1);
    paint_number (cr, layout, mark, uk_chart_color_get_text (color));
  }
}

/**
 * uk_chart_paint_knots:
 * @cr: in pixels
 * @marks: (array length=n_marks): knots with their places, see uk_knot_layout()
 * @n_marks: how many there are
 * @font: the family of the numbers
 * @palette: the colours
 *
 * Marks each knot with its latest rating as a number on its colour, and those without a rating with
 * a dot.
 */
void
uk_chart_paint_knots (cairo_t *cr,
                      const UkKnotMark *marks,
                      guint n_marks,
                      const PangoFontDescription *font,
                      const UkChartPalette *palette)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *bold;
  guint i;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (marks != NULL || n_marks == 0);
  g_return_if_fail (font != NULL);
  g_return_if_fail (palette != NULL);

  if (n_marks == 0)
    return;
  bold = pango_font_description_copy_static (font);
  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (bold, UK_KNOT_RADIUS * 1.35 * PANGO_SCALE);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, bold);
  pango_font_description_free (bold);

  cairo_save (cr);
  for (i = 0; i < n_marks; i++)
    paint_leader (cr, &marks[i], palette);
  for (i = 0; i < n_marks; i++)
    paint_mark (cr, layout, &marks[i], palette);
  cairo_restore (cr);
}
