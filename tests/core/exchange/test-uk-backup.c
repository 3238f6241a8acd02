/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-backup.h"
#include "core/exchange/uk-diary.h"
#include "core/store/uk-store-private.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795521600) /* 2026-11-24 12:00 UTC */
#define DAY (24 * 60 * 60)

typedef struct {
  char *folder;
  char *routines;
  char *path; /* of a backup */
  GFile *file;
  UkStore *store;
  GTimeZone *zone;
} Fixture;

static UkStore *
open_store (Fixture *fixture, char **set_aside)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);
  g_autoptr (GError) error = NULL;
  UkStore *store = uk_store_open (fixture->folder, now, set_aside, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->routines = g_build_filename (fixture->folder, "routines", NULL);
  fixture->path = g_build_filename (fixture->folder, "my.unknot", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->zone = g_time_zone_new_utc ();
  fixture->store = open_store (fixture, NULL);
  uk_simulate_history (fixture->store, NOW, UK_HISTORY_MONTH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_object_unref (fixture->file);
  g_time_zone_unref (fixture->zone);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->routines);
  g_free (fixture->path);
}

/* Everything that a person wrote, as one text. */
static char *
tell_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDiary) diary = uk_diary_load (fixture->store, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = uk_diary_to_json (diary, NOW, fixture->zone);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_ratings (Fixture *fixture)
{
  g_autoptr (GPtrArray) ratings = uk_store_list_all_ratings (fixture->store, NULL);

  return ratings->len;
}

static void
write_routine (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->routines, "mine.xml", NULL);

  g_mkdir_with_parents (fixture->routines, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_routine (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->routines, "mine.xml", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_backup_save (fixture->store, fixture->routines, fixture->file, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = tell_all (fixture);
  g_autofree char *after = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *routine = NULL;
  g_autoptr (GError) error = NULL;

  write_routine (fixture, "<mine/>");
  save (fixture);
  write_routine (fixture, "<other/>");
  g_assert_true (uk_store_delete_knot (fixture->store, "shoulder", NULL));
  empty = tell_all (fixture);
  g_assert_cmpstr (before, !=, empty);

  g_assert_true (uk_backup_restore (fixture->store, fixture->routines, fixture->file, &error));
  g_assert_no_error (error);
  after = tell_all (fixture);
  routine = read_routine (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (routine, ==, "<mine/>");

  g_assert_true (uk_backup_go_back (fixture->store, &error));
  g_free (after);
  after = tell_all (fixture);
  g_assert_cmpstr (empty, ==, after);
}

/* Another process that has the file open sees the change and is not disturbed. */
static void
test_second_connection (Fixture *fixture, gconstpointer data)
{
  UkStore *other = open_store (fixture, NULL);
  g_autoptr (UkRating) rating = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture);
  g_assert_true (uk_store_delete_knot (other, "shoulder", NULL));
  g_assert_true (uk_backup_restore (fixture->store, fixture->routines, fixture->file, &error));
  g_assert_no_error (error);
  rating = uk_store_find_last_rating (other, "shoulder", &error);
  g_assert_no_error (error);
  g_assert_nonnull (rating);
  g_assert_finalize_object (other);
}

static void
make_hostile (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* @data: SQL that spoils a good backup, or "text" */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *sql = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture);
  if (g_str_equal (sql, "text"))
    g_assert_true (
        g_file_set_contents (fixture->path, "not a database, but long enough", -1, NULL));
  else if (g_str_equal (sql, "half"))
    g_assert_cmpint (truncate (fixture->path, 20000), ==, 0);
  else
    make_hostile (fixture->path, sql);
  g_assert_true (uk_store_delete_run (fixture->store, "run-000001", NULL));
  before = tell_all (fixture);
  g_assert_false (uk_backup_restore (fixture->store, fixture->routines, fixture->file, &error));
  g_assert_nonnull (error);
  after = tell_all (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What travels along is put nowhere else. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *escaped = g_build_filename (fixture->folder, "evil.xml", NULL);
  g_autoptr (GError) error = NULL;

  save (fixture);
  make_hostile (fixture->path, "INSERT INTO backup_files VALUES ('../evil.xml', 'x'),"
                               " ('.hidden.xml', 'x'), ('script.sh', 'x'), ('fine.xml', 'x')");
  g_assert_true (uk_backup_restore (fixture->store, fixture->routines, fixture->file, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (escaped, G_FILE_TEST_EXISTS));
  {
    g_autoptr (GDir) dir = g_dir_open (fixture->routines, 0, NULL);

    g_assert_cmpstr (g_dir_read_name (dir), ==, "fine.xml");
    g_assert_null (g_dir_read_name (dir));
  }
}

static void
back_up_on (Fixture *fixture, gint64 at)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (at);
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_store_back_up_today (fixture->folder, now, &error));
  g_assert_no_error (error);
}

static char *
join_days (Fixture *fixture)
{
  g_autoptr (GPtrArray) paths = uk_store_list_backups (fixture->folder);
  GString *days = g_string_new (NULL);
  guint i;

  for (i = 0; i < paths->len; i++) {
    g_autofree char *day = uk_store_backup_dup_day (g_ptr_array_index (paths, i));

    g_string_append_printf (days, "%s ", day + strlen ("2026-"));
  }
  return g_string_free (days, FALSE);
}

static void
test_seven_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *days = NULL;
  int i;

  for (i = 0; i < 10; i++) {
    back_up_on (fixture, NOW + (gint64)i * DAY);
    back_up_on (fixture, NOW + (gint64)i * DAY + 3600);
  }
  days = join_days (fixture);
  g_assert_cmpstr (days, ==, "12-03 12-02 12-01 11-30 11-29 11-28 11-27 ");
}

/* The clock was wrong for a day: the newest copy is the one that was made last. */
static void
test_clock_goes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *days = NULL;

  back_up_on (fixture, NOW + 20 * DAY);
  back_up_on (fixture, NOW);
  back_up_on (fixture, NOW + DAY);
  days = join_days (fixture);
  g_assert_cmpstr (days, ==, "11-25 11-24 12-14 ");
}

static void
spoil (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, UK_STORE_FILE, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  memset (text, 0x55, MIN (length, 30000));
  g_assert_true (g_file_set_contents (path, text, (gssize)length, NULL));
}

/* @data: how many of the newest copies are damaged too */
static void
test_brought_back (Fixture *fixture, gconstpointer data)
{
  const guint n_bad = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *told = NULL;
  g_autofree char *day = NULL;
  const guint n = count_ratings (fixture);
  guint i;

  back_up_on (fixture, NOW - 2 * DAY);
  back_up_on (fixture, NOW - DAY);
  paths = uk_store_list_backups (fixture->folder);
  for (i = 0; i < n_bad; i++)
    g_assert_true (g_file_set_contents (g_ptr_array_index (paths, i), "damaged", -1, NULL));
  spoil (fixture);

  fixture->store = open_store (fixture, &set_aside);
  g_assert_nonnull (set_aside);
  g_assert_true (g_file_test (set_aside, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_ratings (fixture), ==, n_bad < 2 ? n : 0);

  told = uk_store_take_rescue (fixture->store, &day);
  g_assert_cmpstr (told, ==, set_aside);
  g_assert_cmpstr (day, ==, n_bad == 0 ? "2026-11-23" : n_bad == 1 ? "2026-11-22" : "");
  g_free (told);
  g_free (day);
  told = uk_store_take_rescue (fixture->store, &day);
  g_assert_null (told);
}

static gboolean
holds (const char *path, const char *needle)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL)
         && memmem (text, length, needle, strlen (needle)) != NULL;
}

static void
test_delete_all (Fixture *fixture, gconstpointer data)
{
  const UkKnot secret = { .id = (char *)"secret",
                          .region = (char *)"calf",
                          .note = (char *)"nobody shall read this",
                          .opened = NOW };
  g_autofree char *path = g_strdup (uk_store_get_path (fixture->store));
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *routine = NULL;
  g_autoptr (GPtrArray) knots = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_store_save_knot (fixture->store, &secret, NULL));
  write_routine (fixture, "<mine/>");
  back_up_on (fixture, NOW);
  g_assert_true (uk_backup_delete_all (fixture->store, fixture->routines, &error));
  g_assert_no_error (error);

  knots = uk_store_list_knots (fixture->store, NULL);
  routine = read_routine (fixture);
  g_assert_cmpuint (knots->len, ==, 0);
  g_assert_cmpuint (count_ratings (fixture), ==, 0);
  g_assert_null (routine);
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
  g_assert_false (holds (path, secret.note));
  g_assert_false (holds (wal, secret.note));
  g_assert_true (uk_store_save_knot (fixture->store, &secret, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/backup/round-trip", test_round_trip, NULL },
    { "/backup/second-connection", test_second_connection, NULL },
    { "/backup/refused/text", test_refused, "text" },
    { "/backup/refused/half", test_refused, "half" },
    { "/backup/refused/other", test_refused, "DROP TABLE ratings" },
    { "/backup/refused/column", test_refused, "ALTER TABLE knots DROP COLUMN note" },
    { "/backup/refused/newer", test_refused, "PRAGMA user_version = 9999" },
    { "/backup/refused/trigger", test_refused,
      "CREATE TRIGGER t AFTER INSERT ON knots BEGIN DELETE FROM knots; END" },
    { "/backup/refused/view", test_refused,
      "DROP TABLE settings; CREATE VIEW settings AS SELECT 'a' AS key, 'b' AS value" },
    { "/backup/refused/value", test_refused,
      "PRAGMA ignore_check_constraints = ON; UPDATE ratings SET value = 99" },
    { "/backup/refused/orphans", test_refused, "UPDATE ratings SET knot = 'nowhere'" },
    { "/backup/names", test_names, NULL },
    { "/backup/seven-days", test_seven_days, NULL },
    { "/backup/clock-goes-back", test_clock_goes_back, NULL },
    { "/backup/delete-all", test_delete_all, NULL },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
  for (i = 0; i <= 2; i++) {
    g_autofree char *path = g_strdup_printf ("/backup/brought-back/%u", i);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_brought_back, tear_down);
  }
  return g_test_run ();
}
