/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page about progress is made of: points, the body of the last days, the diary. */
#include "core/insight/uk-body-history.h"
#include "core/insight/uk-insight.h"
#include "core/insight/uk-log.h"
#include "core/insight/uk-trend-point.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAY (24 * 60 * 60)
#define NOW ((gint64)20000 * DAY + 12 * 60 * 60)

/* "day:value"; "a" after a run and "b" before it, with the number of the run. */
static GArray *
parse_samples (const char *text)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    UkSample sample = { .moment = UK_MOMENT_LOG };
    double day = 0;
    int value = 0;
    unsigned run = 0;
    char moment = 'l';

    g_assert_cmpint (sscanf (words[i], "%lf:%d%c%u", &day, &value, &moment, &run), >=, 2);
    sample.at = (gint64)(day * DAY);
    sample.value = (guint8)value;
    sample.run = run;
    if (moment != 'l')
      sample.moment = moment == 'a' ? UK_MOMENT_AFTER : UK_MOMENT_BEFORE;
    g_array_append_val (samples, sample);
  }
  return samples;
}

typedef struct {
  const char *name;
  const char *samples;
  UkTrendKeep keep;
  guint limit;
  const char *points; /* number of ratings : before / after */
} PointCase;

static const PointCase point_cases[] = {
  { "none", "", UK_TREND_MEAN, 10, "" },
  { "one", "5:7", UK_TREND_MEAN, 10, "1:7" },
  { "before and after go together", "5:7b1 5.1:4a1 6:5", UK_TREND_MEAN, 10, "1:7/4 1:5" },
  { "an after without a before is no point", "5:4a1 6:5", UK_TREND_MEAN, 10, "1:5" },
  { "another run's after is left out", "5:7b1 5.1:4a2", UK_TREND_MEAN, 10, "1:7" },
  { "days when there are many", "5:7 5.2:5 6:4b1 6.1:2a1", UK_TREND_MEAN, 2, "2:6 1:4/2" },
  { "weeks when there are more", "0:8 1:6 6:4 8:2 13:4", UK_TREND_MEAN, 2, "3:6 2:3" },
  { "the sorest place of a day", "5:7 5.1:3 5.2:1a1 6:2", UK_TREND_SOREST, 10, "2:7 1:2" },
  { "equal values", "0:5 0.1:5 0.2:5", UK_TREND_MEAN, 1, "3:5" },
};

static void
test_points (gconstpointer data)
{
  const PointCase *c = data;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) samples = parse_samples (c->samples);
  g_autoptr (GArray) points = uk_trend_points_new (samples, c->keep, utc, c->limit);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < points->len; i++) {
    const UkTrendPoint *point = &g_array_index (points, UkTrendPoint, i);

    g_string_append_printf (text, "%s%u:%g", i > 0 ? " " : "", point->n_ratings, point->before);
    if (!isnan (point->after))
      g_string_append_printf (text, "/%g", point->after);
  }
  g_assert_cmpstr (text->str, ==, c->points);
}

/* Ten years give no more points than fit, none is lost, and midnight is the person's own. */
static void
test_ten_years (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_autoptr (GArray) points = NULL;
  guint i, n = 0;

  for (i = 0; i < 3650 * 2; i++) {
    const UkSample sample = { (gint64)i * DAY / 2, 0, (guint8)(i % 11), UK_MOMENT_BEFORE };

    g_array_append_val (samples, sample);
  }
  points = uk_trend_points_new (samples, UK_TREND_MEAN, zone, 60);
  g_assert_cmpuint (points->len, <=, 60);
  g_assert_cmpuint (points->len, >, 25);
  for (i = 0; i < points->len; i++)
    n += g_array_index (points, UkTrendPoint, i).n_ratings;
  g_assert_cmpuint (n, ==, samples->len);
}

static void
test_point_words (void)
{
  static const struct {
    UkTrendPoint point;
    const char *text;
  } rows[] = {
    { { 36000, 36000, 1, 7, 6 }, "1 January 1970, 10:00: 7 before, 6 after a run" },
    { { 36000, 36000, 1, 7, (double)NAN }, "1 January 1970, 10:00: 7" },
    { { 0, 36000, 3, 6.333, 5.04 }, "1 January 1970: 6.3 before, 5 after a run" },
    { { 0, 6 * DAY, 5, 6.5, (double)NAN }, "1 January 1970 to 7 January 1970: 6.5" },
    { { NOW, NOW, 1, 0, (double)NAN }, "4 October, 12:00: 0" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = uk_trend_point_to_sentence (&rows[i].point, now);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* ---- the body ---- */

static void
add_knot (UkBodyHistory *history, UkKnot knot, const char *ratings)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) samples = parse_samples (ratings);

  uk_body_history_add (history, &knot, samples, utc);
}

/* The last day is day 20; the first of the fifteen is day 6. */
static void
test_body (void)
{
  static const struct {
    const char *region;
    UkSide side;
    double day;
    double rating;
  } rows[] = {
    { "calf", UK_SIDE_LEFT, 0, 8 },      { "calf", UK_SIDE_LEFT, 1, 8 },
    { "calf", UK_SIDE_LEFT, 2, 4 },      { "calf", UK_SIDE_LEFT, 1.5, 6 },
    { "calf", UK_SIDE_LEFT, 14, 4 },     { "calf", UK_SIDE_RIGHT, 14, -1 },
    { "jaw", UK_SIDE_LEFT, 3, -1 },      { "jaw", UK_SIDE_LEFT, 4, 5 },
    { "jaw", UK_SIDE_LEFT, 6, 9 },       { "jaw", UK_SIDE_LEFT, 8, 9 },
    { "jaw", UK_SIDE_LEFT, 9, 5 },       { "jaw", UK_SIDE_LEFT, 99, 5 },
    { "temples", UK_SIDE_RIGHT, 0, -1 },
  };
  g_autoptr (UkBodyHistory) history = uk_body_history_new (20);
  double change;
  guint i;

  add_knot (history, (UkKnot){ .region = (char *)"calf", .side = UK_SIDE_LEFT },
            "5:8 8:9 8.5:4 8.6:0a1");
  add_knot (history, (UkKnot){ .region = (char *)"jaw", .side = UK_SIDE_LEFT }, "10:5");
  add_knot (history, (UkKnot){ .region = (char *)"jaw", .side = UK_SIDE_LEFT, .closed = 15 * DAY },
            "12:9");
  /* Too long ago to say anything. */
  add_knot (history, (UkKnot){ .region = (char *)"temples", .side = UK_SIDE_RIGHT }, "-9:9");
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (uk_body_history_get (history, rows[i].region, rows[i].side, rows[i].day), ==,
                       rows[i].rating);
  g_assert_cmpint (uk_body_history_get_day (history, UK_BODY_DAYS), ==, 20);

  g_assert_true (uk_body_history_get_change (history, "calf", UK_SIDE_LEFT, &change));
  g_assert_cmpfloat_with_epsilon (change, 4 - 32.0 / 7, 1e-9);
  g_assert_true (uk_body_history_get_change (history, "jaw", UK_SIDE_LEFT, &change));
  g_assert_cmpfloat_with_epsilon (change, 39.0 / 7 - 7, 1e-9);
  g_assert_false (uk_body_history_get_change (history, "temples", UK_SIDE_RIGHT, &change));
  g_assert_false (uk_body_history_get_change (history, "calf", UK_SIDE_RIGHT, &change));
}

/* ---- the diary ---- */

typedef struct {
  char *folder;
  UkStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);

  fixture->folder = uk_test_make_folder ();
  fixture->store = uk_store_open (fixture->folder, now, NULL, NULL);
  g_assert_nonnull (fixture->store);
  uk_simulate_history (fixture->store, NOW, UK_HISTORY_MONTH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  uk_store_close (fixture->store);
  g_object_unref (fixture->store);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The whole diary in one text. */
static char *
dump (Fixture *fixture, const char *knot_id, guint limit)
{
  g_autoptr (UkKnot) knot
      = knot_id != NULL ? uk_store_find_knot (fixture->store, knot_id, NULL) : NULL;
  gboolean more;
  g_autoptr (GPtrArray) entries = uk_log_load (fixture->store, knot, limit, &more, NULL);
  GString *text = g_string_new (NULL);
  guint i;

  g_assert_nonnull (entries);
  for (i = 0; i < entries->len; i++) {
    const UkLogEntry *entry = g_ptr_array_index (entries, i);

    if (entry->logged != NULL)
      g_string_append_printf (text, "%d ", entry->logged->value);
    else
      g_string_append_printf (text, "%d>%d ", entry->before != NULL ? entry->before->value : -1,
                              entry->after != NULL ? entry->after->value : -1);
  }
  g_string_append (text, more ? "more" : "end");
  return g_string_free (text, FALSE);
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *newest = dump (fixture, "shoulder", 4);
  g_autofree char *back = dump (fixture, "back", 4);
  g_autofree char *both = dump (fixture, NULL, 7);

  g_assert_cmpstr (newest, ==, "4>2 4>3 4>3 5 more");
  g_assert_cmpstr (back, ==, "3>3 4>3 5>5 5>4 end");
  g_assert_cmpstr (both, ==, "4>2 4>3 4>3 5 4>3 5>4 3>3 more");
}

/* Every change can be taken back, and then all is as it was. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const changed[] = {
    "9 4>2 4>3 4>3 5 more",
    "4>8 4>3 4>3 5 4>3 more",
    "4>3 4>3 5 4>3 5>4 more",
    "4>2 4>3 4>3 4>3 5>4 more",
  };
  g_autofree char *before = dump (fixture, "shoulder", 5);
  g_autoptr (UkKnot) knot = uk_store_find_knot (fixture->store, "shoulder", NULL);
  gboolean more;
  g_autoptr (GPtrArray) entries = uk_log_load (fixture->store, knot, 5, &more, NULL);
  const UkLogEntry *run = g_ptr_array_index (entries, 0);
  const UkLogEntry *rating = g_ptr_array_index (entries, 3);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (changed); i++) {
    g_autoptr (UkUndo) undo = NULL;
    g_autofree char *during = NULL;
    g_autofree char *after = NULL;

    if (i == 0)
      undo = uk_log_rate (fixture->store, "shoulder", NOW, 9, NULL);
    else if (i == 1)
      undo = uk_log_change (fixture->store, run->after, 8, NULL);
    else
      undo = uk_log_delete (fixture->store, i == 2 ? run : rating, NULL);
    g_assert_nonnull (undo);
    during = dump (fixture, "shoulder", 5);
    g_assert_cmpstr (during, ==, changed[i]);
    g_assert_true (uk_undo_apply (undo, fixture->store, NULL));
    after = dump (fixture, "shoulder", 5);
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_undo_knot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkKnot) knot = uk_store_find_knot (fixture->store, "shoulder", NULL);
  g_autoptr (UkKnot) closed = NULL;
  g_autoptr (UkKnot) again = NULL;
  g_autoptr (UkUndo) undo = NULL;

  knot->closed = NOW;
  undo = uk_log_save_knot (fixture->store, knot, NULL);
  closed = uk_store_find_knot (fixture->store, "shoulder", NULL);
  g_assert_cmpint (closed->closed, ==, NOW);
  g_assert_true (uk_undo_apply (undo, fixture->store, NULL));
  again = uk_store_find_knot (fixture->store, "shoulder", NULL);
  g_assert_cmpint (again->closed, ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (uk_log_rate (fixture->store, "nobody", NOW, 5, &error));
  g_assert_error (error, UK_STORE_ERROR, UK_STORE_ERROR_INVALID);
}

static gboolean
get_technique (const char *routine, UkTechnique *technique, gpointer data)
{
  if (strstr (routine, "-ball-") != NULL)
    *technique = UK_TECHNIQUE_BALL;
  else if (g_str_has_prefix (routine, "st-"))
    *technique = UK_TECHNIQUE_STRETCH;
  else
    return FALSE;
  return TRUE;
}

/* The last number counts, and only runs with two numbers do. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  const UkRating corrected = { .knot = (char *)"shoulder",
                               .run = (char *)"run-000017",
                               .moment = UK_MOMENT_AFTER,
                               .at = NOW,
                               .value = 0 };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GArray) effects = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpint (uk_store_add_rating (fixture->store, &corrected, NULL), >, 0);
  changes = uk_store_list_changes (fixture->store, "shoulder", 500, NULL);
  g_assert_cmpuint (changes->len, ==, 12);
  g_assert_cmpint (((UkChange *)g_ptr_array_index (changes, 0))->before, ==, 4);
  g_assert_cmpint (((UkChange *)g_ptr_array_index (changes, 0))->after, ==, 0);
  effects = uk_insight_compare_changes (changes, get_technique, NULL);
  sentence = uk_effects_to_sentence (effects);
  g_assert_cmpstr (sentence, ==, "Ball helps most here");
  words = uk_effect_to_words (&g_array_index (effects, UkEffect, 0));
  g_assert_cmpstr (words, ==, "2.2 easier");
  g_assert_cmpuint (effects->len, ==, 2);
}

static void
test_effect_words (void)
{
  static const struct {
    UkEffect effect;
    const char *words;
    const char *sentence;
  } rows[] = {
    { { UK_TECHNIQUE_BALL, 5, -1.4 }, "1.4 easier", "Ball helps most here" },
    { { UK_TECHNIQUE_BALL, 2, -9 }, "too early", "Too early to say what helps" },
    { { UK_TECHNIQUE_BALL, 3, 0.5 }, "0.5 more", "Nothing stands out yet" },
    { { UK_TECHNIQUE_BALL, 3, 0 }, "no change", "Nothing stands out yet" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (UkEffect));
    g_autofree char *words = uk_effect_to_words (&rows[i].effect);
    g_autofree char *sentence = NULL;

    g_array_append_val (effects, rows[i].effect);
    sentence = uk_effects_to_sentence (effects);
    g_assert_cmpstr (words, ==, rows[i].words);
    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

static void
test_several_words (void)
{
  static const struct {
    guint n_easier;
    guint n_rated;
    const char *sentence;
  } rows[] = {
    { 0, 0, "Too early to tell" },
    { 0, 2, "None is easier than at first yet" },
    { 1, 3, "1 of 3 knots is easier than at first" },
    { 2, 3, "2 of 3 knots are easier than at first" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *sentence = uk_trends_to_sentence (rows[i].n_easier, rows[i].n_rated);

    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

static void
test_headings (void)
{
  static const struct {
    int ago;
    const char *text;
  } rows[] = { { 0, "Today" },
               { 1, "Yesterday" },
               { 2, "Wednesday, 2 October" },
               { 365, "Thursday, 5 October 2023" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = uk_log_day_to_heading (20000 - rows[i].ago, 20000);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (point_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/progress/points/%s", point_cases[i].name);

    g_test_add_data_func (path, &point_cases[i], test_points);
  }
  g_test_add_func ("/progress/points/ten-years", test_ten_years);
  g_test_add_func ("/progress/points/words", test_point_words);
  g_test_add_func ("/progress/body", test_body);
  g_test_add ("/progress/log", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/progress/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/progress/undo-knot", Fixture, NULL, set_up, test_undo_knot, tear_down);
  g_test_add ("/progress/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/progress/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add_func ("/progress/effect-words", test_effect_words);
  g_test_add_func ("/progress/several-words", test_several_words);
  g_test_add_func ("/progress/headings", test_headings);
  return g_test_run ();
}
