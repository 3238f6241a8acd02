/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-reminder-paces.h"

#include "core/reminders/uk-pace.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"

/* So many ratings of a knot show whether it has eased for days. */
#define MOST_RATINGS 40

static GPtrArray *
list_ratings (UkStore *store, const UkReminder *reminder, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (UkKnot) knot
      = uk_store_find_open_knot (store, reminder->region, reminder->side, &local);

  if (knot != NULL)
    return uk_store_list_newest_ratings (store, knot->id, MOST_RATINGS, error);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return g_ptr_array_new ();
}

static gboolean
find_pace (UkStore *store, const UkReminder *reminder, gint64 now, int *pace, GError **error)
{
  g_autoptr (GPtrArray) ratings = list_ratings (store, reminder, error);
  g_autofree int *values = NULL;
  g_autofree gint64 *instants = NULL;
  guint i;

  if (ratings == NULL)
    return FALSE;
  values = g_new (int, ratings->len + 1);
  instants = g_new (gint64, ratings->len + 1);
  for (i = 0; i < ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (ratings, i);

    values[i] = rating->value;
    instants[i] = rating->at;
  }
  *pace = uk_pace_find (values, instants, ratings->len, now);
  return TRUE;
}

static gboolean
set_pace (UkReminderBook *book,
          UkNoticeBoard *board,
          const UkReminder *reminder,
          int pace,
          gint64 now,
          GTimeZone *zone,
          GError **error)
{
  const UkDay today = uk_day_at (zone, now, NULL);
  g_autoptr (UkReminder) changed = uk_reminder_copy (reminder);

  changed->pace = pace;
  changed->pace_from = today;
  /* Days that the old pace left out were not missed; what is due and not yet shown stays due. */
  if (uk_reminder_is_on (reminder, today))
    changed->since = MAX (reminder->since, now - (gint64)reminder->grace * 60);
  else
    changed->since = now;
  if (uk_reminder_book_save (book, changed, error) == 0)
    return FALSE;
  if (pace == UK_PACE_RESTS)
    uk_notice_board_show_rest (board, changed);
  return TRUE;
}

/**
 * uk_reminder_paces_update:
 * @book: the reminders
 * @store: where the ratings are
 * @board: where it is said that a reminder rests
 * @now: Unix seconds
 * @zone: the local zone
 * @error: #UkStoreError
 *
 * Lets reminders that follow a knot come as often as its ratings ask for.
 *
 * Returns: whether all could be read and written
 */
gboolean
uk_reminder_paces_update (UkReminderBook *book,
                          UkStore *store,
                          UkNoticeBoard *board,
                          gint64 now,
                          GTimeZone *zone,
                          GError **error)
{
  GPtrArray *reminders;
  guint i;

  g_return_val_if_fail (UK_IS_REMINDER_BOOK (book), FALSE);
  g_return_val_if_fail (UK_IS_STORE (store), FALSE);
  g_return_val_if_fail (UK_IS_NOTICE_BOARD (board), FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  /* Saving makes a new list of the same length. */
  for (i = 0; (reminders = uk_reminder_book_list (book, error)) != NULL && i < reminders->len;
       i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);
    int pace;

    if (reminder->pace == UK_PACE_NONE || reminder->region == NULL || !reminder->enabled)
      continue;
    if (!find_pace (store, reminder, now, &pace, error))
      return FALSE;
    if (pace != reminder->pace && !set_pace (book, board, reminder, pace, now, zone, error))
      return FALSE;
  }
  return reminders != NULL;
}
