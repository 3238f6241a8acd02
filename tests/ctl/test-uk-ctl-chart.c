/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `unknotctl chart` draws what was asked for, and says so when it cannot. */
#include "support/uk-test.h"

#include <sys/wait.h>

typedef struct {
  const char *name;
  int status;
  const char *words[10]; /* behind "chart", NULL-terminated; the picture is added */
} Case;

static const Case cases[] = {
  { "plain", 0, { "show" } },
  { "body", 0, { "show", "-b", "female" } },
  { "skin", 0, { "show", "-s", "brown" } },
  { "palette", 0, { "show", "-p", "dark-contrast" } },
  { "region", 0, { "show", "-r", "calf:left" } },
  { "press", 0, { "show", "-r", "calf:left", "--press" } },
  { "no-press", 0, { "show", "--no-press" } },
  { "knots", 0, { "show", "-k", "back:38,150=6", "-k", "front:-50,170" } },
  { "dots", 0, { "show", "-f", "calf" } },
  { "cutouts", 0, { "cutouts" } },
  { "sheet", 0, { "sheet" } },
  { "no such body", 2, { "show", "-b", "giant" } },
  { "no such skin", 2, { "show", "-s", "green" } },
  { "no such palette", 2, { "show", "-p", "sepia" } },
  { "no such region", 1, { "show", "-r", "nose" } },
  { "no such side", 1, { "show", "-r", "calf:middle" } },
  { "knot without a view", 2, { "show", "-k", "38,150" } },
  { "knot without a point", 2, { "show", "-k", "back:38" } },
  { "knot out of range", 2, { "show", "-k", "back:38,150=11" } },
  { "too small", 2, { "show", "-h", "2" } },
  { "no such verb", 2, { "paint" } },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autofree char *folder = uk_test_make_folder ();
  g_autofree char *picture = g_build_filename (folder, "x.png", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  gboolean small = test->words[1] == NULL || !g_str_equal (test->words[1], "-h");
  int status;
  guint i;

  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (gpointer) "chart");
  for (i = 0; test->words[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer)test->words[i]);
  g_ptr_array_add (words, (gpointer) "-o");
  g_ptr_array_add (words, picture);
  if (small) {
    g_ptr_array_add (words, (gpointer) "-h");
    g_ptr_array_add (words, (gpointer) "120");
  }
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **)words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaint,
                &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", complaint);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, test->status);
  g_assert_cmpint (g_file_test (picture, G_FILE_TEST_EXISTS), ==, test->status == 0);
  g_assert_cmpint (*complaint == '\0', ==, test->status == 0);
  uk_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ctl-chart/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
