/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is in the file: poses or errors, and every pose can be solved, mirrored and moved. */
#include "core/figure/uk-movement.h"
#include "core/figure/uk-pose-check.h"

#define MAX_SOLVED 8 /* of many poses the first ones tell enough */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkPoseSet) set = uk_pose_set_new ();
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree UkFigure *figure = g_new (UkFigure, 1);

  uk_pose_set_add_text (set, "fuzz.pose", text, (gssize)size, errors);
  uk_pose_set_resolve (set, errors);
  for (guint i = 0; i < MIN (uk_pose_set_get_n_poses (set), MAX_SOLVED); i++) {
    const UkPose *pose = uk_pose_set_get_nth (set, i);
    const char *const ids[] = { pose->id, uk_pose_set_get_nth (set, 0)->id, NULL };
    g_autoptr (UkMovement) movement = uk_movement_new (set, ids, i % 2 == 1, NULL);
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

    g_assert (movement != NULL);
    uk_movement_get_at (movement, 0.7, figure);
    g_assert (isfinite (figure->people[0].head_joint.x + figure->people[0].low));
    uk_pose_check (pose, remarks);
  }
  return 0;
}
