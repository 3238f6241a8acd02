/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A region in a list, with a cut-out of the chart as its picture.  The row opens the region. */
#define UK_TYPE_PLACE_ROW (uk_place_row_get_type ())
G_DECLARE_FINAL_TYPE (UkPlaceRow, uk_place_row, UK, PLACE_ROW, GtkListBoxRow)

GtkWidget *uk_place_row_new (const UkRegion *region, UkSide side, const char *subtitle);
const UkRegion *uk_place_row_get_region (UkPlaceRow *self);
void uk_place_row_set_rank (UkPlaceRow *self, guint rank);
void uk_place_row_add_start (UkPlaceRow *self, const char *routine, const char *tooltip);

G_END_DECLS
