/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time/uk-wall-timer.h"

#include "support/uk-test.h"

#include <time.h>

typedef struct {
  GSource *timer;
  guint woken;
  gint64 at;
} Fixture;

static gboolean
timer_cb (UkWake reason, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpint (reason, ==, UK_WAKE_DUE);
  fixture->woken++;
  fixture->at = g_get_real_time ();
  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->timer = uk_wall_timer_new (&error);
  g_assert_no_error (error);
  uk_wall_timer_set_callback (fixture->timer, timer_cb, fixture, NULL);
  g_source_attach (fixture->timer, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_source_destroy (fixture->timer);
  g_source_unref (fixture->timer);
}

static gboolean
has_woken (gpointer data)
{
  return ((Fixture *)data)->woken > 0;
}

static void
assert_no_busy_loop (Fixture *fixture)
{
  guint i;

  for (i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->woken, ==, 1);
}

/* Scenario 1 */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  gint64 instant = g_get_real_time () + 120 * 1000;

  uk_wall_timer_arm (fixture->timer, instant);
  uk_test_spin_until (has_woken, fixture, 5000);
  g_assert_cmpint (fixture->at, >=, instant);
  g_assert_cmpint (fixture->at - instant, <, 100 * 1000);
  assert_no_busy_loop (fixture);
}

/* Scenario 2 */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_real_time ();
  gint64 past = *(const gint64 *)data;

  uk_wall_timer_arm (fixture->timer, past);
  uk_test_spin_until (has_woken, fixture, 5000);
  g_assert_cmpint (fixture->at - start, <, 100 * 1000);
  assert_no_busy_loop (fixture);
}

static void
test_rearm (Fixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time ();

  uk_wall_timer_arm (fixture->timer, now + 5 * 1000);
  uk_wall_timer_arm (fixture->timer, UK_NEVER);
  uk_wall_timer_arm (fixture->timer, now + 60 * 1000);
  uk_test_spin_until (has_woken, fixture, 5000);
  g_assert_cmpint (fixture->at, >=, now + 60 * 1000);
  assert_no_busy_loop (fixture);
}

static void
test_clock (void)
{
  const gint64 hour = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  g_autoptr (UkClock) clock = uk_system_clock_new (hour);
  gint64 before = g_get_real_time ();
  gint64 shifted = uk_clock_get_real_time (clock);

  g_assert_cmpint (shifted - hour, >=, before);
  g_assert_cmpint (shifted - hour, <=, g_get_real_time ());
  g_assert_cmpint (uk_clock_get_unix_time (clock), >=, shifted / G_USEC_PER_SEC);
}

static void
alarm_cb (UkClock *clock, guint reason, Fixture *fixture)
{
  fixture->woken++;
  fixture->at = uk_clock_get_real_time (clock);
}

static void
test_shifted_alarm (void)
{
  Fixture fixture = { 0 };
  g_autoptr (UkClock) clock = uk_system_clock_new (-G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  gint64 instant = uk_clock_get_real_time (clock) + 50 * 1000;

  g_signal_connect (clock, "alarm", G_CALLBACK (alarm_cb), &fixture);
  uk_clock_set_alarm (clock, instant);
  uk_test_spin_until (has_woken, &fixture, 5000);
  g_assert_cmpint (fixture.at, >=, instant);
}

int
main (int argc, char **argv)
{
  static const gint64 zero = 0, negative = -G_USEC_PER_SEC, old = 1000;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/wall-timer/1-due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/wall-timer/2-past", Fixture, &old, set_up, test_past, tear_down);
  g_test_add ("/wall-timer/2-zero", Fixture, &zero, set_up, test_past, tear_down);
  g_test_add ("/wall-timer/2-negative", Fixture, &negative, set_up, test_past, tear_down);
  g_test_add ("/wall-timer/rearm", Fixture, NULL, set_up, test_rearm, tear_down);
  g_test_add_func ("/wall-timer/clock", test_clock);
  g_test_add_func ("/wall-timer/shifted-alarm", test_shifted_alarm);
  return g_test_run ();
}
