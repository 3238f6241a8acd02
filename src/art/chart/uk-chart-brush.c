/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/chart/uk-chart-brush.h"

/* The colour a part @t, 0 to 1, of the way from @a to @b. */
UkChartColor
uk_chart_brush_mix (UkChartColor a, UkChartColor b, double t)
{
  return (UkChartColor){ a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t };
}

/* Paints with this colour from now on. */
void
uk_chart_brush_set (cairo_t *cr, UkChartColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, alpha);
}

/* Adds an outline to the current path. */
void
uk_chart_brush_trace (cairo_t *cr, const UkOutline *outline)
{
  guint n, i;
  const UkSegment *segments = uk_outline_get_segments (outline, &n);

  for (i = 0; i < n; i++) {
    const UkPoint *p = segments[i].p;

    switch (segments[i].kind) {
    case UK_SEGMENT_MOVE:
      cairo_move_to (cr, p[0].x, p[0].y);
      break;
    case UK_SEGMENT_LINE:
      cairo_line_to (cr, p[0].x, p[0].y);
      break;
    case UK_SEGMENT_CURVE:
      cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      break;
    case UK_SEGMENT_CLOSE:
    default:
      cairo_close_path (cr);
      break;
    }
  }
}
