/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and dialog in every style: text and pictures stand out from what they stand on.  The colours are those
 * of the rendered window, twice as large, so that letters are thick enough to show theirs. */
#include "app/walk/uk-walk.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define PICTURE_CONTRAST 3.0
#define SCALE 2

/* Smoothing leaves the thinnest letters a little paler than their colour. */
#define SMOOTH 0.93

typedef struct {
  GtkNative *native; /* of the widgets looked at */
  guint32 *pixels;   /* owned: cairo's BGRA */
  int width;
  int height;
} Picture;

/* ---- colours ---- */

static double
get_channel (guint value)
{
  double v = value / 255.0;

  return v <= 0.03928 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_channel (pixel >> 16 & 255) + 0.7152 * get_channel (pixel >> 8 & 255)
         + 0.0722 * get_channel (pixel & 255);
}

static double
get_contrast (guint32 a, guint32 b)
{
  double la = get_luminance (a), lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* ---- the picture ---- */

static void
take_picture (Picture *picture, GtkNative *native)
{
  GtkWidget *widget = GTK_WIDGET (native);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (native);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  picture->native = native;
  picture->width = gtk_widget_get_width (widget) * SCALE;
  picture->height = gtk_widget_get_height (widget) * SCALE;
  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height));
  picture->pixels = g_renew (guint32, picture->pixels, picture->width * picture->height);
  gdk_texture_download (texture, (guchar *) picture->pixels, picture->width * sizeof (guint32));
}

/* The part of @widget that is not scrolled away, in pixels. */
static gboolean
get_visible_box (Picture *picture, GtkWidget *widget, graphene_rect_t *box)
{
  GtkWidget *root = GTK_WIDGET (picture->native), *each;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, root, box))
    return FALSE;
  for (each = gtk_widget_get_parent (widget); each != NULL; each = gtk_widget_get_parent (each)) {
    if (gtk_widget_get_overflow (each) == GTK_OVERFLOW_VISIBLE && each != root)
      continue;
    if (!gtk_widget_compute_bounds (each, root, &bounds) || !graphene_rect_intersection (box, &bounds, box))
      return FALSE;
    if (each == root)
      break;
  }
  /* Of what is half scrolled away the letters may be hidden. */
  if (box->size.height < gtk_widget_get_height (widget) - 1 || box->size.width < gtk_widget_get_width (widget) - 1)
    return FALSE;
  graphene_rect_scale (box, SCALE, SCALE, box);
  graphene_rect_round_extents (box, box);
  return graphene_rect_intersection (box, &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height), box)
         && box->size.width >= 4 && box->size.height >= 4;
}

/* What most pixels have is behind, what differs most from it is the text. */
static double
measure (Picture *picture, const graphene_rect_t *box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 behind = 0;
  guint most = 0;
  double best = 1;
  GHashTableIter iter;
  gpointer key;
  int x, y;

  for (y = box->origin.y; y < box->origin.y + box->size.height; y++) {
    for (x = box->origin.x; x < box->origin.x + box->size.width; x++) {
      const guint32 pixel = picture->pixels[y * picture->width + x];
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (pixel))) + 1;

      g_hash_table_insert (counts, GUINT_TO_POINTER (pixel), GUINT_TO_POINTER (n));
      if (n > most) {
        most = n;
        behind = pixel;
      }
    }
  }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    best = MAX (best, get_contrast (behind, GPOINTER_TO_UINT (key)));
  return best;
}

/* ---- widgets ---- */

/* What cannot be used now may be pale; the signs in a switch are hidden, as its place tells the same. */
static gboolean
counts (GtkWidget *widget)
{
  if (GTK_IS_SWITCH (gtk_widget_get_parent (widget)))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0' && gtk_widget_is_sensitive (widget);
  return GTK_IS_IMAGE (widget) && gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_ICON_NAME
         && gtk_widget_is_sensitive (widget);
}

static void
check (GtkWidget *widget, gpointer data)
{
  Picture *picture = data;
  const double least = GTK_IS_LABEL (widget) ? TEXT_CONTRAST * SMOOTH : PICTURE_CONTRAST * SMOOTH;
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *words = NULL;
  graphene_rect_t box;
  double contrast;

  if (!counts (widget))
    return;
  if (native != picture->native)
    take_picture (picture, native);
  if (!get_visible_box (picture, widget, &box))
    return;
  contrast = measure (picture, &box);
  if (contrast >= least)
    return;
  words = uk_walk_describe (widget);
  g_test_message ("has a contrast of %.2f: %s", contrast, words);
  g_test_fail ();
}

/* ---- all ---- */

static void
test_scene (UkWalk *walk, const UkScene *scene)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  GtkWindow *window = uk_walk_open (walk, scene, 1100, 760);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (schemes); i++) {
    Picture picture = { 0 };

    adw_style_manager_set_color_scheme (styles, schemes[i]);
    g_test_message ("%s%s:", adw_style_manager_get_dark (styles) ? "dark" : "light",
                    adw_style_manager_get_high_contrast (styles) ? ", high contrast" : "");
    uk_walk_settle (walk);
    uk_walk_each (GTK_WIDGET (window), check, &picture);
    g_free (picture.pixels);
  }
}

int
main (int argc, char **argv)
{
  return uk_walk_run (argc, argv, "/contrast", test_scene);
}
