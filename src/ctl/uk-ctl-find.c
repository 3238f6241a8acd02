/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-deep-link.h"
#include "core/catalogue/uk-search.h"
#include "ctl/uk-ctl.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

static void
print_region (const UkRegion *region)
{
  g_autofree char *link = uk_deep_link_to_region (region, UK_SIDE_NONE);

  g_print ("%s\t%s\n", link, region->name);
}

static void
print_routine (const UkRoutine *routine)
{
  g_autofree char *link = uk_deep_link_to_routine (routine);

  g_print ("%s\t%s\n", link, routine->title);
}

static void
print_all (UkCatalogue *catalogue)
{
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  for (i = 0; i < regions->len; i++)
    print_region (g_ptr_array_index (regions, i));
  for (i = 0; i < routines->len; i++)
    print_routine (g_ptr_array_index (routines, i));
}

static int
print_found (UkCatalogue *catalogue, char **words)
{
  g_autofree char *query = g_strjoinv (" ", words);
  g_autoptr (GArray) hits = uk_catalogue_search (catalogue, query);
  gboolean found = FALSE;
  guint i;

  for (i = 0; i < hits->len; i++) {
    const UkHit *hit = &g_array_index (hits, UkHit, i);

    if (hit->kind == UK_HIT_REGION)
      print_region (hit->region);
    else if (hit->kind == UK_HIT_ROUTINE)
      print_routine (hit->routine);
    found = found || hit->kind == UK_HIT_REGION || hit->kind == UK_HIT_ROUTINE;
  }
  if (found)
    return UK_CTL_OK;
  g_printerr (_ ("Nothing called “%s”.\n"), query);
  return UK_CTL_FAILED;
}

/**
 * uk_ctl_find:
 * @argc: number of words
 * @argv: "find" and what to look for, or "--all"
 *
 * Prints places and routines, a line each: the link that opens it, and its name.
 *
 * Returns: the exit status
 */
int
uk_ctl_find (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (GFile) shipped = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "unknot", "routines", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  gboolean all = argc == 2 && g_str_equal (argv[1], "--all");

  if (argc < 2 || (!all && argv[1][0] == '-')) {
    g_printerr ("%s\n", _ ("Usage: unknotctl find WORD… | --all"));
    return UK_CTL_USAGE;
  }
  g_resources_register (uk_data_get_resource ());
  uk_catalogue_load (catalogue, shipped, UK_CATALOGUE_SHIPPED, problems);
  if (g_file_query_exists (folder, NULL))
    uk_catalogue_load (catalogue, folder, UK_CATALOGUE_CUSTOM, problems);
  if (!all)
    return print_found (catalogue, argv + 1);
  print_all (catalogue);
  return UK_CTL_OK;
}
