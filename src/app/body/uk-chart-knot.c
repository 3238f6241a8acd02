/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-knot.h"

#include <math.h>

/* Around what is painted, for shadows, in pixels. */
#define ROOM 4.0

struct _UkChartKnot {
  GtkButton parent_instance;

  char *region; /* (owned) */
  UkSide side;
  gboolean has_point;
  UkView view;
  UkPoint point;                 /* of the neutral body */
  UkKnotMark mark;               /* in pixels of the chart */
  const UkChartPalette *palette; /* static */
};

G_DEFINE_FINAL_TYPE (UkChartKnot, uk_chart_knot, GTK_TYPE_BUTTON)

static double
get_reach (UkChartKnot *self)
{
  return uk_knot_get_radius (&self->mark) + UK_KNOT_RING;
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
  *minimum = *natural = (int)ceil (2 * get_reach (UK_CHART_KNOT (widget)));
}

static gboolean
contains (GtkWidget *widget, double x, double y)
{
  double middle_x = gtk_widget_get_width (widget) / 2.0;
  double middle_y = gtk_widget_get_height (widget) / 2.0;

  return hypot (x - middle_x, y - middle_y) <= MAX (middle_x, middle_y);
}

/* The disc, and from it the line to the very point if it had to make room. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkChartKnot *self = UK_CHART_KNOT (widget);
  double middle = gtk_widget_get_width (widget) / 2.0, room = get_reach (self) + ROOM;
  UkKnotMark mark = self->mark;
  double left, top;
  cairo_t *cr;

  if (self->palette == NULL)
    return;
  mark.place = (UkPoint){ middle, middle };
  mark.at.x += middle - self->mark.place.x;
  mark.at.y += middle - self->mark.place.y;
  left = MIN (mark.at.x, middle) - room;
  top = MIN (mark.at.y, middle) - room;
  cr = gtk_snapshot_append_cairo (
      snap, &GRAPHENE_RECT_INIT ((float)left, (float)top,
                                 (float)(MAX (mark.at.x, middle) + room - left),
                                 (float)(MAX (mark.at.y, middle) + room - top)));
  uk_chart_paint_knots (
      cr, &mark, 1,
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)), self->palette);
  cairo_destroy (cr);
}

static void
finalize (GObject *object)
{
  g_free (UK_CHART_KNOT (object)->region);
  G_OBJECT_CLASS (uk_chart_knot_parent_class)->finalize (object);
}

static void
uk_chart_knot_class_init (UkChartKnotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->contains = contains;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "knot");
}

static void
uk_chart_knot_init (UkChartKnot *self)
{
  /* It measures itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/* @rating: the latest, 0 to 10; negative for none yet; @name: what it is, with the rating. */
GtkWidget *
uk_chart_knot_new (const UkKnot *knot, double rating, const char *name)
{
  UkChartKnot *self = g_object_new (UK_TYPE_CHART_KNOT, "tooltip-text", name, NULL);

  self->region = g_strdup (knot->region);
  self->side = knot->side;
  self->has_point = knot->has_point;
  self->view = knot->view;
  self->point = (UkPoint){ knot->x, knot->y };
  self->mark.rating = rating;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
uk_chart_knot_get_region (UkChartKnot *self)
{
  g_return_val_if_fail (UK_IS_CHART_KNOT (self), NULL);
  return self->region;
}

UkSide
uk_chart_knot_get_side (UkChartKnot *self)
{
  g_return_val_if_fail (UK_IS_CHART_KNOT (self), UK_SIDE_NONE);
  return self->side;
}

/* Returns: whether its point, of the neutral body, is known. */
gboolean
uk_chart_knot_get_point (UkChartKnot *self, UkView *view, UkPoint *point)
{
  g_return_val_if_fail (UK_IS_CHART_KNOT (self), FALSE);

  if (!self->has_point)
    return FALSE;
  *view = self->view;
  *point = self->point;
  return TRUE;
}

void
uk_chart_knot_set_palette (UkChartKnot *self, const UkChartPalette *palette)
{
  g_return_if_fail (UK_IS_CHART_KNOT (self));

  self->palette = palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where it is: told while the chart is laid out, so nothing but the picture may change. */
void
uk_chart_knot_set_mark (UkChartKnot *self, const UkKnotMark *mark)
{
  g_return_if_fail (UK_IS_CHART_KNOT (self));

  self->mark = *mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

UkKnotMark
uk_chart_knot_get_mark (UkChartKnot *self)
{
  g_return_val_if_fail (UK_IS_CHART_KNOT (self), ((UkKnotMark){ { 0, 0 }, -1, FALSE, { 0, 0 } }));
  return self->mark;
}

void
uk_chart_knot_set_selected (UkChartKnot *self, gboolean selected)
{
  g_return_if_fail (UK_IS_CHART_KNOT (self));

  if (self->mark.selected == selected)
    return;
  self->mark.selected = selected;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
