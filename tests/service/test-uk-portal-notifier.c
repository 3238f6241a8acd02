/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/uk-portal-notifier.h"

#include "support/uk-test.h"

#define PATIENCE_MS 10000

static const char introspection[]
    = "<node><interface name='org.freedesktop.portal.Notification'>"
      "<method name='AddNotification'><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/></method>"
      "<method name='RemoveNotification'><arg type='s' direction='in'/></method>"
      "</interface></node>";

/* A portal that remembers, in a thread of its own. */
typedef struct {
  GTestDBus *bus;
  GDBusConnection *client;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex mutex;
  char *added;   /* "id {…}" of the last AddNotification */
  char *removed; /* id of the last RemoveNotification */
} Fixture;

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

  g_mutex_lock (&fixture->mutex);
  if (g_str_equal (method, "AddNotification")) {
    g_free (fixture->added);
    fixture->added = g_variant_print (arguments, FALSE);
  } else {
    g_free (fixture->removed);
    fixture->removed = g_variant_print (arguments, FALSE);
  }
  g_mutex_unlock (&fixture->mutex);
  g_dbus_method_invocation_return_value (invocation, NULL);
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

static gpointer
run_portal (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) answer = NULL;
  guint id;

  g_main_context_push_thread_default (fixture->context);
  connection = connect_to (fixture->bus);
  id = g_dbus_connection_register_object (connection, "/org/freedesktop/portal/desktop",
                                          node->interfaces[0], &vtable, fixture, NULL, NULL);
  g_assert_cmpuint (id, >, 0);
  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4),
                                        NULL, 0, -1, NULL, NULL);
  g_assert_nonnull (answer);
  g_main_loop_run (fixture->loop);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (fixture->context);
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->client = connect_to (fixture->bus);
  g_mutex_init (&fixture->mutex);
  fixture->context = g_main_context_new ();
  fixture->loop = g_main_loop_new (fixture->context, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->thread != NULL) {
    g_main_loop_quit (fixture->loop);
    g_thread_join (fixture->thread);
  }
  g_dbus_connection_close_sync (fixture->client, NULL, NULL);
  g_clear_object (&fixture->client);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
  g_main_loop_unref (fixture->loop);
  g_main_context_unref (fixture->context);
  g_mutex_clear (&fixture->mutex);
  g_free (fixture->added);
  g_free (fixture->removed);
}

static gboolean
is_present (gpointer data)
{
  return uk_notifier_is_present (data);
}

typedef struct {
  gboolean answered;
  char *problem; /* (owned) (nullable) */
} Answer;

static void
answered_cb (Answer *answer, const char *id, const char *problem)
{
  answer->answered = TRUE;
  answer->problem = g_strdup (problem);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *)data)->answered;
}

/* Returns: (transfer full) (nullable): why it was not shown */
static char *
show (UkNotifier *notifier, const UkNotification *notice)
{
  Answer answer = { FALSE };

  g_signal_connect_swapped (notifier, "answered", G_CALLBACK (answered_cb), &answer);
  uk_notifier_show (notifier, notice);
  uk_test_spin_until (is_answered, &answer, PATIENCE_MS);
  g_signal_handlers_disconnect_by_data (notifier, &answer);
  return answer.problem;
}

static gboolean
has_removed (gpointer data)
{
  Fixture *fixture = data;
  gboolean removed;

  g_mutex_lock (&fixture->mutex);
  removed = fixture->removed != NULL;
  g_mutex_unlock (&fixture->mutex);
  return removed;
}

static void
assert_added (Fixture *fixture, const char *text)
{
  g_mutex_lock (&fixture->mutex);
  if (strstr (fixture->added, text) == NULL)
    g_error ("“%s” is not in %s", text, fixture->added);
  g_mutex_unlock (&fixture->mutex);
}

/* Every button is an action of the window's process, with the occurrence as its target. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkNotifier) notifier = uk_portal_notifier_new (fixture->client);
  g_autoptr (UkNotification) notice
      = uk_notification_new ("1/2026-11-24/10:00", "Time\nfor <b>it</b>", "Your reminder");

  g_assert_false (uk_notifier_is_present (notifier));
  fixture->thread = g_thread_new ("portal", run_portal, fixture);
  uk_test_spin_until (is_present, notifier, PATIENCE_MS);
  notice->answerable = TRUE;
  notice->start = g_strdup ("Start");
  notice->snooze = g_strdup ("In 10 minutes");
  g_assert_null (show (notifier, notice));
  assert_added (fixture, "('reminder-1-2026-11-24-10-00', {");
  assert_added (fixture, "'title': <'Time for <b>it</b>'>");
  assert_added (fixture, "'priority': <'normal'>");
  assert_added (fixture, "'default-action': <'app.start-occurrence'>");
  assert_added (fixture, "'default-action-target': <'1/2026-11-24/10:00'>");
  assert_added (fixture, "'action': <'app.snooze-occurrence'>, 'target': <'1/2026-11-24/10:00'>");
  assert_added (fixture, "'action': <'app.skip-occurrence'>, 'target': <'1/2026-11-24/10:00'>");
  uk_notifier_withdraw (notifier, notice->id);
  uk_test_spin_until (has_removed, fixture, PATIENCE_MS);
  g_assert_cmpstr (fixture->removed, ==, "('reminder-1-2026-11-24-10-00',)");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkNotifier) notifier = uk_portal_notifier_new (fixture->client);
  g_autoptr (UkNotification) notice
      = uk_notification_new ("missed", "3 reminders were missed", NULL);
  g_autofree char *problem = show (notifier, notice);

  g_assert_nonnull (problem);
  fixture->thread = g_thread_new ("portal", run_portal, fixture);
  uk_test_spin_until (is_present, notifier, PATIENCE_MS);
  notice->low = TRUE;
  g_assert_null (show (notifier, notice));
  assert_added (fixture, "'priority': <'low'>");
  assert_added (fixture, "'default-action': <'app.show-reminders'>");
  g_assert_null (strstr (fixture->added, "buttons"));
  g_assert_null (strstr (fixture->added, "target"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/portal-notifier/buttons", Fixture, NULL, set_up, test_buttons, tear_down);
  g_test_add ("/portal-notifier/summary", Fixture, NULL, set_up, test_summary, tear_down);
  return g_test_run ();
}
