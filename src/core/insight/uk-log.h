/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/**
 * UkLogEntry:
 * @at: Unix seconds: when the run began or the number was given
 * @run: (nullable): the run
 * @before: (nullable): rating before the run
 * @after: (nullable): rating after the run
 * @logged: (nullable): rating without a run; then the other three are %NULL
 *
 * A line of the diary.
 */
typedef struct {
  gint64 at;
  UkRunRecord *run;
  UkRating *before;
  UkRating *after;
  UkRating *logged;
} UkLogEntry;

void uk_log_entry_free (UkLogEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkLogEntry, uk_log_entry_free)

GPtrArray *
uk_log_load (UkStore *store, const UkKnot *knot, guint limit, gboolean *more, GError **error);
char *uk_log_day_to_heading (UkDay day, UkDay today);

/* What was changed, so that it can be taken back. */
typedef struct _UkUndo UkUndo;

void uk_undo_free (UkUndo *undo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkUndo, uk_undo_free)

UkUndo *uk_log_rate (UkStore *store, const char *knot, gint64 at, int value, GError **error);
UkUndo *uk_log_change (UkStore *store, const UkRating *rating, int value, GError **error);
UkUndo *uk_log_delete (UkStore *store, const UkLogEntry *entry, GError **error);
UkUndo *uk_log_save_knot (UkStore *store, const UkKnot *knot, GError **error);
gboolean uk_undo_apply (UkUndo *undo, UkStore *store, GError **error);

G_END_DECLS
