/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-speech.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

#define PROGRAM "speech-dispatcher"

/* More waits only for a speaker that hangs. */
#define MOST_WAITING 16

struct _UkSpeech {
  GObject parent_instance;

  char *socket;   /* owned: path */
  char *language; /* owned: such as "de" */

  GSocketConnection *connection; /* owned, nullable */
  GDataInputStream *answers;     /* owned, nullable: of the connection */
  GCancellable *cancellable;     /* owned: of all that goes on */
  GQueue waiting;                /* of owned char *: what is to be sent, each after an answer */
  char *next;                    /* owned, nullable: to be said once connected */
  gboolean connecting;
  gboolean answered; /* at least once since it was connected */
  gboolean busy;    /* something was sent and not answered */
  gboolean started; /* the speaker was called to life once */
};

/**
 * UkSpeech:
 *
 * Speaks through speech-dispatcher, in its own words (SSIP) over its socket, so that nothing waits
 * for it.  Where it is not installed or does not answer, there is silence.
 */
G_DEFINE_FINAL_TYPE (UkSpeech, uk_speech, G_TYPE_OBJECT)

static void
drop (UkSpeech *self)
{
  g_queue_clear_full (&self->waiting, g_free);
  g_clear_object (&self->answers);
  g_clear_object (&self->connection);
  self->busy = FALSE;
  self->answered = FALSE;
}

static void read_answer (UkSpeech *self);

static void
sent_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkSpeech) self = data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, NULL)
      && self->connection != NULL)
    drop (self);
}

static void
send_next (UkSpeech *self)
{
  char *words;

  if (self->busy || self->connection == NULL || g_queue_is_empty (&self->waiting))
    return;
  words = g_queue_pop_head (&self->waiting);
  self->busy = TRUE;
  g_object_set_data_full (G_OBJECT (self->connection), "sent", words, g_free);
  g_output_stream_write_all_async (
      g_io_stream_get_output_stream (G_IO_STREAM (self->connection)), words, strlen (words),
      G_PRIORITY_DEFAULT, self->cancellable, sent_cb, g_object_ref (self));
}

/* Takes @words. */
static void
queue (UkSpeech *self, char *words)
{
  if (g_queue_get_length (&self->waiting) >= MOST_WAITING) {
    g_free (words);
    return;
  }
  g_queue_push_tail (&self->waiting, words);
  send_next (self);
}

/* "225-21" goes on, "225 OK MESSAGE QUEUED" ends an answer; "700-…" to "799 …" are events. */
static void
answer_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkSpeech) self = data;
  g_autofree char *line
      = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (stream), result, NULL, NULL);

  if ((gpointer)self->answers != (gpointer)stream)
    return;
  if (line == NULL) {
    drop (self);
    return;
  }
  if (strlen (line) > 3 && line[3] == ' ' && line[0] != '7') {
    self->busy = FALSE;
    self->answered = TRUE;
    send_next (self);
  }
  read_answer (self);
}

static void
read_answer (UkSpeech *self)
{
  if (self->answers != NULL)
    g_data_input_stream_read_line_async (self->answers, G_PRIORITY_DEFAULT, self->cancellable,
                                         answer_cb, g_object_ref (self));
}

/* A line that begins with a dot would end the text. */
static void
queue_text (UkSpeech *self, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  queue (self, g_strdup ("CANCEL self\r\n"));
  queue (self, g_strdup ("SPEAK\r\n"));
  queue (self, g_strdup_printf ("%s%s\r\n.\r\n", line[0] == '.' ? "." : "", line));
}

static void
begin (UkSpeech *self)
{
  self->answers = g_data_input_stream_new (
      g_io_stream_get_input_stream (G_IO_STREAM (self->connection)));
  g_data_input_stream_set_newline_type (self->answers, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  read_answer (self);
  queue (self, g_strdup_printf ("SET self CLIENT_NAME %s:unknot:run\r\n", g_get_user_name ()));
  queue (self, g_strdup_printf ("SET self LANGUAGE %s\r\n", self->language));
  queue (self, g_strdup ("SET self PRIORITY MESSAGE\r\n"));
  if (self->next != NULL)
    queue_text (self, self->next);
  g_clear_pointer (&self->next, g_free);
}

static void connect_to (UkSpeech *self);

static void
started_cb (GObject *process, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkSpeech) self = data;

  if (g_subprocess_wait_finish (G_SUBPROCESS (process), result, NULL)
      && !g_cancellable_is_cancelled (self->cancellable))
    connect_to (self);
}

/* It is started by whoever wants to speak first. */
static void
start_speaker (UkSpeech *self)
{
  g_autoptr (GSubprocess) process = NULL;

  if (self->started)
    return;
  self->started = TRUE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, PROGRAM, "--spawn", NULL);
  if (process != NULL)
    g_subprocess_wait_async (process, self->cancellable, started_cb, g_object_ref (self));
}

static void
connected_cb (GObject *client, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkSpeech) self = data;
  g_autoptr (GError) error = NULL;

  self->connecting = FALSE;
  self->connection
      = g_socket_client_connect_finish (G_SOCKET_CLIENT (client), result, &error);
  if (self->connection != NULL)
    begin (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    start_speaker (self);
}

static void
connect_to (UkSpeech *self)
{
  g_autoptr (GSocketClient) client = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  if (self->connection != NULL || self->connecting)
    return;
  self->connecting = TRUE;
  client = g_socket_client_new ();
  g_socket_client_set_enable_proxy (client, FALSE);
  address = g_unix_socket_address_new (self->socket);
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), self->cancellable,
                                 connected_cb, g_object_ref (self));
}

/* What goes on holds a reference: uk_speech_close() ends it. */
static void
uk_speech_dispose (GObject *object)
{
  UkSpeech *self = UK_SPEECH (object);

  drop (self);

  G_OBJECT_CLASS (uk_speech_parent_class)->dispose (object);
}

static void
uk_speech_finalize (GObject *object)
{
  UkSpeech *self = UK_SPEECH (object);

  g_object_unref (self->cancellable);
  g_free (self->socket);
  g_free (self->language);
  g_free (self->next);

  G_OBJECT_CLASS (uk_speech_parent_class)->finalize (object);
}

static void
uk_speech_class_init (UkSpeechClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uk_speech_dispose;
  G_OBJECT_CLASS (klass)->finalize = uk_speech_finalize;
}

static void
uk_speech_init (UkSpeech *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

/**
 * uk_speech_new:
 * @socket: path of the socket of speech-dispatcher, see uk_speech_find_socket()
 * @language: in which is spoken, such as "de"
 *
 * Returns: (transfer full): a speaker that is not connected yet; call uk_speech_close() at the end
 */
UkSpeech *
uk_speech_new (const char *socket, const char *language)
{
  UkSpeech *self;

  g_return_val_if_fail (socket != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (UK_TYPE_SPEECH, NULL);
  self->socket = g_strdup (socket);
  self->language = g_strdup (language);
  return self;
}

/**
 * uk_speech_close:
 * @self: (transfer full): a speaker
 *
 * Ends what goes on; what is being said is heard to its end.
 */
void
uk_speech_close (UkSpeech *self)
{
  g_return_if_fail (UK_IS_SPEECH (self));

  g_cancellable_cancel (self->cancellable);
  drop (self);
  g_object_unref (self);
}

/**
 * uk_speech_connect:
 *
 * Looks for the speaker, and starts it once if it is installed and does not run.
 */
void
uk_speech_connect (UkSpeech *self)
{
  g_return_if_fail (UK_IS_SPEECH (self));

  connect_to (self);
}

/**
 * uk_speech_say:
 * @text: plain text, in the language of the speaker
 *
 * Says it at once, instead of what is being said.
 */
void
uk_speech_say (UkSpeech *self, const char *text)
{
  g_return_if_fail (UK_IS_SPEECH (self));
  g_return_if_fail (text != NULL);

  if (self->connection != NULL) {
    queue_text (self, text);
    return;
  }
  g_free (self->next);
  self->next = g_strdup (text);
  connect_to (self);
}

/**
 * uk_speech_hush:
 *
 * Ends what is being said.
 */
void
uk_speech_hush (UkSpeech *self)
{
  g_return_if_fail (UK_IS_SPEECH (self));

  g_clear_pointer (&self->next, g_free);
  if (self->connection != NULL)
    queue (self, g_strdup ("CANCEL self\r\n"));
}

/**
 * uk_speech_is_ready:
 *
 * Returns: whether the speaker was reached and answers; until then sounds have to do
 */
gboolean
uk_speech_is_ready (UkSpeech *self)
{
  g_return_val_if_fail (UK_IS_SPEECH (self), FALSE);

  return self->answered;
}

/**
 * uk_speech_find_socket:
 *
 * Returns: (transfer full): where speech-dispatcher listens, whether it runs or not
 */
char *
uk_speech_find_socket (void)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");

  if (address != NULL && g_str_has_prefix (address, "unix_socket:"))
    return g_strdup (address + strlen ("unix_socket:"));
  return g_build_filename (g_get_user_runtime_dir (), PROGRAM, "speechd.sock", NULL);
}
