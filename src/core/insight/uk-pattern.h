/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-history.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/* Night, morning, afternoon, evening: six hours each from midnight on. */
#define UK_N_PATTERN_PARTS 4
#define UK_N_WEEKDAYS 7

/* Fewer ratings of one kind say nothing. */
#define UK_PATTERN_ENOUGH 5

/**
 * UkPatternPart:
 * @n_ratings: how many ratings there were then, those right after a run aside
 * @mean: their mean
 */
typedef struct {
  guint n_ratings;
  double mean;
} UkPatternPart;

/**
 * UkPattern:
 * @parts: by the time of day, from midnight on
 * @weekdays: from Monday on
 *
 * When it is sore.
 */
typedef struct {
  UkPatternPart parts[UK_N_PATTERN_PARTS];
  UkPatternPart weekdays[UK_N_WEEKDAYS];
} UkPattern;

UkPattern uk_pattern_of_samples (const GArray *samples, GTimeZone *zone);
const char *uk_pattern_get_part_name (guint part);
char *uk_pattern_get_weekday_name (guint weekday);
char *uk_pattern_to_sentence (const UkPattern *pattern);

G_END_DECLS
