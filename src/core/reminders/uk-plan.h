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
 */
typedef struct {
  gint64 now;
  GTimeZone *zone;
  GPtrArray *reminders;
  GPtrArray *log;
  gint64 paused_until;
  guint quiet_from;
  guint quiet_until;
} UkPlanInput;

/**
 * UkPlan:
 * @fire: (element-type UkOccurrence): to be claimed and shown now, in order of time
 * @again: (element-type UkOccurrence): snoozed ones that are back
 * @missed: (element-type UkOccurrence): older than their grace
 * @silent: (element-type UkOccurrence): within quiet hours or a pause
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
  GPtrArray *missed;
  GPtrArray *silent;
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

G_END_DECLS
