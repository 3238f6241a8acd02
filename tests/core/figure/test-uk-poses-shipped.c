/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pose and movement that the program carries. */
#include "core/catalogue/uk-catalogue.h"
#include "core/figure/uk-movement.h"
#include "core/figure/uk-pose-check.h"
#include "unknot-data.h"

#include <string.h>

#define FRAMES_PER_SECOND 60.0
#define FRAMES_BETWEEN_CHECKS 6
#define MAX_JUMP 8.0 /* cm between two frames */

static UkPoseSet *
load (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkPoseSet *set = uk_pose_set_new ();

  uk_pose_set_add_resources (set, errors);
  uk_pose_set_resolve (set, errors);
  for (guint i = 0; i < errors->len; i++)
    g_error ("%s", ((GError *)g_ptr_array_index (errors, i))->message);
  g_assert_cmpuint (uk_pose_set_get_n_poses (set), >, 46);
  return set;
}

/* Joints within their limits, goals reached, nobody in the floor or a wall, bones as long as they
 * are. */
static void
test_check (gconstpointer data)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  uk_pose_set_set_body (set, (UkBodyKind)GPOINTER_TO_UINT (data));
  for (guint i = 0; i < uk_pose_set_get_n_poses (set); i++) {
    const UkPose *pose = uk_pose_set_get_nth (set, i);
    guint before = remarks->len;

    uk_pose_check (pose, remarks);
    for (guint k = before; k < remarks->len; k++)
      g_test_message ("%s: %s", pose->id, (char *)g_ptr_array_index (remarks, k));
  }
  g_assert_cmpuint (remarks->len, ==, 0);
}

static double
get_jump (const UkSkeleton *a, const UkSkeleton *b)
{
  double jump = uk_vec_distance (a->head_joint, b->head_joint);

  for (int half = 0; half < 2; half++) {
    jump = MAX (jump, uk_vec_distance (a->elbow[half], b->elbow[half]));
    jump = MAX (jump, uk_vec_distance (a->wrist[half], b->wrist[half]));
    jump = MAX (jump, uk_vec_distance (a->knee[half], b->knee[half]));
    jump = MAX (jump, uk_vec_distance (a->ankle[half], b->ankle[half]));
  }
  return jump;
}

static void
assert_free (const UkFigure *figure, const char *id, double t)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  uk_figure_check (figure, remarks);
  for (guint i = 0; i < remarks->len; i++)
    g_test_message ("%s at %.2f s: %s", id, t, (char *)g_ptr_array_index (remarks, i));
  if (remarks->len > 0)
    g_test_fail ();
}

/* No limb jumps, no number is lost, and nothing goes through something on the way. */
static void
assert_smooth (UkPoseSet *set, const char *const *ids, gboolean mirrored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkMovement) movement = uk_movement_new (set, ids, mirrored, &error);
  g_autofree UkFigure *last = g_new (UkFigure, 1), *now = g_new (UkFigure, 1);
  double length;

  g_assert_no_error (error);
  length = uk_movement_get_seconds (movement);
  uk_movement_get_at (movement, 0, last);
  for (int frame = 0; frame <= length * FRAMES_PER_SECOND; frame++) {
    double t = frame / FRAMES_PER_SECOND, jump;

    uk_movement_get_at (movement, t, now);
    jump = get_jump (&last->people[0], &now->people[0]);
    if (!(jump < MAX_JUMP))
      g_error ("%s: a joint jumps %.1f cm at %.2f s", ids[0], jump, t);
    if (frame % FRAMES_BETWEEN_CHECKS == 0)
      assert_free (now, ids[0], t);
    memcpy (last, now, sizeof *last);
  }
}

static UkCatalogue *
load_catalogue (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource:///unknot/content");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkCatalogue *catalogue = uk_catalogue_new ();

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (uk_catalogue_get_routines (catalogue)->len, >, 0);
  return catalogue;
}

static void
test_movements (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkCatalogue) catalogue = load_catalogue ();
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);

  for (guint i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    for (guint k = 0; k < routine->n_steps; k++) {
      const char *const *poses = routine->steps[k].poses;

      if (poses[0] != NULL && poses[1] != NULL)
        assert_smooth (set, poses, (i + k) % 2 == 1);
    }
  }
}

/* Which poses each pose is made from: pose -> array of ids. */
static GHashTable *
read_templates (void)
{
  const char *folder = "/unknot/figure";
  g_auto (GStrv) files = g_resources_enumerate_children (folder, 0, NULL);
  GHashTable *templates
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (char **file = files; *file != NULL; file++) {
    g_autofree char *path = g_build_path ("/", folder, *file, NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    GPtrArray *current = NULL;

    for (char **line = lines; *line != NULL; line++) {
      g_auto (GStrv) words = g_strsplit (*line, " ", -1);

      if (g_strv_length (words) < 2)
        continue;
      if (g_str_equal (words[0], "pose")) {
        current = g_ptr_array_new_with_free_func (g_free);
        g_hash_table_insert (templates, g_strdup (words[1]), current);
      } else if (g_str_equal (words[0], "like") || g_str_equal (words[0], "helper")) {
        g_ptr_array_add (current, g_strdup (words[1]));
      }
    }
  }
  return templates;
}

static void
use (GHashTable *used, GHashTable *templates, const char *id)
{
  GPtrArray *from = g_hash_table_lookup (templates, id);

  if (!g_hash_table_add (used, g_strdup (id)))
    return;
  g_assert_nonnull (from);
  for (guint i = 0; i < from->len; i++)
    use (used, templates, g_ptr_array_index (from, i));
}

/* Every pose is shown by a step, or one that is shown is made from it. */
static void
test_used (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkCatalogue) catalogue = load_catalogue ();
  g_autoptr (GHashTable) templates = read_templates ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint idle = 0;

  for (guint i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    for (guint k = 0; k < routine->n_steps; k++) {
      const char *const *poses = routine->steps[k].poses;

      if (poses[0] == NULL)
        g_error ("%s: step %u shows nothing", routine->id, k + 1);
      for (; *poses != NULL; poses++)
        use (used, templates, *poses);
    }
  }
  for (guint i = 0; i < uk_pose_set_get_n_poses (set); i++) {
    const char *id = uk_pose_set_get_nth (set, i)->id;

    if (!g_hash_table_contains (used, id)) {
      g_test_message ("no step needs %s", id);
      idle++;
    }
  }
  g_assert_cmpuint (idle, ==, 0);
}

static void
test_planted (void)
{
  static const char *const ids[] = { "cat", "cow", NULL };
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (UkMovement) movement = uk_movement_new (set, ids, FALSE, NULL);
  g_autofree UkFigure *figure = g_new (UkFigure, 1);

  for (double t = 0; t < 6; t += 0.1) {
    uk_movement_get_at (movement, t, figure);
    for (int half = 0; half < 2; half++)
      g_assert_cmpfloat (uk_vec_distance (figure->people[0].wrist[half],
                                          uk_movement_get_key (movement, 0)->people[0].wrist[half]),
                         <, 0.1);
    g_assert_cmpfloat (figure->people[0].low, >, -1);
  }
}

static void
test_missing (void)
{
  static const char *const ids[] = { "cat", "dragon", NULL };
  g_autoptr (UkPoseSet) set = load ();
  g_autoptr (GError) error = NULL;

  g_assert_null (uk_movement_new (set, ids, FALSE, &error));
  g_assert_nonnull (strstr (error->message, "dragon"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add_data_func ("/poses-shipped/check", GUINT_TO_POINTER (UK_BODY_NEUTRAL), test_check);
  g_test_add_data_func ("/poses-shipped/check-female", GUINT_TO_POINTER (UK_BODY_FEMALE),
                        test_check);
  g_test_add_data_func ("/poses-shipped/check-male", GUINT_TO_POINTER (UK_BODY_MALE), test_check);
  g_test_add_func ("/poses-shipped/movements", test_movements);
  g_test_add_func ("/poses-shipped/used", test_used);
  g_test_add_func ("/poses-shipped/planted", test_planted);
  g_test_add_func ("/poses-shipped/missing", test_missing);
  return g_test_run ();
}
