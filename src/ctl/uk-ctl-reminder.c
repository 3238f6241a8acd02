/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/reminders/uk-due-words.h"
#include "ctl/uk-ctl.h"
#include "dbus/uk-reminder-client.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

#define NEXT_DAYS 7

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

static int
list (UkReminderClient *client)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter;
  guint i;

  waiter_init (&waiter);
  uk_reminder_client_list_async (client, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  reminders = uk_reminder_client_list_finish (client, result, &error);
  if (reminders == NULL)
    return fail (error);
  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);
    g_autofree char *sentence = uk_recurrence_to_sentence (reminder->recurrence);

    g_print ("%4" G_GINT64_FORMAT "  %-3s  %s: %s\n", reminder->id,
             reminder->enabled ? _ ("on") : _ ("off"), sentence, reminder->title);
  }
  return UK_CTL_OK;
}

static int
next (UkReminderClient *client)
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

    g_print ("%s: %s\n", when, item->title);
  }
  return UK_CTL_OK;
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
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
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
  g_resources_register (uk_data_get_resource ());
  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
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
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (UkReminder) reminder = parse_reminder (argc, argv, &error);
  Waiter waiter;
  gint64 id;

  if (reminder == NULL)
    return refuse (error->message);
  waiter_init (&waiter);
  uk_reminder_client_save_async (client, reminder, NULL, answered_cb, &waiter);
  result = waiter_wait (&waiter);
  id = uk_reminder_client_save_finish (client, result, &error);
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
           "  list                                        %s\n"
           "  next                                        %s\n"
           "  add ROUTINE [--days DAYS] --at TIME...      %s\n"
           "  remove NUMBER                               %s\n",
           _ ("Usage: unknotctl reminder COMMAND"), _ ("All reminders"),
           _ ("What comes in the next seven days"),
           _ ("A new one: --days mo-fr --at 10:00 --at 15:00"), _ ("Delete one"));
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

  if (g_str_equal (command, "--help")) {
    print_help ();
    return UK_CTL_OK;
  }
  if (g_str_equal (command, "list") && argc == 2)
    return list (client);
  if (g_str_equal (command, "next") && argc == 2)
    return next (client);
  if (g_str_equal (command, "add"))
    return add (client, argc - 1, argv + 1);
  if (g_str_equal (command, "remove") && argc == 3)
    return remove_one (client, argv[2]);
  return refuse (_ ("say list, next, add or remove"));
}
