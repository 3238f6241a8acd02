/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/plot/uk-trend-paint.h"

#include "art/chart/uk-chart-brush.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define MOST_TICKS 5

/* From so many days on, the year says more than the day. */
#define LONG_DAYS 300

/* The line follows neighbours within this part of the time shown. */
#define SMOOTH 0.11

typedef struct {
  cairo_t *cr; /* nothing below is owned */
  const UkTrendFrame *frame;
  const GArray *points;
  const PangoFontDescription *font;
  const UkPlotPalette *palette;
} Painter;

static const UkTrendPoint *
get_point (const Painter *p, guint i)
{
  return &g_array_index (p->points, UkTrendPoint, i);
}

/* Writes with the given part of its width left of @x and its middle at @y; gives the right edge. */
static double
write_text (const Painter *p,
            const char *text,
            double x,
            double y,
            double align,
            double size,
            gboolean strong,
            UkChartColor color)
{
  PangoFontDescription *font = pango_font_description_copy_static (p->font);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (p->cr);
  PangoRectangle box;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  x = CLAMP (x - align * box.width, 0, MAX (0, p->frame->width - box.width));
  uk_chart_brush_set (p->cr, color, 1);
  cairo_move_to (p->cr, x, y - box.height / 2.0);
  pango_cairo_show_layout (p->cr, layout);
  return x + box.width;
}

static void
paint_scale (const Painter *p)
{
  int value;

  cairo_set_line_width (p->cr, 1);
  for (value = 0; value <= 10; value += 5) {
    g_autofree char *text = g_strdup_printf ("%d", value);
    const double y = uk_trend_frame_get_y (p->frame, value);

    uk_chart_brush_set (p->cr, p->palette->grid, 1);
    cairo_move_to (p->cr, p->frame->left, floor (y) + 0.5);
    cairo_line_to (p->cr, p->frame->right + 0.6 * p->frame->em, floor (y) + 0.5);
    cairo_stroke (p->cr);
    write_text (p, text, p->frame->left - 0.8 * p->frame->em, y, 1, 0.86 * p->frame->em, FALSE,
                p->palette->quiet);
  }
}

static char *
describe_tick (gint64 at, GDateTime *now, gboolean is_long)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) then = NULL;
  GTimeZone *zone = g_date_time_get_timezone (now);

  if (utc == NULL)
    return g_strdup ("");
  if (uk_day_at (zone, at, NULL) == uk_day_at (zone, g_date_time_to_unix (now), NULL))
    return g_strdup (_ ("Today"));
  then = g_date_time_to_timezone (utc, zone);
  /* Translators: short dates below a plot, as g_date_time_format() writes them: "4 Nov", "Nov 2024"
   */
  return g_date_time_format (then, is_long ? _ ("%b %Y") : _ ("%-e %b"));
}

static void
paint_dates (const Painter *p, GDateTime *now)
{
  const UkTrendFrame *frame = p->frame;
  const gint64 first = get_point (p, 0)->from;
  const gint64 last = get_point (p, p->points->len - 1)->until;
  const double room = (frame->right - frame->left) / (6 * frame->em);
  const int days = (int)((last - first) / (24 * 60 * 60));
  const int n = CLAMP (MIN ((int)room, days), 1, MOST_TICKS - 1);
  double free_from = 0;
  int i;

  for (i = 0; i <= n; i++) {
    const gint64 at = first + (last - first) * i / n;
    const double x = uk_trend_frame_get_x (frame, (double)at);
    g_autofree char *text = NULL;

    if (i > 0 && (days == 0 || x - 1.5 * frame->em < free_from))
      continue;
    text = describe_tick (at, now, days > LONG_DAYS);
    free_from = write_text (p, text, x, frame->bottom + 1.1 * frame->em, 0.5, 0.86 * frame->em,
                            FALSE, p->palette->quiet)
                + frame->em;
  }
}

/* The height of the line at each point: a mean of its neighbours, the nearer the more. */
static double *
smooth (const Painter *p)
{
  const double reach = SMOOTH * (p->frame->right - p->frame->left);
  double *y = g_new (double, p->points->len);
  guint i, k;

  for (i = 0; i < p->points->len; i++) {
    const double x = uk_trend_frame_get_point_x (p->frame, get_point (p, i));
    double sum = 0, weights = 0;

    for (k = 0; k < p->points->len; k++) {
      const double away
          = (uk_trend_frame_get_point_x (p->frame, get_point (p, k)) - x) / MAX (reach, 1);
      const double weight = exp (-away * away);

      sum += weight * get_point (p, k)->before;
      weights += weight;
    }
    y[i] = uk_trend_frame_get_y (p->frame, sum / weights);
  }
  return y;
}

static void
trace_line (const Painter *p, const double *y)
{
  double x = uk_trend_frame_get_point_x (p->frame, get_point (p, 0));
  guint i;

  cairo_new_path (p->cr);
  cairo_move_to (p->cr, x, y[0]);
  for (i = 1; i < p->points->len; i++) {
    const double next = uk_trend_frame_get_point_x (p->frame, get_point (p, i));
    const double middle = (x + next) / 2;

    cairo_curve_to (p->cr, middle, y[i - 1], middle, y[i], next, y[i]);
    x = next;
  }
}

static void
paint_line (const Painter *p, const double *y)
{
  const UkTrendFrame *frame = p->frame;
  const UkChartColor accent = p->palette->accent;
  const guint last = p->points->len - 1;
  cairo_pattern_t *fill = cairo_pattern_create_linear (0, frame->top, 0, frame->bottom);

  trace_line (p, y);
  cairo_line_to (p->cr, uk_trend_frame_get_point_x (frame, get_point (p, last)), frame->bottom);
  cairo_line_to (p->cr, uk_trend_frame_get_point_x (frame, get_point (p, 0)), frame->bottom);
  cairo_close_path (p->cr);
  cairo_pattern_add_color_stop_rgba (fill, 0, accent.r, accent.g, accent.b, p->palette->fill_alpha);
  cairo_pattern_add_color_stop_rgba (fill, 1, accent.r, accent.g, accent.b, 0.02);
  cairo_set_source (p->cr, fill);
  cairo_fill (p->cr);
  cairo_pattern_destroy (fill);

  trace_line (p, y);
  uk_chart_brush_set (p->cr, accent, 1);
  cairo_set_line_width (p->cr, 0.2 * frame->em);
  cairo_set_line_cap (p->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (p->cr);
}

/**
 * uk_trend_paint_key:
 * @x: middle of the dot
 * @y: middle of the dot
 * @em: size of the letters in pixels
 * @after: the hollow dot, for a rating after a run
 *
 * Paints one dot, in the plot or beside the word that explains it.
 */
void
uk_trend_paint_key (
    cairo_t *cr, double x, double y, double em, gboolean after, const UkPlotPalette *palette)
{
  g_return_if_fail (cr != NULL && palette != NULL);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, (after ? 0.22 : 0.28) * em, 0, 2 * G_PI);
  uk_chart_brush_set (cr, after ? palette->card : palette->accent, 1);
  cairo_fill_preserve (cr);
  if (after) {
    uk_chart_brush_set (cr, palette->quiet, 1);
    cairo_set_line_width (cr, 0.11 * em);
    cairo_stroke (cr);
  }
  cairo_new_path (cr);
}

static void
paint_point (const Painter *p, const UkTrendPoint *point, gboolean lit)
{
  const UkTrendFrame *frame = p->frame;
  const double x = uk_trend_frame_get_point_x (frame, point);
  const double y = uk_trend_frame_get_y (frame, point->before);

  if (lit) {
    cairo_arc (p->cr, x, y, 0.58 * frame->em, 0, 2 * G_PI);
    uk_chart_brush_set (p->cr, p->palette->accent, 1);
    cairo_set_line_width (p->cr, 0.16 * frame->em);
    cairo_stroke (p->cr);
  }
  if (!isnan (point->after)) {
    const double after = uk_trend_frame_get_y (frame, point->after);

    cairo_move_to (p->cr, x, y);
    cairo_line_to (p->cr, x, after);
    uk_chart_brush_set (p->cr, p->palette->quiet, 0.6);
    cairo_set_line_width (p->cr, 0.1 * frame->em);
    cairo_stroke (p->cr);
    uk_trend_paint_key (p->cr, x, after, frame->em, TRUE, p->palette);
  }
  uk_trend_paint_key (p->cr, x, y, frame->em, FALSE, p->palette);
}

/* The number it has come to, beside the last dot. */
static void
paint_last (const Painter *p)
{
  const UkTrendPoint *point = get_point (p, p->points->len - 1);
  g_autofree char *text = g_strdup_printf ("%.0f", point->before);

  write_text (p, text, uk_trend_frame_get_point_x (p->frame, point) + 0.95 * p->frame->em,
              uk_trend_frame_get_y (p->frame, point->before), 0, 1.3 * p->frame->em, TRUE,
              p->palette->text);
}

/**
 * uk_trend_paint:
 * @frame: where things are
 * @points: (element-type UkTrendPoint): what is shown, the oldest first
 * @lit: index of the point under the pointer or the keyboard, or %UK_TREND_NO_POINT
 * @now: the present, in the person's zone
 * @font: family of the letters
 * @palette: colours
 *
 * Paints how sore it was: the line and full dots for the numbers before a run, hollow dots for
 * those after it.  Falling is good.  Nothing is painted beyond the frame.
 */
void
uk_trend_paint (cairo_t *cr,
                const UkTrendFrame *frame,
                const GArray *points,
                guint lit,
                GDateTime *now,
                const PangoFontDescription *font,
                const UkPlotPalette *palette)
{
  const Painter p = { cr, frame, points, font, palette };
  guint i;

  g_return_if_fail (cr != NULL && frame != NULL && points != NULL);
  g_return_if_fail (now != NULL && font != NULL && palette != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  paint_scale (&p);
  if (points->len > 0) {
    g_autofree double *y = smooth (&p);

    paint_dates (&p, now);
    paint_line (&p, y);
    for (i = 0; i < points->len; i++)
      paint_point (&p, get_point (&p, i), i == lit);
    paint_last (&p);
  }
  cairo_restore (cr);
}
