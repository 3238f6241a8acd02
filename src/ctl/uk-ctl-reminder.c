/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/reminders/uk-calendar-import.h"
#include "core/reminders/uk-due-words.h"
#include "core/reminders/uk-reminder-calendar.h"
#include "core/time/uk-clock.h"
#include "ctl/uk-ctl.h"
#include "dbus/uk-reminder-client.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

#define NEXT_DAYS 7
#define HISTORY_ROWS 100

/* Waits for the one answer that it is given to. */
typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
} Waiter;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = g_object_ref (result);
  g_main_loop_quit (waiter->loop);
}

static void
waiter_init (Waiter *waiter)
{
  waiter->loop = g_main_loop_new (NULL, FALSE);
  waiter->result = NULL;
}

static GAsyncResult *
waiter_wait (Waiter *waiter)
{
  g_main_loop_run (waiter->loop);
  g_main_loop_unref (waiter->loop);
  return waiter->result;
}

static int
fail (const GError *error)
{
  g_printerr ("unknotctl reminder: %s\n", error->message);
  return UK_CTL_FAILED;
}

static int
refuse (const char *message)
{
  g_printerr (_ ("unknotctl reminder: %s; see unknotctl reminder --help\n"), message);
  return UK_CTL_USAGE;
}

static GPtrArray *
fetch_reminders (UkReminderClient *client, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Waiter waiter;

  waiter_init (&waiter);
  uk_reminder_client_list_async (client, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  return uk_reminder_client_list_finish (client, result, error);
}

/* A JSON string. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");
  const char *p;

  for (p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (quoted, '\\');
    if ((guchar)*p < 0x20)
      g_string_append_printf (quoted, "\\u%04x", (guint)(guchar)*p);
    else
      g_string_append_c (quoted, *p);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static void
print_reminder_json (const UkReminder *reminder)
{
  g_autofree char *rule = uk_recurrence_to_string (reminder->recurrence);
  g_autofree char *sentence = uk_recurrence_to_sentence (reminder->recurrence);
  g_autofree char *sentence_json = quote (sentence);
  g_autofree char *title = quote (reminder->title);

  g_print ("{\"id\": %" G_GINT64_FORMAT ", \"kind\": \"%s\", \"enabled\": %s, \"title\": %s,"
           " \"routine\": \"%s\", \"rule\": \"%s\", \"sentence\": %s}",
           reminder->id, uk_reminder_kind_to_id (reminder->kind),
           reminder->enabled ? "true" : "false", title, reminder->routine, rule, sentence_json);
}

static void
print_reminder (const UkReminder *reminder)
{
  g_autofree char *sentence = uk_recurrence_to_sentence (reminder->recurrence);

  g_print ("%4" G_GINT64_FORMAT "  %-3s  %s: %s\n", reminder->id,
           reminder->enabled ? _ ("on") : _ ("off"), sentence, reminder->title);
}

static int
list (UkReminderClient *client, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = fetch_reminders (client, &error);
  guint i;

  if (reminders == NULL)
    return fail (error);
  for (i = 0; i < reminders->len; i++) {
    if (json) {
      g_print ("%s", i == 0 ? "[" : ",\n ");
      print_reminder_json (g_ptr_array_index (reminders, i));
    } else {
      print_reminder (g_ptr_array_index (reminders, i));
    }
  }
  if (json)
    g_print ("%s]\n", reminders->len == 0 ? "[" : "");
  return UK_CTL_OK;
}

static int
next (UkReminderClient *client, gboolean json)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) coming = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter;
  guint i;

  waiter_init (&waiter);
  uk_reminder_client_list_coming_async (client, NEXT_DAYS, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  coming = uk_reminder_client_list_coming_finish (client, result, &error);
  if (coming == NULL)
    return fail (error);
  for (i = 0; i < coming->len; i++) {
    const UkComing *item = g_ptr_array_index (coming, i);
    g_autofree char *when = uk_due_describe (item->due, g_get_real_time () / G_USEC_PER_SEC, zone);
    g_autofree char *title = quote (item->title);

    if (json)
      g_print ("%s{\"occurrence\": \"%s\", \"reminder\": %" G_GINT64_FORMAT
               ", \"due\": %" G_GINT64_FORMAT ", \"title\": %s, \"snoozed\": %s}",
               i == 0 ? "[" : ",\n ", item->id, item->reminder, item->due, title,
               item->snoozed ? "true" : "false");
    else
      g_print ("%s: %s\n", when, item->title);
  }
  if (json)
    g_print ("%s]\n", coming->len == 0 ? "[" : "");
  return UK_CTL_OK;
}

static int
history (UkReminderClient *client, gboolean json)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter;
  guint i;

  waiter_init (&waiter);
  uk_reminder_client_list_history_async (client, g_get_real_time () / G_USEC_PER_SEC + 1,
                                         HISTORY_ROWS, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  past = uk_reminder_client_list_history_finish (client, result, &error);
  if (past == NULL)
    return fail (error);
  for (i = 0; i < past->len; i++) {
    const UkPast *item = g_ptr_array_index (past, i);
    const char *state = uk_occurrence_state_to_id (item->state);
    g_autofree char *title = quote (item->title);

    if (json)
      g_print ("%s{\"occurrence\": \"%s\", \"due\": %" G_GINT64_FORMAT
               ", \"title\": %s, \"state\": \"%s\", \"snoozes\": %u}",
               i == 0 ? "[" : ",\n ", item->id, item->due, title, state, item->snoozes);
    else
      g_print ("%-24s  %-8s  %s\n", item->id, state, item->title);
  }
  if (json)
    g_print ("%s]\n", past->len == 0 ? "[" : "");
  return UK_CTL_OK;
}

static int
export_calendar (UkReminderClient *client)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = fetch_reminders (client, &error);
  g_autofree char *text = NULL;

  if (reminders == NULL)
    return fail (error);
  text
      = uk_reminder_to_calendar (reminders, uk_day_at (zone, g_date_time_to_unix (now), NULL), now);
  g_print ("%s", text);
  return UK_CTL_OK;
}

/* "30" minutes, "on" until told, "off" to go on */
static int
pause_all (UkReminderClient *client, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint64 minutes;
  gint64 until;
  Waiter waiter;

  if (g_str_equal (text, "off"))
    until = 0;
  else if (g_str_equal (text, "on"))
    until = UK_NEVER;
  else if (g_ascii_string_to_unsigned (text, 10, 1, 60 * 24 * 366, &minutes, NULL))
    until = g_get_real_time () / G_USEC_PER_SEC + (gint64)minutes * 60;
  else
    return refuse (_ ("“pause” wants a number of minutes, on or off"));
  waiter_init (&waiter);
  uk_reminder_client_pause_async (client, until, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  return uk_reminder_client_do_finish (client, result, &error) ? UK_CTL_OK : fail (error);
}

static UkCatalogue *
load_catalogue (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkCatalogue *catalogue = uk_catalogue_new ();

  g_resources_register (uk_data_get_resource ());
  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  return catalogue;
}

static gint64
save (UkReminderClient *client, const UkReminder *reminder, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Waiter waiter;

  waiter_init (&waiter);
  uk_reminder_client_save_async (client, reminder, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  return uk_reminder_client_save_finish (client, result, error);
}

/* Tells of each event what becomes of it, with its line. */
static int
import_calendar (UkReminderClient *client, const char *path)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (UkCatalogue) catalogue = load_catalogue ();
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status = UK_CTL_OK;
  gsize length;
  guint i;

  if (!g_file_get_contents (path, &text, &length, &error))
    return fail (error);
  known = fetch_reminders (client, &error);
  if (known != NULL)
    findings = uk_calendar_import (text, length, known, catalogue, zone,
                                   uk_day_at (zone, g_get_real_time () / G_USEC_PER_SEC, NULL),
                                   &error);
  if (findings == NULL)
    return fail (error);
  for (i = 0; i < findings->len; i++) {
    const UkCalendarFinding *finding = g_ptr_array_index (findings, i);

    if (finding->reminder != NULL && save (client, finding->reminder, &error) != 0) {
      g_print ("%s:%u: %s\n", path, finding->line, finding->message);
      continue;
    }
    g_printerr ("%s:%u: %s\n", path, finding->line,
                error == NULL ? finding->message : error->message);
    g_clear_error (&error);
    status = UK_CTL_FAILED;
  }
  return status;
}

/* Reads what was typed after "add"; returns %NULL and what is wrong in @error. */
static UkReminder *
parse_reminder (int argc, char **argv, GError **error)
{
  g_autofree char *days = NULL;
  g_auto (GStrv) times = NULL;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days,
      N_ ("mo-fr, daily, weekdays, weekends, mo,we; daily if not given"), N_ ("DAYS") },
    { "at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &times, N_ ("Time of day; may be given several times"),
      N_ ("TIME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (UkCatalogue) catalogue = NULL;
  g_autoptr (UkRecurrence) recurrence = NULL;
  guint i, minute, weekdays = UK_EVERY_DAY;
  const UkRoutine *routine;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return NULL;
  if (argc != 2) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                         _ ("“add” wants the id of one routine"));
    return NULL;
  }
  catalogue = load_catalogue ();
  routine = uk_catalogue_get_routine (catalogue, argv[1]);
  if (routine == NULL) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("there is no routine “%s”"),
                 argv[1]);
    return NULL;
  }
  if (days != NULL && !uk_weekdays_parse (days, &weekdays)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” are no days such as mo-fr"), days);
    return NULL;
  }
  for (i = 0; times != NULL && times[i] != NULL; i++) {
    if (!uk_wall_time_parse (times[i], &minute)) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no time such as 15:00"), times[i]);
      return NULL;
    }
    g_array_append_val (minutes, minute);
  }
  if (minutes->len == 0) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("give a time: --at 15:00"));
    return NULL;
  }
  recurrence = uk_recurrence_new (weekdays, (const guint *)(gconstpointer)minutes->data,
                                  minutes->len, UK_DAY_NONE, UK_DAY_NONE, error);
  return recurrence == NULL ? NULL : uk_reminder_new (routine->id, routine->title, recurrence);
}

static int
add (UkReminderClient *client, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkReminder) reminder = parse_reminder (argc, argv, &error);
  gint64 id;

  if (reminder == NULL)
    return refuse (error->message);
  id = save (client, reminder, &error);
  if (id == 0)
    return fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return UK_CTL_OK;
}

static int
remove_one (UkReminderClient *client, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter;
  gint64 id;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return refuse (_ ("“remove” wants a number that “list” shows"));
  waiter_init (&waiter);
  uk_reminder_client_delete_async (client, id, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  return uk_reminder_client_do_finish (client, result, &error) ? UK_CTL_OK : fail (error);
}

static void
print_help (void)
{
  g_print ("%s\n\n"
           "  list [--json]                               %s\n"
           "  next [--json]                               %s\n"
           "  history [--json]                            %s\n"
           "  add ROUTINE [--days DAYS] --at TIME...      %s\n"
           "  remove NUMBER                               %s\n"
           "  pause MINUTES|on|off                        %s\n"
           "  export                                      %s\n"
           "  import FILE                                 %s\n",
           _ ("Usage: unknotctl reminder COMMAND"), _ ("All reminders"),
           _ ("What comes in the next seven days"), _ ("What became of the last hundred"),
           _ ("A new one: --days mo-fr --at 10:00 --at 15:00"), _ ("Delete one"),
           _ ("Keep all silent for so long, until told, or no more"),
           _ ("All as an iCalendar file"), _ ("Those of an iCalendar file; tells of each event"));
}

/**
 * uk_ctl_reminder:
 * @argc: number of words
 * @argv: "reminder" and what to do
 *
 * Asks the reminder service, starting it.
 *
 * Returns: the exit status
 */
int
uk_ctl_reminder (int argc, char **argv)
{
  g_autoptr (UkReminderClient) client = uk_reminder_client_new ();
  const char *command = argc > 1 ? argv[1] : "";
  gboolean json = argc == 3 && g_str_equal (argv[2], "--json");

  if (g_str_equal (command, "--help")) {
    print_help ();
    return UK_CTL_OK;
  }
  if (g_str_equal (command, "list") && (argc == 2 || json))
    return list (client, json);
  if (g_str_equal (command, "next") && (argc == 2 || json))
    return next (client, json);
  if (g_str_equal (command, "history") && (argc == 2 || json))
    return history (client, json);
  if (g_str_equal (command, "export") && argc == 2)
    return export_calendar (client);
  if (g_str_equal (command, "import") && argc == 3)
    return import_calendar (client, argv[2]);
  if (g_str_equal (command, "pause") && argc == 3)
    return pause_all (client, argv[2]);
  if (g_str_equal (command, "add"))
    return add (client, argc - 1, argv + 1);
  if (g_str_equal (command, "remove") && argc == 3)
    return remove_one (client, argv[2]);
  return refuse (_ ("say list, next, history, add, remove, pause, export or import"));
}
