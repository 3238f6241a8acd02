/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "service/uk-notify-worker.h"

#define SERVER "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"

/* The bus's thread and the worker's both come here. */
typedef struct {
  GMutex mutex;
  guint32 last;     /* serial of the last Notify */
  GHashTable *late; /* (owned) set of serials whose answers nobody waits for any more */
} Calls;

struct _UkNotifyWorker {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) */
  GThreadPool *pool;    /* (owned) of one thread, which ends when there is nothing to do */
  Calls *calls;         /* (owned) counted */
  guint filter;
};

G_DEFINE_FINAL_TYPE (UkNotifyWorker, uk_notify_worker, G_TYPE_OBJECT)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  UkNotifyWorker *self;             /* (owned) */
  NotifyNotification *notification; /* (owned) */
  gboolean closes;
  GError *error; /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_clear_error (&job->error);
  g_object_unref (job->notification);
  g_object_unref (job->self);
  g_free (job);
}

static void
calls_clear (gpointer data)
{
  Calls *calls = data;

  g_mutex_clear (&calls->mutex);
  g_hash_table_unref (calls->late);
}

static void
calls_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, calls_clear);
}

/* What was shown after nobody waited any more comes again: the late one goes. */
static void
close_late (GDBusConnection *bus, GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);
  guint32 number;

  if (body == NULL || !g_variant_is_of_type (body, G_VARIANT_TYPE ("(u)")))
    return;
  g_variant_get (body, "(u)", &number);
  g_dbus_connection_call (bus, SERVER, SERVER_PATH, SERVER, "CloseNotification",
                          g_variant_new ("(u)", number), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

/* Runs in the bus's thread. */
static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  GDBusMessageType type = g_dbus_message_get_message_type (message);
  Calls *calls = data;
  gboolean late = FALSE;

  g_mutex_lock (&calls->mutex);
  if (!incoming && type == G_DBUS_MESSAGE_TYPE_METHOD_CALL
      && g_strcmp0 (g_dbus_message_get_member (message), "Notify") == 0)
    calls->last = g_dbus_message_get_serial (message);
  else if (incoming && type == G_DBUS_MESSAGE_TYPE_METHOD_RETURN)
    late = g_hash_table_remove (calls->late,
                                GUINT_TO_POINTER (g_dbus_message_get_reply_serial (message)));
  g_mutex_unlock (&calls->mutex);
  if (late)
    close_late (bus, message);
  return message;
}

static gboolean
done_cb (gpointer data)
{
  Job *job = data;

  if (!job->closes)
    g_signal_emit (job->self, signals[DONE], 0, job->notification, job->error);
  else if (job->error != NULL)
    g_message ("%s", job->error->message);
  return G_SOURCE_REMOVE;
}

static gboolean
is_timeout (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT);
}

/* Runs in the thread of the pool. */
static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  Calls *calls = job->self->calls;

  if (job->closes) {
    notify_notification_close (job->notification, &job->error);
  } else if (!notify_notification_show (job->notification, &job->error)
             && is_timeout (job->error)) {
    g_mutex_lock (&calls->mutex);
    g_hash_table_add (calls->late, GUINT_TO_POINTER (calls->last));
    g_mutex_unlock (&calls->mutex);
  }
  /* What belongs to the main thread ends there. */
  g_idle_add_full (G_PRIORITY_DEFAULT, done_cb, job, (GDestroyNotify)job_free);
}

static void
push (UkNotifyWorker *self, NotifyNotification *notification, gboolean closes)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->notification = g_object_ref (notification);
  job->closes = closes;
  g_thread_pool_push (self->pool, job, NULL);
}

static void
finalize (GObject *object)
{
  UkNotifyWorker *self = UK_NOTIFY_WORKER (object);

  /* Whatever is at work holds a reference: nothing is. */
  g_thread_pool_free (self->pool, TRUE, FALSE);
  g_dbus_connection_remove_filter (self->bus, self->filter);
  g_object_unref (self->bus);
  calls_unref (self->calls);
  G_OBJECT_CLASS (uk_notify_worker_parent_class)->finalize (object);
}

static void
uk_notify_worker_class_init (UkNotifyWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[DONE] = g_signal_new ("done", UK_TYPE_NOTIFY_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, NOTIFY_TYPE_NOTIFICATION, G_TYPE_POINTER);
}

static void
uk_notify_worker_init (UkNotifyWorker *self)
{
  /* A thread that waited for more work would wake up to end. */
  g_thread_pool_set_max_unused_threads (0);
  self->pool = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  self->calls = g_atomic_rc_box_new0 (Calls);
  g_mutex_init (&self->calls->mutex);
  self->calls->late = g_hash_table_new (NULL, NULL);
}

/**
 * uk_notify_worker_new:
 * @bus: the session bus, which libnotify uses, too
 *
 * Returns: (transfer full): a worker; its signal `done (NotifyNotification, GError or NULL)` ends
 * each uk_notify_worker_show()
 */
UkNotifyWorker *
uk_notify_worker_new (GDBusConnection *bus)
{
  UkNotifyWorker *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (UK_TYPE_NOTIFY_WORKER, NULL);
  self->bus = g_object_ref (bus);
  self->filter = g_dbus_connection_add_filter (bus, filter_cb,
                                               g_atomic_rc_box_acquire (self->calls), calls_unref);
  return self;
}

/**
 * uk_notify_worker_show:
 * @notification: what to show; left alone until `done`
 */
void
uk_notify_worker_show (UkNotifyWorker *self, NotifyNotification *notification)
{
  g_return_if_fail (UK_IS_NOTIFY_WORKER (self));

  push (self, notification, FALSE);
}

/**
 * uk_notify_worker_close:
 * @notification: what to take away, shown or still to be shown
 */
void
uk_notify_worker_close (UkNotifyWorker *self, NotifyNotification *notification)
{
  g_return_if_fail (UK_IS_NOTIFY_WORKER (self));

  push (self, notification, TRUE);
}
