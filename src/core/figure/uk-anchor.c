/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-anchor.h"

#include <string.h>

#define CHIN -12 /* cm from the middle of the head */

typedef enum {
  BONE_TORSO,
  BONE_NECK,
  BONE_HEAD,
  BONE_SHOULDER,
  BONE_UPPER_ARM,
  BONE_FOREARM,
  BONE_HAND,
  BONE_THUMB, /* of the hand, but where depends on its shape */
  BONE_THIGH,
  BONE_SHIN,
  BONE_FOOT,
} Bone;

/* Vectors are front, up, outward; `along` is cm up the bone or the spine. */
static const struct {
  const char *name;
  Bone bone;
  double along;
  UkVec offset, normal;
} anchors[] = {
  { "upper-back", BONE_TORSO, 42, { -10.2, 0, 5.5 }, { -1, 0, 0 } },
  { "between-blades", BONE_TORSO, 42, { -10.0, 0, 0 }, { -1, 0, 0 } },
  { "blade-edge", BONE_TORSO, 41, { -10.1, 0, 3.4 }, { -1, 0, 0 } },
  { "blade", BONE_TORSO, 42, { -9.6, 0, 8.5 }, { -1, 0, 0.25 } },
  { "mid-back", BONE_TORSO, 31, { -10.6, 0, 5 }, { -1, 0, 0 } },
  { "low-back", BONE_TORSO, 15, { -8.2, 0, 4 }, { -1, 0, 0 } },
  { "sacrum", BONE_TORSO, 4, { -9.6, 0, 0 }, { -1, 0, 0 } },
  { "glute", BONE_TORSO, -4, { -13, 0, 7.5 }, { -1, 0, 0 } },
  { "hip-side", BONE_TORSO, 0, { -1, 0, 17 }, { 0, 0, 1 } },
  { "hip-front", BONE_TORSO, 2, { 9.5, 0, 8 }, { 1, 0, 0 } },
  { "side", BONE_TORSO, 36, { 0, 0, 15.5 }, { 0, 0, 1 } },
  { "lat", BONE_TORSO, 37, { -5, 0, 14 }, { -0.4, 0, 0.9 } },
  { "chest", BONE_TORSO, 42, { 10.6, 0, 8 }, { 1, 0, 0 } },
  { "belly", BONE_TORSO, 18, { 9.8, 0, 0 }, { 1, 0, 0 } },
  { "waist", BONE_TORSO, 17, { 0, 0, 13 }, { 0, 0, 1 } },
  { "neck-back", BONE_TORSO, 56, { -5.5, 2, 2.5 }, { -1, 0.3, 0 } },
  { "trap", BONE_TORSO, 53, { -2.5, 2.5, 9 }, { -0.2, 1, 0.2 } },
  { "neck-side", BONE_NECK, 5, { 0, 0, 4.6 }, { 0, 0, 1 } },
  { "neck-front", BONE_NECK, 5, { 4, 0, 2.6 }, { 1, 0, 0.3 } },
  { "skull-base", BONE_HEAD, -6, { -8, 0, 2.5 }, { -1, 0, 0 } },
  { "head-top", BONE_HEAD, 8, { -1, 1, 0 }, { 0, 1, 0 } },
  { "head-side", BONE_HEAD, 3, { 0, 0, 8.4 }, { 0, 0, 1 } },
  { "head-back", BONE_HEAD, 1, { -10, 0, 0 }, { -1, 0, 0 } },
  { "forehead", BONE_HEAD, 4, { 8.6, 0, 0 }, { 1, 0.2, 0 } },
  { "temple", BONE_HEAD, 1, { 4, 0, 7.2 }, { 0, 0, 1 } },
  { "jaw", BONE_HEAD, -7, { 3, 0, 5.4 }, { 0, 0, 1 } },
  { "chin", BONE_HEAD, -12, { 7.5, 0, 0 }, { 1, 0, 0 } },
  { "shoulder", BONE_SHOULDER, 0, { 0, 4, 4 }, { 0, 1, 0.6 } },
  { "shoulder-front", BONE_SHOULDER, 0, { 5.6, 0, 0 }, { 1, 0, 0 } },
  { "shoulder-back", BONE_SHOULDER, 0, { -5.6, 0, 0 }, { -1, 0, 0 } },
  { "upper-arm", BONE_UPPER_ARM, -14, { 0, 0, 5 }, { 0, 0, 1 } },
  { "biceps", BONE_UPPER_ARM, -15, { 4.8, 0, 0 }, { 1, 0, 0 } },
  { "triceps", BONE_UPPER_ARM, -15, { -4.6, 0, 0 }, { -1, 0, 0 } },
  { "elbow", BONE_UPPER_ARM, -29.5, { 0, 0, 0 }, { -1, 0, 0 } },
  { "forearm", BONE_FOREARM, -10, { 3.6, 0, 0 }, { 1, 0, 0 } },
  { "forearm-outer", BONE_FOREARM, -9, { 0, 0, 3.9 }, { 0, 0, 1 } },
  { "forearm-inner", BONE_FOREARM, -9, { 0, 0, -3.6 }, { 0, 0, -1 } },
  { "wrist", BONE_FOREARM, -25, { 0, 0, 0 }, { 0, 0, 1 } },
  { "palm", BONE_HAND, -7, { 0, 0, -1.6 }, { 0, 0, -1 } },
  { "hand-back", BONE_HAND, -6, { 0, 0, 1.7 }, { 0, 0, 1 } },
  { "knuckles", BONE_HAND, -9.2, { 0, 0, 0.8 }, { 0, -1, 0.3 } },
  { "fist", BONE_HAND, -8, { 0, 0, -2.4 }, { 0, 0, -1 } },
  { "fingers", BONE_HAND, -17, { 0, 0, 0 }, { 0, 0, -1 } },
  { "thumb", BONE_THUMB, 0, { 0, 0, 0 }, { 0, -1, -0.3 } },
  { "thumb-base", BONE_HAND, -4.2, { 2.8, 0, -1.9 }, { 0.4, 0, -1 } },
  { "thigh-front", BONE_THIGH, -20, { 7.2, 0, 0 }, { 1, 0, 0 } },
  { "thigh-back", BONE_THIGH, -22, { -7.0, 0, 0 }, { -1, 0, 0 } },
  { "thigh-side", BONE_THIGH, -20, { 0, 0, 7.4 }, { 0, 0, 1 } },
  { "thigh-inner", BONE_THIGH, -20, { 0, 0, -7.0 }, { 0, 0, -1 } },
  { "knee", BONE_THIGH, -43, { 5.6, 0, 0 }, { 1, 0, 0 } },
  { "knee-back", BONE_THIGH, -42, { -5, 0, 0 }, { -1, 0, 0 } },
  { "calf", BONE_SHIN, -12, { -6.4, 0, 0 }, { -1, 0, 0 } },
  { "shin", BONE_SHIN, -16, { 4.6, 0, 0 }, { 1, 0, 0 } },
  { "shin-side", BONE_SHIN, -14, { 0.5, 0, 5.2 }, { 0, 0, 1 } },
  { "ankle", BONE_SHIN, -39.5, { 0, 0, 0 }, { 1, 0, 0 } },
  { "sole", BONE_FOOT, 0, { 3, -7.6, 0 }, { 0, -1, 0 } },
  { "heel", BONE_FOOT, 0, { -4.5, -7.6, 0 }, { 0, -1, 0 } },
  { "ball-of-foot", BONE_FOOT, 0, { 11, -7.6, 0 }, { 0, -1, 0 } },
  { "toes", BONE_FOOT, 0, { 17, -6, 0 }, { 1, 0, 0 } },
};

/**
 * uk_anchor_find:
 * @name: name of an anchor without its side, need not be terminated
 * @length: length of @name
 *
 * Returns: its index, or -1
 */
int
uk_anchor_find (const char *name, gsize length)
{
  g_return_val_if_fail (name != NULL, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (anchors); i++) {
    if (strlen (anchors[i].name) == length && strncmp (anchors[i].name, name, length) == 0)
      return (int)i;
  }
  return -1;
}

/**
 * uk_anchor_get_name:
 * @anchor: index of an anchor
 *
 * Returns: (nullable): its name, %NULL past the last one
 */
const char *
uk_anchor_get_name (int anchor)
{
  return anchor >= 0 && anchor < (int)G_N_ELEMENTS (anchors) ? anchors[anchor].name : NULL;
}

gboolean
uk_anchor_is_hand (int anchor)
{
  return uk_anchor_get_name (anchor) != NULL
         && (anchors[anchor].bone == BONE_HAND || anchors[anchor].bone == BONE_THUMB);
}

gboolean
uk_anchor_is_foot (int anchor)
{
  return uk_anchor_get_name (anchor) != NULL && anchors[anchor].bone == BONE_FOOT;
}

/**
 * uk_anchor_get_part:
 * @anchor: index of an anchor
 * @half: of which side
 *
 * Returns: the part of the body that carries the anchor
 */
UkPart
uk_anchor_get_part (int anchor, int half)
{
  int side = half == UK_BODY_LEFT ? 0 : 1;

  g_return_val_if_fail (uk_anchor_get_name (anchor) != NULL, UK_PART_TORSO);

  switch (anchors[anchor].bone) {
  case BONE_HEAD:
    return UK_PART_HEAD;
  case BONE_SHOULDER:
  case BONE_UPPER_ARM:
    return UK_PART_UPPER_ARM_LEFT + 2 * side;
  case BONE_FOREARM:
  case BONE_HAND:
  case BONE_THUMB:
    return UK_PART_FOREARM_LEFT + 2 * side;
  case BONE_THIGH:
    return UK_PART_THIGH_LEFT + 2 * side;
  case BONE_SHIN:
  case BONE_FOOT:
    return UK_PART_SHIN_LEFT + 2 * side;
  case BONE_TORSO:
  case BONE_NECK:
  default:
    return UK_PART_TORSO;
  }
}

static void
locate_bone (Bone bone, int side, double along, const UkSkeleton *s, UkVec *point, UkFrame *frame)
{
  switch (bone) {
  case BONE_TORSO:
    uk_skeleton_get_torso (s, along, point, frame);
    return;
  case BONE_NECK:
    *point = s->neck_base;
    *frame = s->neck;
    break;
  case BONE_HEAD:
    *point = uk_vec_add (s->head_joint, uk_frame_out (&s->head, 1.0, 7.5, 0));
    *frame = s->head;
    break;
  case BONE_UPPER_ARM:
    *point = s->shoulder[side];
    *frame = s->upper_arm[side];
    break;
  case BONE_FOREARM:
    *point = s->elbow[side];
    *frame = s->forearm[side];
    break;
  case BONE_HAND:
  case BONE_THUMB:
    *point = s->wrist[side];
    *frame = s->hand[side];
    break;
  case BONE_THIGH:
    *point = s->hip[side];
    *frame = s->thigh[side];
    break;
  case BONE_SHIN:
    *point = s->knee[side];
    *frame = s->shin[side];
    break;
  case BONE_FOOT:
    *point = s->ankle[side];
    *frame = s->foot[side];
    break;
  case BONE_SHOULDER:
  default:
    *point = s->shoulder[side];
    *frame = s->spine[2];
    break;
  }
  *point = uk_vec_along (*point, frame->u, along);
}

/* Where the skin of this body is. */
static UkVec
fit_offset (int anchor, UkVec offset, const UkBody *body)
{
  double along = anchors[anchor].along;

  switch (anchors[anchor].bone) {
  case BONE_TORSO:
    offset.z *= uk_body_get_width (body, along);
    if (anchors[anchor].normal.x > 0)
      offset.x += uk_body_get_bust (body, along);
    break;
  case BONE_NECK:
    offset.x *= body->neck;
    offset.z *= body->neck;
    break;
  case BONE_UPPER_ARM:
  case BONE_FOREARM:
    offset.x *= body->arm;
    offset.z *= body->arm;
    break;
  case BONE_THIGH:
  case BONE_SHIN:
    offset.x *= body->leg;
    offset.z *= body->leg;
    break;
  case BONE_HEAD:
  case BONE_SHOULDER:
  case BONE_HAND:
  case BONE_THUMB:
  case BONE_FOOT:
  default:
    break;
  }
  return offset;
}

/**
 * uk_anchor_locate:
 * @anchor: index of an anchor
 * @half: its side; UK_BODY_MIDDLE puts an anchor of the trunk on the midline
 * @skeleton: of whom
 * @point: (out): where it is in the world
 * @normal: (out) (optional): away from the skin
 */
void
uk_anchor_locate (int anchor, int half, const UkSkeleton *skeleton, UkVec *point, UkVec *normal)
{
  UkFrame frame;
  UkVec offset, away;
  double outward;
  int side = half == UK_BODY_LEFT ? 0 : 1;
  gboolean limb;

  g_return_if_fail (uk_anchor_get_name (anchor) != NULL);
  g_return_if_fail (skeleton != NULL && point != NULL);

  limb = anchors[anchor].bone >= BONE_SHOULDER;
  outward = half == UK_BODY_LEFT ? -1 : half == UK_BODY_RIGHT || limb ? 1 : 0;
  offset = anchors[anchor].offset;
  away = anchors[anchor].normal;
  locate_bone (anchors[anchor].bone, side, anchors[anchor].along, skeleton, point, &frame);
  if (anchors[anchor].bone == BONE_THUMB)
    *point = uk_vec_add (
        *point,
        uk_frame_out_vec (&frame, uk_anchor_get_offset (anchor, half, &skeleton->fingers[side])));
  offset = fit_offset (anchor, offset, skeleton->body);
  if (anchors[anchor].bone == BONE_HEAD && anchors[anchor].along <= CHIN)
    offset.y -= UK_MOUTH_OPEN * skeleton->mouth;
  *point = uk_vec_add (*point, uk_frame_out (&frame, offset.x, offset.y, offset.z * outward));
  if (normal != NULL)
    *normal = uk_vec_unit (uk_frame_out (&frame, away.x, away.y, away.z * outward));
}

/**
 * uk_anchor_get_offset:
 * @anchor: index of an anchor of a hand or foot
 * @half: its side
 * @hand: the shape of the hand, which counts for the thumb
 *
 * Returns: the anchor in the frame of its bone, from the near joint
 */
UkVec
uk_anchor_get_offset (int anchor, int half, const UkHand *hand)
{
  UkVec offset;

  g_return_val_if_fail (uk_anchor_get_name (anchor) != NULL, uk_vec (0, 0, 0));

  offset = anchors[anchor].offset;
  if (anchors[anchor].bone == BONE_THUMB) {
    UkVec tip = uk_hand_get_thumb (hand, UK_THUMB_JOINTS - 1);

    offset = uk_vec (tip.x, tip.y, -tip.z);
  }
  return uk_vec (offset.x, offset.y + anchors[anchor].along,
                 half == UK_BODY_LEFT ? -offset.z : offset.z);
}

/**
 * uk_place_locate:
 * @place: what to look for
 * @self: who owns the place
 * @other: (nullable): the other person; their anchors become the origin without
 * @normal: (out) (optional): away from the skin; up for a point of the world
 *
 * Returns: the point in the world
 */
UkVec
uk_place_locate (const UkPlace *place,
                 const UkSkeleton *self,
                 const UkSkeleton *other,
                 UkVec *normal)
{
  const UkSkeleton *owner = place->other ? other : self;
  UkVec point = uk_vec (0, 0, 0), away = uk_vec (0, 1, 0);

  if (place->set && place->anchor >= 0 && owner != NULL)
    uk_anchor_locate (place->anchor, place->half, owner, &point, &away);
  if (normal != NULL)
    *normal = away;
  return uk_vec_add (point, place->offset);
}
