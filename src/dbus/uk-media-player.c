/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dbus/uk-media-player.h"

#include "uk-dbus-mpris.h"

struct _UkMediaPlayer {
  GObject parent_instance;

  UkMprisMediaPlayer2 *root;         /* owned */
  UkMprisMediaPlayer2Player *player; /* owned */
  char *app_id;                      /* owned */
  guint track;                       /* shown last, 0: none */
  guint name;                        /* that is owned on the bus */
};

G_DEFINE_FINAL_TYPE (UkMediaPlayer, uk_media_player, G_TYPE_OBJECT)

enum { COMMAND, RAISE, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef void (*Complete) (UkMprisMediaPlayer2Player *player, GDBusMethodInvocation *invocation);

static const struct {
  const char *signal;
  UkMediaCommand command;
  Complete complete;
} commands[] = {
  { "handle-play", UK_MEDIA_PLAY, uk_mpris_media_player2_player_complete_play },
  { "handle-pause", UK_MEDIA_PAUSE, uk_mpris_media_player2_player_complete_pause },
  { "handle-play-pause", UK_MEDIA_TOGGLE, uk_mpris_media_player2_player_complete_play_pause },
  { "handle-stop", UK_MEDIA_STOP, uk_mpris_media_player2_player_complete_stop },
  { "handle-next", UK_MEDIA_NEXT, uk_mpris_media_player2_player_complete_next },
  { "handle-previous", UK_MEDIA_PREVIOUS, uk_mpris_media_player2_player_complete_previous },
};

/* The answer goes out first: the command may end the run, and this with it. */
static gboolean
command_cb (UkMprisMediaPlayer2Player *player, GDBusMethodInvocation *invocation, gpointer data)
{
  UkMediaPlayer *self
      = g_object_get_data (G_OBJECT (player), "self");
  const guint i = GPOINTER_TO_UINT (data);

  commands[i].complete (player, invocation);
  g_signal_emit (self, signals[COMMAND], 0, (int)commands[i].command, (gint64)0);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
seek_cb (UkMediaPlayer *self, GDBusMethodInvocation *invocation, gint64 offset)
{
  uk_mpris_media_player2_player_complete_seek (self->player, invocation);
  g_signal_emit (self, signals[COMMAND], 0, (int)UK_MEDIA_SEEK, offset);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static char *
get_track_path (UkMediaPlayer *self)
{
  g_auto (GStrv) parts = g_strsplit (self->app_id, ".", -1);
  g_autofree char *path = g_strjoinv ("/", parts);

  return g_strdup_printf ("/%s/step/%u", path, self->track);
}

/* Of another track nothing is meant: it has just ended. */
static gboolean
set_position_cb (UkMediaPlayer *self,
                 GDBusMethodInvocation *invocation,
                 const char *track,
                 gint64 position)
{
  g_autofree char *current = get_track_path (self);
  const gint64 offset = position - uk_mpris_media_player2_player_get_position (self->player);

  uk_mpris_media_player2_player_complete_set_position (self->player, invocation);
  if (position >= 0 && g_str_equal (track, current))
    g_signal_emit (self, signals[COMMAND], 0, (int)UK_MEDIA_SEEK, offset);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
open_uri_cb (UkMediaPlayer *self, GDBusMethodInvocation *invocation)
{
  g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                 G_DBUS_ERROR_NOT_SUPPORTED, "Nothing to open");
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
raise_cb (UkMediaPlayer *self, GDBusMethodInvocation *invocation)
{
  uk_mpris_media_player2_complete_raise (self->root, invocation);
  g_signal_emit (self, signals[RAISE], 0);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* Leaving the program is done in its window. */
static gboolean
quit_cb (UkMediaPlayer *self, GDBusMethodInvocation *invocation)
{
  uk_mpris_media_player2_complete_quit (self->root, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
connect_methods (UkMediaPlayer *self)
{
  guint i;

  g_object_set_data (G_OBJECT (self->player), "self", self);
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    g_signal_connect (self->player, commands[i].signal, G_CALLBACK (command_cb),
                      GUINT_TO_POINTER (i));
  g_signal_connect_object (self->player, "handle-seek", G_CALLBACK (seek_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "handle-set-position", G_CALLBACK (set_position_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "handle-open-uri", G_CALLBACK (open_uri_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root, "handle-raise", G_CALLBACK (raise_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root, "handle-quit", G_CALLBACK (quit_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
uk_media_player_dispose (GObject *object)
{
  UkMediaPlayer *self = UK_MEDIA_PLAYER (object);

  g_clear_handle_id (&self->name, g_bus_unown_name);
  if (self->player != NULL) {
    g_signal_handlers_disconnect_matched (self->player, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, command_cb,
                                          NULL);
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->player));
  }
  if (self->root != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->root));
  g_clear_object (&self->player);
  g_clear_object (&self->root);

  G_OBJECT_CLASS (uk_media_player_parent_class)->dispose (object);
}

static void
uk_media_player_finalize (GObject *object)
{
  g_free (UK_MEDIA_PLAYER (object)->app_id);

  G_OBJECT_CLASS (uk_media_player_parent_class)->finalize (object);
}

static void
uk_media_player_class_init (UkMediaPlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uk_media_player_dispose;
  G_OBJECT_CLASS (klass)->finalize = uk_media_player_finalize;

  signals[COMMAND] = g_signal_new ("command", UK_TYPE_MEDIA_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[RAISE] = g_signal_new ("raise", UK_TYPE_MEDIA_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
uk_media_player_init (UkMediaPlayer *self)
{
  static const char *const nothing[] = { NULL };

  self->root = uk_mpris_media_player2_skeleton_new ();
  self->player = uk_mpris_media_player2_player_skeleton_new ();
  g_object_set (self->root, "can-raise", TRUE, "identity", g_get_application_name (),
                "supported-uri-schemes", nothing, "supported-mime-types", nothing, NULL);
  g_object_set (self->player, "rate", 1.0, "minimum-rate", 1.0, "maximum-rate", 1.0, "volume", 1.0,
                "can-control", TRUE, "can-go-next", TRUE, "can-pause", TRUE, "can-play", TRUE,
                "can-seek", TRUE, "playback-status", "Stopped", NULL);
  connect_methods (self);
}

/**
 * uk_media_player_new:
 * @connection: the session bus
 * @app_id: of the program: the name on the bus ends in it, and its desktop file has that name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a player that is on the bus
 */
UkMediaPlayer *
uk_media_player_new (GDBusConnection *connection, const char *app_id, GError **error)
{
  g_autoptr (UkMediaPlayer) self = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);
  g_return_val_if_fail (app_id != NULL, NULL);

  self = g_object_new (UK_TYPE_MEDIA_PLAYER, NULL);
  self->app_id = g_strdup (app_id);
  uk_mpris_media_player2_set_desktop_entry (self->root, app_id);
  if (!g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->root), connection,
                                         UK_MEDIA_PLAYER_PATH, error)
      || !g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->player), connection,
                                            UK_MEDIA_PLAYER_PATH, error))
    return NULL;
  name = g_strconcat (UK_MEDIA_PLAYER_PREFIX, app_id, NULL);
  self->name = g_bus_own_name_on_connection (connection, name, G_BUS_NAME_OWNER_FLAGS_NONE, NULL,
                                             NULL, NULL, NULL);
  return g_steal_pointer (&self);
}

static GVariant *
describe (UkMediaPlayer *self, const UkRunMedia *media)
{
  const char *const artists[] = { g_get_application_name (), NULL };
  g_autofree char *path = get_track_path (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "mpris:trackid", g_variant_new_object_path (path));
  g_variant_builder_add (&builder, "{sv}", "mpris:length", g_variant_new_int64 (media->length));
  g_variant_builder_add (&builder, "{sv}", "xesam:title", g_variant_new_string (media->title));
  g_variant_builder_add (&builder, "{sv}", "xesam:artist", g_variant_new_strv (artists, -1));
  g_variant_builder_add (&builder, "{sv}", "xesam:trackNumber",
                         g_variant_new_int32 ((gint32)media->track));
  return g_variant_builder_end (&builder);
}

/**
 * uk_media_player_show:
 * @media: the run as it is now
 */
void
uk_media_player_show (UkMediaPlayer *self, const UkRunMedia *media)
{
  g_return_if_fail (UK_IS_MEDIA_PLAYER (self));
  g_return_if_fail (media != NULL);

  self->track = media->track;
  uk_mpris_media_player2_player_set_playback_status (self->player, media->status);
  uk_mpris_media_player2_player_set_metadata (self->player, describe (self, media));
  uk_mpris_media_player2_player_set_can_go_previous (self->player, media->can_go_previous);
  uk_media_player_set_position (self, media->position);
}

/**
 * uk_media_player_set_position:
 * @position: in the current leg, in microseconds; others ask for it, they are not told
 */
void
uk_media_player_set_position (UkMediaPlayer *self, gint64 position)
{
  g_return_if_fail (UK_IS_MEDIA_PLAYER (self));

  uk_mpris_media_player2_player_set_position (self->player, position);
}
