/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

const char *const uk_words_verdicts[] = { "ok", "care", "never", "skip", NULL };
const char *const uk_words_rulings[] = { "open", "care", "ask", "never-here", "never", NULL };
const char *const uk_words_evidences[] = { "good", "some", "weak", "tradition", NULL };
const char *const uk_words_levels[] = { "gentle", "usual", "strong", NULL };
const char *const uk_words_sides[] = { "none", "one", "each", "both", NULL };
const char *const uk_words_topics[] = { "knot", "disputed", "technique", NULL };
const char *const uk_words_urgencies[] = { "now", "today", "soon", "care", "go", NULL };
const char *const uk_words_surfaces[] = { "wall", "floor", "massager", NULL };
const char *const uk_words_equipment[] = {
  "ball",      "twin-ball", "roller", "cane",  "massager",   "helper",  "band",
  "towel",     "chair",     "wall",   "floor", "table",      "doorway", "heat-pad",
  "cold-pack", "shower",    "bath",   "basin", "elliptical", "pool",    "bottle",
  "pillow",    "screen",    "clock",  NULL,
};
const char *const uk_words_places[] = {
  "anywhere", "wall", "floor", "chair", "desk", "bed", "bath", "pool", "gym", "outdoors", NULL,
};
const char *const uk_words_postures[]
    = { "standing", "sitting", "lying", "kneeling", "moving", NULL };
const char *const uk_words_parts[] = { "jumps", "swimming", "contrast", NULL };
const char *const uk_words_causes[] = {
  "desk", "phone", "travel", "sleep", "carrying", "sport", "stress", "standing", NULL,
};

/**
 * uk_words_get_technique:
 * @reader: a reader
 * @attribute: name of an attribute that was given
 * @technique: (out): its value
 * @error: return location for an error
 *
 * Returns: whether the value is a technique
 */
gboolean
uk_words_get_technique (UkReader *reader,
                        const char *attribute,
                        UkTechnique *technique,
                        GError **error)
{
  const char *value = uk_reader_get (reader, attribute);

  if (uk_technique_from_id (value, technique))
    return TRUE;
  return uk_reader_fail (reader, error, _ ("There is no technique “%s”."), value);
}

/**
 * uk_words_get_optional:
 * @reader: a reader
 * @attribute: name of an attribute
 * @choices: (array zero-terminated=1): its possible values
 * @word: (out) (nullable): the one that it has, %NULL if it is not given
 * @error: return location for an error
 *
 * Returns: whether the value is one of @choices
 */
gboolean
uk_words_get_optional (UkReader *reader,
                       const char *attribute,
                       const char *const *choices,
                       const char **word,
                       GError **error)
{
  guint choice;

  *word = NULL;
  if (!uk_reader_get_choice (reader, attribute, choices, 0, &choice, error))
    return FALSE;
  if (uk_reader_get (reader, attribute) != NULL)
    *word = choices[choice];
  return TRUE;
}
