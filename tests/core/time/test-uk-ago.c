/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time/uk-ago.h"

typedef struct {
  const char *name;
  const char *zone;
  const char *then;
  const char *now;
  const char *expected;
} Case;

static const Case cases[] = {
  { "now", "UTC", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z", "today" },
  { "this morning", "UTC", "2026-11-24T00:00:00Z", "2026-11-24T23:59:00Z", "today" },
  { "an hour ago, before midnight", "UTC", "2026-11-23T23:30:00Z", "2026-11-24T00:30:00Z",
    "yesterday" },
  { "the same instant, another zone", "Asia/Kathmandu", "2026-11-23T18:30:00Z",
    "2026-11-24T10:00:00Z", "today" },
  { "six days", "UTC", "2026-11-18T10:00:00Z", "2026-11-24T10:00:00Z", "Wednesday" },
  { "a week", "UTC", "2026-11-17T10:00:00Z", "2026-11-24T10:00:00Z", "11/17/26" },
  { "over the end of summer time", "Europe/Berlin", "2026-10-24T22:30:00Z", "2026-10-25T23:30:00Z",
    "yesterday" },
  { "a clock set back", "UTC", "2026-11-25T10:00:00Z", "2026-11-24T10:00:00Z", "today" },
};

static void
test_describe (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (c->zone);
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (c->then, NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (c->now, NULL);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  g_autofree char *text = uk_ago_describe (g_date_time_to_unix (then), now);

  g_assert_cmpstr (text, ==, c->expected);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/time/ago/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_describe);
  }
  return g_test_run ();
}
