/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "service/uk-portal-notifier.h"

#include "service/uk-notification-actions.h"

#include <glib/gi18n-lib.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Notification"
#define ID_PREFIX "reminder-"

struct _UkPortalNotifier {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) */
  guint watch;
  gboolean present;
};

static void uk_portal_notifier_iface_init (UkNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkPortalNotifier,
                               uk_portal_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_NOTIFIER,
                                                      uk_portal_notifier_iface_init))

/* The name of an action of the window's process; its target, if any, is the id of the occurrence.
 */
static const char *
get_action (UkVerb verb)
{
  switch (verb) {
  case UK_VERB_START:
    return "app.start-occurrence";
  case UK_VERB_SNOOZE:
    return "app.snooze-occurrence";
  case UK_VERB_SKIP:
    return "app.skip-occurrence";
  case UK_VERB_OPEN:
  default:
    return "app.show-reminders";
  }
}

static GVariant *
make_button (UkVerb verb, const char *label, const char *id)
{
  GVariantBuilder button;

  g_variant_builder_init (&button, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&button, "{sv}", "label", g_variant_new_string (label));
  g_variant_builder_add (&button, "{sv}", "action", g_variant_new_string (get_action (verb)));
  g_variant_builder_add (&button, "{sv}", "target", g_variant_new_string (id));
  return g_variant_builder_end (&button);
}

static GVariant *
make_notification (const UkNotification *notice)
{
  g_autofree char *title = uk_notification_clean_text (notice->title, UK_NOTIFICATION_MOST_TITLE);
  GVariantBuilder builder, buttons;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (title));
  if (notice->body != NULL) {
    g_autofree char *body = uk_notification_clean_text (notice->body, UK_NOTIFICATION_MOST_BODY);

    g_variant_builder_add (&builder, "{sv}", "body", g_variant_new_string (body));
  }
  g_variant_builder_add (&builder, "{sv}", "priority",
                         g_variant_new_string (notice->low ? "low" : "normal"));
  if (!notice->answerable) {
    g_variant_builder_add (&builder, "{sv}", "default-action",
                           g_variant_new_string (get_action (UK_VERB_OPEN)));
    return g_variant_builder_end (&builder);
  }
  g_variant_builder_add (&builder, "{sv}", "default-action",
                         g_variant_new_string (get_action (UK_VERB_START)));
  g_variant_builder_add (&builder, "{sv}", "default-action-target",
                         g_variant_new_string (notice->id));
  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  if (notice->start != NULL)
    g_variant_builder_add_value (&buttons, make_button (UK_VERB_START, notice->start, notice->id));
  if (notice->snooze != NULL)
    g_variant_builder_add_value (&buttons,
                                 make_button (UK_VERB_SNOOZE, notice->snooze, notice->id));
  g_variant_builder_add_value (&buttons, make_button (UK_VERB_SKIP, _ ("Skip"), notice->id));
  g_variant_builder_add (&builder, "{sv}", "buttons", g_variant_builder_end (&buttons));
  return g_variant_builder_end (&builder);
}

typedef struct {
  UkPortalNotifier *self; /* (owned) */
  char *id;               /* (owned) (nullable) of the notice that was to be shown */
} Call;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (call->id != NULL)
    uk_notifier_emit_answered (UK_NOTIFIER (call->self), call->id,
                               answer == NULL ? error->message : NULL);
  else if (answer == NULL)
    g_message ("%s", error->message);
  g_object_unref (call->self);
  g_free (call->id);
  g_free (call);
}

/* A portal that answers late shows nothing twice: what it shows has an id of ours. */
static void
call_portal (UkPortalNotifier *self, const char *method, GVariant *arguments, const char *id)
{
  Call *call = g_new0 (Call, 1);

  call->self = g_object_ref (self);
  call->id = g_strdup (id);
  g_dbus_connection_call (self->bus, PORTAL, PORTAL_PATH, INTERFACE, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, call);
}

/* The portal takes no slashes for granted in ids. */
static char *
make_id (const char *id)
{
  return g_strdelimit (g_strconcat (ID_PREFIX, id, NULL), "/:", '-');
}

static void
show (UkNotifier *notifier, const UkNotification *notice)
{
  g_autofree char *id = make_id (notice->id);

  call_portal (UK_PORTAL_NOTIFIER (notifier), "AddNotification",
               g_variant_new ("(s@a{sv})", id, make_notification (notice)), notice->id);
}

static void
withdraw (UkNotifier *notifier, const char *id)
{
  g_autofree char *portal_id = make_id (id);

  call_portal (UK_PORTAL_NOTIFIER (notifier), "RemoveNotification",
               g_variant_new ("(s)", portal_id), NULL);
}

static gboolean
is_present (UkNotifier *notifier)
{
  return UK_PORTAL_NOTIFIER (notifier)->present;
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  UkPortalNotifier *self = data;

  self->present = TRUE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  UkPortalNotifier *self = data;

  self->present = FALSE;
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

static void
dispose (GObject *object)
{
  UkPortalNotifier *self = UK_PORTAL_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_portal_notifier_parent_class)->dispose (object);
}

static void
uk_portal_notifier_iface_init (UkNotifierInterface *iface)
{
  iface->show = show;
  iface->withdraw = withdraw;
  iface->is_present = is_present;
}

static void
uk_portal_notifier_class_init (UkPortalNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
uk_portal_notifier_init (UkPortalNotifier *self)
{
}

/**
 * uk_portal_notifier_new:
 * @bus: the session bus
 *
 * Returns: (transfer full): a notifier
 */
UkNotifier *
uk_portal_notifier_new (GDBusConnection *bus)
{
  UkPortalNotifier *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (UK_TYPE_PORTAL_NOTIFIER, NULL);
  self->bus = g_object_ref (bus);
  self->watch = g_bus_watch_name_on_connection (bus, PORTAL, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                appeared_cb, vanished_cb, self, NULL);
  return UK_NOTIFIER (self);
}
