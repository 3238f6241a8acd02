/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-wall-time.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What a recurrence's text can be wrong in; every message is a translated sentence. */
typedef enum {
  UK_RECURRENCE_ERROR_KIND,
  UK_RECURRENCE_ERROR_DAYS,
  UK_RECURRENCE_ERROR_TIMES,
  UK_RECURRENCE_ERROR_DATES,
} UkRecurrenceError;

#define UK_RECURRENCE_ERROR (uk_recurrence_error_quark ())
GQuark uk_recurrence_error_quark (void);

/* Weekdays as bits, Monday first. */
#define UK_WEEKDAY(n) (1u << (n))
#define UK_EVERY_DAY 0x7fu
#define UK_WORKING_DAYS 0x1fu
#define UK_WEEKEND 0x60u

/* Days of a month as bits. */
#define UK_MONTH_DAY(n) (1u << ((n)-1))

/* As many times a day as a recurrence may have. */
#define UK_RECURRENCE_MAX_TIMES 96
#define UK_RECURRENCE_MAX_DAYS 366
#define UK_RECURRENCE_MAX_COUNT 1000
#define UK_RECURRENCE_MAX_WINDOWS 56
#define UK_INTERVAL_MIN 5
#define UK_INTERVAL_MAX 720

/**
 * UkRecurrenceKind:
 * @UK_RECURRENCE_WEEKLY: on weekdays, at times of day
 * @UK_RECURRENCE_DAYS: every so many days from a first day on, at times of day
 * @UK_RECURRENCE_MONTHLY: on days of the month, at times of day
 * @UK_RECURRENCE_INTERVAL: after so many minutes since the last one or the last rest, within
 * windows of the weekdays
 */
typedef enum {
  UK_RECURRENCE_WEEKLY,
  UK_RECURRENCE_DAYS,
  UK_RECURRENCE_MONTHLY,
  UK_RECURRENCE_INTERVAL,
} UkRecurrenceKind;

/**
 * UkHours:
 * @weekdays: mask of UK_WEEKDAY()
 * @from: minute of the day
 * @until: minute of the day, above @from; %UK_MINUTES_PER_DAY is midnight
 */
typedef struct {
  guint weekdays;
  guint from;
  guint until;
} UkHours;

/**
 * UkRecurrenceSpec:
 * @kind: which of the others count
 * @weekdays: weekly: mask of UK_WEEKDAY()
 * @every: days: how many, 1 to %UK_RECURRENCE_MAX_DAYS; interval: minutes, %UK_INTERVAL_MIN to
 * %UK_INTERVAL_MAX
 * @month_days: monthly: mask of UK_MONTH_DAY()
 * @skip_short: monthly: a month without that day has none; else its last day stands for it
 * @minutes: (array length=n_minutes): all but interval: minutes of the day
 * @n_minutes: 1 to %UK_RECURRENCE_MAX_TIMES
 * @windows: (array length=n_windows): interval: when it counts
 * @n_windows: 1 to %UK_RECURRENCE_MAX_WINDOWS
 * @from: first day, or %UK_DAY_NONE; days: needed
 * @until: last day, or %UK_DAY_NONE
 * @count: how many times in all, 1 to %UK_RECURRENCE_MAX_COUNT, from @from, which it needs; 0:
 * without end; not for interval
 */
typedef struct {
  UkRecurrenceKind kind;
  guint weekdays;
  guint every;
  guint month_days;
  gboolean skip_short;
  const guint *minutes;
  guint n_minutes;
  const UkHours *windows;
  guint n_windows;
  UkDay from;
  UkDay until;
  guint count;
} UkRecurrenceSpec;

/* When a reminder comes, in local wall time.  Immutable, counted. */
typedef struct _UkRecurrence UkRecurrence;

#define UK_TYPE_RECURRENCE (uk_recurrence_get_type ())
GType uk_recurrence_get_type (void);

UkRecurrence *uk_recurrence_new (
    guint weekdays, const guint *minutes, guint n_minutes, UkDay from, UkDay until, GError **error);
UkRecurrence *uk_recurrence_new_full (const UkRecurrenceSpec *spec, GError **error);
UkRecurrence *uk_recurrence_new_once (UkDay day, guint minute);
UkRecurrence *uk_recurrence_ref (UkRecurrence *self);
void uk_recurrence_unref (UkRecurrence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRecurrence, uk_recurrence_unref)

const UkRecurrenceSpec *uk_recurrence_peek (const UkRecurrence *self);
guint uk_recurrence_get_weekdays (const UkRecurrence *self);
const guint *uk_recurrence_get_minutes (const UkRecurrence *self, guint *n_minutes);
UkDay uk_recurrence_get_from (const UkRecurrence *self);
UkDay uk_recurrence_get_until (const UkRecurrence *self);
gboolean uk_recurrence_is_interval (const UkRecurrence *self);
gboolean uk_recurrence_is_on (const UkRecurrence *self, UkDay day);
guint uk_recurrence_count_on (const UkRecurrence *self, UkDay day);
UkDay uk_recurrence_find_day (const UkRecurrence *self, UkDay first);
gboolean uk_recurrence_equal (const UkRecurrence *a, const UkRecurrence *b);

/* As text: uk-recurrence-text.c */
UkRecurrence *uk_recurrence_parse (const char *text, GError **error);
char *uk_recurrence_to_string (const UkRecurrence *self);

/* In words: uk-recurrence-words.c */
gboolean uk_weekdays_parse (const char *text, guint *weekdays);
char *uk_recurrence_to_sentence (const UkRecurrence *self);
char *uk_minute_to_text (guint minute);
const char *uk_weekday_get_name (guint weekday);
const char *uk_weekday_get_short_name (guint weekday);

G_END_DECLS
