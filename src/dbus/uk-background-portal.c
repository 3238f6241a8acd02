/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "dbus/uk-background-portal.h"

#include <glib/gi18n-lib.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define BACKGROUND_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST "org.freedesktop.portal.Request"
/* Characters of a status that the portal takes */
#define MOST_STATUS 96
#define SERVICE_BINARY "unknot-service"

/* Codes of a response */
enum { GRANTED, CANCELLED };

typedef struct {
  GDBusConnection *bus; /* (owned) */
  guint subscription;
  char *path; /* (owned) where the answer comes from */
} Request;

static void
request_free (Request *request)
{
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  g_object_unref (request->bus);
  g_free (request->path);
  g_free (request);
}

/* What the two bits of an answer are kept as. */
#define BACKGROUND 1
#define AUTOSTART 2

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *arguments,
             gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean background = FALSE, autostart = FALSE;
  guint code;

  g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  request->subscription = 0;
  if (g_task_had_error (task))
    return;
  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ua{sv})"))) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("The desktop gave no answer"));
    return;
  }
  g_variant_get (arguments, "(u@a{sv})", &code, &results);
  if (code > CANCELLED) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The desktop gave no answer"));
    return;
  }
  if (code == GRANTED) {
    g_variant_lookup (results, "background", "b", &background);
    g_variant_lookup (results, "autostart", "b", &autostart);
  }
  g_task_return_int (task, (background ? BACKGROUND : 0) | (autostart ? AUTOSTART : 0));
}

static void
listen_to (GTask *task, const char *path)
{
  Request *request = g_task_get_task_data (task);

  if (g_strcmp0 (request->path, path) == 0)
    return;
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  g_free (request->path);
  request->path = g_strdup (path);
  request->subscription = g_dbus_connection_signal_subscribe (
      request->bus, PORTAL, REQUEST, "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, response_cb,
      g_object_ref (task), g_object_unref);
}

/* Old portals answer from a path of their own. */
static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  Request *request = g_task_get_task_data (task);
  const char *path;

  if (answer != NULL) {
    if (request->subscription == 0)
      return;
    g_variant_get (answer, "(&o)", &path);
    listen_to (task, path);
    return;
  }
  g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  request->subscription = 0;
  g_dbus_error_strip_remote_error (error);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("This desktop cannot start reminders after log-in: %s"),
                           error->message);
}

static char *
make_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
}

static GVariant *
make_options (const char *token, gboolean autostart)
{
  static const char *const command[] = { SERVICE_BINARY, NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("Reminders come when the window is closed")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  /* Else the window would open at log-in. */
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

/**
 * uk_background_portal_request_async:
 * @bus: the session bus
 * @parent: handle of the window that asks, or ""
 * @autostart: whether the reminder service shall start after log-in
 * @cancellable: (nullable):
 * @callback: called when the person or the desktop has decided
 *
 * Asks the desktop, which may ask the person: only for a switch that was just pressed.
 */
void
uk_background_portal_request_async (GDBusConnection *bus,
                                    const char *parent,
                                    gboolean autostart,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Request *request;
  GTask *task;
  g_autofree char *token = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (parent != NULL);

  task = g_task_new (bus, cancellable, callback, user_data);
  request = g_new0 (Request, 1);
  request->bus = g_object_ref (bus);
  g_task_set_task_data (task, request, (GDestroyNotify)request_free);
  token = g_strdup_printf ("unknot%u", g_random_int ());
  path = make_path (bus, token);
  listen_to (task, path);
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, BACKGROUND_INTERFACE, "RequestBackground",
                          g_variant_new ("(s@a{sv})", parent, make_options (token, autostart)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, cancellable,
                          called_cb, task);
}

/**
 * uk_background_portal_request_finish:
 * @result: of the callback
 * @background: (out): whether the service may run without a window
 * @autostart: (out): whether it starts after log-in
 * @error: why nobody could be asked
 *
 * Returns: whether there is an answer
 */
gboolean
uk_background_portal_request_finish (GAsyncResult *result,
                                     gboolean *background,
                                     gboolean *autostart,
                                     GError **error)
{
  gssize bits;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (background != NULL && autostart != NULL, FALSE);

  bits = g_task_propagate_int (G_TASK (result), error);
  *background = bits > 0 && (bits & BACKGROUND) != 0;
  *autostart = bits > 0 && (bits & AUTOSTART) != 0;
  return bits >= 0;
}

/**
 * uk_background_portal_set_status:
 * @bus: the session bus
 * @message: one line; the portal takes 96 characters
 *
 * Says in the desktop's list of programs without a window what this process is there for.  Portals
 * before version 2 do not know of it, which is no error.
 */
void
uk_background_portal_set_status (GDBusConnection *bus, const char *message)
{
  g_autofree char *cut = NULL;
  GVariantBuilder options;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (message != NULL);

  cut = g_utf8_substring (message, 0, MIN (g_utf8_strlen (message, -1), MOST_STATUS));
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "message", g_variant_new_string (cut));
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, BACKGROUND_INTERFACE, "SetStatus",
                          g_variant_new ("(a{sv})", &options), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, NULL, NULL);
}
