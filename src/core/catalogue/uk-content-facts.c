/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

static gboolean
read_technique (UkReader *reader, UkFact *fact, GError **error)
{
  guint evidence;

  if (uk_reader_get (reader, "technique") == NULL || uk_reader_get (reader, "evidence") == NULL)
    return uk_reader_fail (reader, error, _ ("What is said of a technique needs “%s” and “%s”."),
                           "technique", "evidence");
  if (!uk_words_get_technique (reader, "technique", &fact->technique, error)
      || !uk_reader_get_choice (reader, "evidence", uk_words_evidences, UK_EVIDENCE_TRADITION,
                                &evidence, error))
    return FALSE;
  fact->evidence = (UkEvidence)evidence;
  return TRUE;
}

static gboolean
begin_fact (UkReader *reader, GError **error)
{
  UkFact *fact = uk_arena_new0 (uk_reader_get_arena (reader), UkFact);
  guint topic;

  uk_reader_set_subject (reader, fact);
  if (!uk_reader_get_new_id (reader, UK_KIND_FACT, &fact->id, error)
      || !uk_reader_get_choice (reader, "topic", uk_words_topics, UK_TOPIC_KNOT, &topic, error)
      || !uk_reader_get_ids (reader, "sources", &fact->sources, error))
    return FALSE;
  fact->topic = (UkTopic)topic;
  return fact->topic != UK_TOPIC_TECHNIQUE || read_technique (reader, fact, error);
}

static gboolean
end_fact (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_FACT, uk_reader_get_subject (reader));
  return TRUE;
}

static const UkElement elements[] = {
  { "fact", "facts", "id topic technique? evidence? sources?", UK_ELEMENT_GROUP, -1, TRUE,
    begin_fact, end_fact },
  UK_TEXT ("title", "fact", UkFact, title, TRUE),
  UK_TEXT ("text", "fact", UkFact, text, TRUE),
};

const UkGrammar uk_grammar_facts = {
  .root = "facts",
  .attributes = "",
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
};
