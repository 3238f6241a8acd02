/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/run/uk-run-page-private.h"
#include "app/run/uk-run-stage-private.h"

#include <glib/gi18n.h>

/* What leaves the page while a run goes on: sounds, and the player that media keys talk to. */

/* Where the words are heard, no tone has to announce them. */
static gboolean
is_spoken (UkRunPage *self, UkCue cue)
{
  return (cue == UK_CUE_READY || cue == UK_CUE_SWITCH) && self->speech != NULL
         && uk_speech_is_ready (self->speech);
}

static void
sound (UkRunPage *self, UkCue cue)
{
  GSettings *settings = self->context->settings;

  if (gtk_toggle_button_get_active (self->bell) && !is_spoken (self, cue))
    uk_run_sounds_play (&self->sounds, cue,
                        settings != NULL ? g_settings_get_double (settings, "sound-volume") : 1,
                        gtk_widget_get_display (GTK_WIDGET (self)));
}

static void
show_in_player (UkRunPage *self)
{
  GSettings *settings = self->context->settings;
  g_auto (UkRunMedia) media = { 0 };

  if (self->player == NULL)
    return;
  uk_run_media_init (&media, self->run,
                     settings != NULL && g_settings_get_boolean (settings, "notification-details"));
  uk_media_player_show (self->player, &media);
}

static void
command_cb (UkRunPage *self, int command, gint64 offset)
{
  if (!uk_run_page_is_running (self)
      || !uk_run_obey (self->run, (UkMediaCommand)command, offset, uk_run_page_get_now (self)))
    return;
  if (!uk_run_page_is_running (self))
    return;
  uk_run_stage_update (self->stage);
  show_in_player (self);
}

static void
raise_cb (UkRunPage *self)
{
  gtk_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
begin_player (UkRunPage *self)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus
      = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autoptr (GError) error = NULL;

  if (bus == NULL)
    return;
  self->player = uk_media_player_new (bus, UK_APP_ID, &error);
  if (self->player == NULL) {
    g_message ("Media keys of the desktop do not reach the run: %s", error->message);
    return;
  }
  g_signal_connect_object (self->player, "command", G_CALLBACK (command_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "raise", G_CALLBACK (raise_cb), self, G_CONNECT_SWAPPED);
  show_in_player (self);
}

static void
second_cb (UkRunPage *self, guint left)
{
  sound (self, uk_run_get_second_cue (self->run, left));
  if (self->player != NULL)
    uk_media_player_set_position (
        self->player, (gint64)(uk_run_get_step_seconds (self->run) * G_TIME_SPAN_SECOND));
}

/* What the next step asks for. */
static void
speak_leg_cb (UkRunPage *self)
{
  g_autofree char *act = NULL;

  if (self->speech == NULL || !gtk_toggle_button_get_active (self->bell))
    return;
  act = uk_run_describe_act (self->run);
  uk_speech_say (self->speech, act);
}

static void
begin_speech (UkRunPage *self)
{
  GSettings *settings = self->context->settings;
  g_autofree char *socket = NULL;

  g_clear_pointer (&self->speech, uk_speech_close);
  if (settings == NULL || !g_settings_get_boolean (settings, "spoken"))
    return;
  socket = uk_speech_find_socket ();
  /* Translators: the code of the language into which you translate, such as “de”: it chooses the
   * voice that speaks your words. */
  self->speech = uk_speech_new (socket, C_ ("language code", "en"));
  uk_speech_connect (self->speech);
  g_signal_connect_object (self->run, "leg-changed", G_CALLBACK (speak_leg_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A run is shown. */
void
uk_run_page_begin_signals (UkRunPage *self)
{
  g_clear_object (&self->player);
  begin_speech (self);
  g_signal_connect_object (self->run, "tick-second", G_CALLBACK (second_cb), self,
                           G_CONNECT_SWAPPED);
  begin_player (self);
}

/* Its state is another. */
void
uk_run_page_signal_state (UkRunPage *self, UkRunState state)
{
  if (self->speech != NULL && (state == UK_RUN_PAUSED || state == UK_RUN_ENDED_EARLY))
    uk_speech_hush (self->speech);
  sound (self, uk_run_get_state_cue (self->run, state));
  show_in_player (self);
}

/* It is over or left; a last sound may still be heard. */
void
uk_run_page_end_signals (UkRunPage *self)
{
  g_clear_object (&self->player);
  g_clear_pointer (&self->speech, uk_speech_close);
}
