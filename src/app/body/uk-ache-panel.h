/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where an ache may come from: the right half of the body page in “It hurts here”.
 * Signal `ranked`: the sources shown have changed; see uk_ache_panel_get_sources(). */
#define UK_TYPE_ACHE_PANEL (uk_ache_panel_get_type ())
G_DECLARE_FINAL_TYPE (UkAchePanel, uk_ache_panel, UK, ACHE_PANEL, GtkWidget)

void uk_ache_panel_set_context (UkAchePanel *self, const UkContext *context);
gboolean uk_ache_panel_show (UkAchePanel *self, const char *region, UkSide side);
const char *const *uk_ache_panel_get_sources (UkAchePanel *self);

G_END_DECLS
