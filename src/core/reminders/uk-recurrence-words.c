/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#define MORNING (4 * 60)
#define NOON (12 * 60)
#define EVENING (17 * 60)
/* From so many times on, equal distances are said instead of every time. */
#define RHYTHM_TIMES 4

/**
 * uk_minute_to_text:
 * @minute: minute of the day
 *
 * Returns: (transfer full): the time as people of the locale write it: `7:30`, `15:00`, `3:00 PM`
 */
char *
uk_minute_to_text (guint minute)
{
  const char *format = nl_langinfo (T_FMT);
  guint hour = minute / 60;

  g_return_val_if_fail (minute < UK_MINUTES_PER_DAY, NULL);

  if (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
      || strstr (format, "%l") != NULL) {
    g_autofree char *half
        = g_locale_to_utf8 (nl_langinfo (hour < 12 ? AM_STR : PM_STR), -1, NULL, NULL, NULL);

    if (half != NULL && *half != '\0')
      return g_strdup_printf ("%u:%02u %s", hour % 12 == 0 ? 12 : hour % 12, minute % 60, half);
  }
  return g_strdup_printf ("%u:%02u", hour, minute % 60);
}

/**
 * uk_weekday_get_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): its translated name
 */
const char *
uk_weekday_get_name (guint weekday)
{
  static const char *const names[] = {
    N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
    N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
  };

  g_return_val_if_fail (weekday < G_N_ELEMENTS (names), NULL);

  return _ (names[weekday]);
}

/**
 * uk_weekday_get_short_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): about two letters for it, translated
 */
const char *
uk_weekday_get_short_name (guint weekday)
{
  static const char *const names[] = {
    NC_ ("weekday", "Mo"), NC_ ("weekday", "Tu"), NC_ ("weekday", "We"), NC_ ("weekday", "Th"),
    NC_ ("weekday", "Fr"), NC_ ("weekday", "Sa"), NC_ ("weekday", "Su"),
  };

  g_return_val_if_fail (weekday < G_N_ELEMENTS (names), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[weekday]);
}

/* "a", "a and b", "a, b and c" */
static char *
join (GPtrArray *words)
{
  g_autofree char *text = g_strdup (g_ptr_array_index (words, 0));
  guint i;

  for (i = 1; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);
    char *longer;

    if (i + 1 < words->len)
      /* Translators: a list, not at its end: "Monday, Tuesday" */
      longer = g_strdup_printf (_ ("%s, %s"), text, word);
    else
      /* Translators: the end of a list: "Monday, Tuesday and Friday" */
      longer = g_strdup_printf (_ ("%s and %s"), text, word);
    g_free (text);
    text = longer;
  }
  return g_steal_pointer (&text);
}

static char *
days_to_text (guint weekdays)
{
  static const char *const every[] = {
    N_ ("Mondays"), N_ ("Tuesdays"),  N_ ("Wednesdays"), N_ ("Thursdays"),
    N_ ("Fridays"), N_ ("Saturdays"), N_ ("Sundays"),
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i;

  if (weekdays == UK_EVERY_DAY)
    return g_strdup (C_ ("days of the week", "Every day"));
  if (weekdays == UK_WORKING_DAYS)
    return g_strdup (_ ("Weekdays"));
  if (weekdays == UK_WEEKEND)
    return g_strdup (_ ("Weekends"));
  for (i = 0; i < G_N_ELEMENTS (every); i++) {
    if (weekdays == UK_WEEKDAY (i))
      return g_strdup (_ (every[i]));
    if ((weekdays & UK_WEEKDAY (i)) != 0)
      g_ptr_array_add (names, (gpointer)uk_weekday_get_name (i));
  }
  return join (names);
}

/* The distance in minutes between all times; 0 if they are few or not alike. */
static guint
find_rhythm (const guint *minutes, guint n_minutes)
{
  guint i;

  if (n_minutes < RHYTHM_TIMES)
    return 0;
  for (i = 2; i < n_minutes; i++) {
    if (minutes[i] - minutes[i - 1] != minutes[1] - minutes[0])
      return 0;
  }
  return minutes[1] - minutes[0];
}

static char *
rhythm_to_text (guint rhythm, guint first, guint last)
{
  g_autofree char *from = uk_minute_to_text (first);
  g_autofree char *until = uk_minute_to_text (last);
  g_autofree char *every = NULL;

  if (rhythm % 60 == 0)
    every = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "every hour", "every %u hours", rhythm / 60), rhythm / 60);
  else
    every = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "every minute", "every %u minutes", rhythm), rhythm);
  /* Translators: "every 30 minutes from 9:00 to 17:30" */
  return g_strdup_printf (_ ("%s from %s to %s"), every, from, until);
}

static char *
times_to_text (const guint *minutes, guint n_minutes)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < n_minutes; i++)
    g_ptr_array_add (times, uk_minute_to_text (minutes[i]));
  return join (times);
}

static char *
date_to_text (UkDay day)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64)day * 86400);
  /* Translators: a date within the year, as g_date_time_format() writes it: "1 March" */
  g_autofree char *text = g_date_time_format (time, _ ("%-e %B"));

  return g_strdup (g_strstrip (text));
}

/* "days 1 and 15 of the month" */
static char *
month_days_to_text (const UkRecurrenceSpec *spec)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *days = NULL;
  guint i;

  if (spec->month_days == UK_MONTH_DAY (31) && !spec->skip_short)
    return g_strdup (_ ("The last day of each month"));
  for (i = 1; i <= 31; i++) {
    if ((spec->month_days & UK_MONTH_DAY (i)) != 0)
      g_ptr_array_add (numbers, g_strdup_printf ("%u", i));
  }
  days = join (numbers);
  /* Translators: "Day 1 and 15 of each month" */
  return g_strdup_printf (_ ("Day %s of each month"), days);
}

static char *
windows_to_text (const UkRecurrenceSpec *spec)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < spec->n_windows; i++) {
    const UkHours *window = &spec->windows[i];
    g_autofree char *days = days_to_text (window->weekdays);
    g_autofree char *from = uk_minute_to_text (window->from);
    g_autofree char *until = uk_minute_to_text (window->until % UK_MINUTES_PER_DAY);

    if (i > 0 && window->weekdays == spec->windows[i - 1].weekdays)
      /* Translators: "13:00 to 17:30", after the same with days */
      g_ptr_array_add (texts, g_strdup_printf (_ ("%s to %s"), from, until));
    else
      /* Translators: "Weekdays 9:00 to 17:30" */
      g_ptr_array_add (texts, g_strdup_printf (_ ("%s %s to %s"), days, from, until));
  }
  return join (texts);
}

static char *
interval_to_text (const UkRecurrenceSpec *spec)
{
  g_autofree char *windows = windows_to_text (spec);

  /* Translators: "After 45 minutes at the computer: Weekdays 9:00 to 17:30" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "After %u minute at the computer: %s",
                                       "After %u minutes at the computer: %s", spec->every),
                          spec->every, windows);
}

static char *
named_days_to_text (const UkRecurrenceSpec *spec)
{
  if (spec->kind == UK_RECURRENCE_MONTHLY)
    return month_days_to_text (spec);
  if (spec->kind == UK_RECURRENCE_DAYS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Every day", "Every %u days", spec->every), spec->every);
  return days_to_text (spec->weekdays);
}

static char *
days_and_times_to_text (const UkRecurrenceSpec *spec)
{
  guint rhythm = find_rhythm (spec->minutes, spec->n_minutes);
  gboolean daily = spec->kind == UK_RECURRENCE_WEEKLY && spec->weekdays == UK_EVERY_DAY;
  g_autofree char *days = named_days_to_text (spec);
  g_autofree char *times = NULL;

  if (rhythm != 0) {
    times = rhythm_to_text (rhythm, spec->minutes[0], spec->minutes[spec->n_minutes - 1]);
    /* Translators: "Weekdays, every 30 minutes from 9:00 to 17:30" */
    return g_strdup_printf (_ ("%s, %s"), days, times);
  }
  times = times_to_text (spec->minutes, spec->n_minutes);
  if (daily && spec->n_minutes == 1 && spec->minutes[0] >= EVENING)
    return g_strdup_printf (_ ("Every evening at %s"), times);
  if (daily && spec->n_minutes == 1 && spec->minutes[0] >= MORNING && spec->minutes[0] < NOON)
    return g_strdup_printf (_ ("Every morning at %s"), times);
  /* Translators: "Weekdays at 10:00 and 15:00" */
  return g_strdup_printf (_ ("%s at %s"), days, times);
}

/* Whether all of its times are on one day. */
static gboolean
is_once (const UkRecurrenceSpec *spec)
{
  return spec->kind == UK_RECURRENCE_DAYS && spec->count > 0 && spec->count <= spec->n_minutes;
}

/* "Once, 24 November at 15:20" */
static char *
once_to_text (const UkRecurrenceSpec *spec)
{
  g_autofree char *date = date_to_text (spec->from);
  g_autofree char *time = times_to_text (spec->minutes, spec->count);

  /* Translators: "Once, 24 November at 15:20" */
  return g_strdup_printf (_ ("Once, %s at %s"), date, time);
}

static char *
spec_to_text (const UkRecurrenceSpec *spec)
{
  g_autofree char *text = spec->kind == UK_RECURRENCE_INTERVAL ? interval_to_text (spec)
                                                               : days_and_times_to_text (spec);

  if (spec->count == 0)
    return g_steal_pointer (&text);
  /* Translators: "Every 3 days at 10:00, 5 times in all" */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u time in all", "%s, %u times in all", spec->count), text,
      spec->count);
}

/**
 * uk_recurrence_to_sentence:
 *
 * Returns: (transfer full): it in words: "Weekdays at 10:00 and 15:00", translated, without full
 * stop
 */
char *
uk_recurrence_to_sentence (const UkRecurrence *self)
{
  g_autofree char *text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (is_once (uk_recurrence_peek (self)))
    return once_to_text (uk_recurrence_peek (self));
  text = spec_to_text (uk_recurrence_peek (self));
  if (uk_recurrence_get_from (self) != UK_DAY_NONE)
    from = date_to_text (uk_recurrence_get_from (self));
  if (uk_recurrence_get_until (self) != UK_DAY_NONE)
    until = date_to_text (uk_recurrence_get_until (self));
  if (from != NULL && until != NULL)
    return g_strdup_printf (_ ("%s, from %s to %s"), text, from, until);
  if (from != NULL)
    return g_strdup_printf (_ ("%s, from %s"), text, from);
  if (until != NULL)
    return g_strdup_printf (_ ("%s, until %s"), text, until);
  return g_steal_pointer (&text);
}

static gboolean
parse_weekday_word (const char *text, guint *weekday)
{
  static const char *const names[]
      = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (*weekday = 0; *weekday < G_N_ELEMENTS (names); (*weekday)++) {
    if (strlen (text) >= 2 && g_str_has_prefix (names[*weekday], text))
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_weekdays (const char *word, guint *weekdays)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 3);
  guint first, last;

  if (ends[0] == NULL || g_strv_length (ends) > 2 || !parse_weekday_word (ends[0], &first))
    return FALSE;
  last = first;
  if (ends[1] != NULL && !parse_weekday_word (ends[1], &last))
    return FALSE;
  for (;; first = (first + 1) % 7) {
    *weekdays |= UK_WEEKDAY (first);
    if (first == last)
      return TRUE;
  }
}

/**
 * uk_weekdays_parse:
 * @text: what a person types, in English: `mo-fr`, `mon,wed`, `daily`, `weekdays`, `weekends`
 * @weekdays: (out): mask of UK_WEEKDAY()
 *
 * Returns: %FALSE if it names no days
 */
gboolean
uk_weekdays_parse (const char *text, guint *weekdays)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;
  guint i;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (weekdays != NULL, FALSE);

  lower = g_ascii_strdown (text, -1);
  words = g_strsplit (lower, ",", -1);
  *weekdays = 0;
  for (i = 0; words[i] != NULL; i++) {
    const char *word = g_strstrip (words[i]);

    if (g_str_equal (word, "daily") || g_str_equal (word, "all"))
      *weekdays |= UK_EVERY_DAY;
    else if (g_str_equal (word, "weekdays"))
      *weekdays |= UK_WORKING_DAYS;
    else if (g_str_equal (word, "weekends"))
      *weekdays |= UK_WEEKEND;
    else if (!add_weekdays (word, weekdays))
      return FALSE;
  }
  return *weekdays != 0;
}
