/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insight/uk-pattern.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When it is sore: times of the day and weekdays. */
#define UK_TYPE_PATTERN_CARD (uk_pattern_card_get_type ())
G_DECLARE_FINAL_TYPE (UkPatternCard, uk_pattern_card, UK, PATTERN_CARD, GtkWidget)

void uk_pattern_card_show (UkPatternCard *self, const UkPattern *pattern);

G_END_DECLS
