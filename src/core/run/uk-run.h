/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"
#include "core/run/uk-leg.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UkRunState:
 * @UK_RUN_NEW: not started
 * @UK_RUN_READY: counting down to the current leg
 * @UK_RUN_SIDE_CHANGE: the same, longer, because the other side comes
 * @UK_RUN_STEP: the current leg is performed
 * @UK_RUN_PAUSED: time stands still; see uk_run_get_phase()
 * @UK_RUN_FINISHED: the last leg ran out or was skipped
 * @UK_RUN_ENDED_EARLY: the person ended it
 */
typedef enum {
  UK_RUN_NEW,
  UK_RUN_READY,
  UK_RUN_SIDE_CHANGE,
  UK_RUN_STEP,
  UK_RUN_PAUSED,
  UK_RUN_FINISHED,
  UK_RUN_ENDED_EARLY,
} UkRunState;

#define UK_TYPE_RUN_STATE (uk_run_state_get_type ())
GType uk_run_state_get_type (void);

#define UK_TYPE_RUN (uk_run_get_type ())
G_DECLARE_FINAL_TYPE (UkRun, uk_run, UK, RUN, GObject)

UkRun *uk_run_new (const UkRoutine *routine, const char *region, UkSide side, gboolean both_sides);
UkRun *uk_run_new_from_variant (const UkRoutine *routine, GVariant *variant, GError **error);
GVariant *uk_run_to_variant (UkRun *self);
char *uk_run_variant_get_recipe (GVariant *variant);

/* What is performed */
const UkRoutine *uk_run_get_routine (UkRun *self);
const char *uk_run_get_region (UkRun *self);
UkSide uk_run_get_side (UkRun *self);
gboolean uk_run_get_both_sides (UkRun *self);
guint uk_run_get_n_legs (UkRun *self);
const UkLeg *uk_run_get_leg (UkRun *self, guint index);
double uk_run_get_leg_seconds (UkRun *self, guint index);

/* Where it is */
UkRunState uk_run_get_state (UkRun *self);
UkRunState uk_run_get_phase (UkRun *self);
gboolean uk_run_is_over (UkRun *self);
guint uk_run_get_leg_index (UkRun *self);
const UkLeg *uk_run_get_current_leg (UkRun *self);
const UkLeg *uk_run_get_next_leg (UkRun *self);
double uk_run_get_seconds_left (UkRun *self);
double uk_run_get_fraction (UkRun *self);
double uk_run_get_total_left (UkRun *self);
double uk_run_get_seconds_done (UkRun *self);
guint uk_run_get_legs_done (UkRun *self);

/* At which pace */
double uk_run_get_tempo (UkRun *self);
guint uk_run_get_repeat (UkRun *self, guint *n_repeats);
double uk_run_get_step_seconds (UkRun *self);
gboolean uk_run_is_breathed (UkRun *self);

/* Time and commands; @now is a monotonic clock in microseconds that never runs backwards. */
void uk_run_advance (UkRun *self, gint64 now);
void uk_run_start (UkRun *self, gint64 now);
void uk_run_pause (UkRun *self, gint64 now);
void uk_run_resume (UkRun *self, gint64 now);
void uk_run_back (UkRun *self, gint64 now);
void uk_run_skip (UkRun *self, gint64 now);
void uk_run_jump (UkRun *self, guint index, gint64 now);
void uk_run_end (UkRun *self, gint64 now);
gboolean uk_run_add_seconds (UkRun *self, int seconds, gint64 now);
gboolean uk_run_soften (UkRun *self, gint64 now);
gboolean uk_run_undo_soften (UkRun *self, gint64 now);
void uk_run_soften_all (UkRun *self);
gboolean uk_run_is_softened (UkRun *self);
gboolean uk_run_is_softened_here (UkRun *self);
double uk_run_get_softened_seconds (UkRun *self);

G_END_DECLS
