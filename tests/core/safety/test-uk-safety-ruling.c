/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-due.h"
#include "core/safety/uk-safety-outcome.h"
#include "core/safety/uk-safety-ruling.h"
#include "support/uk-shipped.h"

static UkCatalogue *catalogue;

/* Says "id", "id=?" (not sure) or "id=ok" (seen), each with "@scope" if it is not about the person. */
static UkAnswers *
read_answers (const char *words, gint64 at)
{
  UkAnswers *answers = uk_answers_new ();
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint i;

  for (i = 0; list[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (list[i], "=", 2);
    g_auto (GStrv) key = g_strsplit (parts[0], "@", 2);
    UkAnswer answer = UK_ANSWER_YES;

    if (*list[i] == '\0')
      continue;
    if (parts[1] != NULL)
      answer = g_str_equal (parts[1], "?")    ? UK_ANSWER_NOT_SURE
               : g_str_equal (parts[1], "ok") ? UK_ANSWER_SEEN
                                              : UK_ANSWER_NO;
    uk_answers_set (answers, key[0], key[1] != NULL ? key[1] : UK_SCOPE_PERSON, answer, at);
  }
  return answers;
}

static const struct {
  const char *answers;
  const char *region;
  UkUrgency urgency;
} outcomes[] = {
  { "", "calf", UK_URGENCY_GO },
  { "N1=no", "calf", UK_URGENCY_GO },
  { "N1", "calf", UK_URGENCY_NOW },
  { "N1=?", "calf", UK_URGENCY_NOW },
  { "N1=ok", "calf", UK_URGENCY_GO },
  /* The strictest wins. */
  { "S1 T2 N1=no", "calf", UK_URGENCY_TODAY },
  { "S1 T2 N3", NULL, UK_URGENCY_NOW },
  { "S1 diabetes", NULL, UK_URGENCY_SOON },
  { "diabetes", NULL, UK_URGENCY_CARE },
  /* An emergency counts everywhere, wherever it was asked. */
  { "N7@calf", "jaw", UK_URGENCY_NOW },
  { "T2", NULL, UK_URGENCY_TODAY },
  /* Other signs block their own places only. */
  { "T6@calf", "calf", UK_URGENCY_TODAY },
  { "T6@calf", "hamstrings", UK_URGENCY_GO },
  { "T8", "lumbar-erectors", UK_URGENCY_TODAY },
  { "T8", "calf", UK_URGENCY_GO },
  { "T8", NULL, UK_URGENCY_GO },
};

static void
test_outcome (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (UkAnswers) answers = read_answers (outcomes[i].answers, 1);

  g_assert_cmpint (uk_safety_get_urgency (catalogue, answers, outcomes[i].region, NULL), ==,
                   outcomes[i].urgency);
}

static const struct {
  const char *answers;
  const char *routine;
  const char *region;
  UkPermit permit;
  const char *reason;
} rulings[] = {
  { "", "hc-heat-pad-15", "calf", UK_PERMIT_GO, NULL },
  /* Warning signs */
  { "N1", "po-breath-3", NULL, UK_PERMIT_NO, "Get help now" },
  { "T2", "st-calf-wall", "calf", UK_PERMIT_NO, "See a doctor today" },
  { "T6@calf", "st-calf-wall", "calf", UK_PERMIT_NO, "See a doctor today" },
  { "T6@calf", "st-upper-trap", "upper-trapezius", UK_PERMIT_GO, NULL },
  { "S1", "hc-heat-pad-15", "calf", UK_PERMIT_NO, "Book a visit" },
  { "S1", "ae-jumps-12", NULL, UK_PERMIT_NO, "Book a visit" },
  { "S1", "po-breath-3", NULL, UK_PERMIT_GO, NULL },
  { "S1", "st-elbow-circles", "rhomboids", UK_PERMIT_GO, NULL },
  { "S4@calf", "hc-heat-pad-15", "mid-back", UK_PERMIT_GO, NULL },
  /* Pain of 6 or more leaves what is gentle. */
  { "rating@mid-back", "mid-back-ball-wall", "mid-back", UK_PERMIT_NO, "Strong pain today" },
  { "rating@rhomboids", "mid-back-ball-wall", "mid-back", UK_PERMIT_GO, NULL },
  /* Conditions */
  { "diabetes", "hc-heat-pad-15", "calf", UK_PERMIT_CARE, NULL },
  /* Of several routines in a row the strictest word counts, each at its own place. */
  { "", "desk-back", NULL, UK_PERMIT_GO, NULL },
  { "rating@pectorals", "desk-back", NULL, UK_PERMIT_NO, "Strong pain today" },
  { "rating@calf", "desk-back", NULL, UK_PERMIT_GO, NULL },
  { "fever", "st-calf-wall", "calf", UK_PERMIT_NO, "Fever, flu or acute illness" },
  { "pregnancy", "ae-jumps-12", NULL, UK_PERMIT_NO, "Pregnancy" },
  { "pregnancy", "ae-walk-20", NULL, UK_PERMIT_CARE, NULL },
  { "pregnancy", "hc-heat-pad-15", "lumbar-erectors", UK_PERMIT_NO, "Pregnancy" },
  { "pregnancy", "hc-heat-pad-15", "calf", UK_PERMIT_CARE, NULL },
  { "pregnancy", "hc-contrast-pack-20", "mid-back", UK_PERMIT_NO, "Pregnancy" },
  { "heart", "ae-walk-20", NULL, UK_PERMIT_ASK_DOCTOR, "Heart disease, chest pain or rhythm trouble" },
  { "heart heart@aerobic=ok", "ae-walk-20", NULL, UK_PERMIT_CARE, NULL },
  { "heart heart@aerobic=ok", "ae-jumps-12", NULL, UK_PERMIT_NO,
    "Heart disease, chest pain or rhythm trouble" },
  { "numb-skin", "hc-heat-pad-15", "calf", UK_PERMIT_ASK_PLACE, "Skin with little or no feeling" },
  { "numb-skin numb-skin@calf", "hc-heat-pad-15", "calf", UK_PERMIT_NO,
    "Skin with little or no feeling" },
  { "numb-skin numb-skin@calf=?", "hc-heat-pad-15", "calf", UK_PERMIT_NO,
    "Skin with little or no feeling" },
  { "numb-skin numb-skin@calf=no", "hc-heat-pad-15", "calf", UK_PERMIT_CARE, NULL },
  { "numb-skin numb-skin@calf=no", "hc-heat-pad-15", "hamstrings", UK_PERMIT_ASK_PLACE,
    "Skin with little or no feeling" },
  /* Of several the strictest decides. */
  { "diabetes heart numb-skin numb-skin@calf", "hc-cold-pack-10", "calf", UK_PERMIT_NO,
    "Skin with little or no feeling" },
};

static void
test_ruling (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (UkAnswers) answers = read_answers (rulings[i].answers, g_date_time_to_unix (now) - 60);
  const UkRoutine *routine = uk_catalogue_get_routine (catalogue, rulings[i].routine);
  g_autoptr (UkSafetyRuling) ruling = NULL;

  g_assert_nonnull (routine);
  ruling = uk_safety_ruling_new (catalogue, answers, routine, rulings[i].region, now);
  g_assert_cmpint (ruling->permit, ==, rulings[i].permit);
  g_assert_cmpstr (ruling->reason, ==, rulings[i].reason);
  if (ruling->permit == UK_PERMIT_CARE)
    g_assert_cmpuint (ruling->notes->len, >, 0);
}

/* Yesterday's strong pain does not bind today. */
static void
test_pain_of_yesterday (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 0, 10, 0);
  g_autoptr (UkAnswers) answers = read_answers ("rating@mid-back", g_date_time_to_unix (now) - 1200);
  const UkRoutine *routine = uk_catalogue_get_routine (catalogue, "mid-back-ball-wall");
  g_autoptr (UkSafetyRuling) ruling = NULL;

  ruling = uk_safety_ruling_new (catalogue, answers, routine, "mid-back", now);
  g_assert_cmpint (ruling->permit, ==, UK_PERMIT_GO);
}

static void
test_seen (void)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 11, 24, 22, 0, 0);
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, 25, 6, 0, 0);
  g_autoptr (UkAnswers) now = read_answers ("N1", g_date_time_to_unix (evening) - 60);
  g_autoptr (UkAnswers) today = read_answers ("T2", g_date_time_to_unix (evening) - 60);
  g_autoptr (UkAnswers) fine = read_answers ("diabetes", 0);

  g_assert_false (uk_safety_can_say_seen (catalogue, now, NULL, evening));
  g_assert_true (uk_safety_can_say_seen (catalogue, now, NULL, morning));
  g_assert_true (uk_safety_can_say_seen (catalogue, today, NULL, evening));
  g_assert_false (uk_safety_can_say_seen (catalogue, fine, NULL, evening));
}

int
main (int argc, char **argv)
{
  guint i;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  for (i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autofree char *path
        = g_strdup_printf ("/safety/outcome/%u: %s", i, outcomes[i].answers);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_outcome);
  }
  for (i = 0; i < G_N_ELEMENTS (rulings); i++) {
    g_autofree char *path = g_strdup_printf ("/safety/ruling/%u: %s: %s", i, rulings[i].answers,
                                             rulings[i].routine);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ruling);
  }
  g_test_add_func ("/safety/ruling/pain-of-yesterday", test_pain_of_yesterday);
  g_test_add_func ("/safety/outcome/seen", test_seen);
  result = g_test_run ();
  g_object_unref (catalogue);
  return result;
}
