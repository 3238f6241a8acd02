/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/manual/uk-manual.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#include <string.h>

static const char *
record (const char *text, gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (text));
  return text;
}

static GHashTable *
read_pot (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("UK_PSEUDO"), "content.texts", NULL);
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *p;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  for (p = data; p < data + length; p += strlen (p) + 1)
    g_hash_table_add (texts, g_strdup (p));
  return texts;
}

static void
assert_all_in (GHashTable *texts, GHashTable *others, const char *where)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    if (!g_hash_table_contains (others, text))
      g_error ("%s does not have: %s", where, (const char *)text);
  }
}

/* What the loader looks up is what translators are given, and the other way round. */
static void
test_same (void)
{
  g_autoptr (GHashTable) pot = read_pot ();
  g_autoptr (GHashTable) loaded
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (UkCatalogue) catalogue
      = uk_catalogue_new_with_translator (record, loaded, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (UkManual) manual = uk_manual_new (record, loaded);

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (pot), >, 1000);
  assert_all_in (loaded, pot, "the template for translators");
  assert_all_in (pot, loaded, "the loader");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add_func ("/content-texts/same", test_same);
  return g_test_run ();
}
