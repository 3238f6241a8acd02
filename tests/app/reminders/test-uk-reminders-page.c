/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/reminders/uk-date-chip.h"
#include "app/reminders/uk-day-box.h"
#include "app/reminders/uk-reminder-editor.h"
#include "app/reminders/uk-reminder-files.h"
#include "app/reminders/uk-reminder-row.h"
#include "app/reminders/uk-reminders-page.h"
#include "app/reminders/uk-span-box.h"
#include "app/reminders/uk-time-chip.h"
#include "app/support/uk-app-test.h"
#include "core/reminders/uk-scheduler.h"
#include "service/uk-bus-object.h"
#include "support/uk-memory-notifier.h"
#include "support/uk-test.h"

#include <adwaita.h>

#define PATIENCE_MS 20000
#define SENTENCE "Weekdays at 10:00 and 15:00"

typedef struct {
  UkAppTest app;
  GtkWidget *window;
  UkRemindersPage *page;
  UkScheduler *scheduler; /* (nullable) until the service is there */
  UkBusObject *object;
  guint name;
  const char *text; /* waited for */
} Fixture;

static gboolean
shows (gpointer data)
{
  Fixture *fixture = data;

  return uk_app_test_shows_text (fixture->window, fixture->text);
}

static void
expect (Fixture *fixture, const char *text)
{
  fixture->text = text;
  uk_test_spin_until (shows, fixture, PATIENCE_MS);
}

static gboolean
hides (gpointer data)
{
  return !shows (data);
}

static void
expect_no (Fixture *fixture, const char *text)
{
  fixture->text = text;
  uk_test_spin_until (hides, fixture, PATIENCE_MS);
}

/* The service in this process; over the bus it is asked all the same. */
static void
start_service (Fixture *fixture)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (UkClock) clock = uk_system_clock_new (0);
  g_autoptr (UkZone) zone = uk_zone_new_fixed ("UTC");
  g_autoptr (UkMemoryNotifier) notifier = uk_memory_notifier_new ();
  g_autoptr (GError) error = NULL;

  fixture->scheduler
      = uk_scheduler_new (clock, zone, fixture->app.context.store, UK_NOTIFIER (notifier));
  uk_scheduler_start (fixture->scheduler);
  fixture->object = uk_bus_object_new (UK_NOTIFIER (notifier));
  uk_bus_object_set_scheduler (fixture->object, fixture->scheduler);
  uk_bus_object_export (fixture->object, bus, &error);
  g_assert_no_error (error);
  fixture->name = g_bus_own_name_on_connection (bus, UK_SERVICE_ID, 0, NULL, NULL, NULL, NULL);
}

static void
add (Fixture *fixture, const char *text)
{
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (text, NULL);
  g_autoptr (UkReminder) reminder = uk_reminder_new ("po-micro-1", "One-minute reset", recurrence);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uk_scheduler_save_reminder (fixture->scheduler, reminder, &error), >, 0);
  g_assert_no_error (error);
}

static void
open_page (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (UK_TYPE_REMINDERS_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  uk_reminders_page_set_context (fixture->page, &fixture->app.context);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
}

static gboolean
is_gone (gpointer data)
{
  return !uk_reminder_client_is_available (data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_handle_id (&fixture->name, g_bus_unown_name);
  uk_test_spin_until (is_gone, fixture->app.context.reminders, PATIENCE_MS);
  g_clear_object (&fixture->object);
  g_clear_object (&fixture->scheduler);
  uk_app_test_tear_down (&fixture->app);
}

static void
run (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  expect (fixture, "Reminders are not available");
  expect (fixture, "The reminder service cannot be reached: it is not installed");
  start_service (fixture);
  run (fixture, "reminders.connect");
  expect (fixture, "No reminders yet");
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  start_service (fixture);
  open_page (fixture);
  expect (fixture, "No reminders yet");
  run (fixture, "reminders.suggest");
  expect (fixture, "Your reminders");
  expect (fixture, SENTENCE);
  expect (fixture, "One-minute reset");
}

static GtkWidget *
find_switch (GtkWidget *root)
{
  GtkWidget *child, *found;

  if (GTK_IS_SWITCH (root))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    found = find_switch (child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_off (gpointer data)
{
  Fixture *fixture = data;

  return !uk_scheduler_find_reminder (fixture->scheduler, 1)->enabled;
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label, *row, *toggle;

  start_service (fixture);
  add (fixture, "weekly;mo,tu,we,th,fr;10:00,15:00");
  open_page (fixture);
  expect (fixture, SENTENCE);
  label = uk_app_test_find (fixture->window, GTK_TYPE_LABEL, SENTENCE);
  row = gtk_widget_get_ancestor (label, UK_TYPE_REMINDER_ROW);
  toggle = find_switch (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remind: " SENTENCE ", One-minute reset");
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  uk_test_spin_until (is_off, fixture, PATIENCE_MS);
  expect (fixture, "Nothing in the next seven days");
  g_assert_true (gtk_widget_has_css_class (row, "off"));
}

static guint
count_coming (Fixture *fixture)
{
  g_autoptr (GPtrArray) coming = uk_scheduler_list_coming (fixture->scheduler, 7);

  return coming->len;
}

static gboolean
has_skipped (gpointer data)
{
  return count_coming (data) == 0;
}

static void
test_skip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  start_service (fixture);
  day = uk_day_to_string (uk_day_at (utc, g_get_real_time () / G_USEC_PER_SEC, NULL) + 2);
  text = g_strdup_printf ("weekly;mo,tu,we,th,fr,sa,su;10:00;from=%s;until=%s", day, day);
  add (fixture, text);
  g_assert_cmpuint (count_coming (fixture), ==, 1);
  open_page (fixture);
  expect (fixture, "Skip");
  run (fixture, "reminders.skip");
  uk_test_spin_until (has_skipped, fixture, PATIENCE_MS);
  expect (fixture, "Nothing in the next seven days");
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  start_service (fixture);
  add (fixture, "weekly;mo,tu,we,th,fr;10:00,15:00");
  open_page (fixture);
  expect (fixture, SENTENCE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.pause", "s", "always");
  expect (fixture, "Paused until you turn them on");
  g_assert_cmpint (uk_scheduler_get_paused_until (fixture->scheduler), ==, G_MAXINT64);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.pause", "s", "no");
  expect_no (fixture, "Paused until you turn them on");
  g_assert_cmpint (uk_scheduler_get_paused_until (fixture->scheduler), ==, 0);
}

static GtkWidget *
find_editor (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (UK_IS_REMINDER_EDITOR (window))
      return window;
  }
  return NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_editor () == NULL;
}

static void
toggle_day (GtkWidget *editor, const char *day, gboolean active)
{
  GtkWidget *button = uk_app_test_find (editor, GTK_TYPE_TOGGLE_BUTTON, day);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor, *save, *chip;

  start_service (fixture);
  add (fixture, "weekly;mo;10:00");
  open_page (fixture);
  expect (fixture, "Mondays at 10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.edit", "x", (gint64)1);
  editor = find_editor ();
  g_assert_true (uk_app_test_shows_text (editor, "Mondays at 10:00"));
  save = uk_app_test_find (editor, GTK_TYPE_BUTTON, "Save");
  toggle_day (editor, "Monday", FALSE);
  g_assert_true (uk_app_test_shows_text (editor, "Choose at least one day"));
  g_assert_false (gtk_widget_is_sensitive (save));
  toggle_day (editor, "Saturday", TRUE);
  toggle_day (editor, "Sunday", TRUE);
  g_assert_true (gtk_widget_is_sensitive (save));
  chip = gtk_widget_get_ancestor (uk_app_test_find (editor, GTK_TYPE_LABEL, "Time"),
                                  UK_TYPE_TIME_CHIP);
  g_signal_emit_by_name (chip, "picked", 18 * 60 + 30);
  g_assert_true (uk_app_test_shows_text (editor, "Weekends at 10:00 and 18:30"));
  gtk_widget_activate_action (editor, "editor.save", NULL);
  uk_test_spin_until (is_closed, NULL, PATIENCE_MS);
  expect (fixture, "Weekends at 10:00 and 18:30");
}

/* The button or row with @text, which may be the label in it. */
static GtkWidget *
find (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *widget = uk_app_test_find (root, type, text);

  g_test_message ("%s", text);
  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
find_in (GtkWidget *root, GType type)
{
  GtkWidget *child, *found;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    found = find_in (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (GtkWidget *editor, const char *text)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (editor, GTK_TYPE_TOGGLE_BUTTON, text)),
                                TRUE);
}

static void
choose_rule (GtkWidget *editor, guint rule)
{
  GtkWidget *box = find_in (editor, UK_TYPE_DAY_BOX);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (box, GTK_TYPE_DROP_DOWN)), rule);
}

static void
every_few_days (GtkWidget *editor)
{
  choose_rule (editor, 1);
}

static void
month_days (GtkWidget *editor)
{
  choose_rule (editor, 2);
  press (editor, "1");
  press (editor, "15");
}

static void
one_day (GtkWidget *editor)
{
  choose_rule (editor, 3);
  uk_date_chip_set_day (UK_DATE_CHIP (find_in (editor, UK_TYPE_DATE_CHIP)),
                        uk_day_new (2038, 3, 1));
  g_signal_emit_by_name (find_in (editor, UK_TYPE_DATE_CHIP), "picked");
}

static void
ten_times (GtkWidget *editor)
{
  GtkWidget *box = find_in (editor, UK_TYPE_SPAN_BOX);
  GtkWidget *first = find_in (box, GTK_TYPE_LIST_BOX);

  uk_date_chip_set_day (UK_DATE_CHIP (find_in (box, UK_TYPE_DATE_CHIP)), uk_day_new (2038, 3, 1));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (first, GTK_TYPE_DROP_DOWN)), 1);
  first = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (first), 1));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (first, GTK_TYPE_DROP_DOWN)), 2);
}

static void
short_break (GtkWidget *editor)
{
  press (editor, "Break");
  gtk_switch_set_active (GTK_SWITCH (find_in (editor, GTK_TYPE_SWITCH)), FALSE);
  g_signal_emit_by_name (find (editor, GTK_TYPE_BUTTON, "Remove these hours"), "clicked");
}

static void
evening (GtkWidget *editor)
{
  press (editor, "How it feels");
}

/* Each kind of reminder and of repetition, made in the editor. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  static const struct {
    void (*choose) (GtkWidget *editor);
    const char *sentence;
    const char *title;
  } rows[] = {
    { month_days, "Day 1 and 15 of each month at 10:00 and 15:00", "One-minute reset" },
    { one_day, "Once, 1 March at 10:00 and 15:00", "One-minute reset" },
    { ten_times, "Weekdays at 10:00 and 15:00, 10 times in all, from 1 March", "One-minute reset" },
    { short_break, "After 45 minutes at the computer: Weekdays 13:00 to 17:00", "A short break" },
    { evening, "Every evening at 20:00", "Note how it feels" },
  };
  guint i;

  start_service (fixture);
  add (fixture, "weekly;mo;10:00");
  open_page (fixture);
  expect (fixture, "Mondays at 10:00");
  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    GPtrArray *reminders;
    const UkReminder *last;
    GtkWidget *editor;

    run (fixture, "reminders.add");
    editor = find_editor ();
    rows[i].choose (editor);
    g_test_message ("%s", rows[i].sentence);
    g_assert_true (uk_app_test_shows_text (editor, rows[i].sentence));
    gtk_widget_activate_action (editor, "editor.save", NULL);
    uk_test_spin_until (is_closed, NULL, PATIENCE_MS);
    expect (fixture, rows[i].sentence);
    reminders = uk_scheduler_list_reminders (fixture->scheduler, NULL);
    last = g_ptr_array_index (reminders, reminders->len - 1);
    g_assert_cmpstr (last->title, ==, rows[i].title);
    /* Opened again it says the same. */
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.edit", "x", last->id);
    editor = find_editor ();
    g_assert_true (uk_app_test_shows_text (editor, rows[i].sentence));
    gtk_widget_activate_action (editor, "editor.back", NULL);
    uk_test_spin_until (is_closed, NULL, PATIENCE_MS);
  }
  run (fixture, "reminders.add");
  every_few_days (find_editor ());
  g_assert_nonnull (uk_app_test_find (find_editor (), GTK_TYPE_LABEL, "days"));
  gtk_window_close (GTK_WINDOW (find_editor ()));
}

/* Delete, and take it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  GtkWidget *undo;

  start_service (fixture);
  add (fixture, "weekly;mo;10:00");
  open_page (fixture);
  expect (fixture, "Mondays at 10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.edit", "x", (gint64)1);
  gtk_widget_activate_action (find_editor (), "editor.delete", NULL);
  uk_test_spin_until (is_closed, NULL, PATIENCE_MS);
  expect (fixture, "Reminder deleted");
  expect (fixture, "No reminders yet");
  undo = uk_app_test_find (fixture->window, GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  expect (fixture, "Mondays at 10:00");
  g_assert_cmpuint (uk_scheduler_list_reminders (fixture->scheduler, NULL)->len, ==, 1);
}

/* What somebody who cannot see is told at @stop, or sees on it. */
static gboolean
has_name (GtkWidget *stop)
{
  GtkWidget *label;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (stop),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  label = find_in (stop, GTK_TYPE_LABEL);
  if (label != NULL && *gtk_label_get_text (GTK_LABEL (label)) != '\0')
    return TRUE;
  /* The name may be that of the widget around: a menu button's toggle, a spin button's text. */
  stop = gtk_widget_get_parent (stop);
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Goes through @window with Tab alone; every text of @wanted must be at, or in, a stop. */
static void
walk (GtkWidget *window, const char *const *wanted)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  guint i, j;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (i = 0; i < 120 && gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD); i++) {
    GtkWidget *stop = gtk_window_get_focus (GTK_WINDOW (window));

    if (stop == NULL || g_ptr_array_find (stops, stop, NULL))
      break;
    g_ptr_array_add (stops, stop);
    if (!has_name (stop))
      g_error ("a %s at stop %u has no name", G_OBJECT_TYPE_NAME (stop), i);
  }
  for (i = 0; wanted[i] != NULL; i++) {
    gboolean found = FALSE;

    for (j = 0; j < stops->len && !found; j++)
      found = uk_app_test_find (g_ptr_array_index (stops, j), GTK_TYPE_WIDGET, wanted[i]) != NULL;
    if (!found)
      g_error ("“%s” is not reached with Tab", wanted[i]);
  }
}

/* All that can be done can be reached without a pointer. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const char *const on_page[]
      = { "Pause", "Do it now", "In 10 minutes", "Later", "Skip", "Add", SENTENCE, NULL };
  static const char *const routine[] = { "Cancel", "Routine", "One-minute reset", "At times", "Mo",
                                         "10:00", "15:00", "Time", "Never", "Save", NULL };
  static const char *const pause[]
      = { "Break", "While sitting", "Mo", "9:00", "17:00", "Hours", "At once", "Save", NULL };
  static const struct {
    const char *kind;
    const char *const *wanted;
  } rows[] = { { "Routine", routine }, { "Break", pause } };
  guint i;

  start_service (fixture);
  add (fixture, "weekly;mo,tu,we,th,fr;10:00,15:00");
  open_page (fixture);
  expect (fixture, SENTENCE);
  expect (fixture, "Do it now");
  walk (fixture->window, on_page);
  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    run (fixture, "reminders.add");
    press (find_editor (), rows[i].kind);
    walk (find_editor (), rows[i].wanted);
    gtk_widget_activate_action (find_editor (), "editor.back", NULL);
    uk_test_spin_until (is_closed, NULL, PATIENCE_MS);
  }
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL;
}

static gboolean
has_two (gpointer data)
{
  Fixture *fixture = data;

  return uk_scheduler_list_reminders (fixture->scheduler, NULL)->len == 2;
}

static void
told_cb (char **told, const char *text)
{
  g_free (*told);
  *told = g_strdup (text);
}

static gboolean
is_told (gpointer data)
{
  return *(char **)data != NULL;
}

/* A calendar is looked at, told line by line and taken over; then written again. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "BEGIN:VCALENDAR\r\n"
                             "BEGIN:VEVENT\r\nSUMMARY:Physio\r\nDTSTART:20380301T100000\r\n"
                             "RRULE:FREQ=DAILY;INTERVAL=3\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nSUMMARY:Party\r\nDTSTART;VALUE=DATE:20380301\r\n"
                             "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (UkReminderFiles) files = NULL;
  g_autofree char *path = g_build_filename (fixture->app.folder, "a.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *told = NULL;
  g_autofree char *written = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  start_service (fixture);
  add (fixture, "weekly;mo;10:00");
  open_page (fixture);
  expect (fixture, "Mondays at 10:00");
  files = uk_reminder_files_new (&fixture->app.context);
  g_signal_connect_swapped (files, "told", G_CALLBACK (told_cb), &told);
  uk_reminder_files_import (files, GTK_WINDOW (fixture->window), NULL, file);
  uk_test_spin_until (is_asked, NULL, PATIENCE_MS);
  find (find_question (), GTK_TYPE_LABEL, "“Physio”: Every 3 days at 10:00, from 1 March");
  find (find_question (), GTK_TYPE_LABEL, "Line 7, left out");
  find (find_question (), GTK_TYPE_LABEL, "“Party”: It is for a whole day and has no time");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), "take");
  uk_test_spin_until (has_two, fixture, PATIENCE_MS);
  uk_test_spin_until (is_told, &told, PATIENCE_MS);
  g_assert_cmpstr (told, ==, "1 reminder is taken over");
  expect (fixture, "Every 3 days at 10:00, from 1 March");
  g_clear_pointer (&told, g_free);
  uk_reminder_files_export (files, uk_scheduler_list_reminders (fixture->scheduler, NULL), file);
  uk_test_spin_until (is_told, &told, PATIENCE_MS);
  g_assert_cmpstr (told, ==, "The reminders are exported");
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "SUMMARY:Physio"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reminders-page/unreachable", test_unreachable },
    { "/reminders-page/first", test_first },
    { "/reminders-page/switch", test_switch },
    { "/reminders-page/skip", test_skip },
    { "/reminders-page/pause", test_pause },
    { "/reminders-page/edit", test_edit },
    { "/reminders-page/kinds", test_kinds },
    { "/reminders-page/delete", test_delete },
    { "/reminders-page/files", test_files },
    { "/reminders-page/keyboard", test_keyboard },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
