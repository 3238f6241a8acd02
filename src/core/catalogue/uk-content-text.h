/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds the line on which the tag that is being reported starts; GMarkup knows only where it ends. */
typedef struct {
  const char *line_start;
  const char *text;
  guint line;
} UkLineFinder;

void uk_line_finder_init (UkLineFinder *finder, const char *text);
guint uk_line_finder_get_tag_line (UkLineFinder *finder, GMarkupParseContext *context);

void uk_text_normalise (char *text);
GError *uk_content_error_from_markup (const GError *error, GMarkupParseContext *context, const char *file);
gboolean uk_text_check_encoding (const char *text, gsize length, const char *file, GError **error);

G_END_DECLS
