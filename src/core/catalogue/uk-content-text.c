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

static void
move_to (UkTagFinder *finder, const char *to)
{
  for (; finder->next < to; finder->next++) {
    if (*finder->next == '\n')
      finder->line++;
  }
}

/* Behind the next @mark, or at the end of the text. */
static const char *
find_behind (const char *text, const char *mark)
{
  const char *found = strstr (text, mark);

  return found == NULL ? text + strlen (text) : found + strlen (mark);
}

/* If @text starts with something between "<" and ">" that is no tag, what is behind it, else NULL.
 */
static const char *
skip_aside (const char *text)
{
  if (g_str_has_prefix (text, "<!--"))
    return find_behind (text, "-->");
  if (g_str_has_prefix (text, "<![CDATA["))
    return find_behind (text, "]]>");
  if (g_str_has_prefix (text, "<?"))
    return find_behind (text, "?>");
  if (g_str_has_prefix (text, "<!"))
    return find_behind (text, ">");
  return NULL;
}

/* To the "<" of the next tag, or to the end of the text. */
static void
move_to_tag (UkTagFinder *finder)
{
  const char *p = finder->next;

  for (;;) {
    const char *behind;

    p += strcspn (p, "<");
    behind = skip_aside (p);
    if (behind == NULL)
      break;
    p = behind;
  }
  move_to (finder, p);
}

static void
move_behind_tag (UkTagFinder *finder)
{
  const char *p = finder->next;
  char quote = '\0';

  for (; *p != '\0' && (quote != '\0' || *p != '>'); p++) {
    if (quote == *p)
      quote = '\0';
    else if (quote == '\0' && (*p == '"' || *p == '\''))
      quote = *p;
  }
  finder->closed = p > finder->next && p[-1] == '/';
  move_to (finder, *p == '\0' ? p : p + 1);
}

/**
 * uk_tag_finder_init:
 * @finder: a finder
 * @text: the whole file, NUL-terminated; must stay where it is
 */
void
uk_tag_finder_init (UkTagFinder *finder, const char *text)
{
  g_return_if_fail (finder != NULL && text != NULL);

  *finder = (UkTagFinder){ text, 1, FALSE };
}

/**
 * uk_tag_finder_start:
 * @finder: a finder
 *
 * To be called for every start of an element.
 *
 * Returns: the line, from 1, where its tag starts
 */
guint
uk_tag_finder_start (UkTagFinder *finder)
{
  guint line;

  g_return_val_if_fail (finder != NULL, 0);

  move_to_tag (finder);
  line = finder->line;
  move_behind_tag (finder);
  return line;
}

/**
 * uk_tag_finder_end:
 * @finder: a finder
 *
 * To be called for every end of an element.
 */
void
uk_tag_finder_end (UkTagFinder *finder)
{
  g_return_if_fail (finder != NULL);

  if (!finder->closed) {
    move_to_tag (finder);
    move_behind_tag (finder);
  }
  finder->closed = FALSE;
}

/**
 * uk_tag_finder_get_text_line:
 * @finder: a finder
 *
 * Returns: the line, from 1, of the first word behind the last tag
 */
guint
uk_tag_finder_get_text_line (const UkTagFinder *finder)
{
  UkTagFinder ahead;

  g_return_val_if_fail (finder != NULL, 0);

  ahead = *finder;
  for (;;) {
    const char *behind;

    move_to (&ahead, ahead.next + strspn (ahead.next, " \t\n\r"));
    behind = skip_aside (ahead.next);
    if (behind == NULL || g_str_has_prefix (ahead.next, "<![CDATA["))
      return ahead.line;
    move_to (&ahead, behind);
  }
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
  place.line = (guint)MAX (line, 1);

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
