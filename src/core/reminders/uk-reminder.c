/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-reminder.h"

static const char *const kind_ids[] = { "routine", "break", "plan-day", "log", "recheck" };

/**
 * uk_reminder_kind_to_id:
 *
 * Returns: (transfer none): its id, such as `plan-day`
 */
const char *
uk_reminder_kind_to_id (UkReminderKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_ids), kind_ids[0]);

  return kind_ids[kind];
}

/**
 * uk_reminder_kind_from_id:
 * @id: any text
 * @kind: (out):
 *
 * Returns: %FALSE, and @kind untouched, if it is none
 */
gboolean
uk_reminder_kind_from_id (const char *id, UkReminderKind *kind)
{
  guint i;

  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (i = 0; i < G_N_ELEMENTS (kind_ids); i++) {
    if (g_str_equal (kind_ids[i], id)) {
      *kind = (UkReminderKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_reminder_kind_has_routine:
 *
 * Returns: whether such a reminder must name a routine
 */
gboolean
uk_reminder_kind_has_routine (UkReminderKind kind)
{
  return kind == UK_REMINDER_ROUTINE || kind == UK_REMINDER_PLAN_DAY;
}

/**
 * uk_reminder_new:
 * @routine: routine id
 * @title: what to do, as shown to the person
 * @recurrence: when
 *
 * Returns: (transfer full): a new reminder, enabled, without region, with the usual grace
 */
UkReminder *
uk_reminder_new (const char *routine, const char *title, UkRecurrence *recurrence)
{
  UkReminder *self;

  g_return_val_if_fail (routine != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (recurrence != NULL, NULL);

  self = g_new0 (UkReminder, 1);
  self->routine = g_strdup (routine);
  self->title = g_strdup (title);
  self->recurrence = uk_recurrence_ref (recurrence);
  self->enabled = TRUE;
  self->grace = UK_GRACE_DEFAULT;
  self->pace = UK_PACE_NONE;
  return self;
}

/**
 * uk_reminder_new_for_plan:
 * @plan: id of a plan; @reference of the reminder, by which it is found again
 * @routine: routine id of that day
 * @title: what to do, as shown to the person
 * @recurrence: when; uk_recurrence_new_once() for one day
 *
 * Returns: (transfer full): a new reminder for days of a plan
 */
UkReminder *
uk_reminder_new_for_plan (const char *plan,
                          const char *routine,
                          const char *title,
                          UkRecurrence *recurrence)
{
  UkReminder *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = uk_reminder_new (routine, title, recurrence);
  self->kind = UK_REMINDER_PLAN_DAY;
  self->reference = g_strdup (plan);
  return self;
}

/**
 * uk_reminder_new_for_kind:
 * @kind: one that needs no routine
 * @title: what to do, as shown to the person
 * @recurrence: when
 *
 * Returns: (transfer full): a new reminder without routine
 */
UkReminder *
uk_reminder_new_for_kind (UkReminderKind kind, const char *title, UkRecurrence *recurrence)
{
  UkReminder *self;

  g_return_val_if_fail (!uk_reminder_kind_has_routine (kind), NULL);

  self = uk_reminder_new ("", title, recurrence);
  self->kind = kind;
  return self;
}

/**
 * uk_reminder_follow:
 * @region: region id of the knot
 * @side: its side
 *
 * Lets it follow the ratings of a knot: every day while that is sore, less often as it eases, not
 * at all when it has eased for days.
 */
void
uk_reminder_follow (UkReminder *reminder, const char *region, UkSide side)
{
  g_return_if_fail (reminder != NULL);
  g_return_if_fail (region != NULL);

  g_free (reminder->region);
  reminder->region = g_strdup (region);
  reminder->side = side;
  reminder->pace = 1;
}

/**
 * uk_reminder_is_on:
 * @day: a local day
 *
 * Returns: whether it comes on @day, by its recurrence and by its pace
 */
gboolean
uk_reminder_is_on (const UkReminder *reminder, UkDay day)
{
  g_return_val_if_fail (reminder != NULL, FALSE);

  if (reminder->pace == UK_PACE_RESTS && day >= reminder->pace_from)
    return FALSE;
  if (reminder->pace > 1 && day >= reminder->pace_from
      && (day - reminder->pace_from) % reminder->pace != 0)
    return FALSE;
  return uk_recurrence_is_on (reminder->recurrence, day);
}

/**
 * uk_reminder_copy:
 *
 * Returns: (transfer full): a copy
 */
UkReminder *
uk_reminder_copy (const UkReminder *reminder)
{
  UkReminder *self;

  g_return_val_if_fail (reminder != NULL, NULL);

  self = g_memdup2 (reminder, sizeof *reminder);
  self->reference = g_strdup (reminder->reference);
  self->routine = g_strdup (reminder->routine);
  self->title = g_strdup (reminder->title);
  self->region = g_strdup (reminder->region);
  self->recurrence = uk_recurrence_ref (reminder->recurrence);
  return self;
}

/**
 * uk_reminder_free:
 * @reminder: (nullable):
 */
void
uk_reminder_free (UkReminder *reminder)
{
  if (reminder == NULL)
    return;
  g_free (reminder->reference);
  g_free (reminder->routine);
  g_free (reminder->title);
  g_free (reminder->region);
  uk_recurrence_unref (reminder->recurrence);
  g_free (reminder);
}
