/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dbus/uk-media-player.h"

#include "support/uk-test.h"

#define PATIENCE_MS 10000
#define ID "org.example.Run"
#define PLAYER "org.mpris.MediaPlayer2.Player"

typedef struct {
  GTestDBus *bus;
  GDBusConnection *server;
  GDBusConnection *client;
  UkMediaPlayer *player;
  int command; /* -1: none */
  gint64 offset;
  GVariant *answer; /* owned */
  gboolean answered;
} Fixture;

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
command_cb (Fixture *fixture, int command, gint64 offset)
{
  fixture->command = command;
  fixture->offset = offset;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->server = connect_to (fixture->bus);
  fixture->client = connect_to (fixture->bus);
  fixture->player = uk_media_player_new (fixture->server, ID, &error);
  g_assert_no_error (error);
  fixture->command = -1;
  g_signal_connect_swapped (fixture->player, "command", G_CALLBACK (command_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->player);
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->client);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  fixture->answered = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Fixture *)data)->answered;
}

/* Returns: (transfer full) (nullable): the answer */
static GVariant *
call (Fixture *fixture, const char *interface, const char *method, GVariant *arguments)
{
  fixture->answered = FALSE;
  g_dbus_connection_call (fixture->client, g_dbus_connection_get_unique_name (fixture->server),
                          UK_MEDIA_PLAYER_PATH, interface, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, answer_cb, fixture);
  uk_test_spin_until (is_answered, fixture, PATIENCE_MS);
  return g_steal_pointer (&fixture->answer);
}

static GVariant *
get_property (Fixture *fixture, const char *name)
{
  g_autoptr (GVariant) answer = call (fixture, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", PLAYER, name));
  GVariant *value;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(v)", &value);
  return value;
}

static void
test_commands (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *method;
    UkMediaCommand command;
  } cases[] = {
    { "Play", UK_MEDIA_PLAY },      { "Pause", UK_MEDIA_PAUSE }, { "PlayPause", UK_MEDIA_TOGGLE },
    { "Stop", UK_MEDIA_STOP },      { "Next", UK_MEDIA_NEXT },   { "Previous", UK_MEDIA_PREVIOUS },
  };
  g_autoptr (GVariant) sought = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GVariant) answer = call (fixture, PLAYER, cases[i].method, NULL);

    g_assert_nonnull (answer);
    g_assert_cmpint (fixture->command, ==, (int)cases[i].command);
  }
  sought = call (fixture, PLAYER, "Seek", g_variant_new ("(x)", (gint64)-5000000));
  g_assert_nonnull (sought);
  g_assert_cmpint (fixture->command, ==, UK_MEDIA_SEEK);
  g_assert_cmpint (fixture->offset, ==, -5000000);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  const UkRunMedia media = { .status = "Playing",
                             .title = (char *)"A test",
                             .track = 2,
                             .length = 30000000,
                             .position = 8000000,
                             .can_go_previous = TRUE };
  g_autoptr (GVariant) status = NULL;
  g_autoptr (GVariant) metadata = NULL;
  g_autoptr (GVariant) position = NULL;
  const char *title;
  gint64 length;

  uk_media_player_show (fixture->player, &media);
  status = get_property (fixture, "PlaybackStatus");
  g_assert_cmpstr (g_variant_get_string (status, NULL), ==, "Playing");
  metadata = get_property (fixture, "Metadata");
  g_assert_true (g_variant_lookup (metadata, "xesam:title", "&s", &title));
  g_assert_cmpstr (title, ==, "A test");
  g_assert_true (g_variant_lookup (metadata, "mpris:length", "x", &length));
  g_assert_cmpint (length, ==, 30000000);
  uk_media_player_set_position (fixture->player, 9000000);
  position = get_property (fixture, "Position");
  g_assert_cmpint (g_variant_get_int64 (position), ==, 9000000);
}

/* A place in a track that is over means nothing. */
static void
test_set_position (Fixture *fixture, gconstpointer data)
{
  const UkRunMedia media
      = { .status = "Playing", .title = (char *)"A test", .track = 2, .position = 8000000 };
  g_autoptr (GVariant) late = NULL;
  g_autoptr (GVariant) now = NULL;

  uk_media_player_show (fixture->player, &media);
  late = call (fixture, PLAYER, "SetPosition",
               g_variant_new ("(ox)", "/org/example/Run/step/1", (gint64)1000000));
  g_assert_cmpint (fixture->command, ==, -1);
  now = call (fixture, PLAYER, "SetPosition",
              g_variant_new ("(ox)", "/org/example/Run/step/2", (gint64)1000000));
  g_assert_cmpint (fixture->command, ==, UK_MEDIA_SEEK);
  g_assert_cmpint (fixture->offset, ==, -7000000);
}

/* There only while a run is open. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->player);
  g_assert_null (call (fixture, PLAYER, "Play", NULL));
  g_assert_cmpint (fixture->command, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/media-player/commands", Fixture, NULL, set_up, test_commands, tear_down);
  g_test_add ("/media-player/properties", Fixture, NULL, set_up, test_properties, tear_down);
  g_test_add ("/media-player/set-position", Fixture, NULL, set_up, test_set_position, tear_down);
  g_test_add ("/media-player/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
