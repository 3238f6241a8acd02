/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_FIT_LABEL (uk_fit_label_get_type ())

/**
 * UkFitLabel:
 *
 * A sentence in the largest type that fits: to be read from three metres.  Whoever lays it out asks
 * for its height with uk_fit_label_fit().
 *
 * Property: `centered` (boolean).
 */
G_DECLARE_FINAL_TYPE (UkFitLabel, uk_fit_label, UK, FIT_LABEL, GtkWidget)

void uk_fit_label_set_text (UkFitLabel *self, const char *text);
void uk_fit_label_set_centered (UkFitLabel *self, gboolean centered);
int uk_fit_label_fit (UkFitLabel *self, int width, int max_height, double max_pixels);

G_END_DECLS
