/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is handed out in pieces and given back all at once. */
typedef struct _UkArena UkArena;

UkArena *uk_arena_new (void);
void uk_arena_free (UkArena *arena);

gpointer uk_arena_alloc (UkArena *arena, gsize size);
gpointer uk_arena_copy (UkArena *arena, gconstpointer data, gsize size);
const char *uk_arena_intern (UkArena *arena, const char *text);

#define uk_arena_new0(arena, type) ((type *)uk_arena_alloc ((arena), sizeof (type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkArena, uk_arena_free)

G_END_DECLS
