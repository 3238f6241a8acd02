/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/time/uk-clock.h"

#include "core/time/uk-wall-timer.h"

G_DEFINE_INTERFACE (UkClock, uk_clock, G_TYPE_OBJECT)

struct _UkSystemClock {
  GObject parent_instance;

  gint64 offset;
  GSource *timer; /* (owned) (nullable) made with the first alarm */
};

static void uk_system_clock_iface_init (UkClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkSystemClock,
                               uk_system_clock,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_CLOCK, uk_system_clock_iface_init))

enum { ALARM, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
uk_clock_default_init (UkClockInterface *iface)
{
  signals[ALARM] = g_signal_new ("alarm", UK_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

/**
 * uk_clock_get_real_time:
 *
 * Returns: microseconds since 1970-01-01, UTC
 */
gint64
uk_clock_get_real_time (UkClock *self)
{
  g_return_val_if_fail (UK_IS_CLOCK (self), 0);

  return UK_CLOCK_GET_IFACE (self)->get_real_time (self);
}

/**
 * uk_clock_get_unix_time:
 *
 * Returns: whole seconds since 1970-01-01, UTC, rounded down
 */
gint64
uk_clock_get_unix_time (UkClock *self)
{
  gint64 now = uk_clock_get_real_time (self);

  return now / G_USEC_PER_SEC - (now % G_USEC_PER_SEC < 0 ? 1 : 0);
}

/**
 * uk_clock_get_monotonic_time:
 *
 * Returns: microseconds since some instant; stands still while the machine sleeps
 */
gint64
uk_clock_get_monotonic_time (UkClock *self)
{
  g_return_val_if_fail (UK_IS_CLOCK (self), 0);

  return UK_CLOCK_GET_IFACE (self)->get_monotonic_time (self);
}

/**
 * uk_clock_set_alarm:
 * @instant: microseconds since 1970-01-01, UTC; %UK_NEVER to hear of clock changes only
 *
 * Replaces the alarm.  An instant that is past makes the alarm come at once, from the main loop.
 */
void
uk_clock_set_alarm (UkClock *self, gint64 instant)
{
  g_return_if_fail (UK_IS_CLOCK (self));

  UK_CLOCK_GET_IFACE (self)->set_alarm (self, instant);
}

/**
 * uk_clock_emit_alarm:
 *
 * For implementations: emits `alarm`.
 */
void
uk_clock_emit_alarm (UkClock *self, UkWake reason)
{
  g_return_if_fail (UK_IS_CLOCK (self));

  g_signal_emit (self, signals[ALARM], 0, (guint)reason);
}

static gboolean
timer_cb (UkWake reason, gpointer data)
{
  uk_clock_emit_alarm (UK_CLOCK (data), reason);
  return G_SOURCE_CONTINUE;
}

static gint64
get_real_time (UkClock *clock)
{
  return g_get_real_time () + UK_SYSTEM_CLOCK (clock)->offset;
}

static gint64
get_monotonic_time (UkClock *clock)
{
  return g_get_monotonic_time ();
}

static void
set_alarm (UkClock *clock, gint64 instant)
{
  UkSystemClock *self = UK_SYSTEM_CLOCK (clock);
  g_autoptr (GError) error = NULL;

  if (self->timer == NULL) {
    self->timer = uk_wall_timer_new (&error);
    if (self->timer == NULL) {
      g_critical ("%s", error->message);
      return;
    }
    uk_wall_timer_set_callback (self->timer, timer_cb, self, NULL);
    g_source_attach (self->timer, NULL);
  }
  uk_wall_timer_arm (self->timer, instant == UK_NEVER ? UK_NEVER : instant - self->offset);
}

static void
finalize (GObject *object)
{
  UkSystemClock *self = UK_SYSTEM_CLOCK (object);

  if (self->timer != NULL) {
    g_source_destroy (self->timer);
    g_source_unref (self->timer);
  }
  G_OBJECT_CLASS (uk_system_clock_parent_class)->finalize (object);
}

static void
uk_system_clock_iface_init (UkClockInterface *iface)
{
  iface->get_real_time = get_real_time;
  iface->get_monotonic_time = get_monotonic_time;
  iface->set_alarm = set_alarm;
}

static void
uk_system_clock_class_init (UkSystemClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
uk_system_clock_init (UkSystemClock *self)
{
}

/**
 * uk_system_clock_new:
 * @offset: microseconds by which it is ahead of the machine's wall clock
 *
 * Returns: (transfer full): a new clock
 */
UkClock *
uk_system_clock_new (gint64 offset)
{
  UkSystemClock *self = g_object_new (UK_TYPE_SYSTEM_CLOCK, NULL);

  self->offset = offset;
  return UK_CLOCK (self);
}
