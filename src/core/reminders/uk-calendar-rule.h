/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

G_BEGIN_DECLS

/**
 * UkCalendarStart:
 * @day: local day
 * @minute: minute of that day
 * @moved: by how many days that is away from the day in the file, because of another zone
 */
typedef struct {
  UkDay day;
  guint minute;
  int moved;
} UkCalendarStart;

gboolean uk_calendar_parse_start (const char *parameters,
                                  const char *value,
                                  GTimeZone *zone,
                                  UkCalendarStart *start,
                                  GError **error);
UkRecurrence *uk_calendar_parse_rule (
    const char *rule, const UkCalendarStart *start, GTimeZone *zone, UkDay today, GError **error);

G_END_DECLS
