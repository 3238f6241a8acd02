/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-body-kind.h"
#include "core/figure/uk-flesh.h"

G_BEGIN_DECLS

typedef struct {
  double r, g, b, a;
} UkRgba;

typedef struct {
  UkRgba lit, shade;
} UkTone;

typedef enum {
  UK_FIGURE_LIGHT,
  UK_FIGURE_DARK,
  UK_FIGURE_CONTRAST,
  UK_FIGURE_CONTRAST_DARK,
  UK_N_FIGURE_PALETTES,
} UkFigurePaletteKind;

/**
 * UkFigurePalette:
 * @kind: which style it belongs to
 * @skin: of the first person
 * @occlusion: how dark one part of the body makes those behind it
 * @far_dim: how much darker limbs on the far side are, 0 to 1
 * @outline: width of the line around every part in cm, 0 for none
 *
 * The colours of a picture; coral marks where it is felt, arrows are teal ink.
 */
typedef struct {
  UkFigurePaletteKind kind;
  UkSkinTone skin;
  UkRgba background, text;
  UkTone materials[UK_N_MATERIALS];
  UkRgba ink, line, shadow, occlusion;
  double far_dim, outline;
  UkTone mat, wall, ball, roller, wood, metal, dark, band, cloth, porcelain;
  UkRgba ice, heat, water, screen;
  UkRgba arrow, glow;
} UkFigurePalette;

const UkFigurePalette *uk_figure_palette_get (UkFigurePaletteKind kind);
void uk_figure_palette_init (UkFigurePalette *palette, UkFigurePaletteKind kind, UkSkinTone skin);
gboolean uk_figure_palette_kind_from_name (const char *name, UkFigurePaletteKind *kind);
void uk_figure_palette_dress_helper (UkFigurePalette *palette, const UkFigurePalette *base);

G_END_DECLS
