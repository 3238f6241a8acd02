/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue-private.h"
#include "core/catalogue/uk-content-reader.h"

/* What another thread works on.  It reads the catalogue's content, which does not change meanwhile:
 * whoever is about to change it waits first. */
typedef struct {
  GFile *folder;       /* (owned) */
  UkArena *arena;      /* (owned) (nullable) until the catalogue has it */
  UkContent *content;  /* (owned) */
  GPtrArray *problems; /* (owned) */
  gboolean done;       /* guarded by the catalogue's mutex */
} Loading;

typedef struct {
  UkContent *content;   /* (owned) a copy of the lists */
  UkSearchIndex *index; /* (owned) (nullable) until it is done, and after it was taken */
  guint generation;     /* of the content when it was copied */
  gboolean done;        /* guarded by the catalogue's mutex */
} Indexing;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->folder);
  g_clear_pointer (&loading->content, uk_content_free);
  g_clear_pointer (&loading->arena, uk_arena_free);
  g_ptr_array_unref (loading->problems);
  g_free (loading);
}

static void
indexing_free (gpointer data)
{
  Indexing *indexing = data;

  g_clear_pointer (&indexing->index, uk_search_index_free);
  uk_content_free (indexing->content);
  g_free (indexing);
}

static void
finish (UkCatalogue *self, gboolean *done)
{
  g_mutex_lock (&self->mutex);
  *done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
wait_for (UkCatalogue *self, const gboolean *done)
{
  g_mutex_lock (&self->mutex);
  while (!*done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* ---- files ---- */

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  UkCatalogue *self = source;
  Loading *loading = data;
  const UkReaderOptions options
      = { loading->arena, loading->content, self->translate, self->translate_data, TRUE };

  uk_content_load (loading->content, loading->folder, &options, loading->problems);
  uk_content_link_routines (loading->content, 0, loading->problems);
  loading->content->base = NULL;
  finish (self, &loading->done);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  uk_catalogue_wait (UK_CATALOGUE (source));
}

/**
 * uk_catalogue_load_later:
 * @self: a catalogue with all that is shipped
 * @folder: a folder of the user's files
 *
 * As uk_catalogue_load() in another thread.  Once the main loop comes to it the signals changed and
 * loaded are emitted, the second with the findings.  A routine that is asked for by its id meanwhile is
 * waited for.
 */
void
uk_catalogue_load_later (UkCatalogue *self, GFile *folder)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (UK_IS_CATALOGUE (self) && G_IS_FILE (folder));

  uk_catalogue_wait (self);
  loading = g_new0 (Loading, 1);
  loading->folder = g_object_ref (folder);
  loading->arena = uk_arena_new ();
  loading->content = uk_content_new ();
  loading->content->base = self->content;
  loading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  self->loading = loading;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * uk_catalogue_wait:
 * @self: a catalogue
 *
 * Waits for what uk_catalogue_load_later() began, and takes it in.
 */
void
uk_catalogue_wait (UkCatalogue *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  Loading *loading;

  g_return_if_fail (UK_IS_CATALOGUE (self));

  loading = self->loading;
  if (loading == NULL)
    return;
  wait_for (self, &loading->done);
  self->loading = NULL;
  problems = g_ptr_array_ref (loading->problems);
  g_ptr_array_add (self->arenas, g_steal_pointer (&loading->arena));
  uk_content_merge (self->content, loading->content);
  uk_catalogue_forget_derived (self);
  g_signal_emit_by_name (self, "changed");
  g_signal_emit_by_name (self, "loaded", problems);
}

/* ---- words ---- */

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Indexing *indexing = data;

  indexing->index = uk_search_index_new (indexing->content);
  finish (source, &indexing->done);
  g_task_return_boolean (task, TRUE);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  UkCatalogue *self = UK_CATALOGUE (source);

  if (self->indexing != g_task_get_task_data (G_TASK (result)))
    return;
  uk_catalogue_take_index (self);
  if (self->index == NULL)
    uk_catalogue_prepare_search (self);
}

/**
 * uk_catalogue_prepare_search:
 * @self: a catalogue
 *
 * Gathers the words in another thread, so that the first search need not.
 */
void
uk_catalogue_prepare_search (UkCatalogue *self)
{
  g_autoptr (GTask) task = NULL;
  Indexing *indexing;

  g_return_if_fail (UK_IS_CATALOGUE (self));

  if (self->index != NULL || self->indexing != NULL)
    return;
  indexing = g_new0 (Indexing, 1);
  indexing->content = uk_content_new ();
  indexing->generation = self->generation;
  uk_content_merge (indexing->content, self->content);
  self->indexing = indexing;
  task = g_task_new (self, NULL, indexed_cb, NULL);
  g_task_set_task_data (task, indexing, indexing_free);
  g_task_run_in_thread (task, index_thread);
}

/* Waits for the words that are being gathered, and keeps them if they are still right. */
void
uk_catalogue_take_index (UkCatalogue *self)
{
  Indexing *indexing = self->indexing;

  if (indexing == NULL)
    return;
  wait_for (self, &indexing->done);
  self->indexing = NULL;
  if (self->index == NULL && indexing->generation == self->generation)
    self->index = g_steal_pointer (&indexing->index);
}
