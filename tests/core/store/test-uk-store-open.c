/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-private.h"
#include "support/uk-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *file;
  GDateTime *now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->file = g_build_filename (fixture->folder, UK_STORE_FILE, NULL);
  fixture->now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_date_time_unref (fixture->now);
}

/* Without patience: a test must not wait for a lock that never goes away. */
static UkStore *
open_store (Fixture *fixture, char **set_aside, GError **error)
{
  return uk_store_open_full (fixture->folder, fixture->now, 0, set_aside, error);
}

static UkStore *
open_good (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  UkStore *store = open_store (fixture, &set_aside, &error);

  g_assert_no_error (error);
  g_assert_null (set_aside);
  return store;
}

static void
set_setting (UkStore *store, const char *value)
{
  g_autoptr (GError) error = NULL;

  uk_store_set_setting (store, "key", value, &error);
  g_assert_no_error (error);
}

static void
assert_setting (UkStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = uk_store_dup_setting (store, "key", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);

  assert_setting (store, NULL);
  set_setting (store, "one");
  set_setting (store, "two");
  g_assert_finalize_object (store);

  store = open_good (fixture);
  assert_setting (store, "two");
  g_assert_cmpstr (uk_store_get_path (store), ==, fixture->file);
  g_assert_finalize_object (store);
}

/* What a person copies as a backup is one file that holds everything. */
static void
test_one_file (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);
  g_autofree char *wal = g_strconcat (fixture->file, "-wal", NULL);

  set_setting (store, "one");
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  uk_store_close (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (fixture), ==, 2); /* and unknot.lock */
  g_assert_finalize_object (store);
}

static void
test_makes_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "not", "there", NULL);
  g_autoptr (GError) error = NULL;
  UkStore *store = uk_store_open (folder, fixture->now, NULL, &error);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_finalize_object (store);
}

static void
assert_private (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  GStatBuf info;
  guint n = 0;

  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_test_message ("%s", name);
    g_assert_cmpint (g_stat (path, &info), ==, 0);
    g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    n++;
  }
  g_assert_cmpuint (n, >, 1);
}

/* Nobody else may read it, whatever the shell would allow and whoever made the folder. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  const mode_t usual = umask (0);
  g_autofree char *copy = g_strconcat (fixture->file, ".before-version-2", NULL);
  const char *const migrations[] = { "CREATE TABLE one (x)", "CREATE TABLE two (x)" };
  sqlite3 *db = NULL;
  UkStore *store;

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  store = open_good (fixture);
  set_setting (store, "mine");
  assert_private (fixture->folder);
  g_assert_finalize_object (store);

  g_assert_cmpint (g_chmod (fixture->file, 0644), ==, 0);
  store = open_good (fixture);
  assert_setting (store, "mine");
  assert_private (fixture->folder);
  g_assert_finalize_object (store);

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (uk_store_migrate (db, migrations, 1, fixture->file, NULL));
  g_assert_true (uk_store_migrate (db, migrations, 2, fixture->file, NULL));
  sqlite3_close (db);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_private (fixture->folder);
  umask (usual);
}

/* Window and service have it open at once. */
static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  UkStore *window = open_good (fixture);
  UkStore *service = open_good (fixture);

  set_setting (window, "from the window");
  assert_setting (service, "from the window");
  set_setting (service, "from the service");
  assert_setting (window, "from the service");
  g_assert_finalize_object (window);
  g_assert_finalize_object (service);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);
  UkStore *other = open_good (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_store_exec (uk_store_get_db (other), "BEGIN IMMEDIATE", NULL));
  g_assert_false (uk_store_set_setting (store, "key", "value", &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_LOCKED);

  g_assert_true (uk_store_exec (uk_store_get_db (other), "ROLLBACK", NULL));
  set_setting (store, "later");
  assert_setting (other, "later");
  g_assert_finalize_object (other);
  g_assert_finalize_object (store);
}

/* Another process is just opening or migrating it. */
static void
test_locked_at_opening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "unknot.lock", NULL);
  g_autoptr (GError) error = NULL;
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_null (open_store (fixture, NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_LOCKED);
  close (fd);
  g_object_unref (open_good (fixture));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const char *kind = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = g_strconcat (fixture->file, ".damaged-2026-11-24", NULL);
  g_autofree char *expected_again = g_strconcat (expected, "-2", NULL);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  gsize length;
  gsize kept_length;
  UkStore *store = open_good (fixture);

  set_setting (store, "one");
  g_assert_finalize_object (store);
  g_assert_true (g_file_get_contents (fixture->file, &before, &length, NULL));
  if (g_str_equal (kind, "header"))
    memset (before, 'x', 100);
  else
    memset (before + 4096, 'x', length - 4096);
  g_assert_true (g_file_set_contents (fixture->file, before, (gssize)length, NULL));

  store = open_store (fixture, &set_aside, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (set_aside, ==, expected);
  assert_setting (store, NULL);
  g_assert_finalize_object (store);
  g_assert_true (g_file_get_contents (expected, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, before, length);

  /* A second one on the same day does not take the place of the first. */
  g_assert_true (g_file_set_contents (fixture->file, before, (gssize)length, NULL));
  store = open_store (fixture, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, expected_again);
  g_assert_finalize_object (store);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", uk_store_n_migrations + 1);
  guint files;

  g_assert_true (uk_store_exec (uk_store_get_db (store), sql, NULL));
  g_assert_finalize_object (store);
  files = count_files (fixture);

  g_assert_null (open_store (fixture, NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_NEWER);
  g_assert_cmpuint (count_files (fixture), ==, files);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const uid_t nobody = 65534;
  g_autoptr (GError) error = NULL;
  UkStore *store;

  /* Root may write everywhere: become somebody else for a moment. */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (geteuid () == 0 && seteuid (nobody) != 0) {
    g_test_skip ("this container knows no second user");
    return;
  }
  store = open_store (fixture, NULL, &error);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  g_assert_null (store);
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_READ_ONLY);
}

static void
test_folder_is_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "", 0, NULL));
  g_assert_null (uk_store_open (fixture->file, fixture->now, NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_READ_ONLY);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);
  g_autofree char *much = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  set_setting (store, "little");
  g_assert_true (uk_store_exec (uk_store_get_db (store), "PRAGMA max_page_count = 1", NULL));
  g_assert_false (uk_store_set_setting (store, "key", much, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_FULL);
  assert_setting (store, "little");
  g_assert_finalize_object (store);
}

static gboolean
write_twice (UkStore *store, gpointer value, GError **error)
{
  return uk_store_set_setting (store, "key", "first", error)
         && uk_store_write (store, error, "INSERT INTO settings VALUES ('other', ?)", "s", value);
}

static void
test_transaction (Fixture *fixture, gconstpointer data)
{
  UkStore *store = open_good (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (uk_store_transaction (store, write_twice, NULL, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
  assert_setting (store, NULL);
  g_clear_error (&error);

  g_assert_true (uk_store_transaction (store, write_twice, (gpointer) "value", &error));
  g_assert_no_error (error);
  assert_setting (store, "first");
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/store/open/keeps", test_keeps, NULL },
    { "/store/open/one-file", test_one_file, NULL },
    { "/store/open/makes-folder", test_makes_folder, NULL },
    { "/store/open/private", test_private, NULL },
    { "/store/open/two-processes", test_two_processes, NULL },
    { "/store/open/locked", test_locked, NULL },
    { "/store/open/locked-at-opening", test_locked_at_opening, NULL },
    { "/store/open/damaged-header", test_damaged, "header" },
    { "/store/open/damaged-pages", test_damaged, "pages" },
    { "/store/open/newer", test_newer, NULL },
    { "/store/open/read-only", test_read_only, NULL },
    { "/store/open/folder-is-a-file", test_folder_is_a_file, NULL },
    { "/store/open/full", test_full, NULL },
    { "/store/open/transaction", test_transaction, NULL },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
