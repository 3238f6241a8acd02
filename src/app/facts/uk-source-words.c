/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/facts/uk-source-words.h"

#include <glib/gi18n.h>

/* Returns: (transfer full): “Behm and others, 2020”, or the title where nobody is named */
char *
uk_source_words_short (const UkSource *source)
{
  const char *who = source->author != NULL ? source->author : source->title;

  if (source->year == 0)
    return g_strdup (who);
  /* Translators: who has written a publication, and in which year: “Behm and others, 2020”. */
  return g_strdup_printf (_ ("%s, %u"), who, source->year);
}

/* Returns: (transfer full): markup with a link “source:ID” for each, a line each */
char *
uk_source_words_list (UkCatalogue *catalogue, const char *const *ids)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; ids[i] != NULL; i++) {
    const UkSource *source = uk_catalogue_get_source (catalogue, ids[i]);
    g_autofree char *words = source == NULL ? NULL : uk_source_words_short (source);
    g_autofree char *escaped = words == NULL ? NULL : g_markup_escape_text (words, -1);

    if (escaped != NULL)
      g_string_append_printf (text, "%s<a href=\"source:%s\">%s</a>", text->len > 0 ? "\n" : "",
                              source->id, escaped);
  }
  return g_string_free (text, FALSE);
}

static void
append (GString *text, const char *more)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

/* How many routines of each technique rest on it. */
static void
append_routines (GString *text, UkCatalogue *catalogue, const UkSource *source)
{
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint counts[UK_N_TECHNIQUES] = { 0 };
  UkTechnique technique;
  guint i;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    if (g_strv_contains (routine->sources, source->id))
      counts[routine->technique]++;
  }
  for (technique = 0; technique < UK_N_TECHNIQUES; technique++) {
    g_autofree char *count = NULL;

    if (counts[technique] == 0)
      continue;
    /* Translators: a technique and how many of its routines: “Ball (12 routines)”. */
    count = g_strdup_printf (ngettext ("%s (%u routine)", "%s (%u routines)", counts[technique]),
                             uk_technique_get_name (technique), counts[technique]);
    append (text, count);
  }
}

/* Returns: (transfer full): what rests on @source; empty if it is background only */
char *
uk_source_words_support (UkCatalogue *catalogue, const UkSource *source)
{
  GString *text = g_string_new (NULL);
  GPtrArray *facts = uk_catalogue_get_facts (catalogue);
  guint i;

  for (i = 0; i < facts->len; i++) {
    const UkFact *fact = g_ptr_array_index (facts, i);

    if (g_strv_contains (fact->sources, source->id))
      append (text, fact->title);
  }
  append_routines (text, catalogue, source);
  return g_string_free (text, FALSE);
}
