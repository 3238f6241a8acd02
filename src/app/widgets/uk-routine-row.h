/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A routine in a list: picture, title, what it takes.  The row opens its steps, the button starts it. */
#define UK_TYPE_ROUTINE_ROW (uk_routine_row_get_type ())
G_DECLARE_FINAL_TYPE (UkRoutineRow, uk_routine_row, UK, ROUTINE_ROW, GtkListBoxRow)

GtkWidget *uk_routine_row_new (const UkRoutine *routine, const char *region, UkSide side);
void uk_routine_row_set_side (UkRoutineRow *self, UkSide side);
void uk_routine_row_set_ruled_out (UkRoutineRow *self, const char *reason);

G_END_DECLS
