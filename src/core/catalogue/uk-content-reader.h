/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content.h"

G_BEGIN_DECLS

/* Reads one content file, guided by a table of the elements that it may hold. */
typedef struct _UkReader UkReader;

typedef enum {
  UK_ELEMENT_GROUP, /* holds elements; its begin function sets the structure that they fill */
  UK_ELEMENT_TEXT,  /* holds a translated paragraph */
  UK_ELEMENT_OPTIONAL_TEXT, /* the same, but may be empty: its text is then NULL */
} UkElementContent;

/**
 * UkElement:
 * @name: name of the element
 * @parent: name of the element it stands in
 * @attributes: names of its attributes, separated by blanks; "?" after a name: may be left out
 * @content: what it holds
 * @offset: where its text goes in the structure of the parent, -1: nowhere
 * @required: the parent must have one
 * @begin: (nullable): called with the attributes
 * @end: (nullable): called with the text, %NULL for groups
 *
 * A kind of element.  An element with an offset may stand once in its parent.
 */
typedef struct {
  const char *name;
  const char *parent;
  const char *attributes;
  UkElementContent content;
  gssize offset;
  gboolean required;
  gboolean (*begin) (UkReader *reader, GError **error);
  gboolean (*end) (UkReader *reader, const char *text, GError **error);
} UkElement;

/* The elements below one root element. */
typedef struct {
  const char *root;
  const char *attributes;
  gboolean (*begin) (UkReader *reader, GError **error); /* (nullable) for the root */
  const UkElement *elements;
  guint n_elements;
  gsize draft_size; /* zeroed bytes for what is being gathered */
  void (*clear_draft) (gpointer draft);
} UkGrammar;

extern const UkGrammar uk_grammar_regions;
extern const UkGrammar uk_grammar_routines;
extern const UkGrammar uk_grammar_safety;
extern const UkGrammar uk_grammar_sources;
extern const UkGrammar uk_grammar_aches;
extern const UkGrammar uk_grammar_facts;
extern const UkGrammar uk_grammar_tips;
extern const UkGrammar uk_grammar_sequences;
extern const UkGrammar uk_grammar_plans;

typedef struct {
  UkArena *arena;
  const UkContent *known; /* ids in it may not be used again */
  UkTranslateFunc translate;
  gpointer translate_data;
  gboolean custom;
} UkReaderOptions;

UkContent *
uk_reader_read (GBytes *bytes, const char *file, const UkReaderOptions *options, GError **error);

void uk_content_load (UkContent *content,
                      GFile *folder,
                      const UkReaderOptions *options,
                      GPtrArray *problems);

/* For the grammars. */
UkArena *uk_reader_get_arena (UkReader *reader);
UkContent *uk_reader_get_content (UkReader *reader);
gpointer uk_reader_get_draft (UkReader *reader);
const UkContent *uk_reader_get_known (UkReader *reader);
gboolean uk_reader_is_custom (UkReader *reader);
gpointer uk_reader_get_subject (UkReader *reader);
void uk_reader_set_subject (UkReader *reader, gpointer subject);
void uk_reader_add (UkReader *reader, UkKind kind, gpointer item);
gboolean uk_reader_fail (UkReader *reader, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

const char *uk_reader_get (UkReader *reader, const char *attribute);
gboolean uk_reader_get_new_id (UkReader *reader, UkKind kind, const char **id, GError **error);
gboolean
uk_reader_get_id (UkReader *reader, const char *attribute, const char **id, GError **error);
gboolean
uk_reader_check_id (UkReader *reader, const char *attribute, const char *id, GError **error);
gboolean uk_reader_get_ids (UkReader *reader,
                            const char *attribute,
                            const char *const **ids,
                            GError **error);
gboolean uk_reader_get_words (UkReader *reader,
                              const char *attribute,
                              const char *const *choices,
                              const char *const **words,
                              GError **error);
gboolean uk_reader_get_choice (UkReader *reader,
                               const char *attribute,
                               const char *const *choices,
                               guint otherwise,
                               guint *choice,
                               GError **error);
gboolean uk_reader_get_flag (
    UkReader *reader, const char *attribute, gboolean otherwise, gboolean *flag, GError **error);
gboolean uk_reader_get_number (UkReader *reader,
                               const char *attribute,
                               guint min,
                               guint max,
                               guint otherwise,
                               guint *number,
                               GError **error);

#define UK_TEXT(name, parent, type, field, required)                                               \
  {                                                                                                \
    (name), (parent), "", UK_ELEMENT_TEXT, G_STRUCT_OFFSET (type, field), (required), NULL, NULL   \
  }

G_END_DECLS
