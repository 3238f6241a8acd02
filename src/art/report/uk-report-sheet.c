/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-sheet.h"

#include "art/chart/uk-chart-brush.h"

#include <pango/pangocairo.h>

#define GREY(value)                                                                                \
  {                                                                                                \
    value, value, value                                                                            \
  }

const UkChartColor uk_sheet_black = GREY (0.07);
const UkChartColor uk_sheet_grey = GREY (0.36);
const UkChartColor uk_sheet_rule_color = GREY (0.72);

static const struct {
  double size;
  PangoWeight weight;
  const UkChartColor *color;
} inks[] = {
  [UK_INK_TITLE] = { 21, PANGO_WEIGHT_BOLD, &uk_sheet_black },
  [UK_INK_HEADING] = { 12.5, PANGO_WEIGHT_BOLD, &uk_sheet_black },
  [UK_INK_TEXT] = { 10, PANGO_WEIGHT_NORMAL, &uk_sheet_black },
  [UK_INK_STRONG] = { 10, PANGO_WEIGHT_BOLD, &uk_sheet_black },
  [UK_INK_QUIET] = { 8.5, PANGO_WEIGHT_NORMAL, &uk_sheet_grey },
};

/* Between the margins. */
double
uk_sheet_get_width (const UkSheet *sheet)
{
  return sheet->painter->width - 2 * UK_SHEET_MARGIN;
}

gboolean
uk_sheet_is_painted (const UkSheet *sheet)
{
  return sheet->page == sheet->wanted;
}

/* Begins another sheet if the next thing has no room on this one. */
void
uk_sheet_need (UkSheet *sheet, double height)
{
  const double bottom = sheet->painter->height - UK_SHEET_MARGIN - UK_SHEET_FOOT;

  if (sheet->y + height <= bottom || sheet->y <= UK_SHEET_MARGIN)
    return;
  sheet->page++;
  sheet->y = UK_SHEET_MARGIN;
}

static PangoLayout *
make_layout (const UkSheet *sheet, const char *text, UkInk ink, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (sheet->cr);
  PangoFontDescription *font = pango_font_description_copy_static (sheet->painter->font);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same on paper as on any screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_font_description_set_absolute_size (font, inks[ink].size * PANGO_SCALE);
  pango_font_description_set_weight (font, inks[ink].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  return layout;
}

/* Returns: the height of a text; @used: (out) (optional): its width.  Without @width it is one line
 */
double
uk_sheet_measure (const UkSheet *sheet, const char *text, UkInk ink, double width, double *used)
{
  g_autoptr (PangoLayout) layout = make_layout (sheet, text, ink, width);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  if (used != NULL)
    *used = (double)box.width / PANGO_SCALE;
  return (double)box.height / PANGO_SCALE;
}

/* Writes with the top at @y; with @align 1 it ends at @x, with 0.5 its middle is there.
 * Returns: the height */
double
uk_sheet_write (const UkSheet *sheet,
                const char *text,
                UkInk ink,
                double x,
                double y,
                double width,
                double align)
{
  g_autoptr (PangoLayout) layout = make_layout (sheet, text, ink, width);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  if (uk_sheet_is_painted (sheet)) {
    uk_chart_brush_set (sheet->cr, *inks[ink].color, 1);
    cairo_move_to (sheet->cr, x - align * box.width / PANGO_SCALE, y);
    pango_cairo_show_layout (sheet->cr, layout);
  }
  return (double)box.height / PANGO_SCALE;
}

void
uk_sheet_rule (const UkSheet *sheet, double x, double y, double width)
{
  if (!uk_sheet_is_painted (sheet))
    return;
  cairo_move_to (sheet->cr, x, y);
  cairo_rel_line_to (sheet->cr, width, 0);
  cairo_set_line_width (sheet->cr, 0.6);
  uk_chart_brush_set (sheet->cr, uk_sheet_rule_color, 1);
  cairo_stroke (sheet->cr);
}

/* A black disc with a white number: the same on the body, in the table and above a plot. */
void
uk_sheet_badge (const UkSheet *sheet, double x, double y, double radius, guint number)
{
  static const UkChartColor white = GREY (1);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = make_layout (sheet, text, UK_INK_STRONG, 0);
  PangoFontDescription *font
      = pango_font_description_copy (pango_layout_get_font_description (layout));
  PangoRectangle ink;

  if (uk_sheet_is_painted (sheet)) {
    pango_font_description_set_absolute_size (font, radius * 1.3 * PANGO_SCALE);
    pango_layout_set_font_description (layout, font);
    pango_layout_get_extents (layout, &ink, NULL);
    cairo_new_path (sheet->cr);
    cairo_arc (sheet->cr, x, y, radius, 0, 2 * G_PI);
    uk_chart_brush_set (sheet->cr, uk_sheet_black, 1);
    cairo_fill_preserve (sheet->cr);
    uk_chart_brush_set (sheet->cr, white, 1);
    cairo_set_line_width (sheet->cr, 1);
    cairo_stroke (sheet->cr);
    cairo_move_to (sheet->cr, x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                   y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
    pango_cairo_show_layout (sheet->cr, layout);
  }
  pango_font_description_free (font);
}
