/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-remind-times.h"

static void
test_usual (void)
{
  static const struct {
    guint now;
    guint usual;
  } rows[] = {
    { 0, 7 * 60 },
    { 6 * 60 + 50, 7 * 60 },
    { 9 * 60 + 50, 10 * 60 },
    { 14 * 60 + 14, 14 * 60 },
    { 14 * 60 + 15, 14 * 60 + 30 },
    { 23 * 60 + 59, 21 * 60 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) times = uk_remind_times_new (rows[i].now);

    g_assert_cmpuint (g_array_index (times, guint, 0), ==, rows[i].usual);
  }
}

/* No time is offered twice, and the others stand in order. */
static void
test_others (void)
{
  guint now;

  for (now = 0; now < 24 * 60; now += 10) {
    g_autoptr (GArray) times = uk_remind_times_new (now);
    guint i;

    g_assert_cmpuint (times->len, >=, 6);
    for (i = 1; i < times->len; i++) {
      g_assert_cmpuint (g_array_index (times, guint, i), !=, g_array_index (times, guint, 0));
      if (i > 1)
        g_assert_cmpuint (g_array_index (times, guint, i), >, g_array_index (times, guint, i - 1));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run/remind-times/usual", test_usual);
  g_test_add_func ("/run/remind-times/others", test_others);
  return g_test_run ();
}
