/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown on the body besides the chosen region: ratings, ranks, dots, hatching, invitations.
 */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"

static double
get_rating (UkChartView *self, const UkChartArea *area)
{
  UkSide side = uk_chart_view_get_effective_side (self, self->ranked_side);
  guint i;

  if (self->ranked == NULL)
    return self->tint_func != NULL ? self->tint_func (area->region, area->side, self->tint_data)
                                   : -1;
  if (side != UK_SIDE_NONE && area->side != side)
    return -1;
  /* The first glows most. */
  for (i = 0; self->ranked[i] != NULL; i++) {
    if (g_str_equal (self->ranked[i], area->region))
      return i == 0 ? 10 : MAX (2, 7.2 - i);
  }
  return -1;
}

static void
set_strv (GStrv *target, const char *const *value)
{
  g_strfreev (*target);
  *target = value != NULL && value[0] != NULL ? g_strdupv ((GStrv)value) : NULL;
}

static gboolean
is_same_strv (GStrv a, const char *const *b)
{
  if (a == NULL || b == NULL || b[0] == NULL)
    return a == NULL && (b == NULL || b[0] == NULL);
  return g_strv_equal ((const char *const *)a, b);
}

/* Lets one dot, or with %NULL all, breathe. */
void
uk_chart_view_start_breathing (UkChartView *self, const char *region, guint count)
{
  g_free (self->breathing);
  self->breathing = g_strdup (region);
  adw_timed_animation_set_repeat_count (ADW_TIMED_ANIMATION (self->breathe), count);
  uk_chart_view_play (self->breathe, 0, 1);
}

/**
 * uk_chart_view_set_tint:
 * @self: a chart
 * @func: (nullable) (scope notified): asked for the rating of every area, now and at every
 *     uk_chart_view_update_tint(); %NULL for no tint
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 */
void
uk_chart_view_set_tint (UkChartView *self,
                        UkChartTintFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (self->tint_destroy != NULL)
    self->tint_destroy (self->tint_data);
  self->tint_func = func;
  self->tint_data = user_data;
  self->tint_destroy = destroy;
  uk_chart_view_update_tint (self);
}

/**
 * uk_chart_view_update_tint:
 * @self: a chart
 *
 * Asks for all ratings again.
 */
void
uk_chart_view_update_tint (UkChartView *self)
{
  guint i;

  g_return_if_fail (UK_IS_CHART_VIEW (self));

  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, i);

    uk_chart_spot_set_rating (spot, get_rating (self, uk_chart_spot_get_area (spot)));
  }
}

/**
 * uk_chart_view_set_ranked:
 * @self: a chart
 * @regions: (nullable) (array zero-terminated=1): ids of regions, most likely first
 * @side: on which side; %UK_SIDE_NONE for the side of the pin, or both
 *
 * Lets regions glow by rank and numbers them; takes the place of the tint.
 */
void
uk_chart_view_set_ranked (UkChartView *self, const char *const *regions, UkSide side)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  set_strv (&self->ranked, regions);
  self->ranked_side = side;
  uk_chart_view_update_tint (self);
  uk_chart_view_update_look (self);
  uk_chart_view_update_zoom (self);
}

/**
 * uk_chart_view_set_referral:
 * @self: a chart
 * @regions: (nullable) (array zero-terminated=1): ids of regions where the pain is often felt
 *
 * Strews dots over these regions, on the side of what is chosen.
 */
void
uk_chart_view_set_referral (UkChartView *self, const char *const *regions)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (is_same_strv (self->referral, regions))
    return;
  set_strv (&self->referral, regions);
  uk_chart_view_drop_marks (self);
  if (self->referral != NULL)
    uk_chart_view_play (self->spread, UK_CHART_SPREAD_START, 1);
}

/**
 * uk_chart_view_set_show_no_press:
 * @self: a chart
 * @show: whether to hatch what must not be pressed
 */
void
uk_chart_view_set_show_no_press (UkChartView *self, gboolean show)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (self->show_no_press == show)
    return;
  self->show_no_press = show;
  uk_chart_view_drop_marks (self);
  g_object_notify (G_OBJECT (self), "show-no-press");
}

/**
 * uk_chart_view_get_show_no_press:
 * @self: a chart
 *
 * Returns: whether what must not be pressed is hatched
 */
gboolean
uk_chart_view_get_show_no_press (UkChartView *self)
{
  g_return_val_if_fail (UK_IS_CHART_VIEW (self), FALSE);

  return self->show_no_press;
}

/**
 * uk_chart_view_set_invite:
 * @self: a chart
 * @regions: (nullable) (array zero-terminated=1): ids of regions
 *
 * Puts dots on these regions that invite to click; they breathe a few times and then keep still.
 */
void
uk_chart_view_set_invite (UkChartView *self, const char *const *regions)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (is_same_strv (self->invited, regions))
    return;
  set_strv (&self->invited, regions);
  self->has_breathed = gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->invited != NULL && self->has_breathed)
    uk_chart_view_start_breathing (self, NULL, UK_CHART_N_BREATHS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * uk_chart_view_breathe:
 * @self: a chart
 * @region: an invited region
 *
 * Lets one of the inviting dots breathe once, as when its row in a list is pointed at.
 */
void
uk_chart_view_breathe (UkChartView *self, const char *region)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));
  g_return_if_fail (region != NULL);

  uk_chart_view_start_breathing (self, region, 1);
}
