/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Chips: how long, where, with what, how strenuous, quiet.  Kept in the settings, so that every filter bar shows the same.
 * Signal `changed`. */
#define UK_TYPE_FILTER_BAR (uk_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (UkFilterBar, uk_filter_bar, UK, FILTER_BAR, GtkWidget)

void uk_filter_bar_set_settings (UkFilterBar *self, GSettings *settings);
void uk_filter_bar_get_filter (UkFilterBar *self, UkFilter *filter);
void uk_filter_bar_drop (UkFilterBar *self, UkCriteria criteria);

void uk_filter_bar_set_lacking (GSettings *settings, const char *id, gboolean lacking);

G_END_DECLS
