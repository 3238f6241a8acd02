/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-routine-writer.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

static UkContent *
read_bytes (UkArena *arena, gconstpointer data, gsize size)
{
  UkReaderOptions options = { arena, NULL, keep, NULL, TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return uk_reader_read (bytes, "input.xml", &options, NULL);
}

/* A routine from anywhere: what is read and written is read again, and is the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (UkArena) arena = uk_arena_new ();
  g_autoptr (UkContent) content = read_bytes (arena, data, size);
  GPtrArray *routines = content == NULL ? NULL : content->tables[UK_KIND_ROUTINE].items;
  guint i;

  for (i = 0; routines != NULL && i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    g_autofree char *text = uk_routine_writer_write (&routine, 1);
    g_autoptr (UkContent) again = read_bytes (arena, text, strlen (text));

    if (again == NULL
        || !uk_routine_equal (uk_content_get (again, UK_KIND_ROUTINE, routine->id), routine))
      g_abort ();
  }
  return 0;
}
