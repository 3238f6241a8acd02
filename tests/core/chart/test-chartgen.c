/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that makes the charts tells people who draw what is wrong, and where. */
#include "support/uk-test.h"

#include <string.h>

#define HEAD "view front\nside left\nbox 0 0 9 9\n"
#define TRIANGLE "curve a A=0,0 B=9,0 C=9,9\ncurve b C 5,6 A\n"

/* Where it is; an argument of this program. */
static const char *chartgen;

typedef struct {
  char *folder;
  char *in;
  char *out;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = uk_test_make_folder ();
  fixture->in = g_build_filename (fixture->folder, "body.net", NULL);
  fixture->out = g_build_filename (fixture->folder, "body.svg", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->in);
  g_free (fixture->out);
}

/* Returns what it complained about, NULL if it did not. */
static char *
run (Fixture *fixture, const char *net, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  int status;

  g_assert_true (g_file_set_contents (fixture->in, net, -1, NULL));
  g_spawn_sync (NULL, (char *[]){ (char *)chartgen, fixture->in, (char *)body, fixture->out, NULL },
                NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaint, &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, NULL))
    return NULL;
  g_assert_false (g_file_test (fixture->out, G_FILE_TEST_EXISTS));
  g_assert_true (g_str_has_prefix (complaint, fixture->folder));
  return g_strdup (complaint + strlen (fixture->folder) + 1);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *net, *complaint;
  } cases[] = {
    { HEAD "curve a A=1,2 B\n", "body.net:4: node “B” is not placed above this line\n" },
    { HEAD "curve a A=1,2 A=3,4\n", "body.net:4: node “A” is placed twice\n" },
    { HEAD "curve a 1,x 2,3\n", "body.net:4: “x” is not a number\n" },
    { HEAD "curve a A=1 2,3\n", "body.net:4: “1” is not a point x,y\n" },
    { HEAD TRIANGLE "area x region=jaw A a C\n",
      "body.net:6: the walk starts at “A” but ends at “C”\n" },
    { HEAD TRIANGLE "area x region=jaw A a C c A\n",
      "body.net:6: there is no curve “c” above this line\n" },
    { HEAD TRIANGLE "area x region=jaw A a C b B\n",
      "body.net:6: the walk starts at “A” but ends at “B”\n" },
    { HEAD TRIANGLE "area x region=jaw A a B b A\n", "body.net:6: node “B” is not on curve “b”\n" },
    { HEAD TRIANGLE "area x A a C b A\n",
      "body.net:6: an area is: area ID region=REGION [over] walk\n" },
    { HEAD TRIANGLE "area x region=jaw A a C b A\narea x region=jaw A a C b A\n",
      "body.net:7: area “x” is there twice\n" },
    { HEAD TRIANGLE "area x region=jaw A a C b A\nnext x up=y\n",
      "body.net:7: there is no area “y”\n" },
    { HEAD TRIANGLE "area x region=jaw A a C b A\nnext x over=x\n",
      "body.net:7: “over” is none of up= down= in= out=\n" },
    { HEAD "next x up=x\n", "body.net:4: there is no area “x” above this line\n" },
    { HEAD TRIANGLE "part face whole B a C\n",
      "body.net:6: a whole walk starts and ends at x = 0\n" },
    { HEAD TRIANGLE "fibres x 3 A B / B C\n",
      "body.net:6: there is no area “x” above this line\n" },
    { HEAD "muscle x\n", "body.net:4: “muscle” is not known, or something is missing after it\n" },
    { "view front\nbox 0 0 9 9\n", "body.net:2: view, side or box is missing\n" },
    { HEAD TRIANGLE "nopress face loop 1,1 2,2\n", "body.net:6: a loop needs three points\n" },
    { HEAD TRIANGLE "press x why=face 1,1 2,2 3,1\n",
      "body.net:6: there is no area “x” above this line\n" },
    { HEAD TRIANGLE "press x 1,1 2,2 3,1\n",
      "body.net:6: what may be pressed is: press AREA why=REASON points\n" },
    { HEAD "only tall curve a A=1,2 3,4\n", "body.net:4: there is no body “tall”\n" },
    { "side middle\n", "body.net:1: a side is left or right, not “middle”\n" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *complaint = run (fixture, cases[i].net, "neutral");

    g_assert_cmpstr (complaint, ==, cases[i].complaint);
  }
}

/* Sides and arrow keys follow from the half that is drawn. */
static void
test_mirror (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_null (run (fixture,
                      HEAD TRIANGLE
                      "area x region=jaw A a C b A\narea y region=calf over A b C a A\n"
                      "next x up=y out=y\n",
                      "neutral"));
  g_assert_true (g_file_get_contents (fixture->out, &text, NULL, NULL));
  g_assert_nonnull (strstr (
      text, "<path id=\"x-left\" class=\"area\" data-region=\"jaw\" data-side=\"left\" "
            "data-up=\"y-left\" data-left=\"x-right\" data-right=\"y-left\" d=\"M0.00 0.00C"));
  g_assert_nonnull (strstr (
      text, "<path id=\"x-right\" class=\"area\" data-region=\"jaw\" data-side=\"right\" "
            "data-up=\"y-right\" data-right=\"x-left\" data-left=\"y-right\" d=\"M0.00 0.00C-"));
  /* What lies on top comes last, wherever it was written. */
  g_assert_true (strstr (text, "id=\"y-left\"") > strstr (text, "id=\"x-right\""));
}

/* The other bodies are bent, and may have statements of their own. */
static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = { "neutral", "female", "male" };
  static const char net[] = HEAD "curve a A=0,350 B=80,350 C=70,420\ncurve b C 5,400 A\n"
                                 "area x region=jaw A a C b A\n"
                                 "only female,male line fold 10,10 20,20\n"
                                 "nopress belly loop 10,360 20,350 20,370\n";
  char *texts[3];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_assert_null (run (fixture, net, bodies[i]));
    g_assert_true (g_file_get_contents (fixture->out, &texts[i], NULL, NULL));
    g_assert_nonnull (strstr (texts[i], bodies[i]));
    g_assert_nonnull (strstr (texts[i], "d=\"M0.00 350.00C"));
    g_assert_nonnull (strstr (texts[i], "id=\"nopress-belly-left\""));
    g_assert_cmpint (strstr (texts[i], "line-fold-right") != NULL, ==, i > 0);
  }
  g_assert_nonnull (strstr (texts[0], " 80.00 350.00C"));
  g_assert_null (strstr (texts[1], " 80.00 350.00C"));
  g_assert_null (strstr (texts[2], " 80.00 350.00C"));
  for (i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_free (texts[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  chartgen = argv[1];
  g_test_add ("/chartgen/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/chartgen/mirror", Fixture, NULL, set_up, test_mirror, tear_down);
  g_test_add ("/chartgen/bodies", Fixture, NULL, set_up, test_bodies, tear_down);
  return g_test_run ();
}
