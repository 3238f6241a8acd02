/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int uk_pace_find (const int *values, const gint64 *instants, guint n, gint64 now);
char *uk_pace_describe (int pace);

G_END_DECLS
