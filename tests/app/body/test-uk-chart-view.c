/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/body/uk-chart-view.h"

#include "app/body/uk-chart-spot.h"
#include "app/body/uk-chart-view-private.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#include <adwaita.h>
#include <math.h>

typedef struct {
  GtkWidget *window;
  UkChartView *view;
  UkChart *charts[UK_N_VIEWS];

  /* What the last signal said. */
  char *region;
  UkSide side;
  UkView area_view;
  double x;
  double y;
  char *reason;
  char *hovered;
  guint n_activated;
} Fixture;

static const char *
name_region (const char *region, gpointer user_data)
{
  return g_str_equal (region, "jaw") ? "The jaw" : region;
}

static void
activated_cb (Fixture *fixture, const char *region, int side, int view, double x, double y)
{
  g_free (fixture->region);
  fixture->region = g_strdup (region);
  fixture->side = (UkSide)side;
  fixture->area_view = (UkView)view;
  fixture->x = x;
  fixture->y = y;
  fixture->n_activated++;
}

static void
hovered_cb (Fixture *fixture, const char *region, int side)
{
  g_free (fixture->hovered);
  fixture->hovered = g_strdup (region);
}

static void
no_press_cb (Fixture *fixture, const char *reason, double x, double y)
{
  g_free (fixture->reason);
  fixture->reason = g_strdup (reason);
}

typedef struct {
  GtkWidget *widget;
  int width;
} Size;

static gboolean
has_size (gpointer data)
{
  Size *size = data;

  return gtk_widget_get_width (size->widget) == size->width;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  Size size;
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++)
    fixture->charts[i] = uk_chart_new_from_resource ((UkView)i, UK_BODY_NEUTRAL, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  fixture->view = UK_CHART_VIEW (uk_chart_view_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  uk_chart_view_set_names (fixture->view, name_region, NULL);
  g_signal_connect_swapped (fixture->view, "area-activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->view, "hovered", G_CALLBACK (hovered_cb), fixture);
  g_signal_connect_swapped (fixture->view, "no-press-activated", G_CALLBACK (no_press_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  size = (Size){ GTK_WIDGET (fixture->view), width };
  uk_test_spin_until (has_size, &size, 5000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  UkChartView *view = g_object_ref (fixture->view);
  guint i;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (view);
  for (i = 0; i < UK_N_VIEWS; i++)
    uk_chart_unref (fixture->charts[i]);
  g_free (fixture->region);
  g_free (fixture->reason);
  g_free (fixture->hovered);
}

/* Every area of one view, or of both. */
static GPtrArray *
list_spots (Fixture *fixture)
{
  GPtrArray *spots = g_ptr_array_new ();
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (UK_IS_CHART_SPOT (child))
      g_ptr_array_add (spots, child);
  }
  return spots;
}

static UkChartSpot *
find_spot (Fixture *fixture, UkView view, const char *id)
{
  g_autoptr (GPtrArray) spots = list_spots (fixture);
  guint i;

  for (i = 0; i < spots->len; i++) {
    const UkChartArea *area = uk_chart_spot_get_area (g_ptr_array_index (spots, i));

    if (area->view == view && g_str_equal (area->id, id))
      return g_ptr_array_index (spots, i);
  }
  g_assert_not_reached ();
}

/* A point of the chart in pixels of the widget, by way of an area on it. */
static graphene_point_t
to_pixels (Fixture *fixture, UkChartSpot *spot, UkPoint point)
{
  UkBox box = uk_chart_spot_get_box (spot);
  graphene_point_t pixels;

  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (spot), GTK_WIDGET (fixture->view),
      &GRAPHENE_POINT_INIT ((float)(point.x - box.x), (float)(point.y - box.y)), &pixels));
  return pixels;
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }
  g_assert_not_reached ();
}

static void
click (Fixture *fixture, UkChartSpot *spot, UkPoint point)
{
  graphene_point_t pixels = to_pixels (fixture, spot, point);

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", 1,
                         (double)pixels.x, (double)pixels.y);
}

static gboolean
press_key (Fixture *fixture, guint key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         key, 0, 0, &handled);
  return handled;
}

static const UkChartArea *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && UK_IS_CHART_SPOT (focus) ? uk_chart_spot_get_area (UK_CHART_SPOT (focus))
                                                   : NULL;
}

/* ---- tests ---- */

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) spots = list_spots (fixture);
  UkChartSpot *jaw = find_spot (fixture, UK_VIEW_FRONT, "jaw-left");
  guint i;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Body");
  g_assert_cmpuint (spots->len, ==,
                    uk_chart_get_n_areas (fixture->charts[0])
                        + uk_chart_get_n_areas (fixture->charts[1]));
  for (i = 0; i < spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (spots, i);
    const UkChartArea *area = uk_chart_spot_get_area (spot);
    g_autofree char *name
        = g_strdup_printf ("%s, %s", name_region (area->region, NULL), uk_side_to_id (area->side));

    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_ROLE_CHECKBOX);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         name);
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_CHECKED,
                                      GTK_ACCESSIBLE_TRISTATE_FALSE);
  }
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (jaw), GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                       (int)uk_chart_get_n_areas (fixture->charts[0]));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (jaw), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "On the front of the body");
  uk_chart_view_set_selected (fixture->view, "jaw", UK_SIDE_LEFT);
  for (i = 0; i < spots->len; i++)
    gtk_test_accessible_assert_state (
        GTK_ACCESSIBLE (g_ptr_array_index (spots, i)), GTK_ACCESSIBLE_STATE_CHECKED,
        g_ptr_array_index (spots, i) == jaw ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                            : GTK_ACCESSIBLE_TRISTATE_FALSE);
}

/* A region with several areas is chosen as a whole: front and back, and both sides if none is
 * given. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  UkSide side;

  uk_chart_view_set_selected (fixture->view, "deltoid", UK_SIDE_RIGHT);
  g_assert_true (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_FRONT, "deltoid-front-right")));
  g_assert_true (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_BACK, "deltoid-back-right")));
  g_assert_false (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_BACK, "deltoid-back-left")));
  g_assert_cmpstr (uk_chart_view_get_selected (fixture->view, &side), ==, "deltoid");
  g_assert_cmpint (side, ==, UK_SIDE_RIGHT);
  uk_chart_view_set_selected (fixture->view, "abdominals", UK_SIDE_NONE);
  g_assert_true (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_FRONT, "abdominals-left")));
  g_assert_true (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_FRONT, "abdominals-flank-right")));
  uk_chart_view_set_selected (fixture->view, NULL, UK_SIDE_NONE);
  g_assert_false (
      uk_chart_spot_get_selected (find_spot (fixture, UK_VIEW_FRONT, "abdominals-left")));
  g_assert_null (uk_chart_view_get_selected (fixture->view, NULL));
}

/* GTK finds what the chart says is there: in the middle of every area, and at the corners of its
 * box. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) spots = list_spots (fixture);
  guint i, k;

  for (i = 0; i < spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (spots, i);
    const UkChartArea *area = uk_chart_spot_get_area (spot);
    const UkBox *b = &area->bounds;
    UkPoint points[] = {
      area->label,
      { b->x + 0.3, b->y + 0.3 },
      { b->x + b->width - 0.3, b->y + 0.3 },
      { b->x + 0.3, b->y + b->height - 0.3 },
      { b->x + b->width - 0.3, b->y + b->height - 0.3 },
    };

    for (k = 0; k < G_N_ELEMENTS (points); k++) {
      graphene_point_t at = to_pixels (fixture, spot, points[k]);
      GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (fixture->view), (double)at.x, (double)at.y,
                                           GTK_PICK_DEFAULT);
      const UkChartArea *wanted
          = uk_chart_hit (fixture->charts[area->view], points[k].x, points[k].y);
      const UkChartArea *got
          = UK_IS_CHART_SPOT (picked) ? uk_chart_spot_get_area (UK_CHART_SPOT (picked)) : NULL;

      g_test_message ("%s, point %u", area->id, k);
      g_assert_cmpstr (got != NULL ? got->id : "none", ==, wanted != NULL ? wanted->id : "none");
    }
  }
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_BACK, "rhomboids-left");
  UkChartSpot *temple = find_spot (fixture, UK_VIEW_FRONT, "temples-left");

  click (fixture, spot, (UkPoint){ -20, 170 });
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpstr (fixture->region, ==, "rhomboids");
  g_assert_cmpint (fixture->side, ==, UK_SIDE_LEFT);
  g_assert_cmpint (fixture->area_view, ==, UK_VIEW_BACK);
  g_assert_cmpfloat_with_epsilon (fixture->x, -20, 0.01);
  g_assert_cmpfloat_with_epsilon (fixture->y, 170, 0.01);
  g_assert_true (get_focused (fixture) == uk_chart_spot_get_area (spot));

  /* Just beside a small area. */
  click (fixture, temple, (UkPoint){ 22, 37 });
  g_assert_cmpstr (fixture->region, ==, "temples");
  g_assert_true (uk_chart_hit (fixture->charts[UK_VIEW_FRONT], fixture->x, fixture->y)
                 == uk_chart_find_area (fixture->charts[UK_VIEW_FRONT], "temples-left"));
  /* Off the body nothing happens, on places that must not be pressed one is told why. */
  click (fixture, temple, (UkPoint){ 100, 37 });
  g_assert_cmpuint (fixture->n_activated, ==, 2);
  g_assert_null (fixture->reason);
  click (fixture, temple, (UkPoint){ 1, 120 });
  g_assert_cmpuint (fixture->n_activated, ==, 2);
  g_assert_cmpstr (fixture->reason, ==, "throat");
  click (fixture, spot, (UkPoint){ 1, 240 });
  g_assert_cmpstr (fixture->reason, ==, "spine");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "quadriceps-right");
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  GtkEventController *motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);

  g_signal_emit_by_name (motion, "motion", (double)at.x, (double)at.y);
  g_assert_cmpstr (fixture->hovered, ==, "quadriceps");
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (fixture->hovered);
}

static gboolean
move (Fixture *fixture, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (fixture->view), direction);
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const struct {
    GtkDirectionType direction;
    UkView view;
    const char *id;
  } walk[] = {
    { GTK_DIR_DOWN, UK_VIEW_FRONT, "jaw-left" },
    { GTK_DIR_DOWN, UK_VIEW_FRONT, "front-side-neck-left" },
    { GTK_DIR_LEFT, UK_VIEW_FRONT, "front-side-neck-right" },
    { GTK_DIR_LEFT, UK_VIEW_FRONT, "upper-trapezius-right" },
    { GTK_DIR_RIGHT, UK_VIEW_FRONT, "front-side-neck-right" },
    { GTK_DIR_RIGHT, UK_VIEW_FRONT, "front-side-neck-left" },
    { GTK_DIR_RIGHT, UK_VIEW_FRONT, "upper-trapezius-left" },
    { GTK_DIR_RIGHT, UK_VIEW_FRONT, "deltoid-side-left" },
    /* Over to the same side of the other picture, and back. */
    { GTK_DIR_RIGHT, UK_VIEW_BACK, "deltoid-side-left" },
    { GTK_DIR_LEFT, UK_VIEW_FRONT, "deltoid-side-left" },
    { GTK_DIR_DOWN, UK_VIEW_FRONT, "biceps-left" },
    { GTK_DIR_RIGHT, UK_VIEW_BACK, "triceps-left" },
    { GTK_DIR_RIGHT, UK_VIEW_BACK, "latissimus-teres-left" },
  };
  guint i;

  g_assert_true (move (fixture, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_focused (fixture)->id, ==, "temples-left");
  for (i = 0; i < G_N_ELEMENTS (walk); i++) {
    g_assert_true (move (fixture, walk[i].direction));
    g_assert_cmpstr (get_focused (fixture)->id, ==, walk[i].id);
    g_assert_cmpint (get_focused (fixture)->view, ==, walk[i].view);
  }
  g_assert_cmpstr (fixture->hovered, ==, "latissimus-teres");
  /* At the edge it stays; one tab leaves, and the next time it comes back to the same place. */
  g_assert_true (
      gtk_widget_grab_focus (GTK_WIDGET (find_spot (fixture, UK_VIEW_FRONT, "plantar-foot-left"))));
  g_assert_true (move (fixture, GTK_DIR_DOWN));
  g_assert_cmpstr (get_focused (fixture)->id, ==, "plantar-foot-left");
  g_assert_false (move (fixture, GTK_DIR_TAB_FORWARD));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (move (fixture, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (get_focused (fixture)->id, ==, "plantar-foot-left");
}

static void
test_activate_by_key (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_BACK, "calf-right");
  const UkChartArea *area = uk_chart_spot_get_area (spot);

  gtk_widget_grab_focus (GTK_WIDGET (spot));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (spot)));
  g_assert_cmpstr (fixture->region, ==, "calf");
  g_assert_cmpint (fixture->side, ==, UK_SIDE_RIGHT);
  g_assert_cmpint (fixture->area_view, ==, UK_VIEW_BACK);
  g_assert_cmpfloat (fixture->x, ==, area->label.x);
  g_assert_cmpfloat (fixture->y, ==, area->label.y);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (press_key (fixture, GDK_KEY_t));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_true (press_key (fixture, GDK_KEY_T));
  g_assert_true (press_key (fixture, GDK_KEY_h));
  g_assert_true (press_key (fixture, GDK_KEY_e));
  g_assert_true (press_key (fixture, GDK_KEY_space));
  g_assert_true (press_key (fixture, GDK_KEY_j));
  g_assert_cmpstr (get_focused (fixture)->region, ==, "jaw");
  /* Nothing starts like this: the focus stays, and the next letter starts anew. */
  g_assert_true (press_key (fixture, GDK_KEY_x));
  g_assert_cmpstr (get_focused (fixture)->region, ==, "jaw");
  g_assert_true (press_key (fixture, GDK_KEY_p));
  g_assert_cmpuint (get_focused (fixture)->region[0], ==, 'p');
  /* Space by itself is left to the area. */
  g_assert_false (press_key (fixture, GDK_KEY_Tab));
}

static double
get_drawn_width (Fixture *fixture, UkChartSpot *spot)
{
  graphene_rect_t bounds;

  /* Flushes a queued allocation. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (spot), GTK_WIDGET (fixture->view), &bounds));
  return (double)bounds.size.width;
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_BACK, "hand-thumb-left");
  double before = get_drawn_width (fixture, spot);
  graphene_point_t at;

  uk_chart_view_set_zoomed (fixture->view, TRUE);
  g_assert_false (uk_chart_view_get_zoomed (fixture->view));

  uk_chart_view_set_selected (fixture->view, "hand-thumb", UK_SIDE_LEFT);
  uk_chart_view_set_zoomed (fixture->view, TRUE);
  g_assert_true (uk_chart_view_get_zoomed (fixture->view));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before * 1.72, 0.5);
  at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  g_assert_true (
      gtk_widget_pick (GTK_WIDGET (fixture->view), (double)at.x, (double)at.y, GTK_PICK_DEFAULT)
      == GTK_WIDGET (spot));

  g_assert_true (press_key (fixture, GDK_KEY_Escape));
  g_assert_false (uk_chart_view_get_zoomed (fixture->view));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before, 0.5);
  g_assert_false (press_key (fixture, GDK_KEY_Escape));
}

static UkPoint
get_point_under (Fixture *fixture, UkChartSpot *spot, graphene_point_t at)
{
  UkBox box = uk_chart_spot_get_box (spot);
  graphene_point_t point;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (fixture->view), GTK_WIDGET (spot), &at, &point));
  return (UkPoint){ (double)point.x + box.x, (double)point.y + box.y };
}

static void
scroll (Fixture *fixture, graphene_point_t at, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion",
                         (double)at.x, (double)at.y);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 0.0,
                         dy, &handled);
  g_assert_true (handled);
}

/* The wheel leads closer to what is under the pointer, notch by notch, and back to the whole body.
 */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "jaw-left");
  double before = get_drawn_width (fixture, spot);
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  UkPoint first, then;
  guint i;

  for (i = 0; i < 6; i++)
    scroll (fixture, at, -1);
  first = get_point_under (fixture, spot, at);
  g_assert_true (uk_chart_view_get_zoomed (fixture->view));
  g_assert_cmpfloat (get_drawn_width (fixture, spot), >, before * 3);
  scroll (fixture, at, -1);
  then = get_point_under (fixture, spot, at);
  g_assert_cmpfloat_with_epsilon (then.x, first.x, 0.5);
  g_assert_cmpfloat_with_epsilon (then.y, first.y, 0.5);
  /* There is an end to it. */
  for (i = 0; i < 40; i++)
    scroll (fixture, at, -1);
  g_assert_cmpfloat (get_drawn_width (fixture, spot), <, before * 8.1);
  for (i = 0; i < 40; i++)
    scroll (fixture, at, 1);
  g_assert_false (uk_chart_view_get_zoomed (fixture->view));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before, 0.5);
}

static void
drag (Fixture *fixture, graphene_point_t from, double dx, double dy)
{
  GtkEventController *controller = find_controller (fixture, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (controller, "drag-begin", (double)from.x, (double)from.y);
  g_signal_emit_by_name (controller, "drag-update", dx, dy);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", 1,
                         (double)from.x + dx, (double)from.y + dy);
  g_signal_emit_by_name (controller, "drag-end", dx, dy);
}

/* Dragging leads around and chooses nothing; a hand that trembles still chooses. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_BACK, "rhomboids-left");
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  UkPoint before, after;
  guint i;

  drag (fixture, at, 0, 60);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_false (uk_chart_view_get_zoomed (fixture->view));

  for (i = 0; i < 6; i++)
    scroll (fixture, at, -1);
  before = get_point_under (fixture, spot, at);
  drag (fixture, at, -20, -40);
  after = get_point_under (fixture, spot, GRAPHENE_POINT_INIT (at.x - 20, at.y - 40));
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.5);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.5);

  drag (fixture, at, 2, 2);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
}

/* The first click chooses, the second leads closer to the same point. */
static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_BACK, "rhomboids-left");
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  double before = get_drawn_width (fixture, spot);

  drag (fixture, at, 0, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", 2,
                         (double)at.x, (double)at.y);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before * 2, 0.5);
}

/* Keys, and buttons that can be named and hit. */
static void
test_zoom_controls (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Move closer", "Move away", "Show the whole body" };
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "jaw-left");
  double before = get_drawn_width (fixture, spot);
  GtkWidget *controls = NULL, *button;
  guint i;

  while (controls == NULL) {
    g_main_context_iteration (NULL, FALSE);
    for (controls = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
         controls != NULL && !GTK_IS_BOX (controls);)
      controls = gtk_widget_get_next_sibling (controls);
  }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  button = gtk_widget_get_first_child (controls);
  for (i = 0; i < G_N_ELEMENTS (names); i++, button = gtk_widget_get_next_sibling (button)) {
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         names[i]);
    g_assert_cmpint (gtk_widget_get_sensitive (button), ==, i == 0);
  }
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.zoom-in", NULL));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before * 1.5, 0.5);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.zoom-in", NULL));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.zoom-out", NULL));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before * 1.5, 0.5);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.zoom-fit", NULL));
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), before, 0.5);
}

/* Who is closer than usual stays there when something in sight is chosen. */
static void
test_choose_close (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "jaw-left");
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  double near;
  guint i;

  for (i = 0; i < 6; i++)
    scroll (fixture, at, -1);
  near = get_drawn_width (fixture, spot);
  uk_chart_view_set_selected (fixture->view, "jaw", UK_SIDE_LEFT);
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), near, 0.01);
  uk_chart_view_set_selected (fixture->view, "plantar-foot", UK_SIDE_LEFT);
  g_assert_cmpfloat_with_epsilon (get_drawn_width (fixture, spot), near, 0.01);
  at = to_pixels (fixture, find_spot (fixture, UK_VIEW_FRONT, "plantar-foot-left"),
                  uk_chart_spot_get_area (find_spot (fixture, UK_VIEW_FRONT, "plantar-foot-left"))
                      ->label);
  g_assert_cmpfloat ((double)at.y, >, 0);
  g_assert_cmpfloat ((double)at.y, <, 640);
}

static gboolean
is_sharp (gpointer data)
{
  return uk_chart_view_has_detail (data, UK_VIEW_FRONT)
         && uk_chart_view_has_detail (data, UK_VIEW_BACK);
}

/* What is seen closely is painted again for it, soon after it has come to rest. */
static void
test_sharp (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "jaw-left");
  graphene_point_t at = to_pixels (fixture, spot, uk_chart_spot_get_area (spot)->label);
  guint i;

  for (i = 0; i < 8; i++)
    scroll (fixture, at, -1);
  g_assert_false (is_sharp (fixture->view));
  uk_test_spin_until (is_sharp, fixture->view, 10000);
  /* Gone while it is painted: nothing comes too late. */
  scroll (fixture, at, 1);
}

/* In a narrow window there is one view; what is chosen turns it to where it can be seen. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *biceps = GTK_WIDGET (find_spot (fixture, UK_VIEW_FRONT, "biceps-left"));
  GtkWidget *triceps = GTK_WIDGET (find_spot (fixture, UK_VIEW_BACK, "triceps-left"));

  g_assert_false (uk_chart_view_get_shows_both (fixture->view));
  g_assert_true (gtk_widget_get_child_visible (biceps));
  g_assert_false (gtk_widget_get_child_visible (triceps));
  uk_chart_view_set_selected (fixture->view, "triceps", UK_SIDE_LEFT);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  g_assert_cmpint (uk_chart_view_get_view (fixture->view), ==, UK_VIEW_BACK);
  g_assert_false (gtk_widget_get_child_visible (biceps));
  g_assert_true (gtk_widget_get_child_visible (triceps));
  uk_chart_view_set_pin (fixture->view, UK_VIEW_FRONT, 0, 300);
  g_assert_cmpint (uk_chart_view_get_view (fixture->view), ==, UK_VIEW_FRONT);
}

/* The body is not mirrored for languages that run from right to left. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "hand-thumb-left");
  UkPoint label = uk_chart_spot_get_area (spot)->label;
  graphene_point_t before = to_pixels (fixture, spot, label), after;

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  after = to_pixels (fixture, spot, label);
  g_assert_true (graphene_point_near (&before, &after, 0.5f));
}

static gboolean
asks_tooltip (Fixture *fixture, UkChartSpot *spot, UkPoint point)
{
  graphene_point_t at = to_pixels (fixture, spot, point);
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (fixture->view, "query-tooltip", (int)at.x, (int)at.y, FALSE, tooltip,
                         &shown);
  g_object_unref (tooltip);
  return shown;
}

/* Why not to press is told where the pointer rests, on areas only once one is chosen, and with the
 * keyboard as part of what is read aloud. */
static void
test_press (Fixture *fixture, gconstpointer data)
{
  UkChartSpot *spot = find_spot (fixture, UK_VIEW_FRONT, "pectorals-right");
  const UkChartArea *area = uk_chart_spot_get_area (spot);
  const UkBox *box = &area->bounds;
  UkPoint point, outside = { 0, 0 };

  for (point.y = box->y; point.y < box->y + box->height; point.y += 2) {
    for (point.x = box->x; point.x < box->x + box->width; point.x += 2) {
      const char *why
          = uk_chart_why_not_press (fixture->charts[0],
                                    uk_chart_find_area (fixture->charts[0], area->id), point.x,
                                    point.y);

      if (g_strcmp0 (why, "chest") == 0)
        outside = point;
    }
  }
  g_assert_cmpfloat (outside.y, >, 0);
  g_assert_false (asks_tooltip (fixture, spot, outside));
  g_assert_true (asks_tooltip (fixture, spot, (UkPoint){ 0, 60 }));
  uk_chart_view_set_selected (fixture->view, "pectorals", UK_SIDE_RIGHT);
  uk_chart_view_set_show_no_press (fixture->view, TRUE);
  g_assert_true (asks_tooltip (fixture, spot, outside));
  g_assert_false (asks_tooltip (fixture, spot, (UkPoint){ 100, 37 }));

  spot = find_spot (fixture, UK_VIEW_BACK, "levator-scapulae-left");
  gtk_widget_grab_focus (GTK_WIDGET (spot));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "On the back of the body. Do not press: Side of the neck: Press only the lower end, at the upper "
      "inner corner of the shoulder blade: further up lie nerves and blood vessels of the neck.");
}

static double
get_tint (const char *region, UkSide side, gpointer user_data)
{
  guint *asked = user_data;

  (*asked)++;
  return g_str_equal (region, "calf") && side == UK_SIDE_LEFT ? 7 : -1;
}

/* Everything at once, in every style: it draws, and lets go of what it was given. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  static const char *const regions[] = { "temples", "jaw", "no-such-region", NULL };
  AdwStyleManager *style = adw_style_manager_get_default ();
  guint asked = 0;

  uk_chart_view_set_tint (fixture->view, get_tint, &asked, NULL);
  g_assert_cmpuint (asked, >, 90);
  uk_chart_view_set_invite (fixture->view, regions);
  uk_chart_view_breathe (fixture->view, "jaw");
  uk_chart_view_set_selected (fixture->view, "upper-trapezius", UK_SIDE_LEFT);
  uk_chart_view_set_pin (fixture->view, UK_VIEW_BACK, -43, 133);
  uk_chart_view_set_referral (fixture->view, regions);
  uk_chart_view_set_show_no_press (fixture->view, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  uk_chart_view_set_zoomed (fixture->view, TRUE);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  uk_chart_view_set_ranked (fixture->view, regions, UK_SIDE_NONE);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  uk_chart_view_set_tint (fixture->view, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (uk_data_get_resource ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, width, func)                                                                     \
  g_test_add ("/chart-view/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("accessible", 700, test_accessible);
  ADD ("selected", 700, test_selected);
  ADD ("pick", 700, test_pick);
  ADD ("click", 700, test_click);
  ADD ("hover", 700, test_hover);
  ADD ("keyboard", 700, test_keyboard);
  ADD ("activate-by-key", 700, test_activate_by_key);
  ADD ("typing", 700, test_typing);
  ADD ("zoom", 700, test_zoom);
  ADD ("wheel", 700, test_wheel);
  ADD ("drag", 700, test_drag);
  ADD ("double-click", 700, test_double_click);
  ADD ("zoom-controls", 700, test_zoom_controls);
  ADD ("choose-close", 700, test_choose_close);
  ADD ("sharp", 700, test_sharp);
  ADD ("press", 700, test_press);
  ADD ("narrow", 360, test_narrow);
  ADD ("right-to-left", 700, test_right_to_left);
  ADD ("draw", 700, test_draw);
#undef ADD
  return g_test_run ();
}
