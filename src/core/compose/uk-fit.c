/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-fit.h"

#define GETTING_READY 10       /* a held step no longer than this changes the place, it treats nothing */
#define GETTING_READY_FIRST 15 /* the same for the first one, which sets up */
#define FEWEST_REPEATS 3
#define TENDER_HOLD 30 /* a spot at the neck or the face */
#define WHOLE 1000     /* shares of what is written are counted in thousandths */
#define MOST (4 * WHOLE)

/* What a technique may be shortened and lengthened to, in seconds for one side; what is written is
 * always allowed.  From the dosage tables, the gentler end where they leave a choice. */
typedef struct {
  guint hold_min;
  guint hold_max;
  guint move_max;
  guint work_min;   /* of all that treats */
  guint percent_min; /* of all that treats, of what is written */
  guint total_max;
  guint rounds_max;
} Dose;

/* Pressing: 15 to 60 s on a spot, one to three times, three minutes a place.  Stretching: 15 to 30 s,
 * two to four times, four minutes.  Warmth, cold and what is set up once last as long as they say. */
static const Dose doses[UK_N_TECHNIQUES] = {
  [UK_TECHNIQUE_MASSAGE] = { 15, 60, 120, 30, 0, 180, 3 },
  [UK_TECHNIQUE_BALL] = { 15, 60, 120, 30, 0, 180, 3 },
  [UK_TECHNIQUE_ROLLER] = { 15, 60, 120, 30, 0, 180, 3 },
  [UK_TECHNIQUE_CANE] = { 15, 60, 120, 30, 0, 180, 3 },
  [UK_TECHNIQUE_STRETCH] = { 15, 30, 60, 30, 0, 240, 2 },
  [UK_TECHNIQUE_YOGA] = { 15, 60, 90, 60, 0, 1800, 2 },
  [UK_TECHNIQUE_AEROBIC] = { 30, 300, 300, 60, 50, 1800, 1 },
};

static const char *const tender[] = {
  "temples", "jaw", "suboccipitals", "posterior-neck", "front-side-neck", NULL,
};

static const Dose *
get_dose (const UkRoutine *routine)
{
  const Dose *dose = &doses[routine->technique];

  return routine->part == NULL && dose->total_max > 0 ? dose : NULL;
}

static gboolean
is_tender (const UkRoutine *routine)
{
  guint i;

  for (i = 0; routine->regions[i] != NULL; i++) {
    if (g_strv_contains (tender, routine->regions[i]))
      return TRUE;
  }
  return FALSE;
}

/* Whether the step gets into place, or changes it: such time is needed whatever the dose. */
static gboolean
is_preparing (const UkRoutine *routine, guint index)
{
  const UkStep *step = &routine->steps[index];

  return step->repeats == 0
         && step->seconds <= (index == 0 ? GETTING_READY_FIRST : GETTING_READY);
}

/* Repetitions keep their pace. */
static guint
scale_movement (const UkStep *step, const Dose *dose, guint share)
{
  const guint most = MAX (step->repeats, dose->move_max * step->repeats / step->seconds);
  const guint repeats = (step->repeats * share + WHOLE / 2) / WHOLE;

  return CLAMP (repeats, MIN (step->repeats, FEWEST_REPEATS), most);
}

static guint
scale_hold (const UkRoutine *routine, const UkStep *step, const Dose *dose, guint share)
{
  const guint most = is_tender (routine) ? MIN (dose->hold_max, TENDER_HOLD) : dose->hold_max;
  const guint seconds = step->seconds * share / WHOLE;

  if (share == WHOLE)
    return step->seconds;
  return CLAMP (seconds > 20 ? seconds / 5 * 5 : seconds, MIN (step->seconds, dose->hold_min),
                MAX (step->seconds, most));
}

static UkStep
scale_step (const UkRoutine *routine, guint index, const Dose *dose, guint share)
{
  UkStep step = routine->steps[index];

  if (is_preparing (routine, index))
    return step;
  if (step.repeats > 0) {
    const guint repeats = scale_movement (&step, dose, share);

    step.seconds = MAX (1, step.seconds * repeats / step.repeats);
    step.repeats = repeats;
  } else {
    step.seconds = scale_hold (routine, &step, dose, share);
  }
  return step;
}

/* The steps from the first to the last that treats: what is done again in another round. */
static void
find_block (const UkRoutine *routine, guint *first, guint *end)
{
  guint i;

  *first = *end = 0;
  for (i = 0; i < routine->n_steps; i++) {
    if (is_preparing (routine, i))
      continue;
    if (*end == 0)
      *first = i;
    *end = i + 1;
  }
}

static guint
sum_seconds (const UkRoutine *routine, const Dose *dose, guint share, guint rounds)
{
  guint first, end, i;
  guint seconds = 0;

  find_block (routine, &first, &end);
  for (i = 0; i < routine->n_steps; i++)
    seconds += scale_step (routine, i, dose, share).seconds * (i >= first && i < end ? rounds : 1);
  return seconds;
}

static guint
sum_work (const UkRoutine *routine, const Dose *dose, guint share)
{
  guint seconds = 0;
  guint i;

  for (i = 0; i < routine->n_steps; i++) {
    if (!is_preparing (routine, i))
      seconds += scale_step (routine, i, dose, share).seconds;
  }
  return seconds;
}

/* The smallest share at which there is still a dose. */
static guint
find_least_share (const UkRoutine *routine, const Dose *dose)
{
  const guint whole = sum_work (routine, dose, WHOLE);
  const guint needed = MIN (whole, MAX (dose->work_min, whole * dose->percent_min / 100));
  guint low = 0, high = WHOLE;

  while (low < high) {
    const guint middle = (low + high) / 2;

    if (sum_work (routine, dose, middle) >= needed)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* The largest share from @low to @high that takes no longer than @seconds. */
static guint
find_share (
    const UkRoutine *routine, const Dose *dose, guint seconds, guint rounds, guint low, guint high)
{
  while (low < high) {
    const guint middle = (low + high + 1) / 2;

    if (sum_seconds (routine, dose, middle, rounds) <= seconds)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

/* How much longer than written, first by longer steps, then by another round. */
static guint
find_growth (const UkRoutine *routine, const Dose *dose, guint seconds, guint *rounds)
{
  *rounds = 1;
  while (*rounds < dose->rounds_max && sum_seconds (routine, dose, MOST, *rounds) < seconds
         && sum_seconds (routine, dose, WHOLE, *rounds + 1) <= seconds)
    *rounds += 1;
  return find_share (routine, dose, seconds, *rounds, WHOLE, MOST);
}

/**
 * uk_fit_get_shortest:
 * @routine: a routine
 *
 * Returns: the seconds for one side below which it would be no dose any more
 */
guint
uk_fit_get_shortest (const UkRoutine *routine)
{
  const Dose *dose;

  g_return_val_if_fail (routine != NULL, 0);

  dose = get_dose (routine);
  if (dose == NULL)
    return uk_routine_get_seconds (routine, FALSE);
  return sum_seconds (routine, dose, find_least_share (routine, dose), 1);
}

/**
 * uk_fit_get_longest:
 * @routine: a routine
 *
 * Returns: the seconds for one side that it can be lengthened to within the limits of its technique
 */
guint
uk_fit_get_longest (const UkRoutine *routine)
{
  const Dose *dose;
  guint rounds, share;

  g_return_val_if_fail (routine != NULL, 0);

  dose = get_dose (routine);
  if (dose == NULL)
    return uk_routine_get_seconds (routine, FALSE);
  share = find_growth (routine, dose, MAX (dose->total_max, sum_seconds (routine, dose, WHOLE, 1)),
                       &rounds);
  return sum_seconds (routine, dose, share, rounds);
}

static void
append_steps (
    GArray *steps, const UkRoutine *routine, const Dose *dose, guint share, guint first, guint end)
{
  guint i;

  for (i = first; i < end; i++) {
    const UkStep step = dose != NULL ? scale_step (routine, i, dose, share) : routine->steps[i];

    g_array_append_val (steps, step);
  }
}

/**
 * uk_fit_steps:
 * @routine: a routine
 * @seconds: the time there is for one side; 0: as written
 * @n_steps: (out): number of steps
 *
 * Shortens or lengthens steps, and does them in more rounds, to come as close to @seconds as the
 * limits of the technique allow; at least the smallest dose is left.
 *
 * Returns: (transfer full) (array length=n_steps): the steps, whose texts belong to @routine
 */
UkStep *
uk_fit_steps (const UkRoutine *routine, guint seconds, guint *n_steps)
{
  const Dose *dose;
  GArray *steps;
  guint share = WHOLE, rounds = 1, round, first, end;

  g_return_val_if_fail (routine != NULL && n_steps != NULL, NULL);

  dose = get_dose (routine);
  if (dose != NULL && seconds > 0) {
    const guint whole = sum_seconds (routine, dose, WHOLE, 1);

    if (seconds < whole)
      share = find_share (routine, dose, seconds, 1, find_least_share (routine, dose), WHOLE);
    else
      share = find_growth (routine, dose, MIN (seconds, MAX (dose->total_max, whole)), &rounds);
  }
  steps = g_array_new (FALSE, FALSE, sizeof (UkStep));
  find_block (routine, &first, &end);
  append_steps (steps, routine, dose, share, 0, first);
  for (round = 0; round < rounds; round++)
    append_steps (steps, routine, dose, share, first, end);
  append_steps (steps, routine, dose, share, end, routine->n_steps);
  *n_steps = steps->len;
  return (UkStep *)(gpointer)g_array_free (steps, FALSE);
}
