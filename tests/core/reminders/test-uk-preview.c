/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-preview.h"
#include "support/uk-fake-clock.h"

#include <locale.h>

#define QUIET_FROM (21 * 60 + 30)
#define QUIET_UNTIL (7 * 60 + 30)

static void
test_table (void)
{
  static const struct {
    const char *now;
    const char *recurrence;
    gboolean moves;
    const char *next;
    const char *warning; /* (nullable) */
  } rows[] = {
    { "2026-11-24T13:20:00Z", "weekly;mo,tu;10:00,15:00", FALSE,
      "Next: Today at 15:00\nMonday at 10:00\nMonday at 15:00", NULL },
    { "2026-11-24T13:20:00Z", "days;3;10:00;from=2026-11-24", FALSE,
      "Next: Friday at 10:00\nMonday at 10:00\n3 December at 10:00", NULL },
    { "2026-11-24T13:20:00Z", "monthly;31;10:00", FALSE,
      "Next: Monday at 10:00\n31 December at 10:00\n31 January at 10:00", NULL },
    { "2026-11-24T13:20:00Z", "days;1;10:00;from=2026-11-25;count=1", FALSE,
      "Next: Tomorrow at 10:00", NULL },
    { "2026-11-24T13:20:00Z", "days;1;10:00;from=2026-11-23;count=1", FALSE, "Never again", NULL },
    { "2026-11-24T13:20:00Z", "interval;45;tu=09:00-17:00", FALSE,
      "Next: Today at 15:05\nToday at 15:50\nToday at 16:35", NULL },
    { "2026-11-24T13:20:00Z", "weekly;mo,tu,we,th,fr,sa,su;15:00,22:00", FALSE,
      "Next: Today at 15:00\nToday at 22:00, in your quiet hours\nTomorrow at 15:00",
      "Some of these are in your quiet hours, 21:30 to 7:30, and are not shown" },
    { "2026-11-24T13:20:00Z", "weekly;tu;22:00", FALSE,
      "Next: Today at 22:00, in your quiet hours\n1 December at 22:00, in your quiet hours\n"
      "8 December at 22:00, in your quiet hours",
      "All of these are in your quiet hours, 21:30 to 7:30, and are not shown" },
    { "2026-11-24T13:20:00Z", "days;1;22:00;from=2026-11-24;count=1", TRUE,
      "Next: Today at 22:00, in your quiet hours",
      "Your quiet hours begin at 21:30. What falls into them waits until 7:30" },
    /* A break steps round them. */
    { "2026-11-24T20:20:00Z", "interval;30;tu=09:00-24:00", FALSE,
      "Next: 1 December at 9:30\n1 December at 10:00\n1 December at 10:30", NULL },
    { "2027-03-27T13:20:00Z", "weekly;sa,su;02:30", FALSE,
      "Next: Tomorrow at 3:00, because the clocks change\n3 April at 2:30\n4 April at 2:30",
      "The clocks are put forward and skip that time on one day" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    const gboolean night = strstr (rows[i].recurrence, "02:30") != NULL;
    UkPlanInput now = { .now = uk_fake_clock_parse (rows[i].now),
                        .zone = zone,
                        .quiet_from = night ? 0 : QUIET_FROM,
                        .quiet_until = night ? 0 : QUIET_UNTIL,
                        .quiet_moves = rows[i].moves };
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rows[i].recurrence, NULL);
    g_autofree char *next = uk_preview_describe (recurrence, &now, 3);
    g_autofree char *warning = uk_preview_warn (recurrence, &now, 3);

    g_test_message ("%s", rows[i].recurrence);
    g_assert_cmpstr (next, ==, rows[i].next);
    g_assert_cmpstr (warning, ==, rows[i].warning);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/table", test_table);
  return g_test_run ();
}
