/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-equipment.h"

#include <glib/gi18n-lib.h>

/**
 * uk_seconds_describe:
 * @seconds: a duration
 *
 * Returns: (transfer full): “45 s” below a minute and a half of a minute, else whole minutes: “2 min”
 */
char *
uk_seconds_describe (guint seconds)
{
  if (seconds < 60)
    /* Translators: seconds, as short as can be. */
    return g_strdup_printf (_ ("%u s"), seconds);
  /* Translators: minutes, as short as can be. */
  return g_strdup_printf (_ ("%u min"), (seconds + 30) / 60);
}

/**
 * uk_routine_describe:
 * @routine: a routine
 *
 * Returns: (transfer full): its length for one side, what it needs and whether it is gentle, as in
 *   “2 min · ball, wall · gently”
 */
char *
uk_routine_describe (const UkRoutine *routine)
{
  g_autofree char *time = NULL;
  g_autofree char *needs = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (routine != NULL, NULL);

  time = uk_seconds_describe (uk_routine_get_seconds (routine, FALSE));
  needs = uk_equipment_describe (routine->equipment);
  if (needs == NULL)
    needs = g_strdup (routine->technique == UK_TECHNIQUE_MASSAGE ? _ ("hands only") : _ ("no tools"));
  if (routine->level == UK_LEVEL_GENTLE)
    /* Translators: time · what is needed · how */
    whole = g_strdup_printf (_ ("%s · %s · gently"), time, needs);
  else
    /* Translators: time · what is needed */
    whole = g_strdup_printf (_ ("%s · %s"), time, needs);
  if (routine->custom)
    /* Translators: a routine that the user has written; then time and what is needed. */
    return g_strdup_printf (_ ("Your own · %s"), whole);
  return g_steal_pointer (&whole);
}

/**
 * uk_side_get_name:
 *
 * Returns: (transfer none): “left” or “right” for the middle of a sentence; empty for none
 */
const char *
uk_side_get_name (UkSide side)
{
  switch (side) {
  case UK_SIDE_LEFT:
    return C_ ("side of the body", "left");
  case UK_SIDE_RIGHT:
    return C_ ("side of the body", "right");
  case UK_SIDE_NONE:
  default:
    return "";
  }
}

/**
 * uk_region_describe:
 * @region: a region
 * @side: a side, or none
 *
 * Returns: (transfer full): “Top of the shoulder, left”
 */
char *
uk_region_describe (const UkRegion *region, UkSide side)
{
  g_return_val_if_fail (region != NULL, NULL);

  if (side == UK_SIDE_NONE || !region->sided)
    return g_strdup (region->name);
  /* Translators: a place of the body, then its side: “Top of the shoulder, left”. */
  return g_strdup_printf (_ ("%s, %s"), region->name, uk_side_get_name (side));
}
