/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-figure.h"

#include "core/figure/uk-flesh.h"
#include "core/figure/uk-pose-set.h"

#include <string.h>

#define CLOSE 0.05 /* cm */

static UkPoseSet *
load (const char *text)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkPoseSet *set = uk_pose_set_new ();

  uk_pose_set_add_text (set, "x.pose", text, -1, errors);
  uk_pose_set_resolve (set, errors);
  for (guint i = 0; i < errors->len; i++)
    g_error ("%s", ((GError *)g_ptr_array_index (errors, i))->message);
  return set;
}

static void
assert_near (UkVec a, UkVec b)
{
  g_assert_cmpfloat (uk_vec_distance (a, b), <, CLOSE);
}

static UkVec
get_anchor (const UkSkeleton *s, const char *name, int half)
{
  UkVec point;

  uk_anchor_locate (uk_anchor_find (name, strlen (name)), half, s, &point, NULL);
  return point;
}

static void
test_standing (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\n");
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  const UkSkeleton *s = &figure->people[0];

  uk_figure_solve (figure, uk_pose_set_lookup (set, "a"), FALSE);
  g_assert_cmpfloat (fabs (s->low), <, CLOSE);
  g_assert_cmpfloat (fabs (get_anchor (s, "sole", UK_BODY_RIGHT).y), <, 0.5);
  g_assert_cmpfloat (get_anchor (s, "head-top", UK_BODY_MIDDLE).y, >, 168);
  g_assert_cmpfloat (get_anchor (s, "head-top", UK_BODY_MIDDLE).y, <, 176);
  /* the right side is nearer to the viewer of the side view */
  g_assert_cmpfloat (get_anchor (s, "trap", UK_BODY_RIGHT).z, >, 0);
  g_assert_cmpfloat (get_anchor (s, "trap", UK_BODY_LEFT).z, <, 0);
  g_assert_cmpfloat (get_anchor (s, "trap", UK_BODY_MIDDLE).z, ==, 0);
}

static void
test_goals (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\n"
                                    "root y=88\n"
                                    "leg.r to=10,7.6,9\n"
                                    "leg.l to=5,0,-9 touch=sole\n"
                                    "arm.r to=@chest.l+2,0,0 fingers=left palm=left touch=palm\n"
                                    "arm.l to=500,100,0\n"
                                    "pose b\n"
                                    "arm.r to=@knee.r touch=thumb\n");
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  const UkSkeleton *s = &figure->people[0];

  uk_figure_solve (figure, uk_pose_set_lookup (set, "a"), FALSE);
  assert_near (s->ankle[UK_BODY_RIGHT], uk_vec (10, 7.6, 9));
  assert_near (get_anchor (s, "palm", UK_BODY_RIGHT),
               uk_vec_add (get_anchor (s, "chest", UK_BODY_LEFT), uk_vec (2, 0, 0)));
  /* out of reach: the arm is stretched towards it, not torn */
  g_assert_cmpfloat (uk_vec_distance (s->shoulder[UK_BODY_LEFT], s->wrist[UK_BODY_LEFT]), <=,
                     UK_BONE_UPPER_ARM + UK_BONE_FOREARM);
  g_assert_cmpfloat (s->wrist[UK_BODY_LEFT].x, >, 45);
}

static void
test_helper (void)
{
  g_autoptr (UkPoseSet) set = load ("pose seat\n"
                                    "pose therapist\n"
                                    "arm.r to=@me.trap.l+0,3,0 fingers=right palm=down touch=palm\n"
                                    "pose both\n"
                                    "like seat\n"
                                    "helper therapist at=52,0,0 turn=180\n"
                                    "prop glow on=@helper.palm.r r=3\n");

  for (int mirrored = 0; mirrored < 2; mirrored++) {
    g_autofree UkFigure *figure = g_new (UkFigure, 1);
    int near = mirrored ? UK_BODY_RIGHT : UK_BODY_LEFT, hand = 1 - near;
    UkVec goal, palm;

    uk_figure_solve (figure, uk_pose_set_lookup (set, "both"), mirrored);
    g_assert_cmpuint (figure->n_people, ==, 2);
    goal = uk_vec_add (get_anchor (&figure->people[0], "trap", near), uk_vec (0, 3, 0));
    palm = get_anchor (&figure->people[1], "palm", hand);
    assert_near (palm, goal);
    assert_near (figure->props[0].points[0], palm);
    /* looks at the first person */
    g_assert_cmpfloat (figure->people[1].pelvis.f.x, <, -0.99);
  }
}

/* Mirroring twice is the same as not at all; once puts every joint on the other side. */
static void
test_mirror (void)
{
  static const char text[] = "pose a\n"
                             "root lean=12 roll=10 turn=20 tilt=5 z=3\n"
                             "spine flex=3 side=4,5,6 twist=7\n"
                             "head side=3 twist=9\n"
                             "shoulder.l up=2\n"
                             "arm.r flex=30 abd=20 hand=point\n"
                             "arm.l to=@hip-side.r+3,2,-1 pole=near fingers=down palm=away\n"
                             "leg.l flex=20 knee=30 abd=10\n"
                             "prop ball on=@blade.r r=4\n"
                             "prop sweep at=@shoulder.l r=9 a=10 b=80\n";
  g_autoptr (UkPoseSet) set = load (text);
  const UkPose *pose = uk_pose_set_lookup (set, "a");
  g_autofree UkFigure *figure = g_new (UkFigure, 1), *mirror = g_new (UkFigure, 1);
  UkPose twice = *pose;

  uk_pose_mirror (&twice);
  uk_pose_mirror (&twice);
  g_assert_cmpmem (&twice, sizeof twice, pose, sizeof *pose);

  uk_figure_solve (figure, pose, FALSE);
  uk_figure_solve (mirror, pose, TRUE);
  g_assert_cmpfloat (mirror->yaw, ==, 180 - figure->yaw);
  for (int half = 0; half < 2; half++) {
    const UkSkeleton *a = &figure->people[0], *b = &mirror->people[0];
    const UkVec pairs[][2] = {
      { a->shoulder[half], b->shoulder[1 - half] },
      { a->elbow[half], b->elbow[1 - half] },
      { a->wrist[half], b->wrist[1 - half] },
      { a->knee[half], b->knee[1 - half] },
      { a->ankle[half], b->ankle[1 - half] },
      { figure->props[0].points[0], mirror->props[0].points[0] },
      { a->head_joint, b->head_joint },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
      assert_near (pairs[i][0], uk_vec (pairs[i][1].x, pairs[i][1].y, -pairs[i][1].z));
  }
}

static double
get_toe_spread (const UkFigure *figure)
{
  g_autofree UkFlesh *flesh = g_new (UkFlesh, 1);
  const UkBodyPart *part = &flesh->parts[UK_PART_SHIN_RIGHT];
  const UkShape *toes;

  uk_flesh_build (flesh, &figure->people[0]);
  toes = &part->shapes[part->n_shapes];
  g_assert_cmpuint (part->n_toes, ==, 5);
  return uk_vec_distance (flesh->spheres[toes[0].sphere0 + 2].at,
                          flesh->spheres[toes[4].sphere0 + 2].at);
}

static void
test_toes (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\n"
                                    "pose b\n"
                                    "leg spread=1\n");
  g_autofree UkFigure *a = g_new (UkFigure, 1), *b = g_new (UkFigure, 1), *c = g_new (UkFigure, 1);

  uk_figure_solve (a, uk_pose_set_lookup (set, "a"), FALSE);
  uk_figure_solve (b, uk_pose_set_lookup (set, "b"), FALSE);
  uk_figure_mix (c, a, b, 0.5);
  g_assert_cmpfloat (get_toe_spread (b), >, get_toe_spread (a) + 1.5);
  g_assert_cmpfloat (get_toe_spread (c), >, get_toe_spread (a) + 0.5);
  g_assert_cmpfloat (get_toe_spread (c), <, get_toe_spread (b) - 0.5);
}

/* The ball rolls along, what only one key has fades or waits. */
static void
test_mix_props (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\n"
                                    "prop roller at=0,8,0 r=8\n"
                                    "prop arrow from=0,0,0 to=1,1,1\n"
                                    "prop chair at=9,0,0\n"
                                    "pose b\n"
                                    "prop roller at=20,8,0 r=6\n");
  g_autofree UkFigure *a = g_new (UkFigure, 1), *b = g_new (UkFigure, 1), *c = g_new (UkFigure, 1);

  uk_figure_solve (a, uk_pose_set_lookup (set, "a"), FALSE);
  uk_figure_solve (b, uk_pose_set_lookup (set, "b"), FALSE);
  uk_figure_mix (c, a, b, 0.25);
  g_assert_cmpuint (c->n_props, ==, 3);
  g_assert_cmpfloat (c->props[0].points[0].x, ==, 5);
  g_assert_cmpfloat (c->props[0].prop.size.r, ==, 7.5);
  g_assert_cmpfloat (c->props[1].alpha, ==, 0.75);
  g_assert_cmpfloat (c->props[2].alpha, ==, 1);
  uk_figure_mix (c, a, b, 0.75);
  g_assert_cmpuint (c->n_props, ==, 2); /* the chair is gone */
}

static void
test_breath (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\narm.r to=@belly+6,0,4\nleg to=4,7.6,9\nroot y=86\n");
  g_autofree UkFigure *rest = g_new (UkFigure, 1), *in = g_new (UkFigure, 1);

  uk_figure_solve (rest, uk_pose_set_lookup (set, "a"), FALSE);
  *in = *rest;
  uk_figure_breathe (in, 1);
  assert_near (in->people[0].wrist[UK_BODY_RIGHT], rest->people[0].wrist[UK_BODY_RIGHT]);
  assert_near (in->people[0].ankle[UK_BODY_LEFT], rest->people[0].ankle[UK_BODY_LEFT]);
  g_assert_cmpfloat (in->people[0].shoulder[UK_BODY_LEFT].y, >,
                     rest->people[0].shoulder[UK_BODY_LEFT].y);
}

/* Bodies differ in width, not in their bones; props and hands find their skin. */
static void
test_bodies (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\narm.r to=@hip-side.r\n");
  g_autofree UkFigure *figures = g_new (UkFigure, UK_N_BODY_KINDS);
  double shoulder[UK_N_BODY_KINDS], chest[UK_N_BODY_KINDS];

  for (UkBodyKind kind = 0; kind < UK_N_BODY_KINDS; kind++) {
    const UkSkeleton *s = &figures[kind].people[0];

    uk_pose_set_set_body (set, kind);
    uk_figure_solve (&figures[kind], uk_pose_set_lookup (set, "a"), FALSE);
    shoulder[kind] = s->shoulder[UK_BODY_RIGHT].z;
    chest[kind] = get_anchor (s, "chest", UK_BODY_RIGHT).x;
    g_assert_cmpfloat (fabs (s->low), <, CLOSE);
    assert_near (s->wrist[UK_BODY_RIGHT], get_anchor (s, "hip-side", UK_BODY_RIGHT));
    g_assert_cmpfloat (fabs (uk_vec_distance (s->hip[0], s->knee[0]) - UK_BONE_THIGH), <, CLOSE);
  }
  g_assert_cmpfloat (shoulder[UK_BODY_FEMALE], <, shoulder[UK_BODY_NEUTRAL]);
  g_assert_cmpfloat (shoulder[UK_BODY_MALE], >, shoulder[UK_BODY_NEUTRAL]);
  g_assert_cmpfloat (chest[UK_BODY_FEMALE], >, chest[UK_BODY_NEUTRAL]);
  g_assert_true (uk_body_get_helper (UK_BODY_FEMALE)->hair != uk_body_get (UK_BODY_FEMALE)->hair);
  g_assert_true (uk_body_get_helper (UK_BODY_MALE)->hair != uk_body_get (UK_BODY_MALE)->hair);
}

static void
test_mouth (void)
{
  g_autoptr (UkPoseSet) set = load ("pose a\npose b\nhead mouth=1\n");
  g_autofree UkFigure *figures = g_new (UkFigure, 3);

  uk_figure_solve (&figures[0], uk_pose_set_lookup (set, "a"), FALSE);
  uk_figure_solve (&figures[1], uk_pose_set_lookup (set, "b"), FALSE);
  uk_figure_mix (&figures[2], &figures[0], &figures[1], 0.5);
  g_assert_cmpfloat (figures[2].people[0].mouth, ==, 0.5);
  for (int i = 0; i < 3; i++) {
    double drop = get_anchor (&figures[0].people[0], "chin", UK_BODY_MIDDLE).y
                  - get_anchor (&figures[i].people[0], "chin", UK_BODY_MIDDLE).y;

    g_assert_cmpfloat (fabs (drop - UK_MOUTH_OPEN * figures[i].people[0].mouth), <, 0.1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/standing", test_standing);
  g_test_add_func ("/figure/goals", test_goals);
  g_test_add_func ("/figure/helper", test_helper);
  g_test_add_func ("/figure/toes", test_toes);
  g_test_add_func ("/figure/mirror", test_mirror);
  g_test_add_func ("/figure/mix-props", test_mix_props);
  g_test_add_func ("/figure/breath", test_breath);
  g_test_add_func ("/figure/bodies", test_bodies);
  g_test_add_func ("/figure/mouth", test_mouth);
  return g_test_run ();
}
