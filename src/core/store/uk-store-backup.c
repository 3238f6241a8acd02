/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-backup.h"

#include "core/store/uk-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define TABLES                                                                                     \
  "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"

/**
 * uk_backup_file_free:
 * @file: (nullable) (transfer full): what to free
 */
void
uk_backup_file_free (UkBackupFile *file)
{
  if (file == NULL)
    return;
  g_free (file->name);
  g_clear_pointer (&file->content, g_bytes_unref);
  g_free (file);
}

/* ---- one file out ---- */

static gboolean
step (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  const int code = sqlite3_step (statement);

  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  uk_store_set_error (error, db, code);
  return FALSE;
}

static gboolean
add_file (sqlite3 *db, const UkBackupFile *file, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (file->content, &size);
  int code = sqlite3_prepare_v2 (db, "INSERT INTO backup_files (name, content) VALUES (?, ?)", -1,
                                 &statement, NULL);
  gboolean ok;

  if (code != SQLITE_OK) {
    uk_store_set_error (error, db, code);
    return FALSE;
  }
  sqlite3_bind_text (statement, 1, file->name, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, data, size, SQLITE_STATIC);
  ok = step (db, statement, error);
  sqlite3_finalize (statement);
  return ok;
}

static gboolean
add_files (const char *path, GPtrArray *files, GError **error)
{
  sqlite3 *db = NULL;
  const int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean ok = code == SQLITE_OK;
  guint i;

  if (!ok)
    uk_store_set_error (error, db, code);
  ok = ok
       && uk_store_exec (db,
                         "BEGIN; CREATE TABLE backup_files (name TEXT PRIMARY KEY NOT NULL,"
                         " content BLOB NOT NULL)",
                         error);
  for (i = 0; ok && i < files->len; i++)
    ok = add_file (db, g_ptr_array_index (files, i), error);
  ok = ok && uk_store_exec (db, "COMMIT", error);
  sqlite3_close (db);
  return ok;
}

static gboolean
copy_into (sqlite3 *db, const char *path, GError **error)
{
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  gboolean ok;

  uk_store_create_private (path);
  ok = uk_store_exec (db, sql, error);
  sqlite3_free (sql);
  return ok;
}

/* Nobody ever sees half a copy under its final name. */
static gboolean
copy_as_whole (sqlite3 *db, const char *path, GPtrArray *files, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_remove (part);
  if (copy_into (db, part, error) && (files == NULL || add_files (part, files, error))) {
    if (g_rename (part, path) == 0)
      return TRUE;
    uk_store_set_error (error, NULL, SQLITE_READONLY);
  }
  g_remove (part);
  return FALSE;
}

/**
 * uk_store_back_up:
 * @path: where to; replaced as a whole or not at all
 * @files: (nullable) (element-type UkBackupFile): what else goes into it
 * @error: return location
 *
 * Writes everything into one file.
 *
 * Returns: whether it was written
 */
gboolean
uk_store_back_up (UkStore *self, const char *path, GPtrArray *files, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self) && path != NULL, FALSE);

  return copy_as_whole (uk_store_get_db (self), path, files, error);
}

/* ---- one file in ---- */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID,
                       _ ("This file is not a backup of Unknot."));
  return FALSE;
}

/* Counts what the first column of the first row says. */
static gboolean
read_count (sqlite3 *db, const char *sql, int *count, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *count = sqlite3_column_int (statement, 0);
  else
    uk_store_set_error (error, db, code);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

/* The file may come from anywhere: what could run code of its own is refused before anything else
 * is read. */
static gboolean
check_backup (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *db = NULL;
  int odd = 0, ours = 0;
  gboolean ok
      = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK;

  if (ok) {
    sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    ok = read_count (db,
                     "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                     " OR (type = 'table' AND (rootpage = 0 OR sql LIKE '%GENERATED%'))",
                     &odd, &local_error)
         && read_count (db,
                        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                        " AND name IN ('knots', 'runs', 'ratings', 'reminders', 'settings')",
                        &ours, &local_error);
  }
  sqlite3_close (db);
  return (ok && odd == 0 && ours == 5) || refuse (error);
}

/* "[id], [value], …" of a table that both files have; what stands in double quotes and is missing
 * would become a text. */
static char *
list_columns (sqlite3 *db, const char *table)
{
  GString *columns = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info (?, 'main')", -1, &statement,
                          NULL)
      == SQLITE_OK) {
    sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
    while (sqlite3_step (statement) == SQLITE_ROW)
      g_string_append_printf (columns, "%s[%s]", columns->len > 0 ? ", " : "",
                              (const char *)sqlite3_column_text (statement, 0));
  }
  sqlite3_finalize (statement);
  return g_string_free (columns, FALSE);
}

static gpointer
read_name (sqlite3_stmt *statement)
{
  return uk_store_dup_text (statement, 0);
}

static gboolean
for_each_table (UkStore *self, const char *format, gboolean columns, GError **error)
{
  sqlite3 *db = uk_store_get_db (self);
  g_autoptr (GPtrArray) tables = uk_store_read_list (self, read_name, g_free, error, TABLES, "");
  guint i;

  for (i = 0; tables != NULL && i < tables->len; i++) {
    const char *table = g_ptr_array_index (tables, i);
    g_autofree char *list = columns ? list_columns (db, table) : NULL;
    g_auto (GStrv) pieces = g_strsplit (format, "TABLE", -1);
    g_autofree char *with_table = g_strjoinv (table, pieces);
    g_auto (GStrv) parts = g_strsplit (with_table, "COLUMNS", -1);
    g_autofree char *sql = g_strjoinv (list != NULL ? list : "", parts);

    if (!uk_store_exec (db, sql, error))
      return FALSE;
  }
  return tables != NULL;
}

/* Rows are exchanged instead of files, so that other processes that have the file open go on. */
static gboolean
exchange_rows (UkStore *self, gpointer data, GError **error)
{
  return uk_store_exec (uk_store_get_db (self), "PRAGMA defer_foreign_keys = ON", error)
         && for_each_table (self, "DELETE FROM main.\"TABLE\"", FALSE, error)
         && for_each_table (self,
                            "INSERT INTO main.\"TABLE\" (COLUMNS)"
                            " SELECT COLUMNS FROM restored.\"TABLE\"",
                            TRUE, error);
}

static gpointer
read_file (sqlite3_stmt *statement)
{
  UkBackupFile *file = g_new0 (UkBackupFile, 1);

  file->name = uk_store_dup_text (statement, 0);
  file->content = g_bytes_new (sqlite3_column_blob (statement, 1),
                               (gsize)sqlite3_column_bytes (statement, 1));
  return file;
}

static gboolean
read_files (UkStore *self, GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  int there = 0;

  if (!read_count (uk_store_get_db (self),
                   "SELECT count(*) FROM restored.sqlite_schema WHERE name = 'backup_files'",
                   &there, error))
    return FALSE;
  if (there == 0)
    return TRUE;
  found = uk_store_read_list (self, read_file, (GDestroyNotify)uk_backup_file_free, error,
                              "SELECT name, content FROM restored.backup_files"
                              " WHERE name IS NOT NULL ORDER BY name",
                              "");
  if (found == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
  return TRUE;
}

static gboolean
exchange_with (UkStore *self, const char *path, GPtrArray *files, GError **error)
{
  sqlite3 *db = uk_store_get_db (self);
  char *attach = sqlite3_mprintf ("ATTACH %Q AS restored", path);
  gboolean ok = uk_store_exec (db, attach, error);

  sqlite3_free (attach);
  if (!ok)
    return FALSE;
  ok = (files == NULL || read_files (self, files, error))
       && uk_store_transaction (self, exchange_rows, NULL, error);
  /* A kept statement would hold the file. */
  uk_store_forget_statements (self);
  uk_store_exec (db, "DETACH restored", NULL);
  return ok;
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                      NULL, NULL, NULL, error);
}

/**
 * uk_store_restore:
 * @path: a backup of this or an older version; it stays as it is
 * @files: (nullable) (element-type UkBackupFile): where to add what else was in it
 * @error: return location
 *
 * Makes everything as it was when the backup was made, or changes nothing.  Other processes that
 * have the store open see the change.
 *
 * Returns: whether it was restored
 */
gboolean
uk_store_restore (UkStore *self, const char *path, GPtrArray *files, GError **error)
{
  g_autofree char *copy = NULL;
  gboolean ok;

  g_return_val_if_fail (UK_IS_STORE (self) && path != NULL, FALSE);

  copy = g_strconcat (uk_store_get_path (self), ".restore", NULL);
  uk_store_remove_file (copy);
  ok = copy_file (path, copy, error) && check_backup (copy, error)
       && uk_store_bring_up_to_date (copy, error) && exchange_with (self, copy, files, error);
  uk_store_remove_file (copy);
  return ok;
}

/* ---- nothing left ---- */

static gboolean
delete_rows (UkStore *self, gpointer data, GError **error)
{
  return uk_store_exec (uk_store_get_db (self), "PRAGMA defer_foreign_keys = ON", error)
         && for_each_table (self, "DELETE FROM main.\"TABLE\"", FALSE, error);
}

/* Copies of older versions, damaged files and those of each day. */
static void
delete_copies (UkStore *self)
{
  g_autofree char *folder = g_path_get_dirname (uk_store_get_path (self));
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  const char *const folders[] = { folder, backups };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (i > 0 || g_str_has_prefix (name, UK_STORE_FILE "."))
        g_remove (path);
    }
  }
  g_rmdir (backups);
}

/**
 * uk_store_delete_all:
 * @error: return location
 *
 * Deletes every row, and all copies that the program made by itself.  Nothing can be brought back.
 *
 * Returns: whether the rows are gone
 */
gboolean
uk_store_delete_all (UkStore *self, GError **error)
{
  sqlite3 *db;

  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  db = uk_store_get_db (self);
  if (!uk_store_exec (db, "PRAGMA secure_delete = ON", error)
      || !uk_store_transaction (self, delete_rows, NULL, error))
    return FALSE;
  delete_copies (self);
  /* Best effort: another process may be reading. */
  uk_store_exec (db, "VACUUM", NULL);
  uk_store_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return TRUE;
}
