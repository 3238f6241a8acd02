/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/uk-ctl.h"

#include "art/chart/uk-chart-knots.h"
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
#define MAX_KNOTS 32
#define MARGIN 12

typedef struct {
  char *palette;
  char *body;
  char *skin;
  char **knots;
  char *output;
  char *select;
  char *referral;
  int height;
  gboolean no_press;
  gboolean press;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->palette);
  g_free (options->body);
  g_free (options->skin);
  g_strfreev (options->knots);
  g_free (options->output);
  g_free (options->select);
  g_free (options->referral);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
load_charts (UkChart **charts, UkBodyKind body)
{
  guint i;

  g_resources_register (uk_data_get_resource ());
  for (i = 0; i < UK_N_VIEWS; i++) {
    g_autoptr (GError) error = NULL;

    charts[i] = uk_chart_new_from_resource ((UkView)i, body, &error);
    if (charts[i] == NULL) {
      g_printerr ("unknotctl: %s\n", error->message);
      return FALSE;
    }
  }
  return TRUE;
}

static const UkChartPalette *
find_palette (const char *name, UkSkinTone skin)
{
  static const char *const names[] = { "light", "dark", "contrast", "dark-contrast" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (name != NULL ? name : "light", names[i]))
      return uk_chart_palette_get (i & 1, i & 2, skin);
  }
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

/* Takes "back:38,150=6" apart: a view, a point of the neutral body and a rating. */
static gboolean
parse_knot (const char *text, UkView *view, UkKnotMark *mark)
{
  const char *colon = strchr (text, ':'), *at;
  g_autofree char *name = colon != NULL ? g_strndup (text, (gsize)(colon - text)) : NULL;
  char *end;

  if (colon == NULL || !uk_view_from_id (name, view))
    return FALSE;
  at = colon + 1;
  mark->at.x = g_ascii_strtod (at, &end);
  if (end == at || *end != ',')
    return FALSE;
  at = end + 1;
  mark->at.y = g_ascii_strtod (at, &end);
  if (end == at || !isfinite (mark->at.x) || !isfinite (mark->at.y))
    return FALSE;
  mark->rating = -1;
  if (*end == '=') {
    at = end + 1;
    mark->rating = g_ascii_strtod (at, &end);
    if (end == at || !(mark->rating >= 0 && mark->rating <= 10))
      return FALSE;
  }
  return *end == '\0';
}

/* The first one is the one that is emphasised. */
static void
paint_knots (
    cairo_t *cr, const UkChart *chart, const UkChartPalette *palette, char **texts, double scale)
{
  UkBox box = uk_chart_get_box (chart), room = { 0, 0, box.width * scale, box.height * scale };
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  UkKnotMark marks[MAX_KNOTS];
  guint n = 0, i;

  for (i = 0; texts != NULL && texts[i] != NULL && n < MAX_KNOTS; i++) {
    UkView view;

    if (!parse_knot (texts[i], &view, &marks[n]) || view != uk_chart_get_view (chart))
      continue;
    marks[n].at = uk_chart_from_neutral (chart, marks[n].at);
    marks[n].at.x = (marks[n].at.x - box.x) * scale;
    marks[n].at.y = (marks[n].at.y - box.y) * scale;
    marks[n].selected = i == 0;
    n++;
  }
  uk_knot_layout (marks, n, &room);
  uk_chart_paint_knots (cr, marks, n, font, palette);
  pango_font_description_free (font);
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
  if (options->no_press || options->press)
    uk_chart_paint_no_press (cr, chart, palette);
  if (options->press && region != NULL)
    uk_chart_paint_press (cr, chart, region, side, palette);
  if (options->referral != NULL) {
    g_auto (GStrv) regions = g_strsplit (options->referral, ",", -1);

    uk_chart_paint_referral (cr, chart, (const char *const *)regions, side, (UkPoint){ 0, 0 }, 1,
                             palette);
  }
  cairo_restore (cr);
  paint_knots (cr, chart, palette, options->knots, scale);
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
  for (i = 0; options->knots != NULL && options->knots[i] != NULL; i++) {
    UkKnotMark mark;
    UkView view;

    if (!parse_knot (options->knots[i], &view, &mark)) {
      g_printerr (_ ("unknotctl: “%s” is not a knot such as back:38,150=6\n"), options->knots[i]);
      return UK_CTL_USAGE;
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

/* Every body in every skin. */
static int
show_sheet (const Options *options)
{
  const UkChartPalette *plain = find_palette (options->palette, UK_SKIN_PLATE);
  cairo_t *cr = NULL;
  int status;
  guint body, skin, view, width = 0;

  for (body = 0; body < UK_N_BODY_KINDS; body++) {
    UkChart *charts[UK_N_VIEWS] = { NULL, NULL };
    gboolean loaded = load_charts (charts, (UkBodyKind)body);
    g_autoptr (UkChart) front = charts[UK_VIEW_FRONT];
    g_autoptr (UkChart) back = charts[UK_VIEW_BACK];
    double scale;

    if (!loaded)
      break;
    scale = options->height / uk_chart_get_box (front).height;
    if (cr == NULL) {
      width = (guint)ceil (uk_chart_get_box (front).width * scale);
      cr = make_page ((int)(UK_N_SKIN_TONES * UK_N_VIEWS * width),
                      (int)UK_N_BODY_KINDS * options->height, plain);
    }
    for (skin = 0; skin < UK_N_SKIN_TONES; skin++) {
      for (view = 0; view < UK_N_VIEWS; view++) {
        cairo_save (cr);
        cairo_translate (cr, (skin * UK_N_VIEWS + view) * width, body * (guint)options->height);
        paint_chart (cr, charts[view], find_palette (options->palette, (UkSkinTone)skin), options,
                     NULL, UK_SIDE_NONE, scale);
        cairo_restore (cr);
      }
    }
  }
  if (cr == NULL || body < UK_N_BODY_KINDS) {
    g_clear_pointer (&cr, cairo_destroy);
    return UK_CTL_FAILED;
  }
  status = write_picture (cairo_get_target (cr), options->output);
  cairo_destroy (cr);
  return status;
}

static int
run (const char *verb, const Options *options, UkBodyKind body, const UkChartPalette *palette)
{
  g_autoptr (UkChart) front = NULL;
  g_autoptr (UkChart) back = NULL;
  UkChart *charts[UK_N_VIEWS] = { NULL, NULL };
  gboolean loaded;

  if (g_str_equal (verb, "sheet"))
    return show_sheet (options);
  if (!g_str_equal (verb, "show") && !g_str_equal (verb, "cutouts")) {
    g_printerr (_ ("unknotctl: chart has no “%s”, only show, cutouts and sheet\n"), verb);
    return UK_CTL_USAGE;
  }
  loaded = load_charts (charts, body);
  front = charts[UK_VIEW_FRONT];
  back = charts[UK_VIEW_BACK];
  if (!loaded)
    return UK_CTL_FAILED;
  return g_str_equal (verb, "show") ? show (charts, palette, options)
                                    : show_cutouts (charts, palette, options);
}

/**
 * uk_ctl_chart:
 * @argc: number of words
 * @argv: the words: `chart show|cutouts|sheet` and options
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
    { "body", 'b', 0, G_OPTION_ARG_STRING, &options.body, "neutral, female, male", "BODY" },
    { "skin", 's', 0, G_OPTION_ARG_STRING, &options.skin, "plate, light, tan, brown, dark",
      "SKIN" },
    { "height", 'h', 0, G_OPTION_ARG_INT, &options.height, N_ ("Height in pixels"), "N" },
    { "select", 'r', 0, G_OPTION_ARG_STRING, &options.select, N_ ("Region to highlight"),
      "REGION[:SIDE]" },
    { "referral", 'f', 0, G_OPTION_ARG_STRING, &options.referral, N_ ("Regions to strew with dots"),
      "A,B" },
    { "no-press", 'n', 0, G_OPTION_ARG_NONE, &options.no_press,
      N_ ("Hatch what must not be pressed"), NULL },
    { "press", 'e', 0, G_OPTION_ARG_NONE, &options.press,
      N_ ("Hatch what must not be pressed of the region, too"), NULL },
    { "knot", 'k', 0, G_OPTION_ARG_STRING_ARRAY, &options.knots,
      N_ ("Knot to mark, the first is emphasised"), "VIEW:X,Y[=RATING]" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("show|cutouts|sheet"));
  g_autoptr (GError) error = NULL;
  const UkChartPalette *palette = NULL;
  UkBodyKind body = UK_BODY_NEUTRAL;
  UkSkinTone skin = UK_SKIN_PLATE;
  gboolean known;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("unknotctl: %s\n", error->message);
    return UK_CTL_USAGE;
  }
  known = (options.body == NULL || uk_body_kind_from_nick (options.body, &body))
          && (options.skin == NULL || uk_skin_tone_from_nick (options.skin, &skin));
  palette = find_palette (options.palette, skin);
  if (argc != 2 || options.output == NULL || palette == NULL || !known || options.height < 16
      || options.height > 10000) {
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

    g_printerr ("%s", help);
    return UK_CTL_USAGE;
  }
  return run (argv[1], &options, body, palette);
}
