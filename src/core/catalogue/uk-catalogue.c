/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"

#include "core/catalogue/uk-catalogue-private.h"
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FOLDERS 4 /* depth of folders in the content folder */

struct _UkCatalogue {
  GObject parent_instance;

  UkArena *arena;     /* (owned) */
  UkContent *content; /* (owned) items in @arena */
  UkTranslateFunc translate;
  gpointer translate_data;
  GDestroyNotify translate_destroy;
  UkSearchIndex *index; /* (owned) (nullable) made for the first search */
  GHashTable *made;     /* (owned) recipe -> routine in @arena that was made of others */
};

G_DEFINE_FINAL_TYPE (UkCatalogue, uk_catalogue, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
translate_with_gettext (const char *text, gpointer user_data)
{
  return g_dgettext (UK_CATALOGUE_DOMAIN, text);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo *const *)a),
                 g_file_info_get_name (*(GFileInfo *const *)b));
}

/* The children sorted by name, so that the order never depends on the file system. */
static GPtrArray *
list_children (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);

  enumerator = g_file_enumerate_children (folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME
                                          "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                          "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                          G_FILE_QUERY_INFO_NONE, NULL, error);
  if (enumerator == NULL)
    return NULL;
  for (;;) {
    GFileInfo *info;

    if (!g_file_enumerator_iterate (enumerator, &info, NULL, NULL, error))
      return NULL;
    if (info == NULL)
      break;
    g_ptr_array_add (children, g_object_ref (info));
  }
  g_ptr_array_sort (children, compare_names);
  return g_steal_pointer (&children);
}

/* What the user's files say is held to the same limits; poses are for the pictures to look up. */
static gboolean
follows_rules (GBytes *bytes, const char *name, GPtrArray *problems)
{
  guint before = problems->len;

  uk_content_check_rules (bytes, name, NULL, NULL, problems);
  return problems->len == before;
}

static void
load_file (
    UkCatalogue *self, GFile *file, const char *name, UkCatalogueOrigin origin, GPtrArray *problems)
{
  UkReaderOptions options = { self->arena, self->content, self->translate, self->translate_data,
                              origin == UK_CATALOGUE_CUSTOM };
  g_autoptr (UkContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes != NULL && origin == UK_CATALOGUE_CUSTOM && !follows_rules (bytes, name, problems))
    return;
  if (bytes != NULL)
    content = uk_reader_read (bytes, name, &options, &error);
  if (content != NULL) {
    uk_content_merge (self->content, content);
    return;
  }
  if (error->domain != UK_CONTENT_ERROR)
    g_prefix_error (&error, "%s: ", name);
  g_ptr_array_add (problems, error);
}

static void
load_folder (UkCatalogue *self,
             GFile *folder,
             const char *prefix,
             guint depth,
             UkCatalogueOrigin origin,
             GPtrArray *problems)
{
  g_autoptr (GPtrArray) children = NULL;
  GError *error = NULL;
  guint i;

  children = list_children (folder, &error);
  if (children == NULL) {
    g_ptr_array_add (problems, error);
    return;
  }
  for (i = 0; i < children->len; i++) {
    GFileInfo *info = g_ptr_array_index (children, i);
    g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
    g_autofree char *name = g_strconcat (prefix, g_file_info_get_name (info), NULL);

    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY) {
      g_autofree char *inner = g_strconcat (name, "/", NULL);

      if (depth < MAX_FOLDERS)
        load_folder (self, child, inner, depth + 1, origin, problems);
    } else if (g_str_has_suffix (name, ".xml")) {
      if (g_file_info_get_size (info) <= UK_CONTENT_MAX_FILE_SIZE)
        load_file (self, child, name, origin, problems);
      else
        g_ptr_array_add (problems, g_error_new (UK_CONTENT_ERROR, UK_CONTENT_ERROR_UNREADABLE,
                                                _ ("%s: The file is too large."), name));
    }
  }
}

/* What was made from the content may be out of date; who has a routine of it keeps it. */
static void
forget_derived (UkCatalogue *self)
{
  g_clear_pointer (&self->index, uk_search_index_free);
  g_hash_table_remove_all (self->made);
}

static void
uk_catalogue_finalize (GObject *object)
{
  UkCatalogue *self = UK_CATALOGUE (object);

  g_clear_pointer (&self->index, uk_search_index_free);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->content, uk_content_free);
  g_clear_pointer (&self->arena, uk_arena_free);
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
}

static void
uk_catalogue_init (UkCatalogue *self)
{
  self->arena = uk_arena_new ();
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
  guint first_routine;

  g_return_if_fail (UK_IS_CATALOGUE (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (problems != NULL);

  forget_derived (self);
  first_routine = self->content->tables[UK_KIND_ROUTINE].items->len;
  load_folder (self, folder, "", 0, origin, problems);
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

  before = uk_content_new ();
  take_file (self->content, name, before);
  ok = bytes == NULL || add_file (self, name, bytes, problems);
  if (!ok) {
    g_autoptr (UkContent) refused = uk_content_new ();

    take_file (self->content, name, refused);
    uk_content_merge (self->content, before);
  }
  forget_derived (self);
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

  if (self->index == NULL)
    self->index = uk_search_index_new (self->content);
  return self->index;
}
