/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-stage.h"

#include <glib/gi18n-lib.h>

static const char *const names[UK_N_STAGES] = {
  [UK_STAGE_WARM] = N_ ("Warm up"),
  [UK_STAGE_PRESS] = N_ ("Press"),
  [UK_STAGE_STRETCH] = N_ ("Stretch"),
  [UK_STAGE_MOVE] = N_ ("Move"),
};

/**
 * uk_stage_has:
 * @stage: a stage
 * @routine: a routine
 *
 * Returns: whether @routine can be that stage; gentle stretches warm up, stretch or move
 */
gboolean
uk_stage_has (UkStage stage, const UkRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, FALSE);

  switch (stage) {
  case UK_STAGE_WARM:
    return routine->level == UK_LEVEL_GENTLE && routine->part == NULL
           && (routine->technique == UK_TECHNIQUE_STRETCH
               || routine->technique == UK_TECHNIQUE_AEROBIC);
  case UK_STAGE_PRESS:
    return routine->technique <= UK_TECHNIQUE_CANE;
  case UK_STAGE_STRETCH:
    return routine->technique == UK_TECHNIQUE_STRETCH;
  case UK_STAGE_MOVE:
    return routine->part == NULL
           && (routine->technique == UK_TECHNIQUE_YOGA || routine->technique == UK_TECHNIQUE_AEROBIC
               || routine->technique == UK_TECHNIQUE_STRETCH);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* The first stage from @from on that @routine can be. */
static UkStage
find_stage (const UkRoutine *routine, UkStage from)
{
  UkStage stage;

  for (stage = from; stage < UK_N_STAGES; stage++) {
    if (uk_stage_has (stage, routine))
      return stage;
  }
  return UK_STAGE_MOVE;
}

/**
 * uk_stage_describe:
 * @parts: (element-type UkRoutine): routines one after the other
 *
 * Returns: (transfer full): what each is there for, in one line: “Warm up: Shoulder rolls · Press:
 *   Shoulder pinch”
 */
char *
uk_stage_describe (GPtrArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  UkStage from = UK_STAGE_WARM;
  guint i;

  g_return_val_if_fail (parts != NULL, NULL);

  for (i = 0; i < parts->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (parts, i);
    const UkStage stage = find_stage (routine, from);

    if (i > 0)
      g_string_append (text, " · ");
    /* Translators: what a routine is there for, then its title: “Press: Shoulder pinch”. */
    g_string_append_printf (text, _ ("%s: %s"), _ (names[stage]), routine->title);
    from = MIN (stage + 1, UK_STAGE_MOVE);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
