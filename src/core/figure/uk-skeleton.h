/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-pose.h"

G_BEGIN_DECLS

/* Lengths of the bones in centimetres, of a person 172 cm tall. */
#define UK_BONE_UPPER_ARM 29.5
#define UK_BONE_FOREARM 25.0
#define UK_BONE_THIGH 43.0
#define UK_BONE_SHIN 39.5
#define UK_BONE_HIP_WIDTH 8.6
#define UK_BONE_SHOULDER_WIDTH 16.2
#define UK_BONE_PELVIS 9.0
#define UK_BONE_LUMBAR 15.0
#define UK_BONE_THORAX 15.0
#define UK_BONE_CHEST 16.0
#define UK_BONE_NECK 9.5

#define UK_MOUTH_OPEN 2.6 /* cm by which the chin goes down */

/**
 * UkSkeleton:
 *
 * One person, solved: joints in the world and the frame of each bone.  Pairs are indexed by
 * UK_BODY_LEFT and UK_BODY_RIGHT.
 */
typedef struct {
  const UkBody *body;
  UkFrame pelvis, spine[3], neck, head;
  UkVec root, joints[3], neck_base, head_joint;
  UkVec shoulder[2], elbow[2], wrist[2], hip[2], knee[2], ankle[2];
  UkFrame upper_arm[2], forearm[2], hand[2], thigh[2], shin[2], foot[2];
  UkHand fingers[2];
  double toes[2], toe_spread[2];
  UkVec girdle[2]; /* shoulder joint in the frame of the chest */
  gboolean arm_planted[2], leg_planted[2], hand_aimed[2], foot_aimed[2];
  int arm_layer[2], leg_layer[2];
  double eyes_closed; /* 0 to 1 */
  double mouth;       /* 0 closed to 1 open */
  double breath;      /* -1 out to 1 in */
  double low;         /* lowest point above the floor */
} UkSkeleton;

void uk_skeleton_solve (UkSkeleton *skeleton,
                        const UkPose *pose,
                        const UkBody *body,
                        const UkSkeleton *other);
void uk_skeleton_mix (UkSkeleton *out, const UkSkeleton *a, const UkSkeleton *b, double t);
void uk_skeleton_breathe (UkSkeleton *skeleton, double breath);
void uk_skeleton_move (UkSkeleton *skeleton, const UkFrame *turn, UkVec shift);
void
uk_skeleton_get_torso (const UkSkeleton *skeleton, double height, UkVec *point, UkFrame *frame);

G_END_DECLS
