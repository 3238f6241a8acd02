/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content-check.h"
#include "core/catalogue/uk-content-words.h"
#include "core/catalogue/uk-equipment.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#include <string.h>

/* The content that the program carries in itself. */

#define N_REGIONS 35

static void
assert_no_problems (GPtrArray *problems)
{
  guint i;

  for (i = 0; i < problems->len; i++)
    g_test_message ("%s", ((const GError *)g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
}

static UkCatalogue *
load (GFile *folder, UkTranslateFunc translate, gpointer data)
{
  UkCatalogue *catalogue = translate == NULL
                               ? uk_catalogue_new ()
                               : uk_catalogue_new_with_translator (translate, data, NULL);
  g_autoptr (GPtrArray) problems = new_problems ();

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  assert_no_problems (problems);
  return catalogue;
}

static UkCatalogue *
load_resources (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);

  return load (folder, NULL, NULL);
}

static GFile *
get_source_folder (void)
{
  g_autofree char *path = uk_test_source_path ("data/content");

  return g_file_new_for_path (path);
}

static void
find_files (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    char *path = g_build_filename (folder, name, NULL);

    if (g_str_has_suffix (name, ".xml")) {
      g_ptr_array_add (paths, path);
      continue;
    }
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      find_files (path, paths);
    g_free (path);
  }
}

/* A file that was not listed in meson.build would be missing in the program. */
static void
test_complete (void)
{
  g_autoptr (GFile) folder = get_source_folder ();
  g_autoptr (UkCatalogue) carried = load_resources ();
  g_autoptr (UkCatalogue) found = load (folder, NULL, NULL);

  g_assert_cmpuint (uk_catalogue_get_regions (carried)->len, ==, N_REGIONS);
  g_assert_cmpuint (uk_catalogue_get_routines (carried)->len, ==,
                    uk_catalogue_get_routines (found)->len);
  g_assert_cmpuint (uk_catalogue_get_aches (carried)->len, ==, uk_catalogue_get_aches (found)->len);
  g_assert_cmpuint (uk_catalogue_get_sources (carried)->len, ==,
                    uk_catalogue_get_sources (found)->len);
}

/* A tip for every place, in turn, and sequences that can be done in full. */
static void
test_tips_and_sequences (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  GPtrArray *sequences = uk_catalogue_get_sequences (catalogue);
  const char *none[] = { NULL };
  guint i, j;

  for (i = 0; i < regions->len; i++) {
    const char *wanted[] = { ((const UkRegion *)g_ptr_array_index (regions, i))->id, NULL };
    const UkTip *tip = uk_catalogue_get_tip (catalogue, wanted, i);

    g_test_message ("%s", wanted[0]);
    g_assert_nonnull (tip);
    g_assert_true (g_strv_contains (tip->regions, wanted[0]));
    g_assert_true (uk_catalogue_get_tip (catalogue, wanted, 0)
                   != uk_catalogue_get_tip (catalogue, wanted, 1));
    /* However long the days are counted, there is one. */
    g_assert_nonnull (uk_catalogue_get_tip (catalogue, wanted, G_MAXUINT));
  }
  g_assert_null (uk_catalogue_get_tip (catalogue, none, 0));
  g_assert_cmpuint (uk_catalogue_get_tips (catalogue)->len, ==, 137);
  g_assert_cmpuint (sequences->len, ==, 8);
  for (i = 0; i < sequences->len; i++) {
    const UkSequence *sequence = g_ptr_array_index (sequences, i);

    g_assert_true (uk_catalogue_get_sequence (catalogue, sequence->id) == sequence);
    for (j = 0; sequence->routines[j] != NULL; j++)
      g_assert_nonnull (uk_catalogue_get_routine (catalogue, sequence->routines[j]));
    g_assert_cmpuint (j, >=, 2);
  }
  g_assert_null (uk_catalogue_get_sequence (catalogue, "none"));
}

static guint
count_kept (UkCatalogue *catalogue, const UkProgrammeItem *item)
{
  guint i;

  if (item->slot != UK_SLOT_ROUTINE)
    return 1;
  for (i = 0; item->routines[i] != NULL; i++)
    g_assert_nonnull (uk_catalogue_get_routine (catalogue, item->routines[i]));
  return i;
}

/* Nine plans, each whole: something on nearly every day, a question at the end, a place for each region. */
static void
test_plans (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  GPtrArray *programmes = uk_catalogue_get_programmes (catalogue);
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i, j, k;

  g_assert_cmpuint (programmes->len, ==, 9);
  for (i = 0; i < programmes->len; i++) {
    const UkProgramme *programme = g_ptr_array_index (programmes, i);

    g_test_message ("%s", programme->id);
    g_assert_true (uk_catalogue_get_programme (catalogue, programme->id) == programme);
    g_assert_nonnull (uk_catalogue_get_routine (catalogue, programme->picture));
    g_assert_true (programme->days[programme->n_days - 1].check);
    g_assert_cmpuint (programme->n_stops, >=, 2);
    for (j = 0; j < programme->n_days; j++) {
      g_assert_cmpuint (programme->days[j].n_items, >, 0);
      for (k = 0; k < programme->days[j].n_items; k++)
        g_assert_cmpuint (count_kept (catalogue, &programme->days[j].items[k]), >, 0);
    }
  }
  for (i = 0; i < regions->len; i++) {
    const UkFit *fit
        = uk_catalogue_get_fit (catalogue, ((const UkRegion *)g_ptr_array_index (regions, i))->id);

    g_assert_nonnull (fit);
    g_assert_true (g_strv_contains (
        uk_catalogue_get_programme (catalogue, fit->programme)->regions, fit->region));
    g_assert_nonnull (fit->routines[UK_SLOT_GENTLE][0]);
    g_assert_nonnull (fit->routines[UK_SLOT_MASSAGE][0]);
  }
  g_assert_null (uk_catalogue_get_programme (catalogue, "none"));
  g_assert_null (uk_catalogue_get_fit (catalogue, NULL));
}

static void
test_rules (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GFile) folder = get_source_folder ();

  find_files (g_file_peek_path (folder), paths);
  g_assert_cmpuint (paths->len, >, 5);
  g_ptr_array_add (paths, NULL);
  uk_content_check ((const char *const *)paths->pdata, folder, NULL, NULL, problems);
  assert_no_problems (problems);
}

/* Whoever clicks a place finds something to do there. */
static void
test_every_region_has_routines (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    g_test_message ("%s", region->id);
    g_assert_nonnull (uk_catalogue_get_recommended (catalogue, region->id));
    g_assert_nonnull (region->short_feel);
    g_assert_nonnull (region->care);
    g_assert_cmpuint (region->n_layers, >, 0);
    g_assert_nonnull (region->also[0]);
    g_assert_nonnull (region->felt_at[0]);
  }
}

static gboolean
is_felt_at (const UkRegion *region, const char *place)
{
  return g_str_equal (region->id, place) || g_strv_contains (region->felt_at, place);
}

/* Whoever looks from the ache to the muscle and from the muscle to the ache learns the same. */
static void
test_aches_both_ways (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  GPtrArray *aches = uk_catalogue_get_aches (catalogue), *regions = uk_catalogue_get_regions (catalogue);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i, k, j;

  g_assert_cmpuint (aches->len, ==, 64);
  for (i = 0; i < aches->len; i++) {
    const UkAche *ache = g_ptr_array_index (aches, i);

    for (k = 0; k < ache->n_sources; k++) {
      const UkRegion *source = uk_catalogue_get_region (catalogue, ache->sources[k].region);
      gboolean felt = FALSE;

      for (j = 0; ache->regions[j] != NULL; j++) {
        felt = felt || is_felt_at (source, ache->regions[j]);
        g_hash_table_add (told, g_strconcat (source->id, " ", ache->regions[j], NULL));
      }
      g_test_message ("%s from %s", ache->id, source->id);
      g_assert_true (felt);
    }
  }
  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    for (k = 0; region->felt_at[k] != NULL; k++) {
      g_autofree char *way = g_strconcat (region->id, " ", region->felt_at[k], NULL);

      g_test_message ("%s", way);
      g_assert_true (g_str_equal (region->id, region->felt_at[k]) || g_hash_table_contains (told, way));
    }
  }
}

/* Where something must never be done, people are told why. */
static void
test_every_refusal_has_a_reason (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i, j;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    for (j = 0; j < region->n_allows; j++) {
      if (region->allows[j].verdict == UK_VERDICT_NEVER
          || region->allows[j].verdict == UK_VERDICT_CARE) {
        g_test_message ("%s %s", region->id, uk_technique_to_id (region->allows[j].technique));
        g_assert_nonnull (region->allows[j].why);
      }
    }
  }
}

static void
test_safety (void)
{
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  guint urgency;

  for (urgency = 0; urgency < UK_N_URGENCIES; urgency++)
    g_assert_nonnull (uk_catalogue_get_outcome (catalogue, (UkUrgency)urgency));
  g_assert_cmpuint (uk_catalogue_get_questions (catalogue)->len, ==, 42);
  g_assert_cmpuint (uk_catalogue_get_taps (catalogue)->len, ==, 3);
  g_assert_cmpuint (uk_catalogue_get_stop_signs (catalogue)->len, ==, 10);
  g_assert_nonnull (uk_catalogue_get_notice (catalogue, "first-start"));
  g_assert_nonnull (uk_catalogue_get_notice (catalogue, "stop"));
  g_assert_true (uk_catalogue_get_condition (catalogue, "pregnancy")->common);
  g_assert_false (uk_catalogue_get_condition (catalogue, "nerve-spot")->listed);
}

/* What files may name has a name on the screen. */
static void
test_equipment (void)
{
  guint i;

  for (i = 0; uk_words_equipment[i] != NULL; i++) {
    g_test_message ("%s", uk_words_equipment[i]);
    g_assert_nonnull (uk_equipment_get_name (uk_words_equipment[i]));
  }
}

/* Jumps and contrast are what a pregnant person must not be offered. */
static void
test_parts (void)
{
  static const char *const pregnant[] = { "pregnancy", NULL };
  static const struct {
    const char *routine;
    UkRuling ruling;
  } cases[] = {
    { "ae-jumps-12", UK_RULING_NEVER },   { "ae-swim-20", UK_RULING_CARE },
    { "ae-walk-20", UK_RULING_CARE },     { "hc-contrast-pack-20", UK_RULING_NEVER },
    { "hc-heat-pad-15", UK_RULING_CARE },
  };
  g_autoptr (UkCatalogue) catalogue = load_resources ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkRoutine *routine = uk_catalogue_get_routine (catalogue, cases[i].routine);

    g_test_message ("%s", cases[i].routine);
    g_assert_nonnull (routine);
    g_assert_cmpint (uk_catalogue_get_ruling (catalogue, routine, NULL, pregnant, NULL), ==,
                     cases[i].ruling);
  }
}

static const char *
collect (const char *text, gpointer user_data)
{
  GHashTable *seen = user_data;

  g_hash_table_add (seen, g_strdup (text));
  return text;
}

/* The msgids of a POT file without line breaks, unescaped. */
static GHashTable *
read_msgids (const char *pot)
{
  GHashTable *msgids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (pot, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++) {
    gsize length = strlen (lines[i]);

    if (g_str_has_prefix (lines[i], "msgid \"") && length > strlen ("msgid \"\"")) {
      lines[i][length - 1] = '\0';
      g_hash_table_add (msgids, g_strcompress (lines[i] + strlen ("msgid \"")));
    }
  }
  return msgids;
}

static void
assert_subset (GHashTable *part, GHashTable *whole, const char *complaint)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    if (!g_hash_table_contains (whole, text))
      g_error ("%s: “%s”", complaint, (const char *)text);
  }
}

/* Translators get what the loader asks for, no more and no less. */
static void
test_extraction (void)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GFile) folder = get_source_folder ();
  g_autoptr (UkCatalogue) catalogue = load (folder, collect, asked);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) xgettext = NULL;
  g_autoptr (GHashTable) extracted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *its = uk_test_source_path ("data");
  g_autofree char *pot = NULL;
  guint i;

  g_ptr_array_add (argv, g_strdup ("xgettext"));
  g_ptr_array_add (argv, g_strdup ("--no-wrap"));
  g_ptr_array_add (argv, g_strdup ("--output=-"));
  find_files (g_file_peek_path (folder), argv);
  for (i = 3; i < argv->len;) {
    if (g_str_has_suffix (g_ptr_array_index (argv, i), "/sources.xml"))
      g_ptr_array_remove_index (argv, i);
    else
      i++;
  }
  g_ptr_array_add (argv, NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", its, TRUE);
  xgettext = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (xgettext, NULL, NULL, &pot, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (xgettext));

  extracted = read_msgids (pot);
  g_assert_cmpuint (g_hash_table_size (extracted), >, 1000);
  assert_subset (asked, extracted, "not offered to translators");
  assert_subset (extracted, asked, "translated for nothing");
}

/* What is claimed of each technique rests on something that can be looked up. */
static void
test_facts (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  UkTechnique technique;
  guint i;

  for (technique = 0; technique < UK_N_TECHNIQUES; technique++) {
    const UkFact *fact = uk_catalogue_get_technique_fact (catalogue, technique);

    g_assert_nonnull (fact);
    g_assert_nonnull (fact->sources[0]);
    for (i = 0; fact->sources[i] != NULL; i++)
      g_assert_nonnull (uk_catalogue_get_source (catalogue, fact->sources[i]));
  }
}

static void
test_links (void)
{
  static const struct {
    const char *where;
    const char *link;
  } cases[] = {
    { "Journal 34(11); PubMed 33105383", "https://pubmed.ncbi.nlm.nih.gov/33105383/" },
    { "Sports Medicine; doi 10.1007/s40279-019-01205-7", "https://doi.org/10.1007/s40279-019-01205-7" },
    { "Sports Medicine 52; PMC9474417", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9474417/" },
    { "leaflets of several clinics", NULL },
    { NULL, NULL },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    UkSource source = { .id = "S1", .title = "T", .where = cases[i].where };
    g_autofree char *link = uk_source_build_link (&source);

    g_assert_cmpstr (link, ==, cases[i].link);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add_func ("/content-shipped/complete", test_complete);
  g_test_add_func ("/content-shipped/rules", test_rules);
  g_test_add_func ("/content-shipped/tips-and-sequences", test_tips_and_sequences);
  g_test_add_func ("/content-shipped/plans", test_plans);
  g_test_add_func ("/content-shipped/aches both ways", test_aches_both_ways);
  g_test_add_func ("/content-shipped/every region has routines", test_every_region_has_routines);
  g_test_add_func ("/content-shipped/every refusal has a reason", test_every_refusal_has_a_reason);
  g_test_add_func ("/content-shipped/safety", test_safety);
  g_test_add_func ("/content-shipped/equipment", test_equipment);
  g_test_add_func ("/content-shipped/parts", test_parts);
  g_test_add_func ("/content-shipped/extraction", test_extraction);
  g_test_add_func ("/content-shipped/facts", test_facts);
  g_test_add_func ("/content-shipped/links", test_links);
  return g_test_run ();
}
