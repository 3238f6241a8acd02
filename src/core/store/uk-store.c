/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* How long to wait for another process that writes. */
#define PATIENCE_MS 2000

struct _UkStore {
  GObject parent_instance;

  char *path;             /* owned */
  sqlite3 *db;            /* owned, NULL once closed */
  GHashTable *statements; /* owned: text of the statement -> sqlite3_stmt */
  GThread *thread;        /* unowned: the only one that may use the connection */
};

G_DEFINE_FINAL_TYPE (UkStore, uk_store, G_TYPE_OBJECT)

/* Processes open one after the other, so that only one of them migrates or sets a damaged file
 * aside. */
static int
lock_folder (const char *folder, int patience_ms, GError **error)
{
  const int pause_ms = 20;
  g_autofree char *path = g_build_filename (folder, "unknot.lock", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0) {
    uk_store_set_error (error, NULL, errno == ENOSPC ? SQLITE_FULL : SQLITE_READONLY);
    return -1;
  }
  while (flock (fd, LOCK_EX | LOCK_NB) < 0) {
    if (errno != EINTR && (patience_ms -= pause_ms) < 0) {
      uk_store_set_error (error, NULL, SQLITE_BUSY);
      close (fd);
      return -1;
    }
    g_usleep (pause_ms * 1000);
  }
  return fd;
}

static gboolean
check_content (sqlite3 *db, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW && g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), "ok") != 0)
    code = SQLITE_CORRUPT;
  if (code != SQLITE_ROW)
    uk_store_set_error (error, db, code);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

/* The pragmas come first: inside a transaction they would do nothing. */
static gboolean
prepare_file (sqlite3 *db, const char *path, GError **error)
{
  guint version = 0;

  if (!uk_store_exec (db, "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (!uk_store_read_version (db, &version, error))
    return FALSE;
  if (version > uk_store_n_migrations) {
    uk_store_set_error (error, db, SQLITE_SCHEMA);
    return FALSE;
  }
  return check_content (db, error)
         && uk_store_migrate (db, uk_store_migrations, uk_store_n_migrations, path, error);
}

static sqlite3 *
open_file (const char *path, int patience_ms, GError **error)
{
  const int flags
      = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3 *db = NULL;
  int code;

  uk_store_create_private (path);
  code = sqlite3_open_v2 (path, &db, flags, NULL);

  if (code == SQLITE_OK) {
    sqlite3_busy_timeout (db, patience_ms);
    if (prepare_file (db, path, error))
      return db;
  } else {
    uk_store_set_error (error, db, code);
  }
  sqlite3_close (db);
  return NULL;
}

/* Takes from others what they may do with @path. */
static void
make_private (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && (info.st_mode & 0077) != 0)
    g_chmod (path, (int)info.st_mode & 0700);
}

static char *
find_free_name (const char *path, GDateTime *now)
{
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char *name = g_strdup_printf ("%s.damaged-%s", path, date);
  guint i;

  for (i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++) {
    g_free (name);
    name = g_strdup_printf ("%s.damaged-%s-%u", path, date, i);
  }
  return name;
}

/* A damaged file may still hold something for somebody who knows how to get it out: it is kept. */
static char *
set_file_aside (const char *path, GDateTime *now)
{
  static const char *const endings[] = { "-wal", "-shm" };
  g_autofree char *name = find_free_name (path, now);
  guint i;

  if (g_rename (path, name) < 0)
    return NULL;
  for (i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (path, endings[i], NULL);
    g_autofree char *to = g_strconcat (name, endings[i], NULL);

    g_rename (from, to);
  }
  return g_steal_pointer (&name);
}

/* Removes a file of SQLite with those beside it. */
void
uk_store_remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);

    g_remove (name);
  }
}

gboolean
uk_store_bring_up_to_date (const char *path, GError **error)
{
  sqlite3 *db = open_file (path, PATIENCE_MS, error);

  /* Without its log the file can be copied and attached as it is. */
  if (db != NULL)
    uk_store_exec (db, "PRAGMA journal_mode = DELETE", NULL);
  sqlite3_close (db);
  return db != NULL;
}

/* @day: of the copy that was brought back, if one was */
static sqlite3 *
open_or_start_anew (const char *path,
                    GDateTime *now,
                    int patience_ms,
                    char **set_aside,
                    char **day,
                    GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *kept = NULL;
  sqlite3 *db = open_file (path, patience_ms, &local_error);

  if (db != NULL)
    return db;
  if (g_error_matches (local_error, UK_STORE_ERROR, UK_STORE_ERROR_DAMAGED))
    kept = set_file_aside (path, now);
  if (kept == NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  *day = uk_store_bring_back (path);
  db = open_file (path, patience_ms, error);
  *set_aside = g_steal_pointer (&kept);
  return db;
}

static void
uk_store_finalize (GObject *object)
{
  UkStore *self = UK_STORE (object);

  uk_store_close (self);
  g_hash_table_unref (self->statements);
  g_free (self->path);

  G_OBJECT_CLASS (uk_store_parent_class)->finalize (object);
}

static void
uk_store_class_init (UkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uk_store_finalize;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
uk_store_init (UkStore *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  self->thread = g_thread_self ();
}

/* uk_store_open() with the longest time to wait for other processes. */
UkStore *
uk_store_open_full (
    const char *folder, GDateTime *now, int patience_ms, char **set_aside, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *day = NULL;
  UkStore *self;
  sqlite3 *db;
  int lock;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  if (set_aside != NULL)
    *set_aside = NULL;
  if (g_mkdir_with_parents (folder, 0700) < 0) {
    uk_store_set_error (error, NULL, errno == ENOSPC ? SQLITE_FULL : SQLITE_READONLY);
    return NULL;
  }
  lock = lock_folder (folder, patience_ms, error);
  if (lock < 0)
    return NULL;
  path = g_build_filename (folder, UK_STORE_FILE, NULL);
  make_private (folder);
  make_private (path);
  db = open_or_start_anew (path, now, patience_ms, &kept, &day, error);
  close (lock);
  if (db == NULL)
    return NULL;

  self = g_object_new (UK_TYPE_STORE, NULL);
  self->path = g_steal_pointer (&path);
  self->db = db;
  if (kept != NULL)
    uk_store_note_rescue (self, kept, day);
  if (set_aside != NULL)
    *set_aside = g_steal_pointer (&kept);
  return self;
}

/**
 * uk_store_open:
 * @folder: the user's data folder; made if missing
 * @now: today, to name a damaged file
 * @set_aside: (out) (optional) (nullable) (transfer full): where a damaged file was put; tell the
 * person
 * @error: return location of the domain %UK_STORE_ERROR
 *
 * Opens the person's data, making or migrating the file as needed.  A file that cannot be trusted
 * is renamed, never deleted, and the newest daily copy takes its place, or an empty one.  The store may be used by the calling
 * thread only.
 *
 * Returns: (transfer full) (nullable): the store, %NULL if there is no way to save anything
 */
UkStore *
uk_store_open (const char *folder, GDateTime *now, char **set_aside, GError **error)
{
  return uk_store_open_full (folder, now, PATIENCE_MS, set_aside, error);
}

/* Statements that are kept hold what they read. */
void
uk_store_forget_statements (UkStore *self)
{
  g_hash_table_remove_all (self->statements);
}

/**
 * uk_store_get_path:
 *
 * Returns: (transfer none): path of the file
 */
const char *
uk_store_get_path (UkStore *self)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return self->path;
}

/**
 * uk_store_shrink:
 *
 * Gives back the memory that reading has taken; what is read next is read from the file.
 */
void
uk_store_shrink (UkStore *self)
{
  g_return_if_fail (UK_IS_STORE (self));

  uk_store_forget_statements (self);
  sqlite3_db_release_memory (uk_store_get_db (self));
}

/**
 * uk_store_close:
 *
 * Writes everything into the one file and closes it.  Only the last reference may be dropped
 * afterwards.
 */
void
uk_store_close (UkStore *self)
{
  g_return_if_fail (UK_IS_STORE (self));

  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close);
}

sqlite3 *
uk_store_get_db (UkStore *self)
{
  g_assert (self->thread == g_thread_self ());
  g_assert (self->db != NULL);

  return self->db;
}

static sqlite3_stmt *
prepare (UkStore *self, const char *sql, GError **error)
{
  sqlite3 *db = uk_store_get_db (self);
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;
  code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK) {
    uk_store_set_error (error, db, code);
    return NULL;
  }
  g_hash_table_insert (self->statements, (gpointer)sql, statement);
  return statement;
}

static void
bind (sqlite3_stmt *statement, const char *types, va_list values)
{
  int i;

  g_assert (!sqlite3_stmt_busy (statement));
  g_assert ((int)strlen (types) == sqlite3_bind_parameter_count (statement));

  for (i = 0; types[i] != '\0'; i++) {
    switch (types[i]) {
    case 's':
      sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
      break;
    case 'i':
      sqlite3_bind_int (statement, i + 1, va_arg (values, int));
      break;
    case 'l':
      sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      break;
    case 'd':
      sqlite3_bind_double (statement, i + 1, va_arg (values, double));
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

/* Steps to the next row; FALSE at the end or with an error, and then the statement is free again.
 */
static gboolean
next_row (UkStore *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    uk_store_set_error (error, uk_store_get_db (self), code);
  sqlite3_reset (statement);
  return FALSE;
}

/* Reads at most @limit rows into a list; without @read the rows do not matter. */
static GPtrArray *
read_rows (UkStore *self,
           UkStoreReadFunc read,
           GDestroyNotify free_func,
           guint limit,
           GError **error,
           const char *sql,
           const char *types,
           va_list values)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  bind (statement, types, values);
  while (list->len < limit && next_row (self, statement, &local_error))
    g_ptr_array_add (list, read (statement));
  sqlite3_reset (statement);
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gpointer
read_nothing (sqlite3_stmt *statement)
{
  return NULL;
}

gboolean
uk_store_write (UkStore *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GPtrArray) rows = NULL;
  va_list values;

  va_start (values, types);
  rows = read_rows (self, read_nothing, NULL, G_MAXUINT, error, sql, types, values);
  va_end (values);
  return rows != NULL;
}

GPtrArray *
uk_store_read_list (UkStore *self,
                    UkStoreReadFunc read,
                    GDestroyNotify free_func,
                    GError **error,
                    const char *sql,
                    const char *types,
                    ...)
{
  GPtrArray *rows;
  va_list values;

  va_start (values, types);
  rows = read_rows (self, read, free_func, G_MAXUINT, error, sql, types, values);
  va_end (values);
  return rows;
}

gpointer
uk_store_read_one (
    UkStore *self, UkStoreReadFunc read, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GPtrArray) rows = NULL;
  va_list values;

  va_start (values, types);
  rows = read_rows (self, read, NULL, 1, error, sql, types, values);
  va_end (values);
  return rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

gboolean
uk_store_visit (UkStore *self,
                UkStoreVisitFunc visit,
                gpointer data,
                GError **error,
                const char *sql,
                const char *types,
                ...)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind (statement, types, values);
  va_end (values);
  while (next_row (self, statement, &local_error))
    visit (statement, data);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

char *
uk_store_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

gboolean
uk_store_transaction (UkStore *self, UkStoreWork work, gpointer data, GError **error)
{
  sqlite3 *db = uk_store_get_db (self);

  if (!uk_store_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (work (self, data, error) && uk_store_exec (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    uk_store_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * uk_store_set_setting:
 * @key: what is set
 * @value: its text
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_set_setting (UkStore *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (key != NULL && value != NULL, FALSE);

  return uk_store_write (self, error,
                         "INSERT INTO settings (key, value) VALUES (?, ?)"
                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         "ss", key, value);
}

static gpointer
read_text (sqlite3_stmt *statement)
{
  return uk_store_dup_text (statement, 0);
}

/**
 * uk_store_dup_setting:
 * @key: what was set
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its text; %NULL without an error if it was never set
 */
char *
uk_store_dup_setting (UkStore *self, const char *key, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return uk_store_read_one (self, read_text, error, "SELECT value FROM settings WHERE key = ?", "s",
                            key);
}
