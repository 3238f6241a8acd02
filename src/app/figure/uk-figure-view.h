/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UkFigureView:
 *
 * The posable figure: a movement that plays, or a still picture kept as a texture for lists.
 * Its colours follow the style of the application; it never moves where animations are off, but shows the
 * ends of a movement in turn.
 */
#define UK_TYPE_FIGURE_VIEW (uk_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (UkFigureView, uk_figure_view, UK, FIGURE_VIEW, GtkWidget)

GtkWidget *uk_figure_view_new (void);
void uk_figure_view_set_poses (UkFigureView *self, const char *const *poses);
void uk_figure_view_set_thumbnail (UkFigureView *self, const char *pose);
void uk_figure_view_set_thumbnail_of (UkFigureView *self, const UkRoutine *routine);
void uk_figure_view_set_mirrored (UkFigureView *self, gboolean mirrored);
void uk_figure_view_set_round (UkFigureView *self, gboolean round);
void uk_figure_view_set_tempo (UkFigureView *self, double seconds);
gboolean uk_figure_view_breathes (UkFigureView *self);
void uk_figure_view_restart (UkFigureView *self);
void uk_figure_view_set_playing (UkFigureView *self, gboolean playing);

G_END_DECLS
