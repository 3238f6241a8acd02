/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_PAST_DIALOG (uk_past_dialog_get_type ())

/**
 * UkPastDialog:
 *
 * Asks how it felt at an earlier time.
 *
 * Signal: `rated` (gint64 at, int value): Unix seconds, 0 to 10; the dialog closes by itself.
 */
G_DECLARE_FINAL_TYPE (UkPastDialog, uk_past_dialog, UK, PAST_DIALOG, AdwWindow)

GtkWidget *uk_past_dialog_new (GDateTime *now);

G_END_DECLS
