/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-store.h"

#include <adwaita.h>

static GSettings *look; /* (owned) (nullable): which body and skin */

/**
 * uk_chart_store_set_settings:
 * @settings: (nullable): of the application; %NULL for the neutral body of a printed chart
 *
 * Says where body and skin are chosen.
 */
void
uk_chart_store_set_settings (GSettings *settings)
{
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));
  g_set_object (&look, settings);
}

/**
 * uk_chart_store_watch:
 * @object: a #GObject
 * @changed: called with @object alone
 *
 * Calls when body, skin or style have changed, for as long as the object lives.
 */
void
uk_chart_store_watch (gpointer object, GCallback changed)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_if_fail (G_IS_OBJECT (object) && changed != NULL);

  g_signal_connect_object (style, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
  if (look == NULL)
    return;
  g_signal_connect_object (look, "changed::body", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (look, "changed::skin-tone", changed, object, G_CONNECT_SWAPPED);
}

/**
 * uk_chart_store_get_charts_of:
 * @body: whose
 *
 * May be called from any thread: whoever comes first reads them.
 *
 * Returns: (transfer none) (array fixed-size=2): front and back
 */
UkChart *const *
uk_chart_store_get_charts_of (UkBodyKind body)
{
  static UkChart *charts[UK_N_BODY_KINDS][UK_N_VIEWS];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint view;

  g_return_val_if_fail (body < UK_N_BODY_KINDS, NULL);

  for (view = 0; view < UK_N_VIEWS; view++) {
    g_autoptr (GError) error = NULL;

    if (charts[body][view] == NULL)
      charts[body][view] = uk_chart_new_from_resource ((UkView)view, body, &error);
    if (charts[body][view] == NULL)
      g_error ("The program's own chart is broken: %s", error->message);
  }
  return charts[body];
}

/**
 * uk_chart_store_get_charts:
 *
 * Returns: (transfer none) (array fixed-size=2): front and back of the body that was chosen
 */
UkChart *const *
uk_chart_store_get_charts (void)
{
  return uk_chart_store_get_charts_of (
      look != NULL ? (UkBodyKind)g_settings_get_enum (look, "body") : UK_BODY_NEUTRAL);
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
  UkSkinTone skin = look != NULL ? (UkSkinTone)g_settings_get_enum (look, "skin-tone") : UK_SKIN_PLATE;

  return uk_chart_palette_get (adw_style_manager_get_dark (style),
                               adw_style_manager_get_high_contrast (style), skin);
}
