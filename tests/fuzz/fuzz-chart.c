/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is in the file: a chart or an error, never more. */
#include "core/chart/uk-chart.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (UkChart) chart = uk_chart_new_from_bytes (bytes, "fuzz.svg", &error);
  UkDirection direction;
  guint i;

  g_assert ((chart != NULL) == (error == NULL));
  if (chart == NULL)
    return 0;
  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    g_assert (uk_chart_find_area (chart, area->id) == area);
    uk_chart_hit_near (chart, area->label.x, area->label.y, 8);
    for (direction = 0; direction < UK_N_DIRECTIONS; direction++)
      uk_chart_get_neighbour (chart, area, direction);
  }
  return 0;
}
