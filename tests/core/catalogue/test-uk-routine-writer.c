/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-routine-draft.h"
#include "core/catalogue/uk-routine-writer.h"
#include "support/uk-shipped.h"

#include <string.h>

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

static void
assert_survives (const UkRoutine *routine)
{
  g_autofree char *text = uk_routine_writer_write (&routine, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (UkArena) arena = uk_arena_new ();
  UkReaderOptions options = { arena, NULL, keep, NULL, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (UkContent) content = uk_reader_read (bytes, "w.xml", &options, &error);
  const UkRoutine *read;

  g_assert_no_error (error);
  read = uk_content_get (content, UK_KIND_ROUTINE, routine->id);
  g_assert_nonnull (read);
  g_assert_true (uk_routine_equal (read, routine));
}

static void
test_shipped (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  for (i = 0; i < routines->len; i++)
    assert_survives (g_ptr_array_index (routines, i));
}

/* A draft says what its routine says, but not that studies support it. */
static void
test_drafts (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  for (i = 0; i < routines->len; i++) {
    UkRoutine expected = *(const UkRoutine *)g_ptr_array_index (routines, i);
    static const char *const none[] = { NULL };
    g_autoptr (UkRoutineDraft) draft = uk_routine_draft_new_from (&expected, TRUE);
    UkRoutine *built = uk_routine_draft_build (draft);

    expected.evidence = UK_EVIDENCE_TRADITION;
    expected.sources = none;
    g_assert_cmpstr (built->id, ==, expected.id);
    g_assert_true (uk_routine_equal (built, &expected));
    uk_routine_draft_free_built (built);
  }
}

/* What people paste. */
static void
test_texts (void)
{
  static const char *const texts[]
      = { "A & B < C > D", "“Quotes” \"straight\" 'single'", "]]> <!-- x --> &amp;", "نص עברית 漢字 🙂",
          "a\xc2\x85\x01\x7f b", "broken \xff\xc3 bytes", " \t many \n\n blanks  " };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++) {
    static const char *const poses[] = { "one", "two", NULL };
    g_autoptr (UkRoutineDraft) draft = uk_routine_draft_new (UK_TECHNIQUE_BALL);
    UkDraftStep *step = uk_routine_draft_add_step (draft);
    UkRoutine *built;

    g_free (draft->id);
    draft->id = g_strdup ("x");
    uk_routine_draft_set_text (&draft->title, texts[i]);
    uk_routine_draft_set_text (&draft->summary, texts[i]);
    uk_routine_draft_set_text (&step->act, texts[i]);
    uk_routine_draft_set_list (&step->poses, poses);
    built = uk_routine_draft_build (draft);
    assert_survives (built);
    uk_routine_draft_free_built (built);
  }
}

static void
test_steps (void)
{
  static const struct {
    guint from, to;
    const char *order;
  } moves[] = { { 0, 2, "bca" }, { 2, 0, "cab" }, { 1, 1, "abc" }, { 0, 1, "bac" } };
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (UkRoutineDraft) draft = uk_routine_draft_new (UK_TECHNIQUE_YOGA);
    g_autoptr (GString) order = g_string_new (NULL);

    for (j = 0; j < 3; j++) {
      char name[] = { (char)('a' + j), '\0' };

      uk_routine_draft_set_text (&uk_routine_draft_add_step (draft)->act, name);
    }
    uk_routine_draft_move_step (draft, moves[i].from, moves[i].to);
    for (j = 0; j < 3; j++)
      g_string_append (order, ((UkDraftStep *)g_ptr_array_index (draft->steps, j))->act);
    g_assert_cmpstr (order->str, ==, moves[i].order);
    uk_routine_draft_remove_step (draft, 1);
    g_assert_cmpuint (draft->steps->len, ==, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routine-writer/shipped", test_shipped);
  g_test_add_func ("/routine-writer/drafts", test_drafts);
  g_test_add_func ("/routine-writer/texts", test_texts);
  g_test_add_func ("/routine-writer/steps", test_steps);
  return g_test_run ();
}
