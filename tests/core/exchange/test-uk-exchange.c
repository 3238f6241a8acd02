/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-import.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795521600) /* 2026-11-24 12:00 UTC */

typedef struct {
  char *folder;
  UkStore *store;
  GTimeZone *zone;
} Fixture;

static UkStore *
open_store (const char *folder, const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  UkStore *store = uk_store_open (path, now, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const UkKnot knot = { (char *)"odd", (char *)"calf",
                        UK_SIDE_RIGHT, TRUE,
                        UK_VIEW_BACK,  12.345678901234567,
                        -0.1,          (char *)"\"Sharp\", after\r\nrunning; 50 %",
                        NOW - 1000,    NOW - 10 };

  g_autoptr (GPtrArray) newest = NULL;

  fixture->folder = uk_test_make_folder ();
  fixture->store = open_store (fixture->folder, "a");
  fixture->zone = g_time_zone_new_identifier ("Europe/Berlin");
  uk_simulate_history (fixture->store, NOW, UK_HISTORY_MONTH);
  g_assert_true (uk_store_save_knot (fixture->store, &knot, NULL));
  newest = uk_store_list_newest_runs (fixture->store, NULL, UK_SIDE_NONE, 1, NULL);
  g_assert_true (uk_store_note_helped (fixture->store,
                                       ((UkRunRecord *)g_ptr_array_index (newest, 0))->id,
                                       "lighter, \"own\" breath", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_time_zone_unref (fixture->zone);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static GBytes *
write_diary (UkStore *store, UkDiaryFormat format, GTimeZone *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDiary) diary = uk_diary_load (store, &error);

  g_assert_no_error (error);
  return format == UK_DIARY_CSV ? uk_diary_to_csv (diary, zone)
                                : uk_diary_to_json (diary, NOW, zone);
}

static UkDiary *
read_diary (const char *text, gsize length, GTimeZone *zone, GError **error)
{
  return *text == '{' ? uk_diary_from_json (text, length, zone, error)
                      : uk_diary_from_csv (text, length, zone, error);
}

static UkImport *
compare_text (UkStore *store, const char *text, GTimeZone *zone)
{
  g_autoptr (GError) error = NULL;
  UkDiary *diary = read_diary (text, strlen (text), zone, &error);
  UkImport *import;

  g_assert_no_error (error);
  import = uk_import_new (store, diary, &error);
  g_assert_no_error (error);
  return import;
}

static void
import_text (UkStore *store, const char *text, UkImportRule rule, GTimeZone *zone)
{
  g_autoptr (UkImport) import = compare_text (store, text, zone);
  g_autoptr (GError) error = NULL;

  g_assert_true (uk_import_apply (import, store, rule, &error));
  g_assert_no_error (error);
}

/* What goes out and in again is written the same, and is then all here already. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const UkDiaryFormat format = (UkDiaryFormat)GPOINTER_TO_INT (data);
  g_autoptr (GBytes) first = write_diary (fixture->store, format, fixture->zone);
  g_autofree char *text = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  UkStore *other = open_store (fixture->folder, "b");
  g_autoptr (GBytes) second = NULL;
  g_autoptr (UkImport) again = NULL;

  import_text (other, text, UK_IMPORT_KEEP, fixture->zone);
  second = write_diary (other, format, fixture->zone);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  again = compare_text (other, text, fixture->zone);
  g_assert_cmpuint (uk_import_get_preview (again)->n_knots, ==, 0);
  g_assert_cmpuint (uk_import_get_preview (again)->n_runs, ==, 0);
  g_assert_cmpuint (uk_import_get_preview (again)->n_ratings, ==, 0);
  g_assert_cmpuint (uk_import_get_preview (again)->n_changed, ==, 0);
  g_assert_cmpuint (uk_import_get_preview (again)->n_left_out, ==, 0);
  g_assert_cmpuint (uk_import_get_preview (again)->n_same, >, 40);
  g_assert_finalize_object (other);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (UkDiary) diary = uk_diary_load (fixture->store, NULL);
  g_autoptr (UkDiary) read = NULL;
  g_autoptr (GError) error = NULL;
  UkDiaryFormat format;

  g_assert_true (uk_diary_format_from_name (name, &format));
  g_assert_true (uk_diary_save (diary, format, file, NOW, fixture->zone, &error));
  g_assert_no_error (error);
  read = uk_diary_open (file, fixture->zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->knots->len, ==, diary->knots->len);
  g_assert_cmpuint (read->runs->len, ==, diary->runs->len);
  g_assert_cmpuint (read->ratings->len, ==, diary->ratings->len);
}

/* The line ends and quotes of RFC 4180. */
static void
test_csv_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_diary (fixture->store, UK_DIARY_CSV, fixture->zone);
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_true (g_str_has_prefix (text, "record,id,time,end,region,side,knot,run,moment,rating,"));
  g_assert_nonnull (g_strstr_len (text, (gssize)g_bytes_get_size (bytes),
                                  "\"\"\"Sharp\"\", after\r\nrunning; 50 %\",\r\n"));
  g_assert_nonnull (
      g_strstr_len (text, (gssize)g_bytes_get_size (bytes), "2026-11-24T12:43:20+01:00"));
}

static int
find_value (UkStore *store, const char *knot)
{
  g_autoptr (UkRating) rating = uk_store_find_last_rating (store, knot, NULL);

  return rating != NULL ? rating->value : -1;
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  const char *text = "record,id,time,region,side,knot,rating,routine,note\n"
                     "knot,odd,2026-11-24T10:00:00Z,calf,left,,,,changed\n"
                     "knot,new,2026-11-24T10:00:00Z,rhomboids,left,,,,\n"
                     "run,r1,2026-11-24T10:00:00Z,,,,,some-routine,\n"
                     "rating,,2026-11-24T10:00:00Z,,,new,7,,\n"
                     "rating,,2026-11-24T10:00:00Z,,,nowhere,7,,\n";
  g_autoptr (UkImport) import = compare_text (fixture->store, text, fixture->zone);
  const UkImportPreview *preview = uk_import_get_preview (import);
  g_autofree char *sentence = uk_import_preview_to_sentence (preview);
  g_autoptr (UkKnot) kept = NULL;
  g_autoptr (UkKnot) replaced = NULL;

  g_assert_cmpuint (preview->n_knots, ==, 1);
  g_assert_cmpuint (preview->n_runs, ==, 1);
  g_assert_cmpuint (preview->n_ratings, ==, 1);
  g_assert_cmpuint (preview->n_changed, ==, 1);
  g_assert_cmpuint (preview->n_left_out, ==, 1);
  g_assert_cmpstr (sentence, ==, "New: 1 knot, 1 run, 1 rating");

  import_text (fixture->store, text, UK_IMPORT_KEEP, fixture->zone);
  kept = uk_store_find_knot (fixture->store, "odd", NULL);
  g_assert_cmpint (kept->side, ==, UK_SIDE_RIGHT);
  g_assert_cmpint (find_value (fixture->store, "new"), ==, 7);
  import_text (fixture->store, text, UK_IMPORT_REPLACE, fixture->zone);
  replaced = uk_store_find_knot (fixture->store, "odd", NULL);
  g_assert_cmpint (replaced->side, ==, UK_SIDE_LEFT);
  g_assert_cmpstr (replaced->note, ==, "changed");
}

/* The same rating with another number is a correction, not a second one. */
static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  const char *before = "time,rating,region,side\n2026-11-20,5,calf,left\n";
  const char *after = "time;rating;region;side\r\n2026-11-20;3;calf;left\r\n";
  g_autoptr (UkKnot) knot = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  import_text (fixture->store, before, UK_IMPORT_KEEP, fixture->zone);
  import_text (fixture->store, before, UK_IMPORT_KEEP, fixture->zone);
  import_text (fixture->store, after, UK_IMPORT_REPLACE, fixture->zone);
  knot = uk_store_find_open_knot (fixture->store, "calf", UK_SIDE_LEFT, NULL);
  ratings = uk_store_list_ratings (fixture->store, knot->id, NULL);
  g_assert_cmpuint (ratings->len, ==, 1);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 0))->value, ==, 3);
}

/* A table by hand goes to the knot that is treated at the place. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  import_text (fixture->store,
               "\xef\xbb\xbfTime, Rating ,mood,Region,Side\r\n2026-11-24T11:59:00Z,9,fine,"
               "upper-trapezius,left\r\n\r\n"
                   + 3,
               UK_IMPORT_KEEP, fixture->zone);
  g_assert_cmpint (find_value (fixture->store, "shoulder"), ==, 9);
}

static void
test_hostile (gconstpointer data)
{
  const char *text = data;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDiary) diary = read_diary (text, strlen (text), utc, &error);

  g_assert_null (diary);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_binary (void)
{
  static const char text[] = "time,rating\n\0\0\0\xff\xfe";
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (UkDiary) diary = uk_diary_from_csv (text, sizeof text, utc, NULL);

  g_assert_null (diary);
}

int
main (int argc, char **argv)
{
  static const char *const hostile[] = {
    "",
    "{}",
    "{\"format\": \"unknot-diary\", \"version\": 2}",
    "{\"format\": \"other\", \"version\": 1}",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"ratings\": [{\"rating\": 5}]}",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"ratings\": 5}",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"ratings\": [{\"time\": \"2026-11-24\","
    " \"rating\": 11}]}",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"ratings\": [{\"time\": \"2026-11-24\","
    " \"rating\": 1e999}]}",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"knots\": [{\"id\": \"a\", \"region\": \"b\","
    " \"opened\": \"2026-11-24\", \"side\": \"up\"}]}",
    "hello",
    "time,rating\n2026-11-24,5\n",
    "time,rating,region\n2026-11-24,-1,calf\n",
    "time,rating,region\n2026-11-24,5.5,calf\n",
    "time,rating,region\nnever,5,calf\n",
    "time,rating,region\n2026-11-24,5,\"calf\n",
    "time,rating,region\n2026-11-24,5,\"calf\"x\n",
    "time,rating,region\n2026-11-24,5,\xff\n",
    "record,time,rating,region\nthing,2026-11-24,5,calf\n",
    "record,time,rating,routine\nrun,2026-11-24,,ball\n",
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/json", Fixture, GINT_TO_POINTER (UK_DIARY_JSON), set_up, test_round_trip,
              tear_down);
  g_test_add ("/exchange/csv", Fixture, GINT_TO_POINTER (UK_DIARY_CSV), set_up, test_round_trip,
              tear_down);
  g_test_add ("/exchange/file/json", Fixture, "diary.json", set_up, test_file, tear_down);
  g_test_add ("/exchange/file/csv", Fixture, "diary.CSV", set_up, test_file, tear_down);
  g_test_add ("/exchange/csv-form", Fixture, NULL, set_up, test_csv_form, tear_down);
  g_test_add ("/exchange/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/exchange/corrected", Fixture, NULL, set_up, test_corrected, tear_down);
  g_test_add ("/exchange/by-hand", Fixture, NULL, set_up, test_by_hand, tear_down);
  g_test_add_func ("/exchange/binary", test_binary);
  for (i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autofree char *path = g_strdup_printf ("/exchange/hostile/%u", i);

    g_test_add_data_func (path, hostile[i], test_hostile);
  }
  return g_test_run ();
}
