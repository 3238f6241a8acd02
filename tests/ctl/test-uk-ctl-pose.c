/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `unknotctl pose` draws and checks the poses of a folder, and says which line is wrong. */
#include "support/uk-test.h"

#include <string.h>
#include <sys/wait.h>

#define GOOD "pose one The first\nview front\n\npose two The second\nlike one\narm.l elbow=90\n"
#define BAD GOOD "\npose three The third\nview upwards\n"

typedef struct {
  const char *name;
  const char *poses; /* of the folder */
  int status;
  const char *words[10];        /* behind "pose", NULL-terminated; the folder is added */
  const char *picture;          /* (nullable): what has to be written */
  const char *said, *complaint; /* (nullable): part of what is told; NULL if there is nothing */
} Case;

static const Case cases[] = {
  { "show", GOOD, 0, { "show", "one", "--size", "60" }, "one.png", "one.png" },
  { "show both", GOOD, 0, { "show", "one", "two", "-o", "x.png" }, "x.png", "x.png" },
  { "look",
    GOOD,
    0,
    { "show", "one", "--body", "female", "--skin", "3", "--palette", "contrast-dark", "--mirror" },
    "one.png",
    "one.png" },
  { "show a movement",
    GOOD,
    0,
    { "show", "one > two", "--animate", "-o", "file.png" },
    "file.png",
    "file.png" },
  { "animate",
    GOOD,
    0,
    { "animate", "one > two", "--frames", "3" },
    "movement.png",
    "movement.png" },
  { "breathe", GOOD, 0, { "animate", "one" }, "movement.png", "movement.png" },
  { "sheet", GOOD, 0, { "sheet", "--size", "40" }, "poses.png", "poses.png" },
  { "check", GOOD, 0, { "check" }, NULL, "2 poses, 0 remarks" },
  { "check what is damaged", BAD, 1, { "check" }, NULL, "2 poses, 0 remarks", "x.pose:9: " },
  { "show beside what is damaged", BAD, 0, { "show", "two" }, "two.png", "two.png", "x.pose:9: " },
  { "show what is damaged", BAD, 1, { "show", "three" }, NULL, NULL, "three" },
  { "no pose", GOOD, 2, { "show" }, NULL, NULL, "unknotctl" },
  { "no such pose", GOOD, 1, { "show", "four" }, NULL, NULL, "four" },
  { "no movement", GOOD, 2, { "animate" }, NULL, NULL, "unknotctl" },
  { "no such key", GOOD, 1, { "animate", "one > four" }, NULL, NULL, "four" },
  { "no such palette", GOOD, 2, { "sheet", "--palette", "sepia" }, NULL, NULL, "sepia" },
  { "no such body", GOOD, 2, { "sheet", "--body", "giant" }, NULL, NULL, "giant" },
  { "no such skin", GOOD, 2, { "sheet", "--skin", "green" }, NULL, NULL, "green" },
  { "too many frames", GOOD, 2, { "animate", "one", "--frames", "999" }, NULL, NULL, "unknotctl" },
  { "too large", GOOD, 2, { "show", "one", "--size", "9999" }, NULL, NULL, "unknotctl" },
  { "no place", GOOD, 1, { "show", "one", "-o", "none/x.png" }, NULL, NULL, "none/x.png" },
  { "no such command", GOOD, 2, { "paint" }, NULL, NULL, "paint" },
};

static void
assert_tells (const char *text, const char *part)
{
  if (part == NULL)
    g_assert_cmpstr (text, ==, "");
  else
    g_assert_nonnull (strstr (text, part));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *program
      = g_build_filename (g_getenv ("UK_BUILD_ROOT"), "src", "ctl", "unknotctl", NULL);
  g_autofree char *folder = uk_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "x.pose", NULL);
  g_autofree char *said = NULL, *complaint = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_file_set_contents (file, test->poses, -1, NULL));
  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (gpointer) "pose");
  for (guint i = 0; test->words[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer)test->words[i]);
  g_ptr_array_add (words, (gpointer) "--dir");
  g_ptr_array_add (words, folder);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (folder, (char **)words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, &complaint,
                &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", said, complaint);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, test->status);
  assert_tells (said, test->said);
  assert_tells (complaint, test->complaint);
  if (test->picture != NULL) {
    g_autofree char *picture = g_build_filename (folder, test->picture, NULL);
    g_autofree char *content = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (picture, &content, &length, NULL));
    g_assert_cmpuint (length, >, 8);
    g_assert_cmpmem (content, 8, "\x89PNG\r\n\x1a\n", 8);
  }
  uk_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ctl-pose/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
