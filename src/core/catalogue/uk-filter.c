/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-equipment.h"
#include "core/catalogue/uk-filter.h"

/* So much longer than asked for may a routine be: nobody counts 20 seconds. */
#define SLACK_SECONDS 20

static gboolean
is_lacking (const UkFilter *filter, const char *equipment)
{
  const UkEquipmentGroup *group = uk_equipment_find_group (equipment);

  return group != NULL && filter->lacking != NULL && g_strv_contains (filter->lacking, group->id);
}

/**
 * uk_filter_accepts:
 *
 * Returns: whether @routine fits the time, the equipment and the quiet that @filter asks for
 */
gboolean
uk_filter_accepts (const UkFilter *filter, const UkRoutine *routine)
{
  guint i;

  g_return_val_if_fail (filter != NULL && routine != NULL, FALSE);

  if (filter->quiet && !routine->quiet)
    return FALSE;
  if (filter->minutes > 0 && uk_routine_get_seconds (routine, FALSE) > filter->minutes * 60 + SLACK_SECONDS)
    return FALSE;
  for (i = 0; routine->equipment[i] != NULL; i++) {
    if (is_lacking (filter, routine->equipment[i]))
      return FALSE;
  }
  return TRUE;
}
