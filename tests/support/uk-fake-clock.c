/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-fake-clock.h"

struct _UkFakeClock {
  GObject parent_instance;

  gint64 real;
  gint64 monotonic;
  gint64 alarm;
  guint wakes;
};

static void uk_fake_clock_iface_init (UkClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkFakeClock,
                               uk_fake_clock,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_CLOCK, uk_fake_clock_iface_init))

static gint64
get_real_time (UkClock *clock)
{
  return UK_FAKE_CLOCK (clock)->real;
}

static gint64
get_monotonic_time (UkClock *clock)
{
  return UK_FAKE_CLOCK (clock)->monotonic;
}

static void
set_alarm (UkClock *clock, gint64 instant)
{
  UK_FAKE_CLOCK (clock)->alarm = instant;
}

static void
uk_fake_clock_iface_init (UkClockInterface *iface)
{
  iface->get_real_time = get_real_time;
  iface->get_monotonic_time = get_monotonic_time;
  iface->set_alarm = set_alarm;
}

static void
uk_fake_clock_class_init (UkFakeClockClass *klass)
{
}

static void
uk_fake_clock_init (UkFakeClock *self)
{
  self->alarm = UK_NEVER;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wake (UkFakeClock *self, UkWake reason)
{
  self->alarm = UK_NEVER;
  self->wakes++;
  uk_clock_emit_alarm (UK_CLOCK (self), reason);
  settle ();
}

/* Returns: Unix seconds of @utc, as `2026-11-24T10:00:00Z` */
gint64
uk_fake_clock_parse (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

UkFakeClock *
uk_fake_clock_new (const char *utc)
{
  UkFakeClock *self = g_object_new (UK_TYPE_FAKE_CLOCK, NULL);

  self->real = uk_fake_clock_parse (utc) * G_USEC_PER_SEC;
  self->monotonic = 1000 * G_USEC_PER_SEC;
  return self;
}

/* Time passes; every alarm on the way comes in time. */
void
uk_fake_clock_run_to (UkFakeClock *self, gint64 seconds)
{
  gint64 end = seconds * G_USEC_PER_SEC;

  settle ();
  while (self->alarm <= end) {
    gint64 next = MAX (self->alarm, self->real);

    self->monotonic += next - self->real;
    self->real = next;
    wake (self, UK_WAKE_DUE);
  }
  self->monotonic += end - self->real;
  self->real = end;
}

/* Time passes for those who look at the clock and set no alarm: a window that always moves never
 * becomes idle. */
void
uk_fake_clock_pass (UkFakeClock *self, gint64 seconds, gint64 asleep)
{
  self->monotonic += seconds * G_USEC_PER_SEC;
  self->real += (seconds + asleep) * G_USEC_PER_SEC;
}

/* The machine sleeps and wakes up: the kernel tells of that as of a clock change. */
void
uk_fake_clock_sleep_to (UkFakeClock *self, gint64 seconds)
{
  self->real = seconds * G_USEC_PER_SEC;
  wake (self, UK_WAKE_CLOCK_SET);
}

/* Somebody sets the clock. */
void
uk_fake_clock_set (UkFakeClock *self, gint64 seconds)
{
  uk_fake_clock_sleep_to (self, seconds);
}

/* Returns: Unix seconds at which it wakes next, or %UK_NEVER */
gint64
uk_fake_clock_get_alarm (UkFakeClock *self)
{
  return self->alarm == UK_NEVER ? UK_NEVER : self->alarm / G_USEC_PER_SEC;
}

guint
uk_fake_clock_get_wakes (UkFakeClock *self)
{
  return self->wakes;
}
