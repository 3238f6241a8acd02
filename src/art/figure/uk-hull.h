/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: outlines of discs that are joined by their tangents. */

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define UK_HULL_MAX_DISCS 32

typedef struct {
  double x, y, r;
} UkDisc;

void uk_hull_add (cairo_t *cr, const UkDisc *discs, int n, double tolerance);
void uk_hull_add_chain (cairo_t *cr, const UkDisc *discs, int n, double tolerance);

G_END_DECLS
