/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the stage only. */

#include "app/run/uk-fit-label.h"
#include "app/run/uk-run-ring.h"
#include "app/run/uk-run-stage.h"
#include "app/run/uk-step-bar.h"

G_BEGIN_DECLS

struct _UkRunStage {
  GtkWidget parent_instance;

  /* of the template, and all there is to lay out */
  UkStepBar *steps;
  GtkWidget *badge;
  GtkLabel *step_text;
  UkRunRing *ring;
  UkFitLabel *act;
  GtkLabel *hint;
  GtkWidget *next;
  GtkStack *much;
  GtkWidget *transport;
  GtkLabel *total;

  /* of the template, inside those */
  GtkLabel *badge_text;
  GtkLabel *next_time;
  GtkLabel *next_act;
  GtkButton *main_button;
  GtkWidget *figure;
  GtkWidget *next_figure;

  UkRun *run;             /* owned, nullable */
  const UkRegion *region; /* of the catalogue, nullable */
  char *notice;           /* owned, nullable: one quiet line in place of the hint */
};

void uk_run_stage_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline);
void uk_run_stage_allocate (GtkWidget *widget, int width, int height, int baseline);

/* uk-run-words.c */
char *uk_run_describe_place (UkRun *run, const UkRegion *region);
char *uk_run_describe_step (UkRun *run);
char *uk_run_describe_act (UkRun *run);
char *uk_run_describe_hint (UkRun *run);
char *uk_run_describe_cue (UkRun *run, gboolean guided);
char *uk_run_describe_next (UkRun *run);
char *uk_run_describe_total (UkRun *run);

G_END_DECLS
