/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dbus/uk-autostart.h"
#include "service/uk-notification-actions.h"
#include "support/uk-test.h"

#include <glib/gstdio.h>

static void
test_switch (void)
{
  g_autofree char *path
      = g_build_filename (g_get_user_config_dir (), "autostart", UK_SERVICE_ID ".desktop", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (uk_autostart_is_on ());
  g_assert_true (uk_autostart_set (FALSE, &error));
  g_assert_true (uk_autostart_set (TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (uk_autostart_is_on ());
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  command = g_key_file_get_string (file, "Desktop Entry", "Exec", NULL);
  g_assert_cmpstr (command, ==, UK_BINDIR "/unknot-service");

  /* The desktop's own settings hide an entry that the person switched off there. */
  g_key_file_set_boolean (file, "Desktop Entry", "Hidden", TRUE);
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
  g_assert_false (uk_autostart_is_on ());
  g_assert_true (uk_autostart_set (TRUE, NULL));
  g_assert_true (uk_autostart_is_on ());

  g_assert_true (uk_autostart_set (FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder_in_the_way (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autoptr (GError) error = NULL;

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  g_assert_false (uk_autostart_set (TRUE, &error));
  g_assert_nonnull (error);
  g_assert_false (uk_autostart_is_on ());
  g_remove (folder);
}

static void
test_clean_text (void)
{
  static const struct {
    const char *text;
    guint most;
    const char *clean;
  } rows[] = {
    { "Time for it", 80, "Time for it" },
    { "two\nlines\tand \x01", 80, "two lines and  " },
    { "abcdef", 6, "abcdef" },
    { "abcdefg", 6, "abcde…" },
    { "äöüß", 3, "äö…" },
    { "bad \xff byte", 80, "bad \xef\xbf\xbd byte" },
    { "", 80, "" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = uk_notification_clean_text (rows[i].text, rows[i].most);

    g_assert_cmpstr (clean, ==, rows[i].clean);
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = uk_test_make_folder ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autostart/switch", test_switch);
  g_test_add_func ("/autostart/folder-in-the-way", test_folder_in_the_way);
  g_test_add_func ("/notification/clean-text", test_clean_text);
  result = g_test_run ();
  uk_test_remove_folder (folder);
  return result;
}
