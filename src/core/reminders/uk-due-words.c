/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-due-words.h"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>

/* The time of day of @due, and in how many days it is. */
static char *
describe_time (gint64 due, gint64 now, GTimeZone *zone, int *ahead)
{
  guint minute;
  UkDay day = uk_day_at (zone, due, &minute);

  *ahead = day - uk_day_at (zone, now, NULL);
  return uk_minute_to_text (minute);
}

/* "Friday" within a week, else "4 December" */
static char *
describe_day (gint64 due, GTimeZone *zone, int ahead)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (due);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  if (ahead > 0 && ahead < 7)
    return g_strdup (uk_weekday_get_name (uk_day_get_weekday (uk_day_at (zone, due, NULL))));
  /* Translators: a date within the year, as g_date_time_format() writes it: "1 March" */
  return g_strstrip (g_date_time_format (local, _ ("%-e %B")));
}

/**
 * uk_due_describe:
 * @due: Unix seconds, in the future
 * @now: Unix seconds
 * @zone: the local zone
 *
 * Returns: (transfer full): when it is, as people say it: "Today at 15:00", "Friday at 10:00",
 *   "4 December at 10:00"; translated
 */
char *
uk_due_describe (gint64 due, gint64 now, GTimeZone *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  int ahead;

  g_return_val_if_fail (zone != NULL, NULL);

  time = describe_time (due, now, zone, &ahead);
  if (ahead == 0)
    return g_strdup_printf (_ ("Today at %s"), time);
  if (ahead == 1)
    return g_strdup_printf (_ ("Tomorrow at %s"), time);
  day = describe_day (due, zone, ahead);
  /* Translators: "Friday at 10:00", "4 December at 10:00" */
  return g_strdup_printf (_ ("%s at %s"), day, time);
}

/**
 * uk_due_describe_next:
 * @due: Unix seconds, in the future
 * @now: Unix seconds
 * @zone: the local zone
 *
 * Returns: (transfer full): one line that stays true over midnight: "Next reminder at 15:00", "Next
 *   reminder Friday at 10:00", "Next reminder 4 December at 10:00"; translated
 */
char *
uk_due_describe_next (gint64 due, gint64 now, GTimeZone *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  int ahead;

  g_return_val_if_fail (zone != NULL, NULL);

  time = describe_time (due, now, zone, &ahead);
  if (ahead == 0)
    return g_strdup_printf (_ ("Next reminder at %s"), time);
  day = describe_day (due, zone, ahead);
  /* Translators: "Next reminder Friday at 10:00", "Next reminder 4 December at 10:00" */
  return g_strdup_printf (_ ("Next reminder %s at %s"), day, time);
}

/**
 * uk_due_describe_distance:
 * @due: Unix seconds
 * @now: Unix seconds
 *
 * Returns: (transfer full) (nullable): "in 40 minutes", translated; %NULL if it is past or an hour
 * or more away
 */
char *
uk_due_describe_distance (gint64 due, gint64 now)
{
  guint minutes;

  if (due <= now || due - now >= 3600)
    return NULL;
  minutes = (guint)((due - now + 59) / 60);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u minute", "in %u minutes", minutes),
                          minutes);
}

/**
 * uk_past_describe:
 * @due: Unix seconds, in the past
 * @now: Unix seconds
 * @zone: the local zone
 *
 * Returns: (transfer full): when it was: "Today at 15:00", "Yesterday at 10:00", "4 December at
 * 10:00"; translated
 */
char *
uk_past_describe (gint64 due, gint64 now, GTimeZone *zone)
{
  g_autofree char *time = NULL;
  UkDay day;
  guint minute;

  g_return_val_if_fail (zone != NULL, NULL);

  day = uk_day_at (zone, due, &minute);
  if (day != uk_day_at (zone, now, NULL) - 1)
    return uk_due_describe (due, now, zone);
  time = uk_minute_to_text (minute);
  return g_strdup_printf (_ ("Yesterday at %s"), time);
}

static const char *
get_state_words (UkOccurrenceState state)
{
  switch (state) {
  case UK_OCCURRENCE_DONE:
    return _ ("done");
  case UK_OCCURRENCE_SNOOZED:
    return _ ("waits, put off");
  case UK_OCCURRENCE_SKIPPED:
    return _ ("skipped");
  case UK_OCCURRENCE_MISSED:
    return _ ("missed, nobody could be told");
  case UK_OCCURRENCE_SILENT:
    return _ ("left out, in quiet hours or a pause");
  case UK_OCCURRENCE_IGNORED:
    return _ ("shown, not answered");
  case UK_OCCURRENCE_RESTED:
    return _ ("left out, you were away");
  case UK_OCCURRENCE_HELD:
    return _ ("waits until you are free");
  case UK_OCCURRENCE_CLAIMED:
  case UK_OCCURRENCE_SHOWN:
  default:
    return _ ("shown");
  }
}

/**
 * uk_occurrence_describe_state:
 * @state: what became of an occurrence
 * @snoozes: how often it was put off
 *
 * Returns: (transfer full): that in words within a sentence: "done, put off 2 times"; translated
 */
char *
uk_occurrence_describe_state (UkOccurrenceState state, guint snoozes)
{
  const char *words = get_state_words (state);
  g_autofree char *times = NULL;

  if (snoozes == 0 || state == UK_OCCURRENCE_SNOOZED)
    return g_strdup (words);
  times = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "put off %u time", "put off %u times", snoozes), snoozes);
  /* Translators: "done, put off 2 times" */
  return g_strdup_printf (_ ("%s, %s"), words, times);
}
