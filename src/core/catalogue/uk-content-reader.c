/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#include "core/catalogue/uk-content-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8
#define MAX_TEXT 4000 /* bytes of a paragraph or an attribute */

typedef struct {
  const UkElement *element; /* NULL for the root */
  const char *name;
  guint line;
  gpointer subject; /* what the children fill */
  guint64 seen;     /* bit n: element n of the grammar stands in here */
} Frame;

struct _UkReader {
  const UkReaderOptions *options;
  const UkGrammar *grammar; /* NULL before the root */
  UkContent *content;       /* (owned) */
  gpointer draft;           /* (owned) */
  const char *file;         /* in the arena */
  Frame frames[MAX_DEPTH];
  guint depth;
  GString *text; /* (owned) of the text element that is open */
  UkTagFinder tags;
  const char **names;
  const char **values;
};

static const UkGrammar *const grammars[] = {
  &uk_grammar_regions, &uk_grammar_routines, &uk_grammar_safety,
  &uk_grammar_sources, &uk_grammar_aches,   &uk_grammar_facts,
  &uk_grammar_tips,    &uk_grammar_sequences, &uk_grammar_plans,
};

static Frame *
top_frame (UkReader *reader)
{
  g_assert (reader->depth > 0);
  return &reader->frames[reader->depth - 1];
}

static G_GNUC_PRINTF (4, 5) gboolean
    fail_at (UkReader *reader, guint line, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  UkFilePos place = { reader->file, line };
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_propagate_error (error, uk_content_error_new (UK_CONTENT_ERROR_FORMAT, &place, "%s", reason));
  return FALSE;
}

static int
find_element (const UkGrammar *grammar, const char *name, const char *parent)
{
  guint i;

  for (i = 0; i < grammar->n_elements; i++) {
    if (g_str_equal (grammar->elements[i].name, name)
        && g_str_equal (grammar->elements[i].parent, parent))
      return (int)i;
  }
  return -1;
}

/* @allowed is a list as in UkElement; returns whether @name is in it. */
static gboolean
is_listed (const char *allowed, const char *name)
{
  gsize length = strlen (name);
  const char *p = allowed;

  while (*p != '\0') {
    gsize word = strcspn (p, " ?");

    if (word == length && strncmp (p, name, length) == 0)
      return TRUE;
    p += strcspn (p, " ");
    p += strspn (p, " ");
  }
  return FALSE;
}

static gboolean
check_given (UkReader *reader, const char *allowed, GError **error)
{
  guint line = top_frame (reader)->line;
  guint i, j;

  for (i = 0; reader->names[i] != NULL; i++) {
    if (!is_listed (allowed, reader->names[i]))
      return fail_at (reader, line, error, _ ("<%s> has no attribute “%s”."),
                      top_frame (reader)->name, reader->names[i]);
    if (strlen (reader->values[i]) > MAX_TEXT)
      return fail_at (reader, line, error, _ ("The attribute “%s” is too long."), reader->names[i]);
    for (j = 0; j < i; j++) {
      if (g_str_equal (reader->names[i], reader->names[j]))
        return fail_at (reader, line, error, _ ("The attribute “%s” stands here twice."),
                        reader->names[i]);
    }
  }
  return TRUE;
}

static gboolean
check_required (UkReader *reader, const char *allowed, GError **error)
{
  const char *p = allowed;

  while (*p != '\0') {
    gsize word = strcspn (p, " ?");

    if (p[word] != '?') {
      g_autofree char *name = g_strndup (p, word);

      if (uk_reader_get (reader, name) == NULL)
        return fail_at (reader, top_frame (reader)->line, error,
                        _ ("<%s> needs the attribute “%s”."), top_frame (reader)->name, name);
    }
    p += strcspn (p, " ");
    p += strspn (p, " ");
  }
  return TRUE;
}

static gboolean
check_attributes (UkReader *reader, const char *allowed, GError **error)
{
  return check_given (reader, allowed, error) && check_required (reader, allowed, error);
}

static gboolean
start_root (UkReader *reader, const char *name, guint line, GError **error)
{
  Frame *frame = &reader->frames[0];
  guint i;

  if (reader->grammar != NULL)
    return fail_at (reader, line, error, _ ("<%s> stands behind the end of the content."), name);
  for (i = 0; i < G_N_ELEMENTS (grammars) && reader->grammar == NULL; i++) {
    if (g_str_equal (grammars[i]->root, name))
      reader->grammar = grammars[i];
  }
  frame->line = line;
  if (reader->grammar == NULL)
    return fail_at (reader, line, error, _ ("<%s> is not the start of a content file."), name);
  if (reader->options->custom && reader->grammar != &uk_grammar_routines)
    return fail_at (reader, line, error, _ ("Only <routines> can be added."));

  frame->name = reader->grammar->root;
  reader->depth = 1;
  reader->draft = g_malloc0 (MAX (reader->grammar->draft_size, 1));
  return check_attributes (reader, reader->grammar->attributes, error)
         && (reader->grammar->begin == NULL || reader->grammar->begin (reader, error));
}

static gboolean
start_child (UkReader *reader, const char *name, guint line, GError **error)
{
  Frame *parent = top_frame (reader);
  const UkElement *element;
  Frame *frame;
  int index;

  index = find_element (reader->grammar, name, parent->name);
  if (index < 0)
    return fail_at (reader, line, error, _ ("<%s> may not stand in <%s>."), name, parent->name);
  element = &reader->grammar->elements[index];
  if (element->offset >= 0 && (parent->seen & (G_GUINT64_CONSTANT (1) << index)) != 0)
    return fail_at (reader, line, error, _ ("There is more than one <%s> in this <%s>."), name,
                    parent->name);
  parent->seen |= G_GUINT64_CONSTANT (1) << index;

  g_assert (reader->depth < MAX_DEPTH);
  frame = &reader->frames[reader->depth++];
  *frame = (Frame){ element, element->name, line, NULL, 0 };
  g_string_truncate (reader->text, 0);
  return check_attributes (reader, element->attributes, error)
         && (element->begin == NULL || element->begin (reader, error));
}

static gboolean
holds_text (const Frame *frame)
{
  return frame->element != NULL && frame->element->content != UK_ELEMENT_GROUP;
}

/* Names are found in both languages. */
static void
keep_original (UkReader *reader, const char *element, const char *translated)
{
  static const char *const names[] = { "name", "title", "keywords", "muscle", NULL };

  if (g_strv_contains (names, element) && !g_str_equal (translated, reader->text->str))
    uk_content_add_original (reader->content, translated,
                             uk_arena_intern (reader->options->arena, reader->text->str));
}

static gboolean
end_text (UkReader *reader, const Frame *frame, GError **error)
{
  const UkElement *element = frame->element;
  const char *translated;

  uk_text_normalise (reader->text->str);
  if (reader->text->str[0] == '\0') {
    if (element->content == UK_ELEMENT_OPTIONAL_TEXT)
      return element->end == NULL || element->end (reader, NULL, error);
    return uk_reader_fail (reader, error, _ ("<%s> is empty."), frame->name);
  }
  translated = reader->options->translate (reader->text->str, reader->options->translate_data);
  translated = uk_arena_intern (reader->options->arena, translated);
  keep_original (reader, element->name, translated);
  if (element->offset >= 0)
    G_STRUCT_MEMBER (const char *, frame[-1].subject, element->offset) = translated;
  return element->end == NULL || element->end (reader, translated, error);
}

static gboolean
end_group (UkReader *reader, const Frame *frame, GError **error)
{
  guint i;

  for (i = 0; i < reader->grammar->n_elements; i++) {
    const UkElement *element = &reader->grammar->elements[i];

    if (element->required && (frame->seen & (G_GUINT64_CONSTANT (1) << i)) == 0
        && g_str_equal (element->parent, frame->name))
      return uk_reader_fail (reader, error, _ ("This <%s> has no <%s>."), frame->name,
                             element->name);
  }
  return frame->element == NULL || frame->element->end == NULL
         || frame->element->end (reader, NULL, error);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  UkReader *reader = user_data;
  guint line = uk_tag_finder_start (&reader->tags);

  reader->names = names;
  reader->values = values;
  if (reader->depth == 0)
    start_root (reader, name, line, error);
  else
    start_child (reader, name, line, error);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  UkReader *reader = user_data;
  const Frame *frame = top_frame (reader);
  gboolean ok;

  if (holds_text (frame))
    ok = end_text (reader, frame, error);
  else
    ok = end_group (reader, frame, error);
  if (ok)
    reader->depth--;
  uk_tag_finder_end (&reader->tags);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  UkReader *reader = user_data;
  const Frame *frame;
  gsize i;

  if (reader->depth == 0)
    return;
  frame = top_frame (reader);
  if (holds_text (frame)) {
    g_string_append_len (reader->text, text, (gssize)length);
    if (reader->text->len > MAX_TEXT)
      uk_reader_fail (reader, error, _ ("<%s> is too long."), frame->name);
    return;
  }
  for (i = 0; i < length; i++) {
    if (!g_ascii_isspace (text[i])) {
      fail_at (reader, uk_tag_finder_get_text_line (&reader->tags), error,
               _ ("Text may not stand directly in <%s>."), frame->name);
      return;
    }
  }
}

/* What xgettext makes of a comment inside a paragraph is not what is looked up. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  UkReader *reader = user_data;

  if (reader->depth > 0 && holds_text (top_frame (reader)))
    uk_reader_fail (reader, error, _ ("A comment may not stand in <%s>."),
                    top_frame (reader)->name);
}

static const GMarkupParser parser = {
  .start_element = start_element_cb,
  .end_element = end_element_cb,
  .text = text_cb,
  .passthrough = passthrough_cb,
};

static gboolean
parse (UkReader *reader, const char *text, gsize length, GError **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) failure = NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reader, NULL);
  uk_tag_finder_init (&reader->tags, text);
  if (g_markup_parse_context_parse (context, text, (gssize)length, &failure)
      && g_markup_parse_context_end_parse (context, &failure))
    return reader->grammar != NULL
           || fail_at (reader, 1, error, _ ("There is no content in this file."));
  if (failure->domain == UK_CONTENT_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_propagate_error (error, uk_content_error_from_markup (failure, context, reader->file));
  return FALSE;
}

/**
 * uk_reader_read:
 * @bytes: a content file
 * @file: its name for messages
 * @options: where the results live, how texts are translated, what is known already
 * @error: return location for an error of the domain %UK_CONTENT_ERROR
 *
 * Reads a file.  It is kept whole or refused whole.
 *
 * Returns: (transfer full) (nullable): its content, whose items belong to the arena
 */
UkContent *
uk_reader_read (GBytes *bytes, const char *file, const UkReaderOptions *options, GError **error)
{
  UkReader reader = { .options = options };
  g_autofree char *text = NULL;
  gsize length;
  gconstpointer data;
  gboolean ok;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->arena != NULL && options->translate != NULL,
                        NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!uk_text_check_encoding (data, length, file, error))
    return NULL;
  text = length == 0 ? g_strdup ("") : g_strndup (data, length);

  reader.file = uk_arena_intern (options->arena, file);
  reader.content = uk_content_new ();
  reader.text = g_string_new (NULL);
  ok = parse (&reader, text, length, error);
  g_string_free (reader.text, TRUE);
  if (reader.draft != NULL && reader.grammar->clear_draft != NULL)
    reader.grammar->clear_draft (reader.draft);
  g_free (reader.draft);
  if (!ok)
    g_clear_pointer (&reader.content, uk_content_free);
  return reader.content;
}

/**
 * uk_reader_get_arena:
 * @reader: a reader
 *
 * Returns: (transfer none): where results live
 */
UkArena *
uk_reader_get_arena (UkReader *reader)
{
  return reader->options->arena;
}

/**
 * uk_reader_get_content:
 * @reader: a reader
 *
 * Returns: (transfer none): the content of the file so far
 */
UkContent *
uk_reader_get_content (UkReader *reader)
{
  return reader->content;
}

/**
 * uk_reader_get_known:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable): content whose ids may not be used again
 */
const UkContent *
uk_reader_get_known (UkReader *reader)
{
  return reader->options->known;
}

/**
 * uk_reader_get_draft:
 * @reader: a reader
 *
 * Returns: (transfer none): the grammar's own scratch space
 */
gpointer
uk_reader_get_draft (UkReader *reader)
{
  return reader->draft;
}

/**
 * uk_reader_is_custom:
 * @reader: a reader
 *
 * Returns: whether this is one of the user's own files
 */
gboolean
uk_reader_is_custom (UkReader *reader)
{
  return reader->options->custom;
}

/**
 * uk_reader_get_subject:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable): the structure of the element that is open
 */
gpointer
uk_reader_get_subject (UkReader *reader)
{
  return top_frame (reader)->subject;
}

/**
 * uk_reader_set_subject:
 * @reader: a reader
 * @subject: the structure that the texts inside the open element fill
 */
void
uk_reader_set_subject (UkReader *reader, gpointer subject)
{
  top_frame (reader)->subject = subject;
}

/**
 * uk_reader_add:
 * @reader: a reader
 * @kind: what @item is
 * @item: an item of the arena, its id from uk_reader_get_new_id()
 *
 * Adds what the open element describes to the content of the file.
 */
void
uk_reader_add (UkReader *reader, UkKind kind, gpointer item)
{
  UkFilePos place = { reader->file, top_frame (reader)->line };

  uk_content_add (reader->content, kind, item, &place);
}

/**
 * uk_reader_fail:
 * @reader: a reader
 * @error: return location for an error
 * @format: the reason, a translated format string
 * @...: arguments
 *
 * Reports a finding at the start of the open element.
 *
 * Returns: %FALSE
 */
gboolean
uk_reader_fail (UkReader *reader, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  return fail_at (reader, top_frame (reader)->line, error, "%s", reason);
}

/**
 * uk_reader_get:
 * @reader: a reader
 * @attribute: name of an attribute
 *
 * Returns: (nullable): its value in the open element
 */
const char *
uk_reader_get (UkReader *reader, const char *attribute)
{
  guint i;

  for (i = 0; reader->names[i] != NULL; i++) {
    if (g_str_equal (reader->names[i], attribute))
      return reader->values[i];
  }
  return NULL;
}
