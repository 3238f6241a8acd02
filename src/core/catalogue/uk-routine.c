/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-routine.h"

/* What stands in every home; to need it is not to need a tool. */
static const char *const furniture[] = {
  "chair", "wall", "floor", "table", "doorway", "pillow", "towel", "screen", "clock", NULL,
};

static gboolean
needs (const UkRoutine *routine, const char *thing)
{
  return g_strv_contains (routine->equipment, thing);
}

static guint
count_passes (const UkStep *step, gboolean both_sides)
{
  return step->sides == UK_SIDES_EACH && both_sides ? 2 : 1;
}

/**
 * uk_routine_needs_tool:
 * @routine: a routine
 *
 * Returns: whether it needs more than the body and ordinary furniture
 */
gboolean
uk_routine_needs_tool (const UkRoutine *routine)
{
  guint i;

  g_return_val_if_fail (routine != NULL, FALSE);

  for (i = 0; routine->equipment[i] != NULL; i++) {
    if (!g_strv_contains (furniture, routine->equipment[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_routine_get_surface:
 * @routine: a routine
 *
 * What the tool is pressed against.  Wall, table and the own hand load little and count as "wall";
 * floor, bed and chair carry the body's weight and count as "floor".
 *
 * Returns: (nullable): "wall", "floor", "massager" or %NULL for bare hands and all that does not
 * press
 */
const char *
uk_routine_get_surface (const UkRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  if (needs (routine, "massager"))
    return "massager";
  if (routine->technique != UK_TECHNIQUE_BALL && routine->technique != UK_TECHNIQUE_ROLLER)
    return NULL;
  if (needs (routine, "wall") || needs (routine, "table") || needs (routine, "doorway"))
    return "wall";
  if (needs (routine, "floor") || needs (routine, "chair"))
    return "floor";
  return g_strcmp0 (routine->place, "floor") == 0 || g_strcmp0 (routine->place, "bed") == 0
             ? "floor"
             : "wall";
}

/**
 * uk_routine_get_seconds:
 * @routine: a routine
 * @both_sides: whether it is done for both sides
 *
 * Returns: the length of its steps in seconds, without the changes between them
 */
guint
uk_routine_get_seconds (const UkRoutine *routine, gboolean both_sides)
{
  guint seconds = 0;
  guint i;

  g_return_val_if_fail (routine != NULL, 0);

  for (i = 0; i < routine->n_steps; i++)
    seconds += routine->steps[i].seconds * count_passes (&routine->steps[i], both_sides);
  return seconds;
}

/**
 * uk_routine_is_sided:
 * @routine: a routine
 *
 * Returns: whether any of its steps concerns one side at a time
 */
gboolean
uk_routine_is_sided (const UkRoutine *routine)
{
  guint i;

  g_return_val_if_fail (routine != NULL, FALSE);

  for (i = 0; i < routine->n_steps; i++) {
    if (routine->steps[i].sides == UK_SIDES_EACH || routine->steps[i].sides == UK_SIDES_ONE)
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_routine_get_recipe:
 * @routine: a routine
 *
 * Returns: (transfer none): what uk_catalogue_get_routine() finds just this routine by, with its
 * length and parts
 */
const char *
uk_routine_get_recipe (const UkRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  return routine->recipe != NULL ? routine->recipe : routine->id;
}

/**
 * uk_routine_get_part:
 * @routine: a routine
 * @step_index: one of its steps
 *
 * Returns: (transfer none): the routine that the step is from: @routine itself if it has no parts
 */
const UkRoutine *
uk_routine_get_part (const UkRoutine *routine, guint step_index)
{
  const UkRoutine *part = routine;
  guint i;

  g_return_val_if_fail (routine != NULL, NULL);

  for (i = 0; i < routine->n_parts && routine->parts[i].first_step <= step_index; i++)
    part = routine->parts[i].routine;
  return part;
}
