/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A local calendar day, counted from 1970-01-01 (0, a Thursday). */
typedef gint32 UkDay;

#define UK_DAY_NONE G_MININT32
#define UK_MINUTES_PER_DAY 1440

UkDay uk_day_new (int year, int month, int day);
UkDay uk_day_parse (const char *text);
char *uk_day_to_string (UkDay day);
guint uk_day_get_weekday (UkDay day);
void uk_day_get_month_day (UkDay day, guint *number, guint *last);
UkDay uk_day_at (GTimeZone *zone, gint64 instant, guint *minute);

gboolean uk_wall_time_resolve (GTimeZone *zone, UkDay day, guint minute, gint64 *instant);
gboolean uk_wall_time_parse (const char *text, guint *minute);
char *uk_wall_time_to_string (guint minute);

G_END_DECLS
