/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-pattern.h"

#include <glib/gi18n-lib.h>

#define PART_MINUTES (UK_MINUTES_PER_DAY / UK_N_PATTERN_PARTS)

/* A smaller difference may be chance. */
#define CLEAR 1.0

static void
add (UkPatternPart *part, int value)
{
  part->mean += value;
  part->n_ratings++;
}

static void
divide (UkPatternPart *parts, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    parts[i].mean = parts[i].n_ratings > 0 ? parts[i].mean / parts[i].n_ratings : 0;
}

/**
 * uk_pattern_of_samples:
 * @samples: (element-type UkSample): ratings
 * @zone: the local zone
 *
 * Returns: how sore it is at which time of the day and on which weekday
 */
UkPattern
uk_pattern_of_samples (const GArray *samples, GTimeZone *zone)
{
  UkPattern pattern = { 0 };
  guint i, minute;

  g_return_val_if_fail (samples != NULL && zone != NULL, pattern);

  for (i = 0; i < samples->len; i++) {
    const UkSample *sample = &g_array_index (samples, UkSample, i);
    UkDay day;

    if (sample->moment == UK_MOMENT_AFTER)
      continue;
    day = uk_day_at (zone, sample->at, &minute);
    add (&pattern.parts[MIN (minute / PART_MINUTES, UK_N_PATTERN_PARTS - 1)], sample->value);
    add (&pattern.weekdays[uk_day_get_weekday (day)], sample->value);
  }
  divide (pattern.parts, UK_N_PATTERN_PARTS);
  divide (pattern.weekdays, UK_N_WEEKDAYS);
  return pattern;
}

/**
 * uk_pattern_get_part_name:
 * @part: 0 for the night to 3 for the evening
 *
 * Returns: (transfer none): its name, translated
 */
const char *
uk_pattern_get_part_name (guint part)
{
  static const char *const names[UK_N_PATTERN_PARTS]
      = { N_ ("Night"), N_ ("Morning"), N_ ("Afternoon"), N_ ("Evening") };

  g_return_val_if_fail (part < UK_N_PATTERN_PARTS, NULL);

  return _ (names[part]);
}

/**
 * uk_pattern_get_weekday_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer full): its name in the language of the person
 */
char *
uk_pattern_get_weekday_name (guint weekday)
{
  /* The fifth of January 1970 was a Monday. */
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc ((gint64)(weekday % 7 + 4) * 24 * 60 * 60);

  return g_date_time_format (date, "%A");
}

/* Finds the sorest and the easiest among those that are known well enough.
 * Returns: whether they differ clearly */
static gboolean
find_ends (const UkPatternPart *parts, guint n, guint *most, guint *least)
{
  guint known = 0, i;

  for (i = 0; i < n; i++) {
    if (parts[i].n_ratings < UK_PATTERN_ENOUGH)
      continue;
    if (known++ == 0)
      *most = *least = i;
    if (parts[i].mean > parts[*most].mean)
      *most = i;
    if (parts[i].mean < parts[*least].mean)
      *least = i;
  }
  return known > 1 && parts[*most].mean - parts[*least].mean >= CLEAR;
}

static gboolean
is_known (const UkPatternPart *parts, guint n)
{
  guint known = 0, i;

  for (i = 0; i < n; i++)
    known += parts[i].n_ratings >= UK_PATTERN_ENOUGH ? 1 : 0;
  return known > 1;
}

/**
 * uk_pattern_to_sentence:
 * @pattern: when it is sore
 *
 * Returns: (transfer full): the finding, such as "Sorest: morning; on Mondays" or that it is too
 * early to tell, translated; no full stop
 */
char *
uk_pattern_to_sentence (const UkPattern *pattern)
{
  g_autofree char *weekday = NULL;
  guint part = 0, day = 0, least;
  gboolean by_part, by_day;

  g_return_val_if_fail (pattern != NULL, NULL);

  by_part = find_ends (pattern->parts, UK_N_PATTERN_PARTS, &part, &least);
  by_day = find_ends (pattern->weekdays, UK_N_WEEKDAYS, &day, &least);
  weekday = uk_pattern_get_weekday_name (day);
  if (by_part && by_day)
    /* Translators: a time of the day, then a weekday */
    return g_strdup_printf (_ ("Sorest: %s, %s"), uk_pattern_get_part_name (part), weekday);
  if (by_part || by_day)
    return g_strdup_printf (_ ("Sorest: %s"), by_part ? uk_pattern_get_part_name (part) : weekday);
  if (is_known (pattern->parts, UK_N_PATTERN_PARTS) || is_known (pattern->weekdays, UK_N_WEEKDAYS))
    return g_strdup (_ ("No time of the day or week stands out"));
  return g_strdup (_ ("Too early to say when it is sorest"));
}
