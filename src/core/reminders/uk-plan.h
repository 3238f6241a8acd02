/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-occurrence.h"
#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

/**
 * UkPlanInput:
 * @now: Unix seconds
 * @zone: the local zone
 * @reminders: (element-type UkReminder): all of them
 * @log: (element-type UkOccurrence): what happened to occurrences of the last %UK_PLAN_LOOK_BACK
 * days, and every one that is open
 * @paused_until: Unix seconds; 0: not paused, %UK_NEVER: until switched on again
 * @quiet_from: minute of the day at which quiet hours begin
 * @quiet_until: minute at which they end; equal to @quiet_from: there are none
 * @quiet_moves: what falls into quiet hours is shown once they are over, instead of never
 * @held: whether nothing may be shown now, because of a call or do-not-disturb
 * @away: whether the person is not at the computer now
 * @rested_at: Unix seconds at which the last rest ended; 0: none is known
 */
typedef struct {
  gint64 now;
  GTimeZone *zone;
  GPtrArray *reminders;
  GPtrArray *log;
  gint64 paused_until;
  guint quiet_from;
  guint quiet_until;
  gboolean quiet_moves;
  gboolean held;
  gboolean away;
  gint64 rested_at;
} UkPlanInput;

/**
 * UkPlan:
 * @fire: (element-type UkOccurrence): to be claimed and shown now, in order of time
 * @again: (element-type UkOccurrence): snoozed ones that are back
 * @held: (element-type UkOccurrence): due, but not to be shown before the call or quiet hours end
 * @missed: (element-type UkOccurrence): older than their grace
 * @silent: (element-type UkOccurrence): within quiet hours or a pause
 * @rested: (element-type UkOccurrence): breaks that the person has had anyway
 * @overtaken: (element-type UkOccurrence): open ones of a reminder that fires again
 * @ignored: (element-type UkOccurrence): shown, and now past their grace
 * @bogus: (element-type UkOccurrence): dated in the future by a clock that was wrong
 * @next: Unix seconds at which to plan again; %UK_NEVER
 *
 * What must happen at one instant.
 */
typedef struct {
  GPtrArray *fire;
  GPtrArray *again;
  GPtrArray *held;
  GPtrArray *missed;
  GPtrArray *silent;
  GPtrArray *rested;
  GPtrArray *overtaken;
  GPtrArray *ignored;
  GPtrArray *bogus;
  gint64 next;
} UkPlan;

#define UK_PLAN_LOOK_BACK 7

UkPlan *uk_plan_new (const UkPlanInput *input);
void uk_plan_free (UkPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkPlan, uk_plan_free)

GPtrArray *uk_plan_list_coming (const UkPlanInput *input, guint days);
GPtrArray *uk_plan_list_next (const UkPlanInput *input, guint most);

/* uk-plan-interval.c */
gboolean uk_plan_find_interval (const UkPlanInput *input,
                                const UkReminder *reminder,
                                gint64 last,
                                GHashTable *logged,
                                UkOccurrence *occurrence);
gboolean uk_plan_is_quiet (const UkPlanInput *input, guint minute);
gint64 uk_plan_find_quiet_end (const UkPlanInput *input, gint64 instant);

G_END_DECLS
