/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dbus/uk-background-portal.h"

#include "support/uk-test.h"

#define PATIENCE_MS 20000

static const char introspection[]
    = "<node><interface name='org.freedesktop.portal.Background'>"
      "<method name='RequestBackground'><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
      "<method name='SetStatus'><arg type='a{sv}' direction='in'/></method>"
      "</interface></node>";

typedef struct {
  const char *name;
  guint code;
  const char *results; /* (nullable): NULL: the call fails */
  gboolean other_path;
  gboolean ok;
  gboolean background;
  gboolean autostart;
} Row;

static const Row rows[] = {
  { "granted", 0, "{'background': <true>, 'autostart': <true>}", FALSE, TRUE, TRUE, TRUE },
  { "until-log-out", 0, "{'background': <true>, 'autostart': <false>}", FALSE, TRUE, TRUE, FALSE },
  { "refused", 1, "@a{sv} {}", FALSE, TRUE, FALSE, FALSE },
  { "refused-by-desktop", 0, "{'background': <false>, 'autostart': <false>}", FALSE, TRUE, FALSE,
    FALSE },
  { "nonsense", 0, "{'background': <'yes'>}", FALSE, TRUE, FALSE, FALSE },
  { "failed", 2, "@a{sv} {}", FALSE, FALSE, FALSE, FALSE },
  { "old-portal", 0, "{'background': <true>, 'autostart': <true>}", TRUE, TRUE, TRUE, TRUE },
  { "not-there", 0, NULL, FALSE, FALSE, FALSE, FALSE },
};

typedef struct {
  GTestDBus *bus;
  GDBusConnection *portal;
  GDBusConnection *client;
  const Row *row;
  char *options;
  char *parent;
  char *status;
  char *handle;
  char *sender;
  guint answering;
  GAsyncResult *result;
} Fixture;

static gboolean
respond_cb (gpointer data)
{
  Fixture *fixture = data;

  g_dbus_connection_emit_signal (
      fixture->portal, fixture->sender, fixture->handle, "org.freedesktop.portal.Request",
      "Response",
      g_variant_new ("(u@a{sv})", fixture->row->code, g_variant_new_parsed (fixture->row->results)),
      NULL);
  return G_SOURCE_CONTINUE;
}

static void
method_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GVariant) options = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL;
  const char *token = NULL;

  if (g_str_equal (method, "SetStatus")) {
    options = g_variant_get_child_value (arguments, 0);
    g_assert_true (g_variant_lookup (options, "message", "s", &fixture->status));
    g_dbus_method_invocation_return_value (invocation, NULL);
    return;
  }
  g_variant_get (arguments, "(s@a{sv})", &fixture->parent, &options);
  fixture->options = g_variant_print (options, FALSE);
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handle = fixture->row->other_path
               ? g_strdup ("/org/freedesktop/portal/desktop/request/old")
               : g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  fixture->handle = g_steal_pointer (&handle);
  fixture->sender = g_strdup (sender);
  /* An answer from another path is only heard once the path is known. */
  fixture->answering = g_timeout_add (20, respond_cb, fixture);
}

static const GDBusInterfaceVTable vtable = { .method_call = method_cb };

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
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *)data)->result = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Fixture *)data)->result != NULL;
}

static void
start_portal (Fixture *fixture)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GVariant) answer = NULL;

  g_dbus_connection_register_object (fixture->portal, "/org/freedesktop/portal/desktop",
                                     node->interfaces[0], &vtable, fixture, NULL, NULL);
  answer = g_dbus_connection_call_sync (
      fixture->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL, 0, -1, NULL,
      NULL);
  g_assert_nonnull (answer);
}

static void
test_request (gconstpointer data)
{
  Fixture fixture = { .row = data };
  g_autoptr (GError) error = NULL;
  gboolean background, autostart;

  fixture.bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture.bus);
  fixture.portal = connect_to (fixture.bus);
  fixture.client = connect_to (fixture.bus);
  if (fixture.row->results != NULL)
    start_portal (&fixture);
  uk_background_portal_request_async (fixture.client, "x11:2a", TRUE, NULL, answered_cb, &fixture);
  uk_test_spin_until (is_answered, &fixture, PATIENCE_MS);
  g_assert_cmpint (
      uk_background_portal_request_finish (fixture.result, &background, &autostart, &error), ==,
      fixture.row->ok);
  g_assert_true ((error == NULL) == fixture.row->ok);
  g_assert_cmpint (background, ==, fixture.row->background);
  g_assert_cmpint (autostart, ==, fixture.row->autostart);
  if (fixture.row->results != NULL) {
    g_assert_cmpstr (fixture.parent, ==, "x11:2a");
    g_assert_nonnull (strstr (fixture.options, "'autostart': <true>"));
    g_assert_nonnull (strstr (fixture.options, "'commandline': <['unknot-service']>"));
    g_assert_nonnull (strstr (fixture.options, "'dbus-activatable': <false>"));
  }
  g_object_unref (fixture.result);
  g_clear_handle_id (&fixture.answering, g_source_remove);
  g_free (fixture.options);
  g_free (fixture.parent);
  g_free (fixture.handle);
  g_free (fixture.sender);
  g_dbus_connection_close_sync (fixture.client, NULL, NULL);
  g_dbus_connection_close_sync (fixture.portal, NULL, NULL);
  g_object_unref (fixture.client);
  g_object_unref (fixture.portal);
  g_test_dbus_down (fixture.bus);
  g_object_unref (fixture.bus);
}

static gboolean
has_status (gpointer data)
{
  return ((Fixture *)data)->status != NULL;
}

/* However long the words are, the portal takes them. */
static void
test_status (void)
{
  Fixture fixture = { .row = &rows[0] };
  g_autoptr (GString) words = g_string_new (NULL);
  guint i;

  fixture.bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture.bus);
  fixture.portal = connect_to (fixture.bus);
  fixture.client = connect_to (fixture.bus);
  start_portal (&fixture);
  uk_background_portal_set_status (fixture.client, "Next reminder at 14:30");
  uk_test_spin_until (has_status, &fixture, PATIENCE_MS);
  g_assert_cmpstr (fixture.status, ==, "Next reminder at 14:30");
  g_clear_pointer (&fixture.status, g_free);
  for (i = 0; i < 200; i++)
    g_string_append (words, "ü");
  uk_background_portal_set_status (fixture.client, words->str);
  uk_test_spin_until (has_status, &fixture, PATIENCE_MS);
  g_assert_cmpint (g_utf8_strlen (fixture.status, -1), ==, 96);
  g_free (fixture.status);
  g_dbus_connection_close_sync (fixture.client, NULL, NULL);
  g_dbus_connection_close_sync (fixture.portal, NULL, NULL);
  g_object_unref (fixture.client);
  g_object_unref (fixture.portal);
  g_test_dbus_down (fixture.bus);
  g_object_unref (fixture.bus);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/background-portal/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], test_request);
  }
  g_test_add_func ("/background-portal/status", test_status);
  return g_test_run ();
}
