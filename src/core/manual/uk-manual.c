/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/manual/uk-manual.h"

#include "core/catalogue/uk-content-text.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

typedef struct {
  UkManual *manual;
  UkTranslateFunc translate; /* nullable */
  gpointer user_data;
  GString *words; /* owned, nullable outside of a text */
  char *keys;     /* owned, nullable */
} Reader;

static void
free_part (gpointer data)
{
  UkManualPart *part = data;

  g_free (part->text);
  g_free (part->keys);
  g_free (part);
}

static void
free_chapter (gpointer data)
{
  UkManualChapter *chapter = data;

  g_free (chapter->id);
  g_free (chapter->title);
  g_ptr_array_unref (chapter->parts);
  g_free (chapter);
}

static const char *
translate_by_gettext (const char *text, gpointer data)
{
  return g_dgettext (UK_CATALOGUE_DOMAIN, text);
}

/* ---- reading ---- */

static UkManualChapter *
get_chapter (Reader *reader)
{
  GPtrArray *chapters = reader->manual->chapters;

  return chapters->len > 0 ? g_ptr_array_index (chapters, chapters->len - 1) : NULL;
}

static void
start_chapter (Reader *reader, const char **names, const char **values, GError **error)
{
  UkManualChapter *chapter;
  const char *id;

  if (!g_markup_collect_attributes ("chapter", names, values, error, G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_INVALID))
    return;
  chapter = g_new0 (UkManualChapter, 1);
  chapter->id = g_strdup (id);
  chapter->parts = g_ptr_array_new_with_free_func (free_part);
  g_ptr_array_add (reader->manual->chapters, chapter);
}

static gboolean
is_part (const char *name, UkManualKind *kind)
{
  static const char *const names[] = { "text", "item", "key" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    if (!g_str_equal (name, names[i]))
      continue;
    *kind = (UkManualKind) i;
    return TRUE;
  }
  return FALSE;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  const char *parent = g_slist_nth_data ((GSList *) g_markup_parse_context_get_element_stack (context), 1);
  const gboolean within = g_strcmp0 (parent, "chapter") == 0;
  Reader *reader = data;
  UkManualKind kind;

  if (parent == NULL && g_str_equal (name, "manual"))
    return;
  if (g_strcmp0 (parent, "manual") == 0 && g_str_equal (name, "chapter")) {
    start_chapter (reader, names, values, error);
    return;
  }
  if (within && g_str_equal (name, "key")) {
    if (!g_markup_collect_attributes (name, names, values, error, G_MARKUP_COLLECT_STRDUP, "keys", &reader->keys,
                                      G_MARKUP_COLLECT_INVALID))
      return;
  } else if (!(within && is_part (name, &kind)) && !(parent != NULL && g_str_equal (name, "title"))) {
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "“%s” has no place here", name);
    return;
  }
  reader->words = g_string_new (NULL);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->words != NULL)
    g_string_append_len (reader->words, text, (gssize) length);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *reader = data;
  UkManualChapter *chapter = get_chapter (reader);
  g_autofree char *text = NULL;
  const char *words;
  UkManualKind kind;
  UkManualPart *part;
  char **title;

  if (reader->words == NULL)
    return;
  text = g_string_free (g_steal_pointer (&reader->words), FALSE);
  uk_text_normalise (text);
  words = reader->translate (text, reader->user_data);
  if (is_part (name, &kind)) {
    part = g_new (UkManualPart, 1);
    *part = (UkManualPart){ kind, g_strdup (words), g_steal_pointer (&reader->keys) };
    g_ptr_array_add (chapter->parts, part);
    return;
  }
  title = chapter != NULL ? &chapter->title : &reader->manual->title;
  g_free (*title);
  *title = g_strdup (words);
}

static gboolean
is_complete (const UkManual *self)
{
  guint i;

  for (i = 0; i < self->chapters->len; i++) {
    const UkManualChapter *chapter = g_ptr_array_index (self->chapters, i);

    if (chapter->title == NULL)
      return FALSE;
  }
  return self->title != NULL;
}

/* ---- public ---- */

/**
 * uk_manual_new_from_markup:
 * @markup: the file
 * @length: of it in bytes, -1 if it ends with NUL
 * @translate: (nullable): how texts are translated; %NULL: by gettext
 * @user_data: for @translate
 * @error: return location for a #GMarkupError
 *
 * Returns: (transfer full) (nullable): the manual
 */
UkManual *
uk_manual_new_from_markup (
    const char *markup, gssize length, UkTranslateFunc translate, gpointer user_data, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (UkManual) self = g_new0 (UkManual, 1);
  Reader reader = { self, translate != NULL ? translate : translate_by_gettext, user_data, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gboolean read;

  g_return_val_if_fail (markup != NULL, NULL);

  self->chapters = g_ptr_array_new_with_free_func (free_chapter);
  read = g_markup_parse_context_parse (context, markup, length, error)
         && g_markup_parse_context_end_parse (context, error);
  if (reader.words != NULL)
    g_string_free (reader.words, TRUE);
  g_free (reader.keys);
  if (!read)
    return NULL;
  if (!is_complete (self)) {
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "A title is missing");
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * uk_manual_new:
 * @translate: (nullable): how texts are translated; %NULL: by gettext
 * @user_data: for @translate
 *
 * Returns: (transfer full): the manual that is shipped
 */
UkManual *
uk_manual_new (UkTranslateFunc translate, gpointer user_data)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (UK_MANUAL_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  UkManual *self = NULL;
  gsize length;

  if (bytes != NULL) {
    const char *markup = g_bytes_get_data (bytes, &length);

    self = uk_manual_new_from_markup (markup, (gssize) length, translate, user_data, NULL);
  }
  g_return_val_if_fail (self != NULL, NULL);
  return self;
}

/**
 * uk_manual_free:
 * @self: a manual
 */
void
uk_manual_free (UkManual *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_ptr_array_unref (self->chapters);
  g_free (self);
}
