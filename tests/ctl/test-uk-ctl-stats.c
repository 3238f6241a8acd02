/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-test.h"

#include <string.h>

static char *
run (const char *option, int *status)
{
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                              &error, program, "stats", option, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  return output;
}

/* What the program promises to hold. */
static void
test_json (void)
{
  static const struct {
    const char *key;
    guint least;
    guint most;
  } cases[] = {
    { "regions", 35, 35 },          { "hands-on-routines", 111, 200 },
    { "other-routines", 102, 200 }, { "routines", 213, 400 },
    { "steps", 940, 2000 },         { "muscles", 163, 163 },
    { "layers", 224, 224 },         { "aches", 64, 64 },
    { "safety-questions", 42, 42 }, { "conditions", 51, 51 },
    { "no-press-zones", 18, 40 },   { "press-areas", 30, 60 },
    { "plans", 9, 9 },             { "sequences", 8, 8 },                   { "tips", 137, 137 },
    { "sources", 100, 200 },
  };
  g_autofree char *output = NULL;
  int status;
  guint i;

  output = run ("--json", &status);
  g_assert_cmpint (status, ==, 0);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *key = g_strdup_printf ("\"%s\": ", cases[i].key);
    const char *at = strstr (output, key);
    guint64 count;

    g_test_message ("%s", cases[i].key);
    g_assert_nonnull (at);
    count = g_ascii_strtoull (at + strlen (key), NULL, 10);
    g_assert_cmpuint (count, >=, cases[i].least);
    g_assert_cmpuint (count, <=, cases[i].most);
  }
}

static void
test_table (void)
{
  g_autofree char *output = NULL;
  int status;

  output = run (NULL, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (output, "    35  Regions\n"));
}

static void
test_usage (void)
{
  g_autofree char *output = NULL;
  int status;

  output = run ("--all", &status);
  g_assert_cmpint (status, ==, 2);
  g_assert_nonnull (strstr (output, "Usage: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl-stats/json", test_json);
  g_test_add_func ("/ctl-stats/table", test_table);
  g_test_add_func ("/ctl-stats/usage", test_usage);
  return g_test_run ();
}
