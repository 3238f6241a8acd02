/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-body-kind.h"

static void
test_kinds (void)
{
  UkBodyKind kind;

  for (UkBodyKind i = 0; i < UK_N_BODY_KINDS; i++) {
    g_assert_true (uk_body_kind_from_nick (uk_body_kind_to_nick (i), &kind));
    g_assert_cmpint (kind, ==, i);
    g_assert_cmpstr (uk_body_kind_get_name (i), !=, "");
  }
  kind = UK_BODY_MALE;
  g_assert_false (uk_body_kind_from_nick ("Female", &kind));
  g_assert_false (uk_body_kind_from_nick (NULL, &kind));
  g_assert_cmpint (kind, ==, UK_BODY_MALE);
}

static void
test_tones (void)
{
  UkSkinTone tone;

  for (UkSkinTone i = 0; i < UK_N_SKIN_TONES; i++) {
    g_assert_true (uk_skin_tone_from_nick (uk_skin_tone_to_nick (i), &tone));
    g_assert_cmpint (tone, ==, i);
    g_assert_cmpstr (uk_skin_tone_get_name (i), !=, "");
  }
  g_assert_true (uk_skin_tone_from_nick ("3", &tone));
  g_assert_cmpint (tone, ==, UK_SKIN_3);
  tone = UK_SKIN_2;
  g_assert_false (uk_skin_tone_from_nick ("0", &tone));
  g_assert_false (uk_skin_tone_from_nick ("5", &tone));
  g_assert_false (uk_skin_tone_from_nick ("33", &tone));
  g_assert_false (uk_skin_tone_from_nick ("", &tone));
  g_assert_false (uk_skin_tone_from_nick (NULL, &tone));
  g_assert_cmpint (tone, ==, UK_SKIN_2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-kind/kinds", test_kinds);
  g_test_add_func ("/body-kind/tones", test_tones);
  return g_test_run ();
}
