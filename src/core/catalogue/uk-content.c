/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content.h"

G_DEFINE_QUARK (uk - content - error - quark, uk_content_error)

static const char *
item_id (gconstpointer item)
{
  return *(const char *const *)item;
}

/**
 * uk_content_error_new:
 * @code: what kind of finding
 * @place: where it is
 * @format: the reason, a translated format string
 * @...: arguments
 *
 * Returns: (transfer full): an error whose message is "file:line: reason"
 */
GError *
uk_content_error_new (UkContentError code, const UkFilePos *place, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  g_return_val_if_fail (place != NULL, NULL);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  return g_error_new (UK_CONTENT_ERROR, code, "%s:%u: %s", place->file, place->line, reason);
}

/**
 * uk_content_new:
 *
 * Returns: (transfer full): content without anything in it
 */
UkContent *
uk_content_new (void)
{
  UkContent *content = g_new0 (UkContent, 1);
  guint i;

  for (i = 0; i < UK_N_KINDS; i++) {
    content->tables[i].items = g_ptr_array_new ();
    content->tables[i].places = g_array_new (FALSE, FALSE, sizeof (UkFilePos));
    content->tables[i].by_id = g_hash_table_new (g_str_hash, g_str_equal);
  }
  content->stop_signs = g_ptr_array_new ();
  content->originals = g_hash_table_new (g_direct_hash, g_direct_equal);
  return content;
}

/**
 * uk_content_free:
 * @content: content
 *
 * Frees the lists; what they hold belongs to the arena.
 */
void
uk_content_free (UkContent *content)
{
  guint i;

  g_return_if_fail (content != NULL);

  for (i = 0; i < UK_N_KINDS; i++) {
    g_ptr_array_unref (content->tables[i].items);
    g_array_unref (content->tables[i].places);
    g_hash_table_unref (content->tables[i].by_id);
  }
  g_ptr_array_unref (content->stop_signs);
  g_hash_table_unref (content->originals);
  g_free (content);
}

/**
 * uk_content_add:
 * @content: content
 * @kind: what @item is
 * @item: (transfer none): a structure that starts with its id, which must be new
 * @place: where it was read
 *
 * Appends an item.
 */
void
uk_content_add (UkContent *content, UkKind kind, gpointer item, const UkFilePos *place)
{
  UkTable *table;

  g_return_if_fail (content != NULL && kind < UK_N_KINDS);
  g_return_if_fail (item != NULL && place != NULL);

  table = &content->tables[kind];
  g_ptr_array_add (table->items, item);
  g_array_append_val (table->places, *place);
  g_hash_table_insert (table->by_id, (gpointer)item_id (item), item);
}

/**
 * uk_content_get:
 * @content: content
 * @kind: what to look for
 * @id: (nullable): an id
 *
 * Returns: (nullable): the item
 */
gconstpointer
uk_content_get (const UkContent *content, UkKind kind, const char *id)
{
  gconstpointer item;

  g_return_val_if_fail (content != NULL && kind < UK_N_KINDS, NULL);

  item = id == NULL ? NULL : g_hash_table_lookup (content->tables[kind].by_id, id);
  return item == NULL && content->base != NULL ? uk_content_get (content->base, kind, id) : item;
}

/**
 * uk_content_add_original:
 * @content: content
 * @translated: a name of an item, in the arena
 * @original: the same as it stands in the file, in the arena
 *
 * Remembers what was translated.
 */
void
uk_content_add_original (UkContent *content, const char *translated, const char *original)
{
  g_return_if_fail (content != NULL && translated != NULL && original != NULL);

  g_hash_table_insert (content->originals, (gpointer)translated, (gpointer)original);
}

/**
 * uk_content_get_original:
 * @content: content
 * @translated: (nullable): a name of an item of @content
 *
 * Returns: (nullable): the name as it stands in the file; %NULL if that is @translated itself
 */
const char *
uk_content_get_original (const UkContent *content, const char *translated)
{
  g_return_val_if_fail (content != NULL, NULL);

  return translated != NULL ? g_hash_table_lookup (content->originals, translated) : NULL;
}

/**
 * uk_content_remove_index:
 * @content: content
 * @kind: which list
 * @index: position in it
 *
 * Takes one item out.
 */
void
uk_content_remove_index (UkContent *content, UkKind kind, guint index)
{
  UkTable *table;

  g_return_if_fail (content != NULL && kind < UK_N_KINDS);
  g_return_if_fail (index < content->tables[kind].items->len);

  table = &content->tables[kind];
  g_hash_table_remove (table->by_id, item_id (g_ptr_array_index (table->items, index)));
  g_ptr_array_remove_index (table->items, index);
  g_array_remove_index (table->places, index);
}

/**
 * uk_content_merge:
 * @content: content
 * @from: content of a file whose ids are all new to @content
 *
 * Appends everything of @from.
 */
void
uk_content_merge (UkContent *content, UkContent *from)
{
  GHashTableIter iter;
  gpointer translated, original;
  guint kind, i;

  g_return_if_fail (content != NULL && from != NULL);

  for (kind = 0; kind < UK_N_KINDS; kind++) {
    const UkTable *table = &from->tables[kind];

    for (i = 0; i < table->items->len; i++) {
      uk_content_add (content, (UkKind)kind, g_ptr_array_index (table->items, i),
                      &g_array_index (table->places, UkFilePos, i));
    }
  }
  for (i = 0; i < from->stop_signs->len; i++)
    g_ptr_array_add (content->stop_signs, g_ptr_array_index (from->stop_signs, i));
  g_hash_table_iter_init (&iter, from->originals);
  while (g_hash_table_iter_next (&iter, &translated, &original))
    uk_content_add_original (content, translated, original);
  for (i = 0; i < UK_N_URGENCIES; i++) {
    if (from->outcomes[i] != NULL)
      content->outcomes[i] = from->outcomes[i];
  }
}
