/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-history.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/**
 * UkTrendPoint:
 * @from: its first rating, Unix seconds
 * @until: its last rating; the same for a single rating with what followed its run
 * @n_ratings: how many ratings before a run or without one it stands for
 * @before: their value, mean or highest
 * @after: mean of the ratings after a run; NAN for none
 *
 * A point of the trend, on the scale from 0 to 10.
 */
typedef struct {
  gint64 from;
  gint64 until;
  guint n_ratings;
  double before;
  double after;
} UkTrendPoint;

/**
 * UkTrendKeep:
 * @UK_TREND_MEAN: one knot: the mean
 * @UK_TREND_SOREST: several knots: the sorest one; nothing about after a run
 */
typedef enum {
  UK_TREND_MEAN,
  UK_TREND_SOREST,
} UkTrendKeep;

GArray *uk_trend_points_new (const GArray *samples, UkTrendKeep keep, GTimeZone *zone, guint limit);
char *uk_trend_date_to_text (gint64 at, GDateTime *now);
char *uk_trend_point_to_when (const UkTrendPoint *point, GDateTime *now);
char *uk_trend_point_to_sentence (const UkTrendPoint *point, GDateTime *now);

G_END_DECLS
