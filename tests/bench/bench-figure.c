/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the figure takes to solve, to mix and to paint, over all poses that the program carries.
 * Ratios are to a floor of the same run: a fixed set of discs on a surface of the same size. */
#include "art/figure/uk-figure-painter.h"
#include "unknot-data.h"

#include <time.h>

#define ROUNDS 3
#define FLOOR_DISCS 150
#define MOVEMENT_FRAMES 6

typedef struct {
  UkFigure *figures; /* (array length=n) (owned) */
  guint n;
} Poses;

/* Processor time: what else runs on the machine does not count. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
paint_floor (cairo_t *cr, double size)
{
  for (int i = 0; i < FLOOR_DISCS; i++) {
    cairo_arc (cr, size * (0.1 + 0.8 * ((i * 37) % 100) / 100),
               size * (0.1 + 0.8 * i / FLOOR_DISCS), size * 0.03, 0, 2 * G_PI);
    cairo_set_source_rgb (cr, 0.3, 0.5, i / (double)FLOOR_DISCS);
    cairo_fill (cr);
  }
}

static void
bench_size (const Poses *poses, int size)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  const UkFigurePalette *palette = uk_figure_palette_get (UK_FIGURE_LIGHT);
  double floor = G_MAXDOUBLE, mean = G_MAXDOUBLE, worst = 0;

  for (int round = 0; round < ROUNDS; round++) {
    double start = get_seconds (), slowest = 0, sum = 0;

    for (int i = 0; i < 20; i++)
      paint_floor (cr, size);
    floor = MIN (floor, (get_seconds () - start) / 20);
    for (guint i = 0; i < poses->n; i++) {
      double took;

      start = get_seconds ();
      uk_figure_paint_fit (&poses->figures[i], cr, palette, size, size);
      took = get_seconds () - start;
      sum += took;
      slowest = MAX (slowest, took);
    }
    mean = MIN (mean, sum / poses->n);
    worst = round == 0 ? slowest : MIN (worst, slowest);
  }
  g_print ("paint %3d px: %6.3f ms, slowest %6.3f ms; ratio to floor %5.2f (floor %.3f ms)\n", size,
           mean * 1e3, worst * 1e3, mean / floor, floor * 1e3);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
bench_numbers (const Poses *poses, UkPoseSet *set)
{
  g_autofree UkFigure *between = g_new (UkFigure, 1);
  double start = get_seconds (), solve, mix;

  for (guint i = 0; i < poses->n; i++)
    uk_figure_solve (&poses->figures[i], uk_pose_set_get_nth (set, i), FALSE);
  solve = (get_seconds () - start) / poses->n;
  start = get_seconds ();
  for (guint i = 1; i < poses->n; i++)
    uk_figure_mix (between, &poses->figures[i - 1], &poses->figures[i], 0.4);
  mix = (get_seconds () - start) / (poses->n - 1);
  g_print ("solve: %.1f us, mix: %.1f us per figure, %u poses\n", solve * 1e6, mix * 1e6, poses->n);
}

/* A frame of a movement as the run page shows it: mixed and painted on a cleared surface. */
static void
bench_movements (UkPoseSet *set, int size)
{
  guint n = uk_pose_set_get_n_poses (set), frames = 0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autofree UkFigure *figure = g_new (UkFigure, 1);
  double sum = 0, fill;

  for (guint i = 0; i + 1 < n; i += 2) {
    const char *keys[]
        = { uk_pose_set_get_nth (set, i)->id, uk_pose_set_get_nth (set, i + 1)->id, NULL };
    g_autoptr (UkMovement) movement = uk_movement_new (set, keys, FALSE, NULL);
    UkFigureBox box;
    double start;

    uk_figure_measure_movement (movement, &box);
    start = get_seconds ();
    for (int frame = 0; frame < MOVEMENT_FRAMES; frame++) {
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      uk_movement_get_at (movement, (frame + 0.5) * 7 / 60.0, figure);
      uk_figure_paint_box (figure, cr, uk_figure_palette_get (UK_FIGURE_LIGHT), &box, size, size);
    }
    sum += get_seconds () - start;
    frames += MOVEMENT_FRAMES;
  }
  fill = get_seconds ();
  for (int i = 0; i < 100; i++) {
    cairo_set_source_rgba (cr, 0.3, 0.5, 0.1, 0.5);
    cairo_paint (cr);
  }
  fill = (get_seconds () - fill) / 100;
  sum /= frames;
  g_print (
      "movement %d px: %6.3f ms a frame, %.0f %% of a core at 60 frames; ratio to a plain fill "
      "%.1f (%.3f ms)\n",
      size, sum * 1e3, sum * 60 * 100, sum / fill, fill * 1e3);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  static const int sizes[] = { 96, 240, 400, 600 };
  g_autoptr (UkPoseSet) set = uk_pose_set_new ();
  Poses poses;
  double start;

  g_resources_register (uk_data_get_resource ());
  start = get_seconds ();
  uk_pose_set_add_resources (set, NULL);
  g_print ("open: %.1f ms, ", (get_seconds () - start) * 1e3);
  uk_pose_set_resolve (set, NULL);
  g_print ("with all poses read: %.1f ms\n", (get_seconds () - start) * 1e3);
  poses.n = uk_pose_set_get_n_poses (set);
  g_assert (poses.n > 1);
  poses.figures = g_new (UkFigure, poses.n);
  bench_numbers (&poses, set);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (&poses, sizes[i]);
  bench_movements (set, 400);
  bench_movements (set, 600);
  g_free (poses.figures);
  return 0;
}
