/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The drawn body and what can be done for the place chosen on it.
 * Property `detail` (string, nullable): the title while the panel covers the body in a narrow window. */
#define UK_TYPE_BODY_PAGE (uk_body_page_get_type ())
G_DECLARE_FINAL_TYPE (UkBodyPage, uk_body_page, UK, BODY_PAGE, GtkWidget)

void uk_body_page_set_context (UkBodyPage *self, const UkContext *context);
void uk_body_page_show_region (UkBodyPage *self, const char *region, UkSide side);
const UkRegion *uk_body_page_get_region (UkBodyPage *self);
void uk_body_page_start_search (UkBodyPage *self);
void uk_body_page_search (UkBodyPage *self, const char *words);
void uk_body_page_go_back (UkBodyPage *self);
void uk_body_page_update (UkBodyPage *self);

G_END_DECLS
