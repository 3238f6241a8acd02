/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

/* What a routine does for a place, in the order in which it is done. */
typedef enum {
  UK_STAGE_WARM,
  UK_STAGE_PRESS,
  UK_STAGE_STRETCH,
  UK_STAGE_MOVE,
} UkStage;

#define UK_N_STAGES (UK_STAGE_MOVE + 1)

gboolean uk_stage_has (UkStage stage, const UkRoutine *routine);
char *uk_stage_describe (GPtrArray *parts);

G_END_DECLS
