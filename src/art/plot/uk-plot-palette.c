/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/plot/uk-plot-palette.h"

#define HEX(rgb)                                                                                   \
  {                                                                                                \
    ((rgb) >> 16 & 255) / 255.0, ((rgb) >> 8 & 255) / 255.0, ((rgb)&255) / 255.0                   \
  }

static const UkPlotPalette light = {
  .accent = HEX (0x1F7570),
  .text = HEX (0x2B2724),
  .quiet = HEX (0x6A625A),
  .grid = HEX (0xE0D9D0),
  .card = HEX (0xFFFFFF),
  .fill_alpha = 0.20,
};

static const UkPlotPalette dark = {
  .accent = HEX (0x5CC9BF),
  .text = HEX (0xF1EDE8),
  .quiet = HEX (0xB0ACA9),
  .grid = HEX (0x434A56),
  .card = HEX (0x272C35),
  .fill_alpha = 0.18,
};

static const UkPlotPalette contrast = {
  .accent = HEX (0x005F5A),
  .text = HEX (0x000000),
  .quiet = HEX (0x2A2A2A),
  .grid = HEX (0x767676),
  .card = HEX (0xFFFFFF),
  .fill_alpha = 0.14,
};

static const UkPlotPalette dark_contrast = {
  .accent = HEX (0x7FE8DE),
  .text = HEX (0xFFFFFF),
  .quiet = HEX (0xDDDDDD),
  .grid = HEX (0x9A9A9A),
  .card = HEX (0x000000),
  .fill_alpha = 0.14,
};

/**
 * uk_plot_palette_get:
 * @dark_style: for a dark background
 * @contrast_style: for high contrast
 *
 * Returns: (transfer none): the palette of this style
 */
const UkPlotPalette *
uk_plot_palette_get (gboolean dark_style, gboolean contrast_style)
{
  if (contrast_style)
    return dark_style ? &dark_contrast : &contrast;
  return dark_style ? &dark : &light;
}
