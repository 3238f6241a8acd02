/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-occurrence.h"
#include "core/reminders/uk-reminder.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

/* Written by the reminder service alone; others ask it over D-Bus. */
gint64 uk_store_save_reminder (UkStore *self, const UkReminder *reminder, GError **error);
gboolean uk_store_delete_reminder (UkStore *self, gint64 id, gint64 now, GError **error);
gboolean uk_store_restore_reminder (UkStore *self, gint64 id, gint64 now, GError **error);
gboolean uk_store_purge_reminders (UkStore *self, gint64 before, GError **error);
GPtrArray *uk_store_list_reminders (UkStore *self, GError **error);

gboolean uk_store_claim_occurrence (UkStore *self,
                                    const UkOccurrence *occurrence,
                                    gboolean *claimed,
                                    GError **error);
gboolean uk_store_update_occurrence (UkStore *self, const UkOccurrence *occurrence, GError **error);
gboolean uk_store_delete_occurrence (UkStore *self, const UkOccurrence *occurrence, GError **error);
GPtrArray *uk_store_list_occurrences (UkStore *self, UkDay from, GError **error);
GPtrArray *uk_store_list_history (UkStore *self, gint64 before, guint limit, GError **error);

G_END_DECLS
