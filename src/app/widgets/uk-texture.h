/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *uk_texture_new_take_surface (cairo_surface_t *surface);
void uk_texture_append (GdkTexture *texture, GtkSnapshot *snapshot, GtkWidget *widget, const graphene_rect_t *bounds,
                        gboolean exact);
void uk_texture_snapshot_surface (cairo_surface_t *surface, GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
