/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-answers.h"

struct _UkAnswers {
  GHashTable *table; /* (owned) (element-type UkSafetyAnswer UkSafetyAnswer): keys are the values */
};

static guint
hash_answer (gconstpointer data)
{
  const UkSafetyAnswer *answer = data;

  return g_str_hash (answer->id) * 31 + g_str_hash (answer->scope);
}

static gboolean
equal_answers (gconstpointer a, gconstpointer b)
{
  const UkSafetyAnswer *first = a, *second = b;

  return g_str_equal (first->id, second->id) && g_str_equal (first->scope, second->scope);
}

/* Returns: (transfer full): an empty table */
UkAnswers *
uk_answers_new (void)
{
  UkAnswers *self = g_new0 (UkAnswers, 1);

  self->table = g_hash_table_new_full (hash_answer, equal_answers, NULL,
                                       (GDestroyNotify)uk_safety_answer_free);
  return self;
}

/**
 * uk_answers_free:
 * @self: (nullable) (transfer full): what to free
 */
void
uk_answers_free (UkAnswers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->table);
  g_free (self);
}

/**
 * uk_answers_set:
 * @id: id of the question, condition or tap
 * @scope: what it was answered for, see #UkSafetyAnswer
 * @answer: what was answered; replaces an earlier answer
 * @at: Unix seconds
 */
void
uk_answers_set (UkAnswers *self, const char *id, const char *scope, UkAnswer answer, gint64 at)
{
  UkSafetyAnswer *kept;

  g_return_if_fail (self != NULL && id != NULL && scope != NULL);

  kept = g_new0 (UkSafetyAnswer, 1);
  kept->id = g_strdup (id);
  kept->scope = g_strdup (scope);
  kept->answer = answer;
  kept->at = at;
  g_hash_table_replace (self->table, kept, kept);
}

/* Returns: (transfer none) (nullable): what was answered, until the next change */
const UkSafetyAnswer *
uk_answers_get (UkAnswers *self, const char *id, const char *scope)
{
  const UkSafetyAnswer key = { (char *)id, (char *)scope, UK_ANSWER_NO, 0 };

  g_return_val_if_fail (self != NULL && id != NULL && scope != NULL, NULL);

  return g_hash_table_lookup (self->table, &key);
}

/* Returns: whether the answer counts as yes; %FALSE if there is none */
gboolean
uk_answers_is_yes (UkAnswers *self, const char *id, const char *scope)
{
  const UkSafetyAnswer *answer = uk_answers_get (self, id, scope);

  return answer != NULL && uk_answer_counts_as_yes (answer->answer);
}

/* Returns: (transfer container) (element-type UkSafetyAnswer): answers to @id that count as yes, for
 * whatever scope, until the next change */
GPtrArray *
uk_answers_list_yes (UkAnswers *self, const char *id)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (self != NULL && id != NULL, list);

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const UkSafetyAnswer *answer = value;

    if (g_str_equal (answer->id, id) && uk_answer_counts_as_yes (answer->answer))
      g_ptr_array_add (list, value);
  }
  return list;
}

/* Who is not sure is taken to have the sign. */
gboolean
uk_answer_counts_as_yes (UkAnswer answer)
{
  return answer == UK_ANSWER_YES || answer == UK_ANSWER_NOT_SURE;
}

/**
 * uk_question_get_scope:
 * @question: a question
 * @region: (nullable): where it is asked for
 *
 * Returns: (transfer none): the scope under which its answer is kept
 */
const char *
uk_question_get_scope (const UkQuestion *question, const char *region)
{
  g_return_val_if_fail (question != NULL, UK_SCOPE_PERSON);

  return question->about_place && region != NULL ? region : UK_SCOPE_PERSON;
}
