/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-outline.h"

G_BEGIN_DECLS

/* The radius of a knot's disc, of the selected one, and the ring around either, in pixels. */
#define UK_KNOT_RADIUS 10.0
#define UK_KNOT_RADIUS_SELECTED 12.5
#define UK_KNOT_RING 3.0

/**
 * UkKnotMark:
 * @at: the very point, in pixels
 * @rating: the latest, 0 to 10; negative for none yet
 * @selected: the one that is emphasised
 * @place: the middle of its disc, in pixels; set by uk_knot_layout()
 *
 * A knot on the picture.
 */
typedef struct {
  UkPoint at;
  double rating;
  gboolean selected;
  UkPoint place;
} UkKnotMark;

void uk_knot_layout (UkKnotMark *marks, guint n_marks, const UkBox *room);
int uk_knot_find (const UkKnotMark *marks, guint n_marks, double x, double y, double slop);
double uk_knot_get_radius (const UkKnotMark *mark);

G_END_DECLS
