/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_TREND_VIEW (uk_trend_view_get_type ())

/**
 * UkTrendView:
 *
 * The plot of ratings over time.  Each point is a child that can be reached with the arrow keys and
 * speaks.
 *
 * Property: `detail` (string, nullable, read-only): what the point under the pointer or the
 * keyboard says.
 */
G_DECLARE_FINAL_TYPE (UkTrendView, uk_trend_view, UK, TREND_VIEW, GtkWidget)

void uk_trend_view_set_points (UkTrendView *self, GArray *points, GDateTime *now);

G_END_DECLS
