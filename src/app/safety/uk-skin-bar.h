/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/safety/uk-heat-cold.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_SKIN_BAR (uk_skin_bar_get_type ())

/* Asks to look at the skin while something warm or cold lies on it.  Signals: `fine`: it looks well;
 * `off`: the person took it off. */
G_DECLARE_FINAL_TYPE (UkSkinBar, uk_skin_bar, UK, SKIN_BAR, GtkWidget)

gboolean uk_skin_bar_show (UkSkinBar *self, UkCatalogue *catalogue, UkSkinCheck check);

G_END_DECLS
