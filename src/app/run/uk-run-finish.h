/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/run/uk-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_FINISH (uk_run_finish_get_type ())

/**
 * UkRunFinish:
 *
 * The question after a run: how does it feel now, and when shall it be done again?
 *
 * Signals: `rated` (int): a number was tapped; `done`: go back; `other-side`: do the other side
 * too.
 */
G_DECLARE_FINAL_TYPE (UkRunFinish, uk_run_finish, UK, RUN_FINISH, GtkWidget)

void uk_run_finish_set_run (
    UkRunFinish *self, UkRun *run, const UkRegion *region, int before, GDateTime *now);
void uk_run_finish_set_reminded (UkRunFinish *self, gboolean reminded);
gboolean uk_run_finish_get_reminder (UkRunFinish *self, gint64 *first);
void uk_run_finish_rate (UkRunFinish *self, int rating);
void uk_run_finish_focus (UkRunFinish *self);

G_END_DECLS
