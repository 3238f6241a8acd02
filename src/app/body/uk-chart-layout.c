/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-layout.h"

#include "app/body/uk-chart-knot.h"
#include "app/body/uk-chart-spot.h"
#include "app/body/uk-chart-view-private.h"

#include <math.h>

#define MIN_WIDTH 280
#define NATURAL_WIDTH UK_CHART_FRAME_BOTH_WIDTH
#define MIN_HEIGHT 200
#define NATURAL_HEIGHT 600

/* Between a corner and what stands in it, in pixels. */
#define CORNER 12

struct _UkChartLayout {
  GtkLayoutManager parent_instance;

  UkView view;
  gboolean zoomed;
  UkChartFocus focus; /* while zoomed */

  UkChartFrame start; /* where the move began */
  UkChartFrame goal;  /* where it ends */
  UkChartFrame frame; /* where it is now */
  double progress;    /* 0 to 1 */
  int width;          /* of the last allocation */
  int height;
  double caption_height;
  double squeeze; /* 1: seen from the front; 0: from the edge, while turning around */
};

G_DEFINE_FINAL_TYPE (UkChartLayout, uk_chart_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* Room for one line of words below the body. */
static double
get_caption_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return ceil ((double)line / PANGO_SCALE) + 15;
}

/* Full pixels keep lines sharp. */
static void
snap_to_pixels (UkChartFrame *frame, int factor)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++) {
    frame->origin[i].x = round (frame->origin[i].x * factor) / factor;
    frame->origin[i].y = round (frame->origin[i].y * factor) / factor;
  }
}

static void
allocate_spot (UkChartLayout *self, UkChartSpot *spot)
{
  UkView view = uk_chart_spot_get_area (spot)->view;
  UkBox box = uk_chart_spot_get_box (spot);
  GskTransform *transform;

  gtk_widget_set_child_visible (GTK_WIDGET (spot), self->frame.shown[view]);
  if (!self->frame.shown[view])
    return;
  uk_chart_spot_set_scale (spot, self->frame.scale);
  transform = uk_chart_layout_make_transform (self, view);
  transform
      = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float)box.x, (float)box.y));
  gtk_widget_allocate (GTK_WIDGET (spot), (int)box.width, (int)box.height, -1, transform);
}

/* In the corner where lines end: at the bottom, or at the top what turns a single body. */
static void
allocate_corner (UkChartLayout *self, GtkWidget *widget, GtkWidget *child)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean both = self->frame.shown[UK_VIEW_FRONT] && self->frame.shown[UK_VIEW_BACK];
  gboolean at_bottom = gtk_widget_get_valign (child) == GTK_ALIGN_END;
  GtkRequisition size;
  int bottom;

  gtk_widget_get_preferred_size (child, NULL, &size);
  gtk_widget_set_child_visible (child, at_bottom || !both);
  bottom = MAX (CORNER, (int)self->frame.body_height - size.height);
  gtk_widget_size_allocate (
      child,
      &(GtkAllocation){ rtl ? CORNER : self->width - size.width - CORNER,
                        at_bottom ? bottom : CORNER,
                        size.width, size.height },
      -1);
}

static void
update_goal (UkChartLayout *self, GtkWidget *widget)
{
  self->goal = uk_chart_frame_fit (self->width, self->height, self->caption_height, self->view,
                                   self->zoomed ? &self->focus : NULL);
  snap_to_pixels (&self->goal, gtk_widget_get_scale_factor (widget));
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  UkChartLayout *self = UK_CHART_LAYOUT (manager);
  GtkWidget *child;

  self->width = width;
  self->height = height;
  self->caption_height = get_caption_height (widget);
  update_goal (self, widget);
  if (self->progress >= 1 || self->start.scale <= 0)
    self->frame = self->goal;
  else
    self->frame = uk_chart_frame_mix (&self->start, &self->goal, self->progress);

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (UK_IS_CHART_SPOT (child))
      allocate_spot (self, UK_CHART_SPOT (child));
    else if (!UK_IS_CHART_KNOT (child) && gtk_widget_should_layout (child))
      allocate_corner (self, widget, child);
  }
  uk_chart_view_allocate_knots (UK_CHART_VIEW (widget));
}

static void
queue_allocate (UkChartLayout *self)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));

  if (widget != NULL)
    gtk_widget_queue_allocate (widget);
}

static void
uk_chart_layout_class_init (UkChartLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
uk_chart_layout_init (UkChartLayout *self)
{
  self->progress = 1;
  self->squeeze = 1;
}

GtkLayoutManager *
uk_chart_layout_new (void)
{
  return g_object_new (UK_TYPE_CHART_LAYOUT, NULL);
}

/* Where the body is now; a scale of 0 before the first allocation. */
const UkChartFrame *
uk_chart_layout_get_frame (UkChartLayout *self)
{
  g_return_val_if_fail (UK_IS_CHART_LAYOUT (self), NULL);
  return &self->frame;
}

/* Where the body is when it has come to rest. */
const UkChartFrame *
uk_chart_layout_get_goal (UkChartLayout *self)
{
  g_return_val_if_fail (UK_IS_CHART_LAYOUT (self), NULL);
  return &self->goal;
}

/* (transfer full): from chart units to pixels. */
GskTransform *
uk_chart_layout_make_transform (UkChartLayout *self, UkView view)
{
  const UkChartFrame *frame;
  GskTransform *transform = NULL;
  double middle;

  g_return_val_if_fail (UK_IS_CHART_LAYOUT (self), NULL);

  frame = &self->frame;
  middle = frame->column_x[view] + frame->column_width / 2;
  if (self->squeeze < 1) {
    transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float)middle, 0));
    transform = gsk_transform_scale (transform, (float)MAX (self->squeeze, 0.01), 1);
    transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float)-middle, 0));
  }
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float)frame->origin[view].x, (float)frame->origin[view].y));
  return gsk_transform_scale (transform, (float)frame->scale, (float)frame->scale);
}

/* What to show when there is room for one view only. */
void
uk_chart_layout_set_view (UkChartLayout *self, UkView view)
{
  g_return_if_fail (UK_IS_CHART_LAYOUT (self));

  self->view = view;
  queue_allocate (self);
}

/* Starts a move closer to a point, or with %NULL back to the whole body, from wherever the body is
 * now. */
void
uk_chart_layout_set_focus (UkChartLayout *self, const UkChartFocus *focus)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));

  g_return_if_fail (UK_IS_CHART_LAYOUT (self));

  self->zoomed = focus != NULL;
  if (focus != NULL)
    self->focus = *focus;
  self->start = self->frame;
  self->progress = 0;
  /* The next step may come before the next picture. */
  if (widget != NULL && self->width > 0)
    update_goal (self, widget);
  queue_allocate (self);
}

gboolean
uk_chart_layout_get_zoomed (UkChartLayout *self)
{
  g_return_val_if_fail (UK_IS_CHART_LAYOUT (self), FALSE);
  return self->zoomed;
}

/* Whether no move is under way. */
gboolean
uk_chart_layout_is_still (UkChartLayout *self)
{
  g_return_val_if_fail (UK_IS_CHART_LAYOUT (self), TRUE);
  return self->progress >= 1;
}

void
uk_chart_layout_set_progress (UkChartLayout *self, double progress)
{
  g_return_if_fail (UK_IS_CHART_LAYOUT (self));

  self->progress = progress;
  queue_allocate (self);
}

void
uk_chart_layout_set_squeeze (UkChartLayout *self, double squeeze)
{
  g_return_if_fail (UK_IS_CHART_LAYOUT (self));

  self->squeeze = squeeze;
  queue_allocate (self);
}
