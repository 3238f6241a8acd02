/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart-frame.h"

#define CAPTION 34

static const UkView views[] = { UK_VIEW_FRONT, UK_VIEW_BACK };

/* Whatever the window, the whole body is inside, hands and all. */
static void
test_whole (void)
{
  static const int sizes[][2] = { { 280, 200 }, { 360, 640 },  { 559, 700 },  { 560, 600 },
                                  { 680, 650 }, { 1600, 400 }, { 1100, 2000 } };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++) {
    UkChartFrame frame = uk_chart_frame_fit (sizes[i][0], sizes[i][1], CAPTION, UK_VIEW_BACK, NULL);
    gboolean both = sizes[i][0] >= UK_CHART_FRAME_BOTH_WIDTH;

    g_assert_cmpint (frame.shown[UK_VIEW_FRONT], ==, both);
    g_assert_true (frame.shown[UK_VIEW_BACK]);
    g_assert_cmpfloat (frame.zoom, ==, 0);
    for (k = 0; k < G_N_ELEMENTS (views); k++) {
      UkPoint hand = uk_chart_frame_to_pixels (&frame, views[k], (UkPoint){ 188, 478 });
      UkPoint other = uk_chart_frame_to_pixels (&frame, views[k], (UkPoint){ -188, 478 });
      UkPoint crown = uk_chart_frame_to_pixels (&frame, views[k], (UkPoint){ 0, 0 });
      UkPoint sole = uk_chart_frame_to_pixels (&frame, views[k], (UkPoint){ 40, 757 });

      if (!frame.shown[views[k]])
        continue;
      g_assert_cmpfloat (other.x, >=, frame.column_x[k]);
      g_assert_cmpfloat (hand.x, <=, frame.column_x[k] + frame.column_width);
      g_assert_cmpfloat (crown.y, >=, 0);
      g_assert_cmpfloat (sole.y, <=, sizes[i][1] - CAPTION);
    }
  }
}

/* There and back is the same place. */
static void
test_round_trip (void)
{
  UkChartFocus focus = { UK_VIEW_BACK, { -43, 133 } };
  UkChartFrame frame = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, &focus);
  UkPoint pixels = uk_chart_frame_to_pixels (&frame, UK_VIEW_BACK, focus.point);
  UkPoint chart = uk_chart_frame_to_chart (&frame, UK_VIEW_BACK, pixels.x, pixels.y);
  UkView view;

  g_assert_cmpfloat_with_epsilon (chart.x, focus.point.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart.y, focus.point.y, 1e-9);
  g_assert_true (uk_chart_frame_find_view (&frame, pixels.x, pixels.y, &view));
  g_assert_cmpint (view, ==, UK_VIEW_BACK);
  g_assert_false (uk_chart_frame_find_view (&frame, 100, 630, &view));
  g_assert_false (uk_chart_frame_find_view (&frame, -1, 100, &view));
  g_assert_false (uk_chart_frame_find_view (&frame, 100, -1, &view));
}

/* Whatever is chosen can be seen after moving closer, on the same side in the other picture too. */
static void
test_zoomed (void)
{
  static const UkPoint points[]
      = { { 30, 38 }, { -43, 133 }, { 170, 440 }, { -130, 330 }, { 0, 300 }, { 45, 740 } };
  static const int sizes[][2] = { { 320, 400 }, { 360, 640 }, { 680, 650 }, { 1200, 900 } };
  guint i, k, s;

  for (s = 0; s < G_N_ELEMENTS (sizes); s++) {
    UkChartFrame whole
        = uk_chart_frame_fit (sizes[s][0], sizes[s][1], CAPTION, UK_VIEW_FRONT, NULL);

    for (i = 0; i < G_N_ELEMENTS (points); i++) {
      for (k = 0; k < G_N_ELEMENTS (views); k++) {
        UkChartFocus focus = { views[k], points[i] };
        UkPoint mirrored = { -points[i].x, points[i].y };
        UkChartFrame frame
            = uk_chart_frame_fit (sizes[s][0], sizes[s][1], CAPTION, views[k], &focus);

        g_assert_cmpfloat (frame.scale, >, whole.scale * 1.5);
        g_assert_cmpfloat (frame.zoom, ==, 1);
        g_assert_true (uk_chart_frame_shows (&frame, views[k], points[i]));
        if (frame.shown[uk_view_other (views[k])])
          g_assert_true (uk_chart_frame_shows (&frame, uk_view_other (views[k]), mirrored));
      }
    }
  }
}

static void
test_mix (void)
{
  UkChartFocus focus = { UK_VIEW_FRONT, { 30, 38 } };
  UkChartFrame whole = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, NULL);
  UkChartFrame near = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, &focus);
  UkChartFrame half = uk_chart_frame_mix (&whole, &near, 0.5);
  UkChartFrame end = uk_chart_frame_mix (&whole, &near, 1);

  g_assert_cmpfloat_with_epsilon (half.scale, (whole.scale + near.scale) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (half.zoom, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (end.origin[1].x, near.origin[1].x, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-frame/whole", test_whole);
  g_test_add_func ("/chart-frame/round-trip", test_round_trip);
  g_test_add_func ("/chart-frame/zoomed", test_zoomed);
  g_test_add_func ("/chart-frame/mix", test_mix);
  return g_test_run ();
}
