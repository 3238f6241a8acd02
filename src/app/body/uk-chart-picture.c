/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-picture.h"

#include "app/body/uk-chart-store.h"
#include "app/widgets/uk-texture.h"

#include <adwaita.h>
#include <math.h>

#define KEY "body-seen"

/* What windows lead to, from 360 pixels to a large screen at twice the scale. */
#define MIN_SCALE 0.2
#define MAX_SCALE 8.0

/* What is painted before anybody asks. */
typedef struct {
  UkBodyKind body;
  const UkChartPalette *palette; /* static */
  double scale;                  /* device pixels a unit */
  cairo_surface_t *bodies[UK_N_VIEWS]; /* (owned) (nullable) */
} Ahead;

static GThread *painter; /* (owned) (nullable): until its pictures are asked for */
static double last_scale; /* of the body at rest; 0 before it was painted */

/**
 * uk_chart_picture_get_pixels:
 * @chart: a chart
 * @scale: device pixels a unit
 *
 * Returns: the frame of a picture in whole device pixels, so that it stays as sharp as it was
 *   painted
 */
UkBox
uk_chart_picture_get_pixels (const UkChart *chart, double scale)
{
  UkBox box = uk_chart_get_box (chart);
  double x = floor (box.x * scale), y = floor (box.y * scale);

  return (UkBox){ x, y, ceil ((box.x + box.width) * scale) - x,
                  ceil ((box.y + box.height) * scale) - y };
}

/**
 * uk_chart_picture_paint:
 * @chart: a chart
 * @palette: its colours
 * @look: how much anatomy to show
 * @scale: device pixels a unit
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): an image of uk_chart_picture_get_pixels()
 */
cairo_surface_t *
uk_chart_picture_paint (const UkChart *chart, const UkChartPalette *palette, UkChartLook look,
                        double scale)
{
  UkBox pixels = uk_chart_picture_get_pixels (chart, scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)pixels.width,
                                                         (int)pixels.height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -pixels.x, -pixels.y);
  cairo_scale (cr, scale, scale);
  uk_chart_paint_base (cr, chart, palette, look, scale);
  cairo_destroy (cr);
  return surface;
}

static gpointer
paint_ahead (gpointer data)
{
  Ahead *ahead = data;
  UkChart *const *charts = uk_chart_store_get_charts_of (ahead->body);
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++)
    ahead->bodies[view]
        = uk_chart_picture_paint (charts[view], ahead->palette, UK_CHART_LOOK_REST, ahead->scale);
  return ahead;
}

/**
 * uk_chart_picture_read_ahead:
 * @settings: of the application
 *
 * Begins to read the charts and to paint the body at rest, as it was seen last, while the toolkit
 * starts.  A guess that proves wrong costs nothing but work on another core.
 */
void
uk_chart_picture_read_ahead (GSettings *settings)
{
  Ahead *ahead;
  gboolean dark, contrast;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (painter == NULL);

  ahead = g_new0 (Ahead, 1);
  g_settings_get (settings, KEY, "(dbb)", &ahead->scale, &dark, &contrast);
  ahead->scale = CLAMP (ahead->scale, MIN_SCALE, MAX_SCALE);
  ahead->body = (UkBodyKind) g_settings_get_enum (settings, "body");
  ahead->palette = uk_chart_palette_get (dark, contrast, (UkSkinTone) g_settings_get_enum (settings, "skin-tone"));
  painter = g_thread_new ("chart", paint_ahead, ahead);
}

/**
 * uk_chart_picture_remember:
 * @settings: of the application
 *
 * Keeps how the body is seen for the next start.
 */
void
uk_chart_picture_remember (GSettings *settings)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_if_fail (G_IS_SETTINGS (settings));

  if (last_scale > 0)
    g_settings_set (settings, KEY, "(dbb)", last_scale, adw_style_manager_get_dark (style),
                    adw_style_manager_get_high_contrast (style));
}

static Ahead *
get_ahead (void)
{
  static Ahead *ahead; /* (nullable) */

  if (painter != NULL)
    ahead = g_thread_join (g_steal_pointer (&painter));
  return ahead;
}

/**
 * uk_chart_picture_take:
 * @chart: the chart of @view
 * @view: which
 * @palette: its colours
 * @look: how much anatomy to show
 * @scale: device pixels a unit
 *
 * Returns: (transfer full): the body, as painted ahead or painted now
 */
GdkTexture *
uk_chart_picture_take (const UkChart *chart, UkView view, const UkChartPalette *palette,
                       UkChartLook look, double scale)
{
  Ahead *ahead = get_ahead ();
  cairo_surface_t *surface = NULL;

  g_return_val_if_fail (chart != NULL && palette != NULL && scale > 0, NULL);

  if (ahead != NULL && look == UK_CHART_LOOK_REST) {
    surface = g_steal_pointer (&ahead->bodies[view]);
    if (surface != NULL && (ahead->body != uk_chart_get_body (chart) || ahead->palette != palette
                            || !G_APPROX_VALUE (ahead->scale, scale, 1e-9)))
      g_clear_pointer (&surface, cairo_surface_destroy);
  }
  if (look == UK_CHART_LOOK_REST)
    last_scale = scale;
  if (surface == NULL)
    surface = uk_chart_picture_paint (chart, palette, look, scale);
  return uk_texture_new_take_surface (surface);
}
