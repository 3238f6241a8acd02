/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-put-off.h"

#include "support/uk-fake-clock.h"

static void
test_minutes (void)
{
  static const struct {
    const char *now;
    guint lunch;
    guint tomorrow;
  } rows[] = {
    { "2026-11-24T08:00:00Z", 240, 1350 },
    { "2026-11-24T08:00:30Z", 240, 1350 },
    { "2026-11-24T11:59:30Z", 1, 1111 },
    { "2026-11-24T12:00:00Z", 0, 1110 },
    { "2026-11-24T22:59:00Z", 0, 451 },
    /* just after midnight it is further away than a reminder can be put off */
    { "2026-11-24T23:01:00Z", 779, 0 },
    { "2026-11-25T06:30:00Z", 330, 1440 },
    /* the night with 25 hours and the one with 23 */
    { "2026-10-24T18:00:00Z", 0, 750 },
    { "2026-03-28T18:00:00Z", 0, 690 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    const gint64 now = uk_fake_clock_parse (rows[i].now);

    g_assert_cmpuint (uk_put_off_find_minutes (UK_PUT_OFF_SHORT, now, zone), ==, 10);
    g_assert_cmpuint (uk_put_off_find_minutes (UK_PUT_OFF_LUNCH, now, zone), ==, rows[i].lunch);
    g_assert_cmpuint (uk_put_off_find_minutes (UK_PUT_OFF_TOMORROW, now, zone), ==,
                      rows[i].tomorrow);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/put-off/minutes", test_minutes);
  return g_test_run ();
}
