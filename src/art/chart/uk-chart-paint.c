/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-paint.h"

#include "art/chart/uk-chart-brush.h"

#include <math.h>
#include <string.h>

/* Below this many pixels a unit fibres are mud and lines must not shrink any further. */
#define SMALL_SCALE 0.55

/* Pixels a unit of the body's shadow. */
#define SHADOW_SCALE 0.3

/* How the weights of a palette are turned down for one look at one scale. */
typedef struct {
  double to_skin; /* how far muscles go back to skin */
  double fibre_alpha;
  double border_mix; /* how far borders go to the muscle */
  double detail_alpha;
  double border_width;
  double ink_width;
} Weights;

static Weights
get_weights (const UkChartPalette *palette, UkChartLook look, double scale)
{
  gboolean small = scale < SMALL_SCALE, rest = look == UK_CHART_LOOK_REST;
  Weights weights = {
    .to_skin = rest ? 0.45 : 0.5,
    .fibre_alpha = palette->fibre_alpha * (rest ? 0.35 : 1),
    .border_mix = rest ? 0.4 : 0,
    .detail_alpha = rest ? 0.32 : 0.5,
    .border_width = palette->border_width,
    .ink_width = palette->ink_width,
  };

  if (palette->lined) {
    weights.to_skin = 0;
    weights.border_mix = 0;
    weights.detail_alpha = 0.6;
    weights.fibre_alpha = rest ? 0 : palette->fibre_alpha;
  }
  if (small) {
    weights.fibre_alpha = 0;
    weights.border_mix = palette->lined ? 0 : 0.6;
    weights.border_width = 0.8 / scale;
    weights.ink_width = (palette->lined ? 1.4 : 0.8) / scale;
  }
  return weights;
}

/* A muscle's belly: light from the upper left, darker towards the rim. */
static void
set_belly (cairo_t *cr, const UkBox *bounds, UkChartColor light, UkChartColor rim)
{
  cairo_pattern_t *pattern = cairo_pattern_create_radial (-0.22, -0.25, 0.05, 0, 0, 1.15);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, 2 / bounds->width, 2 / bounds->height);
  cairo_matrix_translate (&matrix, -(bounds->x + bounds->width / 2),
                          -(bounds->y + bounds->height / 2));
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_add_color_stop_rgb (pattern, 0, light.r, light.g, light.b);
  cairo_pattern_add_color_stop_rgb (pattern, 1, rim.r, rim.g, rim.b);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Whether anything of a box can be seen: small cut-outs leave out most of the body. */
static gboolean
is_visible (cairo_t *cr, const UkBox *bounds)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return bounds->x <= right && bounds->x + bounds->width >= left && bounds->y <= bottom
         && bounds->y + bounds->height >= top;
}

static void
trace_shapes (cairo_t *cr, const UkChart *chart, UkShapeKind kind)
{
  guint n, i;
  const UkChartShape *shapes = uk_chart_get_shapes (chart, kind, &n);

  for (i = 0; i < n; i++) {
    UkBox bounds = uk_outline_get_bounds (shapes[i].outline);

    if (is_visible (cr, &bounds))
      uk_chart_brush_trace (cr, shapes[i].outline);
  }
}

/* Ears stand out behind the head, hair lies on it, and hair that is put up stands out over it, with
 * a line around. */
static void
paint_patches (cairo_t *cr,
               const UkChart *chart,
               const UkChartPalette *palette,
               const Weights *weights,
               const char *name)
{
  gboolean ear = strcmp (name, "ear") == 0, lined = strcmp (name, "hair") != 0;
  guint n, i;
  const UkChartShape *patches = uk_chart_get_shapes (chart, UK_SHAPE_PATCH, &n);

  for (i = 0; i < n; i++) {
    UkBox bounds = uk_outline_get_bounds (patches[i].outline);

    if (!g_str_has_prefix (patches[i].name, name))
      continue;
    uk_chart_brush_trace (cr, patches[i].outline);
    if (!ear && !palette->lined)
      set_belly (cr, &bounds, uk_chart_brush_mix (palette->hair, palette->skin, 0.18),
                 palette->hair);
    else
      uk_chart_brush_set (cr, ear ? palette->skin : palette->hair, 1);
    cairo_fill_preserve (cr);
    uk_chart_brush_set (cr, palette->ink, 1);
    cairo_set_line_width (cr, weights->ink_width);
    if (lined)
      cairo_stroke (cr);
    else
      cairo_new_path (cr);
  }
}

static void
paint_muscles (cairo_t *cr,
               const UkChart *chart,
               const UkChartPalette *palette,
               const Weights *weights)
{
  UkChartColor belly = uk_chart_brush_mix (palette->belly, palette->skin, weights->to_skin);
  UkChartColor rim = uk_chart_brush_mix (palette->rim, palette->skin, weights->to_skin);
  guint i;

  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    if (!is_visible (cr, &area->bounds))
      continue;
    uk_chart_brush_trace (cr, area->outline);
    if (palette->lined)
      uk_chart_brush_set (cr, palette->belly, 1);
    else
      set_belly (cr, &area->bounds, belly, rim);
    cairo_fill (cr);
  }
  /* Places without treatment that lie on muscles: the spine. */
  trace_shapes (cr, chart, UK_SHAPE_PART);
  uk_chart_brush_set (cr, uk_chart_brush_mix (palette->skin, belly, 0.35), 1);
  cairo_fill (cr);
}

/* The shadow along the edges that turn away from the light, coarse: it is soft anyway, and wide
 * strokes are dear. */
static cairo_surface_t *
make_shadow (const UkChart *chart, const UkChartPalette *palette)
{
  static const double widths[] = { 34, 25, 17, 10, 5 };
  UkBox box = uk_chart_get_box (chart);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (box.width * SHADOW_SCALE),
                                    (int)ceil (box.height * SHADOW_SCALE));
  cairo_t *cr = cairo_create (surface);
  guint i;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_scale (cr, SHADOW_SCALE, SHADOW_SCALE);
  cairo_translate (cr, -box.x - 3, -box.y - 2.5);
  trace_shapes (cr, chart, UK_SHAPE_OUTLINE);
  uk_chart_brush_set (cr, palette->shade, palette->shade_alpha);
  for (i = 0; i < G_N_ELEMENTS (widths); i++) {
    cairo_set_line_width (cr, widths[i]);
    cairo_stroke_preserve (cr);
  }
  cairo_destroy (cr);
  return surface;
}

/* Rounds the body. */
static void
paint_volume (cairo_t *cr, const UkChart *chart, const UkChartPalette *palette)
{
  UkBox box = uk_chart_get_box (chart);
  cairo_surface_t *shadow;

  if (palette->shade_alpha <= 0)
    return;
  shadow = make_shadow (chart, palette);
  trace_shapes (cr, chart, UK_SHAPE_OUTLINE);
  cairo_save (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, 1 / SHADOW_SCALE, 1 / SHADOW_SCALE);
  cairo_set_source_surface (cr, shadow, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (shadow);
}

/* The fibres of one area, or of all; kept inside their area. */
static void
paint_fibres (cairo_t *cr,
              const UkChart *chart,
              const UkChartArea *only,
              const UkChartPalette *palette,
              double alpha)
{
  guint n, i;
  const UkChartShape *fibres = uk_chart_get_shapes (chart, UK_SHAPE_FIBRE, &n);

  if (alpha <= 0)
    return;
  uk_chart_brush_set (cr, palette->fibre, alpha);
  cairo_set_line_width (cr, 0.8);
  for (i = 0; i < n; i++) {
    const UkChartArea *area = uk_chart_find_area (chart, fibres[i].name);

    if ((only != NULL && area != only) || !is_visible (cr, &area->bounds))
      continue;
    cairo_save (cr);
    uk_chart_brush_trace (cr, area->outline);
    cairo_clip (cr);
    uk_chart_brush_trace (cr, fibres[i].outline);
    cairo_stroke (cr);
    cairo_restore (cr);
  }
}

static void
paint_lines (cairo_t *cr,
             const UkChart *chart,
             const UkChartPalette *palette,
             const Weights *weights)
{
  gboolean overlay;
  guint i;

  /* What lies on top is only hinted at, or it would look like a crack in what lies below. */
  cairo_set_line_width (cr, weights->border_width);
  for (overlay = FALSE; overlay <= TRUE; overlay++) {
    for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
      const UkChartArea *area = uk_chart_get_area (chart, i);

      if (area->overlay == overlay && is_visible (cr, &area->bounds))
        uk_chart_brush_trace (cr, area->outline);
    }
    uk_chart_brush_set (cr,
                        uk_chart_brush_mix (palette->border, palette->belly, weights->border_mix),
                        overlay && !palette->lined ? 0.45 : 1);
    cairo_stroke (cr);
  }
}

/* Face, knuckles, hair. */
static void
paint_details (cairo_t *cr,
               const UkChart *chart,
               const UkChartPalette *palette,
               const Weights *weights,
               double scale)
{
  if (scale < SMALL_SCALE / 2)
    return;
  trace_shapes (cr, chart, UK_SHAPE_LINE);
  uk_chart_brush_set (cr, palette->detail, weights->detail_alpha);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
}

/**
 * uk_chart_paint_base:
 * @cr: scaled so that its unit is the chart's
 * @chart: what to paint
 * @palette: its colours
 * @look: how much anatomy to show
 * @scale: pixels a unit: small pictures show less
 *
 * Paints the body as it is whatever is hovered, rated or chosen, so that it can be kept as a
 * picture.
 */
void
uk_chart_paint_base (cairo_t *cr,
                     const UkChart *chart,
                     const UkChartPalette *palette,
                     UkChartLook look,
                     double scale)
{
  Weights weights;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (scale > 0);

  weights = get_weights (palette, look, scale);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  paint_patches (cr, chart, palette, &weights, "ear");
  trace_shapes (cr, chart, UK_SHAPE_OUTLINE);
  uk_chart_brush_set (cr, palette->skin, 1);
  cairo_fill (cr);
  paint_muscles (cr, chart, palette, &weights);
  paint_fibres (cr, chart, NULL, palette, weights.fibre_alpha);
  paint_patches (cr, chart, palette, &weights, "hair");
  paint_lines (cr, chart, palette, &weights);
  paint_volume (cr, chart, palette);

  trace_shapes (cr, chart, UK_SHAPE_INK);
  uk_chart_brush_set (cr, palette->ink, 1);
  cairo_set_line_width (cr, weights.ink_width);
  cairo_stroke (cr);
  paint_patches (cr, chart, palette, &weights, "updo");
  paint_details (cr, chart, palette, &weights, scale);
  cairo_restore (cr);
}

/* What lies on top of an area: one after the other, NULL at the end. */
static const UkOutline *
next_cover (const UkChart *chart, const UkChartArea *area, guint *index)
{
  guint n_areas = uk_chart_get_n_areas (chart), n_parts;
  const UkChartShape *parts = uk_chart_get_shapes (chart, UK_SHAPE_PART, &n_parts);

  while (*index < n_areas + n_parts) {
    guint i = (*index)++;
    const UkOutline *outline;
    UkBox bounds;

    if (i < n_areas && (area->overlay || !uk_chart_get_area (chart, i)->overlay))
      continue;
    outline = i < n_areas ? uk_chart_get_area (chart, i)->outline : parts[i - n_areas].outline;
    bounds = uk_outline_get_bounds (outline);
    if (uk_boxes_meet (&area->bounds, &bounds))
      return outline;
  }
  return NULL;
}

/* Keeps off what lies on top of an area. */
static void
clip_covers (cairo_t *cr, const UkChart *chart, const UkChartArea *area)
{
  cairo_fill_rule_t rule = cairo_get_fill_rule (cr);
  UkBox box = uk_chart_get_box (chart);
  const UkOutline *cover;
  guint index = 0;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  while ((cover = next_cover (chart, area, &index)) != NULL) {
    cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    uk_chart_brush_trace (cr, cover);
    cairo_clip (cr);
  }
  cairo_set_fill_rule (cr, rule);
}

static void
trace_covers (cairo_t *cr, const UkChart *chart, const UkChartArea *area)
{
  const UkOutline *cover;
  guint index = 0;

  while ((cover = next_cover (chart, area, &index)) != NULL)
    uk_chart_brush_trace (cr, cover);
}

/* An area at the edge of the body must not take the silhouette away. */
static void
restore_ink (cairo_t *cr,
             const UkChart *chart,
             const UkChartArea *area,
             const UkChartPalette *palette,
             const Weights *weights)
{
  const UkBox *bounds = &area->bounds;
  double room = weights->ink_width + weights->border_width;

  cairo_save (cr);
  cairo_rectangle (cr, bounds->x - room, bounds->y - room, bounds->width + 2 * room,
                   bounds->height + 2 * room);
  cairo_clip (cr);
  trace_shapes (cr, chart, UK_SHAPE_INK);
  uk_chart_brush_set (cr, palette->ink, 1);
  cairo_set_line_width (cr, weights->ink_width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * uk_chart_paint_area:
 * @cr: scaled so that its unit is the chart's
 * @chart: a chart
 * @area: one of its areas
 * @palette: its colours
 * @state: how it differs from the body around
 * @scale: pixels a unit
 *
 * Paints an area that is hovered, chosen or rated over the base; nothing if it is none of these.
 */
void
uk_chart_paint_area (cairo_t *cr,
                     const UkChart *chart,
                     const UkChartArea *area,
                     const UkChartPalette *palette,
                     const UkChartAreaState *state,
                     double scale)
{
  UkChartColor light, rim;
  Weights weights;
  double line;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (area != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (state != NULL);
  g_return_if_fail (scale > 0);

  if (state->hover <= 0 && state->selected <= 0 && state->rating < 0)
    return;
  weights = get_weights (palette, state->look, scale);
  light = uk_chart_brush_mix (palette->belly, palette->skin, weights.to_skin);
  rim = uk_chart_brush_mix (palette->rim, palette->skin, weights.to_skin);
  if (state->rating >= 0) {
    double v = MIN (state->rating, 10) / 10;
    UkChartColor color = uk_chart_brush_mix (palette->mild, palette->knot, v);

    light = uk_chart_brush_mix (light, uk_chart_brush_mix (color, palette->skin, 0.25),
                                0.55 + 0.45 * v);
    rim = uk_chart_brush_mix (rim, color, 0.55 + 0.45 * v);
  }
  light = uk_chart_brush_mix (light, uk_chart_brush_mix (palette->knot, palette->light, 0.18),
                              state->selected);
  rim = uk_chart_brush_mix (rim, palette->knot, state->selected);
  light = uk_chart_brush_mix (light, palette->hover,
                              0.75 * state->hover * (1 - 0.6 * state->selected));
  rim = uk_chart_brush_mix (rim, palette->hover, 0.75 * state->hover * (1 - 0.6 * state->selected));

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  clip_covers (cr, chart, area);
  uk_chart_brush_trace (cr, area->outline);
  set_belly (cr, &area->bounds, light, rim);
  cairo_fill (cr);
  paint_fibres (cr, chart, area, palette, weights.fibre_alpha);

  uk_chart_brush_trace (cr, area->outline);
  uk_chart_brush_set (cr, uk_chart_brush_mix (palette->border, palette->belly, weights.border_mix),
                      1);
  cairo_set_line_width (cr, weights.border_width);
  cairo_stroke (cr);
  restore_ink (cr, chart, area, palette, &weights);
  line = MAX (state->selected * 1.9, state->hover * 1.5);
  if (line > 0) {
    uk_chart_brush_set (cr, palette->edge, MIN (1, MAX (state->selected, state->hover)));
    cairo_set_line_width (cr, MAX (line, 0.6 / scale));
    uk_chart_brush_trace (cr, area->outline);
    cairo_stroke_preserve (cr);
    /* And along what lies on top. */
    cairo_clip (cr);
    trace_covers (cr, chart, area);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}

/**
 * uk_chart_paint_focus:
 * @cr: scaled so that its unit is the chart's
 * @area: an area
 * @palette: its colours
 * @scale: pixels a unit
 *
 * Paints the double ring of the keyboard focus along the area's outline.
 */
void
uk_chart_paint_focus (cairo_t *cr,
                      const UkChartArea *area,
                      const UkChartPalette *palette,
                      double scale)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (area != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (scale > 0);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  uk_chart_brush_trace (cr, area->outline);
  uk_chart_brush_set (cr, palette->paper, 1);
  cairo_set_line_width (cr, 7 / scale);
  cairo_stroke_preserve (cr);
  uk_chart_brush_set (cr, palette->ring, 1);
  cairo_set_line_width (cr, 3.5 / scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static gboolean
matches (const UkChartArea *area, const char *region, UkSide side)
{
  return strcmp (area->region, region) == 0 && (side == UK_SIDE_NONE || area->side == side);
}

/**
 * uk_chart_paint_cutout:
 * @cr: where to paint, in pixels, from 0,0 to @width,@height
 * @chart: a chart; see uk_chart_find_region() for whether it has the region
 * @region: what to show
 * @side: on which side; %UK_SIDE_NONE for both
 * @palette: its colours
 * @width: in pixels
 * @height: in pixels
 *
 * Paints the neighbourhood of a region with the region highlighted: a small picture for lists.
 */
void
uk_chart_paint_cutout (cairo_t *cr,
                       const UkChart *chart,
                       const char *region,
                       UkSide side,
                       const UkChartPalette *palette,
                       double width,
                       double height)
{
  static const UkChartAreaState chosen = { 0, 1, -1, UK_CHART_LOOK_CHOSEN };
  const UkChartArea *main_area;
  double span, scale;
  guint i;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (region != NULL);
  g_return_if_fail (palette != NULL);

  main_area = uk_chart_find_region (chart, region, side);
  if (main_area == NULL || width <= 0 || height <= 0)
    return;
  /* Enough of the body around to be recognised, small or large as the region may be. */
  span = CLAMP (1.9 * MAX (main_area->bounds.width, main_area->bounds.height), 110, 190);
  scale = MIN (width, height) / span;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(main_area->bounds.x + main_area->bounds.width / 2),
                   -(main_area->bounds.y + main_area->bounds.height / 2));
  uk_chart_paint_base (cr, chart, palette, UK_CHART_LOOK_CHOSEN, scale);
  for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
    const UkChartArea *area = uk_chart_get_area (chart, i);

    if (matches (area, region, side))
      uk_chart_paint_area (cr, chart, area, palette, &chosen, scale);
  }
  cairo_restore (cr);
}
