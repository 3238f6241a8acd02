/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-figure.h"
#include "core/figure/uk-pose-set.h"

G_BEGIN_DECLS

typedef struct _UkMovement UkMovement;

UkMovement *
uk_movement_new (UkPoseSet *set, const char *const *ids, gboolean mirrored, GError **error);
void uk_movement_free (UkMovement *movement);
void uk_movement_set_tempo (UkMovement *movement, double seconds);
guint uk_movement_get_n_keys (const UkMovement *movement);
const UkFigure *uk_movement_get_key (const UkMovement *movement, guint index);
double uk_movement_get_seconds (const UkMovement *movement);
gboolean uk_movement_is_still (const UkMovement *movement);
void uk_movement_get_at (const UkMovement *movement, double seconds, UkFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkMovement, uk_movement_free)

G_END_DECLS
