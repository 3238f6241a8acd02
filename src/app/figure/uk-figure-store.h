/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/figure/uk-figure-palette.h"
#include "core/figure/uk-pose-set.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

void uk_figure_store_set_settings (GSettings *settings);
GSettings *uk_figure_store_get_settings (void);
UkPoseSet *uk_figure_store_get_poses (void);
void uk_figure_store_get_palette (UkFigurePalette *palette);
GdkTexture *uk_figure_store_get_thumbnail (const char *pose, gboolean mirrored, int width, int height, int scale);

G_END_DECLS
