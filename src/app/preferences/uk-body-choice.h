/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Little pictures of the bodies to choose from, as large buttons of which one is down. */
#define UK_TYPE_BODY_CHOICE (uk_body_choice_get_type ())
G_DECLARE_FINAL_TYPE (UkBodyChoice, uk_body_choice, UK, BODY_CHOICE, GtkWidget)

void uk_body_choice_set_settings (UkBodyChoice *self, GSettings *settings);

G_END_DECLS
