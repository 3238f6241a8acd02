/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-due.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-shipped.h"

#define DAY (24 * 60 * 60)
#define NOW G_GINT64_CONSTANT (1764000000) /* 2025-11-24 16:00 UTC */

static UkCatalogue *catalogue;

/* When a question that was answered is asked again. */
static const struct {
  const char *name;
  const char *question;
  const char *asked_at; /* "-": never asked */
  const char *region;
  UkAnswer answer;
  gint64 age;
  gint64 worse_age; /* 0: no run made it worse */
  gboolean due;
} cases[] = {
  { "never-asked", "N1", "-", "calf", UK_ANSWER_NO, 0, 0, TRUE },
  { "just-asked", "N1", "", "calf", UK_ANSWER_NO, 0, 0, FALSE },
  { "day-29", "N1", "", "calf", UK_ANSWER_NO, 29 * DAY, 0, FALSE },
  { "day-30", "N1", "", "calf", UK_ANSWER_NO, 30 * DAY, 0, TRUE },
  { "yes-is-not-nagged", "S1", "", "calf", UK_ANSWER_YES, DAY, 0, FALSE },
  { "after-worse", "N1", "", "calf", UK_ANSWER_NO, 2 * DAY, DAY, TRUE },
  { "asked-since-worse", "N1", "", "calf", UK_ANSWER_NO, DAY, 2 * DAY, FALSE },
  { "clock-was-wrong", "N1", "", "calf", UK_ANSWER_NO, -3 * DAY, 0, TRUE },
  { "clock-was-a-little-fast", "N1", "", "calf", UK_ANSWER_NO, -60, 0, FALSE },
  { "person-at-another-place", "N5", "", "calf", UK_ANSWER_NO, DAY, 0, FALSE },
  { "same-place", "T6", "calf", "calf", UK_ANSWER_NO, DAY, 0, FALSE },
  { "other-place", "T6", "hamstrings", "calf", UK_ANSWER_NO, DAY, 0, TRUE },
  { "seen-emergency", "N1", "", "calf", UK_ANSWER_SEEN, DAY, 0, TRUE },
  { "seen-today-sign", "T5", "", "calf", UK_ANSWER_SEEN, DAY, 0, FALSE },
};

static void
test_due (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const UkQuestion *question = uk_catalogue_get_question (catalogue, cases[i].question);
  g_autoptr (UkAnswers) answers = uk_answers_new ();
  const gint64 since = cases[i].worse_age != 0 ? NOW - cases[i].worse_age : 0;

  g_assert_nonnull (question);
  if (!g_str_equal (cases[i].asked_at, "-"))
    uk_answers_set (answers, question->id, cases[i].asked_at, cases[i].answer, NOW - cases[i].age);
  g_assert_cmpint (uk_safety_is_due (question, answers, cases[i].region, since, NOW), ==,
                   cases[i].due);
}

static gboolean
has_question (GPtrArray *list, const char *id)
{
  return g_ptr_array_find (list, uk_catalogue_get_question (catalogue, id), NULL);
}

static void
answer_all (UkAnswers *answers, const char *region)
{
  g_autoptr (GPtrArray) list = uk_safety_list_questions (catalogue, region);
  guint i;

  for (i = 0; i < list->len; i++) {
    const UkQuestion *question = g_ptr_array_index (list, i);

    uk_answers_set (answers, question->id, uk_question_get_scope (question, region), UK_ANSWER_NO,
                    NOW);
  }
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) list = uk_safety_list_questions (catalogue, "lumbar-erectors");
  UkUrgency level = UK_URGENCY_NOW;
  guint i;

  for (i = 0; i < list->len; i++) {
    const UkQuestion *question = g_ptr_array_index (list, i);

    g_assert_cmpint (question->urgency, >=, level);
    level = question->urgency;
  }
  /* Those for the back come first, those for other places not at all. */
  g_assert_cmpstr (((const UkQuestion *)g_ptr_array_index (list, 0))->id, ==, "N2");
  g_assert_true (has_question (list, "N4"));
  g_assert_true (has_question (list, "N7"));
  g_assert_false (has_question (list, "N6"));
}

static void
test_whole_body (void)
{
  g_autoptr (GPtrArray) list = uk_safety_list_questions (catalogue, NULL);

  g_assert_true (has_question (list, "N1"));
  g_assert_false (has_question (list, "T6"));
}

/* A second place asks only what is new there. */
static void
test_new_place (void)
{
  g_autoptr (UkAnswers) answers = uk_answers_new ();
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) other = NULL;

  answer_all (answers, "posterior-neck");
  again = uk_safety_list_due (catalogue, answers, "posterior-neck", 0, NOW + DAY);
  g_assert_cmpuint (again->len, ==, 0);
  other = uk_safety_list_due (catalogue, answers, "lumbar-erectors", 0, NOW + DAY);
  g_assert_true (has_question (other, "N4"));
  g_assert_true (has_question (other, "N7"));
  g_assert_false (has_question (other, "N1"));
  g_assert_false (has_question (other, "N5"));
}

static void
test_conditions (void)
{
  g_autoptr (UkAnswers) answers = uk_answers_new ();

  g_assert_true (uk_safety_are_conditions_due (answers, NOW));
  uk_answers_set (answers, UK_ANSWERED_CONDITIONS, UK_SCOPE_PERSON, UK_ANSWER_NO, NOW);
  g_assert_false (uk_safety_are_conditions_due (answers, NOW + 29 * DAY));
  g_assert_true (uk_safety_are_conditions_due (answers, NOW + 30 * DAY));
}

static void
set_taps (UkAnswers *answers, const char *region, UkAnswer news, gint64 at)
{
  uk_answers_set (answers, "news", region, news, at);
  uk_answers_set (answers, "rating", region, UK_ANSWER_NO, at);
  uk_answers_set (answers, "place", region, UK_ANSWER_NO, at);
}

static void
test_taps (void)
{
  const UkRoutine *heat = uk_catalogue_get_routine (catalogue, "hc-heat-pad-15");
  const UkRoutine *stretch = uk_catalogue_get_routine (catalogue, "st-upper-trap");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) noon = g_date_time_new (zone, 2026, 11, 24, 12, 0, 0);
  g_autoptr (GDateTime) midnight = g_date_time_new (zone, 2026, 11, 25, 0, 5, 0);
  g_autoptr (UkAnswers) answers = uk_answers_new ();
  const gint64 morning = g_date_time_to_unix (noon) - 4 * 60 * 60;

  g_assert_nonnull (heat);
  g_assert_nonnull (stretch);
  g_assert_true (uk_safety_are_taps_due (catalogue, answers, heat, "calf", noon));
  g_assert_false (uk_safety_are_taps_due (catalogue, answers, stretch, "calf", noon));
  set_taps (answers, "calf", UK_ANSWER_NO, morning);
  g_assert_false (uk_safety_are_taps_due (catalogue, answers, heat, "calf", noon));
  g_assert_true (uk_safety_are_taps_due (catalogue, answers, heat, "mid-back", noon));
  /* The day ends at midnight of the person's own zone. */
  set_taps (answers, "calf", UK_ANSWER_NO, g_date_time_to_unix (midnight) - 10 * 60);
  g_assert_true (uk_safety_are_taps_due (catalogue, answers, heat, "calf", midnight));
  set_taps (answers, "calf", UK_ANSWER_YES, morning);
  g_assert_true (uk_safety_are_taps_due (catalogue, answers, heat, "calf", noon));
}

static void
test_worse (void)
{
  UkRunRecord runs[] = {
    { .id = (char *)"a", .region = (char *)"calf" },
    { .id = (char *)"b", .region = (char *)"mid-back" },
    { .id = (char *)"c", .region = (char *)"calf" },
  };
  UkRating ratings[] = {
    { .run = (char *)"a", .at = 10, .value = 3, .moment = UK_MOMENT_BEFORE },
    { .run = (char *)"a", .at = 20, .value = 5, .moment = UK_MOMENT_AFTER },
    { .run = (char *)"b", .at = 30, .value = 3, .moment = UK_MOMENT_BEFORE },
    { .run = (char *)"b", .at = 40, .value = 2, .moment = UK_MOMENT_AFTER },
    { .run = (char *)"c", .at = 50, .value = 4, .moment = UK_MOMENT_AFTER },
  };
  g_autoptr (GPtrArray) run_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) rating_list = g_ptr_array_new ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (runs); i++)
    g_ptr_array_add (run_list, &runs[i]);
  for (i = 0; i < G_N_ELEMENTS (ratings); i++)
    g_ptr_array_add (rating_list, &ratings[i]);
  g_assert_cmpint (uk_safety_find_worse (run_list, rating_list, "calf"), ==, 20);
  g_assert_cmpint (uk_safety_find_worse (run_list, rating_list, "mid-back"), ==, 0);
}

int
main (int argc, char **argv)
{
  guint i;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/safety/due/%s", cases[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_due);
  }
  g_test_add_func ("/safety/due/order", test_order);
  g_test_add_func ("/safety/due/whole-body", test_whole_body);
  g_test_add_func ("/safety/due/new-place", test_new_place);
  g_test_add_func ("/safety/due/conditions", test_conditions);
  g_test_add_func ("/safety/due/taps", test_taps);
  g_test_add_func ("/safety/due/worse", test_worse);
  result = g_test_run ();
  g_object_unref (catalogue);
  return result;
}
