/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content.h"

G_BEGIN_DECLS

/* The words of a catalogue, prepared for searching. */
typedef struct _UkSearchIndex UkSearchIndex;

struct _UkCatalogue {
  GObject parent_instance;

  UkArena *arena;     /* (owned) */
  GPtrArray *arenas;  /* (owned) (element-type UkArena) of what was loaded later */
  UkContent *content; /* (owned) items in @arena and @arenas */
  UkTranslateFunc translate;
  gpointer translate_data;
  GDestroyNotify translate_destroy;
  UkSearchIndex *index; /* (owned) (nullable) made for the first search */
  GHashTable *made;     /* (owned) recipe -> routine in @arena that was made of others */
  guint generation;     /* counts changes of @content */

  GMutex mutex; /* guards what the two threads hand over */
  GCond cond;
  gpointer loading;  /* (nullable) what is loaded in another thread, see uk-catalogue-background.c */
  gpointer indexing; /* (nullable) the words that are gathered there */
};

void uk_catalogue_forget_derived (UkCatalogue *self);
void uk_catalogue_take_index (UkCatalogue *self);

UkSearchIndex *uk_search_index_new (const UkContent *content);
void uk_search_index_free (UkSearchIndex *index);

const UkContent *uk_catalogue_get_content (UkCatalogue *self);
UkArena *uk_catalogue_get_arena (UkCatalogue *self);
GHashTable *uk_catalogue_get_made (UkCatalogue *self);
const UkSearchIndex *uk_catalogue_get_search_index (UkCatalogue *self);

G_END_DECLS
