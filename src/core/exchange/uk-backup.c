/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-backup.h"

#include <glib/gstdio.h>
#include <string.h>

/* A routine is a few kilobytes. */
#define LARGEST_ROUTINE (1024 * 1024)

#define ROUTINE_SUFFIX ".xml"

static char *
get_folder (UkStore *store)
{
  return g_path_get_dirname (uk_store_get_path (store));
}

/* What stood here before a whole file was taken over. */
static char *
get_before_path (UkStore *store)
{
  g_autofree char *folder = get_folder (store);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  g_mkdir_with_parents (backups, 0700);
  return g_build_filename (backups, "before-import" UK_BACKUP_SUFFIX, NULL);
}

static gboolean
is_routine_name (const char *name)
{
  return *name != '.' && strpbrk (name, "/\\") == NULL && g_str_has_suffix (name, ROUTINE_SUFFIX)
         && g_utf8_validate (name, -1, NULL);
}

static GPtrArray *
read_routines (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_backup_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *text;
    gsize length;

    if (is_routine_name (name) && g_file_get_contents (path, &text, &length, NULL)) {
      UkBackupFile *file = g_new0 (UkBackupFile, 1);

      file->name = g_strdup (name);
      file->content = g_bytes_new_take (text, length);
      g_ptr_array_add (files, file);
    }
  }
  return files;
}

/* Routines that are there and not in the backup stay. */
static gboolean
write_routines (const char *folder, GPtrArray *files, GError **error)
{
  guint i;

  for (i = 0; i < files->len; i++) {
    const UkBackupFile *file = g_ptr_array_index (files, i);
    g_autofree char *path = g_build_filename (folder, file->name, NULL);
    gsize size;
    const char *data = g_bytes_get_data (file->content, &size);

    if (!is_routine_name (file->name) || size > LARGEST_ROUTINE)
      continue;
    g_mkdir_with_parents (folder, 0700);
    if (!g_file_set_contents (path, size > 0 ? data : "", (gssize)size, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_backup_save:
 * @store: the person's data
 * @routines: the folder of their own routines
 * @file: where to; replaced as a whole
 * @error: return location
 *
 * Returns: whether everything was written
 */
gboolean
uk_backup_save (UkStore *store, const char *routines, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) made = NULL;
  gboolean ok;

  g_return_val_if_fail (UK_IS_STORE (store) && routines != NULL && G_IS_FILE (file), FALSE);

  files = read_routines (routines);
  path = g_strconcat (uk_store_get_path (store), ".backup", NULL);
  made = g_file_new_for_path (path);
  ok = uk_store_back_up (store, path, files, error)
       && g_file_copy (made, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
  g_remove (path);
  return ok;
}

/**
 * uk_backup_restore:
 * @store: the person's data
 * @routines: the folder of their own routines
 * @file: a backup, perhaps a damaged or hostile one
 * @error: return location
 *
 * Makes everything as it was when the backup was made.  What was there before is kept, see
 * uk_backup_go_back().
 *
 * Returns: whether it was restored; otherwise nothing was changed
 */
gboolean
uk_backup_restore (UkStore *store, const char *routines, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_backup_file_free);
  g_autofree char *path = NULL;
  g_autoptr (GFile) copy = NULL;
  gboolean ok;

  g_return_val_if_fail (UK_IS_STORE (store) && routines != NULL && G_IS_FILE (file), FALSE);

  path = g_strconcat (uk_store_get_path (store), ".backup", NULL);
  copy = g_file_new_for_path (path);
  ok = g_file_copy (file, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                    NULL, NULL, error)
       && uk_backup_keep_before (store, error) && uk_store_restore (store, path, files, error)
       && write_routines (routines, files, error);
  g_remove (path);
  return ok;
}

/**
 * uk_backup_keep_before:
 * @store: the person's data
 * @error: return location
 *
 * Remembers everything for uk_backup_go_back(), which is to be called before a file is taken over.
 *
 * Returns: whether it was written
 */
gboolean
uk_backup_keep_before (UkStore *store, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (UK_IS_STORE (store), FALSE);

  path = get_before_path (store);
  return uk_store_back_up (store, path, NULL, error);
}

/**
 * uk_backup_go_back:
 * @store: the person's data
 * @error: return location
 *
 * Takes back the last import or restore.
 *
 * Returns: whether it worked
 */
gboolean
uk_backup_go_back (UkStore *store, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (UK_IS_STORE (store), FALSE);

  path = get_before_path (store);
  return uk_store_restore (store, path, NULL, error);
}

/**
 * uk_backup_delete_all:
 * @store: the person's data
 * @routines: the folder of their own routines
 * @error: return location
 *
 * Deletes the whole of it with every copy that the program made by itself.
 *
 * Returns: whether it is gone
 */
gboolean
uk_backup_delete_all (UkStore *store, const char *routines, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (UK_IS_STORE (store) && routines != NULL, FALSE);

  if (!uk_store_delete_all (store, error))
    return FALSE;
  dir = g_dir_open (routines, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (routines, name, NULL);

    if (g_str_has_suffix (name, ROUTINE_SUFFIX))
      g_remove (path);
  }
  return TRUE;
}

/**
 * uk_backup_suggest_name:
 * @suffix: such as ".csv"
 * @now: the present, in the person's zone
 *
 * Returns: (transfer full): a file name with the date
 */
char *
uk_backup_suggest_name (const char *suffix, GDateTime *now)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (suffix != NULL && now != NULL, NULL);

  day = g_date_time_format (now, "%Y-%m-%d");
  return g_strdup_printf ("unknot-%s%s", day, suffix);
}
