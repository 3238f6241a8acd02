/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-stage-private.h"
#include "core/catalogue/uk-describe.h"
#include "core/figure/uk-breath.h"

#include <glib/gi18n.h>
#include <math.h>

/* How the step should feel comes first, then how to breathe. */
#define FEEL_SECONDS 10

static const char *
first_of (const char *of_step, const char *of_routine)
{
  return of_step != NULL ? of_step : of_routine;
}

/* Returns: (nullable): where the current step works; NULL if it has no side and no place */
char *
uk_run_describe_place (UkRun *run, const UkRegion *region)
{
  const UkLeg *leg = uk_run_get_current_leg (run);
  g_autofree char *place = NULL;

  if (region != NULL)
    place = uk_region_describe (region, leg->side);
  else if (leg->side != UK_SIDE_NONE)
    place = g_strdup (leg->side == UK_SIDE_LEFT ? _ ("Left side") : _ ("Right side"));
  if (place != NULL && uk_run_get_phase (run) == UK_RUN_SIDE_CHANGE)
    /* Translators: a place with its side, as in “Now: top of the shoulder, left”. */
    return g_strdup_printf (_ ("Now: %s"), place);
  return g_steal_pointer (&place);
}

char *
uk_run_describe_step (UkRun *run)
{
  const guint number = uk_run_get_leg_index (run) + 1;
  const guint n_legs = uk_run_get_n_legs (run);

  if (uk_run_get_state (run) == UK_RUN_PAUSED)
    return g_strdup_printf (_ ("Step %u of %u, paused"), number, n_legs);
  if (uk_run_get_phase (run) == UK_RUN_READY)
    return g_strdup_printf (_ ("Step %u of %u, in a moment"), number, n_legs);
  return g_strdup_printf (_ ("Step %u of %u"), number, n_legs);
}

char *
uk_run_describe_act (UkRun *run)
{
  const char *act = uk_run_get_current_leg (run)->step->act;

  if (uk_run_get_phase (run) == UK_RUN_SIDE_CHANGE)
    return g_strdup_printf (_ ("Change sides. %s"), act);
  return g_strdup (act);
}

/* Number of the same steps in a row that follow a change of sides. */
static guint
count_repeated (UkRun *run)
{
  const guint first = uk_run_get_leg_index (run);
  const UkSide side = uk_run_get_current_leg (run)->side;
  guint i = first;

  while (i < uk_run_get_n_legs (run) && uk_run_get_leg (run, i)->side == side)
    i++;
  return i - first;
}

/* "Too much" was said: the easier way of this routine, and how much time that takes off. */
static char *
describe_softer (const UkRoutine *routine, int seconds)
{
  g_autofree char *shorter
      = g_strdup_printf (ngettext ("This step is now %d second shorter.",
                                   "This step is now %d seconds shorter.", (gulong)seconds),
                         seconds);

  return g_strdup_printf ("%s %s",
                          routine->easier != NULL ? routine->easier : _ ("Take half the weight off."),
                          shorter);
}

/* Returns: (nullable): the second line: what to keep off while getting ready, then feeling and
 * breath */
char *
uk_run_describe_hint (UkRun *run)
{
  const UkLeg *leg = uk_run_get_current_leg (run);
  const UkRoutine *routine = uk_routine_get_part (uk_run_get_routine (run), leg->step_index);
  const UkStep *step = leg->step;
  const char *feel = first_of (step->feel, routine->feel);
  const char *avoid = first_of (step->avoid, routine->avoid);
  const char *breathe = first_of (step->breathe, routine->breathe);
  const int softened = (int)lround (uk_run_get_softened_seconds (run));

  if (uk_run_is_softened_here (run))
    return describe_softer (routine, softened);
  if (uk_run_get_phase (run) == UK_RUN_SIDE_CHANGE) {
    const guint repeated = count_repeated (run);

    return g_strdup_printf (
        ngettext ("The same step again, mirrored.", "The same %u steps again, mirrored.", repeated),
        repeated);
  }
  if (uk_run_get_phase (run) == UK_RUN_READY)
    /* Translators: what follows are things to keep off. */
    return avoid != NULL ? g_strdup_printf (_ ("Avoid: %s"), avoid) : NULL;
  if (feel != NULL && ((breathe == NULL && softened == 0) || step->seconds * uk_run_get_fraction (run) < FEEL_SECONDS))
    return g_strdup (feel);
  if (softened > 0 && routine->easier != NULL)
    return g_strdup_printf (_ ("Easier: %s"), routine->easier);
  return g_strdup (breathe);
}

/* @guided: whether the breath is shown.  Returns: what to do at this moment, may be empty */
char *
uk_run_describe_cue (UkRun *run, gboolean guided)
{
  guint n_repeats;
  const guint repeat = uk_run_get_repeat (run, &n_repeats);

  if (repeat > 0)
    /* Translators: a repetition, as in “3 of 8”. */
    return g_strdup_printf (_ ("%u of %u"), repeat, n_repeats);
  if (guided)
    return g_strdup (uk_breath_is_in (uk_run_get_step_seconds (run)) ? _ ("Breathe in")
                                                                     : _ ("Breathe out"));
  return g_strdup ("");
}

/* Returns: (nullable): "Next · 30 s"; NULL at the last step */
char *
uk_run_describe_next (UkRun *run)
{
  const guint next = uk_run_get_leg_index (run) + 1;
  g_autofree char *time = NULL;

  if (next >= uk_run_get_n_legs (run))
    return NULL;
  time = uk_seconds_describe ((guint)uk_run_get_leg_seconds (run, next));
  if (uk_run_get_leg (run, next)->other_side)
    return g_strdup_printf (_ ("Next, the other side · %s"), time);
  return g_strdup_printf (_ ("Next · %s"), time);
}

char *
uk_run_describe_total (UkRun *run)
{
  const int seconds = (int)ceil (uk_run_get_total_left (run));

  /* Translators: minutes and seconds */
  return g_strdup_printf (_ ("%d:%02d left"), seconds / 60, seconds % 60);
}
