/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: outlines of discs that are joined by their tangents. */

#include "art/figure/uk-raster.h"

G_BEGIN_DECLS

#define UK_HULL_MAX_DISCS 32

typedef struct {
  double x, y, r;
} UkDisc;

void uk_hull_get (UkOutline *outline, const UkDisc *discs, int n, double tolerance);
gboolean uk_hull_get_chain (UkOutline *outline, const UkDisc *discs, int n, double tolerance);

G_END_DECLS
