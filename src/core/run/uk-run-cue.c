/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-cue.h"

#include <math.h>

/* Who holds for less needs no word in between. */
#define LONG_SECONDS 20

/**
 * uk_run_get_state_cue:
 * @state: which has just begun
 *
 * Returns: what to sound; nothing for a countdown that only goes on after a pause
 */
UkCue
uk_run_get_state_cue (UkRun *run, UkRunState state)
{
  g_return_val_if_fail (UK_IS_RUN (run), UK_CUE_NONE);

  if (state == UK_RUN_FINISHED)
    return UK_CUE_DONE;
  if (uk_run_get_fraction (run) > 0)
    return UK_CUE_NONE;
  switch (state) {
  case UK_RUN_READY:
    return UK_CUE_READY;
  case UK_RUN_SIDE_CHANGE:
    return UK_CUE_SWITCH;
  case UK_RUN_STEP:
    return UK_CUE_GO;
  case UK_RUN_NEW:
  case UK_RUN_PAUSED:
  case UK_RUN_FINISHED:
  case UK_RUN_ENDED_EARLY:
  default:
    return UK_CUE_NONE;
  }
}

/**
 * uk_run_get_second_cue:
 * @left: whole seconds left of the countdown, as ::tick-second tells them
 *
 * Returns: what to sound
 */
UkCue
uk_run_get_second_cue (UkRun *run, guint left)
{
  double length;

  g_return_val_if_fail (UK_IS_RUN (run), UK_CUE_NONE);

  length = uk_run_get_leg_seconds (run, uk_run_get_leg_index (run));
  if (uk_run_get_phase (run) != UK_RUN_STEP || length < LONG_SECONDS
      || left != (guint)floor (length / 2))
    return UK_CUE_NONE;
  return UK_CUE_HALFWAY;
}

/**
 * uk_cue_to_id:
 *
 * Returns: (transfer none): the name of its sound, empty for none
 */
const char *
uk_cue_to_id (UkCue cue)
{
  static const char *const ids[UK_N_CUES] = { "", "ready", "go", "halfway", "switch", "done" };

  g_return_val_if_fail (cue < UK_N_CUES, "");

  return ids[cue];
}
