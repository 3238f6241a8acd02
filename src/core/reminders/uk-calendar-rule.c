/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-calendar-rule.h"
#include "core/time/uk-zone.h"

#include <glib/gi18n-lib.h>

#define DATE_LENGTH 8
#define TIME_LENGTH 15
#define DAYS_OF_WEEK 7
#define LAST_DAY 31

static const char *const weekday_ids[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

typedef enum { DAILY, WEEKLY, MONTHLY, NO_FREQUENCY } Frequency;

/* What a rule says. */
typedef struct {
  Frequency frequency;
  guint interval;
  guint weekdays;
  guint month_days;
  gboolean last_day;
  guint count;
  UkDay until;
} Rule;

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_KIND, message);
  return FALSE;
}

static gboolean
read_number (const char *text, guint length, guint *number)
{
  g_autofree char *digits = g_strndup (text, length);
  guint64 value;

  if (strlen (digits) != length || !g_ascii_string_to_unsigned (digits, 10, 0, 9999, &value, NULL))
    return FALSE;
  *number = (guint)value;
  return TRUE;
}

/* 20260301 */
static UkDay
read_date (const char *text)
{
  guint year, month, day;

  if (!read_number (text, 4, &year) || !read_number (text + 4, 2, &month)
      || !read_number (text + 6, 2, &day))
    return UK_DAY_NONE;
  return uk_day_new ((int)year, (int)month, (int)day);
}

/* 20260301T100000, and Z behind it for UTC */
static gboolean
read_time (const char *text, UkDay *day, guint *minute, gboolean *utc)
{
  gsize length = strlen (text);
  guint hour, minutes, seconds;

  *utc = length == TIME_LENGTH + 1 && text[TIME_LENGTH] == 'Z';
  if ((length != TIME_LENGTH && !*utc) || text[DATE_LENGTH] != 'T')
    return FALSE;
  *day = read_date (text);
  if (*day == UK_DAY_NONE || !read_number (text + 9, 2, &hour)
      || !read_number (text + 11, 2, &minutes) || !read_number (text + 13, 2, &seconds) || hour > 23
      || minutes > 59 || seconds > 60)
    return FALSE;
  *minute = hour * 60 + minutes;
  return TRUE;
}

/* The zone of `;TZID=Europe/Berlin;X=Y`; NULL without one */
static char *
find_zone_name (const char *parameters)
{
  g_auto (GStrv) parts = g_strsplit (parameters, ";", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++) {
    if (g_ascii_strncasecmp (parts[i], "TZID=", 5) == 0) {
      const char *name = parts[i] + 5;
      gsize length = strlen (name);

      if (length >= 2 && name[0] == '"' && name[length - 1] == '"')
        return g_strndup (name + 1, length - 2);
      return g_strdup (name);
    }
  }
  return NULL;
}

/* Writes the wall time of @zone over that of @from. */
static gboolean
move_to_zone (GTimeZone *from, GTimeZone *zone, UkCalendarStart *start)
{
  UkDay day = start->day;
  gint64 instant;

  if (!uk_wall_time_resolve (from, day, start->minute, &instant))
    return FALSE;
  start->day = uk_day_at (zone, instant, &start->minute);
  start->moved = start->day - day;
  return TRUE;
}

/**
 * uk_calendar_parse_start:
 * @parameters: what stood between DTSTART and the colon
 * @value: what stood behind it
 * @zone: the person's
 * @start: (out): when it is for the person
 * @error: #UkRecurrenceError
 *
 * Returns: whether it is a time of day
 */
gboolean
uk_calendar_parse_start (const char *parameters,
                         const char *value,
                         GTimeZone *zone,
                         UkCalendarStart *start,
                         GError **error)
{
  g_autoptr (GTimeZone) from = NULL;
  g_autofree char *name = NULL;
  gboolean utc;

  g_return_val_if_fail (parameters != NULL && value != NULL, FALSE);
  g_return_val_if_fail (zone != NULL && start != NULL, FALSE);

  if (strlen (value) == DATE_LENGTH && read_date (value) != UK_DAY_NONE)
    return refuse (error, _ ("It is for a whole day and has no time"));
  if (!read_time (value, &start->day, &start->minute, &utc))
    return refuse (error, _ ("“%s” is no time"), value);
  start->moved = 0;
  name = find_zone_name (parameters);
  if (utc)
    from = g_time_zone_new_utc ();
  else if (name != NULL)
    from = uk_zone_find (name);
  if (from == NULL && name != NULL)
    return refuse (error, _ ("The time zone “%s” is not known"), name);
  if (from != NULL && !move_to_zone (from, zone, start))
    return refuse (error, _ ("“%s” is no time"), value);
  return TRUE;
}

static gboolean
read_weekdays (const char *text, guint *weekdays)
{
  g_auto (GStrv) days = g_strsplit (text, ",", -1);
  guint i, j;

  for (i = 0; days[i] != NULL; i++) {
    for (j = 0; j < G_N_ELEMENTS (weekday_ids) && !g_str_equal (weekday_ids[j], days[i]); j++)
      ;
    if (j == G_N_ELEMENTS (weekday_ids))
      return FALSE;
    *weekdays |= UK_WEEKDAY (j);
  }
  return *weekdays != 0;
}

static gboolean
read_month_days (const char *text, Rule *rule)
{
  g_auto (GStrv) days = g_strsplit (text, ",", -1);
  guint64 number;
  guint i;

  for (i = 0; days[i] != NULL; i++) {
    if (g_str_equal (days[i], "-1"))
      rule->last_day = TRUE;
    else if (g_ascii_string_to_unsigned (days[i], 10, 1, LAST_DAY, &number, NULL))
      rule->month_days |= UK_MONTH_DAY (number);
    else
      return FALSE;
  }
  return rule->last_day || rule->month_days != 0;
}

static gboolean
read_until (const char *text, GTimeZone *zone, UkDay *until)
{
  g_autoptr (GTimeZone) utc_zone = g_time_zone_new_utc ();
  UkCalendarStart end = { UK_DAY_NONE, 0, 0 };
  gboolean utc;

  if (strlen (text) == DATE_LENGTH)
    end.day = read_date (text);
  else if (!read_time (text, &end.day, &end.minute, &utc)
           || (utc && !move_to_zone (utc_zone, zone, &end)))
    return FALSE;
  *until = end.day;
  return end.day != UK_DAY_NONE;
}

static gboolean
read_frequency (const char *text, Frequency *frequency)
{
  static const char *const names[] = { "DAILY", "WEEKLY", "MONTHLY" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i], text)) {
      *frequency = (Frequency)i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_part (const char *key, const char *value, GTimeZone *zone, Rule *rule)
{
  guint64 number;

  if (g_str_equal (key, "FREQ"))
    return read_frequency (value, &rule->frequency);
  if (g_str_equal (key, "BYDAY"))
    return read_weekdays (value, &rule->weekdays);
  if (g_str_equal (key, "BYMONTHDAY"))
    return read_month_days (value, rule);
  if (g_str_equal (key, "UNTIL"))
    return read_until (value, zone, &rule->until);
  if (g_str_equal (key, "INTERVAL")
      && g_ascii_string_to_unsigned (value, 10, 1, UK_RECURRENCE_MAX_DAYS, &number, NULL)) {
    rule->interval = (guint)number;
    return TRUE;
  }
  if (g_str_equal (key, "COUNT")
      && g_ascii_string_to_unsigned (value, 10, 1, UK_RECURRENCE_MAX_COUNT, &number, NULL)) {
    rule->count = (guint)number;
    return TRUE;
  }
  /* Of what is taken over, nothing depends on the day with which a week begins. */
  return g_str_equal (key, "WKST");
}

static gboolean
read_rule (const char *text, GTimeZone *zone, Rule *rule, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) halves = g_strsplit (parts[i], "=", 2);

    if (g_strv_length (halves) != 2 || !read_part (halves[0], halves[1], zone, rule))
      return refuse (error, _ ("“%s” cannot be taken over"), parts[i]);
  }
  if (rule->frequency == NO_FREQUENCY)
    return refuse (error, _ ("“%s” cannot be taken over"), text);
  return TRUE;
}

static gboolean
fill_weekly (const Rule *rule, const UkCalendarStart *start, UkRecurrenceSpec *spec, GError **error)
{
  guint own = UK_WEEKDAY (uk_day_get_weekday (start->day));

  spec->weekdays = rule->weekdays != 0 ? rule->weekdays : own;
  if (rule->interval == 1) {
    spec->kind = UK_RECURRENCE_WEEKLY;
    return TRUE;
  }
  if (spec->weekdays != own)
    return refuse (error, _ ("Several days in every second or later week cannot be taken over"));
  spec->kind = UK_RECURRENCE_DAYS;
  spec->every = rule->interval * DAYS_OF_WEEK;
  return TRUE;
}

static gboolean
fill_monthly (const Rule *rule,
              const UkCalendarStart *start,
              UkRecurrenceSpec *spec,
              GError **error)
{
  guint number, last;

  if (rule->interval != 1 || rule->weekdays != 0)
    return refuse (error, _ ("Only days of every month can be taken over"));
  spec->kind = UK_RECURRENCE_MONTHLY;
  spec->month_days = rule->month_days;
  if (rule->month_days == 0 && !rule->last_day) {
    uk_day_get_month_day (start->day, &number, &last);
    spec->month_days = UK_MONTH_DAY (number);
  }
  /* The 31st stands for the last day, the 29th and 30th then would too. */
  if (rule->last_day && (spec->month_days >> 28) != 0)
    return refuse (error, _ ("The last day beside the 29th to 31st cannot be taken over"));
  spec->skip_short = (spec->month_days >> 28) != 0;
  if (rule->last_day)
    spec->month_days |= UK_MONTH_DAY (LAST_DAY);
  return TRUE;
}

static gboolean
fill (const Rule *rule, const UkCalendarStart *start, UkRecurrenceSpec *spec, GError **error)
{
  if (start->moved != 0 && (rule->weekdays != 0 || rule->month_days != 0 || rule->last_day))
    return refuse (error, _ ("In this time zone it is on another day"));
  if (rule->frequency == MONTHLY)
    return fill_monthly (rule, start, spec, error);
  if (rule->month_days != 0 || rule->last_day)
    return refuse (error, _ ("Days of the month count only in a monthly repetition"));
  if (rule->frequency == WEEKLY)
    return fill_weekly (rule, start, spec, error);
  if (rule->interval == 1) {
    spec->kind = UK_RECURRENCE_WEEKLY;
    spec->weekdays = rule->weekdays != 0 ? rule->weekdays : UK_EVERY_DAY;
    return TRUE;
  }
  if (rule->weekdays != 0)
    return refuse (error, _ ("Days of the week count only in a weekly repetition"));
  spec->kind = UK_RECURRENCE_DAYS;
  spec->every = rule->interval;
  return TRUE;
}

/**
 * uk_calendar_parse_rule:
 * @rule: (nullable): the value of an RRULE; %NULL: it comes once
 * @start: when it begins
 * @zone: the person's
 * @today: local day
 * @error: #UkRecurrenceError; also if it is over
 *
 * Takes over DAILY, WEEKLY and MONTHLY rules as far as a recurrence can say the same.
 *
 * Returns: (transfer full) (nullable): when it comes
 */
UkRecurrence *
uk_calendar_parse_rule (
    const char *rule, const UkCalendarStart *start, GTimeZone *zone, UkDay today, GError **error)
{
  g_autoptr (UkRecurrence) recurrence = NULL;
  Rule read = { .frequency = NO_FREQUENCY, .interval = 1, .until = UK_DAY_NONE };
  UkRecurrenceSpec spec = { .from = UK_DAY_NONE, .n_minutes = 1 };

  g_return_val_if_fail (start != NULL && zone != NULL, NULL);

  if (rule == NULL) {
    recurrence = uk_recurrence_new_once (start->day, start->minute);
  } else {
    if (!read_rule (rule, zone, &read, error) || !fill (&read, start, &spec, error))
      return NULL;
    spec.minutes = &start->minute;
    spec.count = read.count;
    spec.until = read.until;
    if (start->day > today || spec.count > 0 || spec.kind == UK_RECURRENCE_DAYS)
      spec.from = start->day;
    recurrence = uk_recurrence_new_full (&spec, error);
  }
  if (recurrence == NULL)
    return NULL;
  if (uk_recurrence_find_day (recurrence, today) == UK_DAY_NONE) {
    refuse (error, _ ("It is over"));
    return NULL;
  }
  return g_steal_pointer (&recurrence);
}
