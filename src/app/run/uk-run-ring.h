/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RUN_RING (uk_run_ring_get_type ())

/**
 * UkRunRing:
 *
 * A ring around its child that fills while time passes; its gap below holds the seconds left.
 * Violet means wait, teal means do.
 *
 * Property: `child` (GtkWidget).
 */
G_DECLARE_FINAL_TYPE (UkRunRing, uk_run_ring, UK, RUN_RING, GtkWidget)

void uk_run_ring_set_time (UkRunRing *self, double left, double fraction);
void uk_run_ring_set_breath (UkRunRing *self, gboolean guided, double breath);
void uk_run_ring_set_cue (UkRunRing *self, const char *cue);
void uk_run_ring_set_waiting (UkRunRing *self, gboolean waiting);
void uk_run_ring_set_paused (UkRunRing *self, gboolean paused);
void uk_run_ring_set_longest (UkRunRing *self, double seconds);

G_END_DECLS
