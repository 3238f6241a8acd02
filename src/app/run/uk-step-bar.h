/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_STEP_BAR (uk_step_bar_get_type ())

/**
 * UkStepBar:
 *
 * The legs of a run in a row, as long as they last; what is done is filled.  A click jumps.
 *
 * Signal: `jump` (guint leg).
 */
G_DECLARE_FINAL_TYPE (UkStepBar, uk_step_bar, UK, STEP_BAR, GtkWidget)

void uk_step_bar_set_run (UkStepBar *self, UkRun *run);
void uk_step_bar_update (UkStepBar *self);

G_END_DECLS
