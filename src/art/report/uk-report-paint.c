/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-paint.h"

#include "art/plot/uk-trend-paint.h"
#include "art/report/uk-report-body.h"
#include "art/report/uk-report-sheet.h"

#include <glib/gi18n-lib.h>

#define SPACE 6.0
#define BADGE 8.0
#define BODY_HEIGHT 240.0
#define PLOT_HEIGHT 96.0
#define PLOT_EM 8.5
#define ROW 15.0

/* ---- the head of the first sheet ---- */

/* Without a name there is a line to write it on. */
static void
add_name (UkSheet *sheet)
{
  const char *name = sheet->painter->report->name;
  double used;

  uk_sheet_measure (sheet, _ ("Name:"), UK_INK_TEXT, 0, &used);
  uk_sheet_write (sheet, _ ("Name:"), UK_INK_TEXT, UK_SHEET_MARGIN, sheet->y, 0, 0);
  if (name != NULL && *name != '\0')
    uk_sheet_write (sheet, name, UK_INK_STRONG, UK_SHEET_MARGIN + used + SPACE, sheet->y,
                    uk_sheet_get_width (sheet) - used - SPACE, 0);
  else
    uk_sheet_rule (sheet, UK_SHEET_MARGIN + used + SPACE, sheet->y + 12, 220);
  sheet->y += 20;
}

static void
add_head (UkSheet *sheet)
{
  const UkReport *report = sheet->painter->report;
  const double right = UK_SHEET_MARGIN + uk_sheet_get_width (sheet);
  g_autofree char *range = uk_report_to_range (report);
  /* Translators: as g_date_time_format() writes it */
  g_autofree char *written = g_date_time_format (report->now, _ ("Written on %-e %B %Y"));

  sheet->y += uk_sheet_write (sheet, _ ("Sore muscle knots"), UK_INK_TITLE, UK_SHEET_MARGIN,
                              sheet->y, 0, 0);
  uk_sheet_write (sheet, written, UK_INK_QUIET, right, sheet->y - 16, 0, 1);
  sheet->y += 2;
  sheet->y += uk_sheet_write (sheet, range, UK_INK_HEADING, UK_SHEET_MARGIN, sheet->y, 0, 0);
  sheet->y += 8;
  add_name (sheet);
  uk_sheet_rule (sheet, UK_SHEET_MARGIN, sheet->y, uk_sheet_get_width (sheet));
  sheet->y += 12;
}

/* ---- the list of knots ---- */

/* Returns: the height; only measured if @paint is not wanted */
static double
list_knot (const UkSheet *sheet, guint i, double x, double y, double width, gboolean paint)
{
  const UkReport *report = sheet->painter->report;
  const UkReportKnot *knot = g_ptr_array_index (report->knots, i);
  const double left = x + 2 * BADGE + SPACE;
  const double room = width - 2 * BADGE - SPACE;
  g_autofree char *numbers = uk_report_knot_to_sentence (knot);
  g_autofree char *details = uk_report_knot_to_details (report, knot);
  const struct {
    const char *text;
    UkInk ink;
  } lines[]
      = { { knot->place, UK_INK_STRONG }, { numbers, UK_INK_TEXT }, { details, UK_INK_QUIET } };
  double height = 0;
  guint k;

  if (paint)
    uk_sheet_badge (sheet, x + BADGE, y + 7, BADGE, i + 1);
  for (k = 0; k < G_N_ELEMENTS (lines); k++)
    height += paint ? uk_sheet_write (sheet, lines[k].text, lines[k].ink, left, y + height, room, 0)
                    : uk_sheet_measure (sheet, lines[k].text, lines[k].ink, room, NULL);
  return height + 10;
}

/* The body at the left, the knots beside it; those without room there follow below. */
static void
add_overview (UkSheet *sheet)
{
  const UkReport *report = sheet->painter->report;
  const gboolean body = (report->parts & UK_REPORT_BODY) != 0;
  const double width = uk_sheet_get_width (sheet);
  const double list_width = body ? width * 0.42 : width;
  double x = body ? UK_SHEET_MARGIN + width - list_width : UK_SHEET_MARGIN;
  const double top = sheet->y;
  double y = top, body_height = 0;
  guint i;

  if (body)
    body_height
        = uk_report_paint_body (sheet, UK_SHEET_MARGIN, top, width - list_width - 18, BODY_HEIGHT);
  for (i = 0; i < report->knots->len; i++) {
    const double height = list_knot (sheet, i, x, y, list_width, FALSE);

    if (body && x > UK_SHEET_MARGIN && y + height > top + body_height + 10) {
      sheet->y = top + body_height + 12;
      x = UK_SHEET_MARGIN;
      y = sheet->y;
    }
    if (x == UK_SHEET_MARGIN) {
      sheet->y = y;
      uk_sheet_need (sheet, height);
      y = sheet->y;
    }
    y += list_knot (sheet, i, x, y, x == UK_SHEET_MARGIN ? width : list_width, TRUE);
  }
  sheet->y = body && x > UK_SHEET_MARGIN ? MAX (y, top + body_height + 12) : y;
}

static void
add_explanation (UkSheet *sheet)
{
  const char *text
      = _ ("The numbers are the person’s own, from 0 (no pain) to 10 (the worst imaginable). Those "
           "given right after a run are not part of first, last and mean. Left and right are the "
           "person’s own.");
  const double width = uk_sheet_get_width (sheet);

  uk_sheet_need (sheet, uk_sheet_measure (sheet, text, UK_INK_QUIET, width, NULL));
  sheet->y += uk_sheet_write (sheet, text, UK_INK_QUIET, UK_SHEET_MARGIN, sheet->y, width, 0);
  sheet->y += 14;
}

/* ---- each knot ---- */

/* Black on white: nothing depends on a colour. */
static const UkPlotPalette paper = {
  .accent = { 0.07, 0.07, 0.07 },
  .text = { 0.07, 0.07, 0.07 },
  .quiet = { 0.36, 0.36, 0.36 },
  .grid = { 0.80, 0.80, 0.80 },
  .card = { 1, 1, 1 },
  .fill_alpha = 0.12,
};

static void
add_key (UkSheet *sheet)
{
  static const char *const words[]
      = { N_ ("before a run, or without one"), N_ ("right after a run") };
  double x = UK_SHEET_MARGIN + 2.2 * PLOT_EM;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++) {
    double used;

    uk_sheet_measure (sheet, _ (words[i]), UK_INK_QUIET, 0, &used);
    if (uk_sheet_is_painted (sheet))
      uk_trend_paint_key (sheet->cr, x, sheet->y + 6, PLOT_EM, i == 1, &paper);
    uk_sheet_write (sheet, _ (words[i]), UK_INK_QUIET, x + SPACE, sheet->y, 0, 0);
    x += used + 4 * SPACE;
  }
  sheet->y += 18;
}

static void
add_plot (UkSheet *sheet, const UkReportKnot *knot)
{
  const double width = uk_sheet_get_width (sheet);
  const UkTrendFrame frame = uk_trend_frame_new (width, PLOT_HEIGHT, PLOT_EM, knot->points);

  uk_sheet_need (sheet, PLOT_HEIGHT + 18);
  if (uk_sheet_is_painted (sheet)) {
    cairo_save (sheet->cr);
    cairo_translate (sheet->cr, UK_SHEET_MARGIN, sheet->y);
    uk_trend_paint (sheet->cr, &frame, knot->points, UK_TREND_NO_POINT, sheet->painter->report->now,
                    sheet->painter->font, &paper);
    cairo_restore (sheet->cr);
  }
  sheet->y += PLOT_HEIGHT;
  add_key (sheet);
}

static void
add_row (UkSheet *sheet, const char *const *cells, UkInk ink)
{
  const double width = uk_sheet_get_width (sheet);
  const double right[] = { 0, 0.36, 0.52 };
  guint i;

  for (i = 0; i < 4; i++) {
    if (i == 0)
      uk_sheet_write (sheet, cells[i], ink, UK_SHEET_MARGIN, sheet->y, 0, 0);
    else if (i == 3)
      uk_sheet_write (sheet, cells[i], ink, UK_SHEET_MARGIN + 0.58 * width, sheet->y, 0, 0);
    else
      uk_sheet_write (sheet, cells[i], ink, UK_SHEET_MARGIN + right[i] * width, sheet->y, 0, 1);
  }
  sheet->y += ROW;
}

static void
add_tried (UkSheet *sheet, const UkReportKnot *knot)
{
  const char *const head[]
      = { _ ("What was tried"), _ ("Runs"), _ ("Minutes"), _ ("Change from before to after") };
  guint i;

  uk_sheet_need (sheet, ROW * (MIN (knot->tried->len, 3) + 1) + 6);
  add_row (sheet, head, UK_INK_QUIET);
  uk_sheet_rule (sheet, UK_SHEET_MARGIN, sheet->y - 2, uk_sheet_get_width (sheet));
  sheet->y += 2;
  for (i = 0; i < knot->tried->len; i++) {
    const UkReportTried *tried = &g_array_index (knot->tried, UkReportTried, i);
    g_autofree char *runs = g_strdup_printf ("%u", tried->n_runs);
    g_autofree char *minutes = g_strdup_printf ("%u", (tried->seconds + 30) / 60);
    g_autofree char *change = uk_report_tried_to_sentence (tried);
    const char *const cells[] = { uk_technique_get_name (tried->technique), runs, minutes, change };

    uk_sheet_need (sheet, ROW);
    add_row (sheet, cells, UK_INK_TEXT);
  }
  sheet->y += 4;
}

static void
add_note (UkSheet *sheet, const char *note)
{
  const double width = uk_sheet_get_width (sheet);
  g_autofree char *text = g_strdup_printf (_ ("Note: %s"), note);

  uk_sheet_need (sheet, MIN (uk_sheet_measure (sheet, text, UK_INK_TEXT, width, NULL), 200));
  sheet->y += uk_sheet_write (sheet, text, UK_INK_TEXT, UK_SHEET_MARGIN, sheet->y, width, 0) + 4;
}

static gboolean
has_section (const UkReport *report, const UkReportKnot *knot)
{
  return ((report->parts & UK_REPORT_PLOT) != 0 && knot->n_ratings > 1)
         || ((report->parts & UK_REPORT_TRIED) != 0 && knot->tried->len > 0)
         || ((report->parts & UK_REPORT_NOTES) != 0 && knot->knot->note != NULL);
}

static void
add_knot (UkSheet *sheet, guint i)
{
  const UkReport *report = sheet->painter->report;
  const UkReportKnot *knot = g_ptr_array_index (report->knots, i);
  const gboolean plot = (report->parts & UK_REPORT_PLOT) != 0 && knot->n_ratings > 1;

  if (!has_section (report, knot))
    return;
  /* A heading stays with what it is for. */
  uk_sheet_need (sheet, 26 + (plot ? PLOT_HEIGHT + 18 : 4 * ROW));
  uk_sheet_badge (sheet, UK_SHEET_MARGIN + BADGE, sheet->y + 8, BADGE, i + 1);
  sheet->y
      += uk_sheet_write (sheet, knot->place, UK_INK_HEADING, UK_SHEET_MARGIN + 2 * BADGE + SPACE,
                         sheet->y, uk_sheet_get_width (sheet) - 2 * BADGE - SPACE, 0);
  sheet->y += 4;
  if (plot)
    add_plot (sheet, knot);
  if ((report->parts & UK_REPORT_TRIED) != 0 && knot->tried->len > 0)
    add_tried (sheet, knot);
  if ((report->parts & UK_REPORT_NOTES) != 0 && knot->knot->note != NULL)
    add_note (sheet, knot->knot->note);
  sheet->y += 14;
}

static void
add_foot (const UkReportPainter *painter, cairo_t *cr, guint page, guint n_pages)
{
  const UkSheet sheet = { painter, cr, page, page, 0 };
  const double y = painter->height - UK_SHEET_MARGIN - 10;
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);

  uk_sheet_rule (&sheet, UK_SHEET_MARGIN, y - 6, uk_sheet_get_width (&sheet));
  uk_sheet_write (&sheet, _ ("Kept by the person with Unknot. Not a diagnosis."), UK_INK_QUIET,
                  UK_SHEET_MARGIN, y, 0, 0);
  uk_sheet_write (&sheet, number, UK_INK_QUIET, painter->width - UK_SHEET_MARGIN, y, 0, 1);
}

static guint
flow (const UkReportPainter *painter, cairo_t *cr, guint page)
{
  UkSheet sheet = { painter, cr, page, 0, UK_SHEET_MARGIN };
  guint i;

  add_head (&sheet);
  if (painter->report->knots->len == 0)
    sheet.y += uk_sheet_write (&sheet, _ ("Nothing was rated or done in this time."), UK_INK_TEXT,
                               UK_SHEET_MARGIN, sheet.y, uk_sheet_get_width (&sheet), 0);
  else
    add_overview (&sheet);
  add_explanation (&sheet);
  for (i = 0; i < painter->report->knots->len; i++)
    add_knot (&sheet, i);
  return sheet.page + 1;
}

/**
 * uk_report_paint:
 * @painter: what is the same on all sheets
 * @cr: where to paint, in points of a 72nd inch
 * @page: which sheet, from 0; %G_MAXUINT only to count
 *
 * Returns: the number of sheets
 */
guint
uk_report_paint (const UkReportPainter *painter, cairo_t *cr, guint page)
{
  guint n_pages;

  g_return_val_if_fail (painter != NULL && cr != NULL, 0);

  cairo_save (cr);
  n_pages = flow (painter, cr, page);
  if (page < n_pages)
    add_foot (painter, cr, page, n_pages);
  cairo_restore (cr);
  return n_pages;
}
