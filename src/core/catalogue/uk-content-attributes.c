/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID 80

static gboolean
is_id (const char *id)
{
  const char *p;

  if (!g_ascii_isalpha (id[0]) || strlen (id) > MAX_ID)
    return FALSE;
  for (p = id; *p != '\0'; p++) {
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  }
  return p[-1] != '-' && strstr (id, "--") == NULL;
}

/**
 * uk_reader_check_id:
 * @reader: a reader
 * @attribute: name of the attribute that @id stands in
 * @id: a value
 * @error: return location for an error
 *
 * Returns: whether @id is well-formed
 */
gboolean
uk_reader_check_id (UkReader *reader, const char *attribute, const char *id, GError **error)
{
  if (is_id (id))
    return TRUE;
  return uk_reader_fail (
      reader, error,
      _ ("“%s” in the attribute “%s” is not an id: letters, digits and single hyphens only."), id,
      attribute);
}

static int
find_word (const char *const *choices, const char *word)
{
  int i;

  for (i = 0; choices[i] != NULL; i++) {
    if (g_str_equal (choices[i], word))
      return i;
  }
  return -1;
}

static gboolean
fail_choice (UkReader *reader,
             const char *attribute,
             const char *word,
             const char *const *choices,
             GError **error)
{
  g_autofree char *known = g_strjoinv (", ", (char **)choices);

  return uk_reader_fail (reader, error, _ ("“%s” is no value for “%s”; there are: %s."), word,
                         attribute, known);
}

/* Splits a list of words and keeps it in the arena; @check is asked for each. */
static gboolean
get_list (UkReader *reader,
          const char *attribute,
          const char *const *choices,
          const char *const **list,
          GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (
      uk_reader_get (reader, attribute) != NULL ? uk_reader_get (reader, attribute) : "", " \t\n\r",
      -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint i;

  for (i = 0; words[i] != NULL; i++) {
    const char *word;

    if (words[i][0] == '\0')
      continue;
    if (choices == NULL && !uk_reader_check_id (reader, attribute, words[i], error))
      return FALSE;
    if (choices != NULL && find_word (choices, words[i]) < 0)
      return fail_choice (reader, attribute, words[i], choices, error);
    word = uk_arena_intern (uk_reader_get_arena (reader), words[i]);
    if (g_ptr_array_find (kept, word, NULL))
      return uk_reader_fail (reader, error, _ ("“%s” stands twice in the attribute “%s”."), word,
                             attribute);
    g_ptr_array_add (kept, (gpointer)word);
  }
  g_ptr_array_add (kept, NULL);
  *list = uk_arena_copy (uk_reader_get_arena (reader), kept->pdata, kept->len * sizeof (gpointer));
  return TRUE;
}

/**
 * uk_reader_get_id:
 * @reader: a reader
 * @attribute: name of an attribute that was given
 * @id: (out): its value, in the arena
 * @error: return location for an error
 *
 * Returns: whether the value is a well-formed id
 */
gboolean
uk_reader_get_id (UkReader *reader, const char *attribute, const char **id, GError **error)
{
  const char *value = uk_reader_get (reader, attribute);

  g_assert (value != NULL);
  if (!uk_reader_check_id (reader, attribute, value, error))
    return FALSE;
  *id = uk_arena_intern (uk_reader_get_arena (reader), value);
  return TRUE;
}

/**
 * uk_reader_get_new_id:
 * @reader: a reader
 * @kind: what the id is for
 * @id: (out): the value of the attribute "id", in the arena
 * @error: return location for an error
 *
 * Returns: whether the id is well-formed and not taken
 */
gboolean
uk_reader_get_new_id (UkReader *reader, UkKind kind, const char **id, GError **error)
{
  const UkContent *known = uk_reader_get_known (reader);

  if (!uk_reader_get_id (reader, "id", id, error))
    return FALSE;
  if (uk_content_get (uk_reader_get_content (reader), kind, *id) != NULL
      || (known != NULL && uk_content_get (known, kind, *id) != NULL))
    return uk_reader_fail (reader, error, _ ("The id “%s” is taken already."), *id);
  return TRUE;
}

/**
 * uk_reader_get_ids:
 * @reader: a reader
 * @attribute: name of an attribute
 * @ids: (out) (array zero-terminated=1): its ids, in the arena; empty if not given
 * @error: return location for an error
 *
 * Returns: whether all are well-formed and different
 */
gboolean
uk_reader_get_ids (UkReader *reader, const char *attribute, const char *const **ids, GError **error)
{
  return get_list (reader, attribute, NULL, ids, error);
}

/**
 * uk_reader_get_words:
 * @reader: a reader
 * @attribute: name of an attribute
 * @choices: (array zero-terminated=1): what it may hold
 * @words: (out) (array zero-terminated=1): its words, in the arena; empty if not given
 * @error: return location for an error
 *
 * Returns: whether all are known and different
 */
gboolean
uk_reader_get_words (UkReader *reader,
                     const char *attribute,
                     const char *const *choices,
                     const char *const **words,
                     GError **error)
{
  return get_list (reader, attribute, choices, words, error);
}

/**
 * uk_reader_get_choice:
 * @reader: a reader
 * @attribute: name of an attribute
 * @choices: (array zero-terminated=1): its possible values
 * @otherwise: what to return if it is not given
 * @choice: (out): index of the value in @choices
 * @error: return location for an error
 *
 * Returns: whether the value is one of @choices
 */
gboolean
uk_reader_get_choice (UkReader *reader,
                      const char *attribute,
                      const char *const *choices,
                      guint otherwise,
                      guint *choice,
                      GError **error)
{
  const char *value = uk_reader_get (reader, attribute);
  int index;

  *choice = otherwise;
  if (value == NULL)
    return TRUE;
  index = find_word (choices, value);
  if (index < 0)
    return fail_choice (reader, attribute, value, choices, error);
  *choice = (guint)index;
  return TRUE;
}

/**
 * uk_reader_get_flag:
 * @reader: a reader
 * @attribute: name of an attribute that may be yes or no
 * @otherwise: what to return if it is not given
 * @flag: (out): the value
 * @error: return location for an error
 *
 * Returns: whether the value is yes or no
 */
gboolean
uk_reader_get_flag (
    UkReader *reader, const char *attribute, gboolean otherwise, gboolean *flag, GError **error)
{
  static const char *const choices[] = { "no", "yes", NULL };
  guint choice;

  if (!uk_reader_get_choice (reader, attribute, choices, otherwise ? 1 : 0, &choice, error))
    return FALSE;
  *flag = choice == 1;
  return TRUE;
}

/**
 * uk_reader_get_number:
 * @reader: a reader
 * @attribute: name of an attribute
 * @min: smallest value
 * @max: greatest value
 * @otherwise: what to return if it is not given
 * @number: (out): the value
 * @error: return location for an error
 *
 * Returns: whether the value is a number in the range
 */
gboolean
uk_reader_get_number (UkReader *reader,
                      const char *attribute,
                      guint min,
                      guint max,
                      guint otherwise,
                      guint *number,
                      GError **error)
{
  const char *value = uk_reader_get (reader, attribute);
  guint64 parsed;

  *number = otherwise;
  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, min, max, &parsed, NULL))
    return uk_reader_fail (reader, error, _ ("“%s” must be a number from %u to %u, not “%s”."),
                           attribute, min, max, value);
  *number = (guint)parsed;
  return TRUE;
}
