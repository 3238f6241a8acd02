/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-quick.h"

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"

typedef struct {
  const UkRegion *region; /* of the catalogue, NULL: none yet */
  UkSide side;
  int value; /* the last rating, -1 for none */
  gint64 at;
} Place;

/* The sorer one, and of two alike the one that was thought of last. */
static gboolean
is_before (const Place *place, const Place *best)
{
  if (best->region == NULL)
    return TRUE;
  return place->value != best->value ? place->value > best->value : place->at > best->at;
}

static void
consider_knot (UkCatalogue *catalogue, UkStore *store, const UkKnot *knot, Place *best)
{
  g_autoptr (UkRating) rating = NULL;
  Place place = { uk_catalogue_get_region (catalogue, knot->region), knot->side, -1, knot->opened };

  if (knot->closed != 0 || place.region == NULL)
    return;
  rating = uk_store_find_last_rating (store, knot->id, NULL);
  if (rating != NULL) {
    place.value = rating->value;
    place.at = rating->at;
  }
  if (is_before (&place, best))
    *best = place;
}

static void
find_newest_run (UkCatalogue *catalogue, UkStore *store, Place *best)
{
  g_autoptr (GPtrArray) runs = uk_store_list_newest_runs (store, NULL, UK_SIDE_NONE, 1, NULL);
  const UkRunRecord *run = runs != NULL && runs->len > 0 ? g_ptr_array_index (runs, 0) : NULL;

  if (run == NULL || run->region == NULL)
    return;
  best->region = uk_catalogue_get_region (catalogue, run->region);
  best->side = run->side;
}

/**
 * uk_quick_find_place:
 * @catalogue: where places are known
 * @store: where knots and runs are
 * @region: (out): the place
 * @side: (out): its side
 *
 * For somebody who has a minute: the sorest open knot, or without one where the newest run was.
 *
 * Returns: %FALSE if there is nothing yet
 */
gboolean
uk_quick_find_place (UkCatalogue *catalogue,
                     UkStore *store,
                     const UkRegion **region,
                     UkSide *side)
{
  g_autoptr (GPtrArray) knots = NULL;
  Place best = { 0 };
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && UK_IS_STORE (store), FALSE);
  g_return_val_if_fail (region != NULL && side != NULL, FALSE);

  knots = uk_store_list_knots (store, NULL);
  for (i = 0; knots != NULL && i < knots->len; i++)
    consider_knot (catalogue, store, g_ptr_array_index (knots, i), &best);
  if (best.region == NULL)
    find_newest_run (catalogue, store, &best);
  *region = best.region;
  *side = best.side;
  return best.region != NULL;
}
