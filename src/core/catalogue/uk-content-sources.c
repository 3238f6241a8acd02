/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#define MIN_YEAR 1900
#define MAX_YEAR 2100

static const char *
keep (UkReader *reader, const char *attribute)
{
  const char *value = uk_reader_get (reader, attribute);

  return value == NULL ? NULL : uk_arena_intern (uk_reader_get_arena (reader), value);
}

static gboolean
begin_source (UkReader *reader, GError **error)
{
  UkSource *source = uk_arena_new0 (uk_reader_get_arena (reader), UkSource);

  if (!uk_reader_get_new_id (reader, UK_KIND_SOURCE, &source->id, error)
      || !uk_reader_get_number (reader, "year", MIN_YEAR, MAX_YEAR, 0, &source->year, error))
    return FALSE;
  source->author = keep (reader, "author");
  source->title = keep (reader, "title");
  source->where = keep (reader, "where");
  uk_reader_add (reader, UK_KIND_SOURCE, source);
  return TRUE;
}

static const UkElement elements[] = {
  { "source", "sources", "id author? title year? where?", UK_ELEMENT_GROUP, -1, TRUE, begin_source,
    NULL },
};

const UkGrammar uk_grammar_sources = {
  .root = "sources",
  .attributes = "",
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
};
