/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-scene.h"

#include "art/figure/uk-figure-head.h"
#include "art/figure/uk-figure-props.h"

#include <stdlib.h>

#define LAYER_DEPTH 200.0
#define LIMB_TOGETHER 5.0 /* cm of depth within which the halves of a limb stay together */

static int
compare_items (const void *a, const void *b)
{
  double d = ((const UkSceneItem *)a)->depth - ((const UkSceneItem *)b)->depth;

  return d < 0 ? -1 : d > 0;
}

static UkVec
get_trunk_middle (const UkSkeleton *s)
{
  return uk_vec_mix (s->root, s->joints[2], 0.5);
}

/* Where a part is from and to, and how much nearer than its middle it counts. */
static void
get_part_span (
    const UkSkeleton *s, UkPart part, gboolean neck_behind, UkVec *a, UkVec *b, double *bias)
{
  int half = uk_part_get_half (part);
  gboolean far_half = uk_part_is_far_half (part);

  if (uk_part_is_arm (part)) {
    *a = far_half ? s->elbow[half] : s->shoulder[half];
    *b = far_half ? s->wrist[half] : s->elbow[half];
    *bias = (far_half ? 3.0 : 2.5) + 100 * s->arm_layer[half];
  } else if (uk_part_is_leg (part)) {
    *a = far_half ? s->knee[half] : s->hip[half];
    *b = far_half ? s->ankle[half] : s->knee[half];
    *bias = (far_half ? -2.0 : -1.5) + 100 * s->leg_layer[half];
  } else {
    *a = *b = get_trunk_middle (s);
    *bias = part == UK_PART_TORSO ? 0 : neck_behind ? -0.5 : 1.5;
  }
}

static void
order_parts (const UkCanvas *canvas, UkScenePerson *person)
{
  const UkSkeleton *s = person->skeleton;
  double trunk = uk_canvas_get_depth (canvas, get_trunk_middle (s));
  gboolean neck_behind = uk_head_is_neck_behind (canvas, s);

  for (UkPart part = 0; part < UK_N_PARTS; part++) {
    int half = uk_part_get_half (part);
    gboolean limb = part >= UK_PART_UPPER_ARM_LEFT;
    UkVec a, b;
    double bias, far;

    get_part_span (s, part, neck_behind, &a, &b, &bias);
    person->depth[part]
        = (uk_canvas_get_depth (canvas, a) + uk_canvas_get_depth (canvas, b)) / 2 + bias;
    person->far[part] = 0;
    if (!limb)
      continue;
    person->depth[part] += 0.03 * half;
    /* only what belongs to the far half of the body gets darker */
    far = uk_part_is_arm (part) ? (trunk - uk_canvas_get_depth (canvas, s->shoulder[half])) / 16
                                : (trunk - uk_canvas_get_depth (canvas, s->hip[half])) / 9;
    person->far[part] = CLAMP ((far - 0.15) / 0.85, 0, 1);
  }
  for (int part = UK_PART_UPPER_ARM_LEFT; part < UK_N_PARTS; part += 2) {
    double *near_half = &person->depth[part], *far_half = near_half + 1;

    if (fabs (*near_half - *far_half) < LIMB_TOGETHER) {
      *near_half = (*near_half + *far_half) / 2;
      *far_half = *near_half + 0.01;
    }
  }
}

/* How much of the picture plane each part takes; of limbs without their joints, which run into the
 * next part. */
static void
measure_parts (const UkCanvas *cm, UkScenePerson *person)
{
  for (UkPart part = 0; part < UK_N_PARTS; part++) {
    const UkBodyPart *p = &person->flesh.parts[part];

    person->boxes[part] = uk_figure_box_empty ();
    for (guint k = 0; k < p->n_shapes; k++) {
      const UkSphere *sphere = &person->flesh.spheres[p->shapes[k].sphere0];

      for (int i = 0; i < p->shapes[k].n_spheres; i++, sphere++) {
        if (sphere->weight > 0 || part < UK_PART_UPPER_ARM_LEFT)
          uk_figure_box_add (&person->boxes[part], uk_canvas_project (cm, sphere->at),
                             sphere->r + 1);
      }
    }
  }
}

/* Over the trunk, but under the hands that hold it. */
static double
get_held_depth (const UkScene *scene, const UkSolvedProp *solved, double depth)
{
  const UkScenePerson *holder = &scene->people[solved->person];

  for (guint i = 1; i < solved->prop.n_points; i++) {
    const UkPlace *place = &solved->prop.points[i];

    if (place->anchor >= 0) {
      UkPart part = uk_anchor_get_part (place->anchor, place->half);

      holder = &scene->people[place->other && scene->figure->n_people > 1 ? 1 : 0];
      depth = MIN (depth, holder->depth[part] - 0.05);
    }
  }
  return depth;
}

static double
get_mean_depth (const UkCanvas *canvas, const UkSolvedProp *solved)
{
  double sum = 0;

  for (guint i = 0; i < solved->prop.n_points; i++)
    sum += uk_canvas_get_depth (canvas, solved->points[i]);
  return sum / MAX (solved->prop.n_points, 1);
}

static double
get_prop_depth (const UkScene *scene, const UkSolvedProp *solved, int piece)
{
  const UkCanvas *canvas = &scene->canvas;
  const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];
  const UkScenePerson *person = &scene->people[solved->person];
  double depth = uk_canvas_get_depth (canvas, uk_solved_prop_get_center (solved));

  if (painter->get_depth != NULL)
    depth = painter->get_depth (canvas, solved, piece);
  switch (painter->order) {
  case UK_ORDER_MEAN:
    return get_mean_depth (canvas, solved);
  case UK_ORDER_SKIN:
    return uk_canvas_get_depth (canvas, solved->points[0])
           + uk_canvas_get_facing (canvas, solved->normals[0]) * 6;
  case UK_ORDER_PART:
    return person->depth[solved->part] + 0.7;
  case UK_ORDER_HELD:
    if (piece == 1)
      return depth;
    return get_held_depth (scene, solved, MAX (depth, person->depth[UK_PART_TORSO]) + 60);
  case UK_ORDER_DEPTH:
  default:
    return depth;
  }
}

/* Arms and small things on a table are over its top, however near its edge is. */
static void
lift_over_table (UkScene *scene, const UkSolvedProp *table, double depth)
{
  double height = uk_prop_size (table->prop.size.h, 72) - 3;

  for (guint i = 0; i < scene->figure->n_people; i++) {
    UkScenePerson *person = &scene->people[i];
    const UkSkeleton *s = person->skeleton;

    for (int half = 0; half < 2; half++) {
      int part = UK_PART_UPPER_ARM_LEFT + 2 * half;

      if (s->wrist[half].y > height)
        person->depth[part + 1] = MAX (person->depth[part + 1], depth + 0.6);
      if (s->elbow[half].y > height)
        person->depth[part] = MAX (person->depth[part], depth + 0.5);
    }
    if (s->head_joint.y > height && s->joints[1].y > height)
      person->depth[UK_PART_HEAD] = MAX (person->depth[UK_PART_HEAD], depth + 0.4);
  }
  for (int i = 0; i < scene->n_items; i++) {
    const UkSolvedProp *prop = &scene->figure->props[scene->items[i].index];

    if (scene->items[i].person < 0 && prop != table && prop->points[0].y > height)
      scene->items[i].depth = MAX (scene->items[i].depth, depth + 0.2);
  }
}

/* Builds the people; what is to be painted comes with uk_scene_sort(). */
void
uk_scene_init (UkScene *scene,
               const UkFigure *figure,
               cairo_t *cr,
               const UkFigurePalette *palette,
               double ox,
               double oy,
               double k)
{
  scene->figure = figure;
  scene->n_items = 0;
  uk_canvas_init (&scene->canvas, cr, palette, figure, ox, oy, k);
  uk_canvas_init (&scene->cm, NULL, palette, figure, 0, 0, 1);
  for (guint i = 0; i < figure->n_people; i++) {
    UkScenePerson *person = &scene->people[i];

    person->skeleton = &figure->people[i];
    uk_flesh_build (&person->flesh, person->skeleton);
    if (i == 0)
      person->palette = *palette;
    else
      uk_figure_palette_dress_helper (&person->palette, palette);
    order_parts (&scene->canvas, person);
    measure_parts (&scene->cm, person);
  }
}

/* Far to near: by their depth, unless the pose says otherwise. */
void
uk_scene_sort (UkScene *scene)
{
  const UkFigure *figure = scene->figure;

  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *solved = &figure->props[i];

    for (int piece = 0; piece < 2; piece++) {
      if (uk_prop_painters[solved->prop.kind].piece[piece] == NULL)
        continue;
      scene->items[scene->n_items++]
          = (UkSceneItem){ get_prop_depth (scene, solved, piece) + LAYER_DEPTH * solved->prop.layer,
                           -1, (int)i, piece };
    }
  }
  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *solved = &figure->props[i];

    if (solved->prop.kind == UK_PROP_TABLE)
      lift_over_table (scene, solved, get_prop_depth (scene, solved, 0));
  }
  for (guint i = 0; i < figure->n_people; i++) {
    for (int part = 0; part < UK_N_PARTS; part++)
      scene->items[scene->n_items++]
          = (UkSceneItem){ scene->people[i].depth[part], (int)i, part, 0 };
  }
  qsort (scene->items, (size_t)scene->n_items, sizeof *scene->items, compare_items);
}
