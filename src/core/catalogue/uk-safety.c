/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-safety.h"

/**
 * uk_condition_get_ruling:
 * @condition: a condition
 * @technique: what is to be done
 * @part: (nullable): the part of a routine, see #UkRoutine
 *
 * A rule for the part goes before one for the technique in general.
 *
 * Returns: what the condition says, %UK_RULING_OPEN if nothing
 */
UkRuling
uk_condition_get_ruling (const UkCondition *condition, UkTechnique technique, const char *part)
{
  UkRuling ruling = UK_RULING_OPEN;
  guint i;

  g_return_val_if_fail (condition != NULL, UK_RULING_NEVER);

  for (i = 0; i < condition->n_rules; i++) {
    const UkRule *rule = &condition->rules[i];

    if (rule->technique != technique)
      continue;
    if (rule->part == NULL)
      ruling = rule->ruling;
    else if (g_strcmp0 (rule->part, part) == 0)
      return rule->ruling;
  }
  return ruling;
}
