/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notice-board.h"
#include "core/reminders/uk-presence.h"
#include "core/store/uk-store.h"
#include "core/time/uk-clock.h"
#include "core/time/uk-zone.h"

G_BEGIN_DECLS

#define UK_TYPE_SCHEDULER (uk_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (UkScheduler, uk_scheduler, UK, SCHEDULER, GObject)

/* Signals: `changed`; `fired (occurrence id, reminder id)`; `opened (occurrence id or NULL,
 * UkReminder or NULL, gboolean start, activation token or NULL)` when the person wants the window;
 * `planned`: nothing is left to do until the next alarm or call. */
UkScheduler *uk_scheduler_new (UkClock *clock, UkZone *zone, UkStore *store, UkNotifier *notifier);
void uk_scheduler_start (UkScheduler *self);
void uk_scheduler_set_tip_func (UkScheduler *self, UkTipFunc tip, gpointer data);
void uk_scheduler_set_details (UkScheduler *self, gboolean details);
void uk_scheduler_set_snooze_minutes (UkScheduler *self, guint minutes);
void uk_scheduler_set_presence (UkScheduler *self, UkPresence *presence);
char *uk_scheduler_describe_next (UkScheduler *self);
char *uk_scheduler_describe_presence (UkScheduler *self);

/* Reminders */
GPtrArray *uk_scheduler_list_reminders (UkScheduler *self, GError **error);
const UkReminder *uk_scheduler_find_reminder (UkScheduler *self, gint64 id);
gint64 uk_scheduler_save_reminder (UkScheduler *self, const UkReminder *reminder, GError **error);
gboolean uk_scheduler_delete_reminder (UkScheduler *self, gint64 id, GError **error);
gboolean uk_scheduler_restore_reminder (UkScheduler *self, gint64 id, GError **error);
gboolean uk_scheduler_set_enabled (UkScheduler *self, gint64 id, gboolean enabled, GError **error);

/* Occurrences */
gboolean uk_scheduler_snooze (UkScheduler *self, const char *id, guint minutes, GError **error);
gboolean uk_scheduler_skip (UkScheduler *self, const char *id, GError **error);
gboolean uk_scheduler_done (UkScheduler *self, const char *id, GError **error);
GPtrArray *uk_scheduler_list_coming (UkScheduler *self, guint days);
GPtrArray *
uk_scheduler_list_history (UkScheduler *self, gint64 before, guint limit, GError **error);
void uk_scheduler_note_ratings (UkScheduler *self);

/* All of them */
gboolean uk_scheduler_pause (UkScheduler *self, gint64 until, GError **error);
gint64 uk_scheduler_get_paused_until (UkScheduler *self);
gboolean uk_scheduler_set_quiet_hours (UkScheduler *self, guint from, guint until, GError **error);
void uk_scheduler_get_quiet_hours (UkScheduler *self, guint *from, guint *until);
gboolean uk_scheduler_set_limits (UkScheduler *self,
                                  gboolean quiet_moves,
                                  guint most_snoozes,
                                  GError **error);
void uk_scheduler_get_limits (UkScheduler *self, gboolean *quiet_moves, guint *most_snoozes);
const char *uk_scheduler_get_problem (UkScheduler *self);

G_END_DECLS
