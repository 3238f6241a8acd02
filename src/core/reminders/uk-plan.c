/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-plan.h"

#include "core/time/uk-clock.h"

/* On so many of its next days a reminder has a time that is not silent, or it never has. */
#define LOOK_AHEAD 9
/* No zone change moves the local day further than this. */
#define CLOCK_SLACK (26 * 3600)
#define LONGEST_SNOOZE (24 * 3600)
/* What could not be shown for so long says nothing any more. */
#define LONGEST_HOLD (12 * 3600)
#define DAY_SECONDS 86400
#define N_DAYS (UK_PLAN_LOOK_BACK + LOOK_AHEAD + 1)
#define COMING_DAYS 800

/* When a day begins, if it has 24 hours. */
typedef struct {
  gboolean known;
  gboolean regular;
  gint64 start;
} DayStart;

typedef struct {
  const UkPlanInput *input;
  GHashTable *logged;    /* (owned) set of the keys of the log */
  GHashTable *reminders; /* (owned) id -> UkReminder */
  GHashTable *last;      /* (owned) id of an interval's reminder -> its last row of the log */
  GHashTable *firing;    /* (owned) set of ids */
  UkDay today;
  DayStart days[N_DAYS]; /* from today - UK_PLAN_LOOK_BACK on */
} Planner;

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

/* Keeps the newest row; what a clock that was set back calls the future does not count. */
static void
note_last (Planner *self, UkOccurrence *occurrence)
{
  const UkOccurrence *last;

  if (is_bogus (self->input, occurrence)
      || (occurrence->until > self->input->now && occurrence->state != UK_OCCURRENCE_SNOOZED))
    return;
  last = g_hash_table_lookup (self->last, &occurrence->reminder);
  if (last == NULL || last->until < occurrence->until)
    g_hash_table_replace (self->last, &occurrence->reminder, occurrence);
}

static void
planner_init (Planner *self, const UkPlanInput *input)
{
  guint i;

  memset (self, 0, sizeof *self);
  self->input = input;
  self->logged = g_hash_table_new (uk_occurrence_hash, uk_occurrence_equal);
  self->reminders = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->last = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->firing = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->today = uk_day_at (input->zone, input->now, NULL);
  for (i = 0; i < input->reminders->len; i++) {
    UkReminder *reminder = g_ptr_array_index (input->reminders, i);

    g_hash_table_insert (self->reminders, &reminder->id, reminder);
  }
  for (i = 0; i < input->log->len; i++) {
    UkOccurrence *occurrence = g_ptr_array_index (input->log, i);
    const UkReminder *reminder = g_hash_table_lookup (self->reminders, &occurrence->reminder);

    g_hash_table_add (self->logged, occurrence);
    if (reminder != NULL && uk_recurrence_is_interval (reminder->recurrence))
      note_last (self, occurrence);
  }
}

static void
planner_clear (Planner *self)
{
  g_hash_table_unref (self->logged);
  g_hash_table_unref (self->reminders);
  g_hash_table_unref (self->last);
  g_hash_table_unref (self->firing);
}

/* As uk_wall_time_resolve(), which is asked only about days that are not like others. */
static gboolean
resolve (Planner *self, UkDay day, guint minute, gint64 *due)
{
  int index = day - (self->today - UK_PLAN_LOOK_BACK);
  GTimeZone *zone = self->input->zone;
  DayStart *start;

  if (index < 0 || index >= N_DAYS)
    return uk_wall_time_resolve (zone, day, minute, due);
  start = &self->days[index];
  if (!start->known) {
    gint64 last;

    start->known = TRUE;
    start->regular = uk_wall_time_resolve (zone, day, 0, &start->start)
                     && uk_wall_time_resolve (zone, day, UK_MINUTES_PER_DAY - 1, &last)
                     && last - start->start == DAY_SECONDS - 60
                     && uk_day_at (zone, start->start - 1, NULL) < day
                     && uk_day_at (zone, start->start + DAY_SECONDS, NULL) > day;
  }
  if (!start->regular)
    return uk_wall_time_resolve (zone, day, minute, due);
  *due = start->start + (gint64)minute * 60;
  return TRUE;
}

static gint64
get_grace (const UkReminder *reminder)
{
  return (gint64)reminder->grace * 60;
}

static gboolean
is_silent (const UkPlanInput *input, const UkOccurrence *occurrence)
{
  return (!input->quiet_moves && uk_plan_is_quiet (input, occurrence->slot))
         || occurrence->due < input->paused_until;
}

/* When it may be shown: its time, or the end of the quiet hours that it falls into. */
static gint64
get_showable (const UkPlanInput *input, const UkOccurrence *occurrence)
{
  return input->quiet_moves && uk_plan_is_quiet (input, occurrence->slot)
             ? uk_plan_find_quiet_end (input, occurrence->due)
             : occurrence->due;
}

typedef void (*OccurrenceFunc) (Planner *self,
                                const UkReminder *reminder,
                                const UkOccurrence *occurrence,
                                gpointer data);

/* Calls @func for every time of @reminder on @day that counts and is not in the log. */
static void
visit_day (Planner *self, const UkReminder *reminder, UkDay day, OccurrenceFunc func, gpointer data)
{
  guint n_minutes, i, n;
  const guint *minutes = uk_recurrence_get_minutes (reminder->recurrence, &n_minutes);

  if (!uk_reminder_is_on (reminder, day))
    return;
  n = uk_recurrence_count_on (reminder->recurrence, day);
  for (i = 0; i < n; i++) {
    UkOccurrence occurrence = { .reminder = reminder->id, .day = day, .slot = minutes[i] };

    if (!g_hash_table_contains (self->logged, &occurrence)
        && resolve (self, day, minutes[i], &occurrence.due) && occurrence.due >= reminder->since)
      func (self, reminder, &occurrence, data);
  }
}

static void
add (GPtrArray *list, const UkOccurrence *occurrence)
{
  g_ptr_array_add (list, uk_occurrence_copy (occurrence));
}

/* Of several times of one reminder that are due together only the last one is kept in @list. */
static void
fire (Planner *self, UkPlan *plan, GPtrArray *list, const UkOccurrence *occurrence)
{
  UkOccurrence *last = list->len == 0 ? NULL : g_ptr_array_index (list, list->len - 1);

  if (last != NULL && last->reminder == occurrence->reminder) {
    add (plan->overtaken, last);
    *last = *occurrence;
    return;
  }
  add (list, occurrence);
  g_hash_table_add (self->firing,
                    &((UkOccurrence *)g_ptr_array_index (list, list->len - 1))->reminder);
}

static void
sort_past_cb (Planner *self,
              const UkReminder *reminder,
              const UkOccurrence *occurrence,
              gpointer data)
{
  gint64 showable, now = self->input->now;
  UkPlan *plan = data;

  if (occurrence->due > now)
    return;
  showable = get_showable (self->input, occurrence);
  if (is_silent (self->input, occurrence))
    add (plan->silent, occurrence);
  else if (now - showable > get_grace (reminder))
    add (plan->missed, occurrence);
  else
    fire (self, plan, self->input->held || showable > now ? plan->held : plan->fire, occurrence);
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

/* Its days are in order, so that the first one with a time has the next one. */
static void
find_next (Planner *self, const UkReminder *reminder, UkDay start, UkPlan *plan)
{
  gint64 next = UK_NEVER;
  UkDay day = start;
  guint i;

  for (i = 0; i < LOOK_AHEAD && next == UK_NEVER; i++) {
    day = uk_recurrence_find_day (reminder->recurrence, day);
    if (day == UK_DAY_NONE)
      return;
    visit_day (self, reminder, day, find_next_cb, &next);
    day++;
  }
  plan->next = MIN (plan->next, next);
}

static gint64
get_last (Planner *self, const UkReminder *reminder)
{
  const UkOccurrence *last = g_hash_table_lookup (self->last, &reminder->id);

  return last == NULL ? 0 : last->until;
}

static void
sort_interval (Planner *self, const UkReminder *reminder, UkPlan *plan)
{
  const UkPlanInput *input = self->input;
  UkOccurrence occurrence;

  if (!uk_plan_find_interval (input, reminder, get_last (self, reminder), self->logged,
                              &occurrence))
    return;
  if (occurrence.due > input->now)
    plan->next = MIN (plan->next, occurrence.due);
  else if (input->away)
    return;
  else if (input->now - occurrence.due > get_grace (reminder))
    add (plan->rested, &occurrence);
  else
    fire (self, plan, input->held ? plan->held : plan->fire, &occurrence);
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
  else if (self->input->held)
    add (plan->held, occurrence);
  else {
    add (plan->again, occurrence);
    plan->next = MIN (plan->next, at + get_grace (reminder) + 1);
  }
}

/* Shows what was held back as soon as nothing holds it any more; once. */
static void
release (Planner *self, const UkOccurrence *occurrence, UkPlan *plan)
{
  const UkPlanInput *input = self->input;
  gint64 showable = get_showable (input, occurrence);

  if (input->now - showable > LONGEST_HOLD)
    add (plan->missed, occurrence);
  else if (input->now < input->paused_until)
    plan->next = MIN (plan->next, MIN (input->paused_until, showable + LONGEST_HOLD + 1));
  else if (showable > input->now)
    plan->next = MIN (plan->next, showable);
  else if (input->held)
    plan->next = MIN (plan->next, showable + LONGEST_HOLD + 1);
  else
    add (plan->again, occurrence);
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
  reminder = g_hash_table_lookup (self->reminders, &occurrence->reminder);
  if (reminder == NULL || !reminder->enabled) {
    add (plan->ignored, occurrence);
  } else if (g_hash_table_contains (self->firing, &occurrence->reminder)) {
    add (plan->overtaken, occurrence);
  } else if (occurrence->state == UK_OCCURRENCE_HELD) {
    release (self, occurrence, plan);
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
  plan->held = g_ptr_array_new_with_free_func (g_free);
  plan->missed = g_ptr_array_new_with_free_func (g_free);
  plan->silent = g_ptr_array_new_with_free_func (g_free);
  plan->rested = g_ptr_array_new_with_free_func (g_free);
  plan->overtaken = g_ptr_array_new_with_free_func (g_free);
  plan->ignored = g_ptr_array_new_with_free_func (g_free);
  plan->bogus = g_ptr_array_new_with_free_func (g_free);
  plan->next = UK_NEVER;
  return plan;
}

static void
sort_reminder (Planner *self, const UkReminder *reminder, UkPlan *plan)
{
  UkDay day;

  if (!reminder->enabled)
    return;
  if (uk_recurrence_is_interval (reminder->recurrence)) {
    sort_interval (self, reminder, plan);
    return;
  }
  for (day = self->today - UK_PLAN_LOOK_BACK; day <= self->today; day++)
    visit_day (self, reminder, day, sort_past_cb, plan);
  if (self->input->paused_until != UK_NEVER)
    find_next (self, reminder, find_search_start (self, reminder), plan);
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
  for (i = 0; i < input->reminders->len; i++)
    sort_reminder (&planner, g_ptr_array_index (input->reminders, i), plan);
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
  g_ptr_array_unref (plan->held);
  g_ptr_array_unref (plan->missed);
  g_ptr_array_unref (plan->silent);
  g_ptr_array_unref (plan->rested);
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
  UkOccurrence coming = *occurrence;

  coming.due = get_showable (self->input, occurrence);
  if (coming.due > self->input->now && !is_silent (self->input, occurrence))
    add (data, &coming);
}

/* Of an interval only the next time is known. */
static void
list_reminder (Planner *self, const UkReminder *reminder, UkDay last, GPtrArray *coming)
{
  UkOccurrence occurrence;
  UkDay day;

  if (!reminder->enabled)
    return;
  if (uk_recurrence_is_interval (reminder->recurrence)) {
    if (uk_plan_find_interval (self->input, reminder, get_last (self, reminder), self->logged,
                               &occurrence)
        && occurrence.due > self->input->now && occurrence.day <= last)
      add (coming, &occurrence);
    return;
  }
  for (day = self->today - 1; day <= last; day++)
    visit_day (self, reminder, day, list_coming_cb, coming);
}

/* What is put off or held back; its @due becomes the time at which it is back. */
static void
list_waiting (Planner *self, const UkOccurrence *occurrence, UkDay last, GPtrArray *coming)
{
  const UkPlanInput *input = self->input;
  UkOccurrence waiting = *occurrence;

  if (occurrence->state == UK_OCCURRENCE_HELD)
    waiting.due = get_showable (input, occurrence);
  else if (occurrence->state == UK_OCCURRENCE_SNOOZED)
    waiting.due = occurrence->until;
  else
    return;
  if (waiting.due <= input->now)
    return;
  waiting.due = MAX (waiting.due, input->paused_until);
  if (waiting.due != UK_NEVER && uk_day_at (input->zone, waiting.due, NULL) <= last)
    add (coming, &waiting);
}

/**
 * uk_plan_list_coming:
 * @input: all that is known
 * @days: how many local days, today included
 *
 * Lists what will be shown on these days.  A snoozed or held occurrence has as @due the time at
 * which it is back.
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
  for (i = 0; i < input->reminders->len; i++)
    list_reminder (&planner, g_ptr_array_index (input->reminders, i), last, coming);
  for (i = 0; i < input->log->len; i++)
    list_waiting (&planner, g_ptr_array_index (input->log, i), last, coming);
  planner_clear (&planner);
  g_ptr_array_sort (coming, compare_pointers);
  return coming;
}

/* The next times of an interval, if each comes just when it is due. */
static void
list_next_of_interval (Planner *self, const UkReminder *reminder, guint most, GPtrArray *coming)
{
  UkPlanInput later = *self->input;
  UkOccurrence occurrence;
  guint i;

  for (i = 0; i < most; i++) {
    if (!uk_plan_find_interval (&later, reminder, i == 0 ? get_last (self, reminder) : later.now,
                                self->logged, &occurrence))
      return;
    add (coming, &occurrence);
    later.now = MAX (later.now, occurrence.due);
  }
}

/**
 * uk_plan_list_next:
 * @input: all that is known, with one reminder
 * @most: how many
 *
 * Lists the next times of the one reminder, however far away, as a preview: quiet hours and breaks
 * taken are left aside.
 *
 * Returns: (transfer container) (element-type UkOccurrence): in order of time
 */
GPtrArray *
uk_plan_list_next (const UkPlanInput *input, guint most)
{
  GPtrArray *coming = g_ptr_array_new_with_free_func (g_free);
  const UkReminder *reminder;
  Planner planner;
  UkDay day;
  guint i;

  g_return_val_if_fail (input != NULL && input->reminders->len == 1, coming);

  planner_init (&planner, input);
  reminder = g_ptr_array_index (input->reminders, 0);
  day = find_search_start (&planner, reminder);
  if (uk_recurrence_is_interval (reminder->recurrence)) {
    list_next_of_interval (&planner, reminder, most, coming);
  } else {
    for (i = 0; i < COMING_DAYS && coming->len < most && day != UK_DAY_NONE; i++) {
      day = uk_recurrence_find_day (reminder->recurrence, day);
      if (day != UK_DAY_NONE)
        visit_day (&planner, reminder, day++, list_coming_cb, coming);
    }
  }
  planner_clear (&planner);
  if (coming->len > most)
    g_ptr_array_set_size (coming, (gint)most);
  return coming;
}
