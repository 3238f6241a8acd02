/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

/* What is gathered while an <ache> is open. */
typedef struct {
  UkAche *ache;       /* in the arena */
  GArray *sources;    /* (owned) (element-type UkAcheSource) */
  const char *region; /* of the open <from> */
} Draft;

static gboolean
begin_aches (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->sources = g_array_new (FALSE, TRUE, sizeof (UkAcheSource));
  return TRUE;
}

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->sources, g_array_unref);
}

static gboolean
begin_ache (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkAche *ache = uk_arena_new0 (uk_reader_get_arena (reader), UkAche);

  draft->ache = ache;
  g_array_set_size (draft->sources, 0);
  uk_reader_set_subject (reader, ache);
  return uk_reader_get_new_id (reader, UK_KIND_ACHE, &ache->id, error)
         && uk_reader_get_ids (reader, "regions", &ache->regions, error)
         && uk_reader_get_ids (reader, "questions", &ache->questions, error);
}

static gboolean
end_ache (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->ache->sources = uk_arena_copy (uk_reader_get_arena (reader), draft->sources->data,
                                        draft->sources->len * sizeof (UkAcheSource));
  draft->ache->n_sources = draft->sources->len;
  uk_reader_add (reader, UK_KIND_ACHE, draft->ache);
  return TRUE;
}

static gboolean
begin_from (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  return uk_reader_get_id (reader, "region", &draft->region, error);
}

static gboolean
end_from (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkAcheSource source = { draft->region, text };

  g_array_append_val (draft->sources, source);
  return TRUE;
}

static const UkElement elements[] = {
  { "ache", "aches", "id regions questions?", UK_ELEMENT_GROUP, -1, TRUE, begin_ache, end_ache },
  UK_TEXT ("name", "ache", UkAche, name, TRUE),
  UK_TEXT ("advice", "ache", UkAche, advice, FALSE),
  { "from", "ache", "region", UK_ELEMENT_TEXT, -1, TRUE, begin_from, end_from },
};

const UkGrammar uk_grammar_aches = {
  .root = "aches",
  .attributes = "",
  .begin = begin_aches,
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
  .draft_size = sizeof (Draft),
  .clear_draft = clear_draft,
};
