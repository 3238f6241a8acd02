/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-history.h"
#include "core/store/uk-store-knots.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/* How many days the body is looked back at; the last one is today. */
#define UK_BODY_DAYS 14

/* How sore each place was on each of the last days. */
typedef struct _UkBodyHistory UkBodyHistory;

UkBodyHistory *uk_body_history_new (UkDay today);
UkBodyHistory *uk_body_history_load (UkStore *store, gint64 now, GTimeZone *zone, GError **error);
void uk_body_history_free (UkBodyHistory *self);
void uk_body_history_add (UkBodyHistory *self,
                          const UkKnot *knot,
                          const GArray *samples,
                          GTimeZone *zone);
double uk_body_history_get (UkBodyHistory *self, const char *region, UkSide side, double day);
gboolean uk_body_history_get_change (UkBodyHistory *self,
                                     const char *region,
                                     UkSide side,
                                     double *change);
UkDay uk_body_history_get_day (UkBodyHistory *self, double day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkBodyHistory, uk_body_history_free)

G_END_DECLS
