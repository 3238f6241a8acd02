/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All routines with a search field.  Signal `chosen (UkRoutine)`. */
#define UK_TYPE_ROUTINE_CHOOSER (uk_routine_chooser_get_type ())
G_DECLARE_FINAL_TYPE (UkRoutineChooser, uk_routine_chooser, UK, ROUTINE_CHOOSER, GtkWidget)

void uk_routine_chooser_set_catalogue (UkRoutineChooser *self, UkCatalogue *catalogue);
void uk_routine_chooser_start (UkRoutineChooser *self);

G_END_DECLS
