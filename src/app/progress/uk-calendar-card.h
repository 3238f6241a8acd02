/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A month with the days on which something was done. */
#define UK_TYPE_CALENDAR_CARD (uk_calendar_card_get_type ())
G_DECLARE_FINAL_TYPE (UkCalendarCard, uk_calendar_card, UK, CALENDAR_CARD, GtkWidget)

void uk_calendar_card_show (UkCalendarCard *self, UkStore *store, GDateTime *now);

G_END_DECLS
