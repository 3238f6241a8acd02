/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-due-words.h"

#include "support/uk-fake-clock.h"

static void
test_words (void)
{
  static const struct {
    const char *due;
    const char *text;
    const char *distance;
    const char *next;
  } rows[] = {
    { "2026-11-24T14:00:00Z", "Today at 15:00", "in 40 minutes", "at 15:00" },
    { "2026-11-24T13:20:30Z", "Today at 14:20", "in 1 minute", "at 14:20" },
    { "2026-11-24T14:20:00Z", "Today at 15:20", NULL, "at 15:20" },
    { "2026-11-24T23:10:00Z", "Tomorrow at 0:10", NULL, "Wednesday at 0:10" },
    { "2026-11-25T14:00:00Z", "Tomorrow at 15:00", NULL, "Wednesday at 15:00" },
    { "2026-11-27T09:00:00Z", "Friday at 10:00", NULL, "Friday at 10:00" },
    { "2026-11-30T09:00:00Z", "Monday at 10:00", NULL, "Monday at 10:00" },
    { "2026-12-01T09:00:00Z", "1 December at 10:00", NULL, "1 December at 10:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 now = uk_fake_clock_parse ("2026-11-24T13:20:00Z");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 due = uk_fake_clock_parse (rows[i].due);
    g_autofree char *text = uk_due_describe (due, now, zone);
    g_autofree char *distance = uk_due_describe_distance (due, now);
    g_autofree char *next = uk_due_describe_next (due, now, zone);

    g_assert_cmpstr (text, ==, rows[i].text);
    g_assert_cmpstr (distance, ==, rows[i].distance);
    g_assert_true (g_str_has_prefix (next, "Next reminder "));
    g_assert_cmpstr (next + strlen ("Next reminder "), ==, rows[i].next);
  }
  g_assert_null (uk_due_describe_distance (now, now));
}

static void
test_past (void)
{
  static const struct {
    const char *due;
    const char *text;
  } rows[] = {
    { "2026-11-24T09:00:00Z", "Today at 10:00" },
    { "2026-11-23T09:00:00Z", "Yesterday at 10:00" },
    { "2026-11-22T09:00:00Z", "22 November at 10:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const gint64 now = uk_fake_clock_parse ("2026-11-24T13:20:00Z");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = uk_past_describe (uk_fake_clock_parse (rows[i].due), now, zone);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_states (void)
{
  static const struct {
    UkOccurrenceState state;
    guint snoozes;
    const char *text;
  } rows[] = {
    { UK_OCCURRENCE_DONE, 0, "done" },
    { UK_OCCURRENCE_DONE, 1, "done, put off 1 time" },
    { UK_OCCURRENCE_SKIPPED, 2, "skipped, put off 2 times" },
    { UK_OCCURRENCE_SNOOZED, 2, "waits, put off" },
    { UK_OCCURRENCE_MISSED, 0, "missed, nobody could be told" },
    { UK_OCCURRENCE_SILENT, 0, "left out, in quiet hours or a pause" },
    { UK_OCCURRENCE_IGNORED, 0, "shown, not answered" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = uk_occurrence_describe_state (rows[i].state, rows[i].snoozes);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due-words/words", test_words);
  g_test_add_func ("/due-words/past", test_past);
  g_test_add_func ("/due-words/states", test_states);
  return g_test_run ();
}
