/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/figure/uk-raster.h"

#include <math.h>
#include <string.h>

/* Loops over pixels are built for newer processors, too. */
#if defined __x86_64__ && defined __GLIBC__ && defined __has_attribute && defined __OPTIMIZE__     \
    && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
#if __has_attribute(target_clones)
#define UK_WIDE __attribute__ ((target_clones ("avx2", "default")))
#endif
#endif
#ifndef UK_WIDE
#define UK_WIDE
#endif

#define BLOCK 8 /* pixels that are looked at together */
#define BAND 32 /* rows that are added up together */
#define NO_BLOCK 0
#define FULL_BLOCK G_MAXUINT64

static const UkPixelBox nothing = { G_MAXINT, G_MAXINT, G_MININT, G_MININT };

static inline int
align_down (int x)
{
  return x & ~(BLOCK - 1);
}

static inline int
align_up (int x)
{
  return align_down (x + BLOCK - 1);
}

static inline guint64
get_block (const void *at)
{
  guint64 block;

  memcpy (&block, at, sizeof block);
  return block;
}

static inline void
set_block (void *at, guint64 block)
{
  memcpy (at, &block, sizeof block);
}

/* Memory that is used again: a fresh one would be fetched from the system page by page for each
 * picture. */
typedef struct _Memory Memory;
struct _Memory {
  Memory *next;
  guint32 *pixels;
  guint8 *mask, *stencil; /* empty between pictures */
  float *cells;           /* all 0 between outlines */
  gsize n_pixels, n_mask, n_cells;
};

static void
memory_free (Memory *memory)
{
  if (memory->next != NULL)
    memory_free (memory->next);
  g_free (memory->pixels);
  g_free (memory->mask);
  g_free (memory->stencil);
  g_free (memory->cells);
  g_free (memory);
}

static GPrivate spare = G_PRIVATE_INIT ((GDestroyNotify)memory_free);

static Memory *
take_memory (gsize n_pixels, gsize n_mask, gsize n_cells)
{
  Memory *memory = g_private_get (&spare);

  if (memory == NULL)
    memory = g_new0 (Memory, 1);
  else
    g_private_set (&spare, memory->next);
  memory->next = NULL;
  if (memory->n_pixels < n_pixels) {
    g_free (memory->pixels);
    memory->pixels = g_new (guint32, n_pixels);
    memory->n_pixels = n_pixels;
  }
  if (memory->n_mask < n_mask) {
    g_free (memory->mask);
    g_free (memory->stencil);
    memory->mask = g_malloc0 (n_mask);
    memory->stencil = g_malloc0 (n_mask);
    memory->n_mask = n_mask;
  }
  if (memory->n_cells < n_cells) {
    g_free (memory->cells);
    memory->cells = g_new0 (float, n_cells);
    memory->n_cells = n_cells;
  }
  return memory;
}

/**
 * uk_raster_init:
 * @raster: (out caller-allocates): finish with uk_raster_clear()
 * @width: in pixels
 * @height: in pixels
 * @scale: pixels per unit of outlines
 * @ox: the unit at the left edge
 * @oy: the unit at the upper edge
 */
void
uk_raster_init (UkRaster *raster, int width, int height, double scale, double ox, double oy)
{
  int pitch = align_up (width), mask_pitch = pitch + 2 * BLOCK;
  Memory *memory;

  g_return_if_fail (raster != NULL && width > 0 && height > 0 && scale > 0);

  memory = take_memory ((gsize)pitch * (gsize)height + BLOCK, (gsize)mask_pitch * (gsize)height,
                        (gsize)(mask_pitch + BLOCK) * BAND);
  memset (memory->pixels, 0, sizeof *memory->pixels * (gsize)pitch * (gsize)height);
  *raster = (UkRaster){
    .memory = memory,
    .surface
    = cairo_image_surface_create_for_data ((guint8 *)memory->pixels, CAIRO_FORMAT_ARGB32, width,
                                           height, pitch * (int)sizeof *memory->pixels),
    .pixels = memory->pixels,
    .width = width,
    .height = height,
    .pitch = pitch,
    .scale = scale,
    .ox = ox,
    .oy = oy,
    .mask = memory->mask,
    .stencil = memory->stencil,
    .mask_pitch = mask_pitch,
    .cells = memory->cells,
    .touched = nothing,
  };
  uk_raster_unset_clip (raster);
}

void
uk_raster_clear (UkRaster *raster)
{
  Memory *memory = raster->memory;

  g_return_if_fail (raster != NULL);

  cairo_surface_finish (raster->surface); /* a recording may still know it */
  cairo_surface_destroy (raster->surface);
  memory->next = g_private_get (&spare); /* as many as there are rasters at the same time */
  g_private_set (&spare, memory);
}

/* Adds what an edge changes in one row: d of its height is passed between left
 * and right. */
static inline void
add_to_row (float *row, float left, float right, float d)
{
  float slope, part, first, last;
  int from = (int)left, to = (int)right;

  to += (float)to < right;
  part = left - (float)from;
  if (to <= from + 1) {
    float middle = 0.5f * (left + right) - (float)from;

    row[from] += d - d * middle;
    row[from + 1] += d * middle;
    return;
  }
  slope = 1 / (right - left);
  first = 0.5f * slope * (1 - part) * (1 - part);
  last = right - (float)to + 1;
  last = 0.5f * slope * last * last;
  row[from] += d * first;
  if (to == from + 2) {
    row[from + 1] += d * (1 - first - last);
  } else {
    float second = slope * (1.5f - part);

    row[from + 1] += d * (second - first);
    for (int x = from + 2; x < to - 1; x++)
      row[x] += d * slope;
    row[to - 1] += d * (1 - (second + (float)(to - from - 3) * slope) - last);
  }
  row[to] += d * last;
}

/* Between which cells the edges of a row are: those downwards and those upwards. */
typedef struct {
  int from[2], to[2];
} Row;

/* One row of an edge; it may be beyond the sides only if @clamped. */
static inline void
add_row (float *cells, Row *row, int way, float x, float x1, float d, float width, gboolean clamped)
{
  float left = MIN (x, x1), right = MAX (x, x1);

  if (clamped) {
    left = CLAMP (left, 0, width);
    right = CLAMP (right, 0, width);
  }
  add_to_row (cells, left, right, way ? -d : d);
  row->from[way] = MIN (row->from[way], (int)left);
  row->to[way] = MAX (row->to[way], (int)right + 2);
}

static inline void
add_rows (float *cells,
          Row *rows,
          int pitch,
          int way,
          float x,
          float y,
          float end,
          float step,
          float width,
          gboolean clamped)
{
  int row = (int)y, last = (int)end;

  if ((float)row < y && row < last) {
    float d = (float)(row + 1) - y;

    add_row (cells + row * pitch, &rows[row], way, x, x + d * step, d, width, clamped);
    x += d * step;
    y = (float)++row;
  }
  for (; row < last; row++) {
    add_row (cells + row * pitch, &rows[row], way, x, x + step, 1, width, clamped);
    x += step;
    y = (float)(row + 1);
  }
  if (y < end)
    add_row (cells + row * pitch, &rows[row], way, x, x + (end - y) * step, end - y, width,
             clamped);
}

/* Adds an edge, in pixels from the corner of the band. */
static inline void
add_edge (float *cells, Row *rows, int pitch, float width, float height, UkPoint a, UkPoint b)
{
  const float air = 0.01f; /* what adding up may be off */
  float x = (float)a.x, y = (float)a.y, end = (float)b.y, far = (float)b.x, step;
  int way = a.y > b.y;

  if (way) {
    x = (float)b.x;
    y = (float)b.y;
    end = (float)a.y;
    far = (float)a.x;
  }
  if (end <= 0 || y >= height || y == end)
    return;
  step = (far - x) / (end - y);
  if (y < 0) {
    x -= y * step;
    y = 0;
  }
  end = MIN (end, height);
  if (MIN (x, far) > air && MAX (x, far) < width - air)
    add_rows (cells, rows, pitch, way, x, y, end, step, width, FALSE);
  else
    add_rows (cells, rows, pitch, way, x, y, end, step, width, TRUE);
}

static inline guint8
get_coverage (float sum)
{
  return (guint8)(MIN (fabsf (sum), 1) * 255 + 0.5f);
}

/* Adds up the changes along some cells; what is covered twice counts once. */
static inline float
resolve_cells (float *cells, guint8 *mask, int from, int to, float sum)
{
  for (int x = from; x < to; x++) {
    guint8 coverage;

    sum += cells[x];
    cells[x] = 0;
    coverage = get_coverage (sum);
    mask[x] = MAX (mask[x], coverage);
  }
  return sum;
}

/* Between the edges of one side and those of the other the coverage is the same. */
static void
resolve_row (float *cells, guint8 *mask, Row *row)
{
  int first = row->from[0] < row->from[1] ? 0 : 1, last = 1 - first;
  float sum;
  guint8 coverage;

  if (row->to[first] == 0)
    return;
  if (row->to[first] >= row->from[last]) {
    resolve_cells (cells, mask, row->from[first], MAX (row->to[0], row->to[1]), 0);
  } else {
    sum = resolve_cells (cells, mask, row->from[first], row->to[first], 0);
    coverage = get_coverage (sum);
    if (coverage == 255) {
      memset (mask + row->to[first], 255, (gsize)(row->from[last] - row->to[first]));
    } else if (coverage > 0) {
      for (int x = row->to[first]; x < row->from[last]; x++)
        mask[x] = MAX (mask[x], coverage);
    }
    resolve_cells (cells, mask, row->from[last], row->to[last], sum);
  }
}

static void
touch (UkRaster *raster, const UkPixelBox *box)
{
  raster->touched.x0 = MIN (raster->touched.x0, box->x0);
  raster->touched.y0 = MIN (raster->touched.y0, box->y0);
  raster->touched.x1 = MAX (raster->touched.x1, box->x1);
  raster->touched.y1 = MAX (raster->touched.y1, box->y1);
}

/**
 * uk_raster_add:
 * @raster: where to
 * @outline: a polygon that does not cross itself in two directions
 *
 * Adds to what the next fill covers.
 */
UK_WIDE void
uk_raster_add (UkRaster *raster, const UkOutline *outline)
{
  UkPoint points[UK_OUTLINE_MAX + 1];
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  UkPixelBox box;
  int n = outline->n, pitch;

  if (n < 3)
    return;
  for (int i = 0; i < n; i++) {
    UkPoint p = { (outline->points[i].x - raster->ox) * raster->scale,
                  (outline->points[i].y - raster->oy) * raster->scale };

    points[i] = p;
    x0 = MIN (x0, p.x);
    y0 = MIN (y0, p.y);
    x1 = MAX (x1, p.x);
    y1 = MAX (y1, p.y);
  }
  box.x0 = (int)CLAMP (floor (x0), raster->clip.x0, raster->clip.x1);
  box.y0 = (int)CLAMP (floor (y0), raster->clip.y0, raster->clip.y1);
  box.x1 = (int)CLAMP (ceil (x1), raster->clip.x0, raster->clip.x1);
  box.y1 = (int)CLAMP (ceil (y1), raster->clip.y0, raster->clip.y1);
  if (box.x0 >= box.x1 || box.y0 >= box.y1)
    return;
  touch (raster, &box);
  /* the left edge of the clip is the left edge of the cells, so that nothing goes beyond it */
  pitch = align_up (box.x1 - box.x0 + 2);
  for (int i = 0; i < n; i++) {
    points[i].x -= box.x0;
    points[i].y -= box.y0;
  }
  points[n] = points[0];
  for (int top = box.y0; top < box.y1; top += BAND) {
    int height = MIN (BAND, box.y1 - top);
    Row rows[BAND];

    for (int row = 0; row < height; row++)
      rows[row] = (Row){ { G_MAXINT, G_MAXINT }, { 0, 0 } };
    for (int i = 0; i < n; i++)
      add_edge (raster->cells, rows, pitch, (float)(box.x1 - box.x0), (float)height, points[i],
                points[i + 1]);
    for (int row = 0; row < height; row++)
      resolve_row (raster->cells + row * pitch,
                   raster->mask + (top + row) * raster->mask_pitch + box.x0, &rows[row]);
    for (int i = 0; i <= n; i++)
      points[i].y -= height;
  }
}

/* A packed pixel times a share of 255. */
static inline guint32
scale_pixel (guint32 pixel, guint share)
{
  guint32 rb = (pixel & 0x00FF00FF) * share + 0x00800080;
  guint32 ag = (pixel >> 8 & 0x00FF00FF) * share + 0x00800080;

  rb = (rb + (rb >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF;
  ag = (ag + (ag >> 8 & 0x00FF00FF)) & 0xFF00FF00;
  return rb | ag;
}

/* Without branches, so that several pixels are blended at once; a share of 0 changes nothing. */
static inline guint32
blend (guint32 below, guint32 color, guint share, UkRasterOperator op)
{
  guint32 source = scale_pixel (color, share);

  if (op == UK_RASTER_OVER)
    return source + scale_pixel (below, 255 - (source >> 24));
  if (op == UK_RASTER_UNDER)
    return below + scale_pixel (source, 255 - (below >> 24));
  return scale_pixel (source, below >> 24) + scale_pixel (below, 255 - (source >> 24));
}

/* Four pixels at once, which compilers do not see by themselves in blend(). */
typedef guint32 Pixels __attribute__ ((vector_size (16)));
typedef guint16 Halves __attribute__ ((vector_size (16)));
#define PIXELS 4

static inline Pixels
get_pixels (const guint32 *at)
{
  Pixels pixels;

  memcpy (&pixels, at, sizeof pixels);
  return pixels;
}

static inline Pixels
repeat (guint32 pixel)
{
  return (Pixels){ pixel, pixel, pixel, pixel };
}

/* As scale_pixel(). */
static inline Pixels
scale_pixels (Pixels pixels, Pixels shares)
{
  const Pixels low = repeat (0x00FF00FF);
  Halves by = (Halves)(shares | shares << 16);
  Halves rb = (Halves)(pixels & low) * by + 0x80, ag = (Halves)(pixels >> 8 & low) * by + 0x80;

  rb = (rb + (rb >> 8)) >> 8;
  ag = (ag + (ag >> 8)) & 0xFF00;
  return (Pixels)(rb | ag);
}

/* As blend(). */
static inline void
blend_pixels (guint32 *at, Pixels color, Pixels shares, UkRasterOperator op)
{
  Pixels below = get_pixels (at), source = scale_pixels (color, shares);

  if (op == UK_RASTER_OVER)
    below = source + scale_pixels (below, 255 - (source >> 24));
  else if (op == UK_RASTER_UNDER)
    below = below + scale_pixels (source, 255 - (below >> 24));
  else
    below = scale_pixels (source, below >> 24) + scale_pixels (below, 255 - (source >> 24));
  memcpy (at, &below, sizeof below);
}

/* A block that is covered wholly. */
static inline void
fill_full_block (guint32 *pixels, guint32 color, UkRasterOperator op)
{
  if (op == UK_RASTER_OVER && color >> 24 == 255) {
    for (int i = 0; i < BLOCK; i++)
      pixels[i] = color;
    return;
  }
  for (int i = 0; i < BLOCK; i += PIXELS)
    blend_pixels (pixels + i, repeat (color), repeat (255), op);
}

/* In whole blocks: beyond the row the mask is empty. */
static inline void
fill_row (guint32 *pixels, guint8 *mask, int n, guint32 color, UkRasterOperator op)
{
  for (int x = 0; x < n; x += BLOCK) {
    guint64 block = get_block (mask + x);

    if (block == NO_BLOCK)
      continue;
    if (block == FULL_BLOCK) {
      fill_full_block (pixels + x, color, op);
    } else {
      for (int i = 0; i < BLOCK; i += PIXELS) {
        const guint8 *shares = mask + x + i;

        blend_pixels (pixels + x + i, repeat (color),
                      (Pixels){ shares[0], shares[1], shares[2], shares[3] }, op);
      }
    }
    set_block (mask + x, NO_BLOCK);
  }
}

static guint32
pack (UkRgba c)
{
  guint a = (guint)lround (CLAMP (c.a, 0, 1) * 255);

  return a << 24 | (guint32)lround (CLAMP (c.r, 0, 1) * a) << 16
         | (guint32)lround (CLAMP (c.g, 0, 1) * a) << 8 | (guint32)lround (CLAMP (c.b, 0, 1) * a);
}

static void
apply_stencil (UkRaster *raster, int y, int x0, int x1)
{
  guint8 *mask = raster->mask + y * raster->mask_pitch;
  const guint8 *stencil = raster->stencil + y * raster->mask_pitch;

  for (int x = x0; x < x1; x++)
    mask[x] = (guint8)((mask[x] * stencil[x] + 127) / 255);
}

/**
 * uk_raster_fill:
 * @raster: where
 * @color: with what
 * @op: how
 *
 * Paints what the outlines that were added cover, and forgets them.
 */
UK_WIDE void
uk_raster_fill (UkRaster *raster, UkRgba color, UkRasterOperator op)
{
  UkPixelBox box = raster->touched;
  guint32 packed = pack (color);
  int width = box.x1 - box.x0;

  if (box.x0 >= box.x1)
    return;
  raster->touched = nothing;
  cairo_surface_flush (raster->surface);
  for (int y = box.y0; y < box.y1; y++) {
    guint32 *pixels = raster->pixels + y * raster->pitch + box.x0;
    guint8 *mask = raster->mask + y * raster->mask_pitch + box.x0;

    if (raster->held)
      apply_stencil (raster, y, box.x0, box.x1);
    /* once for each operator, so that its loop knows it */
    if (op == UK_RASTER_OVER)
      fill_row (pixels, mask, width, packed, UK_RASTER_OVER);
    else if (op == UK_RASTER_ATOP)
      fill_row (pixels, mask, width, packed, UK_RASTER_ATOP);
    else
      fill_row (pixels, mask, width, packed, UK_RASTER_UNDER);
  }
  cairo_surface_mark_dirty (raster->surface);
}

/**
 * uk_raster_set_clip:
 * @raster: where
 * @x0: left, in units of outlines
 * @y0: top
 * @x1: right
 * @y1: bottom
 *
 * Outlines that are added from now on count within whole pixels around this box only.
 */
void
uk_raster_set_clip (UkRaster *raster, double x0, double y0, double x1, double y1)
{
  raster->clip = (UkPixelBox){
    (int)CLAMP (floor ((x0 - raster->ox) * raster->scale), 0, raster->width),
    (int)CLAMP (floor ((y0 - raster->oy) * raster->scale), 0, raster->height),
    (int)CLAMP (ceil ((x1 - raster->ox) * raster->scale), 0, raster->width),
    (int)CLAMP (ceil ((y1 - raster->oy) * raster->scale), 0, raster->height),
  };
}

void
uk_raster_unset_clip (UkRaster *raster)
{
  raster->clip = (UkPixelBox){ 0, 0, raster->width, raster->height };
}

/**
 * uk_raster_hold:
 * @raster: where
 *
 * Keeps fills within the outlines that were added, until uk_raster_release().
 */
void
uk_raster_hold (UkRaster *raster)
{
  UkPixelBox box = raster->touched;

  g_assert (!raster->held);

  for (int y = box.y0; y < box.y1; y++) {
    guint8 *mask = raster->mask + y * raster->mask_pitch + box.x0;

    memcpy (raster->stencil + y * raster->mask_pitch + box.x0, mask, (gsize)(box.x1 - box.x0));
    memset (mask, 0, (gsize)(box.x1 - box.x0));
  }
  raster->stencilled = box;
  raster->touched = nothing;
  raster->held = TRUE;
}

void
uk_raster_release (UkRaster *raster)
{
  const UkPixelBox *box = &raster->stencilled;

  g_assert (raster->held);

  for (int y = box->y0; y < box->y1; y++)
    memset (raster->stencil + y * raster->mask_pitch + box->x0, 0, (gsize)(box->x1 - box->x0));
  raster->held = FALSE;
}

/* Shares of 255 by the square of a distance from 0 to 1. */
#define FALL_OFF_STEPS 512

/**
 * uk_raster_add_glow:
 * @raster: where
 * @x: its middle
 * @y: its middle
 * @r: its radius
 * @color: of its middle
 *
 * Paints a disc that fades out, only where something is.
 */
UK_WIDE void
uk_raster_add_glow (UkRaster *raster, double x, double y, double r, UkRgba color)
{
  const double core = 0.45, core_alpha = 0.7 / 0.95;
  guint8 shares[FALL_OFF_STEPS];
  double px = (x - raster->ox) * raster->scale, py = (y - raster->oy) * raster->scale;
  double pr = MAX (r * raster->scale, 1);
  guint32 packed = pack (color);
  int x0 = (int)CLAMP (floor (px - pr), 0, raster->width);
  int x1 = (int)CLAMP (ceil (px + pr), 0, raster->width);
  int y0 = (int)CLAMP (floor (py - pr), 0, raster->height);
  int y1 = (int)CLAMP (ceil (py + pr), 0, raster->height);

  for (int i = 0; i < FALL_OFF_STEPS; i++) {
    double t = sqrt ((i + 0.5) / FALL_OFF_STEPS);
    double alpha = t < core ? 1 + (core_alpha - 1) * t / core : core_alpha * (1 - t) / (1 - core);

    shares[i] = (guint8)(alpha * 255 + 0.5);
  }
  cairo_surface_flush (raster->surface);
  for (int row = y0; row < y1; row++) {
    guint32 *pixels = raster->pixels + row * raster->pitch;
    double dy = (row + 0.5 - py) / pr;

    for (int i = x0; i < x1; i++) {
      double dx = (i + 0.5 - px) / pr;
      int step = (int)((dx * dx + dy * dy) * FALL_OFF_STEPS);

      if (step < FALL_OFF_STEPS && pixels[i] >> 24 > 0)
        pixels[i] = blend (pixels[i], packed, shares[step], UK_RASTER_ATOP);
    }
  }
  cairo_surface_mark_dirty (raster->surface);
}

/**
 * uk_raster_fade_down:
 * @raster: where
 * @from: from which height on
 * @to: where nothing is left
 */
UK_WIDE void
uk_raster_fade_down (UkRaster *raster, double from, double to)
{
  int first = (int)CLAMP (floor ((from - raster->oy) * raster->scale), 0, raster->height);

  cairo_surface_flush (raster->surface);
  for (int row = first; row < raster->height; row++) {
    guint32 *pixels = raster->pixels + row * raster->pitch;
    double t = ((row + 0.5) / raster->scale + raster->oy - from) / (to - from);
    guint share = (guint)(CLAMP (1 - t, 0, 1) * 255 + 0.5);

    for (int i = 0; i < raster->width; i++)
      pixels[i] = scale_pixel (pixels[i], share);
  }
  cairo_surface_mark_dirty (raster->surface);
}

/* Around a middle at x: everything within `near`, nothing beyond `far`. */
typedef struct {
  float x, near, far;
} Fade;

static double
get_half_chord (double r, double distance)
{
  return fabs (distance) < r ? sqrt (r * r - distance * distance) : 0;
}

static inline void
fade_pixels (guint32 *pixels, int from, int to, const Fade *fade, float dy)
{
  float steepness = 255 / (fade->far - fade->near);

  for (int i = from; i < to; i++) {
    float dx = (float)i + 0.5f - fade->x;
    float share = (fade->far - sqrtf (dx * dx + dy * dy)) * steepness;

    pixels[i] = scale_pixel (pixels[i], (guint)(int)(CLAMP (share, 0, 255) + 0.5f));
  }
}

/**
 * uk_raster_fade_out:
 * @raster: where
 * @x: middle of what stays
 * @y: middle of what stays
 * @inner: its radius
 * @outer: from where on nothing is left
 */
UK_WIDE void
uk_raster_fade_out (UkRaster *raster, double x, double y, double inner, double outer)
{
  double px = (x - raster->ox) * raster->scale, py = (y - raster->oy) * raster->scale;
  double near = inner * raster->scale, far = MAX (outer * raster->scale, near + 1e-6);
  Fade fade = { (float)px, (float)near, (float)far };

  cairo_surface_flush (raster->surface);
  for (int row = 0; row < raster->height; row++) {
    guint32 *pixels = raster->pixels + row * raster->pitch;
    double dy = row + 0.5 - py, some = get_half_chord (far, dy), all = get_half_chord (near, dy);
    int from = (int)CLAMP (px - some, 0, raster->width);
    int to = (int)CLAMP (px + some + 1, from, raster->width);
    int from_all = (int)CLAMP (px - all + 1, from, to),
        to_all = (int)CLAMP (px + all, from_all, to);

    memset (pixels, 0, sizeof *pixels * (gsize)from);
    fade_pixels (pixels, from, from_all, &fade, (float)dy);
    fade_pixels (pixels, to_all, to, &fade, (float)dy);
    memset (pixels + to, 0, sizeof *pixels * (gsize)(raster->width - to));
  }
  cairo_surface_mark_dirty (raster->surface);
}
