/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-simulated-history.h"

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-private.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"

#define DAY (24 * 60 * 60)
#define YEARS 10
#define N_HUGE 200000

/* The same each time: what is tested and looked at must not change by itself. */
typedef struct {
  UkStore *store;
  gint64 now;
  guint n_runs;
} Simulation;

typedef struct {
  int days_ago;
  int before;
  int after; /* -1: not rated */
  const char *routine;
} Run;

static const Run shoulder[] = {
  { 14, 7, 6, "upper-trapezius-hand" },
  { 13, 6, -1, "upper-trapezius-ball-wall" },
  { 12, 7, 5, "upper-trapezius-ball-wall" },
  { 11, 6, 5, "upper-trapezius-hand" },
  { 9, 6, 4, "upper-trapezius-ball-wall" },
  { 8, 5, 4, "st-upper-trap" },
  { 7, 5, 4, "upper-trapezius-hand" },
  { 6, 5, 3, "upper-trapezius-ball-wall" },
  { 5, 4, -1, "st-upper-trap" },
  { 4, 5, 4, "upper-trapezius-ball-wall" },
  { 3, 4, 3, "st-upper-trap" },
  { 2, 4, 3, "st-upper-trap" },
  { 1, 4, 3, "upper-trapezius-cane" },
  { 0, 4, 2, "upper-trapezius-ball-wall" },
};

static const Run back[] = {
  { 25, 5, 4, "yo-low-back-ease" },
  { 18, 5, 5, "yo-low-back-ease" },
  { 10, 4, 3, "yo-low-back-ease" },
  { 4, 3, 3, "yo-low-back-ease" },
};

static const Run worse[] = {
  { 20, 3, 3, "upper-trapezius-hand" },     { 16, 4, 4, "upper-trapezius-hand" },
  { 11, 4, 5, "upper-trapezius-hand" },     { 5, 5, 4, "upper-trapezius-ball-wall" },
  { 1, 5, 5, "upper-trapezius-ball-wall" },
};

static void
add_knot (Simulation *s, const char *id, const char *region, UkSide side, gint64 opened)
{
  const UkKnot knot
      = { .id = (char *)id, .region = (char *)region, .side = side, .opened = opened };

  g_assert_true (uk_store_save_knot (s->store, &knot, NULL));
}

static void
add_rating (Simulation *s, const char *knot, gint64 at, int value, const char *run, UkMoment moment)
{
  const UkRating rating
      = { .knot = (char *)knot, .at = at, .value = value, .run = (char *)run, .moment = moment };

  g_assert_cmpint (uk_store_add_rating (s->store, &rating, NULL), >, 0);
}

static void
add_run (Simulation *s,
         const char *knot,
         const char *region,
         UkSide side,
         const char *routine,
         gint64 started,
         int before,
         int after)
{
  g_autofree char *id = g_strdup_printf ("run-%06u", s->n_runs++);
  const UkRunRecord run = { .id = id,
                            .routine = (char *)routine,
                            .region = (char *)region,
                            .side = side,
                            .started = started,
                            .ended = started + 240,
                            .seconds_done = 230,
                            .legs_done = 4,
                            .completed = TRUE };

  g_assert_true (uk_store_save_run (s->store, &run, NULL));
  add_rating (s, knot, started, before, id, UK_MOMENT_BEFORE);
  if (after >= 0)
    add_rating (s, knot, started + 240, after, id, UK_MOMENT_AFTER);
}

static void
add_runs (
    Simulation *s, const char *knot, const char *region, UkSide side, const Run *runs, guint n)
{
  guint i;

  add_knot (s, knot, region, side, s->now - (gint64)runs[0].days_ago * DAY - 60);
  for (i = 0; i < n; i++)
    add_run (s, knot, region, side, runs[i].routine, s->now - (gint64)runs[i].days_ago * DAY - 600,
             runs[i].before, runs[i].after);
}

static void
add_long (Simulation *s)
{
  const int days = YEARS * 365;
  int i;

  add_knot (s, "long", "upper-trapezius", UK_SIDE_LEFT, s->now - (gint64)days * DAY);
  for (i = days; i >= 0; i--)
    add_rating (s, "long", s->now - (gint64)i * DAY - 60, 2 + 6 * i / days, NULL, UK_MOMENT_LOG);
}

static void
add_huge (Simulation *s)
{
  static const char *const knots[] = { "most", "some", "few" };
  static const char *const regions[] = { "upper-trapezius", "rhomboids", "calf" };
  const gint64 step = (gint64)YEARS * 365 * DAY / (N_HUGE / 2);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (knots); i++)
    add_knot (s, knots[i], regions[i], UK_SIDE_LEFT, s->now - (gint64)YEARS * 365 * DAY);
  for (i = 0; i < N_HUGE / 2; i++) {
    const guint k = i % 20 == 7 ? 2 : i % 20 < 3 ? 1 : 0;

    add_run (s, knots[k], regions[k], UK_SIDE_LEFT, shoulder[i % G_N_ELEMENTS (shoulder)].routine,
             s->now - step * (N_HUGE / 2 - i), (int)(3 + (i * 7) % 5), (int)(1 + (i * 5) % 6));
  }
}

static gboolean
work (UkStore *store, gpointer data, GError **error)
{
  const UkHistoryKind kind = *(const UkHistoryKind *)((gpointer *)data)[1];
  Simulation *s = ((gpointer *)data)[0];

  switch (kind) {
  case UK_HISTORY_ONE:
    add_knot (s, "shoulder", "upper-trapezius", UK_SIDE_LEFT, s->now - 3600);
    add_rating (s, "shoulder", s->now - 3600, 5, NULL, UK_MOMENT_LOG);
    break;
  case UK_HISTORY_WORSE:
    add_runs (s, "shoulder", "upper-trapezius", UK_SIDE_LEFT, worse, G_N_ELEMENTS (worse));
    break;
  case UK_HISTORY_LONG:
    add_long (s);
    break;
  case UK_HISTORY_HUGE:
    add_huge (s);
    break;
  case UK_HISTORY_MONTH:
  default:
    add_runs (s, "back", "lumbar-erectors", UK_SIDE_RIGHT, back, G_N_ELEMENTS (back));
    add_runs (s, "shoulder", "upper-trapezius", UK_SIDE_LEFT, shoulder, G_N_ELEMENTS (shoulder));
    add_rating (s, "shoulder", s->now - 2 * DAY - 7 * 3600, 5, NULL, UK_MOMENT_LOG);
    break;
  }
  return TRUE;
}

/* Returns: whether there is such a kind: month, one, worse, long, huge */
gboolean
uk_history_kind_from_id (const char *id, UkHistoryKind *kind)
{
  static const char *const ids[] = { "month", "one", "worse", "long", "huge" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (ids); i++) {
    if (g_strcmp0 (ids[i], id) == 0) {
      *kind = (UkHistoryKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Fills an empty store with what a person may have done until @now, Unix seconds. */
void
uk_simulate_history (UkStore *store, gint64 now, UkHistoryKind kind)
{
  Simulation simulation = { store, now, 0 };
  gpointer data[] = { &simulation, &kind };

  g_assert_true (uk_store_transaction (store, work, data, NULL));
}
