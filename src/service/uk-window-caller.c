/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "service/uk-window-caller.h"

#define INTERFACE "org.freedesktop.Application"

/* The object path that GApplication makes of its id. */
static char *
get_path (void)
{
  g_autofree char *dotted = g_strconcat (".", UK_APP_ID, NULL);

  g_strdelimit (dotted, ".", '/');
  return g_strdelimit (g_steal_pointer (&dotted), "-", '_');
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    g_message ("The window cannot be opened: %s", error->message);
}

static void
activate_action (GDBusConnection *bus, const char *action, GVariant *target, const char *token)
{
  g_autofree char *path = get_path ();
  GVariantBuilder targets, platform;

  g_variant_builder_init (&targets, G_VARIANT_TYPE ("av"));
  if (target != NULL)
    g_variant_builder_add (&targets, "v", target);
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  if (token != NULL) {
    /* GTK before 4.10 reads the second. */
    g_variant_builder_add (&platform, "{sv}", "activation-token", g_variant_new_string (token));
    g_variant_builder_add (&platform, "{sv}", "desktop-startup-id", g_variant_new_string (token));
  }
  g_dbus_connection_call (bus, UK_APP_ID, path, INTERFACE, "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &targets, &platform), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, called_cb, NULL);
}

/**
 * uk_window_call_start:
 * @reminder: whose routine shall begin
 * @token: (nullable): what lets the window come to the front
 *
 * Runs the action `start-routine` with (routine, region or "", side) in the window's process.
 */
void
uk_window_call_start (GDBusConnection *bus, const UkReminder *reminder, const char *token)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (reminder != NULL);

  activate_action (bus, "start-routine",
                   g_variant_new ("(sss)", reminder->routine,
                                  reminder->region == NULL ? "" : reminder->region,
                                  uk_side_to_id (reminder->side)),
                   token);
}

/**
 * uk_window_call_reminders:
 * @token: (nullable): what lets the window come to the front
 *
 * Runs the action `show-reminders` in the window's process.
 */
void
uk_window_call_reminders (GDBusConnection *bus, const char *token)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  activate_action (bus, "show-reminders", NULL, token);
}

/**
 * uk_window_call_progress:
 * @token: (nullable): what lets the window come to the front
 *
 * Runs the action `show-progress` in the window's process.
 */
void
uk_window_call_progress (GDBusConnection *bus, const char *token)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  activate_action (bus, "show-progress", NULL, token);
}
