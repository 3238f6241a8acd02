/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/chart/uk-chart-palette.h"
#include "core/chart/uk-chart.h"

G_BEGIN_DECLS

/* The two charts that the program carries, read once, and the colours of the style of the moment.
 */
UkChart *const *uk_chart_store_get_charts (void);
const UkChartPalette *uk_chart_store_get_palette (void);

G_END_DECLS
