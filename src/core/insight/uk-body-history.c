/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-body-history.h"

#include <math.h>

#define DAY_SECONDS (24 * 60 * 60)

/* After so many days a number says nothing any more. */
#define CARRY_DAYS 14

/* No number. */
#define NONE (-1)

typedef struct {
  char *region; /* owned */
  UkSide side;
  int values[UK_BODY_DAYS + 1];
} Place;

struct _UkBodyHistory {
  GArray *places; /* owned list of Place */
  UkDay first;
};

static void
clear_place (gpointer data)
{
  g_free (((Place *)data)->region);
}

/**
 * uk_body_history_new:
 * @today: the last day of it
 *
 * Returns: (transfer full): one in which nothing is sore
 */
UkBodyHistory *
uk_body_history_new (UkDay today)
{
  UkBodyHistory *self = g_new0 (UkBodyHistory, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->first = today - UK_BODY_DAYS;
  return self;
}

void
uk_body_history_free (UkBodyHistory *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self);
}

static Place *
find_place (UkBodyHistory *self, const char *region, UkSide side)
{
  guint i;

  for (i = 0; i < self->places->len; i++) {
    Place *place = &g_array_index (self->places, Place, i);

    if (place->side == side && g_str_equal (place->region, region))
      return place;
  }
  return NULL;
}

static Place *
add_place (UkBodyHistory *self, const char *region, UkSide side)
{
  Place place = { .region = g_strdup (region), .side = side };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (place.values); i++)
    place.values[i] = NONE;
  g_array_append_val (self->places, place);
  return &g_array_index (self->places, Place, self->places->len - 1);
}

/**
 * uk_body_history_add:
 * @knot: a knot
 * @samples: (element-type UkSample): its ratings, the oldest first
 * @zone: the local zone
 *
 * Adds a knot: each day has its last number that was not given right after a run, or that of up to
 * two weeks before; where several knots share a place, the sorest counts.
 */
void
uk_body_history_add (UkBodyHistory *self,
                     const UkKnot *knot,
                     const GArray *samples,
                     GTimeZone *zone)
{
  Place *place;
  UkDay closed, given = UK_DAY_NONE;
  int value = NONE;
  guint next = 0;
  int i;

  g_return_if_fail (self != NULL && knot != NULL && samples != NULL && zone != NULL);

  place = find_place (self, knot->region, knot->side);
  if (place == NULL)
    place = add_place (self, knot->region, knot->side);
  closed = knot->closed != 0 ? uk_day_at (zone, knot->closed, NULL) : G_MAXINT32;
  for (i = 0; i <= UK_BODY_DAYS; i++) {
    for (; next < samples->len; next++) {
      const UkSample *sample = &g_array_index (samples, UkSample, next);
      const UkDay day = uk_day_at (zone, sample->at, NULL);

      if (day > self->first + i)
        break;
      if (sample->moment == UK_MOMENT_AFTER)
        continue;
      value = sample->value;
      given = day;
    }
    if (value != NONE && self->first + i < closed && self->first + i - given <= CARRY_DAYS)
      place->values[i] = MAX (place->values[i], value);
  }
}

/**
 * uk_body_history_load:
 * @store: where the ratings are
 * @now: Unix seconds
 * @zone: the local zone
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the last days; %NULL with an error
 */
UkBodyHistory *
uk_body_history_load (UkStore *store, gint64 now, GTimeZone *zone, GError **error)
{
  g_autoptr (UkBodyHistory) self = NULL;
  g_autoptr (GPtrArray) knots = NULL;
  const gint64 from = now - (gint64)(UK_BODY_DAYS + CARRY_DAYS + 1) * DAY_SECONDS;
  guint i;

  g_return_val_if_fail (UK_IS_STORE (store) && zone != NULL, NULL);

  knots = uk_store_list_knots (store, error);
  if (knots == NULL)
    return NULL;
  self = uk_body_history_new (uk_day_at (zone, now, NULL));
  for (i = 0; i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);
    g_autoptr (GArray) samples = uk_store_list_samples (store, knot->id, from, FALSE, error);

    if (samples == NULL)
      return NULL;
    uk_body_history_add (self, knot, samples, zone);
  }
  return g_steal_pointer (&self);
}

/**
 * uk_body_history_get:
 * @region: region id
 * @side: its side
 * @day: 0 for the first day to %UK_BODY_DAYS for today; in between, it goes over evenly
 *
 * Returns: 0 to 10; below zero if nothing is known
 */
double
uk_body_history_get (UkBodyHistory *self, const char *region, UkSide side, double day)
{
  const Place *place;
  int before, after;

  g_return_val_if_fail (self != NULL && region != NULL, NONE);

  place = find_place (self, region, side);
  if (place == NULL)
    return NONE;
  day = CLAMP (day, 0, UK_BODY_DAYS);
  before = place->values[(int)floor (day)];
  after = place->values[(int)ceil (day)];
  if (before == NONE || after == NONE)
    return day - floor (day) < 0.5 ? before : after;
  return before + (after - before) * (day - floor (day));
}

/* Mean over a week that ends with place @last; NONE if nothing is known. */
static double
get_mean (const Place *place, int last)
{
  int sum = 0, n = 0, i;

  for (i = last - 6; i <= last; i++) {
    if (place->values[i] == NONE)
      continue;
    sum += place->values[i];
    n++;
  }
  return n > 0 ? (double)sum / n : NONE;
}

/**
 * uk_body_history_get_change:
 * @region: region id
 * @side: its side
 * @change: (out): the mean of the last week less that of the week before; below zero is easier
 *
 * Returns: whether there are numbers of both weeks
 */
gboolean
uk_body_history_get_change (UkBodyHistory *self, const char *region, UkSide side, double *change)
{
  const Place *place;
  double before, last;

  g_return_val_if_fail (self != NULL && region != NULL && change != NULL, FALSE);

  place = find_place (self, region, side);
  if (place == NULL)
    return FALSE;
  before = get_mean (place, UK_BODY_DAYS - 7);
  last = get_mean (place, UK_BODY_DAYS);
  *change = last - before;
  return before >= 0 && last >= 0;
}

/**
 * uk_body_history_get_day:
 * @day: 0 for the first day to %UK_BODY_DAYS for today
 *
 * Returns: the nearest day
 */
UkDay
uk_body_history_get_day (UkBodyHistory *self, double day)
{
  g_return_val_if_fail (self != NULL, UK_DAY_NONE);

  return self->first + (UkDay)floor (CLAMP (day, 0, UK_BODY_DAYS) + 0.5);
}
