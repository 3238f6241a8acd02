/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose-check.h"

#include "core/figure/uk-flesh.h"
#include "core/figure/uk-pose-parser.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>

#define GOAL_MISS 1.0   /* cm */
#define FLOOR_SINK 1.0  /* cm */
#define SOLID_DEPTH 3.0 /* cm that flesh may be pressed into something hard */
#define SEAT_DEPTH 6.0  /* the same for the seat and the thighs, which are soft */
#define MAX_ELBOW 158.0
#define MAX_KNEE 157.0
#define MAX_WRIST 110.0
#define MAX_ANKLE 102.0
#define TRUNK_DEPTH 6.0 /* cm that a hand, a forearm or a shin may be pressed into a trunk */

typedef struct {
  const char *name;
  gsize offset;
  double low, high;
} Limit;

static const Limit arm_limits[] = {
  { "flex", offsetof (UkLimb, flex), -60, 185 },  { "abd", offsetof (UkLimb, abd), -60, 180 },
  { "rot", offsetof (UkLimb, rot), -90, 100 },    { "elbow", offsetof (UkLimb, bend), -5, 150 },
  { "turn", offsetof (UkLimb, turn), -100, 100 }, { "wrist", offsetof (UkLimb, end), -80, 80 },
  { "dev", offsetof (UkLimb, edge), -35, 30 },
};
static const Limit leg_limits[] = {
  { "flex", offsetof (UkLimb, flex), -35, 140 },     { "abd", offsetof (UkLimb, abd), -30, 65 },
  { "rot", offsetof (UkLimb, rot), -45, 60 },        { "knee", offsetof (UkLimb, bend), -3, 155 },
  { "twist", offsetof (UkLimb, turn), -30, 30 },     { "ankle", offsetof (UkLimb, end), -75, 30 },
  { "edge", offsetof (UkLimb, edge), -30, 35 },      { "toes", offsetof (UkLimb, toes), -40, 80 },
  { "spread", offsetof (UkLimb, toe_spread), 0, 1 },
};
static const double spine_limits[3] = { 85, 55, 80 };
static const double neck_limits[3] = { 55, 45, 70 };
static const char *const axes[3] = { "flex", "side", "twist" };
static const char *const sides[2] = { "l", "r" };

static void G_GNUC_PRINTF (2, 3) add_remark (GPtrArray *remarks, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (remarks, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
check_angles (const UkLimb *limb,
              const Limit *limits,
              gsize n,
              const char *name,
              int half,
              GPtrArray *remarks)
{
  for (gsize i = 0; i < n; i++) {
    double angle = *(const double *)(gconstpointer)((const char *)limb + limits[i].offset);

    if (angle < limits[i].low || angle > limits[i].high)
      add_remark (remarks, _ ("%s.%s %s=%g is outside %g to %g"), name, sides[half], limits[i].name,
                  angle, limits[i].low, limits[i].high);
  }
}

/* By how much the second of two bones that look along each other's u is turned away. */
static double
get_bend (const UkFrame *a, const UkFrame *b)
{
  return acos (CLAMP (uk_vec_dot (a->u, b->u), -1, 1)) * 180 / G_PI;
}

/* What a goal makes of elbow and wrist, or of knee and ankle. */
static void
check_reached (const char *name, gboolean arm, int half, const UkSkeleton *s, GPtrArray *remarks)
{
  double bend = arm ? get_bend (&s->upper_arm[half], &s->forearm[half])
                    : get_bend (&s->thigh[half], &s->shin[half]);
  double end = arm ? get_bend (&s->forearm[half], &s->hand[half])
                   : get_bend (&s->shin[half], &s->foot[half]);

  if (bend > (arm ? MAX_ELBOW : MAX_KNEE))
    add_remark (remarks, _ ("%s.%s is bent by %.0f degrees to reach its goal"), name, sides[half],
                bend);
  if (end > (arm ? MAX_WRIST : MAX_ANKLE))
    add_remark (remarks, _ ("the end of %s.%s is bent by %.0f degrees to reach its goal"), name,
                sides[half], end);
}

static void
check_limb (const UkLimb *limb,
            gboolean arm,
            int half,
            const UkSkeleton *s,
            const UkSkeleton *other,
            GPtrArray *remarks)
{
  const char *name = arm ? "arm" : "leg";
  UkVec end = arm ? s->wrist[half] : s->ankle[half], goal;
  double miss;

  if (!limb->to.set || (limb->to.other && other == NULL)) {
    if (arm)
      check_angles (limb, arm_limits, G_N_ELEMENTS (arm_limits), name, half, remarks);
    else
      check_angles (limb, leg_limits, G_N_ELEMENTS (leg_limits), name, half, remarks);
    return;
  }
  check_reached (name, arm, half, s, remarks);
  goal = uk_place_locate (&limb->to, s, other, NULL);
  if (limb->touch >= 0)
    uk_anchor_locate (limb->touch, half, s, &end, NULL);
  miss = uk_vec_distance (end, goal);
  if (miss > GOAL_MISS)
    add_remark (remarks, _ ("%s.%s misses its goal by %.1f cm"), name, sides[half], miss);
}

static void
check_trunk (const UkPose *pose, GPtrArray *remarks)
{
  for (int axis = 0; axis < 3; axis++) {
    double spine = pose->spine[axis][0] + pose->spine[axis][1] + pose->spine[axis][2];
    double neck = pose->neck[axis] + pose->head[axis];

    if (fabs (spine) > spine_limits[axis])
      add_remark (remarks, _ ("spine %s adds up to %g, more than %g"), axes[axis], spine,
                  spine_limits[axis]);
    if (fabs (neck) > neck_limits[axis])
      add_remark (remarks, _ ("neck and head %s add up to %g, more than %g"), axes[axis], neck,
                  neck_limits[axis]);
  }
}

static void
check_bone (const char *name, int half, UkVec a, UkVec b, double length, GPtrArray *remarks)
{
  double now = uk_vec_distance (a, b);

  if (fabs (now - length) > 0.01 * length)
    add_remark (remarks, _ ("%s.%s is %.1f cm long instead of %.1f"), name, sides[half], now,
                length);
}

static void
check_bones (const UkSkeleton *s, GPtrArray *remarks)
{
  for (int half = 0; half < 2; half++) {
    check_bone ("upper arm", half, s->shoulder[half], s->elbow[half], UK_BONE_UPPER_ARM, remarks);
    check_bone ("forearm", half, s->elbow[half], s->wrist[half], UK_BONE_FOREARM, remarks);
    check_bone ("thigh", half, s->hip[half], s->knee[half], UK_BONE_THIGH, remarks);
    check_bone ("shin", half, s->knee[half], s->ankle[half], UK_BONE_SHIN, remarks);
  }
}

/* Something hard with its sides along the axes. */
typedef struct {
  UkVec low, high;
} Solid;

static double
get_size (double given, double otherwise)
{
  return given > 0 ? given : otherwise;
}

/* What of a prop nobody can be inside of. */
static gboolean
get_solid (const UkSolvedProp *solved, Solid *solid)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];
  double w = size->w, h = size->h, d = size->d, low = o.y;

  if (solved->prop.kind == UK_PROP_WALL) {
    double x = o.x + size->a;

    d = get_size (d, 70) / 2;
    *solid = (Solid){ { size->b < 0 ? x : x - 100, 0, -d },
                      { size->b < 0 ? x + 100 : x, get_size (h, 196), d } };
    return TRUE;
  }
  if (solved->prop.kind == UK_PROP_CHAIR) {
    h = get_size (h, 44);
    w = get_size (w, 42);
    d = get_size (d, 44);
    low = h - 6;
  } else if (solved->prop.kind == UK_PROP_TABLE) {
    h = get_size (h, 72);
    w = get_size (w, 60);
    d = get_size (d, 100);
    low = h - 3.5;
  } else if (solved->prop.kind == UK_PROP_BED) {
    h = get_size (h, 46);
    w = get_size (w, 204);
    d = get_size (d, 90);
    low = h - 26;
  } else if (solved->prop.kind == UK_PROP_BOX) {
    h += o.y;
  } else {
    return FALSE;
  }
  *solid = (Solid){ { o.x - w / 2, low, o.z - d / 2 }, { o.x + w / 2, h, o.z + d / 2 } };
  return TRUE;
}

/* How deep the surface of a sphere whose middle is near or in the solid is inside it. */
static double
get_depth (const UkSphere *sphere, const Solid *solid)
{
  UkVec p = sphere->at;
  double x = MIN (p.x - solid->low.x, solid->high.x - p.x);
  double y = MIN (p.y - solid->low.y, solid->high.y - p.y);
  double z = MIN (p.z - solid->low.z, solid->high.z - p.z);

  return MIN (MIN (x, y), z) + sphere->r;
}

static const char *const part_names[UK_N_PARTS] = {
  [UK_PART_TORSO] = "trunk",
  [UK_PART_HEAD] = "head",
  [UK_PART_UPPER_ARM_LEFT] = "upper arm.l",
  [UK_PART_FOREARM_LEFT] = "arm.l",
  [UK_PART_UPPER_ARM_RIGHT] = "upper arm.r",
  [UK_PART_FOREARM_RIGHT] = "arm.r",
  [UK_PART_THIGH_LEFT] = "thigh.l",
  [UK_PART_SHIN_LEFT] = "leg.l",
  [UK_PART_THIGH_RIGHT] = "thigh.r",
  [UK_PART_SHIN_RIGHT] = "leg.r",
};

static void
check_solid (const UkFlesh *flesh, const Solid *solid, const char *name, GPtrArray *remarks)
{
  for (UkPart index = 0; index < UK_N_PARTS; index++) {
    const UkBodyPart *part = &flesh->parts[index];
    gboolean end = uk_part_is_far_half (index), leg = uk_part_is_leg (index);
    guint n = end && leg ? 1 : part->n_shapes; /* skin, not trousers */
    double deepest = 0, most = leg && !end ? SEAT_DEPTH : SOLID_DEPTH;

    for (guint s = 0; s < n; s++) {
      const UkShape *shape = &part->shapes[s];

      for (int k = 0; k < shape->n_spheres; k++)
        deepest = MAX (deepest, get_depth (&flesh->spheres[shape->sphere0 + k], solid));
    }
    if (deepest > most)
      add_remark (remarks, _ ("%s is %.1f cm inside the %s"), part_names[index], deepest, name);
  }
}

/* How deep the surface of a sphere is inside the body that two others and what is between them
 * fill. */
static double
get_depth_between (const UkSphere *sphere, const UkSphere *a, const UkSphere *b)
{
  UkVec way = uk_vec_sub (b->at, a->at), from = uk_vec_sub (sphere->at, a->at);
  double length = uk_vec_dot (way, way);
  double t = length > 0 ? CLAMP (uk_vec_dot (from, way) / length, 0, 1) : 0;

  return uk_mix (a->r, b->r, t) + sphere->r
         - uk_vec_distance (sphere->at, uk_vec_mix (a->at, b->at, t));
}

/* The rings of the trunk are the pairs of its links. */
static double
get_depth_in_trunk (const UkFlesh *flesh, const UkSphere *sphere)
{
  const UkBodyPart *trunk = &flesh->parts[UK_PART_TORSO];
  double deepest = 0;

  for (guint s = 0; s < trunk->n_shapes; s++) {
    const UkShape *shape = &trunk->shapes[s];

    for (int i = 0; i < shape->n_links; i++) {
      const UkLink *link = &flesh->links[shape->link0 + i];

      if (link->n < 4 || link->n > 6)
        continue;
      for (int k = 0; k + 1 < link->n; k += 2)
        deepest = MAX (deepest, get_depth_between (sphere, &flesh->spheres[link->spheres[k]],
                                                   &flesh->spheres[link->spheres[k + 1]]));
    }
  }
  return deepest;
}

static void
check_trunk_free (const UkFlesh *flesh, const UkFlesh *limbs, GPtrArray *remarks)
{
  for (UkPart index = UK_PART_UPPER_ARM_LEFT; index < UK_N_PARTS; index++) {
    const UkBodyPart *part = &limbs->parts[index];
    double deepest = 0;

    if (!uk_part_is_far_half (index))
      continue;
    for (guint s = 0; s < part->n_shapes; s++) {
      const UkShape *shape = &part->shapes[s];

      for (int k = 0; k < shape->n_spheres; k++)
        deepest = MAX (deepest, get_depth_in_trunk (flesh, &limbs->spheres[shape->sphere0 + k]));
    }
    if (deepest > TRUNK_DEPTH)
      add_remark (remarks, _ ("%s is %.1f cm inside the %s"), part_names[index], deepest,
                  part_names[UK_PART_TORSO]);
  }
}

/**
 * uk_figure_check:
 * @figure: a picture, or a moment of a movement
 * @remarks: (element-type utf8): where to add what is wrong, in words; frees its items
 *
 * Finds bodies in the floor, in walls and furniture, and forearms and shins in trunks.
 */
void
uk_figure_check (const UkFigure *figure, GPtrArray *remarks)
{
  g_autofree UkFlesh *people = NULL;

  g_return_if_fail (figure != NULL && remarks != NULL);

  people = g_new (UkFlesh, figure->n_people);
  for (guint i = 0; i < figure->n_people; i++)
    uk_flesh_build (&people[i], &figure->people[i]);
  for (guint i = 0; i < figure->n_people; i++) {
    for (guint k = 0; k < figure->n_props; k++) {
      const UkSolvedProp *solved = &figure->props[k];
      Solid solid;

      if (get_solid (solved, &solid))
        check_solid (&people[i], &solid, uk_prop_kind_get_name (solved->prop.kind), remarks);
    }
    for (guint k = 0; k < figure->n_people; k++)
      check_trunk_free (&people[i], &people[k], remarks);
    if (figure->people[i].low < -FLOOR_SINK)
      add_remark (remarks, _ ("sinks %.1f cm into the floor"), -figure->people[i].low);
  }
}

/* The hands of the helper have to be where they treat the person. */
static void
check_helper (const UkPose *pose, const UkFigure *figure, GPtrArray *remarks)
{
  UkPose helper = *pose->helper;

  if (pose->helper_mirrored)
    uk_pose_mirror (&helper);
  for (int half = 0; half < 2; half++) {
    if (helper.arm[half].to.other)
      check_limb (&helper.arm[half], TRUE, half, &figure->people[1], &figure->people[0], remarks);
  }
}

/**
 * uk_pose_check:
 * @pose: what to check
 * @remarks: (element-type utf8): where to add what is wrong, in words; frees its items
 *
 * Finds most mistakes of authors: impossible angles, missed goals, bodies in the floor, hands and
 * feet in walls and furniture, stretched bones.
 */
void
uk_pose_check (const UkPose *pose, GPtrArray *remarks)
{
  g_autofree UkFigure *figure = NULL;
  const UkSkeleton *s;

  g_return_if_fail (pose != NULL && remarks != NULL);

  figure = g_new (UkFigure, 1);
  uk_figure_solve (figure, pose, FALSE);
  s = &figure->people[0];
  check_trunk (pose, remarks);
  check_bones (s, remarks);
  for (int half = 0; half < 2; half++) {
    check_limb (&pose->arm[half], TRUE, half, s, NULL, remarks);
    check_limb (&pose->leg[half], FALSE, half, s, NULL, remarks);
  }
  if (pose->helper != NULL)
    check_helper (pose, figure, remarks);
  uk_figure_check (figure, remarks);
}
