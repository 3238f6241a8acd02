/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-figure-canvas.h"

#define MAX_BEADS 8

/* How far outlines may be off, in pixels: against the background, and inside of shapes. */
#define EDGE_TOLERANCE 0.2
#define SOFT_TOLERANCE 0.4

/* Where the light comes from, and how far the lit part of a shape shrinks. */
#define LIT_SHRINK 0.165
#define LIT_LEFT 0.125
#define LIT_UP 0.10

void
uk_canvas_init (UkCanvas *canvas,
                cairo_t *cr,
                const UkFigurePalette *palette,
                const UkFigure *figure,
                double ox,
                double oy,
                double k)
{
  *canvas = (UkCanvas){
    .cr = cr,
    .palette = palette,
    .cos_yaw = cos (uk_radians (figure->yaw)),
    .sin_yaw = sin (uk_radians (figure->yaw)),
    .cos_pitch = cos (uk_radians (figure->pitch)),
    .sin_pitch = sin (uk_radians (figure->pitch)),
    .ox = ox,
    .oy = oy,
    .k = k,
    .flat = 1,
  };
}

UkPoint
uk_canvas_project (const UkCanvas *canvas, UkVec p)
{
  double x = p.x * canvas->cos_yaw - p.z * canvas->sin_yaw;
  double y = p.y * canvas->cos_pitch - uk_canvas_get_depth (canvas, p) * canvas->sin_pitch;

  return (UkPoint){ canvas->ox + x * canvas->k, canvas->oy - y * canvas->k };
}

/* How near to the viewer, in cm along the floor. */
double
uk_canvas_get_depth (const UkCanvas *canvas, UkVec v)
{
  return v.x * canvas->sin_yaw + v.z * canvas->cos_yaw;
}

/* How much a direction looks at the viewer, -1 to 1. */
double
uk_canvas_get_facing (const UkCanvas *canvas, UkVec normal)
{
  return uk_canvas_get_depth (canvas, normal) * canvas->cos_pitch + normal.y * canvas->sin_pitch;
}

/* Dimming keeps some colour: blue loses least. */
static UkRgba
get_dimmed (UkRgba color, double dim, double alpha)
{
  return (UkRgba){ color.r * (1 - dim), color.g * (1 - dim * 0.94), color.b * (1 - dim * 0.82),
                   color.a * alpha };
}

void
uk_canvas_set_color (const UkCanvas *canvas, UkRgba color, double dim, double alpha)
{
  UkRgba c = get_dimmed (color, dim, alpha);

  cairo_set_source_rgba (canvas->cr, c.r, c.g, c.b, c.a);
}

/* Fills the hulls that were added. */
void
uk_canvas_fill (const UkCanvas *canvas, UkRgba color, double dim, double alpha)
{
  if (canvas->raster != NULL) {
    uk_raster_fill (canvas->raster, get_dimmed (color, dim, alpha), UK_RASTER_OVER);
    return;
  }
  uk_canvas_set_color (canvas, color, dim, alpha);
  cairo_fill (canvas->cr);
}

static void
add_outline (const UkCanvas *canvas, UkOutline *outline)
{
  if (canvas->flat < 1) {
    for (int i = 0; i < outline->n; i++)
      outline->points[i].y *= canvas->flat;
  }
  if (canvas->raster != NULL) {
    uk_raster_add (canvas->raster, outline);
    return;
  }
  cairo_new_sub_path (canvas->cr);
  for (int i = 0; i < outline->n; i++)
    cairo_line_to (canvas->cr, outline->points[i].x, outline->points[i].y);
  cairo_close_path (canvas->cr);
}

static void
add_hull (const UkCanvas *canvas, const UkDisc *discs, int n, double tolerance)
{
  UkOutline outline;

  uk_hull_get (&outline, discs, n, tolerance);
  add_outline (canvas, &outline);
}

/* A limb of discs, each joined to the next. */
static void
add_chain (const UkCanvas *canvas, const UkDisc *discs, int n, double tolerance)
{
  UkOutline outline;

  if (uk_hull_get_chain (&outline, discs, n, tolerance)) {
    add_outline (canvas, &outline);
    return;
  }
  for (int i = 0; i < MAX (n - 1, 1); i++)
    add_hull (canvas, &discs[i], MIN (n, 2), tolerance);
}

static double
get_ring_growth (const UkCanvas *canvas, const UkSphere *sphere, UkPass pass)
{
  double w = sphere->weight;

  if (pass == UK_PASS_LIT)
    return 1 - LIT_SHRINK * w;
  if (pass == UK_PASS_OCCLUSION)
    return (0.86 + 0.14 * w) + 0.45 * w / sphere->ring_r;
  if (pass == UK_PASS_LINE)
    return 1 + canvas->palette->outline / sphere->ring_r;
  return 1;
}

static UkDisc
get_disc (const UkCanvas *canvas, const UkSphere *sphere, UkPass pass, gboolean soft)
{
  gboolean ring = sphere->ring_r > 0;
  double w = sphere->weight, r = sphere->r * canvas->k, size = r;
  UkVec at = sphere->at;
  UkPoint p;

  if (ring) { /* a hem grows and shrinks as a whole */
    size = sphere->ring_r * canvas->k;
    at = uk_vec_along (sphere->ring, uk_vec_sub (at, sphere->ring),
                       get_ring_growth (canvas, sphere, pass));
  }
  p = uk_canvas_project (canvas, at);
  if (pass == UK_PASS_LIT) {
    p.x -= size * LIT_LEFT * w;
    p.y -= size * LIT_UP * w;
    if (!ring)
      r = r * (1 - LIT_SHRINK * w) + 0.45 * (1 - w); /* hides the edge of the base at joints */
  } else if (pass == UK_PASS_OCCLUSION) {
    p.y += canvas->k * 0.9 * w;
    if (!ring)
      r = r * (0.86 + 0.14 * w) + canvas->k * 0.55 * w;
  } else if (pass == UK_PASS_LINE && !ring) {
    double part = soft ? (w > 0 ? MIN (1, 2 * w) : -0.5) : 1;

    r += canvas->palette->outline * canvas->k * part;
  }
  return (UkDisc){ p.x, p.y, r };
}

/* Whether the next link goes on where this one ends. */
static gboolean
follows (const UkLink *links, int i, int n)
{
  return i + 1 < n && links[i + 1].n == 2 && links[i + 1].spheres[0] == links[i].spheres[1];
}

/* Adds links of a flesh; discs are those of its spheres from the first one on, with radius 0 for
 * those to leave out.  Links of two that follow each other are a limb. */
void
uk_canvas_add_links (const UkCanvas *canvas,
                     const UkLink *links,
                     int n,
                     const UkDisc *discs,
                     int first,
                     double tolerance)
{
  if (canvas->raster != NULL)
    tolerance /= canvas->raster->scale;
  for (int i = 0; i < n; i++) {
    UkDisc some[UK_HULL_MAX_DISCS];
    int count = 0;

    for (int k = 0; k < links[i].n; k++) {
      some[count] = discs[links[i].spheres[k] - first];
      count += some[count].r > 0;
    }
    if (links[i].n == 2 && count == 2) {
      while (count < UK_HULL_MAX_DISCS && follows (links, i, n)) {
        some[count] = discs[links[++i].spheres[1] - first];
        if (some[count].r <= 0)
          break;
        count++;
      }
      add_chain (canvas, some, count, tolerance);
    } else if (count > 0) {
      add_hull (canvas, some, count, tolerance);
    }
  }
}

void
uk_canvas_add_shape (const UkCanvas *canvas,
                     const UkFlesh *flesh,
                     const UkShape *shape,
                     UkPass pass)
{
  UkDisc discs[UK_FLESH_MAX_SPHERES];

  for (int i = 0; i < shape->n_spheres; i++)
    discs[i] = get_disc (canvas, &flesh->spheres[shape->sphere0 + i], pass, shape->soft);
  uk_canvas_add_links (canvas, &flesh->links[shape->link0], shape->n_links, discs, shape->sphere0,
                       pass == UK_PASS_BASE ? EDGE_TOLERANCE : SOFT_TOLERANCE);
}

/* Fills shapes of one material as one. */
void
uk_canvas_fill_shapes (
    const UkCanvas *canvas, const UkFlesh *flesh, const UkShape *shapes, guint n, double dim)
{
  const UkTone *tone = &canvas->palette->materials[shapes[0].material];

  for (guint i = 0; i < n; i++)
    uk_canvas_add_shape (canvas, flesh, &shapes[i], UK_PASS_BASE);
  uk_canvas_fill (canvas, tone->shade, dim, 1);
  for (guint i = 0; i < n; i++)
    uk_canvas_add_shape (canvas, flesh, &shapes[i], UK_PASS_LIT);
  uk_canvas_fill (canvas, tone->lit, dim, 1);
}

/* The hull of up to eight beads. */
void
uk_canvas_add_beads (const UkCanvas *canvas, const UkBead *beads, int n, UkPass pass)
{
  UkDisc discs[MAX_BEADS];

  g_assert (n <= MAX_BEADS);

  for (int i = 0; i < n; i++) {
    UkSphere sphere = { .at = beads[i].at, .r = beads[i].r, .weight = 1 };

    discs[i] = get_disc (canvas, &sphere, pass, FALSE);
  }
  add_hull (canvas, discs, n, EDGE_TOLERANCE);
}

void
uk_canvas_fill_beads (const UkCanvas *canvas, const UkBead *beads, int n, UkTone tone, double dim)
{
  if (canvas->palette->outline > 0) {
    uk_canvas_add_beads (canvas, beads, n, UK_PASS_LINE);
    uk_canvas_fill (canvas, canvas->palette->line, 0, 1);
  }
  uk_canvas_add_beads (canvas, beads, n, UK_PASS_BASE);
  uk_canvas_fill (canvas, tone.shade, dim, 1);
  uk_canvas_add_beads (canvas, beads, n, UK_PASS_LIT);
  uk_canvas_fill (canvas, tone.lit, dim, 1);
}

void
uk_canvas_fill_rod (const UkCanvas *canvas, UkVec a, UkVec b, double r, UkTone tone)
{
  uk_canvas_fill_beads (canvas, (UkBead[]){ { a, r }, { b, r } }, 2, tone, 0);
}

static void
add_quad (const UkCanvas *canvas, UkVec from, UkVec a, UkVec b)
{
  UkVec corners[4]
      = { from, uk_vec_add (from, a), uk_vec_add (uk_vec_add (from, a), b), uk_vec_add (from, b) };

  cairo_new_sub_path (canvas->cr);
  for (int i = 0; i < 4; i++) {
    UkPoint p = uk_canvas_project (canvas, corners[i]);

    cairo_line_to (canvas->cr, p.x, p.y);
  }
  cairo_close_path (canvas->cr);
}

/* An axis-aligned box from its lowest corner: up to three visible faces in three tones. */
void
uk_canvas_fill_box (const UkCanvas *canvas, UkVec low, UkVec size, UkTone tone)
{
  UkVec x = uk_vec (size.x, 0, 0), y = uk_vec (0, size.y, 0), z = uk_vec (0, 0, size.z);
  const struct {
    UkVec from, a, b, normal;
    UkRgba color;
    double dim;
  } faces[6] = {
    { low, x, y, { 0, 0, -1 }, tone.shade, 0 },
    { uk_vec_add (low, z), x, y, { 0, 0, 1 }, tone.shade, 0 },
    { low, y, z, { -1, 0, 0 }, tone.shade, 0.08 },
    { uk_vec_add (low, x), y, z, { 1, 0, 0 }, tone.shade, 0.08 },
    { low, x, z, { 0, -1, 0 }, tone.shade, 0.08 },
    { uk_vec_add (low, y), x, z, { 0, 1, 0 }, tone.lit, 0 },
  };
  double outline = canvas->palette->outline;

  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  if (outline > 0) {
    for (int i = 0; i < 6; i++) {
      if (uk_canvas_get_facing (canvas, faces[i].normal) >= 0.001)
        add_quad (canvas, faces[i].from, faces[i].a, faces[i].b);
    }
    uk_canvas_set_color (canvas, canvas->palette->line, 0, 1);
    cairo_set_line_width (canvas->cr, (0.8 + 2 * outline) * canvas->k);
    cairo_stroke (canvas->cr);
  }
  for (int i = 0; i < 6; i++) {
    if (uk_canvas_get_facing (canvas, faces[i].normal) < 0.001)
      continue;
    add_quad (canvas, faces[i].from, faces[i].a, faces[i].b);
    uk_canvas_set_color (canvas, faces[i].color, faces[i].dim, 1);
    cairo_fill_preserve (canvas->cr);
    cairo_set_line_width (canvas->cr, 0.8 * canvas->k);
    cairo_stroke (canvas->cr);
  }
}
