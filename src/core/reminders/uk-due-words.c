/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-due-words.h"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *time = NULL;
  g_autofree char *date = NULL;
  UkDay day;
  guint minute;
  int ahead;

  g_return_val_if_fail (zone != NULL, NULL);

  day = uk_day_at (zone, due, &minute);
  ahead = day - uk_day_at (zone, now, NULL);
  time = uk_minute_to_text (minute);
  if (ahead == 0)
    return g_strdup_printf (_ ("Today at %s"), time);
  if (ahead == 1)
    return g_strdup_printf (_ ("Tomorrow at %s"), time);
  if (ahead > 1 && ahead < 7)
    /* Translators: "Friday at 10:00" */
    return g_strdup_printf (_ ("%s at %s"), uk_weekday_get_name (uk_day_get_weekday (day)), time);
  utc = g_date_time_new_from_unix_utc (due);
  local = g_date_time_to_timezone (utc, zone);
  /* Translators: a date within the year, as g_date_time_format() writes it: "1 March" */
  date = g_date_time_format (local, _ ("%-e %B"));
  /* Translators: "4 December at 10:00" */
  return g_strdup_printf (_ ("%s at %s"), g_strstrip (date), time);
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
