/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @handle: what the portals call the window, "" if they have no name for it */
typedef void (*UkWindowHandleFunc) (GtkWidget *widget, const char *handle, gpointer data);

void uk_window_handle_export (GtkWidget *widget,
                              UkWindowHandleFunc func,
                              gpointer data,
                              GDestroyNotify destroy);
void uk_window_handle_unexport (GtkWidget *widget);

G_END_DECLS
