/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

G_BEGIN_DECLS

/* How fast a "yes" needs a doctor; the strictest answer wins. */
typedef enum {
  UK_URGENCY_NOW,
  UK_URGENCY_TODAY,
  UK_URGENCY_SOON,
  UK_URGENCY_CARE, /* a condition changes what is offered */
  UK_URGENCY_GO,
} UkUrgency;

#define UK_N_URGENCIES (UK_URGENCY_GO + 1)

/* The screen for an outcome of the questions. */
typedef struct {
  UkUrgency urgency;
  const char *title; /* "Get help now" */
  const char *text;
} UkOutcome;

/**
 * UkQuestion:
 * @id: "N1" …
 * @urgency: %UK_URGENCY_NOW, %UK_URGENCY_TODAY or %UK_URGENCY_SOON
 * @regions: (array zero-terminated=1): region ids that it is asked for; empty: all
 * @blocks_all: whether a "yes" blocks every region, not just this one
 * @about_place: whether it is about the place that is treated, and so asked for each anew
 * @ask: the question, translated
 * @advice: (nullable): shown in addition to the text of the outcome, translated
 *
 * A question of the safety screen.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  UkUrgency urgency;
  const char *const *regions;
  gboolean blocks_all;
  gboolean about_place;
  const char *ask;
  const char *advice;
} UkQuestion;

/* What a condition says about a technique, or about one part of it. */
typedef struct {
  UkTechnique technique;
  const char *part;           /* (nullable) jumps, swimming, contrast: only routines of that part */
  const char *const *regions; /* region ids; empty: everywhere */
  UkRuling ruling;
} UkRule;

/**
 * UkCondition:
 * @id: id, as in the `care` of routines
 * @common: whether it stands on top of the list
 * @listed: whether people are asked for it; the others are implied by those or only noted in
 * routines
 * @implies: (array zero-terminated=1): ids of unlisted conditions that come with it
 * @name: "Pregnancy", translated
 * @note: (nullable): what changes, translated
 *
 * Something about the person that restricts techniques.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  gboolean common;
  gboolean listed;
  const char *const *implies;
  const char *name;
  const char *note;
  const UkRule *rules;
  guint n_rules;
} UkCondition;

/* A short question before each start. */
typedef struct {
  const char *id; /* news, rating, place */
  const char *ask;
  const char *advice; /* (nullable) */
} UkTap;

/* A paragraph of the safety texts: "first-start", "heat", "cold", "no-change" … */
typedef struct {
  const char *id;
  const char *text;
} UkNotice;

UkRuling uk_condition_get_ruling (const UkCondition *condition,
                                  UkTechnique technique,
                                  const char *part,
                                  const char *region);

G_END_DECLS
