/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

/* The skin is looked at after each of these. */
#define UK_SKIN_CHECK_SECONDS (5 * 60)

/* So long it may stay unanswered until it is "take it off now".  Getting ready is counted too, so that the step
 * of a routine in which the skin is looked at anyway still lies in it. */
#define UK_SKIN_CHECK_PATIENCE 120

/* The same place is not warmed or cooled again before. */
#define UK_HEAT_COLD_LOCK_SECONDS (2 * 60 * 60)

typedef enum {
  UK_SKIN_CHECK_NONE,
  UK_SKIN_CHECK_DUE,
  UK_SKIN_CHECK_OVERDUE,
} UkSkinCheck;

gboolean uk_heat_cold_concerns (const UkRoutine *routine);
guint uk_heat_cold_get_limit (const UkRoutine *routine);
UkSkinCheck uk_heat_cold_get_skin_check (const UkRoutine *routine, double done, double checked);
gint64 uk_heat_cold_get_lock_end (UkCatalogue *catalogue,
                                  GPtrArray *runs,
                                  const UkRoutine *routine,
                                  const char *region,
                                  UkSide side,
                                  gint64 now);

G_END_DECLS
