/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The right half of the body page while no region is chosen: the person's knots or the most common places,
 * the next reminder, and a search over everything. */
#define UK_TYPE_HOME_PANEL (uk_home_panel_get_type ())
G_DECLARE_FINAL_TYPE (UkHomePanel, uk_home_panel, UK, HOME_PANEL, GtkWidget)

void uk_home_panel_set_context (UkHomePanel *self, const UkContext *context);
void uk_home_panel_update (UkHomePanel *self);
void uk_home_panel_start_search (UkHomePanel *self);
void uk_home_panel_search (UkHomePanel *self, const char *words);

G_END_DECLS
