/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-source.h"

#include <string.h>

/* Marks in the place of publication, and where what follows leads. */
static const struct {
  const char *mark;
  const char *characters; /* of the identifier */
  const char *uri;
} links[] = {
  { "doi ", "0123456789./-_()abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "https://doi.org/%s" },
  { "PubMed ", "0123456789", "https://pubmed.ncbi.nlm.nih.gov/%s/" },
  { "PMC", "0123456789", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC%s/" },
};

/**
 * uk_source_build_link:
 * @source: a publication
 *
 * Returns: (transfer full) (nullable): where it can be read, if its place names a number that leads there
 */
char *
uk_source_build_link (const UkSource *source)
{
  guint i;

  g_return_val_if_fail (source != NULL, NULL);

  for (i = 0; source->where != NULL && i < G_N_ELEMENTS (links); i++) {
    const char *found = strstr (source->where, links[i].mark);
    const char *start = found == NULL ? "" : found + strlen (links[i].mark);
    g_autofree char *id = g_strndup (start, strspn (start, links[i].characters));
    const char *percent = strchr (links[i].uri, '%');

    if (id[0] != '\0')
      return g_strdup_printf ("%.*s%s%s", (int)(percent - links[i].uri), links[i].uri, id, percent + 2);
  }
  return NULL;
}
