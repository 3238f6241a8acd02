/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The manual, on one page. */
#define UK_TYPE_HELP_DIALOG (uk_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkHelpDialog, uk_help_dialog, UK, HELP_DIALOG, AdwWindow)

GtkWidget *uk_help_dialog_new (void);
void uk_help_dialog_show (UkHelpDialog *self, const char *chapter);
char *uk_help_dialog_find_page (const char *folder, const char *const *languages);

G_END_DECLS
