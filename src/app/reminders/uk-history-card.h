/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What became of past reminders, newest first.  Its button runs reminders.older. */
#define UK_TYPE_HISTORY_CARD (uk_history_card_get_type ())
G_DECLARE_FINAL_TYPE (UkHistoryCard, uk_history_card, UK, HISTORY_CARD, GtkWidget)

void uk_history_card_set_past (UkHistoryCard *self, GPtrArray *past, gboolean more);

G_END_DECLS
