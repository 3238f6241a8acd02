/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-picture.h"
#include "app/body/uk-chart-view-private.h"
#include "app/widgets/uk-texture.h"

#include <glib/gi18n.h>
#include <math.h>

/* Where the picture starts to fade, in parts of its height and of a column's width. */
#define FADE_TOP 0.12
#define FADE_BOTTOM 0.72
#define FADE_BOTTOM_NEAR 0.9
#define FADE_SIDE 0.07

/* Between a callout and the area that it names, in pixels. */
#define CALLOUT_GAP 3.0
#define CALLOUT_PAD_X 12.0
#define CALLOUT_PAD_Y 6.0
#define CALLOUT_TIP 6.0

/* The light has no detail: it is painted this small, in pixels, and stretched. */
#define LIGHT_SIZE 64

/* The words left and right stand this far from the middle of a body, in chart units. */
#define SIDE_WORD 150.0

/* ---- the body itself ---- */

/* The whole body in one look, painted anew when it must be sharp and is not. */
static UkChartPicture *
get_picture (UkChartView *self, UkView view, UkChartLook look, gboolean sharp)
{
  UkChartPicture *picture = &self->pictures[view][look];
  const UkChartFrame *goal = uk_chart_layout_get_goal (self->layout);
  double scale = goal->scale / goal->factor * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (picture->texture != NULL && (!sharp || G_APPROX_VALUE (picture->scale, scale, 1e-9)))
    return picture;
  g_clear_object (&picture->texture);
  picture->texture = uk_chart_picture_take (self->charts[view], view, self->palette, look, scale);
  picture->scale = scale;
  return picture;
}

/* In chart units. */
static void
append_texture (UkChartView *self, GtkSnapshot *snap, GdkTexture *texture, UkBox pixels, double scale)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  double shown = frame->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  uk_texture_append (
      texture, snap, GTK_WIDGET (self),
      &GRAPHENE_RECT_INIT ((float)(pixels.x / scale), (float)(pixels.y / scale),
                           (float)(pixels.width / scale), (float)(pixels.height / scale)),
      G_APPROX_VALUE (shown, scale, 1e-6));
}

static void
append_picture (UkChartView *self, GtkSnapshot *snap, UkView view, const UkChartPicture *picture)
{
  append_texture (self, snap, picture->texture,
                  uk_chart_picture_get_pixels (self->charts[view], picture->scale),
                  picture->scale);
}

/* The whole body, unless the detail takes its place: its blurred edge would show around it. */
static void
append_body (UkChartView *self, GtkSnapshot *snap, UkView view)
{
  gboolean chosen = self->selected != NULL || self->ranked != NULL;
  gboolean zoomed = uk_chart_layout_get_zoomed (self->layout);
  const UkChartDetail *detail = &self->details[view];
  double shown = detail->look == UK_CHART_LOOK_CHOSEN ? self->look : 1 - self->look;
  gboolean still = uk_chart_layout_is_still (self->layout);

  if (!zoomed || !still || shown < 1 || !uk_chart_view_has_detail (self, view)) {
    if (self->look < 1)
      append_picture (self, snap, view, get_picture (self, view, UK_CHART_LOOK_REST, !chosen));
    if (self->look > 0) {
      gtk_snapshot_push_opacity (snap, self->look);
      append_picture (self, snap, view, get_picture (self, view, UK_CHART_LOOK_CHOSEN, chosen));
      gtk_snapshot_pop (snap);
    }
  }
  if (!zoomed || detail->texture == NULL || shown <= 0)
    return;
  gtk_snapshot_push_opacity (snap, shown);
  append_texture (self, snap, detail->texture, detail->pixels, detail->scale);
  gtk_snapshot_pop (snap);
}

static void
append_spots (UkChartView *self, GtkSnapshot *snap, UkView view)
{
  guint i;

  for (i = 0; i < self->spots->len; i++) {
    UkChartSpot *spot = g_ptr_array_index (self->spots, i);

    if (uk_chart_spot_get_area (spot)->view == view)
      gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (spot), snap);
  }
}

/* The knot on either view: the same side of the body is on the other side of the other picture. */
static UkPoint
get_knot (UkChartView *self, UkView view)
{
  UkChartFocus focus = { 0 };

  uk_chart_view_get_focus_point (self, &focus);
  if (focus.view != view)
    focus.point.x = -focus.point.x;
  return focus.point;
}

/* Pain that is felt at the knot itself needs no dots. */
static void
paint_referral (UkChartView *self, cairo_t *cr, UkView view)
{
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new ();
  guint i;

  for (i = 0; self->referral[i] != NULL; i++) {
    if (g_strcmp0 (self->referral[i], self->selected) != 0)
      g_ptr_array_add (elsewhere, self->referral[i]);
  }
  g_ptr_array_add (elsewhere, NULL);
  uk_chart_paint_referral (cr, self->charts[view], (const char *const *)elsewhere->pdata,
                           uk_chart_view_get_effective_side (self, self->selected_side),
                           get_knot (self, view), self->reach, self->palette);
}

static void
append_marks (UkChartView *self, GtkSnapshot *snap, UkView view)
{
  if (!self->show_no_press && self->referral == NULL)
    return;
  if (self->marks[view] == NULL) {
    UkBox box = uk_chart_get_box (self->charts[view]);
    cairo_t *cr;

    self->marks[view] = gsk_cairo_node_new (
        &GRAPHENE_RECT_INIT ((float)box.x, (float)box.y, (float)box.width, (float)box.height));
    cr = gsk_cairo_node_get_draw_context (self->marks[view]);
    if (self->show_no_press)
      uk_chart_paint_no_press (cr, self->charts[view], self->palette);
    if (self->show_no_press && self->selected != NULL)
      uk_chart_paint_press (cr, self->charts[view], self->selected, self->selected_side,
                            self->palette);
    if (self->referral != NULL)
      paint_referral (self, cr, view);
    cairo_destroy (cr);
  }
  gtk_snapshot_append_node (snap, self->marks[view]);
}

static void
append_view (UkChartView *self, GtkSnapshot *snap, UkView view)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  graphene_rect_t column = GRAPHENE_RECT_INIT (
      (float)frame->column_x[view], 0, (float)frame->column_width, (float)frame->body_height);

  gtk_snapshot_push_clip (snap, &column);
  gtk_snapshot_save (snap);
  gtk_snapshot_transform (snap, uk_chart_layout_make_transform (self->layout, view));
  append_body (self, snap, view);
  gtk_snapshot_restore (snap);
  append_spots (self, snap, view);
  gtk_snapshot_save (snap);
  gtk_snapshot_transform (snap, uk_chart_layout_make_transform (self->layout, view));
  append_marks (self, snap, view);
  gtk_snapshot_restore (snap);
  gtk_snapshot_pop (snap);
}

/* ---- around the body ---- */

/* A whole body stands in soft light; a zoomed one fades out into plain paper. */
static void
append_light (UkChartView *self, GtkSnapshot *snap, float width, float height)
{
  double strength = 1 - uk_chart_layout_get_frame (self->layout)->zoom;

  if (strength <= 0)
    return;
  if (self->light == NULL) {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, LIGHT_SIZE, LIGHT_SIZE);
    cairo_t *cr = cairo_create (surface);

    uk_chart_paint_light (cr, LIGHT_SIZE, LIGHT_SIZE, self->palette);
    cairo_destroy (cr);
    self->light = uk_texture_new_take_surface (surface);
  }
  gtk_snapshot_push_opacity (snap, strength);
  uk_texture_append (self->light, snap, GTK_WIDGET (self), &GRAPHENE_RECT_INIT (0, 0, width, height), FALSE);
  gtk_snapshot_pop (snap);
}

static void
append_fade (GtkSnapshot *snap,
             double x0,
             double y0,
             double x1,
             double y1,
             const GdkRGBA *paper,
             gboolean upright)
{
  GskColorStop stops[] = { { 0, *paper }, { 1, *paper } };
  double left = MIN (x0, x1), top = MIN (y0, y1);
  graphene_point_t start = GRAPHENE_POINT_INIT ((float)x0, (float)(upright ? y0 : 0));
  graphene_point_t end
      = GRAPHENE_POINT_INIT ((float)(upright ? x0 : x1), (float)(upright ? y1 : 0));

  stops[1].color.alpha = 0;
  gtk_snapshot_append_linear_gradient (
      snap,
      &GRAPHENE_RECT_INIT ((float)left, (float)top, (float)fabs (x1 - x0), (float)fabs (y1 - y0)),
      &start, &end, stops, G_N_ELEMENTS (stops));
}

/* What is cut off by the edges runs out softly. */
static void
append_fades (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  double height = frame->body_height;
  double near = CLAMP (frame->factor - UK_CHART_FRAME_REGION_FACTOR, 0, 1);
  double bottom = height * (FADE_BOTTOM + (FADE_BOTTOM_NEAR - FADE_BOTTOM) * near);
  GdkRGBA paper = { (float)self->palette->paper.r, (float)self->palette->paper.g,
                    (float)self->palette->paper.b, 1 };
  guint view;

  if (frame->zoom <= 0)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "window_bg_color", &paper);
  paper.alpha = (float)frame->zoom;
  for (view = 0; view < UK_N_VIEWS; view++) {
    double left = frame->column_x[view], right = left + frame->column_width;
    double side = frame->column_width * FADE_SIDE;
    UkBox box = uk_chart_get_box (self->charts[view]);

    if (!frame->shown[view])
      continue;
    append_fade (snap, left, 0, left + side, height, &paper, FALSE);
    append_fade (snap, right, 0, right - side, height, &paper, FALSE);
    if (frame->origin[view].y + box.y * frame->scale < 0)
      append_fade (snap, left, 0, right, height * FADE_TOP, &paper, TRUE);
    if (frame->origin[view].y + (box.y + box.height) * frame->scale > height)
      append_fade (snap, left, height, right, bottom, &paper, TRUE);
  }
}

static void
append_word (UkChartView *self, GtkSnapshot *snap, const char *word, gboolean strong, double x)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), word);
  PangoAttrList *attributes = pango_attr_list_new ();
  GdkRGBA color;
  int width, height;

  pango_attr_list_insert (attributes, strong ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                             : pango_attr_scale_new (0.92));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  if (!strong && !self->palette->lined)
    color.alpha *= 0.72f;

  gtk_snapshot_save (snap);
  gtk_snapshot_translate (
      snap, &GRAPHENE_POINT_INIT ((float)(x - width / 2.0),
                                  (float)(gtk_widget_get_height (GTK_WIDGET (self)) - 6 - height)));
  gtk_snapshot_append_layout (snap, layout, &color);
  gtk_snapshot_restore (snap);
}

/* Which view it is and where the person's left and right are: mixing them up is the commonest
 * mistake. */
static void
append_captions (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_goal (self->layout);
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++) {
    double middle = frame->column_x[view] + frame->column_width / 2, apart;

    if (!frame->shown[view])
      continue;
    if (frame->zoom <= 0)
      middle = frame->origin[view].x;
    apart = MIN (MIN (120, SIDE_WORD * frame->scale + 30), frame->column_width * 0.36);
    append_word (self, snap,
                 view == UK_VIEW_FRONT ? C_ ("side of the body", "Front")
                                       : C_ ("side of the body", "Back"),
                 TRUE, middle);
    /* Translators: a side of the person's body, below the picture */
    append_word (self, snap, C_ ("side", "left"), FALSE,
                 view == UK_VIEW_FRONT ? middle + apart : middle - apart);
    append_word (self, snap, C_ ("side", "right"), FALSE,
                 view == UK_VIEW_FRONT ? middle - apart : middle + apart);
  }
}

/* ---- at points of the body ---- */

static cairo_t *
begin_point (GtkSnapshot *snap, UkPoint at, double room)
{
  return gtk_snapshot_append_cairo (snap,
                                    &GRAPHENE_RECT_INIT ((float)(at.x - room), (float)(at.y - room),
                                                         (float)(2 * room), (float)(2 * room)));
}

static void
append_invites (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  guint i;

  for (i = 0; self->invited != NULL && self->invited[i] != NULL; i++) {
    /* On alternating sides, so that the dots do not stand in one row. */
    const UkChartArea *area = uk_chart_choose_area (self->charts, self->invited[i],
                                                    i % 2 == 0 ? UK_SIDE_LEFT : UK_SIDE_RIGHT);
    gboolean breathes = self->breathing == NULL || g_str_equal (self->breathing, self->invited[i]);
    cairo_t *cr;
    UkPoint at;

    if (area == NULL || !uk_chart_frame_shows (frame, area->view, area->label))
      continue;
    at = uk_chart_frame_to_pixels (frame, area->view, area->label);
    cr = begin_point (snap, at, 18);
    uk_chart_paint_invite (cr, at.x, at.y, breathes ? self->breath : 0, self->palette);
    cairo_destroy (cr);
  }
}

static void
append_ranks (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  UkSide side = uk_chart_view_get_effective_side (self, self->ranked_side);
  guint i;

  for (i = 0; self->ranked != NULL && self->ranked[i] != NULL; i++) {
    const UkChartArea *area = uk_chart_choose_area (self->charts, self->ranked[i], side);
    cairo_t *cr;
    UkPoint at;

    /* When only one view is shown the number stands on it, if the region does. */
    if (area != NULL && !frame->shown[area->view])
      area = uk_chart_find_region (self->charts[uk_view_other (area->view)], self->ranked[i], side);
    if (area == NULL || !uk_chart_frame_shows (frame, area->view, area->label))
      continue;
    at = uk_chart_frame_to_pixels (frame, area->view, area->label);
    cr = begin_point (snap, at, 16);
    uk_chart_paint_rank (cr, at.x, at.y, i + 1, font, self->palette);
    cairo_destroy (cr);
  }
}

static void
append_knots (UkChartView *self, GtkSnapshot *snap)
{
  guint i;

  for (i = 0; i < self->knots->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->knots, i), snap);
}

static void
append_pin (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  cairo_t *cr;
  UkPoint at;

  if (!self->has_pin || !uk_chart_frame_shows (frame, self->pin_view, self->pin))
    return;
  at = uk_chart_frame_to_pixels (frame, self->pin_view, self->pin);
  cr = begin_point (snap, at, 24);
  uk_chart_paint_pin (cr, at.x, at.y, self->pin_size * (1 + 0.15 * frame->zoom), self->palette);
  cairo_destroy (cr);
}

/* Names the area under the pointer or the keyboard focus. */
static void
append_callout (UkChartView *self, GtkSnapshot *snap)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  UkChartSpot *spot = self->hovered;
  const UkChartPalette *palette = self->palette;
  g_autoptr (PangoLayout) layout = NULL;
  PangoAttrList *attributes;
  const UkChartArea *area;
  GdkRGBA color;
  double x, y, width, height, radius;
  int text_width, text_height;
  UkPoint at;
  cairo_t *cr;

  if (spot == NULL && self->last != NULL && gtk_widget_has_visible_focus (GTK_WIDGET (self->last)))
    spot = self->last;
  if (spot == NULL || uk_chart_spot_get_name (spot) == NULL)
    return;
  area = uk_chart_spot_get_area (spot);
  if (!frame->shown[area->view])
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), uk_chart_spot_get_name (spot));
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  width = text_width + 2 * CALLOUT_PAD_X;
  height = text_height + 2 * CALLOUT_PAD_Y;
  radius = height / 2;
  at = uk_chart_frame_to_pixels (frame, area->view, (UkPoint){ area->label.x, area->bounds.y });
  at.x = CLAMP (
      at.x, radius + CALLOUT_TIP,
      MAX (radius + CALLOUT_TIP, gtk_widget_get_width (GTK_WIDGET (self)) - radius - CALLOUT_TIP));
  at.y = CLAMP (at.y, height + CALLOUT_GAP + CALLOUT_TIP + 2, frame->body_height);
  x = CLAMP (at.x - width / 2, 2, MAX (2, gtk_widget_get_width (GTK_WIDGET (self)) - width - 2));
  y = at.y - CALLOUT_GAP - CALLOUT_TIP - height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  cr = gtk_snapshot_append_cairo (snap,
                                  &GRAPHENE_RECT_INIT ((float)x - 2, (float)y - 2, (float)width + 4,
                                                       (float)(height + CALLOUT_TIP + 4)));
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_line_to (cr, at.x + CALLOUT_TIP, y + height);
  cairo_line_to (cr, at.x, y + height + CALLOUT_TIP);
  cairo_line_to (cr, at.x - CALLOUT_TIP, y + height);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, palette->paper.r, palette->paper.g, palette->paper.b);
  cairo_move_to (cr, x + CALLOUT_PAD_X, y + CALLOUT_PAD_Y);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

/* ---- all together ---- */

void
uk_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkChartView *self = UK_CHART_VIEW (widget);
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  float width = (float)gtk_widget_get_width (widget),
        height = (float)gtk_widget_get_height (widget);
  guint view;

  if (frame->scale <= 0)
    return;
  uk_chart_view_update_details (self);
  append_light (self, snap, width, height);
  for (view = 0; view < UK_N_VIEWS; view++) {
    if (frame->shown[view])
      append_view (self, snap, (UkView)view);
  }
  append_fades (self, snap);
  append_captions (self, snap);
  append_invites (self, snap);
  append_ranks (self, snap);
  append_knots (self, snap);
  append_pin (self, snap);
  append_callout (self, snap);
  gtk_widget_snapshot_child (widget, self->turn, snap);
  if (self->controls != NULL)
    gtk_widget_snapshot_child (widget, self->controls, snap);
}

/* The colours have changed, or the widget goes. */
void
uk_chart_view_drop_pictures (UkChartView *self)
{
  guint view, look;

  for (view = 0; view < UK_N_VIEWS; view++) {
    for (look = 0; look < UK_N_LOOKS; look++)
      g_clear_object (&self->pictures[view][look].texture);
  }
  uk_chart_view_drop_details (self);
  g_clear_object (&self->light);
  uk_chart_view_drop_marks (self);
}

/* Something about dots or hatching has changed. */
void
uk_chart_view_drop_marks (UkChartView *self)
{
  guint view;

  for (view = 0; view < UK_N_VIEWS; view++)
    g_clear_pointer (&self->marks[view], gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
