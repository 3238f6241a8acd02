/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How sore it was: as a plot or as a table. */
#define UK_TYPE_TREND_CARD (uk_trend_card_get_type ())
G_DECLARE_FINAL_TYPE (UkTrendCard, uk_trend_card, UK, TREND_CARD, GtkWidget)

void uk_trend_card_show (UkTrendCard *self, GArray *points, gboolean several, GDateTime *now);

G_END_DECLS
