/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run.h"

G_BEGIN_DECLS

/**
 * UkMediaCommand:
 * @UK_MEDIA_TOGGLE: pause, go on, or begin the step at once
 *
 * What the keys of a headset or a remote control say.
 */
typedef enum {
  UK_MEDIA_PLAY,
  UK_MEDIA_PAUSE,
  UK_MEDIA_TOGGLE,
  UK_MEDIA_STOP,
  UK_MEDIA_NEXT,
  UK_MEDIA_PREVIOUS,
  UK_MEDIA_SEEK,
} UkMediaCommand;

/**
 * UkRunMedia:
 * @status: Playing, Paused or Stopped
 * @title: what is performed
 * @track: number of the current leg, from 1
 * @length: of that leg, in microseconds
 * @position: in that leg, in microseconds; 0 while getting ready
 * @can_go_previous: whether there is a leg before
 *
 * A run as a media player sees it: legs are its tracks.
 */
typedef struct {
  const char *status;
  char *title;
  guint track;
  gint64 length;
  gint64 position;
  gboolean can_go_previous;
} UkRunMedia;

void uk_run_media_init (UkRunMedia *media, UkRun *run, gboolean details);
void uk_run_media_clear (UkRunMedia *media);
gboolean uk_run_obey (UkRun *run, UkMediaCommand command, gint64 offset, gint64 now);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UkRunMedia, uk_run_media_clear)

G_END_DECLS
