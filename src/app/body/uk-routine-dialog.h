/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All of a routine to read before doing it: its steps, what to mind, and what it rests on. */
#define UK_TYPE_ROUTINE_DIALOG (uk_routine_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkRoutineDialog, uk_routine_dialog, UK, ROUTINE_DIALOG, AdwWindow)

GtkWidget *uk_routine_dialog_new (const UkContext *context, const UkRoutine *routine, const char *region,
                                  UkSide side);

G_END_DECLS
