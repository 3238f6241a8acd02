/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-reminder-calendar.h"

/* RFC 5545 allows 75 bytes in a line. */
#define MOST_BYTES 75

static const char *const weekday_ids[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* Folds a long line, never within a character. */
static void
append_line (GString *text, const char *line)
{
  const char *p = line, *next;
  gsize used = 0;

  for (; *p != '\0'; p = next) {
    next = g_utf8_next_char (p);
    if (used + (gsize)(next - p) > MOST_BYTES - 1) {
      g_string_append (text, "\r\n ");
      used = 1;
    }
    g_string_append_len (text, p, next - p);
    used += (gsize)(next - p);
  }
  g_string_append (text, "\r\n");
}

static void
append_text (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);
  const char *p;

  g_string_append_c (line, ':');
  for (p = value; *p != '\0'; p++) {
    if (strchr ("\\,;", *p) != NULL)
      g_string_append_c (line, '\\');
    if (*p == '\n')
      g_string_append (line, "\\n");
    else
      g_string_append_c (line, *p);
  }
  append_line (text, line->str);
}

static char *
format_time (UkDay day, guint minute)
{
  g_autofree char *date = uk_day_to_string (day);
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);

  return g_strdup_printf ("%s%s%sT%02u%02u00", parts[0], parts[1], parts[2], minute / 60,
                          minute % 60);
}

static char *
list_month_days (const UkRecurrenceSpec *spec)
{
  GString *days = g_string_new (NULL);
  guint i;

  for (i = 1; i <= 31; i++) {
    if ((spec->month_days & UK_MONTH_DAY (i)) != 0)
      g_string_append_printf (days, "%s%u", days->len == 0 ? "" : ",", i);
  }
  return g_string_free (days, FALSE);
}

static char *
list_weekdays (guint weekdays)
{
  GString *days = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (weekday_ids); i++) {
    if ((weekdays & UK_WEEKDAY (i)) != 0)
      g_string_append_printf (days, "%s%s", days->len == 0 ? "" : ",", weekday_ids[i]);
  }
  return g_string_free (days, FALSE);
}

/* BYHOUR and BYMINUTE would multiply, so that each time of a day, by its @index, has an event. */
static char *
make_rule (const UkRecurrenceSpec *spec, guint index)
{
  g_autoptr (GString) rule = g_string_new ("RRULE:");
  g_autofree char *days = NULL;

  if (spec->kind == UK_RECURRENCE_DAYS) {
    g_string_append_printf (rule, "FREQ=DAILY;INTERVAL=%u", spec->every);
  } else if (spec->kind == UK_RECURRENCE_MONTHLY) {
    days = spec->month_days == UK_MONTH_DAY (31) && !spec->skip_short ? g_strdup ("-1")
                                                                      : list_month_days (spec);
    g_string_append_printf (rule, "FREQ=MONTHLY;BYMONTHDAY=%s", days);
  } else {
    days = list_weekdays (spec->weekdays);
    g_string_append_printf (rule, "FREQ=WEEKLY;BYDAY=%s", days);
  }
  /* A rule with several times counts them together. */
  if (spec->count > 0)
    g_string_append_printf (rule, ";COUNT=%u",
                            (spec->count - index + spec->n_minutes - 1) / spec->n_minutes);
  else if (spec->until != UK_DAY_NONE) {
    g_autofree char *until = format_time (spec->until, UK_MINUTES_PER_DAY - 1);

    g_string_append_printf (rule, ";UNTIL=%s", until);
  }
  return g_string_free (g_steal_pointer (&rule), FALSE);
}

/* What only this program understands, so that an import loses nothing. */
static void
append_own (GString *text, const UkReminder *reminder)
{
  g_autofree char *rule = uk_recurrence_to_string (reminder->recurrence);
  const char *values[][2] = {
    { "X-UNKNOT-RULE:", rule },
    { "X-UNKNOT-KIND:", uk_reminder_kind_to_id (reminder->kind) },
    { "X-UNKNOT-ROUTINE:", *reminder->routine == '\0' ? NULL : reminder->routine },
    { "X-UNKNOT-REGION:", reminder->region },
    { "X-UNKNOT-SIDE:", reminder->region == NULL ? NULL : uk_side_to_id (reminder->side) },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (values); i++) {
    if (values[i][1] != NULL) {
      g_autofree char *line = g_strconcat (values[i][0], values[i][1], NULL);

      append_line (text, line);
    }
  }
}

static void
append_event (
    GString *text, const UkReminder *reminder, UkDay first, guint index, const char *stamp)
{
  const UkRecurrenceSpec *spec = uk_recurrence_peek (reminder->recurrence);
  guint minute = spec->minutes[index];
  g_autofree char *rule = make_rule (spec, index);
  g_autofree char *sentence = uk_recurrence_to_sentence (reminder->recurrence);
  g_autofree char *start = format_time (first, minute);
  g_autofree char *uid = g_strdup_printf ("UID:unknot-reminder-%" G_GINT64_FORMAT "-%04u",
                                          reminder->id, minute / 60 * 100 + minute % 60);
  g_autofree char *begins = g_strconcat ("DTSTART:", start, NULL);
  g_autofree char *made = g_strconcat ("DTSTAMP:", stamp, NULL);

  append_line (text, "BEGIN:VEVENT");
  append_line (text, uid);
  append_line (text, made);
  append_line (text, begins);
  append_line (text, "DURATION:PT10M");
  append_line (text, rule);
  append_text (text, "SUMMARY", reminder->title);
  append_text (text, "DESCRIPTION", sentence);
  append_own (text, reminder);
  append_line (text, "BEGIN:VALARM");
  append_line (text, "ACTION:DISPLAY");
  append_text (text, "DESCRIPTION", reminder->title);
  append_line (text, "TRIGGER:PT0S");
  append_line (text, "END:VALARM");
  append_line (text, "END:VEVENT");
}

/**
 * uk_reminder_to_calendar:
 * @reminders: (element-type UkReminder): what to write; those that are off, or that depend on when
 * the person rests, are left out
 * @today: the local day from which a rule without a first day begins
 * @now: in UTC
 *
 * Writes an iCalendar file in local wall time, one event for each time of day.
 *
 * Returns: (transfer full): its text
 */
char *
uk_reminder_to_calendar (GPtrArray *reminders, UkDay today, GDateTime *now)
{
  g_autofree char *stamp = NULL;
  GString *text;
  guint i, j;

  g_return_val_if_fail (reminders != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  text = g_string_new (NULL);
  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//Unknot//Reminders//EN");
  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);
    UkDay from = uk_recurrence_get_from (reminder->recurrence);
    UkDay first = uk_recurrence_find_day (reminder->recurrence, from == UK_DAY_NONE ? today : from);
    const UkRecurrenceSpec *spec = uk_recurrence_peek (reminder->recurrence);

    if (!reminder->enabled || first == UK_DAY_NONE)
      continue;
    for (j = 0; j < spec->n_minutes && (spec->count == 0 || j < spec->count); j++)
      append_event (text, reminder, first, j, stamp);
  }
  append_line (text, "END:VCALENDAR");
  return g_string_free (text, FALSE);
}
