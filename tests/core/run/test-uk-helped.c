/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-helped.h"

#define LIGHTER (1u << UK_HELP_LIGHTER)
#define BREATH (1u << UK_HELP_BREATH)
#define SPOT (1u << UK_HELP_SPOT)

typedef struct {
  const char *text;
  UkHelped helped;
  const char *written;
  const char *described;
} Case;

static const Case cases[] = {
  { NULL, 0, NULL, NULL },
  { "", 0, NULL, NULL },
  { "  ", 0, NULL, NULL },
  { "lighter", LIGHTER, "lighter", "going lighter" },
  { "breath lighter", LIGHTER | BREATH, "lighter breath", "going lighter, slow breathing" },
  { "spot magic spot", SPOT, "spot", "another spot" },
  { "LIGHTER\tbreath;", 0, NULL, NULL },
};

static void
test_text (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkHelped helped = uk_helped_from_text (cases[i].text);
    g_autofree char *written = uk_helped_to_text (helped);
    g_autofree char *described = uk_helped_describe (helped);

    g_assert_cmpuint (helped, ==, cases[i].helped);
    g_assert_cmpstr (written, ==, cases[i].written);
    g_assert_cmpstr (described, ==, cases[i].described);
  }
}

/* A file of somebody else may hold more words than there are. */
static void
test_flood (void)
{
  g_autoptr (GString) text = g_string_new ("breath");
  guint i;

  for (i = 0; i < 10000; i++)
    g_string_append (text, " x");
  g_assert_cmpuint (uk_helped_from_text (text->str), ==, BREATH);
}

static void
test_count (void)
{
  static const UkHelped sets[] = { BREATH, LIGHTER | BREATH, BREATH | SPOT, LIGHTER };
  g_autofree char *all = uk_helped_count (sets, G_N_ELEMENTS (sets));
  g_autofree char *once = uk_helped_count (sets, 1);
  g_autofree char *none = uk_helped_count (NULL, 0);

  g_assert_cmpstr (all, ==, "slow breathing (3), going lighter (2)");
  g_assert_null (once);
  g_assert_null (none);
}

static void
test_names (void)
{
  guint i;

  for (i = 0; i < UK_N_HELPS; i++)
    g_assert_cmpuint (g_utf8_strlen (uk_help_get_name ((UkHelp)i), -1), >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helped/text", test_text);
  g_test_add_func ("/helped/flood", test_flood);
  g_test_add_func ("/helped/count", test_count);
  g_test_add_func ("/helped/names", test_names);
  return g_test_run ();
}
