/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

/* How many days ahead plans are reminded of; a weekday comes once in them. */
#define UK_PROGRAMME_REMINDER_DAYS 7

/* The reference of reminders that this makes. */
#define UK_PROGRAMME_REFERENCE "plans"

/**
 * UkProgrammeTime:
 * @day: the day
 * @minute: minute of the day
 * @title: (transfer none): title of the plan
 * @routine: (transfer none): id of the first routine
 *
 * A time at which a plan has something to do.
 */
typedef struct {
  UkDay day;
  guint minute;
  const char *title;
  const char *routine;
} UkProgrammeTime;

/**
 * UkReminderChanges:
 * @save: (owned) (element-type UkReminder): to be saved; with an id where one is changed
 * @delete: (owned) (element-type gint64): ids
 */
typedef struct {
  GPtrArray *save;
  GArray *delete;
} UkReminderChanges;

GPtrArray *uk_programme_reminders_new (GArray *times);
UkReminderChanges *uk_programme_reminders_compare (GPtrArray *wanted, GPtrArray *present);
void uk_reminder_changes_free (UkReminderChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkReminderChanges, uk_reminder_changes_free)

G_END_DECLS
