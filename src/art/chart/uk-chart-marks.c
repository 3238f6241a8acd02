/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-marks.h"

#include "art/chart/uk-chart-brush.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The grid that the dots stand on, in chart units. */
#define DOT_X 3.9
#define DOT_Y 3.4

/* The least width and height of what is strewn with dots, in chart units. */
#define MIN_STREWN 32.0

#define HATCH_STEP 3.6

static void
paint_disc (cairo_t *cr, double x, double y, double radius, UkChartColor color, double alpha)
{
  uk_chart_brush_set (cr, color, alpha);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_circle (cairo_t *cr, double x, double y, double radius, UkChartColor color, double width)
{
  uk_chart_brush_set (cr, color, 1);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Fills what may be painted with lines from the lower left to the upper right; they run on from one
 * shape to the next. */
static void
hatch (cairo_t *cr, const UkBox *box, const UkChartPalette *palette)
{
  double sum;

  uk_chart_brush_set (cr, palette->veil, palette->veil_alpha);
  cairo_paint (cr);
  for (sum = ceil ((box->x + box->y) / HATCH_STEP) * HATCH_STEP;
       sum < box->x + box->y + box->width + box->height; sum += HATCH_STEP) {
    cairo_move_to (cr, box->x, sum - box->x);
    cairo_line_to (cr, box->x + box->width, sum - box->x - box->width);
  }
  uk_chart_brush_set (cr, palette->hatch, palette->hatch_alpha);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
}

static void
clip_to_body (cairo_t *cr, const UkChart *chart)
{
  guint n, i;
  const UkChartShape *shapes = uk_chart_get_shapes (chart, UK_SHAPE_OUTLINE, &n);

  for (i = 0; i < n; i++)
    uk_chart_brush_trace (cr, shapes[i].outline);
  cairo_clip (cr);
}

/**
 * uk_chart_paint_no_press:
 * @cr: scaled so that its unit is the chart's
 * @chart: a chart
 * @palette: its colours
 *
 * Hatches the places that must not be pressed.
 */
void
uk_chart_paint_no_press (cairo_t *cr, const UkChart *chart, const UkChartPalette *palette)
{
  const UkChartShape *shapes;
  guint n, i;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (palette != NULL);

  /* One by one: where two meet, opposite windings would cancel each other out. */
  shapes = uk_chart_get_shapes (chart, UK_SHAPE_NO_PRESS, &n);
  cairo_save (cr);
  clip_to_body (cr, chart);
  for (i = 0; i < n; i++) {
    UkBox box = uk_outline_get_bounds (shapes[i].outline);

    cairo_save (cr);
    uk_chart_brush_trace (cr, shapes[i].outline);
    cairo_clip (cr);
    hatch (cr, &box, palette);
    cairo_restore (cr);
  }
  cairo_restore (cr);
}

/* Hatches an area but for the place to press, and draws the line between the two. */
static void
paint_rest (cairo_t *cr,
            const UkChart *chart,
            const UkChartArea *area,
            const UkOutline *press,
            const UkChartPalette *palette)
{
  const UkBox *box = &area->bounds;
  guint n, i;
  const UkChartShape *shapes = uk_chart_get_shapes (chart, UK_SHAPE_NO_PRESS, &n);

  cairo_save (cr);
  uk_chart_brush_trace (cr, area->outline);
  cairo_clip (cr);
  cairo_save (cr);
  /* What must never be pressed is hatched already. */
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (i = 0; i < n; i++) {
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    uk_chart_brush_trace (cr, shapes[i].outline);
    cairo_clip (cr);
  }
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  uk_chart_brush_trace (cr, press);
  cairo_clip (cr);
  hatch (cr, box, palette);
  cairo_restore (cr);
  uk_chart_brush_trace (cr, press);
  uk_chart_brush_set (cr, palette->hatch, 0.9);
  cairo_set_line_width (cr, palette->lined ? 1.4 : 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * uk_chart_paint_press:
 * @cr: scaled so that its unit is the chart's
 * @chart: a chart
 * @region: the region that is to be treated
 * @side: on which side; %UK_SIDE_NONE for both
 * @palette: its colours
 *
 * Hatches what must not be pressed of the region, because the place to press is smaller than the
 * muscle.  To be painted together with uk_chart_paint_no_press().
 */
void
uk_chart_paint_press (cairo_t *cr,
                      const UkChart *chart,
                      const char *region,
                      UkSide side,
                      const UkChartPalette *palette)
{
  guint i;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (region != NULL);
  g_return_if_fail (palette != NULL);

  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);
    const UkChartShape *press = uk_chart_find_press (chart, area);

    if (press != NULL && strcmp (area->region, region) == 0
        && (side == UK_SIDE_NONE || area->side == side))
      paint_rest (cr, chart, area, press->outline, palette);
  }
}

/* Where the dots of an area are strewn: its box, or around a small one a little more, so that they
 * can thin out. */
static UkBox
get_strewn (const UkChartArea *area)
{
  const UkBox *box = &area->bounds;
  double width = MAX (box->width, MIN_STREWN), height = MAX (box->height, MIN_STREWN);

  return (UkBox){ box->x + (box->width - width) / 2, box->y + (box->height - height) / 2, width,
                  height };
}

/* How much of the pain is felt at a point: 1 in the middle of an area, 0 at its edge and beyond. */
static double
get_density (const UkChartArea *area, double x, double y)
{
  UkBox box = get_strewn (area);
  double dx = (x - box.x) / box.width * 2 - 1;
  double dy = (y - box.y) / box.height * 2 - 1;

  return 1 - sqrt (dx * dx + dy * dy);
}

/* A number from -1 to 1 that is always the same for the same dot. */
static double
get_jitter (guint32 row, guint32 column, guint32 salt)
{
  guint32 hash = row * 73856093u ^ column * 19349663u ^ salt * 83492791u;

  hash ^= hash >> 15;
  hash *= 2246822519u;
  hash ^= hash >> 13;
  return (double)(hash & 0xffff) / 32767.5 - 1;
}

/* Adds the dots of the area at @index to the path; where two meet, the denser one has the dot. */
static void
trace_dots (cairo_t *cr,
            const UkChart *chart,
            const GPtrArray *areas,
            guint index,
            UkPoint from,
            double limit)
{
  const UkChartArea *area = g_ptr_array_index (areas, index);
  UkBox box = uk_chart_get_box (chart), strewn = get_strewn (area);
  guint top = (guint)(MAX (strewn.y - box.y, 0) / DOT_Y);
  guint left = (guint)(MAX (strewn.x - box.x, 0) / DOT_X);
  guint bottom = top + (guint)(strewn.height / DOT_Y) + 1;
  guint right = left + (guint)(strewn.width / DOT_X) + 1;
  guint row, column, i;

  for (row = top; row <= bottom; row++) {
    for (column = left; column <= right; column++) {
      double x = box.x + column * DOT_X + (row % 2) * DOT_X / 2 + 0.8 * get_jitter (row, column, 1);
      double y = box.y + row * DOT_Y + 0.8 * get_jitter (row, column, 2);
      double density = get_density (area, x, y);
      gboolean mine = density > 0.04 && hypot (x - from.x, y - from.y) <= limit;

      for (i = 0; mine && i < areas->len; i++) {
        double other = i != index ? get_density (g_ptr_array_index (areas, i), x, y) : -1;

        mine = other < density || (other <= density && i > index);
      }
      if (!mine || !uk_chart_contains (chart, x, y))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, 0.45 + 1.05 * MIN (1, density * 1.5), 0, 2 * G_PI);
    }
  }
}

/**
 * uk_chart_paint_referral:
 * @cr: scaled so that its unit is the chart's
 * @chart: a chart
 * @regions: (array zero-terminated=1): where the pain is often felt
 * @side: on which side; %UK_SIDE_NONE for both
 * @from: the knot, from where the dots spread
 * @reach: 0 to 1: how far they have spread
 * @palette: its colours
 *
 * Strews dots that thin out towards the edge of each area.  The same arguments give the same dots.
 */
void
uk_chart_paint_referral (cairo_t *cr,
                         const UkChart *chart,
                         const char *const *regions,
                         UkSide side,
                         UkPoint from,
                         double reach,
                         const UkChartPalette *palette)
{
  g_autoptr (GPtrArray) areas = NULL;
  double limit;
  guint i;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (regions != NULL);
  g_return_if_fail (palette != NULL);

  areas = g_ptr_array_new ();
  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    if ((side == UK_SIDE_NONE || area->side == side) && g_strv_contains (regions, area->region))
      g_ptr_array_add (areas, (gpointer)area);
  }
  limit = reach >= 1 ? G_MAXDOUBLE : reach * uk_chart_get_box (chart).height / 2;
  cairo_save (cr);
  cairo_new_path (cr);
  for (i = 0; i < areas->len; i++)
    trace_dots (cr, chart, areas, i, from, limit);
  uk_chart_brush_set (cr, palette->dots, 0.85);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * uk_chart_paint_pin:
 * @cr: in pixels
 * @x: the point
 * @y: the point
 * @size: 1 for its normal size
 * @palette: its colours
 *
 * Marks the very point with a white ring and a dark core.
 */
void
uk_chart_paint_pin (cairo_t *cr, double x, double y, double size, const UkChartPalette *palette)
{
  static const UkChartColor white = { 1, 1, 1 }, black = { 0, 0, 0 };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (palette != NULL);

  if (size <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  paint_disc (cr, 0, 1.2, 10.5, black, 0.22);
  paint_disc (cr, 0, 0, 9.5, white, 1);
  paint_disc (cr, 0, 0, 5.2, palette->core, 1);
  if (palette->lined)
    paint_circle (cr, 0, 0, 10, black, 2);
  cairo_restore (cr);
}

/**
 * uk_chart_paint_invite:
 * @cr: in pixels
 * @x: the point
 * @y: the point
 * @breath: 0 at rest to 1 fully breathed in
 * @palette: its colours
 *
 * Paints a dot that invites to click.
 */
void
uk_chart_paint_invite (
    cairo_t *cr, double x, double y, double breath, const UkChartPalette *palette)
{
  static const UkChartColor white = { 1, 1, 1 };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (palette != NULL);

  paint_disc (cr, x, y, 9 + 5 * breath, white, palette->lined ? 1 : 0.35);
  paint_disc (cr, x, y, 4.5 + breath, white, 0.96);
  paint_circle (cr, x, y, 4.5 + breath, palette->lined ? palette->core : palette->knot, 2);
}

/**
 * uk_chart_paint_rank:
 * @cr: in pixels
 * @x: the middle
 * @y: the middle
 * @rank: the number to show
 * @font: its family
 * @palette: its colours
 *
 * Numbers an area in the order of a list.
 */
void
uk_chart_paint_rank (cairo_t *cr,
                     double x,
                     double y,
                     guint rank,
                     const PangoFontDescription *font,
                     const UkChartPalette *palette)
{
  static const UkChartColor white = { 1, 1, 1 }, black = { 0, 0, 0 };
  const double radius = rank == 1 ? 10 : 9;
  g_autofree char *text = g_strdup_printf ("%u", rank);
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *bold;
  PangoRectangle ink;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (font != NULL);
  g_return_if_fail (palette != NULL);

  paint_disc (cr, x, y + 1, radius + 2.5, black, 0.15);
  paint_disc (cr, x, y, radius + 2, palette->lined ? palette->badge_text : white, 1);
  paint_disc (cr, x, y, radius, palette->badge, 1);

  bold = pango_font_description_copy_static (font);
  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (bold, radius * 1.3 * PANGO_SCALE);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, bold);
  pango_font_description_free (bold);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  uk_chart_brush_set (cr, palette->badge_text, 1);
  cairo_move_to (cr, x - ink.x - ink.width / 2.0, y - ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * uk_chart_paint_light:
 * @cr: in pixels
 * @width: of the whole picture
 * @height: of the whole picture
 * @palette: its colours
 *
 * Paints the soft light that the body stands in.
 */
void
uk_chart_paint_light (cairo_t *cr, double width, double height, const UkChartPalette *palette)
{
  cairo_pattern_t *pattern;
  const UkChartColor *light;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (palette != NULL);

  if (palette->light_alpha <= 0 || width <= 0 || height <= 0)
    return;
  light = &palette->light;
  pattern = cairo_pattern_create_radial (0, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 0, light->r, light->g, light->b,
                                     palette->light_alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, light->r, light->g, light->b, 0);
  cairo_save (cr);
  cairo_translate (cr, width / 2, height * 0.47);
  cairo_scale (cr, width / 2, height * 0.47);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}
