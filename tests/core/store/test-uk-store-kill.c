/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was confirmed is there after kill -9 at any moment, and after the disk has filled up.  The
 * environment variable UK_KILLS says how often to kill; without it a few seconds must do. */
#include "core/store/uk-store-backup.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-private.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#define START G_GINT64_CONSTANT (1795521600)
#define USUAL_SECONDS 3
#define LONGEST_LIFE_US 25000
#define RUN_LENGTH 40

static UkStore *
open_store (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (START);
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;
  UkStore *store = uk_store_open (folder, now, &set_aside, &error);

  g_assert_no_error (error);
  g_assert_null (set_aside);
  return store;
}

static char *
make_run_id (int i)
{
  return g_strdup_printf ("run-%06d", i / RUN_LENGTH);
}

/* A step of a run is saved, and then a number is given. */
static gboolean
write_one (UkStore *store, int i, GError **error)
{
  g_autofree char *id = make_run_id (i);
  const UkRunRecord run = { .id = id,
                            .routine = (char *)"ball",
                            .region = (char *)"calf",
                            .started = START + i / RUN_LENGTH,
                            .seconds_done = i,
                            .progress = (char *)"where it stands" };
  const UkRating rating = { 0, (char *)"knot", START + i, i % 11, id, UK_MOMENT_BEFORE };

  return uk_store_save_run (store, &run, error) && uk_store_add_rating (store, &rating, error) != 0;
}

static int
count (UkStore *store)
{
  g_autoptr (GPtrArray) ratings = uk_store_list_ratings (store, "knot", NULL);
  guint i;

  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);

    g_assert_cmpint (rating->at, ==, START + i);
    g_assert_cmpint (rating->value, ==, (int)i % 11);
  }
  return (int)ratings->len;
}

G_GNUC_NORETURN static void
be_killed (const char *folder, int from, int confirmed)
{
  UkStore *store = open_store (folder);
  int i;

  for (i = from;; i++) {
    if (!write_one (store, i, NULL) || write (confirmed, &i, sizeof i) != sizeof i)
      _exit (1);
  }
}

/* Returns: the last number that was confirmed, or @from - 1 */
static int
kill_once (const char *folder, int from)
{
  int ends[2], last = from - 1, i;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    close (ends[0]);
    be_killed (folder, from, ends[1]);
  }
  close (ends[1]);
  /* Every fourth dies while it opens the file. */
  if (g_test_rand_int_range (0, 4) > 0 && read (ends[0], &i, sizeof i) == sizeof i)
    last = i;
  g_usleep ((gulong)g_test_rand_int_range (0, LONGEST_LIFE_US));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (ends[0], &i, sizeof i) == sizeof i)
    last = i;
  close (ends[0]);
  return last;
}

static void
make_knot (UkStore *store)
{
  const UkKnot knot = { .id = (char *)"knot", .region = (char *)"calf", .opened = START };

  g_assert_true (uk_store_save_knot (store, &knot, NULL));
}

static void
test_kill (void)
{
  const char *wanted = g_getenv ("UK_KILLS");
  const guint most = wanted != NULL ? (guint)g_ascii_strtoull (wanted, NULL, 10) : G_MAXUINT;
  const gint64 end = g_get_monotonic_time () + USUAL_SECONDS * G_USEC_PER_SEC;
  g_autofree char *folder = uk_test_make_folder ();
  UkStore *store = open_store (folder);
  int written = 0;
  guint kills;

  make_knot (store);
  g_object_unref (store);
  for (kills = 0; kills < most && (wanted != NULL || g_get_monotonic_time () < end); kills++) {
    const int last = kill_once (folder, written);
    int there;

    store = open_store (folder);
    there = count (store);
    g_assert_cmpint (there, >=, last + 1);
    g_assert_cmpint (there, <=, last + 2);
    if (there > 0) {
      g_autofree char *id = make_run_id (there - 1);
      g_autoptr (UkRunRecord) run = uk_store_find_run (store, id, NULL);

      g_assert_cmpint (run->seconds_done, >=, there - 1);
      g_assert_cmpstr (run->progress, ==, "where it stands");
    }
    written = there;
    g_object_unref (store);
  }
  g_test_message ("%u kills, %d ratings", kills, written);
  g_assert_cmpint (written, >, 0);
  uk_test_remove_folder (folder);
}

static void
fill_disk (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (START);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  UkStore *store = open_store (folder);
  int n = 0;

  make_knot (store);
  while (write_one (store, n, &error))
    n++;
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (n, >, 10);
  g_assert_cmpint (count (store), >=, n);
  g_assert_false (uk_store_back_up_today (folder, now, &error));
  g_assert_nonnull (error);
  backups = uk_store_list_backups (folder);
  g_assert_cmpuint (backups->len, ==, 0);
  g_object_unref (store);

  store = open_store (folder);
  g_assert_cmpint (count (store), >=, n);
  g_object_unref (store);
}

static void
test_full_disk (void)
{
  g_autofree char *folder = uk_test_make_folder ();

  if (geteuid () != 0 || mount ("tmpfs", folder, "tmpfs", 0, "size=800k") != 0) {
    g_test_skip ("only root may make a small disk");
  } else {
    fill_disk (folder);
    umount2 (folder, MNT_DETACH);
  }
  uk_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  g_test_add_func ("/store/full-disk", test_full_disk);
  return g_test_run ();
}
