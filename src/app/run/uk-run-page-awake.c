/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-page-private.h"

#include <glib/gi18n.h>

static GtkApplication *
get_application (UkRunPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
}

/* Nobody who lies on a ball can move the mouse.  Where the desktop refuses, the person is told. */
void
uk_run_page_keep_awake (UkRunPage *self, gboolean awake)
{
  GtkApplication *application = get_application (self);

  if (application == NULL)
    return;
  if (awake && self->cookie == 0)
    self->cookie = gtk_application_inhibit (
        application, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
        GTK_APPLICATION_INHIBIT_IDLE, _ ("A routine is being performed"));
  if (!awake && self->cookie != 0) {
    gtk_application_uninhibit (application, self->cookie);
    self->cookie = 0;
  }
  uk_run_page_say (self, awake && self->cookie == 0 ? _ ("The screen may turn off") : "");
}
