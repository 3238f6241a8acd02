/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-remind-times.h"

/* Nobody wants to be reminded while asleep. */
#define EARLIEST (7 * 60)
#define LATEST (21 * 60)
#define STEP 30

/**
 * uk_remind_times_new:
 * @minute: minute of the day at which the routine was done
 *
 * Returns: (transfer full) (element-type guint): minutes of the day to offer for a reminder: first
 * the same time of day on the half hour, when people are up, then others in order
 */
GArray *
uk_remind_times_new (guint minute)
{
  static const guint others[] = { 8 * 60, 10 * 60, 12 * 60 + 30, 15 * 60, 18 * 60, 20 * 60 };
  const guint usual = CLAMP ((minute + STEP / 2) / STEP * STEP, EARLIEST, LATEST);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  g_array_append_val (times, usual);
  for (i = 0; i < G_N_ELEMENTS (others); i++) {
    if (others[i] != usual)
      g_array_append_val (times, others[i]);
  }
  return times;
}
