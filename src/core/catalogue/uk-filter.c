/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-filter.h"

#include "core/catalogue/uk-equipment.h"
#include "core/compose/uk-fit.h"

#include <glib/gi18n-lib.h>

/* What can be done in a situation. */
static const struct {
  const char *name;
  const char *postures[3]; /* one of these; none: any */
  const char *banned[16];  /* equipment, places and postures that are not to be had there */
} situations[] = {
  [UK_SITUATION_ANY] = { N_ ("Anywhere"), { NULL }, { NULL } },
  [UK_SITUATION_DESK] = { N_ ("At the desk"),
                          { NULL },
                          { "floor", "bed", "bath", "shower", "basin", "pool", "gym", "elliptical",
                            "outdoors", "lying", "kneeling", NULL } },
  [UK_SITUATION_HOME]
  = { N_ ("At home"), { NULL }, { "pool", "gym", "elliptical", "outdoors", NULL } },
  [UK_SITUATION_LYING] = { N_ ("Lying down"), { "lying", NULL }, { NULL } },
  [UK_SITUATION_STANDING] = { N_ ("Standing only"),
                              { "standing", "moving", NULL },
                              { "floor", "chair", "bed", "bath", "pool", NULL } },
  [UK_SITUATION_ON_THE_GO] = { N_ ("On the go"),
                               { NULL },
                               { "floor", "bed", "bath", "shower", "basin", "pool", "gym", "elliptical",
                                 "roller", "cane", "massager", "heat-pad", "cold-pack", "lying",
                                 "kneeling", NULL } },
};

static const char *const efforts[] = {
  [UK_EFFORT_ANY] = N_ ("Any effort"),
  [UK_EFFORT_GENTLE] = N_ ("Gentle only"),
  [UK_EFFORT_USUAL] = N_ ("Nothing strenuous"),
};

static gboolean
is_lacking (const UkFilter *filter, const char *equipment)
{
  const UkEquipmentGroup *group = uk_equipment_find_group (equipment);

  return group != NULL && filter->lacking != NULL && g_strv_contains (filter->lacking, group->id);
}

static gboolean
has_equipment (const UkFilter *filter, const UkRoutine *routine)
{
  guint i;

  for (i = 0; routine->equipment[i] != NULL; i++) {
    if (is_lacking (filter, routine->equipment[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
suits_situation (UkSituation situation, const UkRoutine *routine)
{
  const char *const *postures = situations[situation].postures;
  const char *const *banned = situations[situation].banned;
  guint i;

  if (postures[0] != NULL
      && (routine->posture == NULL || !g_strv_contains (postures, routine->posture)))
    return FALSE;
  if (routine->posture != NULL && g_strv_contains (banned, routine->posture))
    return FALSE;
  if (routine->place != NULL && g_strv_contains (banned, routine->place))
    return FALSE;
  for (i = 0; routine->equipment[i] != NULL; i++) {
    if (g_strv_contains (banned, routine->equipment[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
suits_effort (UkEffort effort, const UkRoutine *routine)
{
  switch (effort) {
  case UK_EFFORT_GENTLE:
    return routine->level == UK_LEVEL_GENTLE;
  case UK_EFFORT_USUAL:
    return routine->level <= UK_LEVEL_USUAL;
  case UK_EFFORT_ANY:
  default:
    return TRUE;
  }
}

/**
 * uk_filter_check:
 * @filter: what is asked for
 * @routine: a routine
 *
 * A routine has the time that is asked for if it can be shortened to it; see uk_fit_get_shortest().
 *
 * Returns: what speaks against @routine; none if it fits
 */
UkCriteria
uk_filter_check (const UkFilter *filter, const UkRoutine *routine)
{
  UkCriteria against = UK_CRITERION_NONE;

  g_return_val_if_fail (filter != NULL && routine != NULL, UK_CRITERION_NONE);
  g_return_val_if_fail (filter->situation < UK_N_SITUATIONS, UK_CRITERION_NONE);

  if (filter->minutes > 0
      && uk_fit_get_shortest (routine) > filter->minutes * 60 + UK_FIT_SLACK_SECONDS)
    against |= UK_CRITERION_TIME;
  if (!has_equipment (filter, routine))
    against |= UK_CRITERION_EQUIPMENT;
  if (!suits_situation (filter->situation, routine))
    against |= UK_CRITERION_PLACE;
  if (!suits_effort (filter->effort, routine))
    against |= UK_CRITERION_EFFORT;
  if (filter->quiet && !routine->quiet)
    against |= UK_CRITERION_QUIET;
  return against;
}

/**
 * uk_filter_accepts:
 * @filter: what is asked for
 * @routine: a routine
 *
 * Returns: whether @routine fits all that @filter asks for
 */
gboolean
uk_filter_accepts (const UkFilter *filter, const UkRoutine *routine)
{
  return uk_filter_check (filter, routine) == UK_CRITERION_NONE;
}

static guint
count_criteria (guint criteria)
{
  guint n = 0;

  for (; criteria != 0; criteria >>= 1)
    n += criteria & 1;
  return n;
}

/**
 * uk_filter_find_blockers:
 * @filter: what is asked for
 * @routines: (element-type UkRoutine): what there is
 *
 * Returns: the fewest criteria that must be dropped for anything to fit, of equally few those that
 *   let in most; none if something fits already or there is nothing
 */
UkCriteria
uk_filter_find_blockers (const UkFilter *filter, GPtrArray *routines)
{
  guint n_let_in[UK_ALL_CRITERIA + 1] = { 0 };
  guint best = UK_CRITERION_NONE;
  guint dropped, i;

  g_return_val_if_fail (filter != NULL && routines != NULL, UK_CRITERION_NONE);

  for (i = 0; i < routines->len; i++) {
    const guint against = uk_filter_check (filter, g_ptr_array_index (routines, i));

    for (dropped = 0; dropped <= UK_ALL_CRITERIA; dropped++)
      n_let_in[dropped] += (against & ~dropped) == 0 ? 1 : 0;
  }
  for (dropped = 0; dropped <= UK_ALL_CRITERIA; dropped++) {
    const guint n = count_criteria (dropped), n_best = count_criteria (best);

    if (n_let_in[dropped] > 0
        && (n_let_in[best] == 0 || n < n_best || (n == n_best && n_let_in[dropped] > n_let_in[best])))
      best = dropped;
  }
  return best;
}

/**
 * uk_filter_drop:
 * @filter: (inout): what is asked for
 * @criteria: what is no longer
 */
void
uk_filter_drop (UkFilter *filter, UkCriteria criteria)
{
  g_return_if_fail (filter != NULL);

  if (criteria & UK_CRITERION_TIME)
    filter->minutes = 0;
  if (criteria & UK_CRITERION_EQUIPMENT)
    filter->lacking = NULL;
  if (criteria & UK_CRITERION_PLACE)
    filter->situation = UK_SITUATION_ANY;
  if (criteria & UK_CRITERION_EFFORT)
    filter->effort = UK_EFFORT_ANY;
  if (criteria & UK_CRITERION_QUIET)
    filter->quiet = FALSE;
}

/**
 * uk_situation_get_name:
 * @situation: a situation
 *
 * Returns: (transfer none): its translated name, with a capital
 */
const char *
uk_situation_get_name (UkSituation situation)
{
  g_return_val_if_fail (situation < UK_N_SITUATIONS, NULL);

  return _ (situations[situation].name);
}

/**
 * uk_effort_get_name:
 * @effort: an effort
 *
 * Returns: (transfer none): its translated name, with a capital
 */
const char *
uk_effort_get_name (UkEffort effort)
{
  g_return_val_if_fail (effort < UK_N_EFFORTS, NULL);

  return _ (efforts[effort]);
}

/**
 * uk_minutes_describe:
 * @minutes: a length, 0 for any
 *
 * Returns: (transfer full): “3 minutes”
 */
char *
uk_minutes_describe (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_ ("Any length"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes);
}

static char *
describe_criterion (const UkFilter *filter, UkCriteria criterion)
{
  switch (criterion) {
  case UK_CRITERION_TIME:
    return uk_minutes_describe (filter->minutes);
  case UK_CRITERION_EQUIPMENT:
    return g_strdup (_ ("Only what I have"));
  case UK_CRITERION_PLACE:
    return g_strdup (uk_situation_get_name (filter->situation));
  case UK_CRITERION_EFFORT:
    return g_strdup (uk_effort_get_name (filter->effort));
  case UK_CRITERION_QUIET:
    return g_strdup (_ ("Quiet"));
  case UK_CRITERION_NONE:
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * uk_filter_describe:
 * @filter: what is asked for
 * @criteria: some of it
 *
 * Returns: (transfer full): their names as the filters show them, as in ““1 minute” and “Quiet””
 */
char *
uk_filter_describe (const UkFilter *filter, UkCriteria criteria)
{
  g_autofree char *text = NULL;
  guint criterion;

  g_return_val_if_fail (filter != NULL, NULL);

  for (criterion = 1; criterion <= UK_ALL_CRITERIA; criterion <<= 1) {
    g_autofree char *name = NULL;
    g_autofree char *quoted = NULL;
    g_autofree char *before = NULL;

    if ((criteria & criterion) == 0)
      continue;
    name = describe_criterion (filter, (UkCriteria)criterion);
    /* Translators: the name of a filter, such as “Quiet”. */
    quoted = g_strdup_printf (_ ("“%s”"), name);
    before = g_steal_pointer (&text);
    text = before == NULL ? g_steal_pointer (&quoted)
                          /* Translators: names of filters in quotes. */
                          : g_strdup_printf (_ ("%s and %s"), before, quoted);
  }
  return g_steal_pointer (&text);
}
