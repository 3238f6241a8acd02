/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-private.h"
#include "core/store/uk-store-reminders-schema.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SIDE "side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 2)"

/* Entry n leads from version n to n + 1.  Never change one that was released; append. */
const char *const uk_store_migrations[] = {
  "CREATE TABLE knots ("
  " id TEXT PRIMARY KEY NOT NULL,"
  " region TEXT NOT NULL,"
  " " SIDE ","
  " view INTEGER NOT NULL CHECK (view IN (0, 1)),"
  " x REAL,"
  " y REAL,"
  " note TEXT,"
  " opened INTEGER NOT NULL,"
  " closed INTEGER NOT NULL DEFAULT 0);"
  "CREATE TABLE runs ("
  " id TEXT PRIMARY KEY NOT NULL,"
  " routine TEXT NOT NULL,"
  " region TEXT,"
  " " SIDE ","
  " started INTEGER NOT NULL,"
  " ended INTEGER NOT NULL DEFAULT 0,"
  " seconds_done INTEGER NOT NULL CHECK (seconds_done >= 0),"
  " legs_done INTEGER NOT NULL CHECK (legs_done >= 0),"
  " completed INTEGER NOT NULL CHECK (completed IN (0, 1)),"
  " progress TEXT);"
  "CREATE INDEX runs_by_start ON runs (started);"
  "CREATE TABLE ratings ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT,"
  " knot TEXT REFERENCES knots (id) ON DELETE CASCADE,"
  " at INTEGER NOT NULL,"
  " value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),"
  " run TEXT REFERENCES runs (id) ON DELETE CASCADE,"
  " moment INTEGER NOT NULL CHECK (moment BETWEEN 0 AND 2),"
  " CHECK (knot IS NOT NULL OR run IS NOT NULL));"
  /* All that a trend needs, so that many thousand ratings are read without their rows. */
  "CREATE INDEX ratings_by_knot ON ratings (knot, at, id, value, moment);"
  "CREATE INDEX ratings_by_run ON ratings (run);"
  "CREATE INDEX ratings_by_time ON ratings (at);"
  "CREATE TABLE safety ("
  " id TEXT NOT NULL,"
  " scope TEXT NOT NULL,"
  " answer INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 3),"
  " at INTEGER NOT NULL,"
  " PRIMARY KEY (id, scope)) WITHOUT ROWID;"
  "CREATE TABLE settings ("
  " key TEXT PRIMARY KEY NOT NULL,"
  " value TEXT NOT NULL);" UK_STORE_REMINDERS_SCHEMA,
  UK_STORE_REMINDERS_KINDS,
  /* Plans that are followed, and what happened in them. */
  "CREATE TABLE enrolments ("
  " id TEXT PRIMARY KEY NOT NULL,"
  " programme TEXT NOT NULL,"
  " region TEXT,"
  " " SIDE ","
  " second TEXT,"
  " second_side INTEGER NOT NULL CHECK (second_side BETWEEN 0 AND 2),"
  " started INTEGER NOT NULL,"
  " first INTEGER NOT NULL CHECK (first BETWEEN 1 AND 366),"
  " morning INTEGER NOT NULL CHECK (morning BETWEEN -1 AND 1439),"
  " midday INTEGER NOT NULL CHECK (midday BETWEEN -1 AND 1439),"
  " evening INTEGER NOT NULL CHECK (evening BETWEEN -1 AND 1439),"
  " lacking TEXT NOT NULL,"
  " cool INTEGER NOT NULL CHECK (cool IN (0, 1)),"
  " reminds INTEGER NOT NULL CHECK (reminds IN (0, 1)),"
  " state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),"
  " ended INTEGER NOT NULL DEFAULT 0);"
  "CREATE TABLE enrolment_marks ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT,"
  " enrolment TEXT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,"
  " kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),"
  " at INTEGER NOT NULL,"
  " day INTEGER NOT NULL,"
  " number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 366),"
  " part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 2),"
  " routine TEXT NOT NULL,"
  " run TEXT REFERENCES runs (id) ON DELETE SET NULL,"
  " UNIQUE (enrolment, kind, day, number, part, routine));"
  "CREATE INDEX enrolment_marks_by_run ON enrolment_marks (run);",
  /* What the person says helped. */
  "ALTER TABLE runs ADD COLUMN helped TEXT;",
};

const guint uk_store_n_migrations = G_N_ELEMENTS (uk_store_migrations);

/* Runs SQL that has no parameters and whose rows do not matter. */
gboolean
uk_store_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  uk_store_set_error (error, db, code);
  return FALSE;
}

/* How many migrations the file has seen. */
gboolean
uk_store_read_version (sqlite3 *db, guint *version, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *version = (guint)MAX (0, sqlite3_column_int (statement, 0));
  else
    uk_store_set_error (error, db, code);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

/* Makes an empty file that only the person may read, if there is none.  SQLite would make one that
 * everybody may read; what it adds beside the file gets the same rights. */
void
uk_store_create_private (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

static gboolean
back_up (sqlite3 *db, const char *prefix, guint version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.before-version-%u", prefix, version + 1);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  gboolean ok;

  g_remove (path);
  uk_store_create_private (path);
  ok = uk_store_exec (db, sql, error);
  sqlite3_free (sql);
  return ok;
}

static gboolean
migrate_once (sqlite3 *db, const char *migration, guint to, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", to);

  if (!uk_store_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (uk_store_exec (db, migration, error) && uk_store_exec (db, set_version, error)
      && uk_store_exec (db, "COMMIT", error))
    return TRUE;

  /* Some errors have ended the transaction already. */
  if (!sqlite3_get_autocommit (db))
    uk_store_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * uk_store_migrate:
 * @db: a connection without open transaction
 * @migrations: SQL that leads from version n to n + 1
 * @n_migrations: their number, which is the newest version
 * @backup_prefix: path of the file; copies of older versions are put beside it
 * @error: return location
 *
 * Brings the file to the newest version, each step as a whole or not at all.
 *
 * Returns: %FALSE if the file is too new, cannot be copied or a step failed; what was reached
 * before is kept
 */
gboolean
uk_store_migrate (sqlite3 *db,
                  const char *const *migrations,
                  guint n_migrations,
                  const char *backup_prefix,
                  GError **error)
{
  guint version = 0;

  if (!uk_store_read_version (db, &version, error))
    return FALSE;
  if (version > n_migrations) {
    uk_store_set_error (error, db, SQLITE_SCHEMA);
    return FALSE;
  }
  if (version > 0 && version < n_migrations && !back_up (db, backup_prefix, version, error))
    return FALSE;

  for (; version < n_migrations; version++) {
    if (!migrate_once (db, migrations[version], version + 1, error))
      return FALSE;
  }
  return TRUE;
}
