/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-skeleton.h"

G_BEGIN_DECLS

/* The parts of the body, in the order in which uk_flesh_build() makes them; limbs per half. */
typedef enum {
  UK_PART_TORSO,
  UK_PART_HEAD,
  UK_PART_UPPER_ARM_LEFT,
  UK_PART_FOREARM_LEFT,
  UK_PART_UPPER_ARM_RIGHT,
  UK_PART_FOREARM_RIGHT,
  UK_PART_THIGH_LEFT,
  UK_PART_SHIN_LEFT,
  UK_PART_THIGH_RIGHT,
  UK_PART_SHIN_RIGHT,
  UK_N_PARTS,
} UkPart;

int uk_anchor_find (const char *name, gsize length);
const char *uk_anchor_get_name (int anchor);
gboolean uk_anchor_is_hand (int anchor);
gboolean uk_anchor_is_foot (int anchor);
UkPart uk_anchor_get_part (int anchor, int half);
void
uk_anchor_locate (int anchor, int half, const UkSkeleton *skeleton, UkVec *point, UkVec *normal);
UkVec uk_anchor_get_offset (int anchor, int half, const UkHand *hand);
UkVec uk_place_locate (const UkPlace *place,
                       const UkSkeleton *self,
                       const UkSkeleton *other,
                       UkVec *normal);

G_END_DECLS
