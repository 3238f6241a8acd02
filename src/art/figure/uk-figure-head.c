/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-head.h"

#define ARC_STEPS 28
#define MOUTH_STEPS 20

/* The head as it is turned: its middle and frame. */
typedef struct {
  const UkCanvas *canvas;
  UkVec middle;
  const UkFrame *frame;
} Head;

static UkVec
get_point (const Head *head, double f, double u, double r)
{
  return uk_vec_add (head->middle, uk_frame_out (head->frame, f, u, r));
}

static UkVec
get_direction (const Head *head, double f, double u, double r)
{
  return uk_vec_unit (uk_frame_out (head->frame, f, u, r));
}

/* The cap of a ball: its points p with (p - middle) · normal > d. */
typedef struct {
  UkVec middle, normal;
  double r, d;
} Cap;

static void
add_circle (const UkCanvas *canvas, UkPoint at, double r)
{
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, at.x, at.y, r, 0, 2 * G_PI);
  cairo_close_path (canvas->cr);
}

/* Adds what is visible of a cap: an arc of the ball's silhouette and the near arc of the cut. */
static void
add_cap (const UkCanvas *canvas, const Cap *cap)
{
  cairo_t *cr = canvas->cr;
  UkPoint q = uk_canvas_project (canvas, cap->middle);
  UkVec n = cap->normal;
  double nz = uk_canvas_get_facing (canvas, n), nx = n.x * canvas->cos_yaw - n.z * canvas->sin_yaw;
  double ny = n.y * canvas->cos_pitch - uk_canvas_get_depth (canvas, n) * canvas->sin_pitch;
  double s = MAX (sqrt (nx * nx + ny * ny), 1e-6), k = canvas->k;
  double mx = nx / s, my = -ny / s, rho = sqrt (cap->r * cap->r - cap->d * cap->d);
  double turn = -cap->d * nz / (rho * s), t0;

  if (turn >= 1) { /* the cut is hidden behind the ball */
    if (cap->r * nz > cap->d)
      add_circle (canvas, q, cap->r * k);
    return;
  }
  t0 = turn <= -1 ? G_PI : acos (turn);
  cairo_new_sub_path (cr);
  if (turn > -1) {
    double f0 = acos (CLAMP (cap->d / (cap->r * s), -1, 1));

    for (int i = 0; i <= ARC_STEPS; i++) {
      double f = -f0 + 2 * f0 * i / ARC_STEPS, x = cap->r * cos (f), y = cap->r * sin (f);

      cairo_line_to (cr, q.x + k * (x * mx - y * my), q.y + k * (x * my + y * mx));
    }
  } else if (nz < 0) {
    add_circle (canvas, q, cap->r * k);
    cairo_new_sub_path (cr);
  }
  for (int i = 0; i <= ARC_STEPS; i++) {
    double t = t0 - 2 * t0 * i / ARC_STEPS, x = cap->d * s - rho * nz * cos (t);
    double y = rho * sin (t);

    cairo_line_to (cr, q.x + k * (x * mx - y * my), q.y + k * (x * my + y * mx));
  }
  cairo_close_path (cr);
}

static void
fill_cap (const UkCanvas *canvas, const Cap *cap)
{
  cairo_new_path (canvas->cr);
  cairo_set_fill_rule (canvas->cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_cap (canvas, cap);
  cairo_fill (canvas->cr);
  cairo_set_fill_rule (canvas->cr, CAIRO_FILL_RULE_WINDING);
}

/* The lit part of a cap: the same, clipped by a disc moved to the light. */
static void
fill_lit_cap (const UkCanvas *canvas, const Cap *cap)
{
  UkPoint q = uk_canvas_project (canvas, cap->middle);

  cairo_save (canvas->cr);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, q.x - 1.4 * canvas->k, q.y - 1.1 * canvas->k, cap->r * 0.95 * canvas->k, 0,
             2 * G_PI);
  cairo_clip (canvas->cr);
  fill_cap (canvas, cap);
  cairo_restore (canvas->cr);
}

/* Draws those parts of a small line on the face that are turned to the viewer. */
static void
stroke_face (const Head *head, const double (*points)[3], int n, double width, double alpha)
{
  const UkCanvas *canvas = head->canvas;
  cairo_t *cr = canvas->cr;
  gboolean pen = FALSE;

  for (int i = 0; i < n; i++) {
    UkVec normal = get_direction (head, points[i][0], 0, points[i][2] * 1.1);
    UkPoint q
        = uk_canvas_project (canvas, get_point (head, points[i][0], points[i][1], points[i][2]));

    if (uk_canvas_get_facing (canvas, normal) < 0.08) {
      pen = FALSE;
      continue;
    }
    if (pen)
      cairo_line_to (cr, q.x, q.y);
    else
      cairo_move_to (cr, q.x, q.y);
    pen = TRUE;
  }
  uk_canvas_set_color (canvas, canvas->palette->ink, 0, alpha);
  cairo_set_line_width (cr, width * canvas->k);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
paint_ear (const Head *head, double side)
{
  const UkCanvas *canvas = head->canvas;
  UkTone skin = canvas->palette->materials[UK_MATERIAL_SKIN];
  UkBead ear[2] = { { get_point (head, -0.9, -1.4, side * 7.3), 1.7 },
                    { get_point (head, -0.4, -3.8, side * 7.1), 1.15 } };

  uk_canvas_fill_beads (canvas, ear, 2, skin, 0);
  if (uk_canvas_get_facing (canvas, uk_vec_scale (head->frame->r, side)) > 0.3 && canvas->k > 1.1) {
    UkPoint q = uk_canvas_project (canvas, get_point (head, -0.8, -2.0, side * 7.6));

    cairo_arc (canvas->cr, q.x, q.y, canvas->k, 0, 2 * G_PI);
    uk_canvas_set_color (canvas, skin.shade, 0.12, 1);
    cairo_fill (canvas->cr);
  }
}

static void
paint_bun (const Head *head)
{
  UkBead bun[2]
      = { { get_point (head, -6.4, 6.0, 0), 2.6 }, { get_point (head, -8.6, 8.2, 0), 3.7 } };

  uk_canvas_fill_beads (head->canvas, bun, 2, head->canvas->palette->materials[UK_MATERIAL_HAIR],
                        0);
}

static void
paint_eye (const Head *head, double side, double closed)
{
  const double lid[][3] = {
    { 8.1, -1.9, side * 1.7 },
    { 8.1, -2.35, side * 2.7 },
    { 7.7, -2.35, side * 3.4 },
    { 7.1, -1.9, side * 4.3 },
  };
  const double brow[][3]
      = { { 8.4, 1.35, side * 1.7 }, { 8.0, 1.75, side * 3.0 }, { 7.3, 1.3, side * 4.4 } };
  const UkCanvas *canvas = head->canvas;
  double facing = uk_canvas_get_facing (canvas, get_direction (head, 0.80, 0, side * 0.60));
  double alpha = MIN (1, (facing - 0.12) / 0.18), small = canvas->k < 1.2 ? 0.7 : 1;

  if (alpha <= 0)
    return;
  if (closed > 0.5) {
    stroke_face (head, lid, 4, 0.55, 0.85 * alpha);
  } else {
    UkPoint q = uk_canvas_project (canvas, get_point (head, 7.3, -1.7, side * 3.15));

    cairo_save (canvas->cr);
    cairo_translate (canvas->cr, q.x, q.y);
    cairo_scale (canvas->cr, (0.5 + 0.32 * facing) * canvas->k, 0.88 * canvas->k);
    cairo_new_sub_path (canvas->cr);
    cairo_arc (canvas->cr, 0, 0, 1, 0, 2 * G_PI);
    cairo_restore (canvas->cr);
    uk_canvas_set_color (canvas, canvas->palette->ink, 0, 0.92 * alpha * small);
    cairo_fill (canvas->cr);
  }
  stroke_face (head, brow, 3, 0.6, 0.62 * alpha * small);
}

/* An open mouth: the upper lip stays, the lower one goes with the chin. */
static void
fill_mouth (const Head *head, double open)
{
  const UkCanvas *canvas = head->canvas;
  const double wide = 2.2 - 0.5 * open, tall = 0.5 + 0.62 * UK_MOUTH_OPEN * open;
  gboolean pen = FALSE;

  for (int i = 0; i < MOUTH_STEPS; i++) {
    double angle = 2 * G_PI * i / MOUTH_STEPS, r = wide * cos (angle), c = sin (angle);
    double front = 8.2 - 0.28 * r * r - (c < 0 ? -0.4 * open * c : 0);
    double up = -7.55 + (c > 0 ? 0.3 * c : tall * c);
    UkPoint q;

    if (uk_canvas_get_facing (canvas, get_direction (head, front, 0, r * 1.1)) < 0.04)
      continue;
    q = uk_canvas_project (canvas, get_point (head, front, up, r));
    if (pen)
      cairo_line_to (canvas->cr, q.x, q.y);
    else
      cairo_move_to (canvas->cr, q.x, q.y);
    pen = TRUE;
  }
  uk_canvas_set_color (canvas, canvas->palette->ink, 0, 0.85);
  cairo_fill (canvas->cr);
}

static void
paint_face (const Head *head, double closed, double open)
{
  static const double mouth[][3] = {
    { 6.9, -7.3, -2.2 }, { 7.9, -7.85, -1.1 }, { 8.3, -8.0, 0 },
    { 7.9, -7.85, 1.1 }, { 6.9, -7.3, 2.2 },
  };
  static const double nose[][3] = { { 9.0, -3.0, 0.75 }, { 9.2, -4.5, 1.0 }, { 9.3, -4.9, 0 } };
  const UkCanvas *canvas = head->canvas;

  if (canvas->k <= 0.62)
    return;
  paint_eye (head, -1, closed);
  paint_eye (head, 1, closed);
  if (open > 0.05)
    fill_mouth (head, open);
  else
    stroke_face (head, mouth, 5, 0.5, 0.6 * (canvas->k < 1.2 ? 0.7 : 1));
  if (uk_canvas_get_facing (canvas, head->frame->f) > 0.35 && canvas->k > 1.1)
    stroke_face (head, nose, 3, 0.45, 0.38);
}

/* A ball cut by the plane of the hairline, a smaller one for the crown and a short swept lock. */
static void
paint_hair (const Head *head)
{
  const UkCanvas *canvas = head->canvas;
  UkTone tone = canvas->palette->materials[UK_MATERIAL_HAIR];
  UkBead lock[3] = { { get_point (head, 4.8, 7.0, 3.2), 2.0 },
                     { get_point (head, 6.3, 6.0, -0.4), 1.7 },
                     { get_point (head, 5.0, 5.6, -4.8), 1.9 } };
  Cap skull = { get_point (head, -0.8, 1.2, 0), get_direction (head, -0.70, 0.714, 0), 9.0, -2.7 };
  Cap crown = { get_point (head, 0.3, 2.7, 0), get_direction (head, -0.35, 0.94, 0), 8.2, -0.2 };
  double outline = canvas->palette->outline;

  if (outline > 0) {
    Cap wide_skull = { skull.middle, skull.normal, skull.r + outline, skull.d - outline };
    Cap wide_crown = { crown.middle, crown.normal, crown.r + outline, crown.d - outline };

    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    fill_cap (canvas, &wide_skull);
    fill_cap (canvas, &wide_crown);
    uk_canvas_add_beads (canvas, lock, 3, UK_PASS_LINE);
    uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
  }
  uk_canvas_set_color (canvas, tone.shade, 0, 1);
  fill_cap (canvas, &skull);
  fill_cap (canvas, &crown);
  uk_canvas_set_color (canvas, tone.lit, 0, 1);
  fill_lit_cap (canvas, &skull);
  fill_lit_cap (canvas, &crown);
  uk_canvas_add_beads (canvas, lock, 3, UK_PASS_BASE);
  uk_canvas_fill (canvas, tone.lit, 0, 1);
}

/* The neck goes behind the collar when the collar opens away from the viewer. */
gboolean
uk_head_is_neck_behind (const UkCanvas *canvas, const UkSkeleton *skeleton)
{
  return uk_canvas_get_facing (canvas,
                               uk_vec_unit (uk_frame_out (&skeleton->spine[2], 0.60, 0.80, 0)))
         < 0;
}

void
uk_head_paint_neck (const UkCanvas *canvas, const UkSkeleton *skeleton, const UkFlesh *flesh)
{
  const UkShape *neck = &flesh->parts[UK_PART_HEAD].shapes[0], *face = neck + 1;
  double toward = uk_canvas_get_facing (canvas, skeleton->head.f) + 0.35;
  UkCanvas below = *canvas;

  if (canvas->palette->outline > 0) {
    uk_canvas_add_shape (canvas, flesh, neck, UK_PASS_LINE);
    uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
  }
  uk_canvas_fill_shapes (canvas, flesh, neck, 1, 0);
  if (canvas->palette->outline > 0 || toward <= 0)
    return;
  /* the shadow of the chin */
  below.ox += 0.6 * canvas->k;
  below.oy += 2.0 * canvas->k;
  uk_canvas_add_shape (canvas, flesh, neck, UK_PASS_BASE);
  uk_raster_hold (canvas->raster);
  uk_canvas_add_shape (&below, flesh, face, UK_PASS_BASE);
  uk_canvas_fill (canvas, canvas->palette->materials[UK_MATERIAL_SKIN].shade, 0.04,
                  MIN (1, toward));
  uk_raster_release (canvas->raster);
}

void
uk_head_paint (const UkCanvas *canvas, const UkSkeleton *skeleton, const UkFlesh *flesh)
{
  const UkShape *face = &flesh->parts[UK_PART_HEAD].shapes[1];
  Head head
      = { canvas, uk_vec_add (skeleton->head_joint, uk_frame_out (&skeleton->head, 1.0, 7.5, 0)),
          &skeleton->head };
  double right = uk_canvas_get_facing (canvas, head.frame->r);
  gboolean bun = skeleton->body->hair == UK_HAIR_BUN;
  gboolean bun_behind = uk_canvas_get_facing (canvas, get_direction (&head, -0.8, 0.6, 0)) < 0;

  if (bun && bun_behind)
    paint_bun (&head);
  if (right < 0.18)
    paint_ear (&head, 1);
  if (right > -0.18)
    paint_ear (&head, -1);
  if (canvas->palette->outline > 0) {
    uk_canvas_add_shape (canvas, flesh, face, UK_PASS_LINE);
    uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
  }
  uk_canvas_fill_shapes (canvas, flesh, face, 1, 0);
  paint_face (&head, skeleton->eyes_closed, skeleton->mouth);
  paint_hair (&head);
  if (bun && !bun_behind)
    paint_bun (&head);
  if (right >= 0.18)
    paint_ear (&head, 1);
  if (right <= -0.18)
    paint_ear (&head, -1);
}
