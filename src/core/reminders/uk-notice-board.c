/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notice-board.h"

#include "core/reminders/uk-notification-words.h"

/* More than so many of a kind at once become one notice. */
#define MOST_NOTICES 2
#define SNOOZE_MINUTES 10
#define N_KINDS (UK_REMINDER_RECHECK + 1)

struct _UkNoticeBoard {
  GObject parent_instance;

  UkNotifier *notifier; /* (owned) */
  UkReminderBook *book; /* (owned) */
  gboolean details;
  UkTipFunc tip; /* (nullable) */
  gpointer tip_data;
  guint snooze_minutes;
  GHashTable *several[N_KINDS]; /* (owned) set of UkOccurrence (owned) that share a notification */
};

G_DEFINE_FINAL_TYPE (UkNoticeBoard, uk_notice_board, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  UkNoticeBoard *self = UK_NOTICE_BOARD (object);
  guint i;

  g_object_unref (self->notifier);
  g_object_unref (self->book);
  for (i = 0; i < N_KINDS; i++)
    g_hash_table_unref (self->several[i]);
  G_OBJECT_CLASS (uk_notice_board_parent_class)->finalize (object);
}

static void
uk_notice_board_class_init (UkNoticeBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
uk_notice_board_init (UkNoticeBoard *self)
{
  guint i;

  self->snooze_minutes = SNOOZE_MINUTES;
  for (i = 0; i < N_KINDS; i++)
    self->several[i]
        = g_hash_table_new_full (uk_occurrence_hash, uk_occurrence_equal, g_free, NULL);
}

/**
 * uk_notice_board_new:
 * @notifier: who tells the person
 * @book: where the reminders are
 *
 * Returns: (transfer full): an empty board
 */
UkNoticeBoard *
uk_notice_board_new (UkNotifier *notifier, UkReminderBook *book)
{
  UkNoticeBoard *self;

  g_return_val_if_fail (UK_IS_NOTIFIER (notifier), NULL);
  g_return_val_if_fail (UK_IS_REMINDER_BOOK (book), NULL);

  self = g_object_new (UK_TYPE_NOTICE_BOARD, NULL);
  self->notifier = g_object_ref (notifier);
  self->book = g_object_ref (book);
  return self;
}

/**
 * uk_notice_board_set_details:
 * @details: whether notifications may name the routine
 */
void
uk_notice_board_set_details (UkNoticeBoard *self, gboolean details)
{
  g_return_if_fail (UK_IS_NOTICE_BOARD (self));

  self->details = details;
}

/**
 * uk_notice_board_set_tip_func:
 * @tip: (nullable): what a break says, if details may be told
 * @data: for @tip; must live as long as the board
 */
void
uk_notice_board_set_tip_func (UkNoticeBoard *self, UkTipFunc tip, gpointer data)
{
  g_return_if_fail (UK_IS_NOTICE_BOARD (self));

  self->tip = tip;
  self->tip_data = data;
}

/**
 * uk_notice_board_set_snooze_minutes:
 * @minutes: by how much a notification's button puts it off, 1 to 1440
 */
void
uk_notice_board_set_snooze_minutes (UkNoticeBoard *self, guint minutes)
{
  g_return_if_fail (UK_IS_NOTICE_BOARD (self));

  self->snooze_minutes = CLAMP (minutes, 1, 1440);
}

/**
 * uk_notice_board_get_snooze_minutes:
 *
 * Returns: by how much a notification's button puts it off
 */
guint
uk_notice_board_get_snooze_minutes (UkNoticeBoard *self)
{
  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), SNOOZE_MINUTES);

  return self->snooze_minutes;
}

static gboolean
show_one (UkNoticeBoard *self,
          const UkOccurrence *occurrence,
          const UkReminder *reminder,
          gint64 now,
          gboolean low,
          GError **error)
{
  guint most = uk_reminder_book_get_most_snoozes (self->book);
  g_autoptr (UkNotification) notice = NULL;
  g_autofree char *tip = NULL;

  /* A tip says where it hurts. */
  if (self->details && self->tip != NULL && reminder->kind == UK_REMINDER_BREAK)
    tip = self->tip (occurrence, self->tip_data);
  notice = uk_notification_new_for_occurrence (occurrence, reminder, self->details, tip, now);
  notice->low = low;
  if (most == 0 || occurrence->snoozes < most)
    uk_notification_set_snooze (notice, self->snooze_minutes);
  return uk_notifier_show (self->notifier, notice, error);
}

static gboolean
show_several (
    UkNoticeBoard *self, UkReminderKind kind, GPtrArray *occurrences, gboolean low, GError **error)
{
  g_autoptr (UkNotification) notice = NULL;
  guint i;

  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);
    g_autofree char *id = uk_occurrence_to_id (occurrence);

    uk_notifier_withdraw (self->notifier, id);
    g_hash_table_add (self->several[kind], uk_occurrence_copy (occurrence));
  }
  notice = uk_notification_new_for_several (kind, g_hash_table_size (self->several[kind]));
  notice->low = low;
  return uk_notifier_show (self->notifier, notice, error);
}

static gboolean
show_kind (UkNoticeBoard *self,
           UkReminderKind kind,
           GPtrArray *occurrences,
           gint64 now,
           gboolean low,
           GError **error)
{
  guint i;

  /* Once there is one for several, all that comes belongs to it. */
  if (occurrences->len > 0
      && occurrences->len + g_hash_table_size (self->several[kind]) > MOST_NOTICES)
    return show_several (self, kind, occurrences, low, error);
  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);
    const UkReminder *reminder = uk_reminder_book_find (self->book, occurrence->reminder, NULL);

    if (!show_one (self, occurrence, reminder, now, low, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_notice_board_show:
 * @occurrences: (element-type UkOccurrence): what is due
 * @now: Unix seconds
 * @low: whether they are less urgent than usual
 * @error: why nobody showed them
 *
 * Shows each, or one notification for many of a kind.
 *
 * Returns: whether all were handed over
 */
gboolean
uk_notice_board_show (
    UkNoticeBoard *self, GPtrArray *occurrences, gint64 now, gboolean low, GError **error)
{
  guint kind, i;

  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), FALSE);
  g_return_val_if_fail (occurrences != NULL, FALSE);

  for (kind = 0; kind < N_KINDS; kind++) {
    g_autoptr (GPtrArray) alike = g_ptr_array_new ();

    for (i = 0; i < occurrences->len; i++) {
      UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      const UkReminder *reminder = uk_reminder_book_find (self->book, occurrence->reminder, NULL);

      if (reminder != NULL && reminder->kind == kind)
        g_ptr_array_add (alike, occurrence);
    }
    if (!show_kind (self, (UkReminderKind)kind, alike, now, low, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_notice_board_show_missed:
 * @n: how many nobody could be told of
 * @error: why nobody showed it
 *
 * Returns: whether it was handed over
 */
gboolean
uk_notice_board_show_missed (UkNoticeBoard *self, guint n, GError **error)
{
  g_autoptr (UkNotification) notice = uk_notification_new_for_missed (n);

  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), FALSE);

  return uk_notifier_show (self->notifier, notice, error);
}

/**
 * uk_notice_board_show_rest:
 * @reminder: what does not come any more, because its knot has eased
 * @error: why nobody showed it
 *
 * Returns: whether it was handed over
 */
gboolean
uk_notice_board_show_rest (UkNoticeBoard *self, const UkReminder *reminder, GError **error)
{
  g_autoptr (UkNotification) notice = NULL;

  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), FALSE);
  g_return_val_if_fail (reminder != NULL, FALSE);

  notice = uk_notification_new_for_rest (reminder, self->details);
  return uk_notifier_show (self->notifier, notice, error);
}

/**
 * uk_notice_board_withdraw:
 * @occurrence: what shall not be on the screen any more
 *
 * Takes its notification away; the one for several goes with the last of them.
 */
void
uk_notice_board_withdraw (UkNoticeBoard *self, const UkOccurrence *occurrence)
{
  g_autofree char *id = NULL;
  guint kind;

  g_return_if_fail (UK_IS_NOTICE_BOARD (self));
  g_return_if_fail (occurrence != NULL);

  id = uk_occurrence_to_id (occurrence);
  uk_notifier_withdraw (self->notifier, id);
  for (kind = 0; kind < N_KINDS; kind++) {
    if (g_hash_table_remove (self->several[kind], occurrence)
        && g_hash_table_size (self->several[kind]) == 0) {
      g_autofree char *several = g_strconcat (UK_NOTIFICATION_SEVERAL,
                                              uk_reminder_kind_to_id ((UkReminderKind)kind), NULL);

      uk_notifier_withdraw (self->notifier, several);
    }
  }
}
