/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

/* What is gathered while a <condition> is open. */
typedef struct {
  UkCondition *condition; /* in the arena */
  UkNotice *notice;       /* in the arena */
  GArray *rules;          /* (owned) (element-type UkRule) */
} Draft;

static gboolean
begin_safety (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->rules = g_array_new (FALSE, TRUE, sizeof (UkRule));
  return TRUE;
}

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->rules, g_array_unref);
}

static gboolean
begin_outcome (UkReader *reader, GError **error)
{
  UkOutcome *outcome = uk_arena_new0 (uk_reader_get_arena (reader), UkOutcome);
  UkContent *content = uk_reader_get_content (reader);
  guint urgency;

  uk_reader_set_subject (reader, outcome);
  if (!uk_reader_get_choice (reader, "level", uk_words_urgencies, 0, &urgency, error))
    return FALSE;
  if (content->outcomes[urgency] != NULL)
    return uk_reader_fail (reader, error, _ ("There is an outcome for “%s” already."),
                           uk_words_urgencies[urgency]);
  outcome->urgency = (UkUrgency)urgency;
  content->outcomes[urgency] = outcome;
  return TRUE;
}

static gboolean
begin_question (UkReader *reader, GError **error)
{
  UkQuestion *question = uk_arena_new0 (uk_reader_get_arena (reader), UkQuestion);
  guint urgency, blocks, about;
  static const char *const extents[] = { "region", "all", NULL };
  static const char *const subjects[] = { "person", "place", NULL };

  uk_reader_set_subject (reader, question);
  if (!uk_reader_get_new_id (reader, UK_KIND_QUESTION, &question->id, error)
      || !uk_reader_get_ids (reader, "regions", &question->regions, error)
      || !uk_reader_get_choice (reader, "level", uk_words_urgencies, 0, &urgency, error)
      || !uk_reader_get_choice (reader, "blocks", extents, 0, &blocks, error)
      || !uk_reader_get_choice (reader, "about", subjects, 0, &about, error))
    return FALSE;
  if (urgency > UK_URGENCY_SOON)
    return uk_reader_fail (reader, error, _ ("A question is of the level now, today or soon."));
  question->urgency = (UkUrgency)urgency;
  question->about_place = about == 1;
  question->blocks_all = urgency == UK_URGENCY_NOW || blocks == 1;
  return TRUE;
}

static gboolean
end_question (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_QUESTION, uk_reader_get_subject (reader));
  return TRUE;
}

static gboolean
begin_condition (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkCondition *condition = uk_arena_new0 (uk_reader_get_arena (reader), UkCondition);

  draft->condition = condition;
  g_array_set_size (draft->rules, 0);
  uk_reader_set_subject (reader, condition);
  return uk_reader_get_new_id (reader, UK_KIND_CONDITION, &condition->id, error)
         && uk_reader_get_flag (reader, "common", FALSE, &condition->common, error)
         && uk_reader_get_flag (reader, "listed", TRUE, &condition->listed, error)
         && uk_reader_get_ids (reader, "implies", &condition->implies, error);
}

static gboolean
end_condition (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->condition->rules = uk_arena_copy (uk_reader_get_arena (reader), draft->rules->data,
                                           draft->rules->len * sizeof (UkRule));
  draft->condition->n_rules = draft->rules->len;
  uk_reader_add (reader, UK_KIND_CONDITION, draft->condition);
  return TRUE;
}

/* One <rule> speaks of one or several techniques. */
static gboolean
begin_rule (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  const char *const *techniques, *const *regions;
  const char *part;
  guint ruling, i;

  if (!uk_reader_get_ids (reader, "technique", &techniques, error)
      || !uk_words_get_optional (reader, "part", uk_words_parts, &part, error)
      || !uk_reader_get_ids (reader, "regions", &regions, error)
      || !uk_reader_get_choice (reader, "verdict", uk_words_rulings, 0, &ruling, error))
    return FALSE;
  for (i = 0; techniques[i] != NULL; i++) {
    UkRule rule = { UK_TECHNIQUE_MASSAGE, part, regions, (UkRuling)ruling };

    if (!uk_technique_from_id (techniques[i], &rule.technique))
      return uk_reader_fail (reader, error, _ ("There is no technique “%s”."), techniques[i]);
    g_array_append_val (draft->rules, rule);
  }
  return TRUE;
}

static gboolean
begin_tap (UkReader *reader, GError **error)
{
  UkTap *tap = uk_arena_new0 (uk_reader_get_arena (reader), UkTap);

  uk_reader_set_subject (reader, tap);
  return uk_reader_get_new_id (reader, UK_KIND_TAP, &tap->id, error);
}

static gboolean
end_tap (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_TAP, uk_reader_get_subject (reader));
  return TRUE;
}

static gboolean
end_stop_sign (UkReader *reader, const char *text, GError **error)
{
  g_ptr_array_add (uk_reader_get_content (reader)->stop_signs, (gpointer)text);
  return TRUE;
}

static gboolean
begin_notice (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->notice = uk_arena_new0 (uk_reader_get_arena (reader), UkNotice);
  return uk_reader_get_new_id (reader, UK_KIND_NOTICE, &draft->notice->id, error);
}

static gboolean
end_notice (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->notice->text = text;
  uk_reader_add (reader, UK_KIND_NOTICE, draft->notice);
  return TRUE;
}

static const UkElement elements[] = {
  { "outcome", "safety", "level", UK_ELEMENT_GROUP, -1, FALSE, begin_outcome, NULL },
  UK_TEXT ("title", "outcome", UkOutcome, title, TRUE),
  UK_TEXT ("text", "outcome", UkOutcome, text, TRUE),
  { "question", "safety", "id level regions? blocks? about?", UK_ELEMENT_GROUP, -1, FALSE,
    begin_question, end_question },
  UK_TEXT ("ask", "question", UkQuestion, ask, TRUE),
  UK_TEXT ("advice", "question", UkQuestion, advice, FALSE),
  { "condition", "safety", "id common? listed? implies?", UK_ELEMENT_GROUP, -1, FALSE,
    begin_condition, end_condition },
  UK_TEXT ("name", "condition", UkCondition, name, TRUE),
  UK_TEXT ("note", "condition", UkCondition, note, FALSE),
  { "rule", "condition", "technique part? regions? verdict", UK_ELEMENT_GROUP, -1, FALSE,
    begin_rule, NULL },
  { "tap", "safety", "id", UK_ELEMENT_GROUP, -1, FALSE, begin_tap, end_tap },
  UK_TEXT ("ask", "tap", UkTap, ask, TRUE),
  UK_TEXT ("advice", "tap", UkTap, advice, FALSE),
  { "stop-sign", "safety", "", UK_ELEMENT_TEXT, -1, FALSE, NULL, end_stop_sign },
  { "notice", "safety", "id", UK_ELEMENT_TEXT, -1, FALSE, begin_notice, end_notice },
};

const UkGrammar uk_grammar_safety = {
  .root = "safety",
  .attributes = "",
  .begin = begin_safety,
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
  .draft_size = sizeof (Draft),
  .clear_draft = clear_draft,
};
