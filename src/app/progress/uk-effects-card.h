/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What helps here: the mean change per technique. */
#define UK_TYPE_EFFECTS_CARD (uk_effects_card_get_type ())
G_DECLARE_FINAL_TYPE (UkEffectsCard, uk_effects_card, UK, EFFECTS_CARD, GtkWidget)

void uk_effects_card_show (UkEffectsCard *self, const GArray *effects, const char *helped);

G_END_DECLS
