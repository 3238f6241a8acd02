/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-painter.h"

#include "art/figure/uk-figure-canvas.h"
#include "art/figure/uk-figure-props.h"
#include "art/figure/uk-layer.h"

#define HAIR_REACH 9.6 /* cm from the crown */
#define BUN_REACH 14.6
#define AIR 1.06 /* around the picture */
#define MIN_WIDTH 72.0
#define MIN_HEIGHT 76.0
#define FADE 0.14 /* share of a close-up that fades out at its edge */

/* Below which height a close-up leaves the body out. */
static double
get_cut (const UkFigure *figure)
{
  const UkSkeleton *s = &figure->people[0];

  if (figure->focus == UK_FOCUS_HEAD)
    return uk_vec_along (s->joints[2], s->spine[2].u, -3).y;
  if (figure->focus == UK_FOCUS_UPPER)
    return uk_vec_along (s->root, s->pelvis.u, -9).y;
  return -G_MAXDOUBLE;
}

static void
measure_person (const UkCanvas *canvas, const UkSkeleton *skeleton, double cut, UkFigureBox *box)
{
  UkVec crown = uk_vec_add (skeleton->head_joint, uk_frame_out (&skeleton->head, 0.5, 9, 0));
  double hair = skeleton->body->hair == UK_HAIR_BUN ? BUN_REACH : HAIR_REACH;
  UkFlesh flesh;

  uk_flesh_build (&flesh, skeleton);
  for (guint i = 0; i < flesh.n_spheres; i++) {
    if (flesh.spheres[i].at.y > cut)
      uk_figure_box_add (box, uk_canvas_project (canvas, flesh.spheres[i].at), flesh.spheres[i].r);
  }
  uk_figure_box_add (box, uk_canvas_project (canvas, crown), hair);
}

/**
 * uk_figure_measure:
 * @figure: the picture
 * @box: (out): what has to be seen
 */
void
uk_figure_measure (const UkFigure *figure, UkFigureBox *box)
{
  UkCanvas canvas;
  double cut, width, height;

  g_return_if_fail (figure != NULL && box != NULL);

  uk_canvas_init (&canvas, NULL, NULL, figure, 0, 0, 1);
  *box = uk_figure_box_empty ();
  if (figure->focus == UK_FOCUS_PLACE) {
    uk_figure_box_add (box, uk_canvas_project (&canvas, figure->focus_at), figure->focus_r);
    return;
  }
  cut = get_cut (figure);
  for (guint i = 0; i < figure->n_people; i++)
    measure_person (&canvas, &figure->people[i], cut, box);
  for (guint i = 0; i < figure->n_props; i++) {
    const UkSolvedProp *solved = &figure->props[i];
    const UkPropPainter *painter = &uk_prop_painters[solved->prop.kind];

    if (painter->measure != NULL && !(painter->scenery && figure->focus != UK_FOCUS_WHOLE))
      painter->measure (&canvas, solved, box);
  }
  if (figure->focus != UK_FOCUS_WHOLE) {
    box->y1 = uk_canvas_project (&canvas,
                                 uk_vec (figure->people[0].root.x, cut, figure->people[0].root.z))
                  .y;
    return;
  }
  width = box->x1 - box->x0;
  height = box->y1 - box->y0;
  if (width < MIN_WIDTH) {
    box->x0 -= (MIN_WIDTH - width) / 2;
    box->x1 += (MIN_WIDTH - width) / 2;
  }
  if (height < MIN_HEIGHT)
    box->y0 = box->y1 - MIN_HEIGHT; /* low poses stay on the ground */
}

/**
 * uk_figure_measure_movement:
 * @movement: a movement
 * @box: (out): what has to be seen of all its keys, so that the size does not change on the way
 */
void
uk_figure_measure_movement (const UkMovement *movement, UkFigureBox *box)
{
  g_return_if_fail (movement != NULL && box != NULL);

  uk_figure_measure (uk_movement_get_key (movement, 0), box);
  for (guint i = 1; i < uk_movement_get_n_keys (movement); i++) {
    UkFigureBox key;

    uk_figure_measure (uk_movement_get_key (movement, i), &key);
    uk_figure_box_join (box, &key);
  }
}

/* Fades a close-up out: towards its lower edge, or all around. */
static void
fade_out (const UkFigure *figure, UkRaster *raster, double width, double height)
{
  double r = MIN (width, height) / 2;

  if (figure->focus == UK_FOCUS_PLACE)
    uk_raster_fade_out (raster, width / 2, height / 2, r * (1 - 1.5 * FADE), r);
  else
    uk_raster_fade_down (raster, height * (1 - FADE), height);
}

/**
 * uk_figure_paint_box:
 * @figure: the picture
 * @cr: where to paint, from the origin on
 * @palette: the colours
 * @box: what of the picture has to be seen, from uk_figure_measure() or the union of several
 * @width: of the place for it, in pixels
 * @height: of the place for it
 *
 * Fits the box into the place and clips to it.  Close-ups fade out at their edge.
 */
void
uk_figure_paint_box (const UkFigure *figure,
                     cairo_t *cr,
                     const UkFigurePalette *palette,
                     const UkFigureBox *box,
                     double width,
                     double height)
{
  gboolean close_up;
  double k, ox, oy;
  UkLayer layer;

  g_return_if_fail (figure != NULL && cr != NULL && palette != NULL && box != NULL);

  if (width < 1 || height < 1)
    return;
  close_up = figure->focus != UK_FOCUS_WHOLE;
  k = MIN (width / ((box->x1 - box->x0) * AIR),
           height / ((box->y1 - box->y0) * (close_up ? 1.03 : AIR)));
  ox = width / 2 - (box->x0 + box->x1) / 2 * k;
  oy = height / 2 - (box->y0 + box->y1) / 2 * k;
  if (figure->focus == UK_FOCUS_UPPER || figure->focus == UK_FOCUS_HEAD)
    oy = height - box->y1 * k; /* the cut is the lower edge */
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (!close_up) {
    uk_figure_paint (figure, cr, palette, ox, oy, k);
  } else if (uk_layer_begin (&layer, cr, 0, 0, width, height)) {
    uk_figure_paint (figure, layer.cr, palette, ox, oy, k);
    fade_out (figure, &layer.raster, width, height);
    uk_layer_end (&layer, cr);
  }
  cairo_restore (cr);
}

/**
 * uk_figure_paint_fit:
 * @figure: the picture
 * @cr: where to paint, from the origin on
 * @palette: the colours
 * @width: of the place for it, in pixels
 * @height: of the place for it
 */
void
uk_figure_paint_fit (const UkFigure *figure,
                     cairo_t *cr,
                     const UkFigurePalette *palette,
                     double width,
                     double height)
{
  UkFigureBox box;

  g_return_if_fail (figure != NULL && cr != NULL && palette != NULL);

  uk_figure_measure (figure, &box);
  uk_figure_paint_box (figure, cr, palette, &box, width, height);
}
