/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Is it better, what helps, where is it, how often: and the diary that this is made of. */
#define UK_TYPE_PROGRESS_PAGE (uk_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (UkProgressPage, uk_progress_page, UK, PROGRESS_PAGE, GtkWidget)

void uk_progress_page_set_context (UkProgressPage *self, const UkContext *context);
void uk_progress_page_update (UkProgressPage *self);

G_END_DECLS
