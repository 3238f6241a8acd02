/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-step-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#define LINE_HEIGHT 6
#define HIT_HEIGHT 24
#define WIDE_GAP 6
#define NARROW_GAP 3

/* Less, in pixels, is not seen. */
#define LEAST_MOVE 0.5

struct _UkStepBar {
  GtkWidget parent_instance;

  UkRun *run;   /* owned, nullable */
  double drawn; /* how far the current leg was when it was drawn, in pixels */
};

G_DEFINE_FINAL_TYPE (UkStepBar, uk_step_bar, GTK_TYPE_WIDGET)

enum { JUMP, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_n_legs (UkStepBar *self)
{
  return self->run != NULL ? uk_run_get_n_legs (self->run) : 0;
}

static int
get_gap (UkStepBar *self, int width)
{
  return width / (int)MAX (get_n_legs (self), 1) < 4 * WIDE_GAP ? NARROW_GAP : WIDE_GAP;
}

/* Where each leg stands.  The lines are drawn by the bar, because they are thinner than what one
 * can hit. */
static void
place_legs (UkStepBar *self,
            int width,
            void (*place) (UkStepBar *self, guint leg, double x, double width, gpointer data),
            gpointer data)
{
  const guint n_legs = get_n_legs (self);
  const int gap = get_gap (self, width);
  const double space = width - gap * ((double)n_legs - 1);
  double sum = 0;
  double x = 0;
  guint i;

  for (i = 0; i < n_legs; i++)
    sum += uk_run_get_leg_seconds (self->run, i);
  for (i = 0; i < n_legs; i++) {
    double leg_width = space * uk_run_get_leg_seconds (self->run, i) / sum;

    place (self, i, x, leg_width, data);
    x += leg_width + gap;
  }
}

static void
clicked_cb (GtkButton *button, UkStepBar *self)
{
  guint leg = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "leg"));

  g_signal_emit (self, signals[JUMP], 0, leg);
}

/* The arrow keys move through the steps, so the tab key need not stop at each of them. */
static void
add_button (UkStepBar *self, guint leg)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label
      = g_strdup_printf (_ ("Step %u: %s"), leg + 1, uk_run_get_leg (self->run, leg)->step->act);

  g_object_set_data (G_OBJECT (button), "leg", GUINT_TO_POINTER (leg));
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
remove_buttons (UkStepBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
append_line (GtkSnapshot *snapshot, double x, double y, double width, const GdkRGBA *color)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, LINE_HEIGHT);
  GskRoundedRect line;

  gsk_rounded_rect_init_from_rect (&line, &bounds, LINE_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &line);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static double
get_part_done (UkStepBar *self, guint leg)
{
  const guint current = uk_run_get_leg_index (self->run);

  if (leg != current)
    return leg < current ? 1 : 0;
  if (uk_run_is_over (self->run))
    return uk_run_get_state (self->run) == UK_RUN_FINISHED ? 1 : 0;
  return uk_run_get_phase (self->run) == UK_RUN_STEP ? uk_run_get_fraction (self->run) : 0;
}

/* The line of the leg that goes on, in pixels. */
static double
get_progress (UkStepBar *self)
{
  const guint n_legs = get_n_legs (self);
  const guint current = uk_run_get_leg_index (self->run);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  double sum = 0;
  guint i;

  for (i = 0; i < n_legs; i++)
    sum += uk_run_get_leg_seconds (self->run, i);
  return width * (current + get_part_done (self, current)) * uk_run_get_leg_seconds (self->run, current) / sum;
}

static void
draw_leg (UkStepBar *self, guint leg, double x, double width, gpointer data)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const double y = (gtk_widget_get_height (GTK_WIDGET (self)) - LINE_HEIGHT) / 2;
  const double done = get_part_done (self, leg);
  const gboolean is_current = leg == uk_run_get_leg_index (self->run);
  GdkRGBA color;

  if (gtk_style_context_lookup_color (style, "track", &color))
    append_line (data, x, y, width, &color);
  if ((done > 0 || is_current) && gtk_style_context_lookup_color (style, "accent_drawn", &color))
    append_line (data, x, y, CLAMP (width * done, MIN (LINE_HEIGHT, width), width), &color);
}

static void
uk_step_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UkStepBar *self = UK_STEP_BAR (widget);

  if (self->run != NULL)
    self->drawn = get_progress (self);
  place_legs (self, gtk_widget_get_width (widget), draw_leg, snapshot);
  GTK_WIDGET_CLASS (uk_step_bar_parent_class)->snapshot (widget, snapshot);
}

static void
uk_step_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HIT_HEIGHT;
  else
    *minimum = *natural = (int)get_n_legs (UK_STEP_BAR (widget)) * (LINE_HEIGHT + NARROW_GAP);
}

static void
allocate_leg (UkStepBar *self, guint leg, double x, double width, gpointer data)
{
  GtkWidget **child = data;
  int minimum;

  gtk_widget_measure (*child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      *child, &(GtkAllocation){ (int)x, 0, MAX ((int)ceil (width), minimum), HIT_HEIGHT }, -1);
  *child = gtk_widget_get_next_sibling (*child);
}

static void
uk_step_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  place_legs (UK_STEP_BAR (widget), width, allocate_leg, &child);
}

static void
uk_step_bar_dispose (GObject *object)
{
  UkStepBar *self = UK_STEP_BAR (object);

  remove_buttons (self);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (uk_step_bar_parent_class)->dispose (object);
}

static void
uk_step_bar_class_init (UkStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uk_step_bar_dispose;
  widget_class->snapshot = uk_step_bar_snapshot;
  widget_class->measure = uk_step_bar_measure;
  widget_class->size_allocate = uk_step_bar_size_allocate;

  signals[JUMP] = g_signal_new ("jump", UK_TYPE_STEP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "step-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
uk_step_bar_init (UkStepBar *self)
{
}

/* @run: (nullable): what to show from now on; update the bar when its time has moved */
void
uk_step_bar_set_run (UkStepBar *self, UkRun *run)
{
  guint i;

  g_return_if_fail (UK_IS_STEP_BAR (self));

  if (!g_set_object (&self->run, run))
    return;
  remove_buttons (self);
  for (i = 0; i < get_n_legs (self); i++)
    add_button (self, i);
}

/* Time has passed: draws again what somebody could see. */
void
uk_step_bar_update (UkStepBar *self)
{
  g_return_if_fail (UK_IS_STEP_BAR (self));

  if (self->run != NULL && fabs (get_progress (self) - self->drawn) >= LEAST_MOVE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
