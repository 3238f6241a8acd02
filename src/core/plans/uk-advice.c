/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-advice.h"

#include "core/store/uk-store-ratings.h"

#include <glib/gi18n-lib.h>

/* The numbers of the pain rule. */
#define RED_VALUE 6
#define REST_VALUE 8
#define AMBER_VALUE 4
#define RED_RISE 2

/* A rating says something about the days after it for so long. */
#define AMBER_DAYS 3
#define RED_DAYS 7

/* Over a plan of two weeks is judged by the first and the last few rated days. */
#define JUDGED_AFTER 14
#define JUDGED_DAYS 3

/* A week that allows to do more: no red day, at most so many amber ones. */
#define GREEN_WEEK_AMBERS 2
#define WEEK 7

/* A plan for those who are hardly sore; above this for some days another one suits better. */
#define MOTION_MOST 2
#define MOTION_LIMIT 3

/* The ratings of one day. */
typedef struct {
  int first;   /* -1: none */
  int last;    /* -1: none */
  int highest; /* -1: none */
  int felt;    /* the highest that is not from before a run, -1: none */
  int rise;    /* most that a run added, 0 if none did */
} DayRatings;

static int
find_before (GArray *samples, guint index)
{
  const UkSample *after = &g_array_index (samples, UkSample, index);

  while (index-- > 0) {
    const UkSample *sample = &g_array_index (samples, UkSample, index);

    if (sample->run == after->run && sample->moment == UK_MOMENT_BEFORE)
      return sample->value;
  }
  return -1;
}

static DayRatings
read_day (GArray *samples, GTimeZone *zone, UkDay day)
{
  DayRatings ratings = { -1, -1, -1, -1, 0 };
  guint i;

  for (i = 0; i < samples->len; i++) {
    const UkSample *sample = &g_array_index (samples, UkSample, i);
    int before;

    if (uk_day_at (zone, sample->at, NULL) != day)
      continue;
    if (ratings.first < 0)
      ratings.first = sample->value;
    ratings.last = sample->value;
    ratings.highest = MAX (ratings.highest, sample->value);
    if (sample->moment == UK_MOMENT_BEFORE)
      continue;
    ratings.felt = MAX (ratings.felt, sample->value);
    before = sample->run != 0 && sample->moment == UK_MOMENT_AFTER ? find_before (samples, i) : -1;
    if (before >= 0)
      ratings.rise = MAX (ratings.rise, sample->value - before);
  }
  return ratings;
}

/* What the day says by itself. */
static UkLight
judge (const DayRatings *ratings)
{
  if (ratings->first < 0)
    return UK_LIGHT_NONE;
  if (ratings->highest >= RED_VALUE || ratings->rise > RED_RISE)
    return UK_LIGHT_RED;
  return ratings->felt >= AMBER_VALUE || ratings->rise > 0 ? UK_LIGHT_AMBER : UK_LIGHT_GREEN;
}

/**
 * uk_light_get:
 * @samples: (element-type UkSample): ratings with their runs, the oldest first
 * @zone: the local time zone
 * @day: a day
 *
 * Returns: how the day went; the morning after belongs to it
 */
UkLight
uk_light_get (GArray *samples, GTimeZone *zone, UkDay day)
{
  DayRatings ratings, next;

  g_return_val_if_fail (samples != NULL && zone != NULL, UK_LIGHT_NONE);

  ratings = read_day (samples, zone, day);
  next = read_day (samples, zone, day + 1);
  if (ratings.first >= 0
      && (next.first > ratings.first + RED_RISE
          || (ratings.rise > 0 && next.first > ratings.first)))
    return UK_LIGHT_RED;
  return judge (&ratings);
}

/* The newest day from @from down to, not at, @until that was rated; %UK_DAY_NONE if there is none. */
static UkDay
find_rated (const UkAdviceInput *input, UkDay from, UkDay until)
{
  for (; from > until; from--) {
    if (read_day (input->samples, input->zone, from).first >= 0)
      return from;
  }
  return UK_DAY_NONE;
}

/* Up to this day it was said that the person goes on all the same, or it had not begun. */
static UkDay
find_settled (const UkAdviceInput *input)
{
  UkDay settled = input->enrolment->started - 1;
  guint i;

  for (i = 0; i < input->marks->len; i++) {
    const UkMark *mark = g_ptr_array_index (input->marks, i);

    if (mark->kind == UK_MARK_GONE_ON)
      settled = MAX (settled, mark->day);
  }
  return settled;
}

static gboolean
is_twice_red (const UkAdviceInput *input)
{
  UkDay until = MAX (find_settled (input), input->today - RED_DAYS);
  UkDay newest = find_rated (input, input->today, until);
  UkDay before = newest == UK_DAY_NONE ? UK_DAY_NONE : find_rated (input, newest - 1, until);
  DayRatings ratings;

  if (before == UK_DAY_NONE
      || uk_light_get (input->samples, input->zone, newest) != UK_LIGHT_RED)
    return FALSE;
  /* One bad morning does not count for two days. */
  ratings = read_day (input->samples, input->zone, before);
  return before == newest - 1
             ? judge (&ratings) == UK_LIGHT_RED
             : uk_light_get (input->samples, input->zone, before) == UK_LIGHT_RED;
}

static UkAdvice
make_advice (UkAdviceKind kind, UkAdviceReason reason, int value)
{
  return (UkAdvice){ .kind = kind, .reason = reason, .value = value };
}

static UkAdvice
decide (const UkAdviceInput *input)
{
  DayRatings now = read_day (input->samples, input->zone, input->today);
  UkDay settled = find_settled (input), rated;

  if (input->urgency <= UK_URGENCY_TODAY)
    return make_advice (UK_ADVICE_SEE, UK_REASON_BLOCKED, -1);
  if (input->urgency == UK_URGENCY_SOON)
    return make_advice (input->programme->early ? UK_ADVICE_GENTLE : UK_ADVICE_SEE, UK_REASON_SOON,
                        -1);
  if (is_twice_red (input))
    return make_advice (UK_ADVICE_SEE, UK_REASON_TWICE_RED, -1);
  if (now.last >= REST_VALUE)
    return make_advice (UK_ADVICE_REST, UK_REASON_VERY_SORE, now.last);
  if (now.last >= RED_VALUE)
    return make_advice (UK_ADVICE_GENTLE, UK_REASON_SORE, now.last);
  if (now.rise > RED_RISE)
    return make_advice (UK_ADVICE_GENTLE, UK_REASON_SORER, now.rise);
  if (input->today - 1 > settled
      && uk_light_get (input->samples, input->zone, input->today - 1) == UK_LIGHT_RED)
    return make_advice (UK_ADVICE_GENTLE, UK_REASON_RED, -1);
  rated = find_rated (input, input->today - 1, input->today - 1 - AMBER_DAYS);
  if (rated != UK_DAY_NONE
      && uk_light_get (input->samples, input->zone, rated) == UK_LIGHT_AMBER)
    return make_advice (UK_ADVICE_EASIER, UK_REASON_AMBER, -1);
  return make_advice (UK_ADVICE_AS_PLANNED, UK_REASON_NONE, -1);
}

/* Two weeks without ease: the last rated days are no better than the first. */
static gboolean
is_unchanged (const UkAdviceInput *input)
{
  UkDay first = input->enrolment->started - 1, last = input->today;
  int before = 0, after = 0;
  guint i;

  if (input->today - input->enrolment->started < JUDGED_AFTER)
    return FALSE;
  for (i = 0; i < JUDGED_DAYS; i++) {
    for (first++; first <= input->today; first++) {
      if (read_day (input->samples, input->zone, first).first >= 0)
        break;
    }
    last = find_rated (input, i == 0 ? last : last - 1, input->enrolment->started - 1);
    if (last == UK_DAY_NONE || last <= first)
      return FALSE;
    before += read_day (input->samples, input->zone, first).first;
    after += read_day (input->samples, input->zone, last).first;
  }
  return before > 0 && after >= before;
}

static gboolean
is_too_sore_for_motion (const UkAdviceInput *input)
{
  UkDay day = input->today + 1;
  guint i;

  if (input->programme->most > MOTION_MOST)
    return FALSE;
  for (i = 0; i < JUDGED_DAYS; i++) {
    day = find_rated (input, day - 1, MAX (find_settled (input), input->today - RED_DAYS));
    if (day == UK_DAY_NONE
        || read_day (input->samples, input->zone, day).highest <= MOTION_LIMIT)
      return FALSE;
  }
  return TRUE;
}

/* Only one thing grows at a time, and only after a week that was easy. */
static gboolean
holds_stage (const UkAdviceInput *input)
{
  guint i, ambers = 0;

  for (i = 1; i <= WEEK; i++) {
    UkLight light = uk_light_get (input->samples, input->zone, input->today - (UkDay)i);

    if (light == UK_LIGHT_RED)
      return TRUE;
    ambers += light == UK_LIGHT_AMBER;
  }
  return ambers > GREEN_WEEK_AMBERS;
}

/**
 * uk_advice_get:
 * @input: the plan, how it went, and the day
 *
 * Returns: what to do today, by the pain rule: 6 or more means gentle movement only, 8 or more rest;
 * after a red day comes a gentle one, after an amber one an easier one; two red days in a row end it
 * until somebody has looked at it
 */
UkAdvice
uk_advice_get (const UkAdviceInput *input)
{
  UkAdvice advice;

  g_return_val_if_fail (input != NULL && input->samples != NULL && input->marks != NULL,
                        make_advice (UK_ADVICE_REST, UK_REASON_NONE, -1));

  advice = decide (input);
  advice.unchanged = is_unchanged (input);
  advice.change_plan = is_too_sore_for_motion (input);
  advice.holds_stage = holds_stage (input);
  return advice;
}

/**
 * uk_advice_describe:
 * @advice: an advice
 *
 * Returns: (transfer full) (nullable): what changes today and why, translated; %NULL if nothing does
 */
char *
uk_advice_describe (const UkAdvice *advice)
{
  g_return_val_if_fail (advice != NULL, NULL);

  switch (advice->reason) {
  case UK_REASON_AMBER:
    return g_strdup (_ ("Easier today, because it was a little sorer last time: take the easier way, and hold shorter."));
  case UK_REASON_RED:
    return g_strdup (_ ("Gentle movement only today, because yesterday was too much."));
  case UK_REASON_SORER:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Gentle movement only for the rest of today, because it is %d point sorer than before.",
                                         "Gentle movement only for the rest of today, because it is %d points sorer than before.",
                                         (gulong)advice->value),
                            advice->value);
  case UK_REASON_SORE:
    return g_strdup_printf (_ ("Gentle movement only today, because you gave it %d of 10."), advice->value);
  case UK_REASON_VERY_SORE:
    return g_strdup_printf (_ ("A day of rest, because you gave it %d of 10. If it stays like that, let a doctor look at it."),
                            advice->value);
  case UK_REASON_TWICE_RED:
    return g_strdup (_ ("The plan rests, because two days in a row were too much. Let a doctor or physiotherapist look at it. If you go on, it goes back a week."));
  case UK_REASON_SOON:
    return advice->kind == UK_ADVICE_GENTLE
               ? g_strdup (_ ("Gentle movement only, because by your answers somebody should look at it soon."))
               : g_strdup (_ ("The plan rests, because by your answers somebody should look at it soon."));
  case UK_REASON_BLOCKED:
    return g_strdup (_ ("The plan rests, because by your answers this needs a doctor first."));
  case UK_REASON_NONE:
  default:
    return NULL;
  }
}

/**
 * uk_programme_get_stage:
 * @programme: a plan
 * @number: one of its days
 * @holds: whether nothing grows that would grow in the week of that day
 *
 * Returns: (transfer none): how much to do on that day, translated
 */
const char *
uk_programme_get_stage (const UkProgramme *programme, guint number, gboolean holds)
{
  guint i, found = 0;

  g_return_val_if_fail (programme != NULL && programme->n_stages > 0, NULL);

  for (i = 1; i < programme->n_stages && programme->stages[i].from <= number; i++)
    found = i;
  if (holds && found > 0 && number < programme->stages[found].from + WEEK)
    found--;
  return programme->stages[found].text;
}
