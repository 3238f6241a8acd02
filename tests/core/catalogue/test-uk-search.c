/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-search.h"
#include "unknot-data.h"

typedef struct {
  const char *query;
  UkHitKind kind; /* the first of this kind is looked at */
  const char *id; /* NULL: nothing of this kind is found */
} Case;

static const Case cases[] = {
  { "stiff neck", UK_HIT_REGION, "levator-scapulae" },
  { "stiff neck", UK_HIT_ACHE, "stiff-neck-cannot-turn" },
  { "shoulder blade", UK_HIT_REGION, "infraspinatus" },
  { "between blade", UK_HIT_REGION, "rhomboids" },
  { "trapezius", UK_HIT_REGION, "upper-trapezius" },
  { "rhomboid", UK_HIT_REGION, "rhomboids" },
  { "romboid", UK_HIT_REGION, "rhomboids" },
  { "rhomobid", UK_HIT_REGION, "rhomboids" },
  { "rhombboid", UK_HIT_REGION, "rhomboids" },
  { "low back", UK_HIT_REGION, "lumbar-erectors" },
  { "lower back", UK_HIT_REGION, "lumbar-erectors" },
  { "LOW  Back ", UK_HIT_REGION, "lumbar-erectors" },
  { "tráp", UK_HIT_REGION, "upper-trapezius" },
  { "jaw", UK_HIT_REGION, "jaw" },
  { "clenching", UK_HIT_REGION, "jaw" },
  { "pain in my calf", UK_HIT_REGION, "calf" },
  { "knee pain", UK_HIT_ACHE, "inner-knee" },
  { "hurts", UK_HIT_REGION, "latissimus-teres" },
  { "it band", UK_HIT_REGION, "outer-thigh" },
  { "mouse arm", UK_HIT_REGION, "forearm-extensors" },
  { "soleus", UK_HIT_REGION, "calf" },
  { "psoas", UK_HIT_REGION, "hip-flexors" },
  { "behind the eye", UK_HIT_ACHE, "behind-the-eye" },
  { "shoulder pinch", UK_HIT_ROUTINE, "upper-trapezius-hand" },
  { "pain between shoulder blades", UK_HIT_REGION, "rhomboids" },
  { "mouse arm", UK_HIT_SEQUENCE, "mouse-arm" },
  { "Stiff neck", UK_HIT_SEQUENCE, "stiff-neck" },
  { "tensoin", UK_HIT_SEQUENCE, "head-tension" },
  { "legs", UK_HIT_SEQUENCE, "legs" },
  { "massager", UK_HIT_ROUTINE, "any-massager" },
  { "heat pad", UK_HIT_ROUTINE, "hc-heat-pad-15" },
  { "spaceship", UK_HIT_SEQUENCE, NULL },
  { "jww", UK_HIT_REGION, NULL },
  { "spaceship", UK_HIT_REGION, NULL },
  { "spaceship", UK_HIT_ROUTINE, NULL },
};

static UkCatalogue *catalogue;

static const char *
get_id (const UkHit *hit)
{
  if (hit->kind == UK_HIT_REGION)
    return hit->region->id;
  if (hit->kind == UK_HIT_ACHE)
    return hit->ache->id;
  return hit->kind == UK_HIT_ROUTINE ? hit->routine->id : hit->sequence->id;
}

static void
test_first (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) hits = uk_catalogue_search (catalogue, c->query);
  guint i;

  for (i = 0; i < hits->len; i++) {
    const UkHit *hit = &g_array_index (hits, UkHit, i);

    if (hit->kind == c->kind) {
      g_assert_cmpstr (get_id (hit), ==, c->id);
      return;
    }
  }
  g_assert_null (c->id);
}

static void
test_ranking (void)
{
  g_autoptr (GArray) hits = uk_catalogue_search (catalogue, "neck");
  guint i;

  g_assert_cmpuint (hits->len, >, 5);
  for (i = 1; i < hits->len; i++)
    g_assert_cmpfloat (g_array_index (hits, UkHit, i - 1).score, >=,
                       g_array_index (hits, UkHit, i).score);
}

static void
test_nothing (void)
{
  static const char *const queries[] = { "", "  ", "…", "!?" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (GArray) hits = uk_catalogue_search (catalogue, queries[i]);

    g_assert_cmpuint (hits->len, ==, 0);
  }
}

/* The names of a program that speaks another language are found in both. */
static const char *
translate (const char *text, gpointer user_data)
{
  if (g_str_equal (text, "Calf"))
    return "Wade";
  if (g_str_equal (text, "Shoulder pinch"))
    return "Schultergriff";
  return g_str_equal (text, "Mouse arm") ? "Mausarm" : text;
}

static void
test_both_languages (void)
{
  static const Case both[] = {
    { "wade", UK_HIT_REGION, "calf" },
    { "calf", UK_HIT_REGION, "calf" },
    { "pain in my calf", UK_HIT_REGION, "calf" },
    { "schultergriff", UK_HIT_ROUTINE, "upper-trapezius-hand" },
    { "shoulder pinch", UK_HIT_ROUTINE, "upper-trapezius-hand" },
    { "mausarm", UK_HIT_SEQUENCE, "mouse-arm" },
    { "mouse arm", UK_HIT_SEQUENCE, "mouse-arm" },
  };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  UkCatalogue *english = catalogue;
  guint i;

  catalogue = uk_catalogue_new_with_translator (translate, NULL, NULL);
  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  for (i = 0; i < G_N_ELEMENTS (both); i++)
    test_first (&both[i]);
  g_object_unref (catalogue);
  catalogue = english;
}

/* Words that were gathered beside find the same, and are left when the content changes meanwhile. */
static void
test_prepared (void)
{
  static const char text[] = "<routines technique='ball'><routine id='mine' evidence='tradition'>"
                             "<title>Zebra</title><summary>S.</summary><avoid>A.</avoid>"
                             "<step seconds='40' pose='p'><do>Go.</do></step></routine></routines>";
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UkCatalogue) own = uk_catalogue_new ();
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) zebras = NULL;

  uk_catalogue_load (own, folder, UK_CATALOGUE_SHIPPED, problems);
  uk_catalogue_prepare_search (own);
  hits = uk_catalogue_search (own, "jaw");
  g_assert_cmpuint (hits->len, >, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  uk_catalogue_set_custom_file (own, "mine.xml", bytes, problems);
  uk_catalogue_prepare_search (own);
  uk_catalogue_set_custom_file (own, "mine.xml", NULL, problems);
  zebras = uk_catalogue_search (own, "zebra");
  g_assert_cmpuint (zebras->len, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) folder = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  int result;
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  catalogue = uk_catalogue_new ();
  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/search/%s/%d", cases[i].query, cases[i].kind);

    g_test_add_data_func (path, &cases[i], test_first);
  }
  g_test_add_func ("/search/ranking", test_ranking);
  g_test_add_func ("/search/nothing typed", test_nothing);
  g_test_add_func ("/search/both languages", test_both_languages);
  g_test_add_func ("/search/prepared", test_prepared);
  result = g_test_run ();
  g_clear_object (&catalogue);
  return result;
}
