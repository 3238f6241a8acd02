/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-painter.h"

#include "art/figure/uk-figure-head.h"
#include "art/figure/uk-figure-props.h"
#include "art/figure/uk-figure-scene.h"
#include "art/figure/uk-layer.h"

#include <string.h>

#define SHADOW_TOLERANCE 0.6
#define HEM_LINK 16       /* spheres from which a link is a hem */
#define SHADOW_REACH 30.0 /* cm above the floor that still cast a shadow */
#define SHADOW_SOFT 5.0
#define LARGE_SHADOW 6.0 /* pixels per cm from which its layers could be told apart */
#define LARGE_HAND 2.0   /* pixels per cm from which fingers are told apart */
#define LARGE_FOOT 3.6   /* and toes */
#define HIDDEN_LINKS 2   /* of the skin of a shin, above the hem */
#define JOINT_LINKS 2    /* of a limb that are near its joint */
#define THIGH_JOINT_LINK 8
#define HEAD_REACH 16.0
#define JOINT_REACH 9.0

static void
add_ground_box (const UkCanvas *cm, const UkFlesh *flesh, UkFigureBox *box)
{
  for (guint i = 0; i < flesh->n_spheres; i++) {
    const UkSphere *sphere = &flesh->spheres[i];

    if (sphere->at.y - sphere->r < SHADOW_REACH)
      uk_figure_box_add (box, uk_canvas_project (cm, uk_vec (sphere->at.x, 0, sphere->at.z)),
                         sphere->r + SHADOW_SOFT);
  }
}

/* What people and the things among them take, in cm. */
static UkFigureBox
get_group_box (const UkScene *scene)
{
  const UkCanvas *cm = &scene->cm;
  const UkFigure *figure = scene->figure;
  UkFigureBox box = uk_figure_box_empty ();

  for (guint i = 0; i < figure->n_people; i++) {
    const UkSkeleton *s = &figure->people[i];

    for (int part = 0; part < UK_N_PARTS; part++)
      uk_figure_box_join (&box, &scene->people[i].boxes[part]);
    uk_figure_box_add (&box, uk_canvas_project (cm, uk_vec_along (s->head_joint, s->head.u, 8)),
                       HEAD_REACH);
    for (int half = 0; half < 2; half++) { /* joints that the boxes of the parts leave out */
      uk_figure_box_add (&box, uk_canvas_project (cm, s->knee[half]), JOINT_REACH);
      uk_figure_box_add (&box, uk_canvas_project (cm, s->elbow[half]), JOINT_REACH);
    }
    if (scene->on_ground)
      add_ground_box (cm, &scene->people[i].flesh, &box);
  }
  for (guint i = 0; i < figure->n_props; i++) {
    const UkPropPainter *painter = &uk_prop_painters[figure->props[i].prop.kind];

    if (painter->piece[0] != NULL && painter->measure != NULL)
      painter->measure (cm, &figure->props[i], &box);
  }
  return box;
}

/* Fingers and hems make no difference to a shadow. */
static void
add_ground_links (const UkCanvas *ground, const UkFlesh *flesh, UkPart part, const UkDisc *discs)
{
  const UkBodyPart *p = &flesh->parts[part];
  guint n = uk_part_is_arm (part) && uk_part_is_far_half (part) ? 1 : p->n_shapes;

  for (guint i = 0; i < n; i++) {
    const UkLink *links = &flesh->links[p->shapes[i].link0];
    int first = 0;

    for (int k = 0; k <= p->shapes[i].n_links; k++) {
      if (k < p->shapes[i].n_links && links[k].n < HEM_LINK)
        continue;
      uk_canvas_add_links (ground, links + first, k - first, discs, 0, SHADOW_TOLERANCE);
      first = k + 1;
    }
  }
}

/* Everything near the floor, flattened onto it: a narrow layer, a wide soft one and, where they are
 * seen large, some between.  It comes last, under the rest. */
static void
paint_ground_shadow (const UkCanvas *canvas, const UkScenePerson *person)
{
  const UkFlesh *flesh = &person->flesh;
  UkCanvas ground = *canvas;
  UkDisc discs[UK_FLESH_MAX_SPHERES];
  UkRgba color = canvas->palette->shadow;
  int n = canvas->k < LARGE_SHADOW ? 2 : 6;

  ground.flat = fabs (canvas->sin_pitch) * 0.9 + 0.10;
  color.a *= 1.2 / n;
  for (int layer = 0; layer < n; layer++) {
    double t = layer / (n - 1.0), reach = uk_mix (8, SHADOW_REACH, t), wide = uk_mix (0.9, 1, t);
    double soft = uk_mix (1.5, SHADOW_SOFT, t);

    for (guint i = 0; i < flesh->n_spheres; i++) {
      const UkSphere *sphere = &flesh->spheres[i];
      double fade = 1 - MAX (0, sphere->at.y - sphere->r) / reach;
      UkPoint p = uk_canvas_project (canvas, uk_vec (sphere->at.x, 0, sphere->at.z));

      discs[i] = (UkDisc){ p.x, p.y / ground.flat,
                           (sphere->r * wide + soft) * MAX (0, fade) * canvas->k };
    }
    for (UkPart part = 0; part < UK_N_PARTS; part++)
      add_ground_links (&ground, flesh, part, discs);
    uk_raster_fill (canvas->raster, color, UK_RASTER_UNDER);
  }
}

/* Where a part can cast a shadow on what is already painted, in cm; an empty box if nowhere. */
static UkFigureBox
get_shadow_box (const UkScene *scene, int i)
{
  const UkSceneItem *item = &scene->items[i];
  const UkFigureBox *box = &scene->people[item->person].boxes[item->index];
  UkFigureBox all = uk_figure_box_empty ();

  for (int k = 0; k < i; k++) {
    const UkSceneItem *other = &scene->items[k];
    UkFigureBox common = uk_figure_box_empty ();

    if (other->person >= 0) {
      common = scene->people[other->person].boxes[other->index];
    } else {
      const UkSolvedProp *solved = &scene->figure->props[other->index];
      const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];

      if (painter->measure != NULL)
        painter->measure (&scene->cm, solved, &common);
    }
    if (!uk_figure_box_meets (box, &common))
      continue;
    common.x0 = MAX (common.x0, box->x0);
    common.y0 = MAX (common.y0, box->y0);
    common.x1 = MIN (common.x1, box->x1);
    common.y1 = MIN (common.y1, box->y1);
    uk_figure_box_join (&all, &common);
  }
  return all;
}

/* The shapes of a part whose outline is seen at this size. */
static guint
get_shapes (const UkCanvas *canvas, const UkBodyPart *part, UkShape shapes[UK_FLESH_MAX_SHAPES])
{
  guint n = part->n_shapes;

  if (part->n_toes > 0 && canvas->k >= LARGE_FOOT)
    n += part->n_toes;
  memcpy (shapes, part->shapes, n * sizeof *shapes);
  if (n > part->n_shapes)
    shapes[0].n_links--;
  return n;
}

/* Darkens only what of the figure is there. */
static void
paint_shadow (const UkScene *scene, const UkCanvas *canvas, int i)
{
  const UkSceneItem *item = &scene->items[i];
  const UkFlesh *flesh = &scene->people[item->person].flesh;
  UkFigureBox box = get_shadow_box (scene, i);
  UkShape shapes[UK_FLESH_MAX_SHAPES];
  guint n = get_shapes (canvas, &flesh->parts[item->index], shapes);
  double k = canvas->k;

  if (box.x0 >= box.x1 || canvas->palette->occlusion.a <= 0)
    return;
  uk_raster_set_clip (canvas->raster, canvas->ox + box.x0 * k, canvas->oy + box.y0 * k,
                      canvas->ox + box.x1 * k, canvas->oy + box.y1 * k);
  for (guint shape = 0; shape < n; shape++)
    uk_canvas_add_shape (canvas, flesh, &shapes[shape], UK_PASS_OCCLUSION);
  uk_raster_fill (canvas->raster, canvas->palette->occlusion, UK_RASTER_ATOP);
  uk_raster_unset_clip (canvas->raster);
}

static void
paint_ink (const UkCanvas *canvas, const UkFlesh *flesh, const UkBodyPart *part)
{
  UkShape shapes[UK_FLESH_MAX_SHAPES];
  guint n = get_shapes (canvas, part, shapes);

  for (guint i = 0; i < n; i++)
    uk_canvas_add_shape (canvas, flesh, &shapes[i], UK_PASS_LINE);
  uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
}

/* Which pieces of one person belong to the same limb. */
static gboolean
are_one_limb (const UkSceneItem *a, const UkSceneItem *b)
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

/* Fingers or toes, those behind the middle of their hand or foot or those in front of it. */
static void
fill_digits (const UkCanvas *canvas,
             const UkFlesh *flesh,
             const UkShape *digits,
             guint n,
             double middle,
             gboolean front,
             double dim)
{
  gboolean done[UK_FLESH_MAX_SHAPES] = { FALSE };

  for (guint round = 0; round < n; round++) { /* from the furthest one on */
    guint next = n;
    double furthest = G_MAXDOUBLE;

    for (guint k = 0; k < n; k++) {
      const UkSphere *end = &flesh->spheres[digits[k].sphere0 + 2];
      double depth = uk_canvas_get_facing (canvas, end->at);

      if (!done[k] && (depth > middle) == front && depth < furthest) {
        furthest = depth;
        next = k;
      }
    }
    if (next == n)
      return;
    done[next] = TRUE;
    if (canvas->palette->outline > 0) {
      uk_canvas_add_shape (canvas, flesh, &digits[next], UK_PASS_LINE);
      uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
    }
    uk_canvas_fill_shapes (canvas, flesh, &digits[next], 1, dim);
  }
}

/* A palm or a foot with its digits around it. */
static void
fill_with_digits (const UkCanvas *canvas,
                  const UkFlesh *flesh,
                  const UkShape *shape,
                  const UkShape *digits,
                  guint n,
                  UkVec middle,
                  double dim)
{
  double depth = uk_canvas_get_facing (canvas, middle);

  fill_digits (canvas, flesh, digits, n, depth, FALSE, dim);
  uk_canvas_fill_shapes (canvas, flesh, shape, 1, dim);
  fill_digits (canvas, flesh, digits, n, depth, TRUE, dim);
}

static void
fill_part (const UkCanvas *canvas, const UkScenePerson *person, UkPart index)
{
  const UkFlesh *flesh = &person->flesh;
  const UkBodyPart *part = &flesh->parts[index];
  const UkSkeleton *s = person->skeleton;
  int half = uk_part_get_half (index);
  double dim = person->far[index] * canvas->palette->far_dim;
  UkShape shapes[UK_FLESH_MAX_SHAPES];
  guint n = get_shapes (canvas, part, shapes);
  gboolean skin_first = is_skin_first (canvas, s, index);

  if (uk_part_is_arm (index) && uk_part_is_far_half (index)) {
    UkVec palm = uk_vec_along (s->wrist[half], s->hand[half].u, -7);

    if (canvas->k < LARGE_HAND)
      uk_canvas_fill_shapes (canvas, flesh, shapes, n, dim);
    else
      fill_with_digits (canvas, flesh, shapes, shapes + 1, n - 1, palm, dim);
    return;
  }
  if (!skin_first && uk_part_is_leg (index)) { /* what is under the cloth */
    shapes[0].link0 += HIDDEN_LINKS;
    shapes[0].n_links -= HIDDEN_LINKS;
  }
  for (guint k = 0; k < part->n_shapes; k++) {
    guint shape = skin_first ? k : part->n_shapes - 1 - k;

    if (k > 0 && !skin_first && canvas->palette->outline > 0) { /* the cloth has covered it */
      uk_canvas_add_shape (canvas, flesh, &shapes[0], UK_PASS_LINE);
      uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
    }
    if (shape == 0 && n > part->n_shapes)
      fill_with_digits (canvas, flesh, shapes, shapes + part->n_shapes, part->n_toes,
                        uk_vec_along (s->ankle[half], s->foot[half].f, 10), dim);
    else
      uk_canvas_fill_shapes (canvas, flesh, &shapes[shape], 1, dim);
  }
}

/* Paints the end of the other half of a limb over the ink line across their joint, if it is already
 * there. */
static void
cover_joint (const UkScene *scene, const UkCanvas *canvas, int i)
{
  const UkSceneItem *item = &scene->items[i];
  const UkScenePerson *person = &scene->people[item->person];
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
paint_hem (const UkCanvas *canvas, const UkScenePerson *person, const UkScene *scene, int i)
{
  const UkSceneItem *item = &scene->items[i];
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
  uk_raster_set_clip (canvas->raster, MIN (left.x, right.x) - 40 * canvas->k, MAX (left.y, right.y),
                      MAX (left.x, right.x) + 40 * canvas->k,
                      MAX (left.y, right.y) + 40 * canvas->k);
  uk_canvas_fill_shapes (canvas, &person->flesh, &hem, 1, 0);
  uk_raster_unset_clip (canvas->raster);
}

static void
paint_part (UkScene *scene, int i)
{
  const UkSceneItem *item = &scene->items[i];
  const UkScenePerson *person = &scene->people[item->person];
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
paint_props (const UkScene *scene, gboolean front)
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

static void
paint_group (UkScene *scene)
{
  UkCanvas *canvas = &scene->canvas;
  cairo_t *cr = canvas->cr;
  UkFigureBox box = get_group_box (scene);
  UkLayer layer;

  if (!uk_layer_begin (&layer, cr, canvas->ox + box.x0 * canvas->k, canvas->oy + box.y0 * canvas->k,
                       canvas->ox + box.x1 * canvas->k, canvas->oy + box.y1 * canvas->k))
    return;
  canvas->raster = &layer.raster;
  canvas->cr = layer.cr;
  uk_scene_sort (scene);
  for (int i = 0; i < scene->n_items; i++) {
    const UkSceneItem *item = &scene->items[i];

    if (item->person >= 0) {
      paint_part (scene, i);
    } else {
      const UkSolvedProp *solved = &scene->figure->props[item->index];

      uk_prop_painters[solved->prop.kind].piece[item->piece](canvas, scene->figure, solved);
    }
  }
  for (guint i = scene->on_ground ? scene->figure->n_people : 0; i > 0; i--)
    paint_ground_shadow (canvas, &scene->people[i - 1]);
  canvas->cr = cr;
  canvas->raster = NULL;
  uk_layer_end (&layer, cr);
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
  UkScene place, *scene = &place;

  g_return_if_fail (figure != NULL && cr != NULL && palette != NULL && k > 0);

  uk_scene_init (scene, figure, cr, palette, ox, oy, k);
  scene->on_ground = !has_prop (figure, UK_PROP_WATER) && !has_prop (figure, UK_PROP_ELLIPTICAL);
  cairo_save (cr);
  cairo_new_path (cr);
  paint_props (scene, FALSE);
  paint_group (scene);
  paint_props (scene, TRUE);
  cairo_restore (cr);
}
