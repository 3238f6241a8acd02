/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-palette.h"

#define HEX(value)                                                                                 \
  {                                                                                                \
    ((value) >> 16 & 255) / 255.0, ((value) >> 8 & 255) / 255.0, ((value)&255) / 255.0             \
  }

/* clang-format off */
static const UkChartPalette light = {
  .paper = HEX (0xF7F4EF), .light = HEX (0xFFFFFF), .skin = HEX (0xF4E5D9), .shade = HEX (0xB07A62),
  .belly = HEX (0xEDC3B4), .rim = HEX (0xDFA493), .border = HEX (0xFBF4ED), .ink = HEX (0x8A6256),
  .fibre = HEX (0x8E4639), .detail = HEX (0x6A4A40), .hair = HEX (0x94796B), .hover = HEX (0xF3B765),
  .knot = HEX (0xE4572E), .mild = HEX (0xF6C177), .core = HEX (0xB5370F), .dots = HEX (0xB5370F),
  .hatch = HEX (0x5B5450), .veil = HEX (0xFFFFFF), .ring = HEX (0x1F7570), .badge = HEX (0xB83A14),
  .badge_text = HEX (0xFFFFFF),
  .light_alpha = 0.85, .shade_alpha = 0.055, .fibre_alpha = 0.20, .veil_alpha = 0.35, .hatch_alpha = 0.6,
  .border_width = 1.5, .ink_width = 1.3,
};

static const UkChartPalette dark = {
  .paper = HEX (0x1B1F26), .light = HEX (0x303945), .skin = HEX (0xCDAA98), .shade = HEX (0x1E1216),
  .belly = HEX (0xC08F81), .rim = HEX (0xA2716A), .border = HEX (0xDDBFAF), .ink = HEX (0xE2C4B5),
  .fibre = HEX (0x5E2F2D), .detail = HEX (0x3A2222), .hair = HEX (0x5A443D), .hover = HEX (0xF0BC66),
  .knot = HEX (0xEA4C1C), .mild = HEX (0xF6C177), .core = HEX (0xB5370F), .dots = HEX (0x7A1F08),
  .hatch = HEX (0x16191F), .veil = HEX (0xF1E2D8), .ring = HEX (0x5CC9BF), .badge = HEX (0xFF7B54),
  .badge_text = HEX (0x1B1F26),
  .light_alpha = 0.9, .shade_alpha = 0.09, .fibre_alpha = 0.22, .veil_alpha = 0.4, .hatch_alpha = 0.65,
  .border_width = 1.2, .ink_width = 1.1,
};

static const UkChartPalette contrast = {
  .paper = HEX (0xFFFFFF), .light = HEX (0xFFFFFF), .skin = HEX (0xFFFFFF), .shade = HEX (0xFFFFFF),
  .belly = HEX (0xFFFFFF), .rim = HEX (0xFFFFFF), .border = HEX (0x000000), .ink = HEX (0x000000),
  .fibre = HEX (0x707070), .detail = HEX (0x000000), .hair = HEX (0xC8C8C8), .hover = HEX (0xFFD400),
  .knot = HEX (0xB82E00), .mild = HEX (0xFFC9A0), .core = HEX (0x000000), .dots = HEX (0x000000),
  .hatch = HEX (0x000000), .veil = HEX (0xFFFFFF), .ring = HEX (0x005F5A), .badge = HEX (0x8F2400),
  .badge_text = HEX (0xFFFFFF),
  .light_alpha = 0, .shade_alpha = 0, .fibre_alpha = 0.6, .veil_alpha = 1, .hatch_alpha = 1,
  .border_width = 1.5, .ink_width = 2.4, .lined = TRUE,
};

static const UkChartPalette dark_contrast = {
  .paper = HEX (0x000000), .light = HEX (0x000000), .skin = HEX (0x101010), .shade = HEX (0x000000),
  .belly = HEX (0x101010), .rim = HEX (0x101010), .border = HEX (0xFFFFFF), .ink = HEX (0xFFFFFF),
  .fibre = HEX (0x9A9A9A), .detail = HEX (0xFFFFFF), .hair = HEX (0x4A4A4A), .hover = HEX (0x7A6400),
  .knot = HEX (0xFF6A3C), .mild = HEX (0x8A5A20), .core = HEX (0x000000), .dots = HEX (0xFFFFFF),
  .hatch = HEX (0xFFFFFF), .veil = HEX (0x000000), .ring = HEX (0x7FE8DE), .badge = HEX (0xFF9A7A),
  .badge_text = HEX (0x000000),
  .light_alpha = 0, .shade_alpha = 0, .fibre_alpha = 0.6, .veil_alpha = 1, .hatch_alpha = 1,
  .border_width = 1.5, .ink_width = 2.4, .lined = TRUE,
};
/* clang-format on */

/**
 * uk_chart_palette_get:
 * @dark: for a dark background
 * @contrast: for high contrast
 *
 * Returns: (transfer none): the palette of this style
 */
const UkChartPalette *
uk_chart_palette_get (gboolean dark_style, gboolean contrast_style)
{
  if (contrast_style)
    return dark_style ? &dark_contrast : &contrast;
  return dark_style ? &dark : &light;
}
