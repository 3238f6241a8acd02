/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-plan.h"

#include "core/time/uk-clock.h"

/* A week has every weekday; one day more because a zone may skip one. */
#define LOOK_AHEAD 9
/* No zone change moves the local day further than this. */
#define CLOCK_SLACK (26 * 3600)
#define LONGEST_SNOOZE (24 * 3600)

typedef struct {
  const UkPlanInput *input;
  GHashTable *logged; /* (owned) set of the keys of the log */
  UkDay today;
} Planner;

static void
planner_init (Planner *self, const UkPlanInput *input)
{
  guint i;

  self->input = input;
  self->logged = g_hash_table_new (uk_occurrence_hash, uk_occurrence_equal);
  self->today = uk_day_at (input->zone, input->now, NULL);
  for (i = 0; i < input->log->len; i++)
    g_hash_table_add (self->logged, g_ptr_array_index (input->log, i));
}

static void
planner_clear (Planner *self)
{
  g_hash_table_unref (self->logged);
}

static gint64
get_grace (const UkReminder *reminder)
{
  return (gint64)reminder->grace * 60;
}

static gboolean
is_quiet (const UkPlanInput *input, guint minute)
{
  if (input->quiet_from <= input->quiet_until)
    return minute >= input->quiet_from && minute < input->quiet_until;
  return minute >= input->quiet_from || minute < input->quiet_until;
}

static gboolean
is_silent (const UkPlanInput *input, const UkOccurrence *occurrence)
{
  return is_quiet (input, occurrence->slot) || occurrence->due < input->paused_until;
}

typedef void (*OccurrenceFunc) (Planner *self,
                                const UkReminder *reminder,
                                const UkOccurrence *occurrence,
                                gpointer data);

/* Calls @func for every time of @reminder from @first to @last that counts and is not in the log.
 */
static void
visit_days (Planner *self,
            const UkReminder *reminder,
            UkDay first,
            UkDay last,
            OccurrenceFunc func,
            gpointer data)
{
  guint n_minutes, i;
  const guint *minutes = uk_recurrence_get_minutes (reminder->recurrence, &n_minutes);
  UkDay day;

  for (day = first; day <= last; day++) {
    if (!uk_recurrence_is_on (reminder->recurrence, day))
      continue;
    for (i = 0; i < n_minutes; i++) {
      UkOccurrence occurrence = { .reminder = reminder->id, .day = day, .slot = minutes[i] };

      if (!g_hash_table_contains (self->logged, &occurrence)
          && uk_wall_time_resolve (self->input->zone, day, minutes[i], &occurrence.due)
          && occurrence.due >= reminder->since)
        func (self, reminder, &occurrence, data);
    }
  }
}

static void
add (GPtrArray *list, const UkOccurrence *occurrence)
{
  g_ptr_array_add (list, uk_occurrence_copy (occurrence));
}

/* Of several times of one reminder that are due together only the last one is shown. */
static void
fire (UkPlan *plan, const UkOccurrence *occurrence)
{
  UkOccurrence *last
      = plan->fire->len == 0 ? NULL : g_ptr_array_index (plan->fire, plan->fire->len - 1);

  if (last != NULL && last->reminder == occurrence->reminder) {
    add (plan->overtaken, last);
    *last = *occurrence;
    return;
  }
  add (plan->fire, occurrence);
}

static void
sort_past_cb (Planner *self,
              const UkReminder *reminder,
              const UkOccurrence *occurrence,
              gpointer data)
{
  UkPlan *plan = data;

  if (occurrence->due > self->input->now)
    return;
  if (is_silent (self->input, occurrence))
    add (plan->silent, occurrence);
  else if (self->input->now - occurrence->due <= get_grace (reminder))
    fire (plan, occurrence);
  else
    add (plan->missed, occurrence);
}

static void
find_next_cb (Planner *self,
              const UkReminder *reminder,
              const UkOccurrence *occurrence,
              gpointer data)
{
  gint64 *next = data;

  if (occurrence->due > self->input->now && !is_silent (self->input, occurrence))
    *next = MIN (*next, occurrence->due);
}

/* The first day from which the next time of @reminder must be looked for. */
static UkDay
find_search_start (Planner *self, const UkReminder *reminder)
{
  const UkPlanInput *input = self->input;
  UkDay start = MAX (self->today, uk_recurrence_get_from (reminder->recurrence));
  gint64 from = MAX (reminder->since, input->paused_until == UK_NEVER ? 0 : input->paused_until);

  if (from > input->now)
    start = MAX (start, uk_day_at (input->zone, from, NULL));
  return start;
}

static const UkReminder *
find_reminder (const UkPlanInput *input, gint64 id)
{
  guint i;

  for (i = 0; i < input->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (input->reminders, i);

    if (reminder->id == id)
      return reminder;
  }
  return NULL;
}

static gboolean
is_firing (UkPlan *plan, gint64 reminder)
{
  guint i;

  for (i = 0; i < plan->fire->len; i++) {
    if (((UkOccurrence *)g_ptr_array_index (plan->fire, i))->reminder == reminder)
      return TRUE;
  }
  return FALSE;
}

/* What was put down in the future, about the future.  What is past stays, whenever it was put down.
 */
static gboolean
is_bogus (const UkPlanInput *input, const UkOccurrence *occurrence)
{
  gint64 slack = CLOCK_SLACK;

  if (occurrence->state == UK_OCCURRENCE_SNOOZED)
    slack += LONGEST_SNOOZE;
  return occurrence->due - CLOCK_SLACK > input->now && occurrence->until - slack > input->now;
}

/* Shows again at @at, unless that is too long ago; waits for the end of a pause. */
static void
show_again (Planner *self,
            const UkReminder *reminder,
            const UkOccurrence *occurrence,
            gint64 at,
            UkPlan *plan)
{
  gint64 now = self->input->now;

  if (now < self->input->paused_until)
    plan->next = MIN (plan->next, MAX (at, self->input->paused_until));
  else if (at > now)
    plan->next = MIN (plan->next, at);
  else if (now - at > get_grace (reminder))
    add (plan->missed, occurrence);
  else {
    add (plan->again, occurrence);
    plan->next = MIN (plan->next, at + get_grace (reminder) + 1);
  }
}

static void
sort_logged (Planner *self, const UkOccurrence *occurrence, UkPlan *plan)
{
  const UkPlanInput *input = self->input;
  const UkReminder *reminder;

  if (is_bogus (input, occurrence)) {
    add (plan->bogus, occurrence);
    return;
  }
  if (!uk_occurrence_is_open (occurrence))
    return;
  reminder = find_reminder (input, occurrence->reminder);
  if (reminder == NULL || !reminder->enabled) {
    add (plan->ignored, occurrence);
  } else if (is_firing (plan, occurrence->reminder)) {
    add (plan->overtaken, occurrence);
  } else if (occurrence->state == UK_OCCURRENCE_SNOOZED) {
    show_again (self, reminder, occurrence, occurrence->until, plan);
  } else if (occurrence->state == UK_OCCURRENCE_CLAIMED) {
    show_again (self, reminder, occurrence, occurrence->due, plan);
  } else if (input->now - occurrence->until > get_grace (reminder)) {
    add (plan->ignored, occurrence);
  } else {
    plan->next = MIN (plan->next, occurrence->until + get_grace (reminder) + 1);
  }
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return uk_occurrence_compare (*(UkOccurrence *const *)a, *(UkOccurrence *const *)b);
}

static UkPlan *
plan_alloc (void)
{
  UkPlan *plan = g_new0 (UkPlan, 1);

  plan->fire = g_ptr_array_new_with_free_func (g_free);
  plan->again = g_ptr_array_new_with_free_func (g_free);
  plan->missed = g_ptr_array_new_with_free_func (g_free);
  plan->silent = g_ptr_array_new_with_free_func (g_free);
  plan->overtaken = g_ptr_array_new_with_free_func (g_free);
  plan->ignored = g_ptr_array_new_with_free_func (g_free);
  plan->bogus = g_ptr_array_new_with_free_func (g_free);
  plan->next = UK_NEVER;
  return plan;
}

/**
 * uk_plan_new:
 * @input: all that is known
 *
 * Works out what must happen now.  Depends on nothing but @input; takes time in proportion to the
 * number of reminders.
 *
 * Returns: (transfer full): the plan
 */
UkPlan *
uk_plan_new (const UkPlanInput *input)
{
  UkPlan *plan = plan_alloc ();
  Planner planner;
  guint i;

  g_return_val_if_fail (input != NULL, plan);

  planner_init (&planner, input);
  for (i = 0; i < input->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (input->reminders, i);
    UkDay start;

    if (!reminder->enabled)
      continue;
    start = find_search_start (&planner, reminder);
    visit_days (&planner, reminder, planner.today - UK_PLAN_LOOK_BACK, planner.today, sort_past_cb,
                plan);
    if (input->paused_until != UK_NEVER)
      visit_days (&planner, reminder, start, start + LOOK_AHEAD, find_next_cb, &plan->next);
  }
  for (i = 0; i < input->log->len; i++)
    sort_logged (&planner, g_ptr_array_index (input->log, i), plan);
  planner_clear (&planner);

  g_ptr_array_sort (plan->fire, compare_pointers);
  g_ptr_array_sort (plan->again, compare_pointers);
  return plan;
}

/**
 * uk_plan_free:
 * @plan: (nullable):
 */
void
uk_plan_free (UkPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->fire);
  g_ptr_array_unref (plan->again);
  g_ptr_array_unref (plan->missed);
  g_ptr_array_unref (plan->silent);
  g_ptr_array_unref (plan->overtaken);
  g_ptr_array_unref (plan->ignored);
  g_ptr_array_unref (plan->bogus);
  g_free (plan);
}

static void
list_coming_cb (Planner *self,
                const UkReminder *reminder,
                const UkOccurrence *occurrence,
                gpointer data)
{
  if (occurrence->due > self->input->now && !is_silent (self->input, occurrence))
    add (data, occurrence);
}

/**
 * uk_plan_list_coming:
 * @input: all that is known
 * @days: how many local days, today included
 *
 * Lists what will be shown on these days.  A snoozed occurrence has as @due the time at which it is
 * back.
 *
 * Returns: (transfer container) (element-type UkOccurrence): in order of time
 */
GPtrArray *
uk_plan_list_coming (const UkPlanInput *input, guint days)
{
  GPtrArray *coming = g_ptr_array_new_with_free_func (g_free);
  Planner planner;
  UkDay last;
  guint i;

  g_return_val_if_fail (input != NULL, coming);

  planner_init (&planner, input);
  last = planner.today + (UkDay)days - 1;
  for (i = 0; i < input->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (input->reminders, i);

    if (reminder->enabled)
      visit_days (&planner, reminder, planner.today, last, list_coming_cb, coming);
  }
  for (i = 0; i < input->log->len; i++) {
    UkOccurrence occurrence = *(UkOccurrence *)g_ptr_array_index (input->log, i);

    if (occurrence.state != UK_OCCURRENCE_SNOOZED || occurrence.until <= input->now)
      continue;
    occurrence.due = MAX (occurrence.until, input->paused_until);
    if (uk_day_at (input->zone, occurrence.until, NULL) <= last && occurrence.due != UK_NEVER)
      add (coming, &occurrence);
  }
  planner_clear (&planner);
  g_ptr_array_sort (coming, compare_pointers);
  return coming;
}
