/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-insight.h"

#include <math.h>

#define DAY_SECONDS (24 * 60 * 60)
#define STUCK_SECONDS (14 * DAY_SECONDS)

typedef struct {
  guint n_runs;
  int sum;
  int squares;
} Tally;

static int
compare_effects (gconstpointer a, gconstpointer b)
{
  const UkEffect *left = a;
  const UkEffect *right = b;
  const gboolean left_counts = left->n_runs >= UK_EFFECT_ENOUGH_RUNS;
  const gboolean right_counts = right->n_runs >= UK_EFFECT_ENOUGH_RUNS;

  if (left_counts != right_counts)
    return left_counts ? -1 : 1;
  if (left->mean_change < right->mean_change)
    return -1;
  if (left->mean_change > right->mean_change)
    return 1;
  return (int)right->n_runs - (int)left->n_runs;
}

static GArray *
rank (const Tally *tallies)
{
  GArray *effects = g_array_new (FALSE, FALSE, sizeof (UkEffect));
  guint i;

  for (i = 0; i < UK_N_TECHNIQUES; i++) {
    UkEffect effect = { .technique = (UkTechnique)i, .n_runs = tallies[i].n_runs };

    if (effect.n_runs == 0)
      continue;
    effect.mean_change = (double)tallies[i].sum / effect.n_runs;
    if (effect.n_runs > 1)
      effect.spread = sqrt (MAX (0, tallies[i].squares - effect.mean_change * tallies[i].sum)
                            / (effect.n_runs - 1));
    g_array_append_val (effects, effect);
  }
  g_array_sort (effects, compare_effects);
  return effects;
}

/**
 * uk_insight_compare_changes:
 * @changes: (element-type UkChange): runs that were rated before and after
 * @get_technique: (scope call): which technique a routine belongs to
 * @user_data: for @get_technique
 *
 * Returns: (transfer full) (element-type UkEffect): what helps: each technique with at least one
 * run, the most helpful first; those with too few runs come last
 */
GArray *
uk_insight_compare_changes (GPtrArray *changes, UkTechniqueFunc get_technique, gpointer user_data)
{
  Tally tallies[UK_N_TECHNIQUES] = { 0 };
  guint i;

  g_return_val_if_fail (changes != NULL && get_technique != NULL, NULL);

  for (i = 0; i < changes->len; i++) {
    const UkChange *change = g_ptr_array_index (changes, i);
    UkTechnique technique;

    if (!get_technique (change->routine, &technique, user_data))
      continue;
    tallies[technique].n_runs++;
    tallies[technique].sum += change->after - change->before;
    tallies[technique].squares
        += (change->after - change->before) * (change->after - change->before);
  }
  return rank (tallies);
}

/* Whether the newest number is no lower than what was felt two weeks before it. */
static gboolean
is_stuck (const GArray *samples, const UkSample *last)
{
  guint i;

  for (i = samples->len; i > 0; i--) {
    const UkSample *sample = &g_array_index (samples, UkSample, i - 1);

    if (sample->moment != UK_MOMENT_AFTER && last->at - sample->at >= STUCK_SECONDS)
      return last->value > 0 && last->value >= sample->value;
  }
  return FALSE;
}

/**
 * uk_insight_get_trend_of_samples:
 * @samples: (element-type UkSample): ratings of one knot, the oldest first
 *
 * Returns: how it went
 */
UkTrend
uk_insight_get_trend_of_samples (const GArray *samples)
{
  UkTrend trend = { 0 };
  const UkSample *first = NULL;
  const UkSample *last = NULL;
  guint i;

  g_return_val_if_fail (samples != NULL, trend);

  for (i = 0; i < samples->len; i++) {
    const UkSample *sample = &g_array_index (samples, UkSample, i);

    if (sample->moment == UK_MOMENT_AFTER)
      continue;
    first = first != NULL ? first : sample;
    last = sample;
    trend.n_ratings++;
  }
  if (last == NULL)
    return trend;

  trend.first = first->value;
  trend.last = last->value;
  trend.days = (guint)MAX (0, (last->at - first->at) / DAY_SECONDS);
  if (trend.n_ratings == 1)
    trend.kind = UK_TREND_EARLY;
  else if (trend.last == trend.first)
    trend.kind = UK_TREND_SAME;
  else
    trend.kind = trend.last < trend.first ? UK_TREND_EASIER : UK_TREND_SORER;
  trend.stuck = is_stuck (samples, last);
  return trend;
}

/**
 * uk_insight_get_trend:
 * @ratings: (element-type UkRating): ratings of one knot, the oldest first
 *
 * Returns: how it went
 */
UkTrend
uk_insight_get_trend (GPtrArray *ratings)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  guint i;

  g_return_val_if_fail (ratings != NULL, (UkTrend){ 0 });

  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);
    UkSample sample = { rating->at, 0, (guint8)rating->value, (guint8)rating->moment };

    g_array_append_val (samples, sample);
  }
  return uk_insight_get_trend_of_samples (samples);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const UkActiveDay *)a)->day - ((const UkActiveDay *)b)->day;
}

/**
 * uk_insight_list_active_days:
 * @runs: (element-type UkRunRecord): what was done, in any order
 * @zone: the local zone, which says where a day ends
 *
 * Returns: (transfer full) (element-type UkActiveDay): the days on which something was done, the
 * oldest first
 */
GArray *
uk_insight_list_active_days (GPtrArray *runs, GTimeZone *zone)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_direct_hash, g_direct_equal);
  GArray *days;
  guint i;

  g_return_val_if_fail (runs != NULL && zone != NULL, NULL);

  days = g_array_new (FALSE, FALSE, sizeof (UkActiveDay));
  for (i = 0; i < runs->len; i++) {
    const UkRunRecord *run = g_ptr_array_index (runs, i);
    UkActiveDay day = { .day = uk_day_at (zone, run->started, NULL) };
    gpointer place;

    if (!g_hash_table_lookup_extended (places, GINT_TO_POINTER (day.day), NULL, &place)) {
      place = GUINT_TO_POINTER (days->len);
      g_hash_table_insert (places, GINT_TO_POINTER (day.day), place);
      g_array_append_val (days, day);
    }
    g_array_index (days, UkActiveDay, GPOINTER_TO_UINT (place)).n_runs++;
    g_array_index (days, UkActiveDay, GPOINTER_TO_UINT (place)).seconds += (guint)run->seconds_done;
  }
  g_array_sort (days, compare_days);
  return days;
}

/* Number of the week, which begins on Monday; day 0 is a Thursday. */
static int
get_week (UkDay day)
{
  return (int)(day - (UkDay)uk_day_get_weekday (day) + 3) / 7;
}

/**
 * uk_insight_count_weeks:
 * @days: (element-type UkActiveDay): the days on which something was done, the oldest first
 * @today: the present day
 *
 * Returns: the weeks, from Monday on, in which something was done
 */
UkActiveWeeks
uk_insight_count_weeks (const GArray *days, UkDay today)
{
  UkActiveWeeks weeks = { 0 };
  int last = G_MININT;
  guint i;

  g_return_val_if_fail (days != NULL, weeks);

  for (i = 0; i < days->len; i++) {
    const int week = get_week (g_array_index (days, UkActiveDay, i).day);

    if (week == last)
      continue;
    weeks.n_in_row = week == last + 1 ? weeks.n_in_row + 1 : 1;
    weeks.n_weeks++;
    last = week;
  }
  if (last < get_week (today) - 1)
    weeks.n_in_row = 0;
  return weeks;
}
