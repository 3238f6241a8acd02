/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-store.h"

#include <adwaita.h>

/**
 * uk_chart_store_get_charts:
 *
 * May be called from any thread: whoever comes first reads them.
 *
 * Returns: (transfer none) (array fixed-size=2): front and back
 */
UkChart *const *
uk_chart_store_get_charts (void)
{
  static UkChart *charts[UK_N_VIEWS];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    g_autoptr (GError) error = NULL;

    if (charts[view] == NULL)
      charts[view] = uk_chart_new_from_resource ((UkView)view, UK_BODY_NEUTRAL, &error);
    if (charts[view] == NULL)
      g_error ("The program's own chart is broken: %s", error->message);
  }
  return charts;
}

/**
 * uk_chart_store_get_palette:
 *
 * Returns: (transfer none): the colours for light or dark, with or without high contrast
 */
const UkChartPalette *
uk_chart_store_get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return uk_chart_palette_get (adw_style_manager_get_dark (style),
                               adw_style_manager_get_high_contrast (style), UK_SKIN_PLATE);
}
