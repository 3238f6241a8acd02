/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-test.h"

#include <glib/gstdio.h>

/* Returns: (transfer full): a new empty folder, to be removed with uk_test_remove_folder() */
char *
uk_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("unknot-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* Removes @path with all that is in it. */
void
uk_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    g_chmod (path, 0700);
    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      uk_test_remove_folder (child);
    else
      g_remove (child);
  }
  g_rmdir (path);
}

/* Returns: (transfer full): the full path of a file of the source tree */
char *
uk_test_source_path (const char *relative)
{
  const char *root = g_getenv ("UK_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, relative, NULL);
}

static gboolean
limit_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the default main context until @done says so; fails the test after @limit_ms. */
void
uk_test_spin_until (gboolean (*done) (gpointer), gpointer data, guint limit_ms)
{
  gboolean over = FALSE;
  guint limit = g_timeout_add (limit_ms, limit_cb, &over);

  while (!done (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (over);
  g_source_remove (limit);
}
