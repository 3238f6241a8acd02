/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/run/uk-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_STAGE (uk_run_stage_get_type ())

/**
 * UkRunStage:
 *
 * A run while it is performed: ring with figure, instruction, what comes next, controls.  The
 * controls are the `run.` actions of the page around it.
 *
 * Signal: `jump` (guint leg).
 */
G_DECLARE_FINAL_TYPE (UkRunStage, uk_run_stage, UK, RUN_STAGE, GtkWidget)

void uk_run_stage_set_run (UkRunStage *self, UkRun *run, const UkRegion *region);
void uk_run_stage_set_region (UkRunStage *self, const UkRegion *region);
void uk_run_stage_set_notice (UkRunStage *self, const char *notice);
void uk_run_stage_update (UkRunStage *self);
void uk_run_stage_focus (UkRunStage *self);

G_END_DECLS
