/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notice-board.h"

#include "core/reminders/uk-notification-words.h"

struct _UkNoticeBoard {
  GObject parent_instance;

  UkNotifier *notifier; /* (owned) */
  gboolean details;
  GHashTable *several; /* (owned) set of UkOccurrence (owned) that share one notification */
};

G_DEFINE_FINAL_TYPE (UkNoticeBoard, uk_notice_board, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  UkNoticeBoard *self = UK_NOTICE_BOARD (object);

  g_object_unref (self->notifier);
  g_hash_table_unref (self->several);
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
  self->several = g_hash_table_new_full (uk_occurrence_hash, uk_occurrence_equal, g_free, NULL);
}

/**
 * uk_notice_board_new:
 * @notifier: who tells the person
 *
 * Returns: (transfer full): an empty board
 */
UkNoticeBoard *
uk_notice_board_new (UkNotifier *notifier)
{
  UkNoticeBoard *self;

  g_return_val_if_fail (UK_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (UK_TYPE_NOTICE_BOARD, NULL);
  self->notifier = g_object_ref (notifier);
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
 * uk_notice_board_show:
 * @occurrence: what is due
 * @reminder: its reminder
 * @low: whether it is less urgent than usual
 * @error: why nobody showed it
 *
 * Returns: whether it was handed over
 */
gboolean
uk_notice_board_show (UkNoticeBoard *self,
                      const UkOccurrence *occurrence,
                      const UkReminder *reminder,
                      gboolean low,
                      GError **error)
{
  g_autoptr (UkNotification) notice = NULL;

  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), FALSE);

  notice = uk_notification_new_for_occurrence (occurrence, reminder, self->details);
  notice->low = low;
  return uk_notifier_show (self->notifier, notice, error);
}

/**
 * uk_notice_board_show_several:
 * @occurrences: (element-type UkOccurrence): what is due
 * @error: why nobody showed it
 *
 * Shows one notification for all of them.
 *
 * Returns: whether it was handed over
 */
gboolean
uk_notice_board_show_several (UkNoticeBoard *self, GPtrArray *occurrences, GError **error)
{
  g_autoptr (UkNotification) notice = NULL;
  guint i;

  g_return_val_if_fail (UK_IS_NOTICE_BOARD (self), FALSE);
  g_return_val_if_fail (occurrences != NULL, FALSE);

  notice = uk_notification_new_for_several (occurrences->len);
  if (!uk_notifier_show (self->notifier, notice, error))
    return FALSE;
  for (i = 0; i < occurrences->len; i++)
    g_hash_table_add (self->several, uk_occurrence_copy (g_ptr_array_index (occurrences, i)));
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
 * uk_notice_board_withdraw:
 * @occurrence: what shall not be on the screen any more
 *
 * Takes its notification away; the one for several goes with the last of them.
 */
void
uk_notice_board_withdraw (UkNoticeBoard *self, const UkOccurrence *occurrence)
{
  g_autofree char *id = NULL;

  g_return_if_fail (UK_IS_NOTICE_BOARD (self));
  g_return_if_fail (occurrence != NULL);

  id = uk_occurrence_to_id (occurrence);
  uk_notifier_withdraw (self->notifier, id);
  if (g_hash_table_remove (self->several, occurrence) && g_hash_table_size (self->several) == 0)
    uk_notifier_withdraw (self->notifier, UK_NOTIFICATION_SEVERAL);
}
