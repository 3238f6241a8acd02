/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-clock.h"

G_BEGIN_DECLS

/**
 * UkWallTimerFunc:
 * @reason: why it is called; %UK_WAKE_DUE may come early
 *
 * Returns: %G_SOURCE_CONTINUE or %G_SOURCE_REMOVE.  The timer stays unarmed until armed again.
 */
typedef gboolean (*UkWallTimerFunc) (UkWake reason, gpointer user_data);

GSource *uk_wall_timer_new (GError **error);
void uk_wall_timer_set_callback (GSource *source,
                                 UkWallTimerFunc func,
                                 gpointer user_data,
                                 GDestroyNotify destroy);
void uk_wall_timer_arm (GSource *source, gint64 instant);

G_END_DECLS
