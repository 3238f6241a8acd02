/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"

#include "core/catalogue/uk-catalogue-private.h"
#include "core/catalogue/uk-content-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (UkCatalogue, uk_catalogue, G_TYPE_OBJECT)

enum { CHANGED, LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
translate_with_gettext (const char *text, gpointer user_data)
{
  return g_dgettext (UK_CATALOGUE_DOMAIN, text);
}

/* What was made from the content may be out of date; who has a routine of it keeps it. */
void
uk_catalogue_forget_derived (UkCatalogue *self)
{
  g_clear_pointer (&self->index, uk_search_index_free);
  g_hash_table_remove_all (self->made);
  self->generation++;
}

static void
uk_catalogue_finalize (GObject *object)
{
  UkCatalogue *self = UK_CATALOGUE (object);

  g_clear_pointer (&self->index, uk_search_index_free);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->content, uk_content_free);
  g_clear_pointer (&self->arena, uk_arena_free);
  g_clear_pointer (&self->arenas, g_ptr_array_unref);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  if (self->translate_destroy != NULL)
    self->translate_destroy (self->translate_data);

  G_OBJECT_CLASS (uk_catalogue_parent_class)->finalize (object);
}

static void
uk_catalogue_class_init (UkCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = uk_catalogue_finalize;

  /* Routines of the user came or went; those that went stay readable. */
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /* (GPtrArray of GError): uk_catalogue_load_later() is done, with these findings. */
  signals[LOADED] = g_signal_new ("loaded", UK_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
uk_catalogue_init (UkCatalogue *self)
{
  self->arena = uk_arena_new ();
  self->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_arena_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->content = uk_content_new ();
  self->made = g_hash_table_new (g_str_hash, g_str_equal);
  self->translate = translate_with_gettext;
}

/**
 * uk_catalogue_new:
 *
 * Returns: (transfer full): an empty catalogue that translates with gettext
 */
UkCatalogue *
uk_catalogue_new (void)
{
  return g_object_new (UK_TYPE_CATALOGUE, NULL);
}

/**
 * uk_catalogue_new_with_translator:
 * @translate: translates the texts of content files
 * @user_data: for @translate
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): an empty catalogue
 */
UkCatalogue *
uk_catalogue_new_with_translator (UkTranslateFunc translate,
                                  gpointer user_data,
                                  GDestroyNotify destroy)
{
  UkCatalogue *self;

  g_return_val_if_fail (translate != NULL, NULL);

  self = uk_catalogue_new ();
  self->translate = translate;
  self->translate_data = user_data;
  self->translate_destroy = destroy;
  return self;
}

/**
 * uk_catalogue_load:
 * @self: a catalogue
 * @folder: a folder, local or in the resources
 * @origin: whose files these are; the shipped ones must be loaded first
 * @problems: (element-type GError): findings are added here, each "file:line: reason"; its free
 * function must be g_error_free()
 *
 * Reads every XML file in @folder and the folders below, in the order of their names.  A file with
 * a finding is skipped whole, a routine with a reference that leads nowhere is dropped; the rest is
 * kept.
 */
void
uk_catalogue_load (UkCatalogue *self, GFile *folder, UkCatalogueOrigin origin, GPtrArray *problems)
{
  const UkReaderOptions options = { self->arena, self->content, self->translate, self->translate_data,
                                    origin == UK_CATALOGUE_CUSTOM };
  guint first_routine;

  g_return_if_fail (UK_IS_CATALOGUE (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (problems != NULL);

  uk_catalogue_forget_derived (self);
  first_routine = self->content->tables[UK_KIND_ROUTINE].items->len;
  uk_content_load (self->content, folder, &options, problems);
  uk_content_link (self->content, first_routine, problems);
}

/* Takes the user's routines of a file out of @content and appends them to @taken. */
static void
take_file (UkContent *content, const char *name, UkContent *taken)
{
  UkTable *table = &content->tables[UK_KIND_ROUTINE];
  guint i;

  for (i = 0; i < table->items->len;) {
    UkRoutine *routine = g_ptr_array_index (table->items, i);
    UkFilePos place = g_array_index (table->places, UkFilePos, i);

    if (routine->custom && g_str_equal (place.file, name)) {
      uk_content_add (taken, UK_KIND_ROUTINE, routine, &place);
      uk_content_remove_index (content, UK_KIND_ROUTINE, i);
    } else {
      i++;
    }
  }
}

/* Returns: whether the file could be read and linked without a finding */
static gboolean
add_file (UkCatalogue *self, const char *name, GBytes *bytes, GPtrArray *problems)
{
  UkReaderOptions options
      = { self->arena, self->content, self->translate, self->translate_data, TRUE };
  guint first = self->content->tables[UK_KIND_ROUTINE].items->len;
  guint before = problems->len;
  g_autoptr (UkContent) read = NULL;
  GError *error = NULL;

  read = uk_reader_read (bytes, name, &options, &error);
  if (read == NULL) {
    g_ptr_array_add (problems, error);
    return FALSE;
  }
  uk_content_merge (self->content, read);
  uk_content_link_routines (self->content, first, problems);
  return problems->len == before;
}

/**
 * uk_catalogue_set_custom_file:
 * @self: a catalogue
 * @name: name of a file of the user, below the folder that was loaded
 * @bytes: (nullable): what is in it now; %NULL: it is gone
 * @problems: (element-type GError): findings are added here; with any, nothing changes
 *
 * Takes in what has changed in one of the user's files.
 *
 * Returns: whether it was taken in
 */
gboolean
uk_catalogue_set_custom_file (UkCatalogue *self,
                              const char *name,
                              GBytes *bytes,
                              GPtrArray *problems)
{
  g_autoptr (UkContent) before = NULL;
  gboolean ok;

  g_return_val_if_fail (UK_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (name != NULL && problems != NULL, FALSE);

  uk_catalogue_wait (self);
  before = uk_content_new ();
  take_file (self->content, name, before);
  ok = bytes == NULL || add_file (self, name, bytes, problems);
  if (!ok) {
    g_autoptr (UkContent) refused = uk_content_new ();

    take_file (self->content, name, refused);
    uk_content_merge (self->content, before);
  }
  uk_catalogue_forget_derived (self);
  if (ok)
    g_signal_emit (self, signals[CHANGED], 0);
  return ok;
}

/**
 * uk_catalogue_get_custom_file:
 * @self: a catalogue
 * @id: id of a routine
 *
 * Returns: (transfer none) (nullable): the name of the user's file it stands in
 */
const char *
uk_catalogue_get_custom_file (UkCatalogue *self, const char *id)
{
  const UkTable *table;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && id != NULL, NULL);

  uk_catalogue_wait (self);
  table = &self->content->tables[UK_KIND_ROUTINE];
  for (i = 0; i < table->items->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (table->items, i);

    if (routine->custom && g_str_equal (routine->id, id))
      return g_array_index (table->places, UkFilePos, i).file;
  }
  return NULL;
}

/**
 * uk_catalogue_get_content: (skip)
 * @self: a catalogue
 *
 * Returns: (transfer none): its content
 */
const UkContent *
uk_catalogue_get_content (UkCatalogue *self)
{
  g_return_val_if_fail (UK_IS_CATALOGUE (self), NULL);

  return self->content;
}

/**
 * uk_catalogue_get_arena: (skip)
 * @self: a catalogue
 *
 * Returns: (transfer none): where what it lends lives
 */
UkArena *
uk_catalogue_get_arena (UkCatalogue *self)
{
  g_return_val_if_fail (UK_IS_CATALOGUE (self), NULL);

  return self->arena;
}

/**
 * uk_catalogue_get_made: (skip)
 * @self: a catalogue
 *
 * Returns: (transfer none): recipe -> routine that was made by it, both in the arena
 */
GHashTable *
uk_catalogue_get_made (UkCatalogue *self)
{
  g_return_val_if_fail (UK_IS_CATALOGUE (self), NULL);

  return self->made;
}

/**
 * uk_catalogue_get_search_index: (skip)
 * @self: a catalogue
 *
 * Returns: (transfer none): its words, made when they are first needed
 */
const UkSearchIndex *
uk_catalogue_get_search_index (UkCatalogue *self)
{
  g_return_val_if_fail (UK_IS_CATALOGUE (self), NULL);

  uk_catalogue_take_index (self);
  if (self->index == NULL)
    self->index = uk_search_index_new (self->content);
  return self->index;
}
