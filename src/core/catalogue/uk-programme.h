/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When on a day; a plan says at which time each begins. */
typedef enum {
  UK_DAY_PART_MORNING,
  UK_DAY_PART_MIDDAY,
  UK_DAY_PART_EVENING,
} UkDayPart;

#define UK_N_DAY_PARTS (UK_DAY_PART_EVENING + 1)

/* A part of the day in which a plan never has anything. */
#define UK_NO_TIME G_MAXUINT

/* What a day asks for: a routine by name, or one of the kind that suits a place. */
typedef enum {
  UK_SLOT_ROUTINE,
  UK_SLOT_GENTLE,
  UK_SLOT_STRETCH,
  UK_SLOT_YOGA,
  UK_SLOT_MASSAGE,
  UK_SLOT_BALL,
  UK_SLOT_ROLLER,
  UK_SLOT_WARM,
  UK_SLOT_COOL, /* in place of warmth after a knock; never asked for by a day */
} UkSlot;

#define UK_N_SLOTS (UK_SLOT_COOL + 1)

/**
 * UkProgrammeItem:
 * @part: when
 * @slot: what
 * @routines: (array zero-terminated=1): %UK_SLOT_ROUTINE: ids of routines; the first that can be done
 * counts
 * @region: (nullable): the place it is for; %NULL: the person's, or the second one
 * @second: whether it is for the second place
 */
typedef struct {
  UkDayPart part;
  UkSlot slot;
  const char *const *routines;
  const char *region;
  gboolean second;
} UkProgrammeItem;

/* @check: a day to compare with the first. */
typedef struct {
  guint number;
  gboolean check;
  const UkProgrammeItem *items;
  guint n_items;
} UkProgrammeDay;

/* What changes from a day on, translated. */
typedef struct {
  guint from;
  const char *text;
} UkProgrammeStage;

/* For these places one routine stands for another. */
typedef struct {
  const char *const *regions;
  const char *from;
  const char *to;
} UkProgrammeSwap;

/**
 * UkProgramme:
 * @id: id
 * @regions: (array zero-terminated=1): ids of the places it is for; empty: any
 * @places: how many places the person names, 0 to 2, where any will do
 * @picture: id of the routine whose picture stands for it
 * @most: the highest rating with which to start
 * @slides: whether a missed day comes again; otherwise it is left out
 * @early: whether it may be done while somebody should have a look at it soon
 * @then: (nullable): id of what may follow
 * @again: the day on which it begins anew when it is repeated
 * @times: minutes of the day, %UK_NO_TIME where there is never anything
 * @title: title, translated
 * @summary: what it is good for, translated
 * @suits: whom it is for, translated
 * @missed: the rule for missed days, translated
 * @expect: what can be expected, translated
 * @after: what to do at the end, translated
 * @stops: (array length=n_stops): when to stop, translated
 * @stages: (array length=n_stages): how it grows, by day
 * @days: (array length=n_days): its days, numbered from 1
 *
 * A programme of routines over days or weeks; the person reads "plan".  Owned by the catalogue,
 * immutable.
 */
typedef struct {
  const char *id;
  const char *const *regions;
  guint places;
  const char *picture;
  guint most;
  gboolean slides;
  gboolean early;
  const char *then;
  guint again;
  guint times[UK_N_DAY_PARTS];
  const char *title;
  const char *summary;
  const char *suits;
  const char *missed;
  const char *expect;
  const char *after;
  const char *const *stops;
  guint n_stops;
  const UkProgrammeStage *stages;
  guint n_stages;
  const UkProgrammeSwap *swaps;
  guint n_swaps;
  const UkProgrammeDay *days;
  guint n_days;
} UkProgramme;

/**
 * UkFit:
 * @region: id of a region
 * @programme: id of the plan that suits it best
 * @routines: (array length=UK_N_SLOTS): for each slot ids of routines, the best first
 *
 * What suits a place.
 */
typedef struct {
  const char *region;
  const char *programme;
  const char *const *routines[UK_N_SLOTS];
} UkFit;

G_END_DECLS
