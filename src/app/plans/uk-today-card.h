/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the plans that run still ask for today, in a short list; hidden if no plan runs. */
#define UK_TYPE_TODAY_CARD (uk_today_card_get_type ())
G_DECLARE_FINAL_TYPE (UkTodayCard, uk_today_card, UK, TODAY_CARD, GtkWidget)

void uk_today_card_update (UkTodayCard *self, const UkContext *context, gint64 now);

G_END_DECLS
