/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-report.h"

#include "core/catalogue/uk-describe.h"
#include "core/insight/uk-trend-point.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More points than this cannot be told apart on paper. */
#define MOST_POINTS 60

static void
report_knot_free (gpointer data)
{
  UkReportKnot *knot = data;

  uk_knot_free (knot->knot);
  g_free (knot->place);
  g_clear_pointer (&knot->points, g_array_unref);
  g_clear_pointer (&knot->tried, g_array_unref);
  g_free (knot);
}

void
uk_report_free (UkReport *report)
{
  if (report == NULL)
    return;
  g_free (report->name);
  g_ptr_array_unref (report->knots);
  g_date_time_unref (report->now);
  g_free (report);
}

static gboolean
get_technique (const char *id, UkTechnique *technique, gpointer data)
{
  const UkRoutine *routine = uk_catalogue_get_routine (data, id);

  if (routine != NULL)
    *technique = routine->technique;
  return routine != NULL;
}

static gboolean
is_wanted (const UkReportOptions *options, const UkKnot *knot)
{
  return options->knots == NULL
         || g_ptr_array_find_with_equal_func (options->knots, knot->id, g_str_equal, NULL);
}

static gboolean
is_in_range (const UkReportOptions *options, gint64 at)
{
  return at >= options->from && at <= options->until;
}

/* What was felt: the numbers right after a run flatter. */
static void
sum_up (UkReportKnot *self, GPtrArray *ratings, const UkReportOptions *options, GTimeZone *zone)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  double sum = 0;
  guint i;

  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);
    const UkSample sample = { rating->at, rating->run != NULL ? g_str_hash (rating->run) : 0,
                              (guint8)rating->value, (guint8)rating->moment };

    if (!is_in_range (options, rating->at))
      continue;
    g_array_append_val (samples, sample);
    if (rating->moment == UK_MOMENT_AFTER)
      continue;
    if (self->n_ratings++ == 0)
      self->start = self->lowest = self->highest = rating->value;
    self->end = rating->value;
    self->lowest = MIN (self->lowest, rating->value);
    self->highest = MAX (self->highest, rating->value);
    sum += rating->value;
  }
  self->mean = self->n_ratings > 0 ? sum / self->n_ratings : 0;
  self->points = uk_trend_points_new (samples, UK_TREND_MEAN, zone, MOST_POINTS);
}

/* The runs of this knot that were rated before and after; the last number counts. */
static GPtrArray *
list_changes (GPtrArray *ratings, GHashTable *routines)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_change_free);
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_run = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);
    const char *routine = rating->run != NULL ? g_hash_table_lookup (routines, rating->run) : NULL;
    UkChange *change;

    if (routine == NULL)
      continue;
    if (rating->moment == UK_MOMENT_BEFORE)
      g_hash_table_insert (before, rating->run, GINT_TO_POINTER (rating->value + 1));
    if (rating->moment != UK_MOMENT_AFTER || !g_hash_table_contains (before, rating->run))
      continue;
    change = g_hash_table_lookup (by_run, rating->run);
    if (change == NULL) {
      change = g_new0 (UkChange, 1);
      change->routine = g_strdup (routine);
      g_hash_table_insert (by_run, rating->run, change);
      g_ptr_array_add (changes, change);
    }
    change->before = GPOINTER_TO_INT (g_hash_table_lookup (before, rating->run)) - 1;
    change->after = rating->value;
  }
  return changes;
}

static int
compare_tried (gconstpointer a, gconstpointer b)
{
  return (int)((const UkReportTried *)b)->n_runs - (int)((const UkReportTried *)a)->n_runs;
}

static void
add_tried (UkReportKnot *self, GPtrArray *runs, GPtrArray *ratings, UkCatalogue *catalogue)
{
  UkReportTried tried[UK_N_TECHNIQUES] = { 0 };
  g_autoptr (GHashTable) routines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GArray) effects = NULL;
  guint i;

  for (i = 0; i < runs->len; i++) {
    const UkRunRecord *run = g_ptr_array_index (runs, i);
    UkTechnique technique;

    if (g_strcmp0 (run->region, self->knot->region) != 0
        || (run->side != UK_SIDE_NONE && run->side != self->knot->side)
        || !get_technique (run->routine, &technique, catalogue))
      continue;
    g_hash_table_insert (routines, run->id, run->routine);
    tried[technique].n_runs++;
    tried[technique].seconds += (guint)MAX (0, run->seconds_done);
    self->n_runs++;
  }
  changes = list_changes (ratings, routines);
  effects = uk_insight_compare_changes (changes, get_technique, catalogue);
  for (i = 0; i < effects->len; i++) {
    const UkEffect *effect = &g_array_index (effects, UkEffect, i);

    tried[effect->technique].effect = *effect;
  }
  self->tried = g_array_new (FALSE, FALSE, sizeof (UkReportTried));
  for (i = 0; i < UK_N_TECHNIQUES; i++) {
    tried[i].technique = tried[i].effect.technique = (UkTechnique)i;
    if (tried[i].n_runs > 0)
      g_array_append_val (self->tried, tried[i]);
  }
  g_array_sort (self->tried, compare_tried);
}

static int
compare_knots (gconstpointer a, gconstpointer b)
{
  const UkReportKnot *left = *(const UkReportKnot *const *)a;
  const UkReportKnot *right = *(const UkReportKnot *const *)b;

  if ((left->n_ratings > 0) != (right->n_ratings > 0))
    return left->n_ratings > 0 ? -1 : 1;
  if (left->end != right->end)
    return right->end - left->end;
  return left->knot->opened < right->knot->opened ? -1 : 1;
}

/**
 * uk_report_load:
 * @store: where everything is
 * @catalogue: the words for places and routines
 * @options: what is wanted
 * @now: the present, in the person's zone
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the report; %NULL with an error
 */
UkReport *
uk_report_load (UkStore *store,
                UkCatalogue *catalogue,
                const UkReportOptions *options,
                GDateTime *now,
                GError **error)
{
  g_autoptr (UkReport) report = NULL;
  g_autoptr (GPtrArray) knots = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  g_return_val_if_fail (UK_IS_STORE (store) && options != NULL && now != NULL, NULL);

  knots = uk_store_list_knots (store, error);
  runs
      = knots != NULL ? uk_store_list_runs (store, options->from, options->until + 1, error) : NULL;
  if (runs == NULL)
    return NULL;
  report = g_new0 (UkReport, 1);
  report->from = options->from;
  report->until = options->until;
  report->parts = options->parts;
  report->name = g_strdup (options->name);
  report->knots = g_ptr_array_new_with_free_func (report_knot_free);
  report->now = g_date_time_ref (now);
  while (knots->len > 0) {
    UkReportKnot *knot = g_new0 (UkReportKnot, 1);
    const UkRegion *region;
    g_autoptr (GPtrArray) ratings = NULL;

    knot->knot = g_ptr_array_steal_index (knots, 0);
    region = uk_catalogue_get_region (catalogue, knot->knot->region);
    knot->place = region != NULL ? uk_region_describe (region, knot->knot->side)
                                 : g_strdup (knot->knot->region);
    ratings = uk_store_list_ratings (store, knot->knot->id, error);
    if (ratings == NULL) {
      report_knot_free (knot);
      return NULL;
    }
    sum_up (knot, ratings, options, g_date_time_get_timezone (now));
    add_tried (knot, runs, ratings, catalogue);
    if (is_wanted (options, knot->knot) && knot->n_ratings + knot->n_runs > 0)
      g_ptr_array_add (report->knots, knot);
    else
      report_knot_free (knot);
  }
  g_ptr_array_sort (report->knots, compare_knots);
  return g_steal_pointer (&report);
}

/**
 * uk_report_knot_to_sentence:
 * @knot: a knot of a report
 *
 * Returns: (transfer full): its numbers, such as "First 7, last 4, mean 5.1", translated; no full
 * stop
 */
char *
uk_report_knot_to_sentence (const UkReportKnot *knot)
{
  g_return_val_if_fail (knot != NULL, NULL);

  if (knot->n_ratings == 0)
    return g_strdup (_ ("Not rated in this time"));
  if (knot->n_ratings == 1)
    return g_strdup_printf (_ ("Rated once: %d"), knot->end);
  /* Translators: numbers from 0 to 10 */
  return g_strdup_printf (_ ("First %d, last %d, mean %.1f"), knot->start, knot->end, knot->mean);
}

/* A page is read years later: the year is always there. */
static char *
date_to_text (gint64 at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) then = NULL;

  if (utc == NULL)
    return g_strdup ("");
  then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

/**
 * uk_report_knot_to_details:
 * @report: a report
 * @knot: one of its knots
 *
 * Returns: (transfer full): "15 ratings between 4 and 7; since 10 November 2026, gone since 20
 * November 2026", translated; no full stop
 */
char *
uk_report_knot_to_details (const UkReport *report, const UkReportKnot *knot)
{
  g_autofree char *opened = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *since = NULL;
  g_autofree char *ratings = NULL;

  g_return_val_if_fail (report != NULL && knot != NULL, NULL);

  opened = date_to_text (knot->knot->opened, report->now);
  closed = date_to_text (knot->knot->closed, report->now);
  since = knot->knot->closed == 0 ? g_strdup_printf (_ ("since %s"), opened)
                                  : g_strdup_printf (_ ("since %s, gone since %s"), opened, closed);
  if (knot->n_ratings < 2)
    return g_steal_pointer (&since);
  ratings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rating between %d and %d",
                                          "%u ratings between %d and %d", knot->n_ratings),
                             knot->n_ratings, knot->lowest, knot->highest);
  /* Translators: "15 ratings between 4 and 7", "since 10 November 2026" */
  return g_strdup_printf (_ ("%s; %s"), ratings, since);
}

/**
 * uk_report_to_range:
 * @report: a report
 *
 * Returns: (transfer full): the time that it is about, translated
 */
char *
uk_report_to_range (const UkReport *report)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  from = date_to_text (report->from, report->now);
  until = date_to_text (report->until, report->now);
  return g_strdup_printf (_ ("%s to %s"), from, until);
}

/**
 * uk_report_tried_to_sentence:
 * @tried: what was tried
 *
 * Returns: (transfer full): what it did, such as "1.5 easier, ± 0.8, 6 rated", translated
 */
char *
uk_report_tried_to_sentence (const UkReportTried *tried)
{
  g_autofree char *change = NULL;
  g_autofree char *n = NULL;

  g_return_val_if_fail (tried != NULL, NULL);

  if (tried->effect.n_runs == 0)
    return g_strdup (_ ("not rated"));
  n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rated", "%u rated", tried->effect.n_runs),
                       tried->effect.n_runs);
  change = uk_effect_to_words (&tried->effect);
  if (tried->effect.n_runs < UK_EFFECT_ENOUGH_RUNS)
    /* Translators: "too early", then how many runs were rated */
    return g_strdup_printf (_ ("%s, %s"), change, n);
  /* Translators: "1.5 easier", a standard deviation, then how many runs were rated */
  return g_strdup_printf (_ ("%s, ± %.1f, %s"), change, tried->effect.spread, n);
}
