/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/uk-ctl.h"

#include "art/chart/uk-chart-marks.h"
#include "art/chart/uk-chart-paint.h"
#include "core/chart/uk-chart.h"
#include "unknot-data.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define CUTOUT_SIZE 96
#define CUTOUT_COLUMNS 9
#define MARGIN 12

typedef struct {
  char *palette;
  char *output;
  char *select;
  char *referral;
  int height;
  gboolean no_press;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->palette);
  g_free (options->output);
  g_free (options->select);
  g_free (options->referral);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
load_charts (UkChart **charts)
{
  guint i;

  g_resources_register (uk_data_get_resource ());
  for (i = 0; i < UK_N_VIEWS; i++) {
    g_autoptr (GError) error = NULL;

    charts[i] = uk_chart_new_from_resource ((UkView)i, &error);
    if (charts[i] == NULL) {
      g_printerr ("unknotctl: %s\n", error->message);
      return FALSE;
    }
  }
  return TRUE;
}

static const UkChartPalette *
find_palette (const char *name)
{
  if (name == NULL || g_str_equal (name, "light"))
    return uk_chart_palette_get (FALSE, FALSE);
  if (g_str_equal (name, "dark"))
    return uk_chart_palette_get (TRUE, FALSE);
  if (g_str_equal (name, "contrast"))
    return uk_chart_palette_get (FALSE, TRUE);
  if (g_str_equal (name, "dark-contrast"))
    return uk_chart_palette_get (TRUE, TRUE);
  return NULL;
}

/* Splits "jaw:left"; without a side it is both. */
static char *
parse_region (const char *text, UkSide *side)
{
  const char *colon = strchr (text, ':');

  *side = UK_SIDE_NONE;
  if (colon == NULL)
    return g_strdup (text);
  return uk_side_from_id (colon + 1, side) ? g_strndup (text, (gsize)(colon - text)) : NULL;
}

static void
paint_chart (cairo_t *cr,
             const UkChart *chart,
             const UkChartPalette *palette,
             const Options *options,
             const char *region,
             UkSide side,
             double scale)
{
  UkBox box = uk_chart_get_box (chart);
  UkChartAreaState chosen = { 0, 1, -1, UK_CHART_LOOK_CHOSEN };
  guint i;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box.x, -box.y);
  uk_chart_paint_base (cr, chart, palette,
                       region != NULL ? UK_CHART_LOOK_CHOSEN : UK_CHART_LOOK_REST, scale);
  for (i = 0; region != NULL && i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    if (g_str_equal (area->region, region) && (side == UK_SIDE_NONE || area->side == side))
      uk_chart_paint_area (cr, chart, area, palette, &chosen, scale);
  }
  if (options->no_press)
    uk_chart_paint_no_press (cr, chart, palette);
  if (options->referral != NULL) {
    g_auto (GStrv) regions = g_strsplit (options->referral, ",", -1);

    uk_chart_paint_referral (cr, chart, (const char *const *)regions, side, (UkPoint){ 0, 0 }, 1,
                             palette);
  }
  cairo_restore (cr);
}

static int
write_picture (cairo_surface_t *surface, const char *path)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status != CAIRO_STATUS_SUCCESS) {
    g_printerr ("unknotctl: %s: %s\n", path, cairo_status_to_string (status));
    return UK_CTL_FAILED;
  }
  return UK_CTL_OK;
}

static cairo_t *
make_page (int width, int height, const UkChartPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, palette->paper.r, palette->paper.g, palette->paper.b);
  cairo_paint (cr);
  return cr;
}

static int
show (UkChart **charts, const UkChartPalette *palette, const Options *options)
{
  UkBox box = uk_chart_get_box (charts[UK_VIEW_FRONT]);
  double scale = options->height / box.height;
  int width = (int)ceil (box.width * scale);
  g_autofree char *region = NULL;
  UkSide side = UK_SIDE_NONE;
  cairo_t *cr;
  int status, i;

  if (options->select != NULL) {
    region = parse_region (options->select, &side);
    if (region == NULL
        || (uk_chart_find_region (charts[0], region, side) == NULL
            && uk_chart_find_region (charts[1], region, side) == NULL)) {
      g_printerr (_ ("unknotctl: there is no region “%s” on the chart\n"), options->select);
      return UK_CTL_FAILED;
    }
  }
  cr = make_page (UK_N_VIEWS * width, options->height, palette);
  uk_chart_paint_light (cr, UK_N_VIEWS * width, options->height, palette);
  for (i = 0; i < UK_N_VIEWS; i++) {
    cairo_save (cr);
    cairo_translate (cr, i * width, 0);
    paint_chart (cr, charts[i], palette, options, region, side, scale);
    cairo_restore (cr);
  }
  status = write_picture (cairo_get_target (cr), options->output);
  cairo_destroy (cr);
  return status;
}

/* One small picture for each region, as in lists. */
static int
show_cutouts (UkChart **charts, const UkChartPalette *palette, const Options *options)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int step = CUTOUT_SIZE + MARGIN, n = 0, status;
  cairo_t *cr = make_page (CUTOUT_COLUMNS * step + MARGIN, 4 * step + MARGIN, palette);
  guint view, i;

  for (view = 0; view < UK_N_VIEWS; view++) {
    for (i = 0; i < uk_chart_get_n_areas (charts[view]); i++) {
      const char *region = uk_chart_get_area (charts[view], i)->region;

      if (!g_hash_table_add (seen, (gpointer)region))
        continue;
      cairo_save (cr);
      cairo_translate (cr, MARGIN + (n % CUTOUT_COLUMNS) * step,
                       MARGIN + n / CUTOUT_COLUMNS * step);
      uk_chart_paint_cutout (cr, charts[view], region, UK_SIDE_LEFT, palette, CUTOUT_SIZE,
                             CUTOUT_SIZE);
      cairo_restore (cr);
      n++;
    }
  }
  status = write_picture (cairo_get_target (cr), options->output);
  cairo_destroy (cr);
  return status;
}

/**
 * uk_ctl_chart:
 * @argc: number of words
 * @argv: the words: `chart show|cutouts` and options
 *
 * Draws the body chart into a PNG file.
 *
 * Returns: an exit status
 */
int
uk_ctl_chart (int argc, char **argv)
{
  g_auto (Options) options = { .height = 790 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Picture to write"),
      "FILE.png" },
    { "palette", 'p', 0, G_OPTION_ARG_STRING, &options.palette,
      "light, dark, contrast, dark-contrast", "PALETTE" },
    { "height", 'h', 0, G_OPTION_ARG_INT, &options.height, N_ ("Height in pixels"), "N" },
    { "select", 'r', 0, G_OPTION_ARG_STRING, &options.select, N_ ("Region to highlight"),
      "REGION[:SIDE]" },
    { "referral", 'f', 0, G_OPTION_ARG_STRING, &options.referral, N_ ("Regions to strew with dots"),
      "A,B" },
    { "no-press", 'n', 0, G_OPTION_ARG_NONE, &options.no_press,
      N_ ("Hatch what must not be pressed"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("show|cutouts"));
  g_autoptr (GError) error = NULL;
  g_autoptr (UkChart) front = NULL;
  g_autoptr (UkChart) back = NULL;
  UkChart *charts[UK_N_VIEWS] = { NULL, NULL };
  const UkChartPalette *palette;
  gboolean loaded;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("unknotctl: %s\n", error->message);
    return UK_CTL_USAGE;
  }
  palette = find_palette (options.palette);
  if (argc != 2 || options.output == NULL || palette == NULL || options.height < 16
      || options.height > 10000) {
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

    g_printerr ("%s", help);
    return UK_CTL_USAGE;
  }
  loaded = load_charts (charts);
  front = charts[UK_VIEW_FRONT];
  back = charts[UK_VIEW_BACK];
  if (!loaded)
    return UK_CTL_FAILED;
  if (g_str_equal (argv[1], "show"))
    return show (charts, palette, &options);
  if (g_str_equal (argv[1], "cutouts"))
    return show_cutouts (charts, palette, &options);
  g_printerr (_ ("unknotctl: chart has no “%s”, only show and cutouts\n"), argv[1]);
  return UK_CTL_USAGE;
}
