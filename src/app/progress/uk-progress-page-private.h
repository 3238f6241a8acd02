/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of the page only. */
#pragma once

#include "app/progress/uk-body-card.h"
#include "app/progress/uk-body-picture.h"
#include "app/progress/uk-calendar-card.h"
#include "app/progress/uk-effects-card.h"
#include "app/progress/uk-log-card.h"
#include "app/progress/uk-pattern-card.h"
#include "app/progress/uk-progress-page.h"
#include "app/progress/uk-trend-card.h"
#include "app/widgets/uk-rating-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _UkProgressPage {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application, nullable */
  GPtrArray *knots;         /* owned list of UkKnot, nullable */
  char *chosen;             /* owned, nullable: id of a knot; NULL for all */
  gboolean picked;          /* the person has chosen, not the program */
  gboolean updating;
  char *chips_for; /* owned, nullable */
  guint n_entries;

  /* of the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *headline;
  GtkLabel *lead;
  GtkLabel *note;
  GtkWidget *stuck;
  GtkWidget *chips;
  GtkMenuButton *knot_menu;
  GtkWidget *now_card;
  UkRatingRow *now_row;
  UkTrendCard *trend;
  UkEffectsCard *effects;
  UkCalendarCard *calendar;
  UkBodyCard *body;
  UkPatternCard *pattern;
  UkLogCard *log;
  UkBodyPicture *empty_body;
};

UkKnot *uk_progress_page_find_knot (UkProgressPage *self, const char *id);
void uk_progress_page_refresh (UkProgressPage *self);

/* uk-progress-page-edit.c */
void uk_progress_page_tell (UkProgressPage *self, const char *text);
void uk_progress_page_install_edits (GtkWidgetClass *widget_class);

G_END_DECLS
