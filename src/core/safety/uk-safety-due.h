/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/safety/uk-answers.h"

G_BEGIN_DECLS

/* An answer counts for so long. */
#define UK_ANSWER_DAYS 30

/* Under this id, for the person, stands when the list of conditions was gone through. */
#define UK_ANSWERED_CONDITIONS "conditions"

GPtrArray *uk_safety_list_questions (UkCatalogue *catalogue, const char *region);
gboolean uk_safety_is_due (
    const UkQuestion *question, UkAnswers *answers, const char *region, gint64 since, gint64 now);
GPtrArray *uk_safety_list_due (
    UkCatalogue *catalogue, UkAnswers *answers, const char *region, gint64 since, gint64 now);
gboolean uk_safety_are_conditions_due (UkAnswers *answers, gint64 now);

gboolean uk_safety_needs_taps (const UkRoutine *routine);
gboolean uk_safety_are_taps_due (UkCatalogue *catalogue,
                                 UkAnswers *answers,
                                 const UkRoutine *routine,
                                 const char *region,
                                 GDateTime *now);
gboolean uk_safety_is_today (gint64 at, GDateTime *now);

gint64 uk_safety_find_worse (GPtrArray *runs, GPtrArray *ratings, const char *region);

G_END_DECLS
