/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-programme-keeper.h"

#include "core/plans/uk-programme-reminders.h"

/* Seconds after the start, which is not to be slowed; and after a change, as there may be more. */
#define FIRST_DELAY 5
#define DELAY_MS 300

struct _UkProgrammeKeeper {
  GObject parent_instance;

  const UkContext *context; /* of the application */
  UkClock *clock;           /* owned */
  guint timer;
};

G_DEFINE_FINAL_TYPE (UkProgrammeKeeper, uk_programme_keeper, G_TYPE_OBJECT)

enum { FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GPtrArray *
list_running (UkProgrammeKeeper *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return uk_programme_book_list_running (self->context->programmes, uk_clock_get_unix_time (self->clock), zone);
}

/* ---- reminders ---- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkProgrammeKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (uk_reminder_client_save_finish (UK_REMINDER_CLIENT (source), result, &error) == 0)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkProgrammeKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (!uk_reminder_client_do_finish (UK_REMINDER_CLIENT (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  UkReminderClient *client = UK_REMINDER_CLIENT (source);
  g_autoptr (UkProgrammeKeeper) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) present = uk_reminder_client_list_finish (client, result, &error);
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (UkReminderChanges) changes = NULL;
  guint i;

  /* Without the service there is nothing to keep; the page of reminders tells of that. */
  if (present == NULL)
    return;
  running = list_running (self);
  times = uk_programme_book_list_times (self->context->programmes, running);
  wanted = uk_programme_reminders_new (times);
  changes = uk_programme_reminders_compare (wanted, present);
  for (i = 0; i < changes->save->len; i++)
    uk_reminder_client_save_async (client, g_ptr_array_index (changes->save, i), NULL, saved_cb,
                                   g_object_ref (self));
  for (i = 0; i < changes->delete->len; i++)
    uk_reminder_client_delete_async (client, g_array_index (changes->delete, gint64, i), NULL, deleted_cb,
                                     g_object_ref (self));
}

static gboolean
keep_cb (gpointer data)
{
  UkProgrammeKeeper *self = data;

  self->timer = 0;
  uk_reminder_client_list_async (self->context->reminders, NULL, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static gboolean
first_cb (gpointer data)
{
  UkProgrammeKeeper *self = data;

  self->timer = 0;
  uk_programme_keeper_note_runs (self);
  if (self->timer == 0)
    keep_cb (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (UkProgrammeKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (DELAY_MS, keep_cb, self);
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkProgrammeKeeper *self = UK_PROGRAMME_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (uk_programme_keeper_parent_class)->dispose (object);
}

static void
uk_programme_keeper_class_init (UkProgrammeKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[FAILED] = g_signal_new ("failed", UK_TYPE_PROGRAMME_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_programme_keeper_init (UkProgrammeKeeper *self)
{
}

/* @clock: where the time comes from */
UkProgrammeKeeper *
uk_programme_keeper_new (const UkContext *context, UkClock *clock)
{
  UkProgrammeKeeper *self = g_object_new (UK_TYPE_PROGRAMME_KEEPER, NULL);

  self->context = context;
  self->clock = g_object_ref (clock);
  g_signal_connect_object (context->programmes, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (context->store != NULL && uk_store_has_running_enrolment (context->store))
    self->timer = g_timeout_add_seconds (FIRST_DELAY, first_cb, self);
  return self;
}

/* Marks what today's runs have done. */
void
uk_programme_keeper_note_runs (UkProgrammeKeeper *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;

  g_return_if_fail (UK_IS_PROGRAMME_KEEPER (self));

  if (!uk_programme_book_note_runs (self->context->programmes, uk_clock_get_unix_time (self->clock), zone, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* What comes next in a part of the day of which something is done and something is not.
 * @due: (out): it; @region: (out) (transfer full) (nullable): its place.  Returns: whether there is such a thing */
gboolean
uk_programme_keeper_find_next (UkProgrammeKeeper *self, UkDue *due, char **region)
{
  g_autoptr (GPtrArray) running = NULL;
  guint i, j;

  g_return_val_if_fail (UK_IS_PROGRAMME_KEEPER (self), FALSE);

  running = list_running (self);
  for (i = 0; i < running->len; i++) {
    const UkProgrammeStatus *status = g_ptr_array_index (running, i);

    for (j = 1; j < status->agenda->len; j++) {
      const UkDue *before = &g_array_index (status->agenda, UkDue, j - 1);

      *due = g_array_index (status->agenda, UkDue, j);
      if (due->done_at == 0 && before->done_at != 0 && before->part == due->part) {
        *region = g_strdup (due->region);
        due->region = *region;
        return TRUE;
      }
    }
  }
  return FALSE;
}
