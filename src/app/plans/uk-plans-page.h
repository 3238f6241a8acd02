/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/time/uk-clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UkPlansPage:
 *
 * All plans, those that run first, and beside them one in full.
 *
 * Properties: `detail` (read-only string, nullable): title of the plan that covers the list because there is no room
 * beside it.
 */
#define UK_TYPE_PLANS_PAGE (uk_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (UkPlansPage, uk_plans_page, UK, PLANS_PAGE, GtkWidget)

/* @clock: where the time comes from.  To be called once. */
void uk_plans_page_set_context (UkPlansPage *self, const UkContext *context, UkClock *clock);
void uk_plans_page_show (UkPlansPage *self, const char *programme);
void uk_plans_page_go_back (UkPlansPage *self);

G_END_DECLS
