/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Follows the tags of a file beside GMarkup, which does not tell where they start. */
typedef struct {
  const char *next; /* behind the last tag */
  guint line;       /* of @next, from 1 */
  gboolean closed;  /* the last tag was <like-this/> */
} UkTagFinder;

void uk_tag_finder_init (UkTagFinder *finder, const char *text);
guint uk_tag_finder_start (UkTagFinder *finder);
void uk_tag_finder_end (UkTagFinder *finder);
guint uk_tag_finder_get_text_line (const UkTagFinder *finder);

void uk_text_normalise (char *text);
GError *
uk_content_error_from_markup (const GError *error, GMarkupParseContext *context, const char *file);
gboolean uk_text_check_encoding (const char *text, gsize length, const char *file, GError **error);

G_END_DECLS
