/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_SAFETY_RESULT (uk_safety_result_get_type ())

/* What follows from the answers, calmly: stop, see a doctor, go on with changes, go on. */
G_DECLARE_FINAL_TYPE (UkSafetyResult, uk_safety_result, UK, SAFETY_RESULT, GtkWidget)

void uk_safety_result_show (UkSafetyResult *self, UkSafetyBook *book, const char *region);
const char *uk_safety_get_consequence (UkUrgency urgency, gboolean everywhere);

G_END_DECLS
