/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-diary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ten years of heavy use are 60 MB. */
#define LARGEST_FILE (256 * 1024 * 1024)

/**
 * uk_diary_new:
 *
 * Returns: (transfer full): one in which nothing stands
 */
UkDiary *
uk_diary_new (void)
{
  UkDiary *diary = g_new0 (UkDiary, 1);

  diary->knots = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_knot_free);
  diary->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_run_record_free);
  diary->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_rating_free);
  diary->assumed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return diary;
}

void
uk_diary_free (UkDiary *diary)
{
  if (diary == NULL)
    return;
  g_ptr_array_unref (diary->knots);
  g_ptr_array_unref (diary->runs);
  g_ptr_array_unref (diary->ratings);
  g_hash_table_unref (diary->assumed);
  g_free (diary);
}

/**
 * uk_diary_load:
 * @store: where everything is
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all knots, runs and ratings; %NULL with an error
 */
UkDiary *
uk_diary_load (UkStore *store, GError **error)
{
  g_autoptr (UkDiary) diary = NULL;
  g_autoptr (GPtrArray) knots = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  g_return_val_if_fail (UK_IS_STORE (store), NULL);

  knots = uk_store_list_knots (store, error);
  runs = knots != NULL ? uk_store_list_runs (store, 0, G_MAXINT64, error) : NULL;
  ratings = runs != NULL ? uk_store_list_all_ratings (store, error) : NULL;
  if (ratings == NULL)
    return NULL;
  diary = g_new0 (UkDiary, 1);
  diary->knots = g_steal_pointer (&knots);
  diary->runs = g_steal_pointer (&runs);
  diary->ratings = g_steal_pointer (&ratings);
  diary->assumed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return g_steal_pointer (&diary);
}

/**
 * uk_diary_format_from_name:
 * @name: name of a file
 * @format: (out): what its ending says
 *
 * Returns: whether the ending is one that is known
 */
gboolean
uk_diary_format_from_name (const char *name, UkDiaryFormat *format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  *format = g_str_has_suffix (lower, ".csv") ? UK_DIARY_CSV : UK_DIARY_JSON;
  return *format == UK_DIARY_CSV || g_str_has_suffix (lower, ".json");
}

/**
 * uk_diary_save:
 * @format: what to write
 * @file: where to; replaced as a whole or not at all
 * @now: the present, Unix seconds
 * @zone: the local zone
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
uk_diary_save (const UkDiary *diary,
               UkDiaryFormat format,
               GFile *file,
               gint64 now,
               GTimeZone *zone,
               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (diary != NULL && G_IS_FILE (file) && zone != NULL, FALSE);

  bytes = format == UK_DIARY_CSV ? uk_diary_to_csv (diary, zone)
                                 : uk_diary_to_json (diary, now, zone);
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}

static gboolean
check_size (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && g_file_info_get_size (info) <= LARGEST_FILE)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is not a file that Unknot or a spreadsheet wrote"));
  return FALSE;
}

/**
 * uk_diary_open:
 * @file: a CSV or JSON file of whatever origin
 * @zone: the zone of times without offset
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands in it; %NULL with an error that names the line
 */
UkDiary *
uk_diary_open (GFile *file, GTimeZone *zone, GError **error)
{
  g_autofree char *text = NULL;
  const char *start;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file) && zone != NULL, NULL);

  if (!check_size (file, error) || !g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  /* Spreadsheets begin with a byte order mark. */
  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  length -= (gsize)(start - text);
  while (length > 0 && strchr (" \t\r\n", *start) != NULL && *start != '\0') {
    start++;
    length--;
  }
  return *start == '{' ? uk_diary_from_json (start, length, zone, error)
                       : uk_diary_from_csv (start, length, zone, error);
}
