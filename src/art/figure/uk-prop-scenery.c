/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-props.h"

#define CORNER_STEPS 6
#define TUB_STEPS 36

void
uk_prop_paint_mat (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  UkVec o = solved->points[0];
  double w = uk_prop_size (solved->prop.size.w, 180) / 2;
  double d = uk_prop_size (solved->prop.size.d, 64) / 2, r = MIN (4, MIN (w, d));
  const double x[4] = { -w + r, w - r, w - r, -w + r }, z[4] = { -d + r, -d + r, d - r, d - r };

  for (int pass = 0; pass < 2; pass++) {
    cairo_new_path (canvas->cr);
    for (int corner = 0; corner < 4; corner++) {
      for (int i = 0; i <= CORNER_STEPS; i++) {
        double t = G_PI + (corner + (double)i / CORNER_STEPS) * G_PI / 2;
        UkVec p = uk_vec (o.x + x[corner] + r * cos (t), pass == 1 ? o.y : o.y - 1.2,
                          o.z + z[corner] + r * sin (t));
        UkPoint q = uk_canvas_project (canvas, p);

        cairo_line_to (canvas->cr, q.x, q.y);
      }
    }
    cairo_close_path (canvas->cr);
    uk_canvas_set_color (canvas, pass == 1 ? canvas->palette->mat.lit : canvas->palette->mat.shade,
                         0, 1);
    cairo_fill (canvas->cr);
  }
}

/* b = -1: the wall is in front of the person, else behind. */
void
uk_prop_paint_wall (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double h = uk_prop_size (size->h, 196), d = uk_prop_size (size->d, 70);
  double x = solved->points[0].x + size->a;

  uk_canvas_fill_box (canvas, uk_vec (size->b < 0 ? x : x - 6, 0, -d / 2), uk_vec (6, h, d),
                      canvas->palette->wall);
}

void
uk_prop_paint_door (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 96), h = uk_prop_size (solved->prop.size.h, 198);
  double x = solved->points[0].x - 6;
  UkTone tone = canvas->palette->wall;

  uk_canvas_fill_box (canvas, uk_vec (x, 0, -w / 2 - 12), uk_vec (10, h, 12), tone);
  uk_canvas_fill_box (canvas, uk_vec (x, 0, w / 2), uk_vec (10, h, 12), tone);
  uk_canvas_fill_box (canvas, uk_vec (x, h, -w / 2 - 12), uk_vec (10, 12, w + 24), tone);
}

void
uk_prop_paint_box (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];

  uk_canvas_fill_box (canvas, uk_vec (o.x - size->w / 2, o.y, o.z - size->d / 2),
                      uk_vec (size->w, size->h, size->d), canvas->palette->wood);
}

/* Seat, legs and back of a chair; a = 1: a stool. */
typedef struct {
  UkVec at;
  double height, w, d;
} Chair;

static Chair
get_chair (const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;

  return (Chair){ solved->points[0], uk_prop_size (size->h, 44), uk_prop_size (size->w, 42),
                  uk_prop_size (size->d, 44) };
}

/* The back is painted with the chair unless it stands between the viewer and the person. */
static gboolean
is_back_near (const UkCanvas *canvas)
{
  return uk_canvas_get_facing (canvas, uk_vec (-1, 0, 0)) > 0.3;
}

static void
fill_chair_back (const UkCanvas *canvas, const Chair *c)
{
  double x = c->at.x - (c->w / 2 - 2), z = c->d / 2 - 2, h = c->height, oz = c->at.z;
  UkTone tone = canvas->palette->wood;

  uk_canvas_fill_rod (canvas, uk_vec (x, h, oz - z), uk_vec (x - 6, h + 44, oz - z), 1.5, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x - 5.6, h + 40, oz - z), uk_vec (x - 5.6, h + 40, oz + z),
                      3.2, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x - 3.6, h + 26, oz - z), uk_vec (x - 3.6, h + 26, oz + z),
                      3.2, tone);
  uk_canvas_fill_rod (canvas, uk_vec (x, h, oz + z), uk_vec (x - 6, h + 44, oz + z), 1.5, tone);
}

void
uk_prop_paint_chair (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Chair c = get_chair (solved);
  double x = c.w / 2 - 2, z = c.d / 2 - 2;
  UkTone tone = canvas->palette->wood;

  for (int i = 0; i < 4; i++) {
    double dx = i & 1 ? x : -x, dz = i & 2 ? z : -z;

    uk_canvas_fill_rod (canvas, uk_vec (c.at.x + dx, c.height - 3, c.at.z + dz),
                        uk_vec (c.at.x + dx * 1.12, 1.4, c.at.z + dz), 1.5, tone);
  }
  if (solved->prop.size.a < 0.5 && !is_back_near (canvas))
    fill_chair_back (canvas, &c);
  uk_canvas_fill_box (canvas, uk_vec (c.at.x - c.w / 2, c.height - 4, c.at.z - c.d / 2),
                      uk_vec (c.w, 4, c.d), tone);
}

void
uk_prop_paint_chair_back (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  Chair c = get_chair (solved);

  if (solved->prop.size.a < 0.5 && is_back_near (canvas))
    fill_chair_back (canvas, &c);
}

static void
fill_table_leg (const UkCanvas *canvas, const UkSolvedProp *solved, int corner)
{
  const UkPropSize *size = &solved->prop.size;
  UkVec o = solved->points[0];
  double w = uk_prop_size (size->w, 60) / 2 - 4, d = uk_prop_size (size->d, 100) / 2 - 4;
  double x = o.x + (corner & 1 ? w : -w), z = o.z + (corner & 2 ? d : -d);

  uk_canvas_fill_rod (canvas, uk_vec (x, uk_prop_size (size->h, 72) - 4, z), uk_vec (x, 1.7, z),
                      1.7, canvas->palette->wood);
}

/* Whether a corner of the table is on the side of the viewer. */
static gboolean
is_corner_near (const UkCanvas *canvas, int corner)
{
  return uk_canvas_get_depth (canvas, uk_vec (corner & 1 ? 1 : -1, 0, corner & 2 ? 1 : -1)) > 0;
}

void
uk_prop_paint_table (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double w = uk_prop_size (size->w, 60), d = uk_prop_size (size->d, 100);
  UkVec o = solved->points[0];

  for (int corner = 0; corner < 4; corner++) {
    if (!is_corner_near (canvas, corner))
      fill_table_leg (canvas, solved, corner);
  }
  uk_canvas_fill_box (canvas, uk_vec (o.x - w / 2, uk_prop_size (size->h, 72) - 3.5, o.z - d / 2),
                      uk_vec (w, 3.5, d), canvas->palette->wood);
}

void
uk_prop_paint_table_legs (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  for (int corner = 0; corner < 4; corner++) {
    if (is_corner_near (canvas, corner))
      fill_table_leg (canvas, solved, corner);
  }
}

/* Stands on its place and looks at the person, who faces +x. */
void
uk_prop_paint_screen (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 52), h = uk_prop_size (solved->prop.size.h, 31);
  UkVec o = solved->points[0];
  UkTone tone = canvas->palette->dark;
  const UkVec corners[4] = {
    { o.x - 0.2, o.y + 11, o.z - w / 2 + 2 },
    { o.x - 0.2, o.y + 11, o.z + w / 2 - 2 },
    { o.x - 0.2, o.y + 7 + h, o.z + w / 2 - 2 },
    { o.x - 0.2, o.y + 7 + h, o.z - w / 2 + 2 },
  };

  uk_canvas_fill_box (canvas, uk_vec (o.x - 7, o.y, o.z - 10), uk_vec (16, 1.2, 20), tone);
  uk_canvas_fill_rod (canvas, uk_vec (o.x + 2, o.y + 1, o.z), uk_vec (o.x + 2, o.y + 12, o.z), 1.5,
                      tone);
  uk_canvas_fill_box (canvas, uk_vec (o.x, o.y + 9, o.z - w / 2), uk_vec (2.4, h, w), tone);
  if (uk_canvas_get_facing (canvas, uk_vec (-1, 0, 0)) <= 0)
    return;
  cairo_new_path (canvas->cr);
  for (int i = 0; i < 4; i++) {
    UkPoint p = uk_canvas_project (canvas, corners[i]);

    cairo_line_to (canvas->cr, p.x, p.y);
  }
  cairo_close_path (canvas->cr);
  uk_canvas_set_color (canvas, canvas->palette->screen, 0, 1);
  cairo_fill (canvas->cr);
}

void
uk_prop_paint_keyboard (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double w = uk_prop_size (solved->prop.size.w, 13), d = uk_prop_size (solved->prop.size.d, 40);
  UkVec o = solved->points[0];

  uk_canvas_fill_box (canvas, uk_vec (o.x - w / 2, o.y, o.z - d / 2), uk_vec (w, 1.4, d),
                      canvas->palette->metal);
}

/* The head of the bed is at -x. */
void
uk_prop_paint_bed (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  double w = uk_prop_size (size->w, 204), d = uk_prop_size (size->d, 90);
  double h = uk_prop_size (size->h, 46);
  UkVec low = uk_vec (solved->points[0].x - w / 2, 0, solved->points[0].z - d / 2);
  UkTone wood = canvas->palette->wood;

  for (int corner = 0; corner < 4; corner++)
    uk_canvas_fill_rod (
        canvas, uk_vec (low.x + (corner & 1 ? w - 4 : 4), h - 22, low.z + (corner & 2 ? d - 4 : 4)),
        uk_vec (low.x + (corner & 1 ? w - 4 : 4), 2, low.z + (corner & 2 ? d - 4 : 4)), 2, wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x - 4, 8, low.z), uk_vec (4, h + 24, d), wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x, h - 26, low.z), uk_vec (w, 8, d), wood);
  uk_canvas_fill_box (canvas, uk_vec (low.x, h - 18, low.z), uk_vec (w, 18, d),
                      canvas->palette->cloth);
}

/* A basin or a bath: an oval rim, walls that lean in, and water in it. */
typedef struct {
  UkVec at;
  double w, d, h, water;
} Tub;

static Tub
get_tub (const UkSolvedProp *solved)
{
  const UkPropSize *size = &solved->prop.size;
  gboolean bath = solved->prop.kind == UK_PROP_BATH;
  Tub tub
      = { solved->points[0], uk_prop_size (size->w, bath ? 160 : 46) / 2,
          uk_prop_size (size->d, bath ? 72 : 36) / 2, uk_prop_size (size->h, bath ? 56 : 20), 0 };

  tub.water = uk_prop_size (size->r, tub.h * 0.72);
  return tub;
}

/* A point of the oval at some height; a squared oval, so that a bath looks like one. */
static UkPoint
get_rim (const UkCanvas *canvas, const Tub *tub, double height, double grow, int step)
{
  double angle = 2 * G_PI * step / TUB_STEPS, c = cos (angle), s = sin (angle);
  double lean = 0.84 + 0.16 * height / tub->h;
  double x = copysign (pow (fabs (c), 0.6), c), z = copysign (pow (fabs (s), 0.6), s);

  return uk_canvas_project (canvas,
                            uk_vec (tub->at.x + (tub->w * lean + grow) * x, tub->at.y + height,
                                    tub->at.z + (tub->d * lean + grow) * z));
}

static void
add_rim (const UkCanvas *canvas, const Tub *tub, double height, double grow)
{
  cairo_new_sub_path (canvas->cr);
  for (int i = 0; i < TUB_STEPS; i++) {
    UkPoint p = get_rim (canvas, tub, height, grow, i);

    cairo_line_to (canvas->cr, p.x, p.y);
  }
  cairo_close_path (canvas->cr);
}

static void
fill_water (const UkCanvas *canvas, const Tub *tub, double alpha)
{
  cairo_new_path (canvas->cr);
  add_rim (canvas, tub, tub->water, -1.5);
  uk_canvas_set_color (canvas, canvas->palette->water, 0, alpha);
  cairo_fill (canvas->cr);
}

void
uk_prop_paint_tub_back (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Tub tub = get_tub (solved);

  cairo_new_path (canvas->cr);
  add_rim (canvas, &tub, tub.h, 1.2);
  if (canvas->palette->outline > 0) {
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (canvas->cr, 2 * canvas->palette->outline * canvas->k);
    cairo_stroke_preserve (canvas->cr);
  }
  uk_canvas_set_color (canvas, canvas->palette->porcelain.shade, 0, 1);
  cairo_fill (canvas->cr);
  fill_water (canvas, &tub, 0.75);
}

/* The near wall: from the near half of the rim down to that of the bottom. */
void
uk_prop_paint_tub_front (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  Tub tub = get_tub (solved);
  cairo_t *cr = canvas->cr;
  int first = 0;
  double best = G_MAXDOUBLE;

  fill_water (canvas, &tub, 0.55);
  for (int i = 0; i < TUB_STEPS; i++) { /* the half starts where the rim is leftmost */
    double x = get_rim (canvas, &tub, tub.h, 0, i).x;

    if (x < best) {
      best = x;
      first = i;
    }
  }
  cairo_new_path (cr);
  for (int part = 0; part < 2; part++) {
    for (int i = 0; i <= TUB_STEPS / 2; i++) {
      int step = first + TUB_STEPS - (part == 0 ? i : TUB_STEPS / 2 - i);
      UkPoint p = get_rim (canvas, &tub, part == 0 ? tub.h : 0, part == 0 ? 1.2 : 0, step);

      cairo_line_to (cr, p.x, p.y);
    }
  }
  cairo_close_path (cr);
  if (canvas->palette->outline > 0) {
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (cr, 2 * canvas->palette->outline * canvas->k);
    cairo_stroke_preserve (cr);
  }
  uk_canvas_set_color (canvas, canvas->palette->porcelain.lit, 0, 1);
  cairo_fill_preserve (cr);
  uk_canvas_set_color (canvas, canvas->palette->porcelain.shade, 0, 1);
  cairo_set_line_width (cr, 0.8 * canvas->k);
  cairo_stroke (cr);
}

/* at= is where its pole stands, to= what the water falls on. */
void
uk_prop_paint_shower (const UkCanvas *canvas, const UkFigure *figure, const UkSolvedProp *solved)
{
  double h = uk_prop_size (solved->prop.size.h, 208);
  UkVec o = solved->points[0], top = uk_vec (o.x, h, o.z);
  UkVec to = solved->prop.n_points > 1 ? solved->points[1] : uk_vec (o.x + 30, 0, o.z);
  UkVec head = uk_vec (to.x, h - 2, to.z);
  UkTone tone = canvas->palette->metal;

  uk_canvas_fill_rod (canvas, uk_vec (o.x, 60, o.z), top, 1.4, tone);
  uk_canvas_fill_rod (canvas, top, head, 1.4, tone);
  uk_canvas_fill_rod (canvas, uk_vec (head.x - 6, h - 5, head.z),
                      uk_vec (head.x + 6, h - 5, head.z), 2.2, tone);
}

void
uk_prop_paint_shower_water (const UkCanvas *canvas,
                            const UkFigure *figure,
                            const UkSolvedProp *solved)
{
  double h = uk_prop_size (solved->prop.size.h, 208);
  UkVec o = solved->points[0];
  UkVec to = solved->prop.n_points > 1 ? solved->points[1] : uk_vec (o.x + 30, 0, o.z);
  cairo_t *cr = canvas->cr;

  cairo_new_path (cr);
  for (int i = -3; i <= 3; i++) {
    double spread = 1 + (i % 2 == 0 ? 0.5 : 0.15);
    UkPoint a = uk_canvas_project (canvas, uk_vec (to.x + i * 1.7, h - 9, to.z));
    UkPoint b = uk_canvas_project (canvas, uk_vec (to.x + i * 1.7 * 2 * spread, to.y + 1, to.z));

    cairo_move_to (cr, a.x, a.y);
    cairo_line_to (cr, b.x, b.y);
  }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 0.9 * canvas->k);
  cairo_set_dash (cr, (double[]){ 6 * canvas->k, 4 * canvas->k }, 2, 0);
  uk_canvas_set_color (canvas, canvas->palette->water, 0, 0.85);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A sheet of water across the whole picture, in waves. */
static void
fill_sheet (const UkCanvas *canvas, const UkSolvedProp *solved, gboolean front)
{
  const UkPropSize *size = &solved->prop.size;
  double k = canvas->k, y = canvas->oy - size->h * k * canvas->cos_pitch, x0, x1, ignored;
  double bottom = canvas->oy - (size->h - uk_prop_size (size->d, 60)) * k;
  double wave = (front ? 1.3 : -1.3) * k, half = 8.5 * k, alpha = front ? 0.62 : 0.35;
  UkRgba water = canvas->palette->water;
  cairo_pattern_t *pattern;
  cairo_t *cr = canvas->cr;

  cairo_clip_extents (cr, &x0, &ignored, &x1, &ignored);
  if (!front)
    y -= 1.5 * k;
  cairo_new_path (cr);
  cairo_move_to (cr, x0, bottom);
  cairo_line_to (cr, x0, y);
  for (double x = x0; x < x1 - 0.5; x += half) {
    double end = MIN (x + half, x1);

    wave = -wave;
    cairo_curve_to (cr, uk_mix (x, end, 0.37), y + wave, uk_mix (x, end, 0.63), y + wave, end, y);
  }
  cairo_line_to (cr, x1, bottom);
  cairo_close_path (cr);
  pattern = cairo_pattern_create_linear (0, y, 0, bottom);
  cairo_pattern_add_color_stop_rgba (pattern, 0, water.r, water.g, water.b, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, water.r * 0.8, water.g * 0.85, water.b,
                                     alpha * 0.2);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

void
uk_prop_paint_water_back (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  fill_sheet (canvas, solved, FALSE);
}

void
uk_prop_paint_water_front (const UkCanvas *canvas,
                           const UkFigure *figure,
                           const UkSolvedProp *solved)
{
  fill_sheet (canvas, solved, TRUE);
}

#define HUB_X -52.0
#define HUB_Y 34.0

void
uk_prop_paint_elliptical (const UkCanvas *canvas,
                          const UkFigure *figure,
                          const UkSolvedProp *solved)
{
  static const double rings[3] = { 28, 25.5, 7 };
  double x = solved->points[0].x;
  UkTone metal = canvas->palette->metal, accent = canvas->palette->roller;
  const UkRgba colors[3] = { accent.shade, accent.lit, metal.lit };
  UkPoint hub = uk_canvas_project (canvas, uk_vec (x + HUB_X, HUB_Y, 0));

  uk_canvas_fill_box (canvas, uk_vec (x - 78, 0, -18), uk_vec (150, 5, 36), metal);
  uk_canvas_fill_rod (canvas, uk_vec (x + 62, 4, 0), uk_vec (x + 44, 128, 0), 3, metal);
  uk_canvas_fill_rod (canvas, uk_vec (x + 40, 126, -9), uk_vec (x + 40, 126, 9), 5.5, accent);
  for (int i = 0; i < 3; i++) {
    cairo_new_path (canvas->cr);
    cairo_arc (canvas->cr, hub.x, hub.y, rings[i] * canvas->k, 0, 2 * G_PI);
    uk_canvas_set_color (canvas, colors[i], 0, 1);
    cairo_fill (canvas->cr);
  }
}

/* One pedal with its rods; the pedal follows the sole and the lever the fist. */
static void
fill_pedal (const UkCanvas *canvas,
            const UkFigure *figure,
            const UkSolvedProp *solved,
            gboolean near)
{
  gboolean right = (uk_canvas_get_facing (canvas, uk_vec (0, 0, 1)) >= 0) == near;
  int half = right ? UK_BODY_RIGHT : UK_BODY_LEFT;
  double x = solved->points[0].x, side = right ? 1 : -1;
  UkTone metal = canvas->palette->metal;
  UkVec sole, fist, pivot, joint;

  uk_anchor_locate (uk_anchor_find ("sole", 4), half, &figure->people[0], &sole, NULL);
  uk_anchor_locate (uk_anchor_find ("fist", 4), half, &figure->people[0], &fist, NULL);
  pivot = uk_vec (x + 56, 62, sole.z * 0.8);
  joint = uk_vec (sole.x + 30, sole.y - 4, sole.z);
  uk_canvas_fill_rod (canvas, uk_vec (x + HUB_X + 11 * side, HUB_Y - 9 * side, sole.z), joint, 2,
                      metal);
  uk_canvas_fill_rod (canvas, joint, pivot, 1.8, metal);
  uk_canvas_fill_rod (canvas, pivot, uk_vec_add (fist, uk_vec (0, 8, 0)), 1.7, metal);
  uk_canvas_fill_rod (canvas, uk_vec (sole.x - 8, sole.y - 1.8, sole.z),
                      uk_vec (sole.x + 15, sole.y - 1.8, sole.z), 2.1, canvas->palette->roller);
}

void
uk_prop_paint_elliptical_far (const UkCanvas *canvas,
                              const UkFigure *figure,
                              const UkSolvedProp *solved)
{
  fill_pedal (canvas, figure, solved, FALSE);
}

void
uk_prop_paint_elliptical_near (const UkCanvas *canvas,
                               const UkFigure *figure,
                               const UkSolvedProp *solved)
{
  fill_pedal (canvas, figure, solved, TRUE);
}
