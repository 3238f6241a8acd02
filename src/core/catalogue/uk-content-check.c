/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-check.h"

#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-rules.h"
#include "core/catalogue/uk-region.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What routines refer to, and the file that holds it. */
static const struct {
  UkKind kind;
  const char *file;
} references[] = {
  { UK_KIND_REGION, "regions.xml" },
  { UK_KIND_CONDITION, "safety.xml" },
  { UK_KIND_SOURCE, "sources.xml" },
};

static const char *
keep_english (const char *text, gpointer user_data)
{
  return text;
}

static void
read_into (UkContent *content, UkArena *arena, GBytes *bytes, const char *name, GPtrArray *problems)
{
  UkReaderOptions options = { arena, content, keep_english, NULL, FALSE };
  GError *error = NULL;
  g_autoptr (UkContent) read = uk_reader_read (bytes, name, &options, &error);

  if (read != NULL)
    uk_content_merge (content, read);
  else
    g_ptr_array_add (problems, error);
}

static GBytes *
load (GFile *file, GPtrArray *problems)
{
  g_autoptr (GFileInfo) info = NULL;
  GBytes *bytes = NULL;
  GError *error = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            &error);
  if (info != NULL && g_file_info_get_size (info) > UK_CONTENT_MAX_FILE_SIZE) {
    g_autofree char *name = g_file_get_parse_name (file);

    error = g_error_new (UK_CONTENT_ERROR, UK_CONTENT_ERROR_UNREADABLE,
                         _ ("%s: The file is too large."), name);
  } else if (info != NULL) {
    bytes = g_file_load_bytes (file, NULL, NULL, &error);
  }
  if (bytes == NULL)
    g_ptr_array_add (problems, error);
  return bytes;
}

static void
add_references (UkContent *content, UkArena *arena, GFile *folder, GPtrArray *problems)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autoptr (GFile) file = g_file_get_child (folder, references[i].file);
    g_autoptr (GBytes) bytes = NULL;

    if (content->tables[references[i].kind].items->len > 0)
      continue;
    bytes = load (file, problems);
    if (bytes != NULL)
      read_into (content, arena, bytes, references[i].file, problems);
  }
}

static gboolean
says_what_to_avoid (const UkRoutine *routine)
{
  guint i;

  for (i = 0; i < routine->n_steps; i++) {
    if (routine->steps[i].avoid != NULL)
      return TRUE;
  }
  return routine->avoid != NULL;
}

/* Where only care makes a technique fit, the routine must say what to keep off. */
static void
check_care (const UkContent *content, GPtrArray *problems)
{
  const UkTable *table = &content->tables[UK_KIND_ROUTINE];
  guint i, j;

  for (i = 0; i < table->items->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (table->items, i);
    const char *surface = uk_routine_get_surface (routine);

    for (j = 0; !says_what_to_avoid (routine) && routine->regions[j] != NULL; j++) {
      const UkRegion *region = uk_content_get (content, UK_KIND_REGION, routine->regions[j]);

      if (region == NULL
          || uk_region_get_verdict (region, routine->technique, surface, NULL) != UK_VERDICT_CARE)
        continue;
      g_ptr_array_add (problems,
                       uk_content_error_new (UK_CONTENT_ERROR_RULE,
                                             &g_array_index (table->places, UkFilePos, i),
                                             _ ("For the region “%s” the routine must say what "
                                                "to avoid."),
                                             region->id));
    }
  }
}

/* By file, then by line. */
static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const char *first = (*(GError *const *)a)->message;
  const char *second = (*(GError *const *)b)->message;
  gsize name = strcspn (first, ":");
  int order;

  order = strncmp (first, second, name + 1);
  if (order != 0)
    return order;
  return atoi (first + name + (first[name] == ':')) - atoi (second + name + (second[name] == ':'));
}

/**
 * uk_content_check:
 * @paths: (array zero-terminated=1): content files
 * @reference: folder with the shipped content, for regions, conditions and sources that @paths do
 * not hold
 * @pose_exists: (nullable): looks a picture up; %NULL: pictures are not checked
 * @user_data: for @pose_exists
 * @problems: (element-type GError): findings are added here, sorted by file and line
 *
 * Checks files against the format, against each other, and against the rules for texts and doses.
 */
void
uk_content_check (const char *const *paths,
                  GFile *reference,
                  UkPoseExistsFunc pose_exists,
                  gpointer user_data,
                  GPtrArray *problems)
{
  g_autoptr (UkArena) arena = NULL;
  g_autoptr (UkContent) content = NULL;
  guint i;

  g_return_if_fail (paths != NULL && G_IS_FILE (reference) && problems != NULL);

  arena = uk_arena_new ();
  content = uk_content_new ();
  for (i = 0; paths[i] != NULL; i++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[i]);
    g_autoptr (GBytes) bytes = load (file, problems);

    if (bytes == NULL)
      continue;
    read_into (content, arena, bytes, paths[i], problems);
    uk_content_check_rules (bytes, paths[i], pose_exists, user_data, problems);
  }
  add_references (content, arena, reference, problems);
  uk_content_link (content, 0, problems);
  check_care (content, problems);
  g_ptr_array_sort (problems, compare_problems);
}

/**
 * uk_content_check_custom:
 * @bytes: a file of the user
 * @file: its name for messages
 * @reference: content whose regions, conditions and sources it may refer to
 * @pose_exists: (nullable): looks a picture up; %NULL: pictures are not checked
 * @user_data: for @pose_exists
 * @problems: (element-type GError): findings are added here, sorted by line
 *
 * Checks a file of routines as uk_content_check() does.
 *
 * Returns: whether nothing was found
 */
gboolean
uk_content_check_custom (GBytes *bytes,
                         const char *file,
                         const UkContent *reference,
                         UkPoseExistsFunc pose_exists,
                         gpointer user_data,
                         GPtrArray *problems)
{
  g_autoptr (UkArena) arena = NULL;
  g_autoptr (UkContent) content = NULL;
  g_autoptr (UkContent) read = NULL;
  UkReaderOptions options = { NULL, NULL, keep_english, NULL, TRUE };
  GError *error = NULL;
  guint before, kind, i;

  g_return_val_if_fail (bytes != NULL && file != NULL && reference != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  before = problems->len;
  arena = uk_arena_new ();
  options.arena = arena;
  read = uk_reader_read (bytes, file, &options, &error);
  if (read == NULL) {
    g_ptr_array_add (problems, error);
    return FALSE;
  }
  content = uk_content_new ();
  for (kind = 0; kind < G_N_ELEMENTS (references); kind++) {
    const UkTable *table = &reference->tables[references[kind].kind];

    for (i = 0; i < table->items->len; i++)
      uk_content_add (content, references[kind].kind, g_ptr_array_index (table->items, i),
                      &g_array_index (table->places, UkFilePos, i));
  }
  uk_content_merge (content, read);
  uk_content_check_rules (bytes, file, pose_exists, user_data, problems);
  uk_content_link_routines (content, 0, problems);
  check_care (content, problems);
  g_ptr_array_sort (problems, compare_problems);
  return problems->len == before;
}
