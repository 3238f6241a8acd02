/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instants as ISO 8601 has them, such as "2026-11-24T13:00:00+01:00". */
#define UK_ISO_TIME_MOST G_GINT64_CONSTANT (7258118400) /* the year 2200 */

void uk_iso_time_append (GString *text, gint64 at, GTimeZone *zone);
gboolean uk_iso_time_parse (const char *text, GTimeZone *zone, gint64 *at);

G_END_DECLS
