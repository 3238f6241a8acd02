/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is nested deeper is no file of ours. */
#define DEEPEST 32

struct _UkJson {
  const char *start; /* not owned */
  const char *at;
  const char *end;
  GString *name;           /* owned: of the member */
  char closing[DEEPEST];   /* of the objects and arrays around */
  gboolean first[DEEPEST]; /* no member or element came yet */
  guint depth;
  const char *wrong; /* where the first mistake is, or NULL */
};

/**
 * uk_json_new:
 * @text: a JSON text; must stay
 * @length: its bytes
 *
 * Returns: (transfer full): one that stands at the beginning
 */
UkJson *
uk_json_new (const char *text, gsize length)
{
  UkJson *json;

  g_return_val_if_fail (text != NULL, NULL);

  json = g_new0 (UkJson, 1);
  json->start = json->at = text;
  json->end = text + length;
  json->name = g_string_new (NULL);
  return json;
}

void
uk_json_free (UkJson *json)
{
  if (json == NULL)
    return;
  g_string_free (json->name, TRUE);
  g_free (json);
}

static gboolean
fail (UkJson *json)
{
  if (json->wrong == NULL)
    json->wrong = json->at;
  json->at = json->end;
  return FALSE;
}

/* The next character that matters; NUL at the end. */
static char
peek (UkJson *json)
{
  while (json->at < json->end && strchr (" \t\r\n", *json->at) != NULL && *json->at != '\0')
    json->at++;
  return json->at < json->end ? *json->at : '\0';
}

static gboolean
take (UkJson *json, char c)
{
  if (c == '\0' || peek (json) != c)
    return fail (json);
  json->at++;
  return TRUE;
}

static gboolean
enter (UkJson *json, char opening, char closing)
{
  if (json->depth == DEEPEST || !take (json, opening))
    return fail (json);
  json->closing[json->depth] = closing;
  json->first[json->depth] = TRUE;
  json->depth++;
  return TRUE;
}

/* Steps over a comma to what comes next; FALSE after the end, which is stepped over too. */
static gboolean
next (UkJson *json, char closing)
{
  if (json->wrong != NULL || json->depth == 0 || json->closing[json->depth - 1] != closing)
    return fail (json);
  if (peek (json) == closing) {
    json->at++;
    json->depth--;
    return FALSE;
  }
  if (!json->first[json->depth - 1] && !take (json, ','))
    return FALSE;
  json->first[json->depth - 1] = FALSE;
  return TRUE;
}

static gboolean
read_hex (UkJson *json, gunichar *value)
{
  int i;

  *value = 0;
  for (i = 0; i < 4; i++, json->at++) {
    if (json->at == json->end || !g_ascii_isxdigit (*json->at))
      return fail (json);
    *value = *value * 16 + (gunichar)g_ascii_xdigit_value (*json->at);
  }
  return TRUE;
}

/* What follows "\u": perhaps a pair of two.  No text of ours holds NUL. */
static gboolean
read_unicode (UkJson *json, GString *text)
{
  gunichar c, low;

  if (!read_hex (json, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00) {
    if (json->end - json->at < 2 || json->at[0] != '\\' || json->at[1] != 'u')
      return fail (json);
    json->at += 2;
    if (!read_hex (json, &low) || low < 0xdc00 || low >= 0xe000)
      return fail (json);
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
  }
  if (c == 0 || (c >= 0xdc00 && c < 0xe000))
    return fail (json);
  g_string_append_unichar (text, c);
  return TRUE;
}

static gboolean
read_escape (UkJson *json, GString *text)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *place;

  json->at++;
  if (json->at == json->end || *json->at == '\0')
    return fail (json);
  if (*json->at == 'u') {
    json->at++;
    return read_unicode (json, text);
  }
  place = strchr (from, *json->at);
  if (place == NULL)
    return fail (json);
  g_string_append_c (text, to[place - from]);
  json->at++;
  return TRUE;
}

static gboolean
read_text (UkJson *json, GString *text)
{
  g_string_truncate (text, 0);
  if (!take (json, '"'))
    return FALSE;
  while (json->at < json->end && *json->at != '"') {
    const char *plain = json->at;

    while (json->at < json->end && *json->at != '"' && *json->at != '\\'
           && (guchar)*json->at >= 0x20)
      json->at++;
    g_string_append_len (text, plain, json->at - plain);
    if (json->at == json->end || (guchar)*json->at < 0x20)
      return fail (json);
    if (*json->at == '\\' && !read_escape (json, text))
      return FALSE;
  }
  return take (json, '"') && (g_utf8_validate (text->str, (gssize)text->len, NULL) || fail (json));
}

/**
 * uk_json_enter_object:
 *
 * Returns: whether an object begins here; uk_json_next_member() is next
 */
gboolean
uk_json_enter_object (UkJson *json)
{
  g_return_val_if_fail (json != NULL, FALSE);

  return enter (json, '{', '}');
}

/**
 * uk_json_next_member:
 *
 * Returns: (transfer none) (nullable): the name of the next member, whose value is to be read or
 * skipped before the next call; %NULL at the end of the object
 */
const char *
uk_json_next_member (UkJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  if (!next (json, '}') || !read_text (json, json->name) || !take (json, ':'))
    return NULL;
  return json->name->str;
}

/**
 * uk_json_enter_array:
 *
 * Returns: whether an array begins here; uk_json_next_element() is next
 */
gboolean
uk_json_enter_array (UkJson *json)
{
  g_return_val_if_fail (json != NULL, FALSE);

  return enter (json, '[', ']');
}

/**
 * uk_json_next_element:
 *
 * Returns: whether there is another element, which is to be read or skipped before the next call
 */
gboolean
uk_json_next_element (UkJson *json)
{
  g_return_val_if_fail (json != NULL, FALSE);

  return next (json, ']');
}

static gboolean
take_word (UkJson *json, const char *word)
{
  const gsize length = strlen (word);

  peek (json);
  if ((gsize)(json->end - json->at) < length || strncmp (json->at, word, length) != 0)
    return FALSE;
  json->at += length;
  return TRUE;
}

/**
 * uk_json_read_null:
 *
 * Returns: whether null stood here; otherwise the value is still to be read
 */
gboolean
uk_json_read_null (UkJson *json)
{
  g_return_val_if_fail (json != NULL, FALSE);

  return take_word (json, "null");
}

/**
 * uk_json_read_string:
 *
 * Returns: (transfer full) (nullable): the text here, valid UTF-8; %NULL with a mistake
 */
char *
uk_json_read_string (UkJson *json)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (json != NULL, NULL);

  return read_text (json, text) ? g_strdup (text->str) : NULL;
}

/**
 * uk_json_read_number:
 * @value: (out): the number
 *
 * Returns: whether a number stood here
 */
gboolean
uk_json_read_number (UkJson *json, double *value)
{
  char digits[64];
  gsize n = 0;
  char *end;

  g_return_val_if_fail (json != NULL && value != NULL, FALSE);

  peek (json);
  while (n < sizeof digits - 1 && json->at + n < json->end && json->at[n] != '\0'
         && strchr ("+-.0123456789eE", json->at[n]) != NULL) {
    digits[n] = json->at[n];
    n++;
  }
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, &end);
  if (n == 0 || *end != '\0' || digits[0] == '+' || digits[0] == '.')
    return fail (json);
  json->at += n;
  return TRUE;
}

/**
 * uk_json_read_boolean:
 * @value: (out): what it is
 *
 * Returns: whether true or false stood here
 */
gboolean
uk_json_read_boolean (UkJson *json, gboolean *value)
{
  g_return_val_if_fail (json != NULL && value != NULL, FALSE);

  *value = take_word (json, "true");
  return *value || take_word (json, "false") || fail (json);
}

/* The depth is bounded, so that no file can use up the stack. */
static void
skip_nested (UkJson *json)
{
  if (peek (json) == '{') {
    uk_json_enter_object (json);
    while (uk_json_next_member (json) != NULL)
      uk_json_skip (json);
  } else {
    uk_json_enter_array (json);
    while (uk_json_next_element (json))
      uk_json_skip (json);
  }
}

/**
 * uk_json_skip:
 *
 * Steps over one value of any kind.
 */
void
uk_json_skip (UkJson *json)
{
  gboolean truth;
  double number;

  g_return_if_fail (json != NULL);

  switch (peek (json)) {
  case '{':
  case '[':
    skip_nested (json);
    break;
  case '"':
    read_text (json, json->name);
    break;
  case 't':
  case 'f':
    uk_json_read_boolean (json, &truth);
    break;
  case 'n':
    if (!uk_json_read_null (json))
      fail (json);
    break;
  default:
    uk_json_read_number (json, &number);
  }
}

/**
 * uk_json_get_line:
 *
 * Returns: the line of the first mistake, or of where it stands, counted from 1
 */
guint
uk_json_get_line (UkJson *json)
{
  const char *until, *p;
  guint line = 1;

  g_return_val_if_fail (json != NULL, 0);

  until = json->wrong != NULL ? json->wrong : json->at;
  for (p = json->start; p < until; p++)
    line += *p == '\n' ? 1 : 0;
  return line;
}

/**
 * uk_json_finish:
 * @error: return location
 *
 * Returns: whether there was no mistake and nothing follows
 */
gboolean
uk_json_finish (UkJson *json, GError **error)
{
  g_return_val_if_fail (json != NULL, FALSE);

  if (json->wrong == NULL) {
    peek (json);
    if (json->depth == 0 && json->at == json->end)
      return TRUE;
    fail (json);
  }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %u cannot be read"),
               uk_json_get_line (json));
  return FALSE;
}

/**
 * uk_json_append_string:
 * @json: where to append
 * @text: (nullable): UTF-8; %NULL becomes null
 *
 * Appends a JSON string with its quotes.
 */
void
uk_json_append_string (GString *json, const char *text)
{
  const char *p;

  g_return_if_fail (json != NULL);

  if (text == NULL) {
    g_string_append (json, "null");
    return;
  }
  g_string_append_c (json, '"');
  for (p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (json, '\\');
    if (*p == '\n')
      g_string_append (json, "\\n");
    else if ((guchar)*p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint)(guchar)*p);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}
