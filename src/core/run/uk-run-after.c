/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-after.h"

#include <glib/gi18n-lib.h>

/* Up to this many points more are an amber light, more are a red one. */
#define AMBER 2

/* The same for all that press */
#define PRESSED \
  N_ ("It may be a little sore until tomorrow evening, as after sport. While it is, let this spot rest; every second day is enough.")

static const char *const usual[UK_N_TECHNIQUES] = {
  [UK_TECHNIQUE_MASSAGE] = PRESSED,
  [UK_TECHNIQUE_BALL] = PRESSED,
  [UK_TECHNIQUE_ROLLER] = PRESSED,
  [UK_TECHNIQUE_CANE] = PRESSED,
  [UK_TECHNIQUE_STRETCH]
  = N_ ("The looser feeling may last for some minutes only. Five days a week or more are what makes you more flexible."),
  [UK_TECHNIQUE_HEAT]
  = N_ ("This is a good time to move the place gently. Warm it again after two hours, once the skin looks as usual."),
  [UK_TECHNIQUE_COLD]
  = N_ ("The dull feeling goes within the hour. Cool again after two hours, once the skin feels as usual."),
  [UK_TECHNIQUE_YOGA]
  = N_ ("Muscles may speak up tomorrow. Two or three times a week are enough, and rest is a part of it."),
  [UK_TECHNIQUE_AEROBIC]
  = N_ ("Muscles may speak up tomorrow. Come again in a day or two, and add five minutes a week at most."),
  [UK_TECHNIQUE_POSTURE]
  = N_ ("Nothing should ache from this. Change your position again in half an hour: small and often does more."),
};

/**
 * uk_technique_get_after:
 * @technique: what was done
 *
 * Returns: what usually comes next, and when to do it again, translated
 */
const char *
uk_technique_get_after (UkTechnique technique)
{
  g_return_val_if_fail (technique < UK_N_TECHNIQUES, NULL);

  return _ (usual[technique]);
}

/**
 * uk_run_get_after:
 * @before: rating before the run, -1 for none
 * @after: rating after it, -1 for none
 *
 * Returns: what usually comes next; the numbers go before the technique where they rose; translated
 */
const char *
uk_run_get_after (UkRun *self, int before, int after)
{
  const UkLeg *leg;

  g_return_val_if_fail (UK_IS_RUN (self), NULL);

  if (before >= 0 && after > before + AMBER)
    return _ ("That is a sign to stop: gentle movement only tomorrow. If it happens twice in a row, let a doctor or physiotherapist look at it.");
  if (before >= 0 && after > before)
    return _ ("A little more is in order if it is gone by tomorrow morning. Next time take the easier way, and hold shorter.");
  leg = uk_run_get_current_leg (self);
  return uk_technique_get_after (
      uk_routine_get_part (uk_run_get_routine (self), leg->step_index)->technique);
}
