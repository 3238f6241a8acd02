/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_SAFETY_CARD (uk_safety_card_get_type ())

/* Stands where a place has an open warning sign: says why and what to do.  Hidden otherwise. */
G_DECLARE_FINAL_TYPE (UkSafetyCard, uk_safety_card, UK, SAFETY_CARD, GtkWidget)

void uk_safety_card_update (UkSafetyCard *self, UkSafetyBook *book, const char *region);

G_END_DECLS
