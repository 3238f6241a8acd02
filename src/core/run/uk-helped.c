/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-helped.h"

#include <glib/gi18n-lib.h>

/* Fewer mentions may be chance. */
#define OFTEN 2

static const struct {
  const char *id; /* in the store and in files */
  const char *name;
  const char *in_list;
} helps[UK_N_HELPS] = {
  [UK_HELP_LIGHTER] = { "lighter", N_ ("Going lighter"), N_ ("going lighter") },
  [UK_HELP_SLOWER] = { "slower", N_ ("Going slower"), N_ ("going slower") },
  [UK_HELP_LONGER] = { "longer", N_ ("Staying longer"), N_ ("staying longer") },
  [UK_HELP_BREATH] = { "breath", N_ ("Slow breathing"), N_ ("slow breathing") },
  [UK_HELP_WARM] = { "warm", N_ ("Being warm first"), N_ ("being warm first") },
  [UK_HELP_SPOT] = { "spot", N_ ("Another spot"), N_ ("another spot") },
};

/**
 * uk_helped_from_text:
 * @text: (nullable): words as uk_helped_to_text() writes them, from anywhere
 *
 * Returns: what helped; words that are not known are left out
 */
UkHelped
uk_helped_from_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", UK_N_HELPS * 2);
  UkHelped helped = 0;
  guint i, j;

  for (i = 0; words[i] != NULL; i++) {
    for (j = 0; j < UK_N_HELPS; j++)
      helped |= g_str_equal (words[i], helps[j].id) ? 1u << j : 0;
  }
  return helped;
}

/**
 * uk_helped_to_text:
 * @helped: what helped
 *
 * Returns: (transfer full) (nullable): words for the store and for files, the same in every
 * language; %NULL for nothing
 */
char *
uk_helped_to_text (UkHelped helped)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < UK_N_HELPS; i++) {
    if ((helped & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", helps[i].id);
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
append (GString *list, const char *text)
{
  if (list->len > 0)
    /* Translators: between the things of a list */
    g_string_append (list, _ (", "));
  g_string_append (list, text);
}

/**
 * uk_helped_describe:
 * @helped: what helped
 *
 * Returns: (transfer full) (nullable): "going lighter, slow breathing", translated; %NULL for
 * nothing
 */
char *
uk_helped_describe (UkHelped helped)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint i;

  for (i = 0; i < UK_N_HELPS; i++) {
    if ((helped & 1u << i) != 0)
      append (list, _ (helps[i].in_list));
  }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/**
 * uk_helped_count:
 * @sets: (array length=n_sets): what helped in each of several runs
 * @n_sets: how many
 *
 * Returns: (transfer full) (nullable): what was said more than once, the most frequent first, with
 * the number of runs: "slow breathing (4), going lighter (2)", translated; %NULL if there is none
 */
char *
uk_helped_count (const UkHelped *sets, guint n_sets)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint counts[UK_N_HELPS] = { 0 };
  guint i, j;

  g_return_val_if_fail (sets != NULL || n_sets == 0, NULL);

  for (i = 0; i < n_sets; i++) {
    for (j = 0; j < UK_N_HELPS; j++)
      counts[j] += (sets[i] & 1u << j) != 0 ? 1 : 0;
  }
  for (i = 0; i < UK_N_HELPS; i++) {
    g_autofree char *text = NULL;
    guint most = 0;

    for (j = 1; j < UK_N_HELPS; j++)
      most = counts[j] > counts[most] ? j : most;
    if (counts[most] < OFTEN)
      break;
    /* Translators: what helped, and in how many runs */
    text = g_strdup_printf (_ ("%s (%u)"), _ (helps[most].in_list), counts[most]);
    append (list, text);
    counts[most] = 0;
  }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/**
 * uk_help_get_name:
 * @help: what helped
 *
 * Returns: its name on a button, translated
 */
const char *
uk_help_get_name (UkHelp help)
{
  g_return_val_if_fail (help < UK_N_HELPS, NULL);

  return _ (helps[help].name);
}
