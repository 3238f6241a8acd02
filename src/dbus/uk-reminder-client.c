/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "dbus/uk-reminder-client-private.h"

#include "dbus/uk-reminders-dbus.h"

#include <glib/gi18n-lib.h>

struct _UkReminderClient {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) (nullable) */
  gboolean connecting;
  gboolean available;
  char *problem; /* (owned) (nullable) */
  guint watch;
  guint changed;
  guint fired;
};

G_DEFINE_FINAL_TYPE (UkReminderClient, uk_reminder_client, G_TYPE_OBJECT)

enum { PROP_0, PROP_AVAILABLE, N_PROPS };
enum { CHANGED, FIRED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* What a call needs once there is a bus.  Data of its task. */
typedef struct {
  const char *method;
  GVariant *arguments; /* (owned) (nullable) */
  const char *answer;  /* type */
} Call;

static void
call_free (Call *call)
{
  g_clear_pointer (&call->arguments, g_variant_unref);
  g_free (call);
}

static void
set_state (UkReminderClient *self, gboolean available, const char *problem)
{
  gboolean differs = self->available != available || g_strcmp0 (self->problem, problem) != 0;

  self->available = available;
  if (self->problem != problem) {
    g_free (self->problem);
    self->problem = g_strdup (problem);
  }
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AVAILABLE]);
}

static gboolean
is_unreachable (const GError *error)
{
  static const int codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN,
    G_DBUS_ERROR_NAME_HAS_NO_OWNER,
    G_DBUS_ERROR_NO_REPLY,
    G_DBUS_ERROR_DISCONNECTED,
    G_DBUS_ERROR_UNKNOWN_METHOD,
    G_DBUS_ERROR_UNKNOWN_OBJECT,
    G_DBUS_ERROR_SPAWN_EXEC_FAILED,
    G_DBUS_ERROR_SPAWN_FORK_FAILED,
    G_DBUS_ERROR_SPAWN_CHILD_EXITED,
    G_DBUS_ERROR_SPAWN_CHILD_SIGNALED,
    G_DBUS_ERROR_SPAWN_FAILED,
    G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
    G_DBUS_ERROR_SPAWN_FILE_INVALID,
    G_DBUS_ERROR_SPAWN_CONFIG_INVALID,
    G_DBUS_ERROR_SPAWN_NO_MEMORY,
    G_DBUS_ERROR_TIMED_OUT,
    G_DBUS_ERROR_TIMEOUT,
  };
  guint i;

  if (error->domain == G_IO_ERROR)
    return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (i = 0; i < G_N_ELEMENTS (codes) && error->domain == G_DBUS_ERROR; i++) {
    if (error->code == codes[i])
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_not_installed (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND);
}

/* Turns an error of the bus into one with a sentence for the person. */
static GError *
to_own_error (UkReminderClient *self, GError *error)
{
  GError *own;

  g_dbus_error_strip_remote_error (error);
  if (!is_unreachable (error))
    return error;
  own = g_error_new (UK_REMINDERS_ERROR, UK_REMINDERS_ERROR_UNREACHABLE,
                     _ ("The reminder service cannot be reached: %s"),
                     is_not_installed (error) ? _ ("it is not installed") : error->message);
  g_error_free (error);
  set_state (self, FALSE, own->message);
  return own;
}

static void
signal_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *name,
           GVariant *arguments,
           gpointer data)
{
  UkReminderClient *self = data;
  const char *occurrence;
  gint64 reminder;

  if (g_str_equal (name, "Changed")) {
    g_signal_emit (self, signals[CHANGED], 0);
  } else if (g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(sx)"))) {
    g_variant_get (arguments, "(&sx)", &occurrence, &reminder);
    g_signal_emit (self, signals[FIRED], 0, occurrence, reminder);
  }
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  UkReminderClient *self = data;

  set_state (self, TRUE, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  UkReminderClient *self = data;

  /* Not there yet is not gone: the first call starts it. */
  if (self->available)
    set_state (self, FALSE, _ ("The reminder service has stopped"));
}

static guint
subscribe (UkReminderClient *self, const char *signal)
{
  return g_dbus_connection_signal_subscribe (self->bus, UK_SERVICE_ID, UK_REMINDERS_INTERFACE,
                                             signal, UK_SERVICE_PATH, NULL,
                                             G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
}

static void
set_bus (UkReminderClient *self, GDBusConnection *bus)
{
  if (self->bus != NULL)
    return;
  self->bus = g_object_ref (bus);
  self->changed = subscribe (self, "Changed");
  self->fired = subscribe (self, "Fired");
  self->watch = g_bus_watch_name_on_connection (bus, UK_SERVICE_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                appeared_cb, vanished_cb, self, NULL);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  UkReminderClient *self = g_task_get_source_object (task);
  GError *error = NULL;
  GVariant *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    g_task_return_error (task, to_own_error (self, error));
  else
    g_task_return_pointer (task, answer, (GDestroyNotify)g_variant_unref);
}

static void
run_call (GTask *task)
{
  UkReminderClient *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  g_dbus_connection_call (self->bus, UK_SERVICE_ID, UK_SERVICE_PATH, UK_REMINDERS_INTERFACE,
                          call->method, call->arguments, G_VARIANT_TYPE (call->answer),
                          G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), called_cb,
                          task);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  UkReminderClient *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL) {
    g_task_return_error (task, to_own_error (self, error));
    return;
  }
  set_bus (self, bus);
  run_call (g_steal_pointer (&task));
}

/**
 * uk_reminder_client_call:
 * @method: of the interface
 * @arguments: (nullable): floating
 * @answer: type of what comes back
 *
 * Every call starts the service if it does not run.  @callback is for
 * uk_reminder_client_call_finish().
 */
void
uk_reminder_client_call (UkReminderClient *self,
                         const char *method,
                         GVariant *arguments,
                         const char *answer,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *data = g_new0 (Call, 1);

  data->method = method;
  data->arguments = arguments == NULL ? NULL : g_variant_ref_sink (arguments);
  data->answer = answer;
  g_task_set_task_data (task, data, (GDestroyNotify)call_free);
  if (self->bus != NULL)
    run_call (task);
  else
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, task);
}

static void
dispose (GObject *object)
{
  UkReminderClient *self = UK_REMINDER_CLIENT (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->bus != NULL) {
    g_dbus_connection_signal_unsubscribe (self->bus, self->changed);
    g_dbus_connection_signal_unsubscribe (self->bus, self->fired);
  }
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_reminder_client_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_REMINDER_CLIENT (object)->problem);
  G_OBJECT_CLASS (uk_reminder_client_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_AVAILABLE:
    g_value_set_boolean (value, UK_REMINDER_CLIENT (object)->available);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_reminder_client_class_init (UkReminderClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = UK_TYPE_REMINDER_CLIENT;

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  object_class->get_property = get_property;
  /* Registers the names of its errors. */
  (void)UK_REMINDERS_ERROR;

  props[PROP_AVAILABLE]
      = g_param_spec_boolean ("available", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIRED] = g_signal_new ("fired", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
uk_reminder_client_init (UkReminderClient *self)
{
}

/**
 * uk_reminder_client_new:
 *
 * Returns: (transfer full): a client that has not looked for the service yet
 */
UkReminderClient *
uk_reminder_client_new (void)
{
  return g_object_new (UK_TYPE_REMINDER_CLIENT, NULL);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  UkReminderClient *self = UK_REMINDER_CLIENT (source);
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  self->connecting = FALSE;
  if (answer != NULL)
    set_state (self, TRUE, NULL);
}

/**
 * uk_reminder_client_connect:
 *
 * Looks for the service and starts it; `available` tells what came of it.  May be called again to
 * try again.
 */
void
uk_reminder_client_connect (UkReminderClient *self)
{
  g_return_if_fail (UK_IS_REMINDER_CLIENT (self));

  if (self->connecting)
    return;
  self->connecting = TRUE;
  uk_reminder_client_call (self, "GetStatus", NULL, "(a{sv})", NULL, connected_cb, NULL);
}

/**
 * uk_reminder_client_is_available:
 *
 * Returns: whether the service answers
 */
gboolean
uk_reminder_client_is_available (UkReminderClient *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_CLIENT (self), FALSE);

  return self->available;
}

/**
 * uk_reminder_client_get_problem:
 *
 * Returns: (transfer none) (nullable): why the service is not available, a translated sentence
 */
const char *
uk_reminder_client_get_problem (UkReminderClient *self)
{
  g_return_val_if_fail (UK_IS_REMINDER_CLIENT (self), NULL);

  return self->problem;
}

/**
 * uk_reminder_client_call_finish:
 * @error: #UkRemindersError
 *
 * Returns: (transfer full) (nullable): the answer
 */
GVariant *
uk_reminder_client_call_finish (UkReminderClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (UK_IS_REMINDER_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
