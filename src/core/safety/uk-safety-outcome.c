/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-outcome.h"

#include "core/safety/uk-safety-due.h"

static gboolean
concerns (const UkQuestion *question, const UkSafetyAnswer *answer, const char *region)
{
  if (question->blocks_all)
    return TRUE;
  if (question->about_place)
    return g_strcmp0 (answer->scope, region) == 0;
  return question->regions[0] == NULL
         || (region != NULL && g_strv_contains (question->regions, region));
}

/* Returns: (nullable): the newest answer to @question that counts as yes for @region */
static const UkSafetyAnswer *
find_yes (const UkQuestion *question, UkAnswers *answers, const char *region)
{
  g_autoptr (GPtrArray) yes = uk_answers_list_yes (answers, question->id);
  const UkSafetyAnswer *newest = NULL;
  guint i;

  for (i = 0; i < yes->len; i++) {
    const UkSafetyAnswer *answer = g_ptr_array_index (yes, i);

    if (concerns (question, answer, region) && (newest == NULL || answer->at > newest->at))
      newest = answer;
  }
  return newest;
}

/**
 * uk_safety_get_urgency:
 * @catalogue: content
 * @answers: what was answered
 * @region: (nullable): where; %NULL: the whole body
 * @signs: (nullable) (element-type UkQuestion): the questions of the strictest level that were
 *   answered with yes are added here
 *
 * A yes stays until it is taken back or somebody was seen about it, however old it is.
 *
 * Returns: the outcome: the strictest level of what was answered with yes or not sure; else whether
 *   there are conditions
 */
UkUrgency
uk_safety_get_urgency (UkCatalogue *catalogue,
                       UkAnswers *answers,
                       const char *region,
                       GPtrArray *signs)
{
  g_autoptr (GPtrArray) conditions = NULL;
  UkUrgency strictest = UK_URGENCY_GO;
  GPtrArray *questions;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && answers != NULL, UK_URGENCY_NOW);

  questions = uk_catalogue_get_questions (catalogue);
  for (i = 0; i < questions->len; i++) {
    const UkQuestion *question = g_ptr_array_index (questions, i);

    if (question->urgency > strictest || find_yes (question, answers, region) == NULL)
      continue;
    if (question->urgency < strictest && signs != NULL)
      g_ptr_array_set_size (signs, 0);
    strictest = question->urgency;
    if (signs != NULL)
      g_ptr_array_add (signs, (gpointer)question);
  }
  if (strictest < UK_URGENCY_GO)
    return strictest;
  conditions = uk_safety_list_conditions (catalogue, answers);
  return conditions->len > 0 ? UK_URGENCY_CARE : UK_URGENCY_GO;
}

/* Returns: (transfer container) (element-type UkCondition): what the person told to have */
GPtrArray *
uk_safety_list_conditions (UkCatalogue *catalogue, UkAnswers *answers)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *conditions;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && answers != NULL, list);

  conditions = uk_catalogue_get_conditions (catalogue);
  for (i = 0; i < conditions->len; i++) {
    const UkCondition *condition = g_ptr_array_index (conditions, i);

    if (uk_answers_is_yes (answers, condition->id, UK_SCOPE_PERSON))
      g_ptr_array_add (list, (gpointer)condition);
  }
  return list;
}

/**
 * uk_safety_can_say_seen:
 * @catalogue: content
 * @answers: what was answered
 * @region: (nullable): where
 * @now: the time, in the person's zone
 *
 * Returns: whether the signs there can be taken off with "I was seen": at once, but with an emergency
 *   not before the next day
 */
gboolean
uk_safety_can_say_seen (UkCatalogue *catalogue,
                        UkAnswers *answers,
                        const char *region,
                        GDateTime *now)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();
  const UkUrgency urgency = uk_safety_get_urgency (catalogue, answers, region, signs);
  guint i;

  g_return_val_if_fail (now != NULL, FALSE);

  for (i = 0; urgency == UK_URGENCY_NOW && i < signs->len; i++) {
    const UkSafetyAnswer *answer = find_yes (g_ptr_array_index (signs, i), answers, region);

    if (answer->at > g_date_time_to_unix (now) || uk_safety_is_today (answer->at, now))
      return FALSE;
  }
  return urgency <= UK_URGENCY_SOON;
}
