/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-ring.h"

#include <adwaita.h>
#include <math.h>

/* From here on minutes and seconds read better than seconds. */
#define LONG_SECONDS 100

#define COLOR_CHANGE_MS 250

struct _UkRunRing {
  GtkWidget parent_instance;

  GtkWidget *child;     /* owned, nullable */
  PangoLayout *digits;  /* owned */
  AdwAnimation *change; /* owned: from one colour to the other */
  double wait;          /* 0 do, 1 wait */
  double left;          /* seconds */
  double longest;       /* seconds of the countdown, which decide how wide the gap is */
  double fraction;
  gboolean waiting;
  gboolean paused;
};

G_DEFINE_FINAL_TYPE (UkRunRing, uk_run_ring, GTK_TYPE_WIDGET)

typedef enum { PROP_CHILD = 1 } UkRunRingProperty;

static GParamSpec *properties[PROP_CHILD + 1];

/* Centre and radius of the middle of the line, and what belongs to it. */
typedef struct {
  double x;
  double y;
  double radius;
  double line;
  double digits;
} Geometry;

static Geometry
get_geometry (int width, int height)
{
  const double side = MIN (width, height);
  Geometry g
      = { .x = width / 2.0, .line = MAX (7, side * 0.024), .digits = CLAMP (side * 0.19, 40, 240) };

  g.radius = MIN (width / 2.0, (height - g.digits * 0.42) / 2) - g.line;
  g.radius = MAX (g.radius, 1);
  g.y = MAX (g.radius + g.line, (height - g.digits * 0.42) / 2);
  return g;
}

static char *
format_seconds (double left)
{
  const int seconds = (int)ceil (left);

  if (seconds < LONG_SECONDS)
    return g_strdup_printf ("%d", seconds);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

static void
set_digits (UkRunRing *self, const char *text, double pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (self->digits, font);
  pango_font_description_free (font);
  pango_layout_set_text (self->digits, text, -1);
}

/* Half of the gap, as an angle: as wide as the widest number that will stand in it. */
static double
get_half_gap (UkRunRing *self, const Geometry *g)
{
  int width;

  set_digits (self, self->longest >= LONG_SECONDS ? "0:00" : "00", g->digits);
  pango_layout_get_pixel_size (self->digits, &width, NULL);
  return asin (MIN (0.9, (width / 2.0 + g->line * 2.2) / g->radius));
}

static GdkRGBA
lookup_color (UkRunRing *self, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &color);
  return color;
}

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, double t)
{
  const float s = (float)t;

  return (GdkRGBA){ a->red + (b->red - a->red) * s, a->green + (b->green - a->green) * s,
                    a->blue + (b->blue - a->blue) * s, a->alpha + (b->alpha - a->alpha) * s };
}

static gboolean
may_animate (UkRunRing *self)
{
  return adw_get_enable_animations (GTK_WIDGET (self));
}

static void
draw_ring (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g, int width, int height)
{
  const GdkRGBA track = lookup_color (self, "track");
  const GdkRGBA act = lookup_color (self, "accent_drawn");
  const GdkRGBA ready = lookup_color (self, "ready");
  const GdkRGBA color = mix (&act, &ready, self->wait);
  const double half = get_half_gap (self, g);
  const double start = G_PI / 2 + half;
  const double end = G_PI / 2 - half + 2 * G_PI;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, g->line);
  cairo_arc (cr, g->x, g->y, g->radius, start, end);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_stroke (cr);
  cairo_arc (cr, g->x, g->y, g->radius, start, start + (end - start) * self->fraction);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* What reaches the digits fades away below. */
static void
draw_child (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g)
{
  const float radius = (float)(g->radius - g->line);
  const graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float)g->x - radius, (float)g->y - radius, 2 * radius, 2 * radius);
  const graphene_rect_t foot = GRAPHENE_RECT_INIT (
      (float)g->x - radius, (float)g->y + 0.80f * radius, 2 * radius, 0.20f * radius);
  GdkRGBA paper = lookup_color (self, "window_bg_color");
  GdkRGBA clear = paper;
  GskRoundedRect circle;

  clear.alpha = 0;
  gsk_rounded_rect_init_from_rect (&circle, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->child, snapshot);
  gtk_snapshot_append_linear_gradient (
      snapshot, &foot, &GRAPHENE_POINT_INIT (0, foot.origin.y),
      &GRAPHENE_POINT_INIT (0, foot.origin.y + foot.size.height),
      (GskColorStop[]){ { 0, clear }, { 0.6f, paper }, { 1, paper } }, 3);
  gtk_snapshot_pop (snapshot);
}

/* The last three seconds grow and shrink a little, in time with the tick. */
static double
get_pulse (UkRunRing *self)
{
  const double since_tick = ceil (self->left) - self->left;

  if (self->left <= 0 || self->left > 3 || self->paused || !may_animate (self))
    return 1;
  return 1 + 0.05 * sin (G_PI * MIN (1, since_tick * 2.5));
}

static void
draw_digits (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g)
{
  g_autofree char *text = format_seconds (self->left);
  const GdkRGBA ready = lookup_color (self, "ready");
  const double pulse = get_pulse (self);
  GdkRGBA color = lookup_color (self, "window_fg_color");
  int width;

  color = mix (&color, &ready, self->wait);
  if (self->paused)
    color.alpha *= 0.6f;
  set_digits (self, text, g->digits);
  pango_layout_get_pixel_size (self->digits, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)g->x, (float)(g->y + g->radius + g->digits * 0.30)));
  gtk_snapshot_scale (snapshot, (float)pulse, (float)pulse);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (-(float)width / 2,
                            -(float)pango_layout_get_baseline (self->digits) / PANGO_SCALE));
  gtk_snapshot_append_layout (snapshot, self->digits, &color);
  gtk_snapshot_restore (snapshot);
}

static void
wait_cb (double wait, gpointer data)
{
  UK_RUN_RING (data)->wait = wait;
  gtk_widget_queue_draw (data);
}

static void
uk_run_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UkRunRing *self = UK_RUN_RING (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const Geometry g = get_geometry (width, height);

  draw_ring (self, snapshot, &g, width, height);
  if (self->child != NULL)
    draw_child (self, snapshot, &g);
  draw_digits (self, snapshot, &g);
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
  const Geometry g = get_geometry (width, height);
  const int inner = MAX (1, (int)(g.radius - g.line));

  if (self->child != NULL)
    gtk_widget_size_allocate (
        self->child, &(GtkAllocation){ (int)g.x - inner, (int)g.y - inner, 2 * inner, 2 * inner },
        -1);
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

  g_return_if_fail (UK_IS_RUN_RING (self));

  if (shown != ceil (self->left)) {
    g_autofree char *text = format_seconds (left);

    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, shown,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  } else if (!may_animate (self) && self->left > 0) {
    return;
  }
  self->left = left;
  self->fraction = CLAMP (fraction, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @seconds: what the countdown begins with */
void
uk_run_ring_set_longest (UkRunRing *self, double seconds)
{
  g_return_if_fail (UK_IS_RUN_RING (self));

  self->longest = seconds;
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
