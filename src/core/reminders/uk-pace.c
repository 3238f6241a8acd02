/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-pace.h"

#include "core/reminders/uk-reminder.h"

#include <glib/gi18n-lib.h>

#define DAY_SECONDS 86400
/* From so much on it is sore; up to so much it has eased. */
#define SORE 4
#define EASED 1
/* It must have been eased for so long before the reminder rests. */
#define EASED_DAYS 3
/* Older ratings say nothing about today. */
#define OLDEST_DAYS 7
#define SELDOM 3

/**
 * uk_pace_find:
 * @values: (array length=n): ratings of one knot, 0 to 10, newest first
 * @instants: (array length=n): when, Unix seconds
 * @n: how many
 * @now: Unix seconds
 *
 * A reminder that follows a knot comes daily while it is sore, every second day at 2 and 3, every
 * third day at 0 and 1, and rests when it has been there for three days.
 *
 * Returns: every how many days it comes; %UK_PACE_RESTS: not at all
 */
int
uk_pace_find (const int *values, const gint64 *instants, guint n, gint64 now)
{
  gint64 eased_since = 0;
  guint i;

  g_return_val_if_fail ((values != NULL && instants != NULL) || n == 0, 1);

  if (n == 0 || values[0] >= SORE)
    return 1;
  if (values[0] > EASED)
    return now - instants[0] > OLDEST_DAYS * DAY_SECONDS ? 1 : 2;
  for (i = 0; i < n && values[i] <= EASED; i++)
    eased_since = instants[i];
  return instants[0] - eased_since >= EASED_DAYS * DAY_SECONDS ? UK_PACE_RESTS : SELDOM;
}

/**
 * uk_pace_describe:
 * @pace: every how many days a reminder comes, %UK_PACE_RESTS or %UK_PACE_NONE
 *
 * Returns: (transfer full) (nullable): what it means, translated; %NULL for every day
 */
char *
uk_pace_describe (int pace)
{
  if (pace == UK_PACE_RESTS)
    return g_strdup (_ ("Rests, because it has eased for days"));
  if (pace <= 1)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %d day while it eases",
                                       "Every %d days while it eases", (gulong)pace),
                          pace);
}
