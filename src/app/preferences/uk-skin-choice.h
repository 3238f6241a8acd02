/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Swatches of the skins to choose from, of which one is down, over the name of that one. */
#define UK_TYPE_SKIN_CHOICE (uk_skin_choice_get_type ())
G_DECLARE_FINAL_TYPE (UkSkinChoice, uk_skin_choice, UK, SKIN_CHOICE, GtkWidget)

void uk_skin_choice_set_settings (UkSkinChoice *self, GSettings *settings);

G_END_DECLS
