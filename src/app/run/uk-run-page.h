/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/run/uk-run.h"
#include "core/time/uk-clock.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_PAGE (uk_run_page_get_type ())

/**
 * UkRunPage:
 *
 * Fills the window while a routine is performed: how sore is it, the steps one after the other, how
 * does it feel now.  Brings its own header bar.  Every number is in the store as soon as it is
 * tapped, and the run with each step.
 *
 * Properties: `running` (read-only boolean): a run has begun and is not over.
 *
 * Signals:
 * `closed`: the person is done; show what was there before.
 * `remind` (const char *routine, const char *region (nullable), UkSide as int, gint64 first): asked
 * to be reminded every day at that time of day, the first time at that Unix second. `check-safety`
 * (const char *region (nullable)): something is new since last time; show the questions.
 */
G_DECLARE_FINAL_TYPE (UkRunPage, uk_run_page, UK, RUN_PAGE, GtkWidget)

GtkWidget *uk_run_page_new (void);

void uk_run_page_set_context (UkRunPage *self, const UkContext *context);
void uk_run_page_set_clock (UkRunPage *self, UkClock *clock);

/* Shows the question before the first step.  @region: (nullable).  Replaces whatever was shown; a
 * run that goes on is ended early. */
void uk_run_page_prepare (UkRunPage *self,
                          const UkRoutine *routine,
                          const char *region,
                          UkSide side,
                          gboolean both_sides);

/* Goes on with a run that was interrupted by a crash, paused; FALSE if there is none that can. */
gboolean uk_run_page_continue (UkRunPage *self);

gboolean uk_run_page_is_running (UkRunPage *self);

/* Brings the run to the present.  With each frame, and at least once a second, it does so by
 * itself. */
void uk_run_page_advance (UkRunPage *self);

/* (transfer none) (nullable): the run that is shown */
UkRun *uk_run_page_get_run (UkRunPage *self);

/* For closing the window: pauses and keeps the run, so that it can be continued. */
void uk_run_page_leave (UkRunPage *self);

G_END_DECLS
