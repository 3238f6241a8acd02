/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time/uk-ago.h"

#include <glib/gi18n-lib.h>

/* Days between two civil dates; negative if @b is before @a. */
static int
count_days (GDateTime *a, GDateTime *b)
{
  GDate from, until;

  g_date_clear (&from, 1);
  g_date_clear (&until, 1);
  g_date_set_dmy (&from, g_date_time_get_day_of_month (a), g_date_time_get_month (a),
                  g_date_time_get_year (a));
  g_date_set_dmy (&until, g_date_time_get_day_of_month (b), g_date_time_get_month (b),
                  g_date_time_get_year (b));
  return g_date_days_between (&from, &until);
}

/**
 * uk_ago_describe:
 * @at: Unix seconds of something past
 * @now: the present, in the person's zone
 *
 * Returns: (transfer full): the day in words for the middle of a sentence: “today”, “yesterday”,
 * the weekday within a week, else the date as the locale writes it
 */
char *
uk_ago_describe (gint64 at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) then = NULL;
  int days;

  g_return_val_if_fail (now != NULL, NULL);

  if (utc == NULL)
    return g_strdup ("");
  then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  days = count_days (then, now);
  if (days <= 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("yesterday"));
  return g_date_time_format (then, days < 7 ? "%A" : "%x");
}
