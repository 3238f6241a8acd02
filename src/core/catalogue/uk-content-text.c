/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-text.h"

#include "core/catalogue/uk-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/**
 * uk_line_finder_init:
 * @finder: a finder
 * @text: the whole file, NUL-terminated; must stay where it is
 */
void
uk_line_finder_init (UkLineFinder *finder, const char *text)
{
  g_return_if_fail (finder != NULL && text != NULL);

  finder->text = text;
  finder->line_start = text;
  finder->line = 1;
}

/**
 * uk_line_finder_get_tag_line:
 * @finder: a finder
 * @context: the context that is calling back for a tag; calls must come in the order of the file
 *
 * Returns: the line, from 1, of the "<" of the tag
 */
guint
uk_line_finder_get_tag_line (UkLineFinder *finder, GMarkupParseContext *context)
{
  int end_line, end_char;
  const char *p;
  guint line;

  g_return_val_if_fail (finder != NULL && context != NULL, 0);

  g_markup_parse_context_get_position (context, &end_line, &end_char);
  while (finder->line < (guint) end_line) {
    const char *newline = strchr (finder->line_start, '\n');

    if (newline == NULL)
      break;
    finder->line_start = newline + 1;
    finder->line++;
  }

  p = finder->line_start;
  while (end_char-- > 1 && *p != '\0' && *p != '\n')
    p = g_utf8_next_char (p);
  for (line = finder->line; p > finder->text && *p != '<'; p--) {
    if (*p == '\n' && p < finder->line_start)
      line--;
  }
  return line;
}

/**
 * uk_text_normalise:
 * @text: (inout): a text, changed in place
 *
 * Makes one blank of every run of white space and drops it at both ends, as xgettext does.
 */
void
uk_text_normalise (char *text)
{
  const char *from = text;
  char *to = text;

  g_return_if_fail (text != NULL);

  while (*from != '\0') {
    if (!is_blank (*from)) {
      *to++ = *from++;
      continue;
    }
    while (is_blank (*from))
      from++;
    if (to > text && *from != '\0')
      *to++ = ' ';
  }
  *to = '\0';
}

/**
 * uk_content_error_from_markup:
 * @error: what GMarkup reported
 * @context: its context
 * @file: name of the file for the message
 *
 * Returns: (transfer full): the same as "file:line: reason"
 */
GError *
uk_content_error_from_markup (const GError *error, GMarkupParseContext *context, const char *file)
{
  UkFilePos place = { file, 1 };
  const char *reason;
  int line;

  g_return_val_if_fail (error != NULL && context != NULL && file != NULL, NULL);

  g_markup_parse_context_get_position (context, &line, NULL);
  place.line = (guint) MAX (line, 1);

  /* GMarkup's own messages start with "Error on line 3 char 7: ", in the user's language. */
  reason = error->message;
  if (g_ascii_isdigit (reason[strcspn (reason, "0123456789:")])) {
    const char *colon = strstr (reason, ": ");

    if (colon != NULL)
      reason = colon + 2;
  }
  return uk_content_error_new (UK_CONTENT_ERROR_FORMAT, &place, "%s", reason);
}

/**
 * uk_text_check_encoding:
 * @text: bytes of a file
 * @length: their number
 * @file: name of the file for the message
 * @error: return location for an error
 *
 * Returns: whether the bytes are UTF-8 text without NUL
 */
gboolean
uk_text_check_encoding (const char *text, gsize length, const char *file, GError **error)
{
  UkFilePos place = { file, 1 };
  const char *end, *p;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (p = text; p < end; p++) {
    if (*p == '\n')
      place.line++;
  }
  g_propagate_error (error, uk_content_error_new (UK_CONTENT_ERROR_FORMAT, &place, "%s",
                                                  _ ("This is not UTF-8 text.")));
  return FALSE;
}
