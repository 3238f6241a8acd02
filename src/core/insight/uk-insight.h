/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"
#include "core/store/uk-store-history.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/**
 * UkEffect:
 * @technique: what was done
 * @n_runs: number of runs with a rating before and after
 * @mean_change: mean of after minus before; below zero is easier
 * @spread: standard deviation of that; 0 with one run
 *
 * What a technique did at one place so far.
 */
typedef struct {
  UkTechnique technique;
  guint n_runs;
  double mean_change;
  double spread;
} UkEffect;

/* Fewer runs say nothing. */
#define UK_EFFECT_ENOUGH_RUNS 3

/**
 * UkTechniqueFunc:
 * @routine: routine id
 * @technique: (out): its technique
 *
 * Returns: %FALSE if there is no such routine any more
 */
typedef gboolean (*UkTechniqueFunc) (const char *routine,
                                     UkTechnique *technique,
                                     gpointer user_data);

typedef enum {
  UK_TREND_NONE,  /* no rating */
  UK_TREND_EARLY, /* one rating */
  UK_TREND_EASIER,
  UK_TREND_SAME,
  UK_TREND_SORER,
} UkTrendKind;

/**
 * UkTrend:
 * @kind: in a word
 * @n_ratings: how many ratings it rests on
 * @first: the oldest rating
 * @last: the newest rating
 * @days: whole days from the first to the last
 * @stuck: whether two weeks have brought no ease: a good reason to let someone look at it
 *
 * How a knot went.  Rests on ratings before runs and without a run: those after a run flatter.
 */
typedef struct {
  UkTrendKind kind;
  guint n_ratings;
  int first;
  int last;
  guint days;
  gboolean stuck;
} UkTrend;

/* A local day with what was done on it. */
typedef struct {
  UkDay day;
  guint n_runs;
  guint seconds;
} UkActiveDay;

/**
 * UkActiveWeeks:
 * @n_weeks: in how many weeks something was done
 * @n_in_row: how many of them lead up to now without a gap; a week that goes on makes none
 */
typedef struct {
  guint n_weeks;
  guint n_in_row;
} UkActiveWeeks;

GArray *
uk_insight_compare_changes (GPtrArray *changes, UkTechniqueFunc get_technique, gpointer user_data);
UkTrend uk_insight_get_trend (GPtrArray *ratings);
UkTrend uk_insight_get_trend_of_samples (const GArray *samples);
GArray *uk_insight_list_active_days (GPtrArray *runs, GTimeZone *zone);
UkActiveWeeks uk_insight_count_weeks (const GArray *days, UkDay today);

/* In words: uk-insight-words.c */
char *uk_trend_to_sentence (const UkTrend *trend);
char *uk_change_to_sentence (int before, int after);
char *uk_weeks_to_sentence (const UkActiveWeeks *weeks);
char *uk_effect_to_sentence (const UkEffect *effect);
char *uk_trends_to_sentence (guint n_easier, guint n_rated);
char *uk_effect_to_words (const UkEffect *effect);
char *uk_effect_to_details (const UkEffect *effect);
char *uk_effects_to_sentence (const GArray *effects);
char *uk_changes_to_helped (const GPtrArray *changes);

G_END_DECLS
