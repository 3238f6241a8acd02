/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-programme-book.h"

#include "core/plans/uk-programme-reminders.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-runs.h"

#include <glib/gi18n-lib.h>

struct _UkProgrammeBook {
  GObject parent_instance;

  UkSafetyBook *safety; /* (owned) */
  UkStore *store;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (UkProgrammeBook, uk_programme_book, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* For the rules: who asks, and when. */
typedef struct {
  UkSafetyBook *safety;
  GDateTime *now;
} Asker;

/**
 * uk_programme_status_free:
 * @status: (nullable) (transfer full): what to free
 */
void
uk_programme_status_free (UkProgrammeStatus *status)
{
  if (status == NULL)
    return;
  uk_enrolment_free (status->enrolment);
  g_ptr_array_unref (status->marks);
  g_array_unref (status->samples);
  uk_course_free (status->course);
  g_array_unref (status->agenda);
  g_free (status);
}

/* ---- reading ---- */

static gboolean
allow (const UkRoutine *routine, const char *region, gpointer data)
{
  const Asker *asker = data;
  g_autoptr (UkSafetyRuling) ruling
      = uk_safety_book_rule (asker->safety, routine, region, asker->now);

  return ruling->permit < UK_PERMIT_NO;
}

static GArray *
find_agenda (UkProgrammeBook *self,
             const UkProgramme *programme,
             const UkEnrolment *enrolment,
             guint number,
             UkAdviceKind advice,
             UkDay day)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  g_autoptr (GDateTime) date = g_date_time_add_days (epoch, day);
  Asker asker = { self->safety, date };
  const UkAgendaInput input = { uk_safety_book_get_catalogue (self->safety), programme, enrolment,
                                allow, &asker };

  return uk_agenda_new (&input, number, advice);
}

static GArray *
read_samples (UkProgrammeBook *self, const UkEnrolment *enrolment, GTimeZone *zone)
{
  g_autoptr (UkKnot) knot = NULL;
  GArray *samples = NULL;
  gint64 from;

  if (enrolment->region != NULL)
    knot = uk_store_find_open_knot (self->store, enrolment->region, enrolment->side, NULL);
  if (knot != NULL && uk_wall_time_resolve (zone, enrolment->started, 0, &from))
    samples = uk_store_list_samples (self->store, knot->id, from, TRUE, NULL);
  return samples != NULL ? samples : g_array_new (FALSE, FALSE, sizeof (UkSample));
}

/* Takes @enrolment.  Returns: (nullable): %NULL if its plan is not known or it cannot be read */
static UkProgrammeStatus *
read_status (UkProgrammeBook *self, UkEnrolment *enrolment, UkDay today, GTimeZone *zone)
{
  const UkProgramme *programme = uk_catalogue_get_programme (
      uk_safety_book_get_catalogue (self->safety), enrolment->programme);
  GPtrArray *marks = uk_store_list_marks (self->store, enrolment->id, NULL);
  UkProgrammeStatus *status;
  UkAdviceInput input;

  if (programme == NULL || marks == NULL) {
    g_clear_pointer (&marks, g_ptr_array_unref);
    uk_enrolment_free (enrolment);
    return NULL;
  }
  status = g_new0 (UkProgrammeStatus, 1);
  status->programme = programme;
  status->enrolment = enrolment;
  status->marks = marks;
  status->today = today;
  status->samples = read_samples (self, enrolment, zone);
  status->course = uk_course_new (programme, enrolment, marks, today);
  input = (UkAdviceInput){
    .programme = programme,
    .enrolment = enrolment,
    .course = status->course,
    .marks = marks,
    .samples = status->samples,
    .urgency = uk_safety_book_get_urgency (self->safety, enrolment->region, NULL),
    .zone = zone,
    .today = today,
  };
  status->advice = uk_advice_get (&input);
  if (uk_course_get_day (status->course, programme) == NULL) {
    status->agenda = g_array_new (FALSE, TRUE, sizeof (UkDue));
    return status;
  }
  status->agenda = find_agenda (self, programme, enrolment, status->course->number,
                                status->advice.kind, today);
  uk_agenda_set_done (status->agenda, marks, today, status->course->number);
  return status;
}

/* ---- object ---- */

static void
finalize (GObject *object)
{
  UkProgrammeBook *self = UK_PROGRAMME_BOOK (object);

  g_clear_object (&self->safety);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (uk_programme_book_parent_class)->finalize (object);
}

static void
uk_programme_book_class_init (UkProgrammeBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_PROGRAMME_BOOK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
uk_programme_book_init (UkProgrammeBook *self)
{
}

/**
 * uk_programme_book_new:
 * @safety: the answers, with the catalogue
 * @store: (nullable): where plans are kept; %NULL: none can be followed
 *
 * Returns: (transfer full): the plans
 */
UkProgrammeBook *
uk_programme_book_new (UkSafetyBook *safety, UkStore *store)
{
  UkProgrammeBook *self = g_object_new (UK_TYPE_PROGRAMME_BOOK, NULL);

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (safety), self);

  self->safety = g_object_ref (safety);
  g_set_object (&self->store, store);
  return self;
}

/**
 * uk_programme_book_list_running:
 *
 * Returns: (transfer full) (element-type UkProgrammeStatus): the plans that run, the newest first
 */
GPtrArray *
uk_programme_book_list_running (UkProgrammeBook *self, gint64 now, GTimeZone *zone)
{
  GPtrArray *running
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_programme_status_free);
  g_autoptr (GPtrArray) enrolments = NULL;
  UkDay today;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && zone != NULL, running);

  if (self->store == NULL || !uk_store_has_running_enrolment (self->store))
    return running;
  enrolments = uk_store_list_enrolments (self->store, NULL);
  today = uk_day_at (zone, now, NULL);
  while (enrolments != NULL && enrolments->len > 0) {
    UkEnrolment *enrolment = g_ptr_array_steal_index (enrolments, 0);
    UkProgrammeStatus *status;

    if (enrolment->state != UK_ENROLMENT_RUNNING) {
      uk_enrolment_free (enrolment);
      break;
    }
    status = read_status (self, enrolment, today, zone);
    if (status != NULL)
      g_ptr_array_add (running, status);
  }
  return running;
}

/**
 * uk_programme_book_get_agenda:
 * @status: a plan that runs
 * @number: one of its days
 *
 * Returns: (transfer full) (element-type UkDue): the routines of that day as planned, with what was
 * done the last time
 */
GArray *
uk_programme_book_get_agenda (UkProgrammeBook *self, const UkProgrammeStatus *status, guint number)
{
  GArray *agenda;
  UkDay day = UK_DAY_NONE;
  guint i;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && status != NULL, NULL);

  agenda = find_agenda (self, status->programme, status->enrolment, number, UK_ADVICE_AS_PLANNED,
                        status->today);
  for (i = 0; i < status->marks->len; i++) {
    const UkMark *mark = g_ptr_array_index (status->marks, i);

    if (mark->kind == UK_MARK_DONE && mark->number == number)
      day = mark->day;
  }
  uk_agenda_set_done (agenda, status->marks, day, number);
  return agenda;
}

static void
add_times (GArray *times, const UkProgrammeStatus *status, UkDay day, GArray *agenda)
{
  guint i, part = UK_N_DAY_PARTS;

  for (i = 0; i < agenda->len; i++) {
    const UkDue *due = &g_array_index (agenda, UkDue, i);
    const UkProgrammeTime time = { day, due->minute, status->programme->title, due->routine->id };

    if (due->done_at != 0 || due->part == part)
      continue;
    part = due->part;
    g_array_append_val (times, time);
  }
}

/**
 * uk_programme_book_list_times:
 * @running: (element-type UkProgrammeStatus): plans that run
 *
 * Returns: (transfer full) (element-type UkProgrammeTime): when they have something to do from today
 * on, if every day is done; only those that remind
 */
GArray *
uk_programme_book_list_times (UkProgrammeBook *self, GPtrArray *running)
{
  GArray *times = g_array_new (FALSE, TRUE, sizeof (UkProgrammeTime));
  guint i, ahead;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && running != NULL, times);

  for (i = 0; i < running->len; i++) {
    const UkProgrammeStatus *status = g_ptr_array_index (running, i);
    guint first = status->course->starts_in;

    if (!status->enrolment->reminds || status->course->paused || status->course->over
        || status->advice.kind == UK_ADVICE_SEE)
      continue;
    if (first == 0)
      add_times (times, status, status->today, status->agenda);
    for (ahead = MAX (first, 1); ahead < UK_PROGRAMME_REMINDER_DAYS; ahead++) {
      guint number = status->course->number + ahead - first;
      g_autoptr (GArray) agenda = NULL;

      if (number > status->programme->n_days)
        break;
      agenda = find_agenda (self, status->programme, status->enrolment, number,
                            UK_ADVICE_AS_PLANNED, status->today);
      add_times (times, status, status->today + (UkDay)ahead, agenda);
    }
  }
  return times;
}

/* ---- changing ---- */

static gboolean
tell (UkProgrammeBook *self, gboolean ok)
{
  if (ok)
    g_signal_emit (self, signals[CHANGED], 0);
  return ok;
}

static gboolean
has_store (UkProgrammeBook *self, GError **error)
{
  if (self->store == NULL)
    g_set_error_literal (error, UK_STORE_ERROR, UK_STORE_ERROR_FAILED,
                         _ ("Without your data file no plan can be followed."));
  return self->store != NULL;
}

/**
 * uk_programme_book_start:
 * @enrolment: a new one, or one that is changed
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_programme_book_start (UkProgrammeBook *self, const UkEnrolment *enrolment, GError **error)
{
  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && enrolment != NULL, FALSE);

  return has_store (self, error)
         && tell (self, uk_store_save_enrolment (self->store, enrolment, error));
}

/**
 * uk_programme_book_end:
 * @status: a plan that runs
 * @state: what became of it
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_programme_book_end (UkProgrammeBook *self,
                       const UkProgrammeStatus *status,
                       UkEnrolmentState state,
                       gint64 now,
                       GError **error)
{
  UkEnrolment changed;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && status != NULL, FALSE);

  changed = *status->enrolment;
  changed.state = state;
  changed.ended = state == UK_ENROLMENT_RUNNING ? 0 : now;
  return uk_programme_book_start (self, &changed, error);
}

/**
 * uk_programme_book_restart:
 * @status: a plan that runs or is over
 * @error: return location
 *
 * Ends it and begins it anew today, for the same place at the same times; from the day that the plan
 * names if it is over.
 *
 * Returns: whether it was saved
 */
gboolean
uk_programme_book_restart (UkProgrammeBook *self,
                           const UkProgrammeStatus *status,
                           gint64 now,
                           GError **error)
{
  g_autoptr (UkEnrolment) again = NULL;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && status != NULL, FALSE);

  /* Whoever lent @status may let go of it when the first change is told. */
  again = uk_enrolment_copy (status->enrolment);
  g_free (again->id);
  again->id = g_uuid_string_random ();
  again->started = status->today;
  again->first = status->course->over ? status->programme->again : 1;
  return uk_programme_book_end (self, status,
                                status->course->over ? UK_ENROLMENT_FINISHED : UK_ENROLMENT_STOPPED,
                                now, error)
         && uk_programme_book_start (self, again, error);
}

/**
 * uk_programme_book_note:
 * @status: a plan that runs
 * @kind: paused, resumed or gone on
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_programme_book_note (UkProgrammeBook *self,
                        const UkProgrammeStatus *status,
                        UkMarkKind kind,
                        gint64 now,
                        GError **error)
{
  UkMark mark;
  guint i;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && status != NULL, FALSE);
  g_return_val_if_fail (kind != UK_MARK_DONE, FALSE);

  /* Who changes their mind on one day has changed nothing. */
  for (i = 0; i < status->marks->len; i++) {
    const UkMark *old = g_ptr_array_index (status->marks, i);

    if (old->day == status->today
        && ((old->kind == UK_MARK_PAUSED && kind == UK_MARK_RESUMED)
            || (old->kind == UK_MARK_RESUMED && kind == UK_MARK_PAUSED)))
      return tell (self, uk_store_delete_mark (self->store, old->id, error));
  }
  mark = (UkMark){ .enrolment = status->enrolment->id,
                   .kind = kind,
                   .at = now,
                   .day = status->today,
                   .routine = (char *)"" };
  return tell (self, uk_store_add_mark (self->store, &mark, error));
}

static gboolean
add_done (UkProgrammeBook *self,
          const UkProgrammeStatus *status,
          const UkDue *due,
          const char *run,
          gint64 at,
          GError **error)
{
  const UkMark mark = {
    .enrolment = status->enrolment->id,
    .kind = UK_MARK_DONE,
    .at = at,
    .day = status->today,
    .number = status->course->number,
    .part = due->part,
    .routine = (char *)due->routine->id,
    .run = (char *)run,
  };

  return uk_store_add_mark (self->store, &mark, error);
}

/**
 * uk_programme_book_set_done:
 * @status: a plan that runs
 * @due: one of today's routines
 * @done: whether it was done, without a run
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_programme_book_set_done (UkProgrammeBook *self,
                            const UkProgrammeStatus *status,
                            const UkDue *due,
                            gboolean done,
                            gint64 now,
                            GError **error)
{
  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && status != NULL && due != NULL, FALSE);

  return tell (self, done ? add_done (self, status, due, NULL, now, error)
                          : uk_store_delete_mark (self->store, due->mark, error));
}

/**
 * uk_programme_book_touch:
 *
 * Says that ratings, which decide what to do today, have changed.
 */
void
uk_programme_book_touch (UkProgrammeBook *self)
{
  g_return_if_fail (UK_IS_PROGRAMME_BOOK (self));

  tell (self, TRUE);
}

/* A run counts if it was done to at least a half. */
static gboolean
counts (const UkRunRecord *run, const UkRoutine *routine)
{
  return run->ended != 0
         && (run->completed || 2 * (guint)run->seconds_done >= uk_routine_get_seconds (routine, FALSE));
}

static gboolean
is_noted (const UkProgrammeStatus *status, const char *run)
{
  guint i;

  for (i = 0; i < status->marks->len; i++) {
    if (g_strcmp0 (((UkMark *)g_ptr_array_index (status->marks, i))->run, run) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
note_run (UkProgrammeBook *self,
          const UkProgrammeStatus *status,
          const UkRunRecord *run,
          gboolean *changed,
          GError **error)
{
  guint i;

  if (is_noted (status, run->id))
    return TRUE;
  for (i = 0; i < status->agenda->len; i++) {
    UkDue *due = &g_array_index (status->agenda, UkDue, i);

    if (due->done_at != 0 || !g_str_equal (due->routine->id, run->routine)
        || !counts (run, due->routine))
      continue;
    due->done_at = run->ended;
    *changed = TRUE;
    return add_done (self, status, due, run->id, run->ended, error);
  }
  return TRUE;
}

/**
 * uk_programme_book_note_runs:
 * @error: return location
 *
 * Marks what today's runs have done in the plans that run; a run counts once in each.
 *
 * Returns: whether everything was saved
 */
gboolean
uk_programme_book_note_runs (UkProgrammeBook *self, gint64 now, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  gboolean changed = FALSE, ok = TRUE;
  gint64 midnight;
  guint i, j;

  g_return_val_if_fail (UK_IS_PROGRAMME_BOOK (self) && zone != NULL, FALSE);

  running = uk_programme_book_list_running (self, now, zone);
  if (running->len == 0 || !uk_wall_time_resolve (zone, uk_day_at (zone, now, NULL), 0, &midnight))
    return TRUE;
  runs = uk_store_list_runs (self->store, midnight, now + 1, error);
  if (runs == NULL)
    return FALSE;
  for (i = 0; ok && i < running->len; i++) {
    for (j = 0; ok && j < runs->len; j++)
      ok = note_run (self, g_ptr_array_index (running, i), g_ptr_array_index (runs, j), &changed,
                     error);
  }
  if (changed)
    tell (self, TRUE);
  return ok;
}
