/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-backup.h"
#include "core/exchange/uk-import.h"
#include "ctl/uk-ctl-data.h"
#include "ctl/uk-ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

static int
usage (const char *text)
{
  g_printerr ("%s\n", text);
  return UK_CTL_USAGE;
}

static int
print_diary (const UkDiary *diary, UkDiaryFormat format, gint64 now, GTimeZone *zone)
{
  g_autoptr (GBytes) bytes = format == UK_DIARY_CSV ? uk_diary_to_csv (diary, zone)
                                                    : uk_diary_to_json (diary, now, zone);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const gboolean ok = fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0;

  return ok ? UK_CTL_OK : UK_CTL_FAILED;
}

static int
export_to (const char *name, UkDiaryFormat format)
{
  g_autoptr (UkStore) store = uk_ctl_open_store ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (UkDiary) diary = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (store == NULL)
    return UK_CTL_FAILED;
  diary = uk_diary_load (store, &error);
  if (diary == NULL)
    return uk_ctl_fail (error);
  if (name == NULL)
    return print_diary (diary, format, g_date_time_to_unix (now), zone);
  file = g_file_new_for_commandline_arg (name);
  return uk_diary_save (diary, format, file, g_date_time_to_unix (now), zone, &error)
             ? UK_CTL_OK
             : uk_ctl_fail (error);
}

/**
 * uk_ctl_export:
 * @argc: number of words
 * @argv: "export" and the file or format
 *
 * Writes knots, runs and ratings into a file or onto the terminal.
 *
 * Returns: the exit status
 */
int
uk_ctl_export (int argc, char **argv)
{
  UkDiaryFormat format;

  if (argc == 2 && g_str_equal (argv[1], "--json"))
    return export_to (NULL, UK_DIARY_JSON);
  if (argc == 2 && g_str_equal (argv[1], "--csv"))
    return export_to (NULL, UK_DIARY_CSV);
  if (argc == 2 && uk_diary_format_from_name (argv[1], &format))
    return export_to (argv[1], format);
  return usage (_ ("Usage: unknotctl export FILE.csv | FILE.json | --csv | --json"));
}

static void
print_preview (const UkImportPreview *preview, gboolean json)
{
  g_autofree char *sentence = uk_import_preview_to_sentence (preview);

  if (json) {
    g_print ("{\"knots\": %u, \"runs\": %u, \"ratings\": %u, \"same\": %u, \"changed\": %u,"
             " \"left-out\": %u}\n",
             preview->n_knots, preview->n_runs, preview->n_ratings, preview->n_same,
             preview->n_changed, preview->n_left_out);
    return;
  }
  g_print ("%s\n", sentence);
  if (preview->n_same > 0)
    g_print (_ ("Here already: %u\n"), preview->n_same);
  if (preview->n_changed > 0)
    g_print (_ ("Here already, but different: %u\n"), preview->n_changed);
  if (preview->n_left_out > 0)
    g_print (_ ("Left out, because their knot is unknown: %u\n"), preview->n_left_out);
}

static int
import_from (const char *name, UkImportRule rule, gboolean dry, gboolean json)
{
  g_autoptr (UkStore) store = uk_ctl_open_store ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (UkDiary) diary = NULL;
  g_autoptr (UkImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return UK_CTL_FAILED;
  diary = uk_diary_open (file, zone, &error);
  import = diary != NULL ? uk_import_new (store, g_steal_pointer (&diary), &error) : NULL;
  if (import == NULL)
    return uk_ctl_fail (error);
  print_preview (uk_import_get_preview (import), json);
  if (dry)
    return UK_CTL_OK;
  if (!uk_backup_keep_before (store, &error) || !uk_import_apply (import, store, rule, &error))
    return uk_ctl_fail (error);
  uk_ctl_tell_service ();
  return UK_CTL_OK;
}

/**
 * uk_ctl_import:
 * @argc: number of words
 * @argv: "import", options and the file
 *
 * Takes knots, runs and ratings over from a file.
 *
 * Returns: the exit status
 */
int
uk_ctl_import (int argc, char **argv)
{
  gboolean dry = FALSE, json = FALSE;
  UkImportRule rule = UK_IMPORT_KEEP;
  const char *name = NULL;
  int i;

  for (i = 1; i < argc; i++) {
    if (g_str_equal (argv[i], "--dry-run"))
      dry = TRUE;
    else if (g_str_equal (argv[i], "--json"))
      json = TRUE;
    else if (g_str_equal (argv[i], "--replace"))
      rule = UK_IMPORT_REPLACE;
    else if (name == NULL && *argv[i] != '-')
      name = argv[i];
    else
      name = "";
  }
  if (name == NULL || *name == '\0')
    return usage (_ ("Usage: unknotctl import [--dry-run] [--replace] [--json] FILE"));
  return import_from (name, rule, dry, json);
}

/**
 * uk_ctl_backup:
 * @argc: number of words
 * @argv: "backup" and the file
 *
 * Writes everything into one file.
 *
 * Returns: the exit status
 */
int
uk_ctl_backup (int argc, char **argv)
{
  g_autoptr (UkStore) store = NULL;
  g_autofree char *routines = uk_ctl_get_routines_folder ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2 || *argv[1] == '-')
    return usage (_ ("Usage: unknotctl backup FILE"));
  store = uk_ctl_open_store ();
  file = g_file_new_for_commandline_arg (argv[1]);
  if (store == NULL)
    return UK_CTL_FAILED;
  return uk_backup_save (store, routines, file, &error) ? UK_CTL_OK : uk_ctl_fail (error);
}

/**
 * uk_ctl_restore:
 * @argc: number of words
 * @argv: "restore" and the file, or "--undo"
 *
 * Makes everything as it was when a backup was made.
 *
 * Returns: the exit status
 */
int
uk_ctl_restore (int argc, char **argv)
{
  g_autoptr (UkStore) store = NULL;
  g_autofree char *routines = uk_ctl_get_routines_folder ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean undo = argc == 2 && g_str_equal (argv[1], "--undo");

  if (argc != 2 || (*argv[1] == '-' && !undo))
    return usage (_ ("Usage: unknotctl restore FILE | --undo"));
  store = uk_ctl_open_store ();
  file = g_file_new_for_commandline_arg (argv[1]);
  if (store == NULL)
    return UK_CTL_FAILED;
  if (undo ? !uk_backup_go_back (store, &error)
           : !uk_backup_restore (store, routines, file, &error))
    return uk_ctl_fail (error);
  uk_ctl_tell_service ();
  return UK_CTL_OK;
}
