/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

char *uk_due_describe (gint64 due, gint64 now, GTimeZone *zone);
char *uk_due_describe_distance (gint64 due, gint64 now);

G_END_DECLS
