/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-emergency.h"

#include <string.h>

/* The number that sends an ambulance, and the countries where it does. */
static const struct {
  const char *number;
  const char *territories[40];
} numbers[] = {
  { "112", { "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
             "IE", "IN", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE",
             "SI", "SK", "TR", NULL } },
  { "911", { "CA", "MX", "PH", "US", NULL } },
  { "999", { "GB", "HK", "MY", NULL } },
  { "000", { "AU", NULL } },
  { "101", { "IL", NULL } },
  { "103", { "UA", NULL } },
  { "111", { "NZ", NULL } },
  { "113", { "NO", NULL } },
  { "119", { "JP", "KR", "TW", NULL } },
  { "120", { "CN", NULL } },
  { "144", { "CH", NULL } },
  { "192", { "BR", NULL } },
  { "995", { "SG", NULL } },
};

/**
 * uk_emergency_find_number:
 * @locale: (nullable): a locale such as "de_DE.UTF-8"
 * @territory: (out) (optional): two letters of the country
 *
 * Returns: (nullable): the number that calls an ambulance there; %NULL if it is not known for sure
 */
const char *
uk_emergency_find_number (const char *locale, const char **territory)
{
  const char *start = locale == NULL ? NULL : strchr (locale, '_');
  guint i, j;

  if (start == NULL || strcspn (start + 1, ".@") != 2)
    return NULL;
  for (i = 0; i < G_N_ELEMENTS (numbers); i++) {
    for (j = 0; numbers[i].territories[j] != NULL; j++) {
      if (strncmp (numbers[i].territories[j], start + 1, 2) != 0)
        continue;
      if (territory != NULL)
        *territory = numbers[i].territories[j];
      return numbers[i].number;
    }
  }
  return NULL;
}
