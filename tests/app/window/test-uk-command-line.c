/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

typedef struct {
  const char *name;
  const char *arguments[6];
  int status;
  const char *says;
} Case;

static const Case cases[] = {
  { "version", { "--version", NULL }, 0, "unknot " },
  { "unknown option", { "--nonsense", NULL }, 1, "--nonsense" },
  { "unknown place", { "--region", "nowhere", NULL }, 2, "there is no place “nowhere”" },
  { "unknown routine", { "--start", "nothing", NULL }, 2, "there is no routine “nothing”" },
  { "unknown side", { "--region", "jaw", "--side", "up", NULL }, 2, "there is no side “up”" },
  { "no side at all", { "--region", "jaw", "--side", "none", NULL }, 2, "there is no side “none”" },
  { "quick and a place", { "--quick", "--region", "jaw", NULL }, 2, "--quick chooses the place" },
  { "no such file", { "jaw", NULL }, 2, "there is no file “jaw”" },
  { "too many words", { "unknot:body", "jaw", NULL }, 2, "“jaw” was not expected" },
  { "unknown link", { "unknot:region/nowhere", NULL }, 2, "There is no place “nowhere”" },
  { "damaged link", { "unknot:region/jaw?side=up", NULL }, 2, "not a link that Unknot understands" },
};

static void
run (const Case *c, const char *schema_dir, int status, const char *says)
{
  g_autofree char *program = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "app", "unknot", NULL);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  guint i;

  if (schema_dir != NULL) {
    g_subprocess_launcher_setenv (launcher, "GSETTINGS_SCHEMA_DIR", schema_dir, TRUE);
    g_subprocess_launcher_setenv (launcher, "XDG_DATA_DIRS", schema_dir, TRUE);
  }
  g_ptr_array_add (words, program);
  for (i = 0; c->arguments[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) c->arguments[i]);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  if (strstr (out, says) == NULL)
    g_error ("“%s” is not in: %s", says, out);
}

static void
test_arguments (gconstpointer data)
{
  const Case *c = data;

  run (c, NULL, c->status, c->says);
}

/* A half-installed program says so instead of crashing. */
static void
test_no_schema (void)
{
  const Case plain = { "plain", { "--region", "jaw", NULL }, 1, NULL };

  run (&plain, "/nowhere", 1, "is not installed");
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/command-line/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_arguments);
  }
  g_test_add_func ("/command-line/no-schema", test_no_schema);
  return g_test_run ();
}
