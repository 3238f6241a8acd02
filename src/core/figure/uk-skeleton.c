/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-skeleton.h"

#include "core/figure/uk-flesh.h"

#include <string.h>

/* At rest the neck leans forward and the head undoes it. */
#define NECK_LEAN 16.0
#define SOLE_HEIGHT 7.6

#define ARM_REACH 0.999    /* share of the length of an arm */
#define GIRDLE_STRETCH 2.5 /* cm */
#define FLOOR_SINK 0.9     /* cm that flesh may be pressed in */

static double
sign_of (int half)
{
  return half == UK_BODY_LEFT ? -1 : 1;
}

static void
get_torso_raw (const UkSkeleton *s, double height, UkVec *point, UkFrame *frame)
{
  static const double lengths[] = { UK_BONE_PELVIS, UK_BONE_LUMBAR, UK_BONE_THORAX };
  UkVec from = s->root;
  const UkFrame *f = &s->pelvis;

  for (int i = 0; i < 3 && height >= lengths[i]; i++) {
    height -= lengths[i];
    from = s->joints[i];
    f = &s->spine[i];
  }
  *point = uk_vec_along (from, f->u, height);
  *frame = *f;
}

/**
 * uk_skeleton_get_torso:
 * @skeleton: of whom
 * @height: cm up the spine from the hips, may be negative
 * @point: (out): where that is
 * @frame: (out): how the trunk is turned there
 *
 * Follows the curve of the spine with its joints rounded.
 */
void
uk_skeleton_get_torso (const UkSkeleton *skeleton, double height, UkVec *point, UkFrame *frame)
{
  UkVec sum = uk_vec (0, 0, 0), front = sum, up = sum;

  for (int k = -3; k <= 3; k++) {
    UkVec q;
    UkFrame m;

    get_torso_raw (skeleton, height + k * 2.4, &q, &m);
    sum = uk_vec_add (sum, q);
    front = uk_vec_add (front, m.f);
    up = uk_vec_add (up, m.u);
  }
  *point = uk_vec_scale (sum, 1 / 7.0);
  *frame = uk_frame_make (up, front);
}

/* Places root, middle and end of a limb so that the end reaches the goal and the middle joint
 * points to the pole.  A knee folds backwards, an elbow forwards. */
typedef struct {
  UkVec root, goal, pole;
  double upper, lower;
  gboolean knee;
  UkVec middle, end;
  UkFrame upper_frame, lower_frame;
} Reach;

static void
reach (Reach *r)
{
  UkVec way = uk_vec_sub (r->goal, r->root), direction = uk_vec_unit (way), aside, front;
  double distance
      = CLAMP (uk_vec_length (way), fabs (r->upper - r->lower) + 4, (r->upper + r->lower) * 0.9995);
  double c;

  r->end = uk_vec_along (r->root, direction, distance);
  aside = uk_vec_reject (r->pole, direction);
  if (uk_vec_length (aside) < 1e-4)
    aside = uk_vec_cross (direction, uk_vec (0, 0, 1));
  aside = uk_vec_unit (aside);
  c = (r->upper * r->upper + distance * distance - r->lower * r->lower) / (2 * r->upper * distance);
  c = CLAMP (c, -1, 1);
  r->middle = uk_vec_along (uk_vec_along (r->root, direction, r->upper * c), aside,
                            r->upper * sqrt (1 - c * c));
  front = r->knee ? aside : uk_vec_scale (aside, -1);
  r->upper_frame = uk_frame_make (uk_vec_sub (r->root, r->middle), front);
  r->lower_frame = uk_frame_make (uk_vec_sub (r->middle, r->end), front);
}

/* What is a little too far for these shoulders is reached with them. */
static void
stretch_girdle (UkSkeleton *s, int half, UkVec goal)
{
  UkVec way = uk_vec_sub (goal, s->shoulder[half]);
  double lack = uk_vec_length (way) - (UK_BONE_UPPER_ARM + UK_BONE_FOREARM) * ARM_REACH;
  const UkFrame *chest = &s->spine[2];
  UkVec shift;

  if (s->body->shoulders == 0 || lack <= 0 || lack > GIRDLE_STRETCH)
    return;
  shift = uk_vec_scale (uk_vec_unit (way), lack);
  s->shoulder[half] = uk_vec_add (s->shoulder[half], shift);
  s->girdle[half] = uk_vec_add (s->girdle[half],
                                uk_vec (uk_vec_dot (shift, chest->f), uk_vec_dot (shift, chest->u),
                                        uk_vec_dot (shift, chest->r)));
}

static void
reach_arm (UkSkeleton *s, int half, UkVec goal, UkVec pole)
{
  Reach r = { .root = s->shoulder[half],
              .goal = goal,
              .pole = pole,
              .upper = UK_BONE_UPPER_ARM,
              .lower = UK_BONE_FOREARM,
              .knee = FALSE };

  reach (&r);
  s->elbow[half] = r.middle;
  s->wrist[half] = r.end;
  s->upper_arm[half] = r.upper_frame;
  s->forearm[half] = r.lower_frame;
}

static void
reach_leg (UkSkeleton *s, int half, UkVec goal, UkVec pole)
{
  Reach r = { .root = s->hip[half],
              .goal = goal,
              .pole = pole,
              .upper = UK_BONE_THIGH,
              .lower = UK_BONE_SHIN,
              .knee = TRUE };

  reach (&r);
  s->knee[half] = r.middle;
  s->ankle[half] = r.end;
  s->thigh[half] = r.upper_frame;
  s->shin[half] = r.lower_frame;
}

static void
hang_arm (UkSkeleton *s, int half)
{
  s->elbow[half] = uk_vec_along (s->shoulder[half], s->upper_arm[half].u, -UK_BONE_UPPER_ARM);
  s->wrist[half] = uk_vec_along (s->elbow[half], s->forearm[half].u, -UK_BONE_FOREARM);
}

static void
hang_leg (UkSkeleton *s, int half)
{
  s->knee[half] = uk_vec_along (s->hip[half], s->thigh[half].u, -UK_BONE_THIGH);
  s->ankle[half] = uk_vec_along (s->knee[half], s->shin[half].u, -UK_BONE_SHIN);
}

static void
place_spine (UkSkeleton *s)
{
  s->joints[0] = uk_vec_along (s->root, s->pelvis.u, UK_BONE_PELVIS);
  s->joints[1] = uk_vec_along (s->joints[0], s->spine[0].u, UK_BONE_LUMBAR);
  s->joints[2] = uk_vec_along (s->joints[1], s->spine[1].u, UK_BONE_THORAX);
  s->neck_base = uk_vec_add (s->joints[2], uk_frame_out (&s->spine[2], 0.3, UK_BONE_CHEST, 0));
  s->head_joint = uk_vec_along (s->neck_base, s->neck.u, UK_BONE_NECK);
  for (int half = 0; half < 2; half++) {
    s->shoulder[half] = uk_vec_add (s->joints[2], uk_frame_out_vec (&s->spine[2], s->girdle[half]));
    s->hip[half]
        = uk_vec_along (s->root, s->pelvis.r, sign_of (half) * (UK_BONE_HIP_WIDTH + s->body->hips));
  }
}

static UkFrame
aim_hand (UkVec fingers, UkVec palm, int half)
{
  UkFrame f;

  f.u = uk_vec_scale (uk_vec_unit (fingers), -1);
  f.r = uk_vec_unit (uk_vec_reject (uk_vec_scale (palm, -sign_of (half)), f.u));
  f.f = uk_vec_cross (f.u, f.r);
  return f;
}

/* The wrist or ankle that puts the touching anchor on the goal. */
static UkVec
get_goal (
    const UkSkeleton *s, const UkSkeleton *other, const UkLimb *limb, int half, const UkFrame *end)
{
  UkVec goal = uk_place_locate (&limb->to, s, other, NULL);

  if (limb->touch < 0)
    return goal;
  return uk_vec_sub (goal,
                     uk_frame_out_vec (end, uk_anchor_get_offset (limb->touch, half, &limb->hand)));
}

static gboolean
has_goal (const UkLimb *limb, const UkSkeleton *other)
{
  return limb->to.set && (!limb->to.other || other != NULL);
}

static UkFrame
get_foot (const UkSkeleton *s, const UkLimb *limb, int half)
{
  if (limb->aimed)
    return uk_frame_make (uk_vec_scale (limb->face, -1), limb->aim);
  return uk_frame_side (uk_frame_flex (s->shin[half], -limb->end), sign_of (half) * limb->edge);
}

static void
solve_leg (UkSkeleton *s, const UkPose *pose, const UkSkeleton *other, int half, gboolean goals)
{
  const UkLimb *limb = &pose->leg[half];
  double sign = sign_of (half);
  UkFrame f = uk_frame_flex (s->pelvis, -limb->flex);

  f = uk_frame_twist (uk_frame_side (f, -sign * limb->abd), sign * limb->rot);
  s->thigh[half] = f;
  s->shin[half] = uk_frame_twist (uk_frame_flex (f, limb->bend), sign * limb->turn);
  hang_leg (s, half);
  s->foot[half] = get_foot (s, limb, half);
  s->leg_planted[half] = has_goal (limb, other);
  s->foot_aimed[half] = limb->aimed;
  s->toes[half] = limb->toes;
  s->toe_spread[half] = limb->toe_spread;
  s->leg_layer[half] = limb->layer;
  if (!goals || !s->leg_planted[half])
    return;
  /* Without an aim the foot depends on the shin that depends on the foot: three rounds settle it.
   */
  for (int round = 0; round < (limb->touch >= 0 && !limb->aimed ? 3 : 1); round++) {
    UkVec pole = limb->has_pole ? limb->pole : uk_vec_along (s->pelvis.f, s->pelvis.u, 0.35);

    reach_leg (s, half, get_goal (s, other, limb, half, &s->foot[half]), pole);
    s->shin[half] = uk_frame_twist (s->shin[half], sign * limb->turn);
    s->foot[half] = get_foot (s, limb, half);
  }
}

static UkFrame
get_hand (const UkSkeleton *s, const UkLimb *limb, int half)
{
  if (limb->aimed)
    return aim_hand (limb->aim, limb->face, half);
  return uk_frame_flex (uk_frame_side (s->forearm[half], sign_of (half) * limb->end), -limb->edge);
}

static void
solve_arm (UkSkeleton *s, const UkPose *pose, const UkSkeleton *other, int half, gboolean goals)
{
  const UkLimb *limb = &pose->arm[half];
  double sign = sign_of (half);
  UkFrame f = uk_frame_flex (s->spine[2], -limb->flex);

  f = uk_frame_twist (uk_frame_side (f, -sign * limb->abd), sign * limb->rot);
  s->upper_arm[half] = f;
  s->forearm[half] = uk_frame_twist (uk_frame_flex (f, -limb->bend), sign * limb->turn);
  hang_arm (s, half);
  s->hand[half] = get_hand (s, limb, half);
  s->arm_planted[half] = has_goal (limb, other);
  s->hand_aimed[half] = limb->aimed;
  s->fingers[half] = limb->hand;
  s->arm_layer[half] = limb->layer;
  if (!goals || !s->arm_planted[half])
    return;
  for (int round = 0; round < (limb->touch >= 0 && !limb->aimed ? 3 : 1); round++) {
    const UkFrame *chest = &s->spine[2];
    UkVec pole = limb->has_pole ? limb->pole : uk_frame_out (chest, -0.5, -0.7, sign * 0.6);

    stretch_girdle (s, half, get_goal (s, other, limb, half, &s->hand[half]));
    reach_arm (s, half, get_goal (s, other, limb, half, &s->hand[half]), pole);
    s->forearm[half] = uk_frame_twist (s->forearm[half], sign * limb->turn);
    s->hand[half] = get_hand (s, limb, half);
  }
}

static void
solve_trunk (UkSkeleton *s, const UkPose *pose)
{
  UkFrame f = uk_frame_flex (uk_frame_twist (uk_frame_world (), pose->turn), pose->lean);

  f = uk_frame_side (uk_frame_twist (f, pose->roll), pose->tilt);
  s->pelvis = f;
  s->root = uk_vec (pose->root.x,
                    pose->root_y_set ? pose->root.y : UK_BONE_THIGH + UK_BONE_SHIN + SOLE_HEIGHT,
                    pose->root.z);
  for (int joint = 0; joint < 3; joint++) {
    f = uk_frame_side (uk_frame_flex (f, pose->spine[0][joint]), pose->spine[1][joint]);
    f = uk_frame_twist (f, pose->spine[2][joint]);
    s->spine[joint] = f;
  }
  f = uk_frame_side (uk_frame_flex (f, NECK_LEAN + pose->neck[0]), pose->neck[1]);
  s->neck = uk_frame_twist (f, pose->neck[2]);
  f = uk_frame_side (uk_frame_flex (s->neck, pose->head[0] - NECK_LEAN), pose->head[1]);
  s->head = uk_frame_twist (f, pose->head[2]);
  for (int half = 0; half < 2; half++) {
    const UkLimb *arm = &pose->arm[half];
    double up = pose->shoulder_up[half], forward = pose->shoulder_fwd[half];

    if (!arm->to.set) { /* the girdle follows a raised arm */
      double height = -cos (uk_radians (arm->abd)) * cos (uk_radians (arm->flex));

      up += MAX (0, height + 0.5) * 2.6;
    }
    s->girdle[half] = uk_vec (
        -0.8 + forward, 8.2 + up,
        sign_of (half)
            * (UK_BONE_SHOULDER_WIDTH + s->body->shoulders - 0.25 * up - 0.2 * fabs (forward)));
  }
  place_spine (s);
}

static double
get_lowest (const UkSkeleton *s, gboolean planted_too)
{
  UkFlesh flesh;

  uk_flesh_build (&flesh, s);
  return uk_flesh_get_lowest (&flesh, s, planted_too);
}

static void
solve_goals (UkSkeleton *s, const UkPose *pose, const UkSkeleton *other)
{
  for (int round = 0; round < 2; round++) { /* twice: one foot may rest on the other leg */
    for (int half = 0; half < 2; half++)
      solve_leg (s, pose, other, half, TRUE);
  }
  for (int round = 0; round < 2; round++) { /* and one hand may hold the other arm */
    for (int half = 0; half < 2; half++)
      solve_arm (s, pose, other, half, TRUE);
  }
}

/**
 * uk_skeleton_solve:
 * @skeleton: (out caller-allocates): the result
 * @pose: what to take up
 * @body: who does; has to outlive the result
 * @other: (nullable): another person whose anchors the limbs may reach for, in the coordinates of
 * @pose
 *
 * Without a given height the person is put on the floor.  Goals that are too far away are missed.
 */
void
uk_skeleton_solve (UkSkeleton *skeleton,
                   const UkPose *pose,
                   const UkBody *body,
                   const UkSkeleton *other)
{
  UkSkeleton *s = skeleton;

  g_return_if_fail (skeleton != NULL && pose != NULL && body != NULL);

  memset (s, 0, sizeof *s);
  s->body = body;
  s->eyes_closed = pose->eyes_closed;
  s->mouth = pose->mouth;
  solve_trunk (s, pose);
  for (int half = 0; half < 2; half++) {
    solve_leg (s, pose, other, half, !pose->leg[half].to.set);
    solve_arm (s, pose, other, half, FALSE);
  }
  if (!pose->root_y_set) {
    UkFrame still = uk_frame_world ();

    uk_skeleton_move (s, &still, uk_vec (0, pose->lift - get_lowest (s, FALSE), 0));
  }
  solve_goals (s, pose, other);
  s->low = get_lowest (s, TRUE);
  if (s->low < -FLOOR_SINK && body != uk_body_get (UK_BODY_NEUTRAL)) {
    /* poses are written for the neutral body: a broader one lies a little higher */
    UkFrame still = uk_frame_world ();

    uk_skeleton_move (s, &still, uk_vec (0, -FLOOR_SINK / 2 - s->low, 0));
    solve_goals (s, pose, other);
    s->low = get_lowest (s, TRUE);
  }
}

/**
 * uk_skeleton_move:
 * @skeleton: whom to move
 * @turn: how to turn about the origin
 * @shift: then how far to move
 */
void
uk_skeleton_move (UkSkeleton *skeleton, const UkFrame *turn, UkVec shift)
{
  UkSkeleton *s = skeleton;
  UkVec *points[] = {
    &s->root,        &s->neck_base,   &s->head_joint, &s->joints[0], &s->joints[1], &s->joints[2],
    &s->shoulder[0], &s->shoulder[1], &s->elbow[0],   &s->elbow[1],  &s->wrist[0],  &s->wrist[1],
    &s->hip[0],      &s->hip[1],      &s->knee[0],    &s->knee[1],   &s->ankle[0],  &s->ankle[1],
  };
  UkFrame *frames[] = {
    &s->pelvis,       &s->spine[0],     &s->spine[1],   &s->spine[2],   &s->neck,    &s->head,
    &s->upper_arm[0], &s->upper_arm[1], &s->forearm[0], &s->forearm[1], &s->hand[0], &s->hand[1],
    &s->thigh[0],     &s->thigh[1],     &s->shin[0],    &s->shin[1],    &s->foot[0], &s->foot[1],
  };

  g_return_if_fail (skeleton != NULL && turn != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    *points[i] = uk_vec_add (uk_frame_out_vec (turn, *points[i]), shift);
  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    *frames[i] = uk_frame_absolute (turn, frames[i]);
}

static UkFrame
mix_joint (const UkFrame *parent_a,
           const UkFrame *a,
           const UkFrame *parent_b,
           const UkFrame *b,
           const UkFrame *parent,
           double t)
{
  UkFrame p = uk_frame_relative (parent_a, a), q = uk_frame_relative (parent_b, b);
  UkFrame local = uk_frame_slerp (&p, &q, t);

  return uk_frame_absolute (parent, &local);
}

/* Blended as angles, then, if both keys have a goal, moved onto the blended goal. */
static void
mix_leg (UkSkeleton *o, const UkSkeleton *a, const UkSkeleton *b, double t, int half)
{
  o->thigh[half]
      = mix_joint (&a->pelvis, &a->thigh[half], &b->pelvis, &b->thigh[half], &o->pelvis, t);
  o->shin[half] = mix_joint (&a->thigh[half], &a->shin[half], &b->thigh[half], &b->shin[half],
                             &o->thigh[half], t);
  hang_leg (o, half);
  if (a->leg_planted[half] && b->leg_planted[half]) {
    UkFrame shin = o->shin[half];

    reach_leg (o, half, uk_vec_mix (a->ankle[half], b->ankle[half], t), o->thigh[half].f);
    o->shin[half] = uk_frame_make (o->shin[half].u, shin.f); /* the shin keeps its twist */
  }
  if (a->foot_aimed[half] && b->foot_aimed[half])
    o->foot[half] = uk_frame_slerp (&a->foot[half], &b->foot[half], t);
  else
    o->foot[half] = mix_joint (&a->shin[half], &a->foot[half], &b->shin[half], &b->foot[half],
                               &o->shin[half], t);
}

static void
mix_arm (UkSkeleton *o, const UkSkeleton *a, const UkSkeleton *b, double t, int half)
{
  o->upper_arm[half] = mix_joint (&a->spine[2], &a->upper_arm[half], &b->spine[2],
                                  &b->upper_arm[half], &o->spine[2], t);
  o->forearm[half] = mix_joint (&a->upper_arm[half], &a->forearm[half], &b->upper_arm[half],
                                &b->forearm[half], &o->upper_arm[half], t);
  hang_arm (o, half);
  if (a->arm_planted[half] && b->arm_planted[half]) {
    UkFrame forearm = o->forearm[half];

    reach_arm (o, half, uk_vec_mix (a->wrist[half], b->wrist[half], t),
               uk_vec_scale (o->upper_arm[half].f, -1));
    o->forearm[half] = uk_frame_make (o->forearm[half].u, forearm.f); /* and the forearm its turn */
  }
  if (a->hand_aimed[half] && b->hand_aimed[half])
    o->hand[half] = uk_frame_slerp (&a->hand[half], &b->hand[half], t);
  else
    o->hand[half] = mix_joint (&a->forearm[half], &a->hand[half], &b->forearm[half], &b->hand[half],
                               &o->forearm[half], t);
}

static void
mix_limbs (UkSkeleton *o, const UkSkeleton *a, const UkSkeleton *b, double t)
{
  place_spine (o);
  for (int half = 0; half < 2; half++) {
    mix_leg (o, a, b, t, half);
    mix_arm (o, a, b, t, half);
  }
}

static UkHand
mix_hand (const UkHand *a, const UkHand *b, double t)
{
  UkHand o;

  for (int finger = 0; finger < 4; finger++)
    o.curl[finger] = uk_mix (a->curl[finger], b->curl[finger], t);
  o.thumb = uk_mix (a->thumb, b->thumb, t);
  o.reach = uk_mix (a->reach, b->reach, t);
  o.oppose = uk_mix (a->oppose, b->oppose, t);
  o.spread = uk_mix (a->spread, b->spread, t);
  return o;
}

/**
 * uk_skeleton_mix:
 * @out: (out caller-allocates): the person in between
 * @a: where the movement starts
 * @b: where it ends
 * @t: 0 to 1
 *
 * Turns every joint the shortest way.  Limbs with a goal in both keep it, and who is on the floor
 * stays on it.
 */
void
uk_skeleton_mix (UkSkeleton *out, const UkSkeleton *a, const UkSkeleton *b, double t)
{
  double sink;

  g_return_if_fail (out != NULL && a != NULL && b != NULL);

  *out = t < 0.5 ? *a : *b;
  out->eyes_closed = uk_mix (a->eyes_closed, b->eyes_closed, t);
  out->mouth = uk_mix (a->mouth, b->mouth, t);
  out->root = uk_vec_mix (a->root, b->root, t);
  out->pelvis = uk_frame_slerp (&a->pelvis, &b->pelvis, t);
  out->spine[0] = mix_joint (&a->pelvis, &a->spine[0], &b->pelvis, &b->spine[0], &out->pelvis, t);
  for (int i = 1; i < 3; i++)
    out->spine[i] = mix_joint (&a->spine[i - 1], &a->spine[i], &b->spine[i - 1], &b->spine[i],
                               &out->spine[i - 1], t);
  out->neck = mix_joint (&a->spine[2], &a->neck, &b->spine[2], &b->neck, &out->spine[2], t);
  out->head = mix_joint (&a->neck, &a->head, &b->neck, &b->head, &out->neck, t);
  for (int half = 0; half < 2; half++) {
    out->girdle[half] = uk_vec_mix (a->girdle[half], b->girdle[half], t);
    out->fingers[half] = mix_hand (&a->fingers[half], &b->fingers[half], t);
    out->toes[half] = uk_mix (a->toes[half], b->toes[half], t);
    out->toe_spread[half] = uk_mix (a->toe_spread[half], b->toe_spread[half], t);
  }
  mix_limbs (out, a, b, t);
  out->low = uk_mix (a->low, b->low, t);
  sink = out->low - get_lowest (out, TRUE);
  if (fabs (sink) > 0.05 && a->low < 12 && b->low < 12) {
    out->root.y += sink;
    mix_limbs (out, a, b, t);
  }
}

/**
 * uk_skeleton_breathe:
 * @skeleton: who breathes
 * @breath: -1 breathed out to 1 breathed in
 *
 * Lifts and widens the chest a little; hands and feet with a goal stay where they are.
 */
void
uk_skeleton_breathe (UkSkeleton *skeleton, double breath)
{
  UkSkeleton rest;

  g_return_if_fail (skeleton != NULL);

  rest = *skeleton;
  skeleton->breath = breath;
  for (int half = 0; half < 2; half++)
    skeleton->girdle[half].y += 0.3 * breath;
  mix_limbs (skeleton, &rest, &rest, 0);
}
