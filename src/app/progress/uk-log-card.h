/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/insight/uk-log.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_LOG_CARD (uk_log_card_get_type ())

/**
 * UkLogCard:
 *
 * The diary: ratings and runs by day.
 *
 * Signals: `changed` (const UkRating *rating, int value); `deleted` (const UkLogEntry *entry);
 * `add-earlier`: a number is to be given for an earlier time; `more`: more entries are wanted.
 */
G_DECLARE_FINAL_TYPE (UkLogCard, uk_log_card, UK, LOG_CARD, GtkWidget)

/* Returns: (transfer full) (nullable): where the entry belongs */
typedef char *(*UkLogPlaceFunc) (const UkLogEntry *entry, gpointer user_data);

void uk_log_card_take_entries (UkLogCard *self,
                               GPtrArray *entries,
                               gboolean more,
                               UkCatalogue *catalogue,
                               GDateTime *now,
                               UkLogPlaceFunc get_place,
                               gpointer user_data);
void uk_log_card_set_can_add (UkLogCard *self, gboolean can_add);

G_END_DECLS
