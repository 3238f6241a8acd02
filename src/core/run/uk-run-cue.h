/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run.h"

G_BEGIN_DECLS

/* What is heard in a run. */
typedef enum {
  UK_CUE_NONE,
  UK_CUE_READY,
  UK_CUE_GO,
  UK_CUE_HALFWAY,
  UK_CUE_SWITCH,
  UK_CUE_DONE,
} UkCue;

#define UK_N_CUES (UK_CUE_DONE + 1)

UkCue uk_run_get_state_cue (UkRun *run, UkRunState state);
UkCue uk_run_get_second_cue (UkRun *run, guint left);
const char *uk_cue_to_id (UkCue cue);

G_END_DECLS
