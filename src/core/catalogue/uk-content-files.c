/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FOLDERS 4 /* depth of folders in the content folder */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo *const *)a),
                 g_file_info_get_name (*(GFileInfo *const *)b));
}

/* The children sorted by name, so that the order never depends on the file system. */
static GPtrArray *
list_children (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);

  enumerator = g_file_enumerate_children (folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME
                                          "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                          "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                          G_FILE_QUERY_INFO_NONE, NULL, error);
  if (enumerator == NULL)
    return NULL;
  for (;;) {
    GFileInfo *info;

    if (!g_file_enumerator_iterate (enumerator, &info, NULL, NULL, error))
      return NULL;
    if (info == NULL)
      break;
    g_ptr_array_add (children, g_object_ref (info));
  }
  g_ptr_array_sort (children, compare_names);
  return g_steal_pointer (&children);
}

/* What the user's files say is held to the same limits; poses are for the pictures to look up. */
static gboolean
follows_rules (GBytes *bytes, const char *name, GPtrArray *problems)
{
  guint before = problems->len;

  uk_content_check_rules (bytes, name, NULL, NULL, problems);
  return problems->len == before;
}

static void
load_file (
    UkContent *into, GFile *file, const char *name, const UkReaderOptions *options, GPtrArray *problems)
{
  g_autoptr (UkContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes != NULL && options->custom && !follows_rules (bytes, name, problems))
    return;
  if (bytes != NULL)
    content = uk_reader_read (bytes, name, options, &error);
  if (content != NULL) {
    uk_content_merge (into, content);
    return;
  }
  if (error->domain != UK_CONTENT_ERROR)
    g_prefix_error (&error, "%s: ", name);
  g_ptr_array_add (problems, error);
}

static void
load_folder (UkContent *into,
             GFile *folder,
             const char *prefix,
             guint depth,
             const UkReaderOptions *options,
             GPtrArray *problems)
{
  g_autoptr (GPtrArray) children = NULL;
  GError *error = NULL;
  guint i;

  children = list_children (folder, &error);
  if (children == NULL) {
    g_ptr_array_add (problems, error);
    return;
  }
  for (i = 0; i < children->len; i++) {
    GFileInfo *info = g_ptr_array_index (children, i);
    g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
    g_autofree char *name = g_strconcat (prefix, g_file_info_get_name (info), NULL);

    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY) {
      g_autofree char *inner = g_strconcat (name, "/", NULL);

      if (depth < MAX_FOLDERS)
        load_folder (into, child, inner, depth + 1, options, problems);
    } else if (g_str_has_suffix (name, ".xml")) {
      if (g_file_info_get_size (info) <= UK_CONTENT_MAX_FILE_SIZE)
        load_file (into, child, name, options, problems);
      else
        g_ptr_array_add (problems, g_error_new (UK_CONTENT_ERROR, UK_CONTENT_ERROR_UNREADABLE,
                                                _ ("%s: The file is too large."), name));
    }
  }
}

/**
 * uk_content_load:
 * @content: where everything goes
 * @folder: a folder, local or in the resources
 * @options: where the results live, how texts are translated; its content must be @content
 * @problems: (element-type GError): findings are added here
 *
 * Reads every XML file in @folder and the folders below, in the order of their names.  A file with a
 * finding is skipped whole.  May be called in any thread that nobody else uses @content and its arena in.
 */
void
uk_content_load (UkContent *content, GFile *folder, const UkReaderOptions *options, GPtrArray *problems)
{
  g_return_if_fail (content != NULL && G_IS_FILE (folder));
  g_return_if_fail (options != NULL && options->known == content && problems != NULL);

  load_folder (content, folder, "", 0, options, problems);
}
