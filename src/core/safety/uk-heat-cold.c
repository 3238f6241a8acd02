/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-heat-cold.h"

#include "core/store/uk-store-runs.h"

#define HEAT_LIMIT (20 * 60)
#define COLD_LIMIT (15 * 60)

/* A run that was ended before it warmed or cooled anything does not lock. */
#define TOUCHED_SECONDS 60

/* Switching between both counts as both. */
#define PART_CONTRAST "contrast"

/* In a bath or shower nothing lies on the skin, and no hand is free to say so. */
#define PLACE_BATH "bath"

/* Returns: whether limits and locks hold for @routine */
gboolean
uk_heat_cold_concerns (const UkRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, FALSE);

  return routine->technique == UK_TECHNIQUE_HEAT || routine->technique == UK_TECHNIQUE_COLD;
}

/**
 * uk_heat_cold_get_limit:
 * @routine: a routine
 *
 * Returns: seconds after which a run of it must end: 20 minutes for heat, 15 for cold, or what the
 *   routine itself takes if it has rests in it; 0 if there is no limit
 */
guint
uk_heat_cold_get_limit (const UkRoutine *routine)
{
  guint limit;

  if (!uk_heat_cold_concerns (routine))
    return 0;
  limit = routine->technique == UK_TECHNIQUE_HEAT ? HEAT_LIMIT : COLD_LIMIT;
  return MAX (limit, uk_routine_get_seconds (routine, TRUE));
}

/**
 * uk_heat_cold_get_skin_check:
 * @routine: what is done
 * @done: seconds spent in its steps
 * @checked: seconds that were spent in them when the skin was last said to look well; 0 at first
 *
 * Returns: whether the skin has to be looked at, or was not although it had to
 */
UkSkinCheck
uk_heat_cold_get_skin_check (const UkRoutine *routine, double done, double checked)
{
  const double since = done - checked;

  if (!uk_heat_cold_concerns (routine) || g_strcmp0 (routine->place, PLACE_BATH) == 0
      || since < UK_SKIN_CHECK_SECONDS)
    return UK_SKIN_CHECK_NONE;
  return since < UK_SKIN_CHECK_SECONDS + UK_SKIN_CHECK_PATIENCE ? UK_SKIN_CHECK_DUE
                                                                : UK_SKIN_CHECK_OVERDUE;
}

static gboolean
is_contrast (const UkRoutine *routine)
{
  return g_strcmp0 (routine->part, PART_CONTRAST) == 0;
}

static gboolean
are_same_kind (const UkRoutine *a, const UkRoutine *b)
{
  return uk_heat_cold_concerns (a) && uk_heat_cold_concerns (b)
         && (a->technique == b->technique || is_contrast (a) || is_contrast (b));
}

/**
 * uk_heat_cold_get_lock_end:
 * @catalogue: content
 * @runs: (element-type UkRunRecord): what was done in the last hours
 * @routine: what is to be done
 * @region: (nullable): where
 * @side: the side
 * @now: Unix seconds
 *
 * Returns: Unix seconds from which on the place may be warmed or cooled again; 0 if it may now
 */
gint64
uk_heat_cold_get_lock_end (UkCatalogue *catalogue,
                           GPtrArray *runs,
                           const UkRoutine *routine,
                           const char *region,
                           UkSide side,
                           gint64 now)
{
  gint64 end = 0;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && runs != NULL && routine != NULL, 0);

  for (i = 0; i < runs->len; i++) {
    const UkRunRecord *run = g_ptr_array_index (runs, i);
    const UkRoutine *done = uk_catalogue_get_routine (catalogue, run->routine);
    const gint64 last = run->ended != 0 ? run->ended : run->started + run->seconds_done;

    if (done == NULL || run->seconds_done < TOUCHED_SECONDS || !are_same_kind (done, routine)
        || g_strcmp0 (run->region, region) != 0
        || (run->side != side && run->side != UK_SIDE_NONE && side != UK_SIDE_NONE))
      continue;
    /* A run from the future comes from a clock that was wrong. */
    if (last <= now && last + UK_HEAT_COLD_LOCK_SECONDS > now)
      end = MAX (end, last + UK_HEAT_COLD_LOCK_SECONDS);
  }
  return end;
}
