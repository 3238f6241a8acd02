/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-body-kind.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double r;
  double g;
  double b;
} UkChartColor;

/**
 * UkChartPalette:
 * @paper: what the body stands on; edges fade out into it
 * @light: the soft light behind the body, strongest at its middle by @light_alpha
 * @skin: places without muscle
 * @shade: the shadow at the right and lower edges of the body, by @shade_alpha
 * @belly: a muscle at its lightest
 * @rim: a muscle at its darkest
 * @border: between two areas, @border_width wide
 * @ink: the silhouette, @ink_width wide
 * @edge: the outline of what is chosen or under the pointer: tells from muscle and from @knot
 * @fibre: muscle fibres, by @fibre_alpha
 * @detail: face, knuckles, toes
 * @hair: hair
 * @hover: an area under the pointer
 * @knot: where it is sore: the chosen area, a rating of ten
 * @mild: a rating of one
 * @core: the core of a pin
 * @dots: where the pain is often felt
 * @hatch: lines over what must not be pressed
 * @veil: below these lines, by @veil_alpha
 * @ring: keyboard focus
 * @badge: a number's disc
 * @badge_text: the number
 * @lined: shapes are told apart by lines instead of shades
 *
 * Colours and weights of one style.  Widths are chart units.
 */
typedef struct {
  UkChartColor paper, light, skin, shade, belly, rim, border, ink, edge, fibre, detail, hair, hover,
      knot, mild, core, dots, hatch, veil, ring, badge, badge_text;
  double light_alpha, shade_alpha, fibre_alpha, veil_alpha, hatch_alpha;
  double border_width, ink_width;
  gboolean lined;
} UkChartPalette;

const UkChartPalette *uk_chart_palette_get (gboolean dark, gboolean contrast, UkSkinTone skin);
UkChartColor uk_chart_palette_get_rating (const UkChartPalette *self, double rating);
UkChartColor uk_chart_color_get_text (UkChartColor background);

G_END_DECLS
