/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-safety.h"
#include "core/plans/uk-course.h"
#include "core/store/uk-store-history.h"

G_BEGIN_DECLS

/* How a day went, by the ratings. */
typedef enum {
  UK_LIGHT_NONE, /* nothing was rated */
  UK_LIGHT_GREEN,
  UK_LIGHT_AMBER, /* 4 to 5, or a little sorer after a run */
  UK_LIGHT_RED,   /* 6 or more, or more than 2 points sorer after a run or the next morning */
} UkLight;

/* What to do today, from freest to strictest. */
typedef enum {
  UK_ADVICE_AS_PLANNED,
  UK_ADVICE_EASIER, /* the easier variant, shorter holds */
  UK_ADVICE_GENTLE, /* gentle movement in place of what presses and pulls */
  UK_ADVICE_REST,   /* nothing */
  UK_ADVICE_SEE,    /* nothing until somebody has looked at it */
} UkAdviceKind;

typedef enum {
  UK_REASON_NONE,
  UK_REASON_AMBER,     /* the last rated day was */
  UK_REASON_RED,       /* yesterday was */
  UK_REASON_SORER,     /* today a run made it more than 2 points sorer */
  UK_REASON_SORE,      /* today 6 or 7 */
  UK_REASON_VERY_SORE, /* today 8 or more */
  UK_REASON_TWICE_RED, /* two rated days in a row were */
  UK_REASON_SOON,      /* by the safety answers somebody should look at it soon */
  UK_REASON_BLOCKED,   /* by the safety answers nothing may be done */
} UkAdviceReason;

/**
 * UkAdvice:
 * @kind: what to do today
 * @reason: why
 * @value: the rating that decided, -1 if none did
 * @unchanged: whether two weeks have brought no ease
 * @change_plan: whether it is too sore for a plan that keeps in motion: that of the place suits better
 * @holds_stage: whether the week was too sore to do more from now on
 */
typedef struct {
  UkAdviceKind kind;
  UkAdviceReason reason;
  int value;
  gboolean unchanged;
  gboolean change_plan;
  gboolean holds_stage;
} UkAdvice;

/**
 * UkAdviceInput:
 * @programme: the plan
 * @enrolment: how it is followed
 * @course: where the person stands
 * @marks: (element-type UkMark): what happened, the oldest first
 * @samples: (element-type UkSample): ratings of the place with their runs, the oldest first
 * @urgency: what the safety answers ask for
 * @zone: the local time zone
 * @today: the day
 */
typedef struct {
  const UkProgramme *programme;
  const UkEnrolment *enrolment;
  const UkCourse *course;
  GPtrArray *marks;
  GArray *samples;
  UkUrgency urgency;
  GTimeZone *zone;
  UkDay today;
} UkAdviceInput;

UkLight uk_light_get (GArray *samples, GTimeZone *zone, UkDay day);
UkAdvice uk_advice_get (const UkAdviceInput *input);
char *uk_advice_describe (const UkAdvice *advice);
const char *
uk_programme_get_stage (const UkProgramme *programme, guint number, gboolean holds);

G_END_DECLS
