/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-ruling.h"

#include "core/safety/uk-safety-due.h"
#include "core/safety/uk-safety-outcome.h"

#include <glib/gi18n-lib.h>

/* The tap about strong pain, see safety.xml. */
#define TAP_RATING "rating"

/* What is left while a visit is due: gentle movement, breathing, posture, easy walking, a light hand. */
static gboolean
is_gentle_movement (const UkRoutine *routine)
{
  switch (routine->technique) {
  case UK_TECHNIQUE_POSTURE:
    return TRUE;
  case UK_TECHNIQUE_BALL:
  case UK_TECHNIQUE_ROLLER:
  case UK_TECHNIQUE_CANE:
  case UK_TECHNIQUE_HEAT:
    return FALSE;
  case UK_TECHNIQUE_MASSAGE:
  case UK_TECHNIQUE_STRETCH:
  case UK_TECHNIQUE_COLD:
  case UK_TECHNIQUE_YOGA:
  case UK_TECHNIQUE_AEROBIC:
    return routine->level == UK_LEVEL_GENTLE && routine->part == NULL;
  default:
    g_return_val_if_reached (FALSE);
  }
}

static void
forbid (UkSafetyRuling *ruling, const char *reason, const char *detail)
{
  ruling->permit = UK_PERMIT_NO;
  ruling->reason = reason;
  ruling->detail = detail;
  g_ptr_array_set_size (ruling->conditions, 0);
}

/* What a condition's word means for this place and with what else was answered. */
static UkPermit
get_permit (UkAnswers *answers,
            const UkCondition *condition,
            UkRuling ruling,
            const UkRoutine *routine,
            const char *region)
{
  const char *technique = uk_technique_to_id (routine->technique);
  const UkSafetyAnswer *answer;

  switch (ruling) {
  case UK_RULING_OPEN:
    return UK_PERMIT_GO;
  case UK_RULING_CARE:
    return UK_PERMIT_CARE;
  case UK_RULING_ASK:
    answer = uk_answers_get (answers, condition->id, technique);
    return answer != NULL && answer->answer == UK_ANSWER_SEEN ? UK_PERMIT_CARE
                                                              : UK_PERMIT_ASK_DOCTOR;
  case UK_RULING_NEVER_HERE:
    if (region == NULL)
      return UK_PERMIT_CARE;
    answer = uk_answers_get (answers, condition->id, region);
    if (answer == NULL)
      return UK_PERMIT_ASK_PLACE;
    return uk_answer_counts_as_yes (answer->answer) ? UK_PERMIT_NO : UK_PERMIT_CARE;
  case UK_RULING_NEVER:
    return UK_PERMIT_NO;
  default:
    g_return_val_if_reached (UK_PERMIT_NO);
  }
}

/* The strictest condition decides; of equally strict ones all do. */
static void
rule_by_conditions (UkSafetyRuling *ruling,
                    UkCatalogue *catalogue,
                    UkAnswers *answers,
                    const UkRoutine *routine,
                    const char *region)
{
  g_autoptr (GPtrArray) conditions = uk_safety_list_conditions (catalogue, answers);
  guint i;

  for (i = 0; i < conditions->len; i++) {
    const UkCondition *condition = g_ptr_array_index (conditions, i);
    const char *const ids[] = { condition->id, NULL };
    const UkRuling word = uk_catalogue_get_ruling (catalogue, routine, region, ids, ruling->notes);
    const UkPermit permit = get_permit (answers, condition, word, routine, region);

    if (permit < ruling->permit || permit <= UK_PERMIT_CARE) {
      ruling->permit = MAX (ruling->permit, permit);
      continue;
    }
    if (permit > ruling->permit)
      g_ptr_array_set_size (ruling->conditions, 0);
    ruling->permit = permit;
    g_ptr_array_add (ruling->conditions, (gpointer)condition);
  }
  if (ruling->conditions->len > 0) {
    const UkCondition *first = g_ptr_array_index (ruling->conditions, 0);

    ruling->reason = first->name;
    ruling->detail = first->note;
  }
}

/* Strong pain today leaves what is gentle. */
static gboolean
hurts_much (UkAnswers *answers, const char *region, GDateTime *now)
{
  const UkSafetyAnswer *answer
      = uk_answers_get (answers, TAP_RATING, region != NULL ? region : UK_SCOPE_PERSON);

  return answer != NULL && uk_answer_counts_as_yes (answer->answer)
         && uk_safety_is_today (answer->at, now);
}

static UkSafetyRuling *
rule_on_one (UkCatalogue *catalogue,
             UkAnswers *answers,
             const UkRoutine *routine,
             const char *region,
             GDateTime *now)
{
  UkSafetyRuling *ruling = g_new0 (UkSafetyRuling, 1);
  UkUrgency urgency;

  ruling->conditions = g_ptr_array_new ();
  ruling->notes = g_ptr_array_new ();
  ruling->permit = UK_PERMIT_GO;
  ruling->routine = routine;
  ruling->region = region;
  rule_by_conditions (ruling, catalogue, answers, routine, region);
  urgency = uk_safety_get_urgency (catalogue, answers, region, NULL);
  if (urgency <= UK_URGENCY_TODAY || (urgency == UK_URGENCY_SOON && !is_gentle_movement (routine))) {
    const UkOutcome *outcome = uk_catalogue_get_outcome (catalogue, urgency);

    forbid (ruling, outcome != NULL ? outcome->title : _ ("See a doctor"),
            outcome != NULL ? outcome->text : NULL);
  } else if (hurts_much (answers, region, now) && routine->level != UK_LEVEL_GENTLE) {
    forbid (ruling, _ ("Strong pain today"), uk_catalogue_get_notice (catalogue, "gentle-only"));
  }
  return ruling;
}

/**
 * uk_safety_ruling_new:
 * @catalogue: content
 * @answers: what was answered
 * @routine: what is to be done
 * @region: (nullable): where; %NULL: the whole body, or where each part of @routine is done
 * @now: the time, in the person's zone
 *
 * Warning signs go before strong pain, this before conditions.  What was not asked yet forbids nothing.
 * Of several routines in a row the one that is ruled on most strictly decides.
 *
 * Returns: (transfer full) (nullable): the ruling; its texts belong to the catalogue
 */
UkSafetyRuling *
uk_safety_ruling_new (UkCatalogue *catalogue,
                      UkAnswers *answers,
                      const UkRoutine *routine,
                      const char *region,
                      GDateTime *now)
{
  UkSafetyRuling *strictest;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && answers != NULL, NULL);
  g_return_val_if_fail (routine != NULL && now != NULL, NULL);

  if (routine->n_parts == 0)
    return rule_on_one (catalogue, answers, routine, region, now);
  strictest = NULL;
  for (i = 0; i < routine->n_parts; i++) {
    const UkRoutine *part = routine->parts[i].routine;
    UkSafetyRuling *ruling
        = rule_on_one (catalogue, answers, part, region != NULL ? region : part->regions[0], now);

    if (strictest == NULL || ruling->permit > strictest->permit) {
      uk_safety_ruling_free (strictest);
      strictest = ruling;
    } else {
      uk_safety_ruling_free (ruling);
    }
  }
  return strictest;
}

/**
 * uk_safety_ruling_free:
 * @ruling: (nullable) (transfer full): what to free
 */
void
uk_safety_ruling_free (UkSafetyRuling *ruling)
{
  if (ruling == NULL)
    return;
  g_ptr_array_unref (ruling->conditions);
  g_ptr_array_unref (ruling->notes);
  g_free (ruling);
}
