/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-search.h"
#include "unknot-data.h"

#include <glib/gstdio.h>
#include <locale.h>

/* Loading all content against what GMarkup alone takes for the same bytes, and searches: with what
 * is shipped, and with many routines of one's own beside it. */

#define ROUNDS 20
#define MAX_MILLISECONDS 30.0
#define MAX_RATIO 6.0
#define N_FILES 20
#define N_IN_FILE 500
#define MAX_KEYSTROKE 5.0
#define MAX_HOLD 100.0

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

static void
write_file (const char *path, guint file)
{
  static const char *const words[] = { "quiet", "slow", "broad", "warm", "evening", "morning" };
  g_autoptr (GString) text = g_string_new ("<routines technique='stretch'>");
  guint i;

  for (i = 0; i < N_IN_FILE; i++)
    g_string_append_printf (
        text,
        "<routine id='made-%u-%u' regions='calf' evidence='tradition'><title>A %s stretch "
        "%u</title>"
        "<summary>Loosens the back of the leg on a %s day, number %u.</summary><avoid>Pain.</avoid>"
        "<step seconds='30' pose='calf-stretch'><do>Lean forward and "
        "breathe.</do></step></routine>",
        file, i, words[i % G_N_ELEMENTS (words)], i, words[(i + file) % G_N_ELEMENTS (words)], i);
  g_string_append (text, "</routines>");
  if (!g_file_set_contents (path, text->str, (gssize)text->len, NULL))
    g_error ("%s cannot be written", path);
}

static void
loaded_cb (UkCatalogue *catalogue, GPtrArray *problems)
{
  if (problems->len > 0)
    g_error ("%s", ((const GError *)g_ptr_array_index (problems, 0))->message);
}

/* Makes the words in another thread; returns for how long the caller was held up. */
static double
prepare_search (UkCatalogue *catalogue)
{
  gint64 start = g_get_monotonic_time (), begun, there;

  uk_catalogue_prepare_search (catalogue);
  begun = g_get_monotonic_time ();
  while (!g_main_context_pending (NULL))
    g_usleep (1000);
  there = g_get_monotonic_time ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return (double)(begun - start + g_get_monotonic_time () - there) / 1000.0;
}

/* Loads N_FILES x N_IN_FILE routines of one's own; returns how long that took, and @hold for how long
 * the caller was held up. */
static double
load_many (UkCatalogue *catalogue, double *hold)
{
  g_autofree char *path = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  gint64 start, begun, there, end;
  guint i;

  for (i = 0; i < N_FILES; i++) {
    g_autofree char *file = g_strdup_printf ("%s/%u.xml", path, i);

    write_file (file, i);
  }
  start = g_get_monotonic_time ();
  g_signal_connect (catalogue, "loaded", G_CALLBACK (loaded_cb), NULL);
  uk_catalogue_load_later (catalogue, folder);
  begun = g_get_monotonic_time ();
  while (!g_main_context_pending (NULL))
    g_usleep (1000);
  there = g_get_monotonic_time ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  end = g_get_monotonic_time ();
  *hold = (double)(begun - start + end - there) / 1000.0;
  for (i = 0; i < N_FILES; i++) {
    g_autofree char *file = g_strdup_printf ("%s/%u.xml", path, i);

    g_unlink (file);
  }
  g_rmdir (path);
  return (double)(end - start) / 1000.0;
}

/* With many routines of one's own: types a word letter by letter.  Returns: whether nobody waits for
 * too long */
static gboolean
measure_many (void)
{
  static const char word[] = "evening stretch";
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  double least[G_N_ELEMENTS (word)], slowest = 0, load, hold, prepare, first;
  guint round, i;

  measure_load (catalogue);
  load = load_many (catalogue, &hold);
  prepare = prepare_search (catalogue);
  first = measure_search (catalogue, "e");
  slowest = first;
  for (i = 1; i < G_N_ELEMENTS (word); i++) {
    g_autofree char *typed = g_strndup (word, i);

    least[i] = G_MAXDOUBLE;
    for (round = 0; round < ROUNDS; round++)
      keep_least (&least[i], measure_search (catalogue, typed));
    slowest = MAX (slowest, least[i]);
  }
  g_print ("%u more routines: loaded in %.2f ms, of which others wait %.2f ms, and %.2f ms for the words; "
           "first keystroke %.2f ms, slowest %.2f ms\n",
           N_FILES * N_IN_FILE, load, hold, prepare, first, slowest);
  return hold + prepare <= MAX_HOLD && slowest <= MAX_KEYSTROKE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  double floor = G_MAXDOUBLE, load = G_MAXDOUBLE, first = G_MAXDOUBLE, search = G_MAXDOUBLE;
  gboolean many;
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
  many = measure_many ();
  return load <= MAX_MILLISECONDS && load / floor <= MAX_RATIO && many ? 0 : 1;
}
