/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-quick.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

/* A knot or a run, and the last rating of the knot; -1: none. */
typedef struct {
  const char *region;
  UkSide side;
  gboolean run;
  gboolean closed;
  int rating;
} Thing;

typedef struct {
  const char *name;
  Thing things[4];
  const char *region; /* NULL: nothing */
  UkSide side;
} Case;

static const Case cases[] = {
  { "nothing", { { 0 } }, NULL, UK_SIDE_NONE },
  { "one knot", { { "calf", UK_SIDE_RIGHT, FALSE, FALSE, -1 } }, "calf", UK_SIDE_RIGHT },
  { "the sorest",
    { { "calf", UK_SIDE_RIGHT, FALSE, FALSE, 3 },
      { "jaw", UK_SIDE_LEFT, FALSE, FALSE, 6 },
      { "hamstrings", UK_SIDE_LEFT, FALSE, FALSE, 5 } },
    "jaw",
    UK_SIDE_LEFT },
  { "the later of two alike",
    { { "jaw", UK_SIDE_LEFT, FALSE, FALSE, 6 }, { "calf", UK_SIDE_RIGHT, FALSE, FALSE, 6 } },
    "calf",
    UK_SIDE_RIGHT },
  { "not what is gone",
    { { "jaw", UK_SIDE_LEFT, FALSE, TRUE, 9 }, { "calf", UK_SIDE_RIGHT, FALSE, FALSE, 2 } },
    "calf",
    UK_SIDE_RIGHT },
  { "the newest run without a knot",
    { { "jaw", UK_SIDE_LEFT, FALSE, TRUE, 9 },
      { "calf", UK_SIDE_LEFT, TRUE, FALSE, -1 },
      { "hamstrings", UK_SIDE_RIGHT, TRUE, FALSE, -1 } },
    "hamstrings",
    UK_SIDE_RIGHT },
  { "a place that is no more", { { "elsewhere", UK_SIDE_LEFT, FALSE, FALSE, 9 } }, NULL, 0 },
};

static void
put (UkStore *store, const Thing *thing, gint64 at)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, at);
  const UkKnot knot = { .id = id,
                        .region = (char *)thing->region,
                        .side = thing->side,
                        .opened = at,
                        .closed = thing->closed ? at + 1 : 0 };
  const UkRating rating = { .knot = id, .at = at, .value = thing->rating, .moment = UK_MOMENT_LOG };
  const UkRunRecord run = { .id = id,
                            .routine = (char *)"r",
                            .region = (char *)thing->region,
                            .side = thing->side,
                            .started = at,
                            .ended = at + 60 };

  if (thing->run) {
    g_assert_true (uk_store_save_run (store, &run, NULL));
    return;
  }
  g_assert_true (uk_store_save_knot (store, &knot, NULL));
  if (thing->rating >= 0)
    g_assert_cmpint (uk_store_add_rating (store, &rating, NULL), !=, 0);
}

static void
test_place (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autofree char *folder = uk_test_make_folder ();
  UkStore *store = uk_store_open (folder, now, NULL, NULL);
  const UkRegion *region = NULL;
  UkSide side = UK_SIDE_NONE;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (c->things) && c->things[i].region != NULL; i++)
    put (store, &c->things[i], 1000 + i * 100);
  g_assert_cmpint (uk_quick_find_place (catalogue, store, &region, &side), ==, c->region != NULL);
  if (c->region != NULL) {
    g_assert_cmpstr (region->id, ==, c->region);
    g_assert_cmpint (side, ==, c->side);
  }
  g_assert_finalize_object (store);
  uk_test_remove_folder (folder);
}

/* There is something short for every place. */
static void
test_minute (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);
    const UkRoutine *routine
        = uk_catalogue_compose (catalogue, region->id, UK_QUICK_MINUTES, NULL, NULL, NULL);

    g_assert_nonnull (routine);
    g_assert_cmpuint (uk_routine_get_seconds (routine, FALSE), <=, 80);
    g_test_message ("%s: %s, %u s", region->id, routine->id,
                    uk_routine_get_seconds (routine, FALSE));
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/quick/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_place);
  }
  g_test_add_func ("/quick/minute", test_minute);
  return g_test_run ();
}
