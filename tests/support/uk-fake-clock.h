/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-clock.h"

G_BEGIN_DECLS

/* A clock that stands still until told to move.  After each move the main loop runs until it is
 * idle. */
#define UK_TYPE_FAKE_CLOCK (uk_fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (UkFakeClock, uk_fake_clock, UK, FAKE_CLOCK, GObject)

UkFakeClock *uk_fake_clock_new (const char *utc);
gint64 uk_fake_clock_parse (const char *utc);
void uk_fake_clock_run_to (UkFakeClock *self, gint64 seconds);
void uk_fake_clock_pass (UkFakeClock *self, gint64 seconds, gint64 asleep);
void uk_fake_clock_sleep_to (UkFakeClock *self, gint64 seconds);
void uk_fake_clock_set (UkFakeClock *self, gint64 seconds);
gint64 uk_fake_clock_get_alarm (UkFakeClock *self);
guint uk_fake_clock_get_wakes (UkFakeClock *self);

G_END_DECLS
