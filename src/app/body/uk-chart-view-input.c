/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-knot.h"
#include "app/body/uk-chart-view-private.h"

#include <math.h>

/* How far beside a small area one may click, in pixels. */
#define SLOP 12.0

/* After this pause a letter starts a new name. */
#define TYPING_PAUSE_US (1 * G_USEC_PER_SEC)

static const UkChartArea *
find_area (UkChartView *self, double x, double y, UkView *view, UkPoint *point)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);

  if (frame->scale <= 0 || !uk_chart_frame_find_view (frame, x, y, view))
    return NULL;
  *point = uk_chart_frame_to_chart (frame, *view, x, y);
  return uk_chart_hit_near (self->charts[*view], point->x, point->y, SLOP / frame->scale);
}

/* ---- pointer ---- */

static gboolean
is_on_knot (UkChartView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && UK_IS_CHART_KNOT (picked);
}

static void
motion_cb (UkChartView *self, double x, double y)
{
  const UkChartArea *area;
  UkPoint point;
  UkView view;

  self->pointer = (UkPoint){ x, y };
  area = is_on_knot (self, x, y) ? NULL : find_area (self, x, y, &view, &point);
  uk_chart_view_set_hovered (self, area != NULL ? uk_chart_view_find_spot (self, area) : NULL);
}

static void
leave_cb (UkChartView *self)
{
  uk_chart_view_set_hovered (self, NULL);
}

static void
tell_no_press (UkChartView *self, UkView view, UkPoint point)
{
  const UkChartShape *shape = uk_chart_hit_no_press (self->charts[view], point.x, point.y);

  if (shape == NULL)
    shape = uk_chart_hit_part (self->charts[view], point.x, point.y);
  if (shape != NULL)
    g_signal_emit_by_name (self, "no-press-activated", shape->name, point.x, point.y);
}

static void
released_cb (UkChartView *self, int n_press, double x, double y)
{
  const UkChartArea *area;
  UkPoint point = { 0, 0 };
  UkView view = UK_VIEW_FRONT;

  if (self->dragged || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  if (n_press != 1) {
    if (n_press == 2)
      uk_chart_view_double_click (self, x, y);
    return;
  }
  area = find_area (self, x, y, &view, &point);
  self->clicked = self->held;
  if (area != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (uk_chart_view_find_spot (self, area)));
    point = uk_chart_pull_in (area, point);
    uk_chart_view_activate (self, area, point.x, point.y);
  } else if (uk_chart_layout_get_frame (self->layout)->scale > 0) {
    tell_no_press (self, view, point);
  }
}

/* ---- keyboard ---- */

static UkChartSpot *
get_focused (UkChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && UK_IS_CHART_SPOT (child) ? UK_CHART_SPOT (child) : NULL;
}

static gboolean
focus_spot (UkChartView *self, UkChartSpot *spot)
{
  const UkChartArea *area = uk_chart_spot_get_area (spot);
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  UkChartFocus focus = { area->view, area->label, goal->factor, FALSE };

  self->last = spot;
  /* Nothing is focused where it cannot be seen. */
  if (goal->scale > 0 && goal->zoom > 0 && goal->shown[area->view]
      && !uk_chart_frame_shows (goal, area->view, area->label))
    uk_chart_view_move_to (self, &focus);
  return gtk_widget_grab_focus (GTK_WIDGET (spot));
}

/* Where the keyboard enters the body: where it was, else at what is chosen, else at the top. */
static UkChartSpot *
find_entrance (UkChartView *self)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  UkChartSpot *first = NULL;
  guint i;

  if (self->last != NULL && frame->shown[uk_chart_spot_get_area (self->last)->view])
    return self->last;
  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, i);

    if (!frame->shown[uk_chart_spot_get_area (spot)->view])
      continue;
    if (uk_chart_spot_get_selected (spot))
      return spot;
    if (first == NULL)
      first = spot;
  }
  return first;
}

/* From the edge of one picture to the same side of the body on the other: the same region, or what
 * lies at the same height. */
static const UkChartArea *
find_across (UkChartView *self, const UkChartArea *area, UkDirection direction)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  UkDirection back = direction == UK_DIRECTION_LEFT ? UK_DIRECTION_RIGHT : UK_DIRECTION_LEFT;
  UkView other = uk_view_other (area->view);
  const UkChartArea *best = NULL;
  guint i;

  if (!frame->shown[other] || (direction == UK_DIRECTION_RIGHT) != (area->view == UK_VIEW_FRONT))
    return NULL;
  for (i = 0; i < uk_chart_get_n_areas (self->charts[other]); i++) {
    const UkChartArea *next = uk_chart_get_area (self->charts[other], i);

    if (next->side != area->side
        || uk_chart_get_neighbour (self->charts[other], next, back) != NULL)
      continue;
    if (g_str_equal (next->region, area->region))
      return next;
    if (best == NULL || fabs (next->label.y - area->label.y) < fabs (best->label.y - area->label.y))
      best = next;
  }
  return best;
}

static gboolean
move_focus (UkChartView *self, UkChartSpot *spot, UkDirection direction)
{
  const UkChartArea *area = uk_chart_spot_get_area (spot);
  const UkChartArea *next = uk_chart_get_neighbour (self->charts[area->view], area, direction);

  if (next == NULL && (direction == UK_DIRECTION_LEFT || direction == UK_DIRECTION_RIGHT))
    next = find_across (self, area, direction);
  if (next == NULL) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return TRUE;
  }
  return focus_spot (self, uk_chart_view_find_spot (self, next));
}

/* Through the button that turns the body around and those that move closer. */
static gboolean
focus_buttons (UkChartView *self, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *buttons[] = { self->turn, self->controls };
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  guint i, start = back ? 1 : 0;

  if (child != NULL && child == self->turn)
    start = back ? G_N_ELEMENTS (buttons) : 1;
  else if (child != NULL && child == self->controls)
    start = 1;
  for (i = start; i < G_N_ELEMENTS (buttons); i += back ? (guint)-1 : 1) {
    if (buttons[i] != NULL && gtk_widget_get_child_visible (buttons[i])
        && gtk_widget_child_focus (buttons[i], direction))
      return TRUE;
  }
  return FALSE;
}

/* All areas are one tab stop; arrow keys lead from one to the next as in the body. */
gboolean
uk_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UkChartView *self = UK_CHART_VIEW (widget);
  UkChartSpot *focused = get_focused (self);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean on_button = child != NULL && (child == self->turn || child == self->controls);
  gboolean on_knot = child != NULL && UK_IS_CHART_KNOT (child);
  UkChartSpot *entrance = find_entrance (self);

  switch (direction) {
  case GTK_DIR_TAB_FORWARD:
    if (focused != NULL && uk_chart_view_focus_knot (self, direction))
      return TRUE;
    if (focused != NULL || on_knot || on_button)
      return focus_buttons (self, direction);
    return entrance != NULL && focus_spot (self, entrance);
  case GTK_DIR_TAB_BACKWARD:
    if (focused != NULL)
      return FALSE;
    return (!on_knot && focus_buttons (self, direction))
           || (!on_knot && uk_chart_view_focus_knot (self, direction))
           || (entrance != NULL && focus_spot (self, entrance));
  case GTK_DIR_UP:
  case GTK_DIR_DOWN:
  case GTK_DIR_LEFT:
  case GTK_DIR_RIGHT:
  default:
    break;
  }
  if (on_button)
    return gtk_widget_child_focus (child, direction);
  if (on_knot)
    return uk_chart_view_focus_knot (self, direction);
  if (focused == NULL)
    return entrance != NULL && focus_spot (self, entrance);
  switch (direction) {
  case GTK_DIR_UP:
    return move_focus (self, focused, UK_DIRECTION_UP);
  case GTK_DIR_DOWN:
    return move_focus (self, focused, UK_DIRECTION_DOWN);
  case GTK_DIR_LEFT:
    return move_focus (self, focused, UK_DIRECTION_LEFT);
  case GTK_DIR_RIGHT:
    return move_focus (self, focused, UK_DIRECTION_RIGHT);
  case GTK_DIR_TAB_FORWARD:
  case GTK_DIR_TAB_BACKWARD:
  default:
    return FALSE;
  }
}

gboolean
uk_chart_view_grab_focus (GtkWidget *widget)
{
  UkChartView *self = UK_CHART_VIEW (widget);
  UkChartSpot *entrance = find_entrance (self);

  return entrance != NULL && focus_spot (self, entrance);
}

static gboolean
starts_with (const char *name, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_has_prefix (folded, typed);
}

/* Moves to the next area whose name starts with what was typed. */
static gboolean
jump_to_name (UkChartView *self)
{
  g_autofree char *typed = g_utf8_casefold (self->typed->str, -1);
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  UkChartSpot *focused = get_focused (self);
  guint start = 0, i;

  /* A single letter again and again goes through all that start with it. */
  if (focused != NULL && g_ptr_array_find (self->spots, focused, &start))
    start += g_utf8_strlen (self->typed->str, -1) == 1 ? 1 : 0;
  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, (start + i) % self->spots->len);
    const char *name = uk_chart_spot_get_name (spot);

    if (name != NULL && frame->shown[uk_chart_spot_get_area (spot)->view]
        && starts_with (name, typed))
      return focus_spot (self, spot);
  }
  return FALSE;
}

static gboolean
key_pressed_cb (UkChartView *self, guint key, guint code, GdkModifierType modifiers)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gint64 now = g_get_monotonic_time ();

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  if (key == GDK_KEY_Escape && uk_chart_view_get_zoomed (self)) {
    uk_chart_view_set_zoomed (self, FALSE);
    return TRUE;
  }
  if (now - self->typed_at > TYPING_PAUSE_US)
    g_string_truncate (self->typed, 0);
  if (get_focused (self) == NULL || letter == 0
      || !(g_unichar_isalnum (letter) || (letter == ' ' && self->typed->len > 0)))
    return FALSE;
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  if (!jump_to_name (self)) {
    g_string_truncate (self->typed, 0);
    gtk_widget_error_bell (GTK_WIDGET (self));
  }
  return TRUE;
}

void
uk_chart_view_add_input (UkChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  /* Before the areas, which take the space bar for themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
