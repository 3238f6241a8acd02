/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the person chooses once: the body that is shown, sounds, what there is at home, what others may read. */
#define UK_TYPE_PREFERENCES (uk_preferences_get_type ())
G_DECLARE_FINAL_TYPE (UkPreferences, uk_preferences, UK, PREFERENCES, AdwPreferencesWindow)

GtkWidget *uk_preferences_new (const UkContext *context);

G_END_DECLS
