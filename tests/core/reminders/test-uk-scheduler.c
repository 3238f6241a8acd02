/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-scheduler.h"

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-reminders.h"
#include "support/uk-fake-clock.h"
#include "support/uk-fake-presence.h"
#include "support/uk-memory-notifier.h"
#include "support/uk-test.h"

#include <sqlite3.h>

#define EVERY_DAY "weekly;mo,tu,we,th,fr,sa,su;"
#define START "2026-11-24T08:00:00Z"

typedef struct {
  char *folder;
  UkFakeClock *clock;
  UkZone *zone;
  UkStore *store;
  UkMemoryNotifier *notifier;
  UkScheduler *scheduler;
  guint changes;
  char *opened; /* routine that was to be started, or "reminders" */
} Fixture;

static gint64
at (const char *time)
{
  g_autofree char *utc = g_strdup_printf ("2026-11-24T%sZ", time);

  return uk_fake_clock_parse (utc);
}

static void
opened_cb (
    Fixture *fixture, const char *id, UkReminder *reminder, gboolean start, const char *token)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (start ? reminder->routine : "reminders");
}

static void
changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
start_service (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (at ("08:00:00"));
  g_autoptr (GError) error = NULL;

  fixture->store = uk_store_open (fixture->folder, now, NULL, &error);
  g_assert_no_error (error);
  fixture->scheduler = uk_scheduler_new (UK_CLOCK (fixture->clock), fixture->zone, fixture->store,
                                         UK_NOTIFIER (fixture->notifier));
  g_signal_connect_swapped (fixture->scheduler, "opened", G_CALLBACK (opened_cb), fixture);
  g_signal_connect_swapped (fixture->scheduler, "changed", G_CALLBACK (changed_cb), fixture);
  uk_scheduler_start (fixture->scheduler);
}

/* As if the process had died: nothing is told to anybody. */
static void
stop_service (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->scheduler));
  g_clear_object (&fixture->store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->clock = uk_fake_clock_new (START);
  fixture->zone = uk_zone_new_fixed ("UTC");
  fixture->notifier = uk_memory_notifier_new ();
  start_service (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop_service (fixture);
  g_clear_object (&fixture->notifier);
  g_clear_object (&fixture->zone);
  g_clear_object (&fixture->clock);
  g_free (fixture->opened);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gint64
add (Fixture *fixture, const char *text)
{
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (text, NULL);
  g_autoptr (UkReminder) reminder = uk_reminder_new ("reset", "One-minute reset", recurrence);
  g_autoptr (GError) error = NULL;
  gint64 id = uk_scheduler_save_reminder (fixture->scheduler, reminder, &error);

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return id;
}

/* What was shown since this was asked last. */
static void
assert_shown (Fixture *fixture, const char *ids)
{
  g_autofree char *history = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  history = uk_memory_notifier_dup_history (fixture->notifier);
  g_assert_cmpstr (history, ==, ids);
  uk_memory_notifier_forget (fixture->notifier);
}

static UkOccurrenceState
get_state (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) log = uk_store_list_occurrences (fixture->store, 0, NULL);
  UkOccurrence key;
  guint i;

  g_assert_true (uk_occurrence_parse_id (id, &key));
  for (i = 0; i < log->len; i++) {
    if (uk_occurrence_equal (g_ptr_array_index (log, i), &key))
      return ((UkOccurrence *)g_ptr_array_index (log, i))->state;
  }
  return (UkOccurrenceState)-1;
}

static void
press (Fixture *fixture, const char *id, UkVerb verb)
{
  uk_notifier_emit_action (UK_NOTIFIER (fixture->notifier), id, verb, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_on_time (Fixture *fixture, gconstpointer data)
{
  const UkNotification *notice;

  add (fixture, EVERY_DAY "10:00,15:00");
  g_assert_cmpint (uk_fake_clock_get_alarm (fixture->clock), ==, at ("10:00:00"));
  uk_fake_clock_run_to (fixture->clock, at ("09:59:59"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  notice = uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-24/10:00");
  g_assert_cmpstr (notice->title, ==, "Time for your routine");
  g_assert_cmpstr (notice->body, ==, "Your reminder for 10:00");
  g_assert_true (notice->answerable);
  assert_shown (fixture, "1/2026-11-24/10:00");
  uk_fake_clock_run_to (fixture->clock, at ("15:00:00"));
  assert_shown (fixture, "1/2026-11-24/15:00");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_IGNORED);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  uk_scheduler_set_details (fixture->scheduler, TRUE);
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  g_assert_cmpstr (uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-24/10:00")->title,
                   ==, "One-minute reset");
}

static char *
tip_cb (const UkOccurrence *occurrence, gpointer data)
{
  return g_strdup_printf ("%s at %u", (const char *)data, occurrence->slot);
}

/* A tip tells where it hurts: only who wants details gets one, and only in a break. */
static void
test_tips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (EVERY_DAY "10:00,11:00", NULL);
  g_autoptr (UkReminder) reminder
      = uk_reminder_new_for_kind (UK_REMINDER_BREAK, "A short break", recurrence);
  g_autofree char *words = g_strdup ("Tip");

  uk_scheduler_set_tip_func (fixture->scheduler, tip_cb, words);
  add (fixture, EVERY_DAY "09:00");
  g_assert_cmpint (uk_scheduler_save_reminder (fixture->scheduler, reminder, NULL), ==, 2);
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  g_assert_cmpstr (uk_memory_notifier_get_notice (fixture->notifier, "2/2026-11-24/10:00")->body,
                   ==, "Your reminder for 10:00");
  uk_scheduler_set_details (fixture->scheduler, TRUE);
  uk_fake_clock_run_to (fixture->clock, at ("11:00:00"));
  g_assert_cmpstr (uk_memory_notifier_get_notice (fixture->notifier, "2/2026-11-24/11:00")->body,
                   ==, "Tip at 660");
  uk_fake_clock_run_to (fixture->clock, at ("09:00:00") + 86400);
  g_assert_cmpstr (uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-25/09:00")->body,
                   ==, "Your reminder for 9:00");
}

static void
write_zone (Fixture *fixture, const char *text, gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, "zone", NULL);

  g_assert_true (g_file_set_contents (path, text, (gssize)length, NULL));
}

/* The service with a zone that is found in a file. */
static void
restart_with_zone (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "zone", NULL);

  stop_service (fixture);
  g_object_unref (fixture->zone);
  fixture->zone = uk_zone_new_for_path (path);
  start_service (fixture);
}

/* Scenario 28: what the sandbox says of the zone goes missing, then is nonsense. */
static void
test_zone_lost (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "", "Middle/Earth" };
  guint i;

  write_zone (fixture, "Europe/Berlin", strlen ("Europe/Berlin"));
  restart_with_zone (fixture);
  add (fixture, EVERY_DAY "12:00,13:00");
  g_assert_null (uk_scheduler_get_problem (fixture->scheduler));
  for (i = 0; i < G_N_ELEMENTS (wrong); i++) {
    write_zone (fixture, wrong[i], strlen (wrong[i]));
    uk_clock_emit_alarm (UK_CLOCK (fixture->clock), UK_WAKE_CLOCK_SET);
    g_assert_nonnull (strstr (uk_scheduler_get_problem (fixture->scheduler), "Europe/Berlin"));
    uk_fake_clock_run_to (fixture->clock, at (i == 0 ? "11:00:00" : "12:00:00"));
    assert_shown (fixture, i == 0 ? "1/2026-11-24/12:00" : "1/2026-11-24/13:00");
  }
  write_zone (fixture, "Europe/Berlin", strlen ("Europe/Berlin"));
  uk_clock_emit_alarm (UK_CLOCK (fixture->clock), UK_WAKE_CLOCK_SET);
  g_assert_null (uk_scheduler_get_problem (fixture->scheduler));
}

/* Scenario 29: an update of the zone database moves what is due. */
static void
test_new_rules (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Asia/Tokyo", "Asia/Kathmandu", "Europe/Berlin" };
  static const char *const alarms[] = { "11:00:00", "14:15:00", "19:00:00" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename ("/usr/share/zoneinfo", names[i], NULL);
    g_autofree char *rules = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &rules, &length, NULL));
    write_zone (fixture, rules, length);
    if (i == 0) {
      restart_with_zone (fixture);
      add (fixture, EVERY_DAY "20:00");
    }
    uk_clock_emit_alarm (UK_CLOCK (fixture->clock), UK_WAKE_CLOCK_SET);
    assert_shown (fixture, "");
    uk_fake_clock_run_to (fixture->clock, at ("08:00:00") + 60 * (i + 1));
    g_assert_cmpint (uk_fake_clock_get_alarm (fixture->clock), ==, at (alarms[i]));
  }
  uk_fake_clock_run_to (fixture->clock, at ("19:00:00"));
  assert_shown (fixture, "1/2026-11-24/20:00");
}

/* Scenarios 3 and 7 */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_sleep_to (fixture->clock, at ("10:05:00"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("10:05:04"));
  uk_fake_clock_sleep_to (fixture->clock, at ("10:06:00"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("10:06:07"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  uk_fake_clock_sleep_to (fixture->clock, at ("10:06:30"));
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  assert_shown (fixture, "");
}

/* Scenarios 4 and 5 */
static void
test_long_sleep (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_sleep_to (fixture->clock, at ("12:00:00") + 2 * 86400);
  uk_fake_clock_run_to (fixture->clock, at ("12:01:00") + 2 * 86400);
  g_assert_cmpstr (uk_memory_notifier_get_notice (fixture->notifier, "missed")->title, ==,
                   "3 reminders were missed");
  g_assert_true (uk_memory_notifier_get_notice (fixture->notifier, "missed")->low);
  assert_shown (fixture, "missed");
  g_assert_cmpint (get_state (fixture, "1/2026-11-25/10:00"), ==, UK_OCCURRENCE_MISSED);
  g_assert_cmpint (uk_fake_clock_get_alarm (fixture->clock), ==, at ("10:00:00") + 3 * 86400);
}

/* Scenario 6 */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00 2/2026-11-24/10:00");
  add (fixture, EVERY_DAY "11:00");
  add (fixture, EVERY_DAY "11:00");
  add (fixture, EVERY_DAY "11:00");
  uk_fake_clock_run_to (fixture->clock, at ("11:00:00"));
  assert_shown (fixture, "several-routine");
  press (fixture, "several-routine", UK_VERB_OPEN);
  g_assert_cmpstr (fixture->opened, ==, "reminders");
  uk_scheduler_skip (fixture->scheduler, "3/2026-11-24/11:00", NULL);
  uk_scheduler_skip (fixture->scheduler, "4/2026-11-24/11:00", NULL);
  g_assert_nonnull (uk_memory_notifier_get_notice (fixture->notifier, "several-routine"));
  uk_scheduler_skip (fixture->scheduler, "5/2026-11-24/11:00", NULL);
  g_assert_null (uk_memory_notifier_get_notice (fixture->notifier, "several-routine"));
}

/* Scenarios 8 and 10 */
static void
test_not_running (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  stop_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  start_service (fixture);
  assert_shown (fixture, "1/2026-11-24/10:00");
  stop_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("09:00:00") + 2 * 86400);
  start_service (fixture);
  assert_shown (fixture, "missed");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_IGNORED);
  g_assert_cmpint (get_state (fixture, "1/2026-11-25/10:00"), ==, UK_OCCURRENCE_MISSED);
}

/* Scenario 9 */
static void
test_died_before_showing (Fixture *fixture, gconstpointer data)
{
  UkOccurrence claimed
      = { .reminder = 1, .slot = 600, .due = at ("10:00:00"), .until = at ("10:00:00") };
  gboolean ok;

  add (fixture, EVERY_DAY "10:00");
  claimed.day = uk_day_parse ("2026-11-24");
  g_assert_true (uk_store_claim_occurrence (fixture->store, &claimed, &ok, NULL));
  g_assert_true (ok);
  g_assert_true (uk_store_claim_occurrence (fixture->store, &claimed, &ok, NULL));
  g_assert_false (ok);
  stop_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("10:01:00"));
  start_service (fixture);
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_SHOWN);
}

/* The buttons of a notice die with its process, so it is shown again, less urgently. */
static void
test_died_after_showing (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  stop_service (fixture);
  start_service (fixture);
  g_assert_true (uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-24/10:00")->low);
  assert_shown (fixture, "1/2026-11-24/10:00");
  stop_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("11:00:00"));
  start_service (fixture);
  assert_shown (fixture, "");
}

/* Scenarios 11, 12 and 13 */
static void
test_clock_set (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_set (fixture->clock, at ("10:10:00"));
  uk_fake_clock_run_to (fixture->clock, at ("10:10:10"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  uk_fake_clock_set (fixture->clock, at ("09:10:00"));
  uk_fake_clock_run_to (fixture->clock, at ("10:25:00"));
  assert_shown (fixture, "");
  uk_fake_clock_set (fixture->clock, at ("12:00:00") + 365 * (gint64)86400);
  uk_fake_clock_run_to (fixture->clock, at ("12:01:00") + 365 * (gint64)86400);
  assert_shown (fixture, "missed");
  uk_fake_clock_set (fixture->clock, at ("12:00:00"));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00") + 86400);
  assert_shown (fixture, "1/2026-11-25/10:00");
}

/* Scenario 14 */
static void
test_no_clock_yet (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  stop_service (fixture);
  uk_fake_clock_set (fixture->clock, 3600);
  start_service (fixture);
  uk_fake_clock_run_to (fixture->clock, 40 * 86400);
  assert_shown (fixture, "");
  uk_fake_clock_set (fixture->clock, at ("09:00:00"));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  press (fixture, "1/2026-11-24/10:00", UK_VERB_START);
  g_assert_cmpstr (fixture->opened, ==, "reset");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_DONE);
  g_assert_null (uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-24/10:00"));
}

/* Scenario 32 */
static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  press (fixture, "1/2026-11-24/10:00", UK_VERB_SNOOZE);
  g_assert_null (uk_memory_notifier_get_notice (fixture->notifier, "1/2026-11-24/10:00"));
  stop_service (fixture);
  start_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("10:09:59"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("10:10:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  press (fixture, "1/2026-11-24/10:00", UK_VERB_SKIP);
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_SKIPPED);
  g_assert_cmpint (uk_fake_clock_get_alarm (fixture->clock), ==, at ("10:00:00") + 86400);
}

static void
test_before_due (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) coming = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, EVERY_DAY "10:00");
  g_assert_true (uk_scheduler_skip (fixture->scheduler, "1/2026-11-24/10:00", NULL));
  g_assert_true (uk_scheduler_snooze (fixture->scheduler, "1/2026-11-25/10:00", 30, NULL));
  coming = uk_scheduler_list_coming (fixture->scheduler, 3);
  g_assert_cmpuint (coming->len, ==, 2);
  g_assert_cmpint (((UkOccurrence *)g_ptr_array_index (coming, 0))->due, ==, at ("08:30:00"));
  uk_fake_clock_run_to (fixture->clock, at ("12:00:00"));
  assert_shown (fixture, "1/2026-11-25/10:00");
  g_assert_false (uk_scheduler_skip (fixture->scheduler, "1/2026-11-24/10:00", &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_OVER);
}

/* Scenario 34 */
static void
test_edited_while_open (Fixture *fixture, gconstpointer data)
{
  const char *id = "1/2026-11-24/10:00";

  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  g_assert_true (uk_scheduler_set_enabled (fixture->scheduler, 1, FALSE, NULL));
  g_assert_null (uk_memory_notifier_get_notice (fixture->notifier, id));
  press (fixture, id, UK_VERB_START);
  g_assert_null (fixture->opened);
  g_assert_true (uk_scheduler_set_enabled (fixture->scheduler, 1, TRUE, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  assert_shown (fixture, id);
  g_assert_true (uk_scheduler_delete_reminder (fixture->scheduler, 1, NULL));
  press (fixture, id, UK_VERB_START);
  g_assert_null (fixture->opened);
  uk_fake_clock_run_to (fixture->clock, at ("12:00:00") + 86400);
  assert_shown (fixture, "");
}

/* Scenario 35 */
static void
test_unknown_action (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[]
      = { "", "x", "1/2026-11-24/10:00", "99/2026-11-24/10:00", "1//", "-1/2026-11-24/10:00" };
  guint i;

  add (fixture, EVERY_DAY "15:00");
  for (i = 0; i < G_N_ELEMENTS (ids); i++) {
    press (fixture, ids[i], UK_VERB_START);
    press (fixture, ids[i], UK_VERB_SNOOZE);
  }
  g_assert_null (fixture->opened);
  assert_shown (fixture, "");
}

/* Scenarios 36 and 37 */
static void
test_quiet_and_pause (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00,11:00,12:00,13:00");
  g_assert_true (uk_scheduler_set_quiet_hours (fixture->scheduler, 9 * 60, 10 * 60 + 30, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("10:59:00"));
  g_assert_true (uk_scheduler_pause (fixture->scheduler, at ("11:30:00"), NULL));
  stop_service (fixture);
  start_service (fixture);
  g_assert_cmpint (uk_scheduler_get_paused_until (fixture->scheduler), ==, at ("11:30:00"));
  uk_fake_clock_run_to (fixture->clock, at ("11:59:00"));
  assert_shown (fixture, "");
  g_assert_cmpint (uk_scheduler_get_paused_until (fixture->scheduler), ==, 0);
  uk_fake_clock_run_to (fixture->clock, at ("12:00:00"));
  assert_shown (fixture, "1/2026-11-24/12:00");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_SILENT);
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/11:00"), ==, UK_OCCURRENCE_SILENT);
  g_assert_true (uk_scheduler_pause (fixture->scheduler, UK_NEVER, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("13:10:00"));
  g_assert_true (uk_scheduler_pause (fixture->scheduler, 0, NULL));
  assert_shown (fixture, "");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/13:00"), ==, UK_OCCURRENCE_SILENT);
}

/* Scenario 39 */
static void
test_server_appears (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00,15:00");
  uk_memory_notifier_set_present (fixture->notifier, FALSE);
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_CLAIMED);
  uk_fake_clock_run_to (fixture->clock, at ("10:10:00"));
  uk_memory_notifier_set_present (fixture->notifier, TRUE);
  assert_shown (fixture, "1/2026-11-24/10:00");
  uk_memory_notifier_set_present (fixture->notifier, FALSE);
  uk_fake_clock_run_to (fixture->clock, at ("15:31:00"));
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/15:00"), ==, UK_OCCURRENCE_MISSED);
}

/* Scenario 41 */
static void
test_store_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *other;

  add (fixture, EVERY_DAY "10:00");
  g_assert_cmpint (sqlite3_open (uk_store_get_path (fixture->store), &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "");
  g_assert_nonnull (uk_scheduler_get_problem (fixture->scheduler));
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  uk_fake_clock_run_to (fixture->clock, at ("10:00:30"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_null (uk_scheduler_get_problem (fixture->scheduler));
}

/* Scenario 43 */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  guint i, before;

  for (i = 0; i < 100; i++)
    add (fixture, i == 50 ? EVERY_DAY "10:00" : EVERY_DAY "15:00");
  before = uk_fake_clock_get_wakes (fixture->clock);
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  g_assert_cmpuint (uk_fake_clock_get_wakes (fixture->clock) - before, ==, 1);
  assert_shown (fixture, "51/2026-11-24/10:00");
}

/* Scenario 44 */
static void
test_storm (Fixture *fixture, gconstpointer data)
{
  guint i;

  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("09:59:58"));
  fixture->changes = 0;
  for (i = 0; i < 1000; i++)
    uk_clock_emit_alarm (UK_CLOCK (fixture->clock), UK_WAKE_CLOCK_SET);
  uk_fake_clock_set (fixture->clock, at ("10:00:00"));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:10"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_cmpuint (fixture->changes, ==, 1);
}

/* An undo within the day brings everything back; later there is nothing left. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, EVERY_DAY "10:00");
  g_assert_true (uk_scheduler_delete_reminder (fixture->scheduler, 1, NULL));
  g_assert_cmpuint (uk_scheduler_list_reminders (fixture->scheduler, NULL)->len, ==, 0);
  stop_service (fixture);
  start_service (fixture);
  g_assert_true (uk_scheduler_restore_reminder (fixture->scheduler, 1, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_true (uk_scheduler_delete_reminder (fixture->scheduler, 1, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00") + 2 * 86400);
  assert_shown (fixture, "");
  g_assert_false (uk_scheduler_restore_reminder (fixture->scheduler, 1, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
}

/* Scenario 36: what quiet hours hide comes once when they are over, also after a restart. */
static void
test_after_quiet_hours (Fixture *fixture, gconstpointer data)
{
  add (fixture, EVERY_DAY "10:00,10:20");
  g_assert_true (uk_scheduler_set_quiet_hours (fixture->scheduler, 9 * 60, 12 * 60, NULL));
  g_assert_true (uk_scheduler_set_limits (fixture->scheduler, TRUE, 2, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("11:00:00"));
  assert_shown (fixture, "");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:20"), ==, UK_OCCURRENCE_HELD);
  stop_service (fixture);
  start_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("13:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:20");
}

/* Putting off ends at the limit, and says how long it has been. */
static void
test_snooze_limit (Fixture *fixture, gconstpointer data)
{
  const char *id = "1/2026-11-24/10:00";
  const UkNotification *notice;
  g_autoptr (GError) error = NULL;

  add (fixture, EVERY_DAY "10:00");
  g_assert_true (uk_scheduler_set_limits (fixture->scheduler, FALSE, 2, NULL));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  press (fixture, id, UK_VERB_SNOOZE);
  uk_fake_clock_run_to (fixture->clock, at ("10:10:00"));
  press (fixture, id, UK_VERB_SNOOZE);
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  notice = uk_memory_notifier_get_notice (fixture->notifier, id);
  g_assert_cmpstr (notice->body, ==, "Put off for 20 minutes so far");
  g_assert_false (uk_scheduler_snooze (fixture->scheduler, id, 10, &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID);
  g_assert_true (uk_scheduler_done (fixture->scheduler, id, NULL));
}

/* One line for the desktop's list of programs without a window. */
static void
test_describe_next (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = uk_scheduler_describe_next (fixture->scheduler);
  g_autofree char *next = NULL;
  g_autofree char *paused = NULL;

  g_assert_cmpstr (none, ==, "No reminder is due");
  add (fixture, EVERY_DAY "10:00");
  next = uk_scheduler_describe_next (fixture->scheduler);
  g_assert_cmpstr (next, ==, "Next reminder at 10:00");
  g_assert_true (uk_scheduler_pause (fixture->scheduler, UK_NEVER, NULL));
  paused = uk_scheduler_describe_next (fixture->scheduler);
  g_assert_cmpstr (paused, ==, "Reminders are paused");
}

/* So many are not kept in memory: they are there whenever they are needed. */
static void
test_more_than_kept (Fixture *fixture, gconstpointer data)
{
  const guint many = 1500;
  sqlite3 *db = NULL;

  add (fixture, EVERY_DAY "10:00");
  g_assert_cmpint (sqlite3_open (uk_store_get_path (fixture->store), &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (
          db,
          "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
          " INSERT INTO reminders (id, routine, title, side, recurrence, enabled, grace,"
          " since) SELECT i, 'reset', 'Reset ' || i, 0, 'weekly;mo;11:00;from=2027-01-04', 1, 30, 0"
          " FROM n",
          NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
  stop_service (fixture);
  start_service (fixture);
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_cmpuint (uk_scheduler_list_reminders (fixture->scheduler, NULL)->len, ==, many);
  g_assert_nonnull (uk_scheduler_find_reminder (fixture->scheduler, many));
  g_assert_true (uk_scheduler_delete_reminder (fixture->scheduler, many, NULL));
  g_assert_cmpuint (uk_scheduler_list_reminders (fixture->scheduler, NULL)->len, ==, many - 1);
}

/* A server that takes its time is waited for, and asked no second time. */
static void
test_slow_server (Fixture *fixture, gconstpointer data)
{
  uk_memory_notifier_set_slow (fixture->notifier, TRUE, NULL);
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  assert_shown (fixture, "");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_CLAIMED);
  uk_notifier_emit_server_changed (UK_NOTIFIER (fixture->notifier));
  uk_fake_clock_run_to (fixture->clock, at ("10:05:00"));
  assert_shown (fixture, "");
  g_assert_cmpuint (uk_memory_notifier_get_n_waiting (fixture->notifier), ==, 1);
  fixture->changes = 0;
  uk_memory_notifier_set_slow (fixture->notifier, FALSE, NULL);
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_SHOWN);
  g_assert_cmpuint (fixture->changes, >, 0);
  uk_fake_clock_run_to (fixture->clock, at ("11:00:00"));
  assert_shown (fixture, "");
}

/* An answer that comes too late changes nothing. */
static void
test_late_answer (Fixture *fixture, gconstpointer data)
{
  uk_memory_notifier_set_slow (fixture->notifier, TRUE, NULL);
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:31:00"));
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_MISSED);
  uk_memory_notifier_set_slow (fixture->notifier, FALSE, NULL);
  assert_shown (fixture, "1/2026-11-24/10:00 missed");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_MISSED);
}

/* What nobody took comes again, and the person is told. */
static void
test_not_taken (Fixture *fixture, gconstpointer data)
{
  uk_memory_notifier_set_slow (fixture->notifier, TRUE, NULL);
  add (fixture, EVERY_DAY "10:00");
  uk_fake_clock_run_to (fixture->clock, at ("10:00:00"));
  uk_memory_notifier_set_slow (fixture->notifier, FALSE, "Too many notifications");
  assert_shown (fixture, "");
  g_assert_nonnull (strstr (uk_scheduler_get_problem (fixture->scheduler), "comes again"));
  uk_fake_clock_run_to (fixture->clock, at ("10:00:30"));
  assert_shown (fixture, "1/2026-11-24/10:00");
  g_assert_null (uk_scheduler_get_problem (fixture->scheduler));
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_SHOWN);
}

/* A call holds back; what it held comes once when it is over, though it lasted longer than the
 * grace. */
static void
test_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkFakePresence) presence = g_object_new (UK_TYPE_FAKE_PRESENCE, NULL);

  uk_scheduler_set_presence (fixture->scheduler, UK_PRESENCE (presence));
  add (fixture, EVERY_DAY "10:00");
  presence->held = TRUE;
  uk_fake_clock_run_to (fixture->clock, at ("10:50:00"));
  assert_shown (fixture, "");
  g_assert_cmpint (get_state (fixture, "1/2026-11-24/10:00"), ==, UK_OCCURRENCE_HELD);
  presence->held = FALSE;
  uk_presence_emit_changed (UK_PRESENCE (presence));
  assert_shown (fixture, "1/2026-11-24/10:00");
  uk_presence_emit_changed (UK_PRESENCE (presence));
  uk_fake_clock_run_to (fixture->clock, at ("12:00:00"));
  assert_shown (fixture, "");
}

/* Who is away has a break: the next one counts from the return. */
static void
test_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkFakePresence) presence = g_object_new (UK_TYPE_FAKE_PRESENCE, NULL);

  uk_scheduler_set_presence (fixture->scheduler, UK_PRESENCE (presence));
  add (fixture, "interval;60;mo,tu,we,th,fr,sa,su=08:00-18:00");
  presence->away = TRUE;
  uk_fake_clock_run_to (fixture->clock, at ("09:20:00"));
  assert_shown (fixture, "");
  presence->away = FALSE;
  uk_presence_emit_changed (UK_PRESENCE (presence));
  uk_fake_clock_run_to (fixture->clock, at ("10:19:00"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("10:20:00"));
  assert_shown (fixture, "1/2026-11-24/10:20");
}

static void
rate (Fixture *fixture, const char *time, int value)
{
  UkRating rating = {
    .knot = (char *)"k", .at = uk_fake_clock_parse (time), .value = value, .moment = UK_MOMENT_LOG
  };

  uk_fake_clock_run_to (fixture->clock, rating.at);
  g_assert_cmpint (uk_store_add_rating (fixture->store, &rating, NULL), >, 0);
  uk_scheduler_note_ratings (fixture->scheduler);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_coming (Fixture *fixture, const char *days)
{
  g_autoptr (GPtrArray) coming = uk_scheduler_list_coming (fixture->scheduler, 5);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < coming->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (coming, i);
    g_autofree char *day = uk_day_to_string (occurrence->day);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", day + strlen ("2026-"));
  }
  g_assert_cmpstr (text->str, ==, days);
}

/* A reminder of a knot is daily while it is sore, thins out as the ratings fall, and rests once it
 * has eased for days, and says so. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  const UkKnot knot = { .id = (char *)"k",
                        .region = (char *)"upper-trapezius",
                        .side = UK_SIDE_LEFT,
                        .opened = at ("08:00:00") };
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (EVERY_DAY "10:00", NULL);
  g_autoptr (UkReminder) reminder = uk_reminder_new ("reset", "One-minute reset", recurrence);
  const UkReminder *saved;

  g_assert_true (uk_store_save_knot (fixture->store, &knot, NULL));
  uk_reminder_follow (reminder, knot.region, knot.side);
  g_assert_cmpint (uk_scheduler_save_reminder (fixture->scheduler, reminder, NULL), ==, 1);
  rate (fixture, "2026-11-24T09:00:00Z", 7);
  assert_coming (fixture, "11-24 11-25 11-26 11-27 11-28");
  rate (fixture, "2026-11-24T11:00:00Z", 3);
  assert_coming (fixture, "11-26 11-28");
  rate (fixture, "2026-11-25T11:00:00Z", 1);
  assert_coming (fixture, "11-28");
  uk_memory_notifier_forget (fixture->notifier);
  rate (fixture, "2026-11-29T11:00:00Z", 0);
  assert_coming (fixture, "");
  saved = uk_scheduler_find_reminder (fixture->scheduler, 1);
  g_assert_cmpint (saved->pace, ==, UK_PACE_RESTS);
  assert_shown (fixture, "1/2026-11-28/10:00 rests-1");
  rate (fixture, "2026-12-01T09:00:00Z", 6);
  assert_coming (fixture, "12-01 12-02 12-03 12-04 12-05");
}

/* Scenario 38: after sleep a break is not due at once. */
static void
test_interval (Fixture *fixture, gconstpointer data)
{
  add (fixture, "interval;60;mo,tu,we,th,fr,sa,su=08:00-18:00");
  uk_fake_clock_run_to (fixture->clock, at ("09:00:00"));
  assert_shown (fixture, "1/2026-11-24/09:00");
  uk_fake_clock_sleep_to (fixture->clock, at ("12:30:00"));
  uk_fake_clock_run_to (fixture->clock, at ("13:29:00"));
  assert_shown (fixture, "");
  uk_fake_clock_run_to (fixture->clock, at ("13:30:30"));
  assert_shown (fixture, "1/2026-11-24/13:30");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, EVERY_DAY "10:00");
  g_assert_false (uk_scheduler_delete_reminder (fixture->scheduler, 7, &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (uk_scheduler_snooze (fixture->scheduler, "1/2026-11-24/10:00", 1441, &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (uk_scheduler_skip (fixture->scheduler, "1/2026-11-24/10:01", &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_OVER);
  g_clear_error (&error);
  g_assert_false (uk_scheduler_pause (fixture->scheduler, at ("07:00:00"), &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (uk_scheduler_set_quiet_hours (fixture->scheduler, 1440, 0, &error));
  g_assert_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/scheduler/on-time", test_on_time },
    { "/scheduler/details", test_details },
    { "/scheduler/tips", test_tips },
    { "/scheduler/28-zone-lost", test_zone_lost },
    { "/scheduler/29-new-rules", test_new_rules },
    { "/scheduler/3-7-sleep", test_sleep },
    { "/scheduler/4-5-long-sleep", test_long_sleep },
    { "/scheduler/6-several", test_several },
    { "/scheduler/8-10-not-running", test_not_running },
    { "/scheduler/9-died-before-showing", test_died_before_showing },
    { "/scheduler/died-after-showing", test_died_after_showing },
    { "/scheduler/11-12-13-clock-set", test_clock_set },
    { "/scheduler/14-no-clock-yet", test_no_clock_yet },
    { "/scheduler/start", test_start },
    { "/scheduler/32-snooze", test_snooze },
    { "/scheduler/before-due", test_before_due },
    { "/scheduler/34-edited-while-open", test_edited_while_open },
    { "/scheduler/35-unknown-action", test_unknown_action },
    { "/scheduler/36-37-quiet-and-pause", test_quiet_and_pause },
    { "/scheduler/39-server-appears", test_server_appears },
    { "/scheduler/41-store-locked", test_store_locked },
    { "/scheduler/43-many", test_many },
    { "/scheduler/44-storm", test_storm },
    { "/scheduler/restore", test_restore },
    { "/scheduler/36-after-quiet-hours", test_after_quiet_hours },
    { "/scheduler/snooze-limit", test_snooze_limit },
    { "/scheduler/38-interval", test_interval },
    { "/scheduler/follows", test_follows },
    { "/scheduler/describe-next", test_describe_next },
    { "/scheduler/more-than-kept", test_more_than_kept },
    { "/scheduler/slow-server", test_slow_server },
    { "/scheduler/late-answer", test_late_answer },
    { "/scheduler/not-taken", test_not_taken },
    { "/scheduler/call", test_call },
    { "/scheduler/38-away", test_away },
    { "/scheduler/refused", test_refused },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
