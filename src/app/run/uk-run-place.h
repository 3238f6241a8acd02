/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_PLACE (uk_run_place_get_type ())

/**
 * UkRunPlace:
 *
 * The place that is treated, or the routine where that is the whole body: picture, name, one more
 * line.
 *
 * Property: `smallest` (int): the least diameter of the picture of a place; a figure is twice as
 * high.
 */
G_DECLARE_FINAL_TYPE (UkRunPlace, uk_run_place, UK, RUN_PLACE, GtkWidget)

void
uk_run_place_show (UkRunPlace *self, const UkRoutine *routine, const UkRegion *region, UkSide side);
void uk_run_place_set_detail (UkRunPlace *self, const char *detail);
void uk_run_place_set_rating (UkRunPlace *self, double rating);
void uk_run_place_ease_to (UkRunPlace *self, double rating);

G_END_DECLS
