/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-history.h"

#include "core/store/uk-store-private.h"

#define SAMPLE(columns) "SELECT " columns " FROM ratings WHERE knot = ? AND at >= ? ORDER BY at, id"

/* The last number counts: somebody who tapped a wrong one taps again. */
#define CHANGE                                                                                     \
  "SELECT runs.routine,"                                                                           \
  " (SELECT value FROM ratings WHERE run = a.run AND moment = 0 ORDER BY at DESC, id DESC"         \
  "  LIMIT 1) AS before, a.value, runs.helped FROM ratings AS a JOIN runs ON runs.id = a.run"                   \
  " WHERE a.moment = 1 AND before IS NOT NULL AND NOT EXISTS"                                      \
  " (SELECT 1 FROM ratings AS b WHERE b.run = a.run AND b.moment = 1"                              \
  "  AND (b.at, b.id) > (a.at, a.id)) "

static void
visit_sample (sqlite3_stmt *statement, gpointer data)
{
  const char *run = sqlite3_column_count (statement) > 3
                        ? (const char *)sqlite3_column_text (statement, 3)
                        : NULL;
  UkSample sample = {
    .at = sqlite3_column_int64 (statement, 0),
    .run = run != NULL ? g_str_hash (run) : 0,
    .value = (guint8)sqlite3_column_int (statement, 1),
    .moment = (guint8)sqlite3_column_int (statement, 2),
  };

  g_array_append_val ((GArray *)data, sample);
}

static gpointer
read_change (sqlite3_stmt *statement)
{
  UkChange *change = g_new0 (UkChange, 1);

  change->routine = uk_store_dup_text (statement, 0);
  change->before = sqlite3_column_int (statement, 1);
  change->after = sqlite3_column_int (statement, 2);
  change->helped = uk_store_dup_text (statement, 3);
  return change;
}

void
uk_change_free (UkChange *change)
{
  if (change == NULL)
    return;
  g_free (change->routine);
  g_free (change->helped);
  g_free (change);
}

/**
 * uk_store_list_samples:
 * @knot: id of a knot
 * @from: Unix seconds: ratings from then on
 * @with_runs: whether their runs matter, which takes twice as long
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkSample): the oldest first; %NULL with an
 * error
 */
GArray *
uk_store_list_samples (
    UkStore *self, const char *knot, gint64 from, gboolean with_runs, GError **error)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));
  gboolean ok;

  g_return_val_if_fail (UK_IS_STORE (self) && knot != NULL, NULL);

  ok = with_runs ? uk_store_visit (self, visit_sample, samples, error,
                                   SAMPLE ("at, value, moment, run"), "sl", knot, from)
                 : uk_store_visit (self, visit_sample, samples, error, SAMPLE ("at, value, moment"),
                                   "sl", knot, from);
  return ok ? g_steal_pointer (&samples) : NULL;
}

/**
 * uk_store_list_changes:
 * @knot: (nullable): id of a knot; %NULL for every run
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkChange): the newest runs that were rated
 * before and after; %NULL with an error
 */
GPtrArray *
uk_store_list_changes (UkStore *self, const char *knot, guint limit, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  if (knot == NULL)
    return uk_store_read_list (self, read_change, (GDestroyNotify)uk_change_free, error,
                               CHANGE "ORDER BY a.at DESC, a.id DESC LIMIT ?", "i", (int)limit);
  return uk_store_read_list (self, read_change, (GDestroyNotify)uk_change_free, error,
                             CHANGE "AND a.knot = ? ORDER BY a.at DESC, a.id DESC LIMIT ?", "si",
                             knot, (int)limit);
}
