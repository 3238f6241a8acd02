/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the planner takes with 500 reminders of all kinds, in milliseconds and as times of
 * walking through as many days of a calendar. */
#include "core/reminders/uk-plan.h"
#include "support/uk-test.h"

#define REMINDERS 500
#define ROUNDS 101
#define MOST_MS 5.0
#define NOW G_GINT64_CONSTANT (1795521600)

static const char *const rules[] = {
  "weekly;mo,tu,we,th,fr,sa,su;07:30,12:15,19:00",
  "weekly;mo,we,fr;%02u:%02u",
  "days;3;%02u:%02u;from=2026-01-05",
  "monthly;1,15,31;%02u:%02u",
  "interval;50;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-17:30",
};

static UkReminder *
make_reminder (guint i)
{
  const char *rule = rules[i % G_N_ELEMENTS (rules)];
  g_auto (GStrv) parts = g_strsplit (rule, "%02u:%02u", 2);
  g_autofree char *time = g_strdup_printf ("%02u:%02u", i % 24, i % 60);
  g_autofree char *text = g_strjoinv (time, parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (text, &error);
  UkReminder *reminder;

  g_assert_no_error (error);
  reminder = uk_reminder_new ("routine", "Title", recurrence);
  reminder->id = i + 1;
  reminder->since = NOW;
  return reminder;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static double
get_ms (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static double
walk_days (GTimeZone *zone)
{
  gint64 start = g_get_monotonic_time (), due, sum = 0;
  UkDay today = uk_day_at (zone, NOW, NULL);
  guint i;

  for (i = 0; i < REMINDERS; i++) {
    g_assert_true (uk_wall_time_resolve (zone, today + (UkDay)i, 600, &due));
    sum += due;
  }
  g_assert_cmpint (sum, >, 0);
  return get_ms (start);
}

int
main (int argc, char **argv)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  UkPlanInput input = { .now = NOW, .zone = zone, .reminders = reminders, .log = log };
  double plans[ROUNDS], walks[ROUNDS];
  guint i;

  for (i = 0; i < REMINDERS; i++)
    g_ptr_array_add (reminders, make_reminder (i));
  for (i = 0; i < ROUNDS; i++) {
    gint64 start = g_get_monotonic_time ();
    UkPlan *plan = uk_plan_new (&input);

    plans[i] = get_ms (start);
    g_assert_cmpint (plan->next, >, NOW);
    uk_plan_free (plan);
    walks[i] = walk_days (zone);
  }
  qsort (plans, ROUNDS, sizeof *plans, compare);
  qsort (walks, ROUNDS, sizeof *walks, compare);
  g_print ("%d reminders planned in %.2f ms (limit %.0f), %.1f x the resolution of as many times\n",
           REMINDERS, plans[ROUNDS / 2], MOST_MS, plans[ROUNDS / 2] / walks[ROUNDS / 2]);
  return plans[ROUNDS / 2] < MOST_MS ? 0 : 1;
}
