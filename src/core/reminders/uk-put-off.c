/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-put-off.h"

#include "core/time/uk-wall-time.h"

#define SHORT_MINUTES 10
#define AFTER_LUNCH (13 * 60)
#define MORNING (7 * 60 + 30)
#define MOST_MINUTES 1440

/**
 * uk_put_off_find_minutes:
 * @put_off: what was chosen
 * @now: Unix seconds
 * @zone: the local zone
 *
 * After lunch is 13:00 of the same day, the morning 7:30 of the next.
 *
 * Returns: by how many minutes to put off, 1 to 1440; 0: it cannot be chosen at this time of day
 */
guint
uk_put_off_find_minutes (UkPutOff put_off, gint64 now, GTimeZone *zone)
{
  gint64 then, minutes;
  UkDay today;

  g_return_val_if_fail (zone != NULL, 0);

  if (put_off == UK_PUT_OFF_SHORT)
    return SHORT_MINUTES;
  today = uk_day_at (zone, now, NULL);
  if (put_off == UK_PUT_OFF_LUNCH ? !uk_wall_time_resolve (zone, today, AFTER_LUNCH, &then)
                                  : !uk_wall_time_resolve (zone, today + 1, MORNING, &then))
    return 0;
  minutes = (then - now + 59) / 60;
  return then > now && minutes <= MOST_MINUTES ? (guint)minutes : 0;
}
