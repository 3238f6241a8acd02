/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-private.h"

#include <math.h>

/* Shorter steps leave no time for a breath. */
#define SHORTEST_BREATH_SECONDS 10

/**
 * uk_run_get_tempo:
 *
 * Returns: seconds of one repetition of the current leg, which stay the same when its time is
 * changed; 0 if a position is held
 */
double
uk_run_get_tempo (UkRun *self)
{
  const UkStep *step;

  g_return_val_if_fail (UK_IS_RUN (self), 0);

  step = uk_run_get_current_leg (self)->step;
  return step->repeats > 0 ? (double)step->seconds / step->repeats : 0;
}

/**
 * uk_run_get_repeat:
 * @n_repeats: (out): how many the current leg holds, as its time was changed
 *
 * Returns: number of the repetition that goes on, from 1; 0 while getting ready and where a position
 * is held
 */
guint
uk_run_get_repeat (UkRun *self, guint *n_repeats)
{
  double tempo;

  g_return_val_if_fail (UK_IS_RUN (self), 0);
  g_return_val_if_fail (n_repeats != NULL, 0);

  *n_repeats = 0;
  tempo = uk_run_get_tempo (self);
  if (tempo <= 0 || self->phase != UK_RUN_STEP || uk_run_is_over (self))
    return 0;
  *n_repeats = (guint)MAX (1, lround (uk_run_get_leg_seconds (self, self->leg) / tempo));
  return MIN (*n_repeats, (guint)(uk_run_get_step_seconds (self) / tempo) + 1);
}

/**
 * uk_run_get_step_seconds:
 *
 * Returns: seconds since the current leg began; 0 while getting ready for it
 */
double
uk_run_get_step_seconds (UkRun *self)
{
  g_return_val_if_fail (UK_IS_RUN (self), 0);

  return self->phase == UK_RUN_STEP ? (double)self->spent / SECOND : 0;
}

/**
 * uk_run_is_breathed:
 *
 * Returns: whether the current leg is a position held for some breaths, so that a slow breath can
 * be shown; not where the breath goes with a movement or is left alone
 */
gboolean
uk_run_is_breathed (UkRun *self)
{
  const UkLeg *leg;

  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  leg = uk_run_get_current_leg (self);
  /* The first step gets into place: what is said about the whole routine is for those after it. */
  return self->phase == UK_RUN_STEP && !uk_run_is_over (self) && leg->step->repeats == 0
         && leg->step->seconds >= SHORTEST_BREATH_SECONDS
         && self->routine->technique != UK_TECHNIQUE_AEROBIC
         && (leg->step->breathe != NULL
             || (self->routine->breathe != NULL && leg->step_index > 0));
}
