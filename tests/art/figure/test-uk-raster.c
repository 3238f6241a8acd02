/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-raster.h"

#define WIDTH 40
#define HEIGHT 50

static const UkRgba white = { 1, 1, 1, 1 }, red = { 1, 0, 0, 1 };

static void
add_box (UkRaster *raster, double x0, double y0, double x1, double y1)
{
  UkOutline outline = { .points = { { x0, y0 }, { x1, y0 }, { x1, y1 }, { x0, y1 } }, .n = 4 };

  uk_raster_add (raster, &outline);
}

static guint32
get_pixel (const UkRaster *raster, int x, int y)
{
  return raster->pixels[y * raster->pitch + x];
}

static guint
get_alpha (const UkRaster *raster, int x, int y)
{
  return get_pixel (raster, x, y) >> 24;
}

/* Edges between pixels cover their share; what overlaps counts once. */
static void
test_cover (void)
{
  UkRaster raster;

  uk_raster_init (&raster, WIDTH, HEIGHT, 1, 0, 0);
  add_box (&raster, 3.5, 2, 30.25, 45.5);
  add_box (&raster, 10, 5, 30.25, 40);
  uk_raster_fill (&raster, white, UK_RASTER_OVER);
  g_assert_cmpuint (get_alpha (&raster, 2, 20), ==, 0);
  g_assert_cmpuint (get_alpha (&raster, 3, 20), ==, 128);
  g_assert_cmpuint (get_alpha (&raster, 4, 20), ==, 255);
  g_assert_cmpuint (get_alpha (&raster, 29, 20), ==, 255);
  g_assert_cmpuint (get_alpha (&raster, 30, 20), ==, 64);
  g_assert_cmpuint (get_alpha (&raster, 31, 20), ==, 0);
  g_assert_cmpuint (get_alpha (&raster, 20, 45), ==, 128);
  g_assert_cmpuint (get_alpha (&raster, 20, 46), ==, 0);
  uk_raster_clear (&raster);
}

/* What is outside of the picture is left out, on every side. */
static void
test_outside (void)
{
  UkRaster raster;

  uk_raster_init (&raster, WIDTH, HEIGHT, 2, -5, -5);
  add_box (&raster, -1000, -1000, 1000, 1000);
  uk_raster_fill (&raster, white, UK_RASTER_OVER);
  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmpuint (get_pixel (&raster, x, y), ==, 0xFFFFFFFF);
  }
  add_box (&raster, 500, 0, 600, 10);
  uk_raster_fill (&raster, red, UK_RASTER_OVER);
  g_assert_cmpuint (get_pixel (&raster, WIDTH - 1, 10), ==, 0xFFFFFFFF);
  uk_raster_clear (&raster);
}

static void
test_operators (void)
{
  UkRaster raster;

  uk_raster_init (&raster, WIDTH, HEIGHT, 1, 0, 0);
  add_box (&raster, 0, 0, 20, 20);
  uk_raster_fill (&raster, white, UK_RASTER_OVER);
  add_box (&raster, 10, 0, 40, 20);
  uk_raster_fill (&raster, red, UK_RASTER_ATOP);
  g_assert_cmpuint (get_pixel (&raster, 5, 5), ==, 0xFFFFFFFF);
  g_assert_cmpuint (get_pixel (&raster, 15, 5), ==, 0xFFFF0000);
  g_assert_cmpuint (get_pixel (&raster, 25, 5), ==, 0);
  add_box (&raster, 0, 0, 40, 20);
  uk_raster_fill (&raster, (UkRgba){ 0, 0, 1, 1 }, UK_RASTER_UNDER);
  g_assert_cmpuint (get_pixel (&raster, 15, 5), ==, 0xFFFF0000);
  g_assert_cmpuint (get_pixel (&raster, 25, 5), ==, 0xFF0000FF);
  uk_raster_clear (&raster);
}

static void
test_limits (void)
{
  UkRaster raster;

  uk_raster_init (&raster, WIDTH, HEIGHT, 1, 0, 0);
  uk_raster_set_clip (&raster, 10, 10, 20, 20);
  add_box (&raster, 0, 0, WIDTH, HEIGHT);
  uk_raster_unset_clip (&raster);
  uk_raster_hold (&raster);
  add_box (&raster, 0, 0, 15, HEIGHT);
  uk_raster_fill (&raster, white, UK_RASTER_OVER);
  uk_raster_release (&raster);
  g_assert_cmpuint (get_alpha (&raster, 9, 12), ==, 0);
  g_assert_cmpuint (get_alpha (&raster, 12, 9), ==, 0);
  g_assert_cmpuint (get_alpha (&raster, 12, 12), ==, 255);
  g_assert_cmpuint (get_alpha (&raster, 16, 12), ==, 0);
  uk_raster_clear (&raster);
}

/* Memory that was used before is as good as new. */
static void
test_again (void)
{
  for (int round = 0; round < 3; round++) {
    UkRaster raster, inner;

    uk_raster_init (&raster, WIDTH - round * 7, HEIGHT + round * 5, 1, 0, 0);
    uk_raster_init (&inner, WIDTH, HEIGHT, 1, 0, 0);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH - round * 7; x++)
        g_assert_cmpuint (get_pixel (&raster, x, y) | get_pixel (&inner, x, y), ==, 0);
    }
    add_box (&raster, 1, 1, 30, 30);
    add_box (&inner, 1, 1, 30, 30);
    uk_raster_fill (&inner, red, UK_RASTER_OVER);
    uk_raster_fill (&raster, white, UK_RASTER_OVER);
    uk_raster_fade_down (&raster, 0, 20);
    uk_raster_fade_out (&inner, 15, 15, 4, 8);
    g_assert_cmpuint (get_alpha (&raster, 5, 25), ==, 0);
    g_assert_cmpuint (get_alpha (&raster, 5, 10), >, 100);
    g_assert_cmpuint (get_alpha (&inner, 15, 15), ==, 255);
    g_assert_cmpuint (get_alpha (&inner, 15, 24), ==, 0);
    uk_raster_clear (&inner);
    uk_raster_clear (&raster);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raster/cover", test_cover);
  g_test_add_func ("/raster/outside", test_outside);
  g_test_add_func ("/raster/operators", test_operators);
  g_test_add_func ("/raster/limits", test_limits);
  g_test_add_func ("/raster/again", test_again);
  return g_test_run ();
}
