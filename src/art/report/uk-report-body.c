/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-body.h"

#include "art/chart/uk-chart-brush.h"
#include "core/chart/uk-knot-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 12.0
#define CAPTION 14.0
#define BADGE 7.0

/* Line widths, in points on paper. */
#define SILHOUETTE 0.9
#define BORDER 0.35
#define MARKED 1.1

/* How dark a place is, from a rating of 1 to one of 10. */
#define LIGHTEST 0.90
#define DARKEST 0.42

static void
trace_shapes (cairo_t *cr, const UkChart *chart, UkShapeKind kind, double width, double grey)
{
  guint n, i;
  const UkChartShape *shapes = uk_chart_get_shapes (chart, kind, &n);

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  for (i = 0; i < n; i++) {
    cairo_new_path (cr);
    uk_chart_brush_trace (cr, shapes[i].outline);
    cairo_stroke (cr);
  }
}

/* The latest rating of the knots there; below zero for none. */
static double
get_rating (const UkReport *report, const UkChartArea *area)
{
  double rating = -1;
  guint i;

  for (i = 0; i < report->knots->len; i++) {
    const UkReportKnot *knot = g_ptr_array_index (report->knots, i);

    if (g_str_equal (knot->knot->region, area->region)
        && (knot->knot->side == area->side || knot->knot->side == UK_SIDE_NONE))
      rating = MAX (rating, knot->n_ratings > 0 ? knot->end : 0);
  }
  return rating;
}

static void
paint_area (cairo_t *cr, const UkChartArea *area, double rating, double unit)
{
  const double grey = LIGHTEST - (LIGHTEST - DARKEST) * rating / 10;

  cairo_new_path (cr);
  uk_chart_brush_trace (cr, area->outline);
  if (rating >= 0) {
    cairo_set_source_rgb (cr, grey, grey, grey);
    cairo_fill_preserve (cr);
  }
  cairo_set_source_rgb (cr, rating >= 0 ? 0 : 0.62, rating >= 0 ? 0 : 0.62, rating >= 0 ? 0 : 0.62);
  cairo_set_line_width (cr, (rating >= 0 ? MARKED : BORDER) * unit);
  cairo_stroke (cr);
}

/* A drawing of lines: shades would not survive a copier. */
static void
paint_view (cairo_t *cr, const UkReport *report, const UkChart *chart, double unit)
{
  const guint n = uk_chart_get_n_areas (chart);
  guint i;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (i = 0; i < n; i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    if (!area->overlay)
      paint_area (cr, area, -1, unit);
  }
  for (i = 0; i < n; i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);
    const double rating = get_rating (report, area);

    if (rating >= 0)
      paint_area (cr, area, rating, unit);
  }
  trace_shapes (cr, chart, UK_SHAPE_LINE, BORDER * unit, 0.5);
  trace_shapes (cr, chart, UK_SHAPE_INK, SILHOUETTE * unit, 0.15);
}

/* Where a knot is on the charts; see also the chart of the program. */
static gboolean
find_point (const UkReportPainter *painter, const UkKnot *knot, UkView *view, UkPoint *point)
{
  const UkChartArea *area;

  if (knot->has_point) {
    *view = knot->view;
    *point = uk_chart_from_neutral (painter->charts[*view], (UkPoint){ knot->x, knot->y });
    return TRUE;
  }
  area = uk_chart_choose_area (painter->charts, knot->region, knot->side);
  if (area == NULL)
    return FALSE;
  *view = area->view;
  *point = area->label;
  if (knot->side == UK_SIDE_NONE)
    point->x = 0;
  return TRUE;
}

/* Badges that would hide each other stand beside their point. */
static void
paint_badges (const UkSheet *sheet, UkView view, UkPoint origin, double scale, const UkBox *room)
{
  const GPtrArray *knots = sheet->painter->report->knots;
  g_autofree UkKnotMark *marks = g_new0 (UkKnotMark, MAX (knots->len, 1));
  g_autofree guint *numbers = g_new0 (guint, MAX (knots->len, 1));
  guint n = 0, i;

  for (i = 0; i < knots->len; i++) {
    const UkReportKnot *knot = g_ptr_array_index (knots, i);
    UkPoint point;
    UkView there;

    if (!find_point (sheet->painter, knot->knot, &there, &point) || there != view)
      continue;
    marks[n].at.x = origin.x + point.x * scale;
    marks[n].at.y = origin.y + point.y * scale;
    marks[n].rating = knot->end;
    numbers[n++] = i + 1;
  }
  uk_knot_layout (marks, n, room);
  for (i = 0; i < n; i++) {
    if (hypot (marks[i].place.x - marks[i].at.x, marks[i].place.y - marks[i].at.y) > BADGE) {
      cairo_move_to (sheet->cr, marks[i].at.x, marks[i].at.y);
      cairo_line_to (sheet->cr, marks[i].place.x, marks[i].place.y);
      cairo_set_line_width (sheet->cr, 0.8);
      uk_chart_brush_set (sheet->cr, uk_sheet_black, 1);
      cairo_stroke (sheet->cr);
    }
  }
  for (i = 0; i < n; i++)
    uk_sheet_badge (sheet, marks[i].place.x, marks[i].place.y, BADGE, numbers[i]);
}

/* The body from both sides with the knots as numbers.  Returns: the height it took */
double
uk_report_paint_body (const UkSheet *sheet, double x, double y, double width, double height)
{
  UkChart *const *charts = sheet->painter->charts;
  const UkBox front = uk_chart_get_box (charts[UK_VIEW_FRONT]);
  const UkBox back = uk_chart_get_box (charts[UK_VIEW_BACK]);
  const double scale = MIN ((width - GAP) / (front.width + back.width),
                            (height - CAPTION) / MAX (front.height, back.height));
  const double caption = y + scale * MAX (front.height, back.height) + 2;
  double left = x + (width - GAP - scale * (front.width + back.width)) / 2;
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    const UkBox box = view == UK_VIEW_FRONT ? front : back;
    const UkPoint origin = { left - box.x * scale, y - box.y * scale };
    const UkBox room = { left, y, box.width * scale, box.height * scale };
    const double middle = left + box.width * scale / 2;

    if (uk_sheet_is_painted (sheet)) {
      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, origin.x, origin.y);
      cairo_scale (sheet->cr, scale, scale);
      paint_view (sheet->cr, sheet->painter->report, charts[view], 1 / scale);
      cairo_restore (sheet->cr);
      paint_badges (sheet, (UkView)view, origin, scale, &room);
    }
    uk_sheet_write (sheet, view == UK_VIEW_FRONT ? _ ("Front") : _ ("Back"), UK_INK_QUIET, middle,
                    caption, 0, 0.5);
    /* Whose left it is: mix-ups are the commonest error. */
    uk_sheet_write (sheet, view == UK_VIEW_FRONT ? _ ("right") : _ ("left"), UK_INK_QUIET, left + 4,
                    caption, 0, 0);
    uk_sheet_write (sheet, view == UK_VIEW_FRONT ? _ ("left") : _ ("right"), UK_INK_QUIET,
                    left + box.width * scale - 4, caption, 0, 1);
    left += box.width * scale + GAP;
  }
  return caption + CAPTION - y;
}
