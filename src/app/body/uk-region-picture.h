/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cut-out of the chart around a region, for lists. */
#define UK_TYPE_REGION_PICTURE (uk_region_picture_get_type ())
G_DECLARE_FINAL_TYPE (UkRegionPicture, uk_region_picture, UK, REGION_PICTURE, GtkWidget)

void uk_region_picture_set_region (UkRegionPicture *self, const char *region, UkSide side);

G_END_DECLS
