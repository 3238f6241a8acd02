/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a hit test, a picture of the body and its loading take, as times of a floor that is
 * measured in the same run. */
#include "art/chart/uk-chart-paint.h"
#include "unknot-data.h"

#include <math.h>

#define HEIGHT 600
#define N_HITS 1000000
#define N_PAINTS 20
#define N_LOADS 20

static gint64
get_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* The floor of a hit test: reading one number of a table as large as the chart, at random. */
static double
measure_reads (void)
{
  enum { SIZE = 1 << 16 };
  g_autofree guint32 *table = g_new (guint32, SIZE);
  volatile guint32 sum = 0;
  guint32 at = 1;
  gint64 start;
  guint i;

  for (i = 0; i < SIZE; i++)
    table[i] = i * 2654435761u;
  start = get_ns ();
  for (i = 0; i < N_HITS; i++) {
    at = at * 1664525u + 1013904223u;
    sum += table[at >> 16];
  }
  return (double)(get_ns () - start) / N_HITS;
}

static double
measure_hits (const UkChart *chart, guint *n_inside)
{
  UkBox box = uk_chart_get_box (chart);
  guint32 at = 1;
  gint64 start = get_ns ();
  guint i;

  for (i = 0; i < N_HITS; i++) {
    double x, y;

    at = at * 1664525u + 1013904223u;
    x = box.x + box.width * (at >> 16) / 65536;
    at = at * 1664525u + 1013904223u;
    y = box.y + box.height * (at >> 16) / 65536;
    *n_inside += uk_chart_hit (chart, x, y) != NULL;
  }
  return (double)(get_ns () - start) / N_HITS;
}

static cairo_t *
make_page (const UkChart *chart, double scale)
{
  UkBox box = uk_chart_get_box (chart);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (box.width * scale), HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box.x, -box.y);
  return cr;
}

/* The floor of a painting: covering the page with one colour. */
static double
measure_cover (cairo_t *cr)
{
  gint64 start = get_ns ();
  guint i;

  for (i = 0; i < N_PAINTS; i++) {
    cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.9);
    cairo_paint (cr);
  }
  return (double)(get_ns () - start) / N_PAINTS;
}

static double
measure_paint (cairo_t *cr, const UkChart *chart, UkChartLook look, double scale)
{
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  gint64 start = get_ns ();
  guint i;

  for (i = 0; i < N_PAINTS; i++)
    uk_chart_paint_base (cr, chart, palette, look, scale);
  return (double)(get_ns () - start) / N_PAINTS;
}

/* What a hover repaints: every area in turn, and the dearest of them. */
static double
measure_hover (cairo_t *cr, const UkChart *chart, double scale, double *worst)
{
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  const UkChartAreaState state = { 1, 0, -1, UK_CHART_LOOK_REST };
  guint n = uk_chart_get_n_areas (chart), i, k;
  double sum = 0;

  *worst = 0;
  for (i = 0; i < n; i++) {
    gint64 start = get_ns ();
    double each;

    for (k = 0; k < N_PAINTS; k++)
      uk_chart_paint_area (cr, chart, uk_chart_get_area (chart, i), palette, &state, scale);
    each = (double)(get_ns () - start) / N_PAINTS;
    *worst = MAX (*worst, each);
    sum += each;
  }
  return sum / n;
}

/* The floor of loading: walking through the text once. */
static double
measure_walk (GBytes *bytes)
{
  gsize size, k;
  const char *text = g_bytes_get_data (bytes, &size);
  volatile guint lines = 0;
  gint64 start = get_ns ();
  guint i;

  for (i = 0; i < N_LOADS; i++) {
    for (k = 0; k < size; k++)
      lines += text[k] == '\n';
  }
  return (double)(get_ns () - start) / N_LOADS;
}

static double
measure_load (UkView view)
{
  gint64 start = get_ns ();
  guint i;

  for (i = 0; i < N_LOADS; i++) {
    g_autoptr (UkChart) chart = uk_chart_new_from_resource (view, UK_BODY_NEUTRAL, NULL);

    g_assert (chart != NULL);
  }
  return (double)(get_ns () - start) / N_LOADS;
}

int
main (void)
{
  guint view;

  g_resources_register (uk_data_get_resource ());
  for (view = 0; view < UK_N_VIEWS; view++) {
    g_autofree char *path = uk_chart_make_resource_path ((UkView)view, UK_BODY_NEUTRAL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_autoptr (UkChart) chart = uk_chart_new_from_resource ((UkView)view, UK_BODY_NEUTRAL, NULL);
    double scale = HEIGHT / uk_chart_get_box (chart).height;
    cairo_t *cr = make_page (chart, scale);
    double reads = measure_reads (), cover = measure_cover (cr), walk = measure_walk (bytes);
    guint inside = 0;
    double hits = measure_hits (chart, &inside);
    double rest = measure_paint (cr, chart, UK_CHART_LOOK_REST, scale);
    double chosen = measure_paint (cr, chart, UK_CHART_LOOK_CHOSEN, scale);
    double load = measure_load ((UkView)view), worst;
    double hover = measure_hover (cr, chart, scale, &worst);

    g_print ("%s hit        %8.1f ns  %6.1f x a random read, %.0f %% inside\n",
             uk_view_to_id ((UkView)view), hits, hits / reads, 100.0 * inside / N_HITS);
    g_print ("%s rest       %8.2f ms  %6.1f x covering the page\n", uk_view_to_id ((UkView)view),
             rest / 1e6, rest / cover);
    g_print ("%s chosen     %8.2f ms  %6.1f x covering the page\n", uk_view_to_id ((UkView)view),
             chosen / 1e6, chosen / cover);
    g_print ("%s hover      %8.2f ms  %6.1f x covering the page, %.2f ms at worst\n",
             uk_view_to_id ((UkView)view), hover / 1e6, hover / cover, worst / 1e6);
    g_print ("%s load       %8.2f ms  %6.1f x reading the text\n", uk_view_to_id ((UkView)view),
             load / 1e6, load / walk);
    cairo_destroy (cr);
  }
  return 0;
}
