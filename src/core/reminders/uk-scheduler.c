/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-scheduler.h"

#include "core/reminders/uk-notification-words.h"
#include "core/store/uk-store-reminders.h"

#include <glib/gi18n-lib.h>

/* More than so many at once become one notice. */
#define MOST_NOTICES 2
/* After sleep the desktop needs a moment; a wake-up is late from so many seconds on. */
#define LATE (5 * G_USEC_PER_SEC)
#define SETTLE (10 * G_USEC_PER_SEC)
/* Seconds until a store that failed is tried again. */
#define RETRY 30
#define SNOOZE_MINUTES 10
#define MOST_SNOOZE_MINUTES 1440
#define SETTING_PAUSE "reminders-paused-until"
#define SETTING_QUIET "reminders-quiet-hours"

struct _UkScheduler {
  GObject parent_instance;

  UkClock *clock;       /* (owned) */
  UkZone *zone;         /* (owned) */
  UkStore *store;       /* (owned) */
  UkNotifier *notifier; /* (owned) */

  gboolean loaded;      /* the store has been read */
  GPtrArray *reminders; /* (owned) (element-type UkReminder) as the store has them */
  gint64 paused_until;
  guint quiet_from;
  guint quiet_until;
  gboolean details;

  gint64 armed;         /* microseconds */
  guint planning;       /* a plan waits in the main loop */
  gboolean slept;       /* the last wake-up was late or told of a clock change */
  gboolean settling;
  gint64 settled_at;    /* monotonic */
  GHashTable *several;  /* (owned) set of UkOccurrence that share one notice */
  char *problem;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (UkScheduler, uk_scheduler, G_TYPE_OBJECT)
G_DEFINE_QUARK (uk-scheduler-error-quark, uk_scheduler_error)

enum { CHANGED, FIRED, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_problem (UkScheduler *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  if (problem != NULL)
    g_message ("%s", problem);
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
arm (UkScheduler *self, gint64 instant)
{
  self->armed = instant;
  uk_clock_set_alarm (self->clock, instant);
}

/* What was read or written failed: nothing is lost, it is tried again. */
static void
retry_later (UkScheduler *self, const GError *error)
{
  set_problem (self, error->message);
  arm (self, uk_clock_get_real_time (self->clock) + RETRY * G_USEC_PER_SEC);
}

static gboolean
load_reminders (UkScheduler *self, GError **error)
{
  GPtrArray *reminders = uk_store_list_reminders (self->store, error);

  if (reminders == NULL)
    return FALSE;
  g_ptr_array_unref (self->reminders);
  self->reminders = reminders;
  return TRUE;
}

static void
parse_quiet_hours (UkScheduler *self, const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint from, until;

  if (g_strv_length (ends) == 2 && uk_wall_time_parse (ends[0], &from) && uk_wall_time_parse (ends[1], &until)) {
    self->quiet_from = from;
    self->quiet_until = until;
  }
}

static gboolean
load_settings (UkScheduler *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *pause = uk_store_dup_setting (self->store, SETTING_PAUSE, &local);
  g_autofree char *quiet = NULL;

  if (local == NULL)
    quiet = uk_store_dup_setting (self->store, SETTING_QUIET, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (pause == NULL || !g_ascii_string_to_signed (pause, 10, 0, UK_NEVER, &self->paused_until, NULL))
    self->paused_until = 0;
  if (quiet != NULL)
    parse_quiet_hours (self, quiet);
  return TRUE;
}

static gboolean
make_input (UkScheduler *self, UkPlanInput *input, GError **error)
{
  gint64 now = uk_clock_get_unix_time (self->clock);
  GTimeZone *zone = uk_zone_get (self->zone);
  UkDay today = uk_day_at (zone, now, NULL);

  *input = (UkPlanInput){
    .now = now,
    .zone = zone,
    .reminders = self->reminders,
    .log = uk_store_list_occurrences (self->store, today - UK_PLAN_LOOK_BACK - 1, error),
    .paused_until = self->paused_until,
    .quiet_from = self->quiet_from,
    .quiet_until = self->quiet_until,
  };
  return input->log != NULL;
}

/* Takes a notice away; the one for several goes with the last of them. */
static void
withdraw (UkScheduler *self, const UkOccurrence *occurrence)
{
  g_autofree char *id = uk_occurrence_to_id (occurrence);

  uk_notifier_withdraw (self->notifier, id);
  if (g_hash_table_remove (self->several, occurrence) && g_hash_table_size (self->several) == 0)
    uk_notifier_withdraw (self->notifier, UK_NOTIFICATION_SEVERAL);
}

/* Puts down a state, whether or not the occurrence has been put down before. */
static gboolean
put_down (UkScheduler *self,
          const UkOccurrence *occurrence,
          UkOccurrenceState state,
          gint64 until,
          GError **error)
{
  UkOccurrence changed = *occurrence;
  gboolean claimed;

  changed.state = state;
  changed.until = until;
  if (!uk_store_claim_occurrence (self->store, &changed, &claimed, error))
    return FALSE;
  return claimed || uk_store_update_occurrence (self->store, &changed, error);
}

static gboolean
close_all (UkScheduler *self, GPtrArray *occurrences, UkOccurrenceState state, GError **error)
{
  gint64 now = uk_clock_get_unix_time (self->clock);
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);

    if (!put_down (self, occurrence, state, now, error))
      return FALSE;
    withdraw (self, occurrence);
  }
  return TRUE;
}

static gboolean
delete_all (UkScheduler *self, GPtrArray *occurrences, GError **error)
{
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    if (!uk_store_delete_occurrence (self->store, g_ptr_array_index (occurrences, i), error))
      return FALSE;
    withdraw (self, g_ptr_array_index (occurrences, i));
  }
  return TRUE;
}

/* Claims what is due, so that no other wake-up shows it, and adds to @shown what it got. */
static gboolean
claim_all (UkScheduler *self, GPtrArray *due, GPtrArray *shown, GError **error)
{
  gint64 now = uk_clock_get_unix_time (self->clock);
  guint i;

  for (i = 0; i < due->len; i++) {
    UkOccurrence *occurrence = g_ptr_array_index (due, i);
    gboolean claimed;

    occurrence->state = UK_OCCURRENCE_CLAIMED;
    occurrence->until = now;
    if (!uk_store_claim_occurrence (self->store, occurrence, &claimed, error))
      return FALSE;
    if (claimed)
      g_ptr_array_add (shown, occurrence);
  }
  return TRUE;
}

static gboolean
note_shown (UkScheduler *self, const UkOccurrence *occurrence, GError **error)
{
  g_autofree char *id = uk_occurrence_to_id (occurrence);

  if (!put_down (self, occurrence, UK_OCCURRENCE_SHOWN, uk_clock_get_unix_time (self->clock), error))
    return FALSE;
  g_signal_emit (self, signals[FIRED], 0, id, occurrence->reminder);
  return TRUE;
}

static gboolean
show_one (UkScheduler *self, const UkOccurrence *occurrence, gboolean low, GError **error)
{
  const UkReminder *reminder = uk_scheduler_find_reminder (self, occurrence->reminder);
  g_autoptr (UkNotification) notice = NULL;

  if (reminder == NULL)
    return TRUE;
  notice = uk_notification_new_for_occurrence (occurrence, reminder, self->details);
  notice->low = low;
  return uk_notifier_show (self->notifier, notice, error);
}

static gboolean
show_all (UkScheduler *self, GPtrArray *occurrences, GError **error)
{
  g_autoptr (UkNotification) several = NULL;
  guint i;

  if (occurrences->len > MOST_NOTICES) {
    several = uk_notification_new_for_several (occurrences->len);
    if (!uk_notifier_show (self->notifier, several, error))
      return FALSE;
  }
  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);

    if (several != NULL)
      g_hash_table_add (self->several, uk_occurrence_copy (occurrence));
    else if (!show_one (self, occurrence, FALSE, error))
      return FALSE;
    if (!note_shown (self, occurrence, error))
      return FALSE;
  }
  return TRUE;
}

static void
show_missed (UkScheduler *self, guint n)
{
  g_autoptr (UkNotification) notice = uk_notification_new_for_missed (n);
  g_autoptr (GError) error = NULL;

  if (!uk_notifier_show (self->notifier, notice, &error))
    g_message ("%s", error->message);
}

/* The order matters: what is put down first cannot be shown twice, whenever the process dies. */
static gboolean
carry_out (UkScheduler *self, UkPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;
  guint i;

  if (!delete_all (self, plan->bogus, error) ||
      !close_all (self, plan->silent, UK_OCCURRENCE_SILENT, error) ||
      !close_all (self, plan->overtaken, UK_OCCURRENCE_SKIPPED, error) ||
      !close_all (self, plan->ignored, UK_OCCURRENCE_IGNORED, error) ||
      !close_all (self, plan->missed, UK_OCCURRENCE_MISSED, error) ||
      !claim_all (self, plan->fire, shown, error))
    return FALSE;
  for (i = 0; i < plan->again->len; i++)
    g_ptr_array_add (shown, g_ptr_array_index (plan->again, i));

  if (!show_all (self, shown, &local)) {
    if (local->domain == UK_STORE_ERROR) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    /* Claimed and not shown: again when somebody who shows notices appears, within grace. */
    g_message ("%s", local->message);
  }
  if (plan->missed->len > 0)
    show_missed (self, plan->missed->len);
  return TRUE;
}

static gboolean
is_idle (UkPlan *plan)
{
  return plan->fire->len + plan->again->len + plan->missed->len + plan->silent->len + plan->overtaken->len +
             plan->ignored->len + plan->bogus->len == 0;
}

static UkPlan *
make_plan (UkScheduler *self, GError **error)
{
  UkPlanInput input;
  UkPlan *plan = NULL;

  if (make_input (self, &input, error)) {
    plan = uk_plan_new (&input);
    g_ptr_array_unref (input.log);
  }
  return plan;
}

/* Whether showing must wait until the desktop is back from sleep. */
static gboolean
must_settle (UkScheduler *self, UkPlan *plan)
{
  gint64 now = uk_clock_get_monotonic_time (self->clock);

  if (self->slept && !self->settling && plan->fire->len + plan->again->len + plan->missed->len > 0) {
    self->settling = TRUE;
    self->settled_at = now + SETTLE;
  }
  self->slept = FALSE;
  if (self->settling && now < self->settled_at) {
    arm (self, uk_clock_get_real_time (self->clock) + self->settled_at - now);
    return TRUE;
  }
  self->settling = FALSE;
  return FALSE;
}

/* Notices that an earlier process showed and nobody answered: its buttons died with it. */
static gboolean
show_left_over (UkScheduler *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) log = NULL;
  UkPlanInput input;
  guint i;

  if (!make_input (self, &input, error))
    return FALSE;
  log = input.log;
  for (i = 0; i < log->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (log, i);
    const UkReminder *reminder = uk_scheduler_find_reminder (self, occurrence->reminder);

    if (occurrence->state == UK_OCCURRENCE_SHOWN && reminder != NULL &&
        input.now - occurrence->until <= (gint64) reminder->grace * 60 &&
        !show_one (self, occurrence, TRUE, &local)) {
      g_message ("%s", local->message);
      g_clear_error (&local);
    }
  }
  return TRUE;
}

static gboolean
load (UkScheduler *self, GError **error)
{
  if (!load_settings (self, error) || !load_reminders (self, error) || !show_left_over (self, error))
    return FALSE;
  self->loaded = TRUE;
  return TRUE;
}

static void
plan_now (UkScheduler *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkPlan) plan = NULL;

  if (self->loaded || load (self, &error))
    plan = make_plan (self, &error);
  if (plan != NULL && must_settle (self, plan))
    return;
  if (plan != NULL && !is_idle (plan) && carry_out (self, plan, &error)) {
    uk_plan_free (plan);
    plan = make_plan (self, &error);
    g_signal_emit (self, signals[CHANGED], 0);
  }
  if (plan == NULL || error != NULL) {
    retry_later (self, error);
    return;
  }
  set_problem (self, NULL);
  arm (self, plan->next == UK_NEVER ? UK_NEVER : plan->next * G_USEC_PER_SEC);
}

static gboolean
plan_cb (gpointer data)
{
  UkScheduler *self = data;

  self->planning = 0;
  plan_now (self);
  return G_SOURCE_REMOVE;
}

/* Many reasons to plan become one plan. */
static void
queue_plan (UkScheduler *self)
{
  if (self->planning == 0)
    self->planning = g_idle_add_full (G_PRIORITY_DEFAULT, plan_cb, self, NULL);
}

static void
alarm_cb (UkScheduler *self, guint reason)
{
  if (reason == UK_WAKE_CLOCK_SET ||
      (self->armed != UK_NEVER && uk_clock_get_real_time (self->clock) - self->armed > LATE))
    self->slept = TRUE;
  queue_plan (self);
}

static void
server_changed_cb (UkScheduler *self)
{
  if (uk_notifier_is_present (self->notifier))
    queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const UkOccurrence *
find_logged (GPtrArray *log, const UkOccurrence *key)
{
  guint i;

  for (i = 0; i < log->len; i++) {
    if (uk_occurrence_equal (g_ptr_array_index (log, i), key))
      return g_ptr_array_index (log, i);
  }
  return NULL;
}

/* Fills in what is known of an occurrence that may still be answered: one that is open, or that will come. */
static gboolean
find_answerable (UkScheduler *self, const char *id, UkOccurrence *occurrence, GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  const UkReminder *reminder;
  const UkOccurrence *logged;
  UkPlanInput input;
  UkDay today;

  if (!uk_occurrence_parse_id (id, occurrence) ||
      (reminder = uk_scheduler_find_reminder (self, occurrence->reminder)) == NULL) {
    g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_UNKNOWN, _ ("There is no such reminder"));
    return FALSE;
  }
  if (!make_input (self, &input, error))
    return FALSE;
  log = input.log;
  logged = find_logged (log, occurrence);
  if (logged != NULL && uk_occurrence_is_open (logged)) {
    *occurrence = *logged;
    return TRUE;
  }
  today = uk_day_at (input.zone, input.now, NULL);
  if (logged == NULL && uk_recurrence_has_slot (reminder->recurrence, occurrence->day, occurrence->slot) &&
      occurrence->day >= today && occurrence->day <= today + UK_PLAN_LOOK_BACK &&
      uk_wall_time_resolve (input.zone, occurrence->day, occurrence->slot, &occurrence->due) &&
      occurrence->due > input.now)
    return TRUE;
  g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_OVER, _ ("This reminder is over"));
  return FALSE;
}

static gboolean
answer (UkScheduler *self, const char *id, UkOccurrenceState state, gint64 until, GError **error)
{
  UkOccurrence occurrence;

  if (!find_answerable (self, id, &occurrence, error) || !put_down (self, &occurrence, state, until, error))
    return FALSE;
  withdraw (self, &occurrence);
  queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static void
action_cb (UkScheduler *self, const char *id, guint verb, const char *token)
{
  g_autoptr (GError) error = NULL;
  UkOccurrence occurrence;
  gboolean ok = FALSE;

  if (g_str_equal (id, UK_NOTIFICATION_SEVERAL) || g_str_equal (id, UK_NOTIFICATION_MISSED)) {
    g_signal_emit (self, signals[OPENED], 0, NULL, NULL, FALSE, token);
    return;
  }
  switch ((UkVerb) verb) {
  case UK_VERB_SNOOZE:
    ok = uk_scheduler_snooze (self, id, SNOOZE_MINUTES, &error);
    break;
  case UK_VERB_SKIP:
    ok = uk_scheduler_skip (self, id, &error);
    break;
  case UK_VERB_OPEN:
  case UK_VERB_START:
  default:
    ok = uk_scheduler_done (self, id, &error);
    if (ok && uk_occurrence_parse_id (id, &occurrence))
      g_signal_emit (self, signals[OPENED], 0, id, uk_scheduler_find_reminder (self, occurrence.reminder), TRUE, token);
    break;
  }
  if (!ok) {
    g_message ("%s", error->message);
    uk_notifier_withdraw (self->notifier, id);
  }
}

static void
dispose (GObject *object)
{
  UkScheduler *self = UK_SCHEDULER (object);

  g_clear_handle_id (&self->planning, g_source_remove);
  if (self->clock != NULL) {
    g_signal_handlers_disconnect_by_data (self->clock, self);
    g_signal_handlers_disconnect_by_data (self->zone, self);
    g_signal_handlers_disconnect_by_data (self->notifier, self);
  }
  g_clear_object (&self->clock);
  g_clear_object (&self->zone);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  G_OBJECT_CLASS (uk_scheduler_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkScheduler *self = UK_SCHEDULER (object);

  g_ptr_array_unref (self->reminders);
  g_hash_table_unref (self->several);
  g_free (self->problem);
  G_OBJECT_CLASS (uk_scheduler_parent_class)->finalize (object);
}

static void
uk_scheduler_class_init (UkSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = UK_TYPE_SCHEDULER;

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIRED] = g_signal_new (
      "fired", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened",
                                  type,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  4,
                                  G_TYPE_STRING,
                                  G_TYPE_POINTER,
                                  G_TYPE_BOOLEAN,
                                  G_TYPE_STRING);
}

static void
uk_scheduler_init (UkScheduler *self)
{
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) uk_reminder_free);
  self->several = g_hash_table_new_full (uk_occurrence_hash, uk_occurrence_equal, g_free, NULL);
  self->armed = UK_NEVER;
}

/**
 * uk_scheduler_new:
 * @clock: what time it is
 * @zone: where
 * @store: where reminders are kept; nobody else writes them
 * @notifier: who tells the person
 *
 * Returns: (transfer full): a scheduler that does nothing yet
 */
UkScheduler *
uk_scheduler_new (UkClock *clock, UkZone *zone, UkStore *store, UkNotifier *notifier)
{
  UkScheduler *self;

  g_return_val_if_fail (UK_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (UK_IS_ZONE (zone), NULL);
  g_return_val_if_fail (UK_IS_STORE (store), NULL);
  g_return_val_if_fail (UK_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (UK_TYPE_SCHEDULER, NULL);
  self->clock = g_object_ref (clock);
  self->zone = g_object_ref (zone);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  g_signal_connect_swapped (clock, "alarm", G_CALLBACK (alarm_cb), self);
  g_signal_connect_swapped (zone, "changed", G_CALLBACK (queue_plan), self);
  g_signal_connect_swapped (notifier, "action", G_CALLBACK (action_cb), self);
  g_signal_connect_swapped (notifier, "server-changed", G_CALLBACK (server_changed_cb), self);
  return self;
}

/**
 * uk_scheduler_start:
 *
 * Reads the store, catches up with what happened since it was last written, and waits for the next time.
 */
void
uk_scheduler_start (UkScheduler *self)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  plan_now (self);
}

/**
 * uk_scheduler_set_details:
 * @details: whether notices may name the routine
 */
void
uk_scheduler_set_details (UkScheduler *self, gboolean details)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  self->details = details;
}

/**
 * uk_scheduler_list_reminders:
 *
 * Returns: (transfer none) (element-type UkReminder): all of them, oldest first
 */
GPtrArray *
uk_scheduler_list_reminders (UkScheduler *self)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return self->reminders;
}

/**
 * uk_scheduler_find_reminder:
 * @id: id of a reminder
 *
 * Returns: (transfer none) (nullable): it
 */
const UkReminder *
uk_scheduler_find_reminder (UkScheduler *self, gint64 id)
{
  guint i;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  for (i = 0; i < self->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (self->reminders, i);

    if (reminder->id == id)
      return reminder;
  }
  return NULL;
}

static gboolean
check_known (UkScheduler *self, gint64 id, GError **error)
{
  if (uk_scheduler_find_reminder (self, id) != NULL)
    return TRUE;
  g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_UNKNOWN, _ ("There is no such reminder"));
  return FALSE;
}

/* What is on the screen about a reminder that changes does not hold any more. */
static gboolean
close_open (UkScheduler *self, gint64 reminder, GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  UkPlanInput input;
  guint i;

  if (!make_input (self, &input, error))
    return FALSE;
  log = input.log;
  for (i = 0; i < log->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (log, i);

    if (occurrence->reminder != reminder || !uk_occurrence_is_open (occurrence))
      continue;
    if (!put_down (self, occurrence, UK_OCCURRENCE_SKIPPED, input.now, error))
      return FALSE;
    withdraw (self, occurrence);
  }
  return TRUE;
}

static gboolean
reload (UkScheduler *self, GError **error)
{
  if (!load_reminders (self, error))
    return FALSE;
  queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * uk_scheduler_save_reminder:
 * @reminder: with @id 0 a new one; its @since is set to now
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: its id; 0 with an error
 */
gint64
uk_scheduler_save_reminder (UkScheduler *self, const UkReminder *reminder, GError **error)
{
  g_autoptr (UkReminder) saved = NULL;
  gint64 id;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), 0);
  g_return_val_if_fail (reminder != NULL, 0);

  if (reminder->id != 0 && (!check_known (self, reminder->id, error) || !close_open (self, reminder->id, error)))
    return 0;
  saved = uk_reminder_copy (reminder);
  saved->since = uk_clock_get_unix_time (self->clock);
  id = uk_store_save_reminder (self->store, saved, error);
  return id != 0 && reload (self, error) ? id : 0;
}

/**
 * uk_scheduler_delete_reminder:
 * @id: id of a reminder
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it is gone
 */
gboolean
uk_scheduler_delete_reminder (UkScheduler *self, gint64 id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  return check_known (self, id, error) && close_open (self, id, error) &&
         uk_store_delete_reminder (self->store, id, error) && reload (self, error);
}

/**
 * uk_scheduler_set_enabled:
 * @id: id of a reminder
 * @enabled: whether it fires
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_set_enabled (UkScheduler *self, gint64 id, gboolean enabled, GError **error)
{
  g_autoptr (UkReminder) changed = NULL;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (!check_known (self, id, error))
    return FALSE;
  changed = uk_reminder_copy (uk_scheduler_find_reminder (self, id));
  if (changed->enabled == enabled)
    return TRUE;
  changed->enabled = enabled;
  return uk_scheduler_save_reminder (self, changed, error) != 0;
}

/**
 * uk_scheduler_snooze:
 * @id: id of an occurrence that is open or will come
 * @minutes: after how many minutes from now it comes back, 1 to 1440
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it was put off
 */
gboolean
uk_scheduler_snooze (UkScheduler *self, const char *id, guint minutes, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (minutes < 1 || minutes > MOST_SNOOZE_MINUTES) {
    g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_INVALID,
                         _ ("A reminder can be put off by 1 minute to 24 hours"));
    return FALSE;
  }
  return answer (self, id, UK_OCCURRENCE_SNOOZED,
                 uk_clock_get_unix_time (self->clock) + (gint64) minutes * 60, error);
}

/**
 * uk_scheduler_skip:
 * @id: id of an occurrence that is open or will come
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it was put down as skipped
 */
gboolean
uk_scheduler_skip (UkScheduler *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  return answer (self, id, UK_OCCURRENCE_SKIPPED, uk_clock_get_unix_time (self->clock), error);
}

/**
 * uk_scheduler_done:
 * @id: id of an occurrence that is open or will come
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it was put down as done
 */
gboolean
uk_scheduler_done (UkScheduler *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  return answer (self, id, UK_OCCURRENCE_DONE, uk_clock_get_unix_time (self->clock), error);
}

/**
 * uk_scheduler_list_coming:
 * @days: how many local days, today included
 *
 * Returns: (transfer container) (element-type UkOccurrence): what will be shown, in order of time; empty if
 *   the store cannot be read
 */
GPtrArray *
uk_scheduler_list_coming (UkScheduler *self, guint days)
{
  g_autoptr (GError) error = NULL;
  UkPlanInput input;
  GPtrArray *coming;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  if (!make_input (self, &input, &error)) {
    set_problem (self, error->message);
    return g_ptr_array_new_with_free_func (g_free);
  }
  coming = uk_plan_list_coming (&input, days);
  g_ptr_array_unref (input.log);
  return coming;
}

/**
 * uk_scheduler_pause:
 * @until: Unix seconds; 0 to go on, %UK_NEVER until told to go on
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Keeps all reminders silent until @until.
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_pause (UkScheduler *self, gint64 until, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (until != 0 && until <= uk_clock_get_unix_time (self->clock)) {
    g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_INVALID, _ ("A pause must end in the future"));
    return FALSE;
  }
  /* What came due in the old pause is put down as silent before it is forgotten. */
  plan_now (self);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, until);
  if (!uk_store_set_setting (self->store, SETTING_PAUSE, text, error))
    return FALSE;
  self->paused_until = until;
  queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * uk_scheduler_get_paused_until:
 *
 * Returns: Unix seconds; 0 if reminders are not paused now
 */
gint64
uk_scheduler_get_paused_until (UkScheduler *self)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), 0);

  return self->paused_until > uk_clock_get_unix_time (self->clock) ? self->paused_until : 0;
}

/**
 * uk_scheduler_set_quiet_hours:
 * @from: minute of the day at which they begin
 * @until: minute at which they end; equal to @from for none
 * @error: #UkSchedulerError or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_scheduler_set_quiet_hours (UkScheduler *self, guint from, guint until, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (UK_IS_SCHEDULER (self), FALSE);

  if (from >= UK_MINUTES_PER_DAY || until >= UK_MINUTES_PER_DAY) {
    g_set_error_literal (error, UK_SCHEDULER_ERROR, UK_SCHEDULER_ERROR_INVALID, _ ("A day ends at 23:59"));
    return FALSE;
  }
  plan_now (self);
  first = uk_wall_time_to_string (from);
  last = uk_wall_time_to_string (until);
  text = g_strdup_printf ("%s-%s", first, last);
  if (!uk_store_set_setting (self->store, SETTING_QUIET, text, error))
    return FALSE;
  self->quiet_from = from;
  self->quiet_until = until;
  queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * uk_scheduler_get_quiet_hours:
 * @from: (out): minute of the day
 * @until: (out): minute of the day; equal to @from if there are none
 */
void
uk_scheduler_get_quiet_hours (UkScheduler *self, guint *from, guint *until)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));
  g_return_if_fail (from != NULL && until != NULL);

  *from = self->quiet_from;
  *until = self->quiet_until;
}

/**
 * uk_scheduler_get_problem:
 *
 * Returns: (transfer none) (nullable): what keeps reminders from working, a translated sentence
 */
const char *
uk_scheduler_get_problem (UkScheduler *self)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return self->problem != NULL ? self->problem : uk_zone_get_problem (self->zone);
}
