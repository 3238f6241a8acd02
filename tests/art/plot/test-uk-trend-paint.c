/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/plot/uk-trend-paint.h"

#include <math.h>
#include <string.h>

#define DAY (24 * 60 * 60)
#define WIDTH 420
#define HEIGHT 180
#define MARGIN 20
#define EM 14.0

/* A picture with a margin around the frame in which nothing may be painted. */
typedef struct {
  cairo_surface_t *surface;
  UkTrendFrame frame;
} Picture;

typedef struct {
  const char *name;
  guint n;
  gint64 step; /* seconds between two points */
  int first;
  int last;
} Case;

static const Case cases[] = {
  { "none", 0, 0, 0, 0 },
  { "one", 1, 0, 5, 5 },
  { "two-in-a-minute", 2, 30, 7, 4 },
  { "equal", 14, DAY, 5, 5 },
  { "month", 30, DAY, 9, 2 },
  { "lowest", 14, DAY, 0, 0 },
  { "highest", 14, DAY, 10, 10 },
  { "ten-years", 60, 60 * DAY, 10, 0 },
};

static GArray *
make_points (const Case *c)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (UkTrendPoint));
  guint i;

  for (i = 0; i < c->n; i++) {
    const gint64 at = (gint64)20000 * DAY - (c->n - 1 - i) * c->step;
    const double value
        = c->n > 1 ? round (c->first + (double)(c->last - c->first) * i / (c->n - 1)) : c->first;
    UkTrendPoint point = { at, at, 1, value, i % 2 == 0 ? MAX (0, value - 2) : (double)NAN };

    g_array_append_val (points, point);
  }
  return points;
}

static Picture
paint (const GArray *points, double width, double height, guint lit, const UkPlotPalette *palette)
{
  Picture picture = { .frame = uk_trend_frame_new (width, height, EM, points) };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc ((gint64)20000 * DAY);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_t *cr;

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)width + 2 * MARGIN,
                                                (int)height + 2 * MARGIN);
  cr = cairo_create (picture.surface);
  cairo_translate (cr, MARGIN, MARGIN);
  uk_trend_paint (cr, &picture.frame, points, lit, now, font, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  pango_font_description_free (font);
  return picture;
}

static guint32
get_pixel (const Picture *picture, double x, double y)
{
  const unsigned char *data = cairo_image_surface_get_data (picture->surface);
  guint32 pixel;

  memcpy (&pixel,
          data + ((int)floor (y) + MARGIN) * cairo_image_surface_get_stride (picture->surface)
              + ((int)floor (x) + MARGIN) * 4,
          sizeof pixel);
  return pixel;
}

static gboolean
is_color (guint32 pixel, UkChartColor color)
{
  return pixel >> 24 == 255 && fabs ((pixel >> 16 & 255) - 255 * color.r) < 3
         && fabs ((pixel >> 8 & 255) - 255 * color.g) < 3
         && fabs ((pixel & 255) - 255 * color.b) < 3;
}

static void
check_margin (const Picture *picture, int width, int height)
{
  int x, y;

  for (y = -MARGIN; y < height + MARGIN; y++) {
    for (x = -MARGIN; x < width + MARGIN; x++) {
      if (x < 0 || y < 0 || x >= width || y >= height)
        g_assert_cmpuint (get_pixel (picture, x, y), ==, 0);
    }
  }
}

/* Every point is where it belongs, in every style, and nothing leaves the frame. */
static void
test_places (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) points = make_points (c);
  guint style, i;

  for (style = 0; style < 4; style++) {
    const UkPlotPalette *palette = uk_plot_palette_get (style & 1, style & 2);
    Picture picture = paint (points, WIDTH, HEIGHT, UK_TREND_NO_POINT, palette);

    check_margin (&picture, WIDTH, HEIGHT);
    for (i = 0; i < points->len; i++) {
      const UkTrendPoint *point = &g_array_index (points, UkTrendPoint, i);
      const double x = uk_trend_frame_get_point_x (&picture.frame, point);
      const double y = uk_trend_frame_get_y (&picture.frame, point->before);

      g_assert_cmpfloat (x, >=, picture.frame.left - 0.5);
      g_assert_cmpfloat (x, <=, picture.frame.right + 0.5);
      g_assert_true (is_color (get_pixel (&picture, x, y), palette->accent));
    }
    cairo_surface_destroy (picture.surface);
  }
}

/* Falling is good: zero is at the bottom, time runs to the right. */
static void
test_axes (void)
{
  g_autoptr (GArray) points = make_points (&cases[4]);
  UkTrendFrame frame = uk_trend_frame_new (WIDTH, HEIGHT, EM, points);

  g_assert_cmpfloat (uk_trend_frame_get_y (&frame, 0), ==, frame.bottom);
  g_assert_cmpfloat (uk_trend_frame_get_y (&frame, 10), ==, frame.top);
  g_assert_cmpfloat (uk_trend_frame_get_x (&frame, (double)frame.from), ==, frame.left);
  g_assert_cmpfloat (uk_trend_frame_get_x (&frame, (double)frame.until), ==, frame.right);
}

/* One rating stands in the middle. */
static void
test_one (void)
{
  g_autoptr (GArray) points = make_points (&cases[1]);
  UkTrendFrame frame = uk_trend_frame_new (WIDTH, HEIGHT, EM, points);

  g_assert_cmpfloat_with_epsilon (
      uk_trend_frame_get_point_x (&frame, &g_array_index (points, UkTrendPoint, 0)),
      (frame.left + frame.right) / 2, 0.01);
}

/* A number after a run is hollow, the point under the pointer has a ring. */
static void
test_marks (void)
{
  g_autoptr (GArray) points = make_points (&cases[4]);
  const UkPlotPalette *palette = uk_plot_palette_get (FALSE, FALSE);
  const UkTrendPoint *point = &g_array_index (points, UkTrendPoint, 14);
  Picture plain = paint (points, WIDTH, HEIGHT, UK_TREND_NO_POINT, palette);
  Picture lit = paint (points, WIDTH, HEIGHT, 14, palette);
  const double x = uk_trend_frame_get_point_x (&plain.frame, point);
  const double y = uk_trend_frame_get_y (&plain.frame, point->before);

  g_assert_true (is_color (get_pixel (&plain, x, uk_trend_frame_get_y (&plain.frame, point->after)),
                           palette->card));
  g_assert_false (is_color (get_pixel (&plain, x, y - 0.58 * EM), palette->accent));
  g_assert_true (is_color (get_pixel (&lit, x, y - 0.58 * EM), palette->accent));
  cairo_surface_destroy (plain.surface);
  cairo_surface_destroy (lit.surface);
}

/* Too small a place is no reason to fail. */
static void
test_tiny (void)
{
  static const int sizes[] = { 1, 10, 40, 80 };
  g_autoptr (GArray) points = make_points (&cases[4]);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++) {
    Picture picture
        = paint (points, sizes[i], sizes[i], UK_TREND_NO_POINT, uk_plot_palette_get (TRUE, FALSE));

    check_margin (&picture, sizes[i], sizes[i]);
    cairo_surface_destroy (picture.surface);
  }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/trend-paint/places/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_places);
  }
  g_test_add_func ("/trend-paint/axes", test_axes);
  g_test_add_func ("/trend-paint/one", test_one);
  g_test_add_func ("/trend-paint/marks", test_marks);
  g_test_add_func ("/trend-paint/tiny", test_tiny);
  return g_test_run ();
}
