/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

#define UK_GRACE_DEFAULT 30
#define UK_GRACE_MAX 720

/**
 * UkReminder:
 * @id: given by the store; 0 for one that is not saved yet
 * @routine: routine id
 * @title: what to do, in the words shown when it was made
 * @region: (nullable): region id
 * @side: side of the region
 * @recurrence: when, in local wall time
 * @enabled: whether it fires
 * @grace: minutes for which a late one still fires, 1 to %UK_GRACE_MAX
 * @since: Unix seconds from which it counts: when it was made, changed or switched on
 */
typedef struct {
  gint64 id;
  char *routine;
  char *title;
  char *region;
  UkSide side;
  UkRecurrence *recurrence;
  gboolean enabled;
  guint grace;
  gint64 since;
} UkReminder;

UkReminder *uk_reminder_new (const char *routine, const char *title, UkRecurrence *recurrence);
UkReminder *uk_reminder_copy (const UkReminder *reminder);
void uk_reminder_free (UkReminder *reminder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkReminder, uk_reminder_free)

G_END_DECLS
