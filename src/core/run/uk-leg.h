/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

/**
 * UkLeg:
 * @step: the step of the routine
 * @step_index: its place in the routine, from 0
 * @side: the side that it is done on; %UK_SIDE_NONE if it is done on both at once or has none
 * @mirrored: whether to draw its poses, which show the right side, the other way round
 * @other_side: whether the person must change sides before it
 *
 * One step on one side: what a run counts down.
 */
typedef struct {
  const UkStep *step;
  guint step_index;
  UkSide side;
  gboolean mirrored;
  gboolean other_side;
} UkLeg;

GArray *uk_leg_list_new (const UkRoutine *routine, UkSide first, gboolean both_sides);

G_END_DECLS
