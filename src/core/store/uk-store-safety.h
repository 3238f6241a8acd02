/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

/**
 * UkSafetyAnswer:
 * @id: id of the question or condition
 * @yes: what was answered
 * @at: Unix seconds
 */
typedef struct {
  char *id;
  gboolean yes;
  gint64 at;
} UkSafetyAnswer;

void uk_safety_answer_free (UkSafetyAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkSafetyAnswer, uk_safety_answer_free)

gboolean uk_store_save_safety (UkStore *self, const UkSafetyAnswer *answer, GError **error);
GPtrArray *uk_store_list_safety (UkStore *self, GError **error);

G_END_DECLS
