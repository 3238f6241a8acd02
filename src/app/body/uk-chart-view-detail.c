/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of the body, painted again at the scale that was reached: while it moves, the
 * picture of the whole body is good enough. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-picture.h"
#include "app/body/uk-chart-view-private.h"
#include "app/widgets/uk-texture.h"

#include <math.h>

/* The scale has come to rest after this time without a change. */
#define SETTLE_MS 60

/* Painted beyond what is seen, in parts of it, so that a short drag shows nothing unsharp. */
#define MARGIN 0.25

/* What a thread paints. */
typedef struct {
  UkChart *charts[UK_N_VIEWS];         /* (owned) (nullable): what to paint */
  const UkChartPalette *palette;       /* static */
  UkChartDetail details[UK_N_VIEWS];   /* without textures */
  cairo_surface_t *surfaces[UK_N_VIEWS]; /* (owned) (nullable) */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    g_clear_pointer (&job->charts[view], uk_chart_unref);
    g_clear_pointer (&job->surfaces[view], cairo_surface_destroy);
  }
  g_free (job);
}

/* In whole device pixels from the chart's 0,0, no larger than the picture. */
static UkBox
get_pixels (UkChartView *self, UkView view, double scale, double margin)
{
  UkBox seen = uk_chart_frame_get_visible (uk_chart_layout_get_goal (self->layout), view);
  UkBox all = uk_chart_picture_get_pixels (self->charts[view], scale);
  double left = MAX (all.x, floor ((seen.x - seen.width * margin) * scale));
  double top = MAX (all.y, floor ((seen.y - seen.height * margin) * scale));
  double right = MIN (all.x + all.width, ceil ((seen.x + seen.width * (1 + margin)) * scale));
  double bottom = MIN (all.y + all.height, ceil ((seen.y + seen.height * (1 + margin)) * scale));

  return (UkBox){ left, top, MAX (1, right - left), MAX (1, bottom - top) };
}

static gboolean
contains (const UkBox *outer, const UkBox *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y
         && outer->x + outer->width >= inner->x + inner->width
         && outer->y + outer->height >= inner->y + inner->height;
}

static double
get_scale (UkChartView *self)
{
  return uk_chart_layout_get_goal (self->layout)->scale
         * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static UkChartLook
get_look (UkChartView *self)
{
  return self->selected != NULL || self->ranked != NULL ? UK_CHART_LOOK_CHOSEN
                                                        : UK_CHART_LOOK_REST;
}

/* Whether the detail covers all that is seen when the body has come to rest. */
gboolean
uk_chart_view_has_detail (UkChartView *self, UkView view)
{
  const UkChartDetail *detail = &self->details[view];
  double scale = get_scale (self);
  UkBox seen = get_pixels (self, view, scale, 0);

  return detail->texture != NULL && G_APPROX_VALUE (detail->scale, scale, 1e-9)
         && detail->look == get_look (self) && contains (&detail->pixels, &seen);
}

static void
paint (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    const UkChartDetail *detail = &job->details[view];
    cairo_t *cr;

    if (job->charts[view] == NULL || g_cancellable_is_cancelled (cancellable))
      continue;
    job->surfaces[view] = cairo_image_surface_create (
        CAIRO_FORMAT_ARGB32, (int)detail->pixels.width, (int)detail->pixels.height);
    cr = cairo_create (job->surfaces[view]);
    cairo_translate (cr, -detail->pixels.x, -detail->pixels.y);
    cairo_scale (cr, detail->scale, detail->scale);
    uk_chart_paint_base (cr, job->charts[view], job->palette, detail->look, detail->scale);
    cairo_destroy (cr);
  }
  g_task_return_boolean (task, TRUE);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  UkChartView *self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  guint view;

  /* Cancelled: the widget may be gone. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->painting);
  for (view = 0; view < UK_N_VIEWS; view++) {
    if (job->surfaces[view] == NULL)
      continue;
    g_clear_object (&self->details[view].texture);
    self->details[view] = job->details[view];
    self->details[view].texture
        = uk_texture_new_take_surface (g_steal_pointer (&job->surfaces[view]));
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start_painting (UkChartView *self)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);
  guint view;

  job->palette = self->palette;
  for (view = 0; view < UK_N_VIEWS; view++) {
    if (!goal->shown[view] || uk_chart_view_has_detail (self, (UkView)view))
      continue;
    job->charts[view] = uk_chart_ref (self->charts[view]);
    job->details[view].scale = get_scale (self);
    job->details[view].look = get_look (self);
    job->details[view].pixels
        = get_pixels (self, (UkView)view, job->details[view].scale, MARGIN);
  }
  if (job->charts[UK_VIEW_FRONT] == NULL && job->charts[UK_VIEW_BACK] == NULL) {
    free_job (job);
    return;
  }
  self->painting = g_cancellable_new ();
  task = g_task_new (NULL, self->painting, painted_cb, self);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, paint);
}

static gboolean
settled_cb (gpointer data)
{
  UkChartView *self = data;

  self->settle = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* To be called for each picture: sees to it that it gets sharp. */
void
uk_chart_view_update_details (UkChartView *self)
{
  double scale = get_scale (self);

  if (!uk_chart_layout_get_zoomed (self->layout))
    return;
  if (!G_APPROX_VALUE (self->settling_scale, scale, 1e-9)) {
    self->settling_scale = scale;
    g_clear_handle_id (&self->settle, g_source_remove);
    self->settle = g_timeout_add (SETTLE_MS, settled_cb, self);
  }
  if (self->settle == 0 && self->painting == NULL)
    start_painting (self);
}

/* The body looks different, or the widget goes. */
void
uk_chart_view_drop_details (UkChartView *self)
{
  guint view;

  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settling_scale = 0;
  for (view = 0; view < UK_N_VIEWS; view++)
    g_clear_object (&self->details[view].texture);
}
