/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What pages work with, made of the shipped content, an empty store in a folder of its own, settings in memory,
 * and a client without a service. */
typedef struct {
  UkContext context;
  char *folder;
} UkAppTest;

void uk_app_test_init (int *argc, char ***argv);
void uk_app_test_set_up (UkAppTest *test);
void uk_app_test_tear_down (UkAppTest *test);

GtkWidget *uk_app_test_find (GtkWidget *root, GType type, const char *text);
gboolean uk_app_test_shows_text (GtkWidget *root, const char *text);

G_END_DECLS
