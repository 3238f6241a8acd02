/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/uk-side.h"

/**
 * uk_side_to_id:
 *
 * Returns: (transfer none): `left`, `right` or `none`, as used in ids and files; not for display
 */
const char *
uk_side_to_id (UkSide side)
{
  switch (side) {
  case UK_SIDE_LEFT:
    return "left";
  case UK_SIDE_RIGHT:
    return "right";
  case UK_SIDE_NONE:
  default:
    return "none";
  }
}

/**
 * uk_side_from_id:
 * @id: (nullable): `left`, `right` or `none`
 * @side: (out): where to put the side
 *
 * Returns: %FALSE and @side untouched if @id is none of the three
 */
gboolean
uk_side_from_id (const char *id, UkSide *side)
{
  UkSide i;

  g_return_val_if_fail (side != NULL, FALSE);

  for (i = UK_SIDE_NONE; i <= UK_SIDE_RIGHT; i++) {
    if (g_strcmp0 (id, uk_side_to_id (i)) == 0) {
      *side = i;
      return TRUE;
    }
  }
  return FALSE;
}
