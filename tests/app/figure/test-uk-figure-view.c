/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/figure/uk-figure-view.h"

#include "app/figure/uk-figure-store.h"
#include "app/support/uk-app-test.h"

#include <adwaita.h>

#define WIDTH 200
#define HEIGHT 160

typedef struct {
  GtkWidget *window;
  UkFigureView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->view = UK_FIGURE_VIEW (uk_figure_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
}

static void
wait_frames (Fixture *fixture, guint n)
{
  while (n-- > 0) {
    gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  }
}

/* What the view draws now; the first frame may still be on its way. */
static GBytes *
take_picture (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  wait_frames (fixture, 2);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize)cairo_image_surface_get_stride (surface) * HEIGHT);
  cairo_surface_destroy (surface);
  return bytes;
}

static gboolean
is_blank (GBytes *picture)
{
  gsize size;
  const guchar *data = g_bytes_get_data (picture, &size);

  for (gsize i = 0; i < size; i++) {
    if (data[i] != 0)
      return FALSE;
  }
  return TRUE;
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  static const char *const movement[] = { "jack-1", "jack-2", NULL };
  g_autoptr (GBytes) first = NULL, later = NULL, paused = NULL, still = NULL;

  uk_figure_view_set_poses (fixture->view, movement);
  present (fixture);
  first = take_picture (fixture);
  g_assert_false (is_blank (first));
  do {
    g_clear_pointer (&later, g_bytes_unref);
    later = take_picture (fixture);
  } while (g_bytes_equal (first, later));

  /* a pause keeps what is shown */
  uk_figure_view_set_playing (fixture->view, FALSE);
  paused = take_picture (fixture);
  wait_frames (fixture, 10);
  still = take_picture (fixture);
  g_assert_true (g_bytes_equal (paused, still));
}

/* Nothing moves for those who want nothing to move. */
static void
test_no_animations (Fixture *fixture, gconstpointer data)
{
  static const char *const movement[] = { "jack-1", "jack-2", NULL };
  g_autoptr (GBytes) first = NULL, later = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  uk_figure_view_set_poses (fixture->view, movement);
  present (fixture);
  first = take_picture (fixture);
  wait_frames (fixture, 10);
  later = take_picture (fixture);
  g_assert_true (g_bytes_equal (first, later));
}

static void
test_mirror (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) right = NULL, left = NULL, again = NULL;

  uk_figure_view_set_thumbnail (fixture->view, "lunge");
  present (fixture);
  right = take_picture (fixture);
  uk_figure_view_set_mirrored (fixture->view, TRUE);
  left = take_picture (fixture);
  uk_figure_view_set_mirrored (fixture->view, FALSE);
  again = take_picture (fixture);
  g_assert_false (g_bytes_equal (right, left));
  g_assert_true (g_bytes_equal (right, again));
}

static void
test_style (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) light = NULL, dark = NULL;

  uk_figure_view_set_thumbnail (fixture->view, "cat");
  present (fixture);
  light = take_picture (fixture);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  dark = take_picture (fixture);
  g_assert_false (g_bytes_equal (light, dark));
}

/* The same small picture is drawn once. */
static void
test_thumbnail (void)
{
  g_autoptr (GdkTexture) a = uk_figure_store_get_thumbnail ("cat", FALSE, 72, 58, 2);
  g_autoptr (GdkTexture) b = uk_figure_store_get_thumbnail ("cat", FALSE, 72, 58, 2);
  g_autoptr (GdkTexture) c = uk_figure_store_get_thumbnail ("cat", TRUE, 72, 58, 2);

  g_assert_true (a == b);
  g_assert_true (a != c);
  g_assert_cmpint (gdk_texture_get_width (a), ==, 144);
  g_assert_cmpint (gdk_texture_get_height (a), ==, 116);
  g_assert_null (uk_figure_store_get_thumbnail ("dragon", FALSE, 72, 58, 1));
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->view)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  uk_figure_view_set_thumbnail (fixture->view, "cat");
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, "Cat"));
}

/* Another body and another skin show at once, in movements and in still pictures. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[][2] = { { "body", "female" }, { "body", "neutral" }, { "skin-tone", "dark" } };
  g_autoptr (GSettings) settings = g_settings_new (UK_APP_ID);
  g_autoptr (GBytes) before = NULL;
  GtkWidget *view;

  for (UkSkinTone tone = 0; tone < UK_N_SKIN_TONES; tone++) /* one list, here and in the settings */
    g_assert_true (g_settings_set_string (settings, "skin-tone", uk_skin_tone_to_nick (tone))
                   && g_settings_get_enum (settings, "skin-tone") == (int) tone);
  g_settings_reset (settings, "skin-tone");
  uk_figure_store_set_settings (settings);
  view = uk_figure_view_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  fixture->view = UK_FIGURE_VIEW (view);
  uk_figure_view_set_thumbnail (fixture->view, "stand-front");
  present (fixture);
  before = take_picture (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GBytes) after = NULL;

    g_settings_set_string (settings, keys[i][0], keys[i][1]);
    after = take_picture (fixture);
    g_assert_false (g_bytes_equal (before, after));
    g_bytes_unref (before);
    before = g_steal_pointer (&after);
  }
  g_settings_reset (settings, "skin-tone");
  uk_figure_store_set_settings (NULL);
}

int
main (int argc, char **argv)
{
  uk_app_test_init (&argc, &argv);
  g_test_add ("/figure-view/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/figure-view/no-animations", Fixture, NULL, set_up, test_no_animations, tear_down);
  g_test_add ("/figure-view/mirror", Fixture, NULL, set_up, test_mirror, tear_down);
  g_test_add ("/figure-view/style", Fixture, NULL, set_up, test_style, tear_down);
  g_test_add ("/figure-view/look", Fixture, NULL, set_up, test_look, tear_down);
  g_test_add_func ("/figure-view/thumbnail", test_thumbnail);
  g_test_add ("/figure-view/label", Fixture, NULL, set_up, test_label, tear_down);
  return g_test_run ();
}
