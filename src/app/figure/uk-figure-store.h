/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/figure/uk-figure-palette.h"
#include "core/figure/uk-pose-set.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

UkPoseSet *uk_figure_store_get_poses (void);
UkFigurePaletteKind uk_figure_store_get_palette (void);
GdkTexture *uk_figure_store_get_thumbnail (const char *pose, gboolean mirrored, int width, int height, int scale);

G_END_DECLS
