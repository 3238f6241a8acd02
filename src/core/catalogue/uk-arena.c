/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-arena.h"

#include <string.h>

#define BLOCK_SIZE (32 * 1024)
#define ALIGNMENT 16

struct _UkArena {
  GPtrArray *blocks;     /* (owned) (element-type gpointer) */
  char *next;            /* first free byte of the last block */
  gsize room;            /* free bytes of the last block */
  GStringChunk *strings; /* (owned) */
};

/**
 * uk_arena_new:
 *
 * Returns: (transfer full): an empty arena
 */
UkArena *
uk_arena_new (void)
{
  UkArena *arena = g_new0 (UkArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  arena->strings = g_string_chunk_new (BLOCK_SIZE);
  return arena;
}

/**
 * uk_arena_free:
 * @arena: an arena
 *
 * Frees everything that was handed out.
 */
void
uk_arena_free (UkArena *arena)
{
  g_return_if_fail (arena != NULL);

  g_ptr_array_unref (arena->blocks);
  g_string_chunk_free (arena->strings);
  g_free (arena);
}

/**
 * uk_arena_alloc:
 * @arena: an arena
 * @size: bytes
 *
 * Returns: (transfer none): zeroed memory, aligned for every type
 */
gpointer
uk_arena_alloc (UkArena *arena, gsize size)
{
  gsize rounded;
  gpointer piece;

  g_return_val_if_fail (arena != NULL, NULL);
  g_return_val_if_fail (size < G_MAXSIZE - ALIGNMENT, NULL);

  rounded = (size + ALIGNMENT - 1) & ~((gsize)ALIGNMENT - 1);
  if (rounded > arena->room) {
    gsize block_size = MAX (rounded, BLOCK_SIZE);

    arena->next = g_malloc0 (block_size);
    arena->room = block_size;
    g_ptr_array_add (arena->blocks, arena->next);
  }
  piece = arena->next;
  arena->next += rounded;
  arena->room -= rounded;
  return piece;
}

/**
 * uk_arena_copy:
 * @arena: an arena
 * @data: (nullable): what to copy
 * @size: bytes of @data
 *
 * Returns: (transfer none) (nullable): a copy in the arena, %NULL if @size is 0
 */
gpointer
uk_arena_copy (UkArena *arena, gconstpointer data, gsize size)
{
  gpointer piece;

  g_return_val_if_fail (data != NULL || size == 0, NULL);

  if (size == 0)
    return NULL;
  piece = uk_arena_alloc (arena, size);
  memcpy (piece, data, size);
  return piece;
}

/**
 * uk_arena_intern:
 * @arena: an arena
 * @text: a string
 *
 * Returns: (transfer none): the arena's one copy of @text
 */
const char *
uk_arena_intern (UkArena *arena, const char *text)
{
  g_return_val_if_fail (arena != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return g_string_chunk_insert_const (arena->strings, text);
}
