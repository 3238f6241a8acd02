/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-enrolments.h"

G_BEGIN_DECLS

/* After so many days in a row without anything a plan goes back by UK_COURSE_STEP_BACK days. */
#define UK_COURSE_IDLE_DAYS 4
#define UK_COURSE_STEP_BACK 7

/* What became of a day of a plan. */
typedef enum {
  UK_DAY_MARK_NONE, /* nothing was done, or it has not come yet */
  UK_DAY_MARK_PART,
  UK_DAY_MARK_FULL,
} UkDayMark;

/**
 * UkCourse:
 * @number: the plan's day that today is, from 1; above the number of its days if it is over
 * @starts_in: days until it starts, 0 if it has
 * @over: whether its last day has passed or is done
 * @paused: whether it waits today
 * @idle: days in a row, up to yesterday, on which something was planned and nothing done
 * @went_back: whether it stands a week earlier because of them, and nothing was done since
 * @trained: days on which something was done
 * @marks: (owned) (array length=n_days): for each day of the plan what became of it the last time
 * @n_days: number of days of the plan
 *
 * Where a person stands in a plan.
 */
typedef struct {
  guint number;
  guint starts_in;
  gboolean over;
  gboolean paused;
  guint idle;
  gboolean went_back;
  guint trained;
  guint8 *marks;
  guint n_days;
} UkCourse;

UkCourse *uk_course_new (const UkProgramme *programme,
                         const UkEnrolment *enrolment,
                         GPtrArray *marks,
                         UkDay today);
void uk_course_free (UkCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkCourse, uk_course_free)

const UkProgrammeDay *uk_course_get_day (const UkCourse *course, const UkProgramme *programme);

G_END_DECLS
