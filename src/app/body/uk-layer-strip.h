/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The muscles under the chosen place, from the surface down, each to be chosen.
 *
 * Signals: `chosen` (const char *region): a muscle that another region treats. */
#define UK_TYPE_LAYER_STRIP (uk_layer_strip_get_type ())
G_DECLARE_FINAL_TYPE (UkLayerStrip, uk_layer_strip, UK, LAYER_STRIP, GtkWidget)

void uk_layer_strip_set_catalogue (UkLayerStrip *self, UkCatalogue *catalogue);
void
uk_layer_strip_set_region (UkLayerStrip *self, const UkRegion *region, gboolean from_strip);

G_END_DECLS
