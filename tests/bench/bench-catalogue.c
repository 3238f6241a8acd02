/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-search.h"
#include "unknot-data.h"

#include <locale.h>

/* Loading all content against what GMarkup alone takes for the same bytes, and a search. */

#define ROUNDS 20
#define MAX_MILLISECONDS 30.0
#define MAX_RATIO 6.0

static void
collect (const char *path, GPtrArray *files)
{
  g_auto (GStrv) names = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint i;

  for (i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *child = g_strconcat (path, names[i], NULL);

    if (g_str_has_suffix (child, "/"))
      collect (child, files);
    else if (g_str_has_suffix (child, ".xml"))
      g_ptr_array_add (files, g_resources_lookup_data (child, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL));
  }
}

static double
measure_floor (GPtrArray *files)
{
  static const GMarkupParser parser = { NULL };
  gint64 start = g_get_monotonic_time ();
  guint i;

  for (i = 0; i < files->len; i++) {
    g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
    gsize size;
    const char *text = g_bytes_get_data (g_ptr_array_index (files, i), &size);

    g_markup_parse_context_parse (context, text, (gssize)size, NULL);
  }
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static double
measure_load (UkCatalogue *catalogue)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  gint64 start = g_get_monotonic_time ();

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  if (problems->len > 0)
    g_error ("%s", ((const GError *)g_ptr_array_index (problems, 0))->message);
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static double
measure_search (UkCatalogue *catalogue, const char *query)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) hits = uk_catalogue_search (catalogue, query);

  g_assert_cmpuint (hits->len, >, 0);
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static void
keep_least (double *least, double value)
{
  *least = MIN (*least, value);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  double floor = G_MAXDOUBLE, load = G_MAXDOUBLE, first = G_MAXDOUBLE, search = G_MAXDOUBLE;
  guint round;

  setlocale (LC_ALL, "");
  g_resources_register (uk_data_get_resource ());
  collect ("/unknot/content/", files);
  for (round = 0; round < ROUNDS; round++) {
    g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();

    keep_least (&floor, measure_floor (files));
    keep_least (&load, measure_load (catalogue));
    keep_least (&first, measure_search (catalogue, "shoulder blade"));
    keep_least (&search, measure_search (catalogue, "romboid"));
  }
  g_print ("content: %u files, GMarkup alone %.2f ms, loaded in %.2f ms, ratio %.2f\n", files->len,
           floor, load, load / floor);
  g_print ("search: the first %.2f ms, the next %.2f ms\n", first, search);
  return load <= MAX_MILLISECONDS && load / floor <= MAX_RATIO ? 0 : 1;
}
