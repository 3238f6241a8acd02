/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-recurrence.h"

#include <locale.h>

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "weekly;mo,tu,we,th,fr;10:00,15:00",
    "weekly;mo,tu,we,th,fr,sa,su;00:00",
    "weekly;su;23:59;from=2026-03-01",
    "weekly;we;08:15;until=2026-12-31",
    "weekly;mo,we;08:15,08:45,09:15;from=2026-03-01;until=2026-03-01",
    "days;3;10:00;from=2026-03-01",
    "days;1;10:00;from=2026-03-01;count=1",
    "monthly;1,31;10:00,11:00",
    "monthly;31;10:00;until=2027-01-01;short=skip",
    "weekly;mo;10:00;from=2026-03-01;count=1000",
    "interval;45;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-24:00",
    "interval;720;sa=00:00-24:00;from=2026-03-01;until=2026-03-02",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (texts[i], &error);
    g_autofree char *text = NULL;
    g_autoptr (UkRecurrence) again = NULL;

    g_assert_no_error (error);
    text = uk_recurrence_to_string (recurrence);
    g_assert_cmpstr (text, ==, texts[i]);
    again = uk_recurrence_parse (text, NULL);
    g_assert_true (uk_recurrence_equal (recurrence, again));
  }
}

static void
test_wrong (void)
{
  static const struct {
    const char *text;
    UkRecurrenceError code;
  } rows[] = {
    { "", UK_RECURRENCE_ERROR_KIND },
    { "weekly", UK_RECURRENCE_ERROR_KIND },
    { "weekly;mo", UK_RECURRENCE_ERROR_KIND },
    { "daily;mo;10:00", UK_RECURRENCE_ERROR_KIND },
    { "weekly;;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "weekly;mo,mo;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "weekly;mo,;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "weekly;Mo;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "weekly;mo;", UK_RECURRENCE_ERROR_TIMES },
    { "weekly;mo;10:00,", UK_RECURRENCE_ERROR_TIMES },
    { "weekly;mo;24:00", UK_RECURRENCE_ERROR_TIMES },
    { "weekly;mo;1000", UK_RECURRENCE_ERROR_TIMES },
    { "weekly;mo; 10:00", UK_RECURRENCE_ERROR_TIMES },
    { "weekly;mo;10:00;from=2026-02-30", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;since=2026-02-01", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;from=2026-02-01;from=2026-02-01", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;from=2026-02-02;until=2026-02-01", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;from=2026-02-02;until=2026-02-03;", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;count=3", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;from=2026-02-02;count=0", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;from=2026-02-02;count=1001", UK_RECURRENCE_ERROR_DATES },
    { "weekly;mo;10:00;short=skip", UK_RECURRENCE_ERROR_DATES },
    { "days;0;10:00;from=2026-02-02", UK_RECURRENCE_ERROR_DAYS },
    { "days;367;10:00;from=2026-02-02", UK_RECURRENCE_ERROR_DAYS },
    { "days;2;10:00", UK_RECURRENCE_ERROR_DATES },
    { "monthly;0;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "monthly;32;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "monthly;1,1;10:00", UK_RECURRENCE_ERROR_DAYS },
    { "interval;4;mo=09:00-12:00", UK_RECURRENCE_ERROR_TIMES },
    { "interval;721;mo=09:00-12:00", UK_RECURRENCE_ERROR_DAYS },
    { "interval;45;mo=09:00", UK_RECURRENCE_ERROR_TIMES },
    { "interval;45;mo=12:00-09:00", UK_RECURRENCE_ERROR_TIMES },
    { "interval;45;mo=09:00-09:30", UK_RECURRENCE_ERROR_TIMES },
    { "interval;45;mo=09:00-12:00/mo,tu=11:00-14:00", UK_RECURRENCE_ERROR_TIMES },
    { "interval;45;mo=09:00-12:00;from=2026-02-02;count=3", UK_RECURRENCE_ERROR_DATES },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (uk_recurrence_parse (rows[i].text, &error));
    g_assert_error (error, UK_RECURRENCE_ERROR, (gint)rows[i].code);
    g_assert_cmpstr (error->message, !=, "");
  }
}

/* Scenarios 30 and 31, end by count */
static void
test_days (void)
{
  static const struct {
    const char *text;
    const char *first;
    const char *want; /* the days from @first on */
  } rows[] = {
    { "monthly;31;10:00", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30" },
    { "monthly;31;10:00", "2028-02-01", "2028-02-29 2028-03-31 2028-04-30 2028-05-31" },
    { "monthly;31;10:00;short=skip", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31" },
    { "monthly;1,15;10:00", "2026-11-24", "2026-12-01 2026-12-15 2027-01-01 2027-01-15" },
    { "monthly;29,30;10:00", "2026-02-01", "2026-02-28 2026-03-29 2026-03-30 2026-04-29" },
    { "days;3;10:00;from=2026-02-26", "2026-01-01", "2026-02-26 2026-03-01 2026-03-04 2026-03-07" },
    { "days;3;10:00;from=2026-02-26", "2026-02-27", "2026-03-01 2026-03-04 2026-03-07 2026-03-10" },
    { "days;366;10:00;from=2026-02-26", "2026-03-27",
      "2027-02-27 2028-02-28 2029-02-28 2030-03-01" },
    { "days;1;10:00;from=2026-02-26;count=1", "2026-02-01", "2026-02-26" },
    { "days;2;10:00,11:00;from=2026-02-26;count=3", "2026-02-01", "2026-02-26 2026-02-28" },
    { "weekly;mo,fr;10:00;from=2026-11-24;count=3", "2026-01-01",
      "2026-11-27 2026-11-30 2026-12-04" },
    { "weekly;mo,fr;10:00;from=2026-11-24;until=2026-11-27;count=3", "2026-01-01", "2026-11-27" },
    { "weekly;su;10:00", "2026-11-24", "2026-11-29 2026-12-06 2026-12-13 2026-12-20" },
    { "interval;45;sa=09:00-12:00", "2026-11-24", "2026-11-28 2026-12-05 2026-12-12 2026-12-19" },
  };
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rows[i].text, NULL);
    g_autoptr (GString) found = g_string_new (NULL);
    UkDay day = uk_day_parse (rows[i].first);

    for (j = 0; j < 4; j++) {
      g_autofree char *text = NULL;

      day = uk_recurrence_find_day (recurrence, day);
      if (day == UK_DAY_NONE)
        break;
      text = uk_day_to_string (day++);
      g_string_append_printf (found, "%s%s", j == 0 ? "" : " ", text);
    }
    g_assert_cmpstr (found->str, ==, rows[i].want);
  }
}

static void
test_sorted (void)
{
  const guint minutes[] = { 900, 600, 900, 600 };
  const guint late[] = { 1440 };
  guint many[UK_RECURRENCE_MAX_TIMES + 1] = { 0 };
  g_autoptr (UkRecurrence) recurrence
      = uk_recurrence_new (UK_EVERY_DAY, minutes, 4, UK_DAY_NONE, UK_DAY_NONE, NULL);
  g_autofree char *text = uk_recurrence_to_string (recurrence);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "weekly;mo,tu,we,th,fr,sa,su;10:00,15:00");
  g_assert_null (uk_recurrence_new (UK_EVERY_DAY, late, 1, UK_DAY_NONE, UK_DAY_NONE, &error));
  g_assert_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES);
  g_assert_null (uk_recurrence_new (0, minutes, 4, UK_DAY_NONE, UK_DAY_NONE, NULL));
  g_assert_null (uk_recurrence_new (UK_WEEKDAY (7), minutes, 4, UK_DAY_NONE, UK_DAY_NONE, NULL));
  g_assert_null (uk_recurrence_new (UK_EVERY_DAY, NULL, 0, UK_DAY_NONE, UK_DAY_NONE, NULL));
  g_assert_null (
      uk_recurrence_new (UK_EVERY_DAY, many, G_N_ELEMENTS (many), UK_DAY_NONE, UK_DAY_NONE, NULL));
}

static void
test_is_on (void)
{
  g_autoptr (UkRecurrence) recurrence
      = uk_recurrence_parse ("weekly;mo,tu;10:00,15:00;from=2026-03-03;until=2026-03-10", NULL);
  static const struct {
    const char *day;
    gboolean on;
  } rows[] = {
    { "2026-03-02", FALSE }, { "2026-03-03", TRUE }, { "2026-03-04", FALSE },
    { "2026-03-09", TRUE },  { "2026-03-10", TRUE }, { "2026-03-16", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    UkDay day = uk_day_parse (rows[i].day);

    g_assert_cmpint (uk_recurrence_is_on (recurrence, day), ==, rows[i].on);
    g_assert_cmpint (uk_recurrence_is_on (recurrence, day), ==, rows[i].on);
    g_assert_cmpint (uk_recurrence_count_on (recurrence, day) > 0, ==, rows[i].on);
  }
}

static void
test_sentence (void)
{
  static const struct {
    const char *text;
    const char *sentence;
  } rows[] = {
    { "weekly;mo,tu,we,th,fr;10:00,15:00", "Weekdays at 10:00 and 15:00" },
    { "weekly;mo,tu,we,th,fr;07:30,12:00,15:05", "Weekdays at 7:30, 12:00 and 15:05" },
    { "weekly;sa,su;09:00", "Weekends at 9:00" },
    { "weekly;su;18:00", "Sundays at 18:00" },
    { "weekly;mo,we,fr;18:00", "Monday, Wednesday and Friday at 18:00" },
    { "weekly;mo,tu,we,th,fr,sa,su;20:00", "Every evening at 20:00" },
    { "weekly;mo,tu,we,th,fr,sa,su;07:30", "Every morning at 7:30" },
    { "weekly;mo,tu,we,th,fr,sa,su;14:00", "Every day at 14:00" },
    { "weekly;mo,tu,we,th,fr,sa,su;07:30,20:00", "Every day at 7:30 and 20:00" },
    { "weekly;mo,tu,we,th,fr;09:00,09:30,10:00,10:30",
      "Weekdays, every 30 minutes from 9:00 to 10:30" },
    { "weekly;mo;08:00,10:00,12:00,14:00", "Mondays, every 2 hours from 8:00 to 14:00" },
    { "weekly;mo;08:00;until=2026-03-14", "Mondays at 8:00, until 14 March" },
    { "weekly;mo;08:00;from=2026-03-01;until=2026-03-14",
      "Mondays at 8:00, from 1 March to 14 March" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (rows[i].text, NULL);
    g_autofree char *sentence = uk_recurrence_to_sentence (recurrence);

    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

static void
test_typed_days (void)
{
  static const struct {
    const char *text;
    guint weekdays; /* 0: none */
  } rows[] = {
    { "mo-fr", UK_WORKING_DAYS },
    { "mon-fri", UK_WORKING_DAYS },
    { "Monday-Friday", UK_WORKING_DAYS },
    { "weekdays", UK_WORKING_DAYS },
    { "daily", UK_EVERY_DAY },
    { "sa,su", UK_WEEKEND },
    { "sat-mon", UK_WEEKEND | 1 },
    { "mo, we", 5 },
    { "mo,mo", 1 },
    { "", 0 },
    { "m", 0 },
    { "mo-", 0 },
    { "-fr", 0 },
    { "mo-tu-we", 0 },
    { "someday", 0 },
    { "mo,,tu", 0 },
    { "mondays", 0 },
  };
  guint i, weekdays;

  for (i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (uk_weekdays_parse (rows[i].text, &weekdays), ==, rows[i].weekdays != 0);
    if (rows[i].weekdays != 0)
      g_assert_cmpuint (weekdays, ==, rows[i].weekdays);
  }
}

/* Whatever bytes come, the answer is a recurrence that writes itself back, or an error. */
static void
test_noise (void)
{
  static const char letters[] = "weekly;mo,tuwhfrsa:0123456789-=from until";
  guint i, j;

  for (i = 0; i < 20000; i++) {
    char text[48] = "weekly;mo;10:00";
    g_autoptr (UkRecurrence) recurrence = NULL;
    g_autoptr (GError) error = NULL;

    for (j = 0; j < 3; j++)
      text[g_test_rand_int_range (0, 30)] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
    recurrence = uk_recurrence_parse (text, &error);
    g_assert_true ((recurrence == NULL) == (error != NULL));
    if (recurrence != NULL) {
      g_autofree char *written = uk_recurrence_to_string (recurrence);
      g_autoptr (UkRecurrence) again = uk_recurrence_parse (written, NULL);

      g_assert_true (uk_recurrence_equal (recurrence, again));
    }
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/round-trip", test_round_trip);
  g_test_add_func ("/recurrence/wrong", test_wrong);
  g_test_add_func ("/recurrence/days", test_days);
  g_test_add_func ("/recurrence/sorted", test_sorted);
  g_test_add_func ("/recurrence/is-on", test_is_on);
  g_test_add_func ("/recurrence/sentence", test_sentence);
  g_test_add_func ("/recurrence/typed-days", test_typed_days);
  g_test_add_func ("/recurrence/noise", test_noise);
  return g_test_run ();
}
