/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-course.h"

#include <string.h>

#define N_DAYS 14
#define FIRST 20000

static const UkProgrammeItem items[] = {
  { .part = UK_DAY_PART_MORNING },
  { .part = UK_DAY_PART_EVENING },
};

/* A letter a day, from the first on, the last is today: x everything was done, p only in the morning,
 * - nothing, P the plan is paused, R it goes on, G it goes on against advice. */
typedef struct {
  const char *name;
  gboolean slides;
  guint rest; /* number of a day without anything, 0: none */
  const char *days;
  guint number;
  gboolean over;
  guint idle;
  guint trained;
  const char *marks; /* of the first days of the plan: f full, p part, - none */
} Case;

static const Case cases[] = {
  { "first day", FALSE, 0, "-", 1, FALSE, 0, 0, "--" },
  { "first day done", FALSE, 0, "x", 1, FALSE, 0, 1, "f-" },
  { "a day after the other", FALSE, 0, "xx-", 3, FALSE, 0, 2, "ff-" },
  { "half a day is a day", TRUE, 0, "pp-", 3, FALSE, 0, 2, "pp-" },
  { "missed is left out", FALSE, 0, "x-x-", 4, FALSE, 0, 2, "f-f-" },
  { "missed comes again", TRUE, 0, "x-x-", 3, FALSE, 0, 2, "ff--" },
  { "three missed are left out", FALSE, 0, "x----", 5, FALSE, 3, 1, "f---" },
  { "three missed come again", TRUE, 0, "x----", 2, FALSE, 3, 1, "f---" },
  { "four missed lead back to the start", FALSE, 0, "xx-----", 1, FALSE, 4, 2, "ff" },
  { "four missed lead back a week", FALSE, 0, "xxxxxxxxx-----", 3, FALSE, 4, 9, "fffffffff-" },
  { "after a gap it waits", FALSE, 0, "xxxxxxxxx---------", 3, FALSE, 8, 9, "fffffffff-" },
  { "and goes on from there", TRUE, 0, "xxxxxxxxx----x-", 4, FALSE, 0, 10, "fffffffff-" },
  { "never begun", FALSE, 0, "------------", 1, FALSE, 11, 0, "--" },
  { "a day of rest passes", TRUE, 3, "xx--", 4, FALSE, 0, 2, "ff-" },
  { "a day of rest is not missed", TRUE, 3, "xx-----", 4, FALSE, 3, 2, "ff-" },
  { "a pause", FALSE, 0, "xxP", 3, FALSE, 0, 2, "ff-" },
  { "a pause does not count", FALSE, 0, "xxP------", 3, FALSE, 0, 2, "ff-" },
  { "after a pause", FALSE, 0, "xxP------R", 3, FALSE, 0, 2, "ff-" },
  { "after a pause it goes on", FALSE, 0, "xxP------Rx-", 5, FALSE, 0, 3, "ff-f" },
  { "against advice back a week", FALSE, 0, "xxxxxxxxxG", 3, FALSE, 0, 9, "fffffffff-" },
  { "against advice at the start", FALSE, 0, "xxG", 1, FALSE, 0, 2, "ff" },
  { "last day done", FALSE, 0, "xxxxxxxxxxxxxx", 14, TRUE, 0, 14, "ffffffffffffff" },
  { "last day half done", FALSE, 0, "xxxxxxxxxxxxxp", 14, FALSE, 0, 14, "fffffffffffffp" },
  { "day after the last", FALSE, 0, "xxxxxxxxxxxxxp-", 15, TRUE, 0, 14, "fffffffffffffp" },
  { "last day missed", FALSE, 0, "xxxxxxxxxxxxx--", 15, TRUE, 1, 13, "fffffffffffff-" },
  { "last day waits", TRUE, 0, "xxxxxxxxxxxxx--", 14, FALSE, 1, 13, "fffffffffffff-" },
};

static void
add (GPtrArray *marks, UkMarkKind kind, UkDay day, UkDayPart part)
{
  UkMark *mark = g_new0 (UkMark, 1);

  mark->kind = kind;
  mark->day = day;
  mark->part = part;
  g_ptr_array_add (marks, mark);
}

static GPtrArray *
read_marks (const char *days)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_mark_free);
  UkDay day = FIRST;

  for (; *days != '\0'; days++, day++) {
    if (*days == 'x' || *days == 'p')
      add (marks, UK_MARK_DONE, day, UK_DAY_PART_MORNING);
    if (*days == 'x')
      add (marks, UK_MARK_DONE, day, UK_DAY_PART_EVENING);
    if (*days == 'P')
      add (marks, UK_MARK_PAUSED, day, 0);
    if (*days == 'R')
      add (marks, UK_MARK_RESUMED, day, 0);
    if (*days == 'G')
      add (marks, UK_MARK_GONE_ON, day, 0);
  }
  return marks;
}

static UkProgramme
make_programme (UkProgrammeDay *days, gboolean slides, guint rest)
{
  guint i;

  for (i = 0; i < N_DAYS; i++)
    days[i] = (UkProgrammeDay){ i + 1, FALSE, items, i + 1 == rest ? 0 : G_N_ELEMENTS (items) };
  return (UkProgramme){ .id = "p", .slides = slides, .days = days, .n_days = N_DAYS };
}

static void
test_case (gconstpointer data)
{
  static const char letters[] = { '-', 'p', 'f' };
  const Case *c = data;
  UkProgrammeDay days[N_DAYS];
  const UkProgramme programme = make_programme (days, c->slides, c->rest);
  const UkEnrolment enrolment = { .started = FIRST, .first = 1 };
  g_autoptr (GPtrArray) marks = read_marks (c->days);
  g_autoptr (UkCourse) course
      = uk_course_new (&programme, &enrolment, marks, FIRST + (UkDay)strlen (c->days) - 1);
  guint i;

  g_assert_cmpuint (course->number, ==, c->number);
  g_assert_cmpint (course->over, ==, c->over);
  g_assert_cmpuint (course->idle, ==, c->idle);
  g_assert_cmpuint (course->trained, ==, c->trained);
  for (i = 0; c->marks[i] != '\0'; i++)
    g_assert_cmpint (letters[course->marks[i]], ==, c->marks[i]);
}

static void
test_before (void)
{
  UkProgrammeDay days[N_DAYS];
  const UkProgramme programme = make_programme (days, FALSE, 0);
  const UkEnrolment enrolment = { .started = FIRST, .first = 5 };
  g_autoptr (GPtrArray) marks = read_marks ("");
  g_autoptr (UkCourse) before = uk_course_new (&programme, &enrolment, marks, FIRST - 3);
  g_autoptr (UkCourse) first = uk_course_new (&programme, &enrolment, marks, FIRST);

  g_assert_cmpuint (before->starts_in, ==, 3);
  g_assert_null (uk_course_get_day (before, &programme));
  g_assert_cmpuint (first->starts_in, ==, 0);
  g_assert_true (uk_course_get_day (first, &programme) == &days[4]);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/course/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/course/before", test_before);
  return g_test_run ();
}
