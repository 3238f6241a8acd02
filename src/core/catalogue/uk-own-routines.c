/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-own-routines.h"

#include "core/catalogue/uk-catalogue-private.h"
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-routine-writer.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SLUG 40
#define CHECKED_NAME "routine.xml"

struct _UkOwnRoutines {
  UkCatalogue *catalogue; /* (owned) */
  char *folder;           /* (owned) */
  UkPoseExistsFunc pose_exists;
  gpointer user_data;
};

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

/* ---- names ---- */

static gboolean
is_taken (UkOwnRoutines *own, const char *id)
{
  return uk_catalogue_get_routine (own->catalogue, id) != NULL;
}

/* @id, or with the first number behind it that makes it new. */
static char *
make_new_id (UkOwnRoutines *own, const char *id)
{
  guint i;

  if (!is_taken (own, id))
    return g_strdup (id);
  for (i = 2;; i++) {
    g_autofree char *numbered = g_strdup_printf ("%s-%u", id, i);

    if (!is_taken (own, numbered))
      return g_steal_pointer (&numbered);
  }
}

/* "Ball & wall, gently" becomes "own-ball-wall-gently". */
static char *
make_id_of_title (UkOwnRoutines *own, const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autoptr (GString) slug = g_string_new ("own");
  gboolean gap = TRUE;
  const char *p;

  for (p = ascii; *p != '\0' && slug->len < MAX_SLUG; p++) {
    if (!g_ascii_isalnum (*p)) {
      gap = TRUE;
      continue;
    }
    if (gap)
      g_string_append_c (slug, '-');
    g_string_append_c (slug, g_ascii_tolower (*p));
    gap = FALSE;
  }
  return make_new_id (own, slug->str);
}

/* A file name in the folder that no file has. */
static char *
make_file_name (UkOwnRoutines *own, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  guint i;

  for (i = 2;; i++) {
    g_autofree char *path = g_build_filename (own->folder, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
      return g_steal_pointer (&name);
    g_free (name);
    name = g_strdup_printf ("%s-%u.xml", id, i);
  }
}

/* ---- files ---- */

/* The user's routines that stand in @name, without the one with the id @without. */
static GPtrArray *
list_file (UkOwnRoutines *own, const char *name, const char *without)
{
  GPtrArray *routines = uk_own_routines_list (own);
  guint i;

  for (i = routines->len; i > 0; i--) {
    const UkRoutine *routine = g_ptr_array_index (routines, i - 1);

    if (g_strcmp0 (uk_catalogue_get_custom_file (own->catalogue, routine->id), name) != 0
        || g_strcmp0 (routine->id, without) == 0)
      g_ptr_array_remove_index (routines, i - 1);
  }
  return routines;
}

/* Makes @name hold @routines, or removes it if there are none. */
static gboolean
write_file (UkOwnRoutines *own, const char *name, GPtrArray *routines, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autofree char *path = g_build_filename (own->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (routines->len == 0) {
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) failure = NULL;

    if (!g_file_delete (file, NULL, &failure)
        && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  } else {
    text = uk_routine_writer_write ((const UkRoutine *const *)routines->pdata, routines->len);
    if (g_mkdir_with_parents (own->folder, 0700) != 0
        || !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error)) {
      if (error != NULL && *error == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The folder %s cannot be made."),
                     own->folder);
      return FALSE;
    }
    bytes = g_bytes_new (text, strlen (text));
  }
  if (uk_catalogue_set_custom_file (own->catalogue, name, bytes, problems))
    return TRUE;
  g_propagate_error (error, g_error_copy (g_ptr_array_index (problems, 0)));
  return FALSE;
}

/* ---- checks ---- */

static void
add_problem (GPtrArray *problems, int step, const char *text)
{
  UkRoutineProblem *problem = g_new0 (UkRoutineProblem, 1);

  problem->step = step;
  problem->text = g_strdup (text);
  g_ptr_array_add (problems, problem);
}

/* What the reader would say in the words of its format. */
static void
check_blanks (const UkRoutine *routine, GPtrArray *problems)
{
  guint i;

  if (routine->title == NULL)
    add_problem (problems, -1, _ ("Give the routine a title."));
  if (routine->n_steps == 0)
    add_problem (problems, -1, _ ("Add a step."));
  for (i = 0; i < routine->n_steps; i++) {
    const UkStep *step = &routine->steps[i];

    if (step->act == NULL)
      add_problem (problems, (int)i, _ ("Write what to do."));
    if (step->poses[0] == NULL)
      add_problem (problems, (int)i, _ ("Choose a picture."));
  }
}

/* The step of @text, as the writer writes it, that line @line belongs to; -1: none. */
static int
find_step (const char *text, guint line)
{
  int step = -1;
  guint i;

  for (i = 1; i <= line && *text != '\0'; i++) {
    if (g_str_has_prefix (text, "    <step "))
      step++;
    else if (g_str_has_prefix (text, "    <") && !g_str_has_prefix (text, "    </step>"))
      step = i == line ? -1 : step;
    text += strcspn (text, "\n");
    text += *text == '\n';
  }
  return step;
}

static void
check_text (UkOwnRoutines *own, const char *text, GPtrArray *problems)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  guint i;

  uk_content_check_custom (bytes, CHECKED_NAME, uk_catalogue_get_content (own->catalogue),
                           own->pose_exists, own->user_data, findings);
  for (i = 0; i < findings->len; i++) {
    const char *message = ((GError *)g_ptr_array_index (findings, i))->message;
    const char *line = message + strlen (CHECKED_NAME ":");
    const char *reason = strstr (message, ": ");

    if (!g_str_has_prefix (message, CHECKED_NAME ":") || reason == NULL)
      add_problem (problems, -1, message);
    else
      add_problem (problems, find_step (text, (guint)atoi (line)), reason + 2);
  }
}

/**
 * uk_own_routines_new:
 * @catalogue: a catalogue with the shipped content
 * @folder: where the user's files are; made when it is needed
 * @pose_exists: (nullable): looks a picture up; %NULL: pictures are not checked
 * @user_data: for @pose_exists
 *
 * Returns: (transfer full): access to the user's own routines
 */
UkOwnRoutines *
uk_own_routines_new (UkCatalogue *catalogue,
                     const char *folder,
                     UkPoseExistsFunc pose_exists,
                     gpointer user_data)
{
  UkOwnRoutines *own;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && folder != NULL, NULL);

  own = g_new0 (UkOwnRoutines, 1);
  own->catalogue = g_object_ref (catalogue);
  own->folder = g_strdup (folder);
  own->pose_exists = pose_exists;
  own->user_data = user_data;
  return own;
}

/**
 * uk_own_routines_free:
 * @own: own routines
 */
void
uk_own_routines_free (UkOwnRoutines *own)
{
  g_return_if_fail (own != NULL);

  g_object_unref (own->catalogue);
  g_free (own->folder);
  g_free (own);
}

/**
 * uk_routine_problem_free:
 * @problem: a problem
 */
void
uk_routine_problem_free (UkRoutineProblem *problem)
{
  g_return_if_fail (problem != NULL);

  g_free (problem->text);
  g_free (problem);
}

/**
 * uk_own_routines_list:
 * @own: own routines
 *
 * Returns: (transfer container) (element-type UkRoutine): the user's routines
 */
GPtrArray *
uk_own_routines_list (UkOwnRoutines *own)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *routines;
  guint i;

  g_return_val_if_fail (own != NULL, list);

  routines = uk_catalogue_get_routines (own->catalogue);
  for (i = 0; i < routines->len; i++) {
    if (((const UkRoutine *)g_ptr_array_index (routines, i))->custom)
      g_ptr_array_add (list, g_ptr_array_index (routines, i));
  }
  return list;
}

/* As it will be written: with an id, and never without a summary. */
static UkRoutine
complete (const UkRoutine *routine, const char *id)
{
  UkRoutine whole = *routine;

  whole.id = id;
  whole.custom = TRUE;
  if (whole.summary == NULL)
    whole.summary = _ ("A routine of your own.");
  return whole;
}

/**
 * uk_own_routines_check:
 * @own: own routines
 * @routine: a routine as it is being written; its id does not count
 *
 * Looks for the same things as `unknotctl check`.
 *
 * Returns: (transfer full) (element-type UkRoutineProblem): what must be changed before it can be saved
 */
GPtrArray *
uk_own_routines_check (UkOwnRoutines *own, const UkRoutine *routine)
{
  GPtrArray *problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_routine_problem_free);
  g_autofree char *text = NULL;
  UkRoutine whole;
  const UkRoutine *list[] = { &whole };

  g_return_val_if_fail (own != NULL && routine != NULL, problems);

  check_blanks (routine, problems);
  if (problems->len > 0)
    return problems;
  whole = complete (routine, "own");
  text = uk_routine_writer_write (list, 1);
  check_text (own, text, problems);
  return problems;
}

/**
 * uk_own_routines_save:
 * @own: own routines
 * @routine: a routine; if its id is that of one of the user's routines, it takes its place, otherwise
 *   it is a new one
 * @error: return location for an error
 *
 * Checks a routine, writes it and puts it into the catalogue.
 *
 * Returns: (transfer none) (nullable): the routine in the catalogue
 */
const UkRoutine *
uk_own_routines_save (UkOwnRoutines *own, const UkRoutine *routine, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) routines = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  const UkRoutine *before;
  UkRoutine whole;

  g_return_val_if_fail (own != NULL && routine != NULL, NULL);

  problems = uk_own_routines_check (own, routine);
  if (problems->len > 0) {
    g_set_error_literal (error, UK_CONTENT_ERROR, UK_CONTENT_ERROR_RULE,
                         ((UkRoutineProblem *)g_ptr_array_index (problems, 0))->text);
    return NULL;
  }
  before = uk_catalogue_get_routine (own->catalogue, routine->id);
  if (before != NULL && before->custom) {
    id = g_strdup (before->id);
    name = g_strdup (uk_catalogue_get_custom_file (own->catalogue, id));
    routines = list_file (own, name, id);
    /* A file holds one technique: what has changed it leaves the file. */
    if (routines->len > 0 && before->technique != routine->technique) {
      if (!write_file (own, name, routines, error))
        return NULL;
      g_clear_pointer (&name, g_free);
      g_clear_pointer (&routines, g_ptr_array_unref);
    }
  } else {
    id = make_id_of_title (own, routine->title);
  }
  if (name == NULL)
    name = make_file_name (own, id);
  if (routines == NULL)
    routines = g_ptr_array_new ();
  whole = complete (routine, id);
  g_ptr_array_add (routines, &whole);
  return write_file (own, name, routines, error) ? uk_catalogue_get_routine (own->catalogue, id)
                                                 : NULL;
}

/**
 * uk_own_routines_remove:
 * @own: own routines
 * @id: id of one of the user's routines
 * @error: return location for an error
 *
 * Takes a routine out of the catalogue and of its file.
 *
 * Returns: (transfer full) (nullable): its text, for uk_own_routines_restore()
 */
char *
uk_own_routines_remove (UkOwnRoutines *own, const char *id, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  const UkRoutine *routine;

  g_return_val_if_fail (own != NULL && id != NULL, NULL);

  routine = uk_catalogue_get_routine (own->catalogue, id);
  if (routine == NULL || !routine->custom) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no routine of yours “%s”."),
                 id);
    return NULL;
  }
  text = uk_routine_writer_write (&routine, 1);
  name = g_strdup (uk_catalogue_get_custom_file (own->catalogue, id));
  others = list_file (own, name, id);
  return write_file (own, name, others, error) ? g_steal_pointer (&text) : NULL;
}

/* ---- import ---- */

/* Reads regular files only, and no more than is sensible. */
static GBytes *
load (GFile *file, const char *name, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    g_set_error (error, UK_CONTENT_ERROR, UK_CONTENT_ERROR_UNREADABLE, _ ("%s is not a file."),
                 name);
    return NULL;
  }
  if (g_file_info_get_size (info) > UK_CONTENT_MAX_FILE_SIZE) {
    g_set_error (error, UK_CONTENT_ERROR, UK_CONTENT_ERROR_UNREADABLE,
                 _ ("%s: The file is too large."), name);
    return NULL;
  }
  return g_file_load_bytes (file, NULL, NULL, error);
}

/* Returns: (nullable): one of the user's routines that says the same */
static const UkRoutine *
find_equal (UkOwnRoutines *own, const UkRoutine *routine)
{
  g_autoptr (GPtrArray) list = uk_own_routines_list (own);
  guint i;

  for (i = 0; i < list->len; i++) {
    if (uk_routine_equal (g_ptr_array_index (list, i), routine))
      return g_ptr_array_index (list, i);
  }
  return NULL;
}

static const UkRoutine *
add_routine (UkOwnRoutines *own, const UkRoutine *routine, GPtrArray *notes, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  const UkRoutine *same = find_equal (own, routine);
  UkRoutine whole;

  if (same != NULL) {
    g_ptr_array_add (notes, g_strdup_printf (_ ("You have “%s” already."), same->title));
    return same;
  }
  id = make_new_id (own, routine->id);
  if (!g_str_equal (id, routine->id))
    g_ptr_array_add (notes, g_strdup_printf (_ ("There is a routine “%s” already. “%s” was added "
                                                "beside it as “%s”."),
                                             routine->id, routine->title, id));
  whole = complete (routine, id);
  name = make_file_name (own, id);
  g_ptr_array_add (list, &whole);
  return write_file (own, name, list, error) ? uk_catalogue_get_routine (own->catalogue, id) : NULL;
}

/* Returns: (transfer container): the routines that were added, empty with at least one problem */
static GPtrArray *
add_bytes (
    UkOwnRoutines *own, GBytes *bytes, const char *name, GPtrArray *notes, GPtrArray *problems)
{
  g_autoptr (UkArena) arena = uk_arena_new ();
  UkReaderOptions options = { arena, NULL, keep, NULL, TRUE };
  GPtrArray *added = g_ptr_array_new ();
  g_autoptr (UkContent) content = NULL;
  GPtrArray *routines;
  guint i;

  if (!uk_content_check_custom (bytes, name, uk_catalogue_get_content (own->catalogue),
                                own->pose_exists, own->user_data, problems))
    return added;
  content = uk_reader_read (bytes, name, &options, NULL);
  g_assert (content != NULL);
  routines = content->tables[UK_KIND_ROUTINE].items;
  for (i = 0; i < routines->len; i++) {
    GError *error = NULL;
    const UkRoutine *routine
        = add_routine (own, g_ptr_array_index (routines, i), notes, &error);

    if (routine != NULL)
      g_ptr_array_add (added, (gpointer)routine);
    else
      g_ptr_array_add (problems, error);
  }
  return added;
}

/**
 * uk_own_routines_import:
 * @own: own routines
 * @file: a content file from anywhere
 * @notes: (element-type utf8): what the user should know of what was done is added here
 * @problems: (element-type GError): why nothing was added
 *
 * Checks a file like our own and adds its routines.  An id that is taken gets a number.
 *
 * Returns: (transfer container) (element-type UkRoutine): the routines that are now there
 */
GPtrArray *
uk_own_routines_import (UkOwnRoutines *own, GFile *file, GPtrArray *notes, GPtrArray *problems)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_return_val_if_fail (own != NULL && G_IS_FILE (file), NULL);
  g_return_val_if_fail (notes != NULL && problems != NULL, NULL);

  name = g_file_get_basename (file);
  bytes = load (file, name, &error);
  if (bytes != NULL)
    return add_bytes (own, bytes, name, notes, problems);
  g_ptr_array_add (problems, error);
  return g_ptr_array_new ();
}

/**
 * uk_own_routines_restore:
 * @own: own routines
 * @text: what uk_own_routines_remove() returned
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the routine, again in the catalogue
 */
const UkRoutine *
uk_own_routines_restore (UkOwnRoutines *own, const char *text, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (own != NULL && text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  added = add_bytes (own, bytes, CHECKED_NAME, notes, problems);
  if (problems->len > 0)
    g_propagate_error (error, g_error_copy (g_ptr_array_index (problems, 0)));
  return added->len > 0 ? g_ptr_array_index (added, 0) : NULL;
}

/**
 * uk_own_routines_export:
 * @own: own routines
 * @routine: any routine
 * @file: where to write it; a file there is replaced
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
uk_own_routines_export (UkOwnRoutines *own, const UkRoutine *routine, GFile *file, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (own != NULL && routine != NULL && G_IS_FILE (file), FALSE);

  text = uk_routine_writer_write (&routine, 1);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}
