/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-calendar-import.h"
#include "core/reminders/uk-reminder-calendar.h"
#include "support/uk-fake-clock.h"
#include "support/uk-shipped.h"

#define TODAY uk_day_new (2026, 11, 24) /* a Tuesday */

static UkCatalogue *catalogue;

static GPtrArray *
import (const char *text, GPtrArray *known)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  GPtrArray *findings
      = uk_calendar_import (text, strlen (text), known, catalogue, zone, TODAY, &error);

  g_assert_no_error (error);
  return findings;
}

static char *
wrap (const char *event)
{
  g_auto (GStrv) lines = g_strsplit (event, "|", -1);
  g_autofree char *body = g_strjoinv ("\r\n", lines);

  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n", body,
                      "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", NULL);
}

static void
test_table (void)
{
  static const struct {
    const char *event;
    const char *rule; /* (nullable): NULL: left out */
    const char *message;
  } rows[] = {
    { "SUMMARY:Physio|DTSTART:20261201T100000", "days;1;10:00;from=2026-12-01;count=1",
      "“Physio”: Once, 1 December at 10:00" },
    { "SUMMARY:Physio|DTSTART:20261123T100000", NULL, "“Physio”: It is over" },
    { "SUMMARY:Stretch|DTSTART:20260101T083000|RRULE:FREQ=DAILY", "weekly;mo,tu,we,th,fr,sa,su;08:30",
      "“Stretch”: Every morning at 8:30" },
    { "SUMMARY:Stretch|DTSTART:20260101T083000|RRULE:FREQ=DAILY;BYDAY=MO,FR", "weekly;mo,fr;08:30",
      "“Stretch”: Monday and Friday at 8:30" },
    { "SUMMARY:A\\, b\\; c\\nd|DTSTART:20260101T083000|RRULE:FREQ=WEEKLY", "weekly;th;08:30",
      "“A, b; c d”: Thursdays at 8:30" },
    { "SUMMARY:x|DTSTART:20270101T083000|RRULE:FREQ=WEEKLY;BYDAY=MO,TU;WKST=SU",
      "weekly;mo,tu;08:30;from=2027-01-01", "“x”: Monday and Tuesday at 8:30, from 1 January" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=WEEKLY;INTERVAL=2",
      "days;14;08:30;from=2026-11-19", "“x”: Every 14 days at 8:30, from 19 November" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", NULL,
      "“x”: Several days in every second or later week cannot be taken over" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=DAILY;INTERVAL=3;COUNT=9",
      "days;3;08:30;from=2026-11-19;count=9",
      "“x”: Every 3 days at 8:30, 9 times in all, from 19 November" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=DAILY;COUNT=2", NULL, "“x”: It is over" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=DAILY;UNTIL=20261231T235900Z",
      "weekly;mo,tu,we,th,fr,sa,su;08:30;until=2027-01-01",
      "“x”: Every morning at 8:30, until 1 January" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=MONTHLY", "monthly;19;08:30",
      "“x”: Day 19 of each month at 8:30" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=MONTHLY;BYMONTHDAY=1,31",
      "monthly;1,31;08:30;short=skip", "“x”: Day 1 and 31 of each month at 8:30" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=MONTHLY;BYMONTHDAY=-1", "monthly;31;08:30",
      "“x”: The last day of each month at 8:30" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=MONTHLY;BYMONTHDAY=30,-1", NULL,
      "“x”: The last day beside the 29th to 31st cannot be taken over" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=MONTHLY;BYDAY=1MO", NULL,
      "“x”: “BYDAY=1MO” cannot be taken over" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=YEARLY", NULL,
      "“x”: “FREQ=YEARLY” cannot be taken over" },
    { "SUMMARY:x|DTSTART:20261119T083000|RRULE:FREQ=HOURLY;BYHOUR=1", NULL,
      "“x”: “FREQ=HOURLY” cannot be taken over" },
    /* Other zones: the same instant, told by the clock here. */
    { "SUMMARY:x|DTSTART:20261201T100000Z", "days;1;11:00;from=2026-12-01;count=1",
      "“x”: Once, 1 December at 11:00" },
    { "SUMMARY:x|DTSTART;TZID=America/New_York:20261201T200000", "days;1;02:00;from=2026-12-02;count=1",
      "“x”: Once, 2 December at 2:00" },
    { "SUMMARY:x|DTSTART;TZID=America/New_York:20261201T200000|RRULE:FREQ=WEEKLY;BYDAY=TU", NULL,
      "“x”: In this time zone it is on another day" },
    { "SUMMARY:x|DTSTART;TZID=\"Europe/Berlin\";X=Y:20261201T100000",
      "days;1;10:00;from=2026-12-01;count=1", "“x”: Once, 1 December at 10:00" },
    { "SUMMARY:x|DTSTART;TZID=Nowhere/City:20261201T200000", NULL,
      "“x”: The time zone “Nowhere/City” is not known" },
    { "SUMMARY:x|DTSTART;VALUE=DATE:20261201", NULL, "“x”: It is for a whole day and has no time" },
    { "SUMMARY:x|DTSTART:20261301T100000", NULL, "“x”: “20261301T100000” is no time" },
    { "SUMMARY:x|DTSTART:20261201T250000", NULL, "“x”: “20261201T250000” is no time" },
    { "SUMMARY:x", NULL, "“x”: It has no beginning" },
    { "DTSTART:20261201T100000", NULL, "It has no title" },
    { "SUMMARY:x|DTSTART:20261101T100000|RRULE:FREQ=DAILY|EXDATE:20261202T100000",
      "weekly;mo,tu,we,th,fr,sa,su;10:00",
      "“x”: Every morning at 10:00; its exceptions are left out" },
    /* Of what lies within the event nothing is taken; folded lines are joined. */
    { "BEGIN:VALARM|SUMMARY:no|END:VALARM|SUMMARY:Long| er|DTSTART:20261201T100000",
      "days;1;10:00;from=2026-12-01;count=1", "“Longer”: Once, 1 December at 10:00" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = wrap (rows[i].event);
    g_autoptr (GPtrArray) findings = import (text, NULL);
    const UkCalendarFinding *finding;
    g_autofree char *rule = NULL;

    g_test_message ("%s", rows[i].event);
    g_assert_cmpuint (findings->len, ==, 1);
    finding = g_ptr_array_index (findings, 0);
    if (finding->reminder != NULL)
      rule = uk_recurrence_to_string (finding->reminder->recurrence);
    g_assert_cmpstr (finding->message, ==, rows[i].message);
    g_assert_cmpstr (rule, ==, rows[i].rule);
    g_assert_cmpuint (finding->line, ==, 3);
    g_assert_cmpuint (uk_calendar_count_new (findings), ==, rows[i].rule != NULL ? 1 : 0);
  }
}

static void
test_kinds (void)
{
  g_autofree char *known = wrap ("SUMMARY:ONE-minute reset|DTSTART:20261201T100000");
  g_autofree char *foreign = wrap ("SUMMARY:Physio|DTSTART:20261201T100000");
  g_autoptr (GPtrArray) first = import (known, NULL);
  g_autoptr (GPtrArray) second = import (foreign, NULL);
  const UkReminder *routine = ((UkCalendarFinding *)g_ptr_array_index (first, 0))->reminder;
  const UkReminder *other = ((UkCalendarFinding *)g_ptr_array_index (second, 0))->reminder;

  g_assert_cmpint (routine->kind, ==, UK_REMINDER_ROUTINE);
  g_assert_cmpstr (routine->routine, ==, "po-micro-1");
  g_assert_cmpstr (routine->title, ==, "One-minute reset");
  g_assert_cmpint (other->kind, ==, UK_REMINDER_BREAK);
  g_assert_cmpstr (other->routine, ==, "");
}

static void
add (GPtrArray *reminders, UkReminder *reminder, const char *region)
{
  reminder->id = reminders->len + 1;
  reminder->region = g_strdup (region);
  reminder->side = region == NULL ? UK_SIDE_NONE : UK_SIDE_LEFT;
  g_ptr_array_add (reminders, reminder);
}

/* What is exported comes back as it was, and a second time not at all. */
static void
test_round_trip (void)
{
  static const char *const rules[] = {
    "weekly;mo,tu;10:00,15:00",
    "days;3;10:00,11:00;from=2026-11-20;count=9",
    "monthly;1,31;10:00",
    "monthly;31;10:00;until=2027-03-01;short=skip",
    "days;1;10:00,12:00;from=2026-12-20;count=2",
  };
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autofree char *text = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rules[i], NULL);

    add (reminders, uk_reminder_new ("po-micro-1", "One-minute reset", recurrence),
         i == 0 ? "upper-trapezius" : NULL);
    add (reminders, uk_reminder_new_for_kind (UK_REMINDER_LOG, "Über; all, \\ that", recurrence),
         NULL);
  }
  text = uk_reminder_to_calendar (reminders, TODAY, now);
  findings = import (text, NULL);
  g_assert_cmpuint (findings->len, ==, reminders->len);
  for (i = 0; i < reminders->len; i++) {
    const UkReminder *before = g_ptr_array_index (reminders, i);
    const UkCalendarFinding *finding = g_ptr_array_index (findings, i);

    g_assert_nonnull (finding->reminder);
    g_assert_cmpint (finding->reminder->kind, ==, before->kind);
    g_assert_cmpstr (finding->reminder->title, ==, before->title);
    g_assert_cmpstr (finding->reminder->routine, ==, before->routine);
    g_assert_cmpstr (finding->reminder->region, ==, before->region);
    g_assert_cmpint (finding->reminder->side, ==, before->side);
    g_assert_true (uk_recurrence_equal (finding->reminder->recurrence, before->recurrence));
  }
  again = import (text, reminders);
  g_assert_cmpuint (uk_calendar_count_new (again), ==, 0);
}

/* Every rule that is written can also be read without what only this program writes. */
static void
test_foreign_round_trip (void)
{
  static const char *const rules[]
      = { "weekly;mo,tu;10:00", "days;3;10:00;from=2026-11-24", "monthly;31;10:00",
          "monthly;1,15;10:00;from=2026-12-01;count=3" };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (GPtrArray) reminders
        = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rules[i], NULL);
    g_autofree char *text = NULL;
    g_auto (GStrv) parts = NULL;
    g_autofree char *foreign = NULL;
    g_autoptr (GPtrArray) findings = NULL;
    const UkCalendarFinding *finding;
    g_autofree char *rule = NULL;

    add (reminders, uk_reminder_new ("po-micro-1", "One-minute reset", recurrence), NULL);
    text = uk_reminder_to_calendar (reminders, TODAY, now);
    parts = g_strsplit (text, "X-UNKNOT-RULE", -1);
    foreign = g_strjoinv ("X-OTHER", parts);
    findings = import (foreign, NULL);
    g_assert_cmpuint (findings->len, ==, 1);
    finding = g_ptr_array_index (findings, 0);
    g_assert_nonnull (finding->reminder);
    rule = uk_recurrence_to_string (finding->reminder->recurrence);
    g_assert_true (g_str_has_prefix (rule, rules[i]));
  }
}

static void
test_whole_file (void)
{
  static const struct {
    const char *text;
    guint findings; /* 0: the file is refused */
  } rows[] = {
    { "", 0 },
    { "hello", 0 },
    { "BEGIN:VCALENDAR\n\xff\n", 0 },
    { "BEGIN:VCALENDAR\nno colon here\n", 1 },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n", 1 },
    { "\xef\xbb\xbf" "begin:vcalendar\nbegin:vevent\nsummary:x\nend:vevent\n", 1 },
    { "BEGIN:VCALENDAR\nEND:VEVENT\nEND:X\nBEGIN:VEVENT\nEND:VEVENT\n", 1 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *large = g_strnfill (UK_CALENDAR_MAX_BYTES + 1, 'x');
  g_autoptr (GError) too_large = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) findings = uk_calendar_import (
        rows[i].text, strlen (rows[i].text), NULL, catalogue, zone, TODAY, &error);

    g_test_message ("%u", i);
    g_assert_true ((findings == NULL) == (error != NULL));
    g_assert_cmpuint (findings == NULL ? 0 : findings->len, ==, rows[i].findings);
  }
  g_assert_null (
      uk_calendar_import (large, strlen (large), NULL, catalogue, zone, TODAY, &too_large));
  g_assert_cmpstr (too_large->message, ==, "The file is larger than 1024 kB");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (GPtrArray) findings = NULL;
  guint i;

  for (i = 0; i < 1500; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\nSUMMARY:n%u\nDTSTART:20261201T100000\nEND:VEVENT\n",
                            i);
  findings = import (text->str, NULL);
  g_assert_cmpuint (findings->len, ==, 1001);
  g_assert_cmpuint (uk_calendar_count_new (findings), ==, 1000);
}

int
main (int argc, char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  g_test_add_func ("/calendar-import/table", test_table);
  g_test_add_func ("/calendar-import/kinds", test_kinds);
  g_test_add_func ("/calendar-import/round-trip", test_round_trip);
  g_test_add_func ("/calendar-import/foreign-round-trip", test_foreign_round_trip);
  g_test_add_func ("/calendar-import/whole-file", test_whole_file);
  g_test_add_func ("/calendar-import/many", test_many);
  rc = g_test_run ();
  g_object_unref (catalogue);
  return rc;
}
