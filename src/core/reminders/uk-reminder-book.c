/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-reminder-book.h"

#include "core/store/uk-store-reminders.h"
#include "core/time/uk-clock.h"

#include <glib/gi18n-lib.h>

#define SETTING_PAUSE "reminders-paused-until"
#define SETTING_QUIET "reminders-quiet-hours"
#define SETTING_QUIET_MOVES "reminders-after-quiet-hours"
#define SETTING_SNOOZES "reminders-most-snoozes"
/* What was deleted can come back for so many seconds. */
#define KEEP_DELETED (24 * 3600)
/* A book with more reminders is read when it is needed and not kept in memory. */
#define MOST_KEPT 1000
#define KEPT_SECONDS 2
/* A clock is wrong that is ahead by more. */
#define CLOCK_SLACK (26 * 3600)
/* A clock that shows an earlier time is not set yet: the program did not exist. */
#define FIRST_SANE_TIME G_GINT64_CONSTANT (1767225600)

struct _UkReminderBook {
  GObject parent_instance;

  UkStore *store;       /* (owned) */
  GPtrArray *reminders; /* (owned) (element-type UkReminder) (nullable) as the store has them */
  guint forgetting;     /* waits until nobody reads them any more */
  gint64 paused_until;
  guint quiet_from;
  guint quiet_until;
  gboolean quiet_moves;
  guint most_snoozes;
  gint64 purged_at; /* Unix seconds */
};

G_DEFINE_FINAL_TYPE (UkReminderBook, uk_reminder_book, G_TYPE_OBJECT)
G_DEFINE_QUARK (uk - reminder - book - error - quark, uk_reminder_book_error)

static gboolean
forget_cb (gpointer data)
{
  UkReminderBook *self = data;

  self->forgetting = 0;
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

static gboolean
load_reminders (UkReminderBook *self, GError **error)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->reminders);

  self->reminders = uk_store_list_reminders (self->store, error);
  if (self->reminders == NULL) {
    self->reminders = g_steal_pointer (&old);
    return FALSE;
  }
  if (self->reminders->len > MOST_KEPT && self->forgetting == 0)
    self->forgetting = g_timeout_add_seconds (KEPT_SECONDS, forget_cb, self);
  return TRUE;
}

static gboolean
ensure_reminders (UkReminderBook *self, GError **error)
{
  return self->reminders != NULL || load_reminders (self, error);
}

static void
parse_quiet_hours (UkReminderBook *self, const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint from, until;

  if (g_strv_length (ends) == 2 && uk_wall_time_parse (ends[0], &from)
      && uk_wall_time_parse (ends[1], &until)) {
    self->quiet_from = from;
    self->quiet_until = until;
  }
}

static gboolean
load_settings (UkReminderBook *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *pause = uk_store_dup_setting (self->store, SETTING_PAUSE, &local);
  g_autofree char *quiet = NULL;
  g_autofree char *moves = NULL;
  g_autofree char *snoozes = NULL;
  guint64 number;

  if (local == NULL)
    quiet = uk_store_dup_setting (self->store, SETTING_QUIET, &local);
  if (local == NULL)
    moves = uk_store_dup_setting (self->store, SETTING_QUIET_MOVES, &local);
  if (local == NULL)
    snoozes = uk_store_dup_setting (self->store, SETTING_SNOOZES, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (pause == NULL
      || !g_ascii_string_to_signed (pause, 10, 0, UK_NEVER, &self->paused_until, NULL))
    self->paused_until = 0;
  if (quiet != NULL)
    parse_quiet_hours (self, quiet);
  self->quiet_moves = g_strcmp0 (moves, "yes") == 0;
  if (snoozes != NULL && g_ascii_string_to_unsigned (snoozes, 10, 0, UK_SNOOZES_MAX, &number, NULL))
    self->most_snoozes = (guint)number;
  return TRUE;
}

static const UkOccurrence *
find_key (GPtrArray *occurrences, const UkOccurrence *key)
{
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    if (uk_occurrence_equal (g_ptr_array_index (occurrences, i), key))
      return g_ptr_array_index (occurrences, i);
  }
  return NULL;
}

static void
finalize (GObject *object)
{
  UkReminderBook *self = UK_REMINDER_BOOK (object);

  g_clear_handle_id (&self->forgetting, g_source_remove);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_object_unref (self->store);
  G_OBJECT_CLASS (uk_reminder_book_parent_class)->finalize (object);
}

static void
uk_reminder_book_class_init (UkReminderBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
uk_reminder_book_init (UkReminderBook *self)
{
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  self->most_snoozes = UK_SNOOZES_DEFAULT;
}

/**
 * uk_reminder_book_new:
 * @store: where all is kept; nobody else writes reminders to it
 *
 * Returns: (transfer full): a book that is empty until it is loaded
 */
UkReminderBook *
uk_reminder_book_new (UkStore *store)
{
  UkReminderBook *self;

  g_return_val_if_fail (UK_IS_STORE (store), NULL);

  self = g_object_new (UK_TYPE_REMINDER_BOOK, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * uk_reminder_book_load:
 * @error: #UkStoreError
 *
 * Returns: whether all could be read
 */
gboolean
uk_reminder_book_load (UkReminderBook *self, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return load_settings (self, error) && load_reminders (self, error);
}

/**
 * uk_reminder_book_list:
 * @error: #UkStoreError
 *
 * Returns: (transfer none) (nullable) (element-type UkReminder): all of them, oldest first; until
 * the main loop runs again
 */
GPtrArray *
uk_reminder_book_list (UkReminderBook *self, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), NULL);

  return ensure_reminders (self, error) ? self->reminders : NULL;
}

/**
 * uk_reminder_book_find:
 * @id: id of a reminder
 * @error: %UK_REMINDER_BOOK_ERROR_UNKNOWN or #UkStoreError
 *
 * Returns: (transfer none) (nullable): it, until the main loop runs again
 */
const UkReminder *
uk_reminder_book_find (UkReminderBook *self, gint64 id, GError **error)
{
  guint i;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), NULL);

  if (!ensure_reminders (self, error))
    return NULL;
  for (i = 0; i < self->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (self->reminders, i);

    if (reminder->id == id)
      return reminder;
  }
  g_set_error_literal (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_UNKNOWN,
                       _ ("There is no such reminder"));
  return NULL;
}

/**
 * uk_reminder_book_save:
 * @reminder: with @id 0 a new one
 * @error: #UkStoreError
 *
 * Returns: its id; 0 with an error
 */
gint64
uk_reminder_book_save (UkReminderBook *self, const UkReminder *reminder, GError **error)
{
  gint64 id;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), 0);
  g_return_val_if_fail (reminder != NULL, 0);

  id = uk_store_save_reminder (self->store, reminder, error);
  return id != 0 && load_reminders (self, error) ? id : 0;
}

/**
 * uk_reminder_book_delete:
 * @id: id of a reminder
 * @now: Unix seconds
 * @error: #UkStoreError
 *
 * Returns: whether it is gone; it can be restored for a day
 */
gboolean
uk_reminder_book_delete (UkReminderBook *self, gint64 id, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return uk_store_delete_reminder (self->store, id, now, error) && load_reminders (self, error);
}

/**
 * uk_reminder_book_restore:
 * @id: id of a reminder that was deleted
 * @now: Unix seconds from which it counts again
 * @error: #UkStoreError
 *
 * Returns: whether it is back
 */
gboolean
uk_reminder_book_restore (UkReminderBook *self, gint64 id, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return uk_store_purge_reminders (self->store, now - KEEP_DELETED, error)
         && uk_store_restore_reminder (self->store, id, now, error) && load_reminders (self, error);
}

/**
 * uk_reminder_book_mend:
 * @now: Unix seconds
 * @error: #UkStoreError
 *
 * Lets a reminder count that was made while the clock was far ahead, and forgets for good what was
 * deleted long ago.
 *
 * Returns: whether that worked
 */
gboolean
uk_reminder_book_mend (UkReminderBook *self, gint64 now, GError **error)
{
  gboolean changed = FALSE;
  guint i;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (now < FIRST_SANE_TIME)
    return TRUE;
  if (!ensure_reminders (self, error))
    return FALSE;
  for (i = 0; i < self->reminders->len; i++) {
    UkReminder *reminder = g_ptr_array_index (self->reminders, i);

    if (reminder->since <= now + CLOCK_SLACK)
      continue;
    reminder->since = now;
    changed = TRUE;
    if (uk_store_save_reminder (self->store, reminder, error) == 0)
      return FALSE;
  }
  if (!changed && self->purged_at <= now && now - self->purged_at < KEEP_DELETED)
    return TRUE;
  self->purged_at = now;
  return uk_store_purge_reminders (self->store, now - KEEP_DELETED, error);
}

/**
 * uk_reminder_book_get_paused_until:
 *
 * Returns: Unix seconds, perhaps past; 0 for no pause, %UK_NEVER for one without end
 */
gint64
uk_reminder_book_get_paused_until (UkReminderBook *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), 0);

  return self->paused_until;
}

/**
 * uk_reminder_book_set_paused_until:
 * @until: Unix seconds; 0 for no pause, %UK_NEVER for one without end
 * @error: #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_reminder_book_set_paused_until (UkReminderBook *self, gint64 until, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (!uk_store_set_setting (self->store, SETTING_PAUSE, text, error))
    return FALSE;
  self->paused_until = until;
  return TRUE;
}

/**
 * uk_reminder_book_get_quiet_hours:
 * @from: (out): minute of the day
 * @until: (out): minute of the day; equal to @from if there are none
 */
void
uk_reminder_book_get_quiet_hours (UkReminderBook *self, guint *from, guint *until)
{
  g_return_if_fail (UK_IS_REMINDER_BOOK (self));
  g_return_if_fail (from != NULL && until != NULL);

  *from = self->quiet_from;
  *until = self->quiet_until;
}

/**
 * uk_reminder_book_set_quiet_hours:
 * @from: minute of the day at which they begin
 * @until: minute at which they end; equal to @from for none
 * @error: %UK_REMINDER_BOOK_ERROR_INVALID or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_reminder_book_set_quiet_hours (UkReminderBook *self, guint from, guint until, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (from >= UK_MINUTES_PER_DAY || until >= UK_MINUTES_PER_DAY) {
    g_set_error_literal (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID,
                         _ ("A day ends at 23:59"));
    return FALSE;
  }
  first = uk_wall_time_to_string (from);
  last = uk_wall_time_to_string (until);
  text = g_strdup_printf ("%s-%s", first, last);
  if (!uk_store_set_setting (self->store, SETTING_QUIET, text, error))
    return FALSE;
  self->quiet_from = from;
  self->quiet_until = until;
  return TRUE;
}

/**
 * uk_reminder_book_get_quiet_moves:
 *
 * Returns: whether what falls into quiet hours is shown when they are over
 */
gboolean
uk_reminder_book_get_quiet_moves (UkReminderBook *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return self->quiet_moves;
}

/**
 * uk_reminder_book_set_quiet_moves:
 * @moves: whether what falls into quiet hours is shown when they are over
 * @error: #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_reminder_book_set_quiet_moves (UkReminderBook *self, gboolean moves, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (!uk_store_set_setting (self->store, SETTING_QUIET_MOVES, moves ? "yes" : "no", error))
    return FALSE;
  self->quiet_moves = moves;
  return TRUE;
}

/**
 * uk_reminder_book_get_most_snoozes:
 *
 * Returns: how often one occurrence can be put off; 0: without limit
 */
guint
uk_reminder_book_get_most_snoozes (UkReminderBook *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), 0);

  return self->most_snoozes;
}

/**
 * uk_reminder_book_set_most_snoozes:
 * @most: how often one occurrence can be put off, at most %UK_SNOOZES_MAX; 0: without limit
 * @error: %UK_REMINDER_BOOK_ERROR_INVALID or #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_reminder_book_set_most_snoozes (UkReminderBook *self, guint most, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", most);

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (most > UK_SNOOZES_MAX) {
    g_set_error (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_INVALID,
                 _ ("A reminder can be put off at most %d times"), UK_SNOOZES_MAX);
    return FALSE;
  }
  if (!uk_store_set_setting (self->store, SETTING_SNOOZES, text, error))
    return FALSE;
  self->most_snoozes = most;
  return TRUE;
}

/**
 * uk_reminder_book_list_history:
 * @before: Unix seconds; only what was due before
 * @limit: how many at most
 * @error: #UkStoreError
 *
 * Returns: (transfer full) (nullable) (element-type UkOccurrence): newest first
 */
GPtrArray *
uk_reminder_book_list_history (UkReminderBook *self, gint64 before, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), NULL);

  return uk_store_list_history (self->store, before, limit, error);
}

/**
 * uk_reminder_book_make_input:
 * @now: Unix seconds
 * @zone: the local zone
 * @input: (out): all that a plan needs; its @log is the caller's to unref
 * @error: #UkStoreError
 *
 * Returns: whether the log could be read
 */
gboolean
uk_reminder_book_make_input (
    UkReminderBook *self, gint64 now, GTimeZone *zone, UkPlanInput *input, GError **error)
{
  UkDay today;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);
  g_return_val_if_fail (zone != NULL && input != NULL, FALSE);

  if (!ensure_reminders (self, error))
    return FALSE;
  today = uk_day_at (zone, now, NULL);
  *input = (UkPlanInput){
    .now = now,
    .zone = zone,
    .reminders = self->reminders,
    .log = uk_store_list_occurrences (self->store, today - UK_PLAN_LOOK_BACK - 1, error),
    .paused_until = self->paused_until,
    .quiet_from = self->quiet_from,
    .quiet_until = self->quiet_until,
    .quiet_moves = self->quiet_moves,
  };
  return input->log != NULL;
}

/**
 * uk_reminder_book_find_answerable:
 * @id: id of an occurrence, from anybody
 * @now: Unix seconds
 * @zone: the local zone
 * @occurrence: (out): what is known of it
 * @error: #UkReminderBookError or #UkStoreError
 *
 * Returns: whether it may still be answered: it is open, or it will come
 */
gboolean
uk_reminder_book_find_answerable (UkReminderBook *self,
                                  const char *id,
                                  gint64 now,
                                  GTimeZone *zone,
                                  UkOccurrence *occurrence,
                                  GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) coming = NULL;
  const UkOccurrence *found;
  UkPlanInput input;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);
  g_return_val_if_fail (zone != NULL && occurrence != NULL, FALSE);

  if (uk_reminder_book_find (
          self, uk_occurrence_parse_id (id, occurrence) ? occurrence->reminder : 0, error)
          == NULL
      || !uk_reminder_book_make_input (self, now, zone, &input, error))
    return FALSE;
  log = input.log;
  found = find_key (log, occurrence);
  if (found == NULL) {
    input.paused_until = 0;
    coming = uk_plan_list_coming (&input, UK_PLAN_LOOK_BACK + 1);
    found = find_key (coming, occurrence);
  } else if (!uk_occurrence_is_open (found)) {
    found = NULL;
  }
  if (found != NULL) {
    *occurrence = *found;
    return TRUE;
  }
  g_set_error_literal (error, UK_REMINDER_BOOK_ERROR, UK_REMINDER_BOOK_ERROR_OVER,
                       _ ("This reminder is over"));
  return FALSE;
}

/**
 * uk_reminder_book_claim:
 * @occurrence: what is to be shown
 * @claimed: (out): whether nobody else has it
 * @error: #UkStoreError
 *
 * Returns: %FALSE if the store failed
 */
gboolean
uk_reminder_book_claim (UkReminderBook *self,
                        const UkOccurrence *occurrence,
                        gboolean *claimed,
                        GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return uk_store_claim_occurrence (self->store, occurrence, claimed, error);
}

/**
 * uk_reminder_book_put_down:
 * @occurrence: whether or not it has been put down before
 * @state: what became of it
 * @until: Unix seconds, as in #UkOccurrence
 * @error: #UkStoreError
 *
 * Returns: whether it was saved
 */
gboolean
uk_reminder_book_put_down (UkReminderBook *self,
                           const UkOccurrence *occurrence,
                           UkOccurrenceState state,
                           gint64 until,
                           GError **error)
{
  UkOccurrence changed;
  gboolean claimed;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);
  g_return_val_if_fail (occurrence != NULL, FALSE);

  changed = *occurrence;
  changed.state = state;
  changed.until = until;
  if (!uk_store_claim_occurrence (self->store, &changed, &claimed, error))
    return FALSE;
  return claimed || uk_store_update_occurrence (self->store, &changed, error);
}

/**
 * uk_reminder_book_erase:
 * @occurrence: what shall not have been put down
 * @error: #UkStoreError
 *
 * Returns: whether it is gone
 */
gboolean
uk_reminder_book_erase (UkReminderBook *self, const UkOccurrence *occurrence, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  return uk_store_delete_occurrence (self->store, occurrence, error);
}

/**
 * uk_reminder_book_drop_finished:
 * @now: Unix seconds
 * @zone: the local zone
 * @error: #UkStoreError
 *
 * Deletes what was to come once and is over: a look at the skin that has been answered, or whose
 * time has passed.
 *
 * Returns: whether that worked
 */
gboolean
uk_reminder_book_drop_finished (UkReminderBook *self, gint64 now, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  UkPlanInput input;
  guint i;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (self), FALSE);

  if (!uk_reminder_book_make_input (self, now, zone, &input, error))
    return FALSE;
  log = input.log;
  for (i = 0; i < log->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (log, i);
    const UkReminder *reminder = uk_reminder_book_find (self, occurrence->reminder, NULL);

    if (reminder != NULL && reminder->kind == UK_REMINDER_RECHECK
        && !uk_occurrence_is_open (occurrence)
        && !uk_reminder_book_delete (self, reminder->id, now, error))
      return FALSE;
  }
  return TRUE;
}
