/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-diary.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A diary from anywhere: what is read and written is read again, and is written the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (UkDiary) diary = size > 0 && *data == '{'
                                  ? uk_diary_from_json ((const char *)data, size, utc, NULL)
                                  : uk_diary_from_csv ((const char *)data, size, utc, NULL);
  g_autoptr (UkDiary) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (diary == NULL)
    return 0;
  first = uk_diary_to_json (diary, 0, utc);
  again = uk_diary_from_json (g_bytes_get_data (first, NULL), g_bytes_get_size (first), utc, NULL);
  if (again == NULL)
    g_abort ();
  second = uk_diary_to_json (again, 0, utc);
  if (!g_bytes_equal (first, second))
    g_abort ();
  return 0;
}
