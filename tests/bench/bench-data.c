/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten years of heavy use: how large the file is, how long it takes to write and to read everything,
 * to back it up, and to paint the plot again; as seconds and as times of SQLite alone walking
 * through all ratings. */
#include "art/plot/uk-trend-paint.h"
#include "core/exchange/uk-import.h"
#include "core/store/uk-store-backup.h"
#include "core/store/uk-store-history.h"
#include "core/store/uk-store-private.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>

#define NOW G_GINT64_CONSTANT (1795521600)
#define POINTS 60

static double walk; /* milliseconds */

static double
get_ms (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static void
tell (const char *what, gint64 start)
{
  const double ms = get_ms (start);

  g_print ("%-28s %8.1f ms  %6.2f x SQLite reading all ratings\n", what, ms, ms / walk);
}

static void
walk_cb (sqlite3_stmt *statement, gpointer data)
{
  *(gint64 *)data += sqlite3_column_int64 (statement, 0);
}

static void
measure_walk (UkStore *store)
{
  gint64 sum = 0, start = g_get_monotonic_time ();

  g_assert_true (uk_store_visit (store, walk_cb, &sum, NULL, "SELECT value FROM ratings", ""));
  walk = get_ms (start);
}

static void
measure_exchange (UkStore *store, UkDiaryFormat format, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *what = g_strdup_printf ("export, %s", name);
  g_autofree char *back = g_strdup_printf ("import preview, %s", name);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (UkDiary) diary = NULL;
  g_autoptr (UkImport) import = NULL;
  gint64 start = g_get_monotonic_time ();

  diary = uk_diary_load (store, NULL);
  g_assert_true (uk_diary_save (diary, format, file, NOW, utc, NULL));
  tell (what, start);
  start = g_get_monotonic_time ();
  import = uk_import_new (store, uk_diary_open (file, utc, NULL), NULL);
  g_assert_cmpuint (uk_import_get_preview (import)->n_ratings, ==, 0);
  tell (back, start);
}

static void
measure_plot (UkStore *store)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);
  g_autoptr (GArray) samples = NULL;
  g_autoptr (GArray) points = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 400);
  cairo_t *cr = cairo_create (surface);
  UkTrendFrame frame;
  gint64 start = g_get_monotonic_time ();

  samples = uk_store_list_samples (store, "most", 0, FALSE, NULL);
  points = uk_trend_points_new (samples, UK_TREND_MEAN, g_date_time_get_timezone (now), POINTS);
  tell ("points of the plot", start);
  frame = uk_trend_frame_new (1200, 400, 26, points);
  uk_trend_paint (cr, &frame, points, 0, now, font, uk_plot_palette_get (FALSE, FALSE));
  start = g_get_monotonic_time ();
  uk_trend_paint (cr, &frame, points, 1, now, font, uk_plot_palette_get (FALSE, FALSE));
  tell ("plot painted again", start);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = uk_test_make_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  UkStore *store = uk_store_open (folder, now, NULL, NULL);
  GStatBuf status;
  gint64 start;

  uk_simulate_history (store, NOW, UK_HISTORY_HUGE);
  measure_walk (store);
  start = g_get_monotonic_time ();
  g_assert_true (uk_store_back_up (store, copy, NULL, NULL));
  tell ("backup", start);
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_print ("%-28s %8.1f MB\n", "database", (double)status.st_size / 1e6);
  measure_exchange (store, UK_DIARY_CSV, folder, "all.csv");
  measure_exchange (store, UK_DIARY_JSON, folder, "all.json");
  measure_plot (store);
  g_object_unref (store);
  uk_test_remove_folder (folder);
  return 0;
}
