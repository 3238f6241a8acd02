/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run-cue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What sounds at this moment; all zero for silence. */
typedef struct {
  GtkMediaStream *stream; /* owned, nullable */
} UkRunSounds;

void uk_run_sounds_play (UkRunSounds *self, UkCue cue, double volume, GdkDisplay *display);
void uk_run_sounds_clear (UkRunSounds *self);

G_END_DECLS
