/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-programme-reminders.h"

#include <string.h>

/* 2026-11-23, a Monday. */
#define MONDAY 20780

/* Times as "day:minute:plan", day 0 a Monday; reminders as "title@recurrence", parted by a bar. */
typedef struct {
  const char *name;
  const char *times;
  const char *expected;
} Case;

static const Case cases[] = {
  { "none", "", "" },
  { "one", "0:480:A", "A@days;1;08:00;from=2026-11-23;count=1" },
  { "the same every day", "0:480:A 1:480:A 2:480:A", "A@weekly;mo,tu,we;08:00;from=2026-11-23;until=2026-11-25" },
  { "morning and evening", "0:480:A 0:1140:A 1:480:A 1:1140:A",
    "A@weekly;mo,tu;08:00,19:00;from=2026-11-23;until=2026-11-24" },
  { "midday on some days", "0:480:A 0:720:A 1:480:A 2:480:A 2:720:A",
    "A@weekly;mo,tu,we;08:00;from=2026-11-23;until=2026-11-25|A@weekly;mo,we;12:00;from=2026-11-23;until=2026-11-25" },
  { "two plans at once", "0:480:A 0:480:B", "A · B@days;1;08:00;from=2026-11-23;count=1" },
  { "two plans close together", "0:480:A 0:505:B", "A · B@days;1;08:00;from=2026-11-23;count=1" },
  { "two plans far apart", "0:480:A 0:520:B",
    "A@days;1;08:00;from=2026-11-23;count=1|B@days;1;08:40;from=2026-11-23;count=1" },
  { "the same plan twice", "0:480:A 0:490:A", "A@days;1;08:00;from=2026-11-23;count=1" },
  { "shared on one day", "0:480:A 0:480:B 1:480:A",
    "A · B@days;1;08:00;from=2026-11-23;count=1|A@days;1;08:00;from=2026-11-24;count=1" },
  { "in any order", "1:480:A 0:480:A", "A@weekly;mo,tu;08:00;from=2026-11-23;until=2026-11-24" },
};

static GArray *
read_times (const char *text)
{
  GArray *times = g_array_new (FALSE, TRUE, sizeof (UkProgrammeTime));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], ":", -1);
    const UkProgrammeTime time = { MONDAY + atoi (parts[0]), (guint)atoi (parts[1]),
                                   g_intern_string (parts[2]), "calf-hand" };

    g_array_append_val (times, time);
  }
  return times;
}

static char *
describe (GPtrArray *reminders)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);
    g_autofree char *recurrence = uk_recurrence_to_string (reminder->recurrence);

    g_string_append_printf (text, "%s%s@%s", i == 0 ? "" : "|", reminder->title, recurrence);
  }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) times = read_times (c->times);
  g_autoptr (GPtrArray) reminders = uk_programme_reminders_new (times);
  g_autofree char *text = describe (reminders);
  guint i;

  g_assert_cmpstr (text, ==, c->expected);
  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);

    g_assert_cmpint (reminder->kind, ==, UK_REMINDER_PLAN_DAY);
    g_assert_cmpstr (reminder->reference, ==, UK_PROGRAMME_REFERENCE);
    g_assert_cmpstr (reminder->routine, ==, "calf-hand");
  }
}

static GPtrArray *
make (const char *times, gint64 id)
{
  g_autoptr (GArray) read = read_times (times);
  GPtrArray *reminders = uk_programme_reminders_new (read);
  guint i;

  for (i = 0; i < reminders->len; i++)
    ((UkReminder *)g_ptr_array_index (reminders, i))->id = id + i;
  return reminders;
}

/* What stays is not touched, one that is wrong is changed, one too many is deleted, others are left. */
static void
test_compare (void)
{
  g_autoptr (GPtrArray) present = make ("0:480:A 1:700:B 2:900:C", 5);
  g_autoptr (GPtrArray) wanted = make ("0:480:A 1:710:B", 0);
  g_autoptr (UkReminderChanges) changes = NULL;
  g_autoptr (UkRecurrence) once = uk_recurrence_new_once (MONDAY, 60);
  const UkReminder *saved;

  g_ptr_array_add (present, uk_reminder_new ("calf-hand", "Mine", once));
  g_ptr_array_add (present, uk_reminder_new_for_plan ("other", "calf-hand", "Theirs", once));
  ((UkReminder *)g_ptr_array_index (present, 1))->enabled = FALSE;
  changes = uk_programme_reminders_compare (wanted, present);
  g_assert_cmpuint (changes->save->len, ==, 1);
  saved = g_ptr_array_index (changes->save, 0);
  g_assert_cmpint (saved->id, ==, 6);
  g_assert_cmpstr (saved->title, ==, "B");
  g_assert_false (saved->enabled);
  g_assert_cmpuint (changes->delete->len, ==, 1);
  g_assert_cmpint (g_array_index (changes->delete, gint64, 0), ==, 7);
}

static void
test_compare_none (void)
{
  g_autoptr (GPtrArray) present = make ("0:480:A 1:700:B", 5);
  g_autoptr (GPtrArray) nothing = make ("", 0);
  g_autoptr (UkReminderChanges) same = uk_programme_reminders_compare (present, present);
  g_autoptr (UkReminderChanges) all = uk_programme_reminders_compare (nothing, present);
  g_autoptr (UkReminderChanges) new = uk_programme_reminders_compare (present, nothing);

  g_assert_cmpuint (same->save->len + same->delete->len, ==, 0);
  g_assert_cmpuint (all->delete->len, ==, 2);
  g_assert_cmpuint (new->save->len, ==, 2);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/programme-reminders/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/programme-reminders/compare", test_compare);
  g_test_add_func ("/programme-reminders/compare-none", test_compare_none);
  return g_test_run ();
}
