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

/* As many times a day as a recurrence may have. */
#define UK_RECURRENCE_MAX_TIMES 96

/* Weekdays and times of day, in local wall time, between two optional dates.  Immutable, counted.
 */
typedef struct _UkRecurrence UkRecurrence;

#define UK_TYPE_RECURRENCE (uk_recurrence_get_type ())
GType uk_recurrence_get_type (void);

UkRecurrence *uk_recurrence_new (
    guint weekdays, const guint *minutes, guint n_minutes, UkDay from, UkDay until, GError **error);
UkRecurrence *uk_recurrence_parse (const char *text, GError **error);
UkRecurrence *uk_recurrence_ref (UkRecurrence *self);
void uk_recurrence_unref (UkRecurrence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRecurrence, uk_recurrence_unref)

guint uk_recurrence_get_weekdays (const UkRecurrence *self);
const guint *uk_recurrence_get_minutes (const UkRecurrence *self, guint *n_minutes);
UkDay uk_recurrence_get_from (const UkRecurrence *self);
UkDay uk_recurrence_get_until (const UkRecurrence *self);
gboolean uk_recurrence_is_on (const UkRecurrence *self, UkDay day);
gboolean uk_recurrence_has_slot (const UkRecurrence *self, UkDay day, guint minute);
gboolean uk_recurrence_equal (const UkRecurrence *a, const UkRecurrence *b);

char *uk_recurrence_to_string (const UkRecurrence *self);

/* In words: uk-recurrence-words.c */
gboolean uk_weekdays_parse (const char *text, guint *weekdays);
char *uk_recurrence_to_sentence (const UkRecurrence *self);
char *uk_minute_to_text (guint minute);
const char *uk_weekday_get_name (guint weekday);
const char *uk_weekday_get_short_name (guint weekday);

G_END_DECLS
