/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-region-picture.h"

#include "app/body/uk-chart-store.h"
#include "app/widgets/uk-texture.h"
#include "art/chart/uk-chart-paint.h"

struct _UkRegionPicture {
  GtkWidget parent_instance;

  char *region; /* owned, nullable */
  UkSide side;
  GdkTexture *texture; /* owned, nullable: what was painted last */
  GCancellable *order; /* owned, nullable: of the picture for this size and style, painted or not yet */
  int width;
  int height;
  int scale;
};

G_DEFINE_FINAL_TYPE (UkRegionPicture, uk_region_picture, GTK_TYPE_WIDGET)

/* What one picture is to show. */
typedef struct {
  char *region; /* owned */
  UkSide side;
  UkChart *const *charts;        /* of the store */
  const UkChartPalette *palette; /* static */
  int width;                     /* device pixels */
  int height;
} Job;

static void
free_job (Job *job)
{
  g_free (job->region);
  g_free (job);
}

/* In a thread of the pool; nothing for a place that is on no chart. */
static void
paint (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const UkChartArea *area = uk_chart_choose_area (job->charts, job->region, job->side);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo_t *cr = cairo_create (surface);

  if (area != NULL)
    uk_chart_paint_cutout (cr, job->charts[area->view], job->region, job->side, job->palette, job->width, job->height);
  cairo_destroy (cr);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  UkRegionPicture *self = UK_REGION_PICTURE (source);
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (surface == NULL)
    return;
  g_clear_object (&self->texture);
  self->texture = uk_texture_new_take_surface (surface);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was painted before stays until the new picture is there. */
static void
order (UkRegionPicture *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (self->order);
  g_clear_object (&self->order);
  self->order = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->region = g_strdup (self->region);
  job->side = self->side;
  job->charts = uk_chart_store_get_charts ();
  job->palette = uk_chart_store_get_palette ();
  job->width = self->width * self->scale;
  job->height = self->height * self->scale;
  task = g_task_new (self, self->order, painted_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, paint);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkRegionPicture *self = UK_REGION_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->region == NULL || width <= 0 || height <= 0)
    return;
  if (self->order == NULL || width != self->width || height != self->height || scale != self->scale) {
    self->width = width;
    self->height = height;
    self->scale = scale;
    order (self);
  }
  if (self->texture != NULL)
    uk_texture_append (self->texture, snap, widget, &GRAPHENE_RECT_INIT (0, 0, width, height), TRUE);
}

static void
repaint (UkRegionPicture *self)
{
  g_cancellable_cancel (self->order);
  g_clear_object (&self->order);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dispose (GObject *object)
{
  UkRegionPicture *self = UK_REGION_PICTURE (object);

  g_cancellable_cancel (self->order);
  g_clear_object (&self->order);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->region, g_free);
  G_OBJECT_CLASS (uk_region_picture_parent_class)->dispose (object);
}

static void
uk_region_picture_class_init (UkRegionPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uk_region_picture_init (UkRegionPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  uk_chart_store_watch (self, G_CALLBACK (repaint));
}

void
uk_region_picture_set_region (UkRegionPicture *self, const char *region, UkSide side)
{
  g_return_if_fail (UK_IS_REGION_PICTURE (self) && region != NULL);

  if (g_strcmp0 (self->region, region) == 0 && self->side == side)
    return;
  g_free (self->region);
  self->region = g_strdup (region);
  self->side = side;
  g_clear_object (&self->texture);
  repaint (self);
}
