/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The user's own routines: to write, change, share and delete.  Its parent is the window of the program. */
#define UK_TYPE_OWN_DIALOG (uk_own_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkOwnDialog, uk_own_dialog, UK, OWN_DIALOG, AdwWindow)

GtkWidget *uk_own_dialog_new (const UkContext *context);
void uk_own_dialog_edit (UkOwnDialog *self, const UkRoutine *routine);
void uk_own_dialog_import (UkOwnDialog *self, GFile *file);

G_END_DECLS
