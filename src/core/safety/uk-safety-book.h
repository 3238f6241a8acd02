/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-due.h"
#include "core/safety/uk-safety-outcome.h"
#include "core/safety/uk-safety-ruling.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

#define UK_TYPE_SAFETY_BOOK (uk_safety_book_get_type ())

/**
 * UkSafetyBook:
 *
 * What the person has answered, kept in the store, and the rules applied to it.  Signal `changed`:
 * answers were given.  Nothing of it is ever logged.
 */
G_DECLARE_FINAL_TYPE (UkSafetyBook, uk_safety_book, UK, SAFETY_BOOK, GObject)

UkSafetyBook *uk_safety_book_new (UkCatalogue *catalogue, UkStore *store);
void uk_safety_book_reload (UkSafetyBook *self);
UkCatalogue *uk_safety_book_get_catalogue (UkSafetyBook *self);
UkAnswers *uk_safety_book_get_answers (UkSafetyBook *self);

gboolean uk_safety_book_answer (UkSafetyBook *self,
                                const char *id,
                                const char *scope,
                                UkAnswer answer,
                                gint64 at,
                                GError **error);
gboolean uk_safety_book_answer_list (UkSafetyBook *self, GPtrArray *answers, GError **error);
gboolean uk_safety_book_say_seen (UkSafetyBook *self, const char *region, gint64 at, GError **error);

GPtrArray *uk_safety_book_list_due (UkSafetyBook *self, const char *region, gint64 now);
gboolean uk_safety_book_is_due (UkSafetyBook *self, const char *region, gint64 now);
UkUrgency uk_safety_book_get_urgency (UkSafetyBook *self, const char *region, GPtrArray *signs);
UkSafetyRuling *uk_safety_book_rule (UkSafetyBook *self,
                                     const UkRoutine *routine,
                                     const char *region,
                                     GDateTime *now);
gint64 uk_safety_book_get_lock_end (UkSafetyBook *self,
                                    const UkRoutine *routine,
                                    const char *region,
                                    UkSide side,
                                    gint64 now);

G_END_DECLS
