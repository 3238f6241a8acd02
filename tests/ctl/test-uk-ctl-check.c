/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-test.h"

#include <string.h>
#include <unistd.h>

#define ROUTINES(attributes, inside)                                                               \
  "<?xml version=\"1.0\"?>\n<routines technique=\"ball\">\n<routine id=\"x\" " attributes ">\n"    \
  "<title>T</title>\n<summary>S</summary>\n" inside "\n</routine>\n</routines>\n"
#define STEP "<step seconds=\"30\" pose=\"mat-sit\"><do>Stand.</do></step>"
#define GOOD "evidence=\"tradition\""

typedef struct {
  const char *name;
  const char *text;
  const char *lines[4]; /* the output behind the file name, NULL-terminated */
} Case;

static const Case cases[] = {
  { "good", ROUTINES (GOOD, STEP), { NULL } },
  { "promise",
    ROUTINES (GOOD, "<feel>It heals\nthe knot.</feel>" STEP),
    { ":6: “heals” promises or explains what nobody knows.", NULL } },
  { "health is no promise",
    ROUTINES (GOOD, "<feel>A healthy, secure feeling.</feel>" STEP),
    { NULL } },
  { "phrase",
    ROUTINES (GOOD, "<feel>No pain, no gain!</feel>" STEP),
    { ":6: “no pain no gain” promises or explains what nobody knows.", NULL } },
  { "hand of one side",
    ROUTINES (GOOD, "<step seconds=\"30\" pose=\"mat-sit\">\n<do>Lift the left arm.</do></step>"),
    { ":7: Say “the sore side” or “the other side”, not left or right.", NULL } },
  { "both hands",
    ROUTINES (GOOD,
              "<step seconds=\"30\" pose=\"mat-sit\">\n<do>Look left. Look right.</do></step>"),
    { NULL } },
  { "held too long",
    ROUTINES (GOOD, "<step seconds=\"91\" pose=\"mat-sit\"><do>Press.</do></step>"),
    { ":6: 91 seconds are too long for this step; the limit is 90.", NULL } },
  { "moved for longer",
    ROUTINES (GOOD, "<step seconds=\"91\" repeats=\"6\" pose=\"mat-sit\"><do>Roll.</do></step>"),
    { NULL } },
  { "too long in all",
    ROUTINES (GOOD, "<step seconds=\"90\" pose=\"mat-sit\"><do>A.</do></step>"
                    "<step seconds=\"90\" pose=\"mat-sit\"><do>B.</do></step>"
                    "<step seconds=\"90\" pose=\"mat-sit\"><do>C.</do></step>"
                    "<step seconds=\"31\" pose=\"mat-sit\"><do>D.</do></step>"),
    { ":3: The steps take 301 seconds a side; the limit is 300.", NULL } },
  { "care without a word on what to avoid",
    ROUTINES (GOOD " regions=\"posterior-neck\" equipment=\"ball wall\"", STEP),
    { ":3: For the region “posterior-neck” the routine must say what to avoid.", NULL } },
  { "care with it",
    ROUTINES (GOOD " regions=\"posterior-neck\" equipment=\"ball wall\"", "<avoid>The spine.</avoid>" STEP),
    { NULL } },
  { "unknown condition",
    ROUTINES (GOOD, STEP "\n<care condition=\"sunburn\"/>"),
    { ":3: There is no condition “sunburn”.", NULL } },
  { "no pose at all",
    ROUTINES (GOOD, "<step seconds=\"30\"><do>Stand.</do></step>"),
    { ":6: <step> needs the attribute “pose”.", NULL } },
  { "evidence without a source",
    ROUTINES ("evidence=\"some\"", STEP),
    { ":3: Evidence needs a source; without one it is “tradition”.", NULL } },
  { "unknown source and region",
    ROUTINES ("evidence=\"some\" sources=\"Z1\" regions=\"nose\"", STEP),
    { ":3: There is no region “nose”.", ":3: There is no source “Z1”.", NULL } },
  { "never there",
    ROUTINES (GOOD " regions=\"jaw\" equipment=\"ball wall\"", STEP),
    { ":3: “ball” must never be done for the region “jaw”.", NULL } },
  { "unknown pose",
    ROUTINES (GOOD, "<step seconds=\"30\" pose=\"mat-sit > fly\"><do>Fly.</do></step>"),
    { ":6: There is no pose “fly”.", NULL } },
  { "too many words",
    ROUTINES (GOOD,
              "<step seconds=\"30\" pose=\"mat-sit\"><do>a b c d e f g h i j k l m n o p q r s t u "
              "v w x y</do></step>"),
    { ":6: An instruction has at most 20 words, this one has 25.", NULL } },
  { "in order of the lines",
    ROUTINES ("evidence=\"weak\"", "<feel>Proven.</feel><avoid>Toxins.</avoid>\n" STEP),
    { ":3: Evidence needs a source; without one it is “tradition”.",
      ":6: “proven” promises or explains what nobody knows.",
      ":6: “toxins” promises or explains what nobody knows.", NULL } },
  { "format",
    ROUTINES (GOOD " colour=\"red\"", STEP),
    { ":3: <routine> has no attribute “colour”.", NULL } },
};

static char *
run (const char *const *arguments, int *status)
{
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  guint i;

  g_ptr_array_add (argv, program);
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)arguments[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *)argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  return output;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *folder = uk_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mine.xml", NULL);
  const char *const arguments[] = { "check", path, NULL };
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *output = NULL;
  int status;
  guint i;

  g_assert_true (g_file_set_contents (path, c->text, -1, NULL));
  for (i = 0; c->lines[i] != NULL; i++)
    g_string_append_printf (expected, "%s%s\n", path, c->lines[i]);
  output = run (arguments, &status);
  g_assert_cmpstr (output, ==, expected->str);
  g_assert_cmpint (status, ==, c->lines[0] == NULL ? 0 : 1);
  uk_test_remove_folder (folder);
}

static void
test_missing_file (void)
{
  static const char *const arguments[] = { "check", "/nonexistent/file.xml", NULL };
  int status;
  g_autofree char *output = run (arguments, &status);

  g_assert_nonnull (strstr (output, "/nonexistent/file.xml"));
  g_assert_cmpint (status, ==, 1);
}

/* Refused by its size alone. */
static void
test_huge_file (void)
{
  g_autofree char *folder = uk_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "huge.xml", NULL);
  const char *const arguments[] = { "check", path, NULL };
  g_autofree char *output = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, "<routines>", -1, NULL));
  g_assert_cmpint (truncate (path, 100 * 1024 * 1024), ==, 0);
  output = run (arguments, &status);
  g_assert_nonnull (strstr (output, "huge.xml: The file is too large."));
  g_assert_cmpint (status, ==, 1);
  uk_test_remove_folder (folder);
}

static void
test_no_file (void)
{
  static const char *const arguments[] = { "check", NULL };
  int status;
  g_autofree char *output = run (arguments, &status);

  g_assert_true (g_str_has_prefix (output, "Usage: "));
  g_assert_cmpint (status, ==, 2);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ctl-check/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/ctl-check/missing file", test_missing_file);
  g_test_add_func ("/ctl-check/huge file", test_huge_file);
  g_test_add_func ("/ctl-check/no file", test_no_file);
  return g_test_run ();
}
