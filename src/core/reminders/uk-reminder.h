/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

#define UK_GRACE_DEFAULT 30
#define UK_GRACE_MAX 720

/* A reminder that keeps to its days whatever its knot feels like. */
#define UK_PACE_NONE (-1)
/* The knot has eased: it waits. */
#define UK_PACE_RESTS 0

/**
 * UkReminderKind:
 * @UK_REMINDER_ROUTINE: time for a routine
 * @UK_REMINDER_BREAK: a break from sitting, with a tip
 * @UK_REMINDER_PLAN_DAY: a day of a plan; @reference names it
 * @UK_REMINDER_LOG: note how it feels
 * @UK_REMINDER_RECHECK: look at the skin after warmth or cold; comes once and is deleted afterwards
 *
 * The values are stored: never renumber them.
 */
typedef enum {
  UK_REMINDER_ROUTINE = 0,
  UK_REMINDER_BREAK = 1,
  UK_REMINDER_PLAN_DAY = 2,
  UK_REMINDER_LOG = 3,
  UK_REMINDER_RECHECK = 4,
} UkReminderKind;

/**
 * UkReminder:
 * @id: given by the store; 0 for one that is not saved yet
 * @kind: what it is about
 * @reference: (nullable): what of that kind, in the words of who made it: the id of a plan
 * @routine: routine id; empty if its kind needs none
 * @title: what to do, in the words shown when it was made
 * @region: (nullable): region id
 * @side: side of the region
 * @recurrence: when, in local wall time
 * @enabled: whether it fires
 * @grace: minutes for which a late one still fires, 1 to %UK_GRACE_MAX
 * @pace: %UK_PACE_NONE, or every how many days it comes while it follows the ratings of the knot in
 * @region; %UK_PACE_RESTS: not at all
 * @pace_from: the day from which @pace counts
 * @since: Unix seconds from which it counts: when it was made, changed or switched on
 */
typedef struct {
  gint64 id;
  UkReminderKind kind;
  char *reference;
  char *routine;
  char *title;
  char *region;
  UkSide side;
  UkRecurrence *recurrence;
  gboolean enabled;
  guint grace;
  int pace;
  UkDay pace_from;
  gint64 since;
} UkReminder;

UkReminder *uk_reminder_new (const char *routine, const char *title, UkRecurrence *recurrence);
UkReminder *uk_reminder_new_for_plan (const char *plan,
                                      const char *routine,
                                      const char *title,
                                      UkRecurrence *recurrence);
UkReminder *
uk_reminder_new_for_kind (UkReminderKind kind, const char *title, UkRecurrence *recurrence);
void uk_reminder_follow (UkReminder *reminder, const char *region, UkSide side);
gboolean uk_reminder_is_on (const UkReminder *reminder, UkDay day);
UkReminder *uk_reminder_copy (const UkReminder *reminder);
void uk_reminder_free (UkReminder *reminder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkReminder, uk_reminder_free)

const char *uk_reminder_kind_to_id (UkReminderKind kind);
gboolean uk_reminder_kind_from_id (const char *id, UkReminderKind *kind);
gboolean uk_reminder_kind_has_routine (UkReminderKind kind);

G_END_DECLS
