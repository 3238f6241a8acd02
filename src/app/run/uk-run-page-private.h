/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the page only. */

#include "app/run/uk-run-before.h"
#include "app/run/uk-run-finish.h"
#include "app/run/uk-run-page.h"
#include "app/run/uk-run-sounds.h"
#include "app/run/uk-run-stage.h"
#include "app/safety/uk-skin-bar.h"
#include "core/run/uk-run-log.h"
#include "core/run/uk-speech.h"
#include "dbus/uk-media-player.h"

G_BEGIN_DECLS

struct _UkRunPage {
  GtkWidget parent_instance;

  /* of the template */
  AdwHeaderBar *header;
  GtkLabel *title;
  GtkLabel *quiet; /* one line below the title */
  GtkButton *leave;
  GtkButton *full_screen;
  GtkToggleButton *bell;
  GtkMenuButton *stop;
  GtkWidget *stop_signs;
  GtkLabel *stop_advice;
  GtkStack *pages;
  UkRunBefore *before;
  UkSkinBar *skin;
  UkRunStage *stage;
  UkRunFinish *finish;

  const UkContext *context;  /* of the application */
  UkClock *clock;            /* owned */
  const UkRoutine *routine;  /* of the catalogue */
  const UkRegion *region;    /* of the catalogue, nullable */
  UkRun *run;                /* owned, nullable */
  UkRunLog *log;             /* owned, nullable: without a store nothing is written */
  GCancellable *cancellable; /* owned, nullable: of the question whether there is a reminder */
  GtkWindow *window;         /* weak, nullable: the one that is in full screen for the run */
  UkMediaPlayer *player;     /* owned, nullable: without a bus there is none */
  UkSpeech *speech;          /* owned, nullable: while a run is spoken */
  UkRunSounds sounds;
  double skin_checked; /* seconds done when the skin was last said to look well */
  gint64 last_monotonic;
  gint64 last_real;
  guint tick;   /* of the frame clock */
  guint second; /* source: frames may stop when nobody sees the window */
  guint cookie; /* of the screen that is kept awake */
};

/* uk-run-page-actions.c */
void uk_run_page_install_actions (GtkWidgetClass *widget_class);
void uk_run_page_update_actions (UkRunPage *self);
void uk_run_page_leave_full_screen (UkRunPage *self);

/* uk-run-page-awake.c */
void uk_run_page_keep_awake (UkRunPage *self, gboolean awake);

/* uk-run-page-signals.c */
void uk_run_page_begin_signals (UkRunPage *self);
void uk_run_page_signal_state (UkRunPage *self, UkRunState state);
void uk_run_page_end_signals (UkRunPage *self);

/* uk-run-page-skin.c */
void uk_run_page_begin_skin (UkRunPage *self);
void uk_run_page_check_skin (UkRunPage *self);
void uk_run_page_skin_fine_cb (UkRunPage *self);
void uk_run_page_skin_off_cb (UkRunPage *self);

/* uk-run-page.c */
void uk_run_page_say (UkRunPage *self, const char *text);
gint64 uk_run_page_get_now (UkRunPage *self);
void uk_run_page_close (UkRunPage *self);
void uk_run_page_remember_softened (UkRunPage *self);

G_END_DECLS
