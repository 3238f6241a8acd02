/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body as a map: wheel, pinch and double click lead closer, dragging leads around. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"

#include <math.h>

/* One notch of a wheel. */
#define NOTCH 1.22

/* How far a touchpad leads with each unit that it tells, in pixels. */
#define TOUCHPAD_STEP 12.0

#define DOUBLE_CLICK 2.0

/* A hand trembles this far without meaning to drag, in pixels. */
#define DRAG_THRESHOLD 8.0

/* The view in whose column a place is; below the body the nearest. */
static UkView
find_view (UkChartView *self, double x, double y)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  UkView view = goal->shown[UK_VIEW_FRONT] ? UK_VIEW_FRONT : UK_VIEW_BACK;

  uk_chart_frame_find_view (goal, x, CLAMP (y, 0, MAX (0, goal->body_height - 1)), &view);
  return view;
}

/* ---- wheel and touchpad ---- */

static void
pan (UkChartView *self, UkView view, double x, double y, double dx, double dy)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);

  uk_chart_view_hold (self, view, uk_chart_frame_to_chart (goal, view, x, y), x + dx, y + dy,
                      goal->factor, TRUE);
}

static gboolean
scroll_cb (UkChartView *self, double dx, double dy, GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  UkView view = find_view (self, self->pointer.x, self->pointer.y);
  gboolean touchpad = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD;

  if (uk_chart_layout_get_goal (self->layout)->scale <= 0)
    return FALSE;
  if (touchpad && !(state & GDK_CONTROL_MASK)) {
    if (!uk_chart_view_get_zoomed (self))
      return FALSE;
    pan (self, view, self->pointer.x, self->pointer.y, -dx * TOUCHPAD_STEP, -dy * TOUCHPAD_STEP);
    return TRUE;
  }
  if (fabs (dy) > 0)
    uk_chart_view_zoom_at (self, view, self->pointer.x, self->pointer.y, pow (NOTCH, -dy));
  return TRUE;
}

/* ---- pinch ---- */

static void
pinch_begin_cb (UkChartView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  double x = self->pointer.x, y = self->pointer.y;

  if (frame->scale <= 0)
    return;
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = TRUE;
  self->held_view = find_view (self, x, y);
  self->held = uk_chart_frame_to_chart (frame, self->held_view, x, y);
  self->held_factor = frame->factor;
}

static void
pinch_cb (UkChartView *self, double scale, GtkGesture *gesture)
{
  double x = self->pointer.x, y = self->pointer.y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  uk_chart_view_hold (self, self->held_view, self->held, x, y, self->held_factor * scale, TRUE);
}

/* ---- drag ---- */

static void
drag_begin_cb (UkChartView *self, double x, double y)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);

  self->dragged = FALSE;
  if (frame->scale <= 0)
    return;
  self->drag_start = (UkPoint){ x, y };
  self->held_view = find_view (self, x, y);
  self->held = uk_chart_frame_to_chart (frame, self->held_view, x, y);
}

static void
drag_update_cb (UkChartView *self, double dx, double dy, GtkGesture *gesture)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);

  if (!self->dragged && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  self->dragged = TRUE;
  if (!uk_chart_view_get_zoomed (self))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  uk_chart_view_set_hovered (self, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  uk_chart_view_hold (self, self->held_view, self->held, self->drag_start.x + dx,
                      self->drag_start.y + dy, goal->factor, TRUE);
}

static void
drag_end_cb (UkChartView *self)
{
  if (self->dragged)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

/* ---- double click ---- */

/* The first click may have set the body in motion: the point that was meant is the one under it
 * then. */
void
uk_chart_view_double_click (UkChartView *self, double x, double y)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);

  if (goal->scale <= 0 || self->dragged)
    return;
  if (goal->factor > UK_CHART_FRAME_MAX_FACTOR * 0.99)
    uk_chart_view_set_zoomed (self, FALSE);
  else
    uk_chart_view_hold (self, self->held_view, self->clicked, x, y, goal->factor * DOUBLE_CLICK,
                        FALSE);
}

void
uk_chart_view_add_gestures (UkChartView *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
