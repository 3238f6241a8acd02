/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-stage-private.h"

/* From this width on the words stand beside the ring. */
#define WIDE 700

/* Below this height the words lose their second line. */
#define HIGH_ENOUGH 550

#define EDGE 36
#define EDGE_NARROW 18
#define END_EDGE 48
#define GAP 18

typedef struct {
  int x;
  int y;
  int width;
  int height;
} Space;

static int
get_natural (gpointer widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (widget), orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget) && gtk_widget_get_child_visible (widget);
}

static int
get_height (gpointer widget, int width)
{
  return is_shown (widget) ? get_natural (widget, GTK_ORIENTATION_VERTICAL, width) : 0;
}

/* Mirrors for languages that run from right to left. */
static void
put (UkRunStage *self, gpointer widget, int x, int y, int width, int height)
{
  const int all = gtk_widget_get_width (GTK_WIDGET (self));

  if (!is_shown (widget))
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = all - x - width;
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

/* In the middle of a space, as wide as it wants to be. */
static void
put_centered (UkRunStage *self, gpointer widget, int y, int width)
{
  const int natural = MIN (get_natural (widget, GTK_ORIENTATION_HORIZONTAL, -1), width);

  put (self, widget, (width - natural) / 2, y, natural, get_height (widget, natural));
}

static int
get_heading_height (UkRunStage *self)
{
  return MAX (get_height (self->badge, -1), get_height (self->step_text, -1));
}

static int
get_shown_width (gpointer widget)
{
  return is_shown (widget) ? get_natural (widget, GTK_ORIENTATION_HORIZONTAL, -1) : 0;
}

/* Where it works and which step it is, in a line; where that is too long the first counts more. */
static void
place_heading (UkRunStage *self, Space space, gboolean centered)
{
  const int gap = is_shown (self->badge) ? 12 : 0;
  const int badge_width = MIN (get_shown_width (self->badge), space.width);
  const int step_width = get_shown_width (self->step_text);
  const int step_height = get_height (self->step_text, -1);
  const gboolean both = badge_width + gap + step_width <= space.width;
  const int all = badge_width + (both ? gap + step_width : 0);
  const int x = space.x + (centered ? (space.width - all) / 2 : 0);

  put (self, self->badge, x, space.y, badge_width, space.height);
  put (self, self->step_text, both ? x + badge_width + gap : -step_width,
       space.y + (space.height - step_height) / 2, step_width, step_height);
}

/* Beside the ring: heading, instruction, hint, in the middle of what the next step leaves. */
static void
place_words (UkRunStage *self, Space space, double pixels)
{
  const int next_height = get_height (self->next, space.width);
  const int heading_height = get_heading_height (self);
  const int hint_height = get_height (self->hint, space.width);
  const int above = space.height - (next_height > 0 ? next_height + GAP : 0);
  const int act_height = uk_fit_label_fit (self->act, space.width,
                                           above - heading_height - hint_height - 2 * GAP, pixels);
  int y = space.y + MAX (0, (above - heading_height - GAP - act_height - 12 - hint_height) / 2);

  place_heading (self, (Space){ space.x, y, space.width, heading_height }, FALSE);
  y += heading_height + GAP;
  put (self, self->act, space.x, y, space.width, act_height);
  y += act_height + 12;
  put (self, self->hint, space.x, y, space.width, hint_height);
  put (self, self->next, space.x, space.y + space.height - next_height, space.width, next_height);
}

/* Told only when it is another: it asks for a new layout. */
static void
set_centered (UkRunStage *self, gboolean centered)
{
  const GtkJustification justify = centered ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT;

  uk_fit_label_set_centered (self->act, centered);
  if (gtk_label_get_justify (self->hint) == justify)
    return;
  gtk_label_set_justify (self->hint, justify);
  gtk_label_set_xalign (self->hint, centered ? 0.5f : 0);
}

static void
allocate_wide (UkRunStage *self, int width, int height, double pixels)
{
  const int words_width = CLAMP (width * 3 / 8, 260, 600);
  const int controls_height = get_height (self->transport, -1);
  const int much_width = get_natural (self->much, GTK_ORIENTATION_HORIZONTAL, -1);
  const int much_height = get_height (self->much, much_width);
  const int total_width = get_natural (self->total, GTK_ORIENTATION_HORIZONTAL, -1);
  const int total_height = get_height (self->total, total_width);
  const int steps_height = get_height (self->steps, width);
  const int controls_y = height - 24 - controls_height;
  const int steps_y = controls_y - 9 - steps_height;
  const Space words = { width - END_EDGE - words_width, 6, words_width, steps_y - 15 - 6 };

  set_centered (self, FALSE);
  put (self, self->ring, EDGE, 6, words.x - 48 - EDGE, steps_y - 9 - 6);
  place_words (self, words, pixels);
  put (self, self->steps, EDGE, steps_y, width - 2 * EDGE, steps_height);
  put (self, self->much, EDGE, controls_y + (controls_height - much_height) / 2, much_width,
       much_height);
  put_centered (self, self->transport, controls_y, width);
  put (self, self->total, width - EDGE - total_width,
       controls_y + (controls_height - total_height) / 2, total_width, total_height);
}

/* One above the other; the ring takes what is left. */
static void
allocate_narrow (UkRunStage *self, int width, int height, double pixels)
{
  const int inner = width - 2 * EDGE_NARROW;
  const int steps_height = get_height (self->steps, inner);
  const int heading_height = get_heading_height (self);
  const int controls_height = get_height (self->transport, -1);
  const int much_height = get_height (self->much, -1);
  const int hint_height = get_height (self->hint, inner);
  int act_height;
  int y = height - 15 - much_height;

  set_centered (self, TRUE);
  put (self, self->steps, EDGE_NARROW, 0, inner, steps_height);
  place_heading (self, (Space){ EDGE_NARROW, steps_height + 3, inner, heading_height }, TRUE);
  put_centered (self, self->much, y, width);
  y -= 12 + controls_height;
  put_centered (self, self->transport, y, width);
  if (hint_height > 0) {
    y -= 12 + hint_height;
    put (self, self->hint, EDGE_NARROW, y, inner, hint_height);
  }
  act_height = uk_fit_label_fit (self->act, inner, height / 5, pixels);
  y -= 12 + act_height;
  put (self, self->act, EDGE_NARROW, y, inner, act_height);
  put (self, self->ring, EDGE_NARROW / 2, steps_height + heading_height + 9, width - EDGE_NARROW,
       y - 9 - steps_height - heading_height - 9);
}

/* In a narrow window only the answer to "too much" has a second line. */
static gboolean
has_room_for_hint (UkRunStage *self, gboolean wide, int height)
{
  if (wide)
    return height >= HIGH_ENOUGH;
  return self->run != NULL && uk_run_get_softened_seconds (self->run) > 0;
}

/* Implements size_allocate: the type grows with the window, so that it can be read from three
 * metres. */
void
uk_run_stage_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UkRunStage *self = UK_RUN_STAGE (widget);
  const gboolean wide = width >= WIDE;
  const double pixels = CLAMP (MIN (width / 26.0, height / 17.0), 22, 96);

  gtk_widget_set_child_visible (self->next, wide);
  gtk_widget_set_child_visible (GTK_WIDGET (self->total), wide);
  gtk_widget_set_child_visible (GTK_WIDGET (self->hint), has_room_for_hint (self, wide, height));
  if (wide)
    allocate_wide (self, width, height, pixels);
  else
    allocate_narrow (self, width, height, pixels);
}

/* Implements measure. */
void
uk_run_stage_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  UkRunStage *self = UK_RUN_STAGE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (self->transport, orientation, -1, minimum, NULL, NULL, NULL);
    *minimum += 2 * 6;
    *natural = 1100;
  } else {
    *minimum = 420;
    *natural = 714;
  }
}
