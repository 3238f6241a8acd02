/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-chart.h"
#include "core/insight/uk-report.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum {
  UK_PAPER_A4,
  UK_PAPER_LETTER,
} UkPaper;

void uk_paper_get_size (UkPaper paper, double *width, double *height);
gboolean uk_paper_from_id (const char *id, UkPaper *paper);
UkPaper uk_paper_get_default (const char *locale);

/**
 * UkReportPainter:
 * @report: what is told
 * @charts: the body from the front and from the back
 * @width: of the sheet, in points of a 72nd inch
 * @height: of the sheet
 * @font: family of the letters
 *
 * What is the same on all sheets.  Nothing is owned.
 */
typedef struct {
  const UkReport *report;
  UkChart *const *charts;
  double width;
  double height;
  const PangoFontDescription *font;
} UkReportPainter;

guint uk_report_paint (const UkReportPainter *painter, cairo_t *cr, guint page);
gboolean uk_report_write_pdf (const UkReportPainter *painter, GFile *file, GError **error);

G_END_DECLS
