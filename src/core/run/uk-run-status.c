/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-private.h"

/* Time to read the first step and get into place, to go on, and to change sides. */
#define READY_FIRST (5 * SECOND)
#define READY_NEXT (3 * SECOND)
#define READY_OTHER_SIDE (6 * SECOND)

/* Length of the countdown that goes on, in microseconds. */
gint64
uk_run_get_span (UkRun *self)
{
  if (uk_run_is_over (self))
    return 0;

  switch (self->phase) {
  case UK_RUN_STEP:
    return self->progress[self->leg].length;
  case UK_RUN_SIDE_CHANGE:
    return READY_OTHER_SIDE;
  case UK_RUN_NEW:
  case UK_RUN_READY:
  case UK_RUN_PAUSED:
  case UK_RUN_FINISHED:
  case UK_RUN_ENDED_EARLY:
  default:
    return self->leg == 0 ? READY_FIRST : READY_NEXT;
  }
}

/* What is left of it. */
gint64
uk_run_get_span_left (UkRun *self)
{
  return MAX (0, uk_run_get_span (self) - self->spent);
}

/**
 * uk_run_get_routine:
 *
 * Returns: (transfer none): what is performed
 */
const UkRoutine *
uk_run_get_routine (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), NULL);

  return self->routine;
}

/**
 * uk_run_get_region:
 *
 * Returns: (transfer none) (nullable): id of the region that is treated
 */
const char *
uk_run_get_region (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), NULL);

  return self->region;
}

/**
 * uk_run_get_side:
 *
 * Returns: the chosen side, or the first of both
 */
UkSide
uk_run_get_side (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), UK_SIDE_NONE);

  return self->side;
}

/**
 * uk_run_get_both_sides:
 *
 * Returns: whether the other side was asked for too
 */
gboolean
uk_run_get_both_sides (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  return self->both_sides;
}

/**
 * uk_run_get_n_legs:
 *
 * Returns: number of legs, at least 1
 */
guint
uk_run_get_n_legs (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);

  return self->legs->len;
}

/**
 * uk_run_get_leg:
 * @index: number of a leg, from 0
 *
 * Returns: (transfer none) (nullable): the leg, %NULL behind the last
 */
const UkLeg *
uk_run_get_leg (UkRun *self, guint index)
{
  g_return_val_if_fail (UK_IS_RUN (self), NULL);

  return index < self->legs->len ? &g_array_index (self->legs, UkLeg, index) : NULL;
}

/**
 * uk_run_get_leg_seconds:
 * @index: number of a leg, from 0
 *
 * Returns: how long the leg lasts, as changed by the person
 */
double
uk_run_get_leg_seconds (UkRun *self, guint index)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);
  g_return_val_if_fail (index < self->legs->len, 0);

  return (double)self->progress[index].length / SECOND;
}

/**
 * uk_run_get_state:
 *
 * Returns: what the run does now
 */
UkRunState
uk_run_get_state (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), UK_RUN_NEW);

  return self->state;
}

/**
 * uk_run_get_phase:
 *
 * Returns: what is counted down, also while paused: %UK_RUN_READY, %UK_RUN_SIDE_CHANGE or
 * %UK_RUN_STEP
 */
UkRunState
uk_run_get_phase (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), UK_RUN_READY);

  return self->phase;
}

/**
 * uk_run_is_over:
 *
 * Returns: whether the run is finished or was ended
 */
gboolean
uk_run_is_over (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), TRUE);

  return self->state == UK_RUN_FINISHED || self->state == UK_RUN_ENDED_EARLY;
}

/**
 * uk_run_get_leg_index:
 *
 * Returns: number of the current leg, from 0; the last one it came to once the run is over
 */
guint
uk_run_get_leg_index (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);

  return self->leg;
}

/**
 * uk_run_get_current_leg:
 *
 * Returns: (transfer none): the leg that is performed or about to be
 */
const UkLeg *
uk_run_get_current_leg (UkRun *self)
{
  return uk_run_get_leg (self, uk_run_get_leg_index (self));
}

/**
 * uk_run_get_next_leg:
 *
 * Returns: (transfer none) (nullable): the leg after the current one
 */
const UkLeg *
uk_run_get_next_leg (UkRun *self)
{
  return uk_run_get_leg (self, uk_run_get_leg_index (self) + 1);
}

/**
 * uk_run_get_seconds_left:
 *
 * Returns: seconds left of the countdown that goes on; 0 once the run is over
 */
double
uk_run_get_seconds_left (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);

  return (double)uk_run_get_span_left (self) / SECOND;
}

/**
 * uk_run_get_fraction:
 *
 * Returns: how much of the countdown has passed, 0 to 1
 */
double
uk_run_get_fraction (UkRun *self)
{
  gint64 length;

  g_return_val_if_fail (UK_IS_RUN (self), 0);

  length = uk_run_get_span (self);
  return length > 0 ? CLAMP ((double)self->spent / (double)length, 0, 1) : 1;
}

/**
 * uk_run_get_total_left:
 *
 * Returns: seconds until the run is finished if nothing is changed, with the times to get ready
 */
double
uk_run_get_total_left (UkRun *self)
{
  gint64 left;
  guint i;

  g_return_val_if_fail (UK_IS_RUN (self), 0);

  if (uk_run_is_over (self))
    return 0;

  left = uk_run_get_span_left (self);
  if (self->phase != UK_RUN_STEP)
    left += self->progress[self->leg].length;
  for (i = self->leg + 1; i < self->legs->len; i++) {
    left += uk_run_get_leg (self, i)->other_side ? READY_OTHER_SIDE : READY_NEXT;
    left += self->progress[i].length;
  }
  return (double)left / SECOND;
}

/**
 * uk_run_get_seconds_done:
 *
 * Returns: seconds spent in steps, without waiting
 */
double
uk_run_get_seconds_done (UkRun *self)
{
  gint64 done = 0;
  guint i;

  g_return_val_if_fail (UK_IS_RUN (self), 0);

  for (i = 0; i < self->legs->len; i++)
    done += self->progress[i].done;
  return (double)done / SECOND;
}

/**
 * uk_run_get_legs_done:
 *
 * Returns: number of legs whose time ran to its end
 */
guint
uk_run_get_legs_done (UkRun *self)
{
  guint done = 0;
  guint i;

  g_return_val_if_fail (UK_IS_RUN (self), 0);

  for (i = 0; i < self->legs->len; i++)
    done += self->progress[i].ran_out ? 1 : 0;
  return done;
}

/**
 * uk_run_get_softened_seconds:
 *
 * Returns: what uk_run_soften() took off the current leg; 0 if it was not too much
 */
double
uk_run_get_softened_seconds (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);

  return (double)self->progress[self->leg].softened / SECOND;
}

/**
 * uk_run_is_softened:
 *
 * Returns: whether "too much" took something off any leg
 */
gboolean
uk_run_is_softened (UkRun *self)
{
  guint i;

  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  for (i = 0; i < self->legs->len; i++) {
    if (self->progress[i].softened > 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_run_is_softened_here:
 *
 * Returns: whether "too much" was said in the current leg, not only in a run before
 */
gboolean
uk_run_is_softened_here (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  return self->progress[self->leg].softened > 0 && self->softened_leg == self->leg + 1;
}
