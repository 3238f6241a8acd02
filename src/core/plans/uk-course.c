/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-course.h"

/* What is known while the days go by. */
typedef struct {
  const UkProgramme *programme;
  GPtrArray *marks;
  guint next;     /* mark that has not been looked at */
  guint stood_at; /* number of the last day on which something was done, plus one */
  gboolean waits; /* after a gap the day stays until something is done */
  UkCourse *course;
} Walk;

/* The parts of the day that hold something, as bits. */
static guint
get_parts (const UkProgrammeDay *day)
{
  guint i, parts = 0;

  for (i = 0; i < day->n_items; i++)
    parts |= 1u << day->items[i].part;
  return parts;
}

static guint
step_back (guint number)
{
  return number > UK_COURSE_STEP_BACK ? number - UK_COURSE_STEP_BACK : 1;
}

/* Goes through the marks of one calendar day; returns the parts in which something was done. */
static guint
take_marks (Walk *walk, UkDay day)
{
  UkCourse *course = walk->course;
  guint done = 0;

  for (; walk->next < walk->marks->len; walk->next++) {
    const UkMark *mark = g_ptr_array_index (walk->marks, walk->next);

    if (mark->day > day)
      break;
    if (mark->kind == UK_MARK_PAUSED)
      course->paused = TRUE;
    else if (mark->kind == UK_MARK_RESUMED)
      course->paused = FALSE;
    else if (mark->kind == UK_MARK_GONE_ON)
      course->number = step_back (course->number);
    else if (mark->day == day)
      done |= 1u << mark->part;
  }
  return done;
}

static void
note (Walk *walk, guint done)
{
  UkCourse *course = walk->course;
  guint parts = get_parts (&walk->programme->days[course->number - 1]);

  course->marks[course->number - 1]
      = (parts & ~done) == 0 ? UK_DAY_MARK_FULL : UK_DAY_MARK_PART;
  course->trained++;
}

/* What follows from a day that is over. */
static void
end_day (Walk *walk, guint done)
{
  UkCourse *course = walk->course;

  if (done != 0) {
    course->idle = 0;
    course->went_back = FALSE;
    walk->waits = FALSE;
    walk->stood_at = ++course->number;
  } else if (course->paused) {
    return;
  } else if (get_parts (&walk->programme->days[course->number - 1]) == 0) {
    course->number++;
  } else if (++course->idle == UK_COURSE_IDLE_DAYS) {
    course->number = step_back (walk->stood_at);
    course->went_back = walk->stood_at > 1;
    walk->waits = TRUE;
  } else if (!walk->waits && !walk->programme->slides) {
    course->number++;
  }
}

/**
 * uk_course_new:
 * @programme: a plan
 * @enrolment: how a person follows it
 * @marks: (element-type UkMark): what happened in it, the oldest first
 * @today: the day
 *
 * Goes through the days one by one.  A day on which something was done leads to the next.  A missed
 * one comes again or is left out, as the plan says; after four in a row the plan goes back a week and
 * waits there.  Days of a pause do not count.
 *
 * Returns: (transfer full): where the person stands
 */
UkCourse *
uk_course_new (const UkProgramme *programme,
               const UkEnrolment *enrolment,
               GPtrArray *marks,
               UkDay today)
{
  UkCourse *course = g_new0 (UkCourse, 1);
  Walk walk = { programme, marks, 0, 0, FALSE, course };
  UkDay day;

  g_return_val_if_fail (programme != NULL && programme->n_days > 0, course);
  g_return_val_if_fail (enrolment != NULL && marks != NULL, course);

  course->n_days = programme->n_days;
  course->marks = g_new0 (guint8, programme->n_days);
  course->number = CLAMP (enrolment->first, 1, programme->n_days);
  walk.stood_at = course->number;
  if (enrolment->started > today)
    course->starts_in = (guint)(enrolment->started - today);
  for (day = enrolment->started; day <= today && course->number <= programme->n_days; day++) {
    guint done = take_marks (&walk, day);

    if (done != 0)
      note (&walk, done);
    if (day < today)
      end_day (&walk, done);
    else if (done != 0 && course->number == programme->n_days
             && course->marks[course->number - 1] == UK_DAY_MARK_FULL)
      course->over = TRUE;
  }
  course->over = course->over || course->number > programme->n_days;
  return course;
}

/**
 * uk_course_free:
 * @course: (nullable) (transfer full): what to free
 */
void
uk_course_free (UkCourse *course)
{
  if (course == NULL)
    return;
  g_free (course->marks);
  g_free (course);
}

/**
 * uk_course_get_day:
 * @course: where a person stands
 * @programme: its plan
 *
 * Returns: (transfer none) (nullable): the day of the plan that today is; %NULL before it starts, in a
 * pause and when it is over
 */
const UkProgrammeDay *
uk_course_get_day (const UkCourse *course, const UkProgramme *programme)
{
  g_return_val_if_fail (course != NULL && programme != NULL, NULL);

  if (course->starts_in > 0 || course->paused || course->number > programme->n_days)
    return NULL;
  return &programme->days[course->number - 1];
}
