/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/figure/uk-figure-store.h"
#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-texture.h"
#include "art/figure/uk-figure-painter.h"
#include "core/figure/uk-breath.h"

#include <adwaita.h>

/* How long each end of a movement is shown where animations are off. */
#define STILL_SECONDS 2

/* How long a new movement blends in, and how often breathing, which is slow, is looked at. */
#define BLEND_SECONDS 0.6
#define BREATH_FRAME (1 / 20.0)

/* Less, in device pixels, is not seen: most of a movement's time is near its ends. */
#define LEAST_MOVE 0.4

struct _UkFigureView {
  GtkWidget parent_instance;

  char **poses;         /* owned, nullable */
  gboolean thumbnail;   /* one still picture instead of a movement */
  gboolean mirrored;
  gboolean playing;
  UkMovement *movement; /* owned, nullable */
  UkFigureBox box;      /* of the whole movement, so that the scale stays */
  UkFigure *from;       /* owned, nullable: what was shown before, while the movement blends in */
  UkFigureBox from_box;
  UkFigure *shown;      /* owned, nullable: what is on the screen */
  UkFigureBox shown_box;
  cairo_surface_t *images[2]; /* owned, nullable: drawn on in turn, for the last frame holds the other */
  gboolean round;       /* cut by a circle, fading out below */
  double tempo;         /* seconds of a repetition; 0: as drawn */
  double seconds;       /* into the movement */
  double drawn;         /* of these, when it was looked at last */
  gint64 last_frame;    /* frame time of the last tick, 0 if there was none */
  guint tick;           /* 0 if it does not move */
  guint still_timer;    /* 0 if there is none */
};

G_DEFINE_FINAL_TYPE (UkFigureView, uk_figure_view, GTK_TYPE_WIDGET)

/* ---- what is shown ---- */

static double
mix_in (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

/* The moving picture at this moment: the movement, or what is between it and what was shown before. */
static void
get_picture (UkFigureView *self, UkFigure *figure, UkFigureBox *box)
{
  double t = mix_in (self->seconds / BLEND_SECONDS);
  g_autofree UkFigure *to = NULL;

  *box = self->box;
  if (self->from == NULL) {
    uk_movement_get_at (self->movement, self->seconds, figure);
    return;
  }
  to = g_new (UkFigure, 1);
  uk_movement_get_at (self->movement, self->seconds, to);
  uk_figure_mix (figure, self->from, to, t);
  box->x0 = uk_mix (self->from_box.x0, self->box.x0, t);
  box->y0 = uk_mix (self->from_box.y0, self->box.y0, t);
  box->x1 = uk_mix (self->from_box.x1, self->box.x1, t);
  box->y1 = uk_mix (self->from_box.y1, self->box.y1, t);
}

/* ---- motion ---- */

/* Takes the picture of now if somebody could tell it from the one on the screen. */
static gboolean
take_picture (UkFigureView *self)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autofree UkFigure *now = g_new (UkFigure, 1);
  UkFigureBox box;
  double pixels;

  get_picture (self, now, &box);
  pixels = scale * MIN (gtk_widget_get_width (GTK_WIDGET (self)) / (box.x1 - box.x0),
                        gtk_widget_get_height (GTK_WIDGET (self)) / (box.y1 - box.y0));
  if (self->shown != NULL && self->from == NULL
      && uk_figure_get_distance (self->shown, now) * pixels < LEAST_MOVE)
    return FALSE;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  self->shown_box = box;
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UkFigureView *self = UK_FIGURE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->last_frame > 0)
    self->seconds += (double) (now - self->last_frame) / G_USEC_PER_SEC;
  self->last_frame = now;
  if (self->seconds >= BLEND_SECONDS)
    g_clear_pointer (&self->from, g_free);
  if (!uk_movement_is_still (self->movement) || self->from != NULL
      || self->seconds - self->drawn >= BREATH_FRAME) {
    self->drawn = self->seconds;
    if (take_picture (self))
      gtk_widget_queue_draw (widget);
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
still_cb (gpointer data)
{
  UkFigureView *self = data;

  self->seconds += STILL_SECONDS;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

static void
update_motion (UkFigureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean moves = self->playing && !self->thumbnail && self->movement != NULL && gtk_widget_get_mapped (widget);
  gboolean smooth = adw_get_enable_animations (widget);

  if (self->tick > 0 && !(moves && smooth)) {
    gtk_widget_remove_tick_callback (widget, self->tick);
    self->tick = 0;
  } else if (self->tick == 0 && moves && smooth) {
    self->last_frame = 0;
    self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
  }
  if (self->still_timer > 0 && !(moves && !smooth))
    g_clear_handle_id (&self->still_timer, g_source_remove);
  else if (self->still_timer == 0 && moves && !smooth && uk_movement_get_n_keys (self->movement) > 1)
    self->still_timer = g_timeout_add_seconds (STILL_SECONDS, still_cb, self);
}

/* ---- another movement ---- */

/* Somebody who watches sees one movement go over into the next. */
static void
keep_picture (UkFigureView *self)
{
  g_clear_pointer (&self->from, g_free);
  if (self->tick == 0 || self->shown == NULL)
    return;
  self->from = g_steal_pointer (&self->shown);
  self->from_box = self->shown_box;
}

static void
update_movement (UkFigureView *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->movement, uk_movement_free);
  g_clear_pointer (&self->shown, g_free);
  self->seconds = self->drawn = 0;
  if (self->poses != NULL && !self->thumbnail) {
    self->movement = uk_movement_new (uk_figure_store_get_poses (), (const char *const *) self->poses, self->mirrored,
                                      &error);
    if (self->movement == NULL)
      g_message ("A movement cannot be drawn: %s", error->message);
    else {
      uk_movement_set_tempo (self->movement, self->tempo);
      uk_figure_measure_movement (self->movement, &self->box);
    }
  }
  if (self->movement == NULL)
    g_clear_pointer (&self->from, g_free);
  update_motion (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_poses (UkFigureView *self, const char *const *poses, gboolean thumbnail)
{
  const UkPose *first = NULL;

  if (self->thumbnail == thumbnail && self->poses != NULL && g_strv_equal ((const char *const *) self->poses, poses))
    return;
  keep_picture (self);
  g_strfreev (self->poses);
  self->poses = g_strdupv ((char **) poses);
  self->thumbnail = thumbnail;
  if (poses[0] != NULL)
    first = uk_pose_set_lookup (uk_figure_store_get_poses (), poses[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  first != NULL ? first->title : "", -1);
  update_movement (self);
}

static void
repaint (UkFigureView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Somebody else takes up the same poses. */
static void
change_body (UkFigureView *self)
{
  g_clear_pointer (&self->from, g_free);
  update_movement (self);
}

/* ---- vfuncs ---- */

/* Returns: (transfer none): an empty image that no frame holds */
static cairo_surface_t *
get_image (UkFigureView *self, int width, int height)
{
  cairo_surface_t *image = self->images[1];
  cairo_t *cr;

  self->images[1] = self->images[0];
  if (image == NULL || cairo_surface_get_reference_count (image) > 1
      || cairo_image_surface_get_width (image) != width || cairo_image_surface_get_height (image) != height) {
    g_clear_pointer (&image, cairo_surface_destroy);
    self->images[0] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
    return self->images[0];
  }
  self->images[0] = image;
  cr = cairo_create (image);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return image;
}

/* Here and not by the one around it: a clip would be applied whenever anything near is drawn again. */
static void
cut_round (cairo_t *cr, int width, int height)
{
  double radius = MIN (width, height) / 2.0;
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, height / 2.0 + 0.8 * radius, 0, height / 2.0 + radius);

  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (fade, 0.6, 0, 0, 0, 1);
  cairo_rectangle (cr, 0, height / 2.0 + 0.8 * radius, width, height);
  cairo_set_source (cr, fade);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

/* Into an image of its own: a cairo node would record the strokes first and paint them later. */
static void
snapshot_movement (UkFigureView *self, GtkSnapshot *snapshot, int width, int height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image = get_image (self, width * scale, height * scale);
  cairo_t *cr = cairo_create (image);
  UkFigurePalette palette;

  cairo_scale (cr, scale, scale);
  uk_figure_store_get_palette (&palette);
  if (self->still_timer > 0) {
    guint key = (guint) (self->seconds / STILL_SECONDS) % uk_movement_get_n_keys (self->movement);

    uk_figure_paint_box (uk_movement_get_key (self->movement, key), cr, &palette, &self->box, width, height);
  } else {
    if (self->shown == NULL)
      take_picture (self);
    uk_figure_paint_box (self->shown, cr, &palette, &self->shown_box, width, height);
  }
  if (self->round)
    cut_round (cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  uk_texture_snapshot_surface (image, GTK_WIDGET (self), snapshot);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkFigureView *self = UK_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkTexture) texture = NULL;

  if (width <= 0 || height <= 0 || self->poses == NULL || self->poses[0] == NULL)
    return;
  if (!self->thumbnail) {
    if (self->movement != NULL)
      snapshot_movement (self, snap, width, height);
    return;
  }
  texture = uk_figure_store_get_thumbnail (self->poses[0], self->mirrored, width, height,
                                           gtk_widget_get_scale_factor (widget));
  if (texture != NULL)
    uk_texture_append (texture, snap, widget, &GRAPHENE_RECT_INIT (0, 0, width, height), TRUE);
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (uk_figure_view_parent_class)->map (widget);
  update_motion (UK_FIGURE_VIEW (widget));
}

static void
unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (uk_figure_view_parent_class)->unmap (widget);
  update_motion (UK_FIGURE_VIEW (widget));
}

static void
dispose (GObject *object)
{
  UkFigureView *self = UK_FIGURE_VIEW (object);

  g_clear_handle_id (&self->still_timer, g_source_remove);
  g_clear_pointer (&self->movement, uk_movement_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->images[0], cairo_surface_destroy);
  g_clear_pointer (&self->images[1], cairo_surface_destroy);
  g_clear_pointer (&self->poses, g_strfreev);
  G_OBJECT_CLASS (uk_figure_view_parent_class)->dispose (object);
}

static void
uk_figure_view_class_init (UkFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "figure");
}

static void
uk_figure_view_init (UkFigureView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GSettings *look = uk_figure_store_get_settings ();

  self->playing = TRUE;
  if (look != NULL) {
    g_signal_connect_object (look, "changed::body", G_CALLBACK (change_body), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (look, "changed::skin-tone", G_CALLBACK (repaint), self, G_CONNECT_SWAPPED);
  }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (repaint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (repaint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
                           G_CALLBACK (update_motion), self, G_CONNECT_SWAPPED);
}

GtkWidget *
uk_figure_view_new (void)
{
  return g_object_new (UK_TYPE_FIGURE_VIEW, NULL);
}

/* Shows a movement through these key poses, or one pose that breathes. */
void
uk_figure_view_set_poses (UkFigureView *self, const char *const *poses)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self) && poses != NULL);
  set_poses (self, poses, FALSE);
}

/* Shows one pose as a still picture. */
void
uk_figure_view_set_thumbnail (UkFigureView *self, const char *pose)
{
  const char *poses[] = { pose, NULL };

  g_return_if_fail (UK_IS_FIGURE_VIEW (self));
  set_poses (self, poses, TRUE);
}

/* Shows what is typical of a routine: its longest step, for the first often only gets ready, and of a
 * movement the middle. */
void
uk_figure_view_set_thumbnail_of (UkFigureView *self, const UkRoutine *routine)
{
  const UkStep *longest = NULL;
  const char *const *poses;
  guint i;

  g_return_if_fail (UK_IS_FIGURE_VIEW (self) && routine != NULL);

  for (i = 0; i < routine->n_steps; i++) {
    if (longest == NULL || routine->steps[i].seconds > longest->seconds)
      longest = &routine->steps[i];
  }
  poses = longest != NULL ? longest->poses : NULL;
  uk_figure_view_set_thumbnail (self, poses != NULL ? poses[g_strv_length ((char **) poses) / 2] : NULL);
}

/* Pictures are drawn for the right side; @mirrored shows the left. */
void
uk_figure_view_set_mirrored (UkFigureView *self, gboolean mirrored)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self));

  mirrored = !!mirrored;
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  g_clear_pointer (&self->from, g_free); /* turning around would look like another exercise */
  update_movement (self);
}

/* Cuts a movement by a circle and lets it fade out below, where something else stands. */
void
uk_figure_view_set_round (UkFigureView *self, gboolean round)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self));

  self->round = round;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @seconds: how long one repetition takes; 0: as the movement was drawn */
void
uk_figure_view_set_tempo (UkFigureView *self, double seconds)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self));

  if (ABS (self->tempo - seconds) < 1e-6)
    return;
  self->tempo = seconds;
  if (self->movement != NULL)
    uk_movement_set_tempo (self->movement, seconds);
}

/* Whether what is shown moves with the breath and not otherwise. */
gboolean
uk_figure_view_breathes (UkFigureView *self)
{
  g_return_val_if_fail (UK_IS_FIGURE_VIEW (self), FALSE);

  return self->movement != NULL && ABS (uk_movement_get_seconds (self->movement) - UK_BREATH_SECONDS) < 0.1;
}

/* Goes over into the beginning of the movement, or of a breath. */
void
uk_figure_view_restart (UkFigureView *self)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self));

  keep_picture (self);
  self->seconds = self->drawn = 0;
}

void
uk_figure_view_set_playing (UkFigureView *self, gboolean playing)
{
  g_return_if_fail (UK_IS_FIGURE_VIEW (self));

  playing = !!playing;
  if (self->playing == playing)
    return;
  self->playing = playing;
  update_motion (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
