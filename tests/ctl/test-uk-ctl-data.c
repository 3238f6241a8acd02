/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-test.h"

#include <string.h>

typedef struct {
  char *folder;
} Fixture;

static char *
run (Fixture *f, int *status, const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autofree char *whole = g_strdup_printf ("%s %s", program, line);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_assert_true (g_shell_parse_argv (whole, NULL, &argv, &error));
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", f->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_subprocess_launcher_set_cwd (launcher, f->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  return output;
}

static void
assert_run (Fixture *f, const char *line, int expected, const char *part)
{
  int status;
  g_autofree char *output = run (f, &status, line);

  if (status != expected || strstr (output, part) == NULL)
    g_error ("%s: status %d, not %d: %s", line, status, expected, output);
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
test_log (Fixture *f, gconstpointer data)
{
  assert_run (f, "log upper-trapezius:left 6 --at 2026-01-02T10:00:00Z", 0, ": 6");
  assert_run (f, "log upper-trapezius:left 4", 0, ": 4");
  assert_run (f, "log upper-trapezius 4", 2, "upper-trapezius:left");
  assert_run (f, "log nowhere:left 4", 2, "nowhere");
  assert_run (f, "log upper-trapezius:left 11", 2, "Usage");
  assert_run (f, "log upper-trapezius:left 4 --at 2190-01-01", 2, "future");
  assert_run (f, "history", 0, "2026-01-02 10:00  6 ");
  assert_run (f, "history --limit 1", 0, "  4 ");
  assert_run (f, "history --json", 0,
              "{\"time\": \"2026-01-02T10:00:00Z\", \"region\": \"upper-trapezius\","
              " \"side\": \"left\", \"rating\": 6}");
  assert_run (f, "history --limit none", 2, "Usage");
}

static void
test_exchange (Fixture *f, gconstpointer data)
{
  assert_run (f, "log calf:left 6 --at 2026-01-02T10:00:00Z", 0, "6");
  assert_run (f, "export a.csv", 0, "");
  assert_run (f, "export --csv", 0, "rating,,2026-01-02T10:00:00Z,");
  assert_run (f, "export --json", 0, "\"format\": \"unknot-diary\"");
  assert_run (f, "export a.txt", 2, "Usage");
  assert_run (f, "import --dry-run a.csv", 0, "Nothing new\nHere already: 2\n");
  assert_run (f, "import --json --replace a.csv", 0, "\"same\": 2");
  assert_run (f, "import missing.csv", 1, "missing.csv");
  assert_run (f, "import", 2, "Usage");
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  assert_run (f, "log calf:left 6", 0, "6");
  assert_run (f, "backup my.unknot", 0, "");
  assert_run (f, "log calf:left 2", 0, "2");
  assert_run (f, "restore my.unknot", 0, "");
  assert_run (f, "history --limit 1", 0, "  6 ");
  assert_run (f, "restore --undo", 0, "");
  assert_run (f, "history --limit 1", 0, "  2 ");
  assert_run (f, "restore unknot/unknot.lock", 1, "not a backup");
  assert_run (f, "restore", 2, "Usage");
  assert_run (f, "backup", 2, "Usage");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ctl/data/log", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/ctl/data/exchange", Fixture, NULL, set_up, test_exchange, tear_down);
  g_test_add ("/ctl/data/backup", Fixture, NULL, set_up, test_backup, tear_down);
  return g_test_run ();
}
