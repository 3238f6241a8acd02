/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose.h"

static const struct {
  const char *name;
  UkHand hand;
} hands[] = {
  { "flat", { { 0, 0, 0, 0 }, .spread = 0.05 } },
  { "fist", { { 1, 1, 1, 1 }, .thumb = 1 } },
  { "pinch", { { 0.50, 0.62, 0.74, 0.82 }, .oppose = 1 } },
  { "point", { { 0.02, 0.95, 1, 1 }, .thumb = 0.95 } },
  { "thumb", { { 0.84, 0.90, 0.94, 0.96 }, .reach = 1 } },
  { "grip", { { 0.66, 0.70, 0.74, 0.78 }, .oppose = 0.8, .thumb = 0.2 } },
};

/**
 * uk_pose_init:
 * @pose: (out caller-allocates): what to fill
 * @id: kept, not copied
 * @title: kept, not copied
 *
 * Makes @pose a person who stands upright and is seen from the side.
 */
void
uk_pose_init (UkPose *pose, const char *id, const char *title)
{
  g_return_if_fail (pose != NULL);

  *pose = (UkPose){ .id = id, .title = title, .pitch = 7, .seconds = UK_POSE_DEFAULT_SECONDS };
  for (int half = 0; half < 2; half++) {
    pose->arm[half].hand = uk_hand_from_curl (0.22);
    pose->arm[half].touch = pose->leg[half].touch = -1;
  }
}

static void
mirror_place (UkPlace *place)
{
  if (place->half != UK_BODY_MIDDLE)
    place->half = 1 - place->half;
  place->offset.z = -place->offset.z;
}

static void
mirror_limb (UkLimb *limb)
{
  mirror_place (&limb->to);
  limb->pole.z = -limb->pole.z;
  limb->aim.z = -limb->aim.z;
  limb->face.z = -limb->face.z;
}

static void
mirror_prop (UkProp *prop)
{
  for (guint i = 0; i < prop->n_points; i++)
    mirror_place (&prop->points[i]);
  if (prop->kind == UK_PROP_SWEEP) {
    prop->size.a = 180 - prop->size.a;
    prop->size.b = 180 - prop->size.b;
  }
}

#define SWAP(type, a, b)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    type swap_ = (a);                                                                              \
    (a) = (b);                                                                                     \
    (b) = swap_;                                                                                   \
  }                                                                                                \
  G_STMT_END

/**
 * uk_pose_mirror:
 * @pose: what to change
 *
 * Swaps left and right and turns the camera, so that the picture becomes its mirror image.  Twice
 * is the same as not at all.  The helper, which belongs to the set, is only marked and mirrored
 * when it is solved.
 */
void
uk_pose_mirror (UkPose *pose)
{
  g_return_if_fail (pose != NULL);

  pose->root.z = -pose->root.z;
  pose->turn = -pose->turn;
  pose->roll = -pose->roll;
  pose->tilt = -pose->tilt;
  for (int axis = 1; axis < 3; axis++) {
    for (int joint = 0; joint < 3; joint++)
      pose->spine[axis][joint] = -pose->spine[axis][joint];
    pose->neck[axis] = -pose->neck[axis];
    pose->head[axis] = -pose->head[axis];
  }
  SWAP (double, pose->shoulder_up[0], pose->shoulder_up[1]);
  SWAP (double, pose->shoulder_fwd[0], pose->shoulder_fwd[1]);
  SWAP (UkLimb, pose->arm[0], pose->arm[1]);
  SWAP (UkLimb, pose->leg[0], pose->leg[1]);
  for (int half = 0; half < 2; half++) {
    mirror_limb (&pose->arm[half]);
    mirror_limb (&pose->leg[half]);
  }
  for (guint i = 0; i < pose->n_props; i++)
    mirror_prop (&pose->props[i]);
  mirror_place (&pose->focus_at);
  pose->helper_at.z = -pose->helper_at.z;
  pose->helper_turn = -pose->helper_turn;
  pose->helper_mirrored = !pose->helper_mirrored;
  pose->yaw = 180 - pose->yaw;
}

/**
 * uk_hand_from_curl:
 * @curl: 0 flat to 1 fist
 *
 * Returns: a hand with all fingers bent alike
 */
UkHand
uk_hand_from_curl (double curl)
{
  return (UkHand){ { curl, curl, curl, curl }, .thumb = 0.8 * curl };
}

/**
 * uk_hand_from_name:
 * @name: flat, fist, pinch, point, thumb or grip
 * @hand: (out): the shape
 *
 * Returns: %FALSE if there is no such shape
 */
gboolean
uk_hand_from_name (const char *name, UkHand *hand)
{
  g_return_val_if_fail (name != NULL && hand != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (hands); i++) {
    if (g_str_equal (hands[i].name, name)) {
      *hand = hands[i].hand;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_hand_get_thumb:
 * @hand: a shape
 * @joint: 0 at the wrist to UK_THUMB_JOINTS - 1, the tip
 *
 * Returns: the joint in the frame of the hand: front, up and towards the palm
 */
UkVec
uk_hand_get_thumb (const UkHand *hand, int joint)
{
  static const UkVec rest[UK_THUMB_JOINTS]
      = { { 1.7, -2.6, 0.6 }, { 3.7, -5.4, 1.2 }, { 4.4, -7.6, 1.4 }, { 4.7, -9.0, 1.4 } };
  /* what a thumb that is across the palm, stretched, opposed or spread adds to that */
  static const UkVec across[UK_THUMB_JOINTS]
      = { { 0, 0, 0 }, { -0.6, 0, 1.0 }, { -1.5, 0.2, 2.4 }, { -3.3, 0.3, 3.4 } };
  static const UkVec stretched[UK_THUMB_JOINTS]
      = { { 0, 0, 0 }, { -0.2, -0.4, 0.2 }, { -0.3, -1.4, 0.4 }, { -0.7, -3.2, 0.6 } };
  static const UkVec opposed[UK_THUMB_JOINTS]
      = { { 0, 0, 0 }, { -0.1, 0.2, 1.6 }, { -0.8, -0.1, 3.3 }, { -1.7, -0.7, 4.3 } };
  static const UkVec apart[UK_THUMB_JOINTS]
      = { { 0, 0, 0 }, { 1.0, 0, 0 }, { 1.6, 0.3, 0 }, { 2.0, 0.5, 0 } };
  UkVec p;

  g_return_val_if_fail (hand != NULL && joint >= 0 && joint < UK_THUMB_JOINTS, uk_vec (0, 0, 0));

  p = uk_vec_along (rest[joint], across[joint], hand->thumb);
  p = uk_vec_along (p, stretched[joint], hand->reach);
  p = uk_vec_along (p, opposed[joint], hand->oppose);
  return uk_vec_along (p, apart[joint], hand->spread);
}
