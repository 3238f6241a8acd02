/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What authors of poses are told. */
#include "core/figure/uk-pose-check.h"

#include "core/figure/uk-pose-set.h"

#include <string.h>

typedef struct {
  const char *name, *lines;
  const char *remark; /* (nullable): part of what is found; NULL if nothing */
} Case;

static const Case cases[] = {
  { "standing", "", NULL },
  { "elbow", "arm.r elbow=170\n", "arm.r elbow=170" },
  { "toes", "leg.l spread=2\n", "leg.l spread=2" },
  { "spine", "spine flex=40,40,40\n", "spine flex" },
  { "neck", "head twist=80\n", "neck and head twist" },
  { "out of reach", "arm.l to=90,100,0\n", "arm.l misses its goal" },
  { "folded elbow", "arm.r to=@shoulder.r+6,0,2\n", "arm.r is bent by" },
  { "folded wrist", "arm.r to=30,120,20 fingers=left palm=up\n", "the end of arm.r is bent by" },
  { "floor", "root y=70\n", "into the floor" },
  { "head in a wall", "prop wall at=0,0,0\n", "head is" },
  { "trunk in a wall", "prop wall at=-2,0,0\n", "trunk is" },
  { "back on a wall", "prop wall at=-10,0,0\n", NULL },
  { "hand in a table",
    "root lean=50\narm.r to=60,69,20 fingers=right palm=down\nprop table at=80,0,0\n", "arm.r is" },
  { "thigh in a box", "prop box at=0,50,0 w=60 h=20 d=60\n", "thigh.r is" },
  { "hand in the trunk", "arm.r to=@belly+-10,0,4 fingers=0.3,0,-1 palm=left\n", "arm.r is" },
  { "hand on the belly", "arm.r touch=palm to=@belly+0,0,2 fingers=0,0,-1 palm=left\n", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (UkPoseSet) set = uk_pose_set_new ();
  g_autofree char *text = g_strconcat ("pose a\n", test->lines, NULL);
  gboolean found = FALSE;

  uk_pose_set_add_text (set, "x.pose", text, -1, errors);
  uk_pose_set_resolve (set, errors);
  g_assert_cmpuint (errors->len, ==, 0);
  uk_pose_check (uk_pose_set_lookup (set, "a"), remarks);
  for (guint i = 0; i < remarks->len; i++) {
    const char *remark = g_ptr_array_index (remarks, i);

    g_test_message ("%s", remark);
    found |= test->remark != NULL && strstr (remark, test->remark) != NULL;
  }
  if (test->remark == NULL)
    g_assert_cmpuint (remarks->len, ==, 0);
  else
    g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/pose-check/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
