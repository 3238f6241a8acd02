/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-speech.h"
#include "support/uk-test.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

#define PATIENCE_MS 5000

/* A speaker that only listens. */
typedef struct {
  char *folder;
  char *socket;
  GSocketService *service;
  GSocketConnection *connection;
  GDataInputStream *input;
  GString *heard;
  gboolean mute;    /* takes everything and answers nothing */
  gboolean of_text; /* what comes is text, up to a dot */
  const char *wanted;
  UkSpeech *speech;
} Fixture;

static void listen (Fixture *fixture);

static void
answer (Fixture *fixture, const char *text)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (fixture->connection));

  if (!fixture->mute)
    g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
}

static void
line_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (stream), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || line == NULL)
    return;
  g_string_append_printf (fixture->heard, "%s|", line);
  if (fixture->of_text) {
    fixture->of_text = !g_str_equal (line, ".");
    if (!fixture->of_text)
      answer (fixture, "225-21\r\n225 OK MESSAGE QUEUED\r\n701-21\r\n701 BEGIN\r\n");
  } else if (g_str_equal (line, "SPEAK")) {
    fixture->of_text = TRUE;
    answer (fixture, "230 OK RECEIVING DATA\r\n");
  } else {
    answer (fixture, "208 OK SET\r\n");
  }
  listen (fixture);
}

static void
listen (Fixture *fixture)
{
  g_data_input_stream_read_line_async (fixture->input, G_PRIORITY_DEFAULT, NULL, line_cb, fixture);
}

static gboolean
incoming_cb (Fixture *fixture, GSocketConnection *connection)
{
  g_set_object (&fixture->connection, connection);
  g_clear_object (&fixture->input);
  fixture->input
      = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (fixture->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  fixture->of_text = FALSE;
  listen (fixture);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = uk_test_make_folder ();
  fixture->socket = g_build_filename (fixture->folder, "s", NULL);
  fixture->heard = g_string_new (NULL);
  address = g_unix_socket_address_new (fixture->socket);
  fixture->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (fixture->service), address,
                                 G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL,
                                 &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->service, "incoming", G_CALLBACK (incoming_cb), fixture);
  fixture->speech = uk_speech_new (fixture->socket, "de");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GWeakRef gone;

  g_weak_ref_init (&gone, fixture->speech);
  uk_speech_close (fixture->speech);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (g_weak_ref_get (&gone));
  g_weak_ref_clear (&gone);
  if (fixture->connection != NULL)
    g_io_stream_close (G_IO_STREAM (fixture->connection), NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->input);
  g_clear_object (&fixture->connection);
  g_socket_service_stop (fixture->service);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->service));
  g_object_unref (fixture->service);
  g_string_free (fixture->heard, TRUE);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->socket);
  g_free (fixture->folder);
}

static gboolean
was_heard (gpointer data)
{
  Fixture *fixture = data;

  return strstr (fixture->heard->str, fixture->wanted) != NULL;
}

static void
expect (Fixture *fixture, const char *wanted)
{
  fixture->wanted = wanted;
  uk_test_spin_until (was_heard, fixture, PATIENCE_MS);
}

static gboolean
is_ready (gpointer data)
{
  return uk_speech_is_ready (data);
}

static void
test_says (Fixture *fixture, gconstpointer data)
{
  g_assert_false (uk_speech_is_ready (fixture->speech));
  uk_speech_connect (fixture->speech);
  uk_test_spin_until (is_ready, fixture->speech, PATIENCE_MS);
  uk_speech_say (fixture->speech, "Lehn dich an die Wand.");
  expect (fixture, "SET self LANGUAGE de|");
  expect (fixture, "CANCEL self|SPEAK|Lehn dich an die Wand.|.|");
  uk_speech_hush (fixture->speech);
  expect (fixture, ".|CANCEL self|");
}

/* What is to be said before the speaker was found is said then; only the last of it. */
static void
test_says_later (Fixture *fixture, gconstpointer data)
{
  uk_speech_say (fixture->speech, "one");
  uk_speech_say (fixture->speech, "two");
  expect (fixture, "SPEAK|two|.|");
  g_assert_null (strstr (fixture->heard->str, "one"));
}

/* No text can end the text, or be a command. */
static void
test_escapes (Fixture *fixture, gconstpointer data)
{
  uk_speech_say (fixture->speech, ".\r\nQUIT\r\n");
  expect (fixture, "SPEAK|..  QUIT  |.|");
}

/* One that hangs costs nothing, and sounds go on. */
static void
test_mute (Fixture *fixture, gconstpointer data)
{
  guint i;

  fixture->mute = TRUE;
  uk_speech_connect (fixture->speech);
  expect (fixture, "CLIENT_NAME");
  for (i = 0; i < 1000; i++)
    uk_speech_say (fixture->speech, "anybody?");
  g_assert_false (uk_speech_is_ready (fixture->speech));
}

/* After it went away it is looked for again. */
static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  uk_speech_say (fixture->speech, "one");
  expect (fixture, "SPEAK|one|.|");
  g_io_stream_close (G_IO_STREAM (fixture->connection), NULL, NULL);
  g_string_truncate (fixture->heard, 0);
  while (uk_speech_is_ready (fixture->speech))
    g_main_context_iteration (NULL, TRUE);
  uk_speech_say (fixture->speech, "two");
  expect (fixture, "SPEAK|two|.|");
}

static void
test_find (void)
{
  g_autofree char *usual = NULL;
  g_autofree char *told = NULL;

  g_unsetenv ("SPEECHD_ADDRESS");
  usual = uk_speech_find_socket ();
  g_assert_true (g_str_has_suffix (usual, "/speech-dispatcher/speechd.sock"));
  g_setenv ("SPEECHD_ADDRESS", "unix_socket:/run/x.sock", TRUE);
  told = uk_speech_find_socket ();
  g_assert_cmpstr (told, ==, "/run/x.sock");
}

/* Not installed, or not to be started: silence, and no complaint. */
static void
test_absent (void)
{
  UkSpeech *speech = uk_speech_new ("/nowhere/at/all", "en");
  guint i;

  g_setenv ("PATH", "/nowhere", TRUE);
  uk_speech_say (speech, "anybody?");
  for (i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (uk_speech_is_ready (speech));
  uk_speech_close (speech);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/speech/says", test_says },       { "/speech/says-later", test_says_later },
    { "/speech/escapes", test_escapes }, { "/speech/mute", test_mute },
    { "/speech/comes-back", test_comes_back },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/speech/find", test_find);
  g_test_add_func ("/speech/absent", test_absent);
  return g_test_run ();
}
