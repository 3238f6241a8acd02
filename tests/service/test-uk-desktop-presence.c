/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/uk-desktop-presence.h"

#include "support/uk-test.h"

#include <glib/gstdio.h>

#define PATIENCE_MS 10000
#define IDLE_INTERFACE                                                                             \
  "<node><interface name='org.gnome.Mutter.IdleMonitor'><method name='GetIdletime'>"               \
  "<arg type='t' direction='out'/></method></interface></node>"

typedef struct {
  char *folder;
  GTestDBus *daemon;
  GDBusConnection *bus;
  UkPresence *presence;
  guint answers;
} Fixture;

static void
answered_cb (Fixture *fixture)
{
  fixture->answers++;
}

static gboolean
has_answer (gpointer data)
{
  return ((Fixture *)data)->answers > 0;
}

static void
ask (Fixture *fixture)
{
  fixture->answers = 0;
  uk_presence_ask (fixture->presence);
  uk_test_spin_until (has_answer, fixture, PATIENCE_MS);
}

static gboolean
is_held (Fixture *fixture)
{
  ask (fixture);
  return uk_presence_is_held (fixture->presence);
}

static gboolean
is_away (Fixture *fixture)
{
  ask (fixture);
  return uk_presence_is_away (fixture->presence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->daemon);
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  fixture->presence = uk_desktop_presence_new (fixture->bus, fixture->folder);
  g_signal_connect_swapped (fixture->presence, "answered", G_CALLBACK (answered_cb), fixture);
  uk_test_spin_until (has_answer, fixture, PATIENCE_MS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->presence);
  g_clear_object (&fixture->bus);
  g_test_dbus_down (fixture->daemon);
  g_clear_object (&fixture->daemon);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
set_device (Fixture *fixture, const char *device, const char *status)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "card0", device, "sub0", NULL);
  g_autofree char *path = g_build_filename (folder, "status", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, status, -1, NULL));
}

/* Music is no call; an open microphone is one. */
static void
test_call (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_held (fixture));
  set_device (fixture, "pcm0p", "state: RUNNING\nowner_pid : 12\n");
  set_device (fixture, "pcm0c", "closed\n");
  g_assert_false (is_held (fixture));
  set_device (fixture, "pcm0c", "state: RUNNING\nowner_pid : 12\n");
  g_assert_true (is_held (fixture));
  set_device (fixture, "pcm0c", "closed\n");
  g_assert_false (is_held (fixture));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = uk_presence_describe (fixture->presence);

  g_assert_false (is_away (fixture));
  g_assert_true (g_str_has_prefix (text, "This desktop does not say when you are away. "));
  g_assert_nonnull (strstr (text, "microphone"));
}

typedef struct {
  GMainLoop *loop;
  GMainContext *context;
  GMutex mutex;
  GCond cond;
  gboolean ready;
  guint64 idle;
} Desktop;

static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Desktop *desktop = data;

  g_mutex_lock (&desktop->mutex);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(t)", desktop->idle));
  g_mutex_unlock (&desktop->mutex);
}

/* A desktop in a thread of its own, because the presence asks and waits. */
static gpointer
run_desktop (gpointer data)
{
  Desktop *desktop = data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (IDLE_INTERFACE, NULL);
  const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_main_context_push_thread_default (desktop->context);
  bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  g_dbus_connection_register_object (bus, "/org/gnome/Mutter/IdleMonitor/Core", node->interfaces[0],
                                     &table, desktop, NULL, NULL);
  answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", "org.gnome.Mutter.IdleMonitor", 4), NULL, 0, -1, NULL, NULL);
  g_mutex_lock (&desktop->mutex);
  desktop->ready = TRUE;
  g_cond_signal (&desktop->cond);
  g_mutex_unlock (&desktop->mutex);
  g_main_loop_run (desktop->loop);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_main_context_pop_thread_default (desktop->context);
  return NULL;
}

static void
set_idle (Desktop *desktop, guint64 idle)
{
  g_mutex_lock (&desktop->mutex);
  desktop->idle = idle;
  g_mutex_unlock (&desktop->mutex);
}

static void
test_idle (Fixture *fixture, gconstpointer data)
{
  Desktop desktop = { .context = g_main_context_new () };
  GThread *thread;

  g_mutex_init (&desktop.mutex);
  g_cond_init (&desktop.cond);
  desktop.loop = g_main_loop_new (desktop.context, FALSE);
  thread = g_thread_new ("desktop", run_desktop, &desktop);
  g_mutex_lock (&desktop.mutex);
  while (!desktop.ready)
    g_cond_wait (&desktop.cond, &desktop.mutex);
  g_mutex_unlock (&desktop.mutex);

  set_idle (&desktop, 5 * 60 * 1000 - 1);
  g_assert_false (is_away (fixture));
  set_idle (&desktop, 5 * 60 * 1000);
  g_assert_true (is_away (fixture));
  set_idle (&desktop, 0);
  g_assert_false (is_away (fixture));

  g_main_loop_quit (desktop.loop);
  g_thread_join (thread);
  g_main_loop_unref (desktop.loop);
  g_main_context_unref (desktop.context);
  g_mutex_clear (&desktop.mutex);
  g_cond_clear (&desktop.cond);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desktop-presence/call", Fixture, NULL, set_up, test_call, tear_down);
  g_test_add ("/desktop-presence/idle", Fixture, NULL, set_up, test_idle, tear_down);
  g_test_add ("/desktop-presence/none", Fixture, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}
