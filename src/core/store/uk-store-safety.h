/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

/* The values are stored: never renumber them. */
typedef enum {
  UK_ANSWER_NO = 0,
  UK_ANSWER_YES = 1,
  UK_ANSWER_NOT_SURE = 2, /* counts as yes */
  UK_ANSWER_SEEN = 3,     /* yes, and a doctor or physiotherapist was asked about it */
} UkAnswer;

/**
 * UkSafetyAnswer:
 * @id: id of the question, condition or tap
 * @scope: what it was answered for: region id; technique id, for what a doctor agreed to with a
 *   condition; "" for the person
 * @answer: what was answered
 * @at: Unix seconds
 */
typedef struct {
  char *id;
  char *scope;
  UkAnswer answer;
  gint64 at;
} UkSafetyAnswer;

void uk_safety_answer_free (UkSafetyAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkSafetyAnswer, uk_safety_answer_free)

gboolean uk_store_save_safety (UkStore *self, const UkSafetyAnswer *answer, GError **error);
gboolean uk_store_save_safety_list (UkStore *self, GPtrArray *answers, GError **error);
GPtrArray *uk_store_list_safety (UkStore *self, GError **error);

G_END_DECLS
