/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-occurrence.h"

G_BEGIN_DECLS

char *uk_due_describe (gint64 due, gint64 now, GTimeZone *zone);
char *uk_due_describe_next (gint64 due, gint64 now, GTimeZone *zone);
char *uk_due_describe_distance (gint64 due, gint64 now);
char *uk_past_describe (gint64 due, gint64 now, GTimeZone *zone);
char *uk_occurrence_describe_state (UkOccurrenceState state, guint snoozes);

G_END_DECLS
