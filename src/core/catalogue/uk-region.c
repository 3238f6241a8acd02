/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-region.h"

/**
 * uk_region_get_verdict:
 * @region: a region
 * @technique: what is to be done
 * @surface: (nullable): against what, as from uk_routine_get_surface()
 * @why: (out) (optional) (nullable): the reason that the region gives, translated
 *
 * A verdict for the very surface goes before one for the technique in general.  What the region
 * does not speak of is %UK_VERDICT_OK.
 *
 * Returns: whether the technique may be offered
 */
UkVerdict
uk_region_get_verdict (const UkRegion *region,
                       UkTechnique technique,
                       const char *surface,
                       const char **why)
{
  const UkAllow *found = NULL;
  guint i;

  g_return_val_if_fail (region != NULL, UK_VERDICT_NEVER);

  for (i = 0; i < region->n_allows; i++) {
    const UkAllow *allow = &region->allows[i];

    if (allow->technique != technique)
      continue;
    if (g_strcmp0 (allow->surface, surface) == 0) {
      found = allow;
      break;
    }
    if (allow->surface == NULL)
      found = allow;
  }
  if (why != NULL)
    *why = found == NULL ? NULL : found->why;
  return found == NULL ? UK_VERDICT_OK : found->verdict;
}
