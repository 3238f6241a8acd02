/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time/uk-zone.h"

#include "support/uk-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  guint changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "zone", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_name (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, name, -1, &error);
  g_assert_no_error (error);
}

static void
changed_cb (UkZone *zone, Fixture *fixture)
{
  fixture->changes++;
}

static const char *
get_name (UkZone *zone)
{
  return g_time_zone_get_identifier (uk_zone_get (zone));
}

typedef struct {
  UkZone *zone;
  const char *name;
} Wanted;

static gboolean
is_wanted (gpointer data)
{
  Wanted *wanted = data;

  return g_strcmp0 (get_name (wanted->zone), wanted->name) == 0;
}

static gboolean
has_problem (gpointer data)
{
  return uk_zone_get_problem (data) != NULL;
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = g_build_filename (fixture->folder, "next", NULL);
  g_autoptr (UkZone) zone = NULL;

  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe/Berlin", fixture->path), ==, 0);
  zone = uk_zone_new_for_path (fixture->path);
  g_signal_connect (zone, "changed", G_CALLBACK (changed_cb), fixture);
  g_assert_cmpstr (get_name (zone), ==, "Europe/Berlin");
  g_assert_null (uk_zone_get_problem (zone));

  g_assert_cmpint (symlink ("../usr/share/zoneinfo/Asia/Kathmandu", next), ==, 0);
  g_assert_cmpint (g_rename (next, fixture->path), ==, 0);
  uk_test_spin_until (is_wanted, &(Wanted){ zone, "Asia/Kathmandu" }, 10000);
  g_assert_cmpuint (fixture->changes, >=, 1);
}

/* Scenario 28 */
static void
test_last_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkZone) zone = NULL;

  write_name (fixture, "Europe/Berlin\n");
  zone = uk_zone_new_for_path (fixture->path);
  g_assert_cmpstr (get_name (zone), ==, "Europe/Berlin");

  write_name (fixture, "Middle/Earth");
  uk_test_spin_until (has_problem, zone, 10000);
  g_assert_cmpstr (get_name (zone), ==, "Europe/Berlin");

  write_name (fixture, "Asia/Kathmandu");
  uk_test_spin_until (is_wanted, &(Wanted){ zone, "Asia/Kathmandu" }, 10000);
  g_assert_null (uk_zone_get_problem (zone));
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "", "\n", "Middle/Earth", "../../etc/passwd" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (UkZone) zone = NULL;

    write_name (fixture, wrong[i]);
    zone = uk_zone_new_for_path (fixture->path);
    g_assert_cmpstr (get_name (zone), ==, "UTC");
    g_assert_nonnull (uk_zone_get_problem (zone));
  }
}

/* A name may come from a file of somebody else, and lead anywhere. */
static void
test_find (void)
{
  static const char *const wrong[] = { NULL, "", "/", "/etc/passwd", "../../../etc/passwd", "../zoneinfo", "Middle/Earth" };
  g_autoptr (GTimeZone) berlin = uk_zone_find ("Europe/Berlin");
  guint i;

  g_assert_nonnull (berlin);
  for (i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (uk_zone_find (wrong[i]));
}

static void
copy_rules (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename ("/usr/share/zoneinfo", name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)length, NULL));
}

static int
get_offset (UkZone *zone)
{
  int interval = g_time_zone_find_interval (uk_zone_get (zone), G_TIME_TYPE_UNIVERSAL, 1800000000);

  return g_time_zone_get_offset (uk_zone_get (zone), interval);
}

/* Scenario 29: the same zone gets other rules. */
static void
test_new_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkZone) zone = NULL;

  copy_rules (fixture, "Asia/Kathmandu");
  zone = uk_zone_new_for_path (fixture->path);
  g_assert_null (uk_zone_get_problem (zone));
  g_assert_cmpint (get_offset (zone), ==, 20700);
  copy_rules (fixture, "Asia/Tokyo");
  uk_zone_refresh (zone);
  g_assert_cmpint (get_offset (zone), ==, 32400);
}

static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkZone) known = uk_zone_new_fixed ("Europe/Berlin");
  g_autoptr (UkZone) unknown = uk_zone_new_fixed ("Middle/Earth");

  g_assert_cmpstr (get_name (known), ==, "Europe/Berlin");
  g_assert_cmpstr (get_name (unknown), ==, "UTC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/zone/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/zone/28-last-good", Fixture, NULL, set_up, test_last_good, tear_down);
  g_test_add ("/zone/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add_func ("/zone/find", test_find);
  g_test_add ("/zone/29-new-rules", Fixture, NULL, set_up, test_new_rules, tear_down);
  g_test_add ("/zone/fixed", Fixture, NULL, set_up, test_fixed, tear_down);
  return g_test_run ();
}
