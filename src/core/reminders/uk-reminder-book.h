/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-plan.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

typedef enum {
  UK_REMINDER_BOOK_ERROR_UNKNOWN, /* there is no such reminder or occurrence */
  UK_REMINDER_BOOK_ERROR_OVER,    /* the occurrence has been answered or is too old */
  UK_REMINDER_BOOK_ERROR_INVALID, /* a value is out of range */
} UkReminderBookError;

#define UK_REMINDER_BOOK_ERROR (uk_reminder_book_error_quark ())
GQuark uk_reminder_book_error_quark (void);

/* How often one occurrence may be put off. */
#define UK_SNOOZES_DEFAULT 3
#define UK_SNOOZES_MAX 50

/* All reminders, what holds for all of them, and what became of their occurrences: as the store has
 * them, the reminders kept in memory.  Every change is in the store when its function returns. */
#define UK_TYPE_REMINDER_BOOK (uk_reminder_book_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderBook, uk_reminder_book, UK, REMINDER_BOOK, GObject)

UkReminderBook *uk_reminder_book_new (UkStore *store);
gboolean uk_reminder_book_load (UkReminderBook *self, GError **error);

GPtrArray *uk_reminder_book_list (UkReminderBook *self, GError **error);
const UkReminder *uk_reminder_book_find (UkReminderBook *self, gint64 id, GError **error);
gint64 uk_reminder_book_save (UkReminderBook *self, const UkReminder *reminder, GError **error);
gboolean uk_reminder_book_delete (UkReminderBook *self, gint64 id, gint64 now, GError **error);
gboolean uk_reminder_book_restore (UkReminderBook *self, gint64 id, gint64 now, GError **error);
gboolean uk_reminder_book_mend (UkReminderBook *self, gint64 now, GError **error);

gint64 uk_reminder_book_get_paused_until (UkReminderBook *self);
gboolean uk_reminder_book_set_paused_until (UkReminderBook *self, gint64 until, GError **error);
void uk_reminder_book_get_quiet_hours (UkReminderBook *self, guint *from, guint *until);
gboolean
uk_reminder_book_set_quiet_hours (UkReminderBook *self, guint from, guint until, GError **error);

gboolean uk_reminder_book_get_quiet_moves (UkReminderBook *self);
gboolean uk_reminder_book_set_quiet_moves (UkReminderBook *self, gboolean moves, GError **error);
guint uk_reminder_book_get_most_snoozes (UkReminderBook *self);
gboolean uk_reminder_book_set_most_snoozes (UkReminderBook *self, guint most, GError **error);

GPtrArray *
uk_reminder_book_list_history (UkReminderBook *self, gint64 before, guint limit, GError **error);

gboolean uk_reminder_book_make_input (
    UkReminderBook *self, gint64 now, GTimeZone *zone, UkPlanInput *input, GError **error);
gboolean uk_reminder_book_find_answerable (UkReminderBook *self,
                                           const char *id,
                                           gint64 now,
                                           GTimeZone *zone,
                                           UkOccurrence *occurrence,
                                           GError **error);
gboolean uk_reminder_book_claim (UkReminderBook *self,
                                 const UkOccurrence *occurrence,
                                 gboolean *claimed,
                                 GError **error);
gboolean uk_reminder_book_put_down (UkReminderBook *self,
                                    const UkOccurrence *occurrence,
                                    UkOccurrenceState state,
                                    gint64 until,
                                    GError **error);
gboolean
uk_reminder_book_erase (UkReminderBook *self, const UkOccurrence *occurrence, GError **error);
gboolean
uk_reminder_book_drop_finished (UkReminderBook *self, gint64 now, GTimeZone *zone, GError **error);

G_END_DECLS
