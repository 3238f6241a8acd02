/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-helped.h"
#include "core/run/uk-run.h"
#include "core/store/uk-store-runs.h"

G_BEGIN_DECLS

#define UK_TYPE_RUN_LOG (uk_run_log_get_type ())
G_DECLARE_FINAL_TYPE (UkRunLog, uk_run_log, UK, RUN_LOG, GObject)

UkRunLog *uk_run_log_new (UkStore *store, UkRun *run);
UkRunLog *uk_run_log_new_for_record (UkStore *store, UkRun *run, const UkRunRecord *record);

gboolean uk_run_log_begin (UkRunLog *self, int before, gint64 now, GError **error);
gboolean uk_run_log_save (UkRunLog *self, gint64 now, GError **error);
gboolean uk_run_log_rate_after (UkRunLog *self, int after, gint64 now, GError **error);
gboolean uk_run_log_note_helped (UkRunLog *self, UkHelped helped, GError **error);
gboolean uk_run_log_discard (UkRunLog *self, GError **error);

int uk_run_log_get_before (UkRunLog *self);
int uk_run_log_get_after (UkRunLog *self);

G_END_DECLS
