/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/figure/uk-figure-store.h"

#include "app/widgets/uk-texture.h"
#include "art/figure/uk-figure-painter.h"

#include <adwaita.h>

/* Pictures kept; a page shows about twenty, and going back and forth should not draw them again. */
#define MAX_THUMBNAILS 200

/* In tiles lower than this an upright figure shows its upper half only: the hands would be a few pixels. */
#define UPPER_HALF_BELOW 90
#define UPRIGHT 0.7  /* how much the back points up */
#define STANDING 60 /* cm from ankle to hip */

static GSettings *look; /* (owned) (nullable): which body and skin */

/* Lets the figure follow the body and the skin that were chosen, in views made from now on. */
void
uk_figure_store_set_settings (GSettings *settings)
{
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));
  g_set_object (&look, settings);
}

/* Returns: (transfer none) (nullable): where body and skin are chosen */
GSettings *
uk_figure_store_get_settings (void)
{
  return look;
}

static UkBodyKind
get_body (void)
{
  return look != NULL ? (UkBodyKind) g_settings_get_enum (look, "body") : UK_BODY_NEUTRAL;
}

static UkSkinTone
get_skin (void)
{
  return look != NULL ? (UkSkinTone) g_settings_get_enum (look, "skin-tone") : UK_SKIN_PLATE;
}

static void
tell_damage (UkPoseSet *poses, const GError *error)
{
  g_message ("A pose cannot be drawn: %s", error->message);
}

static UkPoseSet *
load_poses (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  UkPoseSet *poses = uk_pose_set_new ();

  uk_pose_set_add_resources (poses, errors);
  for (guint i = 0; i < errors->len; i++)
    tell_damage (poses, g_ptr_array_index (errors, i));
  g_signal_connect (poses, "damaged", G_CALLBACK (tell_damage), NULL);
  return poses;
}

/* Returns: (transfer none): all poses that the program carries, each read when it is first needed, with the
 * body that was chosen */
UkPoseSet *
uk_figure_store_get_poses (void)
{
  static UkPoseSet *poses;
  static UkBodyKind body = UK_BODY_NEUTRAL;

  if (poses == NULL)
    poses = load_poses ();
  if (body != get_body ()) {
    body = get_body ();
    uk_pose_set_set_body (poses, body);
  }
  return poses;
}

static UkFigurePaletteKind
get_palette_kind (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? UK_FIGURE_CONTRAST_DARK : UK_FIGURE_CONTRAST;
  return adw_style_manager_get_dark (style) ? UK_FIGURE_DARK : UK_FIGURE_LIGHT;
}

/* The colours that go with the style of the application and the skin that was chosen. */
void
uk_figure_store_get_palette (UkFigurePalette *palette)
{
  g_return_if_fail (palette != NULL);
  uk_figure_palette_init (palette, get_palette_kind (), get_skin ());
}

/* Whether somebody upright is better shown from the hips up: not if it is about the legs. */
static gboolean
is_upper_half_enough (const UkFigure *figure, int height)
{
  const UkSkeleton *s = &figure->people[0];

  if (height >= UPPER_HALF_BELOW || figure->focus != UK_FOCUS_WHOLE || figure->n_people > 1)
    return FALSE;
  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *prop = &figure->props[i];

    if (uk_solved_prop_is_touching (prop) && prop->part >= UK_PART_THIGH_LEFT)
      return FALSE;
  }
  return s->spine[1].u.y > UPRIGHT && s->hip[0].y - s->ankle[0].y > STANDING;
}

static GdkTexture *
paint (const UkPose *pose, gboolean mirrored, int width, int height, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  UkFigurePalette palette;

  uk_figure_store_get_palette (&palette);
  uk_figure_solve (figure, pose, mirrored);
  if (is_upper_half_enough (figure, height))
    figure->focus = UK_FOCUS_UPPER;
  cairo_scale (cr, scale, scale);
  uk_figure_paint_fit (figure, cr, &palette, width, height);
  cairo_destroy (cr);
  return uk_texture_new_take_surface (surface);
}

/**
 * uk_figure_store_get_thumbnail:
 * @pose: id of a pose
 * @width: of the picture in logical pixels
 * @height: of the picture in logical pixels
 * @scale: device pixels to one of them
 *
 * Returns: (transfer full) (nullable): the picture in the colours of now; %NULL if there is no such pose
 */
GdkTexture *
uk_figure_store_get_thumbnail (const char *pose, gboolean mirrored, int width, int height, int scale)
{
  static GHashTable *thumbnails;
  g_autofree char *key = g_strdup_printf ("%s %d %d %d %d %d %d %d", pose, mirrored, get_palette_kind (), get_body (),
                                          get_skin (), width, height, scale);
  const UkPose *found;
  GdkTexture *texture;

  if (thumbnails == NULL)
    thumbnails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  texture = g_hash_table_lookup (thumbnails, key);
  if (texture != NULL)
    return g_object_ref (texture);
  found = uk_pose_set_lookup (uk_figure_store_get_poses (), pose);
  if (found == NULL)
    return NULL;
  if (g_hash_table_size (thumbnails) >= MAX_THUMBNAILS)
    g_hash_table_remove_all (thumbnails);
  texture = paint (found, mirrored, width, height, scale);
  g_hash_table_insert (thumbnails, g_steal_pointer (&key), g_object_ref (texture));
  return texture;
}
