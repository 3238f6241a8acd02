/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many pieces an arc is drawn in. */
#define UK_RUN_ARC_PIECES 48

/**
 * UkRunArc:
 *
 * The line of the ring that grows with time, in pieces that are kept: the renderer repaints only
 * where two frames differ, and that is the one small piece that grows.
 */
typedef struct {
  double x;
  double y;
  double radius;
  double line;
  double start; /* radians, clockwise from the right */
  double end;
  GdkRGBA color;
} UkRunArcShape;

typedef struct {
  UkRunArcShape shape;
  GskRenderNode *pieces[UK_RUN_ARC_PIECES]; /* owned, nullable: drawn in full */
  GskRenderNode *growing;                   /* owned, nullable: the piece that is drawn in part */
  double until;                             /* where that one ends, 0 to 1 */
} UkRunArc;

void uk_run_arc_clear (UkRunArc *arc);
gboolean uk_run_arc_set_shape (UkRunArc *arc, const UkRunArcShape *shape);
void uk_run_arc_snapshot (UkRunArc *arc, GtkSnapshot *snapshot, double fraction);

G_END_DECLS
