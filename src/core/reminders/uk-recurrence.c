/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>

#define KIND "weekly"
#define FROM "from="
#define UNTIL "until="

struct _UkRecurrence {
  gatomicrefcount count;
  guint weekdays;
  UkDay from;  /* %UK_DAY_NONE: no first day */
  UkDay until; /* %UK_DAY_NONE: no last day */
  guint n_minutes;
  guint minutes[]; /* ascending, no two alike */
};

G_DEFINE_QUARK (uk - recurrence - error - quark, uk_recurrence_error)
G_DEFINE_BOXED_TYPE (UkRecurrence, uk_recurrence, uk_recurrence_ref, uk_recurrence_unref)

static const char *const weekday_ids[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/**
 * uk_recurrence_new:
 * @weekdays: mask of UK_WEEKDAY()
 * @minutes: (array length=n_minutes): minutes of the day, in any order
 * @n_minutes: 1 to %UK_RECURRENCE_MAX_TIMES
 * @from: first day, or %UK_DAY_NONE
 * @until: last day, or %UK_DAY_NONE
 * @error: #UkRecurrenceError
 *
 * Returns: (transfer full) (nullable): a new recurrence
 */
UkRecurrence *
uk_recurrence_new (
    guint weekdays, const guint *minutes, guint n_minutes, UkDay from, UkDay until, GError **error)
{
  UkRecurrence *self;
  guint i;

  g_return_val_if_fail (minutes != NULL || n_minutes == 0, NULL);

  if (weekdays == 0 || (weekdays & ~UK_EVERY_DAY) != 0) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DAYS,
                         _ ("Choose at least one day"));
    return NULL;
  }
  if (n_minutes == 0) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                         _ ("Add at least one time"));
    return NULL;
  }
  if (n_minutes > UK_RECURRENCE_MAX_TIMES) {
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                 _ ("More than %d times a day"), UK_RECURRENCE_MAX_TIMES);
    return NULL;
  }
  for (i = 0; i < n_minutes; i++) {
    if (minutes[i] >= UK_MINUTES_PER_DAY) {
      g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                           _ ("A day ends at 23:59"));
      return NULL;
    }
  }
  if (from != UK_DAY_NONE && until != UK_DAY_NONE && until < from) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DATES,
                         _ ("The last day is before the first"));
    return NULL;
  }

  self = g_malloc0 (sizeof *self + n_minutes * sizeof *minutes);
  g_atomic_ref_count_init (&self->count);
  self->weekdays = weekdays;
  self->from = from;
  self->until = until;
  memcpy (self->minutes, minutes, n_minutes * sizeof *minutes);
  qsort (self->minutes, n_minutes, sizeof *minutes, compare_minutes);
  for (i = 0; i < n_minutes; i++) {
    if (i == 0 || self->minutes[i] != self->minutes[self->n_minutes - 1])
      self->minutes[self->n_minutes++] = self->minutes[i];
  }
  return self;
}

static gboolean
parse_weekday (const char *text, guint *weekday)
{
  for (*weekday = 0; *weekday < G_N_ELEMENTS (weekday_ids); (*weekday)++) {
    if (g_str_equal (weekday_ids[*weekday], text))
      return TRUE;
  }
  return FALSE;
}

static gboolean
parse_weekdays (const char *text, guint *weekdays)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  guint i, weekday;

  *weekdays = 0;
  for (i = 0; names[i] != NULL; i++) {
    if (!parse_weekday (names[i], &weekday) || (*weekdays & UK_WEEKDAY (weekday)) != 0)
      return FALSE;
    *weekdays |= UK_WEEKDAY (weekday);
  }
  return *weekdays != 0;
}

static gboolean
parse_minutes (const char *text, GArray *minutes)
{
  g_auto (GStrv) times = g_strsplit (text, ",", -1);
  guint i, minute;

  for (i = 0; times[i] != NULL; i++) {
    if (strlen (times[i]) != 5 || times[i][2] != ':' || !uk_wall_time_parse (times[i], &minute))
      return FALSE;
    g_array_append_val (minutes, minute);
  }
  return minutes->len > 0;
}

static gboolean
parse_date (const char *text, const char *prefix, UkDay *day)
{
  if (*day != UK_DAY_NONE || !g_str_has_prefix (text, prefix))
    return FALSE;
  *day = uk_day_parse (text + strlen (prefix));
  return *day != UK_DAY_NONE;
}

/**
 * uk_recurrence_parse:
 * @text: `weekly;mo,tu;10:00,15:00`, and `;from=2026-03-01` and `;until=2026-03-14` if it has such
 * days
 * @error: #UkRecurrenceError
 *
 * Returns: (transfer full) (nullable): what uk_recurrence_to_string() wrote
 */
UkRecurrence *
uk_recurrence_parse (const char *text, GError **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = NULL;
  UkDay from = UK_DAY_NONE, until = UK_DAY_NONE;
  guint weekdays, i;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ";", 6);
  if (g_strcmp0 (parts[0], KIND) != 0 || g_strv_length (parts) < 3) {
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_KIND,
                 _ ("“%s” does not look like “weekly;mo,tu;10:00,15:00”"), text);
    return NULL;
  }
  if (!parse_weekdays (parts[1], &weekdays)) {
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DAYS,
                 _ ("“%s” is no list of weekdays such as “mo,tu”"), parts[1]);
    return NULL;
  }
  if (!parse_minutes (parts[2], minutes)) {
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                 _ ("“%s” is no list of times such as “10:00,15:00”"), parts[2]);
    return NULL;
  }
  for (i = 3; parts[i] != NULL; i++) {
    if (!parse_date (parts[i], FROM, &from) && !parse_date (parts[i], UNTIL, &until)) {
      g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DATES,
                   _ ("“%s” is no day such as “from=2026-03-01”"), parts[i]);
      return NULL;
    }
  }
  return uk_recurrence_new (weekdays, (guint *)(gpointer)minutes->data, minutes->len, from, until,
                            error);
}

/**
 * uk_recurrence_ref:
 *
 * Returns: (transfer full): @self
 */
UkRecurrence *
uk_recurrence_ref (UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * uk_recurrence_unref:
 */
void
uk_recurrence_unref (UkRecurrence *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->count))
    g_free (self);
}

/**
 * uk_recurrence_get_weekdays:
 *
 * Returns: mask of UK_WEEKDAY(), never 0
 */
guint
uk_recurrence_get_weekdays (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->weekdays;
}

/**
 * uk_recurrence_get_minutes:
 * @n_minutes: (out): how many, at least 1
 *
 * Returns: (array length=n_minutes) (transfer none): minutes of the day, ascending
 */
const guint *
uk_recurrence_get_minutes (const UkRecurrence *self, guint *n_minutes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_minutes != NULL, NULL);

  *n_minutes = self->n_minutes;
  return self->minutes;
}

/**
 * uk_recurrence_get_from:
 *
 * Returns: the first day, or %UK_DAY_NONE
 */
UkDay
uk_recurrence_get_from (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, UK_DAY_NONE);

  return self->from;
}

/**
 * uk_recurrence_get_until:
 *
 * Returns: the last day, or %UK_DAY_NONE
 */
UkDay
uk_recurrence_get_until (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, UK_DAY_NONE);

  return self->until;
}

/**
 * uk_recurrence_is_on:
 * @day: a local day
 *
 * Returns: whether it has times on @day
 */
gboolean
uk_recurrence_is_on (const UkRecurrence *self, UkDay day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->weekdays & UK_WEEKDAY (uk_day_get_weekday (day))) != 0
         && (self->from == UK_DAY_NONE || day >= self->from)
         && (self->until == UK_DAY_NONE || day <= self->until);
}

/**
 * uk_recurrence_has_slot:
 * @day: a local day
 * @minute: minute of that day
 *
 * Returns: whether @minute is one of its times on @day
 */
gboolean
uk_recurrence_has_slot (const UkRecurrence *self, UkDay day, guint minute)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  for (i = 0; i < self->n_minutes; i++) {
    if (self->minutes[i] == minute)
      return uk_recurrence_is_on (self, day);
  }
  return FALSE;
}

/**
 * uk_recurrence_equal:
 *
 * Returns: whether both mean the same
 */
gboolean
uk_recurrence_equal (const UkRecurrence *a, const UkRecurrence *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->weekdays == b->weekdays && a->from == b->from && a->until == b->until
         && a->n_minutes == b->n_minutes
         && memcmp (a->minutes, b->minutes, a->n_minutes * sizeof *a->minutes) == 0;
}

static void
append_date (GString *text, const char *prefix, UkDay day)
{
  if (day != UK_DAY_NONE) {
    g_autofree char *date = uk_day_to_string (day);

    g_string_append_printf (text, ";%s%s", prefix, date);
  }
}

/**
 * uk_recurrence_to_string:
 *
 * Returns: (transfer full): the text that uk_recurrence_parse() reads; not for display
 */
char *
uk_recurrence_to_string (const UkRecurrence *self)
{
  g_autoptr (GString) text = g_string_new (KIND);
  char separator = ';';
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (weekday_ids); i++) {
    if ((self->weekdays & UK_WEEKDAY (i)) != 0) {
      g_string_append_printf (text, "%c%s", separator, weekday_ids[i]);
      separator = ',';
    }
  }
  separator = ';';
  for (i = 0; i < self->n_minutes; i++) {
    g_string_append_printf (text, "%c%02u:%02u", separator, self->minutes[i] / 60,
                            self->minutes[i] % 60);
    separator = ',';
  }
  append_date (text, FROM, self->from);
  append_date (text, UNTIL, self->until);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
