/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies that are made by themselves, and what becomes of them when the file is damaged. */
#include "core/store/uk-store-backup.h"
#include "core/store/uk-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* "unknot-000012-2026-11-24.db".  The number says which is newer: clocks go wrong. */
#define PREFIX "unknot-"
#define SUFFIX ".db"
#define NUMBER_LENGTH 6
#define NAME_LENGTH ((int)strlen ("unknot-000012-2026-11-24.db"))

#define RESCUE_FILE "rescue-file"
#define RESCUE_DAY "rescue-day"

static gboolean
is_backup (const char *name)
{
  return (int)strlen (name) == NAME_LENGTH && g_str_has_prefix (name, PREFIX)
         && g_str_has_suffix (name, SUFFIX);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)b, *(const char *const *)a);
}

/**
 * uk_store_list_backups:
 * @folder: the user's data folder
 *
 * Returns: (transfer full) (element-type filename): paths of the copies made each day, the newest
 * first
 */
GPtrArray *
uk_store_list_backups (const char *folder)
{
  g_autofree char *backups = NULL;
  g_autoptr (GDir) dir = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_val_if_fail (folder != NULL, paths);

  backups = g_build_filename (folder, "backups", NULL);
  dir = g_dir_open (backups, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (is_backup (name))
      g_ptr_array_add (paths, g_build_filename (backups, name, NULL));
  }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/**
 * uk_store_backup_dup_day:
 * @path: of a copy that was made by itself
 *
 * Returns: (transfer full): its day, as in "2026-11-24"
 */
char *
uk_store_backup_dup_day (const char *path)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  return is_backup (name)
             ? g_strndup (name + strlen (PREFIX) + NUMBER_LENGTH + 1, strlen ("2026-11-24"))
             : g_strdup ("");
}

static guint
get_number (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return (guint)g_ascii_strtoull (name + strlen (PREFIX), NULL, 10);
}

static gboolean
write_copy (const char *folder, const char *path, GError **error)
{
  g_autofree char *file = g_build_filename (folder, UK_STORE_FILE, NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  sqlite3 *db = NULL;
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", part);
  int code = sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean ok = code == SQLITE_OK;

  if (!ok)
    uk_store_set_error (error, db, code);
  g_remove (part);
  ok = ok && uk_store_exec (db, sql, error);
  sqlite3_free (sql);
  sqlite3_close (db);
  if (ok && g_rename (part, path) != 0) {
    uk_store_set_error (error, NULL, SQLITE_READONLY);
    ok = FALSE;
  }
  if (!ok)
    g_remove (part);
  return ok;
}

/**
 * uk_store_back_up_today:
 * @folder: the user's data folder
 * @now: the present, in the person's zone
 * @error: return location
 *
 * Makes a copy unless there is one of today, and keeps the newest %UK_STORE_KEPT_BACKUPS.  Works on
 * a connection of its own, so that any thread may do it.
 *
 * Returns: whether there is a copy of today
 */
gboolean
uk_store_back_up_today (const char *folder, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *backups = NULL;
  guint number, i;

  g_return_val_if_fail (folder != NULL && now != NULL, FALSE);

  backups = g_build_filename (folder, "backups", NULL);
  if (g_mkdir_with_parents (backups, 0700) < 0) {
    uk_store_set_error (error, NULL, SQLITE_READONLY);
    return FALSE;
  }
  paths = uk_store_list_backups (folder);
  day = g_date_time_format (now, "%Y-%m-%d");
  for (i = 0; i < paths->len; i++) {
    g_autofree char *made = uk_store_backup_dup_day (g_ptr_array_index (paths, i));

    if (g_str_equal (made, day))
      return TRUE;
  }
  number = paths->len > 0 ? get_number (g_ptr_array_index (paths, 0)) + 1 : 1;
  name = g_strdup_printf (PREFIX "%06u-%s" SUFFIX, number % 1000000, day);
  path = g_build_filename (backups, name, NULL);
  if (!write_copy (folder, path, error))
    return FALSE;
  for (i = UK_STORE_KEPT_BACKUPS - 1; i < paths->len; i++)
    g_remove (g_ptr_array_index (paths, i));
  return TRUE;
}

/* Puts the newest copy that can be trusted in the place of a file that was set aside.
 * Returns: (transfer full) (nullable): its day; %NULL if there is none */
char *
uk_store_bring_back (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) paths = uk_store_list_backups (folder);
  guint i;

  for (i = 0; i < paths->len; i++) {
    g_autoptr (GFile) source = g_file_new_for_path (g_ptr_array_index (paths, i));
    g_autoptr (GFile) target = g_file_new_for_path (path);

    if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                     NULL, NULL, NULL)
        && uk_store_bring_up_to_date (path, NULL))
      return uk_store_backup_dup_day (g_ptr_array_index (paths, i));
    uk_store_remove_file (path);
  }
  return NULL;
}

/* Whoever opened the file may have nobody to tell. */
void
uk_store_note_rescue (UkStore *self, const char *set_aside, const char *day)
{
  uk_store_set_setting (self, RESCUE_FILE, set_aside, NULL);
  uk_store_set_setting (self, RESCUE_DAY, day != NULL ? day : "", NULL);
}

/**
 * uk_store_take_rescue:
 * @day: (out) (transfer full): the day of the copy that was brought back; "" if there was none
 *
 * Whether a damaged file was found since this was last asked, by this process or by another.
 *
 * Returns: (transfer full) (nullable): where the damaged file is kept; tell the person
 */
char *
uk_store_take_rescue (UkStore *self, char **day)
{
  g_autofree char *file = NULL;

  g_return_val_if_fail (UK_IS_STORE (self) && day != NULL, NULL);

  *day = NULL;
  file = uk_store_dup_setting (self, RESCUE_FILE, NULL);
  if (file == NULL)
    return NULL;
  *day = uk_store_dup_setting (self, RESCUE_DAY, NULL);
  if (*day == NULL)
    *day = g_strdup ("");
  uk_store_write (self, NULL, "DELETE FROM settings WHERE key IN (?, ?)", "ss", RESCUE_FILE,
                  RESCUE_DAY);
  return g_steal_pointer (&file);
}
