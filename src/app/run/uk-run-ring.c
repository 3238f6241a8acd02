/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-ring-private.h"

#include <math.h>

#define COLOR_CHANGE_MS 250

G_DEFINE_FINAL_TYPE (UkRunRing, uk_run_ring, GTK_TYPE_WIDGET)

typedef enum { PROP_CHILD = 1 } UkRunRingProperty;

static GParamSpec *properties[PROP_CHILD + 1];

static void
wait_cb (double wait, gpointer data)
{
  UK_RUN_RING (data)->wait = wait;
  gtk_widget_queue_draw (data);
}

static void
uk_run_ring_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = 120;
  *natural = 440;
}

static void
uk_run_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UkRunRing *self = UK_RUN_RING (widget);
  const UkRunRingGeometry g = uk_run_ring_get_geometry (width, height);
  const int inner = MAX (1, (int)(g.radius - g.line));

  if (self->child != NULL)
    gtk_widget_size_allocate (
        self->child, &(GtkAllocation){ (int)g.x - inner, (int)g.y - inner, 2 * inner, 2 * inner },
        -1);
}

/* Colours and type are another's. */
static void
uk_run_ring_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  UkRunRing *self = UK_RUN_RING (widget);

  GTK_WIDGET_CLASS (uk_run_ring_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->track, gsk_render_node_unref);
  self->gap_digits = 0;
  if (self->digits == NULL)
    return;
  pango_layout_context_changed (self->digits);
  pango_layout_context_changed (self->cue);
}

static void
uk_run_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((UkRunRingProperty)id) {
  case PROP_CHILD:
    g_value_set_object (value, UK_RUN_RING (object)->child);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  UkRunRing *self = UK_RUN_RING (object);

  switch ((UkRunRingProperty)id) {
  case PROP_CHILD:
    g_clear_pointer (&self->child, gtk_widget_unparent);
    self->child = g_value_get_object (value);
    if (self->child != NULL)
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_ring_dispose (GObject *object)
{
  UkRunRing *self = UK_RUN_RING (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  uk_run_arc_clear (&self->arc);
  g_clear_pointer (&self->track, gsk_render_node_unref);
  g_clear_object (&self->cue);
  g_clear_object (&self->digits);
  g_clear_object (&self->change);

  G_OBJECT_CLASS (uk_run_ring_parent_class)->dispose (object);
}

static void
uk_run_ring_class_init (UkRunRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uk_run_ring_get_property;
  object_class->set_property = uk_run_ring_set_property;
  object_class->dispose = uk_run_ring_dispose;
  widget_class->css_changed = uk_run_ring_css_changed;
  widget_class->snapshot = uk_run_ring_snapshot;
  widget_class->measure = uk_run_ring_measure;
  widget_class->size_allocate = uk_run_ring_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "run-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
uk_run_ring_init (UkRunRing *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (wait_cb, self, NULL);

  self->digits = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->digits, attributes);
  self->cue = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  pango_layout_set_attributes (self->cue, attributes);
  pango_attr_list_unref (attributes);

  self->change = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, COLOR_CHANGE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->change), ADW_EASE_IN_OUT_CUBIC);
}

/* @left: seconds left; @fraction: 0 to 1, how much has passed.  Without animations the ring steps
 * once a second. */
void
uk_run_ring_set_time (UkRunRing *self, double left, double fraction)
{
  const double shown = ceil (left);
  gboolean other_second;

  g_return_if_fail (UK_IS_RUN_RING (self));

  other_second = fabs (shown - ceil (self->left)) > 0;
  if (other_second) {
    g_autofree char *text = uk_run_ring_format_seconds (left);

    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, shown,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  } else if (!uk_run_ring_may_animate (self) && self->left > 0) {
    return;
  }
  self->left = left;
  self->fraction = CLAMP (fraction, 0, 1);
  if (other_second || uk_run_ring_has_changed (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @guided: whether to show the breath; @breath: -1 out to 1 in.  Shown with the next time that is
 * set. */
void
uk_run_ring_set_breath (UkRunRing *self, gboolean guided, double breath)
{
  g_return_if_fail (UK_IS_RUN_RING (self));

  self->guided = guided;
  self->breath = CLAMP (breath, -1, 1);
}

/* @cue: a word or two about what to do at this moment; empty: none */
void
uk_run_ring_set_cue (UkRunRing *self, const char *cue)
{
  g_return_if_fail (UK_IS_RUN_RING (self));
  g_return_if_fail (cue != NULL);

  if (g_str_equal (pango_layout_get_text (self->cue), cue))
    return;
  pango_layout_set_text (self->cue, cue, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cue,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @seconds: what the countdown begins with */
void
uk_run_ring_set_longest (UkRunRing *self, double seconds)
{
  g_return_if_fail (UK_IS_RUN_RING (self));

  self->longest = seconds;
  self->gap_digits = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @waiting: the person gets ready */
void
uk_run_ring_set_waiting (UkRunRing *self, gboolean waiting)
{
  AdwTimedAnimation *change;

  g_return_if_fail (UK_IS_RUN_RING (self));

  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  change = ADW_TIMED_ANIMATION (self->change);
  adw_timed_animation_set_value_from (change, self->wait);
  adw_timed_animation_set_value_to (change, waiting ? 1 : 0);
  adw_animation_play (self->change);
}

/* @paused: nothing moves, and the digits step back */
void
uk_run_ring_set_paused (UkRunRing *self, gboolean paused)
{
  g_return_if_fail (UK_IS_RUN_RING (self));

  if (self->paused == paused)
    return;
  self->paused = paused;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
