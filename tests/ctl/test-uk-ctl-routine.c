/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-test.h"

#include <string.h>

typedef struct {
  char *folder;
} Fixture;

static char *
run (Fixture *f, int *status, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *word;
  char *output = NULL;
  va_list args;

  g_ptr_array_add (argv, program);
  g_ptr_array_add (argv, (gpointer) "routine");
  va_start (args, first);
  for (word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer)word);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", f->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  return output;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = uk_test_make_folder ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  uk_test_remove_folder (f->folder);
  g_free (f->folder);
}

static void
assert_run (char *output, int status, int expected, const char *part)
{
  g_autofree char *owned = output;

  if (status != expected || strstr (owned, part) == NULL)
    g_error ("status %d, not %d: %s", status, expected, owned);
}

static void
test_round (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "given.xml", NULL);
  char *output;
  int status;

  output = run (f, &status, "export", "rhomboids-ball-wall", path, NULL);
  assert_run (output, status, 0, "");
  output = run (f, &status, "import", path, NULL);
  assert_run (output, status, 0, "rhomboids-ball-wall-2\n");
  output = run (f, &status, "list", NULL);
  assert_run (output, status, 0, "rhomboids-ball-wall-2\t");
  output = run (f, &status, "import", path, NULL);
  assert_run (output, status, 0, "already");
}

static void
test_bad (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "bad.xml", NULL);
  char *output;
  int status;

  g_assert_true (g_file_set_contents (path, "<routines technique='ball'>\n<x/>", -1, NULL));
  output = run (f, &status, "import", path, NULL);
  assert_run (output, status, 1, "bad.xml:2: <x> may not stand in <routines>.");
  output = run (f, &status, "export", "none", path, NULL);
  assert_run (output, status, 1, "none");
  output = run (f, &status, "import", NULL);
  assert_run (output, status, 2, "Usage: ");
}

static void
test_compose (Fixture *f, gconstpointer data)
{
  char *output;
  int status;

  output = run (f, &status, "compose", "upper-trapezius", "--minutes", "10", NULL);
  assert_run (output, status, 0, "Warm up: ");
  output = run (f, &status, "compose", "upper-trapezius", "--minutes", "3", "--json", NULL);
  assert_run (output, status, 0, "\"parts\": [{\"id\": \"upper-trapezius-hand\"");
  output = run (f, &status, "compose", "nowhere", "--minutes", "3", NULL);
  assert_run (output, status, 1, "nowhere");
  output = run (f, &status, "compose", "calf", "--minutes", "0", NULL);
  assert_run (output, status, 2, "1 to 60");
  output = run (f, &status, "compose", "calf", "--minutes", "x", NULL);
  assert_run (output, status, 2, "1 to 60");
  output = run (f, &status, "compose", "calf", NULL);
  assert_run (output, status, 2, "Usage: ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ctl-routine/round", Fixture, NULL, set_up, test_round, tear_down);
  g_test_add ("/ctl-routine/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/ctl/routine/compose", Fixture, NULL, set_up, test_compose, tear_down);
  return g_test_run ();
}
