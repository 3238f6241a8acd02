/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content.h"

G_BEGIN_DECLS

/* The words of a catalogue, prepared for searching. */
typedef struct _UkSearchIndex UkSearchIndex;

UkSearchIndex *uk_search_index_new (const UkContent *content);
void uk_search_index_free (UkSearchIndex *index);

const UkContent *uk_catalogue_get_content (UkCatalogue *self);
UkArena *uk_catalogue_get_arena (UkCatalogue *self);
GHashTable *uk_catalogue_get_made (UkCatalogue *self);
const UkSearchIndex *uk_catalogue_get_search_index (UkCatalogue *self);

G_END_DECLS
