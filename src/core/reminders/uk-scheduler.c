/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-scheduler-private.h"

#include "core/reminders/uk-notification-words.h"
#include "core/reminders/uk-reminder-paces.h"

#include <glib/gi18n-lib.h>

/* After sleep the desktop needs a moment; a wake-up is late from so many seconds on. */
#define LATE (5 * G_USEC_PER_SEC)
#define SETTLE (10 * G_USEC_PER_SEC)
/* Seconds until a store that failed is tried again. */
#define RETRY 30
/* Who was away or asleep for so many seconds has rested. */
#define REST (5 * 60)

G_DEFINE_FINAL_TYPE (UkScheduler, uk_scheduler, G_TYPE_OBJECT)

enum { CHANGED, FIRED, OPENED, PLANNED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
uk_scheduler_set_problem (UkScheduler *self, const char *problem)
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
  self->armed = MIN (instant, self->retry_at);
  uk_clock_set_alarm (self->clock, self->armed);
}

/* What was read or written failed: nothing is lost, it is tried again. */
static void
retry_later (UkScheduler *self, const GError *error)
{
  uk_scheduler_set_problem (self, error->message);
  arm (self, uk_clock_get_real_time (self->clock) + RETRY * G_USEC_PER_SEC);
}

gint64
uk_scheduler_get_now (UkScheduler *self)
{
  return uk_clock_get_unix_time (self->clock);
}

gboolean
uk_scheduler_make_input (UkScheduler *self, UkPlanInput *input, GError **error)
{
  if (!uk_reminder_book_make_input (self->book, uk_scheduler_get_now (self),
                                    uk_zone_get (self->zone), input, error))
    return FALSE;
  input->rested_at = self->rested_at;
  return TRUE;
}

/* The monotonic clock stands still while the machine sleeps. */
static void
note_sleep (UkScheduler *self)
{
  gint64 real = uk_clock_get_real_time (self->clock);
  gint64 monotonic = uk_clock_get_monotonic_time (self->clock);

  if ((real - self->seen_real) - (monotonic - self->seen_monotonic)
      >= (gint64)REST * G_USEC_PER_SEC)
    self->rested_at = real / G_USEC_PER_SEC;
  self->seen_real = real;
  self->seen_monotonic = monotonic;
}

static gboolean
close_all (UkScheduler *self, GPtrArray *occurrences, UkOccurrenceState state, GError **error)
{
  gint64 now = uk_scheduler_get_now (self);
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);

    if (!uk_reminder_book_put_down (self->book, occurrence, state, now, error))
      return FALSE;
    uk_notice_board_withdraw (self->board, occurrence);
  }
  return TRUE;
}

static gboolean
delete_all (UkScheduler *self, GPtrArray *occurrences, GError **error)
{
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    if (!uk_reminder_book_erase (self->book, g_ptr_array_index (occurrences, i), error))
      return FALSE;
    uk_notice_board_withdraw (self->board, g_ptr_array_index (occurrences, i));
  }
  return TRUE;
}

/* Claims what is due, so that no other wake-up shows it, and adds to @shown what it got. */
static gboolean
claim_all (UkScheduler *self, GPtrArray *due, GPtrArray *shown, GError **error)
{
  gint64 now = uk_scheduler_get_now (self);
  guint i;

  for (i = 0; i < due->len; i++) {
    UkOccurrence *occurrence = g_ptr_array_index (due, i);
    gboolean claimed;

    occurrence->state = UK_OCCURRENCE_CLAIMED;
    occurrence->until = now;
    if (!uk_reminder_book_claim (self->book, occurrence, &claimed, error))
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

  if (!uk_reminder_book_put_down (self->book, occurrence, UK_OCCURRENCE_SHOWN,
                                  uk_scheduler_get_now (self), error))
    return FALSE;
  g_signal_emit (self, signals[FIRED], 0, id, occurrence->reminder);
  return TRUE;
}

/* A server that answers at once has been heard when this returns. */
static gboolean
show_all (UkScheduler *self, GPtrArray *occurrences, GError **error)
{
  self->showing = TRUE;
  uk_notice_board_show (self->board, occurrences, uk_scheduler_get_now (self), FALSE);
  self->showing = FALSE;
  if (self->unsaved == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->unsaved));
  return FALSE;
}

static void
shown_cb (UkScheduler *self, const UkOccurrence *occurrence)
{
  g_autoptr (GError) error = NULL;

  self->refused = FALSE;
  if (!note_shown (self, occurrence, &error)) {
    if (!self->showing)
      retry_later (self, error);
    else if (self->unsaved == NULL)
      self->unsaved = g_steal_pointer (&error);
  } else if (!self->showing) {
    uk_scheduler_note_changed (self);
  }
}

/* Claimed and not shown: again when somebody who shows notices appears, or after a while, within
 * grace. */
static void
failed_cb (UkScheduler *self, const char *problem)
{
  g_message ("%s", problem);
  if (!uk_notifier_is_present (self->notifier))
    return;
  self->retry_at = uk_clock_get_real_time (self->clock) + RETRY * G_USEC_PER_SEC;
  if (!self->refused) {
    self->refused = TRUE;
    g_signal_emit (self, signals[CHANGED], 0);
  }
  if (!self->showing)
    arm (self, self->armed);
}

/* The order matters: what is put down first cannot be shown twice, whenever the process dies. */
static gboolean
carry_out (UkScheduler *self, UkPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint i;

  if (!delete_all (self, plan->bogus, error)
      || !close_all (self, plan->silent, UK_OCCURRENCE_SILENT, error)
      || !close_all (self, plan->rested, UK_OCCURRENCE_RESTED, error)
      || !close_all (self, plan->held, UK_OCCURRENCE_HELD, error)
      || !close_all (self, plan->overtaken, UK_OCCURRENCE_SKIPPED, error)
      || !close_all (self, plan->ignored, UK_OCCURRENCE_IGNORED, error)
      || !close_all (self, plan->missed, UK_OCCURRENCE_MISSED, error)
      || !claim_all (self, plan->fire, shown, error))
    return FALSE;
  for (i = 0; i < plan->again->len; i++)
    g_ptr_array_add (shown, g_ptr_array_index (plan->again, i));

  if (!show_all (self, shown, error))
    return FALSE;
  if (plan->missed->len > 0)
    uk_notice_board_show_missed (self->board, plan->missed->len);
  return TRUE;
}

static gboolean
is_idle (UkPlan *plan)
{
  return plan->fire->len + plan->again->len + plan->missed->len + plan->silent->len
             + plan->held->len + plan->rested->len + plan->overtaken->len + plan->ignored->len
             + plan->bogus->len
         == 0;
}

/* Where the person is, is asked only if something would be shown. */
static gboolean
needs_presence (UkScheduler *self, UkPlan *plan)
{
  return self->presence != NULL && plan->fire->len + plan->again->len + plan->rested->len > 0;
}

/* The answer makes a new plan. */
static gboolean
must_ask (UkScheduler *self, UkPlan *plan)
{
  if (self->presence_known || !needs_presence (self, plan))
    return FALSE;
  if (!self->asking) {
    self->asking = TRUE;
    uk_presence_ask (self->presence);
  }
  return TRUE;
}

static UkPlan *
make_plan (UkScheduler *self, GError **error)
{
  UkPlanInput input;
  UkPlan *plan;

  if (!uk_scheduler_make_input (self, &input, error))
    return NULL;
  plan = uk_plan_new (&input);
  if (self->presence_known && needs_presence (self, plan)) {
    input.held = uk_presence_is_held (self->presence);
    input.away = self->away = uk_presence_is_away (self->presence);
    if (input.held || input.away) {
      uk_plan_free (plan);
      plan = uk_plan_new (&input);
    }
  }
  g_ptr_array_unref (input.log);
  return plan;
}

/* Whether showing must wait until the desktop is back from sleep. */
static gboolean
must_settle (UkScheduler *self, UkPlan *plan)
{
  gint64 now = uk_clock_get_monotonic_time (self->clock);

  if (self->slept && !self->settling
      && plan->fire->len + plan->again->len + plan->missed->len > 0) {
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
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  UkPlanInput input;
  guint i;

  if (!uk_scheduler_make_input (self, &input, error))
    return FALSE;
  log = input.log;
  for (i = 0; i < log->len; i++) {
    UkOccurrence *occurrence = g_ptr_array_index (log, i);
    const UkReminder *reminder = uk_scheduler_find_reminder (self, occurrence->reminder);

    if (occurrence->state == UK_OCCURRENCE_SHOWN && reminder != NULL
        && input.now - occurrence->until <= (gint64)reminder->grace * 60)
      g_ptr_array_add (open, occurrence);
  }
  uk_notice_board_show (self->board, open, input.now, TRUE);
  return TRUE;
}

static gboolean
load (UkScheduler *self, GError **error)
{
  self->loaded = uk_reminder_book_load (self->book, error) && show_left_over (self, error);
  return self->loaded;
}

static void
plan_and_arm (UkScheduler *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkPlan) plan = NULL;

  note_sleep (self);
  if (uk_clock_get_real_time (self->clock) >= self->retry_at)
    self->retry_at = UK_NEVER;
  if ((self->loaded || load (self, &error))
      && uk_reminder_book_mend (self->book, uk_scheduler_get_now (self), &error)
      && uk_reminder_paces_update (self->book, self->store, self->board,
                                   uk_scheduler_get_now (self), uk_zone_get (self->zone), &error))
    plan = make_plan (self, &error);
  if (plan != NULL && (must_settle (self, plan) || must_ask (self, plan)))
    return;
  if (plan != NULL && !is_idle (plan) && carry_out (self, plan, &error)
      && uk_reminder_book_drop_finished (self->book, uk_scheduler_get_now (self),
                                         uk_zone_get (self->zone), &error)) {
    uk_plan_free (plan);
    plan = make_plan (self, &error);
    g_signal_emit (self, signals[CHANGED], 0);
  }
  self->presence_known = FALSE;
  if (plan == NULL || error != NULL) {
    retry_later (self, error);
    return;
  }
  uk_scheduler_set_problem (self, NULL);
  arm (self, plan->next == UK_NEVER ? UK_NEVER : plan->next * G_USEC_PER_SEC);
}

void
uk_scheduler_plan (UkScheduler *self)
{
  plan_and_arm (self);
  g_signal_emit (self, signals[PLANNED], 0);
}

static gboolean
plan_cb (gpointer data)
{
  UkScheduler *self = data;

  self->planning = 0;
  uk_scheduler_plan (self);
  return G_SOURCE_REMOVE;
}

/* Many reasons to plan become one plan. */
void
uk_scheduler_queue_plan (UkScheduler *self)
{
  if (self->planning == 0)
    self->planning = g_idle_add_full (G_PRIORITY_DEFAULT, plan_cb, self, NULL);
}

void
uk_scheduler_note_changed (UkScheduler *self)
{
  uk_scheduler_queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
alarm_cb (UkScheduler *self, guint reason)
{
  if (reason == UK_WAKE_CLOCK_SET
      || (self->armed != UK_NEVER && uk_clock_get_real_time (self->clock) - self->armed > LATE))
    self->slept = TRUE;
  uk_zone_refresh (self->zone);
  uk_scheduler_queue_plan (self);
}

static void
presence_changed_cb (UkScheduler *self)
{
  gboolean away = uk_presence_is_away (self->presence);

  if (self->away && !away)
    self->rested_at = uk_scheduler_get_now (self);
  self->away = away;
  uk_scheduler_queue_plan (self);
}

static void
presence_answered_cb (UkScheduler *self)
{
  if (!self->asking) {
    /* It may describe itself in other words now. */
    g_signal_emit (self, signals[CHANGED], 0);
    return;
  }
  self->asking = FALSE;
  self->presence_known = TRUE;
  uk_scheduler_queue_plan (self);
}

static void
server_changed_cb (UkScheduler *self)
{
  if (uk_notifier_is_present (self->notifier))
    uk_scheduler_queue_plan (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
action_cb (UkScheduler *self, const char *id, guint verb, const char *token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkReminder) copy = NULL;
  const UkReminder *reminder;
  UkOccurrence occurrence;
  gboolean ok = FALSE;

  if (g_str_has_prefix (id, UK_NOTIFICATION_SEVERAL) || g_str_has_prefix (id, UK_NOTIFICATION_RESTS)
      || g_str_equal (id, UK_NOTIFICATION_MISSED)) {
    g_signal_emit (self, signals[OPENED], 0, NULL, NULL, FALSE, token);
    return;
  }
  reminder = uk_occurrence_parse_id (id, &occurrence)
                 ? uk_scheduler_find_reminder (self, occurrence.reminder)
                 : NULL;
  switch ((UkVerb)verb) {
  case UK_VERB_SNOOZE:
    ok = uk_scheduler_snooze (self, id, 0, &error);
    break;
  case UK_VERB_SKIP:
    ok = uk_scheduler_skip (self, id, &error);
    break;
  case UK_VERB_OPEN:
  case UK_VERB_START:
  default:
    if (reminder != NULL)
      copy = uk_reminder_copy (reminder);
    ok = uk_scheduler_done (self, id, &error);
    if (ok)
      g_signal_emit (self, signals[OPENED], 0, id, copy, TRUE, token);
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
  if (self->presence != NULL)
    g_signal_handlers_disconnect_by_data (self->presence, self);
  g_clear_object (&self->presence);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->zone);
  g_clear_object (&self->notifier);
  g_clear_object (&self->book);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (uk_scheduler_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_SCHEDULER (object)->problem);
  g_clear_error (&UK_SCHEDULER (object)->unsaved);
  G_OBJECT_CLASS (uk_scheduler_parent_class)->finalize (object);
}

static void
uk_scheduler_class_init (UkSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = UK_TYPE_SCHEDULER;

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIRED] = g_signal_new ("fired", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                      G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[PLANNED]
      = g_signal_new ("planned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
uk_scheduler_init (UkScheduler *self)
{
  self->armed = UK_NEVER;
  self->retry_at = UK_NEVER;
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
  self->notifier = g_object_ref (notifier);
  self->book = uk_reminder_book_new (store);
  self->board = uk_notice_board_new (notifier, self->book);
  self->store = g_object_ref (store);
  self->rested_at = uk_scheduler_get_now (self);
  self->seen_real = uk_clock_get_real_time (clock);
  self->seen_monotonic = uk_clock_get_monotonic_time (clock);
  g_signal_connect_swapped (clock, "alarm", G_CALLBACK (alarm_cb), self);
  g_signal_connect_swapped (zone, "changed", G_CALLBACK (uk_scheduler_queue_plan), self);
  g_signal_connect_swapped (notifier, "action", G_CALLBACK (action_cb), self);
  g_signal_connect_swapped (notifier, "server-changed", G_CALLBACK (server_changed_cb), self);
  g_signal_connect_swapped (self->board, "shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->board, "failed", G_CALLBACK (failed_cb), self);
  return self;
}

/**
 * uk_scheduler_start:
 *
 * Reads the store, catches up with what happened since it was last written, and waits for the next
 * time.
 */
void
uk_scheduler_start (UkScheduler *self)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  uk_scheduler_plan (self);
}

/**
 * uk_scheduler_set_tip_func:
 * @tip: (nullable): what the notice of a break says, if details may be told
 * @data: for @tip; must live as long as the scheduler
 */
void
uk_scheduler_set_tip_func (UkScheduler *self, UkTipFunc tip, gpointer data)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  uk_notice_board_set_tip_func (self->board, tip, data);
}

/**
 * uk_scheduler_set_details:
 * @details: whether notices may name the routine
 */
void
uk_scheduler_set_details (UkScheduler *self, gboolean details)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  uk_notice_board_set_details (self->board, details);
}

/**
 * uk_scheduler_set_snooze_minutes:
 * @minutes: by how much a notification's button puts it off, 1 to 1440
 */
void
uk_scheduler_set_snooze_minutes (UkScheduler *self, guint minutes)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));

  uk_notice_board_set_snooze_minutes (self->board, minutes);
}

/**
 * uk_scheduler_set_presence:
 * @presence: what is known about the person
 */
void
uk_scheduler_set_presence (UkScheduler *self, UkPresence *presence)
{
  g_return_if_fail (UK_IS_SCHEDULER (self));
  g_return_if_fail (UK_IS_PRESENCE (presence));
  g_return_if_fail (self->presence == NULL);

  self->presence = g_object_ref (presence);
  g_signal_connect_swapped (presence, "answered", G_CALLBACK (presence_answered_cb), self);
  g_signal_connect_swapped (presence, "changed", G_CALLBACK (presence_changed_cb), self);
}

/**
 * uk_scheduler_describe_presence:
 *
 * Returns: (transfer full) (nullable): how it is known whether the person is there, translated;
 * %NULL if nothing is
 */
char *
uk_scheduler_describe_presence (UkScheduler *self)
{
  g_return_val_if_fail (UK_IS_SCHEDULER (self), NULL);

  return self->presence == NULL ? NULL : uk_presence_describe (self->presence);
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

  if (self->problem != NULL)
    return self->problem;
  if (uk_notifier_get_problem (self->notifier) != NULL)
    return uk_notifier_get_problem (self->notifier);
  if (self->refused)
    return _ ("The desktop did not take a reminder; it comes again in a moment");
  return uk_zone_get_problem (self->zone);
}
