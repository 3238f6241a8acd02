/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/safety/uk-emergency.h"

static const struct {
  const char *locale;
  const char *number;
  const char *territory;
} cases[] = {
  { "de_DE.UTF-8", "112", "DE" },
  { "ca_ES@valencia", "112", "ES" },
  { "en_IE.UTF-8", "112", "IE" },
  { "en_GB.UTF-8", "999", "GB" },
  { "en_US.UTF-8", "911", "US" },
  { "fr_CA", "911", "CA" },
  { "en_AU.UTF-8", "000", "AU" },
  { "ja_JP.UTF-8", "119", "JP" },
  { "de_CH.UTF-8", "144", "CH" },
  { "xx_XX.UTF-8", NULL, NULL },
  { "en_USA", NULL, NULL },
  { "de", NULL, NULL },
  { "C.UTF-8", NULL, NULL },
  { "", NULL, NULL },
  { "_", NULL, NULL },
  { NULL, NULL, NULL },
};

static void
test_numbers (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *territory = NULL;
    const char *number = uk_emergency_find_number (cases[i].locale, &territory);

    g_assert_cmpstr (number, ==, cases[i].number);
    g_assert_cmpstr (territory, ==, cases[i].territory);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emergency/numbers", test_numbers);
  return g_test_run ();
}
