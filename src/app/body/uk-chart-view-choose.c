/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been chosen: a region, and the very point in it. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"

/* A pin tells the side when nobody else does. */
UkSide
uk_chart_view_get_effective_side (UkChartView *self, UkSide side)
{
  if (side != UK_SIDE_NONE || !self->has_pin)
    return side;
  return (self->pin.x > 0) == (self->pin_view == UK_VIEW_FRONT) ? UK_SIDE_LEFT : UK_SIDE_RIGHT;
}

/* What to move closer to: the very point, or the middle of what is chosen. */
gboolean
uk_chart_view_get_focus_point (UkChartView *self, UkChartFocus *focus)
{
  const char *region = self->selected != NULL ? self->selected
                       : self->ranked != NULL ? self->ranked[0]
                                              : NULL;
  UkSide side = self->selected != NULL ? self->selected_side : self->ranked_side;
  const UkChartArea *area;

  if (self->has_pin) {
    *focus = (UkChartFocus){ self->pin_view, self->pin, 0, FALSE };
    return TRUE;
  }
  area = region != NULL ? uk_chart_choose_area (self->charts, region, side) : NULL;
  if (area == NULL)
    return FALSE;
  *focus = (UkChartFocus){ area->view, area->label, 0, FALSE };
  if (side == UK_SIDE_NONE)
    focus->point.x = 0;
  return TRUE;
}

/* What was chosen must not lie on the view that is turned away. */
static void
turn_to_selected (UkChartView *self)
{
  const UkChartArea *area;

  if (self->has_pin) {
    uk_chart_view_set_view (self, self->pin_view);
    return;
  }
  if (self->selected == NULL
      || uk_chart_find_region (self->charts[self->view], self->selected, self->selected_side)
             != NULL)
    return;
  area = uk_chart_choose_area (self->charts, self->selected, self->selected_side);
  if (area != NULL)
    uk_chart_view_set_view (self, area->view);
}

/**
 * uk_chart_view_set_selected:
 * @self: a chart
 * @region: (nullable): id of the chosen region; %NULL for none
 * @side: its side; %UK_SIDE_NONE for both
 *
 * Highlights a region on both views, and turns to it when only one is shown.
 */
void
uk_chart_view_set_selected (UkChartView *self, const char *region, UkSide side)
{
  guint i;

  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (g_strcmp0 (self->selected, region) == 0 && self->selected_side == side)
    return;
  g_free (self->selected);
  self->selected = g_strdup (region);
  self->selected_side = region != NULL ? side : UK_SIDE_NONE;
  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, i);
    const UkChartArea *area = uk_chart_spot_get_area (spot);

    uk_chart_spot_set_selected (spot, g_strcmp0 (area->region, region) == 0
                                          && (side == UK_SIDE_NONE || area->side == side));
  }
  uk_chart_view_drop_marks (self);
  uk_chart_view_update_look (self);
  uk_chart_view_update_knots (self);
  turn_to_selected (self);
  uk_chart_view_update_zoom (self);
}

/**
 * uk_chart_view_get_selected:
 * @self: a chart
 * @side: (out) (optional): its side
 *
 * Returns: (transfer none) (nullable): id of the chosen region
 */
const char *
uk_chart_view_get_selected (UkChartView *self, UkSide *side)
{
  g_return_val_if_fail (UK_IS_CHART_VIEW (self), NULL);

  if (side != NULL)
    *side = self->selected_side;
  return self->selected;
}

/**
 * uk_chart_view_set_pin:
 * @self: a chart
 * @view: on which view
 * @x: in chart units
 * @y: in chart units
 *
 * Lands a pin on a point.
 */
void
uk_chart_view_set_pin (UkChartView *self, UkView view, double x, double y)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  self->has_pin = TRUE;
  self->pin_view = view;
  self->pin = (UkPoint){ x, y };
  adw_animation_pause (self->land);
  adw_animation_play (self->land);
  uk_chart_view_drop_marks (self);
  turn_to_selected (self);
  uk_chart_view_update_zoom (self);
}

/**
 * uk_chart_view_get_pin:
 * @self: a chart
 * @view: (out): on which view
 * @point: (out): the point, of the neutral body
 *
 * Returns: whether there is a pin
 */
gboolean
uk_chart_view_get_pin (UkChartView *self, UkView *view, UkPoint *point)
{
  g_return_val_if_fail (UK_IS_CHART_VIEW (self), FALSE);
  g_return_val_if_fail (view != NULL && point != NULL, FALSE);

  if (!self->has_pin)
    return FALSE;
  *view = self->pin_view;
  *point = uk_chart_to_neutral (self->charts[self->pin_view], self->pin);
  return TRUE;
}

/**
 * uk_chart_view_clear_pin:
 * @self: a chart
 *
 * Takes the pin away.
 */
void
uk_chart_view_clear_pin (UkChartView *self)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  self->has_pin = FALSE;
  uk_chart_view_drop_marks (self);
}
