/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

static gboolean
begin_tip (UkReader *reader, GError **error)
{
  UkTip *tip = uk_arena_new0 (uk_reader_get_arena (reader), UkTip);
  guint cause;

  uk_reader_set_subject (reader, tip);
  if (!uk_reader_get_new_id (reader, UK_KIND_TIP, &tip->id, error)
      || !uk_reader_get_choice (reader, "cause", uk_words_causes, UK_CAUSE_DESK, &cause, error)
      || !uk_reader_get_ids (reader, "regions", &tip->regions, error))
    return FALSE;
  tip->cause = (UkCause)cause;
  return TRUE;
}

static gboolean
end_tip (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_TIP, uk_reader_get_subject (reader));
  return TRUE;
}

static const UkElement tip_elements[] = {
  { "tip", "tips", "id cause regions", UK_ELEMENT_GROUP, -1, TRUE, begin_tip, end_tip },
  UK_TEXT ("text", "tip", UkTip, text, TRUE),
};

const UkGrammar uk_grammar_tips = {
  .root = "tips",
  .attributes = "",
  .elements = tip_elements,
  .n_elements = G_N_ELEMENTS (tip_elements),
};

static gboolean
begin_sequence (UkReader *reader, GError **error)
{
  UkSequence *sequence = uk_arena_new0 (uk_reader_get_arena (reader), UkSequence);

  uk_reader_set_subject (reader, sequence);
  if (!uk_reader_get_new_id (reader, UK_KIND_SEQUENCE, &sequence->id, error)
      || !uk_reader_get_ids (reader, "routines", &sequence->routines, error))
    return FALSE;
  if (sequence->routines[0] == NULL || sequence->routines[1] == NULL)
    return uk_reader_fail (reader, error, _ ("A sequence has at least two routines."));
  return TRUE;
}

static gboolean
end_sequence (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_SEQUENCE, uk_reader_get_subject (reader));
  return TRUE;
}

static const UkElement sequence_elements[] = {
  { "sequence", "sequences", "id routines", UK_ELEMENT_GROUP, -1, TRUE, begin_sequence,
    end_sequence },
  UK_TEXT ("title", "sequence", UkSequence, title, TRUE),
  UK_TEXT ("summary", "sequence", UkSequence, summary, TRUE),
};

const UkGrammar uk_grammar_sequences = {
  .root = "sequences",
  .attributes = "",
  .elements = sequence_elements,
  .n_elements = G_N_ELEMENTS (sequence_elements),
};
