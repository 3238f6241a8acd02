/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/plans/uk-programme-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks on each day of a plan how sore its place is, as long as nobody has said so today.  Signal `failed` (const char *):
 * it could not be saved. */
#define UK_TYPE_SORE_CARD (uk_sore_card_get_type ())
G_DECLARE_FINAL_TYPE (UkSoreCard, uk_sore_card, UK, SORE_CARD, GtkWidget)

void uk_sore_card_set_context (UkSoreCard *self, const UkContext *context);
void uk_sore_card_set_status (UkSoreCard *self, const UkProgrammeStatus *status, gint64 now);

G_END_DECLS
