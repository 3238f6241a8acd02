/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the scheduler share. */

#include "core/reminders/uk-notice-board.h"
#include "core/reminders/uk-plan.h"
#include "core/reminders/uk-reminder-book.h"
#include "core/reminders/uk-scheduler.h"

G_BEGIN_DECLS

struct _UkScheduler {
  GObject parent_instance;

  UkClock *clock;       /* (owned) */
  UkZone *zone;         /* (owned) */
  UkNotifier *notifier; /* (owned) */
  UkReminderBook *book; /* (owned) */
  UkNoticeBoard *board; /* (owned) */
  UkStore *store;       /* (owned) for what others write to it */
  UkPresence *presence; /* (owned) (nullable) */

  gboolean loaded; /* the book has been read */
  gint64 armed;    /* microseconds */
  guint planning;  /* a plan waits in the main loop */
  gboolean slept;  /* the last wake-up was late or told of a clock change */
  gboolean settling;
  gint64 settled_at; /* monotonic */
  gint64 rested_at;  /* Unix seconds */
  gint64 seen_real;  /* the two clocks when they were last compared */
  gint64 seen_monotonic;
  gboolean away;           /* the person was when asked last */
  gboolean asking;         /* where the person is */
  gboolean presence_known; /* it has been answered for the plan to come */
  gboolean showing;        /* the board is at work */
  GError *unsaved;         /* (owned) (nullable) why what it showed could not be put down */
  gint64 retry_at;         /* microseconds: when what was refused is shown again; %UK_NEVER */
  char *problem;           /* (owned) (nullable) */
  gboolean refused;        /* the last notice was not taken */
};

gint64 uk_scheduler_get_now (UkScheduler *self);
gboolean uk_scheduler_make_input (UkScheduler *self, UkPlanInput *input, GError **error);
void uk_scheduler_set_problem (UkScheduler *self, const char *problem);
void uk_scheduler_plan (UkScheduler *self);
void uk_scheduler_queue_plan (UkScheduler *self);
void uk_scheduler_note_changed (UkScheduler *self);

G_END_DECLS
