/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_BEFORE (uk_run_before_get_type ())

/**
 * UkRunBefore:
 *
 * The question before a run: how sore is it now?  A tap on a number starts.
 *
 * Signals: `start` (int): the number, -1 for none; `check-safety`: something is new since last
 * time.
 */
G_DECLARE_FINAL_TYPE (UkRunBefore, uk_run_before, UK, RUN_BEFORE, GtkWidget)

void uk_run_before_set_routine (UkRunBefore *self,
                                const UkRoutine *routine,
                                const UkRegion *region,
                                UkSide side,
                                gboolean both_sides);
void uk_run_before_set_last (UkRunBefore *self, int rating, gint64 at, GDateTime *now);
void uk_run_before_set_gentle (UkRunBefore *self, gboolean gentle);
gboolean uk_run_before_get_gentle (UkRunBefore *self);
void uk_run_before_get_sides (UkRunBefore *self, UkSide *side, gboolean *both_sides);
void uk_run_before_rate (UkRunBefore *self, int rating);
void uk_run_before_focus (UkRunBefore *self);

G_END_DECLS
