/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-plan.h"

#include "core/time/uk-clock.h"
#include "support/uk-fake-clock.h"

#define DAY 86400
#define HISTORIES 100000
#define STEPS 10

static const char *const zones[]
    = { "UTC",         "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago",
        "Pacific/Apia" };

/* One person's past: what the program remembers, and what was seen on the screen. */
typedef struct {
  GRand *random; /* (owned) */
  gint64 now;
  gint64 latest;        /* the latest time that the clock has shown */
  GTimeZone *zone;      /* (unowned) */
  GPtrArray *reminders; /* (owned) */
  GPtrArray *log;       /* (owned) UkOccurrence: what has been written */
  GHashTable *known;    /* (owned) key -> row of @log */
  GHashTable *fired;    /* (owned) keys that were claimed to be shown */
  gint64 paused_until;
  gboolean quiet;
  gboolean moves;
  gboolean held;
  gboolean away;
  gint64 rested_at;
} History;

static const char *const rules[] = {
  "weekly;mo,tu,we,th,fr,sa,su;00:00,02:30,12:00",
  "weekly;sa,su;02:00,03:00,23:59",
  "weekly;mo,we;10:00,10:01,10:02",
  "days;3;02:15,18:00;from=2026-01-01",
  "days;1;09:00;from=2026-03-01;count=40",
  "monthly;1,29,31;00:30",
  "interval;45;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-17:00",
  "interval;30;mo,tu,we,th,fr,sa,su=00:00-24:00",
};

static gboolean
chance (History *self, guint percent)
{
  return (guint)g_rand_int_range (self->random, 0, 100) < percent;
}

static UkReminder *
make_reminder (History *self, gint64 id)
{
  guint n = (guint)g_rand_int_range (self->random, 0, G_N_ELEMENTS (rules));
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rules[n], NULL);
  UkReminder *reminder = uk_reminder_new ("routine", "Title", recurrence);

  reminder->id = id;
  reminder->since = self->now;
  return reminder;
}

static void
start (History *self, GTimeZone *zone, guint seed)
{
  gint64 i;

  memset (self, 0, sizeof *self);
  self->random = g_rand_new_with_seed (seed);
  self->zone = zone;
  self->now = self->latest = uk_fake_clock_parse ("2026-01-01T00:00:00Z")
                             + g_rand_int_range (self->random, 0, 360 * DAY);
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (uk_occurrence_hash, uk_occurrence_equal);
  self->fired = g_hash_table_new_full (uk_occurrence_hash, uk_occurrence_equal, g_free, NULL);
  for (i = 1; i <= 2; i++)
    g_ptr_array_add (self->reminders, make_reminder (self, i));
}

static void
end (History *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->reminders);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->fired);
  g_ptr_array_unref (self->log);
}

/* One write of the store; %FALSE: the process was killed before it. */
static gboolean
write_row (History *self, const UkOccurrence *occurrence, UkOccurrenceState state, gint64 until)
{
  UkOccurrence *row;

  if (chance (self, 3))
    return FALSE;
  row = g_hash_table_lookup (self->known, occurrence);
  if (row == NULL) {
    row = uk_occurrence_copy (occurrence);
    g_ptr_array_add (self->log, row);
    g_hash_table_add (self->known, row);
  }
  row->state = state;
  row->until = until;
  return TRUE;
}

static gboolean
write_all (History *self, GPtrArray *list, UkOccurrenceState state)
{
  guint i;

  for (i = 0; i < list->len; i++) {
    if (!write_row (self, g_ptr_array_index (list, i), state, self->now))
      return FALSE;
  }
  return TRUE;
}

/* As the scheduler does it: claim, then show, then note that it was shown. */
static gboolean
fire_all (History *self, GPtrArray *list)
{
  guint i;

  for (i = 0; i < list->len; i++) {
    UkOccurrence *occurrence = g_ptr_array_index (list, i);

    g_assert_false (g_hash_table_contains (self->known, occurrence));
    g_assert_cmpint (occurrence->due, <=, self->now);
    if (!write_row (self, occurrence, UK_OCCURRENCE_CLAIMED, self->now))
      return FALSE;
    g_assert_true (g_hash_table_add (self->fired, uk_occurrence_copy (occurrence)));
  }
  return write_all (self, list, UK_OCCURRENCE_SHOWN);
}

static void
erase_all (History *self, GPtrArray *list)
{
  guint i;

  for (i = 0; i < list->len; i++) {
    UkOccurrence *row = g_hash_table_lookup (self->known, g_ptr_array_index (list, i));

    g_hash_table_remove (self->fired, row);
    g_hash_table_remove (self->known, row);
    g_ptr_array_remove (self->log, row);
  }
}

static UkPlanInput
make_input (History *self)
{
  return (UkPlanInput){ .now = self->now,
                        .zone = self->zone,
                        .reminders = self->reminders,
                        .log = self->log,
                        .paused_until = self->paused_until,
                        .quiet_from = self->quiet ? 22 * 60 : 0,
                        .quiet_until = self->quiet ? 7 * 60 : 0,
                        .quiet_moves = self->moves,
                        .held = self->held,
                        .away = self->away,
                        .rested_at = self->rested_at };
}

/* Plans until there is nothing left to do, dying now and then; returns when to plan again. */
static gint64
settle (History *self)
{
  guint i;

  for (i = 0; i < 60; i++) {
    UkPlanInput input = make_input (self);
    g_autoptr (UkPlan) plan = uk_plan_new (&input);
    guint n = plan->fire->len + plan->again->len + plan->held->len + plan->missed->len
              + plan->silent->len + plan->rested->len + plan->overtaken->len + plan->ignored->len
              + plan->bogus->len;

    if (n == 0) {
      g_assert_cmpint (plan->next, >, self->now);
      return plan->next;
    }
    erase_all (self, plan->bogus);
    if (write_all (self, plan->silent, UK_OCCURRENCE_SILENT)
        && write_all (self, plan->rested, UK_OCCURRENCE_RESTED)
        && write_all (self, plan->held, UK_OCCURRENCE_HELD)
        && write_all (self, plan->overtaken, UK_OCCURRENCE_SKIPPED)
        && write_all (self, plan->ignored, UK_OCCURRENCE_IGNORED)
        && write_all (self, plan->missed, UK_OCCURRENCE_MISSED) && fire_all (self, plan->fire))
      write_all (self, plan->again, UK_OCCURRENCE_SHOWN);
  }
  g_assert_not_reached ();
}

/* Whatever became of it, every past time of a rule by the clock has a row: none is lost silently.
 */
static void
assert_nothing_lost (History *self)
{
  UkDay today = uk_day_at (self->zone, self->now, NULL), day;
  guint i, j;

  for (i = 0; i < self->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (self->reminders, i);
    guint n_minutes;
    const guint *minutes = uk_recurrence_get_minutes (reminder->recurrence, &n_minutes);

    for (day = today - 2; day <= today; day++) {
      n_minutes = uk_recurrence_count_on (reminder->recurrence, day);
      for (j = 0; j < n_minutes; j++) {
        UkOccurrence key = { .reminder = reminder->id, .day = day, .slot = minutes[j] };

        if (uk_wall_time_resolve (self->zone, day, minutes[j], &key.due) && key.due <= self->now
            && key.due >= reminder->since)
          g_assert_true (g_hash_table_contains (self->known, &key));
      }
    }
  }
}

static void
answer_one (History *self)
{
  UkOccurrence *row;

  if (self->log->len == 0)
    return;
  row = g_ptr_array_index (self->log,
                           (guint)g_rand_int_range (self->random, 0, (gint32)self->log->len));
  if (!uk_occurrence_is_open (row))
    return;
  if (chance (self, 40))
    write_row (self, row, UK_OCCURRENCE_SNOOZED,
               self->now + 60 * g_rand_int_range (self->random, 1, 1440));
  else
    write_row (self, row, chance (self, 50) ? UK_OCCURRENCE_DONE : UK_OCCURRENCE_SKIPPED,
               self->now);
}

/* Something happens: time passes, the clock is set, the machine sleeps, the person travels. */
static void
live (History *self, gint64 next, GTimeZone **all)
{
  guint what = (guint)g_rand_int_range (self->random, 0, 14);

  self->now = next == UK_NEVER ? self->now + DAY : MIN (next, self->now + DAY / 4);
  if (what == 0)
    self->now += g_rand_int_range (self->random, 0, 3 * DAY);
  else if (what == 1)
    self->now -= g_rand_int_range (self->random, 0, 7200);
  else if (what == 2)
    self->zone = all[g_rand_int_range (self->random, 0, G_N_ELEMENTS (zones))];
  else if (what == 3)
    self->paused_until
        = self->paused_until == 0 ? self->now + g_rand_int_range (self->random, 1, DAY) : 0;
  else if (what == 4)
    self->quiet = !self->quiet;
  else if (what == 5)
    self->moves = !self->moves;
  else if (what == 6)
    self->held = !self->held;
  else if (what == 7)
    self->away = !self->away;
  else if (what == 8)
    self->rested_at = self->now;
  else if (what <= 11)
    answer_one (self);
  self->latest = MAX (self->latest, self->now);
}

static void
test_histories (gconstpointer data)
{
  guint zone = GPOINTER_TO_UINT (data), n, i, fired = 0;
  GTimeZone *all[G_N_ELEMENTS (zones)];

  for (i = 0; i < G_N_ELEMENTS (zones); i++)
    all[i] = g_time_zone_new_identifier (zones[i]);
  for (n = 0; n < HISTORIES / G_N_ELEMENTS (zones) + 1; n++) {
    History history;

    start (&history, all[zone], n * 7 + zone);
    for (i = 0; i < STEPS; i++) {
      gint64 next = settle (&history);

      assert_nothing_lost (&history);
      live (&history, next, all);
    }
    fired += g_hash_table_size (history.fired);
    end (&history);
  }
  for (i = 0; i < G_N_ELEMENTS (zones); i++)
    g_time_zone_unref (all[i]);
  g_test_message ("%u histories that begin in %s: %u reminders fired, each once", n, zones[zone],
                  fired);
  g_assert_cmpuint (fired, >, n);
}

/* What a year of one rule gives, by a count of its own: days times times. */
static void
test_year (gconstpointer data)
{
  const char *name = zones[GPOINTER_TO_UINT (data)];
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  static const struct {
    const char *rule;
    guint expected;
  } rows[] = {
    { "weekly;mo,tu,we,th,fr,sa,su;02:30", 365 },
    { "weekly;mo,tu,we,th,fr,sa,su;00:00,12:00", 730 },
    { "weekly;mo,tu,we,th,fr;10:00,15:00", 522 },
    { "days;3;02:15;from=2026-01-01", 122 },
    { "monthly;31;10:00", 12 },
    { "monthly;31;10:00;short=skip", 7 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rows[i].rule, NULL);
    UkReminder *reminder = uk_reminder_new ("routine", "Title", recurrence);
    History history;
    gint64 stop;
    guint fired;

    start (&history, zone, 0);
    g_ptr_array_set_size (history.reminders, 0);
    g_ptr_array_add (history.reminders, reminder);
    reminder->id = 1;
    g_assert_true (uk_wall_time_resolve (zone, uk_day_new (2026, 1, 1), 0, &history.now));
    g_assert_true (uk_wall_time_resolve (zone, uk_day_new (2027, 1, 1), 0, &stop));
    reminder->since = history.now;
    while (history.now < stop) {
      history.now = settle (&history);
      /* The planner is given what the store would give it. */
      while (history.log->len > 40) {
        UkOccurrence *row = g_ptr_array_index (history.log, 0);

        g_hash_table_remove (history.known, row);
        g_ptr_array_remove_index (history.log, 0);
      }
    }
    fired = g_hash_table_size (history.fired);
    g_test_message ("%-20s %-42s expected %4u  fired %4u", name, rows[i].rule, rows[i].expected,
                    fired);
    g_assert_cmpuint (fired, ==, rows[i].expected);
    end (&history);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autofree char *histories = g_strconcat ("/plan/histories/", zones[i], NULL);
    g_autofree char *year = g_strconcat ("/plan/year/", zones[i], NULL);

    g_test_add_data_func (histories, GUINT_TO_POINTER (i), test_histories);
    g_test_add_data_func (year, GUINT_TO_POINTER (i), test_year);
  }
  return g_test_run ();
}
