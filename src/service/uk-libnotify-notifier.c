/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "service/uk-libnotify-notifier.h"

#include "service/uk-notification-actions.h"
#include "service/uk-notify-worker.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#define SERVER "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"
/* A server that has not answered for so long does not: the person is told. */
#define PATIENCE_MS 3000

struct _UkLibnotifyNotifier {
  GObject parent_instance;

  GDBusConnection *bus;   /* (owned) */
  UkNotifyWorker *worker; /* (owned) */
  guint watch;
  gboolean present;
  gboolean startable; /* the bus starts a server when one is needed */
  gboolean known;     /* the capabilities of this server are */
  gboolean asking;    /* for them */
  gboolean actions;
  gboolean markup;
  GQueue unsent;      /* of UkNotification (owned): what waits for the capabilities */
  GHashTable *shown;  /* (owned) id (owned) -> NotifyNotification (owned), from its call on */
  GHashTable *sent;   /* (owned) NotifyNotification (unowned) -> id (owned): the unanswered ones */
  guint n_unanswered; /* calls */
  guint patience;
  gboolean stalled; /* the server has not answered for a while */
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
set_stalled (UkLibnotifyNotifier *self, gboolean stalled)
{
  if (self->stalled == stalled)
    return;
  self->stalled = stalled;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static gboolean
patience_over_cb (gpointer data)
{
  UkLibnotifyNotifier *self = data;

  self->patience = 0;
  set_stalled (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Begins to wait for an answer, or goes on to wait for the next. */
static void
expect_answer (UkLibnotifyNotifier *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->n_unanswered > 0)
    self->patience = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
}

static void
note_call (UkLibnotifyNotifier *self)
{
  if (self->n_unanswered++ == 0)
    expect_answer (self);
}

static void
note_answer (UkLibnotifyNotifier *self)
{
  self->n_unanswered--;
  expect_answer (self);
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
send (UkLibnotifyNotifier *self, const UkNotification *notice)
{
  NotifyNotification *notification = make_notification (self, notice);

  g_signal_connect (notification, "closed", G_CALLBACK (forget_closed_cb), self);
  g_hash_table_replace (self->shown, g_strdup (notice->id), notification);
  g_hash_table_insert (self->sent, notification, g_strdup (notice->id));
  note_call (self);
  uk_notify_worker_show (self->worker, notification);
}

static void
send_all (UkLibnotifyNotifier *self)
{
  UkNotification *notice;

  while ((notice = g_queue_pop_head (&self->unsent)) != NULL) {
    send (self, notice);
    uk_notification_free (notice);
  }
}

static void
refuse_all (UkLibnotifyNotifier *self, const char *problem)
{
  UkNotification *notice;

  while ((notice = g_queue_pop_head (&self->unsent)) != NULL) {
    uk_notifier_emit_answered (UK_NOTIFIER (self), notice->id, problem);
    uk_notification_free (notice);
  }
}

static void
capabilities_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkLibnotifyNotifier) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree const char **names = NULL;

  self->asking = FALSE;
  note_answer (self);
  if (answer == NULL) {
    refuse_all (self, error->message);
    set_stalled (self, FALSE);
    return;
  }
  g_variant_get (answer, "(^a&s)", &names);
  self->actions = g_strv_contains (names, "actions");
  self->markup = g_strv_contains (names, "body-markup");
  self->known = TRUE;
  send_all (self);
  set_stalled (self, FALSE);
}

/* Asks by itself: libnotify does not tell an error from a server that can do nothing.  Starts the
 * server, and waits for one that hangs until it goes on or ends, so that nothing is sent to it
 * twice. */
static void
ask (UkLibnotifyNotifier *self)
{
  if (self->asking)
    return;
  self->asking = TRUE;
  note_call (self);
  g_dbus_connection_call (self->bus, SERVER, SERVER_PATH, SERVER, "GetCapabilities", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL,
                          capabilities_cb, g_object_ref (self));
}

/* A server that failed is asked before it is trusted again. */
static void
done_cb (UkLibnotifyNotifier *self, NotifyNotification *notification, const GError *error)
{
  g_autofree char *id = NULL;

  g_hash_table_steal_extended (self->sent, notification, NULL, (gpointer *)&id);
  note_answer (self);
  if (error == NULL) {
    set_stalled (self, FALSE);
  } else {
    self->known = FALSE;
    if (self->present)
      ask (self);
    if (id != NULL && g_hash_table_lookup (self->shown, id) == notification)
      g_hash_table_remove (self->shown, id);
  }
  if (id != NULL)
    uk_notifier_emit_answered (UK_NOTIFIER (self), id, error == NULL ? NULL : error->message);
}

static void
drop_unsent (UkLibnotifyNotifier *self, const char *id)
{
  GList *link = self->unsent.head;

  while (link != NULL) {
    GList *next = link->next;
    UkNotification *notice = link->data;

    if (g_str_equal (notice->id, id)) {
      g_queue_delete_link (&self->unsent, link);
      uk_notification_free (notice);
    }
    link = next;
  }
}

static void
withdraw (UkNotifier *notifier, const char *id)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);
  NotifyNotification *notification = g_hash_table_lookup (self->shown, id);

  drop_unsent (self, id);
  if (notification == NULL)
    return;
  if (self->present)
    uk_notify_worker_close (self->worker, notification);
  g_hash_table_remove (self->sent, notification);
  g_hash_table_remove (self->shown, id);
}

static void
show (UkNotifier *notifier, const UkNotification *notice)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);

  withdraw (notifier, notice->id);
  g_queue_push_tail (&self->unsent, uk_notification_copy (notice));
  if (self->known)
    send_all (self);
  else
    ask (self);
}

static gboolean
is_present (UkNotifier *notifier)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (notifier);

  return (self->present || self->startable) && !self->stalled;
}

static const char *
get_problem (UkNotifier *notifier)
{
  return UK_LIBNOTIFY_NOTIFIER (notifier)->stalled
             ? _ ("The desktop does not show notifications just now; reminders wait for it")
             : NULL;
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
  self->known = FALSE;
  self->stalled = FALSE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

/* What the old server showed is gone with it, and its numbers mean nothing to the next. */
static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  UkLibnotifyNotifier *self = data;

  g_hash_table_remove_all (self->shown);
  self->present = FALSE;
  self->known = FALSE;
  self->stalled = FALSE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static void
dispose (GObject *object)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_clear_object (&self->worker);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_libnotify_notifier_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkLibnotifyNotifier *self = UK_LIBNOTIFY_NOTIFIER (object);

  g_queue_clear_full (&self->unsent, (GDestroyNotify)uk_notification_free);
  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->shown);
  G_OBJECT_CLASS (uk_libnotify_notifier_parent_class)->finalize (object);
}

static void
uk_libnotify_notifier_iface_init (UkNotifierInterface *iface)
{
  iface->show = show;
  iface->withdraw = withdraw;
  iface->is_present = is_present;
  iface->get_problem = get_problem;
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
  self->sent = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
  self->worker = uk_notify_worker_new (bus);
  g_signal_connect_swapped (self->worker, "done", G_CALLBACK (done_cb), self);
  self->watch = g_bus_watch_name_on_connection (bus, SERVER, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                appeared_cb, vanished_cb, self, NULL);
  list_startable (self);
  return UK_NOTIFIER (self);
}
