/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "dbus/uk-autostart.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FILE_NAME UK_SERVICE_ID ".desktop"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", FILE_NAME, NULL);
}

/**
 * uk_autostart_is_sandboxed:
 *
 * Returns: whether the desktop must be asked for autostart, because files in its folder count for
 * nothing
 */
gboolean
uk_autostart_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * uk_autostart_is_on:
 *
 * Returns: whether the service starts after log-in
 */
gboolean
uk_autostart_is_on (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return !uk_autostart_is_sandboxed ()
         && g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
         && !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN,
                                     NULL);
}

static gboolean
write_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE,
                         "Application");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME,
                         _ ("Unknot reminders"));
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC,
                         UK_BINDIR G_DIR_SEPARATOR_S "unknot-service");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, UK_APP_ID);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  if (g_mkdir_with_parents (folder, 0700) < 0) {
    int code = errno;

    g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (code),
                 _ ("Cannot make the folder %s: %s"), folder, g_strerror (code));
    return FALSE;
  }
  return g_key_file_save_to_file (file, path, error);
}

/**
 * uk_autostart_set:
 * @on: whether the service shall start after log-in
 * @error: why the file could not be written or removed
 *
 * Returns: whether it is as wished
 */
gboolean
uk_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = get_path ();

  if (uk_autostart_is_sandboxed ()) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("In a sandbox only the desktop can start reminders after log-in"));
    return FALSE;
  }
  if (on)
    return write_file (path, error);
  if (g_remove (path) < 0 && errno != ENOENT) {
    int code = errno;

    g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (code), _ ("Cannot remove %s: %s"),
                 path, g_strerror (code));
    return FALSE;
  }
  return TRUE;
}
