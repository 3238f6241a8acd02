/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-spot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define HOVER_IN_MS 120
#define HOVER_OUT_MS 200
#define SELECT_MS 200

/* The widest line along an outline, in pixels. */
#define LINE_ROOM 8.0

struct _UkChartSpot {
  GtkWidget parent_instance;

  UkChart *chart;                /* (owned) */
  const UkChartArea *area;       /* of chart */
  const UkChartPalette *palette; /* static */
  char *name;                    /* (owned) (nullable) with its side */
  UkChartAreaState state;
  gboolean selected;
  gboolean hovered;
  double scale;
  AdwAnimation *hover;  /* (owned) */
  AdwAnimation *select; /* (owned) */
};

G_DEFINE_FINAL_TYPE (UkChartSpot, uk_chart_spot, GTK_TYPE_WIDGET)

enum {
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
animate (AdwAnimation *animation, double from, double to, guint duration)
{
  AdwTimedAnimation *timed = ADW_TIMED_ANIMATION (animation);

  adw_animation_pause (animation);
  adw_timed_animation_set_value_from (timed, from);
  adw_timed_animation_set_value_to (timed, to);
  adw_timed_animation_set_duration (timed, duration);
  adw_animation_play (animation);
}

static void
hover_cb (double value, gpointer user_data)
{
  UkChartSpot *self = user_data;

  self->state.hover = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_cb (double value, gpointer user_data)
{
  UkChartSpot *self = user_data;

  self->state.selected = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AdwAnimation *
make_animation (UkChartSpot *self, AdwAnimationTargetFunc func)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (func, self, NULL);
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, 0, target);

  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), ADW_EASE_OUT_QUAD);
  return animation;
}

static gboolean
contains (GtkWidget *widget, double x, double y)
{
  UkChartSpot *self = UK_CHART_SPOT (widget);
  UkBox box = uk_chart_spot_get_box (self);

  return uk_chart_hit (self->chart, x + box.x, y + box.y) == self->area;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  UkBox box = uk_chart_spot_get_box (UK_CHART_SPOT (widget));

  *minimum = *natural = (int)(orientation == GTK_ORIENTATION_HORIZONTAL ? box.width : box.height);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkChartSpot *self = UK_CHART_SPOT (widget);
  gboolean focused = gtk_widget_has_visible_focus (widget);
  double room = LINE_ROOM / self->scale;
  UkBox box = uk_chart_spot_get_box (self);
  cairo_t *cr;

  if (self->palette == NULL
      || (!focused && self->state.hover <= 0 && self->state.selected <= 0
          && self->state.rating < 0))
    return;
  cr = gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT ((float)-room, (float)-room,
                                                             (float)(box.width + 2 * room),
                                                             (float)(box.height + 2 * room)));
  cairo_translate (cr, -box.x, -box.y);
  uk_chart_paint_area (cr, self->chart, self->area, self->palette, &self->state, self->scale);
  if (focused)
    uk_chart_paint_focus (cr, self->area, self->palette, self->scale);
  cairo_destroy (cr);
}

static void
state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (uk_chart_spot_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
dispose (GObject *object)
{
  UkChartSpot *self = UK_CHART_SPOT (object);

  g_clear_object (&self->hover);
  g_clear_object (&self->select);
  g_clear_pointer (&self->chart, uk_chart_unref);
  G_OBJECT_CLASS (uk_chart_spot_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_CHART_SPOT (object)->name);
  G_OBJECT_CLASS (uk_chart_spot_parent_class)->finalize (object);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate (widget);
}

static void
uk_chart_spot_class_init (UkChartSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[]
      = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };
  guint i;

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->contains = contains;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->state_flags_changed = state_flags_changed;

  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activated", NULL);
  /* The toolkit gives assistive tools an action for buttons only. */
  gtk_widget_class_install_action (widget_class, "area.choose", NULL, choose_action);
  gtk_widget_class_set_css_name (widget_class, "area");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
uk_chart_spot_init (UkChartSpot *self)
{
  self->state.rating = -1;
  self->scale = 1;
  self->hover = make_animation (self, hover_cb);
  self->select = make_animation (self, select_cb);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* @area must belong to @chart. */
GtkWidget *
uk_chart_spot_new (UkChart *chart, const UkChartArea *area)
{
  UkChartSpot *self = g_object_new (UK_TYPE_CHART_SPOT, NULL);

  self->chart = uk_chart_ref (chart);
  self->area = area;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  area->view == UK_VIEW_FRONT ? _ ("On the front of the body")
                                                              : _ ("On the back of the body"),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return GTK_WIDGET (self);
}

/* The same area of another body.  @area must belong to @chart. */
void
uk_chart_spot_set_area (UkChartSpot *self, UkChart *chart, const UkChartArea *area)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));
  g_return_if_fail (g_str_equal (area->id, self->area->id));

  uk_chart_ref (chart);
  uk_chart_unref (self->chart);
  self->chart = chart;
  self->area = area;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const UkChartArea *
uk_chart_spot_get_area (UkChartSpot *self)
{
  g_return_val_if_fail (UK_IS_CHART_SPOT (self), NULL);
  return self->area;
}

/* (nullable): the name with its side. */
const char *
uk_chart_spot_get_name (UkChartSpot *self)
{
  g_return_val_if_fail (UK_IS_CHART_SPOT (self), NULL);
  return self->name;
}

UkBox
uk_chart_spot_get_box (UkChartSpot *self)
{
  const UkBox *bounds;
  double x, y;

  g_return_val_if_fail (UK_IS_CHART_SPOT (self), ((UkBox){ 0, 0, 0, 0 }));

  bounds = &self->area->bounds;
  x = floor (bounds->x);
  y = floor (bounds->y);
  return (UkBox){ x, y, ceil (bounds->x + bounds->width) - x,
                  ceil (bounds->y + bounds->height) - y };
}

/* @name: what is shown and spoken, with the side. */
void
uk_chart_spot_set_name (UkChartSpot *self, const char *name)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));
  g_return_if_fail (name != NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
uk_chart_spot_set_palette (UkChartSpot *self, const UkChartPalette *palette)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));

  self->palette = palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Pixels a chart unit: how large it is drawn. */
void
uk_chart_spot_set_scale (UkChartSpot *self, double scale)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));
  g_return_if_fail (scale > 0);

  if (G_APPROX_VALUE (self->scale, scale, 1e-6))
    return;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
uk_chart_spot_set_look (UkChartSpot *self, UkChartLook look)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));

  if (self->state.look == look)
    return;
  self->state.look = look;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @rating: 0 to 10; negative for none. */
void
uk_chart_spot_set_rating (UkChartSpot *self, double rating)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));

  if (G_APPROX_VALUE (self->state.rating, rating, 1e-6))
    return;
  self->state.rating = rating;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
uk_chart_spot_set_selected (UkChartSpot *self, gboolean selected)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  animate (self->select, self->state.selected, selected ? 1 : 0, SELECT_MS);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
      selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

gboolean
uk_chart_spot_get_selected (UkChartSpot *self)
{
  g_return_val_if_fail (UK_IS_CHART_SPOT (self), FALSE);
  return self->selected;
}

void
uk_chart_spot_set_hovered (UkChartSpot *self, gboolean hovered)
{
  g_return_if_fail (UK_IS_CHART_SPOT (self));

  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  animate (self->hover, self->state.hover, hovered ? 1 : 0, hovered ? HOVER_IN_MS : HOVER_OUT_MS);
}
