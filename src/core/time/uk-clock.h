/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UkWake:
 * @UK_WAKE_DUE: the armed instant has come, or six hours have passed: compare the clock
 * @UK_WAKE_CLOCK_SET: the wall clock was set, or the machine has woken up
 */
typedef enum {
  UK_WAKE_DUE,
  UK_WAKE_CLOCK_SET,
} UkWake;

/* An instant that never comes. */
#define UK_NEVER G_MAXINT64

#define UK_TYPE_CLOCK (uk_clock_get_type ())
G_DECLARE_INTERFACE (UkClock, uk_clock, UK, CLOCK, GObject)

/**
 * UkClockInterface:
 * @get_real_time: microseconds since 1970, UTC; may jump
 * @get_monotonic_time: microseconds; never runs backwards, stands still in suspend
 * @set_alarm: replaces the only alarm; %UK_NEVER leaves the notice of clock changes
 *
 * Where the time comes from, and one alarm on it.  Signal `alarm (UkWake reason)`; an alarm may
 * come early.
 */
struct _UkClockInterface {
  GTypeInterface parent_iface;

  gint64 (*get_real_time) (UkClock *self);
  gint64 (*get_monotonic_time) (UkClock *self);
  void (*set_alarm) (UkClock *self, gint64 instant);
};

gint64 uk_clock_get_real_time (UkClock *self);
gint64 uk_clock_get_unix_time (UkClock *self);
gint64 uk_clock_get_monotonic_time (UkClock *self);
void uk_clock_set_alarm (UkClock *self, gint64 instant);
void uk_clock_emit_alarm (UkClock *self, UkWake reason);

/* The clock of the machine, shifted by a fixed number of microseconds. */
#define UK_TYPE_SYSTEM_CLOCK (uk_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (UkSystemClock, uk_system_clock, UK, SYSTEM_CLOCK, GObject)

UkClock *uk_system_clock_new (gint64 offset);

G_END_DECLS
