/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view.h"

#include "app/body/uk-chart-store.h"
#include "app/body/uk-chart-view-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (UkChartView, uk_chart_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_VIEW,
  PROP_ZOOMED,
  PROP_SHOW_NO_PRESS,
  N_PROPS,
};

enum {
  AREA_ACTIVATED,
  HOVERED,
  NO_PRESS_ACTIVATED,
  KNOT_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- helpers ---- */

UkChartSpot *
uk_chart_view_find_spot (UkChartView *self, const UkChartArea *area)
{
  guint i;

  for (i = 0; i < self->spots->len; i++) {
    if (uk_chart_spot_get_area (g_ptr_array_index (self->spots, i)) == area)
      return g_ptr_array_index (self->spots, i);
  }
  return NULL;
}

static void
update_turn (UkChartView *self)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (self->turn));

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content),
                                self->view == UK_VIEW_FRONT ? C_ ("side of the body", "Back")
                                                            : C_ ("side of the body", "Front"));
}

void
uk_chart_view_activate (UkChartView *self, const UkChartArea *area, double x, double y)
{
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, area->region, area->side, area->view, x, y);
}

void
uk_chart_view_set_hovered (UkChartView *self, UkChartSpot *spot)
{
  const UkChartArea *area = spot != NULL ? uk_chart_spot_get_area (spot) : NULL;

  if (self->hovered == spot)
    return;
  if (self->hovered != NULL)
    uk_chart_spot_set_hovered (self->hovered, FALSE);
  self->hovered = spot;
  if (spot != NULL)
    uk_chart_spot_set_hovered (spot, TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), spot != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[HOVERED], 0, area != NULL ? area->region : NULL,
                 area != NULL ? area->side : UK_SIDE_NONE);
}

/* ---- callbacks ---- */

/* All bodies have the same areas in the same order. */
static void
change_body (UkChartView *self, UkChart *const *charts)
{
  UkChart *const *before = self->charts;
  guint view, i, spot = 0;

  self->charts = charts;
  for (view = 0; view < UK_N_VIEWS; view++) {
    for (i = 0; i < uk_chart_get_n_areas (charts[view]); i++)
      uk_chart_spot_set_area (g_ptr_array_index (self->spots, spot++), charts[view],
                              uk_chart_get_area (charts[view], i));
  }
  if (self->has_pin)
    self->pin = uk_chart_from_neutral (charts[self->pin_view],
                                       uk_chart_to_neutral (before[self->pin_view], self->pin));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
style_changed_cb (UkChartView *self)
{
  UkChart *const *charts = uk_chart_store_get_charts ();
  guint i;

  if (charts != self->charts)
    change_body (self, charts);
  self->palette = uk_chart_store_get_palette ();
  uk_chart_view_drop_pictures (self);
  for (i = 0; i < self->spots->len; i++)
    uk_chart_spot_set_palette (g_ptr_array_index (self->spots, i), self->palette);
  uk_chart_view_update_knots (self);
}

static void
spot_activated_cb (UkChartView *self, UkChartSpot *spot)
{
  const UkChartArea *area = uk_chart_spot_get_area (spot);

  uk_chart_view_activate (self, area, area->label.x, area->label.y);
}

static void
spot_focused_cb (UkChartView *self, GParamSpec *pspec, GtkWidget *widget)
{
  const UkChartArea *area = uk_chart_spot_get_area (UK_CHART_SPOT (widget));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!gtk_widget_has_focus (widget))
    return;
  self->last = UK_CHART_SPOT (widget);
  uk_chart_view_describe_spot (self, self->last);
  g_signal_emit (self, signals[HOVERED], 0, area->region, area->side);
}

static void
turn_clicked_cb (UkChartView *self)
{
  uk_chart_view_set_view (self, uk_view_other (self->view));
}

/* ---- building ---- */

static void
make_spots (UkChartView *self)
{
  guint view, i;

  self->spots = g_ptr_array_new_with_free_func (g_object_unref);
  for (view = 0; view < UK_N_VIEWS; view++) {
    for (i = 0; i < uk_chart_get_n_areas (self->charts[view]); i++) {
      GtkWidget *spot
          = uk_chart_spot_new (self->charts[view], uk_chart_get_area (self->charts[view], i));

      g_signal_connect_object (spot, "activated", G_CALLBACK (spot_activated_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (spot, "notify::has-focus", G_CALLBACK (spot_focused_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_accessible_update_relation (
          GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int)i + 1,
          GTK_ACCESSIBLE_RELATION_SET_SIZE, (int)uk_chart_get_n_areas (self->charts[view]), -1);
      g_ptr_array_add (self->spots, g_object_ref_sink (spot));
      gtk_widget_set_parent (spot, GTK_WIDGET (self));
    }
  }
}

static void
make_turn (UkChartView *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    "object-flip-horizontal-symbolic");
  self->turn = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->turn), content);
  gtk_widget_add_css_class (self->turn, "chip");
  gtk_widget_set_tooltip_text (self->turn, _ ("Turn the body around"));
  g_signal_connect_swapped (self->turn, "clicked", G_CALLBACK (turn_clicked_cb), self);
  gtk_widget_set_parent (self->turn, GTK_WIDGET (self));
  update_turn (self);
}

/* ---- vfuncs ---- */

static void
map (GtkWidget *widget)
{
  UkChartView *self = UK_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (uk_chart_view_parent_class)->map (widget);
  uk_chart_view_queue_zoom_controls (self);
  if (self->invited != NULL && !self->has_breathed) {
    self->has_breathed = TRUE;
    uk_chart_view_start_breathing (self, NULL, UK_CHART_N_BREATHS);
  }
}

static void
unmap (GtkWidget *widget)
{
  uk_chart_view_set_hovered (UK_CHART_VIEW (widget), NULL);
  GTK_WIDGET_CLASS (uk_chart_view_parent_class)->unmap (widget);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkChartView *self = UK_CHART_VIEW (object);

  switch (id) {
  case PROP_VIEW:
    g_value_set_int (value, self->view);
    break;
  case PROP_ZOOMED:
    g_value_set_boolean (value, uk_chart_view_get_zoomed (self));
    break;
  case PROP_SHOW_NO_PRESS:
    g_value_set_boolean (value, self->show_no_press);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  UkChartView *self = UK_CHART_VIEW (object);

  switch (id) {
  case PROP_VIEW:
    uk_chart_view_set_view (self, (UkView)g_value_get_int (value));
    break;
  case PROP_SHOW_NO_PRESS:
    uk_chart_view_set_show_no_press (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  UkChartView *self = UK_CHART_VIEW (object);
  guint i;

  self->hovered = NULL;
  self->last = NULL;
  g_clear_object (&self->move);
  g_clear_object (&self->fade);
  g_clear_object (&self->flip);
  g_clear_object (&self->land);
  g_clear_object (&self->spread);
  g_clear_object (&self->breathe);
  for (i = 0; self->spots != NULL && i < self->spots->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spots, i));
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  if (self->knots != NULL)
    uk_chart_view_drop_knots (self);
  g_clear_pointer (&self->knots, g_ptr_array_unref);
  g_clear_pointer (&self->turn, gtk_widget_unparent);
  g_clear_handle_id (&self->controls_source, g_source_remove);
  g_clear_pointer (&self->controls, gtk_widget_unparent);
  uk_chart_view_drop_details (self);
  if (self->tint_destroy != NULL)
    self->tint_destroy (self->tint_data);
  self->tint_destroy = NULL;
  G_OBJECT_CLASS (uk_chart_view_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkChartView *self = UK_CHART_VIEW (object);
  guint view, look;

  for (view = 0; view < UK_N_VIEWS; view++) {
    for (look = 0; look < UK_N_LOOKS; look++)
      g_clear_object (&self->pictures[view][look].texture);
    g_clear_pointer (&self->marks[view], gsk_render_node_unref);
  }
  g_clear_object (&self->light);
  g_string_free (self->typed, TRUE);
  g_strfreev (self->ranked);
  g_strfreev (self->referral);
  g_strfreev (self->invited);
  g_free (self->breathing);
  g_free (self->selected);
  G_OBJECT_CLASS (uk_chart_view_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  signals[AREA_ACTIVATED]
      = g_signal_new ("area-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      5, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[HOVERED] = g_signal_new ("hovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[NO_PRESS_ACTIVATED]
      = g_signal_new ("no-press-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[KNOT_ACTIVATED]
      = g_signal_new ("knot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      2, G_TYPE_STRING, G_TYPE_INT);
}

static void
uk_chart_view_class_init (UkChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  widget_class->focus = uk_chart_view_focus;
  widget_class->grab_focus = uk_chart_view_grab_focus;
  widget_class->map = map;
  widget_class->snapshot = uk_chart_view_snapshot;
  widget_class->unmap = unmap;

  properties[PROP_VIEW]
      = g_param_spec_int ("view", NULL, NULL, UK_VIEW_FRONT, UK_VIEW_BACK, UK_VIEW_FRONT, flags);
  properties[PROP_ZOOMED] = g_param_spec_boolean ("zoomed", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_NO_PRESS] = g_param_spec_boolean ("show-no-press", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals (G_TYPE_FROM_CLASS (klass));

  uk_chart_view_install_zoom (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_layout_manager_type (widget_class, UK_TYPE_CHART_LAYOUT);
}

static void
uk_chart_view_init (UkChartView *self)
{
  self->charts = uk_chart_store_get_charts ();
  self->layout = UK_CHART_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  self->typed = g_string_new (NULL);
  self->knots = g_ptr_array_new_with_free_func (g_object_unref);
  self->pin_size = 1;
  self->reach = 1;
  uk_chart_view_make_animations (self);
  make_spots (self);
  make_turn (self);
  uk_chart_view_add_input (self);
  uk_chart_view_add_gestures (self);
  uk_chart_view_add_zoom_keys (self);
  uk_chart_view_add_tooltip (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Body"),
                                  -1);

  uk_chart_store_watch (self, G_CALLBACK (style_changed_cb));
  style_changed_cb (self);
}

GtkWidget *
uk_chart_view_new (void)
{
  return g_object_new (UK_TYPE_CHART_VIEW, NULL);
}

/* ---- public functions ---- */

/**
 * uk_chart_view_set_names:
 * @self: a chart
 * @func: (scope call): asked at once for the name of every region
 * @user_data: for @func
 *
 * Gives the areas the names that are shown and spoken.
 */
void
uk_chart_view_set_names (UkChartView *self, UkChartNameFunc func, gpointer user_data)
{
  guint i;

  g_return_if_fail (UK_IS_CHART_VIEW (self));
  g_return_if_fail (func != NULL);

  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, i);
    const UkChartArea *area = uk_chart_spot_get_area (spot);
    const char *name = func (area->region, user_data);
    g_autofree char *full = NULL;

    if (name == NULL)
      name = area->region;
    /* Translators: the name of a place of the body and its side, such as "Jaw, left" */
    full = g_strdup_printf (area->side == UK_SIDE_LEFT ? _ ("%s, left") : _ ("%s, right"), name);
    uk_chart_spot_set_name (spot, full);
  }
}

/**
 * uk_chart_view_set_view:
 * @self: a chart
 * @view: what to show when there is room for one only
 */
void
uk_chart_view_set_view (UkChartView *self, UkView view)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  if (self->view == view)
    return;
  self->view = view;
  uk_chart_view_set_hovered (self, NULL);
  if (uk_chart_view_get_shows_both (self))
    uk_chart_layout_set_view (self->layout, view);
  else
    uk_chart_view_play (self->flip, 0, 1);
  update_turn (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * uk_chart_view_get_view:
 * @self: a chart
 *
 * Returns: what it shows when there is room for one only
 */
UkView
uk_chart_view_get_view (UkChartView *self)
{
  g_return_val_if_fail (UK_IS_CHART_VIEW (self), UK_VIEW_FRONT);

  return self->view;
}

/**
 * uk_chart_view_get_shows_both:
 * @self: a chart
 *
 * Returns: whether front and back stand side by side
 */
gboolean
uk_chart_view_get_shows_both (UkChartView *self)
{
  const UkChartFrame *frame;

  g_return_val_if_fail (UK_IS_CHART_VIEW (self), FALSE);

  frame = uk_chart_layout_get_frame (self->layout);
  return frame->shown[UK_VIEW_FRONT] && frame->shown[UK_VIEW_BACK];
}
