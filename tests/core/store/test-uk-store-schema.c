/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-private.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>

/* A made-up history of versions: what holds for it holds for the real one, whose first test is that
 * it runs. */
static const char *const good[] = {
  "CREATE TABLE things (name TEXT NOT NULL); INSERT INTO things VALUES ('first')",
  "ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 1",
  "CREATE TABLE more (name TEXT)",
};

/* The second one fails in its middle. */
static const char *const bad[] = {
  "CREATE TABLE things (name TEXT NOT NULL); INSERT INTO things VALUES ('first')",
  "CREATE TABLE half (name TEXT); UPDATE things SET name = 'changed'; INSERT INTO nowhere VALUES "
  "(1)",
  "CREATE TABLE more (name TEXT)",
};

typedef struct {
  char *folder;
  char *file;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->file = g_build_filename (fixture->folder, UK_STORE_FILE, NULL);
  g_assert_cmpint (sqlite3_open (fixture->file, &fixture->db), ==, SQLITE_OK);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static char *
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return answer;
}

static void
assert_answer (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *answer = ask (db, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
migrate (Fixture *fixture, const char *const *migrations, guint n_migrations)
{
  g_autoptr (GError) error = NULL;

  uk_store_migrate (fixture->db, migrations, n_migrations, fixture->file, &error);
  g_assert_no_error (error);
}

static void
test_real (Fixture *fixture, gconstpointer data)
{
  migrate (fixture, uk_store_migrations, uk_store_n_migrations);
  assert_answer (fixture->db,
                 "SELECT count(*) FROM sqlite_master WHERE name IN ('knots', 'ratings', 'runs',"
                 " 'safety', 'settings', 'reminders', 'occurrences')",
                 "7");
}

static void
test_from_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->file, ".before-version-1", NULL);

  migrate (fixture, good, 3);
  assert_answer (fixture->db, "PRAGMA user_version", "3");
  assert_answer (fixture->db, "SELECT name || size FROM things", "first1");
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  migrate (fixture, good, 3);
  assert_answer (fixture->db, "SELECT count(*) FROM things", "1");
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->file, ".before-version-2", NULL);
  sqlite3 *backup = NULL;

  migrate (fixture, good, 1);
  g_assert_true (g_file_set_contents (path, "left by an earlier try", -1, NULL));
  migrate (fixture, good, 3);

  g_assert_cmpint (sqlite3_open (path, &backup), ==, SQLITE_OK);
  assert_answer (backup, "PRAGMA user_version", "1");
  assert_answer (backup, "SELECT name FROM things", "first");
  sqlite3_close (backup);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (uk_store_migrate (fixture->db, bad, 3, fixture->file, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_FAILED);
  assert_answer (fixture->db, "PRAGMA user_version", "1");
  assert_answer (fixture->db, "SELECT name FROM things", "first");
  assert_answer (fixture->db, "SELECT count(*) FROM sqlite_master WHERE name IN ('half', 'more')",
                 "0");
  g_assert_true (sqlite3_get_autocommit (fixture->db));

  /* The next version of the program brings a better one. */
  migrate (fixture, good, 3);
  assert_answer (fixture->db, "PRAGMA user_version", "3");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  migrate (fixture, good, 3);
  g_assert_false (uk_store_migrate (fixture->db, good, 2, fixture->file, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_NEWER);
  assert_answer (fixture->db, "PRAGMA user_version", "3");
}

/* Without room for the copy nothing is changed. */
static void
test_no_room_for_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->file, ".before-version-2", NULL);
  g_autofree char *inside = g_build_filename (path, "in the way", NULL);
  g_autoptr (GError) error = NULL;

  migrate (fixture, good, 1);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "", 0, NULL));
  g_assert_false (uk_store_migrate (fixture->db, good, 3, fixture->file, &error));
  g_assert_nonnull (error);
  assert_answer (fixture->db, "PRAGMA user_version", "1");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/schema/real", test_real },
    { "/store/schema/from-nothing", test_from_nothing },
    { "/store/schema/backup", test_backup },
    { "/store/schema/rollback", test_rollback },
    { "/store/schema/newer", test_newer },
    { "/store/schema/no-room-for-backup", test_no_room_for_backup },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
