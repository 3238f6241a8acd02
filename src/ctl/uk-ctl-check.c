/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content-check.h"
#include "core/figure/uk-pose-set.h"
#include "ctl/uk-ctl.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

static gboolean
has_pose (const char *pose, gpointer user_data)
{
  UkPoseSet *poses = user_data;

  return uk_pose_set_lookup (poses, pose) != NULL;
}

/**
 * uk_ctl_check:
 * @argc: number of words
 * @argv: "check" and the content files
 *
 * Says what is wrong with content files, a line each.
 *
 * Returns: the exit status
 */
int
uk_ctl_check (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkPoseSet) poses = uk_pose_set_new ();
  g_autoptr (GFile) reference = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  guint i;

  if (argc < 2) {
    g_printerr ("%s\n", _ ("Usage: unknotctl check FILE…"));
    return UK_CTL_USAGE;
  }
  g_resources_register (uk_data_get_resource ());
  uk_pose_set_add_resources (poses, problems);
  uk_pose_set_resolve (poses, problems);
  uk_content_check ((const char *const *)argv + 1, reference, has_pose, poses, problems);
  for (i = 0; i < problems->len; i++)
    g_print ("%s\n", ((GError *)g_ptr_array_index (problems, i))->message);
  return problems->len == 0 ? UK_CTL_OK : UK_CTL_FAILED;
}
