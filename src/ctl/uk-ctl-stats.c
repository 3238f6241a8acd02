/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "core/chart/uk-chart.h"
#include "ctl/uk-ctl.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

typedef enum {
  COUNT_REGIONS,
  COUNT_ROUTINES,
  COUNT_HANDS_ON,
  COUNT_OTHER,
  COUNT_STEPS,
  COUNT_MUSCLES,
  COUNT_LAYERS,
  COUNT_ACHES,
  COUNT_QUESTIONS,
  COUNT_CONDITIONS,
  COUNT_STOP_SIGNS,
  COUNT_PRESS_AREAS,
  COUNT_NO_PRESS_ZONES,
  COUNT_PLANS,
  COUNT_SEQUENCES,
  COUNT_TIPS,
  COUNT_FACTS,
  COUNT_SOURCES,
  N_COUNTS,
} Count;

static const struct {
  const char *key; /* in JSON */
  const char *name;
} names[N_COUNTS] = {
  [COUNT_REGIONS] = { "regions", N_ ("Regions") },
  [COUNT_ROUTINES] = { "routines", N_ ("Routines") },
  [COUNT_HANDS_ON] = { "hands-on-routines", N_ ("Routines that press") },
  [COUNT_OTHER] = { "other-routines", N_ ("Other routines") },
  [COUNT_STEPS] = { "steps", N_ ("Steps") },
  [COUNT_MUSCLES] = { "muscles", N_ ("Different muscles") },
  [COUNT_LAYERS] = { "layers", N_ ("Muscles in the layers of all regions") },
  [COUNT_ACHES] = { "aches", N_ ("Places where it hurts") },
  [COUNT_QUESTIONS] = { "safety-questions", N_ ("Safety questions") },
  [COUNT_CONDITIONS] = { "conditions", N_ ("Conditions") },
  [COUNT_STOP_SIGNS] = { "stop-signs", N_ ("Signs to stop") },
  [COUNT_PRESS_AREAS] = { "press-areas", N_ ("Press areas") },
  [COUNT_NO_PRESS_ZONES] = { "no-press-zones", N_ ("Zones that must not be pressed") },
  [COUNT_PLANS] = { "plans", N_ ("Plans") },
  [COUNT_SEQUENCES] = { "sequences", N_ ("Ready-made sequences") },
  [COUNT_TIPS] = { "tips", N_ ("Tips") },
  [COUNT_FACTS] = { "facts", N_ ("Facts") },
  [COUNT_SOURCES] = { "sources", N_ ("Sources") },
};

/* Massage, ball, roller and cane press; the rest moves, warms or cools. */
static gboolean
is_hands_on (const UkRoutine *routine)
{
  return routine->technique == UK_TECHNIQUE_MASSAGE || routine->technique == UK_TECHNIQUE_BALL
         || routine->technique == UK_TECHNIQUE_ROLLER || routine->technique == UK_TECHNIQUE_CANE;
}

static void
count_routines (UkCatalogue *catalogue, guint *counts)
{
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  counts[COUNT_ROUTINES] = routines->len;
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    counts[is_hands_on (routine) ? COUNT_HANDS_ON : COUNT_OTHER]++;
    counts[COUNT_STEPS] += routine->n_steps;
  }
}

static void
count_regions (UkCatalogue *catalogue, guint *counts)
{
  g_autoptr (GHashTable) muscles = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i, j;

  counts[COUNT_REGIONS] = regions->len;
  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    for (j = 0; j < region->n_layers; j++)
      g_hash_table_add (muscles, (gpointer)region->layers[j].latin);
    counts[COUNT_LAYERS] += region->n_layers;
  }
  counts[COUNT_MUSCLES] = g_hash_table_size (muscles);
}

static void
add_names (const UkChart *chart, UkShapeKind kind, GHashTable *found)
{
  const UkChartShape *shapes;
  guint n, i;

  shapes = uk_chart_get_shapes (chart, kind, &n);
  for (i = 0; i < n; i++)
    g_hash_table_add (found, g_strdup (shapes[i].name));
}

/* Both sides and both views of a zone are one. */
static void
count_shapes (guint *counts, GPtrArray *problems)
{
  static const UkView views[] = { UK_VIEW_FRONT, UK_VIEW_BACK };
  g_autoptr (GHashTable) press = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) no_press = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (views); i++) {
    GError *error = NULL;
    g_autoptr (UkChart) chart = uk_chart_new_from_resource (views[i], UK_BODY_FEMALE, &error);

    if (chart == NULL) {
      g_ptr_array_add (problems, error);
      return;
    }
    add_names (chart, UK_SHAPE_PRESS, press);
    add_names (chart, UK_SHAPE_NO_PRESS, no_press);
  }
  counts[COUNT_PRESS_AREAS] = g_hash_table_size (press);
  counts[COUNT_NO_PRESS_ZONES] = g_hash_table_size (no_press);
}

static guint
count_listed (GPtrArray *conditions)
{
  guint i, n = 0;

  for (i = 0; i < conditions->len; i++)
    n += ((const UkCondition *)g_ptr_array_index (conditions, i))->listed;
  return n;
}

static void
count_all (UkCatalogue *catalogue, guint *counts, GPtrArray *problems)
{
  count_regions (catalogue, counts);
  count_routines (catalogue, counts);
  count_shapes (counts, problems);
  counts[COUNT_ACHES] = uk_catalogue_get_aches (catalogue)->len;
  counts[COUNT_QUESTIONS] = uk_catalogue_get_questions (catalogue)->len;
  counts[COUNT_CONDITIONS] = count_listed (uk_catalogue_get_conditions (catalogue));
  counts[COUNT_STOP_SIGNS] = uk_catalogue_get_stop_signs (catalogue)->len;
  counts[COUNT_PLANS] = uk_catalogue_get_programmes (catalogue)->len;
  counts[COUNT_SEQUENCES] = uk_catalogue_get_sequences (catalogue)->len;
  counts[COUNT_TIPS] = uk_catalogue_get_tips (catalogue)->len;
  counts[COUNT_FACTS] = uk_catalogue_get_facts (catalogue)->len;
  counts[COUNT_SOURCES] = uk_catalogue_get_sources (catalogue)->len;
}

static void
print_json (const guint *counts)
{
  guint i;

  g_print ("{");
  for (i = 0; i < N_COUNTS; i++)
    g_print ("%s\n  \"%s\": %u", i == 0 ? "" : ",", names[i].key, counts[i]);
  g_print ("\n}\n");
}

static void
print_table (const guint *counts)
{
  guint i;

  for (i = 0; i < N_COUNTS; i++)
    g_print ("%6u  %s\n", counts[i], _ (names[i].name));
}

/**
 * uk_ctl_stats:
 * @argc: number of words
 * @argv: "stats" and perhaps "--json"
 *
 * Counts what the content files of the program hold.
 *
 * Returns: the exit status
 */
int
uk_ctl_stats (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (GFile) shipped = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  gboolean json = argc == 2 && g_str_equal (argv[1], "--json");
  guint counts[N_COUNTS] = { 0 };
  guint i;

  if (argc > 2 || (argc == 2 && !json)) {
    g_printerr ("%s\n", _ ("Usage: unknotctl stats [--json]"));
    return UK_CTL_USAGE;
  }
  g_resources_register (uk_data_get_resource ());
  uk_catalogue_load (catalogue, shipped, UK_CATALOGUE_SHIPPED, problems);
  count_all (catalogue, counts, problems);
  for (i = 0; i < problems->len; i++)
    g_printerr ("%s\n", ((GError *)g_ptr_array_index (problems, i))->message);
  if (json)
    print_json (counts);
  else
    print_table (counts);
  return problems->len == 0 ? UK_CTL_OK : UK_CTL_FAILED;
}
