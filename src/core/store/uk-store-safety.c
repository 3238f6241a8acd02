/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-safety.h"

#include "core/store/uk-store-private.h"

static gpointer
read_answer (sqlite3_stmt *statement)
{
  UkSafetyAnswer *answer = g_new0 (UkSafetyAnswer, 1);

  answer->id = uk_store_dup_text (statement, 0);
  answer->scope = uk_store_dup_text (statement, 1);
  answer->answer = (UkAnswer)sqlite3_column_int (statement, 2);
  answer->at = sqlite3_column_int64 (statement, 3);
  return answer;
}

static gboolean
save_all (UkStore *self, gpointer data, GError **error)
{
  GPtrArray *answers = data;
  guint i;

  for (i = 0; i < answers->len; i++) {
    if (!uk_store_save_safety (self, g_ptr_array_index (answers, i), error))
      return FALSE;
  }
  return TRUE;
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
  g_free (answer->scope);
  g_free (answer);
}

/**
 * uk_store_save_safety:
 * @answer: what was answered; replaces an earlier answer to the same question for the same scope
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_save_safety (UkStore *self, const UkSafetyAnswer *answer, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (answer != NULL && answer->id != NULL && answer->scope != NULL, FALSE);

  return uk_store_write (self, error,
                         "INSERT INTO safety (id, scope, answer, at) VALUES (?, ?, ?, ?)"
                         " ON CONFLICT (id, scope)"
                         " DO UPDATE SET answer = excluded.answer, at = excluded.at",
                         "ssil", answer->id, answer->scope, (int)answer->answer, answer->at);
}

/**
 * uk_store_save_safety_list:
 * @answers: (element-type UkSafetyAnswer): what was answered, see uk_store_save_safety()
 * @error: return location
 *
 * Returns: whether all were saved; otherwise none was
 */
gboolean
uk_store_save_safety_list (UkStore *self, GPtrArray *answers, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (answers != NULL, FALSE);

  return uk_store_transaction (self, save_all, answers, error);
}

/**
 * uk_store_list_safety:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkSafetyAnswer): every answer, by id and scope; %NULL
 * with an error
 */
GPtrArray *
uk_store_list_safety (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_answer, (GDestroyNotify)uk_safety_answer_free, error,
                             "SELECT id, scope, answer, at FROM safety ORDER BY id, scope", "");
}
