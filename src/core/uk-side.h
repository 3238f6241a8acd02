/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UkSide:
 * @UK_SIDE_NONE: not sided, on the midline, or not chosen yet
 * @UK_SIDE_LEFT: the person's own left
 * @UK_SIDE_RIGHT: the person's own right
 *
 * The values are stored in the database: never renumber them.
 */
typedef enum {
  UK_SIDE_NONE = 0,
  UK_SIDE_LEFT = 1,
  UK_SIDE_RIGHT = 2,
} UkSide;

/**
 * uk_side_other:
 *
 * Returns: the opposite side; %UK_SIDE_NONE stays itself
 */
static inline UkSide
uk_side_other (UkSide side)
{
  if (side == UK_SIDE_NONE)
    return UK_SIDE_NONE;
  return side == UK_SIDE_LEFT ? UK_SIDE_RIGHT : UK_SIDE_LEFT;
}

const char *uk_side_to_id (UkSide side);
gboolean uk_side_from_id (const char *id, UkSide *side);

G_END_DECLS
