/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-iso-time.h"
#include "core/exchange/uk-json.h"
#include "core/insight/uk-log.h"
#include "ctl/uk-ctl-data.h"
#include "ctl/uk-ctl.h"

#include <glib/gi18n.h>

#define HISTORY_ROWS 50
#define MOST_ROWS 1000000

/* ---- log ---- */

/* The knot that is treated there, or a new one. */
static char *
find_knot (UkStore *store, const char *region, UkSide side, gint64 at, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (UkKnot) knot = uk_store_find_open_knot (store, region, side, &local_error);

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (knot == NULL) {
    knot = g_new0 (UkKnot, 1);
    knot->id = g_uuid_string_random ();
    knot->region = g_strdup (region);
    knot->side = side;
    knot->opened = at;
    if (!uk_store_save_knot (store, knot, error))
      return NULL;
  }
  return g_strdup (knot->id);
}

static int
rate (const char *place, gint64 value, gint64 at)
{
  g_autoptr (UkCatalogue) catalogue = uk_ctl_load_catalogue ();
  UkSide side;
  g_autofree char *region = uk_ctl_parse_place (catalogue, place, &side);
  g_autoptr (UkStore) store = NULL;
  g_autofree char *knot = NULL;
  g_autofree char *words = NULL;
  g_autoptr (UkUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (region == NULL)
    return UK_CTL_USAGE;
  store = uk_ctl_open_store ();
  if (store == NULL)
    return UK_CTL_FAILED;
  knot = find_knot (store, region, side, at, &error);
  undo = knot != NULL ? uk_log_rate (store, knot, at, (int)value, &error) : NULL;
  if (undo == NULL)
    return uk_ctl_fail (error);
  words = uk_ctl_describe_place (catalogue, region, side);
  /* Translators: a place of the body, then a number from 0 to 10 */
  g_print (_ ("%s: %d\n"), words, (int)value);
  uk_ctl_tell_service ();
  return UK_CTL_OK;
}

/**
 * uk_ctl_log:
 * @argc: number of words
 * @argv: "log", a place, a number and perhaps "--at" with a time
 *
 * Writes down how a place feels.
 *
 * Returns: the exit status
 */
int
uk_ctl_log (int argc, char **argv)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 value, at = g_date_time_to_unix (now);
  const gboolean with_time = argc == 5 && g_str_equal (argv[3], "--at");

  if ((argc != 3 && !with_time) || !g_ascii_string_to_signed (argv[2], 10, 0, 10, &value, NULL)
      || (with_time && !uk_iso_time_parse (argv[4], g_date_time_get_timezone (now), &at))) {
    g_printerr ("%s\n", _ ("Usage: unknotctl log REGION[:left|:right] 0…10 [--at TIME]"));
    return UK_CTL_USAGE;
  }
  if (at > g_date_time_to_unix (now)) {
    g_printerr ("%s\n", _ ("unknotctl: that is in the future"));
    return UK_CTL_USAGE;
  }
  return rate (argv[1], value, at);
}

/* ---- history ---- */

static const UkKnot *
find_in_list (GPtrArray *knots, const char *id)
{
  guint i;

  for (i = 0; id != NULL && i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);

    if (g_str_equal (knot->id, id))
      return knot;
  }
  return NULL;
}

static void
append_number (GString *json, const char *name, const UkRating *rating)
{
  if (rating != NULL)
    g_string_append_printf (json, ", \"%s\": %d", name, rating->value);
}

static void
print_entry_json (const UkLogEntry *entry, const UkKnot *knot, GTimeZone *zone)
{
  g_autoptr (GString) json = g_string_new ("{\"time\": \"");
  const char *region = entry->run != NULL ? entry->run->region : knot != NULL ? knot->region : NULL;
  const UkSide side = entry->run != NULL ? entry->run->side
                      : knot != NULL     ? knot->side
                                         : UK_SIDE_NONE;

  uk_iso_time_append (json, entry->at, zone);
  g_string_append (json, "\", \"region\": ");
  uk_json_append_string (json, region);
  g_string_append_printf (json, ", \"side\": \"%s\"", uk_side_to_id (side));
  if (entry->run != NULL) {
    g_string_append (json, ", \"routine\": ");
    uk_json_append_string (json, entry->run->routine);
    g_string_append_printf (json, ", \"seconds\": %d", entry->run->seconds_done);
  }
  append_number (json, "before", entry->before);
  append_number (json, "after", entry->after);
  append_number (json, "rating", entry->logged);
  g_print ("%s}", json->str);
}

static char *
describe_value (const UkLogEntry *entry)
{
  if (entry->before != NULL && entry->after != NULL)
    return g_strdup_printf ("%d → %d", entry->before->value, entry->after->value);
  if (entry->before == NULL && entry->after == NULL && entry->logged == NULL)
    return g_strdup ("–");
  return g_strdup_printf ("%d", (entry->before != NULL  ? entry->before
                                 : entry->after != NULL ? entry->after
                                                        : entry->logged)
                                    ->value);
}

static void
print_entry (const UkLogEntry *entry, const UkKnot *knot, UkCatalogue *catalogue, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->at);
  g_autoptr (GDateTime) at = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *when = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
  g_autofree char *value = describe_value (entry);
  g_autofree char *place
      = entry->run != NULL ? uk_ctl_describe_place (catalogue, entry->run->region, entry->run->side)
        : knot != NULL     ? uk_ctl_describe_place (catalogue, knot->region, knot->side)
                           : g_strdup ("");
  const UkRoutine *routine
      = entry->run != NULL ? uk_catalogue_get_routine (catalogue, entry->run->routine) : NULL;
  const char *what = routine != NULL      ? routine->title
                     : entry->run != NULL ? entry->run->routine
                                          : _ ("How it felt");

  g_print ("%s  %-7s  %s%s%s\n", when, value, place, *place != '\0' ? ": " : "", what);
}

static int
print_history (guint limit, gboolean json)
{
  g_autoptr (UkCatalogue) catalogue = uk_ctl_load_catalogue ();
  g_autoptr (UkStore) store = uk_ctl_open_store ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) knots = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gboolean more;
  guint i;

  if (store == NULL)
    return UK_CTL_FAILED;
  knots = uk_store_list_knots (store, &error);
  entries = knots != NULL ? uk_log_load (store, NULL, limit, &more, &error) : NULL;
  if (entries == NULL)
    return uk_ctl_fail (error);
  if (json)
    g_print ("[");
  for (i = 0; i < entries->len; i++) {
    const UkLogEntry *entry = g_ptr_array_index (entries, i);
    const UkKnot *knot = entry->logged != NULL ? find_in_list (knots, entry->logged->knot) : NULL;

    if (json) {
      g_print (i == 0 ? "\n" : ",\n");
      print_entry_json (entry, knot, zone);
    } else {
      print_entry (entry, knot, catalogue, zone);
    }
  }
  if (json)
    g_print ("\n]\n");
  return UK_CTL_OK;
}

/**
 * uk_ctl_history:
 * @argc: number of words
 * @argv: "history" and options
 *
 * Lists runs and ratings, the newest first.
 *
 * Returns: the exit status
 */
int
uk_ctl_history (int argc, char **argv)
{
  gboolean json = FALSE, wrong = FALSE;
  gint64 limit = HISTORY_ROWS;
  int i;

  for (i = 1; i < argc; i++) {
    if (g_str_equal (argv[i], "--json"))
      json = TRUE;
    else if (g_str_equal (argv[i], "--limit") && i + 1 < argc)
      wrong |= !g_ascii_string_to_signed (argv[++i], 10, 1, MOST_ROWS, &limit, NULL);
    else
      wrong = TRUE;
  }
  if (wrong) {
    g_printerr ("%s\n", _ ("Usage: unknotctl history [--json] [--limit NUMBER]"));
    return UK_CTL_USAGE;
  }
  return print_history ((guint)limit, json);
}
