/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-brush.h"
#include "art/chart/uk-chart-knots.h"
#include "art/chart/uk-chart-marks.h"
#include "art/chart/uk-chart-paint.h"
#include "unknot-data.h"

#include <math.h>
#include <string.h>

#define SCALE 0.8

typedef struct {
  UkChart *charts[UK_N_VIEWS];
} Fixture;

/* A picture of one view whose unit is the chart's. */
typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  UkBox box;
} Picture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++)
    fixture->charts[i] = uk_chart_new_from_resource ((UkView)i, UK_BODY_NEUTRAL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++)
    uk_chart_unref (fixture->charts[i]);
}

static void
picture_init (Picture *picture, const UkChart *chart)
{
  picture->box = uk_chart_get_box (chart);
  picture->surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (picture->box.width * SCALE),
                                    (int)ceil (picture->box.height * SCALE));
  picture->cr = cairo_create (picture->surface);
  cairo_scale (picture->cr, SCALE, SCALE);
  cairo_translate (picture->cr, -picture->box.x, -picture->box.y);
}

static void
picture_clear (Picture *picture)
{
  cairo_destroy (picture->cr);
  cairo_surface_destroy (picture->surface);
}

static gsize
picture_get_size (Picture *picture)
{
  return (gsize)cairo_image_surface_get_stride (picture->surface)
         * (gsize)cairo_image_surface_get_height (picture->surface);
}

static guint32
picture_get_pixel (Picture *picture, double x, double y)
{
  const unsigned char *data;
  int px = (int)((x - picture->box.x) * SCALE), py = (int)((y - picture->box.y) * SCALE);
  guint32 pixel;

  cairo_surface_flush (picture->surface);
  data = cairo_image_surface_get_data (picture->surface);
  memcpy (&pixel, data + py * cairo_image_surface_get_stride (picture->surface) + px * 4,
          sizeof pixel);
  return pixel;
}

static gboolean
picture_equals (Picture *a, Picture *b)
{
  cairo_surface_flush (a->surface);
  cairo_surface_flush (b->surface);
  return memcmp (cairo_image_surface_get_data (a->surface),
                 cairo_image_surface_get_data (b->surface), picture_get_size (a))
         == 0;
}

/* What is clicked is what is seen: the hit test and cairo fill the same outlines. */
static void
test_same_outlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint k, i, n;

  for (k = 0; k < UK_N_VIEWS; k++) {
    UkBox box = uk_chart_get_box (fixture->charts[k]);
    Picture picture;

    picture_init (&picture, fixture->charts[k]);
    cairo_set_tolerance (picture.cr, 0.01);
    for (n = 0; n < 4000; n++) {
      double x = g_rand_double_range (rand, box.x, box.x + box.width);
      double y = g_rand_double_range (rand, box.y, box.y + box.height);

      for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
        const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);

        if (x < area->bounds.x - 1 || x > area->bounds.x + area->bounds.width + 1
            || y < area->bounds.y - 1 || y > area->bounds.y + area->bounds.height + 1
            || uk_outline_get_distance (area->outline, x, y) < 0.05)
          continue;
        cairo_new_path (picture.cr);
        uk_chart_brush_trace (picture.cr, area->outline);
        g_assert_cmpint (uk_outline_contains (area->outline, x, y), ==,
                         cairo_in_fill (picture.cr, x, y));
      }
    }
    picture_clear (&picture);
  }
}

/* Of nine points in and around a place, how many are on the body. */
static guint
count_on_body (const UkChart *chart, double x, double y)
{
  guint n = 0, i;

  for (i = 0; i < 9; i++)
    n += uk_chart_contains (chart, x + 3 * ((int)(i % 3) - 1), y + 3 * ((int)(i / 3) - 1)) ? 1 : 0;
  return n;
}

/* In every style and look the body is there, and the paper around it is left alone. */
static void
test_base (Fixture *fixture, gconstpointer data)
{
  guint k, style, look;
  double x, y;

  for (style = 0; style < 4; style++) {
    const UkChartPalette *palette = uk_chart_palette_get (style & 1, style & 2, UK_SKIN_PLATE);

    for (k = 0; k < UK_N_VIEWS; k++) {
      for (look = UK_CHART_LOOK_REST; look <= UK_CHART_LOOK_CHOSEN; look++) {
        const UkChart *chart = fixture->charts[k];
        Picture picture;

        picture_init (&picture, chart);
        uk_chart_paint_base (picture.cr, chart, palette, look, SCALE);
        for (y = picture.box.y + 2; y < picture.box.y + picture.box.height - 2; y += 11) {
          for (x = picture.box.x + 2; x < picture.box.x + picture.box.width - 2; x += 11) {
            guint32 alpha = picture_get_pixel (&picture, x, y) >> 24;

            if (count_on_body (chart, x, y) == 9)
              g_assert_cmpuint (alpha, >=, 250);
            /* The ears stand out of the silhouette. */
            else if (y > 80 && count_on_body (chart, x, y) == 0)
              g_assert_cmpuint (alpha, ==, 0);
          }
        }
        picture_clear (&picture);
      }
    }
  }
}

static void
test_area (Fixture *fixture, gconstpointer data)
{
  const UkChart *back = fixture->charts[UK_VIEW_BACK];
  const UkChartArea *area = uk_chart_find_area (back, "rhomboids-left");
  const UkChartArea *cover = uk_chart_find_area (back, "levator-scapulae-left");
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  UkChartAreaState state = { 0, 0, -1, UK_CHART_LOOK_REST };
  double v[3];
  guint i;
  Picture none, picture;

  picture_init (&none, back);
  picture_init (&picture, back);
  uk_chart_paint_area (picture.cr, back, area, palette, &state, SCALE);
  g_assert_true (picture_equals (&picture, &none));

  state.selected = 1;
  uk_chart_paint_area (picture.cr, back, area, palette, &state, SCALE);
  g_assert_cmpuint (picture_get_pixel (&picture, area->label.x, area->label.y) >> 24, ==, 255);
  /* Neither what lies on top nor the spine is painted over. */
  g_assert_true (uk_outline_contains (area->outline, -35, 150)
                 && uk_outline_contains (cover->outline, -35, 150));
  g_assert_cmpuint (picture_get_pixel (&picture, -35, 150), ==, 0);
  g_assert_cmpuint (picture_get_pixel (&picture, -1, 180), ==, 0);
  g_assert_cmpuint (picture_get_pixel (&picture, 30, 180), ==, 0);

  /* The sorer, the redder. */
  state.selected = 0;
  for (i = 0; i < G_N_ELEMENTS (v); i++) {
    guint32 pixel;

    state.rating = i * 5;
    uk_chart_paint_area (picture.cr, back, area, palette, &state, SCALE);
    pixel = picture_get_pixel (&picture, area->label.x, area->label.y);
    v[i] = (double)(pixel >> 16 & 255) - (double)(pixel >> 8 & 255);
  }
  g_assert_cmpfloat (v[0], <, v[1]);
  g_assert_cmpfloat (v[1], <, v[2]);
  picture_clear (&none);
  picture_clear (&picture);
}

/* Number of painted pixels in a disc. */
static guint
count_painted (Picture *picture, UkPoint at, double radius)
{
  guint n = 0;
  double x, y;

  for (y = -radius; y <= radius; y += 1 / SCALE) {
    for (x = -radius; x <= radius; x += 1 / SCALE) {
      if (x * x + y * y <= radius * radius
          && picture_get_pixel (picture, at.x + x, at.y + y) >> 24 > 128)
        n++;
    }
  }
  return n;
}

static void
test_referral (Fixture *fixture, gconstpointer data)
{
  static const char *const regions[] = { "gluteus-maximus", "calf", NULL };
  const UkChart *back = fixture->charts[UK_VIEW_BACK];
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  const UkChartArea *area = uk_chart_find_area (back, "gluteus-maximus-left");
  UkPoint middle
      = { area->bounds.x + area->bounds.width / 2, area->bounds.y + area->bounds.height / 2 };
  UkPoint edge = { middle.x, area->bounds.y + 8 }, from = { -40, 350 };
  Picture a, b, none;

  picture_init (&a, back);
  picture_init (&b, back);
  picture_init (&none, back);
  uk_chart_paint_referral (a.cr, back, regions, UK_SIDE_LEFT, from, 1, palette);
  uk_chart_paint_referral (b.cr, back, regions, UK_SIDE_LEFT, from, 1, palette);
  g_assert_true (picture_equals (&a, &b));
  g_assert_cmpuint (count_painted (&a, middle, 7), >, 2 * count_painted (&a, edge, 7));
  g_assert_cmpuint (count_painted (&a, (UkPoint){ -middle.x, middle.y }, 10), ==, 0);
  /* The dots spread from the knot. */
  uk_chart_paint_referral (none.cr, back, regions, UK_SIDE_LEFT, from, 0.2, palette);
  g_assert_cmpuint (count_painted (&none, middle, 7), >, 0);
  g_assert_cmpuint (count_painted (&none, uk_chart_find_area (back, "calf-left")->label, 8), ==, 0);
  picture_clear (&a);
  picture_clear (&b);
  picture_clear (&none);
}

static gboolean
is_far_from_no_press (const UkChart *chart, double x, double y)
{
  guint n, i;
  const UkChartShape *shapes = uk_chart_get_shapes (chart, UK_SHAPE_NO_PRESS, &n);

  for (i = 0; i < n; i++) {
    if (uk_outline_contains (shapes[i].outline, x, y)
        || uk_outline_get_distance (shapes[i].outline, x, y) < 3)
      return FALSE;
  }
  return TRUE;
}

static void
test_no_press (Fixture *fixture, gconstpointer data)
{
  guint k;
  double x, y;

  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];
    Picture picture;

    picture_init (&picture, chart);
    uk_chart_paint_no_press (picture.cr, chart, uk_chart_palette_get (FALSE, TRUE, UK_SKIN_PLATE));
    for (y = 0; y < 757; y += 7) {
      for (x = -190; x < 190; x += 7) {
        guint32 alpha = picture_get_pixel (&picture, x, y) >> 24;

        if (is_far_from_no_press (chart, x, y))
          g_assert_cmpuint (alpha, ==, 0);
        else if (uk_chart_hit_no_press (chart, x, y) != NULL)
          g_assert_cmpuint (alpha, >, 0);
      }
    }
    picture_clear (&picture);
  }
}

/* Of the region that is to be treated the rest is hatched, and nothing else. */
static void
test_press (Fixture *fixture, gconstpointer data)
{
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, TRUE, UK_SKIN_PLATE);
  guint k;
  double x, y;

  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];
    const UkChartArea *area = uk_chart_find_region (chart, "calf", UK_SIDE_LEFT);
    const UkChartShape *press = uk_chart_find_press (chart, area);
    guint hatched = 0, clear = 0;
    Picture picture;

    picture_init (&picture, chart);
    uk_chart_paint_press (picture.cr, chart, "calf", UK_SIDE_LEFT, palette);
    for (y = 0; y < 757; y += 3) {
      for (x = -190; x < 190; x += 3) {
        guint32 alpha = picture_get_pixel (&picture, x, y) >> 24;

        if (uk_outline_get_distance (area->outline, x, y) < 2.5
            || uk_outline_get_distance (press->outline, x, y) < 2.5
            || !is_far_from_no_press (chart, x, y))
          continue;
        if (uk_outline_contains (area->outline, x, y)
            && uk_chart_why_not_press (chart, area, x, y) != NULL) {
          g_assert_cmpuint (alpha, >, 0);
          hatched++;
        } else {
          g_assert_cmpuint (alpha, ==, 0);
          clear += uk_outline_contains (area->outline, x, y) ? 1 : 0;
        }
      }
    }
    g_assert_cmpuint (hatched, >, 20);
    g_assert_cmpuint (clear, >, 20);
    picture_clear (&picture);
  }
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
              + x * 4,
          sizeof pixel);
  return pixel;
}

/* Each knot shows its own number and colour, one without a rating a dot, and a line leads to what
 * made room. */
static void
test_knots (Fixture *fixture, gconstpointer data)
{
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  UkBox room = { 0, 0, 200, 200 };
  guint32 sums[11], i, x, y;

  for (i = 0; i <= 10; i++) {
    UkKnotMark marks[] = { { .at = { 60, 100 }, .rating = i, .selected = TRUE },
                           { .at = { 62, 100 }, .rating = -1 },
                           { .at = { 150, 60 }, .rating = i } };
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 200);
    cairo_t *cr = cairo_create (surface);
    UkPoint middle;

    uk_knot_layout (marks, G_N_ELEMENTS (marks), &room);
    uk_chart_paint_knots (cr, marks, G_N_ELEMENTS (marks), font, palette);
    cairo_destroy (cr);
    for (sums[i] = 0, y = 92; y < 108; y++) {
      for (x = 52; x < 68; x++)
        sums[i] = sums[i] * 31 + get_pixel (surface, (int)x, (int)y);
    }
    g_assert_true (i == 0 || sums[i] != sums[i - 1]);
    /* The dot and the line to it. */
    middle = marks[1].place;
    g_assert_cmpuint (get_pixel (surface, (int)middle.x, (int)middle.y) >> 24, ==, 255);
    g_assert_cmpfloat (middle.x, >, 62);
    /* White around the other one. */
    g_assert_cmphex (get_pixel (surface, 150, 60 - (int)UK_KNOT_RADIUS - 1), ==, 0xffffffff);
    g_assert_cmpuint (get_pixel (surface, 150, 120), ==, 0);
    cairo_surface_destroy (surface);
  }
  pango_font_description_free (font);
}

/* Every region can be told in a small picture: it shows a good patch of the chosen colour. */
static void
test_cutouts (Fixture *fixture, gconstpointer data)
{
  const UkChartPalette *palette = uk_chart_palette_get (FALSE, FALSE, UK_SKIN_PLATE);
  guint k, i;

  for (k = 0; k < UK_N_VIEWS; k++) {
    for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
      const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);
      const UkChartArea *best = uk_chart_choose_area (fixture->charts, area->region, area->side);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
      cairo_t *cr = cairo_create (surface);
      const unsigned char *data_start;
      guint chosen = 0;
      int x, y;

      uk_chart_paint_cutout (cr, fixture->charts[best->view], area->region, area->side, palette, 48,
                             48);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      data_start = cairo_image_surface_get_data (surface);
      for (y = 0; y < 64; y++) {
        for (x = 0; x < 64; x++) {
          const unsigned char *p
              = data_start + y * cairo_image_surface_get_stride (surface) + x * 4;

          if (x >= 48 || y >= 48)
            g_assert_cmpuint (p[3], ==, 0);
          else if (p[2] > 200 && p[1] < 130)
            chosen++;
        }
      }
      g_test_message ("%s: %u", area->id, chosen);
      g_assert_cmpuint (chosen, >, 12);
      cairo_surface_destroy (surface);
    }
  }
}

static double
get_luminance (UkChartColor color)
{
  double channels[] = { color.r, color.g, color.b }, weights[] = { 0.2126, 0.7152, 0.0722 },
         sum = 0;
  guint i;

  for (i = 0; i < 3; i++)
    sum += weights[i]
           * (channels[i] <= 0.03928 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
get_contrast (UkChartColor a, UkChartColor b)
{
  double la = get_luminance (a), lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* What must be seen can be seen, in every style and on every skin. */
static void
test_contrast (Fixture *fixture, gconstpointer data)
{
  guint style, skin, rating;

  for (style = 0; style < 4; style++) {
    for (skin = 0; skin < UK_N_SKIN_TONES; skin++) {
      const UkChartPalette *p = uk_chart_palette_get (style & 1, style & 2, (UkSkinTone)skin);

      g_test_message ("style %u, skin %s", style, uk_skin_tone_to_nick ((UkSkinTone)skin));
      g_assert_cmpfloat (get_contrast (p->ring, p->paper), >=, 4.5);
      g_assert_cmpfloat (get_contrast (p->badge, p->badge_text), >=, 4.5);
      g_assert_cmpfloat (get_contrast (p->ink, p->paper), >=, 4.5);
      g_assert_cmpfloat (get_contrast (p->knot, p->belly), >=, style & 2 ? 4.5 : 1.15);
      /* The outline of what is chosen, inwards and outwards. */
      g_assert_cmpfloat (get_contrast (p->edge, p->knot), >=, 3);
      g_assert_cmpfloat (get_contrast (p->edge, p->belly), >=, 3);
      g_assert_cmpfloat (get_contrast (p->dots, p->belly), >=, 3);
      g_assert_cmpfloat (
          get_contrast (p->hatch, uk_chart_brush_mix (p->belly, p->veil, p->veil_alpha)), >=, 3);
      if (p->lined)
        g_assert_cmpfloat (get_contrast (p->border, p->belly), >=, 7);
      for (rating = 0; rating <= 10; rating++) {
        UkChartColor color = uk_chart_palette_get_rating (p, rating);

        g_assert_cmpfloat (get_contrast (color, uk_chart_color_get_text (color)), >=, 4.5);
        /* Never lighter than the one before: the scale reads without colours. */
        if (rating > 0)
          g_assert_cmpfloat (get_luminance (color), <=,
                             get_luminance (uk_chart_palette_get_rating (p, rating - 1)));
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
#define ADD(name, func) g_test_add ("/chart-paint/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("same-outlines", test_same_outlines);
  ADD ("base", test_base);
  ADD ("area", test_area);
  ADD ("referral", test_referral);
  ADD ("no-press", test_no_press);
  ADD ("press", test_press);
  ADD ("knots", test_knots);
  ADD ("cutouts", test_cutouts);
  ADD ("contrast", test_contrast);
#undef ADD
  return g_test_run ();
}
