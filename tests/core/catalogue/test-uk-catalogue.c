/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content-error.h"
#include "support/uk-test.h"

#include <string.h>

/* A small catalogue in a folder of its own. */
typedef struct {
  char *path;             /* (owned) */
  UkCatalogue *catalogue; /* (owned) */
  GPtrArray *problems;    /* (owned) (element-type GError) */
} Fixture;

#define ROUTINE_AS(id, attributes, seconds)                                                        \
  "<routine id='" id "' evidence='tradition' " attributes "><title>T</title><summary>S</summary>"  \
  "<step seconds='" seconds "' sides='each' pose='p'><do>D</do></step></routine>\n"
#define REGION_AS(id, more)                                                                        \
  "<region id='" id                                                                                \
  "'><name>N</name><muscle latin='L'>M</muscle><where>W</where><feel>F</feel>" more "</region>\n"

static const char regions[] = "<regions>\n" REGION_AS (
    "neck",
    "<allow technique='ball' surface='wall' verdict='care'><why>Softly</why></allow>"
    "<allow technique='ball' surface='floor' verdict='never'><why>Weight</why></allow>"
    "<allow technique='massage' surface='massager' verdict='never'/>")
    REGION_AS (
        "jaw",
        "<allow technique='massage' verdict='care'/><allow technique='ball' verdict='never'/>")
        REGION_AS ("calf", "<also region='neck'/>") "</regions>";

static const char safety[]
    = "<safety>"
      "<question id='N1' level='now'><ask>All?</ask></question>"
      "<question id='N2' level='now' regions='neck'><ask>Neck?</ask></question>"
      "<question id='S1' level='soon' regions='calf'><ask>Calf?</ask></question>"
      "<condition id='old' implies='frail'><name>Old</name><note>Slowly</note>"
      "<rule technique='aerobic' verdict='care'/><rule technique='aerobic' part='jumps' "
      "verdict='never'/></condition>"
      "<condition id='frail' listed='no'><name>Frail</name><note>Softly</note></condition>"
      "<condition id='ill'><name>Ill</name><note>Rest</note><rule technique='massage ball' "
      "verdict='ask'/>"
      "<rule technique='massage' regions='neck' verdict='never'/>"
      "<rule technique='ball' regions='calf' verdict='care'/></condition>"
      "</safety>";

static void
write_file (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
load (Fixture *f, UkCatalogueOrigin origin)
{
  g_autoptr (GFile) folder = g_file_new_for_path (f->path);

  uk_catalogue_load (f->catalogue, folder, origin, f->problems);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = uk_test_make_folder ();
  f->catalogue = uk_catalogue_new ();
  f->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  write_file (f, "regions.xml", regions);
  write_file (f, "safety.xml", safety);
  write_file (f, "sources.xml", "<sources><source id='S1' title='T'/></sources>");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->catalogue);
  g_clear_pointer (&f->problems, g_ptr_array_unref);
  uk_test_remove_folder (f->path);
  g_free (f->path);
}

static const char *
message (Fixture *f, guint index)
{
  g_assert_cmpuint (index, <, f->problems->len);
  return ((const GError *)g_ptr_array_index (f->problems, index))->message;
}

static void
assert_ids (GPtrArray *items, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint i;

  for (i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ",
                            *(const char **)g_ptr_array_index (items, i));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_bad_file_is_skipped (Fixture *f, gconstpointer data)
{
  write_file (f, "a.xml",
              "<routines technique='ball'>\n" ROUTINE_AS (
                  "a", "", "10") "<routine id='b' evidence='none'/>\n</routines>");
  write_file (f, "b.xml", "<routines technique='ball'>" ROUTINE_AS ("c", "", "10") "</routines>");
  write_file (f, "notes.txt", "not for us");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpuint (f->problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (message (f, 0), "a.xml:3: "));
  assert_ids (uk_catalogue_get_routines (f->catalogue), "c");
  assert_ids (uk_catalogue_get_regions (f->catalogue), "neck jaw calf");
}

static void
test_unknown_references (Fixture *f, gconstpointer data)
{
  write_file (f, "a.xml",
              "<routines technique='stretch'>\n" ROUTINE_AS ("a", "regions='neck nose'", "10")
                  ROUTINE_AS ("b", "sources='S9'", "10")
                      ROUTINE_AS ("c", "regions='neck' sources='S1'", "10") "</routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpuint (f->problems->len, ==, 2);
  g_assert_cmpstr (message (f, 0), ==, "a.xml:2: There is no region “nose”.");
  g_assert_cmpstr (message (f, 1), ==, "a.xml:3: There is no source “S9”.");
  assert_ids (uk_catalogue_get_routines (f->catalogue), "c");
  g_assert_null (uk_catalogue_get_routine (f->catalogue, "a"));
}

static void
test_unknown_condition (Fixture *f, gconstpointer data)
{
  write_file (
      f, "a.xml",
      "<routines technique='yoga'><routine id='a' evidence='tradition'><title>T</title>"
      "<summary>S</summary><step seconds='9' pose='p'><do>D</do></step><care condition='x'/>"
      "</routine></routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpstr (message (f, 0), ==, "a.xml:1: There is no condition “x”.");
  g_assert_null (uk_catalogue_get_routine (f->catalogue, "a"));
}

static void
test_reference_of_a_region (Fixture *f, gconstpointer data)
{
  write_file (
      f, "regions.xml",
      "<regions>\n" REGION_AS ("neck", "<also region='nose'/><also region='neck'/>") "</regions>");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpstr (message (f, 0), ==, "regions.xml:2: There is no region “nose”.");
  g_assert_cmpstr (uk_catalogue_get_region (f->catalogue, "neck")->also[0], ==, "neck");
  g_assert_null (uk_catalogue_get_region (f->catalogue, "neck")->also[1]);
}

static void
test_never (Fixture *f, gconstpointer data)
{
  write_file (f, "a.xml",
              "<routines technique='ball'>\n" ROUTINE_AS (
                  "wall", "regions='neck' equipment='ball wall'", "9")
                  ROUTINE_AS ("floor", "regions='neck' equipment='ball floor'", "9") ROUTINE_AS (
                      "jaw", "regions='calf jaw' equipment='ball wall'", "9") "</routines>");
  write_file (f, "b.xml",
              "<routines technique='massage'>\n" ROUTINE_AS ("hands", "regions='neck'", "9")
                  ROUTINE_AS ("gun", "regions='neck' equipment='massager'", "9") "</routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpuint (f->problems->len, ==, 3);
  g_assert_cmpstr (message (f, 0), ==, "a.xml:3: “ball” must never be done for the region “neck”.");
  g_assert_cmpstr (message (f, 1), ==, "a.xml:4: “ball” must never be done for the region “jaw”.");
  g_assert_cmpstr (message (f, 2), ==,
                   "b.xml:3: “massage” must never be done for the region “neck”.");
  assert_ids (uk_catalogue_get_routines (f->catalogue), "wall hands");
}

static void
test_verdict (Fixture *f, gconstpointer data)
{
  const UkRoutine *routine;
  const char *why;

  write_file (f, "a.xml",
              "<routines technique='ball'>" ROUTINE_AS (
                  "a", "regions='neck calf' equipment='ball wall'", "9") "</routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  routine = uk_catalogue_get_routine (f->catalogue, "a");
  g_assert_cmpint (uk_catalogue_get_verdict (f->catalogue, routine, "neck", &why), ==,
                   UK_VERDICT_CARE);
  g_assert_cmpstr (why, ==, "Softly");
  g_assert_cmpint (uk_catalogue_get_verdict (f->catalogue, routine, "calf", &why), ==,
                   UK_VERDICT_OK);
  g_assert_null (why);
  g_assert_cmpint (uk_catalogue_get_verdict (f->catalogue, routine, "nose", NULL), ==,
                   UK_VERDICT_NEVER);
}

static void
test_custom (Fixture *f, gconstpointer data)
{
  write_file (
      f, "a.xml",
      "<routines technique='stretch'>" ROUTINE_AS ("a", "regions='neck'", "10") "</routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  g_assert_cmpuint (f->problems->len, ==, 0);

  uk_test_remove_folder (f->path);
  g_free (f->path);
  f->path = uk_test_make_folder ();
  write_file (
      f, "mine.xml",
      "<routines technique='stretch'>" ROUTINE_AS ("m", "regions='neck'", "7") "</routines>");
  write_file (
      f, "other.xml",
      "<routines technique='stretch'>\n" ROUTINE_AS ("a", "regions='neck'", "50") "</routines>");
  write_file (f, "places.xml", regions);
  load (f, UK_CATALOGUE_CUSTOM);
  g_assert_cmpuint (f->problems->len, ==, 2);
  g_assert_cmpstr (message (f, 0), ==, "other.xml:2: The id “a” is taken already.");
  g_assert_cmpstr (message (f, 1), ==, "places.xml:1: Only <routines> can be added.");
  assert_ids (uk_catalogue_get_routines (f->catalogue), "a m");
  g_assert_cmpuint (uk_catalogue_get_routine (f->catalogue, "a")->steps[0].seconds, ==, 10);
  g_assert_false (uk_catalogue_get_routine (f->catalogue, "a")->custom);
  g_assert_true (uk_catalogue_get_routine (f->catalogue, "m")->custom);
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent/folder");
  const GError *error;

  uk_catalogue_load (f->catalogue, folder, UK_CATALOGUE_SHIPPED, f->problems);
  g_assert_cmpuint (f->problems->len, ==, 1);
  error = g_ptr_array_index (f->problems, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_page_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) massage = NULL;

  write_file (f, "a.xml",
              "<routines technique='massage'>" ROUTINE_AS ("helper",
                                                           "regions='calf' equipment='helper'", "9")
                  ROUTINE_AS ("strong", "regions='calf' level='strong'",
                              "9") ROUTINE_AS ("second", "regions='neck calf' level='gentle'", "9")
                      ROUTINE_AS ("gentle", "regions='calf' level='gentle'", "9") "</routines>");
  write_file (f, "b.xml",
              "<routines technique='yoga'>" ROUTINE_AS ("yoga", "regions='calf'", "9")
                  ROUTINE_AS ("elsewhere", "regions='neck'", "9") "</routines>");
  write_file (f, "c.xml",
              "<routines technique='roller'>" ROUTINE_AS (
                  "roll", "regions='calf' equipment='roller'", "9") "</routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  all = uk_catalogue_list_routines_for_region (f->catalogue, "calf");
  assert_ids (all, "gentle second strong helper roll yoga");
  massage = uk_catalogue_list_routines_by_technique (f->catalogue, "calf", UK_TECHNIQUE_MASSAGE);
  assert_ids (massage, "gentle second strong helper");
}

typedef struct {
  const char *name;
  const char *massage;
  const char *stretch;
  const char *region;
  const char *expected;
} Start;

static const Start starts[] = {
  { "bare hands before stretching", ROUTINE_AS ("m", "regions='calf'", "90"),
    ROUTINE_AS ("s", "regions='calf'", "20"), "calf", "m" },
  { "the shortest",
    ROUTINE_AS ("m", "regions='calf'", "90") ROUTINE_AS ("n", "regions='calf'", "60"),
    ROUTINE_AS ("s", "", "20"), "calf", "n" },
  { "made for the place",
    ROUTINE_AS ("m", "regions='neck calf'", "30") ROUTINE_AS ("n", "regions='calf'", "60"),
    ROUTINE_AS ("s", "", "20"), "calf", "n" },
  { "no helper needed", ROUTINE_AS ("m", "regions='calf' equipment='helper'", "30"),
    ROUTINE_AS ("s", "regions='calf'", "60"), "calf", "s" },
  { "care comes later", ROUTINE_AS ("m", "regions='jaw'", "30"),
    ROUTINE_AS ("s", "regions='jaw'", "60"), "jaw", "s" },
  { "care before a tool", ROUTINE_AS ("m", "regions='jaw'", "30"),
    ROUTINE_AS ("s", "regions='jaw' equipment='band'", "20"), "jaw", "m" },
  { "a chair is no tool", ROUTINE_AS ("m", "regions='calf' equipment='chair'", "30"),
    ROUTINE_AS ("s", "regions='calf'", "20"), "calf", "m" },
  { "nothing there", ROUTINE_AS ("m", "regions='calf'", "30"), ROUTINE_AS ("s", "", "20"), "neck",
    NULL },
};

static void
test_start (Fixture *f, gconstpointer data)
{
  const Start *start = data;
  g_autofree char *massage
      = g_strconcat ("<routines technique='massage'>", start->massage, "</routines>", NULL);
  g_autofree char *stretch
      = g_strconcat ("<routines technique='stretch'>", start->stretch, "</routines>", NULL);
  const UkRoutine *routine;

  write_file (f, "a.xml", massage);
  write_file (f, "b.xml", stretch);
  load (f, UK_CATALOGUE_SHIPPED);
  routine = uk_catalogue_get_recommended (f->catalogue, start->region);
  g_assert_cmpstr (routine == NULL ? NULL : routine->id, ==, start->expected);
}

static void
test_questions (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) neck = NULL;
  g_autoptr (GPtrArray) anywhere = NULL;
  g_autoptr (GPtrArray) soon = NULL;

  load (f, UK_CATALOGUE_SHIPPED);
  neck = uk_catalogue_list_questions (f->catalogue, "neck", UK_URGENCY_NOW);
  assert_ids (neck, "N2 N1");
  anywhere = uk_catalogue_list_questions (f->catalogue, NULL, UK_URGENCY_NOW);
  assert_ids (anywhere, "N1");
  soon = uk_catalogue_list_questions (f->catalogue, "neck", UK_URGENCY_SOON);
  assert_ids (soon, "");
}

static void
test_rulings (Fixture *f, gconstpointer data)
{
  static const char *const nothing[] = { NULL };
  static const char *const old[] = { "old", NULL };
  static const char *const both[] = { "ill", "old", "unheard-of", NULL };
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  const UkRoutine *walk, *jump, *press;

  write_file (f, "a.xml",
              "<routines technique='aerobic'>" ROUTINE_AS ("walk", "", "9")
                  ROUTINE_AS ("jump", "part='jumps'", "9") "</routines>");
  write_file (
      f, "b.xml",
      "<routines technique='massage'><routine id='press' evidence='tradition'><title>T</title>"
      "<summary>S</summary><step seconds='9' pose='p'><do>D</do></step>"
      "<care condition='frail'>Feather-light</care></routine></routines>");
  load (f, UK_CATALOGUE_SHIPPED);
  walk = uk_catalogue_get_routine (f->catalogue, "walk");
  jump = uk_catalogue_get_routine (f->catalogue, "jump");
  press = uk_catalogue_get_routine (f->catalogue, "press");

  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, jump, NULL, nothing, notes), ==,
                   UK_RULING_OPEN);
  g_assert_cmpuint (notes->len, ==, 0);
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, walk, NULL, old, NULL), ==,
                   UK_RULING_CARE);
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, jump, NULL, old, NULL), ==,
                   UK_RULING_NEVER);
  /* An implied condition counts where the routine notes it, with the routine's own words. */
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, press, NULL, old, notes), ==,
                   UK_RULING_CARE);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (notes, 0), ==, "Feather-light");
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, press, NULL, both, notes), ==,
                   UK_RULING_ASK);
  g_assert_cmpuint (notes->len, ==, 2);
  /* What holds for a region adds to what holds everywhere. */
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, press, "neck", both, NULL), ==,
                   UK_RULING_NEVER);
  g_assert_cmpint (uk_catalogue_get_ruling (f->catalogue, press, "calf", both, NULL), ==,
                   UK_RULING_ASK);
}

#define ADD(name, func) g_test_add ("/catalogue/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  ADD ("a bad file is skipped", test_bad_file_is_skipped);
  ADD ("unknown references", test_unknown_references);
  ADD ("unknown condition", test_unknown_condition);
  ADD ("reference of a region", test_reference_of_a_region);
  ADD ("never", test_never);
  ADD ("verdict", test_verdict);
  ADD ("custom files", test_custom);
  ADD ("no folder", test_no_folder);
  ADD ("page order", test_page_order);
  ADD ("questions", test_questions);
  ADD ("rulings", test_rulings);
  for (i = 0; i < G_N_ELEMENTS (starts); i++) {
    g_autofree char *path = g_strconcat ("/catalogue/start/", starts[i].name, NULL);

    g_test_add (path, Fixture, &starts[i], set_up, test_start, tear_down);
  }
  return g_test_run ();
}
