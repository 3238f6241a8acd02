/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue-private.h"

/* How a routine fits a region. */
typedef struct {
  const UkRoutine *routine;
  guint fit;  /* place of the region in the routine's list: the best first */
  guint file; /* place in the catalogue, so that sorting is stable */
} Candidate;

static guint
find_region (const UkRoutine *routine, const char *region_id)
{
  guint i;

  for (i = 0; routine->regions[i] != NULL; i++) {
    if (g_str_equal (routine->regions[i], region_id))
      return i;
  }
  return G_MAXUINT;
}

static int
compare_guint (guint a, guint b)
{
  return a < b ? -1 : a > b ? 1 : 0;
}

/* Technique, hands before tools, gentle first, best fit first. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;
  int order;

  order = compare_guint (first->routine->technique, second->routine->technique);
  if (order == 0)
    order = uk_routine_needs_tool (first->routine) - uk_routine_needs_tool (second->routine);
  if (order == 0)
    order = compare_guint (first->routine->level, second->routine->level);
  if (order == 0)
    order = compare_guint (first->fit, second->fit);
  return order != 0 ? order : compare_guint (first->file, second->file);
}

static GArray *
list_candidates (UkCatalogue *self, const char *region_id)
{
  GPtrArray *routines = uk_catalogue_get_routines (self);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint i;

  for (i = 0; i < routines->len; i++) {
    Candidate candidate = { g_ptr_array_index (routines, i), 0, i };

    candidate.fit = find_region (candidate.routine, region_id);
    if (candidate.fit != G_MAXUINT)
      g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/**
 * uk_catalogue_list_routines_for_region:
 * @self: a catalogue
 * @region_id: a region
 *
 * Returns: (transfer container) (element-type UkRoutine): its routines in the order of its page: by
 * technique, in one technique hands before tools, gentle before strong, then the best fit
 */
GPtrArray *
uk_catalogue_list_routines_for_region (UkCatalogue *self, const char *region_id)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GArray) candidates = NULL;
  guint i;

  g_return_val_if_fail (region_id != NULL, list);

  candidates = list_candidates (self, region_id);
  for (i = 0; i < candidates->len; i++)
    g_ptr_array_add (list, (gpointer)g_array_index (candidates, Candidate, i).routine);
  return list;
}

/**
 * uk_catalogue_list_routines_by_technique:
 * @self: a catalogue
 * @region_id: (nullable): a region; %NULL: every routine of the technique
 * @technique: a technique
 *
 * Returns: (transfer container) (element-type UkRoutine): the routines, in the same order
 */
GPtrArray *
uk_catalogue_list_routines_by_technique (UkCatalogue *self,
                                         const char *region_id,
                                         UkTechnique technique)
{
  g_autoptr (GPtrArray) routines = NULL;
  GPtrArray *list = g_ptr_array_new ();
  guint i;

  routines = region_id != NULL ? uk_catalogue_list_routines_for_region (self, region_id)
                               : g_ptr_array_ref (uk_catalogue_get_routines (self));
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    if (routine->technique == technique)
      g_ptr_array_add (list, (gpointer)routine);
  }
  return list;
}

/**
 * uk_catalogue_get_verdict:
 * @self: a catalogue
 * @routine: a routine
 * @region_id: a region
 * @why: (out) (optional) (nullable): the reason that the region gives, translated
 *
 * Returns: whether the routine may be offered for the region
 */
UkVerdict
uk_catalogue_get_verdict (UkCatalogue *self,
                          const UkRoutine *routine,
                          const char *region_id,
                          const char **why)
{
  const UkRegion *region;

  g_return_val_if_fail (routine != NULL, UK_VERDICT_NEVER);

  if (why != NULL)
    *why = NULL;
  region = uk_catalogue_get_region (self, region_id);
  if (region == NULL)
    return UK_VERDICT_NEVER;
  return uk_region_get_verdict (region, routine->technique, uk_routine_get_surface (routine), why);
}

/* Lower is better: what most people can start with at once. */
static guint
rate_start (UkCatalogue *self, const Candidate *candidate, const char *region_id)
{
  const UkRoutine *routine = candidate->routine;
  gboolean ok = uk_catalogue_get_verdict (self, routine, region_id, NULL) == UK_VERDICT_OK;
  guint rating;

  if (uk_routine_needs_tool (routine))
    rating = ok ? 3 : 4;
  else if (routine->technique == UK_TECHNIQUE_MASSAGE)
    rating = ok ? 0 : 2;
  else
    rating = ok ? 1 : 2;
  return rating * 2 + (candidate->fit == 0 && routine->level != UK_LEVEL_STRONG ? 0 : 1);
}

/**
 * uk_catalogue_get_recommended:
 * @self: a catalogue
 * @region_id: a region
 *
 * The routine to start with.  First of all massage with bare hands where the region has no
 * objection, then other routines without a tool, then those that need care, then those with a tool;
 * among equals one that is made for this region, and the shortest of them.
 *
 * Returns: (transfer none) (nullable): the routine, %NULL if the region has none
 */
const UkRoutine *
uk_catalogue_get_recommended (UkCatalogue *self, const char *region_id)
{
  g_autoptr (GArray) candidates = NULL;
  const UkRoutine *best = NULL;
  guint best_rating = G_MAXUINT;
  guint i;

  g_return_val_if_fail (region_id != NULL, NULL);

  candidates = list_candidates (self, region_id);
  for (i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);
    guint rating = rate_start (self, candidate, region_id);

    if (rating < best_rating
        || (rating == best_rating
            && uk_routine_get_seconds (candidate->routine, FALSE)
                   < uk_routine_get_seconds (best, FALSE))) {
      best = candidate->routine;
      best_rating = rating;
    }
  }
  return best;
}

static void
add_note (GPtrArray *notes, const char *note)
{
  if (notes != NULL && note != NULL
      && !g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
    g_ptr_array_add (notes, (gpointer)note);
}

static UkRuling
rule_on (const UkRoutine *routine,
         const char *region,
         const UkCondition *condition,
         GPtrArray *notes)
{
  UkRuling ruling = uk_condition_get_ruling (condition, routine->technique, routine->part, region);
  const char *text = NULL;
  guint i;

  for (i = 0; i < routine->n_cares; i++) {
    if (g_str_equal (routine->cares[i].condition, condition->id)) {
      ruling = MAX (ruling, UK_RULING_CARE);
      text = routine->cares[i].text;
    }
  }
  if (ruling > UK_RULING_OPEN)
    add_note (notes, text != NULL ? text : condition->note);
  return ruling;
}

/**
 * uk_catalogue_get_ruling:
 * @self: a catalogue
 * @routine: a routine
 * @region_id: (nullable): where it is to be done; %NULL: the whole body
 * @conditions: (array zero-terminated=1): ids of what the person told
 * @notes: (nullable) (element-type utf8): what to mind is added here; the texts belong to the
 * catalogue
 *
 * Returns: the strictest of what the conditions, and those that they imply, say about the routine
 */
UkRuling
uk_catalogue_get_ruling (UkCatalogue *self,
                         const UkRoutine *routine,
                         const char *region_id,
                         const char *const *conditions,
                         GPtrArray *notes)
{
  UkRuling strictest = UK_RULING_OPEN;
  guint i, j;

  g_return_val_if_fail (routine != NULL && conditions != NULL, UK_RULING_NEVER);

  for (i = 0; conditions[i] != NULL; i++) {
    const UkCondition *condition = uk_catalogue_get_condition (self, conditions[i]);
    UkRuling ruling;

    if (condition == NULL)
      continue;
    ruling = rule_on (routine, region_id, condition, notes);
    strictest = MAX (strictest, ruling);
    for (j = 0; condition->implies[j] != NULL; j++) {
      ruling = rule_on (routine, region_id,
                        uk_catalogue_get_condition (self, condition->implies[j]), notes);
      strictest = MAX (strictest, ruling);
    }
  }
  return strictest;
}
