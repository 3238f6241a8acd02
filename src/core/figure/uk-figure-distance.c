/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-figure.h"

#include <math.h>

/* How far, in cm, what is drawn reaches from its joint; more than it can be would only cost time. */
#define REACH_TRUNK 18
#define REACH_LIMB 8
#define REACH_END 22
#define REACH_FACE 2
#define REACH_BREATH 1.2

/* What has another look altogether. */
#define FAR 1000

static double
get_farther (double distance, UkVec a, UkVec b)
{
  return MAX (distance, uk_vec_distance (a, b));
}

/* A turn moves what is @reach away from the joint. */
static double
get_turned (double distance, const UkFrame *a, const UkFrame *b, double reach)
{
  const double turn
      = MAX (uk_vec_distance (a->f, b->f), MAX (uk_vec_distance (a->u, b->u), uk_vec_distance (a->r, b->r)));

  return MAX (distance, reach * turn);
}

static double
compare_hands (double distance, const UkHand *a, const UkHand *b)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (a->curl); i++)
    distance = MAX (distance, REACH_LIMB * fabs (a->curl[i] - b->curl[i]));
  return MAX (distance, REACH_LIMB * fabs (a->spread - b->spread));
}

static double
compare_people (const UkSkeleton *a, const UkSkeleton *b)
{
  double d = uk_vec_distance (a->root, b->root);
  guint i;

  d = get_turned (d, &a->pelvis, &b->pelvis, REACH_TRUNK);
  for (i = 0; i < 3; i++) {
    d = get_farther (d, a->joints[i], b->joints[i]);
    d = get_turned (d, &a->spine[i], &b->spine[i], REACH_TRUNK);
  }
  d = get_farther (d, a->head_joint, b->head_joint);
  d = get_turned (d, &a->head, &b->head, REACH_END);
  for (i = 0; i < 2; i++) {
    d = get_farther (d, a->shoulder[i], b->shoulder[i]);
    d = get_farther (d, a->elbow[i], b->elbow[i]);
    d = get_farther (d, a->wrist[i], b->wrist[i]);
    d = get_farther (d, a->knee[i], b->knee[i]);
    d = get_farther (d, a->ankle[i], b->ankle[i]);
    d = get_turned (d, &a->hand[i], &b->hand[i], REACH_END);
    d = get_turned (d, &a->foot[i], &b->foot[i], REACH_END);
    d = compare_hands (d, &a->fingers[i], &b->fingers[i]);
    d = MAX (d, REACH_LIMB * fabs (uk_radians (a->toes[i] - b->toes[i])));
    d = MAX (d, REACH_LIMB * fabs (a->toe_spread[i] - b->toe_spread[i]));
  }
  d = MAX (d, REACH_FACE * fabs (a->eyes_closed - b->eyes_closed));
  d = MAX (d, UK_MOUTH_OPEN * fabs (a->mouth - b->mouth));
  return MAX (d, REACH_BREATH * fabs (a->breath - b->breath));
}

static double
compare_props (const UkSolvedProp *a, const UkSolvedProp *b)
{
  double d = REACH_LIMB * fabs (a->alpha - b->alpha);
  guint i;

  if (a->prop.kind != b->prop.kind || a->prop.n_points != b->prop.n_points)
    return FAR;
  for (i = 0; i < a->prop.n_points; i++) {
    d = get_farther (d, a->points[i], b->points[i]);
    d = MAX (d, REACH_LIMB * uk_vec_distance (a->normals[i], b->normals[i]));
  }
  return get_turned (d, &a->trunk, &b->trunk, REACH_LIMB);
}

/**
 * uk_figure_get_distance:
 * @a: a picture
 * @b: another of the same movement
 *
 * Returns: about how far, in cm, the point that moves most is from @a to @b; a large number if they
 * do not show the same people and things
 */
double
uk_figure_get_distance (const UkFigure *a, const UkFigure *b)
{
  double d;
  guint i;

  g_return_val_if_fail (a != NULL && b != NULL, FAR);

  if (a->n_people != b->n_people || a->n_props != b->n_props || a->focus != b->focus)
    return FAR;
  d = REACH_TRUNK * 4 * uk_radians (fabs (a->yaw - b->yaw) + fabs (a->pitch - b->pitch));
  d = get_farther (d, a->focus_at, b->focus_at);
  for (i = 0; i < a->n_people; i++)
    d = MAX (d, compare_people (&a->people[i], &b->people[i]));
  for (i = 0; i < a->n_props; i++)
    d = MAX (d, compare_props (&a->props[i], &b->props[i]));
  return d;
}
