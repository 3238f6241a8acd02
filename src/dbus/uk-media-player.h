/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run-media.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_MEDIA_PLAYER_PREFIX "org.mpris.MediaPlayer2."
#define UK_MEDIA_PLAYER_PATH "/org/mpris/MediaPlayer2"

#define UK_TYPE_MEDIA_PLAYER (uk_media_player_get_type ())

/**
 * UkMediaPlayer:
 *
 * A run on the bus as a media player, so that the keys of a headset, a remote control or the lock
 * screen reach it.  There only as long as it lives.
 *
 * Signals: `command` (UkMediaCommand as int, gint64 offset); `raise`: show the window.
 */
G_DECLARE_FINAL_TYPE (UkMediaPlayer, uk_media_player, UK, MEDIA_PLAYER, GObject)

UkMediaPlayer *uk_media_player_new (GDBusConnection *connection, const char *app_id, GError **error);
void uk_media_player_show (UkMediaPlayer *self, const UkRunMedia *media);
void uk_media_player_set_position (UkMediaPlayer *self, gint64 position);

G_END_DECLS
