/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/manual/uk-manual.h"

#include "unknot-data.h"

#define ONE "<manual><title>Help</title><chapter id='a'><title>A</title>"
#define END "</chapter></manual>"

typedef struct {
  const char *name;
  const char *markup;
} Case;

static const Case damaged[] = {
  { "nothing", "" },
  { "no markup", "manual" },
  { "another file", "<routines/>" },
  { "cut off", ONE "<text>one" },
  { "no title", "<manual><chapter id='a'><title>A</title>" END },
  { "no title of a chapter", "<manual><title>Help</title><chapter id='a'>" END },
  { "no id", "<manual><title>Help</title><chapter><title>A</title>" END },
  { "no keys", ONE "<key>Search</key>" END },
  { "keys twice", ONE "<key keys='a' keys='b'>Search</key>" END },
  { "unknown", ONE "<video/>" END },
  { "text outside of a chapter", "<manual><title>Help</title><text>one</text></manual>" },
  { "text in a text", ONE "<text>one <item>two</item></text>" END },
};

static void
test_damaged (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (uk_manual_new_from_markup (c->markup, -1, NULL, NULL, &error));
  g_assert_true (error->domain == G_MARKUP_ERROR);
}

static const char *
shout (const char *text, gpointer data)
{
  g_ptr_array_add (data, g_ascii_strup (text, -1));
  return g_ptr_array_index ((GPtrArray *) data, ((GPtrArray *) data)->len - 1);
}

static void
test_read (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (UkManual) manual = uk_manual_new_from_markup (
      ONE "<text> one\n  two </text><item>three</item><key keys='Alt+1 F1'>four</key>" END, -1, shout, texts, &error);
  const char *const expected[] = { "ONE TWO", "THREE", "FOUR" };
  const UkManualChapter *chapter;
  guint i;

  g_assert_no_error (error);
  g_assert_cmpstr (manual->title, ==, "HELP");
  g_assert_cmpuint (manual->chapters->len, ==, 1);
  chapter = g_ptr_array_index (manual->chapters, 0);
  g_assert_cmpstr (chapter->id, ==, "a");
  g_assert_cmpstr (chapter->title, ==, "A");
  g_assert_cmpuint (chapter->parts->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++) {
    const UkManualPart *part = g_ptr_array_index (chapter->parts, i);

    g_assert_cmpint (part->kind, ==, i);
    g_assert_cmpstr (part->text, ==, expected[i]);
    g_assert_cmpstr (part->keys, ==, part->kind == UK_MANUAL_KEY ? "Alt+1 F1" : NULL);
  }
}

/* Short chapters, so that somebody in pain reads them. */
static void
test_shipped (void)
{
  g_autoptr (UkManual) manual = uk_manual_new (NULL, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, j;

  g_assert_cmpuint (manual->chapters->len, >=, 8);
  for (i = 0; i < manual->chapters->len; i++) {
    const UkManualChapter *chapter = g_ptr_array_index (manual->chapters, i);
    gsize letters = 0;

    g_assert_true (g_hash_table_add (ids, chapter->id));
    for (j = 0; j < chapter->parts->len; j++)
      letters += strlen (((const UkManualPart *) g_ptr_array_index (chapter->parts, j))->text);
    g_assert_cmpuint (letters, >, 100);
    g_assert_cmpuint (letters, <, 900);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  for (i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autofree char *path = g_strdup_printf ("/manual/damaged/%s", damaged[i].name);

    g_test_add_data_func (path, &damaged[i], test_damaged);
  }
  g_test_add_func ("/manual/read", test_read);
  g_test_add_func ("/manual/shipped", test_shipped);
  return g_test_run ();
}
