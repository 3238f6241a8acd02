/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/time/uk-wall-time.h"

#define DAY_SECONDS 86400
/* GDate counts from year 1. */
#define EPOCH_JULIAN 719163
/* Offsets from UTC lie between -12 h and +14 h. */
#define MOST_WEST (13 * 3600)
#define MOST_EAST (15 * 3600)

/**
 * uk_day_new:
 * @year: 1970 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %UK_DAY_NONE if there is none with that date
 */
UkDay
uk_day_new (int year, int month, int day)
{
  GDate date;

  if (year < 1970 || year > 9999 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay)MIN (day, 32), (GDateMonth)MIN (month, 13), (GDateYear)year))
    return UK_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (UkDay)g_date_get_julian (&date) - EPOCH_JULIAN;
}

static gboolean
parse_digits (const char *text, guint n, int *value)
{
  guint i;

  *value = 0;
  for (i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    *value = *value * 10 + g_ascii_digit_value (text[i]);
  }
  return TRUE;
}

/**
 * uk_day_parse:
 * @text: (nullable): a date as `2026-03-29`
 *
 * Returns: the day, or %UK_DAY_NONE
 */
UkDay
uk_day_parse (const char *text)
{
  int year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-'
      || !parse_digits (text, 4, &year) || !parse_digits (text + 5, 2, &month)
      || !parse_digits (text + 8, 2, &day))
    return UK_DAY_NONE;
  return uk_day_new (year, month, day);
}

/**
 * uk_day_to_string:
 *
 * Returns: (transfer full): the date as `2026-03-29`; not for display
 */
char *
uk_day_to_string (UkDay day)
{
  GDate date;

  g_return_val_if_fail (day > -EPOCH_JULIAN, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)(day + EPOCH_JULIAN));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int)g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * uk_day_get_weekday:
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
guint
uk_day_get_weekday (UkDay day)
{
  int weekday = (int)(((gint64)day + 3) % 7);

  return (guint)(weekday < 0 ? weekday + 7 : weekday);
}

/**
 * uk_day_get_month_day:
 * @number: (out): which day of its month it is, from 1
 * @last: (out): how many days its month has
 */
void
uk_day_get_month_day (UkDay day, guint *number, guint *last)
{
  GDate date;

  g_return_if_fail (day > -EPOCH_JULIAN);
  g_return_if_fail (number != NULL && last != NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)(day + EPOCH_JULIAN));
  *number = g_date_get_day (&date);
  *last = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
}

static int
find_interval (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
}

static gint64
get_offset (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_get_offset (zone, find_interval (zone, instant));
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/**
 * uk_day_at:
 * @zone: the local zone
 * @instant: Unix seconds
 * @minute: (out) (optional): minute of that day
 *
 * Returns: the local day at @instant
 */
UkDay
uk_day_at (GTimeZone *zone, gint64 instant, guint *minute)
{
  gint64 local, day;

  g_return_val_if_fail (zone != NULL, UK_DAY_NONE);

  local = instant + get_offset (zone, instant);
  day = floor_div (local, DAY_SECONDS);
  if (minute != NULL)
    *minute = (guint)((local - day * DAY_SECONDS) / 60);
  return (UkDay)day;
}

/* The instant in (@before, @after] at which another interval of the zone begins. */
static gint64
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  int interval = find_interval (zone, before);

  while (after - before > 1) {
    gint64 middle = before + (after - before) / 2;

    if (find_interval (zone, middle) == interval)
      before = middle;
    else
      after = middle;
  }
  return after;
}

/**
 * uk_wall_time_resolve:
 * @zone: the local zone
 * @day: a local day
 * @minute: minute of that day, below %UK_MINUTES_PER_DAY
 * @instant: (out): Unix seconds
 *
 * Finds the instant at which the clocks show @minute on @day: the first one if they show it twice,
 * and the first instant after the gap if they skip it.
 *
 * Returns: %FALSE if the zone skips the whole day
 */
gboolean
uk_wall_time_resolve (GTimeZone *zone, UkDay day, guint minute, gint64 *instant)
{
  gint64 local, early, late, first, second;

  g_return_val_if_fail (zone != NULL, FALSE);
  g_return_val_if_fail (minute < UK_MINUTES_PER_DAY, FALSE);
  g_return_val_if_fail (instant != NULL, FALSE);

  local = (gint64)day * DAY_SECONDS + minute * 60;
  early = get_offset (zone, local - MOST_EAST);
  late = get_offset (zone, local + MOST_WEST);
  first = local - MAX (early, late);
  second = local - MIN (early, late);

  if (first + get_offset (zone, first) == local)
    *instant = first;
  else if (second + get_offset (zone, second) == local)
    *instant = second;
  else if (second - first >= DAY_SECONDS)
    return FALSE;
  else
    *instant = find_change (zone, first, second);
  return TRUE;
}

/**
 * uk_wall_time_parse:
 * @text: (nullable): a time of day: `7:30`, `07:30`, `730`, `7.30`, `7h30` or `7`
 * @minute: (out): minute of the day
 *
 * Returns: %FALSE, and @minute untouched, if it is none
 */
gboolean
uk_wall_time_parse (const char *text, guint *minute)
{
  guint digits[4];
  guint n = 0, split = 0, hours, minutes;

  g_return_val_if_fail (minute != NULL, FALSE);

  for (; text != NULL && *text != '\0'; text++) {
    if (g_ascii_isdigit (*text) && n < G_N_ELEMENTS (digits))
      digits[n++] = (guint)g_ascii_digit_value (*text);
    else if (strchr (":.h", *text) != NULL && split == 0 && n >= 1 && n <= 2)
      split = n;
    else
      return FALSE;
  }
  if (n == 0 || (split != 0 && n - split != 2))
    return FALSE;
  if (split == 0)
    split = n <= 2 ? n : n - 2;
  hours = split == 2 ? digits[0] * 10 + digits[1] : digits[0];
  minutes = n > split ? digits[n - 2] * 10 + digits[n - 1] : 0;
  if (hours > 23 || minutes > 59)
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}

/**
 * uk_wall_time_to_string:
 * @minute: minute of the day
 *
 * Returns: (transfer full): the time as `07:30`; not for display
 */
char *
uk_wall_time_to_string (guint minute)
{
  g_return_val_if_fail (minute < UK_MINUTES_PER_DAY, NULL);

  return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
}
