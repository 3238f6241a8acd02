/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-programme-rating.h"

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"

/* Opens a knot there if there is none.  Returns: whether it was saved */
gboolean
uk_programme_rating_save (
    const UkContext *context, const char *region, UkSide side, int value, gint64 now, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (UkKnot) knot = NULL;
  UkRating rating = { .at = now, .value = value, .moment = UK_MOMENT_LOG };
  const UkKnot opened = { .id = id, .region = (char *)region, .side = side, .opened = now };

  g_return_val_if_fail (context != NULL && context->store != NULL && region != NULL, FALSE);

  knot = uk_store_find_open_knot (context->store, region, side, NULL);
  if (knot == NULL && !uk_store_save_knot (context->store, &opened, error))
    return FALSE;
  rating.knot = knot != NULL ? knot->id : id;
  if (uk_store_add_rating (context->store, &rating, error) == 0)
    return FALSE;
  uk_reminder_client_note_ratings (context->reminders);
  uk_programme_book_touch (context->programmes);
  return TRUE;
}
