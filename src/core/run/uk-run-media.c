/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-media.h"

#include <glib/gi18n-lib.h>

/* Nobody means more than this by a press of a key. */
#define LONGEST_SEEK_SECONDS 600

static const char *
get_status (UkRun *run)
{
  switch (uk_run_get_state (run)) {
  case UK_RUN_READY:
  case UK_RUN_SIDE_CHANGE:
  case UK_RUN_STEP:
    return "Playing";
  case UK_RUN_PAUSED:
    return "Paused";
  case UK_RUN_NEW:
  case UK_RUN_FINISHED:
  case UK_RUN_ENDED_EARLY:
  default:
    return "Stopped";
  }
}

/**
 * uk_run_media_init:
 * @media: (out caller-allocates): what to fill; free with uk_run_media_clear()
 * @run: what is performed
 * @details: whether others who see the screen may learn which routine it is
 */
void
uk_run_media_init (UkRunMedia *media, UkRun *run, gboolean details)
{
  guint leg;

  g_return_if_fail (media != NULL);
  g_return_if_fail (UK_IS_RUN (run));

  leg = uk_run_get_leg_index (run);
  media->status = get_status (run);
  media->title = g_strdup (details ? uk_run_get_routine (run)->title : _ ("A routine"));
  media->track = leg + 1;
  media->length = (gint64)(uk_run_get_leg_seconds (run, leg) * G_TIME_SPAN_SECOND);
  media->position = (gint64)(uk_run_get_step_seconds (run) * G_TIME_SPAN_SECOND);
  media->can_go_previous = leg > 0;
}

/**
 * uk_run_media_clear:
 * @media: what uk_run_media_init() filled
 */
void
uk_run_media_clear (UkRunMedia *media)
{
  g_return_if_fail (media != NULL);

  g_clear_pointer (&media->title, g_free);
}

static void
play (UkRun *run, gint64 now)
{
  if (uk_run_get_state (run) == UK_RUN_PAUSED)
    uk_run_resume (run, now);
}

static void
toggle (UkRun *run, gint64 now)
{
  switch (uk_run_get_state (run)) {
  case UK_RUN_STEP:
    uk_run_pause (run, now);
    break;
  case UK_RUN_PAUSED:
    uk_run_resume (run, now);
    break;
  case UK_RUN_READY:
  case UK_RUN_SIDE_CHANGE:
    uk_run_start (run, now);
    break;
  case UK_RUN_NEW:
  case UK_RUN_FINISHED:
  case UK_RUN_ENDED_EARLY:
  default:
    break;
  }
}

/* Ahead is less time left; behind the end is the next step. */
static void
seek (UkRun *run, gint64 offset, gint64 now)
{
  const gint64 longest = LONGEST_SEEK_SECONDS * G_TIME_SPAN_SECOND;
  const double seconds = (double)CLAMP (offset, -longest, longest) / G_TIME_SPAN_SECOND;

  if (uk_run_get_phase (run) == UK_RUN_STEP && seconds >= uk_run_get_seconds_left (run))
    uk_run_skip (run, now);
  else
    uk_run_add_seconds (run, (int)-seconds, now);
}

/**
 * uk_run_obey:
 * @command: what was pressed
 * @offset: of %UK_MEDIA_SEEK: microseconds ahead, or back below 0; it may come from anywhere
 * @now: the clock, in microseconds
 *
 * Does what a media key asks for.
 *
 * Returns: %FALSE for a run that has not begun or is over: nothing was done
 */
gboolean
uk_run_obey (UkRun *run, UkMediaCommand command, gint64 offset, gint64 now)
{
  g_return_val_if_fail (UK_IS_RUN (run), FALSE);

  if (uk_run_get_state (run) == UK_RUN_NEW || uk_run_is_over (run))
    return FALSE;
  switch (command) {
  case UK_MEDIA_PLAY:
    play (run, now);
    break;
  case UK_MEDIA_PAUSE:
    uk_run_pause (run, now);
    break;
  case UK_MEDIA_TOGGLE:
    toggle (run, now);
    break;
  case UK_MEDIA_STOP:
    uk_run_end (run, now);
    break;
  case UK_MEDIA_NEXT:
    uk_run_skip (run, now);
    break;
  case UK_MEDIA_PREVIOUS:
    uk_run_back (run, now);
    break;
  case UK_MEDIA_SEEK:
    seek (run, offset, now);
    break;
  default:
    return FALSE;
  }
  return TRUE;
}
