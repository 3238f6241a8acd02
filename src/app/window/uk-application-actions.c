/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/window/uk-application-private.h"

#include <glib/gi18n.h>

/* Actions are exported on the bus: their targets come from anywhere and are checked. */

static void
quit_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  adw_show_about_window (GTK_WINDOW (uk_application_present_window (data)),
                         "application-name", _ ("Unknot"),
                         "application-icon", UK_APP_ID,
                         "version", UK_VERSION,
                         "developer-name", _ ("The Unknot contributors"),
                         "copyright", "© 2026 The Unknot contributors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "website", "https://codeberg.org/unknot/unknot",
                         "issue-url", "https://codeberg.org/unknot/unknot/issues",
                         "comments", _ ("Ease painful muscle knots, step by step. Unknot is about comfort and "
                                        "self-care. It does not diagnose and does not replace a doctor."),
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
start_routine (UkApplication *self, const char *routine_id, const char *region_id, UkSide side)
{
  UkCatalogue *catalogue = uk_application_get_context (self)->catalogue;
  UkWindow *window = uk_application_present_window (self);
  const UkRoutine *routine = uk_catalogue_get_routine (catalogue, routine_id);
  const UkRegion *region = region_id != NULL ? uk_catalogue_get_region (catalogue, region_id) : NULL;

  if (routine == NULL)
    uk_window_tell_problem (window, _ ("That reminder is for a routine that no longer exists."));
  else
    uk_window_start_run (window, routine, region != NULL ? region->id : NULL, side);
}

/* Target: routine id, region id or nothing, side. */
static void
start_routine_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *routine, *region, *side_id;
  UkSide side = UK_SIDE_NONE;

  g_variant_get (target, "(&s&s&s)", &routine, &region, &side_id);
  uk_side_from_id (side_id, &side);
  start_routine (data, routine, region, side);
}

static void
quick_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  uk_application_start_quick (data);
}

static void
show_reminders_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  uk_window_show_page (uk_application_present_window (data), "reminders");
}

static void
show_progress_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  uk_window_show_page (uk_application_present_window (data), "progress");
}

static void
search_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (uk_application_present_window (data)), "win.search", NULL);
}

/* ---- occurrences: what a notification in the sandbox can only say to this process ---- */

/* As the service is set. */
#define SNOOZE_MINUTES 0

typedef struct {
  UkApplication *application; /* owned, held */
  char *occurrence;           /* owned */
} Errand;

static Errand *
errand_new (UkApplication *application, GVariant *target)
{
  Errand *errand = g_new (Errand, 1);

  errand->application = g_object_ref (application);
  errand->occurrence = g_variant_dup_string (target, NULL);
  g_application_hold (G_APPLICATION (application));
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_application_release (G_APPLICATION (errand->application));
  g_object_unref (errand->application);
  g_free (errand->occurrence);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
errand_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;

  if (!uk_reminder_client_do_finish (UK_REMINDER_CLIENT (source), result, &error))
    g_message ("The reminder service did not take it: %s", error->message);
}

static void
snooze_occurrence_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Errand *errand = errand_new (data, target);

  uk_reminder_client_snooze_async (uk_application_get_context (data)->reminders, errand->occurrence, SNOOZE_MINUTES,
                                   NULL, errand_done_cb, errand);
}

static void
skip_occurrence_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Errand *errand = errand_new (data, target);

  uk_reminder_client_skip_async (uk_application_get_context (data)->reminders, errand->occurrence, NULL,
                                 errand_done_cb, errand);
}

static void
start_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders
      = uk_reminder_client_list_finish (UK_REMINDER_CLIENT (source), result, &error);
  gint64 id = g_ascii_strtoll (errand->occurrence, NULL, 10);
  guint i;

  for (i = 0; reminders != NULL && i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);

    if (reminder->id != id)
      continue;
    if (*reminder->routine != '\0')
      start_routine (errand->application, reminder->routine, reminder->region, reminder->side);
    else if (reminder->kind == UK_REMINDER_LOG)
      uk_window_show_page (uk_application_present_window (errand->application), "progress");
    return;
  }
  uk_window_tell_problem (uk_application_present_window (errand->application),
                          error != NULL ? error->message : _ ("That reminder no longer exists."));
}

/* An occurrence begins with the id of its reminder: “12/2026-11-24/15:00”. */
static void
start_occurrence_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  UkReminderClient *reminders = uk_application_get_context (data)->reminders;
  Errand *errand = errand_new (data, target);

  uk_reminder_client_list_async (reminders, NULL, start_listed_cb, errand);
  uk_reminder_client_done_async (reminders, errand->occurrence, NULL, errand_done_cb, errand_new (data, target));
}

static const GActionEntry entries[] = {
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "quick", quick_cb, NULL, NULL, NULL, { 0 } },
  { "search", search_cb, NULL, NULL, NULL, { 0 } },
  { "show-progress", show_progress_cb, NULL, NULL, NULL, { 0 } },
  { "show-reminders", show_reminders_cb, NULL, NULL, NULL, { 0 } },
  { "skip-occurrence", skip_occurrence_cb, "s", NULL, NULL, { 0 } },
  { "snooze-occurrence", snooze_occurrence_cb, "s", NULL, NULL, { 0 } },
  { "start-occurrence", start_occurrence_cb, "s", NULL, NULL, { 0 } },
  { "start-routine", start_routine_cb, "(sss)", NULL, NULL, { 0 } },
};

static const struct {
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Primary>q", NULL } },
  { "window.close", { "<Primary>w", NULL } },
  { "win.search", { "<Primary>f", NULL } },
  { "win.show-page::body", { "<Alt>1", NULL } },
  { "win.show-page::plans", { "<Alt>2", NULL } },
  { "win.show-page::reminders", { "<Alt>3", NULL } },
  { "win.show-page::progress", { "<Alt>4", NULL } },
  { "win.repeat-run", { "<Primary>r", NULL } },
  { "win.menu", { "F10", NULL } },
  { "win.preferences", { "<Primary>comma", NULL } },
  { "win.manual", { "F1", NULL } },
  { "win.help", { "<Primary>question", NULL } },
};

void
uk_application_install_actions (UkApplication *self)
{
  guint i;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
}
