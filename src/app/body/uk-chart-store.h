/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The charts that the program carries, each read once, and the colours of the moment: of the body
 * and the skin that were chosen, in the style of the application. */
void uk_chart_store_set_settings (GSettings *settings);
void uk_chart_store_watch (gpointer object, GCallback changed);

UkChart *const *uk_chart_store_get_charts (void);
UkChart *const *uk_chart_store_get_charts_of (UkBodyKind body);
const UkChartPalette *uk_chart_store_get_palette (void);

G_END_DECLS
