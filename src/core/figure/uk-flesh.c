/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-flesh.h"

#include "core/figure/uk-flesh-private.h"

#include <string.h>

#define HEM_SPHERES 16
#define JAW 4  /* spheres of the face from here on are the jaw */
#define CHIN 6 /* and from here on the chin, which goes down when the mouth opens */
#define CHEST_BREATH 0.35

/* How thick a bone is: position along it, radius, offset to the front and outward, weight. */
typedef struct {
  double t, r, front, outward, weight;
} Ring;

static const Ring upper_arm_rings[] = {
  { 0.00, 5.3, 0.0, 0.0, 0.0 }, { 0.13, 5.3, 0.0, 0.2, 0.3 }, { 0.32, 4.8, 0.1, 0.1, 1.0 },
  { 0.52, 4.5, 0.4, 0.0, 1.0 }, { 0.78, 4.0, 0.2, 0.0, 0.7 }, { 1.00, 3.75, 0.0, 0.0, 0.0 },
};
static const Ring forearm_rings[] = {
  { 0.00, 3.7, 0.0, 0.0, 0.0 }, { 0.16, 4.1, 0.3, 0.2, 0.8 }, { 0.34, 4.0, 0.3, 0.2, 1.0 },
  { 0.60, 3.3, 0.1, 0.1, 1.0 }, { 0.84, 2.6, 0.0, 0.0, 1.0 }, { 1.00, 2.4, 0.0, 0.0, 1.0 },
};
static const Ring thigh_rings[] = {
  { 0.02, 8.5, -0.3, 0.0, 0.0 }, { 0.15, 9.0, 0.2, 0.3, 0.5 }, { 0.32, 8.6, 0.5, 0.2, 1.0 },
  { 0.55, 7.5, 0.6, 0.0, 1.0 },  { 0.80, 6.2, 0.3, 0.0, 0.7 }, { 1.00, 5.7, 0.1, 0.0, 0.0 },
};
static const Ring shin_rings[] = {
  { 0.00, 5.6, 0.0, 0.0, 0.0 },  { 0.12, 5.5, -0.5, 0.1, 0.7 }, { 0.28, 5.7, -1.1, 0.2, 1.0 },
  { 0.46, 5.1, -1.0, 0.1, 1.0 }, { 0.68, 4.0, -0.3, 0.0, 1.0 }, { 0.88, 3.3, 0.0, 0.0, 1.0 },
  { 1.00, 3.3, 0.0, 0.0, 0.7 },
};
/* Of the torso: cm up the spine, half depth, offset to the front, half width, weight. */
static const Ring torso_rings[] = {
  { -1.8, 7.8, -0.4, 8.4, 0.0 },  { 2.2, 9.2, -0.5, 15.6, 0.0 },  { 7.0, 9.3, -0.1, 15.8, 0.5 },
  { 12.0, 8.7, 0.5, 14.3, 1.0 },  { 18.0, 8.3, 0.8, 13.2, 1.0 },  { 25.0, 8.8, 0.6, 13.6, 1.0 },
  { 32.0, 9.7, 0.4, 14.8, 1.0 },  { 39.0, 10.3, 0.4, 15.6, 1.0 }, { 44.0, 9.6, 0.2, 15.2, 0.9 },
  { 48.5, 7.6, -0.2, 13.4, 0.6 }, { 52.0, 5.2, -0.8, 9.6, 0.5 },  { 54.6, 3.6, -0.8, 6.6, 0.3 },
};

gint16
uk_flesh_add (UkFlesh *flesh, UkShape *shape, UkVec at, double r, double weight)
{
  g_assert (flesh->n_spheres < UK_FLESH_MAX_SPHERES);

  flesh->spheres[flesh->n_spheres] = (UkSphere){ .at = at, .r = r, .weight = weight };
  shape->n_spheres++;
  return (gint16)flesh->n_spheres++;
}

void
uk_flesh_link (UkFlesh *flesh, UkShape *shape, const gint16 *spheres, int n)
{
  UkLink *link = &flesh->links[flesh->n_links];

  g_assert (flesh->n_links < UK_FLESH_MAX_LINKS && n <= UK_LINK_MAX);

  flesh->n_links++;
  shape->n_links++;
  link->n = (gint16)n;
  memcpy (link->spheres, spheres, sizeof *spheres * (gsize)n);
}

/* Begins the next shape of a part; what is added until the next call belongs to it. */
UkShape *
uk_flesh_begin (UkFlesh *flesh, UkPart part, UkMaterial material)
{
  UkBodyPart *p = &flesh->parts[part];
  UkShape *shape = &p->shapes[p->n_shapes];

  g_assert (p->n_shapes < UK_FLESH_MAX_SHAPES && p->n_toes == 0);

  p->n_shapes++;
  *shape = (UkShape){ .sphere0 = (gint16)flesh->n_spheres,
                      .link0 = (gint16)flesh->n_links,
                      .material = material };
  return shape;
}

static void
link_pair (UkFlesh *flesh, UkShape *shape, gint16 a, gint16 b)
{
  uk_flesh_link (flesh, shape, (gint16[]){ a, b }, 2);
}

/* A flat end of cloth: a ring of small spheres. */
typedef struct {
  UkVec at, across, along;
  double r_across, r_along, weight;
} Hem;

static void
add_hem (UkFlesh *flesh, UkShape *shape, gint16 a, gint16 b, const Hem *hem)
{
  const double thread = 0.5;
  gint16 ids[UK_LINK_MAX];
  int n = 0;

  ids[n++] = a;
  if (b != a)
    ids[n++] = b;
  for (int k = 0; k < HEM_SPHERES; k++) {
    double angle = 2 * G_PI * k / HEM_SPHERES;
    UkVec p = uk_vec_along (hem->at, hem->across, (hem->r_across - thread) * cos (angle));
    gint16 id;

    p = uk_vec_along (p, hem->along, (hem->r_along - thread) * sin (angle));
    id = uk_flesh_add (flesh, shape, p, thread, hem->weight);
    flesh->spheres[id].ring = hem->at;
    flesh->spheres[id].ring_r = (hem->r_across + hem->r_along) / 2;
    ids[n++] = id;
  }
  uk_flesh_link (flesh, shape, ids, n);
}

static double
catmull_rom (double a, double b, double c, double d, double t)
{
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/* The profile between its rings; x is 0 to n - 1. */
static Ring
get_ring (const Ring *rings, int n, double x)
{
  int i = MIN ((int)x, n - 2);
  double t = x - i;
  const Ring *b = &rings[i], *c = b + 1, *a = i > 0 ? b - 1 : b, *d = i + 2 < n ? c + 1 : c;

  return (Ring){
    uk_mix (b->t, c->t, t),
    catmull_rom (a->r, b->r, c->r, d->r, t),
    catmull_rom (a->front, b->front, c->front, d->front, t),
    catmull_rom (a->outward, b->outward, c->outward, d->outward, t),
    uk_mix (b->weight, c->weight, t),
  };
}

/* A stretch of a limb between two rings of its profile. */
typedef struct {
  UkVec top;
  const UkFrame *frame;
  double length, sign;
  const Ring *rings;
  int n_rings;
  double from, to;
  double grow_from, grow_to; /* how much wider than the flesh */
  double thick;              /* as a share */
} Sweep;

static gint16
add_sweep (UkFlesh *flesh, UkShape *shape, const Sweep *s)
{
  int steps = (int)((s->to - s->from) * 2 + 0.99);
  gint16 previous = -1;

  for (int k = 0; k <= steps; k++) {
    double t = (double)k / steps;
    Ring q = get_ring (s->rings, s->n_rings, uk_mix (s->from, s->to, t));
    UkVec p = uk_vec_add (s->top,
                          uk_frame_out (s->frame, q.front, -q.t * s->length, q.outward * s->sign));
    gint16 id = uk_flesh_add (flesh, shape, p,
                              q.r * s->thick + uk_mix (s->grow_from, s->grow_to, t), q.weight);

    if (previous >= 0)
      link_pair (flesh, shape, previous, id);
    previous = id;
  }
  return previous;
}

/* Pressed flat on somebody who lies on it. */
static double
get_bust (const UkSkeleton *s, const UkFrame *frame, double height)
{
  return uk_body_get_bust (s->body, height) * (1 + CLAMP (frame->f.y, -1, 0));
}

/* Rings of the trunk from one number to another; hem: number of the ring where the cloth ends, or
 * -1. */
static void
add_trunk (UkFlesh *flesh, UkShape *shape, const UkSkeleton *s, double from, double to, double hem)
{
  int n = G_N_ELEMENTS (torso_rings), steps = (int)((to - from) * 2 + 0.99);
  double grow = hem >= 0 ? 0.35 : 0;
  gint16 ids[6];
  int n_ids = 0;

  for (int k = 0; k <= steps; k++) {
    Ring q = get_ring (torso_rings, n, from + (to - from) * k / steps);
    double breath = q.t > 10 && q.t < 50 ? CHEST_BREATH * s->breath : 0, half, bust;
    UkVec c;
    UkFrame f;
    gint16 l, r;

    uk_skeleton_get_torso (s, q.t, &c, &f);
    bust = get_bust (s, &f, q.t);
    c = uk_vec_along (c, f.f, q.front + breath + bust / 2);
    half = MAX (q.outward * uk_body_get_width (s->body, q.t) - q.r - bust / 2, 0);
    q.r += grow + breath + bust / 2;
    l = uk_flesh_add (flesh, shape, uk_vec_along (c, f.r, -half), q.r, q.weight);
    r = uk_flesh_add (flesh, shape, uk_vec_along (c, f.r, half), q.r, q.weight);
    ids[n_ids++] = l;
    ids[n_ids++] = r;
    if (n_ids == G_N_ELEMENTS (ids) || (k == steps && n_ids > 2)) {
      /* three rings at once: over so short a stretch the trunk is as good as convex */
      uk_flesh_link (flesh, shape, ids, n_ids);
      ids[0] = l;
      ids[1] = r;
      n_ids = 2;
    }
    if (k == 0 && hem >= 0) {
      Ring end = get_ring (torso_rings, n, hem);

      uk_skeleton_get_torso (s, end.t, &c, &f);
      add_hem (flesh, shape, l, r,
               &(Hem){ uk_vec_along (c, f.f, end.front), f.r, f.f,
                       end.outward * uk_body_get_width (s->body, end.t) + 0.5, end.r + 0.6, 1 });
    }
  }
}

static void
build_torso (UkFlesh *flesh, const UkSkeleton *s)
{
  UkShape *bottom, *top;
  UkVec c;
  UkFrame f;
  gint16 slope[2];

  bottom = uk_flesh_begin (flesh, UK_PART_TORSO, UK_MATERIAL_BOTTOM);
  bottom->soft = TRUE;
  add_trunk (flesh, bottom, s, 0, 3.2, -1);

  top = uk_flesh_begin (flesh, UK_PART_TORSO, UK_MATERIAL_TOP);
  add_trunk (flesh, top, s, 3.6, 11, 2.62);
  uk_skeleton_get_torso (s, 49.5, &c, &f);
  for (int half = 0; half < 2; half++) {
    UkVec p = uk_vec_add (c, uk_frame_out (&f, -1.2, 3.2, half == UK_BODY_LEFT ? -5.8 : 5.8));

    slope[half] = uk_flesh_add (flesh, top, p, 4.2, 0.2);
  }
  uk_skeleton_get_torso (s, 38, &c, &f);
  for (int half = 0; half < 2; half++) {
    double sign = half == UK_BODY_LEFT ? -1 : 1;
    UkVec armpit = uk_vec_along (s->shoulder[half], s->upper_arm[half].u, -4.5);
    gint16 chest
        = uk_flesh_add (flesh, top, uk_vec_along (c, f.r, sign * 8 * s->body->chest), 8, 0.6);
    gint16 shoulder = uk_flesh_add (flesh, top, s->shoulder[half], 5.5, 0.2);
    gint16 pit = uk_flesh_add (flesh, top, uk_vec_along (armpit, s->spine[2].r, -sign), 4.9, 0.2);

    uk_flesh_link (flesh, top, (gint16[]){ slope[half], shoulder, chest }, 3);
    uk_flesh_link (flesh, top, (gint16[]){ shoulder, chest, pit }, 3);
  }
}

static void
build_arm (UkFlesh *flesh, const UkSkeleton *s, int half)
{
  UkPart part = half == UK_BODY_LEFT ? UK_PART_UPPER_ARM_LEFT : UK_PART_UPPER_ARM_RIGHT;
  double sign = half == UK_BODY_LEFT ? -1 : 1;
  Sweep arm = { s->shoulder[half],
                &s->upper_arm[half],
                UK_BONE_UPPER_ARM,
                sign,
                upper_arm_rings,
                G_N_ELEMENTS (upper_arm_rings),
                2,
                5,
                0,
                0,
                s->body->arm };
  double cuff = 5.7 * s->body->arm;
  UkShape *shape;
  gint16 end;

  shape = uk_flesh_begin (flesh, part, UK_MATERIAL_SKIN);
  add_sweep (flesh, shape, &arm);

  shape = uk_flesh_begin (flesh, part, UK_MATERIAL_TOP);
  arm.from = 0;
  arm.to = 2;
  arm.grow_from = 0.15;
  arm.grow_to = 0.75;
  end = add_sweep (flesh, shape, &arm);
  add_hem (
      flesh, shape, end, end,
      &(Hem){ uk_vec_add (arm.top, uk_frame_out (arm.frame, 0.3, -s->body->sleeve, 0.1 * sign)),
              arm.frame->f, arm.frame->r, cuff, cuff, 1 });

  shape = uk_flesh_begin (flesh, part + 1, UK_MATERIAL_SKIN);
  add_sweep (flesh, shape,
             &(Sweep){ s->elbow[half], &s->forearm[half], UK_BONE_FOREARM, sign, forearm_rings,
                       G_N_ELEMENTS (forearm_rings), 0, 5, 0, 0, s->body->arm });
  uk_flesh_add_palm (flesh, shape, s, half);
  uk_flesh_add_fingers (flesh, part + 1, s, half);
}

static void
build_thigh (UkFlesh *flesh, const UkSkeleton *s, int half)
{
  UkPart part = half == UK_BODY_LEFT ? UK_PART_THIGH_LEFT : UK_PART_THIGH_RIGHT;
  double sign = half == UK_BODY_LEFT ? -1 : 1;
  UkShape *shape = uk_flesh_begin (flesh, part, UK_MATERIAL_BOTTOM);
  UkVec front = uk_vec_unit (uk_vec_add (s->pelvis.f, s->thigh[half].f));
  UkVec up = uk_vec_unit (uk_vec_add (s->pelvis.u, s->thigh[half].u));
  UkVec kneecap = uk_vec_unit (uk_vec_add (s->thigh[half].f, s->shin[half].f));
  UkVec seat = uk_vec_along (s->hip[half], front, -3.3);
  UkVec pelvis = uk_vec_add (s->hip[half], uk_frame_out (&s->pelvis, -1.9, 0.6, -sign * 1.2));
  gint16 first = shape->sphere0, knee, buttock, hip, cap;

  knee = add_sweep (flesh, shape,
                    &(Sweep){ s->hip[half], &s->thigh[half], UK_BONE_THIGH, sign, thigh_rings,
                              G_N_ELEMENTS (thigh_rings), 0, 5, 0, 0, s->body->leg });
  /* the buttock is half carried by the pelvis, half by the thigh */
  seat = uk_vec_along (uk_vec_along (seat, up, -2.6), s->pelvis.r, -sign * 0.5);
  buttock = uk_flesh_add (flesh, shape, seat, 7.9, 0);
  hip = uk_flesh_add (flesh, shape, pelvis, 7.9, 0);
  uk_flesh_link (flesh, shape, (gint16[]){ buttock, first, (gint16)(first + 4) }, 3);
  uk_flesh_link (flesh, shape, (gint16[]){ buttock, first, hip }, 3);
  cap = uk_flesh_add (flesh, shape, uk_vec_along (s->knee[half], kneecap, 1.3), 4.7, 0.2);
  link_pair (flesh, shape, knee, cap);
}

static void
build_shin (UkFlesh *flesh, const UkSkeleton *s, int half)
{
  UkPart part = half == UK_BODY_LEFT ? UK_PART_SHIN_LEFT : UK_PART_SHIN_RIGHT;
  double sign = half == UK_BODY_LEFT ? -1 : 1;
  const UkFrame *frame = &s->shin[half];
  Sweep shin = {
    s->knee[half], frame, UK_BONE_SHIN, sign, shin_rings, G_N_ELEMENTS (shin_rings), 4, 6, 0, 0,
    s->body->leg
  };
  UkShape *shape;
  gint16 end;

  shape = uk_flesh_begin (flesh, part, UK_MATERIAL_SKIN);
  add_sweep (flesh, shape, &shin);
  uk_flesh_add_foot (flesh, shape, s, half);

  shape = uk_flesh_begin (flesh, part, UK_MATERIAL_BOTTOM);
  shin.from = 0;
  shin.to = 4.25;
  shin.grow_to = 0.3;
  end = add_sweep (flesh, shape, &shin);
  add_hem (flesh, shape, end, end,
           &(Hem){ uk_vec_add (s->knee[half], uk_frame_out (frame, -0.1, -33.6, 0)), frame->f,
                   frame->r, 3.9, 3.9, 1 });
  uk_flesh_add_toes (flesh, part, s, half);
}

/* Neck and face; the hair is painted. */
static void
build_head (UkFlesh *flesh, const UkSkeleton *s)
{
  static const double face[8][4] = {
    { -1.2, 0.8, 0, 8.0 },    { 1.4, 0.9, 0, 7.5 },     { 3.4, -2.8, -2.4, 4.9 },
    { 3.4, -2.8, 2.4, 4.9 },  { 1.2, -6.4, -3.2, 3.5 }, { 1.2, -6.4, 3.2, 3.5 },
    { 5.3, -9.9, -0.8, 3.0 }, { 5.3, -9.9, 0.8, 3.0 },
  };
  static const double nose[3][4]
      = { { 7.9, 0.2, 0, 1.0 }, { 9.4, -3.5, 0, 1.1 }, { 6.6, -4.4, 0, 2.0 } };
  const UkFrame *chest = &s->spine[2], *head = &s->head;
  UkVec middle = uk_vec_add (s->head_joint, uk_frame_out (head, 1.0, 7.5, 0));
  UkShape *shape;
  gint16 ids[8], low, high, chin;

  shape = uk_flesh_begin (flesh, UK_PART_HEAD, UK_MATERIAL_SKIN);
  low = uk_flesh_add (flesh, shape, uk_vec_along (s->neck_base, chest->f, 0.2), 5.0 * s->body->neck,
                      0.3);
  high = uk_flesh_add (flesh, shape, uk_vec_along (s->neck_base, s->neck.u, 4), 4.9 * s->body->neck,
                       0.9);
  chin = uk_flesh_add (flesh, shape, uk_vec_add (s->head_joint, uk_frame_out (head, -0.4, 2.0, 0)),
                       5.1 * s->body->neck, 0.6);
  /* the collar is high behind and low in front */
  add_hem (flesh, shape, low, high,
           &(Hem){ uk_vec_add (s->neck_base, uk_frame_out (chest, 1.0, -1.4, 0)), chest->r,
                   uk_vec_unit (uk_frame_out (chest, -0.80, 0.60, 0)), 6.6, 6.4, 0.3 });
  link_pair (flesh, shape, low, high);
  link_pair (flesh, shape, high, chin);

  shape = uk_flesh_begin (flesh, UK_PART_HEAD, UK_MATERIAL_SKIN);
  for (int i = 0; i < 8; i++) {
    double jaw = i < JAW ? 1 : s->body->jaw, open = i < CHIN ? 0 : s->mouth;

    ids[i] = uk_flesh_add (
        flesh, shape,
        uk_vec_add (middle, uk_frame_out (head, face[i][0] - 0.8 * open,
                                          face[i][1] - UK_MOUTH_OPEN * open, face[i][2] * jaw)),
        face[i][3] * (i < CHIN ? 1 : uk_mix (1, jaw, 0.4)), 0.6);
  }
  uk_flesh_link (flesh, shape, ids, 8);
  for (int i = 0; i < 3; i++)
    ids[i] = uk_flesh_add (
        flesh, shape, uk_vec_add (middle, uk_frame_out (head, nose[i][0], nose[i][1], nose[i][2])),
        nose[i][3], 0.6);
  uk_flesh_link (flesh, shape, ids, 3);
}

/**
 * uk_flesh_build:
 * @flesh: (out caller-allocates): the body
 * @skeleton: whose
 */
void
uk_flesh_build (UkFlesh *flesh, const UkSkeleton *skeleton)
{
  g_return_if_fail (flesh != NULL && skeleton != NULL);

  flesh->n_spheres = flesh->n_links = 0;
  for (int part = 0; part < UK_N_PARTS; part++)
    flesh->parts[part].n_shapes = flesh->parts[part].n_toes = 0;
  build_torso (flesh, skeleton);
  build_head (flesh, skeleton);
  for (int half = 0; half < 2; half++) {
    build_arm (flesh, skeleton, half);
    build_thigh (flesh, skeleton, half);
    build_shin (flesh, skeleton, half);
  }
}

/**
 * uk_flesh_get_lowest:
 * @flesh: the body
 * @skeleton: that it was built from
 * @planted_too: whether limbs with a goal count
 *
 * Returns: the height of the lowest point in cm
 */
double
uk_flesh_get_lowest (const UkFlesh *flesh, const UkSkeleton *skeleton, gboolean planted_too)
{
  double low = 1e9;

  g_return_val_if_fail (flesh != NULL && skeleton != NULL, 0);

  for (UkPart part = 0; part < UK_N_PARTS; part++) {
    int half = uk_part_get_half (part);
    const UkBodyPart *p = &flesh->parts[part];

    if (!planted_too
        && ((uk_part_is_arm (part) && skeleton->arm_planted[half])
            || (uk_part_is_leg (part) && skeleton->leg_planted[half])))
      continue;
    for (guint k = 0; k < p->n_shapes; k++) {
      const UkSphere *sphere = &flesh->spheres[p->shapes[k].sphere0];

      for (int i = 0; i < p->shapes[k].n_spheres; i++, sphere++)
        low = MIN (low, sphere->at.y - sphere->r);
    }
  }
  return low;
}
