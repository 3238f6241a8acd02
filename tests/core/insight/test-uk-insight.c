/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-insight.h"

#include <stdio.h>

#define DAY (24 * 60 * 60)

static void
add_run (GPtrArray *runs, const char *id, const char *routine, const char *region, gint64 started)
{
  UkRunRecord *run = g_new0 (UkRunRecord, 1);

  run->id = g_strdup (id);
  run->routine = g_strdup (routine);
  run->region = g_strdup (region);
  run->started = started;
  run->seconds_done = 60;
  g_ptr_array_add (runs, run);
}

static void
add_rating (GPtrArray *ratings, gint64 at, int value, const char *run, UkMoment moment)
{
  UkRating *rating = g_new0 (UkRating, 1);

  rating->at = at;
  rating->value = value;
  rating->run = g_strdup (run);
  rating->moment = moment;
  g_ptr_array_add (ratings, rating);
}

/* Routines are named after their technique here. */
static gboolean
get_technique (const char *routine, UkTechnique *technique, gpointer data)
{
  return uk_technique_from_id (routine, technique);
}

/* The numbers of a trend: "day:value", with a for those after a run. */
static GPtrArray *
parse_ratings (const char *text)
{
  GPtrArray *ratings = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_rating_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    int day = 0;
    int value = 0;

    g_assert_cmpint (sscanf (words[i], "%d:%d", &day, &value), ==, 2);
    add_rating (ratings, (gint64)day * DAY, value, NULL,
                g_str_has_suffix (words[i], "a") ? UK_MOMENT_AFTER : UK_MOMENT_BEFORE);
  }
  return ratings;
}

typedef struct {
  const char *name;
  const char *ratings;
  UkTrendKind kind;
  gboolean stuck;
  const char *sentence;
} TrendCase;

static const TrendCase trend_cases[] = {
  { "none", "", UK_TREND_NONE, FALSE, "Not rated yet" },
  { "one", "0:5", UK_TREND_EARLY, FALSE, "Rated once: 5" },
  { "easier", "0:7 3:6 14:4", UK_TREND_EASIER, FALSE, "From 7 to 4 in 2 weeks" },
  { "sorer, in neutral words", "0:3 1:5", UK_TREND_SORER, FALSE, "From 3 to 5 in 1 day" },
  { "the same", "0:5 13:5", UK_TREND_SAME, FALSE, "Still 5 after 13 days" },
  { "the same on one day", "0:5 0:5", UK_TREND_SAME, FALSE, "Still 5" },
  { "within one day", "0:5 0:3", UK_TREND_EASIER, FALSE, "From 5 to 3 today" },
  { "the ease right after a run does not count", "0:7 0:2a 2:6 2:1a", UK_TREND_EASIER, FALSE,
    "From 7 to 6 in 2 days" },
  { "only after runs", "0:7a 2:3a", UK_TREND_NONE, FALSE, "Not rated yet" },
  { "stuck for two weeks", "0:5 7:4 14:5", UK_TREND_SAME, TRUE, "Still 5 after 2 weeks" },
  { "stuck after early ease", "0:8 10:4 24:4", UK_TREND_EASIER, TRUE, "From 8 to 4 in 3 weeks" },
  { "free of pain is not stuck", "0:0 20:0", UK_TREND_SAME, FALSE, "Still 0 after 2 weeks" },
  { "months", "0:8 92:4", UK_TREND_EASIER, FALSE, "From 8 to 4 in 3 months" },
  { "years", "0:8 3652:4", UK_TREND_EASIER, FALSE, "From 8 to 4 in 9 years" },
  { "sorer and stuck", "0:3 15:5", UK_TREND_SORER, TRUE, "From 3 to 5 in 2 weeks" },
};

static void
test_trend (gconstpointer data)
{
  const TrendCase *c = data;
  g_autoptr (GPtrArray) ratings = parse_ratings (c->ratings);
  UkTrend trend = uk_insight_get_trend (ratings);
  g_autofree char *sentence = uk_trend_to_sentence (&trend);

  g_assert_cmpint (trend.kind, ==, c->kind);
  g_assert_cmpint (trend.stuck, ==, c->stuck);
  g_assert_cmpstr (sentence, ==, c->sentence);
}

static void
test_techniques (void)
{
  static const UkChange rows[] = {
    { (char *)"ball", 7, 5 },    { (char *)"ball", 6, 5 },    { (char *)"ball", 5, 2 },
    { (char *)"stretch", 6, 6 }, { (char *)"stretch", 5, 6 }, { (char *)"stretch", 6, 5 },
    { (char *)"heat", 9, 0 },    { (char *)"removed", 9, 0 },
  };
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GArray) effects = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (changes, (gpointer)&rows[i]);
  effects = uk_insight_compare_changes (changes, get_technique, NULL);
  for (i = 0; i < effects->len; i++) {
    g_autofree char *sentence = uk_effect_to_sentence (&g_array_index (effects, UkEffect, i));

    g_string_append_printf (text, "%s\n", sentence);
  }
  g_assert_cmpstr (text->str, ==,
                   "Ball: 2.0 points easier in 3 runs\n"
                   "Stretching: no change in 3 runs\n"
                   "Warmth: too early to say after 1 run\n");
}

static void
test_change_words (void)
{
  static const struct {
    int before;
    int after;
    const char *sentence;
  } rows[] = {
    { 5, 3, "2 points easier than before" },       { 5, 4, "1 point easier than before" },
    { 5, 5, "No change, which is an answer too" }, { 3, 4, "1 point more than before" },
    { 0, 10, "10 points more than before" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *sentence = uk_change_to_sentence (rows[i].before, rows[i].after);

    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

/* Midnight is the person's own. */
static void
test_active_days (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_run_record_free);
  g_autoptr (GArray) days = NULL;
  const UkDay first = uk_day_new (2026, 11, 23);

  add_run (runs, "c", "ball", NULL, (gint64)(first + 1) * DAY + 20 * 60 * 60);
  add_run (runs, "b", "ball", NULL, (gint64)(first + 1) * DAY + 2 * 60 * 60);
  add_run (runs, "a", "ball", NULL, (gint64)first * DAY + 20 * 60 * 60);
  days = uk_insight_list_active_days (runs, zone);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, UkActiveDay, 0).day, ==, first);
  g_assert_cmpuint (g_array_index (days, UkActiveDay, 0).n_runs, ==, 2);
  g_assert_cmpuint (g_array_index (days, UkActiveDay, 0).seconds, ==, 120);
  g_assert_cmpint (g_array_index (days, UkActiveDay, 1).day, ==, first + 1);
}

typedef struct {
  UkDay days[8]; /* after Monday, 2 November 2026; -1 ends */
  UkDay today;
  guint n_weeks;
  guint n_in_row;
  const char *text;
} WeekCase;

static const WeekCase week_cases[] = {
  { { -1 }, 3, 0, 0, NULL },
  { { 0, -1 }, 0, 1, 1, "A run in 1 week" },
  { { 0, 6, -1 }, 6, 1, 1, "A run in 1 week" },
  { { 6, 7, -1 }, 8, 2, 2, "A run in 2 weeks, the last 2 in a row" },
  { { 0, 7, 13, 14, -1 }, 20, 3, 3, "A run in 3 weeks, the last 3 in a row" },
  { { 0, 7, 14, -1 }, 27, 3, 3, "A run in 3 weeks, the last 3 in a row" },
  { { 0, 7, 14, -1 }, 28, 3, 0, "A run in 3 weeks" },
  { { 0, 7, 21, 28, -1 }, 28, 4, 2, "A run in 4 weeks, the last 2 in a row" },
  { { 0, 7, 21, -1 }, 22, 3, 1, "A run in 3 weeks" },
};

/* Weeks, not days, and no word about a gap. */
static void
test_weeks (void)
{
  const UkDay monday = uk_day_new (2026, 11, 2);
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (week_cases); i++) {
    const WeekCase *c = &week_cases[i];
    g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (UkActiveDay));
    g_autofree char *text = NULL;
    UkActiveWeeks weeks;

    for (j = 0; c->days[j] >= 0; j++) {
      const UkActiveDay day = { monday + c->days[j], 1, 60 };

      g_array_append_val (days, day);
    }
    weeks = uk_insight_count_weeks (days, monday + c->today);
    g_assert_cmpuint (weeks.n_weeks, ==, c->n_weeks);
    g_assert_cmpuint (weeks.n_in_row, ==, c->n_in_row);
    text = uk_weeks_to_sentence (&weeks);
    g_assert_cmpstr (text, ==, c->text);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (trend_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/insight/trend/%s", trend_cases[i].name);

    g_test_add_data_func (path, &trend_cases[i], test_trend);
  }
  g_test_add_func ("/insight/techniques", test_techniques);
  g_test_add_func ("/insight/change-words", test_change_words);
  g_test_add_func ("/insight/active-days", test_active_days);
  g_test_add_func ("/insight/weeks", test_weeks);
  return g_test_run ();
}
