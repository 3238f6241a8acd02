/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-compose.h"
#include "core/compose/uk-fit.h"
#include "core/compose/uk-stage.h"
#include "support/uk-shipped.h"

static const char *const no_ball[] = { "ball", NULL };
static const char *const no_tools[] = { "ball", "roller", "cane", "massager", "helper", NULL };

static const struct {
  const char *region;
  guint minutes;
  UkFilter filter;
  const char *stages; /* which there are */
} cases[] = {
  { "upper-trapezius", 1, { 0 }, "p" },
  { "upper-trapezius", 3, { 0 }, "ps" },
  { "upper-trapezius", 10, { 0 }, "wpsm" },
  { "upper-trapezius", 10, { .lacking = no_tools }, "wpsm" },
  { "upper-trapezius", 10, { .situation = UK_SITUATION_DESK }, "wpsm" },
  { "upper-trapezius", 10, { .effort = UK_EFFORT_GENTLE }, NULL },
  { "calf", 10, { 0 }, "wpsm" },
  { "calf", 10, { .lacking = no_ball }, "wpsm" },
  { "temples", 3, { 0 }, NULL },
  { "front-side-neck", 3, { 0 }, NULL },
};

static char *
list_stages (const UkRoutine *composed)
{
  static const char letters[] = "wpsm";
  g_autoptr (GString) text = g_string_new (NULL);
  UkStage from = UK_STAGE_WARM;
  guint i;

  for (i = 0; i < composed->n_parts; i++) {
    while (from < UK_STAGE_MOVE && !uk_stage_has (from, composed->parts[i].routine))
      from++;
    g_string_append_c (text, letters[from]);
    from++;
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_stages (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkRoutine *composed = uk_catalogue_compose (catalogue, cases[i].region, cases[i].minutes,
                                                      &cases[i].filter, NULL, NULL);
    g_autofree char *stages = NULL;

    g_assert_nonnull (composed);
    stages = list_stages (composed);
    g_test_message ("%s %u: %s, %s", cases[i].region, cases[i].minutes, composed->id, composed->summary);
    if (cases[i].stages != NULL)
      g_assert_cmpstr (stages, ==, cases[i].stages);
  }
}

/* Every place, every time: within the time, each part within its dose, nothing twice, nothing that
 * the filter forbids, the same again, found by its recipe. */
static void
test_everywhere (void)
{
  static const guint times[] = { 1, 2, 3, 5, 10, 20, 60 };
  const UkFilter filter = { .lacking = no_ball };
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i, j, k, l;

  for (i = 0; i < regions->len; i++) {
    const char *region = ((const UkRegion *)g_ptr_array_index (regions, i))->id;

    for (j = 0; j < G_N_ELEMENTS (times); j++) {
      const UkRoutine *composed
          = uk_catalogue_compose (catalogue, region, times[j], &filter, NULL, NULL);

      g_test_message ("%s %u", region, times[j]);
      if (composed == NULL) {
        g_assert_cmpuint (times[j], ==, 1);
        continue;
      }
      g_assert_cmpuint (uk_routine_get_seconds (composed, FALSE), <=,
                        times[j] * 60 + UK_FIT_SLACK_SECONDS);
      g_assert_true (uk_catalogue_compose (catalogue, region, times[j], &filter, NULL, NULL)
                     == composed);
      g_assert_true (uk_catalogue_get_routine (catalogue, composed->id) == composed);
      for (k = 0; k < composed->n_parts; k++) {
        const UkRoutine *part = composed->parts[k].routine;
        const UkRoutine *written = uk_catalogue_get_routine (catalogue, part->id);

        g_assert_true (uk_filter_accepts (&filter, part));
        g_assert_cmpuint (uk_routine_get_seconds (part, FALSE), >=, uk_fit_get_shortest (written));
        g_assert_cmpuint (uk_routine_get_seconds (part, FALSE), <=, uk_fit_get_longest (written));
        for (l = 0; l < k; l++)
          g_assert_cmpstr (part->id, !=, composed->parts[l].routine->id);
      }
    }
  }
}

static gboolean
allow_no_massage (const UkRoutine *routine, const char *region, gpointer user_data)
{
  g_assert_cmpstr (region, ==, "calf");
  return routine->technique != UK_TECHNIQUE_MASSAGE;
}

static gboolean
allow_nothing (const UkRoutine *routine, const char *region, gpointer user_data)
{
  return FALSE;
}

static void
test_allowed (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  const UkRoutine *composed
      = uk_catalogue_compose (catalogue, "calf", 10, NULL, allow_no_massage, NULL);
  guint i;

  for (i = 0; i < composed->n_parts; i++)
    g_assert_cmpint (composed->parts[i].routine->technique, !=, UK_TECHNIQUE_MASSAGE);
  g_assert_null (uk_catalogue_compose (catalogue, "calf", 10, NULL, allow_nothing, NULL));
  g_assert_null (uk_catalogue_compose (catalogue, "nowhere", 10, NULL, NULL, NULL));
}

static void
test_explains (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  const UkRoutine *composed
      = uk_catalogue_compose (catalogue, "upper-trapezius", 10, NULL, NULL, NULL);
  guint i;

  g_assert_true (g_str_has_prefix (composed->summary, "Warm up: "));
  g_assert_nonnull (strstr (composed->summary, " · Press: "));
  g_assert_null (strchr (composed->summary, '\n'));
  for (i = 0; i < composed->n_parts; i++)
    g_assert_nonnull (strstr (composed->summary, composed->parts[i].routine->title));
}

static void
test_swap (void)
{
  const UkFilter none = { 0 }, tools = { .lacking = no_tools };
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  const UkRoutine *ball = uk_catalogue_get_routine (catalogue, "rhomboids-ball-wall");
  const UkRoutine *swap;

  g_assert_true (uk_catalogue_find_swap (catalogue, ball, &none, NULL, NULL) == ball);
  swap = uk_catalogue_find_swap (catalogue, ball, &tools, NULL, NULL);
  g_assert_cmpstr (swap->id, ==, "rhomboids-hand");
  g_assert_null (uk_catalogue_find_swap (catalogue, ball, &tools, allow_nothing, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/stages", test_stages);
  g_test_add_func ("/compose/everywhere", test_everywhere);
  g_test_add_func ("/compose/allowed", test_allowed);
  g_test_add_func ("/compose/explains", test_explains);
  g_test_add_func ("/compose/swap", test_swap);
  return g_test_run ();
}
