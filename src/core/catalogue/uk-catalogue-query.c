/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue-private.h"
#include "core/compose/uk-recipe.h"

static gconstpointer
get_item (UkCatalogue *self, UkKind kind, const char *id)
{
  return uk_content_get (uk_catalogue_get_content (self), kind, id);
}

static GPtrArray *
get_items (UkCatalogue *self, UkKind kind)
{
  return uk_catalogue_get_content (self)->tables[kind].items;
}

/**
 * uk_catalogue_get_region:
 * @self: a catalogue
 * @id: (nullable): a region id
 *
 * Returns: (transfer none) (nullable): the region
 */
const UkRegion *
uk_catalogue_get_region (UkCatalogue *self, const char *id)
{
  return get_item (self, UK_KIND_REGION, id);
}

/**
 * uk_catalogue_get_routine:
 * @self: a catalogue
 * @id: (nullable): a routine id, the id of a sequence, or another recipe; see
 * uk_catalogue_make_routine()
 *
 * Returns: (transfer none) (nullable): the routine
 */
const UkRoutine *
uk_catalogue_get_routine (UkCatalogue *self, const char *id)
{
  const UkRoutine *routine = get_item (self, UK_KIND_ROUTINE, id);

  if (routine != NULL || id == NULL)
    return routine;
  /* It may be one of the user's that are not there yet, or made of one. */
  uk_catalogue_wait (self);
  routine = get_item (self, UK_KIND_ROUTINE, id);
  return routine == NULL ? uk_catalogue_make_routine (self, id) : routine;
}

/**
 * uk_catalogue_get_condition:
 * @self: a catalogue
 * @id: (nullable): a condition id
 *
 * Returns: (transfer none) (nullable): the condition
 */
const UkCondition *
uk_catalogue_get_condition (UkCatalogue *self, const char *id)
{
  return get_item (self, UK_KIND_CONDITION, id);
}

/**
 * uk_catalogue_get_question:
 * @self: a catalogue
 * @id: (nullable): a question id
 *
 * Returns: (transfer none) (nullable): the question
 */
const UkQuestion *
uk_catalogue_get_question (UkCatalogue *self, const char *id)
{
  return get_item (self, UK_KIND_QUESTION, id);
}

/**
 * uk_catalogue_get_source:
 * @self: a catalogue
 * @id: (nullable): a source id
 *
 * Returns: (transfer none) (nullable): the source
 */
const UkSource *
uk_catalogue_get_source (UkCatalogue *self, const char *id)
{
  return get_item (self, UK_KIND_SOURCE, id);
}

/**
 * uk_catalogue_get_ache:
 * @self: a catalogue
 * @id: (nullable): an ache id
 *
 * Returns: (transfer none) (nullable): the ache
 */
const UkAche *
uk_catalogue_get_ache (UkCatalogue *self, const char *id)
{
  return get_item (self, UK_KIND_ACHE, id);
}

/**
 * uk_catalogue_get_outcome:
 * @self: a catalogue
 * @urgency: the strictest answer
 *
 * Returns: (transfer none) (nullable): the screen for it
 */
const UkOutcome *
uk_catalogue_get_outcome (UkCatalogue *self, UkUrgency urgency)
{
  g_return_val_if_fail (urgency < UK_N_URGENCIES, NULL);

  return uk_catalogue_get_content (self)->outcomes[urgency];
}

/**
 * uk_catalogue_get_notice:
 * @self: a catalogue
 * @id: a notice id
 *
 * Returns: (transfer none) (nullable): its text, translated
 */
const char *
uk_catalogue_get_notice (UkCatalogue *self, const char *id)
{
  const UkNotice *notice = get_item (self, UK_KIND_NOTICE, id);

  return notice == NULL ? NULL : notice->text;
}

/**
 * uk_catalogue_get_regions:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkRegion): all regions, from head to foot
 */
GPtrArray *
uk_catalogue_get_regions (UkCatalogue *self)
{
  return get_items (self, UK_KIND_REGION);
}

/**
 * uk_catalogue_get_routines:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkRoutine): all routines
 */
GPtrArray *
uk_catalogue_get_routines (UkCatalogue *self)
{
  return get_items (self, UK_KIND_ROUTINE);
}

/**
 * uk_catalogue_get_conditions:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkCondition): all conditions, those that are not listed
 * too
 */
GPtrArray *
uk_catalogue_get_conditions (UkCatalogue *self)
{
  return get_items (self, UK_KIND_CONDITION);
}

/**
 * uk_catalogue_get_questions:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkQuestion): all safety questions
 */
GPtrArray *
uk_catalogue_get_questions (UkCatalogue *self)
{
  return get_items (self, UK_KIND_QUESTION);
}

/**
 * uk_catalogue_get_taps:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkTap): the short questions before each start
 */
GPtrArray *
uk_catalogue_get_taps (UkCatalogue *self)
{
  return get_items (self, UK_KIND_TAP);
}

/**
 * uk_catalogue_get_stop_signs:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type utf8): what means "stop at once", translated
 */
GPtrArray *
uk_catalogue_get_stop_signs (UkCatalogue *self)
{
  return uk_catalogue_get_content (self)->stop_signs;
}

/**
 * uk_catalogue_get_sources:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkSource): all publications
 */
GPtrArray *
uk_catalogue_get_sources (UkCatalogue *self)
{
  return get_items (self, UK_KIND_SOURCE);
}

/**
 * uk_catalogue_get_aches:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkAche): the places where it may hurt
 */
GPtrArray *
uk_catalogue_get_aches (UkCatalogue *self)
{
  return get_items (self, UK_KIND_ACHE);
}

/**
 * uk_catalogue_get_facts:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkFact): what is known
 */
GPtrArray *
uk_catalogue_get_facts (UkCatalogue *self)
{
  return get_items (self, UK_KIND_FACT);
}

/**
 * uk_catalogue_get_technique_fact:
 * @self: a catalogue
 * @technique: a technique
 *
 * Returns: (transfer none) (nullable): what speaks for it
 */
const UkFact *
uk_catalogue_get_technique_fact (UkCatalogue *self, UkTechnique technique)
{
  GPtrArray *facts = uk_catalogue_get_facts (self);
  guint i;

  for (i = 0; i < facts->len; i++) {
    const UkFact *fact = g_ptr_array_index (facts, i);

    if (fact->topic == UK_TOPIC_TECHNIQUE && fact->technique == technique)
      return fact;
  }
  return NULL;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const UkRegion *first = *(const UkRegion *const *)a;
  const UkRegion *second = *(const UkRegion *const *)b;

  return (int)first->rank - (int)second->rank;
}

/**
 * uk_catalogue_list_common_regions:
 * @self: a catalogue
 *
 * Returns: (transfer container) (element-type UkRegion): the most common places, most common first
 */
GPtrArray *
uk_catalogue_list_common_regions (UkCatalogue *self)
{
  GPtrArray *regions = uk_catalogue_get_regions (self);
  GPtrArray *list = g_ptr_array_new ();
  guint i;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    if (region->rank > 0)
      g_ptr_array_add (list, (gpointer)region);
  }
  g_ptr_array_sort (list, compare_ranks);
  return list;
}

/**
 * uk_catalogue_list_questions:
 * @self: a catalogue
 * @region_id: (nullable): a region; %NULL: only what is asked everywhere
 * @urgency: which level
 *
 * Returns: (transfer container) (element-type UkQuestion): what to ask, questions for the region
 * first
 */
GPtrArray *
uk_catalogue_list_questions (UkCatalogue *self, const char *region_id, UkUrgency urgency)
{
  GPtrArray *questions = uk_catalogue_get_questions (self);
  GPtrArray *list = g_ptr_array_new ();
  guint general, i;

  for (general = 0; general < 2; general++) {
    for (i = 0; i < questions->len; i++) {
      const UkQuestion *question = g_ptr_array_index (questions, i);

      if (question->urgency != urgency)
        continue;
      if (general != 0 ? question->regions[0] == NULL
                       : region_id != NULL && g_strv_contains (question->regions, region_id))
        g_ptr_array_add (list, (gpointer)question);
    }
  }
  return list;
}

/**
 * uk_catalogue_list_aches:
 * @self: a catalogue
 * @region_id: where it hurts on the chart
 *
 * Returns: (transfer container) (element-type UkAche): the places of that region
 */
GPtrArray *
uk_catalogue_list_aches (UkCatalogue *self, const char *region_id)
{
  GPtrArray *aches = uk_catalogue_get_aches (self);
  GPtrArray *list = g_ptr_array_new ();
  guint i;

  g_return_val_if_fail (region_id != NULL, list);

  for (i = 0; i < aches->len; i++) {
    const UkAche *ache = g_ptr_array_index (aches, i);

    if (g_strv_contains (ache->regions, region_id))
      g_ptr_array_add (list, (gpointer)ache);
  }
  return list;
}

/**
 * uk_catalogue_list_sources:
 * @self: a catalogue
 * @routine: a routine
 *
 * Returns: (transfer container) (element-type UkSource): the publications that it rests on
 */
GPtrArray *
uk_catalogue_list_sources (UkCatalogue *self, const UkRoutine *routine)
{
  GPtrArray *list = g_ptr_array_new ();
  guint i;

  g_return_val_if_fail (routine != NULL, list);

  for (i = 0; routine->sources[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer)uk_catalogue_get_source (self, routine->sources[i]));
  return list;
}
