/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knots that are being treated, as buttons on the body. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-knot.h"
#include "app/body/uk-chart-view-private.h"

static UkChartKnot *
get_knot (UkChartView *self, guint index)
{
  return g_ptr_array_index (self->knots, index);
}

static void
clicked_cb (UkChartView *self, UkChartKnot *knot)
{
  g_signal_emit_by_name (self, "knot-activated", uk_chart_knot_get_region (knot),
                         uk_chart_knot_get_side (knot));
}

/* The chosen ones are emphasised. */
void
uk_chart_view_update_knots (UkChartView *self)
{
  guint i;

  for (i = 0; i < self->knots->len; i++) {
    UkChartKnot *knot = get_knot (self, i);

    uk_chart_knot_set_palette (knot, self->palette);
    uk_chart_knot_set_selected (
        knot, self->selected != NULL
                  && g_str_equal (self->selected, uk_chart_knot_get_region (knot))
                  && (self->selected_side == UK_SIDE_NONE
                      || self->selected_side == uk_chart_knot_get_side (knot)));
  }
}

/* Where a knot is, in units of the shown body: its very point, or the middle of its region. */
static gboolean
find_point (UkChartView *self, UkChartKnot *knot, UkView *view, UkPoint *point)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  const char *region = uk_chart_knot_get_region (knot);
  UkSide side = uk_chart_knot_get_side (knot);
  const UkChartArea *area;

  if (uk_chart_knot_get_point (knot, view, point)) {
    *point = uk_chart_from_neutral (self->charts[*view], *point);
    return TRUE;
  }
  area = uk_chart_choose_area (self->charts, region, side);
  if (area != NULL && !frame->shown[area->view])
    area = uk_chart_find_region (self->charts[uk_view_other (area->view)], region, side);
  if (area == NULL)
    return FALSE;
  *view = area->view;
  *point = area->label;
  if (side == UK_SIDE_NONE)
    point->x = 0;
  return TRUE;
}

/* Puts each disc on its point, or beside it where it would hide another one. */
void
uk_chart_view_allocate_knots (UkChartView *self)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  UkBox room = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), frame->body_height };
  g_autofree UkKnotMark *marks = g_new0 (UkKnotMark, MAX (self->knots->len, 1));
  g_autofree guint *knots = g_new0 (guint, MAX (self->knots->len, 1));
  guint n_marks = 0, i;

  for (i = 0; i < self->knots->len; i++) {
    UkPoint point;
    UkView view;
    gboolean shown
        = find_point (self, get_knot (self, i), &view, &point) && frame->shown[view]
          && uk_chart_frame_shows (frame, view, point);

    gtk_widget_set_child_visible (GTK_WIDGET (get_knot (self, i)), shown);
    if (!shown)
      continue;
    marks[n_marks] = uk_chart_knot_get_mark (get_knot (self, i));
    marks[n_marks].at = uk_chart_frame_to_pixels (frame, view, point);
    knots[n_marks++] = i;
  }
  uk_knot_layout (marks, n_marks, &room);
  for (i = 0; i < n_marks; i++) {
    GtkWidget *widget = GTK_WIDGET (get_knot (self, knots[i]));
    GtkRequisition size;

    uk_chart_knot_set_mark (get_knot (self, knots[i]), &marks[i]);
    gtk_widget_get_preferred_size (widget, &size, NULL);
    gtk_widget_allocate (
        widget, size.width, size.height, -1,
        gsk_transform_translate (
            NULL, &GRAPHENE_POINT_INIT ((float)(marks[i].place.x - size.width / 2.0),
                                        (float)(marks[i].place.y - size.height / 2.0))));
  }
}

void
uk_chart_view_drop_knots (UkChartView *self)
{
  guint i;

  for (i = 0; i < self->knots->len; i++)
    gtk_widget_unparent (GTK_WIDGET (get_knot (self, i)));
  g_ptr_array_set_size (self->knots, 0);
}

/* The knots are one tab stop of their own: from one to the next by arrow keys. */
gboolean
uk_chart_view_focus_knot (UkChartView *self, GtkDirectionType direction)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint index = 0, n = self->knots->len, step, i;

  if (n == 0)
    return FALSE;
  if (focused == NULL || !g_ptr_array_find (self->knots, focused, &index)) {
    step = 1;
  } else {
    step = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP ? n - 1 : 1;
    index += step;
  }
  for (i = 0; i < n; i++, index += step) {
    GtkWidget *knot = GTK_WIDGET (get_knot (self, index % n));

    if (gtk_widget_get_child_visible (knot))
      return gtk_widget_grab_focus (knot);
  }
  return FALSE;
}

/**
 * uk_chart_view_clear_knots:
 * @self: a chart
 *
 * Takes all knots away.
 */
void
uk_chart_view_clear_knots (UkChartView *self)
{
  g_return_if_fail (UK_IS_CHART_VIEW (self));

  uk_chart_view_drop_knots (self);
}

/**
 * uk_chart_view_add_knot:
 * @self: a chart
 * @knot: what to mark; its point is one of the neutral body
 * @rating: the latest, 0 to 10; negative for none yet
 * @name: what is shown and spoken, with the rating
 *
 * Marks a knot with a disc that can be chosen.
 */
void
uk_chart_view_add_knot (UkChartView *self, const UkKnot *knot, double rating, const char *name)
{
  GtkWidget *widget;

  g_return_if_fail (UK_IS_CHART_VIEW (self));
  g_return_if_fail (knot != NULL && name != NULL);

  widget = uk_chart_knot_new (knot, rating, name);
  g_signal_connect_object (widget, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->knots, g_object_ref_sink (widget));
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  uk_chart_view_update_knots (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
