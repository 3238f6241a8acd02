/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time/uk-wall-time.h"

typedef struct {
  const char *name;
  const char *zone;
  const char *day;
  const char *time;
  const char *utc; /* NULL: the zone skips that day */
} Case;

static const Case cases[] = {
  { "utc", "UTC", "2026-11-24", "10:00", "2026-11-24T10:00:00Z" },
  { "berlin-winter", "Europe/Berlin", "2026-01-15", "10:00", "2026-01-15T09:00:00Z" },
  { "berlin-summer", "Europe/Berlin", "2026-07-15", "10:00", "2026-07-15T08:00:00Z" },
  { "berlin-before-gap", "Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00Z" },
  { "berlin-gap-start", "Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00Z" },
  { "berlin-gap", "Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z" },
  { "berlin-after-gap", "Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z" },
  { "berlin-day-after-gap", "Europe/Berlin", "2026-03-30", "02:30", "2026-03-30T00:30:00Z" },
  { "berlin-fold-first", "Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z" },
  { "berlin-fold-start", "Europe/Berlin", "2026-10-25", "02:00", "2026-10-25T00:00:00Z" },
  { "berlin-after-fold", "Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z" },
  { "berlin-day-after-fold", "Europe/Berlin", "2026-10-26", "02:30", "2026-10-26T01:30:00Z" },
  { "lord-howe-gap", "Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:30:00Z" },
  { "lord-howe-after-gap", "Australia/Lord_Howe", "2026-10-04", "02:40", "2026-10-03T15:40:00Z" },
  { "lord-howe-fold-first", "Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z" },
  { "santiago-midnight-gap", "America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z" },
  { "santiago-in-gap", "America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00Z" },
  { "santiago-fold-first", "America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z" },
  { "apia-skipped-day", "Pacific/Apia", "2011-12-30", "10:00", NULL },
  { "apia-skipped-midnight", "Pacific/Apia", "2011-12-30", "00:00", NULL },
  { "apia-day-before", "Pacific/Apia", "2011-12-29", "10:00", "2011-12-29T20:00:00Z" },
  { "apia-day-after", "Pacific/Apia", "2011-12-31", "10:00", "2011-12-30T20:00:00Z" },
  { "kathmandu", "Asia/Kathmandu", "2026-05-01", "06:00", "2026-05-01T00:15:00Z" },
  { "kiritimati-east-end", "Pacific/Kiritimati", "2026-05-01", "00:00", "2026-04-30T10:00:00Z" },
  { "pago-pago-west-end", "Pacific/Pago_Pago", "2026-05-01", "23:59", "2026-05-02T10:59:00Z" },
};

static void
test_resolve (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (row->zone);
  guint minute;
  gint64 instant = 0;

  g_assert_nonnull (zone);
  g_assert_true (uk_wall_time_parse (row->time, &minute));
  g_assert_cmpint (uk_wall_time_resolve (zone, uk_day_parse (row->day), minute, &instant), ==,
                   row->utc != NULL);
  if (row->utc != NULL) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);
    g_autofree char *text = g_date_time_format_iso8601 (time);

    g_assert_cmpstr (text, ==, row->utc);
  }
}

/* Every minute that a clock shows comes back as the first instant at which it shows it. */
static void
test_round_trip (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (data);
  guint i;

  for (i = 0; i < 4000; i++) {
    gint64 instant = g_test_rand_int_range (0, G_MAXINT32) / 60 * 60;
    gint64 resolved, earlier;
    guint minute, shown;
    UkDay day = uk_day_at (zone, instant, &minute);

    /* Some zones were off by seconds long ago. */
    if (instant < 1000000000)
      continue;
    g_assert_true (uk_wall_time_resolve (zone, day, minute, &resolved));
    g_assert_cmpint (resolved, <=, instant);
    g_assert_cmpint (uk_day_at (zone, resolved, &shown), ==, day);
    g_assert_cmpuint (shown, ==, minute);
    g_assert_true (uk_wall_time_resolve (zone, day, 0, &earlier));
    g_assert_cmpint (earlier, <=, resolved);
  }
}

static void
test_days (void)
{
  static const struct {
    const char *text;
    UkDay day;
    guint weekday;
  } days[] = {
    { "1970-01-01", 0, 3 },
    { "2026-11-24", 20781, 1 },
    { "2024-02-29", 19782, 3 },
    { "2026-03-29", 20541, 6 },
  };
  static const char *const wrong[]
      = { "",          "2026-02-29",  "2026-13-01", "2026-00-10", "1969-12-31",
          "2026-1-01", "2026-01-01x", "20a6-01-01", "+026-01-01" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *text = uk_day_to_string (days[i].day);

    g_assert_cmpint (uk_day_parse (days[i].text), ==, days[i].day);
    g_assert_cmpstr (text, ==, days[i].text);
    g_assert_cmpuint (uk_day_get_weekday (days[i].day), ==, days[i].weekday);
  }
  for (i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (uk_day_parse (wrong[i]), ==, UK_DAY_NONE);
  g_assert_cmpint (uk_day_parse (NULL), ==, UK_DAY_NONE);
  g_assert_cmpuint (uk_day_get_weekday (-1), ==, 2);
}

static void
test_times (void)
{
  static const struct {
    const char *text;
    int minute; /* -1: none */
  } times[] = {
    { "7:30", 450 }, { "07:30", 450 }, { "730", 450 },    { "0730", 450 },   { "7.30", 450 },
    { "7h30", 450 }, { "7", 420 },     { "19", 1140 },    { "23:59", 1439 }, { "0:00", 0 },
    { "00:00", 0 },  { "24:00", -1 },  { "7:60", -1 },    { "7:3", -1 },     { "", -1 },
    { ":30", -1 },   { "7:", -1 },     { "7:30:00", -1 }, { "-7", -1 },      { "12345", -1 },
    { "7 30", -1 },  { "730pm", -1 },  { "123:4", -1 },   { "7:300", -1 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (times); i++) {
    guint minute = 9999;

    g_assert_cmpint (uk_wall_time_parse (times[i].text, &minute), ==, times[i].minute >= 0);
    g_assert_cmpuint (minute, ==, times[i].minute >= 0 ? (guint)times[i].minute : 9999);
  }
}

int
main (int argc, char **argv)
{
  static const char *const zones[]
      = { "UTC",          "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago",
          "Pacific/Apia", "Asia/Kathmandu" };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/wall-time/resolve/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_resolve);
  }
  for (i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autofree char *path = g_strconcat ("/wall-time/round-trip/", zones[i], NULL);

    g_test_add_data_func (path, zones[i], test_round_trip);
  }
  g_test_add_func ("/wall-time/days", test_days);
  g_test_add_func ("/wall-time/times", test_times);
  return g_test_run ();
}
