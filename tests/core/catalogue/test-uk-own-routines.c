/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-own-routines.h"
#include "core/catalogue/uk-routine-draft.h"
#include "core/catalogue/uk-routine-writer.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *outside;
  UkCatalogue *catalogue;
  UkOwnRoutines *own;
  GPtrArray *notes;
  GPtrArray *problems;
  guint changes;
} Fixture;

static gboolean
has_pose (const char *pose, gpointer user_data)
{
  return !g_str_equal (pose, "fly");
}

static void
changed_cb (Fixture *f)
{
  f->changes++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->outside = uk_test_make_folder ();
  f->folder = g_build_filename (f->outside, "unknot", "routines", NULL);
  f->catalogue = uk_test_load_shipped ();
  f->own = uk_own_routines_new (f->catalogue, f->folder, has_pose, NULL);
  f->notes = g_ptr_array_new_with_free_func (g_free);
  f->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_signal_connect_swapped (f->catalogue, "changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  uk_own_routines_free (f->own);
  g_object_unref (f->catalogue);
  g_ptr_array_unref (f->notes);
  g_ptr_array_unref (f->problems);
  uk_test_remove_folder (f->outside);
  g_free (f->outside);
  g_free (f->folder);
}

static UkRoutineDraft *
make_draft (const char *title)
{
  static const char *const pose[] = { "mat-sit", NULL };
  static const char *const region[] = { "rhomboids", NULL };
  UkRoutineDraft *draft = uk_routine_draft_new (UK_TECHNIQUE_STRETCH);
  UkDraftStep *step = uk_routine_draft_add_step (draft);

  uk_routine_draft_set_text (&draft->title, title);
  uk_routine_draft_set_list (&draft->regions, region);
  uk_routine_draft_set_text (&step->act, "Sit tall.");
  uk_routine_draft_set_list (&step->poses, pose);
  return draft;
}

static const UkRoutine *
save (Fixture *f, UkRoutineDraft *draft)
{
  UkRoutine *built = uk_routine_draft_build (draft);
  g_autoptr (GError) error = NULL;
  const UkRoutine *saved = uk_own_routines_save (f->own, built, &error);

  g_assert_no_error (error);
  g_assert_true (saved->custom);
  uk_routine_draft_free_built (built);
  return saved;
}

/* What another start of the program would find. */
static void
assert_on_disk (Fixture *f, guint n)
{
  g_autoptr (UkCatalogue) again = uk_test_load_shipped ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  GPtrArray *routines;
  guint i, found = 0;

  if (g_file_query_exists (folder, NULL))
    uk_catalogue_load (again, folder, UK_CATALOGUE_CUSTOM, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  routines = uk_catalogue_get_routines (again);
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    const UkRoutine *known;

    if (!routine->custom)
      continue;
    known = uk_catalogue_get_routine (f->catalogue, routine->id);
    g_assert_nonnull (known);
    g_assert_true (uk_routine_equal (known, routine));
    found++;
  }
  g_assert_cmpuint (found, ==, n);
}

static void
test_save (Fixture *f, gconstpointer data)
{
  g_autoptr (UkRoutineDraft) draft = make_draft ("My Übung: sit & wait!");
  g_autoptr (UkRoutineDraft) same = make_draft ("My Übung: sit & wait!");
  g_autoptr (GPtrArray) here = NULL;
  const UkRoutine *saved = save (f, draft);

  g_assert_cmpstr (saved->id, ==, "own-my-ubung-sit-wait");
  g_assert_cmpint (saved->evidence, ==, UK_EVIDENCE_TRADITION);
  g_assert_cmpuint (f->changes, ==, 1);
  g_assert_cmpstr (save (f, same)->id, ==, "own-my-ubung-sit-wait-2");
  here = uk_catalogue_list_routines_by_technique (f->catalogue, "rhomboids", UK_TECHNIQUE_STRETCH);
  g_assert_true (g_ptr_array_find (here, saved, NULL));
  assert_on_disk (f, 2);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (UkRoutineDraft) draft = make_draft ("One");
  const UkRoutine *saved = save (f, draft);
  g_autoptr (UkRoutineDraft) changed = uk_routine_draft_new_from (saved, TRUE);
  const UkRoutine *after;

  uk_routine_draft_set_text (&changed->title, "Two");
  changed->technique = UK_TECHNIQUE_YOGA;
  after = save (f, changed);
  g_assert_cmpstr (after->id, ==, saved->id);
  g_assert_cmpstr (after->title, ==, "Two");
  g_assert_cmpstr (saved->title, ==, "One"); /* still readable */
  assert_on_disk (f, 1);
}

/* Several of the user's routines in a file made by hand. */
static void
test_shared_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "hand.xml", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (UkRoutineDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_mkdir_with_parents (f->folder, 0700);
  g_assert_true (g_file_set_contents (
      path,
      "<routines technique='yoga'>"
      "<routine id='a' evidence='tradition'><title>A</title><summary>S</summary>"
      "<step seconds='9' pose='mat-sit'><do>D</do></step></routine>"
      "<routine id='b' evidence='tradition'><title>B</title><summary>S</summary>"
      "<step seconds='9' pose='mat-sit'><do>D</do></step></routine></routines>",
      -1, NULL));
  uk_catalogue_load (f->catalogue, folder, UK_CATALOGUE_CUSTOM, f->problems);
  g_assert_cmpuint (f->problems->len, ==, 0);
  draft = uk_routine_draft_new_from (uk_catalogue_get_routine (f->catalogue, "b"), TRUE);
  draft->technique = UK_TECHNIQUE_STRETCH;
  g_assert_cmpstr (save (f, draft)->id, ==, "b");
  assert_on_disk (f, 2);
  text = uk_own_routines_remove (f->own, "a", &error);
  g_assert_no_error (error);
  assert_on_disk (f, 1);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autoptr (UkRoutineDraft) draft = make_draft ("Gone soon");
  const UkRoutine *saved = save (f, draft);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = uk_own_routines_remove (f->own, saved->id, &error);
  const UkRoutine *back;

  g_assert_no_error (error);
  g_assert_null (uk_catalogue_get_routine (f->catalogue, saved->id));
  assert_on_disk (f, 0);
  back = uk_own_routines_restore (f->own, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->id, ==, saved->id);
  g_assert_true (uk_routine_equal (back, saved));
  assert_on_disk (f, 1);
  g_assert_null (uk_own_routines_remove (f->own, "rhomboids-ball-wall", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
assert_problem (Fixture *f, UkRoutineDraft *draft, int step, const char *part)
{
  UkRoutine *built = uk_routine_draft_build (draft);
  g_autoptr (GPtrArray) problems = uk_own_routines_check (f->own, built);
  const UkRoutineProblem *first;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (problems->len, >, 0);
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpint (first->step, ==, step);
  g_assert_nonnull (strstr (first->text, part));
  g_assert_null (strstr (first->text, ".xml"));
  g_assert_null (uk_own_routines_save (f->own, built, &error));
  g_assert_nonnull (error);
  uk_routine_draft_free_built (built);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  static const char *const wrong[] = { "fly", NULL };
  static const char *const nowhere[] = { "nose", NULL };
  static const char *const jaw[] = { "jaw", NULL };
  g_autoptr (UkRoutineDraft) draft = make_draft (NULL);
  UkDraftStep *step = uk_routine_draft_add_step (draft);

  assert_problem (f, draft, -1, "title");
  uk_routine_draft_set_text (&draft->title, "T");
  assert_problem (f, draft, 1, "Write what to do.");
  uk_routine_draft_set_text (&step->act, "Wait.");
  assert_problem (f, draft, 1, "picture");
  uk_routine_draft_set_list (&step->poses, wrong);
  assert_problem (f, draft, 1, "fly");
  uk_routine_draft_set_list (&step->poses, (const char *const[]){ "mat-sit", NULL });
  step->seconds = 61;
  assert_problem (f, draft, 1, "too long");
  step->seconds = 30;
  uk_routine_draft_set_text (&step->act, "It heals.");
  assert_problem (f, draft, 1, "heals");
  uk_routine_draft_set_text (&step->act, "Wait.");
  uk_routine_draft_set_text (&draft->avoid, "Pain. It is proven.");
  assert_problem (f, draft, -1, "proven");
  uk_routine_draft_set_text (&draft->avoid, NULL);
  uk_routine_draft_set_list (&draft->regions, nowhere);
  assert_problem (f, draft, -1, "nose");
  uk_routine_draft_set_list (&draft->regions, jaw);
  draft->technique = UK_TECHNIQUE_BALL;
  assert_problem (f, draft, -1, "jaw");
  assert_on_disk (f, 0);
}

static GFile *
write_outside (Fixture *f, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (f->outside, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

static guint
import (Fixture *f, GFile *file)
{
  g_autoptr (GPtrArray) added = NULL;

  g_ptr_array_set_size (f->notes, 0);
  g_ptr_array_set_size (f->problems, 0);
  added = uk_own_routines_import (f->own, file, f->notes, f->problems);
  g_assert_true ((added->len > 0) == (f->problems->len == 0));
  return added->len;
}

/* A built-in id is never taken over. */
static void
test_import (Fixture *f, gconstpointer data)
{
  const UkRoutine *shipped = uk_catalogue_get_routine (f->catalogue, "rhomboids-ball-wall");
  g_autofree char *path = g_build_filename (f->outside, "shared.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const UkRoutine *copy;

  g_assert_true (uk_own_routines_export (f->own, shipped, file, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (import (f, file), ==, 1);
  g_assert_cmpuint (f->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->notes, 0), "rhomboids-ball-wall-2"));
  copy = uk_catalogue_get_routine (f->catalogue, "rhomboids-ball-wall-2");
  g_assert_true (uk_routine_equal (copy, shipped));
  g_assert_true (copy->custom);
  g_assert_true (shipped == uk_catalogue_get_routine (f->catalogue, "rhomboids-ball-wall"));
  assert_on_disk (f, 1);

  g_assert_cmpuint (import (f, file), ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->notes, 0), "already"));
  assert_on_disk (f, 1);
}

static void
test_import_bad (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *reason;
  } cases[] = {
    { "", "bad.xml" },
    { "\x89PNG\r\n\x1a\n", "bad.xml:1: This is not UTF-8 text." },
    { "\xff\xfe<\0r\0", "bad.xml:1: This is not UTF-8 text." },
    { "<sources><source id='S' title='T'/></sources>", "bad.xml:1: Only <routines>" },
    { "<routines technique='heat'>\n<routine id='h' evidence='tradition'><title>T</title>"
      "<summary>S</summary><step seconds='1201' pose='mat-sit'><do>D</do></step></routine></routines>",
      "bad.xml:2: 1201 seconds" },
    { "<routines technique='heat'>\n<routine id='h' evidence='tradition'><title>T</title>"
      "<summary>S</summary><step seconds='99999999999' pose='fly'><do>D</do></step></routine></routines>",
      "bad.xml:2: " },
    { "<routines technique='heat'>\n<routine id='../../h' evidence='tradition'>", "bad.xml:2: " },
    { "<routines technique='yoga'>\n"
      "<routine id='d' evidence='tradition'><title>T</title><summary>S</summary>"
      "<step seconds='9' pose='mat-sit'><do>D</do></step></routine>\n"
      "<routine id='d' evidence='tradition'>",
      "bad.xml:3: The id “d” is taken already." },
  };
  g_autofree char *deep = g_strnfill (1900000, '<');
  g_autoptr (GFile) nested = write_outside (f, "deep.xml", deep, -1);
  g_autoptr (GFile) folder = g_file_new_for_path (f->outside);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GFile) file = write_outside (f, "bad.xml", cases[i].text, -1);
    const char *message;

    g_assert_cmpuint (import (f, file), ==, 0);
    message = ((GError *)g_ptr_array_index (f->problems, 0))->message;
    if (strstr (message, cases[i].reason) == NULL)
      g_error ("case %u: %s", i, message);
  }
  g_assert_cmpuint (import (f, nested), ==, 0);
  g_assert_cmpuint (import (f, folder), ==, 0);
  assert_on_disk (f, 0);
}

/* Refused by its size alone: reading it would take the memory of the machine. */
static void
test_import_huge (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_outside (f, "huge.xml", "<routines>", -1);
  gint64 start;

  g_assert_cmpint (truncate (g_file_peek_path (file), 100 * 1024 * 1024), ==, 0);
  start = g_get_monotonic_time ();
  g_assert_cmpuint (import (f, file), ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_nonnull (strstr (((GError *)g_ptr_array_index (f->problems, 0))->message, "too large"));
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (f->folder);
  g_autoptr (UkRoutineDraft) draft = make_draft ("T");
  UkRoutine *built = uk_routine_draft_build (draft);
  g_autoptr (GError) error = NULL;

  /* A file stands where the folder should be. */
  g_assert_true (g_file_set_contents (parent, "", 0, NULL));
  g_assert_null (uk_own_routines_save (f->own, built, &error));
  g_assert_nonnull (error);
  g_assert_null (uk_catalogue_get_routine (f->catalogue, "own-t"));
  uk_routine_draft_free_built (built);
  g_unlink (parent);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/own-routines/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("edit", test_edit);
  ADD ("shared file", test_shared_file);
  ADD ("remove", test_remove);
  ADD ("check", test_check);
  ADD ("import", test_import);
  ADD ("import of bad files", test_import_bad);
  ADD ("import of a huge file", test_import_huge);
  ADD ("no folder", test_read_only);
  return g_test_run ();
}
