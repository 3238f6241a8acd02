/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-safety.h"

/**
 * uk_condition_get_ruling:
 * @condition: a condition
 * @technique: what is to be done
 * @part: (nullable): the part of a routine, see #UkRoutine
 * @region: (nullable): id of the region where; %NULL: the whole body
 *
 * A rule for the part goes before one for the technique in general; a rule for the region can only
 * add to these.
 *
 * Returns: what the condition says, %UK_RULING_OPEN if nothing
 */
UkRuling
uk_condition_get_ruling (const UkCondition *condition,
                         UkTechnique technique,
                         const char *part,
                         const char *region)
{
  UkRuling general = UK_RULING_OPEN, here = UK_RULING_OPEN;
  gboolean for_part = FALSE;
  guint i;

  g_return_val_if_fail (condition != NULL, UK_RULING_NEVER);

  for (i = 0; i < condition->n_rules; i++) {
    const UkRule *rule = &condition->rules[i];

    if (rule->technique != technique || (rule->part != NULL && g_strcmp0 (rule->part, part) != 0))
      continue;
    if (rule->regions[0] != NULL) {
      if (region != NULL && g_strv_contains (rule->regions, region))
        here = MAX (here, rule->ruling);
    } else if (rule->part != NULL || !for_part) {
      general = rule->ruling;
      for_part = rule->part != NULL;
    }
  }
  return MAX (general, here);
}
