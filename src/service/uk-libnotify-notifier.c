/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "service/uk-libnotify-notifier.h"

#include "service/uk-notification-actions.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#define SERVER "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"
/* A server that hangs holds the service up for as long as this. */
#define PATIENCE_MS 5000

struct _UkLibnotifyNotifier {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) */
  guint watch;
  gboolean present;
  gboolean startable; /* the bus starts a server when one is needed */
  gboolean asked;     /* the capabilities of this server are known */
  gboolean actions;
  gboolean markup;
  GHashTable *shown; /* (owned) id (owned) -> NotifyNotification (owned) */
};

static void uk_libnotify_notifier_iface_init (UkNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkLibnotifyNotifier,
                               uk_libnotify_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_NOTIFIER,
                                                      uk_libnotify_notifier_iface_init))

/* What an action needs; libnotify keeps one per button. */
typedef struct {
  UkLibnotifyNotifier *self; /* (unowned) it outlives its notifications */
  char *id;                  /* (owned) */
  UkVerb verb;
} Button;

static void
button_free (gpointer data)
{
  Button *button = data;

  g_free (button->id);
  g_free (button);
}

static void
action_cb (NotifyNotification *notification, char *action, gpointer data)
{
  const Button *button = data;
  g_autofree char *id = g_strdup (button->id);
  g_autofree char *token = g_strdup (notify_notification_get_activation_token (notification));

  uk_notifier_emit_action (UK_NOTIFIER (button->self), id, button->verb, token);
}

static void
add_button (UkLibnotifyNotifier *self,
            NotifyNotification *notification,
            const UkNotification *notice,
            const char *action,
            const char *label,
            UkVerb verb)
{
  Button *button = g_new0 (Button, 1);

  button->self = self;
  button->id = g_strdup (notice->id);
  button->verb = verb;
  notify_notification_add_action (notification, action, label, action_cb, button, button_free);
}

/* Asks by itself: libnotify does not tell an error from a server that can do nothing.  Starts the
 * server. */
static gboolean
learn_capabilities (UkLibnotifyNotifier *self, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  g_autofree const char **names = NULL;

  if (self->asked)
    return TRUE;
  answer = g_dbus_connection_call_sync (self->bus, SERVER, SERVER_PATH, SERVER, "GetCapabilities",
                                        NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE,
                                        PATIENCE_MS, NULL, error);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(^a&s)", &names);
  self->actions = g_strv_contains (names, "actions");
  self->markup = g_strv_contains (names, "body-markup");
  self->asked = TRUE;
  return TRUE;
}

static NotifyNotification *
make_notification (UkLibnotifyNotifier *self, const UkNotification *notice)
{
  g_autofree char *title = uk_notification_clean_text (notice->title, UK_NOTIFICATION_MOST_TITLE);
  g_autofree char *body
      = notice->body == NULL ? NULL
                             : uk_notification_clean_text (notice->body, UK_NOTIFICATION_MOST_BODY);
  g_autofree char *escaped
      = self->markup && body != NULL ? g_markup_escape_text (body, -1) : g_strdup (body);
  NotifyNotification *notification = notify_notification_new (title, escaped, UK_APP_ID);

  notify_notification_set_app_name (notification, "Unknot");
  notify_notification_set_urgency (notification,
                                   notice->low ? NOTIFY_URGENCY_LOW : NOTIFY_URGENCY_NORMAL);
  /* The service has no desktop file of its own. */
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (UK_APP_ID));
  if (self->actions) {
    add_button (self, notification, notice, "default", _ ("Open"), UK_VERB_OPEN);
    if (notice->start != NULL)
      add_button (self, notification, notice, "start", notice->start, UK_VERB_START);
    if (notice->snooze != NULL)
      add_button (self, notification, notice, "snooze", notice->snooze, UK_VERB_SNOOZE);
    if (notice->answerable)
      add_button (self, notification, notice, "skip", _ ("Skip"), UK_VERB_SKIP);
  }
  return notification;
}

static void
forget_closed_cb (NotifyNotification *notification, UkLibnotifyNotifier *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    if (value == notification) {
      g_hash_table_iter_remove (&iter);
      return;
    }
  }
}

static void
release (gpointer data)
{
  g_signal_handlers_disconnect_matched (data, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                        (gpointer)(void (*) (void))forget_closed_cb, NULL);
  g_object_unref (data);
}

static void
withdraw (UkNotifier *notifier, const char *id)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);
  g_autoptr (GError) error = NULL;
  NotifyNotification *notification = g_hash_table_lookup (self->shown, id);

  if (notification == NULL)
    return;
  if (self->present && !notify_notification_close (notification, &error))
    g_message ("%s", error->message);
  g_hash_table_remove (self->shown, id);
}

static gboolean
show (UkNotifier *notifier, const UkNotification *notice, GError **error)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);
  NotifyNotification *notification;

  withdraw (notifier, notice->id);
  if (!learn_capabilities (self, error))
    return FALSE;
  notification = make_notification (self, notice);
  if (!notify_notification_show (notification, error)) {
    g_object_unref (notification);
    return FALSE;
  }
  g_signal_connect (notification, "closed", G_CALLBACK (forget_closed_cb), self);
  g_hash_table_replace (self->shown, g_strdup (notice->id), notification);
  return TRUE;
}

static gboolean
is_present (UkNotifier *notifier)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);

  return self->present || self->startable;
}

static void
startable_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkLibnotifyNotifier) self = data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autofree const char **names = NULL;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(^a&s)", &names);
  self->startable = g_strv_contains (names, SERVER);
  if (self->startable)
    uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static void
list_startable (UkLibnotifyNotifier *self)
{
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          startable_listed_cb, g_object_ref (self));
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  UkLibnotifyNotifier *self = data;

  self->present = TRUE;
  self->asked = FALSE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

/* What the old server showed is gone with it, and its numbers mean nothing to the next. */
static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  UkLibnotifyNotifier *self = data;

  g_hash_table_remove_all (self->shown);
  self->present = FALSE;
  self->asked = FALSE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static void
dispose (GObject *object)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_libnotify_notifier_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_hash_table_unref (UK_LIBNOTIFY_NOTIFIER (object)->shown);
  G_OBJECT_CLASS (uk_libnotify_notifier_parent_class)->finalize (object);
}

static void
uk_libnotify_notifier_iface_init (UkNotifierInterface *iface)
{
  iface->show = show;
  iface->withdraw = withdraw;
  iface->is_present = is_present;
}

static void
uk_libnotify_notifier_class_init (UkLibnotifyNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
}

static void
uk_libnotify_notifier_init (UkLibnotifyNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release);
}

/**
 * uk_libnotify_notifier_new:
 * @bus: the session bus
 *
 * Returns: (transfer full): a notifier; the server is started when the first notice is shown
 */
UkNotifier *
uk_libnotify_notifier_new (GDBusConnection *bus)
{
  UkLibnotifyNotifier *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (UK_TYPE_LIBNOTIFY_NOTIFIER, NULL);
  self->bus = g_object_ref (bus);
  /* notify_uninit() would close what is on the screen: it is left out on purpose. */
  if (!notify_is_initted ())
    notify_init ("Unknot");
  self->watch = g_bus_watch_name_on_connection (bus, SERVER, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                appeared_cb, vanished_cb, self, NULL);
  list_startable (self);
  return UK_NOTIFIER (self);
}
