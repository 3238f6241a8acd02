/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-painter.h"

#include "art/figure/uk-figure-canvas.h"
#include "art/figure/uk-figure-head.h"
#include "art/figure/uk-figure-props.h"

#include <stdlib.h>

#define MAX_ITEMS (UK_FIGURE_MAX_PEOPLE * UK_N_PARTS + 4 * UK_POSE_MAX_PROPS)
#define LAYER_DEPTH 200.0
#define SHADOW_TOLERANCE 0.6
#define LARGE_HAND 2.0 /* pixels per cm from which fingers are told apart */
#define JOINT_LINKS 2  /* of a limb that are near its joint */
#define THIGH_JOINT_LINK 8
#define HEAD_REACH 16.0
#define JOINT_REACH 9.0
#define GROUP_AIR 4 /* pixels around people */
#define LIMB_TOGETHER                                                                              \
  5.0 /* the halves of a limb stay together when their depths are this close                       \
       */

/* One person as it is painted. */
typedef struct {
  const UkSkeleton *skeleton;
  UkFlesh flesh;
  UkFigurePalette palette;
  double depth[UK_N_PARTS], far[UK_N_PARTS];
  UkFigureBox boxes[UK_N_PARTS]; /* in cm */
} Person;

/* What is painted by its depth: a part of a person, or a piece of a prop. */
typedef struct {
  double depth;
  int person; /* -1: a prop */
  int index, piece;
} Item;

typedef struct {
  UkCanvas canvas, cm; /* the second measures, in cm */
  const UkFigure *figure;
  Person people[UK_FIGURE_MAX_PEOPLE];
  Item items[MAX_ITEMS];
  int n_items;
} Scene;

static int
compare_items (const void *a, const void *b)
{
  double d = ((const Item *)a)->depth - ((const Item *)b)->depth;

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
order_parts (const UkCanvas *canvas, Person *person)
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

static UkFigureBox
get_empty_box (void)
{
  return (UkFigureBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
}

/* How much of the picture plane each part takes; of limbs without their joints, which run into the
 * next part. */
static void
measure_parts (const UkCanvas *cm, Person *person)
{
  for (UkPart part = 0; part < UK_N_PARTS; part++) {
    const UkBodyPart *p = &person->flesh.parts[part];

    person->boxes[part] = get_empty_box ();
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

static void
join_boxes (UkFigureBox *box, const UkFigureBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

static gboolean
do_boxes_meet (const UkFigureBox *a, const UkFigureBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* People and what is among them are painted into a group; the smaller it is, the faster. */
static void
clip_to_group (const Scene *scene)
{
  const UkCanvas *cm = &scene->cm;
  const UkCanvas *canvas = &scene->canvas;
  const UkFigure *figure = scene->figure;
  UkFigureBox box = get_empty_box ();
  double k = canvas->k;

  for (guint i = 0; i < figure->n_people; i++) {
    const UkSkeleton *s = &figure->people[i];

    for (int part = 0; part < UK_N_PARTS; part++)
      join_boxes (&box, &scene->people[i].boxes[part]);
    uk_figure_box_add (&box, uk_canvas_project (cm, uk_vec_along (s->head_joint, s->head.u, 8)),
                       HEAD_REACH);
    for (int half = 0; half < 2; half++) { /* joints that the boxes of the parts leave out */
      uk_figure_box_add (&box, uk_canvas_project (cm, s->knee[half]), JOINT_REACH);
      uk_figure_box_add (&box, uk_canvas_project (cm, s->elbow[half]), JOINT_REACH);
    }
  }
  for (guint i = 0; i < figure->n_props; i++) {
    const UkPropPainter *painter = &uk_prop_painters[figure->props[i].prop.kind];

    if (painter->piece[0] != NULL && painter->measure != NULL)
      painter->measure (cm, &figure->props[i], &box);
  }
  cairo_rectangle (canvas->cr, floor (canvas->ox + box.x0 * k) - GROUP_AIR,
                   floor (canvas->oy + box.y0 * k) - GROUP_AIR,
                   ceil ((box.x1 - box.x0) * k) + 2 * GROUP_AIR,
                   ceil ((box.y1 - box.y0) * k) + 2 * GROUP_AIR);
  cairo_clip (canvas->cr);
}

/* Over the trunk, but under the hands that hold it. */
static double
get_held_depth (const Scene *scene, const UkSolvedProp *solved, double depth)
{
  const Person *holder = &scene->people[solved->person];

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
get_prop_depth (const Scene *scene, const UkSolvedProp *solved, int piece)
{
  const UkCanvas *canvas = &scene->canvas;
  const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];
  const Person *person = &scene->people[solved->person];
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
lift_over_table (Scene *scene, const UkSolvedProp *table, double depth)
{
  double height = uk_prop_size (table->prop.size.h, 72) - 3;

  for (guint i = 0; i < scene->figure->n_people; i++) {
    Person *person = &scene->people[i];
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

static void
add_items (Scene *scene)
{
  const UkFigure *figure = scene->figure;

  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *solved = &figure->props[i];

    for (int piece = 0; piece < 2; piece++) {
      if (uk_prop_painters[solved->prop.kind].piece[piece] == NULL)
        continue;
      scene->items[scene->n_items++]
          = (Item){ get_prop_depth (scene, solved, piece) + LAYER_DEPTH * solved->prop.layer, -1,
                    (int)i, piece };
    }
  }
  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *solved = &figure->props[i];

    if (solved->prop.kind == UK_PROP_TABLE)
      lift_over_table (scene, solved, get_prop_depth (scene, solved, 0));
  }
  for (guint i = 0; i < figure->n_people; i++) {
    for (int part = 0; part < UK_N_PARTS; part++)
      scene->items[scene->n_items++] = (Item){ scene->people[i].depth[part], (int)i, part, 0 };
  }
  qsort (scene->items, (size_t)scene->n_items, sizeof *scene->items, compare_items);
}

/* Everything near the floor, flattened onto it: a wide soft layer and a narrow one. */
static void
paint_ground_shadow (const UkCanvas *canvas, const Person *person)
{
  const UkFlesh *flesh = &person->flesh;
  double flat = fabs (canvas->sin_pitch) * 0.9 + 0.10;
  UkDisc discs[UK_FLESH_MAX_SPHERES];
  cairo_t *cr = canvas->cr;

  for (int pass = 0; pass < 2; pass++) {
    double reach = pass == 1 ? 8 : 30, wide = pass == 1 ? 0.9 : 1, soft = pass == 1 ? 1.5 : 5;

    cairo_save (cr);
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
    cairo_scale (cr, 1, flat);
    cairo_new_path (cr);
    for (guint i = 0; i < flesh->n_spheres; i++) {
      const UkSphere *sphere = &flesh->spheres[i];
      double fade = 1 - MAX (0, sphere->at.y - sphere->r) / reach;
      UkPoint p = uk_canvas_project (canvas, uk_vec (sphere->at.x, 0, sphere->at.z));

      discs[i] = (UkDisc){ p.x, p.y / flat, (sphere->r * wide + soft) * MAX (0, fade) * canvas->k };
    }
    uk_canvas_add_links (canvas, flesh->links, (int)flesh->n_links, discs, 0, SHADOW_TOLERANCE);
    uk_canvas_set_color (canvas, canvas->palette->shadow, 0, 0.6);
    cairo_fill (cr);
    cairo_restore (cr);
  }
}

/* Where a part can cast a shadow on what is already painted, in cm; an empty box if nowhere. */
static UkFigureBox
get_shadow_box (const Scene *scene, int i)
{
  const Item *item = &scene->items[i];
  const UkFigureBox *box = &scene->people[item->person].boxes[item->index];
  UkFigureBox all = get_empty_box ();

  for (int k = 0; k < i; k++) {
    const Item *other = &scene->items[k];
    UkFigureBox common = get_empty_box ();

    if (other->person >= 0) {
      common = scene->people[other->person].boxes[other->index];
    } else {
      const UkSolvedProp *solved = &scene->figure->props[other->index];
      const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];

      if (painter->measure != NULL)
        painter->measure (&scene->cm, solved, &common);
    }
    if (!do_boxes_meet (box, &common))
      continue;
    common.x0 = MAX (common.x0, box->x0);
    common.y0 = MAX (common.y0, box->y0);
    common.x1 = MIN (common.x1, box->x1);
    common.y1 = MIN (common.y1, box->y1);
    join_boxes (&all, &common);
  }
  return all;
}

/* Operator ATOP darkens only what of the figure is there; it is slow, so the area is kept small. */
static void
paint_shadow (const Scene *scene, const UkCanvas *canvas, int i)
{
  const Item *item = &scene->items[i];
  const UkFlesh *flesh = &scene->people[item->person].flesh;
  const UkBodyPart *part = &flesh->parts[item->index];
  UkFigureBox box = get_shadow_box (scene, i);
  double k = canvas->k;
  cairo_t *cr = canvas->cr;

  if (box.x0 >= box.x1 || canvas->palette->occlusion.a <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, floor (canvas->ox + box.x0 * k), floor (canvas->oy + box.y0 * k),
                   ceil ((box.x1 - box.x0) * k) + 1, ceil ((box.y1 - box.y0) * k) + 1);
  cairo_clip (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_ATOP);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint shape = 0; shape < part->n_shapes; shape++)
    uk_canvas_add_shape (canvas, flesh, &part->shapes[shape], UK_PASS_OCCLUSION);
  uk_canvas_set_color (canvas, canvas->palette->occlusion, 0, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_ink (const UkCanvas *canvas, const UkFlesh *flesh, const UkBodyPart *part)
{
  for (guint i = 0; i < part->n_shapes; i++)
    uk_canvas_add_shape (canvas, flesh, &part->shapes[i], UK_PASS_LINE);
  uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
  cairo_fill (canvas->cr);
}

/* Which pieces of one person belong to the same limb. */
static gboolean
are_one_limb (const Item *a, const Item *b)
{
  return a->person >= 0 && a->person == b->person && a->index >= UK_PART_UPPER_ARM_LEFT
         && b->index >= UK_PART_UPPER_ARM_LEFT
         && (a->index - UK_PART_UPPER_ARM_LEFT) / 2 == (b->index - UK_PART_UPPER_ARM_LEFT) / 2;
}

/* Cloth covers skin, unless the limb points at the viewer. */
static gboolean
is_skin_first (const UkCanvas *canvas, const UkSkeleton *s, UkPart part)
{
  int half = uk_part_get_half (part);

  if (uk_part_is_leg (part) && uk_part_is_far_half (part))
    return uk_canvas_get_facing (canvas, uk_vec_scale (s->shin[half].u, -1)) <= 0.62;
  if (uk_part_is_arm (part) && !uk_part_is_far_half (part))
    return uk_canvas_get_facing (canvas, uk_vec_scale (s->upper_arm[half].u, -1)) <= 0.9;
  return TRUE;
}

/* The fingers of a large hand, those behind the palm or those in front of it. */
static void
fill_fingers (const UkCanvas *canvas,
              const UkFlesh *flesh,
              const UkBodyPart *part,
              double palm,
              gboolean front,
              double dim)
{
  gboolean done[UK_FLESH_MAX_SHAPES] = { FALSE };

  for (guint round = 1; round < part->n_shapes; round++) { /* from the furthest one on */
    guint next = 0;
    double furthest = G_MAXDOUBLE;

    for (guint k = 1; k < part->n_shapes; k++) {
      const UkSphere *middle = &flesh->spheres[part->shapes[k].sphere0 + 2];
      double depth = uk_canvas_get_facing (canvas, middle->at);

      if (!done[k] && (depth > palm) == front && depth < furthest) {
        furthest = depth;
        next = k;
      }
    }
    if (next == 0)
      return;
    done[next] = TRUE;
    if (canvas->palette->outline > 0) {
      uk_canvas_add_shape (canvas, flesh, &part->shapes[next], UK_PASS_LINE);
      uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
      cairo_fill (canvas->cr);
    }
    uk_canvas_fill_shapes (canvas, flesh, &part->shapes[next], 1, dim);
  }
}

static void
fill_part (const UkCanvas *canvas, const Person *person, UkPart index)
{
  const UkFlesh *flesh = &person->flesh;
  const UkBodyPart *part = &flesh->parts[index];
  double dim = person->far[index] * canvas->palette->far_dim;

  if (uk_part_is_arm (index) && uk_part_is_far_half (index)) {
    const UkSkeleton *s = person->skeleton;
    int half = uk_part_get_half (index);
    UkVec middle = uk_vec_along (s->wrist[half], s->hand[half].u, -7);
    double palm = uk_canvas_get_facing (canvas, middle);

    if (canvas->k < LARGE_HAND) {
      uk_canvas_fill_shapes (canvas, flesh, part->shapes, part->n_shapes, dim);
      return;
    }
    fill_fingers (canvas, flesh, part, palm, FALSE, dim);
    uk_canvas_fill_shapes (canvas, flesh, part->shapes, 1, dim);
    fill_fingers (canvas, flesh, part, palm, TRUE, dim);
    return;
  }
  for (guint k = 0; k < part->n_shapes; k++) {
    guint shape = is_skin_first (canvas, person->skeleton, index) ? k : part->n_shapes - 1 - k;

    uk_canvas_fill_shapes (canvas, flesh, &part->shapes[shape], 1, dim);
  }
}

/* Paints the end of the other half of a limb over the ink line across their joint, if it is already
 * there. */
static void
cover_joint (const Scene *scene, const UkCanvas *canvas, int i)
{
  const Item *item = &scene->items[i];
  const Person *person = &scene->people[item->person];
  gboolean far_half = uk_part_is_far_half (item->index);
  UkPart other = far_half ? item->index - 1 : item->index + 1;
  const UkBodyPart *part = &person->flesh.parts[other];
  UkShape end;
  gboolean painted = FALSE;

  for (int k = 0; k < i; k++)
    painted |= scene->items[k].person == item->person && scene->items[k].index == (int)other;
  if (item->index < UK_PART_UPPER_ARM_LEFT || !painted)
    return;
  /* the cloth of a shin is its second shape, the joint of a thigh comes before its buttock and
   * kneecap */
  end = part->shapes[uk_part_is_leg (other) && !far_half ? 1 : 0];
  if (far_half)
    end.link0 += uk_part_is_leg (other) ? THIGH_JOINT_LINK : end.n_links - JOINT_LINKS;
  end.n_links = JOINT_LINKS;
  uk_canvas_fill_shapes (canvas, &person->flesh, &end, 1,
                         person->far[other] * canvas->palette->far_dim);
}

/* Whether a thigh comes out from under the shirt towards the viewer. */
static gboolean
is_under_hem (const UkCanvas *canvas, const UkSkeleton *s, int half)
{
  return -uk_vec_dot (s->thigh[half].u, s->pelvis.f) > 0.5
         && uk_canvas_get_facing (canvas, s->pelvis.f) > 0.3 && s->pelvis.u.y > 0.5;
}

/* Of somebody who sits facing the viewer the hem of the shirt lies on the thighs. */
static void
paint_hem (const UkCanvas *canvas, const Person *person, const Scene *scene, int i)
{
  const Item *item = &scene->items[i];
  UkShape hem = person->flesh.parts[UK_PART_TORSO].shapes[1];
  int other = item->index == UK_PART_THIGH_LEFT ? UK_PART_THIGH_RIGHT : UK_PART_THIGH_LEFT;
  UkPoint left, right;

  for (int k = i + 1; k < scene->n_items; k++) {
    if (scene->items[k].person == item->person && scene->items[k].index == other)
      return; /* the other thigh is still to come */
  }
  if (!is_under_hem (canvas, person->skeleton, UK_BODY_LEFT)
      && !is_under_hem (canvas, person->skeleton, UK_BODY_RIGHT))
    return;
  hem.n_links = 1;
  /* only its lower part: above the two spheres that it hangs from the shirt goes on */
  left = uk_canvas_project (canvas, person->flesh.spheres[hem.sphere0].at);
  right = uk_canvas_project (canvas, person->flesh.spheres[hem.sphere0 + 1].at);
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, MIN (left.x, right.x) - 40 * canvas->k, MAX (left.y, right.y),
                   fabs (right.x - left.x) + 80 * canvas->k, 40 * canvas->k);
  cairo_clip (canvas->cr);
  uk_canvas_fill_shapes (canvas, &person->flesh, &hem, 1, 0);
  cairo_restore (canvas->cr);
}

static void
paint_part (Scene *scene, int i)
{
  const Item *item = &scene->items[i];
  const Person *person = &scene->people[item->person];
  const UkSkeleton *s = person->skeleton;
  const UkFlesh *flesh = &person->flesh;
  const UkBodyPart *part = &flesh->parts[item->index];
  gboolean neck_behind;
  UkCanvas canvas = scene->canvas;

  canvas.palette = &person->palette;
  neck_behind = uk_head_is_neck_behind (&canvas, s);
  if (item->index == UK_PART_HEAD) {
    if (neck_behind)
      uk_head_paint_neck (&canvas, s, flesh);
    uk_head_paint (&canvas, s, flesh);
    return;
  }
  paint_shadow (scene, &canvas, i);
  /* both halves of a limb are inked before either is filled: no line across the joint */
  if (canvas.palette->outline > 0 && !(i > 0 && are_one_limb (item, item - 1))) {
    if (i + 1 < scene->n_items && are_one_limb (item, item + 1))
      paint_ink (&canvas, flesh, &flesh->parts[item[1].index]);
    paint_ink (&canvas, flesh, part);
    cover_joint (scene, &canvas, i);
  }
  fill_part (&canvas, person, item->index);
  if (item->index == UK_PART_THIGH_LEFT || item->index == UK_PART_THIGH_RIGHT)
    paint_hem (&canvas, person, scene, i);
  if (item->index == UK_PART_TORSO && !neck_behind)
    uk_head_paint_neck (&canvas, s, flesh);
}

static void
paint_props (const Scene *scene, gboolean front)
{
  for (guint i = 0; i < scene->figure->n_props; i++) {
    const UkSolvedProp *solved = &scene->figure->props[i];
    const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];
    UkPropPaint *paint = front ? painter->front : painter->behind;

    if (paint != NULL)
      paint (&scene->canvas, scene->figure, solved);
  }
}

static gboolean
has_prop (const UkFigure *figure, UkPropKind kind)
{
  for (guint i = 0; i < figure->n_props; i++) {
    if (figure->props[i].prop.kind == kind)
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_figure_paint:
 * @figure: the picture
 * @cr: where to paint; the background is left to the caller
 * @palette: the colours
 * @ox: where the origin of the world is
 * @oy: where the origin of the world is
 * @k: pixels per cm
 */
void
uk_figure_paint (const UkFigure *figure,
                 cairo_t *cr,
                 const UkFigurePalette *palette,
                 double ox,
                 double oy,
                 double k)
{
  Scene place, *scene = &place;

  g_return_if_fail (figure != NULL && cr != NULL && palette != NULL && k > 0);

  scene->figure = figure;
  scene->n_items = 0;
  uk_canvas_init (&scene->canvas, cr, palette, figure, ox, oy, k);
  uk_canvas_init (&scene->cm, NULL, palette, figure, 0, 0, 1);
  for (guint i = 0; i < figure->n_people; i++) {
    Person *person = &scene->people[i];

    person->skeleton = &figure->people[i];
    uk_flesh_build (&person->flesh, person->skeleton);
    if (i == 0)
      person->palette = *palette;
    else
      uk_figure_palette_dress_helper (&person->palette, palette);
    order_parts (&scene->canvas, person);
    measure_parts (&scene->cm, person);
  }
  cairo_save (cr);
  cairo_new_path (cr);
  paint_props (scene, FALSE);
  if (!has_prop (figure, UK_PROP_WATER) && !has_prop (figure, UK_PROP_ELLIPTICAL)) {
    for (guint i = 0; i < figure->n_people; i++)
      paint_ground_shadow (&scene->canvas, &scene->people[i]);
  }
  add_items (scene);
  cairo_save (cr);
  clip_to_group (scene);
  cairo_push_group (cr);
  for (int i = 0; i < scene->n_items; i++) {
    const Item *item = &scene->items[i];

    if (item->person >= 0) {
      paint_part (scene, i);
    } else {
      const UkSolvedProp *solved = &figure->props[item->index];

      uk_prop_painters[solved->prop.kind].piece[item->piece](&scene->canvas, figure, solved);
    }
  }
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
  paint_props (scene, TRUE);
  cairo_restore (cr);
}
