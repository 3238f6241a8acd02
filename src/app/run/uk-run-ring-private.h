/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the ring only. */

#include "app/run/uk-run-arc.h"
#include "app/run/uk-run-ring.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Centre and radius of the middle of the line, and what belongs to it. */
typedef struct {
  double x;
  double y;
  double radius;
  double line;
  double digits;
} UkRunRingGeometry;

/* What two frames can differ in: it is drawn again only if somebody could see it. */
typedef struct {
  double fraction;
  double pulse;
  double guide;
} UkRunRingFrame;

struct _UkRunRing {
  GtkWidget parent_instance;

  GtkWidget *child;     /* owned, nullable */
  PangoLayout *digits;  /* owned */
  PangoLayout *cue;     /* owned: what to do now, in a word or two */
  AdwAnimation *change; /* owned: from one colour to the other */
  UkRunArc arc;
  GskRenderNode *track; /* owned, nullable: under the arc, kept while that has the same shape */
  UkRunRingFrame drawn;
  double gap_digits; /* size of the digits that the gap was measured with, 0: not yet */
  double gap_width;
  double wait;       /* 0 do, 1 wait */
  double left;       /* seconds */
  double longest;    /* seconds of the countdown, which decide how wide the gap is */
  double fraction;
  double breath;     /* -1 out to 1 in */
  gboolean guided;   /* shows when to breathe */
  gboolean waiting;
  gboolean paused;
};

/* uk-run-ring-draw.c */
UkRunRingGeometry uk_run_ring_get_geometry (int width, int height);
char *uk_run_ring_format_seconds (double left);
gboolean uk_run_ring_may_animate (UkRunRing *self);
gboolean uk_run_ring_has_changed (UkRunRing *self);
void uk_run_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
