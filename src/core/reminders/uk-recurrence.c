/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>

/* The longest way from one day of a month to the next: 31 July to 31 August, or a month left out.
 */
#define MOST_DAYS_BETWEEN 400

struct _UkRecurrence {
  gatomicrefcount count;
  UkRecurrenceSpec spec; /* its arrays owned; minutes ascending, no two alike */
  UkDay last_day;        /* when the count ends; %UK_DAY_NONE: it does not */
  guint last_times;      /* how many times are left on that day */
};

G_DEFINE_QUARK (uk - recurrence - error - quark, uk_recurrence_error)
G_DEFINE_BOXED_TYPE (UkRecurrence, uk_recurrence, uk_recurrence_ref, uk_recurrence_unref)

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static int
compare_windows (gconstpointer a, gconstpointer b)
{
  const UkHours *first = a, *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->weekdays < second->weekdays ? -1 : first->weekdays > second->weekdays;
}

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (GError **error, UkRecurrenceError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, UK_RECURRENCE_ERROR, (gint)code, message);
  return FALSE;
}

static gboolean
check_days (const UkRecurrenceSpec *spec, GError **error)
{
  switch (spec->kind) {
  case UK_RECURRENCE_WEEKLY:
    if (spec->weekdays == 0 || (spec->weekdays & ~UK_EVERY_DAY) != 0)
      return refuse (error, UK_RECURRENCE_ERROR_DAYS, _ ("Choose at least one day"));
    return TRUE;
  case UK_RECURRENCE_DAYS:
    if (spec->every < 1 || spec->every > UK_RECURRENCE_MAX_DAYS)
      return refuse (error, UK_RECURRENCE_ERROR_DAYS, _ ("Choose 1 to %d days"),
                     UK_RECURRENCE_MAX_DAYS);
    if (spec->from == UK_DAY_NONE)
      return refuse (error, UK_RECURRENCE_ERROR_DATES, _ ("Choose the first day"));
    return TRUE;
  case UK_RECURRENCE_MONTHLY:
    if (spec->month_days == 0 || spec->month_days > G_MAXINT32)
      return refuse (error, UK_RECURRENCE_ERROR_DAYS, _ ("Choose at least one day of the month"));
    return TRUE;
  case UK_RECURRENCE_INTERVAL:
    if (spec->every < UK_INTERVAL_MIN || spec->every > UK_INTERVAL_MAX)
      return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("Choose %d to %d minutes"),
                     UK_INTERVAL_MIN, UK_INTERVAL_MAX);
    return TRUE;
  default:
    return refuse (error, UK_RECURRENCE_ERROR_KIND, _ ("This kind of repetition is not known"));
  }
}

static gboolean
check_minutes (const UkRecurrenceSpec *spec, GError **error)
{
  guint i;

  if (spec->n_minutes == 0)
    return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("Add at least one time"));
  if (spec->n_minutes > UK_RECURRENCE_MAX_TIMES)
    return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("More than %d times a day"),
                   UK_RECURRENCE_MAX_TIMES);
  for (i = 0; i < spec->n_minutes; i++) {
    if (spec->minutes[i] >= UK_MINUTES_PER_DAY)
      return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("A day ends at 23:59"));
  }
  return TRUE;
}

static gboolean
check_windows (const UkRecurrenceSpec *spec, GError **error)
{
  guint i, j;

  if (spec->n_windows == 0)
    return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("Add at least one time of day"));
  if (spec->n_windows > UK_RECURRENCE_MAX_WINDOWS)
    return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("There are too many times of day"));
  for (i = 0; i < spec->n_windows; i++) {
    const UkHours *window = &spec->windows[i];

    if (window->weekdays == 0 || (window->weekdays & ~UK_EVERY_DAY) != 0)
      return refuse (error, UK_RECURRENCE_ERROR_DAYS, _ ("Choose at least one day"));
    if (window->until > UK_MINUTES_PER_DAY || window->from >= window->until)
      return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("The last time is before the first"));
    if (window->until - window->from < spec->every)
      return refuse (error, UK_RECURRENCE_ERROR_TIMES,
                     _ ("A break after %u minutes does not fit into so short a time"), spec->every);
    for (j = 0; j < i; j++) {
      if ((window->weekdays & spec->windows[j].weekdays) != 0
          && window->from < spec->windows[j].until && spec->windows[j].from < window->until)
        return refuse (error, UK_RECURRENCE_ERROR_TIMES, _ ("Two times of day overlap"));
    }
  }
  return TRUE;
}

static gboolean
check_dates (const UkRecurrenceSpec *spec, GError **error)
{
  if (spec->from != UK_DAY_NONE && spec->until != UK_DAY_NONE && spec->until < spec->from)
    return refuse (error, UK_RECURRENCE_ERROR_DATES, _ ("The last day is before the first"));
  if (spec->count == 0)
    return TRUE;
  if (spec->count > UK_RECURRENCE_MAX_COUNT)
    return refuse (error, UK_RECURRENCE_ERROR_DATES, _ ("More than %d times in all"),
                   UK_RECURRENCE_MAX_COUNT);
  if (spec->from == UK_DAY_NONE || spec->kind == UK_RECURRENCE_INTERVAL)
    return refuse (error, UK_RECURRENCE_ERROR_DATES,
                   _ ("Times can be counted only from a first day on"));
  return TRUE;
}

static gboolean
is_month_day (const UkRecurrenceSpec *spec, UkDay day)
{
  guint number, last;

  uk_day_get_month_day (day, &number, &last);
  if ((spec->month_days & UK_MONTH_DAY (number)) != 0)
    return TRUE;
  /* The last day stands for those that this month does not have. */
  return number == last && last < 31 && !spec->skip_short && (spec->month_days >> last) != 0;
}

/* Whether the rule, its dates and count left aside, names @day. */
static gboolean
is_named (const UkRecurrenceSpec *spec, UkDay day)
{
  guint weekday = UK_WEEKDAY (uk_day_get_weekday (day)), i;

  switch (spec->kind) {
  case UK_RECURRENCE_DAYS:
    return (day - spec->from) % (int)spec->every == 0;
  case UK_RECURRENCE_MONTHLY:
    return is_month_day (spec, day);
  case UK_RECURRENCE_INTERVAL:
    for (i = 0; i < spec->n_windows; i++) {
      if ((spec->windows[i].weekdays & weekday) != 0)
        return TRUE;
    }
    return FALSE;
  case UK_RECURRENCE_WEEKLY:
  default:
    return (spec->weekdays & weekday) != 0;
  }
}

/* Finds the day on which the last of the counted times is. */
static void
find_last (UkRecurrence *self)
{
  const UkRecurrenceSpec *spec = &self->spec;
  guint left = spec->count;
  UkDay day;

  self->last_day = UK_DAY_NONE;
  if (left == 0)
    return;
  for (day = uk_recurrence_find_day (self, spec->from);
       day != UK_DAY_NONE && left > spec->n_minutes; day = uk_recurrence_find_day (self, day + 1))
    left -= spec->n_minutes;
  self->last_day = day;
  self->last_times = left;
}

/**
 * uk_recurrence_new_full:
 * @spec: what it is
 * @error: #UkRecurrenceError
 *
 * Returns: (transfer full) (nullable): a new recurrence
 */
UkRecurrence *
uk_recurrence_new_full (const UkRecurrenceSpec *spec, GError **error)
{
  UkRecurrence *self;
  guint *minutes, i, n = 0;

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (spec->minutes != NULL || spec->n_minutes == 0, NULL);
  g_return_val_if_fail (spec->windows != NULL || spec->n_windows == 0, NULL);

  if (!check_days (spec, error)
      || (spec->kind == UK_RECURRENCE_INTERVAL ? !check_windows (spec, error)
                                               : !check_minutes (spec, error))
      || !check_dates (spec, error))
    return NULL;

  self = g_new0 (UkRecurrence, 1);
  g_atomic_ref_count_init (&self->count);
  self->spec = *spec;
  if (spec->kind == UK_RECURRENCE_INTERVAL) {
    self->spec.windows = g_memdup2 (spec->windows, spec->n_windows * sizeof *spec->windows);
    qsort ((UkHours *)self->spec.windows, spec->n_windows, sizeof *spec->windows, compare_windows);
    self->spec.minutes = NULL;
    self->spec.n_minutes = 0;
    self->last_day = UK_DAY_NONE;
    return self;
  }
  minutes = g_memdup2 (spec->minutes, spec->n_minutes * sizeof *minutes);
  qsort (minutes, spec->n_minutes, sizeof *minutes, compare_minutes);
  for (i = 0; i < spec->n_minutes; i++) {
    if (i == 0 || minutes[i] != minutes[n - 1])
      minutes[n++] = minutes[i];
  }
  self->spec.minutes = minutes;
  self->spec.n_minutes = n;
  self->spec.windows = NULL;
  self->spec.n_windows = 0;
  find_last (self);
  return self;
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
 * Returns: (transfer full) (nullable): a new weekly recurrence
 */
UkRecurrence *
uk_recurrence_new (
    guint weekdays, const guint *minutes, guint n_minutes, UkDay from, UkDay until, GError **error)
{
  const UkRecurrenceSpec spec = { .kind = UK_RECURRENCE_WEEKLY,
                                  .weekdays = weekdays,
                                  .minutes = minutes,
                                  .n_minutes = n_minutes,
                                  .from = from,
                                  .until = until };

  return uk_recurrence_new_full (&spec, error);
}

/**
 * uk_recurrence_new_once:
 * @day: a local day
 * @minute: minute of that day, below %UK_MINUTES_PER_DAY
 *
 * Returns: (transfer full): a recurrence that comes at that time and never again
 */
UkRecurrence *
uk_recurrence_new_once (UkDay day, guint minute)
{
  const UkRecurrenceSpec spec = { .kind = UK_RECURRENCE_DAYS,
                                  .every = 1,
                                  .minutes = &minute,
                                  .n_minutes = 1,
                                  .from = day,
                                  .until = UK_DAY_NONE,
                                  .count = 1 };

  g_return_val_if_fail (day != UK_DAY_NONE && minute < UK_MINUTES_PER_DAY, NULL);

  return uk_recurrence_new_full (&spec, NULL);
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

  if (g_atomic_ref_count_dec (&self->count)) {
    g_free ((guint *)self->spec.minutes);
    g_free ((UkHours *)self->spec.windows);
    g_free (self);
  }
}

/**
 * uk_recurrence_peek:
 *
 * Returns: (transfer none): what it was made of, times and windows in order
 */
const UkRecurrenceSpec *
uk_recurrence_peek (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->spec;
}

/**
 * uk_recurrence_get_weekdays:
 *
 * Returns: mask of UK_WEEKDAY() of a weekly one; 0 for others
 */
guint
uk_recurrence_get_weekdays (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spec.kind == UK_RECURRENCE_WEEKLY ? self->spec.weekdays : 0;
}

/**
 * uk_recurrence_get_minutes:
 * @n_minutes: (out): how many; 0 for an interval
 *
 * Returns: (array length=n_minutes) (transfer none): minutes of the day, ascending
 */
const guint *
uk_recurrence_get_minutes (const UkRecurrence *self, guint *n_minutes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_minutes != NULL, NULL);

  *n_minutes = self->spec.n_minutes;
  return self->spec.minutes;
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

  return self->spec.from;
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

  return self->spec.until;
}

/**
 * uk_recurrence_is_interval:
 *
 * Returns: whether its times depend on what happened before, not on the clock alone
 */
gboolean
uk_recurrence_is_interval (const UkRecurrence *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->spec.kind == UK_RECURRENCE_INTERVAL;
}

/* Whether @day is past the last day, however that is given. */
static gboolean
is_over (const UkRecurrence *self, UkDay day)
{
  return (self->spec.until != UK_DAY_NONE && day > self->spec.until)
         || (self->last_day != UK_DAY_NONE && day > self->last_day);
}

/**
 * uk_recurrence_is_on:
 * @day: a local day
 *
 * Returns: whether it has times, or windows, on @day
 */
gboolean
uk_recurrence_is_on (const UkRecurrence *self, UkDay day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->spec.from == UK_DAY_NONE || day >= self->spec.from) && !is_over (self, day)
         && is_named (&self->spec, day);
}

/**
 * uk_recurrence_count_on:
 * @day: a local day
 *
 * Returns: how many of its times, from the first on, count on @day
 */
guint
uk_recurrence_count_on (const UkRecurrence *self, UkDay day)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!uk_recurrence_is_on (self, day))
    return 0;
  return day == self->last_day ? self->last_times : self->spec.n_minutes;
}

/**
 * uk_recurrence_find_day:
 * @first: a local day
 *
 * Looks at a bounded number of days.
 *
 * Returns: the first day from @first on that it is on; %UK_DAY_NONE if there is none
 */
UkDay
uk_recurrence_find_day (const UkRecurrence *self, UkDay first)
{
  UkDay day, end;

  g_return_val_if_fail (self != NULL, UK_DAY_NONE);

  if (self->spec.from != UK_DAY_NONE)
    first = MAX (first, self->spec.from);
  if (self->spec.kind == UK_RECURRENCE_DAYS) {
    int over = (first - self->spec.from) % (int)self->spec.every;

    day = over == 0 ? first : first + (int)self->spec.every - over;
    return is_over (self, day) ? UK_DAY_NONE : day;
  }
  end = first + MOST_DAYS_BETWEEN;
  for (day = first; day < end && !is_over (self, day); day++) {
    if (is_named (&self->spec, day))
      return day;
  }
  return UK_DAY_NONE;
}

/**
 * uk_recurrence_equal:
 *
 * Returns: whether both mean the same
 */
gboolean
uk_recurrence_equal (const UkRecurrence *a, const UkRecurrence *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  first = uk_recurrence_to_string (a);
  second = uk_recurrence_to_string (b);
  return g_str_equal (first, second);
}
