/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-safety-book.h"

#include "core/safety/uk-heat-cold.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"

struct _UkSafetyBook {
  GObject parent_instance;

  UkCatalogue *catalogue; /* owned */
  UkStore *store;         /* owned, nullable */
  UkAnswers *answers;     /* owned */
};

G_DEFINE_FINAL_TYPE (UkSafetyBook, uk_safety_book, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What cannot be read is asked again. */
static void
load (UkSafetyBook *self)
{
  g_autoptr (GPtrArray) list = NULL;
  guint i;

  if (self->store != NULL)
    list = uk_store_list_safety (self->store, NULL);
  for (i = 0; list != NULL && i < list->len; i++) {
    const UkSafetyAnswer *answer = g_ptr_array_index (list, i);

    uk_answers_set (self->answers, answer->id, answer->scope, answer->answer, answer->at);
  }
}

static void
finalize (GObject *object)
{
  UkSafetyBook *self = UK_SAFETY_BOOK (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->store);
  g_clear_pointer (&self->answers, uk_answers_free);
  G_OBJECT_CLASS (uk_safety_book_parent_class)->finalize (object);
}

static void
uk_safety_book_class_init (UkSafetyBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_SAFETY_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_safety_book_init (UkSafetyBook *self)
{
  self->answers = uk_answers_new ();
}

/**
 * uk_safety_book_new:
 * @catalogue: content
 * @store: (nullable): where answers are kept; %NULL: only for as long as the book lives
 *
 * Returns: (transfer full): the book, with the answers of the store
 */
UkSafetyBook *
uk_safety_book_new (UkCatalogue *catalogue, UkStore *store)
{
  UkSafetyBook *self;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (UK_TYPE_SAFETY_BOOK, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_set_object (&self->store, store);
  load (self);
  return self;
}

/**
 * uk_safety_book_reload:
 *
 * Forgets what it knows and reads the store again, in which everything may have been exchanged.
 */
void
uk_safety_book_reload (UkSafetyBook *self)
{
  g_return_if_fail (UK_IS_SAFETY_BOOK (self));

  uk_answers_free (self->answers);
  self->answers = uk_answers_new ();
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: (transfer none): the content that the questions come from */
UkCatalogue *
uk_safety_book_get_catalogue (UkSafetyBook *self)
{
  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), NULL);

  return self->catalogue;
}

/* Returns: (transfer none): all answers; only to be read */
UkAnswers *
uk_safety_book_get_answers (UkSafetyBook *self)
{
  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), NULL);

  return self->answers;
}

/**
 * uk_safety_book_answer_list:
 * @answers: (element-type UkSafetyAnswer): what was answered
 * @error: return location
 *
 * The answers count even if they could not be saved: until the program ends.
 *
 * Returns: whether they were saved
 */
gboolean
uk_safety_book_answer_list (UkSafetyBook *self, GPtrArray *answers, GError **error)
{
  gboolean saved;
  guint i;

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self) && answers != NULL, FALSE);

  saved = self->store == NULL || uk_store_save_safety_list (self->store, answers, error);
  for (i = 0; i < answers->len; i++) {
    const UkSafetyAnswer *answer = g_ptr_array_index (answers, i);

    uk_answers_set (self->answers, answer->id, answer->scope, answer->answer, answer->at);
  }
  g_signal_emit (self, signals[CHANGED], 0);
  return saved;
}

/**
 * uk_safety_book_answer:
 * @id: id of the question, condition or tap
 * @scope: what it is answered for, see #UkSafetyAnswer
 * @answer: what was answered
 * @at: Unix seconds
 * @error: return location
 *
 * Returns: whether it was saved, see uk_safety_book_answer_list()
 */
gboolean
uk_safety_book_answer (UkSafetyBook *self,
                       const char *id,
                       const char *scope,
                       UkAnswer answer,
                       gint64 at,
                       GError **error)
{
  UkSafetyAnswer one = { (char *)id, (char *)scope, answer, at };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, &one);
  return uk_safety_book_answer_list (self, list, error);
}

/**
 * uk_safety_book_say_seen:
 * @region: (nullable): where
 * @at: Unix seconds
 * @error: return location
 *
 * A doctor was seen about the signs that block or restrict @region; what else there is comes to the
 * front.  See uk_safety_can_say_seen().
 *
 * Returns: whether it was saved
 */
gboolean
uk_safety_book_say_seen (UkSafetyBook *self, const char *region, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_safety_answer_free);
  guint i, j;

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), FALSE);

  uk_safety_get_urgency (self->catalogue, self->answers, region, signs);
  for (i = 0; i < signs->len; i++) {
    const UkQuestion *question = g_ptr_array_index (signs, i);
    g_autoptr (GPtrArray) yes = uk_answers_list_yes (self->answers, question->id);

    for (j = 0; j < yes->len; j++) {
      const UkSafetyAnswer *old = g_ptr_array_index (yes, j);
      UkSafetyAnswer *seen;

      /* The same sign at another place is another matter. */
      if (!question->blocks_all && question->about_place && g_strcmp0 (old->scope, region) != 0)
        continue;
      seen = g_new0 (UkSafetyAnswer, 1);
      seen->id = g_strdup (old->id);
      seen->scope = g_strdup (old->scope);
      seen->answer = UK_ANSWER_SEEN;
      seen->at = at;
      g_ptr_array_add (list, seen);
    }
  }
  return uk_safety_book_answer_list (self, list, error);
}

/* When a run there last made it worse, among what still matters. */
static gint64
find_worse (UkSafetyBook *self, const char *region, gint64 now)
{
  const gint64 from = now - UK_ANSWER_DAYS * G_GINT64_CONSTANT (24 * 60 * 60);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  if (self->store == NULL)
    return 0;
  runs = uk_store_list_runs (self->store, from, now + 1, NULL);
  ratings = uk_store_list_all_ratings (self->store, NULL);
  return runs != NULL && ratings != NULL ? uk_safety_find_worse (runs, ratings, region) : 0;
}

/* Returns: (transfer container) (element-type UkQuestion): what to ask before a run at @region */
GPtrArray *
uk_safety_book_list_due (UkSafetyBook *self, const char *region, gint64 now)
{
  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), NULL);

  return uk_safety_list_due (self->catalogue, self->answers, region,
                             find_worse (self, region, now), now);
}

/* Returns: whether there are questions or conditions to go through before a run at @region */
gboolean
uk_safety_book_is_due (UkSafetyBook *self, const char *region, gint64 now)
{
  g_autoptr (GPtrArray) due = uk_safety_book_list_due (self, region, now);

  g_return_val_if_fail (due != NULL, TRUE);
  return due->len > 0 || uk_safety_are_conditions_due (self->answers, now);
}

/* See uk_safety_get_urgency(). */
UkUrgency
uk_safety_book_get_urgency (UkSafetyBook *self, const char *region, GPtrArray *signs)
{
  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), UK_URGENCY_NOW);

  return uk_safety_get_urgency (self->catalogue, self->answers, region, signs);
}

/* See uk_safety_ruling_new(). */
UkSafetyRuling *
uk_safety_book_rule (UkSafetyBook *self,
                     const UkRoutine *routine,
                     const char *region,
                     GDateTime *now)
{
  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self), NULL);

  return uk_safety_ruling_new (self->catalogue, self->answers, routine, region, now);
}

/* See uk_heat_cold_get_lock_end(). */
gint64
uk_safety_book_get_lock_end (UkSafetyBook *self,
                             const UkRoutine *routine,
                             const char *region,
                             UkSide side,
                             gint64 now)
{
  g_autoptr (GPtrArray) runs = NULL;

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (self) && routine != NULL, 0);

  /* A run that began earlier has ended long enough ago. */
  if (self->store != NULL && uk_heat_cold_concerns (routine))
    runs = uk_store_list_runs (self->store, now - 2 * UK_HEAT_COLD_LOCK_SECONDS, now + 1, NULL);
  return runs != NULL
             ? uk_heat_cold_get_lock_end (self->catalogue, runs, routine, region, side, now)
             : 0;
}
