/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-agenda.h"

#include "core/catalogue/uk-filter.h"

/* What is always possible, and what stands for a longer way. */
#define CALM "po-breath-3"
#define SHORT_WALK "po-walk-5"

/* If a place has nothing of a kind that can be done, what comes instead. */
static const UkSlot instead[UK_N_SLOTS] = {
  [UK_SLOT_ROUTINE] = UK_SLOT_ROUTINE, [UK_SLOT_GENTLE] = UK_SLOT_GENTLE,
  [UK_SLOT_STRETCH] = UK_SLOT_GENTLE,  [UK_SLOT_YOGA] = UK_SLOT_STRETCH,
  [UK_SLOT_MASSAGE] = UK_SLOT_GENTLE,  [UK_SLOT_BALL] = UK_SLOT_MASSAGE,
  [UK_SLOT_ROLLER] = UK_SLOT_BALL,     [UK_SLOT_WARM] = UK_SLOT_WARM,
  [UK_SLOT_COOL] = UK_SLOT_COOL,
};

static gboolean
can_do (const UkAgendaInput *input, const UkRoutine *routine, const char *region)
{
  const UkFilter filter = { .lacking = (const char *const *)input->enrolment->lacking };

  return uk_filter_accepts (&filter, routine)
         && (input->allow == NULL || input->allow (routine, region, input->user_data));
}

/* The place that a routine is for: the person's if it suits, else its own first one. */
static const char *
choose_region (const UkRoutine *routine, const char *wanted)
{
  if (wanted != NULL && g_strv_contains (routine->regions, wanted))
    return wanted;
  return routine->regions[0];
}

static const char *
swap (const UkAgendaInput *input, const char *id)
{
  const UkProgramme *programme = input->programme;
  guint i;

  for (i = 0; i < programme->n_swaps; i++) {
    if (input->enrolment->region != NULL && g_str_equal (programme->swaps[i].from, id)
        && g_strv_contains (programme->swaps[i].regions, input->enrolment->region))
      return programme->swaps[i].to;
  }
  return id;
}

/* The first of @ids that can be done, from number @start on; after the last comes the first. */
static const UkRoutine *
choose (const UkAgendaInput *input, const char *const *ids, guint start, const char *place)
{
  guint n = g_strv_length ((char **)ids), i;

  for (i = 0; i < n; i++) {
    const UkRoutine *routine
        = uk_catalogue_get_routine (input->catalogue, swap (input, ids[(start + i) % n]));

    if (routine != NULL && can_do (input, routine, choose_region (routine, place)))
      return routine;
  }
  return NULL;
}

static const UkRoutine *
choose_for_place (const UkAgendaInput *input, UkSlot slot, const char *place, guint number)
{
  const UkFit *fit = uk_catalogue_get_fit (input->catalogue, place);
  const UkRoutine *routine = NULL;

  if (slot == UK_SLOT_WARM && input->enrolment->cool)
    slot = UK_SLOT_COOL;
  while (fit != NULL && routine == NULL) {
    /* Stretches and yoga change from day to day. */
    gboolean turns = slot == UK_SLOT_STRETCH || slot == UK_SLOT_YOGA;

    routine = choose (input, fit->routines[slot], turns ? number - 1 : 0, place);
    if (instead[slot] == slot)
      break;
    slot = instead[slot];
  }
  return routine;
}

static const char *
get_place (const UkAgendaInput *input, const UkProgrammeItem *item)
{
  if (item->region != NULL)
    return item->region;
  if (item->second && input->enrolment->second != NULL)
    return input->enrolment->second;
  if (input->enrolment->region != NULL)
    return input->enrolment->region;
  return input->programme->regions[0];
}

static UkSide
get_side (const UkAgendaInput *input, const UkProgrammeItem *item)
{
  return item->second && input->enrolment->second != NULL ? input->enrolment->second_side
                                                          : input->enrolment->side;
}

/* What neither presses nor warms nor pulls. */
static gboolean
is_gentle (const UkRoutine *routine)
{
  return routine->level == UK_LEVEL_GENTLE && routine->technique >= UK_TECHNIQUE_STRETCH
         && routine->technique != UK_TECHNIQUE_HEAT && routine->technique != UK_TECHNIQUE_COLD;
}

/* What comes in place of @routine on a gentle day. */
static const UkRoutine *
choose_gentle (const UkAgendaInput *input, const UkRoutine *routine, const char *place)
{
  const char *const ids[] = { routine->technique == UK_TECHNIQUE_AEROBIC ? SHORT_WALK : CALM, CALM, NULL };
  const UkRoutine *gentle = NULL;

  if (routine->technique != UK_TECHNIQUE_AEROBIC)
    gentle = choose_for_place (input, UK_SLOT_GENTLE, place, 1);
  return gentle != NULL ? gentle : choose (input, ids, 0, NULL);
}

static const UkRoutine *
choose_routine (const UkAgendaInput *input,
                const UkProgrammeItem *item,
                guint number,
                UkAdviceKind advice)
{
  const char *place = get_place (input, item);
  const UkRoutine *routine
      = item->slot == UK_SLOT_ROUTINE ? choose (input, item->routines, 0, place)
                                      : choose_for_place (input, item->slot, place, number);

  return routine != NULL && advice == UK_ADVICE_GENTLE && !is_gentle (routine)
             ? choose_gentle (input, routine, place)
             : routine;
}

static gboolean
is_listed (GArray *agenda, const UkDue *due)
{
  guint i;

  for (i = 0; i < agenda->len; i++) {
    const UkDue *other = &g_array_index (agenda, UkDue, i);

    if (other->part == due->part && other->routine == due->routine)
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_agenda_new:
 * @input: the plan, how it is followed, and what may be done
 * @number: the day of the plan, from 1
 * @advice: what to make of it
 *
 * Finds the routines of a day.  What needs a thing that the person does not have, or may not be done, is
 * replaced by what comes nearest, or left out.
 *
 * Returns: (transfer full) (element-type UkDue): in order
 */
GArray *
uk_agenda_new (const UkAgendaInput *input, guint number, UkAdviceKind advice)
{
  GArray *agenda = g_array_new (FALSE, TRUE, sizeof (UkDue));
  const UkProgrammeDay *day;
  guint i;

  g_return_val_if_fail (input != NULL, agenda);
  g_return_val_if_fail (number >= 1 && number <= input->programme->n_days, agenda);

  day = &input->programme->days[number - 1];
  for (i = 0; advice < UK_ADVICE_REST && i < day->n_items; i++) {
    const UkProgrammeItem *item = &day->items[i];
    const UkRoutine *routine = choose_routine (input, item, number, advice);
    UkDue due = { .part = item->part, .routine = routine };

    if (routine == NULL)
      continue;
    due.minute = input->enrolment->times[item->part];
    if (due.minute == UK_NO_TIME)
      due.minute = input->programme->times[item->part];
    due.region = choose_region (routine, get_place (input, item));
    due.side = get_side (input, item);
    if (!is_listed (agenda, &due))
      g_array_append_val (agenda, due);
  }
  return agenda;
}

/**
 * uk_agenda_set_done:
 * @agenda: (element-type UkDue): routines of a day
 * @marks: (element-type UkMark): what happened in the plan
 * @day: the calendar day
 * @number: the day of the plan
 *
 * Notes what is done.
 */
void
uk_agenda_set_done (GArray *agenda, GPtrArray *marks, UkDay day, guint number)
{
  guint i, j;

  g_return_if_fail (agenda != NULL && marks != NULL);

  for (i = 0; i < agenda->len; i++) {
    UkDue *due = &g_array_index (agenda, UkDue, i);

    for (j = 0; j < marks->len; j++) {
      const UkMark *mark = g_ptr_array_index (marks, j);

      if (mark->kind != UK_MARK_DONE || mark->day != day || mark->number != number
          || mark->part != due->part || !g_str_equal (mark->routine, due->routine->id))
        continue;
      due->done_at = mark->at;
      due->mark = mark->id;
    }
  }
}

/**
 * uk_agenda_get_minutes:
 * @agenda: (element-type UkDue): routines of a day
 *
 * Returns: how long they take in all, in minutes rounded up, on both sides where they have sides
 */
guint
uk_agenda_get_minutes (GArray *agenda)
{
  guint seconds = 0, i;

  g_return_val_if_fail (agenda != NULL, 0);

  for (i = 0; i < agenda->len; i++)
    seconds += uk_routine_get_seconds (g_array_index (agenda, UkDue, i).routine, TRUE);
  return (seconds + 59) / 60;
}

/**
 * uk_agenda_is_done:
 * @agenda: (element-type UkDue): routines of a day
 * @part: an #UkDayPart, or -1 for the whole day
 *
 * Returns: whether nothing of it is left to do
 */
gboolean
uk_agenda_is_done (GArray *agenda, int part)
{
  guint i;

  g_return_val_if_fail (agenda != NULL, FALSE);

  for (i = 0; i < agenda->len; i++) {
    const UkDue *due = &g_array_index (agenda, UkDue, i);

    if ((part < 0 || due->part == (UkDayPart)part) && due->done_at == 0)
      return FALSE;
  }
  return TRUE;
}
