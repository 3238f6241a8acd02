/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-palette.h"

#define RGBA(hex, alpha)                                                                           \
  {                                                                                                \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex)&255) / 255.0, (alpha)          \
  }
#define RGB(hex) RGBA (hex, 1)
#define TONE(lit, shade)                                                                           \
  {                                                                                                \
    RGB (lit), RGB (shade)                                                                         \
  }

static const UkFigurePalette palettes[UK_N_FIGURE_PALETTES] = {
  [UK_FIGURE_LIGHT] = {
    .kind = UK_FIGURE_LIGHT,
    .background = RGB (0xF5F0E8),
    .text = RGB (0x5A6472),
    .materials = {
      [UK_MATERIAL_SKIN] = TONE (0xD79A76, 0xBC7C5B),
      [UK_MATERIAL_TOP] = TONE (0x2F9C95, 0x227C78),
      [UK_MATERIAL_BOTTOM] = TONE (0x46527F, 0x363F66),
      [UK_MATERIAL_HAIR] = TONE (0x4A3530, 0x37261F),
    },
    .ink = RGB (0x3A2A26),
    .line = RGB (0x3A2A26),
    .shadow = RGBA (0x2A2F3A, 0.16),
    .occlusion = RGBA (0x1B1D33, 0.26),
    .far_dim = 0.20,
    .mat = TONE (0xD5E3DB, 0xB4CBC0),
    .wall = TONE (0xE3DDD2, 0xCFC7B9),
    .ball = TONE (0xE3A83B, 0xBD8221),
    .roller = TONE (0x8E86C9, 0x6F66AE),
    .wood = TONE (0xCDB591, 0xAF9570),
    .metal = TONE (0xA9B0BA, 0x868E9A),
    .dark = TONE (0x59627A, 0x434B61),
    .band = TONE (0xE9B44C, 0xC7922E),
    .cloth = TONE (0xD9DDEA, 0xB3BBD2),
    .porcelain = TONE (0xF3F6F8, 0xC9D4DC),
    .ice = RGB (0x7CC4EA),
    .heat = RGB (0xEE7D55),
    .water = RGB (0x6DB6DC),
    .screen = RGB (0xBFE0E6),
    .arrow = RGB (0x10524E),
    .glow = RGB (0xFF5F2E),
  },
  [UK_FIGURE_DARK] = {
    .kind = UK_FIGURE_DARK,
    .background = RGB (0x1F242C),
    .text = RGB (0xA9B4C2),
    .materials = {
      [UK_MATERIAL_SKIN] = TONE (0xE2AC8A, 0xBD8464),
      [UK_MATERIAL_TOP] = TONE (0x46B8AE, 0x31908A),
      [UK_MATERIAL_BOTTOM] = TONE (0x7C8AC4, 0x5E6AA3),
      [UK_MATERIAL_HAIR] = TONE (0x7A5A4C, 0x5D4339),
    },
    .ink = RGB (0x33241F),
    .line = RGB (0x33241F),
    .shadow = RGBA (0x000000, 0.38),
    .occlusion = RGBA (0x06070F, 0.34),
    .far_dim = 0.26,
    .mat = TONE (0x31454A, 0x22343A),
    .wall = TONE (0x505A69, 0x3D4652),
    .ball = TONE (0xE9B54E, 0xBD8A2E),
    .roller = TONE (0x9D95DA, 0x776EB5),
    .wood = TONE (0xA58C69, 0x7F6A4D),
    .metal = TONE (0x7E8896, 0x5C6470),
    .dark = TONE (0x8893AB, 0x667087),
    .band = TONE (0xEDBE5C, 0xBE8F35),
    .cloth = TONE (0xA6B0C8, 0x7B86A1),
    .porcelain = TONE (0xB9C4CF, 0x8593A2),
    .ice = RGB (0x86CDF2),
    .heat = RGB (0xF58A62),
    .water = RGB (0x4E9CC8),
    .screen = RGB (0x6FB3BF),
    .arrow = RGB (0xA9F0E8),
    .glow = RGB (0xFF5A36),
  },
  [UK_FIGURE_CONTRAST] = {
    .kind = UK_FIGURE_CONTRAST,
    .background = RGB (0xFFFFFF),
    .text = RGB (0x000000),
    .materials = {
      [UK_MATERIAL_SKIN] = TONE (0xFFE2CC, 0xFFD2B0),
      [UK_MATERIAL_TOP] = TONE (0x00A0A8, 0x008890),
      [UK_MATERIAL_BOTTOM] = TONE (0x3A4FC0, 0x2C3EA8),
      [UK_MATERIAL_HAIR] = TONE (0x2B2B2B, 0x111111),
    },
    .ink = RGB (0x000000),
    .line = RGB (0x000000),
    .shadow = RGBA (0x000000, 0.25),
    .occlusion = RGBA (0x000000, 0),
    .outline = 0.62,
    .mat = TONE (0xE6E6E6, 0x8A8A8A),
    .wall = TONE (0xEDEDED, 0xB8B8B8),
    .ball = TONE (0xFFB01F, 0xD98900),
    .roller = TONE (0xB9A7FF, 0x8F79F0),
    .wood = TONE (0xE8D2A8, 0xBFA26A),
    .metal = TONE (0xC0C0C0, 0x8A8A8A),
    .dark = TONE (0x5A5A5A, 0x3C3C3C),
    .band = TONE (0xFFC928, 0xE0A800),
    .cloth = TONE (0xE4EAFF, 0xB4C2F4),
    .porcelain = TONE (0xFFFFFF, 0xC4C4C4),
    .ice = RGB (0x66C8FF),
    .heat = RGB (0xFF6A3D),
    .water = RGB (0x58B4F0),
    .screen = RGB (0xC8F0F8),
    .arrow = RGB (0x003F3B),
    .glow = RGB (0xFF4400),
  },
  [UK_FIGURE_CONTRAST_DARK] = {
    .kind = UK_FIGURE_CONTRAST_DARK,
    .background = RGB (0x000000),
    .text = RGB (0xFFFFFF),
    .materials = {
      [UK_MATERIAL_SKIN] = TONE (0xFFE2CC, 0xFFD2B0),
      [UK_MATERIAL_TOP] = TONE (0x00B8C0, 0x0098A0),
      [UK_MATERIAL_BOTTOM] = TONE (0x7C8EFF, 0x5D70E8),
      [UK_MATERIAL_HAIR] = TONE (0x6A6A6A, 0x4C4C4C),
    },
    .ink = RGB (0x000000),
    .line = RGB (0xFFFFFF),
    .shadow = RGBA (0xFFFFFF, 0.28),
    .occlusion = RGBA (0x000000, 0),
    .outline = 0.62,
    .mat = TONE (0x4A4A4A, 0xA0A0A0),
    .wall = TONE (0x5A5A5A, 0x3C3C3C),
    .ball = TONE (0xFFB01F, 0xD98900),
    .roller = TONE (0xB9A7FF, 0x8F79F0),
    .wood = TONE (0xE8D2A8, 0xBFA26A),
    .metal = TONE (0xC0C0C0, 0x8A8A8A),
    .dark = TONE (0x5A5A5A, 0x3C3C3C),
    .band = TONE (0xFFC928, 0xE0A800),
    .cloth = TONE (0xE4EAFF, 0xB4C2F4),
    .porcelain = TONE (0xFFFFFF, 0xC4C4C4),
    .ice = RGB (0x66C8FF),
    .heat = RGB (0xFF6A3D),
    .water = RGB (0x58B4F0),
    .screen = RGB (0xC8F0F8),
    .arrow = RGB (0x7FFFF4),
    .glow = RGB (0xFF4400),
  },
};

static const UkTone helpers[UK_N_FIGURE_PALETTES][UK_N_MATERIALS] = {
  [UK_FIGURE_LIGHT] = { TONE (0x8C5A3E, 0x70452E), TONE (0x8A82B8, 0x6C6499),
                        TONE (0x5A5866, 0x444250), TONE (0x2A2224, 0x1C1618) },
  [UK_FIGURE_DARK] = { TONE (0xA5755A, 0x825640), TONE (0xA79FDA, 0x8078B4),
                       TONE (0x8A8898, 0x6A6878), TONE (0x55494B, 0x3D3335) },
  [UK_FIGURE_CONTRAST] = { TONE (0xC98F66, 0xB87C54), TONE (0xC9B8FF, 0xAF9AF5),
                           TONE (0x6A6A6A, 0x505050), TONE (0x2B2B2B, 0x111111) },
  [UK_FIGURE_CONTRAST_DARK] = { TONE (0xC98F66, 0xB87C54), TONE (0xC9B8FF, 0xAF9AF5),
                                TONE (0x9A9A9A, 0x7C7C7C), TONE (0x4A4A4A, 0x303030) },
};

/* Skin, hair and the lines of the face. */
typedef struct {
  UkTone skin, hair;
  UkRgba ink;
} Complexion;

/* The plate has the colours of the palette. */
static const Complexion complexions[UK_N_FIGURE_PALETTES][UK_N_SKIN_TONES] = {
  [UK_FIGURE_LIGHT] = {
    [UK_SKIN_1] = { TONE (0xF0C7A6, 0xD6A281), TONE (0x8A5E38, 0x6B4628), RGB (0x4A3228) },
    [UK_SKIN_2] = { TONE (0xCF9A6B, 0xB27C4F), TONE (0x33241F, 0x231815), RGB (0x33221C) },
    [UK_SKIN_3] = { TONE (0xA06A43, 0x825132), TONE (0x261C1A, 0x191211), RGB (0x24150F) },
    [UK_SKIN_4] = { TONE (0x6E4630, 0x553423), TONE (0x1F1817, 0x130E0E), RGB (0x160B08) },
  },
  [UK_FIGURE_DARK] = {
    [UK_SKIN_1] = { TONE (0xF3D0B2, 0xD3A586), TONE (0xA9784C, 0x865C38), RGB (0x4A3228) },
    [UK_SKIN_2] = { TONE (0xD8A577, 0xB5815A), TONE (0x6A4D40, 0x513930), RGB (0x33221C) },
    [UK_SKIN_3] = { TONE (0xB27B53, 0x8E5D3C), TONE (0x55423C, 0x40312D), RGB (0x24150F) },
    [UK_SKIN_4] = { TONE (0x875A40, 0x68432F), TONE (0x4A3C39, 0x372C2A), RGB (0x1A0E0A) },
  },
  [UK_FIGURE_CONTRAST] = {
    [UK_SKIN_1] = { TONE (0xFFE2CC, 0xFFD2B0), TONE (0x6B4628, 0x4F3219), RGB (0x000000) },
    [UK_SKIN_2] = { TONE (0xEBBB8F, 0xDCA576), TONE (0x2B2B2B, 0x111111), RGB (0x000000) },
    [UK_SKIN_3] = { TONE (0xC98F66, 0xB87C54), TONE (0x1E1E1E, 0x0A0A0A), RGB (0x000000) },
    [UK_SKIN_4] = { TONE (0x96623F, 0x845434), TONE (0x141414, 0x000000), RGB (0x000000) },
  },
  [UK_FIGURE_CONTRAST_DARK] = {
    [UK_SKIN_1] = { TONE (0xFFE2CC, 0xFFD2B0), TONE (0x9A6B42, 0x7A5230), RGB (0x000000) },
    [UK_SKIN_2] = { TONE (0xEBBB8F, 0xDCA576), TONE (0x5A5A5A, 0x404040), RGB (0x000000) },
    [UK_SKIN_3] = { TONE (0xC98F66, 0xB87C54), TONE (0x4A4A4A, 0x303030), RGB (0x000000) },
    [UK_SKIN_4] = { TONE (0xA87048, 0x945F3B), TONE (0x3A3A3A, 0x242424), RGB (0x000000) },
  },
};

static void
set_complexion (UkFigurePalette *palette, UkSkinTone skin)
{
  const Complexion *complexion = &complexions[palette->kind][skin];

  palette->materials[UK_MATERIAL_SKIN] = complexion->skin;
  palette->materials[UK_MATERIAL_HAIR] = complexion->hair;
  palette->ink = complexion->ink;
}

/**
 * uk_figure_palette_init:
 * @palette: (out caller-allocates): the colours
 * @kind: for which style
 * @skin: of the person; that of the plate gives uk_figure_palette_get()
 */
void
uk_figure_palette_init (UkFigurePalette *palette, UkFigurePaletteKind kind, UkSkinTone skin)
{
  g_return_if_fail (palette != NULL && (guint)kind < UK_N_FIGURE_PALETTES);
  g_return_if_fail ((guint)skin < UK_N_SKIN_TONES);

  *palette = palettes[kind];
  palette->skin = skin;
  if (skin != UK_SKIN_PLATE)
    set_complexion (palette, skin);
}

/**
 * uk_figure_palette_get:
 * @kind: which
 *
 * Returns: (transfer none): the palette
 */
const UkFigurePalette *
uk_figure_palette_get (UkFigurePaletteKind kind)
{
  g_return_val_if_fail ((guint)kind < UK_N_FIGURE_PALETTES, NULL);

  return &palettes[kind];
}

/**
 * uk_figure_palette_kind_from_name:
 * @name: light, dark, contrast or contrast-dark
 * @kind: (out): which
 *
 * Returns: %FALSE if there is no such palette
 */
gboolean
uk_figure_palette_kind_from_name (const char *name, UkFigurePaletteKind *kind)
{
  static const char *const names[] = { "light", "dark", "contrast", "contrast-dark" };

  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i], name)) {
      *kind = (UkFigurePaletteKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_figure_palette_dress_helper:
 * @palette: (out caller-allocates): the colours of the second person
 * @base: those of the first one
 *
 * The two differ in clothes and skin, so that it is clear whose hand is whose.
 */
void
uk_figure_palette_dress_helper (UkFigurePalette *palette, const UkFigurePalette *base)
{
  g_return_if_fail (palette != NULL && base != NULL);

  *palette = *base;
  for (int i = 0; i < UK_N_MATERIALS; i++)
    palette->materials[i] = helpers[base->kind][i];
  if (base->skin >= UK_SKIN_3)
    set_complexion (palette, UK_SKIN_1);
  else
    palette->ink = palettes[base->kind].ink;
}
