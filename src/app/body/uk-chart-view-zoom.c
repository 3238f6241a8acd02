/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How close one looks at the body, and the buttons and keys for it. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"

#include <glib/gi18n.h>

#define MOVE_MS 320
#define STEP_MS 160

/* How much one press of a button or key leads closer. */
#define STEP 1.5

/* The middle of a column: what a button or key moves closer to. */
static void
find_middle (UkChartView *self, UkView *view, double *x, double *y)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);

  *view = self->selected != NULL && self->has_pin && goal->shown[self->pin_view] ? self->pin_view
          : goal->shown[self->view]                                              ? self->view
                                                                                 : UK_VIEW_FRONT;
  *x = goal->column_x[*view] + goal->column_width / 2;
  *y = goal->body_height / 2;
}

static void
update_actions (UkChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  gboolean zoomed = uk_chart_layout_get_zoomed (self->layout);

  gtk_widget_action_set_enabled (widget, "chart.zoom-in",
                                 goal->factor < UK_CHART_FRAME_MAX_FACTOR * 0.99);
  gtk_widget_action_set_enabled (widget, "chart.zoom-out", zoomed);
  gtk_widget_action_set_enabled (widget, "chart.zoom-fit", zoomed);
}

static void
move (UkChartView *self, const UkChartFocus *focus, guint duration)
{
  gboolean was_zoomed = uk_chart_layout_get_zoomed (self->layout);

  adw_animation_pause (self->move);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->move), duration);
  uk_chart_layout_set_focus (self->layout, focus);
  if (duration > 0)
    uk_chart_view_play (self->move, 0, 1);
  else
    uk_chart_layout_set_progress (self->layout, 1);
  update_actions (self);
  if (was_zoomed != (focus != NULL))
    g_object_notify (G_OBJECT (self), "zoomed");
}

/* Moves from wherever the body is now; %NULL for the whole body. */
void
uk_chart_view_move_to (UkChartView *self, const UkChartFocus *focus)
{
  move (self, focus, MOVE_MS);
}

/* Keeps a point of the body at a place of the picture, at once or in a short move. */
void
uk_chart_view_hold (UkChartView *self,
                    UkView view,
                    UkPoint point,
                    double x,
                    double y,
                    double factor,
                    gboolean at_once)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  UkChartFocus focus;

  if (goal->scale <= 0)
    return;
  focus = uk_chart_frame_hold (goal, view, point, x, y, factor);
  move (self, focus.factor > 1.001 ? &focus : NULL, at_once ? 0 : STEP_MS);
}

/* Zooms at a place of the picture; steps add up while the body still moves. */
void
uk_chart_view_zoom_at (UkChartView *self, UkView view, double x, double y, double by)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);

  if (goal->scale <= 0)
    return;
  uk_chart_view_hold (self, view, uk_chart_frame_to_chart (goal, view, x, y), x, y,
                      goal->factor * by, FALSE);
}

/* After something else was chosen: it must be seen, and closely, but who came closer still stays
 * there. */
void
uk_chart_view_update_zoom (UkChartView *self)
{
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  UkChartFocus focus;

  if (!uk_chart_layout_get_zoomed (self->layout) || !uk_chart_view_get_focus_point (self, &focus))
    return;
  if (goal->factor > UK_CHART_FRAME_REGION_FACTOR) {
    if (uk_chart_frame_shows (goal, focus.view, focus.point))
      return;
    focus.factor = goal->factor;
  }
  uk_chart_view_move_to (self, &focus);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *target)
{
  double x, y;
  UkView view;

  find_middle (UK_CHART_VIEW (widget), &view, &x, &y);
  uk_chart_view_zoom_at (UK_CHART_VIEW (widget), view, x, y, STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *target)
{
  double x, y;
  UkView view;

  find_middle (UK_CHART_VIEW (widget), &view, &x, &y);
  uk_chart_view_zoom_at (UK_CHART_VIEW (widget), view, x, y, 1 / STEP);
}

static void
zoom_fit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  uk_chart_view_set_zoomed (UK_CHART_VIEW (widget), FALSE);
}

/* Anywhere in the window, while the body is seen. */
static gboolean
key_cb (GtkWidget *widget, GVariant *action, gpointer user_data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action_variant (widget, g_variant_get_string (action, NULL), NULL);
}

static void
add_key (GtkEventController *controller, const char *keys, const char *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                            gtk_callback_action_new (key_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

void
uk_chart_view_install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-fit", NULL, zoom_fit_action);
}

void
uk_chart_view_add_zoom_keys (UkChartView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (controller, "<Control>plus|<Control>equal|<Control>KP_Add", "chart.zoom-in");
  add_key (controller, "<Control>minus|<Control>KP_Subtract", "chart.zoom-out");
  add_key (controller, "<Control>0|<Control>KP_0", "chart.zoom-fit");
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  update_actions (self);
}

static void
add_button (GtkWidget *box, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

/* Not needed for the first picture, which is waited for. */
static gboolean
build_controls_cb (gpointer data)
{
  UkChartView *self = data;

  self->controls_source = 0;
  self->controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->controls, "zoom");
  gtk_widget_set_valign (self->controls, GTK_ALIGN_END);
  add_button (self->controls, "zoom-in-symbolic", _ ("Move closer"), "chart.zoom-in");
  add_button (self->controls, "zoom-out-symbolic", _ ("Move away"), "chart.zoom-out");
  add_button (self->controls, "zoom-fit-best-symbolic", _ ("Show the whole body"),
              "chart.zoom-fit");
  gtk_widget_insert_after (self->controls, GTK_WIDGET (self), self->turn);
  return G_SOURCE_REMOVE;
}

void
uk_chart_view_queue_zoom_controls (UkChartView *self)
{
  if (self->controls == NULL && self->controls_source == 0)
    self->controls_source = g_idle_add_full (G_PRIORITY_LOW, build_controls_cb, self, NULL);
}

/**
 * uk_chart_view_set_zoomed:
 * @self: a chart
 * @zoomed: whether to move closer to what is chosen; does nothing if nothing is
 */
void
uk_chart_view_set_zoomed (UkChartView *self, gboolean zoomed)
{
  UkChartFocus focus;

  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (uk_chart_view_get_zoomed (self) == zoomed)
    return;
  if (!zoomed)
    uk_chart_view_move_to (self, NULL);
  else if (uk_chart_view_get_focus_point (self, &focus))
    uk_chart_view_move_to (self, &focus);
}

/**
 * uk_chart_view_get_zoomed:
 * @self: a chart
 *
 * Returns: whether it is, or is on the way to be, closer than the whole body
 */
gboolean
uk_chart_view_get_zoomed (UkChartView *self)
{
  g_return_val_if_fail (UK_IS_CHART_VIEW (self), FALSE);

  return uk_chart_layout_get_zoomed (self->layout);
}
