/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-due.h"

#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"

#define DAY_SECONDS (24 * 60 * 60)

/* Old answers do not count, nor do those from a clock that was wrong. */
static gboolean
is_stale (const UkSafetyAnswer *answer, gint64 now)
{
  return answer == NULL || now - answer->at >= UK_ANSWER_DAYS * DAY_SECONDS
         || answer->at - now > DAY_SECONDS;
}

/**
 * uk_safety_list_questions:
 * @catalogue: content
 * @region: (nullable): where it is to be treated; %NULL: the whole body, so nothing about a place is
 *   asked
 *
 * Returns: (transfer container) (element-type UkQuestion): all that fit: the most urgent first, in
 *   one level those for the region first
 */
GPtrArray *
uk_safety_list_questions (UkCatalogue *catalogue, const char *region)
{
  GPtrArray *list = g_ptr_array_new ();
  guint level, i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue), list);

  for (level = UK_URGENCY_NOW; level <= UK_URGENCY_SOON; level++) {
    g_autoptr (GPtrArray) questions
        = uk_catalogue_list_questions (catalogue, region, (UkUrgency)level);

    for (i = 0; i < questions->len; i++) {
      const UkQuestion *question = g_ptr_array_index (questions, i);

      if (region != NULL || !question->about_place)
        g_ptr_array_add (list, (gpointer)question);
    }
  }
  return list;
}

/**
 * uk_safety_is_due:
 * @question: a question
 * @answers: what was answered
 * @region: (nullable): where it is to be treated
 * @since: Unix seconds; answers from before do not count, see uk_safety_find_worse()
 * @now: Unix seconds
 *
 * Returns: whether it is to be asked (again)
 */
gboolean
uk_safety_is_due (
    const UkQuestion *question, UkAnswers *answers, const char *region, gint64 since, gint64 now)
{
  const UkSafetyAnswer *answer;

  g_return_val_if_fail (question != NULL && answers != NULL, TRUE);

  answer = uk_answers_get (answers, question->id, uk_question_get_scope (question, region));
  if (is_stale (answer, now) || answer->at < since)
    return TRUE;
  /* Who was told that an emergency is none is asked afresh. */
  return answer->answer == UK_ANSWER_SEEN && question->urgency == UK_URGENCY_NOW;
}

/* Returns: (transfer container) (element-type UkQuestion): what to ask (again) before a run at
 * @region, in the order of uk_safety_list_questions() */
GPtrArray *
uk_safety_list_due (
    UkCatalogue *catalogue, UkAnswers *answers, const char *region, gint64 since, gint64 now)
{
  GPtrArray *list = uk_safety_list_questions (catalogue, region);
  guint i;

  g_return_val_if_fail (answers != NULL, list);

  for (i = list->len; i > 0; i--) {
    if (!uk_safety_is_due (g_ptr_array_index (list, i - 1), answers, region, since, now))
      g_ptr_array_remove_index (list, i - 1);
  }
  return list;
}

/* Returns: whether the list of conditions is to be gone through (again) */
gboolean
uk_safety_are_conditions_due (UkAnswers *answers, gint64 now)
{
  g_return_val_if_fail (answers != NULL, TRUE);

  return is_stale (uk_answers_get (answers, UK_ANSWERED_CONDITIONS, UK_SCOPE_PERSON), now);
}

/* Returns: whether @at (Unix seconds) is on the day of @now, in its time zone */
gboolean
uk_safety_is_today (gint64 at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (now != NULL, FALSE);

  if (utc == NULL)
    return FALSE;
  local = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  return g_date_time_get_year (local) == g_date_time_get_year (now)
         && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now);
}

/* Returns: whether the taps come before @routine: before warmth, cold and pressing */
gboolean
uk_safety_needs_taps (const UkRoutine *routine)
{
  guint i;

  g_return_val_if_fail (routine != NULL, TRUE);

  for (i = 0; i < routine->n_parts; i++) {
    if (uk_safety_needs_taps (routine->parts[i].routine))
      return TRUE;
  }
  switch (routine->technique) {
  case UK_TECHNIQUE_MASSAGE:
  case UK_TECHNIQUE_BALL:
  case UK_TECHNIQUE_ROLLER:
  case UK_TECHNIQUE_CANE:
  case UK_TECHNIQUE_HEAT:
  case UK_TECHNIQUE_COLD:
    return TRUE;
  case UK_TECHNIQUE_STRETCH:
  case UK_TECHNIQUE_YOGA:
  case UK_TECHNIQUE_AEROBIC:
  case UK_TECHNIQUE_POSTURE:
    return FALSE;
  default:
    g_return_val_if_reached (TRUE);
  }
}

/**
 * uk_safety_are_taps_due:
 * @catalogue: content
 * @answers: what was answered
 * @routine: what is to be done
 * @region: (nullable): where
 * @now: the time, in the person's zone
 *
 * Returns: whether the taps are to be shown: not if all were answered with no today, for that place
 */
gboolean
uk_safety_are_taps_due (UkCatalogue *catalogue,
                        UkAnswers *answers,
                        const UkRoutine *routine,
                        const char *region,
                        GDateTime *now)
{
  const char *scope = region != NULL ? region : UK_SCOPE_PERSON;
  GPtrArray *taps;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && answers != NULL && now != NULL, TRUE);

  if (!uk_safety_needs_taps (routine))
    return FALSE;
  taps = uk_catalogue_get_taps (catalogue);
  for (i = 0; i < taps->len; i++) {
    const UkTap *tap = g_ptr_array_index (taps, i);
    const UkSafetyAnswer *answer = uk_answers_get (answers, tap->id, scope);

    if (answer == NULL || answer->answer != UK_ANSWER_NO || !uk_safety_is_today (answer->at, now))
      return TRUE;
  }
  return FALSE;
}

/* When the number after the run was given, if it is higher than the one before; else 0. */
static gint64
find_worse_end (const UkRunRecord *run, GPtrArray *ratings)
{
  int before = -1, after = -1;
  gint64 at = 0;
  guint i;

  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);

    if (g_strcmp0 (rating->run, run->id) != 0)
      continue;
    if (rating->moment == UK_MOMENT_BEFORE)
      before = rating->value;
    else if (rating->moment == UK_MOMENT_AFTER) {
      after = rating->value;
      at = rating->at;
    }
  }
  return before >= 0 && after > before ? at : 0;
}

/**
 * uk_safety_find_worse:
 * @runs: (element-type UkRunRecord): what was done
 * @ratings: (element-type UkRating): the numbers given, the oldest first
 * @region: (nullable): a place
 *
 * Returns: when a run there last left it worse, in Unix seconds; 0 if none did.  Answers from before
 *   that do not count any more.
 */
gint64
uk_safety_find_worse (GPtrArray *runs, GPtrArray *ratings, const char *region)
{
  gint64 last = 0;
  guint i;

  g_return_val_if_fail (runs != NULL && ratings != NULL, 0);

  for (i = 0; i < runs->len; i++) {
    const UkRunRecord *run = g_ptr_array_index (runs, i);

    if (g_strcmp0 (run->region, region) == 0)
      last = MAX (last, find_worse_end (run, ratings));
  }
  return last;
}
