/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-rules.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

/* A content file made of anything, from the reader through the links to the rules. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (UkArena) arena = uk_arena_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  UkReaderOptions options = { arena, NULL, keep, NULL, size % 2 == 1 };
  g_autoptr (UkContent) content = uk_reader_read (bytes, "input.xml", &options, NULL);

  if (content != NULL)
    uk_content_link (content, 0, problems);
  uk_content_check_rules (bytes, "input.xml", NULL, NULL, problems);
  return 0;
}
