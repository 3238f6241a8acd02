/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/figure/uk-pose-set.h"
#include "unknot-data.h"

/* No step of a shipped routine is without its picture. */
static void
test_every_step_has_a_picture (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (UkPoseSet) poses = uk_pose_set_new ();
  GPtrArray *routines;
  guint i, j, k, missing = 0;

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  uk_pose_set_add_resources (poses, problems);
  uk_pose_set_resolve (poses, problems);
  g_assert_cmpuint (problems->len, ==, 0);

  routines = uk_catalogue_get_routines (catalogue);
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    for (j = 0; j < routine->n_steps; j++) {
      for (k = 0; routine->steps[j].poses[k] != NULL; k++) {
        if (uk_pose_set_lookup (poses, routine->steps[j].poses[k]) != NULL)
          continue;
        g_test_message ("%s, step %u: %s", routine->id, j + 1, routine->steps[j].poses[k]);
        missing++;
      }
    }
  }
  g_assert_cmpuint (missing, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add_func ("/content-poses/every step has a picture", test_every_step_has_a_picture);
  return g_test_run ();
}
