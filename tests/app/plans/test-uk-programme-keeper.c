/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plans/uk-programme-keeper.h"
#include "app/support/uk-app-test.h"
#include "core/plans/uk-programme-reminders.h"
#include "core/reminders/uk-scheduler.h"
#include "core/store/uk-store-reminders.h"
#include "core/store/uk-store-runs.h"
#include "service/uk-bus-object.h"
#include "support/uk-memory-notifier.h"
#include "support/uk-test.h"

#define PATIENCE_MS 20000

typedef struct {
  UkAppTest app;
  UkScheduler *scheduler;
  UkBusObject *object;
  guint name;
  UkClock *clock;
  UkProgrammeKeeper *keeper;
  guint expected; /* reminders of plans that are waited for; G_MAXUINT: any */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (UkZone) zone = uk_zone_new_fixed ("UTC");
  g_autoptr (UkMemoryNotifier) notifier = uk_memory_notifier_new ();
  g_autoptr (GError) error = NULL;

  uk_app_test_set_up (&fixture->app);
  fixture->clock = uk_system_clock_new (0);
  fixture->scheduler
      = uk_scheduler_new (fixture->clock, zone, fixture->app.context.store, UK_NOTIFIER (notifier));
  uk_scheduler_start (fixture->scheduler);
  fixture->object = uk_bus_object_new (UK_NOTIFIER (notifier));
  uk_bus_object_set_scheduler (fixture->object, fixture->scheduler);
  uk_bus_object_export (fixture->object, bus, &error);
  g_assert_no_error (error);
  fixture->name = g_bus_own_name_on_connection (bus, UK_SERVICE_ID, 0, NULL, NULL, NULL, NULL);
  uk_reminder_client_connect (fixture->app.context.reminders);
  fixture->keeper = uk_programme_keeper_new (&fixture->app.context, fixture->clock);
}

static gboolean
is_gone (gpointer data)
{
  return !uk_reminder_client_is_available (data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->keeper);
  g_clear_handle_id (&fixture->name, g_bus_unown_name);
  uk_test_spin_until (is_gone, fixture->app.context.reminders, PATIENCE_MS);
  g_clear_object (&fixture->object);
  g_clear_object (&fixture->scheduler);
  g_clear_object (&fixture->clock);
  uk_app_test_tear_down (&fixture->app);
}

static gboolean
is_kept (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) reminders = uk_store_list_reminders (fixture->app.context.store, NULL);
  guint i, n = 0;

  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);

    n += reminder->kind == UK_REMINDER_PLAN_DAY
         && g_strcmp0 (reminder->reference, UK_PROGRAMME_REFERENCE) == 0;
  }
  return fixture->expected == G_MAXUINT ? n > 0 : n == fixture->expected;
}

static void
start (Fixture *fixture)
{
  const UkEnrolment enrolment = {
    .id = (char *)"e",
    .programme = (char *)"pg-acute-3",
    .region = (char *)"calf",
    .side = UK_SIDE_LEFT,
    .started = (UkDay)(uk_clock_get_unix_time (fixture->clock) / 86400),
    .first = 1,
    .times = { 480, 750, 1170 },
    .reminds = TRUE,
  };

  g_assert_true (uk_programme_book_start (fixture->app.context.programmes, &enrolment, NULL));
}

/* A plan that starts makes reminders, one that ends takes them away. */
static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) running = NULL;

  start (fixture);
  fixture->expected = G_MAXUINT;
  uk_test_spin_until (is_kept, fixture, PATIENCE_MS);
  running = uk_programme_book_list_running (fixture->app.context.programmes,
                                            uk_clock_get_unix_time (fixture->clock), zone);
  g_assert_true (uk_programme_book_end (fixture->app.context.programmes, g_ptr_array_index (running, 0),
                                        UK_ENROLMENT_STOPPED, uk_clock_get_unix_time (fixture->clock), NULL));
  fixture->expected = 0;
  uk_test_spin_until (is_kept, fixture, PATIENCE_MS);
}

/* A run of one of today's routines is done in the plan, and the next one of that part is offered. */
static void
test_runs (Fixture *fixture, gconstpointer data)
{
  const gint64 now = uk_clock_get_unix_time (fixture->clock);
  const UkRunRecord run = { (char *)"r", (char *)"hc-heat-pad-15", (char *)"calf", UK_SIDE_LEFT, now - 1, now, 900, 1,
                            TRUE, NULL };
  g_autofree char *region = NULL;
  UkDue due;

  start (fixture);
  g_assert_false (uk_programme_keeper_find_next (fixture->keeper, &due, &region));
  g_assert_true (uk_store_save_run (fixture->app.context.store, &run, NULL));
  uk_programme_keeper_note_runs (fixture->keeper);
  g_assert_true (uk_programme_keeper_find_next (fixture->keeper, &due, &region));
  g_assert_cmpstr (due.routine->id, ==, "st-shin-ankle");
  g_assert_cmpstr (region, ==, "calf");
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add ("/programme-keeper/reminders", Fixture, NULL, set_up, test_reminders, tear_down);
  g_test_add ("/programme-keeper/runs", Fixture, NULL, set_up, test_runs, tear_down);
  return g_test_run ();
}
