/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insight/uk-insight.h"

#include "core/run/uk-helped.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* "3 days", "2 weeks", "4 months", "2 years": as a part of a sentence. */
static char *
span_to_text (guint days)
{
  guint n = days;

  if (days >= 730) {
    n = days * 4 / 1461;
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", n), n);
  }
  if (days >= 92) {
    n = days * 12 / 365;
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
  }
  if (days >= 14) {
    n = days / 7;
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
  }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n), n);
}

/**
 * uk_trend_to_sentence:
 * @trend: how a knot went
 *
 * Returns: (transfer full): the finding, such as "From 7 to 4 in 2 weeks", translated; no full stop
 */
char *
uk_trend_to_sentence (const UkTrend *trend)
{
  g_autofree char *span = NULL;

  g_return_val_if_fail (trend != NULL, NULL);

  if (trend->kind == UK_TREND_NONE)
    return g_strdup (_ ("Not rated yet"));
  if (trend->kind == UK_TREND_EARLY)
    return g_strdup_printf (_ ("Rated once: %d"), trend->last);

  span = span_to_text (trend->days);
  if (trend->kind == UK_TREND_SAME)
    /* TRANSLATORS: %1$s is a number of days or weeks */
    return trend->days == 0 ? g_strdup_printf (_ ("Still %d"), trend->last)
                            : g_strdup_printf (_ ("Still %2$d after %1$s"), span, trend->last);
  if (trend->days == 0)
    return g_strdup_printf (_ ("From %d to %d today"), trend->first, trend->last);
  /* TRANSLATORS: %3$s is a number of days or weeks */
  return g_strdup_printf (_ ("From %1$d to %2$d in %3$s"), trend->first, trend->last, span);
}

/**
 * uk_trends_to_sentence:
 * @n_easier: how many knots are easier than at first
 * @n_rated: how many were rated more than once
 *
 * Returns: (transfer full): the finding about several knots, translated; no full stop
 */
char *
uk_trends_to_sentence (guint n_easier, guint n_rated)
{
  if (n_rated == 0)
    return g_strdup (_ ("Too early to tell"));
  if (n_easier == 0)
    return g_strdup (_ ("None is easier than at first yet"));
  /* Translators: numbers of knots; the first one decides about the plural */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u knots is easier than at first",
                                       "%u of %u knots are easier than at first", n_easier),
                          n_easier, n_rated);
}

/**
 * uk_change_to_sentence:
 * @before: rating before a run
 * @after: rating after it
 *
 * Returns: (transfer full): the difference in plain words, translated; no full stop
 */
char *
uk_change_to_sentence (int before, int after)
{
  const int points = abs (after - before);

  if (points == 0)
    return g_strdup (_ ("No change, which is an answer too"));
  if (after < before)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d point easier than before",
                                         "%d points easier than before", (gulong)points),
                            points);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d point more than before",
                                       "%d points more than before", (gulong)points),
                          points);
}

/**
 * uk_weeks_to_sentence:
 * @weeks: in which something was done
 *
 * Returns: (transfer full) (nullable): "A run in 14 weeks, the last 5 in a row", translated; a gap
 * is not mentioned; %NULL for nothing
 */
char *
uk_weeks_to_sentence (const UkActiveWeeks *weeks)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (weeks != NULL, NULL);

  if (weeks->n_weeks == 0)
    return NULL;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "A run in %u week", "A run in %u weeks", weeks->n_weeks),
      weeks->n_weeks);
  if (weeks->n_in_row < 2)
    return g_steal_pointer (&text);
  /* Translators: “A run in 14 weeks”, then how many of them were the last ones without a gap */
  return g_strdup_printf (_ ("%s, the last %u in a row"), text, weeks->n_in_row);
}

/**
 * uk_effect_to_sentence:
 * @effect: what a technique did
 *
 * Returns: (transfer full): for example "Ball: 1.5 points easier in 6 runs", translated; no full
 * stop
 */
char *
uk_effect_to_sentence (const UkEffect *effect)
{
  const char *name;
  g_autofree char *runs = NULL;
  double points;

  g_return_val_if_fail (effect != NULL, NULL);

  name = uk_technique_get_name (effect->technique);
  runs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u run", "%u runs", effect->n_runs),
                          effect->n_runs);
  points = fabs (effect->mean_change);
  if (effect->n_runs < UK_EFFECT_ENOUGH_RUNS)
    /* TRANSLATORS: a technique, then a number of runs */
    return g_strdup_printf (_ ("%s: too early to say after %s"), name, runs);
  if (points < 0.05)
    return g_strdup_printf (_ ("%s: no change in %s"), name, runs);
  if (effect->mean_change < 0)
    return g_strdup_printf (_ ("%s: %.1f points easier in %s"), name, points, runs);
  return g_strdup_printf (_ ("%s: %.1f points more in %s"), name, points, runs);
}

/**
 * uk_effect_to_words:
 * @effect: what a technique did
 *
 * Returns: (transfer full): only the finding, such as "1.5 easier", translated; no full stop
 */
char *
uk_effect_to_words (const UkEffect *effect)
{
  double points;

  g_return_val_if_fail (effect != NULL, NULL);

  points = fabs (effect->mean_change);
  if (effect->n_runs < UK_EFFECT_ENOUGH_RUNS)
    return g_strdup (_ ("too early"));
  if (points < 0.05)
    return g_strdup (_ ("no change"));
  /* Translators: points on the scale from 0 to 10, in a narrow column */
  return g_strdup_printf (effect->mean_change < 0 ? _ ("%.1f easier") : _ ("%.1f more"), points);
}

/**
 * uk_effect_to_details:
 * @effect: what a technique did
 *
 * Returns: (transfer full): what the finding rests on, such as "6 runs, most within ± 0.8",
 * translated; no full stop
 */
char *
uk_effect_to_details (const UkEffect *effect)
{
  g_autofree char *runs = NULL;

  g_return_val_if_fail (effect != NULL, NULL);

  runs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u run", "%u runs", effect->n_runs),
                          effect->n_runs);
  if (effect->n_runs < UK_EFFECT_ENOUGH_RUNS)
    return g_steal_pointer (&runs);
  /* Translators: a number of runs, a standard deviation */
  return g_strdup_printf (_ ("%s, most within ± %.1f"), runs, effect->spread);
}

/**
 * uk_effects_to_sentence:
 * @effects: (element-type UkEffect): what techniques did, the most helpful first
 *
 * Returns: (transfer full): the finding, such as "Ball helps most here", translated; no full stop
 */
char *
uk_effects_to_sentence (const GArray *effects)
{
  const UkEffect *best;

  g_return_val_if_fail (effects != NULL, NULL);

  best = effects->len > 0 ? &g_array_index (effects, UkEffect, 0) : NULL;
  if (best == NULL || best->n_runs < UK_EFFECT_ENOUGH_RUNS)
    return g_strdup (_ ("Too early to say what helps"));
  /* What is no larger than its own uncertainty is nothing to go by. */
  if (best->mean_change > -0.05 || -best->mean_change <= best->spread / sqrt (best->n_runs))
    return g_strdup (_ ("Nothing stands out yet"));
  /* Translators: %s is a technique */
  return g_strdup_printf (_ ("%s helps most here"), uk_technique_get_name (best->technique));
}

/**
 * uk_changes_to_helped:
 * @changes: (element-type UkChange): runs that were rated before and after
 *
 * Returns: (transfer full) (nullable): "You said that helped: slow breathing (4)", translated; %NULL
 * if nothing was said twice
 */
char *
uk_changes_to_helped (const GPtrArray *changes)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (UkHelped));
  g_autofree char *list = NULL;
  guint i;

  g_return_val_if_fail (changes != NULL, NULL);

  for (i = 0; i < changes->len; i++) {
    const UkChange *change = g_ptr_array_index (changes, i);
    const UkHelped helped = uk_helped_from_text (change->helped);

    g_array_append_val (sets, helped);
  }
  list = uk_helped_count ((const UkHelped *)(gpointer)sets->data, sets->len);
  /* Translators: what follows is a list with numbers of runs: "slow breathing (4)". */
  return list != NULL ? g_strdup_printf (_ ("You said that helped: %s"), list) : NULL;
}
