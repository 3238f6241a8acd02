/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-insight.h"
#include "core/insight/uk-pattern.h"

#include <stdlib.h>

#define MONDAY G_GINT64_CONSTANT (1795392000) /* 2026-11-23 00:00 UTC */
#define HOUR (60 * 60)
#define DAY (24 * HOUR)

static void
add (GArray *samples, int day, int hour, int value, UkMoment moment)
{
  const UkSample sample = { MONDAY + day * DAY + hour * HOUR, 0, (guint8)value, (guint8)moment };

  g_array_append_val (samples, sample);
}

/* @data: "hour value" pairs of each day, and the finding */
static void
test_sentence (gconstpointer data)
{
  const char *const *words = data;
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_auto (GStrv) numbers = g_strsplit (words[0], " ", -1);
  g_autofree char *sentence = NULL;
  UkPattern pattern;
  int day;
  guint i;

  for (day = 0; day < 35; day++) {
    for (i = 0; numbers[0] != NULL && numbers[i] != NULL; i += 2)
      add (samples, day, atoi (numbers[i]), atoi (numbers[i + 1]), UK_MOMENT_LOG);
    add (samples, day, 3, 10, UK_MOMENT_AFTER);
  }
  pattern = uk_pattern_of_samples (samples, utc);
  g_assert_cmpuint (pattern.parts[0].n_ratings, ==, 0);
  sentence = uk_pattern_to_sentence (&pattern);
  g_assert_cmpstr (sentence, ==, words[1]);
}

static void
test_weekday (void)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *sentence = NULL;
  UkPattern pattern;
  int week;

  for (week = 0; week < 5; week++) {
    add (samples, 7 * week, 9, 8, UK_MOMENT_LOG);
    add (samples, 7 * week + 6, 9, 3, UK_MOMENT_BEFORE);
  }
  pattern = uk_pattern_of_samples (samples, utc);
  g_assert_cmpuint (pattern.weekdays[0].n_ratings, ==, 5);
  g_assert_cmpfloat (pattern.weekdays[6].mean, ==, 3);
  sentence = uk_pattern_to_sentence (&pattern);
  g_assert_cmpstr (sentence, ==, "Sorest: Monday");
}

static gboolean
get_technique (const char *routine, UkTechnique *technique, gpointer data)
{
  *technique = UK_TECHNIQUE_BALL;
  return TRUE;
}

/* @data: changes, and the finding */
static void
test_spread (gconstpointer data)
{
  const char *const *words = data;
  g_auto (GStrv) numbers = g_strsplit (words[0], " ", -1);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) effects = NULL;
  g_autofree char *details = NULL;
  g_autofree char *sentence = NULL;
  guint i;

  for (i = 0; numbers[i] != NULL; i++) {
    UkChange *change = g_new0 (UkChange, 1);

    change->before = 5;
    change->after = 5 + atoi (numbers[i]);
    g_ptr_array_add (changes, change);
  }
  effects = uk_insight_compare_changes (changes, get_technique, NULL);
  details = uk_effect_to_details (&g_array_index (effects, UkEffect, 0));
  sentence = uk_effects_to_sentence (effects);
  g_assert_cmpstr (details, ==, words[1]);
  g_assert_cmpstr (sentence, ==, words[2]);
}

int
main (int argc, char **argv)
{
  static const char *const sentences[][2] = {
    { "", "Too early to say when it is sorest" },
    { "8 5", "No time of the day or week stands out" },
    { "8 5 20 5", "No time of the day or week stands out" },
    { "8 7 20 3", "Sorest: Morning" },
    { "8 3 14 4 20 6", "Sorest: Evening" },
  };
  static const char *const spreads[][3] = {
    { "-1 -2", "2 runs", "Too early to say what helps" },
    { "-2 -2 -2", "3 runs, most within ± 0.0", "Ball helps most here" },
    { "-1 -2 -3", "3 runs, most within ± 1.0", "Ball helps most here" },
    { "-4 4 -1", "3 runs, most within ± 4.0", "Nothing stands out yet" },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autofree char *path = g_strdup_printf ("/pattern/sentence/%u", i);

    g_test_add_data_func (path, sentences[i], test_sentence);
  }
  for (i = 0; i < G_N_ELEMENTS (spreads); i++) {
    g_autofree char *path = g_strdup_printf ("/pattern/spread/%u", i);

    g_test_add_data_func (path, spreads[i], test_spread);
  }
  g_test_add_func ("/pattern/weekday", test_weekday);
  return g_test_run ();
}
