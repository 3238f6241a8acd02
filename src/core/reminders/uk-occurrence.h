/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/**
 * UkOccurrenceState:
 * @UK_OCCURRENCE_CLAIMED: will be shown; whoever claimed it may have died before
 * @UK_OCCURRENCE_SHOWN: shown and not answered
 * @UK_OCCURRENCE_SNOOZED: will be shown again at @until
 * @UK_OCCURRENCE_DONE: answered with "start"
 * @UK_OCCURRENCE_SKIPPED: answered with "skip", or overtaken by a later one
 * @UK_OCCURRENCE_MISSED: its time passed while nobody could be told
 * @UK_OCCURRENCE_SILENT: its time was within quiet hours or a pause
 * @UK_OCCURRENCE_IGNORED: shown, but not answered within its grace
 * @UK_OCCURRENCE_RESTED: a break whose time passed while the person was away or the machine slept
 * @UK_OCCURRENCE_HELD: will be shown once a call, do-not-disturb or quiet hours end
 *
 * The values are stored: never renumber them.
 */
typedef enum {
  UK_OCCURRENCE_CLAIMED = 0,
  UK_OCCURRENCE_SHOWN = 1,
  UK_OCCURRENCE_SNOOZED = 2,
  UK_OCCURRENCE_DONE = 3,
  UK_OCCURRENCE_SKIPPED = 4,
  UK_OCCURRENCE_MISSED = 5,
  UK_OCCURRENCE_SILENT = 6,
  UK_OCCURRENCE_IGNORED = 7,
  UK_OCCURRENCE_RESTED = 8,
  UK_OCCURRENCE_HELD = 9,
} UkOccurrenceState;

/* A day may be longer than 24 hours, or be two. */
#define UK_SLOTS_PER_DAY 2880

/**
 * UkOccurrence:
 * @reminder: id of its reminder
 * @day: local day
 * @slot: minute of that day as the clocks show it; for an interval the minutes that have passed
 * since the day began, below %UK_SLOTS_PER_DAY
 * @due: Unix seconds
 * @state: what became of it
 * @snoozes: how often it has been put off
 * @until: Unix seconds; for a snoozed one when it comes back, else when it was shown or ended
 *
 * One time at which one reminder is due.  The first three fields are its key: local, so that a
 * clock set back, a doubled hour or another zone cannot make it fire twice.
 */
typedef struct {
  gint64 reminder;
  UkDay day;
  guint slot;
  gint64 due;
  UkOccurrenceState state;
  guint snoozes;
  gint64 until;
} UkOccurrence;

/* Returns: (transfer full) (nullable): what a break may say */
typedef char *(*UkTipFunc) (const UkOccurrence *occurrence, gpointer data);

UkOccurrence *uk_occurrence_copy (const UkOccurrence *occurrence);
guint uk_occurrence_hash (gconstpointer occurrence);
gboolean uk_occurrence_equal (gconstpointer a, gconstpointer b);
int uk_occurrence_compare (const UkOccurrence *a, const UkOccurrence *b);
gboolean uk_occurrence_is_open (const UkOccurrence *occurrence);

const char *uk_occurrence_state_to_id (UkOccurrenceState state);
UkOccurrenceState uk_occurrence_state_from_id (const char *id);
char *uk_occurrence_to_id (const UkOccurrence *occurrence);
gboolean uk_occurrence_parse_id (const char *id, UkOccurrence *occurrence);

G_END_DECLS
