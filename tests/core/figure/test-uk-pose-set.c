/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose-set.h"

#include "core/figure/uk-anchor.h"
#include "core/figure/uk-pose-parser.h"

#include <string.h>

static UkPoseSet *
load (const char *text, GPtrArray **errors)
{
  UkPoseSet *set = uk_pose_set_new ();

  *errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  uk_pose_set_add_text (set, "x.pose", text, -1, *errors);
  uk_pose_set_resolve (set, *errors);
  return set;
}

static void
test_good (void)
{
  static const char text[] = "# a comment\n"
                             "pose late Later one\r\n"
                             "like early\n"
                             "arm.l flex=20\t elbow=90 # bent\n"
                             "prop ball on=@blade.r+1,-2,3 r=4 twin=9 layer=front\n"
                             "\n"
                             "pose early The early one\n"
                             "view front\n"
                             "focus @wrist.l 20\n"
                             "seconds 0.5\n"
                             "spine flex=30 side=1,2,3\n"
                             "arm hand=fist\n"
                             "leg.r to=1,2,3 touch=heel point=right sole=down\n"
                             "helper late at=10,0,-4 turn=180\n";
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (UkPoseSet) set = NULL;
  const UkPose *early, *late;

  /* the helper of early is late, which is like early: a circle */
  set = load (text, &errors);
  g_assert_cmpuint (errors->len, ==, 2);
  g_clear_object (&set);
  g_clear_pointer (&errors, g_ptr_array_unref);

  set = uk_pose_set_new ();
  errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  uk_pose_set_add_text (set, "a.pose", text, (gssize)(strstr (text, "helper") - text), errors);
  uk_pose_set_add_text (set, "b.pose", "pose two Two people\nhelper late at=10,0,-4 turn=180\n", -1,
                        errors);
  uk_pose_set_resolve (set, errors);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_cmpuint (uk_pose_set_get_n_poses (set), ==, 3);
  early = uk_pose_set_lookup (set, "early");
  late = uk_pose_set_lookup (set, "late");
  g_assert_cmpstr (late->title, ==, "Later one");
  g_assert_cmpfloat (late->yaw, ==, 90);
  g_assert_cmpfloat (late->seconds, ==, 0.5);
  g_assert_cmpint (late->focus, ==, UK_FOCUS_PLACE);
  g_assert_cmpfloat (late->focus_r, ==, 20);
  g_assert_cmpfloat (late->spine[0][1], ==, 10);
  g_assert_cmpfloat (late->spine[1][2], ==, 3);
  g_assert_cmpfloat (late->arm[UK_BODY_LEFT].bend, ==, 90);
  g_assert_cmpfloat (early->arm[UK_BODY_LEFT].bend, ==, 0);
  g_assert_cmpfloat (late->arm[UK_BODY_RIGHT].hand.curl[0], ==, 1);
  g_assert_true (uk_anchor_is_foot (late->leg[UK_BODY_RIGHT].touch));
  g_assert_cmpuint (late->n_props, ==, 1);
  g_assert_cmpint (late->props[0].layer, ==, 1);
  g_assert_cmpfloat (late->props[0].size.twin, ==, 9);
  g_assert_cmpfloat (late->props[0].points[0].offset.y, ==, -2);
  g_assert_true (uk_pose_set_lookup (set, "two")->helper == late);
  g_assert_cmpfloat (uk_pose_set_lookup (set, "two")->helper_at.z, ==, -4);
}

/* Each line is the third of its file; the pose before it and the one after it stay. */
static void
test_bad_lines (void)
{
  static const struct {
    const char *line;
    int code;
  } cases[] = {
    { "arm.x flex=1", UK_POSE_ERROR_SYNTAX },
    { "arm flex", UK_POSE_ERROR_SYNTAX },
    { "arm flex=", UK_POSE_ERROR_SYNTAX },
    { "arm flex=1,2", UK_POSE_ERROR_SYNTAX },
    { "arm flex=1cm", UK_POSE_ERROR_SYNTAX },
    { "arm flex=nan", UK_POSE_ERROR_SYNTAX },
    { "arm flex=inf", UK_POSE_ERROR_SYNTAX },
    { "arm flex=1e99", UK_POSE_ERROR_SYNTAX },
    { "arm knee=3", UK_POSE_ERROR_SYNTAX },
    { "leg elbow=3", UK_POSE_ERROR_SYNTAX },
    { "leg hand=fist", UK_POSE_ERROR_SYNTAX },
    { "arm hand=claw", UK_POSE_ERROR_SYNTAX },
    { "arm curl=7", UK_POSE_ERROR_SYNTAX },
    { "arm to=@nowhere", UK_POSE_ERROR_SYNTAX },
    { "arm to=@elbow.x", UK_POSE_ERROR_SYNTAX },
    { "arm to=1", UK_POSE_ERROR_SYNTAX },
    { "arm touch=heel", UK_POSE_ERROR_SYNTAX },
    { "arm palm=sideways", UK_POSE_ERROR_SYNTAX },
    { "arm layer=top", UK_POSE_ERROR_SYNTAX },
    { "arm", UK_POSE_ERROR_SYNTAX },
    { "tail flex=3", UK_POSE_ERROR_SYNTAX },
    { "spine flex=1,2,3,4", UK_POSE_ERROR_SYNTAX },
    { "head eyes=half", UK_POSE_ERROR_SYNTAX },
    { "neck eyes=closed", UK_POSE_ERROR_SYNTAX },
    { "view", UK_POSE_ERROR_SYNTAX },
    { "view above", UK_POSE_ERROR_SYNTAX },
    { "focus", UK_POSE_ERROR_SYNTAX },
    { "focus foot", UK_POSE_ERROR_SYNTAX },
    { "focus @knee.r 0", UK_POSE_ERROR_SYNTAX },
    { "seconds 0", UK_POSE_ERROR_SYNTAX },
    { "mirror twice", UK_POSE_ERROR_SYNTAX },
    { "prop", UK_POSE_ERROR_SYNTAX },
    { "prop unicorn at=0,0,0", UK_POSE_ERROR_SYNTAX },
    { "prop ball r=3", UK_POSE_ERROR_SYNTAX },
    { "prop cane on=@trap.r", UK_POSE_ERROR_SYNTAX },
    { "prop ball at=0,0,0 q=3", UK_POSE_ERROR_SYNTAX },
    { "prop band from=@fist.l via=0,0 via=0,0 via=0,0 via=0,0 to=0,0", UK_POSE_ERROR_SYNTAX },
    { "like", UK_POSE_ERROR_UNKNOWN },
    { "like nobody", UK_POSE_ERROR_UNKNOWN },
    { "like bad", UK_POSE_ERROR_CYCLE },
    { "helper nobody at=0,0,0", UK_POSE_ERROR_UNKNOWN },
    { "helper before at=@knee.r", UK_POSE_ERROR_SYNTAX },
    { "helper before round=3", UK_POSE_ERROR_SYNTAX },
    { "pose Bad Id", UK_POSE_ERROR_SYNTAX },
    { "pose before Again", UK_POSE_ERROR_DUPLICATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text
        = g_strdup_printf ("pose before\npose bad\n%s\npose after\n", cases[i].line);
    g_autoptr (GPtrArray) errors = NULL;
    g_autoptr (UkPoseSet) set = load (text, &errors);
    const GError *error;

    g_test_message ("%s", cases[i].line);
    g_assert_cmpuint (errors->len, ==, 1);
    error = g_ptr_array_index (errors, 0);
    g_assert_error (error, UK_POSE_ERROR, cases[i].code);
    g_assert_true (g_str_has_prefix (error->message, "x.pose:3: "));
    g_assert_nonnull (uk_pose_set_lookup (set, "before"));
    g_assert_nonnull (uk_pose_set_lookup (set, "after"));
    if (!g_str_has_prefix (cases[i].line, "pose"))
      g_assert_null (uk_pose_set_lookup (set, "bad"));
  }
}

static void
test_circle (void)
{
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (UkPoseSet) set
      = load ("pose a\nlike b\npose b\nlike c\npose c\nlike a\npose d\n", &errors);

  const GError *first;

  g_assert_cmpuint (errors->len, ==, 3);
  first = g_ptr_array_index (errors, 0);
  g_assert_error (first, UK_POSE_ERROR, UK_POSE_ERROR_CYCLE);
  g_assert_cmpuint (uk_pose_set_get_n_poses (set), ==, 1);
}

static void
test_not_text (void)
{
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (UkPoseSet) set = load ("pose a\nview \xff\n", &errors);

  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpstr (((GError *)g_ptr_array_index (errors, 0))->message, ==,
                   "x.pose:2: this is not UTF-8 text");
}

static void
tell (UkPoseSet *set, const GError *error, GString *told)
{
  g_string_append_printf (told, "%s\n", error->message);
}

/* What is read when it is needed is told when it is needed, and once. */
static void
test_lazy (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkPoseSet) set = uk_pose_set_new ();
  g_autoptr (GString) told = g_string_new (NULL);

  uk_pose_set_add_text (set, "x.pose",
                        "pose good Good\nview front\npose bad Bad\nview upwards\n"
                        "pose like-bad Like it\nlike bad\n",
                        -1, errors);
  g_signal_connect (set, "damaged", G_CALLBACK (tell), told);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_nonnull (uk_pose_set_lookup (set, "good"));
  g_assert_null (uk_pose_set_lookup (set, "none"));
  g_assert_cmpstr (told->str, ==, "");
  for (int round = 0; round < 2; round++) {
    g_assert_null (uk_pose_set_lookup (set, "like-bad"));
    g_assert_null (uk_pose_set_lookup (set, "bad"));
    g_assert_true (g_str_has_prefix (told->str, "x.pose:4: "));
    g_assert_nonnull (strstr (told->str, "\nx.pose:6: "));
    g_assert_null (strstr (strstr (told->str, "x.pose:6: "), "\nx"));
  }
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkPoseSet) set = uk_pose_set_new ();

  uk_pose_set_add_folder (set, "/nonexistent", errors);
  uk_pose_set_resolve (set, errors);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpuint (uk_pose_set_get_n_poses (set), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pose-set/good", test_good);
  g_test_add_func ("/pose-set/bad-lines", test_bad_lines);
  g_test_add_func ("/pose-set/circle", test_circle);
  g_test_add_func ("/pose-set/not-text", test_not_text);
  g_test_add_func ("/pose-set/lazy", test_lazy);
  g_test_add_func ("/pose-set/no-folder", test_no_folder);
  return g_test_run ();
}
