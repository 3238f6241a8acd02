/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UkBodyKind:
 *
 * Whose body the chart and the figure show.  The values stand in the settings: never renumber them.
 */
typedef enum {
  UK_BODY_NEUTRAL = 0,
  UK_BODY_FEMALE = 1,
  UK_BODY_MALE = 2,
  UK_N_BODY_KINDS,
} UkBodyKind;

/**
 * UkSkinTone:
 * @UK_SKIN_PLATE: the colours of an anatomical plate, like nobody's skin in particular
 * @UK_SKIN_1: light
 * @UK_SKIN_4: dark
 *
 * The values stand in the settings: never renumber them.
 */
typedef enum {
  UK_SKIN_PLATE = 0,
  UK_SKIN_1 = 1,
  UK_SKIN_2 = 2,
  UK_SKIN_3 = 3,
  UK_SKIN_4 = 4,
  UK_N_SKIN_TONES,
} UkSkinTone;

const char *uk_body_kind_to_nick (UkBodyKind kind);
gboolean uk_body_kind_from_nick (const char *nick, UkBodyKind *kind);
const char *uk_body_kind_get_name (UkBodyKind kind);
const char *uk_skin_tone_to_nick (UkSkinTone tone);
gboolean uk_skin_tone_from_nick (const char *nick, UkSkinTone *tone);
const char *uk_skin_tone_get_name (UkSkinTone tone);

G_END_DECLS
