/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the run only. */

#include "core/run/uk-run.h"

G_BEGIN_DECLS

#define SECOND G_TIME_SPAN_SECOND

/* How a leg went; all times in microseconds. */
typedef struct {
  gint64 length;    /* planned time, as changed by the person */
  gint64 done;      /* time spent in it, over all attempts */
  gint64 softened;  /* what "too much" took off its length, or 0 */
  gboolean ran_out; /* its time ran to the end at least once */
} UkLegProgress;

struct _UkRun {
  GObject parent_instance;

  const UkRoutine *routine; /* unowned: of the catalogue, outlives the run */
  char *region;             /* owned, nullable */
  UkSide side;
  gboolean both_sides;

  GArray *legs;            /* owned, of UkLeg */
  UkLegProgress *progress; /* owned, one per leg */

  UkRunState state;
  UkRunState phase; /* READY, SIDE_CHANGE or STEP: what is counted down, also while paused */
  guint leg;
  gint64 spent; /* of the countdown that goes on */
  gint64 last;  /* clock at the last call */
  gboolean has_last;
  guint softened_leg; /* in which "too much" was said last, counted from 1; 0: in none */
  guint shown_second; /* last one told by tick-second */
};

gint64 uk_run_get_span (UkRun *self);
gint64 uk_run_get_span_left (UkRun *self);
gboolean uk_run_restore (UkRun *self, guint leg, UkRunState phase, gint64 spent);

G_END_DECLS
