/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that moves by itself.  Where animations are off, each jumps to its end. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"

#include <math.h>

#define FADE_MS 200
#define FLIP_MS 300
#define SPREAD_MS 520
#define BREATH_MS 2400

void
uk_chart_view_play (AdwAnimation *animation, double from, double to)
{
  adw_animation_pause (animation);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (animation), from);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (animation), to);
  adw_animation_play (animation);
}

void
uk_chart_view_update_look (UkChartView *self)
{
  gboolean chosen = self->selected != NULL || self->ranked != NULL;
  guint i;

  for (i = 0; i < self->spots->len; i++)
    uk_chart_spot_set_look (g_ptr_array_index (self->spots, i),
                            chosen ? UK_CHART_LOOK_CHOSEN : UK_CHART_LOOK_REST);
  if (!G_APPROX_VALUE (adw_timed_animation_get_value_to (ADW_TIMED_ANIMATION (self->fade)),
                       chosen ? 1 : 0, 1e-6))
    uk_chart_view_play (self->fade, self->look, chosen ? 1 : 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cb (double value, gpointer user_data)
{
  uk_chart_layout_set_progress (UK_CHART_VIEW (user_data)->layout, value);
}

static void
fade_cb (double value, gpointer user_data)
{
  UkChartView *self = user_data;

  self->look = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Turns the body until it is seen from its edge, changes the picture and turns on. */
static void
flip_cb (double value, gpointer user_data)
{
  UkChartView *self = user_data;

  if (value >= 0.5)
    uk_chart_layout_set_view (self->layout, self->view);
  uk_chart_layout_set_squeeze (self->layout, fabs (cos (value * G_PI)));
}

static void
land_cb (double value, gpointer user_data)
{
  UkChartView *self = user_data;

  self->pin_size = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spread_cb (double value, gpointer user_data)
{
  UkChartView *self = user_data;

  self->reach = MAX (0, value);
  uk_chart_view_drop_marks (self);
}

static void
breathe_cb (double value, gpointer user_data)
{
  UkChartView *self = user_data;

  self->breath = (1 - cos (value * 2 * G_PI)) / 2;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AdwAnimation *
make_animation (UkChartView *self, AdwAnimationTargetFunc func, guint duration, AdwEasing easing)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (func, self, NULL);
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, duration, target);

  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), easing);
  return animation;
}

void
uk_chart_view_make_animations (UkChartView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (land_cb, self, NULL);

  self->move = make_animation (self, move_cb, 0, ADW_EASE_OUT_CUBIC);
  self->fade = make_animation (self, fade_cb, FADE_MS, ADW_EASE_OUT_CUBIC);
  self->flip = make_animation (self, flip_cb, FLIP_MS, ADW_EASE_IN_OUT_SINE);
  self->spread = make_animation (self, spread_cb, SPREAD_MS, ADW_LINEAR);
  self->breathe = make_animation (self, breathe_cb, BREATH_MS, ADW_LINEAR);
  self->land = adw_spring_animation_new (GTK_WIDGET (self), 0.4, 1,
                                         adw_spring_params_new (0.7, 1, 400), target);
}
