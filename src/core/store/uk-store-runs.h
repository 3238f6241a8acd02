/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

/**
 * UkRunRecord:
 * @id: unique; the caller chooses it (a UUID)
 * @routine: routine id
 * @region: (nullable): region id; %NULL for a routine of the whole body
 * @side: the side, or the first of both
 * @started: Unix seconds
 * @ended: Unix seconds; 0 while it goes on, or if the program died in it
 * @seconds_done: time spent in steps
 * @legs_done: steps (per side) that ran to their end
 * @completed: whether the last step was reached
 * @progress: (nullable): text of uk_run_to_variant() to go on from; %NULL once it has ended
 * @helped: (nullable): words of uk_helped_to_text()
 */
typedef struct {
  char *id;
  char *routine;
  char *region;
  UkSide side;
  gint64 started;
  gint64 ended;
  int seconds_done;
  int legs_done;
  gboolean completed;
  char *progress;
  char *helped;
} UkRunRecord;

void uk_run_record_free (UkRunRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRunRecord, uk_run_record_free)

gboolean uk_store_save_run (UkStore *self, const UkRunRecord *record, GError **error);
gboolean
uk_store_note_helped (UkStore *self, const char *id, const char *helped, GError **error);
gboolean uk_store_delete_run (UkStore *self, const char *id, GError **error);
UkRunRecord *uk_store_find_run (UkStore *self, const char *id, GError **error);
UkRunRecord *uk_store_find_unfinished_run (UkStore *self, GError **error);
GPtrArray *uk_store_list_runs (UkStore *self, gint64 from, gint64 until, GError **error);
GPtrArray *uk_store_list_newest_runs (
    UkStore *self, const char *region, UkSide side, guint limit, GError **error);

G_END_DECLS
