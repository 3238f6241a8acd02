/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/uk-application-private.h"
#include "core/reminders/uk-scheduler.h"
#include "service/uk-bus-object.h"
#include "support/uk-fake-clock.h"

G_BEGIN_DECLS

/* The whole program in one process, with the reminder service beside it, and a scene for every page and dialog. */
typedef struct {
  UkApplication *application; /* owned */
  const UkContext *context;   /* of the application */
  UkWindow *window;           /* owned by GTK, nullable between two scenes */
  UkScheduler *scheduler;     /* owned */
  UkBusObject *object;        /* owned */
  UkFakeClock *clock;         /* owned: of runs */
  gboolean filled;            /* whether there is a history */
  const char *text;           /* waited for */
} UkWalk;

typedef struct {
  const char *name;
  gboolean filled; /* with a history, reminders and a plan */
  void (*open) (UkWalk *walk);
  const char *action; /* instead of @open */
} UkScene;

extern const UkScene uk_scenes[];
extern const guint uk_n_scenes;

int uk_walk_run (int argc, char **argv, const char *path, void (*test) (UkWalk *walk, const UkScene *scene));

GtkWindow *uk_walk_open (UkWalk *walk, const UkScene *scene, int width, int height);
void uk_walk_close (UkWalk *walk);
void uk_walk_resize (UkWalk *walk, GtkWindow *window, int width, int height);
void uk_walk_settle (UkWalk *walk);

GtkWindow *uk_walk_get_subject (UkWalk *walk);
void uk_walk_act (UkWalk *walk, const char *action, const char *format, ...);
void uk_walk_press (UkWalk *walk, const char *text);
void uk_walk_expect (UkWalk *walk, const char *text);

typedef void (*UkWalkFunc) (GtkWidget *widget, gpointer data);
void uk_walk_each (GtkWidget *root, UkWalkFunc func, gpointer data);
GtkWidget *uk_walk_find (GtkWidget *root, GType type);
char *uk_walk_describe (GtkWidget *widget);

G_END_DECLS
