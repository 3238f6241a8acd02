/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-body-kind.h"

#include <glib/gi18n-lib.h>

/* A choice: its nick in the settings and on the command line, and its name. */
typedef struct {
  const char *nick, *name;
} Choice;

static const Choice kinds[UK_N_BODY_KINDS] = {
  [UK_BODY_NEUTRAL] = { "neutral", NC_ ("body", "Neutral") },
  [UK_BODY_FEMALE] = { "female", NC_ ("body", "Female") },
  [UK_BODY_MALE] = { "male", NC_ ("body", "Male") },
};

static const Choice tones[UK_N_SKIN_TONES] = {
  [UK_SKIN_PLATE] = { "plate", NC_ ("skin", "As on a printed plate") },
  [UK_SKIN_1] = { "light", NC_ ("skin", "Light") },
  [UK_SKIN_2] = { "tan", NC_ ("skin", "Tan") },
  [UK_SKIN_3] = { "brown", NC_ ("skin", "Brown") },
  [UK_SKIN_4] = { "dark", NC_ ("skin", "Dark") },
};

static int
find_nick (const Choice *choices, guint n, const char *nick)
{
  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (choices[i].nick, nick) == 0)
      return (int)i;
  }
  return -1;
}

/**
 * uk_body_kind_to_nick:
 * @kind: a body
 *
 * Returns: (transfer none): its nick in the settings; not for display
 */
const char *
uk_body_kind_to_nick (UkBodyKind kind)
{
  g_return_val_if_fail ((guint)kind < UK_N_BODY_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * uk_body_kind_from_nick:
 * @nick: (nullable): neutral, female or male
 * @kind: (out): the body
 *
 * Returns: %FALSE and @kind untouched if there is no such body
 */
gboolean
uk_body_kind_from_nick (const char *nick, UkBodyKind *kind)
{
  int found = find_nick (kinds, UK_N_BODY_KINDS, nick);

  g_return_val_if_fail (kind != NULL, FALSE);

  if (found >= 0)
    *kind = (UkBodyKind)found;
  return found >= 0;
}

/**
 * uk_body_kind_get_name:
 * @kind: a body
 *
 * Returns: (transfer none): its translated name
 */
const char *
uk_body_kind_get_name (UkBodyKind kind)
{
  g_return_val_if_fail ((guint)kind < UK_N_BODY_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "body", kinds[kind].name);
}

/**
 * uk_skin_tone_to_nick:
 * @tone: a skin
 *
 * Returns: (transfer none): its nick in the settings; not for display
 */
const char *
uk_skin_tone_to_nick (UkSkinTone tone)
{
  g_return_val_if_fail ((guint)tone < UK_N_SKIN_TONES, NULL);

  return tones[tone].nick;
}

/**
 * uk_skin_tone_from_nick:
 * @nick: (nullable): plate, light, tan, brown or dark; or its number, 1 for light to 4 for dark
 * @tone: (out): the skin
 *
 * Returns: %FALSE and @tone untouched if there is no such skin
 */
gboolean
uk_skin_tone_from_nick (const char *nick, UkSkinTone *tone)
{
  int found = find_nick (tones, UK_N_SKIN_TONES, nick);

  g_return_val_if_fail (tone != NULL, FALSE);

  if (found < 0 && nick != NULL && nick[0] >= '1' && nick[0] < '0' + UK_N_SKIN_TONES
      && nick[1] == '\0')
    found = nick[0] - '0';
  if (found >= 0)
    *tone = (UkSkinTone)found;
  return found >= 0;
}

/**
 * uk_skin_tone_get_name:
 * @tone: a skin
 *
 * Returns: (transfer none): its translated name
 */
const char *
uk_skin_tone_get_name (UkSkinTone tone)
{
  g_return_val_if_fail ((guint)tone < UK_N_SKIN_TONES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "skin", tones[tone].name);
}
