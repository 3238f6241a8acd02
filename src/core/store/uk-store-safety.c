/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-safety.h"

#include "core/store/uk-store-private.h"

static gpointer
read_answer (sqlite3_stmt *statement)
{
  UkSafetyAnswer *answer = g_new0 (UkSafetyAnswer, 1);

  answer->id = uk_store_dup_text (statement, 0);
  answer->yes = sqlite3_column_int (statement, 1) != 0;
  answer->at = sqlite3_column_int64 (statement, 2);
  return answer;
}

/**
 * uk_safety_answer_free:
 * @answer: (nullable) (transfer full): what to free
 */
void
uk_safety_answer_free (UkSafetyAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->id);
  g_free (answer);
}

/**
 * uk_store_save_safety:
 * @answer: what was answered; replaces an earlier answer to the same question
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_save_safety (UkStore *self, const UkSafetyAnswer *answer, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (answer != NULL && answer->id != NULL, FALSE);

  return uk_store_write (self, error,
                         "INSERT INTO safety (id, yes, at) VALUES (?, ?, ?)"
                         " ON CONFLICT (id) DO UPDATE SET yes = excluded.yes, at = excluded.at",
                         "sil", answer->id, answer->yes ? 1 : 0, answer->at);
}

/**
 * uk_store_list_safety:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkSafetyAnswer): every answer, by id; %NULL
 * with an error
 */
GPtrArray *
uk_store_list_safety (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_answer, (GDestroyNotify)uk_safety_answer_free, error,
                             "SELECT id, yes, at FROM safety ORDER BY id", "");
}
