/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-anchor.h"

G_BEGIN_DECLS

#define UK_FIGURE_MAX_PEOPLE 2

/**
 * UkSolvedProp:
 * @prop: what it is; sizes may be in between those of two poses
 * @points: where its places are in the world
 * @normals: away from the skin at each point
 * @trunk: how the trunk of whoever carries the first point is turned, to lay pads along the body
 * @person, @part: who and what carries the first point
 * @alpha: 0 to 1, to fade arrows and glows
 */
typedef struct {
  UkProp prop;
  UkVec points[UK_PROP_MAX_POINTS], normals[UK_PROP_MAX_POINTS];
  UkFrame trunk;
  guint person;
  UkPart part;
  double alpha;
} UkSolvedProp;

/**
 * UkFigure:
 *
 * One picture, solved: people, props and camera, in numbers only.
 */
typedef struct {
  UkSkeleton people[UK_FIGURE_MAX_PEOPLE];
  guint n_people;
  UkSolvedProp props[2 * UK_POSE_MAX_PROPS];
  guint n_props;
  double yaw, pitch;
  UkFocus focus;
  UkVec focus_at;
  double focus_r;
} UkFigure;

void uk_figure_solve (UkFigure *figure, const UkPose *pose, gboolean mirrored);
void uk_figure_mix (UkFigure *out, const UkFigure *a, const UkFigure *b, double t);
void uk_figure_breathe (UkFigure *figure, double breath);
double uk_figure_get_distance (const UkFigure *a, const UkFigure *b);
gboolean uk_solved_prop_is_touching (const UkSolvedProp *solved);
UkVec uk_solved_prop_get_center (const UkSolvedProp *solved);

G_END_DECLS
