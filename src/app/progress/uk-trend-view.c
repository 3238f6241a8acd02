/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-trend-view.h"

#include "art/plot/uk-trend-paint.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define MINIMUM_WIDTH 200
#define NATURAL_WIDTH 400
#define MINIMUM_HEIGHT 150
#define NATURAL_HEIGHT 170

struct _UkTrendView {
  GtkWidget parent_instance;

  GArray *points;   /* owned list of UkTrendPoint, nullable */
  GDateTime *now;   /* owned, nullable */
  GPtrArray *spots; /* list of GtkWidget, children: one for each point */
  guint lit;
  char *detail; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (UkTrendView, uk_trend_view, GTK_TYPE_WIDGET)

typedef enum { PROP_DETAIL = 1 } UkTrendViewProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  const double dpi = pango_cairo_context_get_resolution (context);

  return pango_font_description_get_size_is_absolute (font) || dpi <= 0 ? size : size * dpi / 72;
}

static UkTrendFrame
get_frame (UkTrendView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return uk_trend_frame_new (gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                             get_em (widget), self->points);
}

static void
light (UkTrendView *self, guint lit)
{
  if (self->lit == lit)
    return;
  self->lit = lit;
  g_clear_pointer (&self->detail, g_free);
  if (lit != UK_TREND_NO_POINT)
    self->detail
        = uk_trend_point_to_sentence (&g_array_index (self->points, UkTrendPoint, lit), self->now);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

static guint
find_spot (UkTrendView *self, GtkWidget *spot)
{
  guint place;

  return spot != NULL && g_ptr_array_find (self->spots, spot, &place) ? place : UK_TREND_NO_POINT;
}

/* ---- callbacks ---- */

static void
entered_cb (GtkEventController *controller, double x, double y, UkTrendView *self)
{
  light (self, find_spot (self, gtk_event_controller_get_widget (controller)));
}

static void
left_cb (UkTrendView *self)
{
  light (self, find_spot (self, gtk_widget_get_focus_child (GTK_WIDGET (self))));
}

static void
focused_cb (GtkEventController *controller, UkTrendView *self)
{
  light (self, find_spot (self, gtk_event_controller_get_widget (controller)));
}

static void
style_changed_cb (UkTrendView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- children ---- */

static GtkWidget *
make_spot (UkTrendView *self, const UkTrendPoint *point)
{
  GtkWidget *spot = g_object_new (ADW_TYPE_BIN, "focusable", TRUE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = uk_trend_point_to_sentence (point, self->now);

  gtk_accessible_update_property (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (motion, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (spot, motion);
  gtk_widget_add_controller (spot, focus);
  gtk_widget_set_parent (spot, GTK_WIDGET (self));
  return spot;
}

static void
drop_spots (UkTrendView *self)
{
  while (self->spots->len > 0) {
    GtkWidget *spot = g_ptr_array_steal_index (self->spots, self->spots->len - 1);

    gtk_widget_unparent (spot);
  }
}

/* ---- vfuncs ---- */

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* Each spot is a strip that reaches half way to its neighbours. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UkTrendView *self = UK_TREND_VIEW (widget);
  UkTrendFrame frame;
  double left = 0;
  guint i;

  if (self->spots->len == 0)
    return;
  frame = get_frame (self);
  for (i = 0; i < self->spots->len; i++) {
    const UkTrendPoint *point = &g_array_index (self->points, UkTrendPoint, i);
    const double x = uk_trend_frame_get_point_x (&frame, point);
    double right = width;

    if (i + 1 < self->spots->len)
      right = (x + uk_trend_frame_get_point_x (&frame, point + 1)) / 2;
    gtk_widget_size_allocate (
        g_ptr_array_index (self->spots, i),
        &(GtkAllocation){ (int)left, 0, MAX (0, (int)right - (int)left), height }, -1);
    left = right;
  }
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkTrendView *self = UK_TREND_VIEW (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  UkTrendFrame frame;
  cairo_t *cr;

  if (self->points == NULL)
    return;
  frame = get_frame (self);
  cr = gtk_snapshot_append_cairo (
      snap, &GRAPHENE_RECT_INIT (0, 0, (float)frame.width, (float)frame.height));
  uk_trend_paint (cr, &frame, self->points, self->lit, self->now,
                  pango_context_get_font_description (gtk_widget_get_pango_context (widget)),
                  uk_plot_palette_get (adw_style_manager_get_dark (style),
                                       adw_style_manager_get_high_contrast (style)));
  cairo_destroy (cr);
}

/* One stop for Tab, the arrow keys go from point to point. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  UkTrendView *self = UK_TREND_VIEW (widget);
  const guint current = find_spot (self, gtk_widget_get_focus_child (widget));
  guint next;

  if (self->spots->len == 0)
    return FALSE;
  if (current == UK_TREND_NO_POINT)
    next = self->spots->len - 1;
  else if (direction == GTK_DIR_LEFT && current > 0)
    next = current - 1;
  else if (direction == GTK_DIR_RIGHT && current + 1 < self->spots->len)
    next = current + 1;
  else
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->spots, next));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkTrendView *self = UK_TREND_VIEW (object);

  switch ((UkTrendViewProperty)id) {
  case PROP_DETAIL:
    g_value_set_string (value, self->detail);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  drop_spots (UK_TREND_VIEW (object));
  G_OBJECT_CLASS (uk_trend_view_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkTrendView *self = UK_TREND_VIEW (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_ptr_array_unref (self->spots);
  g_free (self->detail);
  G_OBJECT_CLASS (uk_trend_view_parent_class)->finalize (object);
}

static void
uk_trend_view_class_init (UkTrendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
  widget_class->focus = focus;
  properties[PROP_DETAIL]
      = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "trend-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
uk_trend_view_init (UkTrendView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->spots = g_ptr_array_new ();
  self->lit = UK_TREND_NO_POINT;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How sore it was over time"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* @points: (element-type UkTrendPoint): what is shown; @now: the present, in the person's zone */
void
uk_trend_view_set_points (UkTrendView *self, GArray *points, GDateTime *now)
{
  guint i;

  g_return_if_fail (UK_IS_TREND_VIEW (self) && points != NULL && now != NULL);

  light (self, UK_TREND_NO_POINT);
  drop_spots (self);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->points = g_array_ref (points);
  self->now = g_date_time_ref (now);
  for (i = 0; i < points->len; i++)
    g_ptr_array_add (self->spots, make_spot (self, &g_array_index (points, UkTrendPoint, i)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
