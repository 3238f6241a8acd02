/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-programme-reminders.h"

#include <string.h>

/* Two plans whose times are no further apart share a reminder. */
#define SHARED_MINUTES 30

/* A time of some weekdays, with what it is for. */
typedef struct {
  UkDay from;
  UkDay until;
  guint weekdays;
  guint minute;
  char *title;         /* owned */
  const char *routine; /* of the first */
} Slot;

static void
clear_slot (gpointer data)
{
  g_free (((Slot *)data)->title);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const UkProgrammeTime *first = a, *second = b;

  return first->day != second->day ? (first->day < second->day ? -1 : 1)
                                   : (int)first->minute - (int)second->minute;
}

/* One for all plans around the same time of a day. */
static GArray *
merge_near (GArray *times)
{
  g_autoptr (GArray) sorted = g_array_copy (times);
  GArray *slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  guint i;

  g_array_set_clear_func (slots, clear_slot);
  g_array_sort (sorted, compare_times);
  for (i = 0; i < sorted->len; i++) {
    const UkProgrammeTime *time = &g_array_index (sorted, UkProgrammeTime, i);
    Slot *last = slots->len == 0 ? NULL : &g_array_index (slots, Slot, slots->len - 1);
    Slot slot = { time->day, time->day, UK_WEEKDAY (uk_day_get_weekday (time->day)), time->minute,
                  NULL, time->routine };

    if (last == NULL || last->from != time->day || time->minute > last->minute + SHARED_MINUTES) {
      slot.title = g_strdup (time->title);
      g_array_append_val (slots, slot);
    } else if (strstr (last->title, time->title) == NULL) {
      char *both = g_strconcat (last->title, " · ", time->title, NULL);

      g_free (last->title);
      last->title = both;
    }
  }
  return slots;
}

/* The same time for the same plans on several days. */
static GArray *
merge_days (GArray *slots)
{
  GArray *merged = g_array_new (FALSE, TRUE, sizeof (Slot));
  guint i, j;

  g_array_set_clear_func (merged, clear_slot);
  for (i = 0; i < slots->len; i++) {
    Slot *slot = &g_array_index (slots, Slot, i);
    Slot copy = *slot;

    for (j = 0; j < merged->len; j++) {
      Slot *other = &g_array_index (merged, Slot, j);

      if (other->minute != slot->minute || !g_str_equal (other->title, slot->title))
        continue;
      other->weekdays |= slot->weekdays;
      other->until = MAX (other->until, slot->until);
      break;
    }
    if (j < merged->len)
      continue;
    copy.title = g_strdup (slot->title);
    g_array_append_val (merged, copy);
  }
  return merged;
}

/* One reminder for all times of the same days. */
static UkReminder *
make_reminder (GArray *slots, guint index, gboolean *taken)
{
  const Slot *slot = &g_array_index (slots, Slot, index);
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (UkRecurrence) recurrence = NULL;
  UkDay from = slot->from, until = slot->until;
  guint i;

  for (i = index; i < slots->len; i++) {
    const Slot *other = &g_array_index (slots, Slot, i);

    if (taken[i] || other->weekdays != slot->weekdays || !g_str_equal (other->title, slot->title))
      continue;
    taken[i] = TRUE;
    g_array_append_val (minutes, other->minute);
    from = MIN (from, other->from);
    until = MAX (until, other->until);
  }
  if (minutes->len == 1 && from == until)
    recurrence = uk_recurrence_new_once (from, slot->minute);
  else
    recurrence = uk_recurrence_new (slot->weekdays, (const guint *)(gpointer)minutes->data,
                                    minutes->len, from, until, NULL);
  return recurrence == NULL ? NULL
                            : uk_reminder_new_for_plan (UK_PROGRAMME_REFERENCE, slot->routine,
                                                        slot->title, recurrence);
}

/**
 * uk_programme_reminders_new:
 * @times: (element-type UkProgrammeTime): when there is something to do, within
 * %UK_PROGRAMME_REMINDER_DAYS days
 *
 * Makes as few reminders as will do: plans around the same time share one, and so do the times of the
 * same days.
 *
 * Returns: (transfer full) (element-type UkReminder): none of them saved yet
 */
GPtrArray *
uk_programme_reminders_new (GArray *times)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GArray) merged = NULL;
  g_autofree gboolean *taken = NULL;
  guint i;

  g_return_val_if_fail (times != NULL, reminders);

  slots = merge_near (times);
  merged = merge_days (slots);
  taken = g_new0 (gboolean, merged->len + 1);
  for (i = 0; i < merged->len; i++) {
    UkReminder *reminder = taken[i] ? NULL : make_reminder (merged, i, taken);

    if (reminder != NULL)
      g_ptr_array_add (reminders, reminder);
  }
  return reminders;
}

static gboolean
is_ours (const UkReminder *reminder)
{
  return reminder->kind == UK_REMINDER_PLAN_DAY
         && g_strcmp0 (reminder->reference, UK_PROGRAMME_REFERENCE) == 0;
}

static gboolean
is_same (const UkReminder *a, const UkReminder *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->routine, b->routine)
         && uk_recurrence_equal (a->recurrence, b->recurrence);
}

/* Takes the first of @reminders that is the same as @wanted, or any if that is %NULL. */
static UkReminder *
take (GPtrArray *reminders, const UkReminder *wanted)
{
  guint i;

  for (i = 0; i < reminders->len; i++) {
    if (wanted == NULL || is_same (g_ptr_array_index (reminders, i), wanted))
      return g_ptr_array_steal_index (reminders, i);
  }
  return NULL;
}

/**
 * uk_programme_reminders_compare:
 * @wanted: (element-type UkReminder): what there should be
 * @present: (element-type UkReminder): what there is, with the reminders of others
 *
 * Returns: (transfer full): what to do so that there is what should be, and nothing of others is
 * touched
 */
UkReminderChanges *
uk_programme_reminders_compare (GPtrArray *wanted, GPtrArray *present)
{
  UkReminderChanges *changes = g_new0 (UkReminderChanges, 1);
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  guint i;

  changes->save = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  changes->delete = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_return_val_if_fail (wanted != NULL && present != NULL, changes);

  for (i = 0; i < present->len; i++) {
    if (is_ours (g_ptr_array_index (present, i)))
      g_ptr_array_add (ours, g_ptr_array_index (present, i));
  }
  for (i = 0; i < wanted->len; i++) {
    if (take (ours, g_ptr_array_index (wanted, i)) == NULL)
      g_ptr_array_add (changes->save, uk_reminder_copy (g_ptr_array_index (wanted, i)));
  }
  /* One that is no longer right becomes one that is, as long as there are any. */
  for (i = 0; i < changes->save->len && ours->len > 0; i++) {
    UkReminder *old = take (ours, NULL), *changed = g_ptr_array_index (changes->save, i);

    changed->id = old->id;
    changed->enabled = old->enabled;
  }
  for (i = 0; i < ours->len; i++)
    g_array_append_val (changes->delete, ((UkReminder *)g_ptr_array_index (ours, i))->id);
  return changes;
}

/**
 * uk_reminder_changes_free:
 * @changes: (nullable) (transfer full): what to free
 */
void
uk_reminder_changes_free (UkReminderChanges *changes)
{
  if (changes == NULL)
    return;
  g_ptr_array_unref (changes->save);
  g_array_unref (changes->delete);
  g_free (changes);
}
