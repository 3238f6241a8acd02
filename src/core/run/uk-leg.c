/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-leg.h"

static void
append_leg (GArray *legs, const UkRoutine *routine, guint step_index, UkSide side)
{
  UkLeg leg = { .step = &routine->steps[step_index], .step_index = step_index, .side = side };

  g_array_append_val (legs, leg);
}

/* A block does not reach into the next part: that is another routine, often for another place. */
static guint
find_end_of_block (const UkRoutine *routine, guint start)
{
  const UkRoutine *part = uk_routine_get_part (routine, start);
  guint end = start;

  while (end < routine->n_steps && routine->steps[end].sides == UK_SIDES_EACH
         && uk_routine_get_part (routine, end) == part)
    end++;
  return end;
}

/* Adds the steps that are done on each side, once for the first, then again for the other; returns
 * where the block ends. */
static guint
append_block (
    GArray *legs, const UkRoutine *routine, guint start, UkSide first, gboolean both_sides)
{
  guint end = find_end_of_block (routine, start);
  guint i;

  for (i = start; i < end; i++)
    append_leg (legs, routine, i, first);
  for (i = start; both_sides && i < end; i++)
    append_leg (legs, routine, i, uk_side_other (first));
  return end;
}

/* Steps without a side are drawn like those before them, so that the figure does not turn round. */
static void
fill_in_changes (GArray *legs, UkSide first)
{
  UkSide side = first;
  guint i;

  for (i = 0; i < legs->len; i++) {
    UkLeg *leg = &g_array_index (legs, UkLeg, i);

    leg->other_side = leg->side != UK_SIDE_NONE && leg->side != side;
    if (leg->side != UK_SIDE_NONE)
      side = leg->side;
    leg->mirrored = side == UK_SIDE_LEFT;
  }
}

/**
 * uk_leg_list_new:
 * @routine: what is performed; must outlive the list
 * @first: the chosen side; %UK_SIDE_NONE means both, the right one first
 * @both_sides: whether the other side follows
 *
 * Returns: (transfer full) (element-type UkLeg): every step, as often as it is performed, in order
 */
GArray *
uk_leg_list_new (const UkRoutine *routine, UkSide first, gboolean both_sides)
{
  GArray *legs;
  guint i = 0;

  g_return_val_if_fail (routine != NULL, NULL);

  if (first == UK_SIDE_NONE) {
    first = UK_SIDE_RIGHT;
    both_sides = TRUE;
  }

  legs = g_array_new (FALSE, FALSE, sizeof (UkLeg));
  while (i < routine->n_steps) {
    switch (routine->steps[i].sides) {
    case UK_SIDES_EACH:
      i = append_block (legs, routine, i, first, both_sides);
      break;
    case UK_SIDES_ONE:
      append_leg (legs, routine, i++, first);
      break;
    case UK_SIDES_NONE:
    case UK_SIDES_BOTH:
    default:
      append_leg (legs, routine, i++, UK_SIDE_NONE);
      break;
    }
  }
  fill_in_changes (legs, first);
  return legs;
}
