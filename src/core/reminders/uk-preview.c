/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-preview.h"

#include "core/reminders/uk-due-words.h"

#include <glib/gi18n-lib.h>

/* The next times of a reminder with @recurrence that is made now. */
static GPtrArray *
list_next (UkRecurrence *recurrence, const UkPlanInput *now, guint most)
{
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new ();
  UkPlanInput input = { .now = now->now, .zone = now->zone, .reminders = reminders, .log = log };
  UkReminder *reminder = uk_reminder_new ("", "", recurrence);

  /* Breaks step round quiet hours; of the others those that fall into them are shown as such. */
  if (uk_recurrence_is_interval (recurrence)) {
    input.quiet_from = now->quiet_from;
    input.quiet_until = now->quiet_until;
  }
  reminder->since = now->now;
  g_ptr_array_add (reminders, reminder);
  return uk_plan_list_next (&input, most);
}

/* Whether the clocks do not show, on that day, the time that was asked for. */
static gboolean
is_shifted (UkRecurrence *recurrence, const UkOccurrence *occurrence, GTimeZone *zone)
{
  guint minute;

  if (uk_recurrence_is_interval (recurrence))
    return FALSE;
  return uk_day_at (zone, occurrence->due, &minute) != occurrence->day
         || minute != occurrence->slot;
}

static gboolean
is_quiet (UkRecurrence *recurrence, const UkOccurrence *occurrence, const UkPlanInput *now)
{
  guint minute;

  if (uk_recurrence_is_interval (recurrence))
    return FALSE;
  uk_day_at (now->zone, occurrence->due, &minute);
  return uk_plan_is_quiet (now, minute);
}

static char *
describe_one (UkRecurrence *recurrence, const UkOccurrence *occurrence, const UkPlanInput *now)
{
  g_autofree char *when = uk_due_describe (occurrence->due, now->now, now->zone);

  if (is_quiet (recurrence, occurrence, now))
    /* Translators: "Today at 22:30, in your quiet hours" */
    return g_strdup_printf (_ ("%s, in your quiet hours"), when);
  if (is_shifted (recurrence, occurrence, now->zone))
    /* Translators: "Sunday at 3:00, because the clocks change" */
    return g_strdup_printf (_ ("%s, because the clocks change"), when);
  return g_steal_pointer (&when);
}

/**
 * uk_preview_describe:
 * @recurrence: a recurrence
 * @now: time, zone and quiet hours; no more of it is looked at
 * @most: how many times
 *
 * Returns: (transfer full): when a reminder made now would come, a line for each time, translated
 */
char *
uk_preview_describe (UkRecurrence *recurrence, const UkPlanInput *now, guint most)
{
  g_autoptr (GPtrArray) coming = NULL;
  GString *text;
  guint i;

  g_return_val_if_fail (recurrence != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  coming = list_next (recurrence, now, most);
  if (coming->len == 0)
    return g_strdup (_ ("Never again"));
  text = g_string_new (NULL);
  for (i = 0; i < coming->len; i++) {
    g_autofree char *one = describe_one (recurrence, g_ptr_array_index (coming, i), now);

    if (i == 0)
      /* Translators: "Next: Today at 15:00" */
      g_string_append_printf (text, _ ("Next: %s"), one);
    else
      g_string_append_printf (text, "\n%s", one);
  }
  return g_string_free (text, FALSE);
}

/* What becomes of times in quiet hours. */
static char *
warn_of_quiet_hours (const UkPlanInput *now, gboolean all)
{
  g_autofree char *from = uk_minute_to_text (now->quiet_from);
  g_autofree char *until = uk_minute_to_text (now->quiet_until);

  if (now->quiet_moves)
    /* Translators: twice a time of day */
    return g_strdup_printf (_ ("Your quiet hours begin at %s. What falls into them waits until %s"),
                            from, until);
  return g_strdup_printf (
      all ? _ ("All of these are in your quiet hours, %s to %s, and are not shown")
          : _ ("Some of these are in your quiet hours, %s to %s, and are not shown"),
      from, until);
}

/**
 * uk_preview_warn:
 * @recurrence: a recurrence
 * @now: time, zone and quiet hours; no more of it is looked at
 * @most: how many times to look at
 *
 * Returns: (transfer full) (nullable): what the person may not expect of the times that
 * uk_preview_describe() lists, a translated sentence
 */
char *
uk_preview_warn (UkRecurrence *recurrence, const UkPlanInput *now, guint most)
{
  g_autoptr (GPtrArray) coming = NULL;
  guint i, quiet = 0, shifted = 0;

  g_return_val_if_fail (recurrence != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  coming = list_next (recurrence, now, most);
  for (i = 0; i < coming->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (coming, i);

    quiet += is_quiet (recurrence, occurrence, now) ? 1 : 0;
    shifted += is_shifted (recurrence, occurrence, now->zone) ? 1 : 0;
  }
  if (quiet > 0)
    return warn_of_quiet_hours (now, quiet == coming->len);
  if (shifted > 0)
    return g_strdup (_ ("The clocks are put forward and skip that time on one day"));
  return NULL;
}
