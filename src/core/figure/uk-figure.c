/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-figure.h"

#include <string.h>

/* How deep a round prop sinks into the skin, as a share of its radius. */
#define PRESSED_IN 0.1

static UkFrame
get_turn (double degrees)
{
  return uk_frame_twist (uk_frame_world (), degrees);
}

/* Puts a prop with its places on the people of the figure. */
static void
place_prop (UkSolvedProp *solved, const UkProp *prop, const UkFigure *figure)
{
  const UkPlace *first = &prop->points[0];
  const UkSkeleton *self = &figure->people[0];
  const UkSkeleton *other = figure->n_people > 1 ? &figure->people[1] : NULL;
  UkVec ignored;

  solved->prop = *prop;
  solved->alpha = 1;
  for (guint i = 0; i < prop->n_points; i++)
    solved->points[i] = uk_place_locate (&prop->points[i], self, other, &solved->normals[i]);
  solved->person = first->other && other != NULL ? 1 : 0;
  solved->part = first->set && first->anchor >= 0 ? uk_anchor_get_part (first->anchor, first->half)
                                                  : UK_PART_TORSO;
  uk_skeleton_get_torso (&figure->people[solved->person], 30, &ignored, &solved->trunk);
}

static void
place_props (UkFigure *figure, const UkPose *pose)
{
  figure->n_props = pose->n_props;
  for (guint i = 0; i < pose->n_props; i++)
    place_prop (&figure->props[i], &pose->props[i], figure);
}

/* The helper is solved in their own coordinates, with the first person brought into these. */
static void
solve_helper (UkFigure *figure, const UkPose *pose)
{
  UkPose helper = *pose->helper;
  UkSkeleton me = figure->people[0];
  UkFrame turn = get_turn (pose->helper_turn), back = get_turn (-pose->helper_turn);
  UkVec shift = uk_frame_out_vec (&back, uk_vec_scale (pose->helper_at, -1));

  if (pose->helper_mirrored)
    uk_pose_mirror (&helper);
  for (int half = 0; half < 2; half++) {
    UkLimb *limbs[] = { &helper.arm[half], &helper.leg[half] };

    for (int i = 0; i < 2; i++) {
      if (limbs[i]->to.other)
        limbs[i]->to.offset = uk_frame_out_vec (&back, limbs[i]->to.offset);
    }
  }
  uk_skeleton_move (&me, &back, shift);
  uk_skeleton_solve (&figure->people[1], &helper, uk_body_get_helper (pose->body), &me);
  uk_skeleton_move (&figure->people[1], &turn, pose->helper_at);
  figure->n_people = 2;
}

/**
 * uk_figure_solve:
 * @figure: (out caller-allocates): the picture
 * @pose: what to show
 * @mirrored: whether to show its mirror image, for the other side of the body
 */
void
uk_figure_solve (UkFigure *figure, const UkPose *pose, gboolean mirrored)
{
  UkPose copy;
  UkVec unused;

  g_return_if_fail (figure != NULL && pose != NULL);

  if (mirrored) {
    copy = *pose;
    uk_pose_mirror (&copy);
    pose = &copy;
  }
  memset (figure, 0, sizeof *figure);
  figure->yaw = pose->yaw;
  figure->pitch = pose->pitch;
  figure->focus = pose->focus;
  figure->n_people = 1;
  uk_skeleton_solve (&figure->people[0], pose, uk_body_get (pose->body), NULL);
  if (pose->helper != NULL)
    solve_helper (figure, pose);
  figure->focus_at = uk_place_locate (&pose->focus_at, &figure->people[0], NULL, &unused);
  figure->focus_r = pose->focus_r;
  place_props (figure, pose);
}

/* The prop of the other key that is the same thing: of the same kind, counted alike. */
static const UkSolvedProp *
find_twin (const UkFigure *in, const UkFigure *of, guint index)
{
  UkPropKind kind = of->props[index].prop.kind;
  guint ordinal = 0;

  for (guint i = 0; i < index; i++)
    ordinal += of->props[i].prop.kind == kind;
  for (guint i = 0; i < in->n_props; i++) {
    const UkProp *prop = &in->props[i].prop;

    if (prop->kind == kind && ordinal-- == 0)
      return prop->n_points == of->props[index].prop.n_points ? &in->props[i] : NULL;
  }
  return NULL;
}

static UkPropSize
mix_size (const UkPropSize *a, const UkPropSize *b, double t)
{
  return (UkPropSize){
    uk_mix (a->r, b->r, t), uk_mix (a->a, b->a, t),       uk_mix (a->b, b->b, t),
    uk_mix (a->c, b->c, t), uk_mix (a->w, b->w, t),       uk_mix (a->h, b->h, t),
    uk_mix (a->d, b->d, t), uk_mix (a->twin, b->twin, t),
  };
}

static void
mix_prop (UkSolvedProp *out,
          const UkSolvedProp *a,
          const UkSolvedProp *b,
          double t,
          const UkFigure *figure)
{
  UkSolvedProp end;

  place_prop (&end, &b->prop, figure);
  place_prop (out, &a->prop, figure);
  if (t >= 0.5)
    out->part = end.part;
  for (guint i = 0; i < out->prop.n_points; i++) {
    out->points[i] = uk_vec_mix (out->points[i], end.points[i], t);
    out->normals[i] = uk_vec_unit (uk_vec_mix (out->normals[i], end.normals[i], t));
  }
  out->prop.size = mix_size (&a->prop.size, &b->prop.size, t);
}

static gboolean
is_mark (const UkProp *prop)
{
  return prop->kind == UK_PROP_ARROW || prop->kind == UK_PROP_SWEEP || prop->kind == UK_PROP_GLOW;
}

/* A prop that only one key has: marks fade, things are there while their key is nearer. */
static void
add_single (UkFigure *out, const UkSolvedProp *solved, double presence)
{
  if (!is_mark (&solved->prop))
    presence = presence >= 0.5 ? 1 : 0;
  if (presence <= 0)
    return;
  place_prop (&out->props[out->n_props], &solved->prop, out);
  out->props[out->n_props++].alpha = presence;
}

/**
 * uk_figure_mix:
 * @out: (out caller-allocates): the picture in between
 * @a: where the movement starts
 * @b: where it ends
 * @t: 0 to 1
 *
 * Props that both have move along, others appear or fade.
 */
void
uk_figure_mix (UkFigure *out, const UkFigure *a, const UkFigure *b, double t)
{
  const UkFigure *nearest;

  g_return_if_fail (out != NULL && a != NULL && b != NULL);

  nearest = t < 0.5 ? a : b;
  out->yaw = uk_mix (a->yaw, b->yaw, t);
  out->pitch = uk_mix (a->pitch, b->pitch, t);
  out->focus = nearest->focus;
  out->focus_at = uk_vec_mix (a->focus_at, b->focus_at, t);
  out->focus_r = uk_mix (a->focus_r, b->focus_r, t);
  uk_skeleton_mix (&out->people[0], &a->people[0], &b->people[0], t);
  out->n_people = nearest->n_people;
  if (a->n_people > 1 && b->n_people > 1)
    uk_skeleton_mix (&out->people[1], &a->people[1], &b->people[1], t);
  else if (out->n_people > 1)
    out->people[1] = nearest->people[1];
  out->n_props = 0;
  for (guint i = 0; i < a->n_props; i++) {
    const UkSolvedProp *twin = find_twin (b, a, i);

    if (twin != NULL)
      mix_prop (&out->props[out->n_props++], &a->props[i], twin, t, out);
    else
      add_single (out, &a->props[i], 1 - t);
  }
  for (guint i = 0; i < b->n_props; i++) {
    if (find_twin (a, b, i) == NULL)
      add_single (out, &b->props[i], t);
  }
}

/**
 * uk_figure_breathe:
 * @figure: a solved pose, not one in between
 * @breath: -1 breathed out to 1 breathed in
 */
void
uk_figure_breathe (UkFigure *figure, double breath)
{
  g_return_if_fail (figure != NULL);

  for (guint i = 0; i < figure->n_people; i++)
    uk_skeleton_breathe (&figure->people[i], breath);
  for (guint i = 0; i < figure->n_props; i++) {
    UkProp prop = figure->props[i].prop;

    place_prop (&figure->props[i], &prop, figure);
  }
}

/**
 * uk_solved_prop_is_touching:
 * @solved: a prop of a figure
 *
 * Returns: whether its first place is an anchor, so that it lies against the skin
 */
gboolean
uk_solved_prop_is_touching (const UkSolvedProp *solved)
{
  g_return_val_if_fail (solved != NULL, FALSE);

  return solved->prop.n_points > 0 && solved->prop.points[0].set
         && solved->prop.points[0].anchor >= 0;
}

/**
 * uk_solved_prop_get_center:
 * @solved: a prop of a figure
 *
 * Returns: its first point; for round things that touch the skin their middle, pressed in a little
 */
UkVec
uk_solved_prop_get_center (const UkSolvedProp *solved)
{
  UkPropKind kind;

  g_return_val_if_fail (solved != NULL, uk_vec (0, 0, 0));

  kind = solved->prop.kind;
  if (uk_solved_prop_is_touching (solved)
      && (kind == UK_PROP_BALL || kind == UK_PROP_ROLLER || kind == UK_PROP_TOWEL_ROLL
          || kind == UK_PROP_BOTTLE))
    return uk_vec_along (solved->points[0], solved->normals[0],
                         solved->prop.size.r * (1 - PRESSED_IN));
  return solved->points[0];
}
