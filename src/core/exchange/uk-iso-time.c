/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-iso-time.h"

#include <stdlib.h>
#include <string.h>

#define DAY_SECONDS (24 * 60 * 60)

/* The civil date of a day since 1970, by counting eras of 400 years that begin in March.  Many
 * thousand times are written at once, for which #GDateTime is too slow. */
static void
get_date (gint64 day, int *year, int *month, int *number)
{
  const gint64 shifted = day + 719468;
  const gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const gint64 of_era = shifted - era * 146097;
  const gint64 year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = (int)(of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100));
  const int from_march = (5 * of_year + 2) / 153;

  *number = of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = (int)(year_of_era + era * 400) + (*month <= 2 ? 1 : 0);
}

/**
 * uk_iso_time_append:
 * @text: where to append
 * @at: Unix seconds
 * @zone: the zone to write it in
 *
 * Appends the instant with its offset from UTC.
 */
void
uk_iso_time_append (GString *text, gint64 at, GTimeZone *zone)
{
  int interval, offset, year, month, number, second;
  gint64 local, day;

  g_return_if_fail (text != NULL && zone != NULL);

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
  offset = interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
  local = at + offset;
  day = local / DAY_SECONDS - (local % DAY_SECONDS < 0 ? 1 : 0);
  second = (int)(local - day * DAY_SECONDS);
  get_date (day, &year, &month, &number);
  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, number, second / 3600,
                          second / 60 % 60, second % 60);
  if (offset == 0)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d:%02d", offset < 0 ? '-' : '+', abs (offset) / 3600,
                            abs (offset) / 60 % 60);
}

/**
 * uk_iso_time_parse:
 * @text: a date with or without a time; without one noon is meant
 * @zone: the zone of a time without offset
 * @at: (out): Unix seconds
 *
 * Returns: whether it is an instant from 1970 to 2200
 */
gboolean
uk_iso_time_parse (const char *text, GTimeZone *zone, gint64 *at)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *noon = NULL;

  g_return_val_if_fail (text != NULL && zone != NULL && at != NULL, FALSE);

  if (strlen (text) == strlen ("2026-11-24")) {
    noon = g_strconcat (text, "T12:00:00", NULL);
    text = noon;
  }
  time = g_date_time_new_from_iso8601 (text, zone);
  if (time == NULL)
    return FALSE;
  *at = g_date_time_to_unix (time);
  return *at >= 0 && *at < UK_ISO_TIME_MOST;
}
