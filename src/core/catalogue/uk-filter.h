/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

/* Where and how one can be just now. */
typedef enum {
  UK_SITUATION_ANY,
  UK_SITUATION_DESK,
  UK_SITUATION_HOME,
  UK_SITUATION_LYING,
  UK_SITUATION_STANDING,
  UK_SITUATION_ON_THE_GO,
} UkSituation;

#define UK_N_SITUATIONS (UK_SITUATION_ON_THE_GO + 1)

typedef enum {
  UK_EFFORT_ANY,
  UK_EFFORT_GENTLE,
  UK_EFFORT_USUAL, /* gentle counts too */
} UkEffort;

#define UK_N_EFFORTS (UK_EFFORT_USUAL + 1)

/* What a filter asks for, as flags. */
typedef enum {
  UK_CRITERION_NONE = 0,
  UK_CRITERION_TIME = 1 << 0,
  UK_CRITERION_EQUIPMENT = 1 << 1,
  UK_CRITERION_PLACE = 1 << 2,
  UK_CRITERION_EFFORT = 1 << 3,
  UK_CRITERION_QUIET = 1 << 4,
} UkCriteria;

#define UK_ALL_CRITERIA ((UK_CRITERION_QUIET << 1) - 1)

/**
 * UkFilter:
 * @minutes: the time there is for one side, 0 for any
 * @lacking: (nullable) (array zero-terminated=1): ids of #UkEquipmentGroup that the person does not have
 * @quiet: whether nobody may be disturbed
 * @situation: where it is to be done
 * @effort: how strenuous it may be
 *
 * What a routine must fit.
 */
typedef struct {
  guint minutes;
  const char *const *lacking;
  gboolean quiet;
  UkSituation situation;
  UkEffort effort;
} UkFilter;

gboolean uk_filter_accepts (const UkFilter *filter, const UkRoutine *routine);
UkCriteria uk_filter_check (const UkFilter *filter, const UkRoutine *routine);
UkCriteria uk_filter_find_blockers (const UkFilter *filter, GPtrArray *routines);
void uk_filter_drop (UkFilter *filter, UkCriteria criteria);

const char *uk_situation_get_name (UkSituation situation);
const char *uk_effort_get_name (UkEffort effort);
char *uk_minutes_describe (guint minutes);
char *uk_filter_describe (const UkFilter *filter, UkCriteria criteria);

G_END_DECLS
