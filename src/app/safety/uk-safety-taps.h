/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_SAFETY_TAPS (uk_safety_taps_get_type ())

/* A few switches before warmth, cold and pressing: what is on is a yes. */
G_DECLARE_FINAL_TYPE (UkSafetyTaps, uk_safety_taps, UK, SAFETY_TAPS, AdwWindow)

GtkWidget *uk_safety_taps_new (UkSafetyBook *book, const UkRoutine *routine, const char *region);
gboolean uk_safety_taps_is_complete (UkSafetyTaps *self);

G_END_DECLS
