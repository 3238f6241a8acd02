/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-sounds.h"

/* @volume: 0 to 1.  Without a way to play sound files the bell of the display rings where it rang
 * before there were any. */
void
uk_run_sounds_play (UkRunSounds *self, UkCue cue, double volume, GdkDisplay *display)
{
  g_autofree char *path = NULL;

  g_return_if_fail (self != NULL);

  if (cue == UK_CUE_NONE || volume <= 0)
    return;
  path = g_strdup_printf ("/unknot/sounds/%s.wav", uk_cue_to_id (cue));
  g_clear_object (&self->stream);
  self->stream = gtk_media_file_new_for_resource (path);
  if (gtk_media_stream_get_error (self->stream) != NULL) {
    if (cue == UK_CUE_GO || cue == UK_CUE_DONE)
      gdk_display_beep (display);
    return;
  }
  gtk_media_stream_set_volume (self->stream, CLAMP (volume, 0, 1));
  gtk_media_stream_play (self->stream);
}

void
uk_run_sounds_clear (UkRunSounds *self)
{
  g_clear_object (&self->stream);
}
