/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-painter.h"

#include "art/figure/uk-figure-sheet.h"
#include "unknot-data.h"

#include <math.h>

#define SIZE 96
#define MARGIN 24  /* pixels around the box in which nothing may be painted */
#define VISIBLE 60 /* alpha; soft shadows may go on */

static UkPoseSet *
load (void)
{
  UkPoseSet *set = uk_pose_set_new ();

  uk_pose_set_add_resources (set, NULL);
  uk_pose_set_resolve (set, NULL);
  return set;
}

static guint
count_painted (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint painted = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++) {
    const guint32 *row = (const guint32 *)(gconstpointer)(data + y * stride);

    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      painted += row[x] >> 24 > VISIBLE;
  }
  return painted;
}

/* Every pose, on both sides, leaves a picture and a sound context in every palette. */
static void
test_all (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autofree UkFigure *figure = g_new (UkFigure, 1);

  for (guint i = 0; i < uk_pose_set_get_n_poses (set); i++) {
    for (int kind = 0; kind < UK_N_FIGURE_PALETTES; kind++) {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
      cairo_t *cr = cairo_create (surface);
      UkFigureBox box;

      uk_figure_solve (figure, uk_pose_set_get_nth (set, i), (i + (guint)kind) % 2 == 1);
      uk_figure_measure (figure, &box);
      g_assert_true (isfinite (box.x0 + box.x1 + box.y0 + box.y1));
      g_assert_true (box.x0 < box.x1 && box.y0 < box.y1);
      uk_figure_paint_fit (figure, cr, uk_figure_palette_get (kind), SIZE, SIZE);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpuint (count_painted (surface), >, SIZE * SIZE / 40);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  }
}

static gboolean
has_water (const UkFigure *figure)
{
  for (guint i = 0; i < figure->n_props; i++) {
    if (figure->props[i].prop.kind == UK_PROP_WATER)
      return TRUE; /* goes on to the edge of the picture */
  }
  return FALSE;
}

static void
clear_inside (cairo_t *cr, const UkFigureBox *box)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_rectangle (cr, MARGIN - 1, MARGIN - 1, box->x1 - box->x0 + 2, box->y1 - box->y0 + 2);
  cairo_fill (cr);
}

/* What is measured holds all that is painted, so that nothing is cut off. */
static void
test_measure (void)
{
  g_autoptr (UkPoseSet) set = load ();
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  guint bad = 0;

  for (guint i = 0; i < uk_pose_set_get_n_poses (set); i++) {
    const UkPose *pose = uk_pose_set_get_nth (set, i);
    cairo_surface_t *surface;
    cairo_t *cr;
    UkFigureBox box;
    guint outside;

    uk_figure_solve (figure, pose, FALSE);
    figure->focus = UK_FOCUS_WHOLE;
    if (has_water (figure))
      continue;
    uk_figure_measure (figure, &box);
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)(box.x1 - box.x0) + 2 * MARGIN,
                                          (int)(box.y1 - box.y0) + 2 * MARGIN);
    cr = cairo_create (surface);
    uk_figure_paint (figure, cr, uk_figure_palette_get (UK_FIGURE_LIGHT), MARGIN - box.x0,
                     MARGIN - box.y0, 1);
    clear_inside (cr, &box);
    outside = count_painted (surface);
    if (outside > 0)
      g_test_message ("%s: %u pixels outside", pose->id, outside);
    bad += outside > 0;
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
  g_assert_cmpuint (bad, ==, 0);
}

/* The mirrored picture is the mirror image but for the light, which stays where it is. */
static void
test_mirror (void)
{
  static const char *const ids[] = { "lunge", "seat-hold-tilt", "roller-lat-set", "doorway-set" };
  g_autoptr (UkPoseSet) set = load ();
  g_autofree UkFigure *figure = g_new (UkFigure, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    UkFigureBox a, b;

    uk_figure_solve (figure, uk_pose_set_lookup (set, ids[i]), FALSE);
    uk_figure_measure (figure, &a);
    uk_figure_solve (figure, uk_pose_set_lookup (set, ids[i]), TRUE);
    uk_figure_measure (figure, &b);
    g_assert_cmpfloat (fabs (a.x0 + b.x1) + fabs (a.x1 + b.x0), <, 0.01);
    g_assert_cmpfloat (fabs (a.y0 - b.y0) + fabs (a.y1 - b.y1), <, 0.01);
  }
}

static void
test_sheet (void)
{
  static const char *const labels[] = { "one", "two", "three" };
  g_autoptr (UkPoseSet) set = load ();
  g_autofree UkFigure *figures = g_new (UkFigure, 3);
  UkFigureSheet sheet = { .figures = figures,
                          .labels = labels,
                          .n = 3,
                          .columns = 2,
                          .tile_width = SIZE,
                          .tile_height = SIZE };
  cairo_surface_t *surface;

  for (guint i = 0; i < 3; i++)
    uk_figure_solve (&figures[i], uk_pose_set_get_nth (set, i), FALSE);
  surface = uk_figure_sheet_render (&sheet, uk_figure_palette_get (UK_FIGURE_DARK), NULL);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2 * SIZE);
  g_assert_cmpint (cairo_image_surface_get_height (surface), >, 2 * SIZE);
  cairo_surface_destroy (surface);
}

static void
test_palette_names (void)
{
  UkFigurePaletteKind kind = UK_FIGURE_LIGHT;

  g_assert_true (uk_figure_palette_kind_from_name ("contrast", &kind));
  g_assert_cmpint (kind, ==, UK_FIGURE_CONTRAST);
  g_assert_false (uk_figure_palette_kind_from_name ("pink", &kind));
}

/* Each skin is another one, in every style; the helper never has that of a dark first person. */
static void
test_skins (void)
{
  UkFigurePalette palettes[UK_N_SKIN_TONES], helper;

  for (UkFigurePaletteKind kind = 0; kind < UK_N_FIGURE_PALETTES; kind++) {
    for (UkSkinTone skin = 0; skin < UK_N_SKIN_TONES; skin++) {
      uk_figure_palette_init (&palettes[skin], kind, skin);
      for (UkSkinTone other = 1; other < skin; other++) /* from light to dark */
        g_assert_cmpfloat (palettes[skin].materials[UK_MATERIAL_SKIN].lit.g, <,
                           palettes[other].materials[UK_MATERIAL_SKIN].lit.g);
      uk_figure_palette_dress_helper (&helper, &palettes[skin]);
      g_assert_cmpfloat (fabs (helper.materials[UK_MATERIAL_SKIN].lit.g
                               - palettes[skin].materials[UK_MATERIAL_SKIN].lit.g),
                         >, 0.05);
    }
    uk_figure_palette_init (&palettes[0], kind, UK_SKIN_PLATE);
    g_assert_cmpmem (&palettes[0], sizeof palettes[0], uk_figure_palette_get (kind),
                     sizeof palettes[0]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add_func ("/figure-painter/all", test_all);
  g_test_add_func ("/figure-painter/measure", test_measure);
  g_test_add_func ("/figure-painter/mirror", test_mirror);
  g_test_add_func ("/figure-painter/sheet", test_sheet);
  g_test_add_func ("/figure-painter/skins", test_skins);
  g_test_add_func ("/figure-painter/palette-names", test_palette_names);
  return g_test_run ();
}
