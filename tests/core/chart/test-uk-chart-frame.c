/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart-frame.h"

#include <math.h>

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
  UkChartFocus focus = { UK_VIEW_BACK, { -43, 133 }, 0, FALSE };
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
        UkChartFocus focus = { views[k], points[i], 0, FALSE };
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
  UkChartFocus focus = { UK_VIEW_FRONT, { 30, 38 }, 0, FALSE };
  UkChartFrame whole = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, NULL);
  UkChartFrame near = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, &focus);
  UkChartFrame half = uk_chart_frame_mix (&whole, &near, 0.5);
  UkChartFrame end = uk_chart_frame_mix (&whole, &near, 1);

  g_assert_cmpfloat_with_epsilon (half.scale, (whole.scale + near.scale) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (half.zoom, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (end.origin[1].x, near.origin[1].x, 1e-9);
}

/* Zooming at a pointer keeps what is under it, wherever the body need not be held back. */
static void
test_hold (void)
{
  static const double factors[] = { 1.3, 1.72, 3, 5.5, 8 };
  static const int sizes[][2] = { { 360, 640 }, { 680, 650 }, { 1600, 900 } };
  guint i, k, s;

  for (s = 0; s < G_N_ELEMENTS (sizes); s++) {
    UkChartFocus near = { UK_VIEW_BACK, { -43, 200 }, 2.5, TRUE };
    UkChartFrame frame
        = uk_chart_frame_fit (sizes[s][0], sizes[s][1], CAPTION, UK_VIEW_BACK, &near);
    UkPoint at = uk_chart_frame_to_pixels (&frame, UK_VIEW_BACK, (UkPoint){ -20, 180 });

    for (i = 1; i < G_N_ELEMENTS (factors); i++) {
      UkChartFocus focus = uk_chart_frame_hold (&frame, UK_VIEW_BACK, (UkPoint){ -20, 180 }, at.x,
                                                at.y, factors[i]);
      UkChartFrame next
          = uk_chart_frame_fit (sizes[s][0], sizes[s][1], CAPTION, UK_VIEW_BACK, &focus);
      UkPoint now = uk_chart_frame_to_chart (&next, UK_VIEW_BACK, at.x, at.y);

      g_assert_cmpfloat_with_epsilon (next.factor, factors[i], 1e-9);
      g_assert_cmpfloat_with_epsilon (now.y, 180, factors[i] > 2 ? 1e-6 : 80);
      if (factors[i] > 2.5)
        g_assert_cmpfloat_with_epsilon (now.x, -20, 1e-6);
    }
    for (k = 0; k < G_N_ELEMENTS (views); k++) {
      UkBox visible = uk_chart_frame_get_visible (&frame, views[k]);

      g_assert_cmpfloat_with_epsilon (visible.width * frame.scale, frame.column_width, 1e-6);
      g_assert_cmpfloat_with_epsilon (visible.height * frame.scale, frame.body_height, 1e-6);
      g_assert_cmpfloat_with_epsilon (visible.x * frame.scale + frame.origin[k].x,
                                      frame.column_x[k], 1e-6);
    }
  }
}

/* However far it is dragged, the middle of the picture stays on the body; from the whole body no
 * drag leads away; and no factor leads out of the range. */
static void
test_limits (void)
{
  static const double ways[][2] = { { 5000, 0 }, { -5000, 0 }, { 0, 5000 }, { 0, -5000 } };
  static const double factors[] = { -3, 1, 1.01, 1.72, 8, 100 };
  UkChartFrame whole = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, NULL);
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (ways); i++) {
    for (k = 0; k < G_N_ELEMENTS (factors); k++) {
      UkChartFocus focus = uk_chart_frame_hold (&whole, UK_VIEW_FRONT, (UkPoint){ 0, 300 },
                                                170 + ways[i][0], 300 + ways[i][1], factors[k]);
      UkChartFrame frame = uk_chart_frame_fit (680, 650, CAPTION, UK_VIEW_FRONT, &focus);
      UkBox visible = uk_chart_frame_get_visible (&frame, UK_VIEW_FRONT);

      g_assert_cmpfloat (frame.factor, >=, 1);
      g_assert_cmpfloat (frame.factor, <=, UK_CHART_FRAME_MAX_FACTOR);
      g_assert_cmpfloat (fabs (visible.x + visible.width / 2), <=, 200);
      g_assert_cmpfloat (visible.y + visible.height, >, 60);
      g_assert_cmpfloat (visible.y, <, 757);
      if (factors[k] <= 1) {
        g_assert_cmpfloat_with_epsilon (frame.origin[0].x, whole.origin[0].x, 1e-6);
        g_assert_cmpfloat_with_epsilon (frame.origin[0].y, whole.origin[0].y, 1e-6);
      }
      if (factors[k] > 1 && factors[k] < 1.1) {
        g_assert_cmpfloat_with_epsilon (frame.origin[0].x, whole.origin[0].x, 8);
        g_assert_cmpfloat_with_epsilon (frame.origin[0].y, whole.origin[0].y, 8);
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-frame/whole", test_whole);
  g_test_add_func ("/chart-frame/round-trip", test_round_trip);
  g_test_add_func ("/chart-frame/zoomed", test_zoomed);
  g_test_add_func ("/chart-frame/hold", test_hold);
  g_test_add_func ("/chart-frame/limits", test_limits);
  g_test_add_func ("/chart-frame/mix", test_mix);
  return g_test_run ();
}
