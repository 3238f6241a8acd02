/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-advice.h"
#include "core/store/uk-store-ratings.h"

#include <string.h>

#define TODAY 20000
#define DAY_SECONDS 86400

/* Ratings by day, the last is today; days are parted by a blank.  In a day: a number is a rating
 * without a run, a>b a run with its ratings before and after, - none. */
typedef struct {
  const char *name;
  const char *ratings;
  UkAdviceKind kind;
  UkAdviceReason reason;
} Case;

static const Case cases[] = {
  { "nothing rated", "-", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "green yesterday", "3>2 -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "sore before, easier after", "5>3 -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "4 after", "5>4 -", UK_ADVICE_EASIER, UK_REASON_AMBER },
  { "a little sorer after", "2>3 -", UK_ADVICE_EASIER, UK_REASON_AMBER },
  { "noted as 5", "5 -", UK_ADVICE_EASIER, UK_REASON_AMBER },
  { "amber three days ago", "5 - - -", UK_ADVICE_EASIER, UK_REASON_AMBER },
  { "amber four days ago", "5 - - - -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "green since", "5 2 -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "6 yesterday", "6 -", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "6 two days ago", "6 - -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "more than 2 sorer after", "2>5 -", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "more than 2 sorer next morning", "1>1 4", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "2 sorer next morning", "1>1 3", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "still up next morning", "1>2 2", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "gone by next morning", "1>2 1", UK_ADVICE_EASIER, UK_REASON_AMBER },
  { "6 today", "2 6", UK_ADVICE_GENTLE, UK_REASON_SORE },
  { "7 today", "7", UK_ADVICE_GENTLE, UK_REASON_SORE },
  { "8 today", "8", UK_ADVICE_REST, UK_REASON_VERY_SORE },
  { "8, then 5 today", "8,5", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  { "more than 2 sorer today", "2>5", UK_ADVICE_GENTLE, UK_REASON_SORER },
  { "two red days", "6 6 -", UK_ADVICE_SEE, UK_REASON_TWICE_RED },
  { "two red days with a gap", "6 - 7 -", UK_ADVICE_SEE, UK_REASON_TWICE_RED },
  { "yesterday and today red", "6 6", UK_ADVICE_SEE, UK_REASON_TWICE_RED },
  { "sorer the next morning, and 6 then", "1>1 6 -", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "red, green, red", "6 2 6 -", UK_ADVICE_GENTLE, UK_REASON_RED },
  { "two red days long ago", "6 6 - - - - - - - -", UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
};

static void
add (GArray *samples, UkDay day, guint index, int value, guint run, UkMoment moment)
{
  const UkSample sample = { (gint64)day * DAY_SECONDS + 36000 + index * 60, run, (guint8)value,
                            (guint8)moment };

  g_array_append_val (samples, sample);
}

static GArray *
read_ratings (const char *text)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_auto (GStrv) days = g_strsplit (text, " ", -1);
  guint n = g_strv_length (days), i, j;

  for (i = 0; i < n; i++) {
    g_auto (GStrv) parts = g_strsplit (days[i], ",", -1);
    UkDay day = TODAY - (UkDay)(n - 1 - i);

    for (j = 0; parts[j] != NULL && *parts[j] != '-'; j++) {
      const char *after = strchr (parts[j], '>');

      add (samples, day, 2 * j, atoi (parts[j]), after != NULL ? i + 1 : 0,
           after != NULL ? UK_MOMENT_BEFORE : UK_MOMENT_LOG);
      if (after != NULL)
        add (samples, day, 2 * j + 1, atoi (after + 1), i + 1, UK_MOMENT_AFTER);
    }
  }
  return samples;
}

typedef struct {
  UkProgramme programme;
  UkEnrolment enrolment;
  UkCourse course;
  GPtrArray *marks;
  GArray *samples;
  GTimeZone *zone;
} Fixture;

static UkAdvice
ask (Fixture *fixture, UkUrgency urgency)
{
  const UkAdviceInput input = {
    &fixture->programme, &fixture->enrolment, &fixture->course, fixture->marks,
    fixture->samples,    urgency,             fixture->zone,    TODAY,
  };

  return uk_advice_get (&input);
}

static void
set_up (Fixture *fixture, const char *ratings)
{
  *fixture = (Fixture){ .programme = { .most = 5 }, .enrolment = { .started = TODAY - 20 } };
  fixture->marks = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_mark_free);
  fixture->samples = read_ratings (ratings);
  fixture->zone = g_time_zone_new_utc ();
}

static void
tear_down (Fixture *fixture)
{
  g_ptr_array_unref (fixture->marks);
  g_array_unref (fixture->samples);
  g_time_zone_unref (fixture->zone);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Fixture fixture;
  UkAdvice advice;
  g_autofree char *words = NULL;

  set_up (&fixture, c->ratings);
  advice = ask (&fixture, UK_URGENCY_GO);
  g_assert_cmpint (advice.kind, ==, c->kind);
  g_assert_cmpint (advice.reason, ==, c->reason);
  words = uk_advice_describe (&advice);
  g_assert_cmpint (words == NULL, ==, c->kind == UK_ADVICE_AS_PLANNED);
  tear_down (&fixture);
}

/* Whoever goes on against the advice is not told the same again for the same days. */
static void
test_gone_on (void)
{
  Fixture fixture;
  UkMark *mark = g_new0 (UkMark, 1);

  set_up (&fixture, "6 6 -");
  g_assert_cmpint (ask (&fixture, UK_URGENCY_GO).kind, ==, UK_ADVICE_SEE);
  mark->kind = UK_MARK_GONE_ON;
  mark->day = TODAY;
  g_ptr_array_add (fixture.marks, mark);
  g_assert_cmpint (ask (&fixture, UK_URGENCY_GO).kind, ==, UK_ADVICE_AS_PLANNED);
  tear_down (&fixture);
}

static void
test_urgency (void)
{
  static const struct {
    UkUrgency urgency;
    gboolean early;
    UkAdviceKind kind;
    UkAdviceReason reason;
  } answers[] = {
    { UK_URGENCY_NOW, TRUE, UK_ADVICE_SEE, UK_REASON_BLOCKED },
    { UK_URGENCY_TODAY, FALSE, UK_ADVICE_SEE, UK_REASON_BLOCKED },
    { UK_URGENCY_SOON, FALSE, UK_ADVICE_SEE, UK_REASON_SOON },
    { UK_URGENCY_SOON, TRUE, UK_ADVICE_GENTLE, UK_REASON_SOON },
    { UK_URGENCY_CARE, FALSE, UK_ADVICE_AS_PLANNED, UK_REASON_NONE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (answers); i++) {
    Fixture fixture;
    UkAdvice advice;

    set_up (&fixture, "-");
    fixture.programme.early = answers[i].early;
    advice = ask (&fixture, answers[i].urgency);
    g_assert_cmpint (advice.kind, ==, answers[i].kind);
    g_assert_cmpint (advice.reason, ==, answers[i].reason);
    tear_down (&fixture);
  }
}

/* The judgements beside what to do today. */
static void
test_judgements (void)
{
  static const struct {
    const char *ratings;
    guint most;
    int days; /* since the start */
    gboolean unchanged, change_plan, holds;
  } weeks[] = {
    { "4 4 4 - - - - - - - - 4 4 4", 5, 14, TRUE, FALSE, FALSE },
    { "4 4 4 - - - - - - - - 4 4 4", 5, 13, FALSE, FALSE, FALSE },
    { "4 4 4 - - - - - - - - 4 3 4", 5, 14, FALSE, FALSE, FALSE },
    { "0 0 0 - - - - - - - - 0 0 0", 5, 14, FALSE, FALSE, FALSE },
    { "4 4 - 4", 5, 14, FALSE, FALSE, FALSE },
    { "4 4 4", 2, 14, FALSE, TRUE, FALSE },
    { "4 3 4", 2, 14, FALSE, FALSE, FALSE },
    { "4 4 4 -", 5, 14, FALSE, FALSE, TRUE },
    { "4 4 3 -", 5, 14, FALSE, FALSE, FALSE },
    { "6 - - - - - - -", 5, 14, FALSE, FALSE, TRUE },
    { "6 - - - - - - - -", 5, 14, FALSE, FALSE, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (weeks); i++) {
    Fixture fixture;
    UkAdvice advice;

    g_test_message ("%s", weeks[i].ratings);
    set_up (&fixture, weeks[i].ratings);
    fixture.programme.most = weeks[i].most;
    fixture.enrolment.started = TODAY - weeks[i].days;
    advice = ask (&fixture, UK_URGENCY_GO);
    g_assert_cmpint (advice.unchanged, ==, weeks[i].unchanged);
    g_assert_cmpint (advice.change_plan, ==, weeks[i].change_plan);
    g_assert_cmpint (advice.holds_stage, ==, weeks[i].holds);
    tear_down (&fixture);
  }
}

static void
test_stage (void)
{
  static const UkProgrammeStage stages[] = { { 1, "one" }, { 8, "two" }, { 15, "three" } };
  const UkProgramme programme = { .stages = stages, .n_stages = G_N_ELEMENTS (stages) };

  g_assert_cmpstr (uk_programme_get_stage (&programme, 1, TRUE), ==, "one");
  g_assert_cmpstr (uk_programme_get_stage (&programme, 7, FALSE), ==, "one");
  g_assert_cmpstr (uk_programme_get_stage (&programme, 8, FALSE), ==, "two");
  g_assert_cmpstr (uk_programme_get_stage (&programme, 8, TRUE), ==, "one");
  g_assert_cmpstr (uk_programme_get_stage (&programme, 14, TRUE), ==, "one");
  g_assert_cmpstr (uk_programme_get_stage (&programme, 22, TRUE), ==, "three");
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/advice/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/advice/gone-on", test_gone_on);
  g_test_add_func ("/advice/urgency", test_urgency);
  g_test_add_func ("/advice/judgements", test_judgements);
  g_test_add_func ("/advice/stage", test_stage);
  return g_test_run ();
}
