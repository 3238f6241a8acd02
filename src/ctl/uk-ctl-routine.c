/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-own-routines.h"
#include "core/compose/uk-compose.h"
#include "core/figure/uk-pose-set.h"
#include "ctl/uk-ctl.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

static gboolean
has_pose (const char *pose, gpointer user_data)
{
  return uk_pose_set_lookup (user_data, pose) != NULL;
}

static void
tell (GPtrArray *problems)
{
  guint i;

  for (i = 0; i < problems->len; i++)
    g_printerr ("%s\n", ((GError *)g_ptr_array_index (problems, i))->message);
}

static int
list (UkOwnRoutines *own)
{
  g_autoptr (GPtrArray) routines = uk_own_routines_list (own);
  guint i;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    g_print ("%s\t%s\n", routine->id, routine->title);
  }
  return UK_CTL_OK;
}

static int
import (UkOwnRoutines *own, const char *path)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) added = uk_own_routines_import (own, file, notes, problems);
  guint i;

  tell (problems);
  for (i = 0; i < notes->len; i++)
    g_print ("%s\n", (const char *)g_ptr_array_index (notes, i));
  for (i = 0; i < added->len; i++)
    g_print ("%s\n", ((const UkRoutine *)g_ptr_array_index (added, i))->id);
  return problems->len == 0 ? UK_CTL_OK : UK_CTL_FAILED;
}

static int
export (UkOwnRoutines *own, UkCatalogue *catalogue, const char *id, const char *path)
{
  const UkRoutine *routine = uk_catalogue_get_routine (catalogue, id);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  if (routine == NULL) {
    g_printerr (_ ("There is no routine “%s”.\n"), id);
    return UK_CTL_FAILED;
  }
  if (uk_own_routines_export (own, routine, file, &error))
    return UK_CTL_OK;
  g_printerr ("%s\n", error->message);
  return UK_CTL_FAILED;
}

static char *
quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new ("\"");
  const char *p;

  for (p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (quoted, '\\');
    g_string_append_c (quoted, *p);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* Content has no control characters: the loader makes blanks of white space. */
static void
print_json (const UkRoutine *whole)
{
  g_autofree char *why = quote (whole->summary);
  guint i;

  g_print ("{\"id\": \"%s\", \"seconds\": %u, \"why\": %s, \"parts\": [", whole->id,
           uk_routine_get_seconds (whole, FALSE), why);
  for (i = 0; i < whole->n_parts; i++) {
    const UkRoutine *part = whole->parts[i].routine;
    g_autofree char *title = quote (part->title);

    g_print ("%s{\"id\": \"%s\", \"technique\": \"%s\", \"seconds\": %u, \"title\": %s}", i > 0 ? ", " : "",
             part->id, uk_technique_to_id (part->technique), uk_routine_get_seconds (part, FALSE), title);
  }
  g_print ("]}\n");
}

static void
print_lines (const UkRoutine *whole)
{
  guint i;

  g_print ("%s\n", whole->summary);
  for (i = 0; i < whole->n_parts; i++) {
    const UkRoutine *part = whole->parts[i].routine;

    g_print ("%s\t%u\t%s\n", part->id, uk_routine_get_seconds (part, FALSE), part->title);
  }
}

static int
compose (UkCatalogue *catalogue, const char *region, const char *minutes, gboolean json)
{
  const UkRoutine *whole;
  guint64 number;

  if (uk_catalogue_get_region (catalogue, region) == NULL) {
    g_printerr (_ ("There is no place “%s”.\n"), region);
    return UK_CTL_FAILED;
  }
  if (!g_ascii_string_to_unsigned (minutes, 10, 1, 60, &number, NULL)) {
    g_printerr ("%s\n", _ ("The time is a number of minutes from 1 to 60."));
    return UK_CTL_USAGE;
  }
  whole = uk_catalogue_compose (catalogue, region, (guint)number, NULL, NULL, NULL);
  if (whole == NULL) {
    g_printerr ("%s\n", _ ("Nothing for this place is that short."));
    return UK_CTL_FAILED;
  }
  if (json)
    print_json (whole);
  else
    print_lines (whole);
  return UK_CTL_OK;
}

static int
run (UkOwnRoutines *own, UkCatalogue *catalogue, int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "list"))
    return list (own);
  if (argc == 3 && g_str_equal (argv[1], "import"))
    return import (own, argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "export"))
    return export (own, catalogue, argv[2], argv[3]);
  if ((argc == 5 || (argc == 6 && g_str_equal (argv[5], "--json"))) && g_str_equal (argv[1], "compose")
      && g_str_equal (argv[3], "--minutes"))
    return compose (catalogue, argv[2], argv[4], argc == 6);
  g_printerr ("%s\n", _ ("Usage: unknotctl routine list | import FILE | export ID FILE\n"
                         "       unknotctl routine compose REGION --minutes N [--json]"));
  return UK_CTL_USAGE;
}

/**
 * uk_ctl_routine:
 * @argc: number of words
 * @argv: "routine" and what to do
 *
 * Lists, imports and exports the routines of the user, and puts a balanced one together.
 *
 * Returns: the exit status
 */
int
uk_ctl_routine (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (UkPoseSet) poses = uk_pose_set_new ();
  g_autoptr (GFile) shipped = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "unknot", "routines", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (UkOwnRoutines) own = NULL;

  g_resources_register (uk_data_get_resource ());
  uk_pose_set_add_resources (poses, problems);
  uk_pose_set_resolve (poses, problems);
  uk_catalogue_load (catalogue, shipped, UK_CATALOGUE_SHIPPED, problems);
  if (g_file_query_exists (folder, NULL))
    uk_catalogue_load (catalogue, folder, UK_CATALOGUE_CUSTOM, problems);
  tell (problems);
  own = uk_own_routines_new (catalogue, path, has_pose, poses);
  return run (own, catalogue, argc, argv);
}
