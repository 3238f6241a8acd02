/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/insight/uk-body-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The body of the last two weeks, to be moved through time or played. */
#define UK_TYPE_BODY_CARD (uk_body_card_get_type ())
G_DECLARE_FINAL_TYPE (UkBodyCard, uk_body_card, UK, BODY_CARD, GtkWidget)

void uk_body_card_take_history (UkBodyCard *self, UkBodyHistory *history, UkCatalogue *catalogue);

G_END_DECLS
