/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-plan.h"

#include "core/time/uk-clock.h"
#include "support/uk-fake-clock.h"

#define EVERY_DAY "weekly;mo,tu,we,th,fr,sa,su;"
#define LONG_AGO "2011-01-01T00:00:00Z"

/* The name begins with the number of the scenario, where it has one.  Up to four recurrences, the
 * ids of whose reminders count from 1; the log as "id state time" per line; what is wanted as "list
 * id id …" per line. */
typedef struct {
  const char *name;
  const char *zone;
  const char *now;
  const char *recurrences[4];
  const char *log;
  const char *want;
  const char *since;
  const char *paused_until; /* "never": until told */
  const char *quiet;        /* "21:30-07:30" */
} Case;

static const Case cases[] = {
  { "next-today",
    "Europe/Berlin",
    "2026-11-24T08:00:00Z",
    { EVERY_DAY "10:00,15:00" },
    NULL,
    "next 2026-11-24T09:00:00Z\n",
    "2026-11-24T07:00:00Z",
    NULL,
    NULL },
  { "due-now",
    "Europe/Berlin",
    "2026-11-24T09:00:00Z",
    { EVERY_DAY "10:00,15:00" },
    NULL,
    "fire 1/2026-11-24/10:00\nnext 2026-11-24T14:00:00Z\n",
    "2026-11-24T07:00:00Z",
    NULL,
    NULL },
  { "new-reminder-has-no-past",
    "UTC",
    "2026-11-24T10:05:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "next 2026-11-25T10:00:00Z\n",
    "2026-11-24T10:03:00Z",
    NULL,
    NULL },
  { "nothing", "UTC", "2026-11-24T10:05:00Z", { NULL }, NULL, "next never\n", NULL, NULL, NULL },
  { "ended",
    "UTC",
    "2026-11-24T10:05:00Z",
    { EVERY_DAY "10:00;until=2026-11-10" },
    NULL,
    "next never\n",
    "2026-11-24T10:03:00Z",
    NULL,
    NULL },
  { "far-start",
    "UTC",
    "2026-11-24T10:05:00Z",
    { "weekly;mo;10:00;from=2027-06-01" },
    NULL,
    "next 2027-06-07T10:00:00Z\n",
    LONG_AGO,
    NULL,
    NULL },
  { "weekly-next",
    "UTC",
    "2026-11-24T10:00:00Z",
    { "weekly;tu;10:00" },
    "1/2026-11-24/10:00 3 2026-11-24T10:00:00Z",
    "next 2026-12-01T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },

  { "4-after-grace",
    "UTC",
    "2026-11-24T10:31:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "missed 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "3-within-grace",
    "UTC",
    "2026-11-24T10:30:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "fire 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "5-three-days",
    "UTC",
    "2026-11-24T12:00:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "missed 1/2026-11-22/10:00 1/2026-11-23/10:00 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-21T12:00:00Z",
    NULL,
    NULL },
  { "6-several",
    "UTC",
    "2026-11-24T10:10:00Z",
    { EVERY_DAY "10:05", EVERY_DAY "10:00", EVERY_DAY "10:10" },
    NULL,
    "fire 2/2026-11-24/10:00 1/2026-11-24/10:05 3/2026-11-24/10:10\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "6-same-reminder-twice",
    "UTC",
    "2026-11-24T10:20:00Z",
    { EVERY_DAY "10:00,10:15" },
    NULL,
    "fire 1/2026-11-24/10:15\novertaken 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "9-claimed-only",
    "UTC",
    "2026-11-24T10:05:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 0 2026-11-24T10:00:00Z",
    "again 1/2026-11-24/10:00\nnext 2026-11-24T10:30:01Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "9-claimed-too-old",
    "UTC",
    "2026-11-24T10:31:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 0 2026-11-24T10:00:00Z",
    "missed 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "10-next-day",
    "UTC",
    "2026-11-24T08:00:00Z",
    { "weekly;mo,tu,we,th,fr;10:00,15:00" },
    "1/2026-11-23/10:00 3 2026-11-23T10:01:00Z",
    "missed 1/2026-11-23/15:00\nnext 2026-11-24T10:00:00Z\n",
    "2026-11-23T09:00:00Z",
    NULL,
    NULL },
  { "12-year-ahead",
    "UTC",
    "2027-11-24T12:00:00Z",
    { "weekly;we;11:00" },
    NULL,
    "missed 1/2027-11-17/11:00 1/2027-11-24/11:00\nnext 2027-12-01T11:00:00Z\n",
    "2026-11-01T00:00:00Z",
    NULL,
    NULL },
  { "12-corrected",
    "UTC",
    "2026-11-24T12:00:00Z",
    { "weekly;we;11:00" },
    "1/2027-11-17/11:00 5 2027-11-24T12:00:00Z\n1/2027-11-24/11:00 5 2027-11-24T12:00:00Z",
    "bogus 1/2027-11-17/11:00 1/2027-11-24/11:00\nnext 2026-11-25T11:00:00Z\n",
    "2026-11-20T00:00:00Z",
    NULL,
    NULL },
  { "13-set-back",
    "UTC",
    "2026-11-24T09:05:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 1 2026-11-24T10:00:00Z",
    "next 2026-11-24T10:30:01Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "14-in-1970",
    "UTC",
    "1970-01-01T10:00:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "next 2026-11-24T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "15-slew",
    "UTC",
    "2026-11-24T09:59:59Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 3 2026-11-24T10:00:00Z",
    "next 2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },

  { "16-gap",
    "Europe/Berlin",
    "2026-03-28T12:00:00Z",
    { EVERY_DAY "02:30" },
    NULL,
    "next 2026-03-29T01:00:00Z\n",
    "2026-03-28T12:00:00Z",
    NULL,
    NULL },
  { "16-gap-fires",
    "Europe/Berlin",
    "2026-03-29T01:00:00Z",
    { EVERY_DAY "02:30" },
    NULL,
    "fire 1/2026-03-29/02:30\nnext 2026-03-30T00:30:00Z\n",
    "2026-03-28T12:00:00Z",
    NULL,
    NULL },
  { "17-gap-many",
    "Europe/Berlin",
    "2026-03-29T01:30:00Z",
    { EVERY_DAY "02:00,06:00,10:00" },
    "1/2026-03-29/02:00 3 2026-03-29T01:00:00Z",
    "next 2026-03-29T04:00:00Z\n",
    "2026-03-29T00:00:00Z",
    NULL,
    NULL },
  { "18-fold-first",
    "Europe/Berlin",
    "2026-10-24T12:00:00Z",
    { EVERY_DAY "02:30" },
    NULL,
    "next 2026-10-25T00:30:00Z\n",
    "2026-10-24T12:00:00Z",
    NULL,
    NULL },
  { "18-fold-once",
    "Europe/Berlin",
    "2026-10-25T01:30:00Z",
    { EVERY_DAY "02:30" },
    "1/2026-10-25/02:30 3 2026-10-25T00:30:00Z",
    "next 2026-10-26T01:30:00Z\n",
    "2026-10-24T12:00:00Z",
    NULL,
    NULL },
  { "20-half-hour-gap",
    "Australia/Lord_Howe",
    "2026-10-03T12:00:00Z",
    { EVERY_DAY "02:15" },
    NULL,
    "next 2026-10-03T15:30:00Z\n",
    "2026-10-03T12:00:00Z",
    NULL,
    NULL },
  { "21-midnight-gap",
    "America/Santiago",
    "2026-09-06T04:00:00Z",
    { EVERY_DAY "00:00" },
    NULL,
    "fire 1/2026-09-06/00:00\nnext 2026-09-07T03:00:00Z\n",
    "2026-09-06T03:00:00Z",
    NULL,
    NULL },
  { "22-skipped-day",
    "Pacific/Apia",
    "2011-12-29T21:00:00Z",
    { EVERY_DAY "10:00" },
    "1/2011-12-29/10:00 3 2011-12-29T20:00:00Z",
    "next 2011-12-30T20:00:00Z\n",
    "2011-12-29T12:00:00Z",
    NULL,
    NULL },
  { "23-after-dst",
    "Europe/Berlin",
    "2026-03-01T12:00:00Z",
    { EVERY_DAY "10:00;from=2026-04-01" },
    NULL,
    "next 2026-04-01T08:00:00Z\n",
    "2026-03-01T12:00:00Z",
    NULL,
    NULL },
  { "24-before-fold",
    "Europe/Berlin",
    "2026-10-25T00:59:59Z",
    { EVERY_DAY "02:59" },
    "1/2026-10-25/02:59 3 2026-10-25T00:59:00Z",
    "next 2026-10-26T01:59:00Z\n",
    "2026-10-24T12:00:00Z",
    NULL,
    NULL },
  { "25-no-endless-search",
    "Europe/Berlin",
    "2026-03-29T00:59:59Z",
    { "weekly;su;02:30;until=2026-03-22" },
    NULL,
    "missed 1/2026-03-22/02:30\nnext never\n",
    "2026-03-22T00:00:00Z",
    NULL,
    NULL },

  { "26-zone-east",
    "Europe/Berlin",
    "2026-11-24T09:20:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "fire 1/2026-11-24/10:00\nnext 2026-11-25T09:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "26-zone-far-east",
    "Asia/Kathmandu",
    "2026-11-24T09:20:00Z",
    { EVERY_DAY "10:00" },
    NULL,
    "missed 1/2026-11-24/10:00\nnext 2026-11-25T04:15:00Z\n",
    "2026-11-24T04:00:00Z",
    NULL,
    NULL },
  { "27-zone-west",
    "America/Santiago",
    "2026-11-24T12:59:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 3 2026-11-24T09:00:00Z",
    "next 2026-11-25T13:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "31-mask",
    "UTC",
    "2026-11-21T12:00:00Z",
    { "weekly;su;10:00", "weekly;mo;10:00" },
    NULL,
    "next 2026-11-22T10:00:00Z\n",
    "2026-11-21T12:00:00Z",
    NULL,
    NULL },

  { "32-snooze-waits",
    "Europe/Berlin",
    "2026-11-24T22:55:00Z",
    { EVERY_DAY "23:50" },
    "1/2026-11-24/23:50 2 2026-11-24T23:05:00Z",
    "next 2026-11-24T23:05:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "32-snooze-is-back",
    "Europe/Berlin",
    "2026-11-24T23:05:00Z",
    { EVERY_DAY "23:50" },
    "1/2026-11-24/23:50 2 2026-11-24T23:05:00Z",
    "again 1/2026-11-24/23:50\nnext 2026-11-24T23:35:01Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "32-snooze-too-late",
    "UTC",
    "2026-11-24T11:00:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 2 2026-11-24T10:10:00Z",
    "missed 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "33-merged",
    "UTC",
    "2026-11-24T10:30:00Z",
    { EVERY_DAY "10:00,10:30" },
    "1/2026-11-24/10:00 2 2026-11-24T10:40:00Z",
    "fire 1/2026-11-24/10:30\novertaken 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "33-old-notice-goes",
    "UTC",
    "2026-11-24T10:20:00Z",
    { EVERY_DAY "10:00,10:20" },
    "1/2026-11-24/10:00 1 2026-11-24T10:00:00Z",
    "fire 1/2026-11-24/10:20\novertaken 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },
  { "34-no-such-reminder",
    "UTC",
    "2026-11-24T10:05:00Z",
    { NULL },
    "7/2026-11-24/10:00 1 2026-11-24T10:00:00Z",
    "ignored 7/2026-11-24/10:00\nnext never\n",
    NULL,
    NULL,
    NULL },
  { "unanswered",
    "UTC",
    "2026-11-24T10:30:01Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 1 2026-11-24T10:00:00Z",
    "ignored 1/2026-11-24/10:00\nnext 2026-11-25T10:00:00Z\n",
    "2026-11-24T08:00:00Z",
    NULL,
    NULL },

  { "36-quiet-over-midnight",
    "Europe/Berlin",
    "2026-11-24T22:10:00Z",
    { EVERY_DAY "23:00,07:30" },
    "1/2026-11-24/07:30 3 2026-11-24T06:30:00Z",
    "silent 1/2026-11-24/23:00\nnext 2026-11-25T06:30:00Z\n",
    "2026-11-24T06:00:00Z",
    NULL,
    "21:30-07:30" },
  { "36-quiet-within-a-day",
    "UTC",
    "2026-11-24T12:00:00Z",
    { EVERY_DAY "12:30,13:30" },
    NULL,
    "next 2026-11-24T13:30:00Z\n",
    "2026-11-24T11:00:00Z",
    NULL,
    "12:00-13:00" },
  { "36-quiet-never-missed",
    "UTC",
    "2026-11-24T20:00:00Z",
    { EVERY_DAY "12:30" },
    NULL,
    "silent 1/2026-11-24/12:30\nnext never\n",
    "2026-11-24T11:00:00Z",
    NULL,
    "12:00-13:00" },
  { "37-paused",
    "UTC",
    "2026-11-24T10:10:00Z",
    { EVERY_DAY "10:00,11:00,12:00" },
    NULL,
    "silent 1/2026-11-24/10:00\nnext 2026-11-24T12:00:00Z\n",
    "2026-11-24T09:00:00Z",
    "2026-11-24T12:00:00Z",
    NULL },
  { "37-pause-over",
    "UTC",
    "2026-11-24T12:00:00Z",
    { EVERY_DAY "10:00,11:00,12:00" },
    NULL,
    "fire 1/2026-11-24/12:00\nsilent 1/2026-11-24/10:00 1/2026-11-24/11:00\nnext "
    "2026-11-25T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    "2026-11-24T12:00:00Z",
    NULL },
  { "37-paused-for-weeks",
    "UTC",
    "2026-11-24T12:00:00Z",
    { "weekly;mo;10:00" },
    NULL,
    "next 2027-01-04T10:00:00Z\n",
    "2026-11-24T09:00:00Z",
    "2027-01-01T00:00:00Z",
    NULL },
  { "37-paused-until-told",
    "UTC",
    "2026-11-24T12:00:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-23/10:00 2 2026-11-24T11:00:00Z",
    "silent 1/2026-11-24/10:00\nnext never\n",
    "2026-11-24T09:00:00Z",
    "never",
    NULL },
  { "37-snooze-waits-for-pause",
    "UTC",
    "2026-11-24T10:15:00Z",
    { EVERY_DAY "10:00" },
    "1/2026-11-24/10:00 2 2026-11-24T10:10:00Z",
    "next 2026-11-24T10:20:00Z\n",
    "2026-11-24T09:00:00Z",
    "2026-11-24T10:20:00Z",
    NULL },

  { "19-fold-interval",
    "Europe/Berlin",
    "2026-10-25T00:30:00Z",
    { "interval;30;mo,tu,we,th,fr,sa,su=00:00-24:00" },
    NULL,
    "fire 1/2026-10-25/02:30\nnext never\n",
    "2026-10-25T00:00:00Z",
    NULL,
    NULL },
  { "19-fold-interval-second",
    "Europe/Berlin",
    "2026-10-25T01:00:00Z",
    { "interval;30;mo,tu,we,th,fr,sa,su=00:00-24:00" },
    "1/2026-10-25/02:30 3 2026-10-25T00:30:00Z",
    "fire 1/2026-10-25/03:00\nnext never\n",
    "2026-10-25T00:00:00Z",
    NULL,
    NULL },
  { "30-month-end",
    "UTC",
    "2026-02-01T00:00:00Z",
    { "monthly;31;10:00" },
    NULL,
    "next 2026-02-28T10:00:00Z\n",
    "2026-02-01T00:00:00Z",
    NULL,
    NULL },
  { "30-month-end-skips",
    "UTC",
    "2026-02-01T00:00:00Z",
    { "monthly;31;10:00;short=skip" },
    NULL,
    "next 2026-03-31T10:00:00Z\n",
    "2026-02-01T00:00:00Z",
    NULL,
    NULL },
  { "every-three-days",
    "UTC",
    "2026-11-25T00:00:00Z",
    { "days;3;10:00;from=2026-11-24" },
    NULL,
    "next 2026-11-27T10:00:00Z\n",
    "2026-11-25T00:00:00Z",
    NULL,
    NULL },
  { "count-is-over",
    "UTC",
    "2026-11-24T10:00:00Z",
    { EVERY_DAY "10:00,11:00;from=2026-11-24;count=1" },
    NULL,
    "fire 1/2026-11-24/10:00\nnext never\n",
    "2026-11-24T00:00:00Z",
    NULL,
    NULL },
  { "38-interval-within-a-window",
    "UTC",
    "2026-11-24T11:30:00Z",
    { "interval;45;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-17:00" },
    "1/2026-11-24/02:15 3 2026-11-24T11:20:00Z",
    "next 2026-11-24T13:45:00Z\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
  { "38-interval-over-the-weekend",
    "UTC",
    "2026-11-27T16:50:00Z",
    { "interval;45;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-17:00" },
    NULL,
    "next 2026-11-30T09:45:00Z\n",
    "2026-11-27T16:40:00Z",
    NULL,
    NULL },
  { "38-interval-long-late-is-rest",
    "UTC",
    "2026-11-24T11:30:00Z",
    { "interval;45;mo,tu,we,th,fr=09:00-12:00" },
    NULL,
    "rested 1/2026-11-24/09:45\nnext never\n",
    "2026-11-24T09:00:00Z",
    NULL,
    NULL },
};

static void
add_reminders (const Case *row, GPtrArray *reminders)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (row->recurrences) && row->recurrences[i] != NULL; i++) {
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (row->recurrences[i], NULL);
    UkReminder *reminder = uk_reminder_new ("routine", "Title", recurrence);

    reminder->id = i + 1;
    reminder->since = uk_fake_clock_parse (row->since);
    g_ptr_array_add (reminders, reminder);
  }
}

static void
add_log (const Case *row, GTimeZone *zone, GPtrArray *log)
{
  g_auto (GStrv) lines = g_strsplit (row->log == NULL ? "" : row->log, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
    UkOccurrence occurrence;

    g_assert_true (uk_occurrence_parse_id (words[0], &occurrence));
    g_assert_true (uk_wall_time_resolve (zone, occurrence.day, occurrence.slot, &occurrence.due));
    occurrence.state = (UkOccurrenceState)atoi (words[1]);
    occurrence.until = uk_fake_clock_parse (words[2]);
    g_ptr_array_add (log, uk_occurrence_copy (&occurrence));
  }
}

static void
describe (GString *text, const char *name, GPtrArray *list)
{
  guint i;

  if (list->len == 0)
    return;
  g_string_append (text, name);
  for (i = 0; i < list->len; i++) {
    g_autofree char *id = uk_occurrence_to_id (g_ptr_array_index (list, i));

    g_string_append_printf (text, " %s", id);
  }
  g_string_append_c (text, '\n');
}

static char *
describe_plan (UkPlan *plan)
{
  GString *text = g_string_new (NULL);

  describe (text, "fire", plan->fire);
  describe (text, "again", plan->again);
  describe (text, "held", plan->held);
  describe (text, "missed", plan->missed);
  describe (text, "silent", plan->silent);
  describe (text, "rested", plan->rested);
  describe (text, "overtaken", plan->overtaken);
  describe (text, "ignored", plan->ignored);
  describe (text, "bogus", plan->bogus);
  if (plan->next == UK_NEVER) {
    g_string_append (text, "next never\n");
  } else {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (plan->next);
    g_autofree char *iso = g_date_time_format_iso8601 (time);

    g_string_append_printf (text, "next %s\n", iso);
  }
  return g_string_free (text, FALSE);
}

static void
test_plan (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (row->zone);
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  UkPlanInput input = { uk_fake_clock_parse (row->now), zone, reminders, log, 0 };
  g_autoptr (UkPlan) plan = NULL;
  g_autofree char *text = NULL;

  add_reminders (row, reminders);
  add_log (row, zone, log);
  if (g_strcmp0 (row->paused_until, "never") == 0)
    input.paused_until = UK_NEVER;
  else if (row->paused_until != NULL)
    input.paused_until = uk_fake_clock_parse (row->paused_until);
  if (row->quiet != NULL) {
    g_auto (GStrv) ends = g_strsplit (row->quiet, "-", 2);

    g_assert_true (uk_wall_time_parse (ends[0], &input.quiet_from));
    g_assert_true (uk_wall_time_parse (ends[1], &input.quiet_until));
  }
  plan = uk_plan_new (&input);
  text = describe_plan (plan);
  g_assert_cmpstr (text, ==, row->want);
}

/* Scenario 43 */
static void
test_many (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  UkPlanInput input
      = { uk_fake_clock_parse ("2026-11-24T09:00:00Z"), zone, reminders, log, 0 };
  g_autoptr (UkRecurrence) others = uk_recurrence_parse (EVERY_DAY "15:00", NULL);
  g_autoptr (UkRecurrence) due = uk_recurrence_parse (EVERY_DAY "10:00", NULL);
  double seconds;
  guint i;

  for (i = 1; i <= 500; i++) {
    UkReminder *reminder = uk_reminder_new ("routine", "Title", i == 250 ? due : others);

    reminder->id = i;
    reminder->since = input.now - 3600;
    g_ptr_array_add (reminders, reminder);
  }
  g_test_timer_start ();
  for (i = 0; i < 10; i++) {
    g_autoptr (UkPlan) plan = uk_plan_new (&input);

    g_assert_cmpuint (plan->fire->len, ==, 1);
  }
  seconds = g_test_timer_elapsed () / 10;
  g_test_minimized_result (seconds, "a plan for 500 reminders: %.2f ms", seconds * 1000);
  g_assert_cmpfloat (seconds, <, 0.05);
}

/* Whatever the hour, planning again after what was planned has been put down finds nothing more to
 * do, every occurrence is put down at most once, and the next wake-up is in the future. */
static void
test_settled (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (data);
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (uk_occurrence_hash, uk_occurrence_equal);
  gint64 now = 1760000000 + g_test_rand_int_range (0, 300 * 86400);
  Case row = { .recurrences = { EVERY_DAY "00:00,02:30,12:00", "weekly;sa,su;02:00,03:00,23:59" },
               .since = LONG_AGO };
  guint i, j;

  add_reminders (&row, reminders);
  for (i = 0; i < 2; i++)
    ((UkReminder *)g_ptr_array_index (reminders, i))->since = now;
  for (i = 0; i < 300; i++) {
    UkPlanInput input = { now, zone, reminders, log, 0 };
    g_autoptr (UkPlan) plan = uk_plan_new (&input);
    GPtrArray *lists[] = { plan->fire, plan->missed, plan->overtaken };

    g_assert_cmpint (plan->next, >, now);
    for (j = 0; j < G_N_ELEMENTS (lists); j++) {
      while (lists[j]->len > 0) {
        UkOccurrence *occurrence = g_ptr_array_steal_index (lists[j], 0);

        g_assert_true (g_hash_table_add (seen, occurrence));
        g_assert_cmpint (occurrence->due, <=, now);
        occurrence->state = UK_OCCURRENCE_DONE;
        occurrence->until = now;
        g_ptr_array_add (log, occurrence);
      }
    }
    /* Mostly on time, sometimes late, sometimes with the clock set back. */
    now = plan->next + (i % 7 == 0 ? g_test_rand_int_range (-7200, 90000) : 0);
  }
}

int
main (int argc, char **argv)
{
  static const char *const zones[]
      = { "UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago" };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/plan/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_plan);
  }
  for (i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autofree char *path = g_strconcat ("/plan/settled/", zones[i], NULL);

    g_test_add_data_func (path, zones[i], test_settled);
  }
  g_test_add_func ("/plan/43-many", test_many);
  return g_test_run ();
}
