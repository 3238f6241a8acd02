/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of the report only: words and lines that flow from sheet to sheet. */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "art/report/uk-report-paint.h"

G_BEGIN_DECLS

#define UK_SHEET_MARGIN 48.0
#define UK_SHEET_FOOT 30.0

typedef enum {
  UK_INK_TITLE,   /* 22 bold */
  UK_INK_HEADING, /* 12.5 bold */
  UK_INK_TEXT,    /* 10 */
  UK_INK_STRONG,  /* 10 bold */
  UK_INK_QUIET,   /* 8.5 grey */
} UkInk;

/**
 * UkSheet:
 * @painter: what is the same on all sheets
 * @cr: where to measure, and to paint if @page is @wanted
 * @wanted: the sheet that is painted
 * @page: the sheet that is being filled
 * @y: where the next thing begins
 */
typedef struct {
  const UkReportPainter *painter;
  cairo_t *cr;
  guint wanted;
  guint page;
  double y;
} UkSheet;

extern const UkChartColor uk_sheet_black;
extern const UkChartColor uk_sheet_grey;
extern const UkChartColor uk_sheet_rule_color;

double uk_sheet_get_width (const UkSheet *sheet);
gboolean uk_sheet_is_painted (const UkSheet *sheet);
void uk_sheet_need (UkSheet *sheet, double height);
double
uk_sheet_measure (const UkSheet *sheet, const char *text, UkInk ink, double width, double *used);
double uk_sheet_write (const UkSheet *sheet,
                       const char *text,
                       UkInk ink,
                       double x,
                       double y,
                       double width,
                       double align);
void uk_sheet_rule (const UkSheet *sheet, double x, double y, double width);
void uk_sheet_badge (const UkSheet *sheet, double x, double y, double radius, guint number);

G_END_DECLS
