/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-log.h"

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"

struct _UkRunLog {
  GObject parent_instance;

  UkStore *store; /* owned */
  UkRun *run;     /* owned */
  char *id;       /* owned: of the run in the store */
  char *knot;     /* owned, nullable: id of the knot that is treated */
  char *helped;   /* owned, nullable: words of uk_helped_to_text() */
  gint64 started;
  gint64 after_id; /* of the rating after the run, 0 before it was given */
  int before;      /* -1: not given */
  int after;       /* -1: not given */
};

/**
 * UkRunLog:
 *
 * Writes a run and its two ratings into the store while it goes on, so that a crash loses nothing.
 */
G_DEFINE_FINAL_TYPE (UkRunLog, uk_run_log, G_TYPE_OBJECT)

/* The same place goes to the same knot, until that is declared gone. */
static gboolean
find_or_open_knot (UkRunLog *self, gint64 now, GError **error)
{
  const char *region = uk_run_get_region (self->run);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (UkKnot) knot = NULL;
  UkKnot opened = { .side = uk_run_get_side (self->run), .opened = now };

  if (region == NULL)
    return TRUE;
  knot = uk_store_find_open_knot (self->store, region, opened.side, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (knot != NULL) {
    self->knot = g_strdup (knot->id);
    return TRUE;
  }
  self->knot = g_uuid_string_random ();
  opened.id = self->knot;
  opened.region = (char *)region;
  return uk_store_save_knot (self->store, &opened, error);
}

static gboolean
rate (UkRunLog *self, int value, UkMoment moment, gint64 now, gint64 *id, GError **error)
{
  const UkRating rating
      = { .knot = self->knot, .at = now, .value = value, .run = self->id, .moment = moment };

  *id = uk_store_add_rating (self->store, &rating, error);
  return *id != 0;
}

static gboolean
save_record (UkRunLog *self, gint64 now, GError **error)
{
  const gboolean over = uk_run_is_over (self->run);
  g_autoptr (GVariant) progress = g_variant_ref_sink (uk_run_to_variant (self->run));
  g_autofree char *text = over ? NULL : g_variant_print (progress, TRUE);
  const UkRunRecord record = {
    .id = self->id,
    .routine = (char *)uk_run_get_routine (self->run)->id,
    .region = (char *)uk_run_get_region (self->run),
    .side = uk_run_get_side (self->run),
    .started = self->started,
    .ended = over ? now : 0,
    .seconds_done = (int)(uk_run_get_seconds_done (self->run) + 0.5),
    .legs_done = (int)uk_run_get_legs_done (self->run),
    .completed = uk_run_get_state (self->run) == UK_RUN_FINISHED,
    .progress = text,
    .helped = self->helped,
  };

  return uk_store_save_run (self->store, &record, error);
}

static void
uk_run_log_finalize (GObject *object)
{
  UkRunLog *self = UK_RUN_LOG (object);

  g_object_unref (self->store);
  g_object_unref (self->run);
  g_free (self->id);
  g_free (self->knot);
  g_free (self->helped);

  G_OBJECT_CLASS (uk_run_log_parent_class)->finalize (object);
}

static void
uk_run_log_class_init (UkRunLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uk_run_log_finalize;
}

static void
uk_run_log_init (UkRunLog *self)
{
  self->before = -1;
  self->after = -1;
}

/**
 * uk_run_log_new:
 * @store: where to write
 * @run: what to write
 *
 * Returns: (transfer full): a log that has written nothing yet
 */
UkRunLog *
uk_run_log_new (UkStore *store, UkRun *run)
{
  UkRunLog *self;

  g_return_val_if_fail (UK_IS_STORE (store), NULL);
  g_return_val_if_fail (UK_IS_RUN (run), NULL);

  self = g_object_new (UK_TYPE_RUN_LOG, NULL);
  self->store = g_object_ref (store);
  self->run = g_object_ref (run);
  self->id = g_uuid_string_random ();
  return self;
}

/**
 * uk_run_log_new_for_record:
 * @store: where to write
 * @run: a run that was made from the progress of @record
 * @record: what was written when the run was interrupted
 *
 * Returns: (transfer full): a log that goes on with @record
 */
UkRunLog *
uk_run_log_new_for_record (UkStore *store, UkRun *run, const UkRunRecord *record)
{
  UkRunLog *self = uk_run_log_new (store, run);
  g_autoptr (GPtrArray) ratings = uk_store_list_ratings_of_run (store, record->id, NULL);
  guint i;

  g_free (self->id);
  self->id = g_strdup (record->id);
  self->started = record->started;
  for (i = 0; ratings != NULL && i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);

    if (rating->moment == UK_MOMENT_BEFORE)
      self->before = rating->value;
    if (self->knot == NULL)
      self->knot = g_strdup (rating->knot);
  }
  return self;
}

/**
 * uk_run_log_begin:
 * @before: rating before the run, 0 to 10, or -1 for none
 * @now: Unix seconds
 * @error: return location
 *
 * Writes that the run has begun, and opens a knot for its region if there is none.
 *
 * Returns: whether it was saved
 */
gboolean
uk_run_log_begin (UkRunLog *self, int before, gint64 now, GError **error)
{
  gint64 id;

  g_return_val_if_fail (UK_IS_RUN_LOG (self), FALSE);
  g_return_val_if_fail (before >= -1 && before <= 10, FALSE);

  self->started = now;
  self->before = before;
  if (!find_or_open_knot (self, now, error) || !save_record (self, now, error))
    return FALSE;
  return before < 0 || rate (self, before, UK_MOMENT_BEFORE, now, &id, error);
}

/**
 * uk_run_log_save:
 * @now: Unix seconds
 * @error: return location
 *
 * Writes how far the run has come, or that it is over.
 *
 * Returns: whether it was saved
 */
gboolean
uk_run_log_save (UkRunLog *self, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), FALSE);

  return save_record (self, now, error);
}

/**
 * uk_run_log_rate_after:
 * @after: rating after the run, 0 to 10; replaces one given before
 * @now: Unix seconds
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_run_log_rate_after (UkRunLog *self, int after, gint64 now, GError **error)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), FALSE);
  g_return_val_if_fail (after >= 0 && after <= 10, FALSE);

  self->after = after;
  if (self->after_id != 0)
    return uk_store_change_rating (self->store, self->after_id, after, error);
  return rate (self, after, UK_MOMENT_AFTER, now, &self->after_id, error);
}

/**
 * uk_run_log_note_helped:
 * @helped: what helped in this run; replaces what was said before
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_run_log_note_helped (UkRunLog *self, UkHelped helped, GError **error)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), FALSE);

  g_free (self->helped);
  self->helped = uk_helped_to_text (helped);
  return uk_store_note_helped (self->store, self->id, self->helped, error);
}

/**
 * uk_run_log_discard:
 * @error: return location
 *
 * Forgets the run with its ratings: it was started by mistake.
 *
 * Returns: whether it worked
 */
gboolean
uk_run_log_discard (UkRunLog *self, GError **error)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), FALSE);

  return uk_store_delete_run (self->store, self->id, error);
}

/**
 * uk_run_log_get_before:
 *
 * Returns: the rating before the run, -1 if none was given
 */
int
uk_run_log_get_before (UkRunLog *self)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), -1);

  return self->before;
}

/**
 * uk_run_log_get_after:
 *
 * Returns: the rating after the run, -1 if none was given
 */
int
uk_run_log_get_after (UkRunLog *self)
{
  g_return_val_if_fail (UK_IS_RUN_LOG (self), -1);

  return self->after;
}
