/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_EASE_DISC (uk_ease_disc_get_type ())

/**
 * UkEaseDisc:
 *
 * A round picture of the place that is treated, as strongly coloured as it is sore.
 *
 * Property: `smallest` (int): its least diameter.
 */
G_DECLARE_FINAL_TYPE (UkEaseDisc, uk_ease_disc, UK, EASE_DISC, GtkWidget)

void uk_ease_disc_set_place (UkEaseDisc *self, const char *region, UkSide side);
void uk_ease_disc_set_rating (UkEaseDisc *self, double rating);
void uk_ease_disc_ease_to (UkEaseDisc *self, double rating);

G_END_DECLS
