/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-palette.h"

#include <math.h>

#define HEX(value)                                                                                 \
  {                                                                                                \
    ((value) >> 16 & 255) / 255.0, ((value) >> 8 & 255) / 255.0, ((value)&255) / 255.0             \
  }

/* clang-format off */
/* What does not depend on the skin. */
#define LIGHT \
  .paper = HEX (0xF7F4EF), .light = HEX (0xFFFFFF), .hover = HEX (0xF3B765), .mild = HEX (0xF6C177), \
  .core = HEX (0xB5370F), .ring = HEX (0x1F7570), .badge = HEX (0xB83A14), .badge_text = HEX (0xFFFFFF), \
  .light_alpha = 0.85, .shade_alpha = 0.055, .fibre_alpha = 0.20, .border_width = 1.5, .ink_width = 1.3
#define DARK \
  .paper = HEX (0x1B1F26), .light = HEX (0x303945), .hover = HEX (0xF0BC66), .mild = HEX (0xF6C177), \
  .core = HEX (0xB5370F), .ring = HEX (0x5CC9BF), .badge = HEX (0xFF7B54), .badge_text = HEX (0x1B1F26), \
  .light_alpha = 0.9, .shade_alpha = 0.09, .fibre_alpha = 0.22, .border_width = 1.2, .ink_width = 1.1
#define CONTRAST \
  .paper = HEX (0xFFFFFF), .light = HEX (0xFFFFFF), .shade = HEX (0xFFFFFF), .border = HEX (0x000000), \
  .ink = HEX (0x000000), .edge = HEX (0x000000), .fibre = HEX (0x707070), .detail = HEX (0x000000), \
  .hover = HEX (0xFFD400), .knot = HEX (0xB82E00), .mild = HEX (0xFFC9A0), .core = HEX (0x000000), \
  .dots = HEX (0x000000), .hatch = HEX (0x000000), .veil = HEX (0xFFFFFF), .ring = HEX (0x005F5A), \
  .badge = HEX (0x8F2400), .badge_text = HEX (0xFFFFFF), .fibre_alpha = 0.6, .veil_alpha = 1, .hatch_alpha = 1, \
  .border_width = 1.5, .ink_width = 2.4, .lined = TRUE
#define DARK_CONTRAST \
  .paper = HEX (0x000000), .light = HEX (0x000000), .shade = HEX (0x000000), .border = HEX (0xFFFFFF), \
  .ink = HEX (0xFFFFFF), .edge = HEX (0xFFFFFF), .fibre = HEX (0x9A9A9A), .detail = HEX (0xFFFFFF), \
  .hover = HEX (0x7A6400), .knot = HEX (0xE8501F), .mild = HEX (0x8A5A20), .core = HEX (0x000000), \
  .dots = HEX (0xFFFFFF), .hatch = HEX (0xFFFFFF), .veil = HEX (0x000000), .ring = HEX (0x7FE8DE), \
  .badge = HEX (0xFF9A7A), .badge_text = HEX (0x000000), .fibre_alpha = 0.6, .veil_alpha = 1, .hatch_alpha = 1, \
  .border_width = 1.5, .ink_width = 2.4, .lined = TRUE

static const UkChartPalette light[UK_N_SKIN_TONES] = {
  [UK_SKIN_PLATE] = {
    LIGHT, .skin = HEX (0xF4E5D9), .shade = HEX (0xB07A62), .belly = HEX (0xEDC3B4), .rim = HEX (0xDFA493),
    .border = HEX (0xFBF4ED), .ink = HEX (0x8A6256), .edge = HEX (0x4A2A22), .fibre = HEX (0x8E4639),
    .detail = HEX (0x6A4A40), .hair = HEX (0x94796B), .knot = HEX (0xE4572E), .dots = HEX (0xB5370F),
    .hatch = HEX (0x5B5450), .veil = HEX (0xFFFFFF), .veil_alpha = 0.35, .hatch_alpha = 0.6 },
  [UK_SKIN_1] = {
    LIGHT, .skin = HEX (0xF2D3BD), .shade = HEX (0xB0765A), .belly = HEX (0xECBFA3), .rim = HEX (0xDDA587),
    .border = HEX (0xFAEDE2), .ink = HEX (0x8A5C48), .edge = HEX (0x4A2A20), .fibre = HEX (0x8F4E38),
    .detail = HEX (0x6B4436), .hair = HEX (0x7A5640), .knot = HEX (0xE4572E), .dots = HEX (0xA8300B),
    .hatch = HEX (0x5B5450), .veil = HEX (0xFFFFFF), .veil_alpha = 0.35, .hatch_alpha = 0.6 },
  [UK_SKIN_2] = {
    LIGHT, .skin = HEX (0xDFB491), .shade = HEX (0x8A5636), .belly = HEX (0xD6A07C), .rim = HEX (0xC2875F),
    .border = HEX (0xF1DAC4), .ink = HEX (0x6E4630), .edge = HEX (0x3A1D14), .fibre = HEX (0x7A3F28),
    .detail = HEX (0x553322), .hair = HEX (0x4E382D), .knot = HEX (0xE4502A), .dots = HEX (0x7E1F06),
    .hatch = HEX (0x4A3F3A), .veil = HEX (0xFFFFFF), .veil_alpha = 0.4, .hatch_alpha = 0.65 },
  [UK_SKIN_3] = {
    LIGHT, .skin = HEX (0xB5835F), .shade = HEX (0x5E3A24), .belly = HEX (0xA8734F), .rim = HEX (0x8F5D3D),
    .border = HEX (0xDDB896), .ink = HEX (0x4E3020), .edge = HEX (0x28130B), .fibre = HEX (0x5A2C18),
    .detail = HEX (0x3B2216), .hair = HEX (0x3C2B23), .knot = HEX (0xF0572A), .dots = HEX (0x4A0D02),
    .hatch = HEX (0x2E2019), .veil = HEX (0xFFFFFF), .veil_alpha = 0.4, .hatch_alpha = 0.7 },
  [UK_SKIN_4] = {
    LIGHT, .skin = HEX (0x80543A), .shade = HEX (0x301A10), .belly = HEX (0x744932), .rim = HEX (0x5D3826),
    .border = HEX (0xB88A68), .ink = HEX (0x2E1B12), .edge = HEX (0xFFF4EA), .fibre = HEX (0x2E140B),
    .detail = HEX (0x24130C), .hair = HEX (0x2E221C), .knot = HEX (0xEA5228), .dots = HEX (0xFFC98A),
    .hatch = HEX (0xF7EADF), .veil = HEX (0x2B1A12), .veil_alpha = 0.35, .hatch_alpha = 0.75 },
};

static const UkChartPalette dark[UK_N_SKIN_TONES] = {
  [UK_SKIN_PLATE] = {
    DARK, .skin = HEX (0xCDAA98), .shade = HEX (0x1E1216), .belly = HEX (0xC08F81), .rim = HEX (0xA2716A),
    .border = HEX (0xDDBFAF), .ink = HEX (0xE2C4B5), .edge = HEX (0x1A0E0C), .fibre = HEX (0x5E2F2D),
    .detail = HEX (0x3A2222), .hair = HEX (0x5A443D), .knot = HEX (0xEA4C1C), .dots = HEX (0x7A1F08),
    .hatch = HEX (0x16191F), .veil = HEX (0xF1E2D8), .veil_alpha = 0.4, .hatch_alpha = 0.65 },
  [UK_SKIN_1] = {
    DARK, .skin = HEX (0xDDBDA8), .shade = HEX (0x241612), .belly = HEX (0xD0A58C), .rim = HEX (0xB58670),
    .border = HEX (0xECD3C2), .ink = HEX (0xF0D9CA), .edge = HEX (0x1A0E0C), .fibre = HEX (0x6E3A2A),
    .detail = HEX (0x4A2C22), .hair = HEX (0x6B4A38), .knot = HEX (0xEA4C1C), .dots = HEX (0x7A1F08),
    .hatch = HEX (0x16191F), .veil = HEX (0xF6E6DA), .veil_alpha = 0.4, .hatch_alpha = 0.65 },
  [UK_SKIN_2] = {
    DARK, .skin = HEX (0xC2977A), .shade = HEX (0x24140C), .belly = HEX (0xB58362), .rim = HEX (0x986A4C),
    .border = HEX (0xDDB898), .ink = HEX (0xE3C3A8), .edge = HEX (0x1A0E0A), .fibre = HEX (0x5F2F1C),
    .detail = HEX (0x3A2216), .hair = HEX (0x47342B), .knot = HEX (0xDE4314), .dots = HEX (0x561203),
    .hatch = HEX (0x16191F), .veil = HEX (0xF1DFCF), .veil_alpha = 0.4, .hatch_alpha = 0.65 },
  [UK_SKIN_3] = {
    DARK, .skin = HEX (0x9C7053), .shade = HEX (0x1A0E08), .belly = HEX (0x90624A), .rim = HEX (0x744B33),
    .border = HEX (0xC39B7C), .ink = HEX (0xD3AE92), .edge = HEX (0x120806), .fibre = HEX (0x3E1D10),
    .detail = HEX (0x2A160D), .hair = HEX (0x3C2B24), .knot = HEX (0xF2562A), .dots = HEX (0x2E0701),
    .hatch = HEX (0x0E0A08), .veil = HEX (0xEAD4C2), .veil_alpha = 0.4, .hatch_alpha = 0.7 },
  [UK_SKIN_4] = {
    DARK, .skin = HEX (0x74503B), .shade = HEX (0x140A06), .belly = HEX (0x684531), .rim = HEX (0x523425),
    .border = HEX (0xA98065), .ink = HEX (0xC79F84), .edge = HEX (0xFFF4EA), .fibre = HEX (0x28120A),
    .detail = HEX (0x1C0E08), .hair = HEX (0x332721), .knot = HEX (0xEA4C1C), .dots = HEX (0xFFC98A),
    .hatch = HEX (0xF3E6DB), .veil = HEX (0x20130D), .veil_alpha = 0.35, .hatch_alpha = 0.75 },
};

/* Lines carry the picture here: the skin is only a tint. */
static const UkChartPalette contrast[UK_N_SKIN_TONES] = {
  [UK_SKIN_PLATE] = { CONTRAST, .skin = HEX (0xFFFFFF), .belly = HEX (0xFFFFFF), .rim = HEX (0xFFFFFF), .hair = HEX (0xC8C8C8) },
  [UK_SKIN_1] = { CONTRAST, .skin = HEX (0xFFF3EA), .belly = HEX (0xFFF3EA), .rim = HEX (0xFFF3EA), .hair = HEX (0xC8C8C8) },
  [UK_SKIN_2] = { CONTRAST, .skin = HEX (0xFBE6D2), .belly = HEX (0xFBE6D2), .rim = HEX (0xFBE6D2), .hair = HEX (0xC8C8C8) },
  [UK_SKIN_3] = { CONTRAST, .skin = HEX (0xF8E0C6), .belly = HEX (0xF8E0C6), .rim = HEX (0xF8E0C6), .hair = HEX (0xC8C8C8) },
  /* A dark body under white lines; only the silhouette stays black, as the paper is white. */
  [UK_SKIN_4] = {
    .paper = HEX (0xFFFFFF), .light = HEX (0xFFFFFF), .skin = HEX (0x382115), .shade = HEX (0xFFFFFF),
    .belly = HEX (0x382115), .rim = HEX (0x382115), .border = HEX (0xFFFFFF), .ink = HEX (0x000000),
    .edge = HEX (0xFFFFFF), .fibre = HEX (0xA08C80), .detail = HEX (0xFFFFFF), .hair = HEX (0x141414),
    .hover = HEX (0x7A6400), .knot = HEX (0xF26030), .mild = HEX (0x8A5A20), .core = HEX (0x000000),
    .dots = HEX (0xFFFFFF), .hatch = HEX (0xFFFFFF), .veil = HEX (0x000000), .ring = HEX (0x005F5A),
    .badge = HEX (0x8F2400), .badge_text = HEX (0xFFFFFF), .fibre_alpha = 0.6, .veil_alpha = 1, .hatch_alpha = 1,
    .border_width = 1.5, .ink_width = 2.4, .lined = TRUE },
};

static const UkChartPalette dark_contrast[UK_N_SKIN_TONES] = {
  [UK_SKIN_PLATE] = { DARK_CONTRAST, .skin = HEX (0x101010), .belly = HEX (0x101010), .rim = HEX (0x101010), .hair = HEX (0x4A4A4A) },
  [UK_SKIN_1] = { DARK_CONTRAST, .skin = HEX (0x221B17), .belly = HEX (0x221B17), .rim = HEX (0x221B17), .hair = HEX (0x4A4A4A) },
  [UK_SKIN_2] = { DARK_CONTRAST, .skin = HEX (0x231A13), .belly = HEX (0x231A13), .rim = HEX (0x231A13), .hair = HEX (0x4A4A4A) },
  [UK_SKIN_3] = { DARK_CONTRAST, .skin = HEX (0x1E140D), .belly = HEX (0x1E140D), .rim = HEX (0x1E140D), .hair = HEX (0x4A4A4A) },
  [UK_SKIN_4] = { DARK_CONTRAST, .skin = HEX (0x180F09), .belly = HEX (0x180F09), .rim = HEX (0x180F09), .hair = HEX (0x4A4A4A) },
};
/* clang-format on */

static double
get_luminance (UkChartColor color)
{
  double channels[] = { color.r, color.g, color.b }, weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (channels); i++)
    sum += weights[i]
           * (channels[i] <= 0.03928 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/**
 * uk_chart_palette_get:
 * @dark: for a dark background
 * @contrast: for high contrast
 * @skin: the skin of the body
 *
 * Returns: (transfer none): the palette of this style
 */
const UkChartPalette *
uk_chart_palette_get (gboolean dark_style, gboolean contrast_style, UkSkinTone skin)
{
  g_return_val_if_fail ((guint)skin < UK_N_SKIN_TONES, &light[UK_SKIN_PLATE]);

  if (contrast_style)
    return dark_style ? &dark_contrast[skin] : &contrast[skin];
  return dark_style ? &dark[skin] : &light[skin];
}

/**
 * uk_chart_palette_get_rating:
 * @self: a palette
 * @rating: 0 to 10
 *
 * The scale runs from pale to deep, so that it reads without telling red from yellow; still, a
 * number always goes with it.
 *
 * Returns: the colour of a rating
 */
UkChartColor
uk_chart_palette_get_rating (const UkChartPalette *self, double rating)
{
  static const UkChartColor stops[]
      = { HEX (0xFBE7B8), HEX (0xF3A64C), HEX (0xD9481C), HEX (0x7A1030) };
  double at = CLAMP (rating, 0, 10) / 10 * (G_N_ELEMENTS (stops) - 1), t;
  guint i = MIN ((guint)at, G_N_ELEMENTS (stops) - 2);

  g_return_val_if_fail (self != NULL, stops[0]);

  t = at - i;
  if (self->lined)
    return rating < 5 ? (UkChartColor)HEX (0xFFFFFF) : (UkChartColor)HEX (0x7A1030);
  return (UkChartColor){ stops[i].r + (stops[i + 1].r - stops[i].r) * t,
                         stops[i].g + (stops[i + 1].g - stops[i].g) * t,
                         stops[i].b + (stops[i + 1].b - stops[i].b) * t };
}

/**
 * uk_chart_color_get_text:
 * @background: a colour
 *
 * Returns: black or white, whichever reads better on it
 */
UkChartColor
uk_chart_color_get_text (UkChartColor background)
{
  static const UkChartColor black = { 0, 0, 0 }, white = { 1, 1, 1 };

  return get_luminance (background) > 0.179 ? black : white;
}
