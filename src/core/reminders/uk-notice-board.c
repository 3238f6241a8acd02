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
  GHashTable *waiting; /* (owned) UkOccurrence (owned) -> id (owned) of its unanswered notice */
};

G_DEFINE_FINAL_TYPE (UkNoticeBoard, uk_notice_board, G_TYPE_OBJECT)

enum { SHOWN, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GPtrArray *
take_waiting (UkNoticeBoard *self, const char *id)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer occurrence, notice;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &occurrence, &notice)) {
    if (!g_str_equal (notice, id))
      continue;
    g_ptr_array_add (taken, uk_occurrence_copy (occurrence));
    g_hash_table_iter_remove (&iter);
  }
  return taken;
}

static void
answered_cb (UkNoticeBoard *self, const char *id, const char *problem)
{
  g_autoptr (GPtrArray) taken = take_waiting (self, id);
  guint i;

  if (problem != NULL) {
    g_signal_emit (self, signals[FAILED], 0, problem);
    return;
  }
  for (i = 0; i < taken->len; i++)
    g_signal_emit (self, signals[SHOWN], 0, g_ptr_array_index (taken, i));
}

static void
wait_for (UkNoticeBoard *self, const UkOccurrence *occurrence, const char *id)
{
  g_hash_table_replace (self->waiting, uk_occurrence_copy (occurrence), g_strdup (id));
}

static void
dispose (GObject *object)
{
  UkNoticeBoard *self = UK_NOTICE_BOARD (object);

  if (self->notifier != NULL)
    g_signal_handlers_disconnect_by_data (self->notifier, self);
  g_clear_object (&self->notifier);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (uk_notice_board_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkNoticeBoard *self = UK_NOTICE_BOARD (object);
  guint i;

  g_hash_table_unref (self->waiting);
  for (i = 0; i < N_KINDS; i++)
    g_hash_table_unref (self->several[i]);
  G_OBJECT_CLASS (uk_notice_board_parent_class)->finalize (object);
}

static void
uk_notice_board_class_init (UkNoticeBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = UK_TYPE_NOTICE_BOARD;

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_notice_board_init (UkNoticeBoard *self)
{
  guint i;

  self->snooze_minutes = SNOOZE_MINUTES;
  self->waiting = g_hash_table_new_full (uk_occurrence_hash, uk_occurrence_equal, g_free, g_free);
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
  g_signal_connect_swapped (notifier, "answered", G_CALLBACK (answered_cb), self);
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

static void
show_one (UkNoticeBoard *self,
          const UkOccurrence *occurrence,
          const UkReminder *reminder,
          gint64 now,
          gboolean low)
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
  if (!low)
    wait_for (self, occurrence, notice->id);
  uk_notifier_show (self->notifier, notice);
}

static void
show_several (UkNoticeBoard *self, UkReminderKind kind, GPtrArray *occurrences, gboolean low)
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
  for (i = 0; !low && i < occurrences->len; i++)
    wait_for (self, g_ptr_array_index (occurrences, i), notice->id);
  uk_notifier_show (self->notifier, notice);
}

static void
show_kind (
    UkNoticeBoard *self, UkReminderKind kind, GPtrArray *occurrences, gint64 now, gboolean low)
{
  guint i;

  /* Once there is one for several, all that comes belongs to it. */
  if (occurrences->len > 0
      && occurrences->len + g_hash_table_size (self->several[kind]) > MOST_NOTICES) {
    show_several (self, kind, occurrences, low);
    return;
  }
  for (i = 0; i < occurrences->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);
    const UkReminder *reminder = uk_reminder_book_find (self->book, occurrence->reminder, NULL);

    show_one (self, occurrence, reminder, now, low);
  }
}

/**
 * uk_notice_board_show:
 * @occurrences: (element-type UkOccurrence): what is due
 * @now: Unix seconds
 * @low: whether they were shown before: less urgent than usual, and `shown` is not told again
 *
 * Shows each, or one notification for many of a kind.  What is on its way to the screen is left
 * alone.
 */
void
uk_notice_board_show (UkNoticeBoard *self, GPtrArray *occurrences, gint64 now, gboolean low)
{
  guint kind, i;

  g_return_if_fail (UK_IS_NOTICE_BOARD (self));
  g_return_if_fail (occurrences != NULL);

  for (kind = 0; kind < N_KINDS; kind++) {
    g_autoptr (GPtrArray) alike = g_ptr_array_new ();

    for (i = 0; i < occurrences->len; i++) {
      UkOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      const UkReminder *reminder = uk_reminder_book_find (self->book, occurrence->reminder, NULL);

      if (reminder != NULL && reminder->kind == kind
          && !g_hash_table_contains (self->waiting, occurrence))
        g_ptr_array_add (alike, occurrence);
    }
    show_kind (self, (UkReminderKind)kind, alike, now, low);
  }
}

/**
 * uk_notice_board_show_missed:
 * @n: how many nobody could be told of
 */
void
uk_notice_board_show_missed (UkNoticeBoard *self, guint n)
{
  g_autoptr (UkNotification) notice = uk_notification_new_for_missed (n);

  g_return_if_fail (UK_IS_NOTICE_BOARD (self));

  uk_notifier_show (self->notifier, notice);
}

/**
 * uk_notice_board_show_rest:
 * @reminder: what does not come any more, because its knot has eased
 */
void
uk_notice_board_show_rest (UkNoticeBoard *self, const UkReminder *reminder)
{
  g_autoptr (UkNotification) notice = NULL;

  g_return_if_fail (UK_IS_NOTICE_BOARD (self));
  g_return_if_fail (reminder != NULL);

  notice = uk_notification_new_for_rest (reminder, self->details);
  uk_notifier_show (self->notifier, notice);
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
  g_hash_table_remove (self->waiting, occurrence);
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
