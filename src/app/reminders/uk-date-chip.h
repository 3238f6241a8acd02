/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-wall-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A day, to be changed by typing it or in a calendar.  Signal `picked`. */
#define UK_TYPE_DATE_CHIP (uk_date_chip_get_type ())
G_DECLARE_FINAL_TYPE (UkDateChip, uk_date_chip, UK, DATE_CHIP, GtkWidget)

void uk_date_chip_set_day (UkDateChip *self, UkDay day);
UkDay uk_date_chip_get_day (UkDateChip *self);

G_END_DECLS
