/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/uk-app-test.h"
#include "app/window/uk-icons.h"

/* Calls @use with every icon that a file below @folder names. */
static void
find_names (const char *folder, GRegex *regex, void (*use) (const char *name, const char *path))
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  g_assert_nonnull (dir);
  while ((entry = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, entry, NULL);
    g_autofree char *text = NULL;
    g_autoptr (GMatchInfo) match = NULL;

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      find_names (path, regex, use);
      continue;
    }
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_regex_match (regex, text, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
      g_autofree char *name = g_match_info_fetch (match, 1);

      use (name, path);
    }
  }
}

static guint n_names;

static void
check_name (const char *name, const char *path)
{
  if (!gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), name))
    g_test_fail_printf ("%s: no icon is called %s", path, name);
  n_names++;
}

/* No picture is missing, whatever themes a system has. */
static void
test_all_there (void)
{
  static const char *const toolkit[] = { "window-close-symbolic", "window-minimize-symbolic", "window-maximize-symbolic",
                                         "pan-down-symbolic", "adw-expander-arrow-symbolic", "system-search-symbolic",
                                         "list-add-symbolic", "image-missing" };
  g_autoptr (GRegex) regex = g_regex_new ("[\">]([a-z0-9]+(?:-[a-z0-9]+)*-symbolic)[\"<]", 0, 0, NULL);
  g_autofree char *folder = g_build_filename (g_getenv ("UK_SOURCE_ROOT"), "src", "app", NULL);
  guint i;

  find_names (folder, regex, check_name);
  g_assert_cmpuint (n_names, >, 60);
  for (i = 0; i < G_N_ELEMENTS (toolkit); i++)
    check_name (toolkit[i], "the toolkit");
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add_func ("/icons/all-there", test_all_there);
  return g_test_run ();
}
