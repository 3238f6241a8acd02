/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-private.h"

#include <math.h>

/* A longer gap between two calls means that the computer slept: nobody was guided meanwhile. */
#define LONGEST_GAP (3 * SECOND)

/* "Back" within this time goes to the step before. */
#define BACK_RESTARTS_AFTER (3 * SECOND)

#define SHORTEST_REST (5 * SECOND)

G_DEFINE_FINAL_TYPE (UkRun, uk_run, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (UkRunState,
                    uk_run_state,
                    G_DEFINE_ENUM_VALUE (UK_RUN_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_SIDE_CHANGE, "side-change"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_STEP, "step"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_FINISHED, "finished"),
                    G_DEFINE_ENUM_VALUE (UK_RUN_ENDED_EARLY, "ended-early"))

typedef enum {
  PROP_ROUTINE = 1,
  PROP_REGION,
  PROP_SIDE,
  PROP_BOTH_SIDES,
  PROP_STATE,
  PROP_LEG,
  PROP_N_LEGS,
  PROP_SECONDS_LEFT,
  PROP_FRACTION,
  PROP_TOTAL_LEFT,
} UkRunProperty;

static GParamSpec *properties[PROP_TOTAL_LEFT + 1];

enum { LEG_CHANGED, STATE_CHANGED, TICK_SECOND, FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define TO(state) (1u << (state))
#define OVER (TO (UK_RUN_FINISHED) | TO (UK_RUN_ENDED_EARLY))
#define COUNTING (TO (UK_RUN_READY) | TO (UK_RUN_SIDE_CHANGE) | TO (UK_RUN_STEP))

/* Which states may follow each state. */
static const guint allowed_moves[] = {
  [UK_RUN_NEW] = TO (UK_RUN_READY) | TO (UK_RUN_PAUSED) | TO (UK_RUN_ENDED_EARLY),
  [UK_RUN_READY] = TO (UK_RUN_SIDE_CHANGE) | TO (UK_RUN_STEP) | TO (UK_RUN_PAUSED) | OVER,
  [UK_RUN_SIDE_CHANGE] = TO (UK_RUN_READY) | TO (UK_RUN_STEP) | TO (UK_RUN_PAUSED) | OVER,
  [UK_RUN_STEP] = TO (UK_RUN_READY) | TO (UK_RUN_SIDE_CHANGE) | TO (UK_RUN_PAUSED) | OVER,
  [UK_RUN_PAUSED] = COUNTING | OVER,
  [UK_RUN_FINISHED] = 0,
  [UK_RUN_ENDED_EARLY] = 0,
};

static gboolean
is_counting (UkRun *self)
{
  return (TO (self->state) & COUNTING) != 0;
}

static void
notify_time (UkRun *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS_LEFT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL_LEFT]);
}

/* The second that stands on the screen has changed: sounds hang on this. */
static void
tell_second (UkRun *self)
{
  guint second = (guint)ceil (uk_run_get_seconds_left (self));

  if (second == self->shown_second)
    return;
  self->shown_second = second;
  if (is_counting (self) && second > 0)
    g_signal_emit (self, signals[TICK_SECOND], 0, second);
}

static void
set_state (UkRun *self, UkRunState state)
{
  if (self->state == state)
    return;

  g_assert (allowed_moves[self->state] & TO (state));
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_signal_emit (self, signals[STATE_CHANGED], 0, state);
  if (state == UK_RUN_FINISHED)
    g_signal_emit (self, signals[FINISHED], 0);
}

/* Starts the countdown @phase of leg @index; while paused it only comes to stand there. */
static void
enter_phase (UkRun *self, guint index, UkRunState phase)
{
  gboolean other_leg = self->leg != index || self->state == UK_RUN_NEW;

  self->leg = index;
  self->spent = 0;
  self->shown_second = 0;
  self->phase = phase;
  if (other_leg) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEG]);
    g_signal_emit (self, signals[LEG_CHANGED], 0, index);
  }
  if (self->state != UK_RUN_PAUSED)
    set_state (self, phase);
}

static void
enter_leg (UkRun *self, guint index)
{
  if (index >= self->legs->len) {
    set_state (self, UK_RUN_FINISHED);
    return;
  }
  enter_phase (self, index,
               uk_run_get_leg (self, index)->other_side ? UK_RUN_SIDE_CHANGE : UK_RUN_READY);
}

static void
leave_phase (UkRun *self)
{
  if (self->phase != UK_RUN_STEP) {
    enter_phase (self, self->leg, UK_RUN_STEP);
    return;
  }
  self->progress[self->leg].ran_out = TRUE;
  enter_leg (self, self->leg + 1);
}

static void
let_pass (UkRun *self, gint64 span)
{
  gint64 in_step;

  while (is_counting (self)) {
    in_step = MIN (span, uk_run_get_span_left (self));
    if (self->state == UK_RUN_STEP)
      self->progress[self->leg].done += in_step;
    self->spent += in_step;
    span -= in_step;
    if (uk_run_get_span_left (self) > 0)
      return;
    leave_phase (self);
  }
}

/* Brings the run to @now before a command acts. */
static void
catch_up (UkRun *self, gint64 now)
{
  gint64 span = self->has_last ? now - self->last : 0;

  self->last = now;
  self->has_last = TRUE;
  if (span <= 0 || !is_counting (self))
    return;
  if (span > LONGEST_GAP)
    set_state (self, UK_RUN_PAUSED);
  else
    let_pass (self, span);
}

static void
show_time (UkRun *self)
{
  notify_time (self);
  tell_second (self);
}

static void
uk_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkRun *self = UK_RUN (object);

  switch ((UkRunProperty)id) {
  case PROP_ROUTINE:
    g_value_set_pointer (value, (gpointer)self->routine);
    break;
  case PROP_REGION:
    g_value_set_string (value, self->region);
    break;
  case PROP_SIDE:
    g_value_set_int (value, (int)self->side);
    break;
  case PROP_BOTH_SIDES:
    g_value_set_boolean (value, self->both_sides);
    break;
  case PROP_STATE:
    g_value_set_enum (value, (int)self->state);
    break;
  case PROP_LEG:
    g_value_set_uint (value, self->leg);
    break;
  case PROP_N_LEGS:
    g_value_set_uint (value, self->legs->len);
    break;
  case PROP_SECONDS_LEFT:
    g_value_set_double (value, uk_run_get_seconds_left (self));
    break;
  case PROP_FRACTION:
    g_value_set_double (value, uk_run_get_fraction (self));
    break;
  case PROP_TOTAL_LEFT:
    g_value_set_double (value, uk_run_get_total_left (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  UkRun *self = UK_RUN (object);

  switch ((UkRunProperty)id) {
  case PROP_ROUTINE:
    self->routine = g_value_get_pointer (value);
    break;
  case PROP_REGION:
    self->region = g_value_dup_string (value);
    break;
  case PROP_SIDE:
    self->side = (UkSide)g_value_get_int (value);
    break;
  case PROP_BOTH_SIDES:
    self->both_sides = g_value_get_boolean (value);
    break;
  case PROP_STATE:
  case PROP_LEG:
  case PROP_N_LEGS:
  case PROP_SECONDS_LEFT:
  case PROP_FRACTION:
  case PROP_TOTAL_LEFT:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_constructed (GObject *object)
{
  UkRun *self = UK_RUN (object);
  guint i;

  G_OBJECT_CLASS (uk_run_parent_class)->constructed (object);

  self->legs = uk_leg_list_new (self->routine, self->side, self->both_sides);
  self->progress = g_new0 (UkLegProgress, self->legs->len);
  for (i = 0; i < self->legs->len; i++)
    self->progress[i].length = uk_run_get_leg (self, i)->step->seconds * SECOND;
}

static void
uk_run_finalize (GObject *object)
{
  UkRun *self = UK_RUN (object);

  g_free (self->region);
  g_free (self->progress);
  g_array_unref (self->legs);

  G_OBJECT_CLASS (uk_run_parent_class)->finalize (object);
}

static void
uk_run_class_init (UkRunClass *klass)
{
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags computed = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uk_run_get_property;
  object_class->set_property = uk_run_set_property;
  object_class->constructed = uk_run_constructed;
  object_class->finalize = uk_run_finalize;

  properties[PROP_ROUTINE] = g_param_spec_pointer ("routine", NULL, NULL, given);
  properties[PROP_REGION] = g_param_spec_string ("region", NULL, NULL, NULL, given);
  properties[PROP_SIDE]
      = g_param_spec_int ("side", NULL, NULL, UK_SIDE_NONE, UK_SIDE_RIGHT, UK_SIDE_NONE, given);
  properties[PROP_BOTH_SIDES] = g_param_spec_boolean ("both-sides", NULL, NULL, FALSE, given);
  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, UK_TYPE_RUN_STATE, UK_RUN_NEW, computed);
  properties[PROP_LEG] = g_param_spec_uint ("leg", NULL, NULL, 0, G_MAXUINT, 0, computed);
  properties[PROP_N_LEGS] = g_param_spec_uint ("n-legs", NULL, NULL, 0, G_MAXUINT, 0, computed);
  properties[PROP_SECONDS_LEFT]
      = g_param_spec_double ("seconds-left", NULL, NULL, 0, G_MAXDOUBLE, 0, computed);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, computed);
  properties[PROP_TOTAL_LEFT]
      = g_param_spec_double ("total-left", NULL, NULL, 0, G_MAXDOUBLE, 0, computed);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * UkRun::leg-changed:
   * @index: the leg that is now current
   */
  signals[LEG_CHANGED] = g_signal_new ("leg-changed", UK_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * UkRun::state-changed:
   * @state: the new state
   */
  signals[STATE_CHANGED] = g_signal_new ("state-changed", UK_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, UK_TYPE_RUN_STATE);
  /**
   * UkRun::tick-second:
   * @left: whole seconds left of this countdown, rounded up; never 0
   */
  signals[TICK_SECOND] = g_signal_new ("tick-second", UK_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * UkRun::finished:
   *
   * The last leg is over.  Not emitted when the person ends the run early.
   */
  signals[FINISHED] = g_signal_new ("finished", UK_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
uk_run_init (UkRun *self)
{
  self->phase = UK_RUN_READY;
}

/**
 * uk_run_new:
 * @routine: what to perform, with at least one step; owned by the catalogue, which must outlive the
 * run
 * @region: (nullable): id of the region that is treated
 * @side: the chosen side, or the first of both; %UK_SIDE_NONE for a region without sides
 * @both_sides: whether the other side follows
 *
 * Returns: (transfer full): a run that has not started
 */
UkRun *
uk_run_new (const UkRoutine *routine, const char *region, UkSide side, gboolean both_sides)
{
  g_return_val_if_fail (routine != NULL && routine->n_steps > 0, NULL);

  return g_object_new (UK_TYPE_RUN, "routine", routine, "region", region, "side", (int)side,
                       "both-sides", both_sides, NULL);
}

/* Puts a new run back to where another one was interrupted; it waits there. */
gboolean
uk_run_restore (UkRun *self, guint leg, UkRunState phase, gint64 spent)
{
  if (leg >= self->legs->len || (TO (phase) & COUNTING) == 0)
    return FALSE;

  self->leg = leg;
  self->phase = phase;
  if (spent < 0 || spent >= uk_run_get_span (self))
    return FALSE;

  self->spent = spent;
  set_state (self, UK_RUN_PAUSED);
  return TRUE;
}

/**
 * uk_run_advance:
 * @now: the clock, in microseconds
 *
 * Lets the time since the last call pass.  After a gap of more than three seconds the run pauses
 * where it was instead.
 */
void
uk_run_advance (UkRun *self, gint64 now)
{
  gboolean counting;

  g_return_if_fail (UK_IS_RUN (self));

  counting = is_counting (self);
  catch_up (self, now);
  if (counting)
    show_time (self);
}

/**
 * uk_run_start:
 * @now: the clock, in microseconds
 *
 * A new run begins to count down to its first step; one that counts down to a step begins it at
 * once.
 */
void
uk_run_start (UkRun *self, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  if (self->state == UK_RUN_NEW)
    enter_leg (self, 0);
  else if (self->state == UK_RUN_READY || self->state == UK_RUN_SIDE_CHANGE)
    enter_phase (self, self->leg, UK_RUN_STEP);
  show_time (self);
}

/**
 * uk_run_pause:
 * @now: the clock, in microseconds
 */
void
uk_run_pause (UkRun *self, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  if (is_counting (self))
    set_state (self, UK_RUN_PAUSED);
  show_time (self);
}

/**
 * uk_run_resume:
 * @now: the clock, in microseconds
 *
 * Goes on exactly where it was paused.
 */
void
uk_run_resume (UkRun *self, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  if (self->state == UK_RUN_PAUSED)
    set_state (self, self->phase);
  show_time (self);
}

/**
 * uk_run_jump:
 * @index: number of a leg
 * @now: the clock, in microseconds
 *
 * Gets ready for another leg, or for the same again.  A paused run stays paused.
 */
void
uk_run_jump (UkRun *self, guint index, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));
  g_return_if_fail (index < self->legs->len);

  catch_up (self, now);
  if (self->state != UK_RUN_NEW && !uk_run_is_over (self))
    enter_leg (self, index);
  show_time (self);
}

/**
 * uk_run_back:
 * @now: the clock, in microseconds
 *
 * Starts the step again; within its first three seconds, or while getting ready for it, goes to the
 * one before.
 */
void
uk_run_back (UkRun *self, gint64 now)
{
  gboolean restart;

  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  restart = self->phase == UK_RUN_STEP && self->spent > BACK_RESTARTS_AFTER;
  uk_run_jump (self, restart || self->leg == 0 ? self->leg : self->leg - 1, now);
}

/**
 * uk_run_skip:
 * @now: the clock, in microseconds
 *
 * Leaves the current leg; after the last one the run is finished.
 */
void
uk_run_skip (UkRun *self, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  if (self->state != UK_RUN_NEW && !uk_run_is_over (self))
    enter_leg (self, self->leg + 1);
  show_time (self);
}

/**
 * uk_run_end:
 * @now: the clock, in microseconds
 *
 * Ends the run early.
 */
void
uk_run_end (UkRun *self, gint64 now)
{
  g_return_if_fail (UK_IS_RUN (self));

  catch_up (self, now);
  if (!uk_run_is_over (self))
    set_state (self, UK_RUN_ENDED_EARLY);
  show_time (self);
}

/* Nobody adds to a step without end. */
static gint64
get_longest (UkRun *self)
{
  return 2 * uk_run_get_current_leg (self)->step->seconds * SECOND;
}

/* Time of the current leg that was spent, also while getting ready for it. */
static gint64
get_spent_in_step (UkRun *self)
{
  return self->phase == UK_RUN_STEP ? self->spent : 0;
}

/**
 * uk_run_add_seconds:
 * @seconds: what to add to the current leg; negative: to take off
 * @now: the clock, in microseconds
 *
 * The leg never becomes longer than twice its planned time, and taking off never leaves less than
 * five seconds.
 *
 * Returns: whether anything changed
 */
gboolean
uk_run_add_seconds (UkRun *self, int seconds, gint64 now)
{
  UkLegProgress *progress;
  gint64 length;
  gint64 spent;

  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  catch_up (self, now);
  show_time (self);
  if (self->state == UK_RUN_NEW || uk_run_is_over (self))
    return FALSE;

  progress = &self->progress[self->leg];
  spent = get_spent_in_step (self);
  length = progress->length + seconds * SECOND;
  if (seconds < 0)
    length = MAX (length, MIN (progress->length, spent + SHORTEST_REST));
  else
    length = MIN (length, get_longest (self));
  if (length == progress->length)
    return FALSE;

  progress->length = length;
  show_time (self);
  return TRUE;
}

/**
 * uk_run_soften:
 * @now: the clock, in microseconds
 *
 * It is too much: halves what is left of the current leg, once.
 *
 * Returns: whether anything changed
 */
gboolean
uk_run_soften (UkRun *self, gint64 now)
{
  UkLegProgress *progress;

  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  catch_up (self, now);
  show_time (self);
  progress = &self->progress[self->leg];
  if (self->state == UK_RUN_NEW || uk_run_is_over (self) || progress->softened > 0)
    return FALSE;

  progress->softened = (progress->length - get_spent_in_step (self)) / 2;
  progress->length -= progress->softened;
  self->softened_leg = self->leg + 1;
  show_time (self);
  return TRUE;
}

/**
 * uk_run_soften_all:
 *
 * It was too much last time: takes a third off every leg of a run that has not started, as if the
 * person had asked for it in each.
 */
void
uk_run_soften_all (UkRun *self)
{
  guint i;

  g_return_if_fail (UK_IS_RUN (self));
  g_return_if_fail (self->state == UK_RUN_NEW);

  for (i = 0; i < self->legs->len; i++) {
    UkLegProgress *progress = &self->progress[i];
    const gint64 third = progress->length / (3 * SECOND) * SECOND;

    if (progress->softened > 0 || progress->length - third < SHORTEST_REST)
      continue;
    progress->softened = third;
    progress->length -= third;
  }
}

/**
 * uk_run_undo_soften:
 * @now: the clock, in microseconds
 *
 * Gives back what uk_run_soften() took off the current leg.
 *
 * Returns: whether anything changed
 */
gboolean
uk_run_undo_soften (UkRun *self, gint64 now)
{
  UkLegProgress *progress;

  g_return_val_if_fail (UK_IS_RUN (self), FALSE);

  catch_up (self, now);
  show_time (self);
  progress = &self->progress[self->leg];
  if (uk_run_is_over (self) || progress->softened == 0)
    return FALSE;

  progress->length = MIN (progress->length + progress->softened, get_longest (self));
  progress->softened = 0;
  show_time (self);
  return TRUE;
}
