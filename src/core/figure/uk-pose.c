/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose.h"

static const struct {
  const char *name;
  UkHand hand;
} hands[] = {
  { "flat", { { 0, 0, 0, 0 }, 0.0, 0.0, 0.05 } },
  { "fist", { { 1, 1, 1, 1 }, 0.9, 0.0, 0.0 } },
  { "pinch", { { 0.52, 0.60, 0.70, 0.78 }, 0.75, 0.45, 0.0 } },
  { "point", { { 0.02, 0.95, 1, 1 }, 0.85, 0.0, 0.0 } },
  { "thumb", { { 0.80, 0.86, 0.92, 0.95 }, 0.0, 1.0, 0.0 } },
  { "grip", { { 0.70, 0.74, 0.78, 0.82 }, 1.0, 0.25, 0.0 } },
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
  return (UkHand){ { curl, curl, curl, curl }, 0.8 * curl, 0, 0 };
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
