/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Writes or changes a routine of the user; emits "saved" with its id and closes. */
#define UK_TYPE_ROUTINE_EDITOR (uk_routine_editor_get_type ())
G_DECLARE_FINAL_TYPE (UkRoutineEditor, uk_routine_editor, UK, ROUTINE_EDITOR, AdwWindow)

GtkWidget *uk_routine_editor_new (const UkContext *context, const UkRoutine *routine);

G_END_DECLS
