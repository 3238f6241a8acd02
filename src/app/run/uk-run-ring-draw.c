/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-ring-private.h"

#include <math.h>

/* From here on minutes and seconds read better than seconds. */
#define LONG_SECONDS 100

/* Less, in device pixels, is not seen; the breath, which is drawn behind the whole figure, is slow. */
#define LEAST_MOVE 0.5
#define LEAST_BREATH 1.0

/* Where the breath goes, in parts of the space inside the line. */
#define GUIDE_OUT 0.74
#define GUIDE_IN 0.94

typedef UkRunRingGeometry Geometry;

UkRunRingGeometry
uk_run_ring_get_geometry (int width, int height)
{
  const double side = MIN (width, height);
  Geometry g
      = { .x = width / 2.0, .line = MAX (7, side * 0.024), .digits = CLAMP (side * 0.19, 40, 240) };

  g.radius = MIN (width / 2.0, (height - g.digits * 0.42) / 2) - g.line;
  g.radius = MAX (g.radius, 1);
  g.y = MAX (g.radius + g.line, (height - g.digits * 0.42) / 2);
  return g;
}

char *
uk_run_ring_format_seconds (double left)
{
  const int seconds = (int)ceil (left);

  if (seconds < LONG_SECONDS)
    return g_strdup_printf ("%d", seconds);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

static void
set_text (UkRunRing *self, PangoLayout *layout, const char *text, double pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
}

/* Half of the gap, as an angle: as wide as the widest number that will stand in it. */
static double
get_half_gap (UkRunRing *self, const Geometry *g)
{
  int width;

  if (self->gap_digits < g->digits || self->gap_digits > g->digits) {
    set_text (self, self->digits, self->longest >= LONG_SECONDS ? "0:00" : "00", g->digits);
    pango_layout_get_pixel_size (self->digits, &width, NULL);
    self->gap_width = width;
    self->gap_digits = g->digits;
  }
  return asin (MIN (0.9, (self->gap_width / 2 + g->line * 2.2) / g->radius));
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

gboolean
uk_run_ring_may_animate (UkRunRing *self)
{
  return adw_get_enable_animations (GTK_WIDGET (self));
}

/* Under the arc, from end to end. */
static void
draw_track (UkRunRing *self, GtkSnapshot *snapshot, const UkRunArcShape *shape)
{
  const float reach = (float)(shape->radius + shape->line);

  if (self->track == NULL) {
    const GdkRGBA color = lookup_color (self, "track");
    cairo_t *cr;

    self->track
        = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float)shape->x - reach, (float)shape->y - reach,
                                                   2 * reach, 2 * reach));
    cr = gsk_cairo_node_get_draw_context (self->track);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width (cr, shape->line);
    cairo_arc (cr, shape->x, shape->y, shape->radius, shape->start, shape->end);
    gdk_cairo_set_source_rgba (cr, &color);
    cairo_stroke (cr);
    cairo_destroy (cr);
  }
  gtk_snapshot_append_node (snapshot, self->track);
}

static void
draw_ring (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g)
{
  const GdkRGBA act = lookup_color (self, "accent_drawn");
  const GdkRGBA ready = lookup_color (self, "ready");
  const double half = get_half_gap (self, g);
  const UkRunArcShape shape = { g->x, g->y, g->radius, g->line, G_PI / 2 + half,
                                G_PI / 2 - half + 2 * G_PI, mix (&act, &ready, self->wait) };

  if (uk_run_arc_set_shape (&self->arc, &shape))
    g_clear_pointer (&self->track, gsk_render_node_unref);
  draw_track (self, snapshot, &shape);
  uk_run_arc_snapshot (&self->arc, snapshot, self->fraction);
}

/* The last three seconds grow and shrink a little, in time with the tick. */
static double
get_pulse (UkRunRing *self)
{
  const double since_tick = ceil (self->left) - self->left;

  if (self->left <= 0 || self->left > 3 || self->paused || !uk_run_ring_may_animate (self))
    return 1;
  return 1 + 0.05 * sin (G_PI * MIN (1, since_tick * 2.5));
}

static double
get_guide_radius (UkRunRing *self, const Geometry *g)
{
  const double part = (self->breath + 1) / 2;

  return (g->radius - g->line) * (GUIDE_OUT + (GUIDE_IN - GUIDE_OUT) * part);
}

static gboolean
shows_guide (UkRunRing *self)
{
  return self->guided && uk_run_ring_may_animate (self);
}

/* Behind the figure; grows while one breathes in. */
static void
draw_guide (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g)
{
  const float radius = (float)get_guide_radius (self, g);
  const float line = MAX (2, (float)g->line * 0.35f);
  GdkRGBA color = lookup_color (self, "accent_drawn");
  GskRoundedRect circle;

  color.alpha = 0.55f;
  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT ((float)g->x - radius, (float)g->y - radius,
                                                        2 * radius, 2 * radius),
                                   radius);
  gtk_snapshot_append_border (snapshot, &circle, (float[]){ line, line, line, line },
                              (GdkRGBA[]){ color, color, color, color });
}

/* In the corner, which the ring leaves free. */
static void
draw_cue (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g, int width)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (self->cue));
  const GdkRGBA color = lookup_color (self, "accent_color");
  int text_width;

  if (*text == '\0')
    return;
  set_text (self, self->cue, text, CLAMP (g->digits * 0.26, 15, 48));
  pango_layout_get_pixel_size (self->cue, &text_width, NULL);
  gtk_snapshot_save (snapshot);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(width - text_width), 0));
  gtk_snapshot_append_layout (snapshot, self->cue, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_digits (UkRunRing *self, GtkSnapshot *snapshot, const Geometry *g)
{
  g_autofree char *text = uk_run_ring_format_seconds (self->left);
  const GdkRGBA ready = lookup_color (self, "ready");
  const double pulse = get_pulse (self);
  GdkRGBA color = lookup_color (self, "window_fg_color");
  int width;

  color = mix (&color, &ready, self->wait);
  if (self->paused)
    color.alpha *= 0.6f;
  set_text (self, self->digits, text, g->digits);
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

static UkRunRingFrame
get_frame (UkRunRing *self, const Geometry *g)
{
  return (UkRunRingFrame){ self->fraction, get_pulse (self),
                           shows_guide (self) ? get_guide_radius (self, g) : 0 };
}

/* Whether somebody could tell what would be drawn now from what is on the screen. */
gboolean
uk_run_ring_has_changed (UkRunRing *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Geometry g
      = uk_run_ring_get_geometry (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const UkRunRingFrame now = get_frame (self, &g);
  const double least = LEAST_MOVE / gtk_widget_get_scale_factor (widget);

  return fabs (now.fraction - self->drawn.fraction) * 2 * G_PI * g.radius >= least
         || fabs (now.guide - self->drawn.guide) >= least * LEAST_BREATH / LEAST_MOVE
         || fabs (now.pulse - self->drawn.pulse) * g.digits >= least;
}

/* Implements snapshot. */
void
uk_run_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UkRunRing *self = UK_RUN_RING (widget);
  const int width = gtk_widget_get_width (widget);
  const Geometry g = uk_run_ring_get_geometry (width, gtk_widget_get_height (widget));

  self->drawn = get_frame (self, &g);
  draw_ring (self, snapshot, &g);
  if (shows_guide (self))
    draw_guide (self, snapshot, &g);
  if (self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, snapshot);
  draw_digits (self, snapshot, &g);
  draw_cue (self, snapshot, &g, width);
}
