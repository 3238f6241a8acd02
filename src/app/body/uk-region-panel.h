/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done for one region: the right half of the body page.
 * Property `side` (UkSide as int) is changed by the switch in it. */
#define UK_TYPE_REGION_PANEL (uk_region_panel_get_type ())
G_DECLARE_FINAL_TYPE (UkRegionPanel, uk_region_panel, UK, REGION_PANEL, GtkWidget)

void uk_region_panel_set_context (UkRegionPanel *self, const UkContext *context);
void uk_region_panel_show (UkRegionPanel *self, const UkRegion *region, UkSide side);
const UkRegion *uk_region_panel_get_region (UkRegionPanel *self);
UkSide uk_region_panel_get_side (UkRegionPanel *self);

G_END_DECLS
