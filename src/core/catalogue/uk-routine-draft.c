/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-routine-draft.h"

#include "core/catalogue/uk-content-text.h"

#define NEW_SECONDS 30

static void
free_step (gpointer data)
{
  UkDraftStep *step = data;

  g_strfreev (step->poses);
  g_free (step->act);
  g_free (step->feel);
  g_free (step->avoid);
  g_free (step->breathe);
  g_free (step);
}

/* A file cannot hold control characters; they come from what is pasted. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *kept = g_string_new (NULL);
  const char *p;

  for (p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_iscntrl (c))
      g_string_append_c (kept, ' ');
    else
      g_string_append_unichar (kept, c);
  }
  uk_text_normalise (kept->str);
  return g_string_free (kept, FALSE);
}

/**
 * uk_routine_draft_new:
 * @technique: what is done
 *
 * Returns: (transfer full): a draft without texts and steps
 */
UkRoutineDraft *
uk_routine_draft_new (UkTechnique technique)
{
  UkRoutineDraft *draft;

  g_return_val_if_fail (technique < UK_N_TECHNIQUES, NULL);

  draft = g_new0 (UkRoutineDraft, 1);
  draft->id = g_strdup ("");
  draft->technique = technique;
  draft->regions = g_new0 (char *, 1);
  draft->equipment = g_new0 (char *, 1);
  draft->level = UK_LEVEL_USUAL;
  draft->steps = g_ptr_array_new_with_free_func (free_step);
  draft->cares = g_ptr_array_new_with_free_func (g_free);
  return draft;
}

/**
 * uk_routine_draft_new_from:
 * @routine: a routine
 * @keep_id: whether it is the same routine, changed; otherwise a new one like it
 *
 * The evidence stays behind: what is changed is no longer what was studied.
 *
 * Returns: (transfer full): a draft that says the same
 */
UkRoutineDraft *
uk_routine_draft_new_from (const UkRoutine *routine, gboolean keep_id)
{
  UkRoutineDraft *draft;
  guint i;

  g_return_val_if_fail (routine != NULL, NULL);

  draft = uk_routine_draft_new (routine->technique);
  if (keep_id)
    uk_routine_draft_set_text (&draft->id, routine->id);
  uk_routine_draft_set_list (&draft->regions, routine->regions);
  uk_routine_draft_set_list (&draft->equipment, routine->equipment);
  draft->part = g_strdup (routine->part);
  draft->place = g_strdup (routine->place);
  draft->posture = g_strdup (routine->posture);
  draft->quiet = routine->quiet;
  draft->level = routine->level;
  draft->title = g_strdup (routine->title);
  draft->summary = g_strdup (routine->summary);
  draft->feel = g_strdup (routine->feel);
  draft->avoid = g_strdup (routine->avoid);
  draft->breathe = g_strdup (routine->breathe);
  draft->easier = g_strdup (routine->easier);
  draft->harder = g_strdup (routine->harder);
  for (i = 0; i < routine->n_steps; i++) {
    const UkStep *from = &routine->steps[i];
    UkDraftStep *step = uk_routine_draft_add_step (draft);

    step->seconds = from->seconds;
    step->sides = from->sides;
    step->repeats = from->repeats;
    uk_routine_draft_set_list (&step->poses, from->poses);
    step->act = g_strdup (from->act);
    step->feel = g_strdup (from->feel);
    step->avoid = g_strdup (from->avoid);
    step->breathe = g_strdup (from->breathe);
  }
  for (i = 0; i < routine->n_cares; i++) {
    g_ptr_array_add (draft->cares, g_strdup (routine->cares[i].condition));
    g_ptr_array_add (draft->cares, g_strdup (routine->cares[i].text));
  }
  return draft;
}

/**
 * uk_routine_draft_free:
 * @draft: a draft
 */
void
uk_routine_draft_free (UkRoutineDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_free (draft->id);
  g_strfreev (draft->regions);
  g_strfreev (draft->equipment);
  g_free (draft->part);
  g_free (draft->place);
  g_free (draft->posture);
  g_free (draft->title);
  g_free (draft->summary);
  g_free (draft->feel);
  g_free (draft->avoid);
  g_free (draft->breathe);
  g_free (draft->easier);
  g_free (draft->harder);
  g_ptr_array_unref (draft->steps);
  g_ptr_array_unref (draft->cares);
  g_free (draft);
}

/**
 * uk_routine_draft_set_text:
 * @field: (inout): a text of a draft or of its step
 * @text: (nullable): what was written
 *
 * Keeps @text with single blanks and without control characters; %NULL if nothing is left.
 */
void
uk_routine_draft_set_text (char **field, const char *text)
{
  g_autofree char *cleaned = NULL;

  g_return_if_fail (field != NULL);

  cleaned = text == NULL ? NULL : clean (text);
  g_free (*field);
  *field = cleaned == NULL || cleaned[0] == '\0' ? NULL : g_steal_pointer (&cleaned);
}

/**
 * uk_routine_draft_set_list:
 * @field: (inout): a list of a draft or of its step
 * @words: (array zero-terminated=1): its new words
 */
void
uk_routine_draft_set_list (char ***field, const char *const *words)
{
  char **copy;

  g_return_if_fail (field != NULL && words != NULL);

  copy = g_strdupv ((char **)words);
  g_strfreev (*field);
  *field = copy;
}

/**
 * uk_routine_draft_add_step:
 * @draft: a draft
 *
 * Returns: (transfer none): a new step at the end, without a text and a picture
 */
UkDraftStep *
uk_routine_draft_add_step (UkRoutineDraft *draft)
{
  UkDraftStep *step;

  g_return_val_if_fail (draft != NULL, NULL);

  step = g_new0 (UkDraftStep, 1);
  step->seconds = NEW_SECONDS;
  step->sides = UK_SIDES_NONE;
  step->poses = g_new0 (char *, 1);
  g_ptr_array_add (draft->steps, step);
  return step;
}

/**
 * uk_routine_draft_remove_step:
 * @draft: a draft
 * @index: position of a step
 */
void
uk_routine_draft_remove_step (UkRoutineDraft *draft, guint index)
{
  g_return_if_fail (draft != NULL && index < draft->steps->len);

  g_ptr_array_remove_index (draft->steps, index);
}

/**
 * uk_routine_draft_move_step:
 * @draft: a draft
 * @from: position of a step
 * @to: where it shall be afterwards; the others make room
 */
void
uk_routine_draft_move_step (UkRoutineDraft *draft, guint from, guint to)
{
  gpointer step;

  g_return_if_fail (draft != NULL && from < draft->steps->len && to < draft->steps->len);

  step = g_ptr_array_steal_index (draft->steps, from);
  g_ptr_array_insert (draft->steps, (int)to, step);
}

static UkStep *
build_steps (const UkRoutineDraft *draft)
{
  UkStep *steps = g_new0 (UkStep, MAX (draft->steps->len, 1));
  guint i;

  for (i = 0; i < draft->steps->len; i++) {
    const UkDraftStep *from = g_ptr_array_index (draft->steps, i);

    steps[i].seconds = from->seconds;
    steps[i].sides = from->sides;
    steps[i].repeats = from->repeats;
    steps[i].poses = (const char *const *)from->poses;
    steps[i].act = from->act;
    steps[i].feel = from->feel;
    steps[i].avoid = from->avoid;
    steps[i].breathe = from->breathe;
  }
  return steps;
}

static UkCare *
build_cares (const UkRoutineDraft *draft)
{
  UkCare *cares = g_new0 (UkCare, MAX (draft->cares->len / 2, 1));
  guint i;

  for (i = 0; i + 1 < draft->cares->len; i += 2) {
    cares[i / 2].condition = g_ptr_array_index (draft->cares, i);
    cares[i / 2].text = g_ptr_array_index (draft->cares, i + 1);
  }
  return cares;
}

/**
 * uk_routine_draft_build:
 * @draft: a draft
 *
 * Returns: (transfer full): the draft as a routine, valid as long as the draft is unchanged; free it
 *   with uk_routine_draft_free_built()
 */
UkRoutine *
uk_routine_draft_build (const UkRoutineDraft *draft)
{
  static const char *const none[] = { NULL };
  UkRoutine *routine;

  g_return_val_if_fail (draft != NULL, NULL);

  routine = g_new0 (UkRoutine, 1);
  routine->id = draft->id != NULL ? draft->id : "";
  routine->technique = draft->technique;
  routine->regions = (const char *const *)draft->regions;
  routine->equipment = (const char *const *)draft->equipment;
  routine->part = draft->part;
  routine->place = draft->place;
  routine->posture = draft->posture;
  routine->custom = TRUE;
  routine->quiet = draft->quiet;
  routine->level = draft->level;
  routine->evidence = UK_EVIDENCE_TRADITION;
  routine->sources = none;
  routine->title = draft->title;
  routine->summary = draft->summary;
  routine->feel = draft->feel;
  routine->avoid = draft->avoid;
  routine->breathe = draft->breathe;
  routine->easier = draft->easier;
  routine->harder = draft->harder;
  routine->steps = build_steps (draft);
  routine->n_steps = draft->steps->len;
  routine->cares = build_cares (draft);
  routine->n_cares = draft->cares->len / 2;
  return routine;
}

/**
 * uk_routine_draft_free_built:
 * @routine: what uk_routine_draft_build() made
 */
void
uk_routine_draft_free_built (UkRoutine *routine)
{
  g_return_if_fail (routine != NULL);

  g_free ((gpointer)routine->steps);
  g_free ((gpointer)routine->cares);
  g_free (routine);
}
