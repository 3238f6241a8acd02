/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-arc.h"

#include <math.h>

/* Forgets what is drawn. */
void
uk_run_arc_clear (UkRunArc *arc)
{
  guint i;

  for (i = 0; i < UK_RUN_ARC_PIECES; i++)
    g_clear_pointer (&arc->pieces[i], gsk_render_node_unref);
  g_clear_pointer (&arc->growing, gsk_render_node_unref);
  arc->until = 0;
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 1e-6;
}

static gboolean
is_same_shape (const UkRunArcShape *a, const UkRunArcShape *b)
{
  return is_near (a->x, b->x) && is_near (a->y, b->y) && is_near (a->radius, b->radius)
         && is_near (a->line, b->line) && is_near (a->start, b->start) && is_near (a->end, b->end)
         && gdk_rgba_equal (&a->color, &b->color);
}

/* Returns: whether it is another one, so that all must be drawn again */
gboolean
uk_run_arc_set_shape (UkRunArc *arc, const UkRunArcShape *shape)
{
  if (is_same_shape (&arc->shape, shape))
    return FALSE;
  uk_run_arc_clear (arc);
  arc->shape = *shape;
  return TRUE;
}

static double
get_angle (UkRunArc *arc, double fraction)
{
  return arc->shape.start + (arc->shape.end - arc->shape.start) * fraction;
}

/* What the line covers between two angles that are near to each other. */
static graphene_rect_t
get_bounds (UkRunArc *arc, double from, double until)
{
  const UkRunArcShape *shape = &arc->shape;
  /* The arc bulges over its ends by no more than this. */
  const double bulge = shape->radius * (1 - cos ((until - from) / 2));
  const double edge = shape->line / 2 + bulge + 2;
  const double x0 = shape->x + shape->radius * MIN (cos (from), cos (until)) - edge;
  const double x1 = shape->x + shape->radius * MAX (cos (from), cos (until)) + edge;
  const double y0 = shape->y + shape->radius * MIN (sin (from), sin (until)) - edge;
  const double y1 = shape->y + shape->radius * MAX (sin (from), sin (until)) + edge;

  return GRAPHENE_RECT_INIT (floorf ((float)x0), floorf ((float)y0), ceilf ((float)(x1 - x0)) + 1,
                             ceilf ((float)(y1 - y0)) + 1);
}

/* Round ends make the pieces one line. */
static GskRenderNode *
draw (UkRunArc *arc, double from, double until)
{
  const UkRunArcShape *shape = &arc->shape;
  const graphene_rect_t bounds = get_bounds (arc, from, until);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, shape->line);
  cairo_arc (cr, shape->x, shape->y, shape->radius, from, until);
  gdk_cairo_set_source_rgba (cr, &shape->color);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return node;
}

/* @fraction: 0 to 1, how much of the arc to draw */
void
uk_run_arc_snapshot (UkRunArc *arc, GtkSnapshot *snapshot, double fraction)
{
  const guint n_full = (guint)(fraction * UK_RUN_ARC_PIECES);
  guint i;

  for (i = 0; i < MIN (n_full, UK_RUN_ARC_PIECES); i++) {
    if (arc->pieces[i] == NULL)
      arc->pieces[i] = draw (arc, get_angle (arc, (double)i / UK_RUN_ARC_PIECES),
                             get_angle (arc, (double)(i + 1) / UK_RUN_ARC_PIECES));
    gtk_snapshot_append_node (snapshot, arc->pieces[i]);
  }
  if (n_full >= UK_RUN_ARC_PIECES)
    return;
  if (arc->growing == NULL || !is_near (arc->until, fraction)) {
    g_clear_pointer (&arc->growing, gsk_render_node_unref);
    arc->growing = draw (arc, get_angle (arc, (double)n_full / UK_RUN_ARC_PIECES),
                         get_angle (arc, fraction));
    arc->until = fraction;
  }
  gtk_snapshot_append_node (snapshot, arc->growing);
}
