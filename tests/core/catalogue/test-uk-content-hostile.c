/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "support/uk-test.h"

#include <string.h>

/* Whatever is in a file: it is read or refused with a message, and nothing breaks. */

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

static gboolean
read_bytes (const char *data, gsize length, char **message)
{
  g_autoptr (UkArena) arena = uk_arena_new ();
  UkReaderOptions options = { arena, NULL, keep, NULL, FALSE };
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (UkContent) content = uk_reader_read (bytes, "f.xml", &options, &error);

  g_assert_true ((content == NULL) == (error != NULL));
  if (message != NULL)
    *message = error == NULL ? NULL : g_strdup (error->message);
  return content != NULL;
}

static void
assert_refused (const char *data, gsize length, const char *message)
{
  g_autofree char *found = NULL;

  g_assert_false (read_bytes (data, length, &found));
  if (message != NULL)
    g_assert_cmpstr (found, ==, message);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("<routines technique='ball'>");
  guint i;

  for (i = 0; i < 100000; i++)
    g_string_append (text, "<routine id='a' evidence='weak'>");
  assert_refused (text->str, text->len, "f.xml:1: <routine> may not stand in <routine>.");
}

static void
test_huge_attribute (void)
{
  g_autofree char *filling = g_strnfill (1000000, 'x');
  g_autofree char *text
      = g_strdup_printf ("<routines technique='ball'>\n<routine id='%s' evidence='weak'>", filling);

  assert_refused (text, strlen (text), "f.xml:2: The attribute “id” is too long.");
}

static void
test_huge_text (void)
{
  g_autofree char *filling = g_strnfill (1000000, 'x');
  g_autofree char *text = g_strdup_printf (
      "<routines technique='ball'><routine id='a' evidence='weak'>\n<title>%s</title>", filling);

  assert_refused (text, strlen (text), "f.xml:2: <title> is too long.");
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) text = g_string_new ("<routines technique='ball'");
  guint i;

  for (i = 0; i < 100; i++)
    g_string_append_printf (text, " a%u='x'", i);
  g_string_append (text, "/>");
  assert_refused (text->str, text->len, "f.xml:1: <routines> has no attribute “a0”.");
}

static void
test_many_steps (void)
{
  g_autoptr (GString) text
      = g_string_new ("<routines technique='ball'>\n<routine id='a' evidence='weak'>"
                      "<title>T</title><summary>S</summary>");
  guint i;

  for (i = 0; i < 1000; i++)
    g_string_append (text, "<step seconds='1' pose='p'><do>D</do></step>");
  g_string_append (text, "</routine></routines>");
  assert_refused (text->str, text->len, "f.xml:2: A routine has at most 40 steps.");
}

static void
test_encoding (void)
{
  static const char bad[] = "<routines technique='ball'>\n\n\xff\xfe";
  static const char nul[] = "<routines\n technique='ball'>\0</routines>";
  static const char overlong[] = "<routines technique='\xc0\xaf'>";

  assert_refused (bad, sizeof bad - 1, "f.xml:3: This is not UTF-8 text.");
  assert_refused (nul, sizeof nul - 1, "f.xml:2: This is not UTF-8 text.");
  assert_refused (overlong, sizeof overlong - 1, "f.xml:1: This is not UTF-8 text.");
}

static void
test_references (void)
{
  static const char text[]
      = "<!DOCTYPE routines [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n"
        "<routines technique='ball'><routine id='r' evidence='weak'><title>&a;</title>";

  assert_refused (text, sizeof text - 1, NULL);
}

/* A real file that ends anywhere. */
static void
test_truncated (void)
{
  g_autofree char *path = uk_test_source_path ("data/content/routines/cane.xml");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, end, whole;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_true (read_bytes (text, length, NULL));
  whole = strlen (g_strchomp (text));
  for (end = 0; end < whole; end += end < 4096 ? 1 : 131)
    assert_refused (text, end, NULL);
}

/* Real files with bytes changed, dropped and swapped. */
static void
test_damaged (void)
{
  static const char *const files[]
      = { "regions.xml", "safety.xml", "aches.xml", "routines/cane.xml" };
  static const char bytes[] = "<>/'\"=&;! \n\0ax9\xc3\xa9\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (20240229);
  guint i, round, change;

  for (i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *name = g_strconcat ("data/content/", files[i], NULL);
    g_autofree char *path = uk_test_source_path (name);
    g_autofree char *text = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    length = MIN (length, 6000);
    for (round = 0; round < 300; round++) {
      g_autofree char *copy = g_memdup2 (text, length);

      for (change = 0; change < 1 + round % 4; change++) {
        gsize at = (gsize)g_rand_int_range (random, 0, (gint32)length - 1);

        copy[at] = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      }
      read_bytes (copy, length, NULL);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content-hostile/deep nesting", test_deep);
  g_test_add_func ("/content-hostile/huge attribute", test_huge_attribute);
  g_test_add_func ("/content-hostile/huge text", test_huge_text);
  g_test_add_func ("/content-hostile/many attributes", test_many_attributes);
  g_test_add_func ("/content-hostile/many steps", test_many_steps);
  g_test_add_func ("/content-hostile/encoding", test_encoding);
  g_test_add_func ("/content-hostile/references", test_references);
  g_test_add_func ("/content-hostile/truncated", test_truncated);
  g_test_add_func ("/content-hostile/damaged", test_damaged);
  return g_test_run ();
}
