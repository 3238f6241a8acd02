/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

#define MAX_SECONDS 3600
#define MAX_REPEATS 100
#define MAX_STEPS 40

/* What is gathered while a <routine> is open. */
typedef struct {
  UkTechnique technique; /* of the file */
  UkRoutine *routine;    /* in the arena */
  GArray *steps;         /* (owned) (element-type UkStep) */
  GArray *cares;         /* (owned) (element-type UkCare) */
  const char *condition; /* of the open <care> */
} Draft;

static gboolean
begin_routines (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->steps = g_array_new (FALSE, TRUE, sizeof (UkStep));
  draft->cares = g_array_new (FALSE, TRUE, sizeof (UkCare));
  return uk_words_get_technique (reader, "technique", &draft->technique, error);
}

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->steps, g_array_unref);
  g_clear_pointer (&draft->cares, g_array_unref);
}

static gboolean
read_references (UkReader *reader, UkRoutine *routine, GError **error)
{
  return uk_reader_get_new_id (reader, UK_KIND_ROUTINE, &routine->id, error)
         && uk_reader_get_ids (reader, "regions", &routine->regions, error)
         && uk_reader_get_ids (reader, "sources", &routine->sources, error);
}

static gboolean
read_needs (UkReader *reader, UkRoutine *routine, GError **error)
{
  return uk_reader_get_words (reader, "equipment", uk_words_equipment, &routine->equipment, error)
         && uk_words_get_optional (reader, "place", uk_words_places, &routine->place, error)
         && uk_words_get_optional (reader, "posture", uk_words_postures, &routine->posture, error)
         && uk_words_get_optional (reader, "part", uk_words_parts, &routine->part, error)
         && uk_reader_get_flag (reader, "quiet", FALSE, &routine->quiet, error);
}

static gboolean
begin_routine (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkRoutine *routine = uk_arena_new0 (uk_reader_get_arena (reader), UkRoutine);
  guint level, evidence;

  draft->routine = routine;
  g_array_set_size (draft->steps, 0);
  g_array_set_size (draft->cares, 0);
  uk_reader_set_subject (reader, routine);
  routine->technique = draft->technique;
  routine->custom = uk_reader_is_custom (reader);
  if (!read_references (reader, routine, error) || !read_needs (reader, routine, error)
      || !uk_reader_get_choice (reader, "level", uk_words_levels, UK_LEVEL_USUAL, &level, error)
      || !uk_reader_get_choice (reader, "evidence", uk_words_evidences, UK_EVIDENCE_TRADITION,
                                &evidence, error))
    return FALSE;
  routine->level = (UkLevel)level;
  routine->evidence = (UkEvidence)evidence;
  return TRUE;
}

static gboolean
end_routine (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkArena *arena = uk_reader_get_arena (reader);
  UkRoutine *routine = draft->routine;

  if (draft->steps->len > MAX_STEPS)
    return uk_reader_fail (reader, error, _ ("A routine has at most %d steps."), MAX_STEPS);
  routine->steps = uk_arena_copy (arena, draft->steps->data, draft->steps->len * sizeof (UkStep));
  routine->n_steps = draft->steps->len;
  routine->cares = uk_arena_copy (arena, draft->cares->data, draft->cares->len * sizeof (UkCare));
  routine->n_cares = draft->cares->len;
  uk_reader_add (reader, UK_KIND_ROUTINE, routine);
  return TRUE;
}

/* "a > b > c" */
static gboolean
read_poses (UkReader *reader, const char *const **poses, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (uk_reader_get (reader, "pose"), ">", -1);
  guint n = g_strv_length (parts);
  const char **kept = uk_arena_alloc (uk_reader_get_arena (reader), (n + 1) * sizeof (char *));
  guint i;

  for (i = 0; i < n; i++) {
    if (!uk_reader_check_id (reader, "pose", g_strstrip (parts[i]), error))
      return FALSE;
    kept[i] = uk_arena_intern (uk_reader_get_arena (reader), parts[i]);
  }
  *poses = kept;
  return TRUE;
}

static gboolean
begin_step (UkReader *reader, GError **error)
{
  UkStep *step = uk_arena_new0 (uk_reader_get_arena (reader), UkStep);
  guint sides;

  uk_reader_set_subject (reader, step);
  if (!uk_reader_get_number (reader, "seconds", 1, MAX_SECONDS, 0, &step->seconds, error)
      || !uk_reader_get_number (reader, "repeats", 1, MAX_REPEATS, 0, &step->repeats, error)
      || !uk_reader_get_choice (reader, "sides", uk_words_sides, UK_SIDES_NONE, &sides, error)
      || !read_poses (reader, &step->poses, error))
    return FALSE;
  step->sides = (UkSides)sides;
  return TRUE;
}

static gboolean
end_step (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  g_array_append_vals (draft->steps, uk_reader_get_subject (reader), 1);
  return TRUE;
}

static gboolean
begin_care (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  guint i;

  if (!uk_reader_get_id (reader, "condition", &draft->condition, error))
    return FALSE;
  for (i = 0; i < draft->cares->len; i++) {
    if (g_array_index (draft->cares, UkCare, i).condition == draft->condition)
      return uk_reader_fail (reader, error, _ ("“%s” stands twice in the attribute “%s”."),
                             draft->condition, "condition");
  }
  return TRUE;
}

static gboolean
end_care (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkCare care = { draft->condition, text };

  g_array_append_val (draft->cares, care);
  return TRUE;
}

static const UkElement elements[] = {
  { "routine", "routines",
    "id regions? equipment? part? place? posture? quiet? level? evidence sources?",
    UK_ELEMENT_GROUP, -1, TRUE, begin_routine, end_routine },
  UK_TEXT ("title", "routine", UkRoutine, title, TRUE),
  UK_TEXT ("summary", "routine", UkRoutine, summary, TRUE),
  UK_TEXT ("feel", "routine", UkRoutine, feel, FALSE),
  UK_TEXT ("avoid", "routine", UkRoutine, avoid, FALSE),
  UK_TEXT ("breathe", "routine", UkRoutine, breathe, FALSE),
  { "step", "routine", "seconds sides? repeats? pose", UK_ELEMENT_GROUP, -1, TRUE, begin_step,
    end_step },
  UK_TEXT ("do", "step", UkStep, act, TRUE),
  UK_TEXT ("feel", "step", UkStep, feel, FALSE),
  UK_TEXT ("avoid", "step", UkStep, avoid, FALSE),
  UK_TEXT ("breathe", "step", UkStep, breathe, FALSE),
  UK_TEXT ("easier", "routine", UkRoutine, easier, FALSE),
  UK_TEXT ("harder", "routine", UkRoutine, harder, FALSE),
  { "care", "routine", "condition", UK_ELEMENT_OPTIONAL_TEXT, -1, FALSE, begin_care, end_care },
};

const UkGrammar uk_grammar_routines = {
  .root = "routines",
  .attributes = "technique",
  .begin = begin_routines,
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
  .draft_size = sizeof (Draft),
  .clear_draft = clear_draft,
};
