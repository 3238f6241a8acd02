/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-plan.h"
#include "core/time/uk-clock.h"

/* A week has every weekday; one day more because a zone may skip one. */
#define LOOK_AHEAD 9
/* More taken keys than this cannot follow one another. */
#define MOST_STEPS 300

/**
 * uk_plan_is_quiet:
 * @input: its quiet hours
 * @minute: minute of the day
 *
 * Returns: whether quiet hours hold at @minute
 */
gboolean
uk_plan_is_quiet (const UkPlanInput *input, guint minute)
{
  g_return_val_if_fail (input != NULL, FALSE);

  if (input->quiet_from <= input->quiet_until)
    return minute >= input->quiet_from && minute < input->quiet_until;
  return minute >= input->quiet_from || minute < input->quiet_until;
}

/**
 * uk_plan_find_quiet_end:
 * @input: its quiet hours
 * @instant: Unix seconds within quiet hours
 *
 * Returns: the Unix seconds at which they end
 */
gint64
uk_plan_find_quiet_end (const UkPlanInput *input, gint64 instant)
{
  gint64 end = instant;
  guint minute;
  UkDay day;

  g_return_val_if_fail (input != NULL, instant);

  day = uk_day_at (input->zone, instant, &minute);
  if (minute >= input->quiet_until)
    day++;
  /* A zone may skip a day. */
  if (!uk_wall_time_resolve (input->zone, day, input->quiet_until, &end))
    uk_wall_time_resolve (input->zone, day + 1, input->quiet_until, &end);
  return MAX (end, instant);
}

/* The instant at which @minute of @day, perhaps midnight at its end, is. */
static gboolean
resolve (GTimeZone *zone, UkDay day, guint minute, gint64 *instant)
{
  guint i;

  if (minute < UK_MINUTES_PER_DAY)
    return uk_wall_time_resolve (zone, day, minute, instant);
  for (i = 1; i <= 2; i++) {
    if (uk_wall_time_resolve (zone, day + (UkDay)i, 0, instant))
      return TRUE;
  }
  return FALSE;
}

static void
set_key (GTimeZone *zone, const UkReminder *reminder, gint64 due, UkOccurrence *occurrence)
{
  gint64 start;

  *occurrence = (UkOccurrence){ .reminder = reminder->id, .due = due };
  occurrence->day = uk_day_at (zone, due, &occurrence->slot);
  /* Minutes that have passed, so that a doubled hour has its own. */
  if (uk_wall_time_resolve (zone, occurrence->day, 0, &start) && due >= start)
    occurrence->slot = (guint)MIN ((due - start) / 60, UK_SLOTS_PER_DAY - 1);
}

/* Looks in the window from @start to @end; returns whether there is a time in it. */
static gboolean
find_in_window (const UkPlanInput *input,
                const UkReminder *reminder,
                gint64 anchor,
                gint64 start,
                gint64 end,
                GHashTable *logged,
                UkOccurrence *occurrence)
{
  gint64 step = (gint64)uk_recurrence_peek (reminder->recurrence)->every * 60;
  gint64 due = MAX (anchor, start) + step;
  guint i, minute;

  for (i = 0; i < MOST_STEPS && due <= end; i++) {
    uk_day_at (input->zone, due, &minute);
    if (uk_plan_is_quiet (input, minute)) {
      due = uk_plan_find_quiet_end (input, due) + step;
      continue;
    }
    set_key (input->zone, reminder, due, occurrence);
    if (logged == NULL || !g_hash_table_contains (logged, occurrence))
      return TRUE;
    due += step;
  }
  return FALSE;
}

/* When the person began to sit, as far as is known. */
static gint64
find_anchor (const UkPlanInput *input, const UkReminder *reminder, gint64 last)
{
  gint64 anchor = MAX (reminder->since, last);

  if (input->rested_at <= input->now)
    anchor = MAX (anchor, input->rested_at);
  if (input->paused_until != UK_NEVER)
    anchor = MAX (anchor, input->paused_until);
  return anchor;
}

/**
 * uk_plan_find_interval:
 * @input: all that is known
 * @reminder: one whose recurrence is an interval
 * @last: Unix seconds at which it came or was answered last; 0: never
 * @logged: (nullable): set of #UkOccurrence keys that are taken
 * @occurrence: (out): when it comes next; may be past
 *
 * Counts elapsed time, so that neither a doubled nor a skipped hour changes the distance.  Looks at
 * a bounded number of days.
 *
 * Returns: %FALSE if it does not come within the next days
 */
gboolean
uk_plan_find_interval (const UkPlanInput *input,
                       const UkReminder *reminder,
                       gint64 last,
                       GHashTable *logged,
                       UkOccurrence *occurrence)
{
  const UkRecurrenceSpec *spec;
  gint64 anchor, start, end;
  UkDay first, day;
  guint i;

  g_return_val_if_fail (input != NULL && reminder != NULL, FALSE);
  g_return_val_if_fail (uk_recurrence_is_interval (reminder->recurrence), FALSE);
  g_return_val_if_fail (occurrence != NULL, FALSE);

  if (input->paused_until == UK_NEVER)
    return FALSE;
  spec = uk_recurrence_peek (reminder->recurrence);
  anchor = find_anchor (input, reminder, last);
  first = uk_day_at (input->zone, anchor, NULL);
  if (spec->from != UK_DAY_NONE)
    first = MAX (first, spec->from);
  for (day = first; day <= first + LOOK_AHEAD; day++) {
    guint weekday = UK_WEEKDAY (uk_day_get_weekday (day));

    if (!uk_reminder_is_on (reminder, day))
      continue;
    for (i = 0; i < spec->n_windows; i++) {
      const UkHours *window = &spec->windows[i];

      if ((window->weekdays & weekday) != 0 && resolve (input->zone, day, window->from, &start)
          && resolve (input->zone, day, window->until, &end)
          && find_in_window (input, reminder, anchor, start, end, logged, occurrence))
        return TRUE;
    }
  }
  return FALSE;
}
