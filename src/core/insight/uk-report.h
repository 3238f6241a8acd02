/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/insight/uk-insight.h"
#include "core/store/uk-store-knots.h"

G_BEGIN_DECLS

/* What a report shows beside the knots and their numbers. */
typedef enum {
  UK_REPORT_BODY = 1 << 0,
  UK_REPORT_PLOT = 1 << 1,
  UK_REPORT_TRIED = 1 << 2,
  UK_REPORT_NOTES = 1 << 3,
  UK_REPORT_ALL = 15,
} UkReportParts;

/**
 * UkReportOptions:
 * @from: Unix seconds
 * @until: Unix seconds
 * @parts: what is shown
 * @knots: (nullable) (element-type utf8): ids of the knots; %NULL for all that were rated or
 * treated in that time
 * @name: (nullable): of the person, as it is to stand there; saved nowhere
 */
typedef struct {
  gint64 from;
  gint64 until;
  UkReportParts parts;
  GPtrArray *knots;
  char *name;
} UkReportOptions;

/* A technique, how often it was used and what it did. */
typedef struct {
  UkTechnique technique;
  guint n_runs;
  guint seconds;
  UkEffect effect; /* of the runs that were rated before and after */
} UkReportTried;

/**
 * UkReportKnot:
 * @knot: owned
 * @place: in words
 * @points: (element-type UkTrendPoint): for the plot
 * @n_ratings: how many ratings the numbers rest on, those after a run aside
 * @start: the first rating
 * @end: the last one
 * @mean: their mean
 * @lowest: the lowest
 * @highest: the highest
 * @tried: (element-type UkReportTried): what was done, the most frequent first
 * @n_runs: how many runs that were
 */
typedef struct {
  UkKnot *knot;
  char *place;
  GArray *points;
  guint n_ratings;
  int start;
  int end;
  double mean;
  int lowest;
  int highest;
  GArray *tried;
  guint n_runs;
} UkReportKnot;

/**
 * UkReport:
 * @from: the first instant that it is about, Unix seconds
 * @until: the last one
 * @parts: what is shown
 * @name: (nullable): of the person
 * @knots: (element-type UkReportKnot): the sorest at the end first
 * @now: the present, in the person's zone
 *
 * What a page for the doctor tells.
 */
typedef struct {
  gint64 from;
  gint64 until;
  UkReportParts parts;
  char *name;
  GPtrArray *knots;
  GDateTime *now;
} UkReport;

UkReport *uk_report_load (UkStore *store,
                          UkCatalogue *catalogue,
                          const UkReportOptions *options,
                          GDateTime *now,
                          GError **error);
void uk_report_free (UkReport *report);
char *uk_report_knot_to_sentence (const UkReportKnot *knot);
char *uk_report_knot_to_details (const UkReport *report, const UkReportKnot *knot);
char *uk_report_to_range (const UkReport *report);
char *uk_report_tried_to_sentence (const UkReportTried *tried);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkReport, uk_report_free)

G_END_DECLS
