/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-trend-point.h"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A local day with its bounds: neighbours in a sorted list nearly always share it. */
typedef struct {
  gint64 start;
  gint64 end;
  UkDay day;
} DayCache;

/* What a point is made of. */
typedef struct {
  UkTrendPoint point;
  double sum;
  int highest;
  guint n_after;
  double sum_after;
} Bucket;

static UkDay
find_day (DayCache *cache, GTimeZone *zone, gint64 at)
{
  if (at >= cache->start && at < cache->end)
    return cache->day;
  cache->day = uk_day_at (zone, at, NULL);
  cache->start = at;
  if (!uk_wall_time_resolve (zone, cache->day + 1, 0, &cache->end))
    cache->end = at + 1;
  return cache->day;
}

static void
close_bucket (GArray *points, Bucket *bucket, UkTrendKeep keep)
{
  UkTrendPoint *point = &bucket->point;

  if (point->n_ratings > 0) {
    point->before = keep == UK_TREND_SOREST ? bucket->highest : bucket->sum / point->n_ratings;
    point->after = keep == UK_TREND_SOREST || bucket->n_after == 0
                       ? (double)NAN
                       : bucket->sum_after / bucket->n_after;
    g_array_append_val (points, *point);
  }
  *bucket = (Bucket){ 0 };
}

static void
fill_bucket (Bucket *bucket, const UkSample *sample)
{
  UkTrendPoint *point = &bucket->point;

  if (sample->moment == UK_MOMENT_AFTER) {
    bucket->n_after++;
    bucket->sum_after += sample->value;
    return;
  }
  if (point->n_ratings++ == 0)
    point->from = sample->at;
  point->until = sample->at;
  bucket->sum += sample->value;
  bucket->highest = MAX (bucket->highest, sample->value);
}

/* One point for every rating; a number after a run goes with the one before that run. */
static void
add_each (GArray *points, const GArray *samples)
{
  guint32 run = 0;
  guint i;

  for (i = 0; i < samples->len; i++) {
    const UkSample *sample = &g_array_index (samples, UkSample, i);
    UkTrendPoint point = { sample->at, sample->at, 1, sample->value, (double)NAN };

    if (sample->moment != UK_MOMENT_AFTER) {
      g_array_append_val (points, point);
      run = sample->run;
    } else if (run != 0 && run == sample->run) {
      g_array_index (points, UkTrendPoint, points->len - 1).after = sample->value;
    }
  }
}

static void
add_spans (
    GArray *points, const GArray *samples, UkTrendKeep keep, GTimeZone *zone, UkDay last, int days)
{
  DayCache cache = { 0 };
  Bucket bucket = { 0 };
  int current = -1;
  guint i;

  for (i = 0; i < samples->len; i++) {
    const UkSample *sample = &g_array_index (samples, UkSample, i);
    const int place = (last - find_day (&cache, zone, sample->at)) / days;

    if (place != current)
      close_bucket (points, &bucket, keep);
    current = place;
    fill_bucket (&bucket, sample);
  }
  close_bucket (points, &bucket, keep);
}

static guint
count_felt (const GArray *samples)
{
  guint n = 0, i;

  for (i = 0; i < samples->len; i++)
    n += g_array_index (samples, UkSample, i).moment != UK_MOMENT_AFTER ? 1 : 0;
  return n;
}

/**
 * uk_trend_points_new:
 * @samples: (element-type UkSample): ratings, the oldest first
 * @keep: what a point says about many ratings
 * @zone: the local zone
 * @limit: how many points at most
 *
 * Makes one point of each rating as long as there are few, else of each day, week, four weeks, and
 * so on.
 *
 * Returns: (transfer full) (element-type UkTrendPoint): the oldest first
 */
GArray *
uk_trend_points_new (const GArray *samples, UkTrendKeep keep, GTimeZone *zone, guint limit)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (UkTrendPoint));
  UkDay first, last;
  int days = 1;

  g_return_val_if_fail (samples != NULL && zone != NULL && limit > 0, points);

  if (samples->len == 0)
    return points;
  if (keep == UK_TREND_MEAN && count_felt (samples) <= limit) {
    add_each (points, samples);
    return points;
  }
  first = uk_day_at (zone, g_array_index (samples, UkSample, 0).at, NULL);
  last = uk_day_at (zone, g_array_index (samples, UkSample, samples->len - 1).at, NULL);
  while ((last - first) / days + 1 > (int)limit)
    days = days == 1 ? 7 : days == 7 ? 28 : days * 2;
  add_spans (points, samples, keep, zone, last, days);
  return points;
}

/**
 * uk_trend_date_to_text:
 * @at: Unix seconds
 * @now: the present, in the person's zone
 *
 * Returns: (transfer full): "4 November", with the year if it is another one
 */
char *
uk_trend_date_to_text (gint64 at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) then = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  if (utc == NULL)
    return g_strdup ("");
  then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  /* Translators: dates as g_date_time_format() writes them: "1 March", "1 March 2024" */
  return g_date_time_format (then, g_date_time_get_year (then) == g_date_time_get_year (now)
                                       ? _ ("%-e %B")
                                       : _ ("%-e %B %Y"));
}

/**
 * uk_trend_point_to_when:
 * @point: a point
 * @now: the present, in the person's zone
 *
 * Returns: (transfer full): "4 November, 10:15", a day, or "4 November to 10 November"
 */
char *
uk_trend_point_to_when (const UkTrendPoint *point, GDateTime *now)
{
  GTimeZone *zone;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  guint minute;

  g_return_val_if_fail (point != NULL && now != NULL, NULL);

  zone = g_date_time_get_timezone (now);
  from = uk_trend_date_to_text (point->from, now);
  if (point->n_ratings == 1) {
    uk_day_at (zone, point->from, &minute);
    until = uk_minute_to_text (minute);
    /* Translators: a date, then a time of the day */
    return g_strdup_printf (_ ("%s, %s"), from, until);
  }
  if (uk_day_at (zone, point->from, NULL) == uk_day_at (zone, point->until, NULL))
    return g_steal_pointer (&from);
  until = uk_trend_date_to_text (point->until, now);
  /* Translators: two dates */
  return g_strdup_printf (_ ("%s to %s"), from, until);
}

static char *
describe_value (double value)
{
  const double rounded = floor (value * 10 + 0.5) / 10;

  return g_strdup_printf (rounded == floor (rounded) ? "%.0f" : "%.1f", rounded);
}

/**
 * uk_trend_point_to_sentence:
 * @point: a point
 * @now: the present, in the person's zone
 *
 * Returns: (transfer full): "4 November, 10:15: 7 before, 6 after a run", translated; no full stop
 */
char *
uk_trend_point_to_sentence (const UkTrendPoint *point, GDateTime *now)
{
  g_autofree char *when = uk_trend_point_to_when (point, now);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (when != NULL, NULL);

  before = describe_value (point->before);
  if (isnan (point->after))
    /* Translators: when, then a number from 0 to 10 */
    return g_strdup_printf (_ ("%s: %s"), when, before);
  after = describe_value (point->after);
  /* Translators: when, then two numbers from 0 to 10 */
  return g_strdup_printf (_ ("%s: %s before, %s after a run"), when, before, after);
}
