/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-compose.h"

#include "core/compose/uk-fit.h"
#include "core/compose/uk-recipe.h"
#include "core/compose/uk-stage.h"

/* Of ten parts of the time, and what stays when time is short: pressing, then stretching. */
static const struct {
  UkStage stage;
  guint share;
} order[UK_N_STAGES] = {
  { UK_STAGE_PRESS, 3 },
  { UK_STAGE_STRETCH, 3 },
  { UK_STAGE_WARM, 2 },
  { UK_STAGE_MOVE, 2 },
};

typedef struct {
  UkCatalogue *catalogue;
  const char *region;
  UkFilter filter; /* without the time */
  UkAllowFunc allow;
  gpointer user_data;
} Search;

/* What makes a routine the better choice, from the most important on; lower is better. */
typedef struct {
  guint care;     /* the region asks for care */
  guint helper;   /* somebody else is needed */
  guint strong;
  guint stage;    /* does what the stage is for, and nothing but */
  guint fit;      /* place of the region among those that it is for */
  guint evidence;
  guint tool;
  guint seconds;
} Rank;

static gboolean
needs_somebody (const UkRoutine *routine)
{
  return g_strv_contains (routine->equipment, "helper")
         || g_strv_contains (routine->equipment, "massager");
}

/* A gentle routine is kept for warming up, yoga for moving. */
static guint
rank_for_stage (UkStage stage, const UkRoutine *routine)
{
  switch (stage) {
  case UK_STAGE_STRETCH:
    return routine->level == UK_LEVEL_GENTLE ? 1 : 0;
  case UK_STAGE_MOVE:
    return routine->technique == UK_TECHNIQUE_YOGA      ? 0
           : routine->technique == UK_TECHNIQUE_AEROBIC ? 1
                                                        : 2;
  case UK_STAGE_WARM:
  case UK_STAGE_PRESS:
  default:
    return 0;
  }
}

static guint
find_place (const UkRoutine *routine, const char *region)
{
  guint i = 0;

  while (routine->regions[i] != NULL && !g_str_equal (routine->regions[i], region))
    i++;
  return i;
}

static Rank
rank (const Search *search, UkStage stage, const UkRoutine *routine)
{
  return (Rank){
    .care = uk_catalogue_get_verdict (search->catalogue, routine, search->region, NULL)
                    == UK_VERDICT_OK
                ? 0
                : 1,
    .helper = needs_somebody (routine) ? 1 : 0,
    .strong = routine->level == UK_LEVEL_STRONG ? 1 : 0,
    .stage = rank_for_stage (stage, routine),
    .fit = find_place (routine, search->region),
    .evidence = routine->evidence,
    .tool = uk_routine_needs_tool (routine) ? 1 : 0,
    .seconds = uk_fit_get_shortest (routine),
  };
}

static int
compare_ranks (const Rank *a, const Rank *b)
{
  const guint first[] = { a->care, a->helper,   a->strong, a->stage,
                          a->fit,  a->evidence, a->tool,   a->seconds };
  const guint second[] = { b->care, b->helper,   b->strong, b->stage,
                           b->fit,  b->evidence, b->tool,   b->seconds };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (first); i++) {
    if (first[i] != second[i])
      return first[i] < second[i] ? -1 : 1;
  }
  return 0;
}

static gboolean
can_take (const Search *search, UkStage stage, const UkRoutine *routine, GPtrArray *taken)
{
  return uk_stage_has (stage, routine) && uk_filter_accepts (&search->filter, routine)
         && !g_ptr_array_find (taken, routine, NULL)
         && (search->allow == NULL || search->allow (routine, search->region, search->user_data));
}

/* Of equally good ones the first in the order of the region's page. */
static const UkRoutine *
find_best (const Search *search, UkStage stage, GPtrArray *taken, guint most_seconds)
{
  g_autoptr (GPtrArray) routines
      = uk_catalogue_list_routines_for_region (search->catalogue, search->region);
  const UkRoutine *best = NULL;
  Rank best_rank = { 0 };
  guint i;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    Rank its_rank;

    if (!can_take (search, stage, routine, taken) || uk_fit_get_shortest (routine) > most_seconds)
      continue;
    its_rank = rank (search, stage, routine);
    if (best == NULL || compare_ranks (&its_rank, &best_rank) < 0) {
      best = routine;
      best_rank = its_rank;
    }
  }
  return best;
}

/* Which routines there is time for, by stage. */
static guint
choose (const Search *search, guint seconds, const UkRoutine **chosen)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  guint needed = 0, shares = 0;
  guint i;

  for (i = 0; i < UK_N_STAGES; i++) {
    const guint most = seconds + (needed == 0 ? UK_FIT_SLACK_SECONDS : 0);
    const UkRoutine *routine
        = needed < most ? find_best (search, order[i].stage, taken, most - needed) : NULL;

    chosen[order[i].stage] = routine;
    if (routine == NULL)
      continue;
    g_ptr_array_add (taken, (gpointer)routine);
    needed += uk_fit_get_shortest (routine);
    shares += order[i].share;
  }
  return shares;
}

/* Gives each its share, and what a stage cannot use to the next. */
static void
share_out (const Search *search,
           guint seconds,
           guint shares,
           const UkRoutine **chosen,
           const UkRoutine **fitted)
{
  guint left = seconds, i;

  for (i = UK_N_STAGES; i > 0; i--) {
    const UkStage stage = order[i - 1].stage;

    if (chosen[stage] == NULL)
      continue;
    fitted[stage] = uk_catalogue_fit_routine (search->catalogue, chosen[stage],
                                              MAX (left * order[i - 1].share / shares,
                                                   uk_fit_get_shortest (chosen[stage])));
    left -= MIN (left, uk_routine_get_seconds (fitted[stage], FALSE));
    shares -= order[i - 1].share;
  }
}

/**
 * uk_catalogue_compose:
 * @self: a catalogue
 * @region: id of a region
 * @minutes: the time there is for one side, 1 to 60
 * @filter: (nullable): what the routines must fit; its time is not looked at
 * @allow: (nullable) (scope call): what may be offered
 * @user_data: for @allow
 *
 * Puts a balanced routine together: warm up, press, stretch, move, as far as there is time and
 * something that fits.  The same for the same arguments.  Its summary says in one line what is there
 * for what.
 *
 * Returns: (transfer none) (nullable): the routine, made of parts; %NULL if nothing fits
 */
const UkRoutine *
uk_catalogue_compose (UkCatalogue *self,
                      const char *region,
                      guint minutes,
                      const UkFilter *filter,
                      UkAllowFunc allow,
                      gpointer user_data)
{
  Search search = { self, region, { 0 }, allow, user_data };
  const UkRoutine *chosen[UK_N_STAGES] = { NULL };
  const UkRoutine *fitted[UK_N_STAGES] = { NULL };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint shares, i;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && region != NULL, NULL);
  g_return_val_if_fail (minutes >= 1 && minutes <= 60, NULL);

  if (filter != NULL)
    search.filter = *filter;
  search.filter.minutes = 0;
  shares = choose (&search, minutes * 60, chosen);
  if (shares == 0)
    return NULL;
  share_out (&search, minutes * 60, shares, chosen, fitted);
  for (i = 0; i < UK_N_STAGES; i++) {
    if (fitted[i] != NULL)
      g_ptr_array_add (parts, (gpointer)fitted[i]);
  }
  return uk_catalogue_join_routines (self, region, parts);
}

/**
 * uk_catalogue_find_swap:
 * @self: a catalogue
 * @routine: a routine for a region
 * @filter: what it must fit; its time is not looked at
 * @allow: (nullable) (scope call): what may be offered
 * @user_data: for @allow
 *
 * Returns: (transfer none) (nullable): @routine if it fits, else what does most nearly the same there;
 *   %NULL if nothing does
 */
const UkRoutine *
uk_catalogue_find_swap (UkCatalogue *self,
                        const UkRoutine *routine,
                        const UkFilter *filter,
                        UkAllowFunc allow,
                        gpointer user_data)
{
  Search search = { self, NULL, { 0 }, allow, user_data };
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  UkStage stage;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && routine != NULL && filter != NULL, NULL);

  search.region = routine->regions[0];
  search.filter = *filter;
  search.filter.minutes = 0;
  for (stage = UK_STAGE_PRESS; stage < UK_N_STAGES; stage++) {
    if (!uk_stage_has (stage, routine))
      continue;
    if (can_take (&search, stage, routine, taken))
      return routine;
    return search.region != NULL ? find_best (&search, stage, taken, G_MAXUINT) : NULL;
  }
  return uk_filter_accepts (&search.filter, routine) ? routine : NULL;
}
