/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-safety.h"
#include "core/store/uk-store-safety.h"

G_BEGIN_DECLS

/* The scope of what is about the person and not about a place. */
#define UK_SCOPE_PERSON ""

/* What the person has answered, at hand for the rules: one answer for each question and scope. */
typedef struct _UkAnswers UkAnswers;

UkAnswers *uk_answers_new (void);
void uk_answers_free (UkAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkAnswers, uk_answers_free)

void uk_answers_set (
    UkAnswers *self, const char *id, const char *scope, UkAnswer answer, gint64 at);
const UkSafetyAnswer *uk_answers_get (UkAnswers *self, const char *id, const char *scope);
gboolean uk_answers_is_yes (UkAnswers *self, const char *id, const char *scope);
GPtrArray *uk_answers_list_yes (UkAnswers *self, const char *id);

gboolean uk_answer_counts_as_yes (UkAnswer answer);
const char *uk_question_get_scope (const UkQuestion *question, const char *region);

G_END_DECLS
